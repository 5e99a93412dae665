"""Who interprets in which pair, and who is free."""

from datetime import date, time
from typing import Any

import pytest

from alternat.actions.interpretation import set_pairs
from alternat.actions.programme import move_session
from alternat.nouns.programme import PartyKind
from alternat.planning.interpretation import busy_sessions, candidates, free_interpreters, interpreter_pairs
from alternat.planning.programme import PartyPlan, read_programme
from alternat.storage.workspace import Workspace
from tests.factories.programmes import fill_programme
from tests.planning.clashes.programmes import programme, session


def test_nobody_is_free_who_interprets_elsewhere_at_the_time(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    ours, theirs = filled.interpreters
    pairs = interpreter_pairs(dialogue.tables)
    busy = filled.sessions["bilateral"]
    programme = read_programme(dialogue.tables, filled.meeting)
    assert free_interpreters(programme, pairs, busy, ("zh", "en")) == ()
    assert [each.busy_in for each in candidates(programme, pairs, busy, ("zh", "en"))] == [
        (filled.sessions["sub-group"],),
        (filled.sessions["sub-group"],),
    ]
    move_session(dialogue, busy, start=time(15))
    programme = read_programme(dialogue.tables, filled.meeting)
    assert free_interpreters(programme, pairs, busy, ("zh", "en")) == (ours, theirs)


def test_only_those_who_work_in_the_pair_are_offered(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    set_pairs(dialogue, filled.interpreters[0], [("zh", "fr")])
    programme = read_programme(dialogue.tables, filled.meeting)
    offered = candidates(
        programme, interpreter_pairs(dialogue.tables), filled.sessions["bilateral"], ("en", "zh")
    )
    assert [each.person for each in offered] == [filled.interpreters[1]]


@pytest.mark.parametrize(
    ("start", "fields", "is_busy"),
    [
        (time(9), {}, False),  # it ends as the session begins
        (time(9, 1), {}, True),
        (time(10, 59), {}, True),
        (time(11), {}, False),
        (time(10), {"is_cancelled": True}, False),
        (time(9, 30), {"leaves": time(10)}, False),
        (time(9, 30), {"leaves": time(10, 1)}, True),
        (time(10, 30), {"joins": time(11)}, False),
        (time(10, 30), {"joins": time(10, 59)}, True),
    ],
)
def test_another_session_holds_somebody_for_as_long_as_they_are_in_it(
    start: time, fields: dict[str, Any], *, is_busy: bool
) -> None:
    day, hours = date(2027, 3, 15), {key: fields[key] for key in ("joins", "leaves") if key in fields}
    other = session(
        2,
        day,
        start,
        60,
        parties=(PartyPlan(PartyKind.PERSON, "5", **hours),),
        is_cancelled=fields.get("is_cancelled", False),
    )
    busy = busy_sessions(programme(5, 0, [session(1, day, time(10), 60), other]), 1)
    assert busy == ({5: (2,)} if is_busy else {})
