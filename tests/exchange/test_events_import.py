"""A list of sessions from its file to the programme: recognised, refused by row, written once."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from alternat.actions.event_imports import EventsBlocked, EventsOutOfDate, EventsUndecided, import_events
from alternat.actions.meetings import change_meeting
from alternat.actions.programme import cancel_sessions, move_session
from alternat.exchange.events.columns import NoSessionHeadings, NoSessions
from alternat.exchange.events.newcomers import UnknownStandIn, UselessStandIn
from alternat.exchange.events_import import plan_events
from alternat.exchange.exports.formats import export_format
from alternat.exchange.exports.public import WHOLE
from alternat.exchange.people_import import read_source
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.models.programme import PartyKind, SessionKind
from alternat.planning.event_drafts import NO_WISHES, DateOrder, EventWishes, Moved, UnknownPeople
from alternat.planning.event_imports import EventAction, EventPlan
from alternat.planning.findings import Severity
from alternat.planning.programme import PartyPlan, SessionPlan, read_sessions
from alternat.storage.workspace import Workspace
from tests.exchange.exports.scopes import gathered
from tests.factories.people import add_delegate
from tests.factories.programmes import EVERYONE, FilledProgramme, at, fill_programme, person

HEADINGS = "day,start,end,room,title,people\n"


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    return fill_programme(dialogue)


def plan_of(workspace: Workspace, meeting: int, path: Path) -> EventPlan:
    return plan_events(workspace.tables, meeting, read_source(path))


def planned(
    workspace: Workspace, meeting: int, folder: Path, text: str, wishes: EventWishes = NO_WISHES
) -> EventPlan:
    path = folder / "events.csv"
    path.write_text(text, encoding="utf-8")
    return plan_events(workspace.tables, meeting, read_source(path), wishes=wishes)


def sessions(workspace: Workspace, meeting: int) -> list[SessionPlan]:
    return list(read_sessions(workspace.tables, meeting).values())


def times(workspace: Workspace, meeting: int) -> list[tuple[int, time, int]]:
    return [(each.id, each.start, each.minutes) for each in sessions(workspace, meeting)]


def test_a_list_is_added_in_one_step(dialogue: Workspace, filled: FilledProgramme, tmp_path: Path) -> None:
    text = (
        f"{HEADINGS}2027-06-12,16:00,17:30,A2,Follow-up plenary,everyone; -{filled.canadians[5]}\n"
        f',17:30,17:45,Rideau Room,Family photo,"Canada, China"\n'
    )
    before = sessions(dialogue, filled.meeting)
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert said(plan) == [
        "3: No day is given: read as the day of the row above, Saturday, June 12, 2027.",
    ]
    assert plan.count(EventAction.ADD) == 2
    assert import_events(dialogue, plan)
    added = [each for each in sessions(dialogue, filled.meeting) if each not in before]
    assert [(each.day, each.start, each.minutes, each.kind, each.title) for each in added] == [
        (date(2027, 6, 12), time(16), 90, SessionKind.PLENARY, Label("Follow-up plenary")),
        (date(2027, 6, 12), time(17, 30), 15, SessionKind.PHOTO, Label("Family photo")),
    ]
    assert {each.room for each in added} == {filled.rooms["A2"]}
    assert added[0].parties == (
        PartyPlan(PartyKind.EVERYONE),
        PartyPlan(PartyKind.PERSON, str(filled.canadians[5]), is_exception=True),
    )
    assert added[1].parties == (PartyPlan(PartyKind.SIDE, "CA"), PartyPlan(PartyKind.SIDE, "CN"))
    dialogue.undo()
    assert sessions(dialogue, filled.meeting) == before


def test_the_same_list_again_changes_nothing(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = f"{HEADINGS}12 juin 2027,16 h,17 h 30,A2,Suivi,MPS\n"
    import_events(dialogue, planned(dialogue, filled.meeting, tmp_path, text))
    again = planned(dialogue, filled.meeting, tmp_path, text)
    assert [each.action for each in again.rows] == [EventAction.SKIP]
    assert not import_events(dialogue, again)


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@pytest.mark.parametrize("first", list(Language))
def test_our_own_export_comes_back_as_it_is(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, name: str, first: Language
) -> None:
    languages = (first, *(each for each in Language if each is not first))
    path = tmp_path / f"programme.{name}"
    moment = datetime(2027, 4, 1, tzinfo=UTC)
    path.write_bytes(export_format(name).write(gathered(dialogue, filled.meeting, WHOLE, languages), moment))
    plan = plan_of(dialogue, filled.meeting, path)
    assert plan.problems == ()
    assert [each.action for each in plan.rows] == [EventAction.SKIP] * 9
    assert sorted(each.session or 0 for each in plan.rows) == sorted(filled.sessions.values())


def test_a_changed_row_moves_the_session_that_it_names(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    (lunch,) = (each for each in sessions(dialogue, filled.meeting) if each.id == filled.sessions["lunch"])
    text = f"uid,day,start,minutes,title\n{lunch.uid},2027-06-12,12:45,75,Working lunch\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert [(each.action, each.session) for each in plan.rows] == [(EventAction.UPDATE, lunch.id)]
    import_events(dialogue, plan)
    moved = read_sessions(dialogue.tables, filled.meeting, only=[lunch.id])[lunch.id]
    assert (moved.start, moved.minutes, moved.sequence) == (time(12, 45), 75, lunch.sequence + 1)
    assert (moved.title, moved.room, moved.parties) == (lunch.title, lunch.room, lunch.parties)


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("2027-06-12,16:00,15:00,A2,X,", "end", "The end 15:00 is not after the start 16:00."),
        ("2027-06-12,16:00,17:00,Z9,X,", "room", "There is no room “Z9”. The rooms are: A1, A2, A3, B1."),
        ("2028-06-12,16:00,17:00,A2,X,", "day", "is not in the year of the meeting, 2027."),
        ("2027-03-14,02:30,04:00,A2,X,", "start", "does not exist on"),
        ("2027-06-12,16:00 EDT,17:00,A2,X,", "start", "has a zone of its own."),
        ("2027-06-12,16:00+08:00,17:00,A2,X,", "start", "has a zone of its own."),
        ("2027-06-12,noonish,17:00,A2,X,", "start", "is not a time of day."),
        ("someday,16:00,17:00,A2,X,", "day", "is not clearly a day."),
        ("05/06/2027,16:00,17:00,A2,X,", "day", "Say whether the day or the month comes first."),
        ("2027-06-12,16:00,,A2,X,", "end", "The end or the length is missing."),
        ("2027-06-12,16:00,17:00,A2,,", "title", "The title is missing."),
        ("2027-06-12,16:00,17:00,A2,X,Nobody Known", "people", "“Nobody Known” names nobody"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_written(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, row: str, column: str, said: str
) -> None:
    before = sessions(dialogue, filled.meeting)
    good = "2027-06-13,16:00,17:00,A2,Good,everyone\n"
    plan = planned(dialogue, filled.meeting, tmp_path, f"{HEADINGS}{good}{row}\n")
    (problem,) = (each for each in plan.problems if each.severity is Severity.BLOCKS)
    assert (problem.row, problem.column) == (3, column)
    assert said in catalog(Language.EN).say(problem.message)
    with pytest.raises(EventsBlocked):
        import_events(dialogue, plan)
    assert sessions(dialogue, filled.meeting) == before


def test_mixed_zones_are_refused(dialogue: Workspace, filled: FilledProgramme, tmp_path: Path) -> None:
    text = (
        "day,start,end,title,time zone\n2027-06-12,16:00,17:00,X,America/Toronto\n"
        "2027-06-12,16:00,17:00,Y,Asia/Shanghai\n2027-06-12,16:00,17:00,Z,Ottawa\n"
    )
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert [(each.row, each.column) for each in plan.problems] == [(3, "time zone"), (4, "time zone")]


def test_a_time_that_comes_twice_is_only_warned_of(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    change_meeting(dialogue, filled.meeting, {"ends": date(2027, 11, 7)})
    text = f"{HEADINGS}2027-11-07,01:30,02:30,A2,Night watch,everyone\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert (len(plan.problems), plan.is_blocked, plan.rows[0].draft.minutes) == (1, False, 120)


def test_a_row_that_stands_twice_is_refused(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    row = "2027-06-13,16:00,17:00,A2,Twice,everyone\n"
    plan = planned(dialogue, filled.meeting, tmp_path, HEADINGS + row + row)
    assert [each.draft.is_blocked for each in plan.rows] == [False, True]


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        ("2027年6月13日", "下午4:00", "下午5点30分"),
        ("6月13日", "16时", "17:30"),
        ("Sunday, June 13, 2027", "4:00 PM", "5:30 p.m."),
        ("13 juin", "16 h", "17 h 30"),
        ("13/06/2027", "16.00", "17.30"),
        ("2027/6/13", "16:00–17:30", ""),
    ],
)
def test_days_and_times_are_read_as_people_write_them(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, day: str, start: str, end: str
) -> None:
    plan = planned(
        dialogue, filled.meeting, tmp_path, f"日期;开始时间;结束时间;标题\n{day};{start};{end};会谈\n"
    )
    (row,) = plan.rows
    assert row.draft.problems == ()
    assert (row.draft.day, row.draft.start, row.draft.minutes) == (date(2027, 6, 13), time(16), 90)
    assert row.draft.title == Label(zh="会谈")


def test_a_workbook_with_real_days_and_times_is_read(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for cells in (
        ("Programme", None, None, None, None),
        ("Jour", "Début", "Fin", "Salle", "Titre"),
        (date(2027, 6, 13), time(16), time(17, 30), "A2", "Réunion de suivi"),
    ):
        sheet.append(cells)
    book.save(tmp_path / "events.xlsx")
    (row,) = plan_of(dialogue, filled.meeting, tmp_path / "events.xlsx").rows
    assert row.draft.problems == ()
    assert (row.draft.day, row.draft.minutes) == (date(2027, 6, 13), 90)
    assert row.draft.title == Label(fr="Réunion de suivi")


def test_a_list_without_headings_is_refused(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    with pytest.raises(NoSessionHeadings):
        planned(dialogue, filled.meeting, tmp_path, "alpha,beta\n1,2\n")


def test_a_plan_that_is_out_of_date_is_refused(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    plan = planned(dialogue, filled.meeting, tmp_path, f"{HEADINGS}2027-06-13,16:00,17:00,A2,New,everyone\n")
    move_session(dialogue, filled.sessions["lunch"], minutes=60)
    with pytest.raises(EventsOutOfDate):
        import_events(dialogue, plan)


def test_a_row_that_is_marked_cancelled_is_left_out(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    cancel_sessions(dialogue, [filled.sessions["lunch"]])
    text = "day,start,end,title,status\n2027-06-13,16:00,17:00,Off,Cancelled / Annulé\n"
    assert planned(dialogue, filled.meeting, tmp_path, text).count(EventAction.SKIP) == 1


def test_a_missing_language_is_no_likeness(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    chinese = at(
        dialogue,
        filled.meeting,
        "15:00",
        title=Label(zh="全体会议"),
        room=filled.rooms["A1"],
        parties=EVERYONE,
    )
    standing = read_sessions(dialogue.tables, filled.meeting, only=[chinese])
    plan = planned(
        dialogue, filled.meeting, tmp_path, f"{HEADINGS}2027-06-12,15:00,16:30,A1,Second plenary,Canada\n"
    )
    (row,) = plan.rows
    assert (row.action, row.session) == (EventAction.ADD, None)
    (told,) = plan.problems
    assert "全体会议" in catalog(Language.ZH).say(told.message)
    import_events(dialogue, plan)
    assert read_sessions(dialogue.tables, filled.meeting, only=[chinese]) == standing


@pytest.mark.parametrize(
    ("heading", "title"),
    [("Title", "WORKING  lunch"), ("标题", "工作午餐"), ("Titre", "Déjeuner de travail")],
)
def test_one_language_in_common_is_enough(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, heading: str, title: str
) -> None:
    text = f"day,start,minutes,{heading}\n2027-06-12,12:30,75,{title}\n"
    (row,) = planned(dialogue, filled.meeting, tmp_path, text).rows
    assert (row.action, row.session) == (EventAction.UPDATE, filled.sessions["lunch"])
    assert [each.field for each in row.changes if each.field == "minutes"] == ["minutes"]
    assert [(each.before, each.after) for each in row.changes if each.field == "minutes"] == [(90, 75)]


def test_a_session_at_another_time_is_asked_about(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    before = times(dialogue, filled.meeting)
    text = f"{HEADINGS}2027-06-12,13:00,14:30,A3,Working lunch,\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    (row,) = plan.asked
    lunch = filled.sessions["lunch"]
    assert [str(each.sentence) for each in row.changes] == ["Start time: 12:30:00 → 13:00:00"]
    with pytest.raises(EventsUndecided):
        import_events(dialogue, plan)
    assert times(dialogue, filled.meeting) == before
    moved = planned(dialogue, filled.meeting, tmp_path, text, EventWishes({2: Moved.MOVE}))
    import_events(dialogue, moved)
    assert {(lunch, time(13), 90)} == set(times(dialogue, filled.meeting)) - set(before)
    dialogue.undo()
    assert times(dialogue, filled.meeting) == before
    new = planned(dialogue, filled.meeting, tmp_path, text, EventWishes(all_moved=Moved.NEW))
    import_events(dialogue, new)
    assert len(sessions(dialogue, filled.meeting)) == len(before) + 1
    dialogue.undo()
    left_out = planned(dialogue, filled.meeting, tmp_path, text, EventWishes(all_moved=Moved.SKIP))
    assert not import_events(dialogue, left_out)


def test_a_session_that_another_row_is_has_not_moved(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = f"{HEADINGS}2027-06-12,12:30,14:00,A3,Working lunch,\n2027-06-13,12:30,14:00,A3,Working lunch,\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert [each.action for each in plan.rows] == [EventAction.SKIP, EventAction.ADD]


def test_the_nearest_row_may_have_moved_unless_another_is_said_to_have(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = f"{HEADINGS}2027-06-13,08:00,09:30,A3,Working lunch,\n2027-06-12,12:35,14:05,A3,Working lunch,\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert [each.action for each in plan.rows] == [EventAction.ADD, EventAction.ASK]
    other = planned(dialogue, filled.meeting, tmp_path, text, EventWishes({2: Moved.MOVE}))
    assert [each.action for each in other.rows] == [EventAction.UPDATE, EventAction.ADD]
    left_out = planned(dialogue, filled.meeting, tmp_path, text, EventWishes({2: Moved.SKIP, 3: Moved.MOVE}))
    assert [each.action for each in left_out.rows] == [EventAction.SKIP, EventAction.UPDATE]


def test_a_long_or_early_session_is_asked_about_and_can_be_confirmed(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = f"{HEADINGS}2027-06-13,05:30,06:30,A2,Run,\n2027-06-13,09:00,18:00,A2,Long,\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert ([each.row for each in plan.doubts], plan.is_blocked, plan.is_open) == ([2, 3], False, True)
    with pytest.raises(EventsUndecided):
        import_events(dialogue, plan)
    sure = planned(dialogue, filled.meeting, tmp_path, text, EventWishes(confirms_times=True))
    assert import_events(dialogue, sure)
    again = planned(dialogue, filled.meeting, tmp_path, text)
    assert (again.doubts, again.is_open) == ((), False)


@pytest.mark.parametrize(
    ("day", "start", "end", "when"),
    [
        ("2027-06-12", "1:30 – 3:00 pm", "", ("2027-06-12", "13:30", 90)),
        ("2027-06-12", "4:00", "5:00 pm", ("2027-06-12", "16:00", 60)),
        ("2027-06-12", "22:00", "01:00", ("2027-06-12", "22:00", 180)),
        ("2027-06-12", "23:00", "24:00", ("2027-06-12", "23:00", 60)),
        ("2027-06-12", "24:00", "00:30", ("2027-06-13", "00:00", 30)),
        ("", "2027-06-12 22:00", "2027-06-13 00:30", ("2027-06-12", "22:00", 150)),
        ("", "2027-06-12T13:00:00Z", "2027-06-12T14:30:00Z", ("2027-06-12", "09:00", 90)),
        ("", "2027-06-12T21:00:00+08:00", "2027-06-12T10:00:00-04:00", ("2027-06-12", "09:00", 60)),
        ("Jour 2", "midi", "13 h", ("2027-06-13", "12:00", 60)),
        ("2027-06-12", "23:00", '"1 day, 0:00:00"', ("2027-06-12", "23:00", 60)),
        ("2027-06-12T13:00:00Z", "", "2027-06-12T14:00:00Z", ("2027-06-12", "09:00", 60)),
        ("2027-06-12 9:00 – 10:30", "", "", ("2027-06-12", "09:00", 90)),
        ("第一天", "下午2:00-3:30", "", ("2027-06-12", "14:00", 90)),
        ("12-Jun-27", "noon", "1", ("2027-06-12", "12:00", 60)),
    ],
)
def test_times_come_out_as_people_mean_them(
    dialogue: Workspace,
    filled: FilledProgramme,
    tmp_path: Path,
    day: str,
    start: str,
    end: str,
    when: tuple[str, str, int],
) -> None:
    (row,) = planned(
        dialogue, filled.meeting, tmp_path, f"day,start,end,title\n{day},{start},{end},Something\n"
    ).rows
    draft = row.draft
    assert draft.day is not None
    assert not draft.is_blocked
    assert (draft.day.isoformat(), f"{draft.start:%H:%M}", draft.minutes) == when


def test_a_moment_with_an_offset_is_told(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "start,minutes,title\n2027-06-12T13:00:00Z,60,Call\n"
    (told,) = planned(dialogue, filled.meeting, tmp_path, text).problems
    assert catalog(Language.EN).say(told.message) == (
        "“2027-06-12T13:00:00Z” is 09:00 on Saturday, June 12, 2027 in America/Toronto."
    )


@pytest.mark.parametrize(
    "text",
    [
        'day,start,end,title\n"Sunday, June 12, 2027",09:00,10:00,X\n',
        "date,weekday,start,end,title\n2027-06-12,Sunday,09:00,10:00,X\n",
        "日期,星期,开始时间,结束时间,标题\n6月12日,星期日,9:00,10:00,会\n",
    ],
)
def test_a_weekday_that_contradicts_its_date_is_told(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, text: str
) -> None:
    (told,) = planned(dialogue, filled.meeting, tmp_path, text).problems
    assert (told.severity, told.row) == (Severity.WARNS, 2)
    assert "gives another day of the week" in str(told.message)


def test_a_row_that_is_but_a_day_is_that_of_the_rows_below(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = (
        'start,end,title\n"Saturday, June 12, 2027",,\n9:00,10:00,One\n,,"Sunday, June 13"\n9:00,10:00,Two\n'
    )
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert [each.draft.day for each in plan.rows] == [date(2027, 6, 12), date(2027, 6, 13)]
    assert plan.problems == ()


def test_a_row_without_start_and_title_is_told(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    plan = planned(
        dialogue, filled.meeting, tmp_path, f"{HEADINGS}2027-06-13,16:00,17:00,A2,X,\n,,,A2,,everyone\n"
    )
    assert [str(note) for note in plan.notes] == ["1 row without a start and a title is left out: 3"]


def test_a_list_with_nothing_below_its_headings_is_refused(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    with pytest.raises(NoSessions):
        planned(dialogue, filled.meeting, tmp_path, f"{HEADINGS},,,A2,,everyone\n")


def test_unknown_rooms_are_made_when_asked_for(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    rooms = {row.code for row in dialogue.tables.Room.select()}
    text = (
        f"{HEADINGS}2027-06-13,16:00,17:00,Z9,X,\n2027-06-13,17:00,18:00,Salle du Pont-Neuf,Y,\n"
        "2027-06-13,18:00,19:00,z9,Z,\n"
    )
    assert planned(dialogue, filled.meeting, tmp_path, text).is_blocked
    plan = planned(dialogue, filled.meeting, tmp_path, text, EventWishes(makes_rooms=True))
    import_events(dialogue, plan)
    made = {row.code: row.name.en for row in dialogue.tables.Room.select() if row.code not in rooms}
    assert made == {"Z9": "", "R1": "Salle du Pont-Neuf"}
    dialogue.undo()
    assert {row.code for row in dialogue.tables.Room.select()} == rooms


def test_hours_of_attendance_and_absent_people_outlast_an_import(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    part_time = PartyPlan(PartyKind.SIDE, "CA", joins=time(16, 30))
    gone = person(add_delegate(dialogue, None))
    session = at(dialogue, filled.meeting, "16:00", title=Label("Review"), parties=[part_time])
    with dialogue.change(message("Somebody who has left")) as change:
        change.insert(dialogue.tables.Party, [{"session": session, "kind": gone.kind, "key": gone.key}])
    text = f"{HEADINGS}2027-06-12,16:00,17:00,,Review,Canada; China\n"
    import_events(dialogue, planned(dialogue, filled.meeting, tmp_path, text))
    parties = read_sessions(dialogue.tables, filled.meeting, only=[session])[session].parties
    assert parties == (part_time, PartyPlan(PartyKind.SIDE, "CN"), gone)


def test_a_guessed_kind_changes_no_session_that_is_there(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "day,start,minutes,title\n2027-06-12,12:30,60,Working lunch\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert [each.field for each in plan.rows[0].changes] == ["minutes"]


def test_a_list_can_cancel_a_session(dialogue: Workspace, filled: FilledProgramme, tmp_path: Path) -> None:
    text = "day,start,minutes,title,status\n2027-06-12,12:30,90,Working lunch,Annulé\n"
    import_events(dialogue, planned(dialogue, filled.meeting, tmp_path, text))
    lunch = filled.sessions["lunch"]
    assert read_sessions(dialogue.tables, filled.meeting, only=[lunch])[lunch].is_cancelled


def test_rows_that_a_workbook_hides_or_strikes_through_are_left_out_and_told(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Day", "Start", "End", "Title"))
    for hour, title in ((16, "Seen"), (17, "Hidden"), (18, "Struck")):
        sheet.append((date(2027, 6, 13), time(hour), time(hour, 30), title))
    sheet.row_dimensions[3].hidden = True
    for cell in sheet[4]:
        cell.font = Font(strike=True)
    book.save(tmp_path / "events.xlsx")
    plan = plan_of(dialogue, filled.meeting, tmp_path / "events.xlsx")
    assert [each.draft.title.en for each in plan.rows] == ["Seen"]
    assert [str(note) for note in plan.notes] == [
        "2 rows that are hidden or struck through are left out: 3–4"
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "start", "minutes", "is_asked"),
    [
        ("Time", "09:00-10:00", time(9), 60, False),
        ("时间", "1400-1500", time(14), 60, False),
        ("Heure", "13:30-14:45", time(13, 30), 75, False),
        ("Heure", "09:00à19:00", time(9), 600, True),
        ("Time", "05:15-05:45", time(5, 15), 30, True),
        ("时间", "22:00-06:00", time(22), 480, False),
    ],
)
def test_a_cell_holds_both_ends(
    dialogue: Workspace,
    filled: FilledProgramme,
    tmp_path: Path,
    heading: str,
    cell: str,
    start: time,
    minutes: int,
    is_asked: bool,
) -> None:
    plan = planned(dialogue, filled.meeting, tmp_path, f"day,{heading},title\n2027-06-12,{cell},Talk\n")
    (row,) = plan.rows
    assert (row.draft.start, row.draft.minutes, row.draft.is_blocked) == (start, minutes, False)
    assert bool(plan.doubts) is is_asked


def said(plan: EventPlan) -> list[str]:
    return [f"{each.row}: {catalog(Language.EN).say(each.message)}" for each in plan.problems]


def days(plan: EventPlan) -> list[date | None]:
    return [row.draft.day for row in plan.rows]


def test_a_day_that_is_counted_is_told_with_its_date(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = (
        "day,start,end,title\nDay 2,16:00,17:00,One\n第一天,16:00,17:00,Two\nJour 2,18:00,19:00,Three\n"
        "Sunday,20:00,21:00,Four\nDay 9,16:00,17:00,Five\n"
    )
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    first, second = date(2027, 6, 12), date(2027, 6, 13)
    assert days(plan) == [second, first, second, second, date(2027, 6, 20)]
    assert said(plan) == [
        "2: “Day 2” is taken as Sunday, June 13, 2027.",
        "3: “第一天” is taken as Saturday, June 12, 2027.",
        "4: “Jour 2” is taken as Sunday, June 13, 2027.",
        "5: “Sunday” is taken as Sunday, June 13, 2027.",
        "6: “Day 9” is taken as Sunday, June 20, 2027, which is no day of the meeting.",
    ]


def test_what_is_to_know_of_a_row_that_is_but_a_day_is_told(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "start,end,title\nDay 2,,\n16:00,17:00,One\nMonday 12 June,,\n18:00,19:00,Two\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert said(plan) == [
        "2: “Day 2” is taken as Sunday, June 13, 2027.",
        "4: The list gives another day of the week. The date is taken: Saturday, June 12, 2027.",
    ]
    for heading in ("05/06/2027", "12 June 2025", "Monday"):
        text = f"start,end,title\nDay 2,,\n16:00,17:00,One\n{heading},,\n18:00,19:00,Two\n"
        plan = planned(dialogue, filled.meeting, tmp_path, text)
        assert [row.draft.is_blocked for row in plan.rows] == [False, True], heading


@pytest.mark.parametrize(
    ("cells", "wish", "expected"),
    [
        (("05/06/2027",), None, (None,)),
        (("05/06/2027",), DateOrder.MONTH_FIRST, (date(2027, 5, 6),)),
        (("05/06/2027", "13/06/2027"), None, (date(2027, 6, 5), date(2027, 6, 13))),
        (("05/06/2027", "06/13/2027"), None, (date(2027, 5, 6), date(2027, 6, 13))),
        (("Sat 05/06/2027",), None, (date(2027, 6, 5),)),
        (("06/12/2027",), None, (date(2027, 6, 12),)),
        (("12/06/2027", "13/06/2027"), None, (date(2027, 6, 12), date(2027, 6, 13))),
        (("5/6",), None, (None,)),
        (("12/6",), None, (date(2027, 6, 12),)),
        (("05/06/2027", "13/06/2027", "06/14/2027"), None, (None, date(2027, 6, 13), date(2027, 6, 14))),
        (("06/06/2027",), None, (date(2027, 6, 6),)),
    ],
)
def test_dates_in_figures_are_understood_by_the_list_the_meeting_or_the_person(
    dialogue: Workspace,
    filled: FilledProgramme,
    tmp_path: Path,
    cells: tuple[str, ...],
    wish: DateOrder | None,
    expected: tuple[date | None, ...],
) -> None:
    rows = "".join(f"{cell},{at + 9}:00,{at + 9}:30,Talk {at}\n" for at, cell in enumerate(cells))
    wishes = EventWishes(date_order=wish)
    plan = planned(dialogue, filled.meeting, tmp_path, f"day,start,end,title\n{rows}", wishes)
    assert tuple(days(plan)) == expected
    assert plan.asks_order == (None in expected)
    assert plan.is_blocked == (None in expected)


def test_a_guessed_date_is_told_with_the_reason(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "day,start,end,title\n05/06/2027,16:00,17:00,One\n13/06/2027,16:00,17:00,Two\n"
    assert said(planned(dialogue, filled.meeting, tmp_path, text)) == [
        "2: “05/06/2027” is guessed to be Saturday, June 5, 2027, by other rows of the list.",
        "2: Saturday, June 5, 2027 is outside the days of the meeting: 7 days before it begins.",
    ]
    text = "day,start,end,title\n06/12/2027,16:00,17:00,One\n"
    assert said(planned(dialogue, filled.meeting, tmp_path, text)) == [
        "2: “06/12/2027” is guessed to be Saturday, June 12, 2027, by the days of the meeting."
    ]
    text = "start,end,title\n05/06/2027 16:00,17:00,One\n"
    (asked,) = said(planned(dialogue, filled.meeting, tmp_path, text))
    assert asked.startswith("2: “05/06/2027 16:00” can be Saturday, June 5, 2027 or Thursday, May 6, 2027.")
    wishes = EventWishes(date_order=DateOrder.DAY_FIRST)
    text = "day,start,end,title\n06/13/2027,16:00,17:00,One\n05/06/2027,16:00,17:00,Two\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text, wishes)
    assert said(plan) == [
        "2: “06/13/2027” can only be Sunday, June 13, 2027, in the other order than was said.",
        "3: Saturday, June 5, 2027 is outside the days of the meeting: 7 days before it begins.",
    ]


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("9h–10h30", "10h30", 90),
        ("9h–10h30", "11h", None),
        ("9h", "9h–10h30", 90),
        ("9h", "10h–10h30", None),
        ("9:00AM-10:30", "10:30 AM", 90),
    ],
)
def test_two_columns_that_contradict_each_other_keep_the_list_out(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, start: str, end: str, minutes: int | None
) -> None:
    text = f"day,start,end,title\n2027-06-12,{start},{end},One\n"
    (row,) = planned(dialogue, filled.meeting, tmp_path, text).rows
    assert (row.draft.is_blocked, row.draft.minutes or None) == (minutes is None, minutes)


def test_a_row_that_is_left_out_keeps_nothing_else_out(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "day,start,end,title,room\n2027-06-12,16:00,15:00,One,Z9\n2027-06-12,16:00,17:00,Two,A1\n"
    wishes = EventWishes({2: Moved.SKIP})
    plan = planned(dialogue, filled.meeting, tmp_path, text, wishes)
    assert (plan.is_blocked, [row.writes for row in plan.rows]) == (False, [False, True])


def test_a_day_without_a_year_is_that_nearest_to_the_meeting(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    change_meeting(
        dialogue,
        filled.meeting,
        {"starts": date(2027, 12, 30), "ends": date(2028, 1, 2)},
    )
    text = "day,start,end,title\n31 December,16:00,17:00,One\n2 January,16:00,17:00,Two\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert days(plan) == [date(2027, 12, 31), date(2028, 1, 2)]


STRANGERS = (
    f"{HEADINGS}2027-06-12,16:00,17:00,A2,Review,China; Ada Stranger\n"
    "2027-06-12,17:00,18:00,A2,Talk,陌生人、Ada Stranger\n"
)


def test_names_that_are_unknown_are_kept_as_a_note(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    plan = planned(dialogue, filled.meeting, tmp_path, STRANGERS)
    assert (plan.is_blocked, plan.unknown_people) == (True, ("Ada Stranger", "陌生人"))
    wishes = EventWishes(people=UnknownPeople(keeps_names=True))
    plan = planned(dialogue, filled.meeting, tmp_path, STRANGERS, wishes)
    assert (plan.is_blocked, len(plan.problems)) == (False, 3)
    import_events(dialogue, plan)
    added = sessions(dialogue, filled.meeting)
    notes = {each.title.en: (each.private_note, len(each.parties)) for each in added}
    assert {title: notes[title] for title in ("Review", "Talk")} == {
        "Review": ("Participants / 参加人员: Ada Stranger", 1),
        "Talk": ("Participants / 参加人员: 陌生人; Ada Stranger", 0),
    }
    again = planned(dialogue, filled.meeting, tmp_path, STRANGERS, wishes)
    assert [row.action for row in again.rows] == [EventAction.SKIP, EventAction.SKIP]


def test_names_that_are_unknown_join_a_delegation_in_the_same_step(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    before = dialogue.tables.Person.select().count(), sessions(dialogue, filled.meeting)
    wishes = EventWishes(people=UnknownPeople(joins="CA"))
    plan = planned(dialogue, filled.meeting, tmp_path, STRANGERS, wishes)
    assert [each.name for each in plan.newcomers] == ["Ada Stranger", "陌生人"]
    assert "2: “Ada Stranger” joins the delegation CA as Ada Stranger." in said(plan)
    import_events(dialogue, plan)
    assert dialogue.tables.Person.select().count() == before[0] + 2
    again = planned(dialogue, filled.meeting, tmp_path, STRANGERS)
    assert [row.action for row in again.rows] == [EventAction.SKIP, EventAction.SKIP]
    dialogue.undo()
    assert (dialogue.tables.Person.select().count(), sessions(dialogue, filled.meeting)) == before


def test_a_name_stands_for_somebody_and_a_useless_answer_is_refused(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    standing_for = {"Ada Stranger": str(filled.canadians[0]), "陌生人": "China"}
    wishes = EventWishes(people=UnknownPeople(standing_for=standing_for))
    plan = planned(dialogue, filled.meeting, tmp_path, STRANGERS, wishes)
    assert not plan.problems
    assert plan.rows[1].draft.parties == (
        PartyPlan(PartyKind.SIDE, "CN"),
        PartyPlan(PartyKind.PERSON, str(filled.canadians[0])),
    )
    for name, who, error in (
        ("Ada Stranger", "Nobody", UnknownStandIn),
        ("Bob Stranger", "China", UselessStandIn),
    ):
        wishes = EventWishes(people=UnknownPeople(standing_for={name: who}))
        with pytest.raises(error):
            planned(dialogue, filled.meeting, tmp_path, STRANGERS, wishes)


def test_a_room_that_is_taken_is_told_with_what_is_there(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = (
        f"{HEADINGS}2027-06-13,20:00,21:00,A2,One,\n2027-06-13,20:30,21:30,A2,Two,\n"
        "2027-06-13,21:30,22:00,A2,Three,\n2027-06-13,20:00,21:00,,Nowhere,\n"
    )
    told = said(planned(dialogue, filled.meeting, tmp_path, text))
    assert told == ["3: “One” is in A2 at that time, from 20:00 to 21:00."]
    standing = sessions(dialogue, filled.meeting)[0]
    room = next(code for code, key in filled.rooms.items() if key == standing.room)
    text = f"{HEADINGS}{standing.day},{standing.start:%H:%M},{standing.arrival:%H:%M},{room},Renamed,\n"
    (told_once,) = said(planned(dialogue, filled.meeting, tmp_path, text))
    assert f"“{standing.title.en}” is in {room} at that time" in told_once
    uid = f"uid,{HEADINGS}{standing.uid},{standing.day},{standing.start:%H:%M},{standing.arrival:%H:%M},"
    assert said(planned(dialogue, filled.meeting, tmp_path, f"{uid}{room},{standing.title.en},\n")) == []


def test_what_stands_for_no_room_or_nobody_yet_is_left_out_and_told(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = f"{HEADINGS}2027-06-12,16:00,17:00,TBC,One,待定\n2027-06-12,17:00,18:00,à déterminer,Two,TBD\n"
    wishes = EventWishes(makes_rooms=True)
    plan = planned(dialogue, filled.meeting, tmp_path, text, wishes)
    assert (plan.is_blocked, plan.new_rooms) == (False, ())
    assert [(row.draft.room, row.draft.parties) for row in plan.rows] == [(None, ()), (None, ())]
    assert said(plan) == [
        "2: “待定” names nobody yet; nobody is written.",
        "2: “TBC” names no room yet; none is written.",
        "3: “TBD” names nobody yet; nobody is written.",
        "3: “à déterminer” names no room yet; none is written.",
    ]


def test_a_weekday_beside_a_blank_day_is_compared_and_an_end_without_offset_is_asked_about(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "weekday,day,start,end,title\nSaturday,2027-06-12,16:00,17:00,One\nMonday,,18:00,19:00,Two\n"
    assert said(planned(dialogue, filled.meeting, tmp_path, text)) == [
        "3: No day is given: read as the day of the row above, Saturday, June 12, 2027.",
        "3: The list gives another day of the week. The date is taken: Saturday, June 12, 2027.",
    ]
    text = "start,end,title\n2027-06-12T20:00Z,21:00,One\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert plan.is_open
    assert "“21:00” has none: it is taken as one in America/Toronto." in catalog(Language.EN).say(
        plan.doubts[0].message
    )


def test_the_names_of_the_fields_are_headings(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "day,start,minutes,title-en,title-fr,title-zh\n2027-06-12,16:00,30,One,Un,一\n"
    (row,) = planned(dialogue, filled.meeting, tmp_path, text).rows
    assert row.draft.title == Label("One", "Un", "一")
