"""Everything that is wrong with a meeting, in full and again after a change at hardly any cost."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from alternat.models.tables import Tables
from alternat.planning.checks import check_meeting
from alternat.planning.clashes.context import marked_span, read_context
from alternat.planning.clashes.engine import ClashEngine
from alternat.planning.existing_checks import check_existing
from alternat.planning.findings import Finding, by_severity
from alternat.planning.guidance import check_guidance
from alternat.planning.objective_checks import check_objectives
from alternat.planning.outcome_checks import OUTCOME_TABLES, OutcomeCheck
from alternat.planning.programme import Programme, read_sessions
from alternat.planning.roster import Delegate
from alternat.planning.session_changes import SESSION_TABLES, TouchedRow, touched_sessions
from alternat.planning.severities import in_force
from alternat.planning.subgroups import check_subgroups
from alternat.planning.text_checks import TEXT_TABLES, TextsCheck
from alternat.planning.text_comparisons import Comparisons
from alternat.planning.text_states import MARK_TABLES
from alternat.planning.withheld_items import WithheldCheck

Noting = Callable[[set[str]], AbstractContextManager[None]]
"""Adds the names of the tables that a block reads to a set; `Workspace.noting` is one."""


def check_everything(tables: Tables, meeting: int, *, today: date) -> tuple[Finding, ...]:
    """Return what is wrong or worth knowing about a meeting, the gravest first; lowered kinds are lower.

    What is overdue, and of whom nothing was heard, is so on that day.
    """
    return MeetingCheck(tables, meeting, lambda _: nullcontext(), today=today).findings()


@dataclass(slots=True)
class _Part:
    """A check of its own, with what it found and the tables that it has read until now."""

    check: Callable[[], tuple[Finding, ...]]
    found: tuple[Finding, ...] = ()
    reads: set[str] = field(default_factory=set)


class MeetingCheck:
    """Holds what a meeting's checks found, each until a table that it has read changes.

    The findings never depend on the way by which the rows were reached: after `follow` they are what
    `check_everything` finds. What hangs on sessions is looked up session by session, and what hangs on
    outcomes outcome by outcome, so that a change of those alone is quick.
    """

    def __init__(
        self, tables: Tables, meeting: int, noting: Noting, *, today: date, at_once: bool = True
    ) -> None:
        """Check a meeting; what takes a moment waits for `go_on` unless all is to be done `at_once`."""
        self._tables, self._meeting, self._noting = tables, meeting, noting
        self._ground: set[str] = set()
        self._outcomes = OutcomeCheck(tables, meeting, today)
        # The tables of what outcomes are checked against.
        self._around: set[str] = set()
        # By the roster that the programme was read with, which is never older.
        self._delegations = _Part(lambda: check_meeting(tables, meeting, tuple(self.people.values())))
        self._subgroups = _Part(lambda: check_subgroups(tables, meeting))
        self._guidance = _Part(lambda: check_guidance(tables, meeting))
        self._existing = _Part(lambda: check_existing(tables, meeting, today))
        self._objectives = _Part(lambda: check_objectives(tables, meeting, today))
        self._parts = (self._delegations, self._subgroups, self._guidance, self._existing, self._objectives)
        self._texts = TextsCheck(tables, meeting, at_once=at_once)
        self._withheld = WithheldCheck(tables, meeting)
        self._read_programme()
        self._read_around()
        self._outcomes.read()
        for part in self._parts:
            self._run(part)

    @property
    def people(self) -> Mapping[int, Delegate]:
        """Those who attend the meeting, by person, as read last."""
        return self._context.programme.people

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings, the gravest first."""
        lowered = self._context.lowered
        found = (finding for part in self._parts for finding in part.found)
        by_row = (*self._outcomes.findings(), *self._withheld.findings(), *self._texts.findings())
        lacking = tuple(in_force(each, lowered) for each in (*found, *by_row))
        return by_severity((*lacking, *self._engine.findings()))

    @property
    def comparisons(self) -> Comparisons:
        """The texts that have been compared with themselves."""
        return self._texts.comparisons

    @property
    def is_finished(self) -> bool:
        """Return whether everything has been checked."""
        return self._texts.is_finished

    def go_on(self, most: int | None = None) -> None:
        """Check what still waits, so many texts of it at most."""
        self._texts.go_on(most)

    def concerns(self, rows: Iterable[TouchedRow]) -> bool:
        """Return whether a change of these rows can change a finding."""
        return any(self._reads(row.table) for row in rows)

    def is_quick(self, rows: Iterable[TouchedRow]) -> bool:
        """Return whether a change is answered at once: what is checked of it is so piece by piece."""
        return all(
            row.table in SESSION_TABLES
            or not self._reads(row.table)
            or (row.table in OUTCOME_TABLES | MARK_TABLES and not self._is_read_whole(row.table))
            for row in rows
        )

    def follow(self, rows: Iterable[TouchedRow]) -> None:
        """Take in what commits, undone and redone steps changed; the rows may come from several of them."""
        touched = tuple(rows)
        names = {row.table for row in touched}
        others = names - SESSION_TABLES
        is_around = bool((names - OUTCOME_TABLES) & self._around)
        if is_around:
            self._read_around()
        if is_around or names & OUTCOME_TABLES:
            self._outcomes.follow(touched, is_ground=is_around)
        self._withheld.follow(names)
        before = _subgroups_sitting(self._context.programme)
        is_read_again = bool(others & self._ground)
        if is_read_again:
            self._read_programme()
        elif names & SESSION_TABLES:
            self._read_sessions(touched_sessions(self._tables, touched))
        is_other_sitting = before != _subgroups_sitting(self._context.programme)
        for part in self._parts:
            follows = (part is self._delegations and is_read_again) or (
                part is self._subgroups and is_other_sitting
            )
            if follows or others & part.reads:
                self._run(part)
        self._texts.follow(touched)

    def _reads(self, table: str) -> bool:
        by_piece = table in SESSION_TABLES or table in OUTCOME_TABLES or table in TEXT_TABLES
        return by_piece or table in self._around or self._is_read_whole(table)

    def _is_read_whole(self, table: str) -> bool:
        return any(table in reads for reads in (self._ground, *(part.reads for part in self._parts)))

    def _read_around(self) -> None:
        with self._noting(self._around):
            self._outcomes.read_ground()

    def _run(self, part: _Part) -> None:
        with self._noting(part.reads):
            part.found = part.check()

    def _read_programme(self) -> None:
        with self._noting(self._ground):
            self._context = read_context(self._tables, self._meeting)
            self._engine = ClashEngine(self._context)
            self._days = marked_span(self._context.programme)

    def _read_sessions(self, changed: frozenset[int]) -> None:
        if not changed:
            return
        with self._noting(self._ground):
            fresh = read_sessions(self._tables, self._meeting, changed)
        if not all(self._knows(plan.day) for plan in fresh.values()):
            self._read_programme()
            return
        standing = self._context.programme
        kept = {key: plan for key, plan in standing.sessions.items() if key not in changed}
        programme = replace(standing, sessions=MappingProxyType({**kept, **fresh}))
        self._context = replace(self._context, programme=programme)
        self._engine.replace(programme, changed)

    def _knows(self, day: date) -> bool:
        """Return whether the days off and to avoid of that day were read."""
        return self._days is not None and self._days[0] <= day <= self._days[1]


def _subgroups_sitting(programme: Programme) -> frozenset[int | None]:
    """Return the sub-groups that have a session."""
    return frozenset(plan.subgroup for plan in programme.sessions.values() if not plan.is_cancelled)
