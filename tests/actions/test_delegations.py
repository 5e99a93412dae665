"""Who takes part, in which order, and who replaces whom."""

import pytest

from alternat.actions.delegations import (
    OtherSide,
    SeveralDelegations,
    StandsForOther,
    arrange_by_terms,
    change_participations,
    invite,
    leave_meeting,
    move_to_place,
    replace_delegate,
    shift,
)
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.planning.roster import Delegate, roster
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate, add_delegation


def _delegation(workspace: Workspace, meeting: int, side: str = "CA") -> list[Delegate]:
    return list(roster(workspace.tables, meeting, side=side, attending_only=False))


def _families(workspace: Workspace, meeting: int) -> list[str]:
    return [delegate.family for delegate in _delegation(workspace, meeting)]


@pytest.fixture
def meeting(dialogue: Workspace) -> int:
    meeting = add_ottawa_2027(dialogue)
    add_delegation(dialogue, meeting, "CA", 4)
    return meeting


def test_places_are_counted_from_one_for_each_side(dialogue: Workspace, meeting: int) -> None:
    add_delegation(dialogue, meeting, "CN", 2)
    assert [delegate.place for delegate in _delegation(dialogue, meeting)] == [1, 2, 3, 4]
    assert [delegate.place for delegate in _delegation(dialogue, meeting, "CN")] == [1, 2]


def test_badge_numbers_and_tokens_are_never_shared(dialogue: Workspace, meeting: int) -> None:
    add_delegation(dialogue, meeting, "CN", 3)
    delegates = roster(dialogue.tables, meeting)
    assert len({delegate.serial for delegate in delegates}) == 7
    assert len({delegate.token for delegate in delegates}) == 7


def test_moving_to_a_place_renumbers_the_others_and_is_undone_in_one_step(
    dialogue: Workspace, meeting: int
) -> None:
    before = _families(dialogue, meeting)
    last = _delegation(dialogue, meeting)[-1]
    changes = move_to_place(dialogue, [last.participation], 1)
    assert _families(dialogue, meeting) == [before[3], *before[:3]]
    assert changes.touches("participation")
    dialogue.undo()
    assert _families(dialogue, meeting) == before


def test_shifting_at_the_edge_changes_nothing_and_keeps_no_step(dialogue: Workspace, meeting: int) -> None:
    first = _delegation(dialogue, meeting)[0]
    assert not shift(dialogue, [first.participation], -1)


def test_people_of_both_sides_cannot_be_moved_at_once(dialogue: Workspace, meeting: int) -> None:
    add_delegation(dialogue, meeting, "CN", 1)
    both = [
        _delegation(dialogue, meeting)[0].participation,
        _delegation(dialogue, meeting, "CN")[0].participation,
    ]
    with pytest.raises(SeveralDelegations):
        move_to_place(dialogue, both, 1)


def test_a_replacement_takes_role_and_place_and_gets_a_badge_of_its_own(
    dialogue: Workspace, meeting: int
) -> None:
    head = _delegation(dialogue, meeting)[0]
    person = add_delegate(dialogue, None, family="Quimper")
    replace_delegate(dialogue, head.participation, person)
    new, old, *_ = _delegation(dialogue, meeting)
    assert (new.family, new.role, new.place) == ("Quimper", Role.HEAD, 1)
    assert old.status is ParticipationStatus.REPLACED
    assert new.serial == 5
    assert new.token != old.token
    assert "Quimper" in [delegate.family for delegate in roster(dialogue.tables, meeting)]
    dialogue.undo()
    assert _delegation(dialogue, meeting)[0] == head


def test_a_replacement_from_the_other_side_is_refused(dialogue: Workspace, meeting: int) -> None:
    head = _delegation(dialogue, meeting)[0]
    person = add_delegate(dialogue, None, side="CN")
    with pytest.raises(OtherSide):
        replace_delegate(dialogue, head.participation, person)
    assert _delegation(dialogue, meeting)[0] == head


def test_leaving_closes_the_places_and_never_gives_the_number_again(
    dialogue: Workspace, meeting: int
) -> None:
    delegates = _delegation(dialogue, meeting)
    leave_meeting(dialogue, [delegates[1].participation, delegates[3].participation])
    assert [delegate.place for delegate in _delegation(dialogue, meeting)] == [1, 2]
    invite(dialogue, meeting, [delegates[1].person])
    assert _delegation(dialogue, meeting)[-1].serial == 5


def test_inviting_somebody_twice_changes_nothing(dialogue: Workspace, meeting: int) -> None:
    assert not invite(dialogue, meeting, [_delegation(dialogue, meeting)[0].person])


def test_the_terms_propose_head_deputy_entities_and_support_last(dialogue: Workspace, meeting: int) -> None:
    interpreter, deputy, member, head = _delegation(dialogue, meeting)
    change_participations(dialogue, [interpreter.participation], {"role": Role.INTERPRETER})
    change_participations(dialogue, [deputy.participation], {"role": Role.DEPUTY_HEAD})
    change_participations(dialogue, [head.participation], {"role": Role.HEAD})
    arrange_by_terms(dialogue, meeting, "CA")
    assert [delegate.participation for delegate in _delegation(dialogue, meeting)] == [
        head.participation,
        deputy.participation,
        member.participation,
        interpreter.participation,
    ]


def test_nobody_stands_for_themselves_or_for_the_other_side(dialogue: Workspace, meeting: int) -> None:
    add_delegation(dialogue, meeting, "CN", 1)
    first, second, *_ = _delegation(dialogue, meeting)
    (guest,) = _delegation(dialogue, meeting, "CN")
    for other in (first.person, guest.person):
        with pytest.raises(StandsForOther):
            change_participations(dialogue, [first.participation], {"stands_for": other})
    change_participations(dialogue, [first.participation], {"stands_for": second.person})
    change_participations(dialogue, [first.participation], {"stands_for": None})
    assert _delegation(dialogue, meeting)[0].stands_for is None
