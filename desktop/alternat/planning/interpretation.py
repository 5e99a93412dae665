"""Interpreters: the pairs of languages they work in, what a session needs, and who is free for it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.delegations import Role
from alternat.planning.programme import Programme, SessionPlan, presences

Pair = tuple[str, str]
"""Two language codes, in the order of the alphabet, since an interpreter works both ways."""
Pairs = Mapping[int, frozenset[Pair]]
"""The pairs in which each person interprets."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An interpreter for a session: free or not, and why not."""

    person: int
    pairs: frozenset[Pair]
    busy_in: tuple[int, ...]
    """The sessions at the same time in which the person already is, in order of time; empty when free."""

    @property
    def is_free(self) -> bool:
        """Whether nothing else holds the person at the time."""
        return not self.busy_in


def ordered(pair: Pair) -> Pair:
    """Return a pair in the order in which it is kept."""
    one, other = sorted(pair)
    return one, other


def interpreter_pairs(tables: Tables) -> Pairs:
    """Return the pairs in which people of the dialogue interpret."""
    table = tables.InterpreterPair
    found: dict[int, set[Pair]] = defaultdict(set)
    for person, one, other in tuples(table.select(table.person, table.one, table.other)):
        found[person].add(ordered((one, other)))
    return MappingProxyType({person: frozenset(pairs) for person, pairs in found.items()})


def interpreters(programme: Programme, pairs: Pairs) -> tuple[int, ...]:
    """Return who interprets at a meeting: whoever has a pair, or the role of interpreter, by precedence."""
    return tuple(
        person
        for person, delegate in programme.people.items()
        if person in pairs or delegate.role is Role.INTERPRETER
    )


def candidates(programme: Programme, pairs: Pairs, session: int, pair: Pair) -> tuple[Candidate, ...]:
    """Return the interpreters who work in a pair and are not at the session yet, the free ones first.

    Nobody is free who is in another session of the same time, part-time presence taken into account.
    """
    plan = programme.sessions[session]
    wanted, assigned = ordered(pair), {each.person for each in plan.assignments}
    able = [
        person
        for person in interpreters(programme, pairs)
        if wanted in pairs.get(person, frozenset()) and person not in assigned
    ]
    busy = _busy(programme, plan)
    found = [Candidate(person, pairs[person], tuple(busy.get(person, ()))) for person in able]
    return tuple(sorted(found, key=lambda each: not each.is_free))


def free_interpreters(programme: Programme, pairs: Pairs, session: int, pair: Pair) -> tuple[int, ...]:
    """Return the interpreters who work in a pair and are free for a session, by precedence."""
    return tuple(each.person for each in candidates(programme, pairs, session, pair) if each.is_free)


def busy_sessions(programme: Programme, session: int) -> Mapping[int, tuple[int, ...]]:
    """Return, by person, the other sessions that hold people at the time of a session."""
    busy = _busy(programme, programme.sessions[session])
    return MappingProxyType({person: tuple(sessions) for person, sessions in busy.items()})


def _busy(programme: Programme, plan: SessionPlan) -> dict[int, list[int]]:
    starts, ends = plan.starts, plan.ends
    found: dict[int, list[int]] = defaultdict(list)
    for other in programme.sessions.values():
        if other.id == plan.id or other.is_cancelled or other.starts >= ends or other.ends <= starts:
            continue
        for presence in presences(other, programme.people):
            if presence.start < ends and starts < presence.end:
                found[presence.person].append(other.id)
    return found
