"""What records say is found in any language, and what has changed since is found as it is now."""

from datetime import date
from typing import Any

import pytest

from alternat.actions.guidance import add_guidance, change_guidance
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.record_texts import RecordIndex, all_texts
from alternat.storage.workspace import Workspace
from tests.factories.follow_up import fill_follow_up
from tests.factories.programmes import fill_programme


@pytest.fixture
def filled(dialogue: Workspace) -> Workspace:
    programme = fill_programme(dialogue)
    fill_follow_up(dialogue, programme.meeting, programme.canadians[0])
    return dialogue


def index_of(tables: Tables) -> RecordIndex:
    index = RecordIndex()
    index.put(all_texts(tables))
    return index


def found(index: RecordIndex, words: str) -> set[tuple[str, str, Language | None]]:
    return {(each.table, each.field, each.language) for each in index.search(words, 100).records}


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("exchange lists", Language.EN),
        ("echangeront", Language.FR),
        ("ÉCHANGERONT", Language.FR),
        ("联络点名单", Language.ZH),
        ("名单", Language.ZH),
        ("2027年9月", Language.ZH),
    ],
)
def test_words_of_any_language_are_found_accents_or_none(
    filled: Workspace, words: str, language: Language
) -> None:
    assert ("outcome", "text", language) in found(index_of(filled.tables), words)


def test_a_single_chinese_character_is_found(filled: Workspace) -> None:
    assert ("outcome", "text", Language.ZH) in found(index_of(filled.tables), "换")


def test_codes_and_texts_of_all_kinds_are_found(filled: Workspace) -> None:
    index = index_of(filled.tables)
    assert ("outcome", "code", None) in found(index, "2027-2")
    assert ("instrument", "title", Language.FR) in found(index, "traite")
    assert ("provision", "text", Language.EN) in found(index, "counter-terrorism")
    assert ("progress_note", "text", Language.EN) in found(index, "contact named")


def test_the_place_in_the_excerpt_is_that_of_the_word(filled: Workspace) -> None:
    for each in index_of(filled.tables).search("联络点", 100).records:
        assert each.excerpt[each.start : each.end] == "联络点"


def test_what_is_left_out_is_counted(filled: Workspace) -> None:
    index = index_of(filled.tables)
    every = index.search("e", 10_000)
    few = index.search("e", 1)
    assert len(few.records) == 1
    assert few.total == every.total == len(every.records) > 1


def test_what_has_changed_is_found_as_it_is_now(filled: Workspace) -> None:
    tables = filled.tables
    index = index_of(tables)
    outcome: Any = tables.Outcome
    row = outcome.get()
    with filled.change(message("Word it anew")) as change:
        change.update(outcome, {row.id: {"text": Label("Marmalade", "Confiture", "果酱")}})
    assert not found(index, "果酱")
    index.read_again(tables, [(each.table, each.key) for each in change.result.rows])
    assert found(index, "果酱") == {("outcome", "text", Language.ZH)}
    changes = filled.undo()
    assert changes is not None
    index.read_again(tables, [(each.table, each.key) for each in changes.rows])
    assert not found(index, "果酱")


def test_contact_details_and_private_notes_of_sessions_are_not_searched(dialogue: Workspace) -> None:
    programme = fill_programme(dialogue)
    tables = dialogue.tables
    with dialogue.change(message("Note")) as change:
        change.update(tables.Session, {programme.sessions["plenary"]: {"private_note": "Hushhush"}})
        contact: Any = tables.Contact
        change.update(contact, {row.id: {"email": "hushhush@example.org"} for row in contact.select()})
    assert not found(index_of(tables), "hushhush")


def test_requests_and_their_terms_stay_apart(dialogue: Workspace) -> None:
    provision: Any = dialogue.tables.Provision
    existing = provision.get(provision.kind == ProvisionKind.EXISTING_DIALOGUE).id
    added = add_guidance(
        dialogue,
        {"dialogue": existing, "question": Label(en="Quinces?"), "asked_on": date(2027, 1, 4)},
    )
    (request,) = added.inserted("guidance")
    index = index_of(dialogue.tables)
    assert found(index, "quinces") == {("guidance", "question", Language.EN)}
    changes = change_guidance(dialogue, request, {"question": Label(en="Pears?")})
    index.read_again(dialogue.tables, [(each.table, each.key) for each in changes.rows])
    assert not found(index, "quinces")
