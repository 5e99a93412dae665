"""The dialog that records a collation: who compared which versions on which day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.messages import Message, message
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.text_fields import LineField

_WIDTH, _HEIGHT = 520, 320
Record = Callable[[date, str, str, str], AlternatError | None]
"""Writes day, people, versions and note; answers with the error that refused them."""


class CollationDialog(QDialog):
    """Asks for what a collation is recorded with; a refusal stands in the dialog."""

    def __init__(self, desk: Desk, what: Message, record: Record, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._record, self._on = desk, record, desk.today()
        screen, say = desk.screen, desk.screen.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(message("Record a collation")))
        explains = label("muted", say(what), wrap=True)
        self.day = DateField(screen, message("Day of the collation"))
        self.day.show_day(self._on)
        self.day.committed.connect(self._set_day)
        self.people, self.versions, self.note = LineField(), LineField(), LineField()
        self.refusal = label("note", wrap=True)
        self.refusal.hide()
        self.go = Button(screen, message("Record the collation"), kind="primary")
        back = Button(screen, message("Cancel"), kind="quiet")
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        rows: tuple[tuple[Message, QWidget], ...] = (
            (message("Day of the collation"), self.day),
            (message("Compared by, of both sides"), self.people),
            (message("Versions compared"), self.versions),
            (message("Private note"), self.note),
        )
        for row, (caption, field) in enumerate(rows):
            name = QLabel(say(caption))
            name.setWordWrap(True)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
            if isinstance(field, LineField):
                field.setAccessibleName(say(caption))
        grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(back)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(explains)
        column.addLayout(grid)
        column.addWidget(self.refusal)
        column.addStretch()
        column.addLayout(foot)
        screen.give_size(self, _WIDTH, _HEIGHT)
        self.people.textChanged.connect(lambda _: self._offer())
        self.people.returnPressed.connect(self._take)
        self.go.clicked.connect(self._take)
        back.clicked.connect(self.reject)
        self.people.setFocus()
        self._offer()

    def _set_day(self, day: date | None) -> None:
        if day is None:
            self.day.show_day(self._on, over=True)
        else:
            self._on = day

    def _offer(self) -> None:
        self.go.setEnabled(bool(self.people.text().strip()))

    def _take(self) -> None:
        if not self.people.text().strip():
            return
        refused = self._record(self._on, self.people.text(), self.versions.text(), self.note.text())
        if refused is None:
            self.accept()
            return
        self.refusal.setText(self._desk.screen.say_error(refused))
        self.refusal.show()
