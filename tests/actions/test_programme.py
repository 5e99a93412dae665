"""Adding, moving, copying, cancelling and delaying sessions; what calendars are told."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from alternat.actions.fields import InvalidValue, OutOfRange, UnknownField
from alternat.actions.meetings import add_meeting
from alternat.actions.programme import (
    DelayOutOfRange,
    NonexistentTime,
    RoomElsewhere,
    SessionOutsideYear,
    add_session,
    cancel_sessions,
    change_sessions,
    copy_session,
    copy_sessions,
    move_session,
    reinstate_sessions,
    remove_sessions,
    run_late,
    session_id,
)
from alternat.actions.subgroups import add_subgroup
from alternat.actions.venues import add_room, add_venue, change_room, change_venue, remove_venue
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.programme import SESSION, SessionKind
from alternat.planning.programme import read_sessions
from alternat.planning.rows import UnknownRow
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.programmes import FIRST_DAY, SECOND_DAY, FilledProgramme, at, fill_programme


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    return fill_programme(dialogue)


def _row(workspace: Workspace, session: int) -> Any:
    return workspace.tables.Session.get_by_id(session)


def test_a_session_without_a_title_is_called_by_its_kind(dialogue: Workspace) -> None:
    row = _row(dialogue, at(dialogue, add_ottawa_2027(dialogue), "09:00", kind=SessionKind.MEAL))
    assert (row.title, row.time_zone) == (Label("Meal", "Repas", "用餐"), "America/Toronto")


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"minutes": 0}, OutOfRange),
        ({"minutes": -30}, OutOfRange),
        ({"minutes": 1441}, OutOfRange),
        ({"day": date(2026, 6, 12)}, SessionOutsideYear),
        ({"room": 4711}, RoomElsewhere),
        ({"day": date(2027, 3, 14), "start": time(2, 30)}, NonexistentTime),
        ({"time_zone": "America/Otawa"}, InvalidValue),
        ({"start": time(9, 0, 30)}, InvalidValue),
        ({"subgroup": 4711}, InvalidValue),
    ],
)
def test_bad_sessions_are_refused_and_nothing_is_written(
    dialogue: Workspace, values: dict[str, Any], error: type[AlternatError]
) -> None:
    meeting = add_ottawa_2027(dialogue)
    good: dict[str, Any] = {"day": FIRST_DAY, "start": time(9), "minutes": 60}
    with pytest.raises(error):
        add_session(dialogue, meeting, kind=SessionKind.PLENARY, **{**good, **values})
    assert dialogue.tables.Session.select().count() == 0


def test_the_same_time_exists_on_that_night_where_clocks_do_not_change(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    session = at(dialogue, meeting, "02:30", day=date(2027, 3, 14), time_zone="Asia/Shanghai")
    assert _row(dialogue, session).start == time(2, 30)


def test_a_time_that_exists_twice_means_the_first(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    session = at(dialogue, meeting, "01:30", 90, day=date(2027, 11, 7))
    plan = read_sessions(dialogue.tables, meeting)[session]
    assert (plan.starts, plan.ends) == (
        datetime(2027, 11, 7, 5, 30, tzinfo=UTC),
        datetime(2027, 11, 7, 7, 0, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("fields", "grows"),
    [
        ({"start": time(9, 15)}, True),
        ({"minutes": 100}, True),
        ({"day": SECOND_DAY}, True),
        ({"title": Label("Plenary")}, True),
        ({"room": None}, True),
        ({"time_zone": "Asia/Shanghai"}, True),
        ({"private_note": "Bring the gifts"}, False),
        ({"is_fixed": True}, False),
        ({"start": time(9)}, False),
    ],
)
def test_the_sequence_grows_when_a_calendar_shows_the_change(
    dialogue: Workspace, filled: FilledProgramme, fields: dict[str, Any], grows: bool
) -> None:
    session = filled.sessions["plenary"]
    before = _row(dialogue, session).sequence
    change_sessions(dialogue, [session], fields)
    assert _row(dialogue, session).sequence == before + int(grows)


def test_a_move_writes_what_is_given_and_undo_takes_it_back(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    session = filled.sessions["bilateral"]
    move_session(dialogue, session, start=time(14, 5), room=filled.rooms["A1"])
    row = _row(dialogue, session)
    assert (row.start, row.minutes, row.room_id, row.sequence) == (time(14, 5), 45, filled.rooms["A1"], 1)
    dialogue.undo()
    row = _row(dialogue, session)
    assert (row.start, row.room_id, row.sequence) == (time(11), filled.rooms["A2"], 0)


def test_a_move_out_of_all_rooms_is_a_room_of_none(dialogue: Workspace, filled: FilledProgramme) -> None:
    move_session(dialogue, filled.sessions["bilateral"], room=None)
    assert _row(dialogue, filled.sessions["bilateral"]).room_id is None


def test_a_move_of_one_into_a_skipped_hour_moves_none(dialogue: Workspace, filled: FilledProgramme) -> None:
    ids = [filled.sessions["plenary"], filled.sessions["break"]]
    with pytest.raises(NonexistentTime):
        change_sessions(dialogue, ids, {"day": date(2027, 3, 14), "start": time(2, 15)})
    assert {_row(dialogue, each).day for each in ids} == {FIRST_DAY}


@pytest.mark.parametrize("field", ["uid", "sequence", "meeting", "colour"])
def test_what_calendars_rely_on_is_not_for_people_to_set(
    dialogue: Workspace, filled: FilledProgramme, field: str
) -> None:
    with pytest.raises(UnknownField):
        change_sessions(dialogue, [filled.sessions["plenary"]], {field: 1})


def test_a_copy_carries_everything_but_its_name_in_calendars(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    changes = copy_sessions(dialogue, [filled.sessions["plenary"]], SECOND_DAY)
    (copy,) = changes.inserted("session")
    plans = read_sessions(dialogue.tables, filled.meeting)
    old, new = plans[filled.sessions["plenary"]], plans[copy]
    assert new.uid != old.uid
    assert (new.day, new.sequence) == (SECOND_DAY, 0)
    for name in ("kind", "title", "start", "minutes", "room", "chairs", "parties", "assignments"):
        assert getattr(new, name) == getattr(old, name), name
    assert [(each.text, each.minutes, each.leads) for each in new.agenda] == [
        (each.text, each.minutes, each.leads) for each in old.agenda
    ]
    dialogue.undo()
    assert dialogue.tables.Lead.select().count() == 6


def test_a_copy_into_another_room_is_one_step_and_new_to_calendars(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    changes = copy_session(
        dialogue, filled.sessions["press"], day=FIRST_DAY, start=time(16), room=filled.rooms["A3"]
    )
    row = _row(dialogue, changes.inserted("session")[0])
    assert (row.day, row.start, row.room_id, row.sequence) == (FIRST_DAY, time(16), filled.rooms["A3"], 0)
    dialogue.undo()
    assert dialogue.tables.Session.select().count() == len(filled.sessions)


def test_copies_of_two_days_keep_their_distance(dialogue: Workspace, filled: FilledProgramme) -> None:
    ids = [filled.sessions["plenary"], filled.sessions["closing"]]
    copies = copy_sessions(dialogue, ids, date(2027, 6, 20)).inserted("session")
    assert [_row(dialogue, each).day for each in copies] == [date(2027, 6, 20), date(2027, 6, 21)]


def test_copies_keep_the_hours_on_the_wall_on_days_before_and_after_a_clock_change(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    ids = [filled.sessions["plenary"], filled.sessions["closing"]]
    copies = copy_sessions(dialogue, ids, date(2027, 3, 13)).inserted("session")
    rows = [_row(dialogue, each) for each in copies]
    assert [(row.day, row.start) for row in rows] == [
        (date(2027, 3, 13), time(9)),
        (date(2027, 3, 14), time(9)),
    ]
    plans = read_sessions(dialogue.tables, filled.meeting)
    assert [plans[each].starts.hour for each in copies] == [14, 13]


def test_a_later_copy_into_the_hour_that_a_clock_skips_is_refused_and_none_is_made(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    early = filled.sessions["closing"]
    move_session(dialogue, early, start=time(2, 30))
    ids = [filled.sessions["plenary"], early]
    with pytest.raises(NonexistentTime):
        copy_sessions(dialogue, ids, date(2027, 3, 13))
    assert dialogue.tables.Session.select().count() == len(filled.sessions)
    assert len(copy_sessions(dialogue, ids, date(2027, 3, 14)).inserted("session")) == 2


@pytest.mark.parametrize(
    ("starts", "ends", "first", "last"),
    [
        (date(2027, 6, 12), date(2027, 6, 13), date(2027, 1, 1), date(2027, 12, 31)),
        (date(2027, 1, 5), date(2027, 1, 6), date(2026, 12, 5), date(2027, 12, 31)),
        (date(2027, 12, 20), date(2027, 12, 21), date(2027, 1, 1), date(2028, 1, 21)),
        (None, None, date(2027, 1, 1), date(2027, 12, 31)),
    ],
)
def test_sessions_are_in_the_year_of_the_meeting_or_within_a_month_of_it(
    dialogue: Workspace,
    filled: FilledProgramme,
    starts: date | None,
    ends: date | None,
    first: date,
    last: date,
) -> None:
    with dialogue.change(message("Move the meeting")) as change:
        change.update(dialogue.tables.Meeting, {filled.meeting: {"starts": starts, "ends": ends}})
    for day in (first, last):
        move_session(dialogue, filled.sessions["press"], day=day)
        assert _row(dialogue, filled.sessions["press"]).day == day
    for day in (first - timedelta(days=1), last + timedelta(days=1)):
        with pytest.raises(SessionOutsideYear):
            move_session(dialogue, filled.sessions["press"], day=day)


def test_a_session_takes_rooms_and_sub_groups_of_its_own_meeting_or_of_all(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    (other,) = add_meeting(dialogue, year=2028, host="CN").inserted("meeting")
    (venue,) = add_venue(dialogue, other, {"name": Label.same("Elsewhere")}).inserted("venue")
    (room,) = add_room(dialogue, venue, {"code": "X1"}).inserted("room")
    theirs, ours, of_all = (
        add_subgroup(dialogue, meeting, Label.same(name)).inserted("sub_group")[0]
        for meeting, name in ((other, "Theirs"), (filled.meeting, "Ours"), (other, "Of all"))
    )
    with dialogue.change(message("Keep a sub-group for every meeting")) as change:
        change.update(dialogue.tables.SubGroup, {of_all: {"meeting": None}})
    press = filled.sessions["press"]
    with pytest.raises(RoomElsewhere):
        move_session(dialogue, press, room=room)
    with pytest.raises(InvalidValue):
        change_sessions(dialogue, [press], {"subgroup": theirs})
    for group in (ours, of_all):
        change_sessions(dialogue, [press], {"subgroup": group})
        assert _row(dialogue, press).subgroup_id == group


def test_a_later_copy_after_the_year_is_refused(dialogue: Workspace, filled: FilledProgramme) -> None:
    ids = [filled.sessions["plenary"], filled.sessions["closing"]]
    assert copy_sessions(dialogue, ids, date(2027, 12, 30))
    with pytest.raises(SessionOutsideYear):
        copy_sessions(dialogue, ids, date(2027, 12, 31))


def test_a_cancelled_session_stays_and_can_come_back(dialogue: Workspace, filled: FilledProgramme) -> None:
    session = filled.sessions["press"]
    cancel_sessions(dialogue, [session])
    assert (_row(dialogue, session).is_cancelled, _row(dialogue, session).sequence) == (True, 1)
    reinstate_sessions(dialogue, [session])
    assert (_row(dialogue, session).is_cancelled, _row(dialogue, session).sequence) == (False, 2)


def test_a_removed_session_leaves_nothing_behind(dialogue: Workspace, filled: FilledProgramme) -> None:
    remove_sessions(dialogue, filled.sessions.values())
    tables = dialogue.tables
    left = (tables.Session, tables.Chair, tables.AgendaItem, tables.Lead, tables.Party, tables.Assignment)
    assert [each.select().count() for each in left] == [0] * 6


def test_running_late_is_one_step_and_fixed_sessions_hold(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    run_late(dialogue, filled.meeting, datetime(2027, 6, 12, 15, 0, tzinfo=UTC), 25)
    starts = {name: _row(dialogue, session).start for name, session in filled.sessions.items()}
    assert (starts["plenary"], starts["sub-group"], starts["lunch"], starts["dinner"]) == (
        time(9),
        time(11, 25),
        time(12, 55),
        time(18, 30),
    )
    assert starts["closing"] == time(9)
    dialogue.undo()
    assert _row(dialogue, filled.sessions["lunch"]).start == time(12, 30)


@pytest.mark.parametrize("minutes", [0, 481])
def test_a_delay_out_of_all_reason_is_refused(
    dialogue: Workspace, filled: FilledProgramme, minutes: int
) -> None:
    with pytest.raises(DelayOutOfRange, match="from 1 to 480 minutes"):
        run_late(dialogue, filled.meeting, datetime(2027, 6, 12, 15, 0, tzinfo=UTC), minutes)


@pytest.mark.parametrize("minutes", [1, 480])
def test_a_delay_may_be_a_minute_or_a_working_day(
    dialogue: Workspace, filled: FilledProgramme, minutes: int
) -> None:
    plan = read_sessions(dialogue.tables, filled.meeting)[filled.sessions["press"]]
    run_late(dialogue, filled.meeting, plan.starts, minutes)
    after = read_sessions(dialogue.tables, filled.meeting)[filled.sessions["press"]]
    assert after.starts - plan.starts == timedelta(minutes=minutes)


def test_a_session_of_another_meeting_is_unknown(dialogue: Workspace, filled: FilledProgramme) -> None:
    with pytest.raises(UnknownRow) as error:
        session_id(dialogue.tables, filled.meeting + 99, filled.sessions["plenary"])
    assert error.value.noun is SESSION


@pytest.mark.parametrize(
    ("fields", "grows"), [({"name": Label("Ballroom")}, 1), ({"code": "A9"}, 1), ({"capacity": 40}, 0)]
)
def test_calendars_hear_of_a_room_that_is_called_otherwise(
    dialogue: Workspace, filled: FilledProgramme, fields: dict[str, Any], grows: int
) -> None:
    here, elsewhere = filled.sessions["plenary"], filled.sessions["bilateral"]
    before = [_row(dialogue, each).sequence for each in (here, elsewhere)]
    change_room(dialogue, filled.rooms["A1"], fields)
    assert [_row(dialogue, each).sequence for each in (here, elsewhere)] == [before[0] + grows, before[1]]


def test_calendars_hear_of_a_venue_that_moves(dialogue: Workspace, filled: FilledProgramme) -> None:
    venue = dialogue.tables.Room.get_by_id(filled.rooms["B1"]).venue_id
    change_venue(dialogue, venue, {"address": "515 St. Patrick Street"})
    assert _row(dialogue, filled.sessions["dinner"]).sequence == 1


def test_sessions_outlive_their_venue_without_a_room(dialogue: Workspace, filled: FilledProgramme) -> None:
    venue = dialogue.tables.Room.get_by_id(filled.rooms["B1"]).venue_id
    remove_venue(dialogue, venue)
    row = _row(dialogue, filled.sessions["dinner"])
    assert (row.room_id, row.sequence) == (None, 1)
    assert dialogue.tables.Way.select().count() == 0
