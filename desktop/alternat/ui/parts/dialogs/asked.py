"""A dialog that asks for a few things before something is done, and grows with what is typed and refused."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from alternat.actions.fields import Needed
from alternat.errors import AlternatError
from alternat.language.messages import Message, message
from alternat.ui.look.screen import FRAME, Screen
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.parts.dialogs import asking
from alternat.ui.parts.inspector.rows import FieldRow, Reason
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.text_fields import GrowingField, LineField, finish_typing

WIDTH = 440
"""How wide such a dialog is, in logical pixels at 100 % text."""


class AskedDialog(QDialog):
    """What is to be known, rows to fill in, what was refused, and the two buttons below.

    Those of a kind add to it with `tell` and `add`, and act in `write`, which answers with the error that
    refused it: that stays here with what was typed. What has no room on the screen is scrolled to. A day that
    is asked for and was emptied is told, and nothing is done without it.
    """

    def __init__(
        self, screen: Screen, title: Message, agree: Message, parent: QWidget, *, width: int = WIDTH
    ) -> None:
        super().__init__(parent)
        self.screen_of = screen
        self.rows: list[FieldRow] = []
        """The rows that are asked for, from top to bottom."""
        self._needed: list[FieldRow] = []
        self._given: dict[QWidget, str] = {}
        """What stood in each field when it was asked for."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        surface(self, "page")
        self.setWindowTitle(screen.say(title))
        self._title = label("title", screen.say(title), wrap=True)
        self.refused = Reason(screen)
        self.agree = Button(screen, agree, kind="primary")
        self.agree.clicked.connect(self.take)
        self.cancel = Button(screen, message("Cancel"))
        self.cancel.clicked.connect(self._give_up)
        self._inside = QWidget()
        surface(self._inside, "page")
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, Space.S, 0)
        self.body.setSpacing(Space.M)
        self._area = QScrollArea()
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(screen.say(title))
        buttons, column = QHBoxLayout(), QVBoxLayout(self)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.agree)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)
        column.addWidget(self.refused)
        column.addLayout(buttons)
        # Whoever lays out again is told at once, and has its new size only then.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.fit)
        self._inside.installEventFilter(self)
        screen.give_size(self, width, 200)

    def tell(self, sentence: str, role: str = "muted") -> QLabel:
        """Add what is to be known, below what is there."""
        told = label(role, sentence, wrap=True)
        self.body.addWidget(told)
        return told

    def add(self, *rows: FieldRow, may_be_empty: bool = False) -> None:
        """Ask for something more, below what is there; a day has to be given unless it `may_be_empty`."""
        for row in rows:
            self.rows.append(row)
            self.body.addWidget(row)
            self._given |= {field: _typed(field) for field in row.typed_fields}
            control = row.control
            if isinstance(control, DateField) and not may_be_empty:
                self._needed.append(row)
                control.committed.connect(lambda day, row=row: self._demand(row, day))
                control.field.textChanged.connect(lambda _text: self.offer())

    def shown_day(self, row: FieldRow) -> date | None:
        """Return the day that stands in a row, None where it was emptied."""
        assert isinstance(row.control, DateField), "only a field for a day gives one"
        return row.control.day

    def day_of(self, row: FieldRow) -> date:
        """Return the day that stands in a row; to be asked for in `write`, before which one is there."""
        day = self.shown_day(row)
        assert day is not None, "nothing is done before a day is there that is asked for"
        return day

    @property
    def is_ready(self) -> bool:
        """Whether all is filled in that has to be; those of a kind add what else they need."""
        return all(_typed(field).strip() for row in self._needed for field in row.typed_fields)

    @property
    def is_begun(self) -> bool:
        """Whether something was typed that would go with the dialog."""
        return any(_typed(field) != given for field, given in self._given.items())

    def offer(self) -> None:
        """Let it be done once all is filled in that has to be."""
        self.agree.setEnabled(self.is_ready)

    def reject(self) -> None:
        """Close, after a question where something was typed; the button that says so asks nothing."""
        if not self.is_begun or asking.goes_on(
            self.screen_of,
            message("Close without doing it?"),
            (message("What was typed here is not kept."),),
            message("Close"),
        ):
            super().reject()

    def _give_up(self) -> None:
        super().reject()

    def _demand(self, row: FieldRow, day: date | None) -> None:
        if day is None:
            row.judge(Needed(field=row.name))
        self.offer()

    @property
    def is_scrolled(self) -> bool:
        """Whether there is more than is in sight."""
        return self._area.verticalScrollBar().maximum() > 0

    def write(self) -> AlternatError | None:
        """Do what is asked about; the answer is the error that refused it."""
        raise NotImplementedError

    def take(self) -> None:
        """Do it with what is filled in, unless a row holds what was refused, and close once it is done."""
        finish_typing(self)
        refused = next((row for row in self.rows if row.is_refused), None)
        if refused is not None:
            refused.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(refused)
            return
        if not self.is_ready:
            return
        error = self.write()
        self.refused.show_error(error)
        if error is None:
            self.accept()

    def fit(self) -> None:
        """Grow until nothing has to be scrolled, as far as there is room on the screen."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        seen = self._area.viewport()
        body = self.body
        wraps = body.hasHeightForWidth()
        needed = body.totalHeightForWidth(seen.width()) if wraps else body.totalSizeHint().height()
        missing = max(0, needed - seen.height())
        for each in (self._title, self.refused):
            if each.isVisibleTo(self):
                missing += max(0, each.heightForWidth(each.width()) - each.height())
        room = self.screen().availableGeometry()
        height = min(self.height() + missing, room.height() - FRAME[1])
        if height > self.height():
            self.resize(QSize(self.width(), height))
            below = self.frameGeometry().bottom() - room.bottom()
            if below > 0:
                self.move(self.x(), max(room.top(), self.y() - below))
            # Lines that break elsewhere at another height of the bar may want more.
            self._fitting.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Have room for everything from the first."""
        super().showEvent(event)
        self._enter()
        self.fit()

    def _enter(self) -> None:
        """Put the cursor into the first field, unless it is in one already."""
        focused = self.focusWidget()
        if self.rows and (focused is None or not self._inside.isAncestorOf(focused)):
            control = self.rows[0].control
            if isinstance(control, LabelEdit):
                control.focus_language(self.screen_of.language)
            else:
                control.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Make room once anything below the rows asks for more."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fitting.start()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room once the rows ask for more."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._fitting.start()
        return super().eventFilter(watched, event)


def _typed(field: QWidget) -> str:
    assert isinstance(field, LineField | GrowingField), "one types in those alone"
    return field.text()


def nothing_yet(_fields: Mapping[str, object]) -> None:
    """Write nothing when a row is left: the dialog asks its rows once one agrees."""
