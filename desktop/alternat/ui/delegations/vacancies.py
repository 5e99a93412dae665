"""The dialog that lists the places of a meeting that are still to be filled, to remove or to fill them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from alternat.actions.vacancies import remove_vacancies
from alternat.language.messages import counted, message
from alternat.planning.vacancies import VacantPlace, vacant_places
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.parts.choices import role_choices
from alternat.ui.parts.dialogs.lists import ListDialog
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.person.inspector import PersonInspector


class Vacancies(ListDialog):
    """Lists the vacant seats of the meeting in view; what is removed can be undone."""

    newcomer_wanted = Signal(object)
    """Somebody is to be added for the seat chosen, a `VacantPlace`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        screen = desk.screen
        super().__init__(screen, message("Vacant seats"), parent)
        self._desk = desk
        self._places: tuple[VacantPlace, ...] = ()
        self.lines.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.remove = Button(screen, message("Remove the seat"), icon="trash-2")
        self.fill = Button(screen, message("Add person"), icon="user-plus", kind="primary")
        self.remove.clicked.connect(self._remove)
        self.fill.clicked.connect(self._fill)
        for button in (self.remove, self.fill):
            self.buttons.addWidget(button)
        self.lines.itemSelectionChanged.connect(self._tell_buttons)
        self._reads = Reads(desk, self, self.load)
        self.load()

    def load(self) -> None:
        """List the seats that there are."""
        meeting = self._desk.meeting
        with self._reads.noting():
            self._places = vacant_places(self._desk.tables, meeting) if meeting is not None else ()
            lines = [self._line(each) for each in self._places]
        self.lines.clear()
        self.lines.addItems(lines)
        self.lines.setCurrentRow(0 if self._places else -1)
        self.say(
            message("Once somebody has been named, add the person and remove the seat.")
            if self._places
            else message("No place is still to be filled.")
        )
        self._tell_buttons()

    def _line(self, place: VacantPlace) -> str:
        screen = self._desk.screen
        roles = {choice.value: choice.text for choice in role_choices(screen.catalog)}
        sides = self._desk.tables.Side
        country = screen.read(sides.get(sides.code == place.side).country)
        parts = (country, roles.get(place.role, ""), place.entity, screen.read(place.position), place.note)
        return " · ".join(filter(None, parts))

    def _chosen(self) -> list[VacantPlace]:
        return [
            self._places[at] for at in sorted(self.lines.row(item) for item in self.lines.selectedItems())
        ]

    def _tell_buttons(self) -> None:
        count = len(self._chosen())
        self.remove.setEnabled(count > 0)
        self.fill.setEnabled(count == 1)

    def _remove(self) -> None:
        numbers = [each.id for each in self._chosen()]
        if self._desk.attempt(lambda: remove_vacancies(self._desk.workspace, numbers)) is not None:
            self._desk.announce(
                counted(
                    "{count} vacant seat was removed. This can be undone.",
                    "{count} vacant seats were removed. This can be undone.",
                    len(numbers),
                )
            )

    def _fill(self) -> None:
        (place,) = self._chosen()
        self.accept()
        self.newcomer_wanted.emit(place)


def open_vacancies(desk: Desk, window: QWidget, inspector: PersonInspector) -> Vacancies:
    """Open the list of places still to be filled; whoever takes one is typed in the inspector."""

    def fill(place: VacantPlace) -> None:
        inspector.show_newcomer(
            place.side,
            person={"entity": place.entity_id, "position": place.position},
            part={"role": place.role},
        )

    dialog = Vacancies(desk, window)
    dialog.newcomer_wanted.connect(fill)
    dialog.open()
    return dialog
