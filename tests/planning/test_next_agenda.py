"""What is proposed for the next agenda: where it comes from, in which order, and why."""

from datetime import date
from typing import Any

import pytest

from alternat.actions.guidance import answer_for, change_guidance, close_guidance
from alternat.actions.meetings import remove_meeting, set_status
from alternat.actions.next_agenda import (
    move_to_next,
    propose_item,
    withdraw_proposals,
)
from alternat.language.label import Label
from alternat.nouns.instruments import InstrumentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.next_agenda import (
    MeetingIsOver,
    ProposalKind,
    UnknownProposal,
    proposal_named,
)
from alternat.planning.programme import read_programme
from alternat.storage.workspace import Workspace
from tests.factories.agendas import (
    TODAY,
    Years,
    guidance,
    insert,
    instrument,
    items,
    taken_on,
    three_years,
    update,
    why,
)

K = ProvisionKind


@pytest.fixture
def years(workspace: Workspace) -> Years:
    return three_years(workspace)


def test_open_outcomes_are_proposed_overdue_and_stuck_ones_first(years: Years) -> None:
    years.outcome(1)
    years.outcome(2, due=date(2027, 9, 1))
    years.outcome(3, due=date(2027, 1, 31))
    years.outcome(4, state=OutcomeState.STUCK)
    years.outcome(5, state=OutcomeState.DONE)
    years.outcome(6, state=OutcomeState.DROPPED)
    years.outcome(7, kind=OutcomeKind.NOTED)
    years.outcome(8, meeting=years.coming, code="2027-1")
    assert [(each.name, why(each)) for each in years.proposals()] == [
        ("outcome:2026-3", "Open since 2026, due Sunday, January 31, 2027, overdue"),
        ("outcome:2026-4", "Stuck; open since 2026"),
        ("outcome:2026-2", "Open since 2026, due Wednesday, September 1, 2027"),
        ("outcome:2026-1", "Open since 2026"),
    ]


def test_a_later_outcome_stands_for_the_one_that_it_replaces_or_goes_on_with(years: Years) -> None:
    replaced, replacing, continued, going_on = (years.outcome(number) for number in range(1, 5))
    links = ((replacing, LinkKind.REPLACES, replaced), (going_on, LinkKind.CONTINUES, continued))
    for later, kind, earlier in links:
        insert(years.workspace, "OutcomeLink", {"outcome": later, "kind": kind, "earlier": earlier})
    assert years.offered() == ["outcome:2026-2", "outcome:2026-4"]
    for key in (replacing, going_on):
        update(years.workspace, "Outcome", key, state=OutcomeState.DONE)
    assert years.offered() == ["outcome:2026-3"]


def test_guidance_is_proposed_until_it_is_closed(years: Years) -> None:
    key = guidance(years, topic=years.provision(K.TOPIC))
    assert (years.proposals()[0].name, why(years.proposals()[0])) == (
        f"guidance:{key}",
        "Waits since Monday, November 2, 2026",
    )
    assert years.proposals()[0].topic == years.provision(K.TOPIC)
    change_guidance(years.workspace, key, {"answer": Label("Yes")})
    assert why(years.proposals()[0]) == "Asked on Monday, November 2, 2026, answered and not closed"
    close_guidance(years.workspace, [key], TODAY)
    assert years.proposals() == ()


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2027, 1, 31), "Due Sunday, January 31, 2027, overdue"),
        (date(2027, 9, 12), "Due Sunday, September 12, 2027"),
        (date(2027, 9, 13), None),
        (None, None),
    ],
)
def test_an_objective_is_proposed_when_it_is_due_around_the_meeting(
    years: Years, due: date | None, words: str | None
) -> None:
    update(years.workspace, "Provision", years.provision(K.OBJECTIVE), due=due)
    assert [why(each) for each in years.proposals()] == ([words] if words else [])


def test_an_objective_that_was_achieved_or_dropped_is_not_due(years: Years) -> None:
    key = years.provision(K.OBJECTIVE)
    for state in (ProvisionState.ACHIEVED, ProvisionState.DROPPED):
        update(years.workspace, "Provision", key, due=date(2027, 1, 1), state=state)
        assert years.proposals() == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"in_force": date(2027, 7, 1), "months": 12, "notice_months": 3},
            (
                "“Memorandum” runs until Friday, June 30, 2028; "
                "the last day to speak is Thursday, March 30, 2028"
            ),
        ),
        ({"in_force": date(2027, 7, 1), "months": 12}, None),
        (
            {"in_force": date(2026, 7, 1), "months": 12, "notice_months": 6},
            (
                "“Memorandum” runs until Wednesday, June 30, 2027; "
                "the last day to speak was Wednesday, December 30, 2026"
            ),
        ),
        ({"in_force": date(2026, 1, 1), "months": 12}, "“Memorandum” ran until Thursday, December 31, 2026"),
        ({"in_force": date(2027, 7, 1)}, None),
    ],
)
def test_an_instrument_is_spoken_of_at_the_last_meeting_before_its_last_day(
    years: Years, fields: dict[str, Any], words: str | None
) -> None:
    key = instrument(years, **fields)
    assert [why(each) for each in years.proposals()] == ([words] if words else [])
    insert(
        years.workspace,
        "InstrumentStep",
        {"instrument": key, "step": InstrumentStep.ENDED, "done_on": date(2026, 12, 31)},
    )
    assert years.proposals() == ()


