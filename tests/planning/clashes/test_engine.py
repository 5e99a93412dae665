"""The engine against a brute-force oracle, and the incremental answer against the full one."""

from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from alternat.nouns.programme import SessionKind
from alternat.planning.clashes.engine import ClashEngine, check_programme
from alternat.planning.clashes.pairs import clash_severity
from alternat.planning.findings import Finding
from alternat.planning.programme import Programme, SessionPlan, presences
from tests.planning.clashes.programmes import context, large_programme, programmes, sessions

PAIR_CODES = {"person-twice", "interpreter-twice", "room-twice", "way-too-short"}
Clash = tuple[str, frozenset[int], frozenset[int]]


def clashes(findings: tuple[Finding, ...]) -> set[Clash]:
    return {
        (each.code, frozenset(each.sessions), frozenset(each.people))
        for each in findings
        if each.code in PAIR_CODES
    }


def oracle(programme: Programme) -> set[Clash]:
    """Ask of every two sessions and everybody, slowly and in datetimes."""
    standing = [each for each in programme.sessions.values() if not each.is_cancelled]
    return {clash for one, other in combinations(standing, 2) for clash in _between(programme, one, other)}


def _between(programme: Programme, one: SessionPlan, other: SessionPlan) -> set[Clash]:
    both = frozenset({one.id, other.id})
    found: set[Clash] = set()
    if (
        one.room is not None
        and one.room == other.room
        and one.starts < other.ends
        and other.starts < one.ends
    ):
        found.add(("room-twice", both, frozenset()))
    interpreting = {each.person for session in (one, other) for each in session.assignments}
    twice, hurried, minutes = set(), set(), _way(programme, one, other)
    for mine in presences(one, programme.people):
        for theirs in presences(other, programme.people):
            if mine.person != theirs.person:
                continue
            gap = max(theirs.start - mine.end, mine.start - theirs.end).total_seconds() / 60
            if gap < 0:
                twice.add(mine.person)
            elif gap < minutes:
                hurried.add(mine.person)
    if clash_severity(one.kind, other.kind) is None:
        twice = set()
    for code, people in (
        ("person-twice", twice - interpreting),
        ("interpreter-twice", twice & interpreting),
        ("way-too-short", hurried),
    ):
        if people:
            found.add((code, both, frozenset(people)))
    return found


def _way(programme: Programme, one: SessionPlan, other: SessionPlan) -> int:
    if one.room is None or other.room is None:
        return 0
    venues = programme.rooms[one.room].venue, programme.rooms[other.room].venue
    return programme.ways.get(venues, 0) if venues[0] != venues[1] else 0


@given(programmes())
@settings(max_examples=300, deadline=None)
def test_the_engine_finds_what_brute_force_finds(programme: Programme) -> None:
    assert clashes(check_programme(context(programme))) == oracle(programme)


@given(programmes(), st.data())
@settings(max_examples=150, deadline=None)
def test_after_any_edits_the_answer_is_that_of_a_full_check(
    programme: Programme, data: st.DataObject
) -> None:
    engine = ClashEngine(context(programme))
    for _ in range(data.draw(st.integers(1, 4))):
        edited = dict(programme.sessions)
        changed = data.draw(st.sets(st.integers(1, 8), min_size=1, max_size=3))
        for key in changed:
            edited.pop(key, None)
            if data.draw(st.booleans()):
                edited[key] = data.draw(sessions(key))
        programme = replace(programme, sessions=MappingProxyType(edited))
        engine.replace(programme, frozenset(changed))
        assert engine.findings() == check_programme(context(programme))


def test_other_people_rooms_or_ways_make_it_look_at_everything() -> None:
    programme = large_programme(140)
    engine = ClashEngine(context(programme))
    for changed in (
        replace(programme, ways=MappingProxyType({(1, 2): 400, (2, 1): 400})),
        replace(programme, people=MappingProxyType(dict(list(programme.people.items())[:99]))),
        replace(programme, rooms=MappingProxyType({})),
    ):
        engine.replace(changed, frozenset())
        expected = check_programme(replace(context(changed), pairs=context(programme).pairs))
        assert engine.findings() == expected


def test_a_pull_aside_belongs_into_a_break_and_nobody_minds_missing_one() -> None:
    severities = {
        (one, other): clash_severity(one, other)
        for one, other in (
            (SessionKind.PULL_ASIDE, SessionKind.BREAK),
            (SessionKind.MEAL, SessionKind.PULL_ASIDE),
            (SessionKind.INTERNAL, SessionKind.BREAK),
            (SessionKind.PLENARY, SessionKind.MEAL),
        )
    }
    assert [each and each.value for each in severities.values()] == [None, None, "notes", "blocks"]
