"""Finds outcomes by words in any of their texts; its index is filled in slices that hold nothing up."""

from collections.abc import Iterable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from alternat.language.label import Label
from alternat.planning.outcomes import OutcomePlan
from alternat.planning.searching import Found, SearchIndex

SLICE = 0.006
"""How long the index is filled at a time, in seconds."""
MOST = 200
"""How many outcomes a search shows; more than that nobody reads through."""


class Finder(QObject):
    """Keeps the texts of outcomes, and searches them; `filled` tells that more can be found than before."""

    filled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._index = SearchIndex()
        self._waiting: Iterator[OutcomePlan] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._fill)

    @property
    def is_full(self) -> bool:
        """Whether all outcomes that were shown are in the index."""
        return not self._timer.isActive()

    def show(self, plans: Sequence[OutcomePlan]) -> None:
        """Take in these outcomes and no others, bit by bit."""
        self._index = SearchIndex()
        self._waiting = iter(plans)
        self._timer.start()

    def follow(self, plans: Iterable[OutcomePlan], gone: Iterable[int]) -> None:
        """Take in what has changed, at once."""
        for key in gone:
            self._index.remove(key)
        for plan in plans:
            self._index.put(plan.id, texts_of(plan))

    def search(self, words: str) -> Found:
        """Return what is found by now, the best first."""
        return self._index.search(words, MOST)

    def _fill(self) -> None:
        until = perf_counter() + SLICE
        for plan in self._waiting:
            self._index.put(plan.id, texts_of(plan))
            if perf_counter() > until:
                return
        self._timer.stop()
        self.filled.emit()


def texts_of(plan: OutcomePlan) -> tuple[str, ...]:
    """Return all that is written in an outcome and in what hangs on it, in every language."""
    labels: tuple[Label, ...] = (
        *(plan.short, plan.text, plan.state_reason, plan.topic_name, plan.session_title),
        *(each.name for each in plan.carriers),
        *(each.name for each in plan.leads),
        *plan.objectives.values(),
        *(each.text for each in plan.notes),
        *(each.reason for each in plan.corrections),
    )
    plain = (plan.code, plan.note, *(each.source for each in plan.notes))
    return tuple(
        dict.fromkeys(
            filter(None, (*plain, *(text for each in labels for text in each.as_mapping().values())))
        )
    )
