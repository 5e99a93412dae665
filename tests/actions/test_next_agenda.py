"""What is proposed for the next agenda: where it comes from, how it is taken on, moved, copied and parked."""

from datetime import date
from typing import Any

import pytest

from alternat.actions.agendas import add_agenda_item, change_agenda_item, remove_agenda_items, set_lead
from alternat.actions.fields import Needed, UnknownField
from alternat.actions.guidance import add_guidance, answer_for, change_guidance, close_guidance
from alternat.actions.meetings import add_meeting, remove_meeting, set_status
from alternat.actions.next_agenda import (
    AlreadyOnAgenda,
    AlreadyParked,
    AlreadyPutForward,
    ItemDropped,
    MeetingHeld,
    NoNextMeeting,
    NotATopic,
    NothingChosen,
    NotParked,
    OtherMeeting,
    WithheldFromAgenda,
    accept,
    copy_to_next,
    move_to_next,
    park,
    propose_item,
    unpark,
    withdraw_proposals,
)
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.instruments import InstrumentKind, InstrumentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import Disclosure, LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.next_agenda import (
    MeetingIsOver,
    Proposal,
    ProposalKind,
    UnknownProposal,
    proposal_named,
    proposed,
)
from alternat.planning.rows import UnknownRow
from alternat.storage.workspace import Workspace
from tests.factories.agendas import TODAY, Years, insert, three_years, update
from tests.factories.people import add_delegate

K = ProvisionKind


@pytest.fixture
def years(workspace: Workspace) -> Years:
    return three_years(workspace)


@pytest.fixture
def any_years(any_workspace: Workspace) -> Years:
    return three_years(any_workspace)


def why(proposal: Proposal) -> str:
    return catalog(Language.EN).say(proposal.why)


def items(years: Years, meeting: int | None = None) -> list[Any]:
    item = years.workspace.tables.AgendaItem
    session = years.sessions[meeting or years.coming]
    return list(item.select().where(item.session == session).order_by(item.number))


def taken_on(years: Years, *names: str, meeting: int | None = None) -> list[int]:
    """Take proposals on for a meeting, and return the ids of the items."""
    meeting = meeting or years.coming
    chosen = [years.proposal(name, meeting) for name in names]
    changes = accept(years.workspace, years.sessions[meeting], chosen)
    return list(changes.inserted("agenda_item"))


def guidance(years: Years, **fields: Any) -> int:
    values = {
        "dialogue": years.provision(K.EXISTING_DIALOGUE),
        "question": Label("May evidence be shared?"),
        "asked_on": date(2026, 11, 2),
        **fields,
    }
    return add_guidance(years.workspace, values).inserted("guidance")[0]


def instrument(years: Years, **fields: Any) -> int:
    values = {
        "objective": years.provision(K.OBJECTIVE),
        "kind": InstrumentKind.MEMORANDUM,
        "title": Label("Memorandum"),
        **fields,
    }
    return insert(years.workspace, "Instrument", values)


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


def test_what_is_accepted_becomes_an_item_with_its_link_its_topic_and_leads(any_years: Years) -> None:
    years, tables = any_years, any_years.workspace.tables
    topic = years.provision(K.TOPIC)
    outcome = years.outcome(1, topic=topic, short=Label("Contact points", "Points de contact", "联络点"))
    people = {
        code: add_delegate(years.workspace, years.coming, side=code, role=Role.HEAD) for code in ("CA", "CN")
    }
    for code, person in people.items():
        side = tables.Side.get(tables.Side.code == code).id
        insert(years.workspace, "OutcomeSide", {"outcome": outcome, "side": side, "lead": person})
    request = guidance(years)
    first, second = taken_on(years, "outcome:2026-1", f"guidance:{request}")
    row = tables.AgendaItem.get_by_id(first)
    assert (row.number, row.text.zh, row.outcome_id, row.topic_id) == (1, "联络点", outcome, topic)
    assert tables.AgendaItem.get_by_id(second).guidance_id == request
    leads = {(lead.item_id, lead.side.code): lead.person_id for lead in tables.Lead.select()}
    # The co-chairs speak on a request for guidance.
    assert leads == {(item, code): person for item in (first, second) for code, person in people.items()}
    assert years.offered() == []
    (accepted, _) = years.proposals()
    assert (accepted.is_accepted, accepted.item, accepted.session) == (
        True,
        first,
        years.sessions[years.coming],
    )
    with pytest.raises(AlreadyOnAgenda, match="Plenary"):
        taken_on(years, "outcome:2026-1")
    years.workspace.undo()
    assert (items(years), years.offered()) == ([], ["outcome:2026-1", f"guidance:{request}"])


