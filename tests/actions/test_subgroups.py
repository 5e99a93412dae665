"""Verbs about sub-groups and new topics."""

from collections.abc import Callable
from datetime import date

import pytest

from alternat.actions.consents import give_consent
from alternat.actions.fields import InvalidValue, UnknownField
from alternat.actions.subgroups import (
    LeadOfAnotherEntity,
    NotATopic,
    SubGroupTwice,
    add_subgroup,
    change_subgroup,
    remove_subgroup,
    set_entities,
    set_topics,
    subgroup_id,
)
from alternat.actions.terms import move_provision, remove_provision
from alternat.actions.topics import propose_topic, topic_id
from alternat.errors import AlternatError
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.consents import ConsentStep
from alternat.nouns.provisions import TOPIC, ProvisionKind
from alternat.nouns.subgroups import SUB_GROUP
from alternat.planning.consents import agreement
from alternat.planning.rows import UnknownRow
from alternat.planning.subgroups import subgroup_states, topics
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegation

GIVEN = date(2027, 1, 11)
CYBER = Label("Cyber security", "Cybersécurité", "网络安全")


@pytest.fixture
def meeting(dialogue: Workspace) -> int:
    """The meeting of 2027."""
    return add_ottawa_2027(dialogue)


def test_a_sub_group_is_added_with_topics_entities_and_leads_in_one_step(
    dialogue: Workspace, meeting: int
) -> None:
    (person,) = add_delegation(dialogue, meeting, "CA", 1)
    entity = dialogue.tables.Person.get_by_id(person).entity_id
    assert entity is not None
    topic = topic_id(dialogue.tables, "3")
    (subgroup,) = add_subgroup(dialogue, meeting, CYBER, [topic, topic], {entity: person}).inserted(
        "sub_group"
    )
    state = subgroup_states(dialogue.tables, meeting)[subgroup]
    assert (state.name, state.number, state.topics) == (CYBER, 1, (topic,))
    assert [(each.entity, each.side, each.lead) for each in state.entities] == [(entity, "CA", person)]
    dialogue.undo()
    assert subgroup_states(dialogue.tables, meeting) == {}
    dialogue.redo()
    assert subgroup_states(dialogue.tables, meeting) == {subgroup: state}


def test_topics_and_entities_are_replaced_as_a_whole(dialogue: Workspace, meeting: int) -> None:
    entities = [row.id for row in dialogue.tables.Entity.select().limit(3)]
    first, second, third = (topic_id(dialogue.tables, number) for number in "123")
    (subgroup,) = add_subgroup(dialogue, meeting, CYBER, [first, second], entities[:2]).inserted("sub_group")
    set_topics(dialogue, subgroup, [third, second])
    set_entities(dialogue, subgroup, entities[1:])
    state = subgroup_states(dialogue.tables, meeting)[subgroup]
    assert state.topics == (second, third)
    assert {each.entity for each in state.entities} == set(entities[1:])
    assert not set_topics(dialogue, subgroup, [second, third])


def test_a_sub_group_is_found_by_number_or_name_in_any_language(dialogue: Workspace, meeting: int) -> None:
    (subgroup,) = add_subgroup(dialogue, meeting, CYBER).inserted("sub_group")
    for name in ("1", "cyber SECURITY", "Cybersécurité", " 网络安全 "):
        assert subgroup_id(dialogue.tables, meeting, name) == subgroup
    with pytest.raises(UnknownRow) as error:
        subgroup_id(dialogue.tables, meeting, "Wildfires")
    assert error.value.noun is SUB_GROUP
    assert catalog(Language.EN).say_error(error.value) == (
        "There is no sub-group “Wildfires” at this meeting. The sub-groups are: 1 Cyber security."
    )


def test_removing_a_sub_group_takes_its_consents_and_closes_the_numbers(
    dialogue: Workspace, meeting: int
) -> None:
    (first,) = add_subgroup(dialogue, meeting, CYBER).inserted("sub_group")
    (second,) = add_subgroup(dialogue, meeting, Label.same("Justice")).inserted("sub_group")
    give_consent(dialogue, subgroup=first, side="CA", step=ConsentStep.PROPOSED, given=GIVEN)
    remove_subgroup(dialogue, first)
    assert dialogue.tables.Consent.select().count() == 0
    assert [(key, each.number) for key, each in subgroup_states(dialogue.tables, meeting).items()] == [
        (second, 1)
    ]
    dialogue.undo()
    assert agreement(dialogue.tables, subgroup=first).proposed_by == "CA"


