"""What the record of a meeting lacks before it is closed."""

from datetime import date
from typing import Any

import pytest

from alternat.actions.outcomes import add_outcome, set_carriers, set_outcome_lead
from alternat.actions.texts import check_text
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.outcomes import OutcomeKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.record_readiness import RecordReadiness, record_readiness
from alternat.planning.texts import TextKey
from alternat.storage.workspace import Workspace
from tests.factories.people import add_delegate

WHOLE = Label(
    "Name contact points by 1 May 2027.",
    "Désigner des points de contact d’ici le 1er mai 2027.",
    "2027年5月1日前指定联络点。",
)
TODAY = date(2027, 3, 2)


def held(workspace: Workspace) -> Any:
    meeting: Any = workspace.tables.Meeting
    return meeting.select().where(meeting.starts < TODAY).order_by(meeting.starts.desc()).first()


def add(workspace: Workspace, text: Label, kind: OutcomeKind = OutcomeKind.AGREED) -> int:
    fields = {"meeting": held(workspace).id, "kind": kind, "text": text}
    return add_outcome(workspace, fields).inserted("outcome")[0]


def read(workspace: Workspace) -> RecordReadiness:
    return record_readiness(workspace.tables, held(workspace).id, TODAY)


def test_it_names_what_each_outcome_lacks(dialogue: Workspace) -> None:
    add(dialogue, Label("Only in English."))
    add(dialogue, Label("By 1 May 2027.", "D’ici le 2 mai 2027.", "2027年5月1日前。"))
    add(dialogue, WHOLE, OutcomeKind.NOTED)
    reference, found = held(dialogue).reference, read(dialogue)
    codes = tuple(f"{reference}-{at}" for at in (1, 2, 3))
    assert found.incomplete == codes[:1]
    assert found.differing == codes[1:2]
    assert found.unchecked == codes[1:]
    assert found.without_carrier == found.without_lead == codes[:2]
    assert not found.is_ready


def test_a_record_that_lacks_nothing_is_ready(dialogue: Workspace) -> None:
    key = add(dialogue, WHOLE)
    carrier = dialogue.tables.Provision.get(kind=ProvisionKind.EXISTING_DIALOGUE).id
    set_carriers(dialogue, key, [carrier])
    for side in ("CA", "CN"):
        person = add_delegate(dialogue, held(dialogue).id, side=side)
        set_outcome_lead(dialogue, key, side, person)
    text = TextKey("outcome", key, "text")
    check_text(dialogue, text, list(Language), on=TODAY, by="Roy")
    assert read(dialogue).told == ()


def test_a_meeting_without_outcomes_that_is_still_to_begin_says_so(dialogue: Workspace) -> None:
    meeting: Any = dialogue.tables.Meeting
    ahead = meeting.select().order_by(meeting.year.desc()).first()
    early = date(2000, 1, 1)
    told = [
        catalog(Language.EN).say(each) for each in record_readiness(dialogue.tables, ahead.id, early).told
    ]
    assert len(told) == 2
    assert told[1] == f"The record of the meeting {ahead.reference} has no outcome."


@pytest.mark.parametrize("language", Language)
def test_it_is_told_in_every_language(dialogue: Workspace, language: Language) -> None:
    add(dialogue, Label("Only in English."))
    assert all(catalog(language).say(each) for each in read(dialogue).told)
