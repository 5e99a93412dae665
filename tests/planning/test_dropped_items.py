"""What became of agenda items that were dropped: nothing of it is left out."""

from datetime import date

import pytest

from alternat.actions.next_agenda import (
    accept,
    move_to_next,
    park,
    propose_item,
    unpark,
    withdraw_proposals,
)
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.planning.dropped_items import Fate, dropped_items, fate_of
from alternat.planning.next_agenda import standing_of
from alternat.storage.workspace import Workspace
from tests.factories.agendas import TODAY, Years, taken_on, three_years


@pytest.fixture
def years(any_workspace: Workspace) -> Years:
    return three_years(any_workspace)


def fates(years: Years) -> list[str]:
    return [catalog(Language.EN).say(fate_of(each)) for each in dropped_items(years.workspace.tables)]


def own(years: Years, text: str) -> int:
    """Put words forward and take them on, and return the id of the item."""
    fields = {"text": Label(text)}
    (row,) = propose_item(years.workspace, years.coming, fields).inserted("agenda_proposal")
    (item,) = taken_on(years, f"own:{row}")
    return item


def test_what_was_parked_is_told_with_its_day_and_reason(years: Years) -> None:
    years.outcome(1)
    (item,) = taken_on(years, "outcome:2026-1")
    assert dropped_items(years.workspace.tables) == ()
    park(years.workspace, item, on=TODAY, reason="After the visit")
    (dropped,) = dropped_items(years.workspace.tables, [years.sessions[years.coming]])
    assert (dropped.id, dropped.fate, dropped.parked_on) == (item, Fate.PARKED, TODAY)
    assert fates(years) == ["Parked since Monday, February 1, 2027: After the visit"]
    assert dropped_items(years.workspace.tables, [years.sessions[years.held]]) == ()


def test_what_was_moved_is_told_with_its_meeting_there_and_where_it_was(years: Years) -> None:
    years.outcome(1)
    items = [taken_on(years, "outcome:2026-1")[0], own(years, "Visas")]
    for item in items:
        move_to_next(years.workspace, item)
    assert fates(years) == ["Put forward for the meeting 2028"] * 2
    here = years.proposals()
    assert [each.moved_to for each in here] == ["2028"] * 2
    assert not any(each.is_offered for each in here)
    assert [catalog(Language.EN).say(standing_of(each)) for each in here] == fates(years)
    names = [each.name for each in here]
    assert all(years.proposal(name, years.following).is_offered for name in names)
    taken_on(years, *names, meeting=years.following)
    assert fates(years) == ["On the agenda of the meeting 2028 again"] * 2


def test_what_was_taken_up_again_here_is_told_so(years: Years) -> None:
    item = own(years, "Visas")
    park(years.workspace, item, on=TODAY)
    assert fates(years) == ["Parked since Monday, February 1, 2027"]
    (proposal,) = [each for each in years.proposals() if each.is_parked]
    assert proposal.stored is not None
    unpark(years.workspace, [proposal.stored], years.coming)
    assert fates(years) == ["Put forward for the meeting 2027"]
    accept(years.workspace, years.sessions[years.coming], [years.proposal(proposal.name)])
    assert fates(years) == ["On the agenda of the meeting 2027 again"]


def test_what_was_withdrawn_is_put_forward_for_no_meeting(years: Years) -> None:
    item = own(years, "Visas")
    park(years.workspace, item, on=date(2027, 2, 2))
    withdraw_proposals(years.workspace, [years.workspace.tables.AgendaProposal.get().id])
    assert fates(years) == ["Dropped; put forward for no meeting"]
