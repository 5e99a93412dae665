"""Letters of guidance, read back: to whom, on what, and what the co-chairs answer."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.documents.contents.alternat import Alternat
from alternat.documents.kinds.guidance_letter import GUIDANCE_LETTER, LetterOptions, NoSuchRequest
from alternat.documents.printing import Printed, produce
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.paper import Paper
from alternat.planning.disclosure import Audience
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from tests.documents.delegations import add_both
from tests.documents.reading import same_as_snapshot, text_of
from tests.factories.follow_up_records import Records, fill_records

EN, FR, ZH = Language
OPTIONS = LetterOptions((EN,), "CA", Paper.A4, date(2027, 12, 1))


@pytest.fixture
def records(dialogue: Workspace, meeting: int) -> Records:
    return fill_records(dialogue, meeting, add_both(dialogue, meeting))


def printed(workspace: Workspace, meeting: int, **changes: Any) -> Printed:
    return produce(GUIDANCE_LETTER, workspace.tables, meeting, replace(OPTIONS, **changes))


def pages(found: Printed) -> list[str]:
    return [" ".join(page.split()) for page in text_of(found.pdf).split("\n----\n")]


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("languages", [(EN, FR, ZH), (FR,), (ZH,)])
def test_the_letters_read_as_their_snapshot(
    dialogue: Workspace, meeting: int, languages: tuple[Language, ...]
) -> None:
    read = text_of(printed(dialogue, meeting, languages=languages).pdf)
    assert same_as_snapshot(f"guidance-letter-{'-'.join(languages)}", read)


def test_each_answered_request_has_a_letter_on_a_page_of_its_own(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    found = printed(dialogue, meeting)
    joint, single = sorted(pages(found), key=lambda page: "By turns." in page)
    # The first was asked by an official, the second by nobody known: it goes to those who lead on both sides.
    assert "Ms. Élise CÔTÉ" in joint
    assert "Joint answer of the co-chairs Yes, through the contact points." in joint
    assert joint.count("WEIMIN".title()) == 1
    assert "Mr. YANG Weimin" in single
    assert "Canada · May 1, 2027 By turns." in single
    assert "China · May 9, 2027 As Canada proposes." in single
    assert "Date May 9, 2027" in single
    assert set(found.people) == set(records.leads)
    assert [(each.cause.value, len(each.names)) for each in found.left_out] == [("unanswered", 1)]
    assert not found.is_blocked


def test_a_request_without_an_answer_blocks_where_its_letter_is_asked_for(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    found = printed(dialogue, meeting, requests=(records.requests[2],))
    assert [(each.code, each.severity, each.subject.id) for each in found.findings] == [
        ("guidance-unanswered", Severity.BLOCKS, records.requests[2])
    ]
    assert found.people == ()
    assert not printed(dialogue, meeting, requests=(records.requests[1],)).is_blocked
    with pytest.raises(NoSuchRequest):
        printed(dialogue, meeting, requests=(9_999,))


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("audience", Audience)
def test_records_and_notes_of_the_desk_are_in_no_letter(
    dialogue: Workspace, meeting: int, audience: Audience
) -> None:
    values = GUIDANCE_LETTER.gather(dialogue.tables, meeting, replace(OPTIONS, audience=audience))
    assert "Hush" not in repr(values)
    read = text_of(printed(dialogue, meeting, audience=audience).pdf)
    assert ("For this side alone" in read) is (audience is Audience.DESK)


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("side", "form", "first"),
    [
        ("CA", Alternat.REVERSED, "Third Canada-China"),
        ("CN", Alternat.REVERSED, "Third China-Canada"),
        ("CN", Alternat.UNREVERSED, "Third Canada-China"),
    ],
)
def test_a_letter_names_the_sides_in_the_order_of_the_alternat(
    dialogue: Workspace, meeting: int, side: str, form: Alternat, first: str
) -> None:
    found = printed(dialogue, meeting, copy_for=side, alternat=form, languages=(EN,))
    (page,) = (each for each in pages(found) if "By turns." in each)
    assert page.startswith(first)
    signing = page.split("By turns.")[1]
    assert (signing.index("Élise") < signing.index("YANG")) is first.startswith("Third Canada")


def test_nobody_to_write_to_is_told(dialogue: Workspace, meeting: int, records: Records) -> None:
    with dialogue.change(message("End")) as change:
        change.delete(dialogue.tables.Holder, [row.id for row in dialogue.tables.Holder.select()])
    found = printed(dialogue, meeting).findings
    assert [(each.code, each.subject.id) for each in found] == [
        ("guidance-addressee-missing", records.requests[1])
    ]


def test_an_answer_in_one_language_is_a_gap_in_the_others(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    with dialogue.change(message("Answer")) as change:
        change.update(dialogue.tables.Guidance, {records.requests[0]: {"answer": Label("Yes.")}})
    found = printed(dialogue, meeting, languages=(EN, FR), requests=(records.requests[0],))
    assert [(each.code, each.fix and each.fix.field) for each in found.findings] == [
        ("guidance-gap", "answer.fr")
    ]


def test_without_any_request_the_page_says_so(dialogue: Workspace, meeting: int) -> None:
    found = printed(dialogue, meeting)
    assert "No request for guidance has been answered." in pages(found)[0]
    assert (found.is_blocked, found.left_out, found.people) == (False, (), ())
