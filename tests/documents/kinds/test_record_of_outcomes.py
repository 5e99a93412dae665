"""The record of outcomes, read back: who was present, what was agreed, whose name stands first."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.actions.delegations import change_participations
from alternat.documents.contents.alternat import Alternat
from alternat.documents.contents.follow_up import RecordOptions
from alternat.documents.kinds.record_of_outcomes import RECORD_OF_OUTCOMES
from alternat.documents.printing import Printed, produce
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.delegations import ParticipationStatus
from alternat.nouns.paper import Paper
from alternat.planning.disclosure import Audience
from alternat.planning.roster import roster
from alternat.storage.workspace import Workspace
from tests.documents.delegations import add_both
from tests.documents.reading import Glyph, glyphs, same_as_snapshot, text_of
from tests.factories.follow_up_records import Records, fill_records

EN, FR, ZH = Language
OPTIONS = RecordOptions((EN, FR, ZH), "CA", Paper.A4, date(2027, 12, 1))


@pytest.fixture
def people(dialogue: Workspace, meeting: int) -> list[int]:
    return add_both(dialogue, meeting)


@pytest.fixture
def records(dialogue: Workspace, meeting: int, people: list[int]) -> Records:
    return fill_records(dialogue, meeting, people)


def printed(workspace: Workspace, meeting: int, **changes: Any) -> Printed:
    return produce(RECORD_OF_OUTCOMES, workspace.tables, meeting, replace(OPTIONS, **changes))


def text(workspace: Workspace, meeting: int, **changes: Any) -> str:
    return text_of(printed(workspace, meeting, **changes).pdf)


def change_outcome(workspace: Workspace, outcome: int, values: dict[str, Any]) -> None:
    with workspace.change(message("Change an outcome")) as change:
        change.update(workspace.tables.Outcome, {outcome: values})


def signing(pdf: bytes, page: int) -> list[str]:
    """Return the countries over the lines at the end of the record, as they stand from left to right."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs(pdf, page), key=lambda it: it.bottom):
        if glyph.character == "·":
            continue
        if lines and glyph.bottom - lines[-1][-1].bottom < 0.6:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    found = ["".join(each.character for each in sorted(line, key=lambda it: it.left)) for line in lines]
    return [word for word in found if re.fullmatch("(Canada|China|加拿大|中国|Chine)+", word)]


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("name", "languages", "side"),
    [
        ("record-of-outcomes-three-languages", (EN, FR, ZH), "CA"),
        ("record-of-outcomes-chinese", (ZH,), "CN"),
        ("record-of-outcomes-french", (FR,), "CA"),
    ],
)
def test_the_record_reads_as_its_snapshot(
    dialogue: Workspace, meeting: int, name: str, languages: tuple[Language, ...], side: str
) -> None:
    assert same_as_snapshot(name, text(dialogue, meeting, languages=languages, copy_for=side))


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("side", "titles", "sides"),
    [
        (
            "CA",
            ("Third Canada-China", "Dialogue de haut niveau Canada-Chine", "加中高级别"),
            ("Canada and China", "Canada et Chine", "加拿大和中国"),
        ),
        (
            "CN",
            ("Third China-Canada", "Dialogue de haut niveau Chine-Canada", "中加高级别"),
            ("China and Canada", "Chine et Canada", "中国和加拿大"),
        ),
    ],
)
def test_in_the_reversed_form_each_copy_names_its_own_side_first_in_every_language(
    dialogue: Workspace, meeting: int, side: str, titles: tuple[str, ...], sides: tuple[str, ...]
) -> None:
    read = " ".join(text(dialogue, meeting, copy_for=side).split())
    for each in (*titles, *sides):
        assert each in read


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("side", ["CA", "CN"])
def test_in_the_unreversed_form_both_copies_name_the_side_of_each_language_first(
    dialogue: Workspace, meeting: int, side: str
) -> None:
    read = " ".join(text(dialogue, meeting, copy_for=side, alternat=Alternat.UNREVERSED).split())
    for each in (
        "Third Canada-China",
        "niveau Canada-Chine",
        "中加高级别",
        "Canada et Chine",
        "中国和加拿大",
    ):
        assert each in read
    assert "加中高级别" not in read


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("side", "form", "expected"),
    [
        ("CA", Alternat.REVERSED, ["Canada加拿大ChinaChine中国"]),
        ("CN", Alternat.REVERSED, ["ChinaChine中国Canada加拿大"]),
        ("CA", Alternat.UNREVERSED, ["CanadaChinaChine", "中国加拿大"]),
        ("CN", Alternat.UNREVERSED, ["CanadaChinaChine", "中国加拿大"]),
    ],
)
def test_the_first_named_side_signs_at_the_left(
    dialogue: Workspace, meeting: int, side: str, form: Alternat, expected: list[str]
) -> None:
    found = printed(dialogue, meeting, copy_for=side, alternat=form)
    assert signing(found.pdf, found.page_count - 1) == expected


