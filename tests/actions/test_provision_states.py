"""Topics, existing dialogues and objectives are closed, merged, achieved, dropped and taken up again."""

from datetime import date, timedelta
from typing import Any

import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.actions.provision_states import (
    DroppedWithoutReason,
    IntoOnlyMerged,
    MergedIntoInactive,
    MergedIntoItself,
    MergedIntoWhat,
    MergedOtherKind,
    NoStates,
    StateBeforeLast,
    StateNotOfKind,
    set_provision_state,
)
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.provision_states import PROVISION_STATES, staying_with
from alternat.planning.rows import UnknownRow
from alternat.storage.workspace import Workspace
from tests.factories.follow_up import fill_follow_up
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate

ON = date(2027, 6, 17)
S = ProvisionState
EXISTING, TOPIC, OBJECTIVE = ProvisionKind.EXISTING_DIALOGUE, ProvisionKind.TOPIC, ProvisionKind.OBJECTIVE
WHY = Label("Overtaken by events.")


@pytest.fixture
def both(any_workspace: Workspace) -> Workspace:
    """The dialogue of the template, on either engine."""
    create_dialogue(any_workspace, "canada-china")
    return any_workspace


def keys(workspace: Workspace, kind: ProvisionKind) -> list[int]:
    table = workspace.tables.Provision
    return [row.id for row in table.select().where(table.kind == kind).order_by(table.number)]


def standing(workspace: Workspace, key: int) -> tuple[Any, ...]:
    row = workspace.tables.Provision.get_by_id(key)
    return row.state, row.state_on, row.state_reason, row.merged_into_id


@pytest.mark.parametrize("kind", [EXISTING, TOPIC])
def test_one_is_closed_merged_and_taken_up_again(both: Workspace, kind: ProvisionKind) -> None:
    first, second, *_ = keys(both, kind)
    set_provision_state(both, first, S.CLOSED, on=ON)
    assert standing(both, first) == (S.CLOSED, ON, Label(), None)
    set_provision_state(both, first, S.MERGED, on=ON, reason=WHY, into=second)
    assert standing(both, first) == (S.MERGED, ON, WHY, second)
    set_provision_state(both, first, S.ACTIVE, on=ON)
    assert standing(both, first) == (S.ACTIVE, ON, Label(), None)
    for _ in range(3):
        both.undo()
    assert standing(both, first) == (S.ACTIVE, None, Label(), None)


def test_an_objective_is_achieved_or_dropped_for_a_reason(both: Workspace) -> None:
    first, second, *_ = keys(both, OBJECTIVE)
    set_provision_state(both, first, S.ACHIEVED, on=ON)
    with pytest.raises(DroppedWithoutReason):
        set_provision_state(both, second, S.DROPPED, on=ON)
    set_provision_state(both, second, S.DROPPED, on=ON, reason=WHY)
    assert [standing(both, key)[0] for key in (first, second)] == [S.ACHIEVED, S.DROPPED]


@pytest.mark.parametrize("kind", [EXISTING, TOPIC, OBJECTIVE])
@pytest.mark.parametrize("state", list(S))
def test_a_state_fits_the_kind(both: Workspace, kind: ProvisionKind, state: ProvisionState) -> None:
    first, second, *_ = keys(both, kind)
    into = second if state is S.MERGED else None
    if state in PROVISION_STATES[kind]:
        set_provision_state(both, first, state, on=ON, reason=WHY, into=into)
        assert standing(both, first)[0] is state
        return
    with pytest.raises(StateNotOfKind) as refused:
        set_provision_state(both, first, state, on=ON, reason=WHY, into=into)
    told = str(refused.value)
    assert all(each.value in told for each in PROVISION_STATES[kind])
    assert standing(both, first)[0] is S.ACTIVE


def test_a_rule_has_no_states(both: Workspace) -> None:
    with pytest.raises(NoStates):
        set_provision_state(both, keys(both, ProvisionKind.RULE)[0], S.CLOSED, on=ON)
    with pytest.raises(UnknownRow):
        set_provision_state(both, 999, S.CLOSED, on=ON)


def test_one_is_merged_into_an_active_one_of_its_kind(both: Workspace) -> None:
    first, second, third, *_ = keys(both, EXISTING)
    (topic, *_) = keys(both, TOPIC)
    for into, error in (
        (None, MergedIntoWhat),
        (first, MergedIntoItself),
        (topic, MergedOtherKind),
        (999, UnknownRow),
    ):
        with pytest.raises(error):
            set_provision_state(both, first, S.MERGED, on=ON, into=into)
    with pytest.raises(IntoOnlyMerged):
        set_provision_state(both, first, S.CLOSED, on=ON, into=second)
    set_provision_state(both, first, S.MERGED, on=ON, into=second)
    set_provision_state(both, second, S.MERGED, on=ON, into=third)
    with pytest.raises(MergedIntoItself):
        set_provision_state(both, third, S.MERGED, on=ON, into=first)
    fourth = keys(both, EXISTING)[3]
    with pytest.raises(MergedIntoInactive):
        set_provision_state(both, fourth, S.MERGED, on=ON, into=first)
    assert standing(both, third)[0] is standing(both, fourth)[0] is S.ACTIVE


def test_a_state_does_not_begin_before_the_one_that_stands(both: Workspace) -> None:
    (first, *_) = keys(both, TOPIC)
    set_provision_state(both, first, S.CLOSED, on=ON)
    with pytest.raises(StateBeforeLast):
        set_provision_state(both, first, S.ACTIVE, on=ON - timedelta(1))
    set_provision_state(both, first, S.CLOSED, on=ON - timedelta(1), reason=WHY)
    assert standing(both, first) == (S.CLOSED, ON - timedelta(1), WHY, None)


def test_the_same_again_changes_nothing(both: Workspace) -> None:
    (first, *_) = keys(both, TOPIC)
    set_provision_state(both, first, S.CLOSED, on=ON)
    assert not set_provision_state(both, first, S.CLOSED, on=ON)


def test_what_one_carries_stays_with_it_and_is_told(both: Workspace) -> None:
    meeting = add_ottawa_2027(both)
    filled = fill_follow_up(both, meeting, add_delegate(both, meeting))
    second = keys(both, EXISTING)[1]
    told = [catalog(Language.EN).say(each) for each in staying_with(both.tables, filled.dialogue)]
    assert told == [
        "It still carries out 1 open outcome, which stays with it.",
        "1 official still leads it.",
    ]
    set_provision_state(both, filled.dialogue, S.MERGED, on=ON, into=second)
    assert both.tables.OutcomeCarrier.get().dialogue_id == filled.dialogue
    told = [catalog(Language.EN).say(each) for each in staying_with(both.tables, filled.objective)]
    assert told == ["1 open outcome still serves it.", "1 instrument stays with it."]
    assert staying_with(both.tables, second) == ()