def test_who_leads_and_is_not_invited_is_left_out_and_told(years: Years) -> None:
    tables, dialogue = years.workspace.tables, years.provision(K.EXISTING_DIALOGUE)
    outcome = years.outcome(1)
    insert(years.workspace, "OutcomeCarrier", {"outcome": outcome, "dialogue": dialogue})
    there = add_delegate(years.workspace, years.coming, side="CA")
    away = add_delegate(years.workspace, years.held, side="CN", family="Bai", given="Yun", name_zh="白云")
    for code, person in (("CA", there), ("CN", away)):
        side = tables.Side.get(tables.Side.code == code).id
        insert(years.workspace, "Holder", {"provision": dialogue, "side": side, "person": person})
    proposal = years.proposal("outcome:2026-1")
    assert dict(proposal.leads) == {"CA": there}
    assert {side: name.zh for side, name in proposal.left_out.items()} == {"CN": "白云"}
    changes = accept(years.workspace, years.sessions[years.coming], [proposal])
    assert catalog(Language.EN).say(changes.label) == (
        "Put 1 proposal on the agenda of Plenary, without 1 lead who is not invited to the meeting"
    )
    assert [(lead.side.code, lead.person_id) for lead in tables.Lead.select()] == [("CA", there)]


@pytest.mark.parametrize("status", [ParticipationStatus.NOT_INVITED, ParticipationStatus.DECLINED])
def test_an_official_who_does_not_come_leads_nothing(years: Years, status: ParticipationStatus) -> None:
    tables, objective = years.workspace.tables, years.provision(K.OBJECTIVE)
    update(years.workspace, "Provision", objective, due=date(2027, 6, 1))
    person = add_delegate(years.workspace, years.coming)
    side = tables.Side.get(tables.Side.code == "CA").id
    insert(
        years.workspace,
        "Holder",
        {"provision": objective, "side": side, "person": person, "until": date(2027, 6, 12)},
    )
    assert dict(years.proposals()[0].leads) == {"CA": person}
    part = tables.Participation
    update(years.workspace, "Participation", part.get(part.person == person).id, status=status)
    assert (dict(years.proposals()[0].leads), [*years.proposals()[0].left_out]) == ({}, ["CA"])
    holder = tables.Holder.get()
    update(years.workspace, "Holder", holder.id, until=date(2027, 6, 11))
    assert [*years.proposals()[0].left_out] == []


def test_what_cannot_be_accepted_is_refused_and_nothing_is_written(years: Years) -> None:
    years.outcome(1)
    years.outcome(2, disclosure=Disclosure.WITHHELD)
    proposal = years.proposal("outcome:2026-1")
    assert years.proposal("outcome:2026-2").is_withheld
    with pytest.raises(NothingChosen):
        accept(years.workspace, years.sessions[years.coming], [])
    with pytest.raises(OtherMeeting):
        accept(years.workspace, years.sessions[years.following], [proposal])
    with pytest.raises(WithheldFromAgenda):
        taken_on(years, "outcome:2026-1", "outcome:2026-2")
    with pytest.raises(UnknownRow):
        accept(years.workspace, 99, [proposal])
    with years.workspace.change(proposal.why) as change:
        change.delete(years.workspace.tables.Outcome, [proposal.outcome or 0])
    with pytest.raises(UnknownRow):
        accept(years.workspace, years.sessions[years.coming], [proposal])
    assert items(years) == []


def test_an_item_moves_to_the_next_meeting_and_is_proposed_there_only(any_years: Years) -> None:
    years = any_years
    years.outcome(1)
    add_meeting(years.workspace, year=2029, host="CA")
    (item,) = taken_on(years, "outcome:2026-1")
    change_agenda_item(years.workspace, item, {"text": Label("In other words"), "minutes": 20})
    move_to_next(years.workspace, item)
    assert [row.is_dropped for row in items(years)] == [True]
    assert years.offered() == []
    (moved,) = (each for each in years.proposals(years.following) if each.what is ProposalKind.OUTCOME)
    assert (moved.text, moved.minutes, moved.came_from, moved.came_from_meeting) == (
        *(Label("In other words"), 20),
        *(item, "2027"),
    )
    with pytest.raises(ItemDropped):
        move_to_next(years.workspace, item)
    taken_on(years, "outcome:2026-1", meeting=years.following)
    assert [each.is_accepted for each in years.proposals(years.following) if each.outcome] == [True]
    years.workspace.undo()
    years.workspace.undo()
    assert [row.is_dropped for row in items(years)] == [False]
    assert [each.is_accepted for each in years.proposals()] == [True]
    assert years.workspace.tables.AgendaProposal.select().count() == 0


def test_words_of_ones_own_are_taken_on_moved_and_taken_on_again(any_years: Years) -> None:
    years, tables = any_years, any_years.workspace.tables
    fields = {"text": Label("Next steps", "Prochaines étapes", "下一步"), "minutes": 15}
    (row,) = propose_item(years.workspace, years.coming, fields).inserted("agenda_proposal")
    (item,) = taken_on(years, f"own:{row}")
    assert (items(years)[0].minutes, years.offered()) == (15, [])
    assert years.proposal(f"own:{row}").is_accepted
    person = add_delegate(years.workspace, years.following, side="CN")
    set_lead(years.workspace, item, "CN", person)
    move_to_next(years.workspace, item)
    assert tables.AgendaProposal.select().count() == 1
    assert [each.name for each in years.proposals()] == []
    moved = years.proposal(f"own:{row}", years.following)
    assert (why(moved), dict(moved.leads), moved.minutes) == (
        "From the agenda of 2027",
        {"CN": person},
        15,
    )
    taken_on(years, f"own:{row}", meeting=years.following)
    assert [each.text.zh for each in items(years, years.following)] == ["下一步"]
    remove_agenda_items(years.workspace, [items(years, years.following)[0].id])
    assert years.proposal(f"own:{row}", years.following).is_offered