@pytest.mark.usefixtures("records")
def test_the_texts_stand_in_the_order_of_the_copy(dialogue: Workspace, meeting: int) -> None:
    read = text(dialogue, meeting, copy_for="CN", languages=(ZH, EN, FR))
    assert read.index("双方每年举行两次") < read.index("The two sides will hold")


def test_those_present_head_the_record_with_substitutes_and_excused(
    dialogue: Workspace, meeting: int, people: list[int], records: Records
) -> None:
    del records
    parts = {each.person: each.participation for each in roster(dialogue.tables, meeting)}
    change_participations(dialogue, [parts[people[1]]], {"status": ParticipationStatus.REPLACED})
    change_participations(dialogue, [parts[people[2]]], {"stands_for": people[1]})
    change_participations(dialogue, [parts[people[4]]], {"status": ParticipationStatus.NOT_INVITED})

    found = printed(dialogue, meeting, languages=(EN,))
    read = " ".join(text_of(found.pdf).split())

    assert read.index("Head of delegation") < read.index("1. Counter-terrorism cooperation")
    assert "ROCHEFOUCAULD-MONTMORENCY stands for Alistair WHITCOMBE." in read
    assert "Excused: Alistair WHITCOMBE (replaced)" in read
    assert "UKASIEWICZ" not in read
    assert set(people) - {people[4]} == set(found.people)


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("audience", "shown", "signed", "marked"),
    [
        (Audience.DESK, {1, 2, 3, 4, 5, 6}, False, True),
        (Audience.BOTH, {1, 2, 3, 4, 5}, True, False),
        (Audience.PUBLIC, {1, 3, 5}, False, False),
    ],
)
def test_what_may_not_be_shown_is_left_out_and_told_at_the_desk_alone(
    dialogue: Workspace, meeting: int, audience: Audience, shown: set[int], *, signed: bool, marked: bool
) -> None:
    found = printed(dialogue, meeting, audience=audience)
    read = text_of(found.pdf)
    assert {int(number) for number in re.findall(r"^2027-(\d)", read, re.MULTILINE)} == shown
    assert ("Done in two copies" in read, "For this side alone" in read) == (signed, marked)
    (left_out,) = found.left_out or (None,)
    assert (len(left_out.names) if left_out else 0) == 6 - len(shown)
    assert "may not be shown" not in read


@pytest.mark.usefixtures("records")
def test_a_link_to_what_is_withheld_is_on_no_copy_for_others(dialogue: Workspace, meeting: int) -> None:
    assert "Replaces 2027-6" in text(dialogue, meeting, audience=Audience.DESK)
    read = text(dialogue, meeting)
    assert "Continues 2027-1" in read
    assert "Replaces" not in read


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("audience", Audience)
def test_nothing_private_is_on_any_copy(dialogue: Workspace, meeting: int, audience: Audience) -> None:
    values = RECORD_OF_OUTCOMES.gather(dialogue.tables, meeting, replace(OPTIONS, audience=audience))
    assert "Hush" not in repr(values)
    assert "Hush" not in text(dialogue, meeting, audience=audience)
    assert ("internal reflection" in repr(values)) is (audience is Audience.DESK)


@pytest.mark.usefixtures("people")
def test_a_meeting_without_outcomes_says_so(dialogue: Workspace, meeting: int) -> None:
    assert "No outcomes have been recorded for this meeting." in text(dialogue, meeting, languages=(EN,))


def test_each_language_that_lacks_is_a_gap_and_told(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    change_outcome(dialogue, records.outcomes[2], {"text": Label("Noted in English alone.")})
    found = printed(dialogue, meeting, languages=(FR, ZH))
    gaps = [
        (each.subject.id, each.fix.field)
        for each in found.findings
        if each.code == "outcome-gap" and each.fix
    ]
    assert gaps == [(records.outcomes[2], "text.fr"), (records.outcomes[2], "text.zh")]
    assert "[…]" in text_of(found.pdf)


def test_a_glyph_that_no_font_has_holds_the_record_back(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    change_outcome(dialogue, records.outcomes[0], {"text": Label.same("Lost \U00010380 sign")})
    found = printed(dialogue, meeting)
    assert found.is_blocked
    assert ("glyph-missing", records.outcomes[0]) in {(each.code, each.subject.id) for each in found.findings}


def test_a_text_that_no_page_holds_stops_the_print(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    change_outcome(dialogue, records.outcomes[0], {"text": Label.same("long outcome " * 900)})
    (found,) = [each for each in printed(dialogue, meeting).findings if each.code == "outcome-too-long"]
    assert found.subject.id == records.outcomes[0]
