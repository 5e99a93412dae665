"""The follow-up report and the sheets of open items, read back."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.documents.kinds.follow_up import FOLLOW_UP, Arrangement, FollowUpReportOptions
from alternat.documents.kinds.open_items import OPEN_ITEMS, OpenItemsOptions
from alternat.documents.printing import Printed, produce
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.outcomes import Disclosure, OutcomeKind
from alternat.nouns.paper import Paper
from alternat.planning.disclosure import Audience
from alternat.storage.workspace import Workspace
from tests.documents.delegations import add_both
from tests.documents.reading import same_as_snapshot, text_of
from tests.factories.follow_up_records import Records, fill_records

EN, FR, ZH = Language
REPORT = FollowUpReportOptions((EN,), "CA", Paper.A4, date(2027, 12, 1))
ITEMS = OpenItemsOptions((EN,), "CA", Paper.A4, date(2027, 12, 1))


@pytest.fixture
def records(dialogue: Workspace, meeting: int) -> Records:
    return fill_records(dialogue, meeting, add_both(dialogue, meeting))


def report(workspace: Workspace, meeting: int, **changes: Any) -> Printed:
    return produce(FOLLOW_UP, workspace.tables, meeting, replace(REPORT, **changes))


def items(workspace: Workspace, meeting: int, **changes: Any) -> Printed:
    return produce(OPEN_ITEMS, workspace.tables, meeting, replace(ITEMS, **changes))


def codes(printed: Printed) -> list[int]:
    """Return the numbers of the outcomes at the heads of rows, in order."""
    return [int(each) for each in re.findall(r"^2027-(\d)", text_of(printed.pdf), re.MULTILINE)]


def words(printed: Printed) -> str:
    return " ".join(text_of(printed.pdf).split())


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("name", "languages"), [("follow-up-three-languages", (EN, FR, ZH)), ("follow-up-french", (FR,))]
)
def test_the_report_reads_as_its_snapshot(
    dialogue: Workspace, meeting: int, name: str, languages: tuple[Language, ...]
) -> None:
    assert same_as_snapshot(name, text_of(report(dialogue, meeting, languages=languages).pdf))


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("languages", [(EN, FR, ZH), (ZH,)])
def test_the_sheets_read_as_their_snapshot(
    dialogue: Workspace, meeting: int, languages: tuple[Language, ...]
) -> None:
    read = text_of(items(dialogue, meeting, languages=languages).pdf)
    assert same_as_snapshot(f"open-items-{'-'.join(languages)}", read)


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("arranged", "expected"),
    [
        (Arrangement.DIALOGUE, [1, 5, 1, 2, 3, 4]),
        (Arrangement.TOPIC, [1, 2, 3, 4, 5]),
        (Arrangement.SIDE, [1, 2, 3, 4, 5, 1, 2]),
    ],
)
def test_outcomes_stand_under_what_they_belong_to(
    dialogue: Workspace, meeting: int, arranged: Arrangement, expected: list[int]
) -> None:
    printed = report(dialogue, meeting, arranged_by=arranged)
    assert codes(printed) == expected
    assert ("stands under each of them" in words(printed)) is (arranged is not Arrangement.TOPIC)


@pytest.mark.usefixtures("records")
def test_totals_count_each_outcome_once_and_what_was_noted_apart(dialogue: Workspace, meeting: int) -> None:
    read = words(report(dialogue, meeting, audience=Audience.DESK))
    states = "Agreed|Under way|Stuck|No news|Carried out|Dropped|Noted|Overdue"
    found = {name: count for count, name in re.findall(rf"(\d)({states})\b", read)}
    expected = {
        "Agreed": "1",
        "Under way": "1",
        "Stuck": "1",
        "No news": "1",
        "Carried out": "1",
        "Dropped": "0",
        "Noted": "1",
        "Overdue": "2",
    }
    assert found == expected


@pytest.mark.usefixtures("records")
def test_what_is_to_be_studied_first_is_not_counted_as_agreed(dialogue: Workspace, meeting: int) -> None:
    table = dialogue.tables.Outcome
    assert not re.search(r"\dFor further study", words(report(dialogue, meeting, audience=Audience.DESK)))
    with dialogue.change(message("Study")) as change:
        change.update(table, {table.get(table.code == "2027-2").id: {"kind": OutcomeKind.FURTHER_STUDY}})
    read = words(report(dialogue, meeting, audience=Audience.DESK))
    found = {name: count for count, name in re.findall(r"(\d)(Agreed|For further study|Under way)\b", read)}
    assert found == {"Agreed": "0", "For further study": "1", "Under way": "1"}


@pytest.mark.usefixtures("records")
def test_only_what_is_open_or_of_the_meeting_is_told_where_that_is_asked(
    dialogue: Workspace, meeting: int
) -> None:
    printed = report(dialogue, meeting, only_open=True, arranged_by=Arrangement.TOPIC)
    assert codes(printed) == [1, 2, 4]
    assert "Open outcomes only" in words(printed)
    other = dialogue.tables.Meeting.get(dialogue.tables.Meeting.id != meeting).id
    assert codes(report(dialogue, other, arranged_by=Arrangement.TOPIC)) == [1, 2, 3, 4, 5]
    printed = report(dialogue, other, only_this_meeting=True)
    assert (codes(printed), "There are no outcomes to report." in words(printed)) == ([], True)


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("audience", "shared", "kept", "causes"),
    [
        (Audience.DESK, True, True, []),
        (Audience.BOTH, True, False, ["withheld", "notes-kept"]),
        (Audience.PUBLIC, False, False, ["withheld", "notes-kept"]),
    ],
)
def test_progress_notes_go_no_further_than_they_may(
    dialogue: Workspace, meeting: int, audience: Audience, *, shared: bool, kept: bool, causes: list[str]
) -> None:
    values = FOLLOW_UP.gather(dialogue.tables, meeting, replace(REPORT, audience=audience))
    assert "Hush" not in repr(values)
    printed = report(dialogue, meeting, audience=audience)
    read = words(printed)
    assert ("A first round was held." in read, "An internal reflection." in read) == (shared, kept)
    assert [each.cause.value for each in printed.left_out] == causes
    assert ("Last asked" in read) is (audience is not Audience.PUBLIC)
    assert "A withheld matter" not in read or audience is Audience.DESK


@pytest.mark.usefixtures("records")
def test_what_is_overdue_is_marked_and_first(dialogue: Workspace, meeting: int) -> None:
    read = words(items(dialogue, meeting, sides=("CA",)))
    assert read.index("Overdue October 1, 2027") < read.index("March 1, 2028")
    assert "Overdue" not in words(items(dialogue, meeting, printed_on=date(2027, 9, 1)))


def test_each_lead_has_a_page_with_all_that_is_open_and_nobody_else_has_one(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    printed = items(dialogue, meeting)
    pages = text_of(printed.pdf).split("\n----\n")
    assert len(pages) == 2
    assert set(printed.people) == set(records.leads)
    first, second = (" ".join(page.split()) for page in pages)
    assert first.startswith("Élise CÔTÉ")
    assert second.startswith("YANG Weimin")
    for part in ("Outcomes", "Requests for guidance that wait", "Objectives", "Existing dialogues"):
        assert part in first
    # Done, noted and withheld ones are not open for anybody who reads this copy.
    assert re.findall(r"2027-(\d) ·", first) == ["1", "2", "4"]
    assert re.findall(r"2027-(\d) ·", second) == ["1", "2"]
    assert "It carries out 1 open outcome." in first
    only = items(dialogue, meeting, people=(records.leads[1],))
    assert text_of(only.pdf).startswith("YANG Weimin")


def test_somebody_who_leads_no_more_has_no_sheet(dialogue: Workspace, meeting: int, records: Records) -> None:
    with dialogue.change(message("End")) as change:
        tables = dialogue.tables
        change.update(
            tables.Holder, {row.id: {"until": date(2027, 11, 30)} for row in tables.Holder.select()}
        )
        ids = [row.id for row in tables.OutcomeSide.select() if row.lead_id == records.leads[1]]
        change.delete(tables.OutcomeSide, ids)
        change.delete(tables.Guidance, list(records.requests))
    assert len(text_of(items(dialogue, meeting).pdf).split("\n----\n")) == 1
    assert "Objectives" not in words(items(dialogue, meeting))


@pytest.mark.parametrize("languages", [(EN,), (FR,), (ZH,), (EN, FR, ZH)])
def test_an_empty_dialogue_has_papers_that_say_so(
    dialogue: Workspace, meeting: int, languages: tuple[Language, ...]
) -> None:
    for printed in (
        report(dialogue, meeting, languages=languages),
        items(dialogue, meeting, languages=languages),
    ):
        assert (printed.page_count, printed.findings, printed.left_out) == (1, (), ())


def test_a_text_in_one_language_is_a_gap_in_the_others(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    with dialogue.change(message("Change")) as change:
        change.update(dialogue.tables.Outcome, {records.outcomes[1]: {"text": Label("In English alone.")}})
        change.update(dialogue.tables.Outcome, {records.outcomes[3]: {"disclosure": Disclosure.WITHHELD}})
    for printed in (
        report(dialogue, meeting, languages=(FR,)),
        items(dialogue, meeting, languages=(FR,)),
    ):
        gaps = {(each.subject.id, each.fix.field if each.fix else "") for each in printed.findings}
        assert gaps == {(records.outcomes[1], "text.fr")}
        assert "In English alone" not in text_of(printed.pdf)


def test_a_long_name_of_a_lead_wraps_and_a_glyph_nobody_has_is_a_gap(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    family = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissen"
    with dialogue.change(message("Rename")) as change:
        person = dialogue.tables.Person
        change.update(
            person, {records.leads[0]: {"family": family}, records.leads[1]: {"given": "\U00010380"}}
        )
    for printed in (report(dialogue, meeting), items(dialogue, meeting)):
        assert family.upper() in re.sub(r"\s", "", text_of(printed.pdf))
        assert not printed.is_blocked
        assert [each.person for each in printed.held_back] == [records.leads[1]]
