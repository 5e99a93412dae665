"""The dates that each side would rather avoid, edited in place."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from alternat.actions.calendars import add_avoid_dates, change_avoid_dates, remove_avoid_dates
from alternat.language.messages import message
from alternat.models.calendars import AvoidDates
from alternat.ui.calendar.sheet import Sheet, emptied
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording, spoken
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.tag import SideTag


class AvoidEntry(QFrame):
    """One stretch of days with its reason; each field is written when it is left."""

    def __init__(self, desk: Desk, avoid: int) -> None:
        super().__init__()
        self._desk, self.avoid = desk, avoid
        screen = desk.screen
        surface(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.side = SideTag(screen)
        self.starts = DateField(screen, message("First day to avoid"))
        self.ends = DateField(screen, message("Last day to avoid"))
        self.reason = LabelEdit(screen, message("Reason"), required=False)
        self.private = QCheckBox()
        self.remove = IconButton(screen, message("Remove these dates to avoid"), "trash-2")
        head = QHBoxLayout()
        head.addWidget(self.side, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self.starts, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.ends, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.reason)
        column.addWidget(self.private)
        self.starts.committed.connect(lambda day: self._write_day("starts", day))
        self.ends.committed.connect(lambda day: self._write_day("ends", day))
        self.reason.committed.connect(lambda reason: self._write(reason=reason))
        self.private.clicked.connect(lambda private: self._write(is_private=private))
        self.remove.clicked.connect(self._remove)

    def show_dates(self, row: AvoidDates) -> None:
        """Show an entry as it stands."""
        screen = self._desk.screen
        self.side.show_side(screen.read(row.side.country), row.side.colour)
        self.starts.show_day(row.starts)
        self.ends.show_day(row.ends)
        self.reason.show_label(row.reason)
        self.private.setText(screen.say(message("Keep the reason private")))
        self.private.setToolTip(
            screen.say(message("Paper and files say only that these dates are to be avoided."))
        )
        self.private.setChecked(row.is_private)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the entry by Delete where the cursor is not in a text of it."""
        if event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to remove the entry."""
        menu = QMenu(self)
        menu.addAction(self._desk.screen.say(message("Remove these dates to avoid")), self._remove)
        menu.popup(event.globalPos())

    def _write_day(self, field: str, day: date | None) -> None:
        if day is not None:
            self._write(**{field: day})
        self._reload()

    def _write(self, **fields: Any) -> None:
        self._desk.attempt(lambda: change_avoid_dates(self._desk.workspace, self.avoid, fields))

    def _reload(self) -> None:
        row = self._desk.tables.AvoidDates.get_or_none(self._desk.tables.AvoidDates.id == self.avoid)
        if row is not None:
            self.show_dates(row)

    def _remove(self) -> None:
        self._desk.attempt(lambda: remove_avoid_dates(self._desk.workspace, [self.avoid]))


class AvoidPanel(QWidget):
    """All dates to avoid, and the way to add those that are selected in the calendar."""

    def __init__(self, desk: Desk, selected: Callable[[], tuple[date, date]]) -> None:
        super().__init__()
        self._desk, self._selected = desk, selected
        self.wording = Wording(desk.screen)
        self.entries: dict[int, AvoidEntry] = {}
        sides = list(desk.tables.Side.select().order_by(desk.tables.Side.number))
        self.side = Segmented(
            desk.screen, message("Who avoids"), [(side.code, spoken(side.country)) for side in sides]
        )
        if sides:
            self.side.choose(sides[0].code)
        self.add = Button(desk.screen, message("Avoid the selected days"), icon="plus", kind="primary")
        self.add.clicked.connect(self.add_selected)
        self._hint = label("caption", wrap=True)
        hint = message("Select days in the calendar with the mouse, or with Shift and the arrow keys.")
        self.wording.put(self._hint.setText, hint)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        self._sheet = sheet = Sheet(self.wording, message("Dates to avoid"))
        sheet.column.addWidget(self.side, 0, Qt.AlignmentFlag.AlignLeft)
        sheet.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        sheet.column.addWidget(self._hint)
        sheet.column.addLayout(self._rows)
        sheet.column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(sheet)

    def load(self) -> None:
        """Show all dates to avoid, the earliest first; an entry being typed in stays."""
        avoid = self._desk.tables.AvoidDates
        rows = {row.id: row for row in avoid.select().order_by(avoid.starts, avoid.id)}
        if list(rows) != list(self.entries):
            emptied(self._rows)
            self.entries = {key: AvoidEntry(self._desk, key) for key in rows}
            for entry in self.entries.values():
                self._rows.addWidget(entry)
        for key, row in rows.items():
            self.entries[key].show_dates(row)

    def add_selected(self) -> None:
        """Avoid the days that are selected in the calendar, and ask for the reason."""
        starts, ends = self._selected()
        code = str(self.side.value)
        changes = self._desk.attempt(
            lambda: add_avoid_dates(self._desk.workspace, code, starts=starts, ends=ends)
        )
        if changes:
            self.load()
            (added,) = changes.inserted("avoid_dates")
            self.entries[added].reason.focus_language(self._desk.screen.language)

    def show_entry(self, avoid: int) -> None:
        """Bring an entry into view with the cursor in its reason."""
        self.load()
        entry = self.entries[avoid]
        self._sheet.ensureWidgetVisible(entry)
        entry.reason.focus_language(self._desk.screen.language)
