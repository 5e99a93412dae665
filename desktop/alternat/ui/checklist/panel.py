"""One of the two lists of the checklist page with its commands and its inspector."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from alternat.language.called import shown_name
from alternat.language.messages import Message, counted, message
from alternat.nouns.countdown import TaskOwner
from alternat.planning.roster import roster
from alternat.ui.checklist.columns import OWNERS, Editing, LineColumn, Reader
from alternat.ui.checklist.inspector import LineInspector
from alternat.ui.checklist.lines import Line
from alternat.ui.checklist.model import LinesModel
from alternat.ui.checklist.table import LinesTable
from alternat.ui.desk.desk import Desk
from alternat.ui.look.wording import Wording
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY


class PanelVerbs(Protocol):
    """What a list asks to be done."""

    def change(self, ids: Sequence[int], fields: Mapping[str, object]) -> bool:
        """Change fields of lines."""
        ...

    def set_done(self, ids: Sequence[int], *, done: bool) -> None:
        """Tick tasks off, or reopen them."""
        ...

    def add(self) -> int | None:
        """Add a line and return its id."""
        ...

    def remove(self, ids: Sequence[int]) -> None:
        """Remove lines."""
        ...


class LinesPanel(QWidget):
    """A list of lines, what can be done with them, and the inspector of those that are selected."""

    def __init__(
        self, desk: Desk, columns: Sequence[LineColumn], verbs: PanelVerbs, *, template: bool
    ) -> None:
        super().__init__()
        self._desk, self._verbs, self._is_template = desk, verbs, template
        self._wording = Wording(desk.screen)
        self.model = LinesModel(columns, self._reader(), verbs, self)
        self.table = LinesTable(self.model, desk.screen, self._choices)
        self.inspector = LineInspector(desk, template=template)
        name = message("Template of the checklist") if template else message("Checklist")
        self._wording.put(self.table.setAccessibleName, name)
        add = message("Add a line") if template else message("Add a task")
        self.add = self._action(add, "plus", self.add_line, "Ins")
        self.tick = self._action(message("Tick off or reopen"), "circle-check", self.toggle_done)
        self.edit = self._action(message("Edit in place"), "pencil", self.table.edit_text)
        self.remove = self._action(message("Remove"), "trash-2", self.remove_lines, "Del")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self._connect()
        self._draw()
        self._follow_selection()

    @property
    def actions_of_rows(self) -> tuple[QAction, ...]:
        """Return the commands about what is selected."""
        return (self.edit, self.remove) if self._is_template else (self.tick, self.edit, self.remove)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines, keeping what is selected."""
        self.model.show(lines)
        self._follow_selection()

    def add_line(self) -> None:
        """Add a line and begin to word it."""
        added = self._verbs.add()
        if added is not None:
            self.table.select([added])
            self.table.edit_text()

    def toggle_done(self) -> None:
        """Tick off what is selected, or reopen it where all of it is done."""
        chosen = self.table.selected
        if chosen:
            done = not all(line.is_done for line in chosen)
            ids = [line.id for line in chosen if line.is_done is not done]
            self._verbs.set_done(ids, done=done)

    def remove_lines(self) -> None:
        """Remove what is selected, and go on with the neighbour."""
        chosen = [line.id for line in self.table.selected]
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

    def _reader(self) -> Reader:
        countries = {side.code: side.country for side in self._desk.tables.Side.select()}
        return Reader(self._desk.screen.catalog, countries)

    def _choices(self, line: Line, editing: Editing) -> Sequence[Choice]:
        """Return what a side or a person is chosen from."""
        screen = self._desk.screen
        if editing is Editing.PERSON:
            return self._people(line)
        both = screen.say(OWNERS[TaskOwner.BOTH])
        if self._is_template:
            return [Choice(owner, screen.say(word)) for owner, word in OWNERS.items()]
        sides = self._desk.tables.Side.select().order_by(self._desk.tables.Side.number)
        return [Choice(None, both), *(Choice(side.code, screen.read(side.country)) for side in sides)]

    def _people(self, line: Line) -> Sequence[Choice]:
        """Return nobody, and those who take part for the side that sees to the task."""
        screen, meeting = self._desk.screen, self._desk.meeting
        delegates = roster(self._desk.tables, meeting) if meeting is not None else ()
        people = [
            Choice(each.person, screen.read(shown_name(each)))
            for each in delegates
            if line.owner is None or each.side == line.owner
        ]
        kept = line.person is not None and line.person not in {choice.value for choice in people}
        own = [Choice(line.person, screen.read(line.person_name))] if kept else []
        return [Choice(None, screen.say(message("Nobody"))), *own, *people]

    def _connect(self) -> None:
        self.table.selection_changed.connect(self._follow_selection)
        self.table.tick_wanted.connect(self.toggle_done)
        self.table.details_wanted.connect(self.inspector.focus_text)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.inspector.changed.connect(lambda fields: self._verbs.change(self._chosen(), fields))
        self.inspector.done_wanted.connect(lambda done: self._verbs.set_done(self._chosen(), done=done))
        self._desk.screen.theme_changed.connect(self._draw)

    def _chosen(self) -> list[int]:
        return [line.id for line in self.table.selected]

    def _follow_selection(self) -> None:
        chosen = self.table.selected
        self.inspector.show_lines(chosen)
        for action in self.actions_of_rows:
            action.setEnabled(bool(chosen))

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([*self.actions_of_rows, self.add])
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _action(self, text: Message, icon: str, run: Callable[[], object], keys: str = "") -> QAction:
        action = QAction(self)
        action.setProperty(ICON_PROPERTY, icon)
        action.triggered.connect(run)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.table.addAction(action)
        self._wording.put(action.setText, text)
        return action

    def _draw(self) -> None:
        if not isValid(self):
            return  # the dialogue was closed
        for action in (self.add, *self.actions_of_rows):
            action.setIcon(self._desk.screen.icon(str(action.property(ICON_PROPERTY))))
        self.table.fit()


def progress(lines: Sequence[Line]) -> Message:
    """Return how many tasks of a checklist are done."""
    done = sum(line.is_done for line in lines)
    return counted("{done} of {count} task done", "{done} of {count} tasks done", len(lines), done=done)