Attempt = Callable[[Workspace, int, int], Changes]


@pytest.mark.parametrize(
    ("attempt", "error"),
    [
        (lambda ws, meeting, _: add_subgroup(ws, meeting, Label()), InvalidValue),
        (lambda ws, meeting, _: add_subgroup(ws, meeting, Label(en="CYBER security")), SubGroupTwice),
        (lambda ws, meeting, _: add_subgroup(ws, meeting, Label(en="X"), [999]), NotATopic),
        (lambda ws, meeting, _: add_subgroup(ws, meeting, Label(en="X"), [], [999]), UnknownRow),
        (lambda ws, _, subgroup: set_entities(ws, subgroup, {2: 1}), LeadOfAnotherEntity),
        (lambda ws, _, subgroup: set_entities(ws, subgroup, {1: 999}), LeadOfAnotherEntity),
        (lambda ws, _, subgroup: change_subgroup(ws, subgroup, {"number": 5}), UnknownField),
        (lambda ws, _, subgroup: change_subgroup(ws, subgroup, {"name": Label()}), InvalidValue),
    ],
)
def test_bad_input_is_refused_and_nothing_is_written(
    dialogue: Workspace, meeting: int, attempt: Attempt, error: type[AlternatError]
) -> None:
    add_delegation(dialogue, meeting, "CA", 1)
    (subgroup,) = add_subgroup(dialogue, meeting, CYBER).inserted("sub_group")
    before = subgroup_states(dialogue.tables, meeting)
    with pytest.raises(error):
        attempt(dialogue, meeting, subgroup)
    assert subgroup_states(dialogue.tables, meeting) == before


def test_a_sub_group_deals_with_topics_not_with_other_texts(dialogue: Workspace, meeting: int) -> None:
    row = dialogue.tables.Provision
    rule = row.get(row.kind == ProvisionKind.RULE).id
    with pytest.raises(NotATopic):
        add_subgroup(dialogue, meeting, CYBER, [rule])


def test_a_new_topic_follows_the_six_and_is_agreed_once_the_other_side_accepts(dialogue: Workspace) -> None:
    before = [(each.text, each.number) for each in topics(dialogue.tables)]
    (topic,) = propose_topic(
        dialogue, Label(en="Wildfires"), side="CN", given=GIVEN, document="Note 7", short=Label(en="Fires")
    ).inserted("provision")
    assert [(each.text, each.number) for each in topics(dialogue.tables)][:6] == before
    assert topics(dialogue.tables)[6].agreement.missing == ("CA",)
    give_consent(dialogue, topic=topic, side="CA", step=ConsentStep.ACCEPTED, given=GIVEN)
    assert topics(dialogue.tables)[6].agreement.is_complete
    dialogue.undo()
    dialogue.undo()
    assert len(topics(dialogue.tables)) == 6


def test_an_added_topic_never_comes_before_those_of_the_terms_of_reference(dialogue: Workspace) -> None:
    before = [each.id for each in topics(dialogue.tables)]
    (topic,) = propose_topic(dialogue, CYBER, side="CA", given=GIVEN).inserted("provision")
    (other,) = propose_topic(dialogue, Label.same("Fires"), side="CA", given=GIVEN).inserted("provision")
    move_provision(dialogue, other, 1)
    assert [each.id for each in topics(dialogue.tables)] == [*before, other, topic]
    move_provision(dialogue, before[5], 8)
    assert [each.id for each in topics(dialogue.tables)] == [*before, other, topic]


def test_removing_a_proposed_topic_takes_its_consents_along(dialogue: Workspace) -> None:
    (topic,) = propose_topic(dialogue, CYBER, side="CA", given=GIVEN).inserted("provision")
    remove_provision(dialogue, topic)
    assert dialogue.tables.Consent.select().count() == 0


def test_a_topic_is_found_by_code_or_number(dialogue: Workspace) -> None:
    first = topics(dialogue.tables)[0]
    assert topic_id(dialogue.tables, "1") == topic_id(dialogue.tables, first.code.upper()) == first.id
    with pytest.raises(UnknownRow, match=r"“7”.*topic-1") as error:
        topic_id(dialogue.tables, "7")
    assert error.value.noun is TOPIC
