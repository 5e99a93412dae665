"""The command that reads a workbook of the follow-up back, or only tells what that would do."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alternat.cli import findings
from alternat.cli.face import Exit, Face
from alternat.cli.outcome_parts import YES
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command, option
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message

if TYPE_CHECKING:
    from alternat.planning.follow_up_plans import CellChange, FollowUpPlan, PlannedRecord, SheetProblem

_WORDS: Mapping[str, Message] = {
    "add": message("Added"),
    "update": message("Changed"),
    "skip": message("As it is"),
    "leave": message("Left out"),
}


class UnclearName(AlternatError):
    """Who is meant by a name cannot be read."""

    template = mark(
        "“{text}” does not say who is meant by a name. Write NAME=NUMBER; “people” shows the numbers."
    )


@command("import", message("Read a workbook of the follow-up back."))
@FILE
@argument(
    "source",
    metavar="WORKBOOK",
    explains=message("A workbook that “export FILE follow-up-xlsx” has written."),
)
@option(
    "--people",
    metavar="NAME=NUMBER",
    multiple=True,
    explains=message(
        "Who is meant by a name that nobody has, or several; may be given several times. Without it such "
        "names are left out and listed."
    ),
)
@option("--rows", "all_rows", is_flag=True, explains=message("Show the rows that stay as they are too."))
@option("--dry-run", is_flag=True, explains=message("Tell what would happen and write nothing."))
@YES
@AS_JSON
def import_workbook(
    face: Face,
    file: str,
    source: str,
    people: Sequence[str],
    *,
    all_rows: bool,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> Exit:
    """Read a workbook back in one step; one wrong cell keeps all of it out.

    A dry run writes it as well, and takes it back.
    """
    from alternat.actions.follow_up_imports import rehearsed
    from alternat.clock import this_day
    from alternat.exchange.follow_up_import import plan_follow_up, read_follow_up_file

    chosen = _chosen(people)
    reading = read_follow_up_file(source)
    with face.writing(file) as workspace:
        plan = plan_follow_up(workspace.tables, reading, Path(source).name, chosen, today=this_day())
        plan = rehearsed(workspace, plan)
        if as_json:
            face.tell_json(_plan_as_json(face, plan))
        else:
            _tell(face, plan, all_rows=all_rows)
        return _finish(face, workspace, plan, dry_run=dry_run, yes=yes, as_json=as_json)


def _finish(
    face: Face, workspace: Any, plan: "FollowUpPlan", *, dry_run: bool, yes: bool, as_json: bool
) -> Exit:
    from alternat.actions.follow_up_imports import (
        FollowUpBlocked,
        RowNotWritten,
        import_follow_up,
        refuse_blocked,
    )

    try:
        refuse_blocked(plan)
        if plan.lacks and not (dry_run or yes):
            (face.warn if as_json else face.tell)(
                message("Nothing was written. To do it all the same, say it again with --yes.")
            )
            return Exit.BLOCKED
        if dry_run:
            done = message("Nothing was written, as --dry-run asks.")
        elif plan.writes:
            done = message("Done: {step}.", step=import_follow_up(workspace, plan).label)
        else:
            done = message("Nothing had to be changed.")
    except (FollowUpBlocked, RowNotWritten) as error:
        face.refuse(error)
        return Exit.BLOCKED
    (face.warn if as_json else face.tell)(done)
    return Exit.BLOCKED if plan.questions else Exit.DONE


def _chosen(people: Sequence[str]) -> Mapping[str, int]:
    found = {}
    for text in people:
        name, equals, number = text.rpartition("=")
        if not equals or not name.strip() or not number.strip().isdecimal():
            raise UnclearName(text=text)
        found[name.strip()] = int(number)
    return found


def _tell(face: Face, plan: "FollowUpPlan", *, all_rows: bool) -> None:
    from alternat.planning.follow_up_plans import RowAction, by_kind

    told = [row for row in plan.rows if all_rows or row.action is not RowAction.SKIP]
    if told:
        headings = (message("Sheet"), message("Row"), message("Entry"), message("What happens"))
        face.tell_table(
            headings, [(row.sheet.title, row.row, row.name, _WORDS[row.action.value]) for row in told]
        )
    for row in told:
        if row.changes:
            face.tell(_heading(row))
            for change in row.changes:
                face.tell(f"  {face.say(change.sentence)}")
    face.tell(plan.summary)
    for each in plan.gone:
        face.tell(each.sentence)
    for note in (*plan.notes, *plan.lacks):
        face.warn(note)
    for kind in by_kind(plan.problems):
        face.warn(
            message(
                "{where} ({severity}): {problem}",
                where=kind.place,
                severity=findings.severity_name(kind.severity),
                problem=" ".join(face.say(each) for each in kind.wordings),
            )
        )
    _tell_questions(face, plan)


def _heading(row: "PlannedRecord") -> Message:
    return message("{sheet}, row {row}, “{name}”:", sheet=row.sheet.title, row=str(row.row), name=row.name)


def _tell_questions(face: Face, plan: "FollowUpPlan") -> None:
    for sentence in dict.fromkeys(each.sentence for each in plan.questions):
        face.warn(sentence)
    if plan.questions:
        face.warn(message("Say with --people NAME=NUMBER who is meant."))


def _plan_as_json(face: Face, plan: "FollowUpPlan") -> dict[str, Any]:
    return {
        "source": plan.source,
        "rows": [_row_as_json(face, row) for row in plan.rows],
        "problems": [_problem(face, each) for each in plan.problems],
        "questions": [
            {
                "sheet": face.say(each.sheet),
                "row": each.row,
                "field": face.say(each.field),
                "name": each.name,
                "people": [person.id for person in each.among],
            }
            for each in plan.questions
        ],
        "gone": [
            {"sheet": each.sheet.id, "names": [_plain(face, name) for name in each.names]}
            for each in plan.gone
        ],
        "notes": [face.say(note) for note in plan.notes],
        "lacks": [face.say(each) for each in plan.lacks],
        "writes": plan.writes and not plan.is_blocked,
    }


def _row_as_json(face: Face, row: "PlannedRecord") -> dict[str, Any]:
    return {
        "sheet": row.sheet.id,
        "row": row.row,
        "action": row.action.value,
        "id": row.key,
        "name": _plain(face, row.name),
        "changes": [_change(face, each) for each in row.changes],
    }


def _change(face: Face, change: "CellChange") -> dict[str, Any]:
    return {
        "field": change.column,
        "before": _plain(face, change.before),
        "after": _plain(face, change.after),
    }


def _problem(face: Face, problem: "SheetProblem") -> dict[str, Any]:
    return {
        "sheet": face.say(problem.sheet),
        "row": problem.row,
        "field": face.say(problem.field) if problem.field is not None else "",
        "severity": problem.severity.value,
        "message": face.say(problem.message),
    }


def _plain(face: Face, value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Label):
        return face.read(value)
    return value if isinstance(value, (int, str)) else face.show(value)


COMMANDS = (
    Group(
        "follow-up",
        (import_workbook,),
        message("Read a workbook of the follow-up back, which “export” has written."),
    ),
)
