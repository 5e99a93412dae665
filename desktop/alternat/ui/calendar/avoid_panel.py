"""The dates that each side would rather avoid, edited in place."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from alternat.actions.calendars import add_avoid_dates, change_avoid_dates, remove_avoid_dates
from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.models.calendars import AvoidDates
from alternat.models.sides import Side
from alternat.nouns.calendars import AVOID_DATES
from alternat.ui.calendar.sheet import Sheet
from alternat.ui.desk.desk import Desk
from alternat.ui.look.style import label, surface
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording, spoken
from alternat.ui.parts.inspector.field_rows import FieldRows
from alternat.ui.parts.widgets.arranged import arrange, read_in_order
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
        self._rows = rows = FieldRows(AVOID_DATES, screen, self._write)
        starts = rows.make("starts", message("First day to avoid"), self.starts)
        ends = rows.make("ends", message("Last day to avoid"), self.ends)
        reason = rows.make("reason", message("Reason"), self.reason)
        for day in (starts, ends):
            day.column.setAlignment(day.control, Qt.AlignmentFlag.AlignLeft)
        for row in (starts, ends, reason):
            row.hide_name()
        head = QHBoxLayout()
        head.addWidget(self.side, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        for row in (starts, ends, reason):
            column.addWidget(row)
        column.addWidget(rows.make("is_private", message("Keep the reason private"), self.private))
        self.remove.clicked.connect(self._remove)

    def show_dates(self, row: AvoidDates, side: Side) -> None:
        """Show an entry of a side as it stands; what was refused in a field stays there."""
        screen = self._desk.screen
        self.side.show_side(screen.read(side.country), side.colour)
        self._rows.show(row)
        self.private.setToolTip(
            screen.say(message("Paper and files say only that these dates are to be avoided."))
        )

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

    def _write(self, fields: Mapping[str, Any]) -> AlternatError | None:
        desk = self._desk
        return desk.refusal(lambda: change_avoid_dates(desk.workspace, self.avoid, fields))

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
        """Show all dates to avoid, the earliest first; what is typed in an entry stays."""
        avoid, sides = self._desk.tables.AvoidDates, {row.id: row for row in self._desk.tables.Side.select()}
        rows = {row.id: row for row in avoid.select().order_by(avoid.starts, avoid.id)}
        self.entries = {key: self.entries.get(key) or AvoidEntry(self._desk, key) for key in rows}
        entries = list(self.entries.values())
        if arrange(self._rows, entries):
            read_in_order(entries)
        for key, row in rows.items():
            self.entries[key].show_dates(row, sides[row.side_id])

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
