"""The board of the sub-groups and what it warns of."""

from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.actions.consents import give_consent
from alternat.actions.programme import change_sessions, set_parties
from alternat.actions.subgroups import add_subgroup, change_subgroup, set_entities
from alternat.actions.topics import propose_topic
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.consents import ConsentStep
from alternat.nouns.programme import SessionKind
from alternat.nouns.provisions import ProvisionKind
from alternat.nouns.subgroups import SubGroupForm
from alternat.planning.findings import Subject, SubjectKind
from alternat.planning.programme import Presence, read_programme
from alternat.planning.subgroups import Board, board, check_subgroups, doubled, subgroup_states
from alternat.storage.workspace import Workspace
from tests.factories.programmes import FilledProgramme, at, fill_programme, people

GIVEN = date(2027, 1, 11)


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    """A programme of 2027 without sub-groups."""
    return fill_programme(dialogue)


def topic(workspace: Workspace, number: int) -> int:
    """Return the id of a topic of the terms of reference."""
    row = workspace.tables.Provision
    return int(row.get((row.kind == ProvisionKind.TOPIC) & (row.number == number)).id)


def entity_of(workspace: Workspace, person: int) -> int:
    """Return the entity of a person."""
    entity = workspace.tables.Person.get_by_id(person).entity_id
    assert entity is not None
    return entity


def agree(workspace: Workspace, subgroup: int) -> None:
    """Record the consent of both sides."""
    for side, step in (("CA", ConsentStep.PROPOSED), ("CN", ConsentStep.ACCEPTED)):
        give_consent(workspace, subgroup=subgroup, side=side, step=step, given=GIVEN)


def whole(workspace: Workspace, filled: FilledProgramme, name: str, number: int, place: int) -> int:
    """Add a sub-group that lacks nothing but a session, of the people at a place of both delegations."""
    leads = (filled.canadians[place], filled.chinese[place])
    entities = {entity_of(workspace, person): person for person in leads}
    changes = add_subgroup(workspace, filled.meeting, Label.same(name), [topic(workspace, number)], entities)
    (subgroup,) = changes.inserted("sub_group")
    agree(workspace, subgroup)
    return subgroup


def read(workspace: Workspace, filled: FilledProgramme) -> Board:
    """Return the board as it stands."""
    return board(workspace.tables, read_programme(workspace.tables, filled.meeting))


def codes(found: Board) -> list[str]:
    """Return what the board warns of."""
    return [finding.code for finding in found.warnings]


