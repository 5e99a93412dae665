"""Commands about the journal: take steps back, do them again, and list them."""

from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import command, option
from alternat.cli.values import WholeNumber
from alternat.errors import AlternatError
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    from alternat.storage.journal.steps import HistoryStep


class NothingToUndo(AlternatError):
    """The journal has no step that could be taken back."""

    template = mark("There is no step to take back.")


class NothingToRedo(AlternatError):
    """The journal has no step that was taken back last."""

    template = mark("There is no step to do again.")


@command("undo", message("Take the last step back."))
@FILE
@AS_JSON
def undo(face: Face, file: str, *, as_json: bool) -> Exit:
    """Take the last step back."""
    with face.writing(file) as workspace:
        changes = workspace.undo()
        if changes is None:
            raise NothingToUndo
        if as_json:
            face.tell_done(changes, as_json=True)
        else:
            face.tell(message("Taken back: {step}.", step=changes.label))
    return Exit.DONE


@command("redo", message("Do again the step that was taken back last."))
@FILE
@AS_JSON
def redo(face: Face, file: str, *, as_json: bool) -> Exit:
    """Do again the step that was taken back last."""
    with face.writing(file) as workspace:
        changes = workspace.redo()
        if changes is None:
            raise NothingToRedo
        if as_json:
            face.tell_done(changes, as_json=True)
        else:
            face.tell(message("Done again: {step}.", step=changes.label))
    return Exit.DONE


@command("log", message("List the steps, the latest first."))
@FILE
@option(
    "--limit",
    metavar="N",
    type=WholeNumber(1, 100_000),
    default=50,
    explains=message("How many steps to list; 50 unless given."),
)
@AS_JSON
def log(face: Face, file: str, limit: int, *, as_json: bool) -> Exit:
    """List the steps, the latest first."""
    with face.reading(file) as workspace:
        steps = workspace.history(limit=limit)
        if as_json:
            face.tell_json([_as_json(face, step) for step in steps])
        else:
            headings = (message("When"), message("Who"), message("Step"), message("State"), message("Rows"))
            face.tell_table(headings, [_in_columns(face, step) for step in steps])
    return Exit.DONE


def _as_json(face: Face, step: "HistoryStep") -> dict[str, Any]:
    return {
        "number": step.number,
        "at": step.at.isoformat(),
        "actor": step.actor,
        "step": face.say(step.label),
        "origin": step.origin.value,
        "state": step.state.value,
        "rows": step.rows,
    }


def _in_columns(face: Face, step: "HistoryStep") -> tuple[object, ...]:
    from alternat.storage.journal.tables import Origin, StepState

    origins = {Origin.UNDONE: message("undo"), Origin.REDONE: message("redo")}
    states = {StepState.UNDONE: message("taken back"), StepState.DROPPED: message("taken back for good")}
    state = origins.get(step.origin) or states.get(step.state)
    at = step.at.astimezone().strftime("%Y-%m-%d %H:%M")
    return at, step.actor, face.say(step.label), face.say(state) if state else "", step.rows


COMMANDS = (undo, redo, log)
