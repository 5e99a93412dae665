"""Items of an agenda and proposals that are moved, copied or parked, and taken up again."""

import pytest

from alternat.actions.agendas import add_agenda_item, change_agenda_item, remove_agenda_items, set_lead
from alternat.actions.meetings import add_meeting
from alternat.actions.next_agenda import (
    AlreadyParked,
    AlreadyPutForward,
    ItemDropped,
    MeetingHeld,
    NoNextMeeting,
    NothingChosen,
    NotParked,
    copy_to_next,
    move_to_next,
    park,
    propose_item,
    unpark,
)
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.next_agenda import (
    MeetingIsOver,
    ProposalKind,
    proposed,
)
from alternat.storage.workspace import Workspace
from tests.factories.agendas import TODAY, Years, items, taken_on, three_years, why
from tests.factories.people import add_delegate

K = ProvisionKind


@pytest.fixture
def years(workspace: Workspace) -> Years:
    return three_years(workspace)


@pytest.fixture
def any_years(any_workspace: Workspace) -> Years:
    return three_years(any_workspace)


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
    assert years.offered() == []
    assert years.proposal(f"own:{row}").moved_to == "2028"
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


def test_several_are_parked_in_one_step_or_not_at_all(any_years: Years) -> None:
    years, tables = any_years, any_years.workspace.tables
    for number in (1, 2, 3):
        years.outcome(number)
    chosen = [years.proposal(f"outcome:2026-{number}") for number in (1, 2)]
    changes = park(years.workspace, chosen, on=TODAY, reason="Too soon")
    assert catalog(Language.EN).say(changes.label) == "Park 2 proposals"
    assert [row.reason for row in tables.AgendaProposal.select()] == ["Too soon"] * 2
    years.workspace.undo()
    assert tables.AgendaProposal.select().count() == 0
    park(years.workspace, chosen[0], on=TODAY)
    with pytest.raises(AlreadyParked):
        park(years.workspace, [years.proposal("outcome:2026-3"), chosen[0]], on=TODAY)
    assert tables.AgendaProposal.select().count() == 1
    with pytest.raises(NothingChosen):
        park(years.workspace, [], on=TODAY)
