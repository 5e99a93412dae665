"""Workbooks of the follow-up that cannot be read back: where, why, and what could stand there."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from alternat.actions.follow_up_imports import FollowUpBlocked, RowNotWritten, import_follow_up
from alternat.exchange.follow_up.layout import ColumnTwice, NoFollowUp, NoKeyColumn, SheetTwice
from alternat.exchange.follow_up.reading import CellRefused, day_of
from alternat.exchange.follow_up_import import UnknownChosen, UselessName
from alternat.exchange.sources.refusals import SourceDamaged
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.planning.findings import Severity
from alternat.planning.follow_up_plans import by_kind
from alternat.storage.workspace import Workspace
from tests.exchange.follow_up.workbooks import contents, edited, export, filled, place, plan, read_back

SAY = catalog(Language.EN).say


@pytest.fixture
def path(dialogue: Workspace, tmp_path: Path) -> Path:
    filled(dialogue)
    return export(dialogue, tmp_path / "f.xlsx")


BAD = [
    ("outcomes", {"kind": "Decided"}, "Kind", "It is one of: Agreed in principle, Noted, For further study."),
    ("outcomes", {"state": "half"}, "State", "It is one of: Agreed, Under way, Stuck, No news"),
    ("outcomes", {"state": None}, "State", "must say something"),
    ("outcomes", {"due": "2027-06-11"}, "Due date", "before the meeting 2027 that agreed it began on"),
    ("outcomes", {"due": "soon"}, "Due date", "“soon” is not a date. Write it as 2027-12-31."),
    ("outcomes", {"due": "05/06/2027"}, "Due date", "can be 2027-05-06, 2027-06-05. Write it as 2027-05-06."),
    (
        "outcomes",
        {"carriers": "topic-1"},
        "Carried out by",
        "is not one of the existing dialogues. They are: dialogue-1",
    ),
    (
        "outcomes",
        {"topic": "Fishing"},
        "Topic",
        "There is no topic “Fishing”. The topics are: topic-1, topic-2",
    ),
    ("outcomes", {"meeting": "2031"}, "Meeting", "There is no meeting “2031”. The meetings are: "),
    (
        "outcomes",
        {"continues": "2027-9"},
        "Continues",
        "There is no outcome “2027-9” in the dialogue or in the workbook",
    ),
    ("outcomes", {"continues": "2027-2"}, "Continues", "cannot follow itself"),
    ("outcomes", {"replaces": "2027-1"}, "Replaces", "“2027-1” cannot be both continued and replaced."),
    (
        "outcomes",
        {"last_asked": "dialogue-2 2027-07-01"},
        "Last asked on",
        "“dialogue-2” does not carry it out",
    ),
    ("outcomes", {"last_heard": "dialogue-1 2027-01-01"}, "Last heard on", "before the meeting 2027"),
    ("outcomes", {"last_heard": "dialogue-1"}, "Last heard on", "needs a code and a day"),
    (
        "outcomes",
        {"state_reason.en": None, "state_reason.fr": None, "state_reason.zh": None},
        "Reason of the state (English)",
        "Say why the outcome 2027-2 is “Stuck”",
    ),
    ("outcomes", {"state": "Under way", "state_on": None}, "Day of the state", "since which day"),
    ("outcomes", {"state": "Agreed"}, "State", "cannot become “Agreed”. From here it can become: Under way"),
    (
        "outcomes",
        {"state": "Dropped", "state_on": "2027-07-20"},
        "Day of the state",
        "has been “Stuck” since",
    ),
    ("outcomes", {"kind": "Noted"}, "Kind", "asks for nothing"),
    ("outcomes", {"consent_given": "2027-06-30"}, "Consent given on", "is before"),
    ("outcomes", {"text.en": None, "text.fr": None, "text.zh": None}, "Text (English)", "must say something"),
    ("outcomes", {"text.en": "a\u202eb"}, "Text (English)", "nobody sees: U+202E"),
    ("outcomes", {"code": "2027-1", "continues": None}, "Code", "“2027-1” stands in row 3 already"),
    ("outcomes", {"code": "2026-7"}, "Code", "“2026-7” is no code of the meeting 2027, such as 2027-3."),
    ("notes", {"day": "2027-01-05"}, "Day", "before the meeting 2027"),
    ("notes", {"objective": "objective-1"}, "Outcome", "of one outcome or of one objective"),
    ("notes", {"side": "US"}, "Side", "There is no side “US”. The sides are: CA, CN."),
    ("notes", {"is_shared": "perhaps"}, "Shared", "It is one of: yes, no."),
    (
        "guidance",
        {"answered_on": "2027-08-01", "closed_on": None},
        "Joint answer (English)",
        "has a day and says nothing",
    ),
    ("guidance", {"closed_on": "2027-07-01"}, "Closed on", "the day on which it was asked"),
    ("guidance", {"answer_of.CN.fr": "Oui", "closed_on": None}, "Day of the answer (CN)", "on which day"),
    ("guidance", {"question.en": "What?"}, "Closed on", "what it asks and what was answered stand. Clear"),
    ("objectives", {"state": "Closed"}, "State", "It is one of: Pursued, Achieved, No longer pursued."),
    ("instruments", {"kind": "Letter"}, "Kind", "Treaty, Agreement"),
    ("instruments", {"months": "many"}, "Term in months", "is not a whole number from 1 to 1200"),
    (
        "instruments",
        {"prevails": "English", "authentic": "French"},
        "Text that prevails",
        "one of the authentic ones",
    ),
    ("instruments", {"replaced_by": "Nothing"}, "Instrument that replaces it", "Those there are: 1 Treaty."),
    ("steps", {"step": "Took effect"}, "Step", "is not one of its steps"),
    ("steps", {"done_on": None}, "Planned for", "for which day"),
    ("officials", {"until": "2027-06-01"}, "Until", "is before"),
    ("dialogue_meetings", {"ends": "2027-10-03"}, "Last day", "is before"),
]


@pytest.mark.parametrize(("sheet", "cells", "field", "said"), BAD, ids=lambda each: str(each)[:40])
def test_what_cannot_stand_is_told_with_its_place_and_the_choices(
    dialogue: Workspace, path: Path, sheet: str, cells: dict[str, object], field: str, said: str
) -> None:
    row = 4 if sheet == "outcomes" else 3
    before = contents(dialogue)
    told = plan(dialogue, edited(path, sheet, {(name, row): value for name, value in cells.items()}))
    blocking = [each for each in told.problems if each.severity is Severity.BLOCKS]
    found = [
        (each.row, SAY(each.field).casefold() if each.field else "", SAY(each.message)) for each in blocking
    ]
    assert len(found) == 1, found
    assert found[0][:2] == (row, field.casefold())
    assert said in found[0][2]
    with pytest.raises(FollowUpBlocked, match=r"f\.xlsx"):
        import_follow_up(dialogue, told)
    assert contents(dialogue) == before


def test_links_in_a_circle_are_told_with_the_way_round(dialogue: Workspace, path: Path) -> None:
    told = plan(dialogue, edited(path, "outcomes", {("continues", 3): "2027-2"}))
    behind, circle = (SAY(each.message) for each in told.problems)
    assert "cannot follow 2027-2, which stands behind it" in behind
    assert "circle: 2027-1, 2027-2, 2027-1." in circle


def test_a_closed_record_is_corrected_and_never_changed(dialogue: Workspace, path: Path) -> None:
    with dialogue.change(message("Close")) as change:
        meeting = dialogue.tables.Outcome.get().meeting_id
        change.update(dialogue.tables.Meeting, {meeting: {"record_closed": date(2027, 7, 1)}})
    due = dialogue.tables.Outcome.get_by_id(2).due
    was = due.isoformat() if due else None
    cells = {("text.fr", 4): "Autre", ("due", 4): "2027-12-01", ("consent_asked", 4): "2027-07-02"}
    edited(path, "outcomes", cells)
    told = plan(
        dialogue,
        edited(path, "outcomes", {("meeting", 9): "2027", ("kind", 9): "Noted", ("text.en", 9): "x"}),
    )
    assert [SAY(each.message).partition(".")[0] for each in told.problems] == [
        (
            "The record of the meeting 2027 was closed on Thursday, July 1, 2027; the outcome 2027-2 is "
            "corrected in it with a date and a reason (field: text)"
        ),
        (
            "The record of the meeting 2027 was closed on Thursday, July 1, 2027; the outcome 2027-2 is "
            "corrected in it with a date and a reason (field: due date)"
        ),
        (
            "The record of the meeting 2027 was closed on Thursday, July 1, 2027: no outcome is added to it "
            "or removed from it"
        ),
        (
            "The record of the meeting 2027 was closed here on Thursday, July 1, 2027 and stays closed; the "
            "row is left out"
        ),
    ]
    edited(
        path,
        "outcomes",
        {
            ("text.fr", 4): "-1\nLigne",
            ("due", 4): was,
            ("meeting", 9): None,
            ("kind", 9): None,
            ("text.en", 9): None,
        },
    )
    read_back(dialogue, path)
    row = dialogue.tables.Outcome.get_by_id(2)
    assert (row.due, row.consent_asked) == (due, date(2027, 7, 2))


def test_a_correction_is_not_made_by_a_workbook(dialogue: Workspace, path: Path) -> None:
    new = {"outcome": "2027-1", "made_on": "2027-08-01", "field": "text", "reason.en": "x", "after.en": "y"}
    told = plan(dialogue, edited(path, "corrections", {(name, 4): value for name, value in new.items()}))
    assert [SAY(each.message) for each in told.problems] == [
        "Corrections are made one by one, with “outcome correct”; the row is left out."
    ]
    assert not told.writes


def test_one_kind_is_told_once_with_its_count(dialogue: Workspace, path: Path) -> None:
    told = plan(dialogue, edited(path, "outcomes", {("kind", 3): "Decided", ("kind", 4): "Resolved"}))
    (kind,) = by_kind(told.problems)
    assert SAY(kind.place) == "Sheet “Outcomes”, 2 rows: 3–4, “kind”"
    assert len(kind.wordings) == 2


def test_a_row_that_breaks_a_rule_of_writing_is_named_and_nothing_is_written(
    dialogue: Workspace, path: Path
) -> None:
    edited(
        path, "officials", {("provision", 4): "dialogue-1", ("side", 4): "CA", ("person", 4): "Noé 0 Bélair"}
    )
    edited(path, "outcomes", {("short.en", 4): "Other"})
    before = contents(dialogue)
    with pytest.raises(RowNotWritten, match="Officials who lead”, row 4: "):
        read_back(dialogue, path)
    assert contents(dialogue) == before


def test_names_that_are_chosen_have_to_be_there(dialogue: Workspace, path: Path) -> None:
    with pytest.raises(UselessName, match="“Nobody” stands in no cell"):
        plan(dialogue, path, {"Nobody": 1})
    with pytest.raises(UnknownChosen, match="999"):
        plan(dialogue, path, {"Nobody": 999})


def test_a_foreign_workbook_is_refused(dialogue: Workspace, tmp_path: Path) -> None:
    other = openpyxl.Workbook()
    assert other.active is not None
    other.active.append(["Name", "Seat"])
    other.save(tmp_path / "other.xlsx")
    with pytest.raises(NoFollowUp, match=r"other\.xlsx is not a workbook of the follow-up"):
        plan(dialogue, tmp_path / "other.xlsx")


def test_a_damaged_workbook_is_refused(dialogue: Workspace, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(SourceDamaged):
        plan(dialogue, path)


def test_what_stands_twice_or_has_lost_its_key_is_refused(dialogue: Workspace, path: Path) -> None:
    content = path.read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(content))
    book.copy_worksheet(book.worksheets[1])
    book.save(path)
    with pytest.raises(SheetTwice, match="two sheets of “Outcomes”"):
        plan(dialogue, path)
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[1]
    sheet.cell(1, place(sheet, "due")).value = "desk:outcomes.state"
    book.save(path)
    with pytest.raises(ColumnTwice, match="two columns are “state”"):
        plan(dialogue, path)
    book = openpyxl.load_workbook(io.BytesIO(content))
    book.worksheets[1].delete_cols(1)
    book.save(path)
    with pytest.raises(NoKeyColumn, match="“code” is missing"):
        plan(dialogue, path)


def test_other_sheets_columns_and_struck_rows_are_told(dialogue: Workspace, path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book.create_sheet("Mine").append(["x"])
    sheet = book.worksheets[1]
    sheet.cell(2, 40).value, sheet.cell(3, 40).value = "My remark", "?"
    for cell in sheet[3]:
        cell.font = Font(strike=True)
    book.save(path)
    told = plan(dialogue, path)
    assert [SAY(each) for each in told.notes] == [
        "Outcomes: 1 row that is struck through is left out: 3",
        "Outcomes: columns that are not read: My remark",
        "The sheet “Mine” is none of the follow-up and was not read.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2027-12-03",
        "2027-12-03 00:00",
        "３ décembre ２０２７",
        "3 Dec 2027",
        "2027年12月3日",
        "December 3, 2027",
        "2027/12/3",
    ],
)
def test_days_are_read_as_people_write_them(text: str) -> None:
    assert day_of(text) == date(2027, 12, 3)


@pytest.mark.parametrize(
    "text",
    ["3 December", "Day 2", "Monday", "2027", "2027-13-01", "2027-02-30", "3 Dec 2027 or so 4", "20271203x"],
)
def test_what_is_no_day_in_full_is_none(text: str) -> None:
    with pytest.raises(CellRefused):
        day_of(text)
