from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.actions.calendars import add_avoid_dates
from alternat.documents.drawing import Box
from alternat.documents.kinds import YEAR_PLANNER
from alternat.documents.list_rows import INK
from alternat.documents.paper import Paper
from alternat.documents.press import print_values, produce
from alternat.documents.typesetting import Typesetter
from alternat.documents.year_planner import YearPlannerOptions, suggest_year_planner
from alternat.language.label import Label, Language
from alternat.storage.workspace import Workspace
from tests.documents.reading import glyphs, same_as_snapshot, text_of

EN, FR, ZH = Language
OPTIONS = YearPlannerOptions((EN,), "CA", Paper.A4, date(2026, 11, 2), 2027)


def text(workspace: Workspace, meeting: int, **changes: Any) -> str:
    return text_of(produce(YEAR_PLANNER, workspace.tables, meeting, replace(OPTIONS, **changes)).pdf)


@pytest.mark.parametrize(
    ("name", "languages"), [("year-planner-three-languages", (EN, FR, ZH)), ("year-planner-chinese", (ZH,))]
)
def test_the_planner_reads_as_its_snapshot(
    dialogue: Workspace, meeting: int, name: str, languages: tuple[Language, ...]
) -> None:
    assert same_as_snapshot(name, text(dialogue, meeting, languages=languages))


@pytest.mark.parametrize("paper", Paper)
def test_the_twelve_months_stand_on_the_first_page(dialogue: Workspace, meeting: int, paper: Paper) -> None:
    first, *_ = text(dialogue, meeting, paper=paper, languages=(EN, FR, ZH)).split("\n----\n")
    assert all(f"{month}月" in first for month in range(1, 13))
    document = produce(YEAR_PLANNER, dialogue.tables, meeting, replace(OPTIONS, paper=paper))
    assert all(each.bottom <= paper.size_mm[1] - 13 for each in glyphs(document.pdf))


def test_days_off_and_meetings_are_told_in_words(dialogue: Workspace, meeting: int) -> None:
    lines = text(dialogue, meeting).splitlines()
    at = lines.index("2027-06-12")
    assert lines[at + 1 : at + 4] == ["– 2027-06-14", "Ottawa 2027", "Meeting"]
    assert any(line.endswith("Canada Day") for line in lines)
    assert any(line.endswith("Spring Festival") for line in lines)


def test_private_dates_show_without_their_reason(dialogue: Workspace, meeting: int) -> None:
    reason = Label.same("Summit preparation")
    add_avoid_dates(
        dialogue, "CA", starts=date(2027, 8, 2), ends=date(2027, 8, 6), reason=reason, is_private=True
    )
    said = text(dialogue, meeting)
    assert "Dates to avoid (Canada)" in said
    assert "Summit" not in said


def test_a_year_without_marks_says_so(dialogue: Workspace, meeting: int) -> None:
    values = YEAR_PLANNER.gather(dialogue.tables, meeting, OPTIONS)
    empty = print_values(YEAR_PLANNER, replace(values, marks=()), OPTIONS)
    assert "Nothing is marked in this year." in text_of(empty.pdf)


def test_the_meeting_is_filled_with_ink(dialogue: Workspace, meeting: int) -> None:
    values = YEAR_PLANNER.gather(dialogue.tables, meeting, OPTIONS)
    page = YEAR_PLANNER.compose(values, OPTIONS, Typesetter()).pages[0]
    boxes = [item for put in page.blocks for item in put.block.items if isinstance(item, Box)]
    assert sum(box.colour == INK for box in boxes) == 4  # three days and the legend


def test_the_year_of_the_meeting_is_suggested(dialogue: Workspace, meeting: int) -> None:
    assert suggest_year_planner(dialogue.tables, meeting, date(2026, 11, 2)).year == 2027
