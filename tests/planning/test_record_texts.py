"""What records say is found in any language, and what has changed since is found as it is now."""

from datetime import date
from typing import Any

import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.actions.guidance import add_guidance, change_guidance
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.record_texts import RecordIndex, all_texts
from alternat.storage.workspace import Workspace
from tests.factories.follow_up import fill_follow_up
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate
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


@pytest.mark.parametrize(
    ("words", "language"), [("换", Language.ZH), ("名单", Language.ZH), ("ECHANGERONT", Language.FR)]
)
def test_words_are_found_on_both_engines(any_workspace: Workspace, words: str, language: Language) -> None:
    create_dialogue(any_workspace, "canada-china")
    programme = fill_programme(any_workspace)
    fill_follow_up(any_workspace, programme.meeting, programme.canadians[0])
    index = index_of(any_workspace.tables)
    assert ("outcome", "text", language) in found(index, words)
    assert found(index, "安") >= {("person", "name", None)}


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


def test_the_text_in_the_language_asked_for_is_shown_where_it_has_the_words(dialogue: Workspace) -> None:
    provision: Any = dialogue.tables.Provision
    existing = provision.get(provision.kind == ProvisionKind.EXISTING_DIALOGUE).id
    question = Label("Quinces of 2031, at once", "Des coings de 2031", "2031年的榅桲")
    add_guidance(dialogue, {"dialogue": existing, "question": question, "asked_on": date(2026, 1, 4)})
    index = index_of(dialogue.tables)

    def shown(words: str, language: Language) -> tuple[Language | None, str]:
        (record,) = index.search(words, 10, language).records
        return record.language, record.excerpt[record.start : record.end]

    assert [shown("2031", each) for each in Language] == [(each, "2031") for each in Language]
    # One that has more of the words comes before the language; one that has the first must have it at all.
    assert shown("2031 quinces", Language.FR) == (Language.EN, "2031")
    assert shown("coings", Language.ZH) == (Language.FR, "coings")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("qin yuanzhou", "name"),
        ("QIN", "name"),
        ("秦", "name"),
        ("秦远舟", "name"),
        ("Chin file", "name"),
        ("director-general", "position"),
        ("directeur general", "position"),
        ("司长", "position"),
    ],
)
def test_people_are_found_by_their_names_in_all_scripts_and_by_what_they_are(
    dialogue: Workspace, words: str, field: str
) -> None:
    meeting = add_ottawa_2027(dialogue)
    position = Label("Director-General, Quinces", "Directeur général des coings", "榅桲司司长")
    name: dict[str, Any] = {
        "family": "Qin",
        "given": "Yuanzhou",
        "name_zh": "秦远舟",
        "sort_key": "Chin file",
    }
    key = add_delegate(dialogue, meeting, side="CN", position=position, **name)
    (found,) = index_of(dialogue.tables).search(words, 10).records
    assert (found.table, found.key, found.field) == ("person", key, field)
    called = Label("", "", "") if field == "name" else Label("QIN Yuanzhou", "QIN Yuanzhou", "秦远舟")
    assert found.called == called
    assert found.start < found.end


@pytest.mark.parametrize(("words", "field"), [("2027", "reference"), ("quincy", "city"), ("榅", "city")])
def test_meetings_are_found_by_reference_year_and_city(dialogue: Workspace, words: str, field: str) -> None:
    meeting = add_ottawa_2027(dialogue)
    with dialogue.change(message("Say where")) as change:
        change.update(dialogue.tables.Meeting, {meeting: {"city": Label("Quincy", "Quincy", "榅桲城")}})
    (found,) = index_of(dialogue.tables).search(words, 10).records
    assert (found.table, found.key, found.name, found.field) == ("meeting", meeting, "2027", field)


def test_a_request_with_a_reference_is_named_by_its_number(dialogue: Workspace) -> None:
    provision: Any = dialogue.tables.Provision
    existing = provision.get(provision.kind == ProvisionKind.EXISTING_DIALOGUE).id
    fields = {"question": Label("Quinces?"), "asked_on": date(2026, 1, 4), "reference": "No. 12"}
    (request,) = add_guidance(dialogue, {"dialogue": existing, **fields}).inserted("guidance")
    (found,) = index_of(dialogue.tables).search("quinces", 10).records
    assert found.name == str(request)


def test_sessions_and_entities_are_found_and_time_zones_are_no_words(dialogue: Workspace) -> None:
    fill_programme(dialogue)
    index = index_of(dialogue.tables)
    assert ("session", "title", Language.EN) in found(index, "plenary")
    assert ("entity", "name", Language.EN) in found(index, "mounted police")
    assert not found(index, "America/Toronto")


def test_of_people_nothing_is_searched_but_names_and_positions(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    person = add_delegate(dialogue, meeting, contact={"note": "Hushhush", "phone": "Hushhush"})
    tables = dialogue.tables
    with dialogue.change(message("Tell more")) as change:
        more = {"honorific": Label("Hushhush"), "post_nominals": "Hushhush"}
        change.update(tables.Person, {person: more})
        change.update(tables.Meeting, {meeting: {"host_reason": "Hushhush", "status_reason": "Hushhush"}})
    assert not found(index_of(tables), "hushhush")


def test_a_name_that_has_changed_is_found_as_it_is_now(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    person = add_delegate(dialogue, meeting, family="Quince")
    tables = dialogue.tables
    index = index_of(tables)
    with dialogue.change(message("Marry")) as change:
        change.update(tables.Person, {person: {"family": "Pear"}})
    index.read_again(tables, [(each.table, each.key) for each in change.result.rows])
    assert not found(index, "quince")
    assert found(index, "pear") == {("person", "name", None)}


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
