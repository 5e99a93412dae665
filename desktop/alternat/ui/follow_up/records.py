"""The outcomes as read last, which the views of the follow-up share; an edit reads again what it touches."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.planning.outcomes import OutcomePlan, outcomes
from alternat.storage.changes import Changes, RowChange
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.follow_up.finding import Finder

PARTS: Mapping[str, tuple[str, ...]] = {
    "outcome_carrier": ("outcome",),
    "outcome_side": ("outcome",),
    "outcome_link": ("outcome", "earlier"),
    "outcome_objective": ("outcome",),
    "outcome_correction": ("outcome",),
    "progress_note": ("outcome",),
}
"""What hangs on outcomes, by table, with the references to them."""
MANY = 200
"""Where an edit touches more outcomes than that, all are read again."""


class Records(QObject):
    """All outcomes of the dialogue, the newest meeting's first; read when somebody asks for them.

    Whoever shows them keeps the `version` that was shown, and asks for `since` that one after an edit.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._reads = desk, Reads(desk, self)
        self._plans: dict[int, OutcomePlan] | None = None
        self._order: tuple[OutcomePlan, ...] = ()
        self._meetings: Mapping[int, tuple[object, ...]] = {}
        self._pending: set[int] = set()
        self._log: list[frozenset[int] | None] = []
        self._finder: Finder | None = None
        self.begun_notes: dict[int, dict[str, object]] = {}
        """The progress notes that are being written, by outcome: every view shows the same one."""
        desk.changed.connect(self._follow)

    @property
    def version(self) -> int:
        """Return the number of what `all` returns."""
        self._catch_up()
        return len(self._log)

    def all(self) -> tuple[OutcomePlan, ...]:
        """Return the outcomes."""
        self._catch_up()
        return self._order

    def of(self, outcome: int) -> OutcomePlan | None:
        """Return an outcome by its id."""
        self._catch_up()
        assert self._plans is not None
        return self._plans.get(outcome)

    def since(self, version: int) -> frozenset[int] | None:
        """Return the ids of what was changed, added or removed since a version; None where it may be all."""
        self._catch_up()
        touched: set[int] = set()
        for each in self._log[version:]:
            if each is None:
                return None
            touched |= each
        return frozenset(touched) if version else None

    @property
    def finder(self) -> Finder:
        """What finds outcomes by words; it is filled bit by bit from when it is first asked for."""
        self._catch_up()
        if self._finder is None:
            self._finder = Finder(self)
            self._finder.show(self._order)
        return self._finder

    def _follow(self, changes: Changes) -> None:
        if self._plans is None or not self._reads.touched_by(changes):
            return
        own = [row for row in changes.rows if row.table == "outcome" or row.table in PARTS]
        others = {row.table for row in changes.rows if row.table in self._reads.tables}
        others -= {"outcome", *PARTS}
        if others - {"meeting"} or ("meeting" in others and _meetings(self._desk.tables) != self._meetings):
            self._plans = None
            return
        self._pending |= _touched(self._desk.tables, own)
        if len(self._pending) > MANY:
            self._plans = None

    def _catch_up(self) -> None:
        if self._plans is None:
            with self._reads.noting():
                self._order = outcomes(self._desk.tables)
                self._meetings = _meetings(self._desk.tables)
            self._plans = {plan.id: plan for plan in self._order}
            self._log.append(None)
            if self._finder is not None:
                self._finder.show(self._order)
        elif self._pending:
            self._read_again(self._plans, frozenset(self._pending))
        self._pending.clear()

    def _read_again(self, plans: dict[int, OutcomePlan], touched: frozenset[int]) -> None:
        with self._reads.noting():
            now = {plan.id: plan for plan in outcomes(self._desk.tables, ids=touched)}
        if now.keys() == touched & plans.keys():
            plans |= now
            self._order = tuple(now.get(plan.id, plan) for plan in self._order)
        else:
            kept = [plan for plan in self._order if plan.id not in touched]
            self._order = tuple(sorted((*kept, *now.values()), key=self._place))
            self._plans = {plan.id: plan for plan in self._order}
        self._log.append(touched)
        if self._finder is not None:
            self._finder.follow(now.values(), touched - now.keys())

    def _place(self, plan: OutcomePlan) -> tuple[int, int, int]:
        """Return the place of an outcome in the order: the newest meeting first, in it by number."""
        year = self._meetings[plan.meeting][0]
        assert isinstance(year, int)
        return (-year, plan.meeting, plan.number)


def _meetings(tables: Tables) -> Mapping[int, tuple[object, ...]]:
    """Return what outcomes show of their meetings, by id: all else of a meeting may change without them."""
    meeting: Any = tables.Meeting
    columns = (meeting.id, meeting.year, meeting.reference, meeting.record_closed)
    return {key: tuple(facts) for key, *facts in tuples(meeting.select(*columns))}


def _touched(tables: Tables, rows: Iterable[RowChange]) -> frozenset[int]:
    """Return the ids of the outcomes that rows are, or were, a part of; some may be gone."""
    found: set[int] = set()
    parts: dict[str, set[int]] = {}
    for row in rows:
        if row.table == "outcome":
            found.add(row.key)
        else:
            # A row that is gone tells what it hung on; what is still there is looked up.
            found.update(key for name, key in row.owners if name in PARTS[row.table])
            parts.setdefault(row.table, set()).add(row.key)
    for table, keys in parts.items():
        model: Any = tables.named(table)
        columns = [getattr(model, name) for name in PARTS[table]]
        ends = tuples(model.select(*columns).where(model.id.in_(sorted(keys))))
        found.update(key for row in ends for key in row if key is not None)
    return frozenset(found)
