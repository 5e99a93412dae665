"""The commands of the delegations page, one function each, for its buttons, menus, keys and the palette."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from alternat.language.called import shown_name
from alternat.language.messages import Message, counted, message
from alternat.planning.roster import Delegate
from alternat.ui.delegations.known_people import people_not_in
from alternat.ui.delegations.list.columns import Editor
from alternat.ui.delegations.list.delegates import DelegatesModel
from alternat.ui.delegations.list.table import DelegateTable
from alternat.ui.delegations.pick_people import PickPeople
from alternat.ui.delegations.strips import UndoStrip
from alternat.ui.delegations.verbs import DelegationVerbs
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.wording import Wording
from alternat.ui.parts.choices import Choice, entity_choices, role_choices, status_choices
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY
from alternat.ui.person.inspector import PersonInspector

UP, DOWN = "Alt+Up", "Alt+Down"


class DelegationCommands:
    """Makes the actions and does what they say to whoever is selected in the list."""

    def __init__(
        self,
        desk: Desk,
        verbs: DelegationVerbs,
        model: DelegatesModel,
        table: DelegateTable,
        inspector: PersonInspector,
        undo_strip: UndoStrip,
        side_in_view: Callable[[], str],
        open_import: Callable[[], None],
    ) -> None:
        self._desk, self._verbs, self._model = desk, verbs, model
        self._table, self._inspector, self._undo_strip = table, inspector, undo_strip
        self._side_in_view = side_in_view
        self._wording = Wording(desk.screen)
        self.add = self._action(message("Add person"), "user-plus", self.add_person, "Ins")
        self.import_list = self._action(message("Import a list…"), "file-input", open_import)
        self.invite = self._action(message("Invite people known already…"), "book-user", self.invite_known)
        self.edit = self._of_rows(message("Edit in place"), "pencil", self.edit_in_place)
        self.up = self._of_rows(message("Move up"), "arrow-up", lambda: self.step(up=True), UP)
        self.down = self._of_rows(message("Move down"), "arrow-down", lambda: self.step(up=False), DOWN)
        self.replace = self._of_rows(message("Replace…"), "replace", self.replace_delegate)
        self.copy = self._of_rows(message("Copy"), "copy", self.copy_rows, QKeySequence.StandardKey.Copy)
        self.badge = self._of_rows(message("Print badge…"), "id-card", self.print_badge)
        self.remove = self._of_rows(message("Take out of the meeting"), "user-x", self.take_out, "Del")
        self.erase = self._of_rows(message("Erase for good…"), "trash-2", self.erase_people)
        self.arrange = self._action(
            message("Arrange by the terms of reference"), "list-ordered", self.arrange_by_terms
        )
        self.columns = self._action(message("Columns as they were"), "undo-2", table.reset_columns)
        self.add.setObjectName("add-person")
        self.columns.setObjectName("reset-columns")
        only_reads(self.copy, self.badge, self.columns)
        self.import_list.setObjectName("import-people")
        desk.screen.language_changed.connect(self._wording.say_again)
        desk.screen.theme_changed.connect(self._draw)
        self._draw()
        self.refresh()

    @property
    def all(self) -> tuple[QAction, ...]:
        """Return every command but the primary one, in the order of a menu."""
        return (
            self.import_list,
            self.invite,
            self.edit,
            self.up,
            self.down,
            self.replace,
            self.copy,
            self.arrange,
            self.badge,
            self.remove,
            self.erase,
            self.columns,
        )

    def refresh(self) -> None:
        """Tell what can be done with whoever is selected."""
        chosen, has_meeting = self._table.selected, self._desk.meeting is not None
        is_in_precedence = self._model.sorting is None
        for action in (self.add, self.import_list, self.invite):
            action.setEnabled(has_meeting)
        for action in (self.edit, self.copy, self.remove, self.erase):
            action.setEnabled(bool(chosen))
        for action in (self.up, self.down):
            action.setEnabled(bool(chosen) and is_in_precedence)
        self.replace.setEnabled(len(chosen) == 1)
        self.badge.setEnabled(len(chosen) == 1)
        self.arrange.setEnabled(bool(self._model.everyone))

    def add_person(self) -> None:
        """Open empty fields for somebody new, on the side in view or of whoever is selected."""
        self._inspector.finish_typing()
        side = self._side_to_add_to()
        self._table.clearSelection()
        self._inspector.show_newcomer(side)

    def _side_to_add_to(self) -> str:
        chosen = self._table.selected
        if self._side_in_view():
            return self._side_in_view()
        if chosen:
            return chosen[-1].side
        sides = self._desk.tables.Side
        return str(sides.select().order_by(sides.number).get().code)

    def invite_known(self) -> None:
        """Choose from the people who are known from earlier meetings and not in this one."""
        meeting = self._desk.meeting
        if meeting is None:
            return
        people = people_not_in(self._desk.tables, meeting, self._side_in_view())
        title = message("Invite people known already")
        dialog = PickPeople(self._desk.screen, title, people, self._table.window(), several=True)
        dialog.picked.connect(self._verbs.invite)
        dialog.open()

    def invite_person(self, person: int) -> None:
        """Invite the person in the inspector."""
        self._verbs.invite([person])

    def edit_in_place(self) -> None:
        """Open the editor of the current cell."""
        self._table.edit_current()

    def edit_name(self) -> None:
        """Open the editor of the current row's name."""
        self._table.edit_current(Editor.NAME)

    def step(self, *, up: bool) -> None:
        """Move whoever is selected one place up or down."""
        if self._model.sorting is None:
            everyone, shown = self._model.everyone, self._model.values
            self._verbs.step(everyone, shown, self._table.selected, up=up)
            self._table.scrollTo(self._table.currentIndex())

    def print_badge(self) -> None:
        """Ask on which label of a sheet the badge of the selected delegate is printed again."""
        if len(chosen := self._table.selected) == 1:
            self._desk.show_place(Place("person", chosen[0].person, "badge"))

    def replace_delegate(self) -> None:
        """Choose who takes the place of the selected delegate: somebody known, or somebody new."""
        meeting, chosen = self._desk.meeting, self._table.selected
        if meeting is None or len(chosen) != 1:
            return
        old = chosen[0]
        people = people_not_in(self._desk.tables, meeting, old.side)
        title = message("Who takes the place of {name}?", name=shown_name(old))
        dialog = PickPeople(self._desk.screen, title, people, self._table.window(), several=False)
        dialog.picked.connect(lambda ids: self._replaced(old, ids[0]))
        dialog.newcomer_wanted.connect(lambda: self._replace_by_newcomer(old))
        dialog.open()

    def _replaced(self, old: Delegate, person: int) -> None:
        changes = self._verbs.replace(old.participation, person)
        if changes is not None:
            self._table.select(changes.inserted("participation"))

    def _replace_by_newcomer(self, old: Delegate) -> None:
        self._table.clearSelection()
        self._inspector.show_newcomer(old.side, replaces=old.participation)

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard as lines with tabs."""
        lines = [self._model.line(each) for each in self._table.selected]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def take_out(self) -> None:
        """Take whoever is selected out of the meeting, and offer to undo it."""
        chosen = self._table.selected
        if not chosen:
            return
        first = min(self._model.row_of(each.participation) or 0 for each in chosen)
        changes = self._verbs.leave(each.participation for each in chosen)
        if changes is None:
            return
        text = counted(
            "{count} person is out of the meeting, and still in the dialogue.",
            "{count} people are out of the meeting, and still in the dialogue.",
            len(chosen),
        )
        self._undo_strip.offer(changes, text)
        if self._model.rowCount():
            neighbour = self._model.value(min(first, self._model.rowCount() - 1))
            self._table.select([neighbour.participation])

    def erase_people(self) -> None:
        """Show what would go for good with whoever is selected, and erase it once that is confirmed."""
        self._desk.erasure_wanted.emit([each.person for each in self._table.selected])

    def arrange_by_terms(self) -> None:
        """Propose the order of the terms of reference for the side in view, or of whoever is selected."""
        changes = self._verbs.arrange(self._side_to_add_to())
        if changes:
            self._undo_strip.offer(changes, message("The delegation is arranged by the terms of reference."))

    def context_menu(self) -> QMenu:
        """Return the menu of whoever is selected."""
        say, chosen = self._desk.screen.say, self._table.selected
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.edit)
        self._add_choices(menu, message("Role"), role_choices(self._desk.screen.catalog), "role")
        self._add_choices(menu, message("Status"), status_choices(self._desk.screen.catalog), "status")
        entities = menu.addMenu(say(message("Entity")))
        sides = {each.side for each in chosen}
        entities.setEnabled(len(sides) == 1)
        for choice in entity_choices(self._desk.tables, self._desk.screen.catalog, sides):
            action = entities.addAction(choice.text.replace("&", "&&"))
            action.setEnabled(not choice.is_heading)
            action.triggered.connect(lambda _=False, choice=choice: self._set_entity(choice))
        menu.addSeparator()
        menu.addActions([self.up, self.down, self.replace, self.copy, self.badge])
        menu.addSeparator()
        menu.addActions([self.remove, self.erase])
        return menu

    def open_context_menu(self, at: QPoint) -> None:
        """Open the menu of whoever is selected."""
        if self._table.selected:
            self.context_menu().popup(self._table.viewport().mapToGlobal(at))

    def _add_choices(self, menu: QMenu, title: Message, choices: tuple[Choice, ...], field: str) -> None:
        submenu = menu.addMenu(self._desk.screen.say(title))
        shared = {getattr(each, field) for each in self._table.selected}
        for choice in choices:
            action = submenu.addAction(choice.text)
            action.setCheckable(True)
            action.setChecked(shared == {choice.value})
            action.triggered.connect(
                lambda _=False, value=choice.value: self._verbs.change_parts(
                    [each.participation for each in self._table.selected], {field: value}
                )
            )

    def _set_entity(self, choice: Choice) -> None:
        entity = choice.value if isinstance(choice.value, int) else None
        self._verbs.change_entity((each.person for each in self._table.selected), entity)

    def _of_rows(
        self,
        text: Message,
        icon: str,
        run: Callable[[], object],
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        """Return an action whose keys only work while the list has the cursor."""
        action = self._action(text, icon, run, keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._table.addAction(action)
        return action

    def _action(
        self,
        text: Message,
        icon: str,
        run: Callable[[], object],
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = QAction(_window_of(self._table))
        action.setProperty(ICON_PROPERTY, icon)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(run)
        self._wording.put(action.setText, text)
        return action

    def _draw(self) -> None:
        if not isValid(self._table):
            return  # the dialogue was closed
        for action in (self.add, *self.all):
            action.setIcon(self._desk.screen.icon(str(action.property(ICON_PROPERTY))))


def _window_of(widget: QWidget) -> QWidget:
    return widget.parentWidget() or widget
