"""Commands about the countdown of the dialogue: the lines that the checklist of a new meeting starts with."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Exit, Face
from alternat.cli.given import given
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice, WholeNumber
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    from alternat.models.countdown import TaskTemplate
    from alternat.models.tables import Tables

_DAYS = WholeNumber(-1000, 1000)
_OWNER = Choice(("host", "guest", "both"))
_NUMBERS = argument(
    "numbers",
    metavar="NUMBER",
    type=WholeNumber(1, 10_000),
    nargs=-1,
    required=True,
    explains=message("The numbers of the lines; “countdown list” shows them."),
)
_WHO = message("Who sees to it: the host, the guest or both.")


class UnknownLine(AlternatError):
    """The countdown has no line with that number."""

    template = mark("The countdown has no line {number}. “countdown list” shows the numbers.")


class SeveralLines(AlternatError):
    """One text cannot stand for several lines."""

    template = mark("A text belongs to one line. Give --text with a single number.")


@command("list", message("List the countdown that the checklist of a new meeting starts with."))
@FILE
@AS_JSON
def list_(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the lines of the countdown."""
    with face.reading(file) as workspace:
        lines = _lines(workspace.tables)
    if as_json:
        face.tell_json([_as_json(line) for line in lines])
        return Exit.DONE
    headings = (message("Number"), message("Days before"), message("Task"), message("Owner"))
    owners = {"host": message("host"), "guest": message("guest"), "both": message("both sides")}
    rows = [
        (line.number, line.days_before, face.read(line.text), face.say(owners[line.owner])) for line in lines
    ]
    face.tell_table(headings, rows)
    return Exit.DONE


@command("add", message("Add a line to the countdown; checklists already started do not change."))
@FILE
@option(
    "--text", metavar="TEXT", required=True, explains=message("The task, in the language of the messages.")
)
@option(
    "--days-before",
    metavar="N",
    type=_DAYS,
    required=True,
    explains=message("How many days before the first day it is due; negative after the last day."),
)
@option("--owner", metavar="WHO", type=_OWNER, default="both", explains=_WHO)
@AS_JSON
def add(face: Face, file: str, text: str, days_before: int, owner: str, *, as_json: bool) -> Exit:
    """Add a line to the countdown."""
    from alternat.actions.countdown import add_template_task
    from alternat.nouns.countdown import TaskOwner

    with face.writing(file) as workspace:
        label = Label().with_text(face.language, text)
        changes = add_template_task(workspace, text=label, days_before=days_before, owner=TaskOwner(owner))
        if as_json:
            face.tell_json(_told(workspace.tables, changes.inserted("task_template")))
        else:
            face.tell_done(changes)
    return Exit.DONE


@command("set", message("Change lines of the countdown; checklists already started do not change."))
@FILE
@_NUMBERS
@option("--text", metavar="TEXT", explains=message("The text of one line, in the language of the messages."))
@option(
    "--days-before",
    metavar="N",
    type=_DAYS,
    explains=message("How many days before the first day it is due; negative after the last day."),
)
@option("--owner", metavar="WHO", type=_OWNER, explains=_WHO)
@AS_JSON
def change(
    face: Face,
    file: str,
    numbers: tuple[int, ...],
    text: str | None,
    days_before: int | None,
    owner: str | None,
    *,
    as_json: bool,
) -> Exit:
    """Give the same values to one or several lines, in one step."""
    from alternat.actions.countdown import change_template_tasks
    from alternat.nouns.countdown import TaskOwner

    with face.writing(file) as workspace:
        tables = workspace.tables
        ids = _ids(tables, numbers)
        fields = {
            "text": None if text is None else _text(face, tables, ids, text),
            "days_before": days_before,
            "owner": None if owner is None else TaskOwner(owner),
        }
        changes = change_template_tasks(workspace, ids, given(fields, ("--text", "--days-before", "--owner")))
        if as_json:
            face.tell_json(_told(tables, ids))
        else:
            face.tell_done(changes)
    return Exit.DONE


@command("remove", message("Remove lines from the countdown; checklists already started do not change."))
@FILE
@_NUMBERS
@AS_JSON
def remove(face: Face, file: str, numbers: tuple[int, ...], *, as_json: bool) -> Exit:
    """Remove lines from the countdown; JSON tells what was removed."""
    from alternat.actions.countdown import remove_template_tasks

    with face.writing(file) as workspace:
        ids = _ids(workspace.tables, numbers)
        before = _told(workspace.tables, ids)
        changes = remove_template_tasks(workspace, ids)
        if as_json:
            face.tell_json(before)
        else:
            face.tell_done(changes)
    return Exit.DONE


def _lines(tables: "Tables") -> "list[TaskTemplate]":
    template = tables.TaskTemplate
    return list(template.select().order_by(template.number, template.id))


def _ids(tables: "Tables", numbers: Iterable[int]) -> list[int]:
    known = {line.number: int(line.id) for line in _lines(tables)}
    for number in numbers:
        if number not in known:
            raise UnknownLine(number=str(number))
    return [known[number] for number in dict.fromkeys(numbers)]


def _text(face: Face, tables: "Tables", ids: list[int], text: str) -> Label:
    if len(ids) > 1:
        raise SeveralLines
    label: Label = tables.TaskTemplate.get_by_id(ids[0]).text
    return label.with_text(face.language, text)


def _told(tables: "Tables", ids: Iterable[int]) -> list[dict[str, Any]]:
    wanted = set(ids)
    return [_as_json(line) for line in _lines(tables) if line.id in wanted]


def _as_json(line: "TaskTemplate") -> dict[str, Any]:
    return {
        "number": line.number,
        "text": line.text.as_mapping(),
        "days_before": line.days_before,
        "owner": line.owner.value,
    }


COMMANDS = (
    Group(
        "countdown",
        (list_, add, change, remove),
        message("Keep the countdown that the checklist of a new meeting starts with."),
    ),
)
