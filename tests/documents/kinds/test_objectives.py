"""The status of objectives, read back: one page, each instrument along its own steps."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.documents.contents.follow_up import FollowUpOptions
from alternat.documents.kinds.objectives import OBJECTIVES, slots_of
from alternat.documents.press.drawing import Box, Rule
from alternat.documents.printing import Press, Printed, produce
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.instruments import InstrumentKind, InstrumentStep
from alternat.nouns.outcomes import Disclosure
from alternat.nouns.paper import Paper
from alternat.planning.disclosure import Audience
from alternat.planning.instruments import step_words
from alternat.planning.objectives import instruments
from alternat.storage.workspace import Workspace
from tests.documents.delegations import add_both
from tests.documents.reading import same_as_snapshot, text_of
from tests.factories.follow_up_records import Records, fill_records

EN, FR, ZH = Language
OPTIONS = FollowUpOptions((EN,), "CA", Paper.A4, date(2027, 12, 1))
STEP = InstrumentStep


@pytest.fixture
def records(dialogue: Workspace, meeting: int) -> Records:
    return fill_records(dialogue, meeting, add_both(dialogue, meeting))


def printed(workspace: Workspace, meeting: int, **changes: Any) -> Printed:
    return produce(OBJECTIVES, workspace.tables, meeting, replace(OPTIONS, **changes))


def words(found: Printed) -> str:
    return " ".join(text_of(found.pdf).split())


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("languages", [(EN, FR, ZH), (EN, FR), (FR,), (ZH,)])
def test_the_status_of_the_objectives_stands_on_one_page(
    dialogue: Workspace, meeting: int, languages: tuple[Language, ...], paper: Paper
) -> None:
    found = printed(dialogue, meeting, languages=languages, paper=paper)
    assert (found.page_count, found.findings) == (1, ())
    if paper is Paper.A4:
        assert same_as_snapshot(f"objectives-{'-'.join(languages)}", text_of(found.pdf))


def test_what_takes_more_than_a_page_is_told_and_not_cut(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    with dialogue.change(message("Lengthen")) as change:
        long = Label.same("A very long title of an instrument, " * 20 + "to its end.")
        change.update(dialogue.tables.Instrument, {key: {"title": long} for key in records.instruments})
    found = printed(dialogue, meeting, languages=(EN, FR, ZH))
    assert found.page_count > 1
    assert [each.code for each in found.findings] == ["objectives-overflow"]
    assert text_of(found.pdf).count("to its end.") == 3 * len(records.instruments)


@pytest.mark.usefixtures("records")
def test_each_kind_has_its_own_steps_in_its_own_words(dialogue: Workspace) -> None:
    treaty, other, agreement, memorandum, _ = instruments(dialogue.tables)
    steps = [slot.step for slot in slots_of(treaty, ("CA", "CN"))]
    # Of the consents, of which China takes one, nobody has said which.
    assert steps.count(STEP.POLICY_APPROVED) == 1
    assert [
        slot.side for slot in slots_of(treaty, ("CA", "CN")) if slot.step in {STEP.CONSENTED, STEP.RATIFIED}
    ]
    assert STEP.TAKES_EFFECT not in steps
    assert STEP.TABLED not in [slot.step for slot in slots_of(memorandum, ("CA", "CN"))]
    approved = [slot for slot in slots_of(agreement, ("CA", "CN")) if slot.side == "CN"]
    assert [(slot.step, slot.done_on) for slot in approved] == [(STEP.APPROVED, date(2027, 4, 1))]
    assert not {STEP.EXTENDED, STEP.ENDED, STEP.REPLACED} & {
        slot.step for slot in slots_of(other, ("CA", "CN"))
    }


def test_the_day_of_force_fills_its_square_without_a_step_of_its_own(
    dialogue: Workspace, records: Records
) -> None:
    with dialogue.change(message("Run")) as change:
        change.update(dialogue.tables.Instrument, {records.instruments[4]: {"in_force": date(2028, 1, 1)}})
    pilot = instruments(dialogue.tables)[4]
    assert slots_of(pilot, ("CA", "CN"))[-1].done_on == date(2028, 1, 1)


@pytest.mark.usefixtures("records")
def test_the_chart_has_a_full_square_for_each_step_that_is_done(dialogue: Workspace, meeting: int) -> None:
    values = OBJECTIVES.gather(dialogue.tables, meeting, OPTIONS)
    page = Press().compose(OBJECTIVES, values, OPTIONS).pages[0]
    items = [item for placed in page.blocks for item in placed.block.items]
    squares = [item for item in items if isinstance(item, Box)]
    slots = [
        slot
        for plan in values.objectives
        for each in plan.instruments
        for slot in slots_of(each, ("CA", "CN"))
    ]
    done = [slot for slot in slots if slot.done_on]
    # One more explains the sign; there is no colour, so that a copy in black and white says the same.
    assert len(squares) == len(done) + 1 == 9
    assert {round(part, 2) for square in squares for part in square.colour} == {0.09, 0.1, 0.12}
    crosses = [
        item for item in items if isinstance(item, Rule) and item.x != item.to_x and item.y != item.to_y
    ]
    passed = [
        slot for slot in slots if not slot.done_on and slot.planned and slot.planned < OPTIONS.printed_on
    ]
    assert len(crosses) == 2 * (len(passed) + 1) == 4


@pytest.mark.usefixtures("records")
def test_days_term_and_how_each_side_sees_it_are_said(dialogue: Workspace, meeting: int) -> None:
    read = words(printed(dialogue, meeting))
    for part in (
        "Term: 12 months",
        "Last day to say something: September 30, 2027",
        "Expires: December 31, 2027",
        "Canada: Not binding",
        "China: Binding",
        "2028-02-01",
        "Leads: Élise CÔTÉ (Canada) · YANG Weimin (China)",
    ):
        assert part in read
    assert re.search(r"\d+ +Took effect", read)
    assert "Tabled in the House of Commons (Canada)" in read


@pytest.mark.parametrize("kind", InstrumentKind)
def test_no_step_of_any_kind_lacks_a_word(kind: InstrumentKind) -> None:
    for step in (STEP.DISCUSSIONS, STEP.SIGNED, STEP.EXTENDED):
        assert step_words(kind, step).template


@pytest.mark.parametrize(
    ("audience", "shown"), [(Audience.DESK, True), (Audience.BOTH, False), (Audience.PUBLIC, False)]
)
def test_a_withheld_instrument_is_on_the_copy_of_the_desk_alone(
    dialogue: Workspace, meeting: int, records: Records, audience: Audience, *, shown: bool
) -> None:
    with dialogue.change(message("Withhold")) as change:
        instrument = dialogue.tables.Instrument
        change.update(instrument, {records.instruments[0]: {"disclosure": Disclosure.WITHHELD}})
        given = {"consent_given": date(2027, 7, 1)}
        change.update(instrument, dict.fromkeys(records.instruments[1:], given))
    found = printed(dialogue, meeting, audience=audience)
    read = words(found)
    assert ("Extradition Treaty" in read) is shown
    assert "Forfeited Assets" in read
    assert [(each.cause.value, len(each.names)) for each in found.left_out] == (
        [] if shown else [("instrument-withheld", 1)]
    )
    assert ("For this side alone" in read) is (audience is Audience.DESK)
    assert "Hush" not in repr(
        OBJECTIVES.gather(dialogue.tables, meeting, replace(OPTIONS, audience=audience))
    )


@pytest.mark.parametrize("languages", [(EN,), (EN, FR, ZH)])
def test_objectives_without_instruments_have_no_chart(
    dialogue: Workspace, meeting: int, languages: tuple[Language, ...]
) -> None:
    found = printed(dialogue, meeting, languages=languages)
    assert (found.page_count, found.findings) == (1, ())
    assert "5. Identity-verification pilot project" in words(found)


def test_a_title_in_one_language_is_a_gap_in_the_others(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    with dialogue.change(message("Rename")) as change:
        change.update(dialogue.tables.Instrument, {records.instruments[1]: {"title": Label("English alone")}})
    (found,) = printed(dialogue, meeting, languages=(FR,)).findings
    assert (found.code, found.subject.id, found.fix and found.fix.field) == (
        *("instrument-gap", records.instruments[1]),
        "title.fr",
    )
