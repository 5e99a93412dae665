"""The view of outcomes as a table."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from alternat.planning.outcomes import OutcomePlan
from alternat.ui.follow_up.outcomes.listing import OutcomeListing
from alternat.ui.follow_up.outcomes.panel import OutcomePanel
from alternat.ui.follow_up.outcomes.sheet import OutcomeSheet


class OutcomesView(OutcomeListing):
    """The outcomes in a table, edited in place."""

    def listed(self) -> QWidget:
        """Make the table."""
        self.panel = OutcomePanel(self.desk, self.records)
        self.panel.add_wanted.connect(self.add_one)
        return self.panel

    def show_listed(self, plans: Sequence[OutcomePlan]) -> None:
        """List these, keeping what is selected."""
        self.panel.show_values(plans)

    def say_listed(self) -> None:
        """Say every cell again."""
        self.panel.retranslate()

    def is_listed(self, outcome: int) -> bool:
        """Return whether an outcome has a row."""
        return self.panel.model.row_of(outcome) is not None

    def select(self, outcome: int) -> None:
        """Select the row of an outcome."""
        self.panel.table.select([outcome])

    def word(self) -> None:
        """Begin to word what is selected, in its row."""
        self.panel.table.edit_text()

    @property
    def selected(self) -> Sequence[OutcomePlan]:
        """What is selected, in the order of the table."""
        return self.panel.table.selected

    @property
    def sheet(self) -> OutcomeSheet:
        """The sheet of what is selected."""
        return self.panel.outcome_sheet

    @property
    def add(self) -> QAction:
        """The command that adds an outcome."""
        return self.panel.add

    def actions_offered(self) -> tuple[QAction, ...]:
        """Return the commands about what is selected."""
        return self.panel.actions_of_rows
