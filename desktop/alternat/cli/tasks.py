"""Commands about the checklist of a meeting: start it, change its tasks and tick them off."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.checklist import beside
from alternat.cli.face import Exit, Face
from alternat.cli.noun_commands import Says, Verbs, noun_commands, told
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Day, within
from alternat.clock import this_day
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.countdown import TASK
from alternat.nouns.kinds import PLACES

if TYPE_CHECKING:
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace

_WHICH = message("The numbers of the tasks; “tasks” lists them.")
_NUMBERS = argument(
    "numbers", metavar="NUMBER", type=within(PLACES), nargs=-1, required=True, explains=_WHICH
)


def _verbs() -> Verbs:
    from alternat.actions.countdown import add_task, change_tasks, remove_tasks

    def add(workspace: "Workspace", meeting: int, fields: Mapping[str, Any]) -> "Changes":
        return add_task(workspace, meeting, **{"text": Label(), **fields})

    return Verbs(add, change_tasks, remove_tasks)


@command("start", message("Fill the checklist of a meeting from the countdown of the dialogue."))
@FILE
@ONE_MEETING
@AS_JSON
def start(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """Fill the checklist of a meeting."""
    from alternat.actions.countdown import start_checklist
    from alternat.actions.meetings import meeting_id

    with face.writing(file) as workspace:
        key = meeting_id(workspace.tables, meeting)
        changes = start_checklist(workspace, key)
        _tell(face, workspace, key, changes, changes.inserted("task"), as_json=as_json)
    return Exit.DONE


@command("tick", message("Mark tasks as done."))
@FILE
@_NUMBERS
@ONE_MEETING
@option(
    "--on", "done_on", metavar="DATE", type=Day(), explains=message("The day they were done; today else.")
)
@option("--by", "done_by", metavar="NAME", default="", explains=message("Who did them."))
@AS_JSON
def tick(
    face: Face,
    file: str,
    numbers: tuple[int, ...],
    meeting: str,
    done_on: date | None,
    done_by: str,
    *,
    as_json: bool,
) -> Exit:
    """Mark tasks as done; their due dates stay as they are."""
    from alternat.actions import countdown

    with face.writing(file) as workspace:
        key, ids = _found(workspace, meeting, numbers)
        changes = countdown.tick(workspace, ids, done_on or this_day(), done_by or face.actor)
        _tell(face, workspace, key, changes, ids, as_json=as_json)
    return Exit.DONE


@command("untick", message("Mark tasks as not done."))
@FILE
@_NUMBERS
@ONE_MEETING
@AS_JSON
def untick(face: Face, file: str, numbers: tuple[int, ...], meeting: str, *, as_json: bool) -> Exit:
    """Mark tasks as not done."""
    from alternat.actions import countdown

    with face.writing(file) as workspace:
        key, ids = _found(workspace, meeting, numbers)
        _tell(face, workspace, key, countdown.untick(workspace, ids), ids, as_json=as_json)
    return Exit.DONE


def _found(workspace: "Workspace", meeting: str, numbers: Collection[int]) -> tuple[int, list[int]]:
    """Return the id of a meeting, and those of its tasks with these numbers."""
    from alternat.actions.meetings import meeting_id
    from alternat.planning.rows import found

    key = meeting_id(workspace.tables, meeting)
    return key, [found(workspace.tables, TASK, str(each), key) for each in numbers]


def _tell(
    face: Face,
    workspace: "Workspace",
    meeting: int,
    changes: "Changes",
    ids: Collection[int],
    *,
    as_json: bool,
) -> None:
    if as_json:
        face.tell_json(told(TASK, workspace.tables, meeting, ids, beside()))
    else:
        face.tell_done(changes)


_SAYS = Says(
    row=_WHICH,
    add=message("Add a task to the checklist of a meeting."),
    set=message("Change tasks of a checklist: their text, due day, side, person or note."),
    remove=message("Remove tasks from a checklist."),
)

COMMANDS = (
    Group(
        "task",
        (start, *noun_commands(TASK, _verbs, _SAYS, beside=beside(), several=True), tick, untick),
        message("Add, change, tick off or remove tasks of a checklist."),
    ),
)