def test_a_copy_is_put_forward_and_the_item_stays(any_years: Years) -> None:
    years = any_years
    changes = add_agenda_item(years.workspace, years.sessions[years.held], {"text": Label("Opening")})
    (item,) = changes.inserted("agenda_item")
    with pytest.raises(MeetingHeld):
        move_to_next(years.workspace, item)
    with pytest.raises(MeetingHeld):
        park(years.workspace, item, on=TODAY)
    copy_to_next(years.workspace, item)
    assert [row.is_dropped for row in items(years, years.held)] == [False]
    (copied,) = years.proposals()
    assert (copied.text, copied.came_from_meeting) == (Label("Opening"), "2026")
    with pytest.raises(AlreadyPutForward, match="2027"):
        copy_to_next(years.workspace, item)
    assert years.proposals(years.following)[0].what is ProposalKind.TOPIC


def test_a_copied_item_that_moves_too_is_put_forward_once(years: Years) -> None:
    fields = {"text": Label("Next steps")}
    (row,) = propose_item(years.workspace, years.coming, fields).inserted("agenda_proposal")
    (item,) = taken_on(years, f"own:{row}")
    copy_to_next(years.workspace, item)
    move_to_next(years.workspace, item)
    own = [each for each in years.proposals(years.following) if each.what is ProposalKind.OWN]
    assert (len(own), years.offered()) == (1, [])


def test_the_next_meeting_is_the_first_that_is_still_planned(years: Years) -> None:
    (item,) = add_agenda_item(
        years.workspace, years.sessions[years.following], {"text": Label("Opening")}
    ).inserted("agenda_item")
    with pytest.raises(NoNextMeeting, match="new-edition"):
        move_to_next(years.workspace, item)
    add_meeting(years.workspace, year=2029, host="CA", status=MeetingStatus.CANCELLED)
    with pytest.raises(NoNextMeeting):
        copy_to_next(years.workspace, item)
    (later,) = add_meeting(years.workspace, year=2030, host="CA").inserted("meeting")
    copy_to_next(years.workspace, item)
    assert [each.text for each in proposed(years.workspace.tables, later, TODAY) if each.stored] == [
        Label("Opening")
    ]


@pytest.mark.parametrize("is_on_agenda", [False, True])
def test_what_is_parked_waits_until_it_is_taken_up(any_years: Years, is_on_agenda: bool) -> None:
    years = any_years
    years.outcome(1)
    if is_on_agenda:
        taken_on(years, "outcome:2026-1")
    park(years.workspace, years.proposal("outcome:2026-1"), on=TODAY, reason="Waits for the ministers")
    for meeting in (years.coming, years.following):
        assert "outcome:2026-1" not in years.offered(meeting)
        parked = years.proposal("outcome:2026-1", meeting)
        assert (parked.parked_on, parked.reason, parked.is_accepted) == (
            *(TODAY, "Waits for the ministers"),
            False,
        )
    with pytest.raises(AlreadyParked):
        park(years.workspace, years.proposal("outcome:2026-1"), on=TODAY)
    stored = years.proposal("outcome:2026-1").stored or 0
    with pytest.raises(MeetingIsOver):
        unpark(years.workspace, [stored], years.held)
    unpark(years.workspace, [stored], years.coming)
    assert years.offered() == ["outcome:2026-1"]
    assert years.proposal("outcome:2026-1").reason == ""
    with pytest.raises(NotParked):
        unpark(years.workspace, [stored], years.coming)
    years.workspace.undo()
    assert years.proposal("outcome:2026-1").is_parked
    taken_on(years, "outcome:2026-1")
    assert not years.proposal("outcome:2026-1").is_parked


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


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"text": Label()}, Needed),
        ({}, Needed),
        ({"text": Label("x"), "topic": 10_000}, NotATopic),
        ({"text": Label("x"), "outcome": 1}, UnknownField),
        ({"text": Label("x"), "parked_on": TODAY}, UnknownField),
    ],
)
def test_what_cannot_be_proposed_is_refused(
    years: Years, fields: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        propose_item(years.workspace, years.coming, fields)
    assert years.workspace.tables.AgendaProposal.select().count() == 0


def test_the_same_words_are_proposed_once_for_a_meeting(years: Years) -> None:
    propose_item(years.workspace, years.coming, {"text": Label("Own")})
    with pytest.raises(AlreadyPutForward):
        propose_item(years.workspace, years.coming, {"text": Label("Own")})
    propose_item(years.workspace, years.following, {"text": Label("Own")})


def test_guidance_answered_by_one_side_waits_still(years: Years) -> None:
    key = guidance(years)
    answer_for(years.workspace, key, "CN", {"text": Label(zh="可以"), "given": date(2027, 1, 4)})
    assert why(years.proposals()[0]).startswith("Waits since")
