"""What a list of sessions supposes of the days of its rows, and tells of each."""

from datetime import date
from pathlib import Path

import pytest

from alternat.exchange.events_import import plan_events
from alternat.exchange.people_import import read_source
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.planning.event_imports import EventPlan
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from tests.exchange.event_lists import planned
from tests.factories.programmes import FilledProgramme
from tests.factories.spreadsheets import write_workbook

FIRST, SECOND = date(2027, 6, 12), date(2027, 6, 13)
ABOVE = "No day is given: read as the day of the row above, Saturday, June 12, 2027."


def said(plan: EventPlan) -> list[tuple[int, Severity, str]]:
    return [
        (each.row, each.severity, catalog(Language.EN).say(each.message))
        for each in plan.problems
        if " at that time, " not in str(each.message)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "day,start,end,title\n2027-06-12,16:00,17:00,One\n,18:00,18:30,Two\n,19:00,19:30,Three\n",
        "日期,开始时间,结束时间,标题\n6月12日,16:00,17:00,一\n,18:00,18:30,二\n,19:00,19:30,三\n",
        "Début,Fin,Titre\n12 juin 2027 16 h,17 h,Un\n18 h,18 h 30,Deux\n19 h,19 h 30,Trois\n",
    ],
)
def test_a_row_without_a_day_is_told_to_take_that_of_the_row_above(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, text: str
) -> None:
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert [row.draft.day for row in plan.rows] == [FIRST] * 3
    assert said(plan) == [(3, Severity.NOTES, ABOVE), (4, Severity.NOTES, ABOVE)]


def test_below_a_row_that_is_but_a_day_nothing_is_supposed_until_a_row_has_its_own(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = (
        "day,start,end,title\n2027-06-13,,,\n,16:00,17:00,One\n,18:00,18:30,Two\n"
        "2027-06-12,19:00,19:30,Three\n,20:00,20:30,Four\n"
    )
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert [row.draft.day for row in plan.rows] == [SECOND, SECOND, FIRST, FIRST]
    assert said(plan) == [(6, Severity.NOTES, ABOVE)]


def test_merged_cells_belong_to_all_their_rows_and_are_told_once(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["Day", "Start", "End", "Title", "Room"],
        ["2027-06-12", "16:00", "17:00", "One", "A2"],
        [None, "18:00", "18:30", "Two", None],
        [None, "19:00", "19:30", "Three", "A3"],
        ["2027-06-13", "19:00", "19:30", "Four", None],
    ]
    path = write_workbook(tmp_path / "events.xlsx", rows, merged=["A2:A4", "E2:E3"])
    plan = plan_events(dialogue.tables, filled.meeting, read_source(path))
    assert [row.draft.day for row in plan.rows] == [FIRST] * 3 + [SECOND]
    assert [row.draft.room for row in plan.rows] == [
        filled.rooms["A2"],
        filled.rooms["A2"],
        filled.rooms["A3"],
        None,
    ]
    assert said(plan) == []
    assert [str(note) for note in plan.notes] == [
        "2 rows are read with the text of the merged cells beside them: 3–4"
    ]


@pytest.mark.parametrize(
    ("day", "severity", "text"),
    [
        ("2027-06-13", None, ""),
        ("2027-06-14", Severity.NOTES, "1 day after its last."),
        ("2027-06-10", Severity.NOTES, "2 days before it begins."),
        ("2027-07-20", Severity.WARNS, "37 days after its last."),
        ("2027-12-24", Severity.WARNS, "194 days after its last."),
        ("2027-03-01", Severity.WARNS, "103 days before it begins."),
    ],
)
def test_a_session_outside_the_days_of_the_meeting_is_told_with_its_row(
    dialogue: Workspace,
    filled: FilledProgramme,
    tmp_path: Path,
    day: str,
    severity: Severity | None,
    text: str,
) -> None:
    plan = planned(dialogue, filled.meeting, tmp_path, f"day,start,end,title\n{day},16:00,17:00,One\n")
    found = said(plan)
    assert [(row, how) for row, how, _ in found] == ([] if severity is None else [(2, severity)])
    assert all(each.endswith(f"is outside the days of the meeting: {text}") for _, _, each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Date,Day,Start,End,Title\n2027-06-12,Sunday,16:00,17:00,One\n",
        "Day,Date,Start,End,Title\nSunday,2027-06-12,16:00,17:00,One\n",
        "Date,Jour,Début,Fin,Titre\n2027-06-12,dim.,16:00,17:00,Un\n",
        "Jour,Date,Début,Fin,Titre\ndimanche,12 juin 2027,16 h,17 h,Un\n",
        "日期,星期,开始时间,结束时间,标题\n6月12日,日,16:00,17:00,会\n",
        "日期,星期几,开始时间,结束时间,标题\n6月12日,周日,16:00,17:00,会\n",
        "Date,Weekday,Start,End,Title\n2027-06-12,Sun,16:00,17:00,One\n",
        "Date,,Start,End,Title\n2027-06-12,Sunday,16:00,17:00,One\n",
    ],
)
def test_a_weekday_in_a_column_of_its_own_that_contradicts_the_date_is_told(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, text: str
) -> None:
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert [row.draft.day for row in plan.rows] == [FIRST]
    assert said(plan) == [
        (
            2,
            Severity.WARNS,
            "The list gives another day of the week. The date is taken: Saturday, June 12, 2027.",
        )
    ]
    agreeing = text
    for wrong, right in (
        ("Sunday", "Saturday"), ("dim.", "sam."), ("dimanche", "samedi"), (",日,", ",六,"),
        ("周日", "周六"), ("Sun,", "Sat,"),
    ):  # fmt: skip
        agreeing = agreeing.replace(wrong, right)
    assert said(planned(dialogue, filled.meeting, tmp_path, agreeing)) == []
