"""The command that imports a list of people, or with --dry-run only tells what importing it would do."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alternat.cli import findings
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import argument, command, option
from alternat.cli.values import Choice
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.exchange.people.mapping import ColumnMapping
    from alternat.models.tables import Tables
    from alternat.planning.imports import ImportPlan, PlannedRow, RowProblem


_PRIVATE = frozenset({"email", "phone", "passport-name", "note"})
"""Fields of which no example is shown."""


@command("import", message("Import people from a CSV or XLSX file."))
@FILE
@argument("source", metavar="SOURCE", explains=message("The list to import: a CSV or XLSX file."))
@ONE_MEETING
@option(
    "--side",
    metavar="S",
    explains=message("The side whose list it is, such as CN; unless given, each row tells its side."),
)
@option(
    "--map",
    "overrides",
    metavar="COLUMN=FIELD",
    multiple=True,
    explains=message("What a column is, such as Titre=position-fr; may be given several times."),
)
@option(
    "--encoding",
    metavar="E",
    explains=message("The encoding of a text file, such as gb18030; recognised unless given."),
)
@option(
    "--sheet",
    metavar="N",
    explains=message("The name or number of a workbook’s sheet; the likeliest unless given."),
)
@option(
    "--duplicates",
    metavar="DO",
    type=Choice(("ask", "merge", "add", "skip")),
    default="ask",
    explains=message(
        "What to do with rows that may be people who are there already: merge, add, skip, or ask, "
        "which leaves them out and lists them."
    ),
)
@option("--new-entities", is_flag=True, explains=message("Add entities that the dialogue does not have yet."))
@option("--dry-run", is_flag=True, explains=message("Tell what would happen and write nothing."))
@AS_JSON
def import_(
    face: Face,
    file: str,
    source: str,
    meeting: str,
    side: str | None,
    overrides: Sequence[str],
    encoding: str | None,
    sheet: str | None,
    duplicates: str,
    *,
    new_entities: bool,
    dry_run: bool,
    as_json: bool,
) -> Exit:
    """Import a list of people in one step, which one undo takes back."""
    from alternat.actions.imports import import_people
    from alternat.actions.meetings import meeting_id
    from alternat.exchange.people_import import plan, read_source, recognise

    with face.reading(file) if dry_run else face.writing(file) as workspace:
        tables = workspace.tables
        number = meeting_id(tables, meeting)
        table = read_source(Path(source), encoding=encoding, sheet=sheet)
        mapping = recognise(table, tables, overrides)
        planned = plan(tables, number, side, table, mapping, creates_entities=new_entities)
        if decisions := _decisions(planned, duplicates):
            planned = plan(
                tables, number, side, table, mapping, decisions=decisions, creates_entities=new_entities
            )
        _tell_plan(face, tables, mapping, planned, as_json=as_json)
        if dry_run:
            done = message("Nothing was written, as --dry-run asks.")
        elif planned.writes:
            done = message("Done: {step}.", step=import_people(workspace, planned).label)
        else:
            done = message("Nothing had to be changed.")
        (face.warn if as_json else face.tell)(done)
    return Exit.BLOCKED if _has_left_out(planned) else Exit.DONE


def _decisions(planned: "ImportPlan", duplicates: str) -> Any:
    from alternat.planning import imports

    return {} if duplicates == "ask" else imports.decide_all(planned, imports.Choice(duplicates))


def _has_left_out(planned: "ImportPlan") -> bool:
    """Return whether rows are left out because of what is wrong or not clear about them."""
    return bool(planned.undecided) or any(row.draft.is_blocked for row in planned.rows)


def _tell_plan(
    face: Face, tables: "Tables", mapping: "ColumnMapping", planned: "ImportPlan", *, as_json: bool
) -> None:
    entities = {row.id: face.read(row.name) for row in tables.Entity.select()}
    if as_json:
        face.tell_json(
            {
                "columns": [
                    {"column": each.letters, "heading": each.heading, "field": each.field.value}
                    for each in mapping.columns
                ],
                "counts": {
                    "add": planned.counts.added,
                    "update": planned.counts.updated,
                    "skip": planned.counts.skipped,
                    "undecided": planned.counts.undecided,
                },
                "rows": [_as_json(face, row, entities) for row in planned.rows],
                "notes": [face.say(note) for note in planned.notes],
            }
        )
        return
    _tell_columns(face, mapping)
    face.tell()
    _tell_rows(face, planned.rows, entities)
    face.tell()
    face.tell(planned.summary)
    for note in planned.notes:
        face.warn(note)
    for line in _problem_lines(face, planned.problems):
        face.warn(line)


def _tell_columns(face: Face, mapping: "ColumnMapping") -> None:
    headings = (message("Column"), message("Heading"), message("Taken for"), message("Example"))
    rows = [
        (
            each.letters,
            each.heading,
            face.say(each.field.label),
            "" if each.field in _PRIVATE else next(iter(each.samples), ""),
        )
        for each in mapping.columns
    ]
    face.tell_table(headings, rows)


def _tell_rows(face: Face, rows: "Iterable[PlannedRow]", entities: dict[int, str]) -> None:
    headings = (
        message("Row"),
        message("Name"),
        message("Side"),
        message("Entity"),
        message("Role"),
        message("What happens"),
    )
    face.tell_table(
        headings,
        [
            (
                row.row,
                row.draft.shown_name,
                row.draft.side,
                entities.get(row.draft.entity or 0) or face.read(row.draft.new_entity),
                face.show(row.draft.role),
                face.say(row.reason),
            )
            for row in rows
        ],
    )


def _problem_lines(face: Face, problems: "Iterable[RowProblem]") -> Iterable[str]:
    for problem in problems:
        where = message("Row {row}", row=str(problem.row))
        if problem.column:
            where = message("Row {row}, column “{column}”", row=str(problem.row), column=problem.column)
        severity = findings.severity_name(problem.severity)
        yield face.say(
            message(
                "{where} ({severity}): {problem}", where=where, severity=severity, problem=problem.message
            )
        )


def _as_json(face: Face, row: "PlannedRow", entities: dict[int, str]) -> dict[str, Any]:
    """Return a row for JSON: what is private in it is named, not told."""
    return {
        "row": row.row,
        "action": row.action.value,
        "reason": face.say(row.reason),
        "name": row.draft.shown_name,
        "side": row.draft.side,
        "entity": entities.get(row.draft.entity or 0) or face.read(row.draft.new_entity),
        "person": row.person,
        "changes": [change.field for change in row.changes],
        "candidates": [{"person": each.person, "name": each.name} for each in row.candidates],
        "problems": [
            {
                "column": problem.column,
                "severity": problem.severity.value,
                "message": face.say(problem.message),
            }
            for problem in row.problems
        ],
    }


COMMANDS = (import_,)
