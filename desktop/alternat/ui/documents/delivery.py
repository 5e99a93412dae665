"""Makes whole documents in the background, so that saving or printing a long one never stops the typing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Slot

from alternat.documents.kinds.registry import KINDS
from alternat.documents.press.drawing import HeldBack
from alternat.documents.printing import document_mark, named_on
from alternat.documents.proofs import SharedPress
from alternat.errors import AlternatError
from alternat.planning.findings import Finding, by_severity
from alternat.ui.desk.desk import Desk
from alternat.ui.documents.preview.background import Background
from alternat.ui.documents.proofing import Order


@dataclass(frozen=True, slots=True)
class Finished:
    """A document as it is saved or printed."""

    order: Order
    pdf: bytes
    findings: tuple[Finding, ...]
    has_nobody: bool
    """Whether it is a document of people and there are none on it."""
    people: tuple[int, ...] = ()
    """The ids of those whom it names, in order."""
    held_back: tuple[HeldBack, ...] = ()
    is_blocked: bool = False


Taker = Callable[[tuple[Finished, ...]], None]


@dataclass(frozen=True, slots=True)
class _Make:
    """The job of making documents of values gathered before."""

    press: SharedPress
    orders: tuple[tuple[Order, Any, str], ...]
    taker: Taker

    def __call__(self) -> tuple[Taker, tuple[Finished, ...]]:
        return self.taker, tuple(self._finished(*each) for each in self.orders)

    def _finished(self, order: Order, values: Any, mark: str) -> Finished:
        composition = self.press.compose(order.kind, values, order.options, mark)
        return Finished(
            order,
            self.press.write(composition),
            by_severity(composition.findings),
            has_nobody=order.kind in KINDS
            and not composition.placements
            and (order.kind.is_of_people or any(each.is_left_out for each in composition.held_back)),
            people=named_on(order.kind, values, order.options, composition),
            held_back=composition.held_back,
            is_blocked=composition.is_blocked,
        )


class Delivery(QObject):
    """Reads what documents print at the moment they are asked for, and hands them over when they are made."""

    def __init__(self, desk: Desk, press: SharedPress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background = Background("documents")
        self._desk, self._press = desk, press
        self.background.done.connect(self._hand_over)
        self.background.failed.connect(self._fail)

    def make(self, orders: tuple[Order, ...], taker: Taker) -> None:
        """Make documents as the dialogue is now; `taker` gets them, in the window's thread."""
        tables, began = self._desk.tables, self._desk.workspace.team.began
        gathered = self._desk.attempt(
            lambda: tuple(
                (
                    order,
                    order.kind.gather(tables, order.meeting, order.options),
                    document_mark(order.kind.id, tables, order.meeting, began),
                )
                for order in orders
            )
        )
        if gathered is not None:
            self.background.replace((_Make(self._press, gathered, taker),))

    @Slot(object)
    def _hand_over(self, made: tuple[Taker, tuple[Finished, ...]]) -> None:
        taker, finished = made
        taker(finished)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if not isinstance(error, AlternatError):
            raise error
        self._desk.attempt(lambda: _raise(error))


def _raise(error: AlternatError) -> None:
    raise error
