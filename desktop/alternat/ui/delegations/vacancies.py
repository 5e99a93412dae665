"""Opens the list of vacant seats, and lets somebody be typed who takes one, with what the seat knows."""

from PySide6.QtWidgets import QWidget

from alternat.planning.vacancies import VacantPlace
from alternat.ui.desk import Desk
from alternat.ui.dialogs.vacancies import Vacancies
from alternat.ui.inspector.inspector import PersonInspector


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
