import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.actions.calendars import add_avoid_dates
from alternat.documents.kinds.year_planner.document import YEAR_PLANNER, YearPlannerOptions, YearsOutOfReach
from alternat.documents.press.drawing import Box
from alternat.documents.press.style import INK
from alternat.documents.press.typesetting import Typesetter
from alternat.documents.printing import print_values, produce
from alternat.language.label import Label, Language
from alternat.nouns.paper import Paper
from alternat.planning.findings import SubjectKind
from alternat.storage.workspace import Workspace
from tests.documents.reading import glyphs, same_as_snapshot, text_of

EN, FR, ZH = Language
OPTIONS = YearPlannerOptions((EN,), "CA", Paper.A4, date(2026, 11, 2), (2027,))


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
    assert "June 12–14, 2027 Ottawa 2027" in lines
    assert not re.search(r"\d{4}-\d\d-\d\d", "\n".join(lines))
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
    empty = print_values(YEAR_PLANNER, replace(values, years=((2027, ()),)), OPTIONS)
    assert "Nothing is marked in this year." in text_of(empty.pdf)


def test_the_meeting_is_filled_with_ink(dialogue: Workspace, meeting: int) -> None:
    values = YEAR_PLANNER.gather(dialogue.tables, meeting, OPTIONS)
    page = YEAR_PLANNER.compose(values, OPTIONS, Typesetter()).pages[0]
    boxes = [item for put in page.blocks for item in put.block.items if isinstance(item, Box)]
    assert sum(box.colour == INK for box in boxes) == 4  # three days and the legend


def test_the_year_of_the_meeting_prints_unless_years_are_chosen(dialogue: Workspace, meeting: int) -> None:
    assert YEAR_PLANNER.suggest(dialogue.tables, meeting, date(2026, 11, 2)).years == ()
    assert "Year planner 2027" in text(dialogue, meeting, years=())


def test_each_year_begins_on_a_page_of_its_own(dialogue: Workspace, meeting: int) -> None:
    pages = text(dialogue, meeting, years=(2029, 2027, 2028)).split("\n----\n")
    first = [page for page in pages if "Page 1 of" in page]
    found = [year for page in first for year in (2027, 2028, 2029) if f"Year planner {year}" in page]
    assert (len(first), found) == (3, [2027, 2028, 2029])


@pytest.mark.parametrize("years", [(1800,), (2101,), tuple(range(2020, 2031))])
def test_years_that_are_none_are_refused(dialogue: Workspace, meeting: int, years: tuple[int, ...]) -> None:
    with pytest.raises(YearsOutOfReach):
        YEAR_PLANNER.gather(dialogue.tables, meeting, replace(OPTIONS, years=years))


def findings(workspace: Workspace, meeting: int, reason: Label) -> list[tuple[str, SubjectKind]]:
    starts, ends = date(2027, 8, 2), date(2027, 8, 6)
    add_avoid_dates(workspace, "CA", starts=starts, ends=ends, reason=reason, is_private=False)
    printed = produce(YEAR_PLANNER, workspace.tables, meeting, replace(OPTIONS, languages=(EN, FR, ZH)))
    return [(each.code, each.subject.kind) for each in printed.findings]


def test_a_text_that_would_be_cut_off_blocks(dialogue: Workspace, meeting: int) -> None:
    found = findings(dialogue, meeting, Label.same("An election that has been announced " * 30))
    assert found == [("mark-too-long", SubjectKind.SIDE)]


def test_a_character_that_no_font_has_blocks(dialogue: Workspace, meeting: int) -> None:
    found = findings(dialogue, meeting, Label("Summit", "Sommet", "峰会𠮷"))
    assert found == [("glyph-missing", SubjectKind.SIDE)]


def test_a_reason_missing_in_a_language_of_the_paper_warns(dialogue: Workspace, meeting: int) -> None:
    assert findings(dialogue, meeting, Label("Summit", "", "峰会")) == [
        ("mark-name-missing", SubjectKind.SIDE)
    ]


def test_every_language_has_its_weekdays_over_each_month(dialogue: Workspace, meeting: int) -> None:
    options = replace(OPTIONS, languages=(EN, FR, ZH))
    text = text_of(produce(YEAR_PLANNER, dialogue.tables, meeting, options).pdf)
    joined = "".join(text.split())
    assert [joined.count(each) for each in ("MTWTFSS", "LMMJVSD", "一二三四五六日")] == [12, 12, 12]
    assert "September  ·  Septembre  ·  9月" in text
    assert "…" not in text.replace("[…]", "")
