"""Planning a long import without holding the window: read in short steps, compared in another thread."""

from collections.abc import Generator
from dataclasses import dataclass
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from alternat.errors import AlternatError
from alternat.exchange.people_import import Planning
from alternat.planning.import_problems import LeftOutRows, ProblemKind, left_out_rows, problem_kinds
from alternat.planning.imports import Decisions, ImportPlan
from alternat.ui.dialogs.importing.planned_rows import Which, belongs


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


class Planner(QObject):
    """Makes one plan at a time; whatever was asked for before or stopped since is not reported."""

    done = Signal(object)
    """The `PlanView`."""
    refused = Signal(object)
    """The `AlternatError` that says why there is no plan."""
    _answered = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._ticket = 0
        self._is_busy = False
        self._answered.connect(self._report)

    @property
    def is_busy(self) -> bool:
        """Return whether a plan is being made."""
        return self._is_busy

    def start(self, steps: Steps, decisions: Decisions) -> None:
        """Make a plan; `done` or `refused` tells when it is over."""
        self._ticket += 1
        self._is_busy = True
        self._step(self._ticket, steps, decisions)

    def stop(self) -> None:
        """Forget the plan that is being made."""
        self._ticket += 1
        self._is_busy = False

    def _step(self, ticket: int, steps: Steps, decisions: Decisions) -> None:
        if ticket != self._ticket:
            return
        try:
            next(steps)
        except StopIteration as end:
            # A thread that dies with the program: it only computes.
            Thread(target=self._work, args=(ticket, end.value, decisions), daemon=True).start()
        except AlternatError as error:
            self._report(ticket, error)
        else:
            QTimer.singleShot(0, lambda: self._step(ticket, steps, decisions))

    def _work(self, ticket: int, planning: Planning, decisions: Decisions) -> None:
        try:
            answer: PlanView | AlternatError = PlanView.of(planning.plan(decisions))
        except AlternatError as error:
            answer = error
        self._answered.emit(ticket, answer)

    def _report(self, ticket: int, answer: PlanView | AlternatError) -> None:
        if ticket != self._ticket:
            return
        self._is_busy = False
        if isinstance(answer, AlternatError):
            self.refused.emit(answer)
        else:
            self.done.emit(answer)
