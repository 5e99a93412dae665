"""Filling a new dialogue from a template."""

import pytest

from alternat.actions.dialogues import NotEmpty, create_dialogue
from alternat.actions.terms import change_provision, move_provision, restore_provision, status_of
from alternat.language.label import Label, Language
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.templates import UnknownTemplate
from alternat.storage.workspace import Workspace


def test_the_template_has_all_the_terms_of_reference(dialogue: Workspace) -> None:
    tables = dialogue.tables
    kinds = [row.kind for row in tables.Provision.select()]
    counts = {kind: kinds.count(kind) for kind in ProvisionKind}
    assert counts == {
        ProvisionKind.PURPOSE: 1,
        ProvisionKind.TOPIC: 6,
        ProvisionKind.EXISTING_DIALOGUE: 5,
        ProvisionKind.OBJECTIVE: 5,
        ProvisionKind.RULE: 9,
    }
    assert tables.Entity.select().count() == 11
    assert [row.code for row in tables.Side.select().order_by(tables.Side.number)] == ["CA", "CN"]
    assert [row.reference for row in tables.Meeting.select().order_by(tables.Meeting.year)] == [
        "2016",
        "2017",
    ]


def test_each_side_names_its_own_country_first(dialogue: Workspace) -> None:
    names = {row.code: row.dialogue_name.zh for row in dialogue.tables.Side.select()}
    assert names == {"CA": "加中高级别国家安全与法治对话", "CN": "中加高级别国家安全与法治对话"}


def test_every_text_of_the_template_is_there_in_three_languages(dialogue: Workspace) -> None:
    tables = dialogue.tables
    incomplete = [row.code for row in tables.Provision.select() if row.text.missing() or row.status.missing()]
    incomplete += [row.code for row in tables.Entity.select() if row.name.missing() or row.acronym.missing()]
    assert incomplete == []


def test_a_blank_dialogue_has_two_sides_and_general_rules(workspace: Workspace) -> None:
    create_dialogue(workspace, "blank")
    assert workspace.tables.Side.select().count() == 2
    assert workspace.tables.Entity.select().count() == 0


def test_a_template_is_one_step_and_fills_only_an_empty_workspace(dialogue: Workspace) -> None:
    with pytest.raises(NotEmpty):
        create_dialogue(dialogue)
    assert len(dialogue.history()) == 1


def test_an_unknown_template_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownTemplate, match="canada-china, blank"):
        create_dialogue(workspace, "australia")


def test_an_edited_text_keeps_its_original_and_can_be_restored(dialogue: Workspace) -> None:
    provision = dialogue.tables.Provision
    row = provision.get(provision.code == "topic-2")
    change_provision(dialogue, row.id, {"text": row.text.with_text(Language.FR, "Cybersécurité")})
    changed = provision.get_by_id(row.id)
    assert changed.original == row.text
    assert status_of(changed.text, changed.original, changed.status) == Label("tor", "edited", "rendering")
    restore_provision(dialogue, row.id)
    assert provision.get_by_id(row.id).text == row.text


def test_topics_change_places_and_stay_numbered_without_gaps(dialogue: Workspace) -> None:
    provision = dialogue.tables.Provision
    topics = provision.select().where(provision.kind == ProvisionKind.TOPIC).order_by(provision.number)
    move_provision(dialogue, topics[5].id, 1)
    again = provision.select().where(provision.kind == ProvisionKind.TOPIC).order_by(provision.number)
    assert [(row.number, row.code) for row in again][:2] == [(1, "topic-6"), (2, "topic-1")]
    assert [row.number for row in again] == [1, 2, 3, 4, 5, 6]
