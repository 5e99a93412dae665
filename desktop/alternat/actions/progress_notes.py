"""Verbs about progress notes: what is reported of an outcome or of an objective, by whom and when."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from alternat.actions.fields import Fields, checked, refuse_locked
from alternat.actions.outcome_rules import refuse_before, require_objectives
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.messages import Message, counted, mark, message
from alternat.models.tables import Tables
from alternat.nouns.outcomes import OUTCOME, PROGRESS_NOTE
from alternat.nouns.sides import SIDE
from alternat.planning.rows import require
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


class NoteOfOneThing(AlternatError):
    """A progress note is of an outcome or of an objective, never of both or neither."""

    template = mark("A progress note reports on one thing: give either an outcome or an objective.")


@verb
def add_progress_note(workspace: Workspace, fields: Fields, *, today: date | None = None) -> Changes:
    """Record what is reported of an outcome or an objective; the outcome counts as heard of on that day."""
    tables = workspace.tables
    values = checked(tables.ProgressNote, fields, is_new=True, today=today)
    if (values.get("outcome") is None) is (values.get("objective") is None):
        raise NoteOfOneThing
    if values.get("outcome") is not None:
        require(tables, OUTCOME, (values["outcome"],))
    else:
        require_objectives(tables, (values["objective"],))
    _check(tables, values.get("outcome"), values)
    label = message("Add a progress note on {what}", what=_of(tables, values))
    with workspace.change(label) as change:
        change.insert(tables.ProgressNote, [values])
    return change.result


@verb
def change_progress_note(
    workspace: Workspace, note: int, fields: Fields, *, today: date | None = None
) -> Changes:
    """Change a progress note; what it reports on stays."""
    tables = workspace.tables
    require(tables, PROGRESS_NOTE, (note,))
    refuse_locked(PROGRESS_NOTE, fields)
    row, values = tables.ProgressNote.get_by_id(note), checked(tables.ProgressNote, fields, today=today)
    _check(tables, row.outcome_id, values)
    of = {"outcome": row.outcome_id, "objective": row.objective_id}
    label = message("Change a progress note on {what}", what=_of(tables, of))
    with workspace.change(label) as change:
        change.update(tables.ProgressNote, {note: values})
    return change.result


@verb
def remove_progress_notes(workspace: Workspace, ids: Sequence[int]) -> Changes:
    """Remove progress notes."""
    keys = require(workspace.tables, PROGRESS_NOTE, ids)
    label = counted("Remove {count} progress note", "Remove {count} progress notes", len(keys))
    with workspace.change(label) as change:
        change.delete(workspace.tables.ProgressNote, keys)
    return change.result


def _check(tables: Tables, outcome: int | None, values: Mapping[str, Any]) -> None:
    if values.get("side") is not None:
        require(tables, SIDE, (values["side"],))
    if outcome is not None and "day" in values:
        row = tables.Outcome.get_by_id(outcome)
        refuse_before(row.meeting, row.code, PROGRESS_NOTE.by_name["day"], values["day"])


def _of(tables: Tables, values: Mapping[str, Any]) -> Message:
    """Return what a note reports on, in words."""
    if values.get("outcome") is not None:
        return message("the outcome {name}", name=tables.Outcome.get_by_id(values["outcome"]).code)
    row = tables.Provision.get_by_id(values["objective"])
    return message("the objective {name}", name=row.short or row.text)
