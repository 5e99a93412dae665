"""A list of sessions from its file to the programme: recognised, refused by row, written once."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from alternat.actions.event_imports import EventsBlocked, EventsOutOfDate, EventsUndecided, import_events
from alternat.actions.programme import cancel_sessions, move_session
from alternat.exchange.events.columns import NoSessionHeadings, NoSessions
from alternat.exchange.exports.formats import export_format
from alternat.exchange.exports.public import WHOLE
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.programme import PartyKind, SessionKind
from alternat.planning.event_drafts import EventWishes, Moved
from alternat.planning.event_imports import EventAction
from alternat.planning.findings import Severity
from alternat.planning.programme import PartyPlan, read_sessions
from alternat.storage.workspace import Workspace
from tests.exchange.event_lists import HEADINGS, plan_of, planned, said, sessions, times
from tests.exchange.exports.scopes import gathered
from tests.factories.programmes import EVERYONE, FilledProgramme, at


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


def test_a_row_that_stands_twice_is_refused(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    row = "2027-06-13,16:00,17:00,A2,Twice,everyone\n"
    plan = planned(dialogue, filled.meeting, tmp_path, HEADINGS + row + row)
    assert [each.draft.is_blocked for each in plan.rows] == [False, True]


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


def test_a_row_that_is_left_out_keeps_nothing_else_out(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "day,start,end,title,room\n2027-06-12,16:00,15:00,One,Z9\n2027-06-12,16:00,17:00,Two,A1\n"
    wishes = EventWishes({2: Moved.SKIP})
    plan = planned(dialogue, filled.meeting, tmp_path, text, wishes)
    assert (plan.is_blocked, [row.writes for row in plan.rows]) == (False, [False, True])


def test_the_names_of_the_fields_are_headings(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "day,start,minutes,title-en,title-fr,title-zh\n2027-06-12,16:00,30,One,Un,一\n"
    (row,) = planned(dialogue, filled.meeting, tmp_path, text).rows
    assert row.draft.title == Label("One", "Un", "一")
