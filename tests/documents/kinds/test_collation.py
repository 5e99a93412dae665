"""The collation sheet, read back: paragraphs side by side, boxes, and who compared what when."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.documents.kinds.collation import COLLATION, CollationOptions, NoSuchOutcome, paragraphs_of
from alternat.documents.printing import Printed, produce
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.paper import Paper
from alternat.planning.disclosure import Audience
from alternat.storage.workspace import Workspace
from tests.documents.delegations import add_both
from tests.documents.reading import same_as_snapshot, text_of
from tests.factories.follow_up_records import OUTCOMES, Records, fill_records

EN, FR, ZH = Language
OPTIONS = CollationOptions((EN, FR, ZH), "CA", Paper.A4, date(2027, 12, 1))
TWO = Label("First.\n\nSecond.", "Premier.\nDeuxième.", "第一。\n第二。")


@pytest.fixture
def records(dialogue: Workspace, meeting: int) -> Records:
    return fill_records(dialogue, meeting, add_both(dialogue, meeting))


def printed(workspace: Workspace, meeting: int, **changes: Any) -> Printed:
    return produce(COLLATION, workspace.tables, meeting, replace(OPTIONS, **changes))


def words(found: Printed) -> str:
    return " ".join(text_of(found.pdf).split())


def compared(workspace: Workspace, outcome: int, seen: Label, day: date) -> None:
    values = {
        "outcome": outcome,
        "field": "text",
        "day": day,
        "done_by": "A. Roy, 李明",
        "versions": "initialled text of 12 June",
        "note": "Hush collation",
        "seen": seen,
    }
    with workspace.change(message("Compare")) as change:
        change.insert(workspace.tables.Collation, [values])


@pytest.mark.usefixtures("records")
def test_the_sheet_reads_as_its_snapshot(dialogue: Workspace, meeting: int) -> None:
    assert same_as_snapshot("collation", text_of(printed(dialogue, meeting).pdf))


def test_paragraphs_are_numbered_side_by_side_with_a_box_a_side(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    with dialogue.change(message("Change")) as change:
        change.update(dialogue.tables.Outcome, {records.outcomes[0]: {"text": TWO}})
    found = printed(dialogue, meeting, outcomes=("2027-1",))
    read = words(found)
    assert "2027-1.1 □ CA · □ CN First. Premier. 第一。" in read.replace("  ", " ")
    assert "2027-1.2" in read
    assert "2027-2" not in read
    assert found.findings == ()


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        (Label("One.\nTwo.", "Un.", "一。\n二。"), 1),
        (Label("One.", "Un.", "一。\n二。\n三。"), 4),
    ],
)
def test_another_number_of_paragraphs_is_a_finding_and_a_gap(
    dialogue: Workspace, meeting: int, records: Records, text: Label, gaps: int
) -> None:
    with dialogue.change(message("Change")) as change:
        change.update(dialogue.tables.Outcome, {records.outcomes[0]: {"text": text}})
    found = printed(dialogue, meeting, outcomes=("2027-1",))
    assert [(each.code, each.subject.id) for each in found.findings] == [
        ("collation-paragraphs", records.outcomes[0])
    ]
    assert text_of(found.pdf).count("[…]") == gaps


def test_the_last_comparison_is_told_and_whether_a_text_has_changed_since(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    text = OUTCOMES[0][-1]
    compared(dialogue, records.outcomes[0], Label("Older"), date(2027, 6, 12))
    compared(dialogue, records.outcomes[0], text, date(2027, 6, 13))
    read = words(printed(dialogue, meeting, outcomes=("2027-1",), languages=(EN,)))
    assert "Last compared on June 13, 2027 by A. Roy, 李明" in read
    assert "Versions: initialled text of 12 June" in read
    assert "has changed since" not in read
    compared(dialogue, records.outcomes[0], Label("Newer"), date(2027, 6, 14))
    found = printed(dialogue, meeting, outcomes=("2027-1",), languages=(EN,))
    assert "June 14, 2027" in words(found)
    assert "A text has changed since." in words(found)
    assert "Hush" not in repr(COLLATION.gather(dialogue.tables, meeting, OPTIONS))


@pytest.mark.usefixtures("records")
def test_a_withheld_text_is_on_no_sheet_for_others(dialogue: Workspace, meeting: int) -> None:
    assert "2027-6" in words(printed(dialogue, meeting, audience=Audience.DESK))
    found = printed(dialogue, meeting)
    assert "2027-6" not in words(found)
    assert [each.cause.value for each in found.left_out] == ["withheld"]
    with pytest.raises(NoSuchOutcome):
        printed(dialogue, meeting, outcomes=("2027-6",))
    with pytest.raises(NoSuchOutcome):
        printed(dialogue, meeting, outcomes=("2026-1",))


@pytest.mark.parametrize("languages", [(EN,), (ZH, EN, FR)])
def test_a_meeting_without_texts_says_so(
    dialogue: Workspace, meeting: int, languages: tuple[Language, ...]
) -> None:
    found = printed(dialogue, meeting, languages=languages)
    assert (found.page_count, found.findings) == (1, ())
    assert "There are no texts to compare." in words(found) or languages[0] is ZH


def test_empty_lines_divide_paragraphs_once() -> None:
    assert paragraphs_of("  One.\n \n\nTwo.\n") == ("One.", "Two.")
    assert paragraphs_of("") == ()
