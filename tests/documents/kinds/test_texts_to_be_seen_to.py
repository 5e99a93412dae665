"""Papers of the follow-up tell of texts that their languages do not say alike, or that are to be checked."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.actions.texts import check_text, dismiss_difference
from alternat.documents.kinds.collation import COLLATION
from alternat.documents.kinds.follow_up import FOLLOW_UP
from alternat.documents.kinds.guidance_letter import GUIDANCE_LETTER
from alternat.documents.kinds.record_of_outcomes import RECORD_OF_OUTCOMES
from alternat.documents.printing import Printed, produce
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.planning.text_states import differences
from alternat.planning.texts import TextKey
from alternat.storage.workspace import Workspace
from tests.documents.delegations import add_both
from tests.documents.reading import text_of
from tests.factories.follow_up_records import Records, fill_records

EN, FR, ZH = Language
DAY = date(2027, 12, 1)
DIFFERS = Label("Meet within 30 days.", "Se réunir dans les 60 jours.", "30天内会面。")
PAPERS = (RECORD_OF_OUTCOMES, FOLLOW_UP, COLLATION)


@pytest.fixture
def records(dialogue: Workspace, meeting: int) -> Records:
    return fill_records(dialogue, meeting, add_both(dialogue, meeting))


def printed(workspace: Workspace, kind: Any, meeting: int, *languages: Language) -> Printed:
    options = kind.suggest(workspace.tables, meeting, DAY)
    return produce(kind, workspace.tables, meeting, replace(options, languages=languages or (EN, FR, ZH)))


def told(found: Printed) -> list[tuple[str, int, str]]:
    return [
        (each.code, each.subject.id, each.fix.field)
        for each in found.findings
        if each.code in {"text-differs", "text-stale"} and each.fix is not None
    ]


def write(workspace: Workspace, table: str, row: int, **values: Any) -> None:
    with workspace.change(message("Change")) as change:
        change.update(workspace.tables.named(table), {row: values})


@pytest.mark.parametrize("kind", PAPERS, ids=[each.id for each in PAPERS])
def test_what_the_texts_of_an_outcome_do_not_say_alike_is_a_finding_until_it_is_dismissed(
    dialogue: Workspace, meeting: int, records: Records, kind: Any
) -> None:
    assert told(printed(dialogue, kind, meeting)) == []
    outcome = records.outcomes[0]
    write(dialogue, "outcome", outcome, text=DIFFERS)
    assert told(printed(dialogue, kind, meeting)) == [("text-differs", outcome, "concordance.text.en")]
    # English and French differ; nothing of it is in Chinese.
    assert told(printed(dialogue, kind, meeting, ZH)) == []
    assert len(told(printed(dialogue, kind, meeting, FR))) == 1
    key = TextKey("outcome", outcome, "text")
    (different,) = differences(dialogue.tables, keys=(key,))[key].open
    dismiss_difference(dialogue, key, different.key, "Agreed so", on=DAY, today=DAY)
    assert told(printed(dialogue, kind, meeting)) == []


@pytest.mark.parametrize("kind", PAPERS, ids=[each.id for each in PAPERS])
def test_a_text_that_changed_since_it_was_checked_is_a_finding(
    dialogue: Workspace, meeting: int, records: Records, kind: Any
) -> None:
    outcome = records.outcomes[1]
    check_text(dialogue, TextKey("outcome", outcome, "text"), (EN, FR), on=DAY, today=DAY)
    assert told(printed(dialogue, kind, meeting)) == []
    text = dialogue.tables.Outcome.get_by_id(outcome).text
    write(dialogue, "outcome", outcome, text=text.with_text(EN, "Contact points will be reachable."))
    assert told(printed(dialogue, kind, meeting)) == [("text-stale", outcome, "concordance.text.fr")]
    assert told(printed(dialogue, kind, meeting, ZH)) == []


def test_a_letter_tells_of_its_question_and_its_joint_answer(
    dialogue: Workspace, meeting: int, records: Records
) -> None:
    request = records.requests[0]
    assert told(printed(dialogue, GUIDANCE_LETTER, meeting)) == []
    write(dialogue, "guidance", request, answer=DIFFERS)
    write(dialogue, "guidance", records.requests[2], question=DIFFERS)
    assert told(printed(dialogue, GUIDANCE_LETTER, meeting)) == [
        ("text-differs", request, "concordance.answer.en")
    ]


def test_the_collation_sheet_shows_what_is_open(dialogue: Workspace, meeting: int, records: Records) -> None:
    write(dialogue, "outcome", records.outcomes[0], text=DIFFERS)
    read = " ".join(text_of(printed(dialogue, COLLATION, meeting, EN, FR).pdf).split())
    assert "In the outcome 2027-1:" in read
    assert "Dans le résultat 2027-1" in read
    assert "60" in read.split("In the outcome 2027-1:")[1][:120]
