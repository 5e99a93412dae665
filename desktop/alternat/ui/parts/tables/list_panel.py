"""A list with its commands, by keys and in its menu, and the sheet of what is selected."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from alternat.errors import AlternatError
from alternat.language.messages import Message, message
from alternat.ui.desk.desk import Desk
from alternat.ui.look.wording import Wording
from alternat.ui.parts.inspector.sheet import Sheet
from alternat.ui.parts.tables.columns import Column, Reading
from alternat.ui.parts.tables.list_model import Listed, ListModel
from alternat.ui.parts.tables.list_table import ListTable
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY

T = TypeVar("T", bound=Listed)


class ListVerbs(Protocol):
    """What a list asks to be done."""

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of rows; the answer is the error that refused them."""
        ...

    def add(self) -> int | None:
        """Add a row and return its id."""
        ...

    def remove(self, ids: Sequence[int]) -> None:
        """Remove rows."""
        ...


class ListPanel(QWidget, Generic[T]):
    """A list to which rows are added, and from which they are removed; what cells refuse is a banner."""

    def __init__(
        self,
        desk: Desk,
        name: Message,
        adding: Message,
        columns: Sequence[Column[T, Any]],
        reader: Callable[[], Reading],
        verbs: ListVerbs,
        sheet: Sheet[T],
        *,
        lines: int = 1,
    ) -> None:
        """Make the list `name` of rows of so many lines; `adding` is the command that adds a row."""
        super().__init__()
        self._desk, self._reader, self._verbs = desk, reader, verbs
        self._wording = Wording(desk.screen)
        self.model: ListModel[T] = ListModel(columns, reader(), verbs.change, self)
        self.table: ListTable[T] = ListTable(self.model, desk.screen, lines=lines)
        self.sheet = sheet
        self._wording.put(self.table.setAccessibleName, name)
        self.add = self.command(adding, "plus", self.add_row, "Ins")
        self.edit = self.command(message("Edit in place"), "pencil", self.table.edit_text)
        self.remove = self.command(message("Remove"), "trash-2", self.remove_rows, "Del")
        self.actions_of_rows: tuple[QAction, ...] = (self.edit, self.remove)
        """The commands about what is selected."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.selection_changed.connect(self._follow_selection)
        self.table.details_wanted.connect(sheet.focus_first)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.model.refused.connect(desk.tell)
        sheet.given_up.connect(desk.tell)
        desk.screen.theme_changed.connect(self._draw)
        self._draw()
        self._follow_selection()

    def show_values(self, values: Sequence[T]) -> None:
        """Show these values, keeping what is selected."""
        self.model.show(values)
        self._follow_selection()

    def add_row(self) -> None:
        """Add a row and begin to word it."""
        added = self._verbs.add()
        if added is not None:
            self.table.select([added])
            self.table.edit_text()

    def remove_rows(self) -> None:
        """Remove what is selected, and go on with the neighbour."""
        chosen = [each.id for each in self.table.selected]
        if not chosen:
            return
        first = self.model.row_of(chosen[0]) or 0
        self._verbs.remove(chosen)
        if self.model.rowCount():
            self.table.select([self.model.value(min(first, self.model.rowCount() - 1)).id])

    def retranslate(self) -> None:
        """Say everything in the screen language."""
        self._wording.say_again()
        self.model.set_reader(self._reader())

    def command(self, text: Message, icon: str, run: Callable[[], object], keys: str = "") -> QAction:
        """Return a new command, run by keys of the list where it has some."""
        action = QAction(self)
        action.setProperty(ICON_PROPERTY, icon)
        action.triggered.connect(run)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.table.addAction(action)
        self._wording.put(action.setText, text)
        return action

    def _follow_selection(self) -> None:
        if [each.id for each in self.table.selected] != [each.id for each in self.sheet.values]:
            # What is being typed belongs to what was selected.
            self.sheet.finish_typing()
            self._desk.move_on()
        chosen = self.table.selected
        self.sheet.show_values(chosen)
        for action in self.actions_of_rows:
            action.setEnabled(bool(chosen))

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([*self.actions_of_rows, self.add])
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _draw(self) -> None:
        if not isValid(self):
            return  # the dialogue was closed
        for action in (self.add, *self.actions_of_rows):
            action.setIcon(self._desk.screen.icon(str(action.property(ICON_PROPERTY))))
        self.table.fit()
