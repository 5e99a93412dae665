"""The calendar read back: moments, zones through their clock changes, what stays and what grows."""

import io
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from alternat.actions.meetings import add_meeting
from alternat.actions.programme import cancel_sessions, move_session, remove_sessions
from alternat.actions.revisions import publish
from alternat.exchange.exports.gathering import gather_public
from alternat.exchange.exports.ics import write_ics
from alternat.exchange.exports.public import WHOLE, ExportScope
from alternat.exchange.exports.zones import timezone_component
from alternat.language.label import Language
from alternat.planning.programme import read_programme
from alternat.storage.workspace import Workspace
from tests.exchange.exports.reading import Component, read_calendar
from tests.factories.programmes import FilledProgramme, at

ALL = (Language.EN, Language.FR, Language.ZH)


def calendar_of(
    workspace: Workspace, meeting: int, now: datetime, languages: tuple[Language, ...] = ALL
) -> bytes:
    return write_ics(gather_public(workspace.tables, meeting, WHOLE, languages), now)


def starts(event: Component) -> datetime:
    zone = event.parameters["DTSTART"].removeprefix("TZID=")
    wall = datetime.strptime(event.values["DTSTART"], "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo(zone))
    return wall.astimezone(UTC)


def test_every_session_is_there_at_its_moment(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    events = read_calendar(calendar_of(dialogue, filled.meeting, now)).all("VEVENT")
    plans = read_programme(dialogue.tables, filled.meeting).sessions.values()
    assert [(each.values["UID"], starts(each)) for each in events] == [
        (plan.uid, plan.starts) for plan in plans
    ]
    assert {each.values["DTSTAMP"] for each in events} == {"20270401T123000Z"}


def test_titles_are_joined_in_the_languages_asked_for(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    read = read_calendar(calendar_of(dialogue, filled.meeting, now, (Language.ZH, Language.EN)))
    first = read.all("VEVENT")[0].values
    assert first["SUMMARY"] == "开幕全体会议 / Opening plenary"
    assert first["LOCATION"] == "联邦厅 / Confederation Room, 会议中心 / Conference Centre, 1 Example Street"
    assert first["DESCRIPTION"].startswith("全体会议\n同声传译\n主持人：")


def test_no_line_is_longer_than_75_octets(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    content = calendar_of(dialogue, filled.meeting, now)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]


def test_the_same_programme_and_moment_give_the_same_bytes(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    assert calendar_of(dialogue, filled.meeting, now) == calendar_of(dialogue, filled.meeting, now)


def test_a_moved_session_keeps_its_uid_and_counts_up_and_a_cancelled_one_says_so(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    before = read_calendar(calendar_of(dialogue, filled.meeting, now)).all("VEVENT")
    move_session(dialogue, filled.sessions["plenary"], minutes=75)
    cancel_sessions(dialogue, [filled.sessions["dinner"]])
    after = read_calendar(calendar_of(dialogue, filled.meeting, now)).all("VEVENT")
    assert [each.values["UID"] for each in before] == [each.values["UID"] for each in after]
    assert [each.values["SEQUENCE"] for each in after] == ["1", "0", "0", "0", "0", "1", "0", "0", "0"]
    assert [each.values["STATUS"] == "CANCELLED" for each in after].index(True) == 5


@pytest.mark.parametrize(
    "zone", ["America/Toronto", "Asia/Shanghai", "Europe/London", "Australia/Sydney", "Africa/Casablanca"]
)
def test_a_zone_read_by_another_library_agrees_with_the_zone_data(zone: str) -> None:
    component = timezone_component(zone, date(2027, 1, 2), date(2028, 12, 31))
    content = component.to_ical().decode()
    read = tzical(io.StringIO(content)).get(zone)
    assert "RDATE" not in content
    moment = datetime.combine(date(2027, 1, 2), time())
    while moment.year < 2029:
        wall = moment.replace(tzinfo=ZoneInfo(zone))
        is_plain = wall.utcoffset() == wall.replace(fold=1).utcoffset()
        assert not is_plain or moment.replace(tzinfo=read).utcoffset() == wall.utcoffset(), moment
        moment += timedelta(hours=1)


def test_toronto_is_written_as_rules() -> None:
    content = timezone_component("America/Toronto", date(2027, 6, 12), date(2027, 6, 13)).to_ical().decode()
    assert content.count("RRULE:FREQ=YEARLY") == 2
    assert "BYDAY=2SU;BYMONTH=3" in content


def test_the_night_on_which_the_clock_is_set_back_lasts_as_long_as_it_lasts(
    dialogue: Workspace, now: datetime
) -> None:
    changes = add_meeting(
        dialogue, year=2027, host="CA", starts=date(2027, 11, 6), ends=date(2027, 11, 7), reference="late"
    )
    (meeting,) = changes.inserted("meeting")
    at(dialogue, meeting, "00:30", 60, day=date(2027, 11, 7))
    at(dialogue, meeting, "00:30", 90, day=date(2027, 11, 7))
    at(dialogue, meeting, "00:30", 180, day=date(2027, 11, 7))
    events = read_calendar(calendar_of(dialogue, meeting, now)).all("VEVENT")
    assert [(each.values.get("DTEND"), each.values.get("DURATION")) for each in events] == [
        ("20271107T013000", None),
        (None, "PT1H30M"),
        ("20271107T023000", None),
    ]


def test_a_person_gets_only_what_the_person_attends(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    scope = ExportScope(person=filled.canadians[3])
    programme = gather_public(dialogue.tables, filled.meeting, scope, ALL)
    read = read_calendar(write_ics(programme, now))
    assert "Bilateral: Justice / " in "".join(each.values["SUMMARY"] for each in read.all("VEVENT"))
    assert {each.start for each in programme.sessions} >= {time(9), time(11)}
    assert len(read.all("VEVENT")) == 7


def test_a_published_session_that_was_removed_is_told_as_cancelled(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    uid = read_programme(dialogue.tables, filled.meeting).sessions[filled.sessions["press"]].uid
    publish(dialogue, filled.meeting, "Test")
    remove_sessions(dialogue, [filled.sessions["press"]])
    events = read_calendar(calendar_of(dialogue, filled.meeting, now)).all("VEVENT")
    assert [each.values["UID"] for each in events if each.values["STATUS"] == "CANCELLED"] == [uid]
    assert len(events) == 9
    room = gather_public(dialogue.tables, filled.meeting, ExportScope(room="B1"), ALL)
    assert room.dropped == ()
