"""Proposals for the next agenda that are taken on, and words of one's own that are put forward."""

from datetime import date, time
from typing import Any

import pytest

from alternat.actions.agenda_sessions import CancelledSession, NoBusinessThere
from alternat.actions.fields import Needed, UnknownField
from alternat.actions.next_agenda import (
    AlreadyOnAgenda,
    AlreadyPutForward,
    MovedAway,
    NotATopic,
    NothingChosen,
    OtherMeeting,
    WithheldFromAgenda,
    accept,
    move_to_next,
    propose_item,
    withdraw_proposals,
)
from alternat.actions.programme import add_session
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.outcomes import Disclosure
from alternat.nouns.programme import SessionKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.rows import UnknownRow
from alternat.storage.workspace import Workspace
from tests.factories.agendas import (
    TODAY,
    Years,
    guidance,
    insert,
    items,
    taken_on,
    three_years,
    update,
)
from tests.factories.people import add_delegate

K = ProvisionKind


@pytest.fixture
def years(workspace: Workspace) -> Years:
    return three_years(workspace)


@pytest.fixture
def any_years(any_workspace: Workspace) -> Years:
    return three_years(any_workspace)


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


def test_what_was_moved_to_another_meeting_is_taken_back_there_first(years: Years) -> None:
    years.outcome(1)
    (item,) = taken_on(years, "outcome:2026-1")
    move_to_next(years.workspace, item)
    with pytest.raises(MovedAway, match="agenda withdraw"):
        taken_on(years, "outcome:2026-1")
    withdraw_proposals(years.workspace, [years.workspace.tables.AgendaProposal.get().id])
    taken_on(years, "outcome:2026-1")


def test_a_cancelled_session_takes_nothing_on(years: Years) -> None:
    years.outcome(1)
    other = another_session(years, SessionKind.BILATERAL)
    update(years.workspace, "Session", years.sessions[years.coming], is_cancelled=True)
    session, chosen = years.sessions[years.coming], [years.proposal("outcome:2026-1")]
    for anyway in (False, True):
        with pytest.raises(CancelledSession, match=f"another one: {other}"):
            accept(years.workspace, session, chosen, anyway=anyway)
    assert not items(years)


@pytest.mark.parametrize("kind", SessionKind)
def test_a_kind_of_session_without_business_takes_something_on_only_where_that_is_meant(
    years: Years, kind: SessionKind
) -> None:
    business = {
        *(SessionKind.PLENARY, SessionKind.SUB_GROUP, SessionKind.BILATERAL, SessionKind.PULL_ASIDE),
        SessionKind.COURTESY_CALL,
    }
    years.outcome(1)
    session, chosen = another_session(years, kind), [years.proposal("outcome:2026-1")]
    if kind not in business:
        with pytest.raises(NoBusinessThere, match="deals with no agenda"):
            accept(years.workspace, session, chosen)
    assert accept(years.workspace, session, chosen, anyway=kind not in business)


def another_session(years: Years, kind: SessionKind) -> int:
    """Add a session of a kind to the coming meeting, and return its id."""
    title, day = Label("Another", "Autre", "其他"), date(2027, 6, 12)
    changes = add_session(
        years.workspace, years.coming, kind=kind, title=title, day=day, start=time(12), minutes=30
    )
    return changes.inserted("session")[0]
