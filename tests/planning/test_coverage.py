"""Topics by meetings: what dealt with a topic, what does not count, and where the gaps are."""

from dataclasses import replace

import pytest

from alternat.actions.agendas import add_agenda_item, change_agenda_item
from alternat.actions.meetings import add_meeting, set_status
from alternat.actions.programme import cancel_sessions, reinstate_sessions
from alternat.actions.subgroups import add_subgroup, set_topics
from alternat.language.label import Label
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.coverage import CoverageRow, coverage
from alternat.storage.workspace import Workspace
from tests.factories.agendas import Years, insert, three_years, update

TOPIC = ProvisionKind.TOPIC


@pytest.fixture
def years(any_workspace: Workspace) -> Years:
    return three_years(any_workspace, topics_done=False)


def row(years: Years, at: int = 0) -> CoverageRow:
    """Return a topic of the picture without the meetings that the template has on record."""
    covered = coverage(years.workspace.tables)
    first = next(place for place, each in enumerate(covered.meetings) if each.id == years.held)
    return replace(covered.topics[at], cells=covered.topics[at].cells[first:])


def dealt_with(years: Years, at: int = 0) -> list[bool]:
    return [cell.is_dealt_with for cell in row(years, at).cells]


def test_an_item_counts_unless_it_or_its_session_is_gone(years: Years) -> None:
    session = years.sessions[years.held]
    fields = {"text": Label("x"), "topic": years.provision(TOPIC)}
    (item,) = add_agenda_item(years.workspace, session, fields).inserted("agenda_item")
    assert (dealt_with(years), row(years).cells[0].sessions) == ([True, False, False], (session,))
    change_agenda_item(years.workspace, item, {"is_dropped": True})
    assert dealt_with(years) == [False] * 3
    change_agenda_item(years.workspace, item, {"is_dropped": False})
    cancel_sessions(years.workspace, [session])
    assert dealt_with(years) == [False] * 3
    reinstate_sessions(years.workspace, [session])
    assert dealt_with(years) == [True, False, False]


def test_a_sub_group_and_an_outcome_count_and_a_list_of_topics_does_not(years: Years) -> None:
    first, second = years.provision(TOPIC), years.provision(TOPIC, 1)
    (group,) = add_subgroup(years.workspace, years.coming, Label("Experts")).inserted("sub_group")
    set_topics(years.workspace, group, [second])
    outcome = years.outcome(1, topic=first)
    insert(years.workspace, "MeetingTopic", {"meeting": years.following, "topic": first, "number": 1})
    assert (dealt_with(years), dealt_with(years, 1)) == ([True, False, False], [False, True, False])
    assert (row(years).cells[0].outcomes, row(years, 1).cells[1].subgroups) == ((outcome,), (group,))
    assert [cell.is_listed for cell in row(years).cells] == [False, False, True]


def test_a_merged_topic_counts_under_the_one_that_it_was_merged_into(years: Years) -> None:
    keys = [years.provision(TOPIC, at) for at in range(3)]
    years.outcome(1, topic=keys[0])
    for one, other in ((keys[0], keys[1]), (keys[1], keys[2])):
        update(years.workspace, "Provision", one, state=ProvisionState.MERGED, merged_into=other)
    covered = coverage(years.workspace.tables)
    assert [each.code for each in covered.topics] == ["topic-3", "topic-4", "topic-5", "topic-6"]
    assert (covered.topics[0].merged, dealt_with(years)) == ((keys[0], keys[1]), [True, False, False])
    # A circle, as a merger of two files could leave it, ends all the same.
    update(years.workspace, "Provision", keys[2], state=ProvisionState.MERGED, merged_into=keys[0])
    assert len(coverage(years.workspace.tables).topics) >= 3


def test_gaps_are_meetings_that_were_held_without_it(years: Years) -> None:
    update(years.workspace, "Meeting", years.coming, status=MeetingStatus.HELD)
    years.outcome(1, topic=years.provision(TOPIC))
    years.outcome(2, meeting=years.coming, topic=years.provision(TOPIC, 2))
    set_status(years.workspace, years.following, MeetingStatus.POSTPONED, "Storm")
    add_meeting(years.workspace, year=2030, host="CA")
    covered = coverage(years.workspace.tables)
    assert [each.reference for each in covered.meetings][-3:] == ["2026", "2027", "2030"]
    assert covered.years_without_meeting[-2:] == (2028, 2029)
    assert [each.reference for each in covered.gaps(covered.topics[0])][-1:] == ["2027"]
    assert [each.reference for each in covered.gaps(covered.topics[1])][-2:] == ["2026", "2027"]
    last = covered.last_dealt_with(covered.topics[0])
    assert last is not None
    assert last.reference == "2026"
    assert covered.last_dealt_with(covered.topics[0], before=years.held) is None