def test_topics_are_proposed_that_the_meeting_before_left_out(years: Years) -> None:
    outcome = years.workspace.tables.Outcome
    topic = years.provision(K.TOPIC, 2)
    update(years.workspace, "Outcome", outcome.get(outcome.topic == topic).id, topic=None)
    (left_out,) = years.proposals()
    assert (left_out.name, why(left_out), left_out.topic) == ("topic:topic-3", "Not dealt with yet", topic)
    insert(
        years.workspace,
        "Outcome",
        {"meeting": years.coming, "code": "2027-1", "number": 1, "text": Label("x"), "topic": topic},
    )
    others = years.proposals(years.following)
    assert {why(each) for each in others if each.what is ProposalKind.TOPIC} == {"Not dealt with since 2026"}
    assert len(others) == 5 + 1
    for state in (ProvisionState.CLOSED, ProvisionState.MERGED):
        update(years.workspace, "Provision", topic, state=state)
        assert years.proposals() == ()


def test_a_meeting_that_took_no_place_deals_with_nothing(years: Years) -> None:
    set_status(years.workspace, years.coming, MeetingStatus.POSTPONED, "Storm")
    assert years.offered(years.following) == []


def test_nothing_is_proposed_for_a_meeting_that_is_over(years: Years) -> None:
    years.outcome(1)
    assert years.proposals(years.held) == ()
    with pytest.raises(MeetingIsOver):
        proposal_named(years.workspace.tables, years.held, "outcome:2026-1", TODAY)
    with pytest.raises(UnknownProposal, match="outcome:2026-1"):
        proposal_named(years.workspace.tables, years.coming, "outcome:2026-9", TODAY)
    assert proposal_named(years.workspace.tables, years.coming, " OUTCOME:2026-1", TODAY).is_offered


def test_a_record_comes_once_whatever_is_stored_about_it(years: Years) -> None:
    outcome = years.outcome(1)
    row = {"outcome": outcome, "text": Label("Once")}
    for meeting in (years.coming, years.coming, years.held, None):
        insert(years.workspace, "AgendaProposal", {**row, "meeting": meeting})
    assert years.offered() == ["outcome:2026-1"]
    for _ in range(2):
        insert(years.workspace, "AgendaItem", {
            "session": years.sessions[years.coming], "number": 1, "text": Label("x"), "outcome": outcome,
        })  # fmt: skip
    assert [(each.name, each.is_accepted) for each in years.proposals()] == [("outcome:2026-1", True)]
    insert(years.workspace, "AgendaProposal", {**row, "parked_on": TODAY})
    assert len(years.proposals()) == 1


def test_what_was_put_forward_for_a_meeting_that_is_lost_is_not_lost_with_it(years: Years) -> None:
    propose_item(years.workspace, years.coming, {"text": Label("Next steps")})
    set_status(years.workspace, years.coming, MeetingStatus.CANCELLED, turn_passes=False)
    own = [each.text for each in years.proposals(years.following) if each.what is ProposalKind.OWN]
    assert own == [Label("Next steps")]
    remove_meeting(years.workspace, years.coming)
    own = [each.text for each in years.proposals(years.following) if each.what is ProposalKind.OWN]
    assert own == [Label("Next steps")]


def test_what_a_meeting_dealt_with_is_not_put_forward_again(years: Years) -> None:
    outcome = years.outcome(1)
    insert(
        years.workspace, "AgendaProposal", {"outcome": outcome, "meeting": years.coming, "text": Label("x")}
    )
    (row,) = propose_item(years.workspace, years.coming, {"text": Label("Own")}).inserted("agenda_proposal")
    taken_on(years, "outcome:2026-1", f"own:{row}")
    update(years.workspace, "Meeting", years.coming, status=MeetingStatus.HELD)
    update(years.workspace, "Outcome", outcome, state=OutcomeState.DONE)
    assert [each for each in years.offered(years.following) if not each.startswith("topic")] == []


def test_a_topic_is_on_the_agenda_once_an_item_has_it(years: Years) -> None:
    years.workspace.undo()
    topic = years.provision(K.TOPIC, 5)
    assert years.offered() == ["topic:topic-6"]
    (item,) = taken_on(years, "topic:topic-6")
    assert years.proposal("topic:topic-6").item == item
    assert items(years)[0].topic_id == topic
    move_to_next(years.workspace, item)
    assert years.offered() == []
    stored = years.proposal("topic:topic-6", years.following).stored
    assert years.offered(years.following).count("topic:topic-6") == 1
    withdraw_proposals(years.workspace, [stored or 0])
    assert years.offered() == ["topic:topic-6"]


def test_guidance_answered_by_one_side_waits_still(years: Years) -> None:
    key = guidance(years)
    answer_for(years.workspace, key, "CN", {"text": Label(zh="可以"), "given": date(2027, 1, 4)})
    assert why(years.proposals()[0]).startswith("Waits since")


def test_what_was_taken_on_is_known_to_deal_with_its_record(years: Years) -> None:
    years.outcome(1)
    (item,) = taken_on(years, "outcome:2026-1")
    session = years.sessions[years.coming]
    (plan,) = read_programme(years.workspace.tables, years.coming).sessions[session].agenda
    assert (plan.id, plan.has_record) == (item, True)
