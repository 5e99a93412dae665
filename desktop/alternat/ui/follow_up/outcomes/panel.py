"""The table of outcomes with its commands: add, edit, remove, and the states to which one can go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from alternat.language.messages import message
from alternat.nouns.outcomes import OutcomeState
from alternat.planning.outcomes import OutcomePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.outcomes.columns import Reader, outcome_columns
from alternat.ui.follow_up.outcomes.sheet import OutcomeSheet
from alternat.ui.follow_up.outcomes.states import STATE_VERBS, states_for
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.follow_up.records import Records
from alternat.ui.parts.tables.list_panel import ListPanel

STATE_ICONS = {
    OutcomeState.AGREED: "undo-2",
    OutcomeState.UNDER_WAY: "circle-dot",
    OutcomeState.DONE: "circle-check",
    OutcomeState.STUCK: "ban",
    OutcomeState.NO_NEWS: "triangle-alert",
    OutcomeState.DROPPED: "x",
}


class OutcomePanel(ListPanel[OutcomePlan]):
    """The outcomes that a view lists, two lines each."""

    add_wanted = Signal()
    """An outcome is to be added; which meeting agreed it, the view knows or asks."""

    def __init__(self, desk: Desk, records: Records) -> None:
        verbs = OutcomeVerbs(desk)
        self.outcome_sheet = sheet = OutcomeSheet(desk, verbs, records)
        side = desk.tables.Side
        countries = {row.code: row.country for row in side.select().order_by(side.number)}
        super().__init__(
            desk,
            message("Outcomes"),
            message("Add an outcome"),
            outcome_columns(countries, desk.today),
            lambda: Reader(desk.screen.catalog, desk.today()),
            verbs,
            sheet,
            lines=2,
        )
        self.state_actions: dict[OutcomeState, QAction] = {
            state: self.command(words, STATE_ICONS[state], self._changing(state))
            for state, words in STATE_VERBS.items()
        }
        self.actions_of_rows = (*self.actions_of_rows, *self.state_actions.values())
        self.table.selection_changed.connect(self._offer_states)
        self._offer_states()
        self._draw()

    def add_row(self) -> None:
        """Ask that an outcome be added."""
        self.add_wanted.emit()

    def show_values(self, values: Sequence[OutcomePlan]) -> None:
        """Show these outcomes, keeping what is selected."""
        super().show_values(values)
        self._offer_states()

    def _changing(self, state: OutcomeState) -> Callable[[], None]:
        return lambda: self.outcome_sheet.change_state(state)

    def _offer_states(self) -> None:
        offered = states_for(self.table.selected)
        for state, action in self.state_actions.items():
            action.setEnabled(state in offered)
