"""Whose turn it is to host."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alternat.actions.meetings import add_meeting, change_meeting, remove_meeting, set_status
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.hosting import (
    PLANNED,
    coming_year,
    forecast,
    is_out_of_turn,
    next_host,
    turn_in,
    year_to_propose,
)
from alternat.storage.workspace import Workspace


def test_the_side_that_did_not_host_the_last_held_meeting_is_next(dialogue: Workspace) -> None:
    turn = next_host(dialogue.tables)
    assert turn.side == "CN"
    assert catalog(Language.EN).say(turn.reason) == "Canada hosted the last meeting held, in 2017."


@pytest.mark.parametrize(
    "status", [MeetingStatus.POSTPONED, MeetingStatus.CANCELLED, MeetingStatus.CONFIRMED]
)
def test_a_meeting_that_was_not_held_leaves_the_turn_where_it_was(
    dialogue: Workspace, status: MeetingStatus
) -> None:
    add_meeting(dialogue, year=2018, host="CN", status=status)
    assert next_host(dialogue.tables).side == "CN"


def test_holding_a_meeting_passes_the_turn_whatever_the_year(dialogue: Workspace) -> None:
    add_meeting(dialogue, year=2026, host="CN", status=MeetingStatus.HELD)
    assert next_host(dialogue.tables).side == "CA"


def test_the_host_of_the_next_meeting_is_the_one_on_record(dialogue: Workspace) -> None:
    add_meeting(dialogue, year=2027, host="CA", host_reason="Summit in Ottawa")
    add_meeting(dialogue, year=2028, host="CN")
    turn = next_host(dialogue.tables)
    assert turn.side == "CA"
    assert catalog(Language.EN).say(turn.reason) == "Canada hosts out of turn: Summit in Ottawa"


def _said(dialogue: Workspace, first: int, last: int) -> list[tuple[int, str, str]]:
    say = catalog(Language.EN).say
    return [
        (each.year, each.side + ("!" if each.is_override else ""), say(each.reason))
        for each in forecast(dialogue.tables, first, last)
    ]


def _hosts(dialogue: Workspace, first: int, last: int) -> list[str]:
    return [each.side for each in forecast(dialogue.tables, first, last)]


def test_years_before_the_first_one_asked_for_are_not_supposed_to_have_had_a_meeting(
    dialogue: Workspace,
) -> None:
    for first in range(2018, 2041):
        assert _hosts(dialogue, first, first + 2) == ["CN", "CA", "CN"]
        assert turn_in(dialogue.tables, first).side == "CN"
    assert _hosts(dialogue, 2027, 2027) == ["CN"]


def test_meetings_on_record_count_turn_by_turn_and_gaps_keep_the_turn(dialogue: Workspace) -> None:
    add_meeting(dialogue, year=2026, host="CN", status=MeetingStatus.HELD)
    add_meeting(dialogue, year=2027, host="CA", status=MeetingStatus.CONFIRMED)
    add_meeting(dialogue, year=2030, host="CN")
    assert _hosts(dialogue, 2025, 2032) == ["CN", "CN", "CA", "CN", "CN", "CN", "CA", "CN"]
    asked = {year: turn_in(dialogue.tables, year).side for year in (2015, 2016, 2017, 2026, 2027, 2028, 2031)}
    assert asked == {2015: "CA", 2016: "CA", 2017: "CN", 2026: "CA", 2027: "CN", 2028: "CN", 2031: "CA"}


def test_a_plan_that_a_later_meeting_overtook_does_not_count(dialogue: Workspace) -> None:
    add_meeting(dialogue, year=2025, host="CN")
    assert turn_in(dialogue.tables, 2027).side == "CA"
    add_meeting(dialogue, year=2026, host="CN", status=MeetingStatus.HELD)
    assert turn_in(dialogue.tables, 2026).side == "CA"
    assert _hosts(dialogue, 2025, 2027) == ["CN", "CN", "CA"]


@pytest.mark.parametrize(
    ("today", "coming", "proposed"),
    [
        (date(2026, 6, 30), 2026, 2026),
        (date(2026, 7, 1), 2027, 2027),
        (date(2026, 11, 30), 2027, 2027),
        (date(2027, 1, 1), 2027, 2027),
        (date(2028, 3, 1), 2028, 2028),
    ],
)
def test_whoever_names_no_year_gets_the_first_that_can_still_have_a_meeting(
    dialogue: Workspace, today: date, coming: int, proposed: int
) -> None:
    assert coming_year(dialogue.tables, today) == coming
    assert year_to_propose(dialogue.tables, today) == proposed
    add_meeting(dialogue, year=today.year, host="CN")
    assert coming_year(dialogue.tables, today) == today.year
    assert year_to_propose(dialogue.tables, today) == max(today.year + 1, coming)


def test_a_forecast_tells_each_year_with_its_reason(dialogue: Workspace) -> None:
    add_meeting(dialogue, year=2027, host="CN", status=MeetingStatus.CONFIRMED)
    assert _said(dialogue, 2016, 2029) == [
        (2016, "CN", "China hosted the meeting of 2016, in Beijing."),
        (2017, "CA", "Canada hosted the meeting of 2017, in Ottawa."),
        *(
            (year, "CN", f"No meeting is on record for {year}; China keeps the turn.")
            for year in range(2018, 2027)
        ),
        (2027, "CN", "Canada hosted the last meeting held, in 2017."),
        (2028, "CA", "China hosts the meeting before, in 2027."),
        (2029, "CN", "Canada hosts the meeting before, in 2028."),
    ]


def test_an_override_shows_with_its_reason_and_turns_the_rest(dialogue: Workspace) -> None:
    add_meeting(dialogue, year=2027, host="CA", host_reason="Summit in Ottawa")
    assert _said(dialogue, 2027, 2028) == [
        (2027, "CA!", "Canada hosts out of turn: Summit in Ottawa"),
        (2028, "CN", "Canada hosts the meeting before, in 2027."),
    ]


@pytest.mark.parametrize(
    ("status", "passes", "said"),
    [
        (
            MeetingStatus.POSTPONED,
            False,
            ("CN", "The meeting of 2027 is postponed; China keeps the turn.", "CN"),
        ),
        (
            MeetingStatus.CANCELLED,
            False,
            ("CN", "The meeting of 2027 is cancelled; China keeps the turn.", "CN"),
        ),
        (
            MeetingStatus.CANCELLED,
            True,
            ("CN", "The meeting of 2027 in China is cancelled; the turn passes to Canada.", "CA"),
        ),
    ],
)
def test_a_meeting_called_off_keeps_or_passes_the_turn(
    dialogue: Workspace, status: MeetingStatus, passes: bool, said: tuple[str, str, str]
) -> None:
    meeting = add_meeting(dialogue, year=2027, host="CN", status=status).inserted("meeting")[0]
    change_meeting(dialogue, meeting, {"turn_passes": passes})
    this, following = _said(dialogue, 2027, 2028)
    assert (this[1], this[2], following[1]) == said
    assert next_host(dialogue.tables).side == said[2]


@pytest.mark.parametrize(
    ("status", "passes", "said"),
    [
        (
            MeetingStatus.POSTPONED,
            None,
            "The meeting of 2027 is postponed (Elections); China keeps the turn.",
        ),
        (
            MeetingStatus.CANCELLED,
            False,
            "The meeting of 2027 is cancelled (Elections); China keeps the turn.",
        ),
        (
            MeetingStatus.CANCELLED,
            True,
            "The meeting of 2027 in China is cancelled (Elections); the turn passes to Canada.",
        ),
    ],
)
def test_a_forecast_tells_why_a_meeting_was_called_off(
    dialogue: Workspace, status: MeetingStatus, passes: bool | None, said: str
) -> None:
    (meeting,) = add_meeting(dialogue, year=2027, host="CN").inserted("meeting")
    set_status(dialogue, meeting, status, "Elections", passes)
    ((_, _, reason),) = _said(dialogue, 2027, 2027)
    assert reason == said


def test_a_draft_before_a_meeting_that_was_held_was_not(dialogue: Workspace) -> None:
    add_meeting(dialogue, year=2018, host="CN")
    add_meeting(dialogue, year=2019, host="CN", status=MeetingStatus.HELD)
    assert _said(dialogue, 2018, 2018) == [
        (2018, "CN", "The meeting of 2018 was not held; China keeps the turn.")
    ]


def test_within_a_year_the_days_decide_which_meeting_was_overtaken(dialogue: Workspace) -> None:
    held, middle = MeetingStatus.HELD, date(2026, 6, 15)
    add_meeting(dialogue, year=2026, host="CN", reference="held", starts=middle, status=held)
    (earlier,) = add_meeting(
        dialogue, year=2026, host="CN", reference="earlier", starts=date(2026, 6, 14)
    ).inserted("meeting")
    assert next_host(dialogue.tables).side == "CA"
    assert turn_in(dialogue.tables, 2026).side == "CA"
    change_meeting(dialogue, earlier, {"starts": date(2026, 6, 16), "ends": date(2026, 6, 16)})
    assert (next_host(dialogue.tables).side, turn_in(dialogue.tables, 2026).side) == ("CN", "CA")
    assert is_out_of_turn(dialogue.tables, dialogue.tables.Meeting.get_by_id(earlier))


def test_a_plan_without_dates_is_still_to_come_in_the_year_of_one_that_was_held(dialogue: Workspace) -> None:
    add_meeting(dialogue, year=2026, host="CA", reference="second")
    add_meeting(
        dialogue,
        year=2026,
        host="CN",
        reference="first",
        starts=date(2026, 12, 30),
        status=MeetingStatus.HELD,
    )
    assert next_host(dialogue.tables).side == "CA"
    assert turn_in(dialogue.tables, 2026).side == "CN"


def test_a_plan_that_is_over_neither_hosts_nor_passes_the_turn_in_a_forecast(dialogue: Workspace) -> None:
    add_meeting(dialogue, year=2025, host="CN", status=MeetingStatus.CONFIRMED)
    add_meeting(dialogue, year=2026, host="CN", status=MeetingStatus.HELD)
    assert _hosts(dialogue, 2025, 2028) == ["CN", "CN", "CA", "CN"]
    assert not forecast(dialogue.tables, 2026, 2026)[0].is_override
    assert next_host(dialogue.tables).side == "CA"


HISTORIES = st.lists(
    st.tuples(st.sampled_from(MeetingStatus), st.sampled_from(("CA", "CN")), st.booleans()), max_size=12
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=HISTORIES)
def test_any_history_alternates_from_the_last_meeting_that_counts(
    dialogue: Workspace, history: list[tuple[MeetingStatus, str, bool]]
) -> None:
    for row in dialogue.tables.Meeting.select().where(dialogue.tables.Meeting.year > 2017):
        remove_meeting(dialogue, row.id)
    for year, (status, host, passes) in enumerate(history, 2018):
        meeting = add_meeting(dialogue, year=year, host=host, status=status).inserted("meeting")[0]
        change_meeting(dialogue, meeting, {"turn_passes": passes and status is MeetingStatus.CANCELLED})
    passed = [
        status is MeetingStatus.HELD or (status is MeetingStatus.CANCELLED and passes)
        for status, _, passes in history
    ]
    decided = max((at for at, each in enumerate(passed) if each), default=-1)
    planned = [at for at, (status, _, _) in enumerate(history) if status in PLANNED and at > decided]
    counted = [host for at, (_, host, _) in enumerate(history) if passed[at] or at in planned]
    turn = {"CA": "CN", "CN": "CA"}[counted[-1] if counted else "CA"]
    after = 2018 + len(history)
    expected_next = history[planned[0]][1] if planned else turn
    assert next_host(dialogue.tables).side == expected_next
    years = forecast(dialogue.tables, 2016, after + 9)
    assert [each.year for each in years] == list(range(2016, after + 10))
    projected = [each.side for each in years if each.year >= after]
    assert projected[0] == turn == turn_in(dialogue.tables, after).side
    assert all(one != other for one, other in pairwise(projected))
    first = min(2019, after)
    assert years[first - 2016 :] == forecast(dialogue.tables, first, after + 9)


DECIDED = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from((MeetingStatus.HELD, MeetingStatus.POSTPONED, MeetingStatus.CANCELLED)),
        st.sampled_from(("CA", "CN")),
        st.booleans(),
    ),
    max_size=10,
)
"""Years since the meeting before, how it ended, its host, and whether a cancellation passes the turn."""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(decided=DECIDED)
def test_any_history_is_told_year_by_year_with_its_overrides(
    dialogue: Workspace, decided: list[tuple[int, MeetingStatus, str, bool]]
) -> None:
    for row in dialogue.tables.Meeting.select().where(dialogue.tables.Meeting.year > 2017):
        remove_meeting(dialogue, row.id)
    year, turn = 2018, "CN"
    expected: dict[int, tuple[str, bool]] = {}
    took_place: set[int] = set()
    for at, (gap, status, host, wants_pass) in enumerate(decided):
        year += gap
        passes = wants_pass and status is MeetingStatus.CANCELLED
        added = add_meeting(dialogue, year=year, host=host, reference=f"{year}-{at}", status=status)
        change_meeting(dialogue, added.inserted("meeting")[0], {"turn_passes": passes})
        if status is MeetingStatus.HELD or passes:
            expected[year] = (host, host != turn)
            turn = "CA" if host == "CN" else "CN"
            took_place.add(year)
        elif year not in took_place:
            expected[year] = (turn, False)

    years = {each.year: each for each in forecast(dialogue.tables, 2018, year + 3)}

    assert {at: (years[at].side, years[at].is_override) for at in expected} == expected
    assert next_host(dialogue.tables).side == turn
    other = "CA" if turn == "CN" else "CN"
    assert _hosts(dialogue, year + 1, year + 3) == [turn, other, turn]
