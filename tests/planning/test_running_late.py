"""Running late: what moves, what holds, and what no longer fits."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from alternat.nouns.programme import PartyKind
from alternat.planning.programme import PartyPlan, Programme
from alternat.planning.running_late import Move, Squeeze, run_late_by
from tests.planning.clashes.programmes import programme, programmes, session

DAY = date(2027, 6, 12)
EVERYONE = (PartyPlan(PartyKind.EVERYONE),)


def _morning() -> Programme:
    return programme(
        4,
        3,
        [
            session(1, DAY, time(9), 60, room=1, parties=EVERYONE),
            session(2, DAY, time(10), 60, room=1, parties=EVERYONE),
            session(3, DAY, time(11, 15), 30, room=1, parties=EVERYONE, is_fixed=True),
            session(4, DAY, time(12), 60, room=2, parties=EVERYONE),
            session(5, DAY + timedelta(days=1), time(9), 60, room=1, parties=EVERYONE),
        ],
    )


def test_the_rest_of_the_day_moves_and_a_fixed_session_names_what_runs_into_it() -> None:
    delay = run_late_by(_morning(), datetime(2027, 6, 12, 14, 0, tzinfo=UTC), 30)
    assert delay.moves == (Move(2, DAY, time(10, 30)), Move(4, DAY, time(12, 30)))
    assert delay.squeezes == (Squeeze(2, 3, 15, shares_room=True, people=(1, 2, 3, 4)),)


def test_a_delay_that_fits_squeezes_nothing() -> None:
    assert run_late_by(_morning(), datetime(2027, 6, 12, 14, 0, tzinfo=UTC), 15).squeezes == ()


def test_running_further_into_what_holds_is_named_and_as_far_as_before_is_not() -> None:
    sessions = [
        session(1, DAY, time(10), 60, room=1, parties=EVERYONE),
        session(2, DAY, time(10, 50), 120, room=1, parties=EVERYONE, is_fixed=True),
    ]
    further = run_late_by(programme(4, 3, sessions), datetime(2027, 6, 12, 14, 0, tzinfo=UTC), 20)
    assert further.squeezes == (Squeeze(1, 2, 30, shares_room=True, people=(1, 2, 3, 4)),)
    sessions[0] = session(1, DAY, time(11), 60, room=1, parties=EVERYONE)
    as_far = run_late_by(programme(4, 3, sessions), datetime(2027, 6, 12, 14, 0, tzinfo=UTC), 20)
    assert as_far.squeezes == ()


def test_what_is_cancelled_neither_moves_nor_holds() -> None:
    sessions = [
        session(1, DAY, time(10), 60, room=1, parties=EVERYONE),
        session(2, DAY, time(11), 30, room=1, parties=EVERYONE, is_fixed=True, is_cancelled=True),
        session(3, DAY, time(12), 30, room=1, parties=EVERYONE, is_cancelled=True),
    ]
    delay = run_late_by(programme(4, 3, sessions), datetime(2027, 6, 12, 14, 0, tzinfo=UTC), 30)
    assert [each.session for each in delay.moves] == [1]
    assert delay.squeezes == ()


def test_one_room_runs_late_alone_and_is_held_against_the_others() -> None:
    delay = run_late_by(_morning(), datetime(2027, 6, 12, 14, 0, tzinfo=UTC), 90, room=1)
    assert delay.moves == (Move(2, DAY, time(11, 30)),)
    assert [(each.fixed, each.minutes, each.shares_room) for each in delay.squeezes] == [
        (3, 15, True),
        (4, 30, False),
    ]


@given(programmes(), st.integers(1, 200), st.integers(0, 600))
@settings(max_examples=100, deadline=None)
def test_nothing_fixed_cancelled_or_earlier_ever_moves(whole: Programme, minutes: int, later: int) -> None:
    after = datetime(2027, 3, 14, 4, tzinfo=UTC) + timedelta(minutes=later)
    for move in run_late_by(whole, after, minutes).moves:
        plan = whole.sessions[move.session]
        assert plan.starts >= after
        assert not plan.is_fixed
        assert not plan.is_cancelled
