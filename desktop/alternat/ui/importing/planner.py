"""Planning a long import without holding the window: read in short steps, compared in another thread."""

from collections.abc import Generator
from dataclasses import dataclass

from PySide6.QtCore import QTimer

from alternat.errors import AlternatError
from alternat.exchange.people_import import Planning
from alternat.planning.import_problems import LeftOutRows, ProblemKind, left_out_rows, problem_kinds
from alternat.planning.imports import Decisions, ImportPlan
from alternat.ui.importing.off_thread import LatestWork
from alternat.ui.importing.planned_rows import Which, belongs


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with what is told of it once."""

    plan: ImportPlan
    kinds: tuple[ProblemKind, ...]
    left_out: tuple[LeftOutRows, ...]
    counts: dict[Which, int]

    @classmethod
    def of(cls, plan: ImportPlan) -> "PlanView":
        """Return the view of a plan."""
        return cls(
            plan,
            problem_kinds(plan.problems),
            left_out_rows(plan.left_out),
            {which: sum(belongs(row, which) for row in plan.rows) for which in Which},
        )


Steps = Generator[None, None, Planning]


class Planner(LatestWork):
    """Makes one plan at a time; `done` brings its `PlanView`."""

    def start(self, steps: Steps, decisions: Decisions) -> None:
        """Make a plan; `done` or `refused` tells when it is over."""
        self._step(self._begin(), steps, decisions)

    def _step(self, ticket: int, steps: Steps, decisions: Decisions) -> None:
        if not self._is_wanted(ticket):
            return
        try:
            next(steps)
        except StopIteration as end:
            planning: Planning = end.value
            self._run(ticket, lambda: PlanView.of(planning.plan(decisions)))
        except AlternatError as error:
            self._report(ticket, error)
        else:
            QTimer.singleShot(0, lambda: self._step(ticket, steps, decisions))
