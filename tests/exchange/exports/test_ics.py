"""The calendar read back: moments, zones through their clock changes, what stays and what grows."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.tz import tzical

from alternat.actions.agendas import (
    add_agenda_item,
    change_agenda_item,
    move_agenda_item,
    remove_agenda_items,
)
from alternat.actions.attendance import set_chair, set_parties
from alternat.actions.fields import InvalidValue
from alternat.actions.meetings import add_meeting, change_meeting, set_status
from alternat.actions.people import change_people
from alternat.actions.programme import cancel_sessions, change_sessions, move_session, remove_sessions
from alternat.actions.revisions import publish
from alternat.actions.terms import change_side
from alternat.actions.venues import change_room, change_venue
from alternat.exchange.exports.formats import EXPORTS
from alternat.exchange.exports.gathering import gather_export
from alternat.exchange.exports.ics import write_ics
from alternat.exchange.exports.public import WHOLE, ExportScope
from alternat.exchange.exports.zones import timezone_component
from alternat.language.catalogs import catalog
from alternat.language.label import GAP, Label, Language
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.programme import Interpretation, SessionKind
from alternat.planning.programme import read_programme
from alternat.planning.revision_wording import sentence
from alternat.planning.revisions import ChangeKind, current_changes
from alternat.storage.workspace import Workspace
from tests.exchange.exports.reading import Component, read_calendar
from tests.exchange.exports.scopes import gathered
from tests.factories.programmes import SECOND_DAY, FilledProgramme, at, people

ALL = (Language.EN, Language.FR, Language.ZH)
Numbers = dict[str, tuple[int, str]]


def calendar_of(
    workspace: Workspace, meeting: int, now: datetime, languages: tuple[Language, ...] = ALL
) -> bytes:
    return write_ics(gathered(workspace, meeting, WHOLE, languages), now)


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
    assert first["DESCRIPTION"].startswith("全体会议\n同声传译\n共同主席：安")


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


def numbers(workspace: Workspace, meeting: int, now: datetime, scope: ExportScope = WHOLE) -> Numbers:
    """Return the number and the status of every event by its uid."""
    events = read_calendar(write_ics(gathered(workspace, meeting, scope, ALL), now)).all("VEVENT")
    return {each.values["UID"]: (int(each.values["SEQUENCE"]), each.values["STATUS"]) for each in events}


def uid_of(workspace: Workspace, filled: FilledProgramme, session: str) -> str:
    return read_programme(workspace.tables, filled.meeting).sessions[filled.sessions[session]].uid


def test_a_moved_session_keeps_its_uid_and_counts_up_and_a_cancelled_one_says_so(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    before = numbers(dialogue, filled.meeting, now)
    move_session(dialogue, filled.sessions["plenary"], minutes=75)
    cancel_sessions(dialogue, [filled.sessions["dinner"]])
    after = numbers(dialogue, filled.meeting, now)
    moved, off = (uid_of(dialogue, filled, name) for name in ("plenary", "dinner"))
    assert after == before | {
        moved: (before[moved][0] + 1, "CONFIRMED"),
        off: (before[off][0] + 1, "CANCELLED"),
    }


def _room(workspace: Workspace, filled: FilledProgramme) -> Any:
    return workspace.tables.Room.get_by_id(filled.rooms["A1"])


def _items(workspace: Workspace, filled: FilledProgramme) -> list[int]:
    item = workspace.tables.AgendaItem
    rows = item.select().where(item.session == filled.sessions["plenary"]).order_by(item.number)
    return [row.id for row in rows]


VISIBLE: dict[str, Callable[[Workspace, FilledProgramme], object]] = {
    "kind": lambda ws, at: change_sessions(ws, [at.sessions["plenary"]], {"kind": SessionKind.SIGNING}),
    "interpretation": lambda ws, at: change_sessions(
        ws, [at.sessions["plenary"]], {"interpretation": Interpretation.WHISPERED}
    ),
    "room": lambda ws, at: change_room(ws, at.rooms["A1"], {"name": Label("Ballroom")}),
    "address": lambda ws, at: change_venue(ws, _room(ws, at).venue_id, {"address": "2 Example Street"}),
    "no chair": lambda ws, at: set_chair(ws, at.sessions["plenary"], "CA", None),
    "another chair": lambda ws, at: set_chair(ws, at.sessions["plenary"], "CA", at.canadians[2]),
    "name of a chair": lambda ws, at: change_people(ws, at.canadians[:1], {"family": "Renamed"}),
    "participants": lambda ws, at: set_parties(ws, at.sessions["plenary"], people(*at.canadians[:3])),
    "item added": lambda ws, at: add_agenda_item(
        ws, at.sessions["plenary"], {"text": Label("Any other business"), "minutes": 5}
    ),
    "item changed": lambda ws, at: change_agenda_item(ws, _items(ws, at)[0], {"text": Label("Other")}),
    "item dropped": lambda ws, at: change_agenda_item(ws, _items(ws, at)[0], {"is_dropped": True}),
    "item moved": lambda ws, at: move_agenda_item(ws, _items(ws, at)[0], 2),
    "item removed": lambda ws, at: remove_agenda_items(ws, _items(ws, at)[:1]),
}
"""What changes the words of an event that are kept in other rows than its session."""


@pytest.mark.parametrize("change", VISIBLE.values(), ids=VISIBLE.keys())
def test_the_number_grows_on_every_visible_change_and_when_it_is_undone(
    dialogue: Workspace,
    filled: FilledProgramme,
    now: datetime,
    change: Callable[[Workspace, FilledProgramme], object],
) -> None:
    for text in ("First item", "Second item"):
        add_agenda_item(dialogue, filled.sessions["plenary"], {"text": Label(text), "minutes": 5})
    uid = uid_of(dialogue, filled, "plenary")
    told = [numbers(dialogue, filled.meeting, now)[uid][0]]
    turns: tuple[Callable[[], object], ...] = (
        lambda: change(dialogue, filled),
        dialogue.undo,
        dialogue.redo,
    )
    for turn in turns:
        turn()
        told.append(numbers(dialogue, filled.meeting, now)[uid][0])
    assert told == sorted(set(told))


def test_a_removal_is_told_with_a_higher_number_and_so_is_what_follows_it(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    uid = uid_of(dialogue, filled, "press")
    publish(dialogue, filled.meeting, "Test")
    turns: tuple[Callable[[], object], ...] = (
        lambda: move_session(dialogue, filled.sessions["press"], minutes=20),
        lambda: remove_sessions(dialogue, [filled.sessions["press"]]),
        dialogue.undo,
        dialogue.redo,
        dialogue.undo,
    )
    told = [numbers(dialogue, filled.meeting, now)[uid]]
    for turn in turns:
        turn()
        told.append(numbers(dialogue, filled.meeting, now)[uid])
    confirmed, off = "CONFIRMED", "CANCELLED"
    assert [status for _, status in told] == [confirmed, confirmed, off, confirmed, off, confirmed]
    counted = [number for number, _ in told]
    assert counted == sorted(set(counted))
    assert counted[-1] < 20


def test_each_change_of_a_meeting_that_is_off_is_newer_than_the_last(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    uid, table = uid_of(dialogue, filled, "plenary"), dialogue.tables.Session
    turns: tuple[Callable[[], object], ...] = (
        lambda: set_status(dialogue, filled.meeting, MeetingStatus.POSTPONED, "Weather"),
        lambda: set_status(dialogue, filled.meeting, MeetingStatus.CANCELLED, "Still", turn_passes=True),
        lambda: set_status(dialogue, filled.meeting, MeetingStatus.DRAFT),
    )
    told = [(*numbers(dialogue, filled.meeting, now)[uid], dialogue.last_written(table, "uid")[uid])]
    for turn in turns:
        turn()
        told.append((*numbers(dialogue, filled.meeting, now)[uid], dialogue.last_written(table, "uid")[uid]))
    assert [status for _, status, _ in told] == ["CONFIRMED", "CANCELLED", "CANCELLED", "CONFIRMED"]
    assert [number for number, _, _ in told] == sorted({number for number, _, _ in told})
    assert [moment for _, _, moment in told] == sorted({moment for _, _, moment in told})


def test_who_no_longer_takes_part_is_told_that_the_session_is_off_for_them(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    uid, guest = uid_of(dialogue, filled, "plenary"), ExportScope(person=filled.canadians[5])
    publish(dialogue, filled.meeting, "Test")
    before = numbers(dialogue, filled.meeting, now, guest)[uid]
    set_parties(dialogue, filled.sessions["plenary"], people(*filled.chinese[:2]))
    publish(dialogue, filled.meeting, "Test")
    assert before[1] == "CONFIRMED"
    for scope in (guest, ExportScope(side="CA", person=filled.canadians[5])):
        after = numbers(dialogue, filled.meeting, now, scope)[uid]
        assert (after[1], after[0] > before[0]) == ("CANCELLED", True)
    whole = numbers(dialogue, filled.meeting, now)
    assert whole[uid][1] == "CONFIRMED"


def test_a_session_that_moves_to_another_room_is_struck_out_in_no_calendar(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    uid = uid_of(dialogue, filled, "plenary")
    publish(dialogue, filled.meeting, "Test")
    move_session(dialogue, filled.sessions["plenary"], room=filled.rooms["A3"])
    assert uid not in numbers(dialogue, filled.meeting, now, ExportScope(room="A1"))
    assert numbers(dialogue, filled.meeting, now, ExportScope(room="A3"))[uid][1] == "CONFIRMED"


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
    programme = gathered(dialogue, filled.meeting, scope, ALL)
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
    room = gathered(dialogue, filled.meeting, ExportScope(room="B1"), ALL)
    assert room.dropped == ()


def read_events(content: bytes) -> dict[str, Any]:
    """Return the events as an independent reader sees them, by uid."""
    calendar: Any = icalendar.Calendar.from_ical(content)
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


@pytest.mark.parametrize(
    ("languages", "words"),
    [
        (ALL, "Cancelled / Annulé / 已取消 – "),
        ((Language.FR, Language.EN), "Annulé / Cancelled – "),
        ((Language.ZH,), "已取消 – "),
    ],
)
def test_a_cancelled_session_says_so_in_its_title_and_leaves_people_free(
    dialogue: Workspace, filled: FilledProgramme, now: datetime, languages: tuple[Language, ...], words: str
) -> None:
    cancel_sessions(dialogue, [filled.sessions["dinner"]])
    events = read_events(calendar_of(dialogue, filled.meeting, now, languages))
    off, pause, on = (events[uid_of(dialogue, filled, name)] for name in ("dinner", "break", "plenary"))
    assert str(off["SUMMARY"]).startswith(words)
    assert [str(each["TRANSP"]) for each in (off, pause, on)] == ["TRANSPARENT", "TRANSPARENT", "OPAQUE"]
    assert not str(on["SUMMARY"]).startswith(words[:3])


def test_a_calendar_says_when_each_session_was_changed_and_what_it_is(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    move_session(dialogue, filled.sessions["plenary"], minutes=75)
    tables = dialogue.tables
    export = gather_export(
        tables,
        filled.meeting,
        WHOLE,
        ALL,
        removals={},
        last_written=dialogue.last_written(tables.Session, "uid"),
    )
    calendar: Any = icalendar.Calendar.from_ical(write_ics(export.public, now))
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert (calendar["REFRESH-INTERVAL"].dt, str(calendar["X-PUBLISHED-TTL"])) == (timedelta(hours=6), "PT6H")
    moved = {str(each["UID"]): each for each in calendar.walk("VEVENT")}[uid_of(dialogue, filled, "plenary")]
    written = datetime.now(UTC) - moved["LAST-MODIFIED"].dt
    assert timedelta(0) <= written < timedelta(hours=1)
    assert [str(each) for each in moved["CATEGORIES"].cats] == ["Plenary", "Séance plénière", "全体会议"]


def test_an_office_is_the_organizer_and_without_one_the_calendar_has_no_method(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    plain: Any = icalendar.Calendar.from_ical(calendar_of(dialogue, filled.meeting, now))
    assert "METHOD" not in plain
    assert all("ORGANIZER" not in event for event in plain.walk("VEVENT"))
    side = dialogue.tables.Side.get(dialogue.tables.Side.code == "CA")
    change_side(dialogue, side.id, {"office_email": "protocol@example.ca"})
    published: Any = icalendar.Calendar.from_ical(calendar_of(dialogue, filled.meeting, now))
    assert str(published["METHOD"]) == "PUBLISH"
    for event in published.walk("VEVENT"):
        assert str(event["ORGANIZER"]) == "mailto:protocol@example.ca"
        assert event["ORGANIZER"].params["CN"] == side.side_name.en + " / " + side.side_name.fr + " / " + (
            side.side_name.zh
        )
    theirs = write_ics(gathered(dialogue, filled.meeting, ExportScope(side="CN"), ALL), now)
    assert b"ORGANIZER" not in theirs


@pytest.mark.parametrize("address", ["a b@example.ca", "office", "x@y", "a@b.ca,c@d.ca;", "é@example.ca"])
def test_what_is_no_address_is_refused(dialogue: Workspace, address: str) -> None:
    side = dialogue.tables.Side.get(dialogue.tables.Side.code == "CA")
    with pytest.raises(InvalidValue):
        change_side(dialogue, side.id, {"office_email": address})


def test_a_journey_has_a_zone_at_each_end(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    flight = at(
        dialogue,
        filled.meeting,
        "15:00",
        330,
        day=SECOND_DAY,
        kind=SessionKind.TRAVEL,
        end_zone="Asia/Shanghai",
    )
    plan = read_programme(dialogue.tables, filled.meeting).sessions[flight]
    content = calendar_of(dialogue, filled.meeting, now)
    event = read_events(content)[plan.uid]
    assert (event["DTSTART"].params["TZID"], event["DTEND"].params["TZID"]) == (
        "America/Toronto",
        "Asia/Shanghai",
    )
    assert event["DTEND"].dt.isoformat() == "2027-06-14T08:30:00+08:00"
    assert event["DTEND"].dt.astimezone(UTC) == plan.ends
    zones = {str(each["TZID"]) for each in icalendar.Calendar.from_ical(content).walk("VTIMEZONE")}
    assert zones == {"America/Toronto", "Asia/Shanghai"}


def test_another_zone_at_the_end_is_a_change_that_calendars_and_revisions_tell(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    publish(dialogue, filled.meeting, "Test")
    uid = uid_of(dialogue, filled, "press")
    before = numbers(dialogue, filled.meeting, now)[uid][0]
    change_sessions(dialogue, [filled.sessions["press"]], {"end_zone": "America/Vancouver"})
    assert numbers(dialogue, filled.meeting, now)[uid][0] > before
    (change,) = current_changes(dialogue.tables, filled.meeting).sessions
    assert change.kind is ChangeKind.MOVED
    said = catalog(Language.EN).say(sentence(change, {}))
    assert "ends by the clock of Vancouver, not of Toronto" in said
    with pytest.raises(InvalidValue):
        change_sessions(dialogue, [filled.sessions["press"]], {"end_zone": "Mars/Base"})


@pytest.mark.parametrize(
    "zone",
    [
        *("Asia/Shanghai", "UTC", "America/Regina", "America/Vancouver", "America/Toronto"),
        *("Europe/Dublin", "Australia/Sydney", "Africa/Casablanca", "America/St_Johns", "Asia/Urumqi"),
    ],
)
@pytest.mark.parametrize("month", [1, 6, 12])
def test_every_zone_has_a_standard_part(zone: str, month: int) -> None:
    component = timezone_component(zone, date(2027, month, 2), date(2027, month, 3))
    names = [part.name for part in component.subcomponents]
    assert "STANDARD" in names
    assert tzical(io.StringIO(component.to_ical().decode())).get(zone) is not None


def test_what_a_language_lacks_never_leaves_as_a_mark(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    change_sessions(dialogue, [filled.sessions["press"]], {"title": Label(en="Scrum")})
    change_room(dialogue, filled.rooms["A1"], {"name": Label(zh="大厅")})
    change_meeting(dialogue, filled.meeting, {"city": Label(en="Ottawa")})
    add_agenda_item(dialogue, filled.sessions["plenary"], {"text": Label(fr="Divers"), "minutes": 5})
    for languages in (ALL, (Language.FR,), (Language.ZH, Language.FR)):
        for chosen in EXPORTS:
            public = gathered(dialogue, filled.meeting, WHOLE, languages)
            for text in texts_of(chosen.write(public, now)):
                assert GAP not in text
        event = read_events(calendar_of(dialogue, filled.meeting, now, languages))[
            uid_of(dialogue, filled, "press")
        ]
        assert str(event["SUMMARY"]) == "Scrum"


def texts_of(content: bytes) -> list[str]:
    """Return the texts of a file, of a workbook those of its parts."""
    if content[:2] != b"PK":
        return [content.replace(b"\r\n ", b"").decode()]
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return [book.read(name).decode() for name in book.namelist()]
