"""All that somebody who leaves leads goes over to a successor, and the past stays as it was."""

from datetime import date
from functools import partial

import pytest

from alternat.actions import outcome_rules as rules
from alternat.actions.outcomes import (
    hand_over,
    set_outcome_lead,
    set_outcome_state,
)
from alternat.language.messages import message
from alternat.nouns.outcomes import OutcomeState
from alternat.nouns.provisions import ProvisionKind
from tests.factories.outcome_ground import DAY, LATER, Ground
from tests.factories.people import add_delegate

S = OutcomeState


def test_a_successor_takes_over_all_that_is_open_in_one_step(ground: Ground) -> None:
    workspace, tables = ground.workspace, ground.workspace.tables
    successor = add_delegate(workspace, None, side="CA", family="Next")
    open_, done = ground.add(), ground.add()
    for key in (open_, done):
        set_outcome_lead(workspace, key, "CA", ground.canadian)
    set_outcome_state(workspace, [done], S.DONE, on=DAY)
    first, second, third, *_ = ground.provisions(ProvisionKind.EXISTING_DIALOGUE)
    owner = tables.Side.get(tables.Side.code == "CA").id
    with workspace.change(message("Leads")) as change:
        of = {"side": owner, "person": ground.canadian}
        change.insert(
            tables.Holder,
            [
                {**of, "provision": first},
                {**of, "provision": second, "since": date(2028, 1, 1)},
                {**of, "provision": third, "until": date(2026, 1, 1)},
            ],
        )
    label = hand_over(workspace, ground.canadian, successor, on=LATER, today=LATER).label
    assert "1 outcome, 2 existing dialogues or objectives" in str(label)
    assert [(key, ground.plan(key).leads[0].person) for key in (open_, done)] == [
        (open_, successor),
        (done, ground.canadian),
    ]
    rows = tables.Holder.select().order_by(tables.Holder.provision, tables.Holder.id)
    assert [(row.provision_id, row.person_id, row.since, row.until) for row in rows] == [
        (first, ground.canadian, None, date(2027, 8, 31)),
        (first, successor, LATER, None),
        (second, successor, date(2028, 1, 1), None),
        (third, ground.canadian, None, date(2026, 1, 1)),
    ]
    workspace.undo()
    assert tables.Holder.select().where(tables.Holder.person == successor).count() == 0
    assert ground.plan(open_).leads[0].person == ground.canadian


def test_only_somebody_of_the_same_side_takes_over_and_only_if_there_is_something(ground: Ground) -> None:
    workspace = ground.workspace
    set_outcome_lead(workspace, ground.add(), "CA", ground.canadian)
    for other in (ground.chinese, ground.canadian):
        act = partial(hand_over, workspace, ground.canadian, other, on=DAY, today=LATER)
        ground.refuses(rules.SuccessorOfOtherSide, act)
    another = add_delegate(workspace, None, side="CN", family="Another")
    ground.refuses(
        rules.NothingToHandOver, lambda: hand_over(workspace, ground.chinese, another, on=DAY, today=LATER)
    )


@pytest.mark.parametrize(("on", "is_refused"), [(DAY, True), (LATER, False)])
def test_a_hand_over_never_tells_the_past_as_the_successors(
    ground: Ground, on: date, *, is_refused: bool
) -> None:
    workspace, tables = ground.workspace, ground.workspace.tables
    successor = add_delegate(workspace, None, side="CA", family="Next")
    owner = tables.Side.get(tables.Side.code == "CA").id
    led = ground.provisions(ProvisionKind.EXISTING_DIALOGUE)[0]
    with workspace.change(message("Leads")) as change:
        of = {"side": owner, "person": ground.canadian, "provision": led, "since": DAY}
        change.insert(tables.Holder, [of])

    def hand() -> object:
        return hand_over(workspace, ground.canadian, successor, on=on, today=LATER)

    if is_refused:
        ground.refuses(rules.HandedOverTooEarly, hand)
    else:
        hand()
    rows = tables.Holder.select().order_by(tables.Holder.id)
    assert [row.person_id for row in rows] == [ground.canadian, *([] if is_refused else [successor])]
