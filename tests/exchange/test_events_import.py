"""A list of sessions from its file to the programme: recognised, refused by row, written once."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from alternat.actions.event_imports import EventsBlocked, EventsOutOfDate, import_events
from alternat.actions.meetings import change_meeting
from alternat.actions.programme import cancel_sessions, move_session
from alternat.exchange.events.columns import NoSessionHeadings
from alternat.exchange.events_import import plan_events
from alternat.exchange.exports.formats import export_format
from alternat.exchange.exports.public import WHOLE
from alternat.exchange.people_import import read_source
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.models.programme import PartyKind, SessionKind
from alternat.planning.event_imports import EventAction, EventPlan
from alternat.planning.programme import PartyPlan, SessionPlan, read_sessions
from alternat.storage.workspace import Workspace
from tests.exchange.exports.scopes import gathered
from tests.factories.programmes import FilledProgramme, fill_programme

HEADINGS = "day,start,end,room,title,people\n"


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    return fill_programme(dialogue)


def plan_of(workspace: Workspace, meeting: int, path: Path) -> EventPlan:
    return plan_events(workspace.tables, meeting, read_source(path))


def planned(workspace: Workspace, meeting: int, folder: Path, text: str) -> EventPlan:
    path = folder / "events.csv"
    path.write_text(text, encoding="utf-8")
    return plan_of(workspace, meeting, path)


def sessions(workspace: Workspace, meeting: int) -> list[SessionPlan]:
    return list(read_sessions(workspace.tables, meeting).values())


def test_a_list_is_added_in_one_step(dialogue: Workspace, filled: FilledProgramme, tmp_path: Path) -> None:
    text = (
        f"{HEADINGS}2027-06-12,16:00,17:30,A2,Follow-up plenary,everyone; -{filled.canadians[5]}\n"
        f',17:30,17:45,Rideau Room,Family photo,"Canada, China"\n'
    )
    before = sessions(dialogue, filled.meeting)
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert (plan.problems, plan.count(EventAction.ADD)) == ((), 2)
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
        ("05/06/2027,16:00,17:00,A2,X,", "day", "is not clearly a day."),
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
    (problem,) = plan.problems
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
