"""The delegations page: who takes part in the meeting, in which role, and in which order of precedence."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from alternat.language.messages import Message, counted, message
from alternat.planning.roster import Delegate, roster
from alternat.planning.vacancies import vacant_places
from alternat.storage.changes import Changes
from alternat.ui.delegations.commands import DelegationCommands
from alternat.ui.delegations.filter_bar import FilterBar
from alternat.ui.delegations.list.arrangement import Sorting
from alternat.ui.delegations.list.columns import Editor
from alternat.ui.delegations.list.delegates import DelegatesModel
from alternat.ui.delegations.list.table import DelegateTable
from alternat.ui.delegations.strips import SortingStrip, UndoStrip, VacancyStrip
from alternat.ui.delegations.vacancies import Vacancies, open_vacancies
from alternat.ui.delegations.verbs import DelegationVerbs
from alternat.ui.desk.place import Place
from alternat.ui.importing.people import ImportPeople
from alternat.ui.look.tokens import Space, mark_colour
from alternat.ui.parts.choices import Choice, entity_choices, role_choices, status_choices
from alternat.ui.parts.page import Page
from alternat.ui.parts.reading_only import only_writes
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.empty_state import EmptyState
from alternat.ui.person.inspector import PersonInspector

LAYOUT = "delegations.columns"
"""The name under which the settings keep the columns."""
NARROWEST = 320
"""How narrow the list can be made, in pixels."""
KEEP_AFTER = 400
"""How long after the last change of a column the settings are written, in milliseconds."""


class DelegationsPage(Page):
    """The list of the meeting's delegates with its filters, and the inspector of whoever is selected."""

    search_prompt: ClassVar[Message | None] = message("Search people")

    def build(self) -> None:
        """Make filters, notes, list, empty states and inspector."""
        screen = self.desk.screen
        self._verbs = DelegationVerbs(self.desk)
        self.filters = FilterBar(screen, self.desk.tables)
        self.sorting_strip, self.undo_strip = SortingStrip(screen), UndoStrip(screen)
        self.vacancy_strip = VacancyStrip(screen)
        self.model = DelegatesModel(screen.catalog, self._verbs, self)
        self.table = DelegateTable(self.model, screen, self._choices, self)
        self._inspector = PersonInspector(self.desk, self.reads)
        self.commands = DelegationCommands(
            self.desk,
            self._verbs,
            self.model,
            self.table,
            self._inspector,
            self.undo_strip,
            lambda: self.filters.side,
            self.open_import,
        )
        self._keep_layout = QTimer(self)
        self._keep_layout.setSingleShot(True)
        self._keep_layout.setInterval(KEEP_AFTER)
        self._build_empty_states()
        self._lay_out()
        self._connect()
        self.table.restore_layout(self.desk.settings.current.layouts.get(LAYOUT, ""))
        self._draw()

    def load(self) -> None:
        """Read the delegates of the meeting in view."""
        meeting = self.desk.meeting
        delegates = roster(self.desk.tables, meeting, attending_only=False) if meeting is not None else ()
        self.model.set_delegates(delegates)
        self.table.fit_columns()
        places = vacant_places(self.desk.tables, meeting) if meeting is not None else ()
        self.vacancy_strip.show_count(len(places))
        self._known.setVisible(self.desk.tables.Person.select().exists())
        self._arranged()
        self._inspector.refresh()
        if len(chosen := self.table.selected) > 1:
            self._inspector.show_several(chosen)

    def retranslate(self) -> None:
        """Say cells, headings and the name of the list in the screen language."""
        self.model.set_catalog(self.desk.screen.catalog)
        self.table.setAccessibleName(self.desk.screen.say(message("Delegates")))

    def primary_action(self) -> QAction | None:
        """Return the command that adds a person."""
        return self.commands.add

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the other commands."""
        return self.commands.all

    def inspector(self) -> QWidget | None:
        """Return the inspector of whoever is selected."""
        return self._inspector

    def search(self, text: str) -> None:
        """Show only those in whom every word is found."""
        self.filters.search(text)

    def show_place(self, place: Place) -> None:
        """Show a person, with the cursor in a field where one is named, or the delegation of a side."""
        self.catch_up()
        if place.table == "side":
            self.show_everybody()
            self.filters.choose_side(self.desk.tables.Side.get_by_id(place.row).code)
        else:
            self._show_person(place.row, place.field)

    def _show_person(self, person: int, field: str) -> None:
        """Select a person, letting everybody through if a filter hides the row, and go to a field."""
        self._inspector.finish_typing()
        part = self._part_of(person)
        if part is not None and self.model.row_of(part) is None:
            self.show_everybody()
        if part is None or self.model.row_of(part) is None:
            self.table.clearSelection()
            self._inspector.show_person(person)
        else:
            self.table.select([part])
        if field == "place":
            self.table.setFocus()
        elif field:
            self._inspector.focus_field(field)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the search when another page comes into view, as the header does."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.filters.search("")

    def open_import(self) -> None:
        """Open the dialog that imports a list of people."""
        dialog = ImportPeople(self.desk, self.window(), side=self.filters.side)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.imported.connect(self._on_imported)
        dialog.open()

    def open_vacancies(self) -> Vacancies:
        """Open the dialog that lists the places still to be filled."""
        return open_vacancies(self.desk, self.window(), self._inspector)

    def _on_imported(self, changes: Changes) -> None:
        text = counted(
            "{count} person was added. The import can be undone in one step.",
            "{count} people were added. The import can be undone in one step.",
            len(changes.inserted("person")),
        )
        self.undo_strip.offer(changes, text)

    def _choices(self, delegate: Delegate, editor: Editor) -> Sequence[Choice]:
        catalog = self.desk.screen.catalog
        if editor is Editor.ROLE:
            return role_choices(catalog, delegate.gender)
        if editor is Editor.STATUS:
            return status_choices(catalog, delegate.gender)
        return entity_choices(self.desk.tables, catalog, [delegate.side])

    def _build_empty_states(self) -> None:
        screen = self.desk.screen
        add = Button(screen, message("Add person"), icon="user-plus", kind="primary")
        add.clicked.connect(self.commands.add.trigger)
        bring = Button(screen, message("Import a list…"), icon="file-input")
        bring.clicked.connect(self.commands.import_list.trigger)
        self._known = Button(screen, message("Invite people known already…"), icon="book-user")
        self._known.clicked.connect(self.commands.invite.trigger)
        self.no_people = EmptyState(
            screen,
            "users",
            message("Nobody takes part yet"),
            message("The people of both delegations belong here, in their order of precedence."),
            (add, bring, self._known),
        )
        overview = Button(screen, message("Go to the overview"), icon="layout-dashboard", kind="primary")
        overview.clicked.connect(lambda: self.desk.show_page("overview"))
        self.no_meeting = EmptyState(
            screen,
            "calendar",
            message("There is no meeting yet"),
            message("Add a meeting first; then its delegations belong here."),
            (overview,),
        )
        everybody = Button(screen, message("Show everybody"), icon="filter")
        everybody.clicked.connect(self.show_everybody)
        self.no_match = EmptyState(
            screen,
            "search",
            message("Nobody matches"),
            message("No delegate passes the filters and has all the words you look for."),
            (everybody,),
        )

    def _lay_out(self) -> None:
        screen = self.desk.screen
        self._import_button = Button(screen, message("Import…"), icon="file-input")
        only_writes(self._import_button)
        self._import_button.clicked.connect(self.commands.import_list.trigger)
        self._more = IconButton(screen, message("More commands"), "ellipsis")
        self._more.clicked.connect(self._open_more)
        self.filters.row.addWidget(self._import_button)
        self.filters.row.addWidget(self._more)
        self.states = QStackedWidget()
        self.states.setMinimumWidth(NARROWEST)
        for state in (self.table, self.no_people, self.no_meeting, self.no_match):
            self.states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, 0, 0)
        column.setSpacing(Space.S)
        self.filters.setContentsMargins(0, 0, Space.L, 0)
        column.addWidget(self.filters)
        column.addWidget(self.sorting_strip)
        column.addWidget(self.undo_strip)
        column.addWidget(self.vacancy_strip)
        column.addWidget(self.states, 1)

    def _connect(self) -> None:
        desk, table = self.desk, self.table
        self.filters.changed.connect(self._on_filter)
        self.sorting_strip.pressed.connect(lambda: self._sort(None))
        self.undo_strip.pressed.connect(desk.undo)
        self.vacancy_strip.pressed.connect(self.open_vacancies)
        desk.changed.connect(self._follow)
        desk.meeting_changed.connect(lambda: self.undo_strip.say(None))
        desk.person_selected.connect(self._on_person_selected)
        desk.screen.theme_changed.connect(self._draw)
        table.selection_changed.connect(self._on_selection)
        table.sorting_wanted.connect(self._sort)
        table.columns_changed.connect(self._keep_layout.start)
        table.details_wanted.connect(lambda: self._inspector.focus_field("family"))
        table.newcomer_wanted.connect(self.commands.add.trigger)
        table.customContextMenuRequested.connect(self.commands.open_context_menu)
        self._keep_layout.timeout.connect(lambda: desk.settings.keep_layout(LAYOUT, self.table.layout_state))
        self._inspector.wanted.connect(self.inspector_wanted)
        self._inspector.added.connect(self._on_added)
        self._inspector.invitation_wanted.connect(self.commands.invite_person)

    def _follow(self, changes: Changes) -> None:
        self.undo_strip.follow(changes)

    def _on_filter(self) -> None:
        self.model.set_filter(self.filters.wanted)
        self._arranged()

    def _sort(self, sorting: Sorting | None) -> None:
        self.model.set_sorting(sorting)
        self._arranged()
        current = self.table.currentIndex()
        if current.isValid():
            self.table.scrollTo(current)

    def _arranged(self) -> None:
        """Follow a change of the rows with everything that stands around them."""
        model = self.model
        self.table.show_sorting(model.sorting)
        self.table.set_headings(self._headings())
        self.sorting_strip.show_sorting(model.sorting)
        self.filters.setVisible(bool(model.everyone))
        self.states.setCurrentWidget(self._state())
        self.commands.refresh()

    def _state(self) -> QWidget:
        if self.desk.meeting is None:
            return self.no_meeting
        if not self.model.everyone:
            return self.no_people
        return self.table if self.model.rowCount() else self.no_match

    def _headings(self) -> dict[int, str]:
        """Return the heading of each side, by its first row, while the list stands in precedence."""
        if self.model.sorting is not None:
            return {}
        shown = Counter(delegate.side for delegate in self.model.values)
        everyone = Counter(delegate.side for delegate in self.model.everyone)
        rows = {delegate.side: row for row, delegate in reversed(list(enumerate(self.model.values)))}
        sides = {side.code: side for side in self.desk.tables.Side.select()}
        say, read = self.desk.screen.say, self.desk.screen.read
        return {
            row: f"{read(sides[code].country)}  ·  {say(_count(shown[code], everyone[code]))}"
            for code, row in rows.items()
        }

    def _on_selection(self) -> None:
        chosen = self.table.selected
        self.commands.refresh()
        if len(chosen) > 1:
            self._inspector.show_several(chosen)
        elif chosen:
            self._inspector.show_person(chosen[0].person)
        elif not self._inspector.is_adding:
            self._inspector.show_nobody()
        self.desk.person_selected.emit(chosen[0].person if len(chosen) == 1 else 0)

    def _on_person_selected(self, person: int) -> None:
        """Mark whoever was selected on another page."""
        part = self._part_of(person)
        if part is not None and part not in {each.participation for each in self.table.selected}:
            self.table.select([part])

    def _part_of(self, person: int) -> int | None:
        """Return the participation of a person, if there is one."""
        parts = (each.participation for each in self.model.everyone if each.person == person)
        return next(parts, None)

    def _on_added(self, person: int) -> None:
        part = self._part_of(person)
        if part is not None and self.model.row_of(part) is not None:
            self.table.select([part])
        else:
            self._inspector.show_person(person)

    def show_everybody(self) -> None:
        """Let everybody through again, and end the search."""
        self.filters.clear()
        self.search_ended.emit()

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.addActions(list(self.commands.all))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _draw(self) -> None:
        palette = self.desk.screen.palette
        self.table.cells.set_side_colours(
            {side.code: mark_colour(side.colour, palette) for side in self.desk.tables.Side.select()}
        )
        self.table.fit_rows()
        self.table.fit_columns()
        self._arranged()


def _count(shown: int, everyone: int) -> Message:
    """Return how many people of a side show, and of how many."""
    if shown == everyone:
        return counted("{count} person", "{count} people", everyone)
    return counted("{shown} of {count} person", "{shown} of {count} people", everyone, shown=shown)
