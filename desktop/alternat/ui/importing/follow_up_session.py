"""What has been chosen so far in reading one workbook of the follow-up back: the file and who is meant."""

from collections.abc import Callable
from datetime import date

from alternat.actions.follow_up_imports import rehearsed
from alternat.exchange.follow_up_import import plan_follow_up
from alternat.exchange.sources.table import Table
from alternat.planning.follow_up_plans import FollowUpPlan, PersonQuestion
from alternat.planning.follow_up_records import KnownPerson, read_known
from alternat.storage.workspace import Workspace
from alternat.ui.importing.list_session import ListSession


class FollowUpSession(ListSession):
    """The choices of the person who reads a workbook back, and the plan; nothing is written."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        super().__init__()
        self._workspace, self._tables, self._today = workspace, workspace.tables, today
        self.people: dict[str, int] = {}
        """Who is meant by names of which nobody could tell."""
        self.left_out: set[str] = set()
        """The names that are to be left out, as somebody said."""

    def take(self, table: Table | None) -> None:
        """Take another file; what was chosen for the one before is forgotten."""
        if self.table is None or table is None or table.reading is not self.table.reading:
            self.people, self.left_out = {}, set()
        super().take(table)

    def everybody(self) -> tuple[KnownPerson, ...]:
        """Return all who can be meant."""
        return tuple(read_known(self._tables).people.values())

    def open_questions(self, plan: FollowUpPlan) -> tuple[PersonQuestion, ...]:
        """Return what a plan asks and nobody has answered."""
        return tuple(each for each in plan.questions if each.name not in self.left_out)

    def plan(self) -> FollowUpPlan:
        """Return what reading the workbook back would do now; it is written and taken back to see that."""
        assert self.table is not None
        reading, source, today = self.table.reading, self.table.source, self._today()
        plan = plan_follow_up(self._tables, reading, source, self.people, today=today)
        return rehearsed(self._workspace, plan)
