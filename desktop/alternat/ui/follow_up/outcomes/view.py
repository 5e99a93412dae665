"""The view of outcomes as a table: all of the dialogue, of whichever meeting."""

from PySide6.QtWidgets import QVBoxLayout

from alternat.language.messages import message
from alternat.planning.outcomes import OutcomePlan
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.outcomes.columns import Reader, outcome_columns
from alternat.ui.follow_up.view import View
from alternat.ui.parts.tables.list_model import ListModel
from alternat.ui.parts.tables.list_table import ListTable
from alternat.ui.parts.widgets.current_stack import CurrentStack
from alternat.ui.parts.widgets.empty_state import EmptyState


class OutcomesView(View):
    """The outcomes in a table."""

    def build(self) -> None:
        """Make the table and the empty state."""
        side = self.desk.tables.Side
        countries = {row.code: row.country for row in side.select().order_by(side.number)}
        self.model: ListModel[OutcomePlan] = ListModel(
            outcome_columns(countries, self.desk.today), self._reader(), lambda *_: None, self
        )
        self.table: ListTable[OutcomePlan] = ListTable(self.model, self.desk.screen, lines=2)
        self.wording.put(self.table.setAccessibleName, message("Outcomes"))
        self._nothing = EmptyState(
            self.desk.screen,
            "list-checks",
            message("No outcomes yet"),
            message(
                "What a meeting agrees in principle belongs here, with who carries it out, who leads on each "
                "side and how far it has come."
            ),
        )
        self.states = CurrentStack()
        for state in (self.table, self._nothing):
            self.states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.states)

    def load(self) -> None:
        """Show the outcomes."""
        plans = self.records.all()
        self.model.set_reader(self._reader())
        self.model.show(plans)
        self.states.setCurrentWidget(self.table if plans else self._nothing)

    def place(self) -> Place | None:
        """Return the first outcome that is selected."""
        chosen = self.table.selected
        return Place("outcome", chosen[0].id) if chosen else None

    def show_place(self, place: Place) -> None:
        """Select an outcome."""
        self.table.select([place.row])

    def _reader(self) -> Reader:
        return Reader(self.desk.screen.catalog, self.desk.today())