def test_without_sub_groups_the_board_lists_the_topics_in_order(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    found = read(dialogue, filled)
    assert [row.topic.number for row in found.rows if row.topic] == [1, 2, 3, 4, 5, 6]
    assert all(row.subgroup is None for row in found.rows)
    assert found.warnings == ()


def test_a_whole_sub_group_stands_under_its_topic_with_its_sessions_and_people(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    subgroup = whole(dialogue, filled, "Justice", 2, 1)
    change_sessions(dialogue, [filled.sessions["sub-group"]], {"subgroup": subgroup})
    found = read(dialogue, filled)
    assert found.warnings == ()
    row = found.rows[1]
    assert row.subgroup == subgroup_states(dialogue.tables, filled.meeting)[subgroup]
    assert (row.subgroup.sides, row.subgroup.sides_with_lead) == (("CA", "CN"), ("CA", "CN"))
    (session,) = row.sessions
    assert (session.session, session.starts) == (
        filled.sessions["sub-group"],
        datetime(2027, 6, 12, 15, tzinfo=UTC),
    )
    assert session.people == {
        entity_of(dialogue, filled.canadians[1]): (filled.canadians[1],),
        entity_of(dialogue, filled.chinese[1]): (filled.chinese[1],),
    }


def test_a_sub_group_without_anything_is_told_what_it_lacks(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    add_subgroup(dialogue, filled.meeting, Label.same("Cyber"))
    found = read(dialogue, filled)
    assert found.rows[-1].topic is None
    assert codes(found) == [
        "subgroup-consent-missing",
        "subgroup-counterpart-missing",
        "subgroup-counterpart-missing",
        "subgroup-session-missing",
        "subgroup-topic-missing",
    ]
    assert [catalog(Language.EN).say(finding.message) for finding in found.warnings][:2] == [
        "Neither side has proposed the sub-group “Cyber” on record yet.",
        "The sub-group “Cyber” has no entity of Canada: its topic has no counterpart there.",
    ]


def test_a_sub_group_that_one_side_proposed_waits_for_the_other(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    (subgroup,) = add_subgroup(dialogue, filled.meeting, Label.same("Cyber")).inserted("sub_group")
    give_consent(dialogue, subgroup=subgroup, side="CN", step=ConsentStep.PROPOSED, given=GIVEN)
    message = read(dialogue, filled).warnings[0].message
    assert (
        catalog(Language.EN).say(message)
        == "The sub-group “Cyber” was proposed by China and has not been accepted yet."
    )


def test_a_side_without_a_lead_is_named(dialogue: Workspace, filled: FilledProgramme) -> None:
    subgroup = whole(dialogue, filled, "Justice", 2, 1)
    change_sessions(dialogue, [filled.sessions["sub-group"]], {"subgroup": subgroup})
    entities = {
        entity_of(dialogue, filled.canadians[1]): None,
        entity_of(dialogue, filled.chinese[1]): filled.chinese[1],
    }
    set_entities(dialogue, subgroup, entities)
    assert codes(read(dialogue, filled)) == ["subgroup-lead-missing"]


def test_a_meeting_of_its_own_needs_no_session_and_a_dissolved_sub_group_nothing(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    subgroup = whole(dialogue, filled, "Justice", 2, 1)
    assert codes(read(dialogue, filled)) == ["subgroup-session-missing"]
    change_subgroup(dialogue, subgroup, {"form": SubGroupForm.OWN_MEETING})
    assert codes(read(dialogue, filled)) == []
    change_subgroup(dialogue, subgroup, {"form": SubGroupForm.WITHIN, "is_dissolved": True})
    assert codes(read(dialogue, filled)) == []


def test_an_expert_in_two_sub_groups_at_once_is_named_with_both(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    one, two = whole(dialogue, filled, "Justice", 2, 1), whole(dialogue, filled, "Cyber", 3, 2)
    change_sessions(dialogue, [filled.sessions["sub-group"]], {"subgroup": one})
    other = at(
        dialogue,
        filled.meeting,
        "11:30",
        kind=SessionKind.SUB_GROUP,
        room=filled.rooms["B1"],
        subgroup=two,
        parties=people(filled.canadians[2], filled.chinese[4]),
    )
    found = read(dialogue, filled)
    assert codes(found) == ["subgroup-expert-twice"]
    assert (
        catalog(Language.EN).say(found.warnings[0].message)
        == f"{_entity_name(dialogue, filled.canadians[2])} has only Noé 0 CORMIER, who is expected in "
        "“Justice” and in “Cyber” at once."
    )
    assert found.warnings[0].subject == Subject(SubjectKind.SESSION, filled.sessions["sub-group"])
    set_parties(dialogue, other, people(filled.canadians[4], filled.chinese[4]))
    assert codes(read(dialogue, filled)) == []


def _entity_name(workspace: Workspace, person: int) -> str:
    return str(workspace.tables.Entity.get_by_id(entity_of(workspace, person)).name.en)


def test_a_proposed_topic_follows_the_others_and_waits_for_the_other_side(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    propose_topic(dialogue, Label.same("Wildfires"), side="CA", given=GIVEN)
    found = read(dialogue, filled)
    assert [row.topic.number for row in found.rows if row.topic] == [1, 2, 3, 4, 5, 6, 7]
    assert codes(found) == ["topic-consent-missing"]


def test_the_check_leaves_to_the_sessions_of_a_sub_group_what_they_say_themselves(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    (subgroup,) = add_subgroup(dialogue, filled.meeting, Label.same("Cyber"), [topic(dialogue, 3)]).inserted(
        "sub_group"
    )
    propose_topic(dialogue, Label.same("Wildfires"), side="CA", given=GIVEN)
    assert [finding.code for finding in check_subgroups(dialogue.tables, filled.meeting)] == [
        "subgroup-consent-missing",
        "subgroup-counterpart-missing",
        "subgroup-counterpart-missing",
        "subgroup-session-missing",
        "topic-consent-missing",
    ]
    change_sessions(dialogue, [filled.sessions["sub-group"]], {"subgroup": subgroup})
    assert [finding.code for finding in check_subgroups(dialogue.tables, filled.meeting)] == [
        "topic-consent-missing"
    ]


_START = datetime(2027, 6, 12, 13, tzinfo=UTC)
_PRESENCES = st.builds(
    lambda person, start, length: Presence(
        person,
        _START + timedelta(minutes=5 * start),
        _START + timedelta(minutes=5 * (start + length)),
        is_part_time=False,
    ),
    st.integers(1, 3),
    st.integers(0, 12),
    st.integers(0, 6),
)
_ATTENDANCE = st.dictionaries(
    st.integers(1, 6), st.lists(_PRESENCES, unique_by=lambda each: each.person, max_size=3).map(tuple)
)


@given(_ATTENDANCE)
def test_who_is_in_two_sessions_at_once_is_found_as_by_comparing_all_with_all(
    attendance: dict[int, tuple[Presence, ...]],
) -> None:
    parts = [(each, session) for session, present in attendance.items() for each in present]
    expected = {
        (first.person, frozenset((one, other)), max(first.start, second.start), min(first.end, second.end))
        for (first, one), (second, other) in combinations(parts, 2)
        if first.person == second.person and max(first.start, second.start) < min(first.end, second.end)
    }
    found = doubled(attendance)
    assert {
        (each.person, frozenset((each.one, each.other)), each.start, each.end) for each in found
    } == expected
    assert len(found) == len(expected)
