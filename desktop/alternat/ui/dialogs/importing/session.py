"""What has been chosen so far in one import: the list, the columns, the side, and a decision a row."""

from alternat.exchange.people.fields import Field
from alternat.exchange.people.mapping import ColumnMapping
from alternat.exchange.people_import import plan, recognise
from alternat.exchange.sources.table import Table
from alternat.models.tables import Tables
from alternat.planning.import_plans import decided
from alternat.planning.imports import NO_DECISIONS, Choice, Decision, Decisions, ImportPlan, decide_all
from alternat.ui.dialogs.importing.list_session import ListSession


class ImportSession(ListSession):
    """The choices of the person who imports, and the plan that follows from them; nothing is written."""

    def __init__(self, tables: Tables, meeting: int | None, side: str = "") -> None:
        super().__init__()
        self._tables, self._meeting = tables, meeting
        self.side = side
        """The code of the side whose list it is; empty where each row tells."""
        self.creates_entities = False
        """Whether entities that the dialogue lacks are added."""
        self.mapping: ColumnMapping | None = None
        self._decisions: Decisions = NO_DECISIONS

    @property
    def tables(self) -> Tables:
        """Return the tables that the list is compared with."""
        return self._tables

    @property
    def meeting(self) -> int | None:
        """Return the meeting that new people join."""
        return self._meeting

    def take(self, table: Table | None) -> None:
        """Take another list; what was chosen for the one before is forgotten."""
        super().take(table)
        self.mapping = recognise(table, self._tables) if table is not None else None
        self._decisions = NO_DECISIONS

    def choose_field(self, position: int, meaning: Field) -> None:
        """Say what a column means; decisions about rows, which may read differently now, are forgotten."""
        assert self.mapping is not None
        self.mapping = self.mapping.with_field(position, meaning)
        self._decisions = NO_DECISIONS

    def decide(self, row: int, decision: Decision | None) -> None:
        """Decide about one row, or take the decision back."""
        self._decisions = decided(self._decisions, row, decision)

    def decide_rest(self, plan_now: ImportPlan, choice: Choice) -> None:
        """Decide alike about every row that still waits."""
        self._decisions = {**self._decisions, **decide_all(plan_now, choice)}

    def plan(self) -> ImportPlan:
        """Return what the import would do now."""
        assert self.table is not None
        assert self.mapping is not None
        return plan(
            self._tables,
            self._meeting,
            self.side or None,
            self.table,
            self.mapping,
            decisions=self._decisions,
            creates_entities=self.creates_entities,
        )
