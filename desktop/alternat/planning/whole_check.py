"""Everything that is wrong with a meeting, in full and again after a change at hardly any cost."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from alternat.models.tables import Tables
from alternat.planning.checks import check_meeting
from alternat.planning.clashes.context import marked_span, read_context
from alternat.planning.clashes.engine import ClashEngine
from alternat.planning.findings import Finding, by_severity
from alternat.planning.guidance import check_guidance
from alternat.planning.programme import Programme, read_sessions
from alternat.planning.roster import Delegate
from alternat.planning.session_changes import SESSION_TABLES, TouchedRow, touched_sessions
from alternat.planning.severities import in_force
from alternat.planning.subgroups import check_subgroups

_DELEGATION_TABLES = frozenset(
    {
        *("dialogue", "side", "entity", "person", "contact", "meeting", "participation", "consent"),
        "vacancy",
    }
)
_SUBGROUP_TABLES = frozenset(
    {
        *("dialogue", "side", "entity", "person", "meeting", "provision", "consent"),
        *("sub_group", "sub_group_topic", "sub_group_entity"),
    }
)
_GROUND_TABLES = frozenset(
    {
        *("dialogue", "side", "entity", "person", "meeting", "participation", "provision", "consent"),
        *("sub_group", "sub_group_topic", "sub_group_entity", "venue", "room", "way", "interpreter_pair"),
        *("notice_day", "avoid_dates", "lowered_finding"),
    }
)
"""What the rules of the programme look at besides the sessions."""
_GUIDANCE_TABLES = frozenset({"side", "provision", "meeting", "guidance", "guidance_answer"})
CHECKED_TABLES = _DELEGATION_TABLES | _SUBGROUP_TABLES | _GROUND_TABLES | _GUIDANCE_TABLES | SESSION_TABLES
"""Nothing but rows of these can change a finding."""


def check_everything(tables: Tables, meeting: int) -> tuple[Finding, ...]:
    """Return what is wrong or worth knowing about a meeting, the gravest first; lowered kinds are lower."""
    return MeetingCheck(tables, meeting).findings()


def is_quick(rows: Iterable[TouchedRow]) -> bool:
    """Return whether a change is answered at once, since it touches nothing checked but sessions."""
    return all(row.table in SESSION_TABLES or row.table not in CHECKED_TABLES for row in rows)


class MeetingCheck:
    """Holds what a meeting's checks found, each until a table that it reads has changed.

    The findings never depend on the way by which the rows were reached: after `follow` they are what
    `check_everything` finds.
    """

    def __init__(self, tables: Tables, meeting: int) -> None:
        self._tables, self._meeting = tables, meeting
        self._read_programme()
        self._check_delegations()
        self._subgroups = check_subgroups(tables, meeting)
        self._guidance = check_guidance(tables, meeting)

    @property
    def people(self) -> Mapping[int, Delegate]:
        """Those who attend the meeting, by person, as read last."""
        return self._context.programme.people

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings, the gravest first."""
        lowered = self._context.lowered
        found = (*self._delegations, *self._subgroups, *self._guidance)
        lacking = tuple(in_force(each, lowered) for each in found)
        return by_severity((*lacking, *self._engine.findings()))

    def follow(self, rows: Iterable[TouchedRow]) -> None:
        """Take in what commits, undone and redone steps changed; the rows may come from several of them."""
        touched = tuple(rows)
        names = {row.table for row in touched}
        before = _subgroups_sitting(self._context.programme)
        if names & _GROUND_TABLES:
            self._read_programme()
        elif names & SESSION_TABLES:
            self._read_sessions(touched_sessions(self._tables, touched))
        if names & _DELEGATION_TABLES:
            self._check_delegations()
        if names & _SUBGROUP_TABLES or before != _subgroups_sitting(self._context.programme):
            self._subgroups = check_subgroups(self._tables, self._meeting)
        if names & _GUIDANCE_TABLES:
            self._guidance = check_guidance(self._tables, self._meeting)

    def _read_programme(self) -> None:
        self._context = read_context(self._tables, self._meeting)
        self._engine = ClashEngine(self._context)
        self._days = marked_span(self._context.programme)

    def _check_delegations(self) -> None:
        """Check the delegations by the roster that the programme was read with, which is never older."""
        self._delegations = check_meeting(self._tables, self._meeting, tuple(self.people.values()))

    def _read_sessions(self, changed: frozenset[int]) -> None:
        if not changed:
            return
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
