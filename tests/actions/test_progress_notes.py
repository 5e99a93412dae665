"""Progress notes: of one outcome or one objective, never from before the meeting, and counted as heard."""

from datetime import date
from typing import Any

import pytest

from alternat.actions.fields import Needed, UnknownField
from alternat.actions.outcome_rules import NotAnObjective
from alternat.actions.outcomes import add_outcome
from alternat.actions.progress_notes import (
    NoteOfOneThing,
    add_progress_note,
    change_progress_note,
    remove_progress_notes,
)
from alternat.actions.terms import remove_provision
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.nouns.outcomes import OutcomeKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.outcome_limits import BeforeMeeting
from alternat.planning.outcomes import outcomes
from alternat.planning.rows import UnknownRow
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027

DAY, NEWS = date(2027, 9, 1), Label("Two of three are named.")


def provision(workspace: Workspace, kind: ProvisionKind) -> int:
    table = workspace.tables.Provision
    return int(table.select().where(table.kind == kind).order_by(table.number).first().id)


@pytest.fixture
def outcome(dialogue: Workspace) -> int:
    meeting = add_ottawa_2027(dialogue)
    values = {"meeting": meeting, "kind": OutcomeKind.AGREED, "text": Label("Name contacts.")}
    return add_outcome(dialogue, values).inserted("outcome")[0]


def add(workspace: Workspace, **fields: Any) -> int:
    values = {"day": DAY, "text": NEWS, **fields}
    return add_progress_note(workspace, values).inserted("progress_note")[0]


def test_the_newest_note_is_when_an_outcome_was_last_heard_of(dialogue: Workspace, outcome: int) -> None:
    side = dialogue.tables.Side.get(dialogue.tables.Side.code == "CN").id
    late = add(dialogue, outcome=outcome, side=side, source="Embassy", is_shared=True)
    add(dialogue, outcome=outcome, day=date(2027, 8, 1))
    (plan,) = outcomes(dialogue.tables)
    assert plan.last_heard == DAY
    assert [(each.day, each.side, each.is_shared) for each in plan.notes] == [
        (date(2027, 8, 1), "", False),
        (DAY, "CN", True),
    ]
    label = change_progress_note(dialogue, late, {"day": date(2027, 10, 1)}).label
    assert str(label) == "Change a progress note on the outcome 2027-1"
    assert outcomes(dialogue.tables)[0].last_heard == date(2027, 10, 1)
    remove_progress_notes(dialogue, [late])
    assert outcomes(dialogue.tables)[0].last_heard == date(2027, 8, 1)
    dialogue.undo()
    assert outcomes(dialogue.tables)[0].last_heard == date(2027, 10, 1)


def test_a_note_is_of_exactly_one_thing(dialogue: Workspace, outcome: int) -> None:
    objective = provision(dialogue, ProvisionKind.OBJECTIVE)
    for fields in ({}, {"outcome": outcome, "objective": objective}):
        with pytest.raises(NoteOfOneThing):
            add(dialogue, **fields)
    with pytest.raises(NotAnObjective):
        add(dialogue, objective=provision(dialogue, ProvisionKind.TOPIC))
    note = add(dialogue, objective=objective)
    with pytest.raises(UnknownField):
        change_progress_note(dialogue, note, {"objective": None, "outcome": outcome})
    remove_provision(dialogue, objective)
    assert dialogue.tables.ProgressNote.select().count() == 0
    dialogue.undo()
    assert dialogue.tables.ProgressNote.get().objective_id == objective


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"text": Label()}, Needed),
        ({"day": None}, Needed),
        ({"day": date(2027, 6, 11)}, BeforeMeeting),
        ({"side": 99}, UnknownRow),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    dialogue: Workspace, outcome: int, fields: dict[str, Any], error: type[AlternatError]
) -> None:
    note = add(dialogue, outcome=outcome)
    with pytest.raises(error):
        add(dialogue, **{"outcome": outcome, **fields})
    with pytest.raises(error):
        change_progress_note(dialogue, note, fields)
    (row,) = dialogue.tables.ProgressNote.select()
    assert (row.day, row.text, row.side_id) == (DAY, NEWS, None)


def test_an_unknown_one_is_told(dialogue: Workspace, outcome: int) -> None:
    with pytest.raises(UnknownRow):
        add(dialogue, outcome=outcome + 1)
    with pytest.raises(UnknownRow, match="number 7"):
        change_progress_note(dialogue, 7, {"source": "x"})
    with pytest.raises(UnknownRow):
        remove_progress_notes(dialogue, [7])
