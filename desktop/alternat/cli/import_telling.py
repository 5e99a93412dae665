"""What the command line says of an import: the columns, the people, and each kind of problem once."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from alternat.cli import findings
from alternat.cli.face import Face
from alternat.language.messages import Message, counted, message, series
from alternat.nouns.noun import Reach
from alternat.nouns.people import CONTACT

if TYPE_CHECKING:
    from alternat.exchange.people.mapping import ColumnMapping
    from alternat.models.tables import Tables
    from alternat.planning.import_problems import ProblemKind
    from alternat.planning.imports import ImportPlan, PlannedRow

_FEW = 40
"""Rows of a list that are shown one by one; of a longer one only those that need a look."""
_EXAMPLES = 12


def tell_plan(
    face: Face,
    tables: "Tables",
    mapping: "ColumnMapping",
    planned: "ImportPlan",
    *,
    hides: bool,
    as_json: bool,
    all_rows: bool,
) -> None:
    """Tell what an import would do, as JSON or in words; `hides` tells that hidden parts are left out."""
    from alternat.planning.import_problems import left_out_line, left_out_rows, problem_kinds

    most = len(planned.rows) + len(planned.left_out) if all_rows else _EXAMPLES
    entities = {row.id: face.read(row.name) for row in tables.Entity.select()}
    if as_json:
        face.tell_json(_plan_as_json(face, mapping, planned, entities))
        return
    _tell_columns(face, mapping)
    face.tell()
    _tell_rows(face, planned, entities, all_rows=all_rows)
    face.tell()
    face.tell(planned.summary)
    for row in planned.rows:
        if row.changes:
            face.tell(_changes_line(face, row, entities))
    for note in planned.notes:
        face.warn(note)
    for left in left_out_rows(planned.left_out):
        face.warn(left_out_line(left, most))
    if planned.vacancies:
        face.warn(_vacancies_line(planned))
    for line in _undecided_lines(face, planned.undecided):
        face.warn(line)
    for kind in problem_kinds(planned.problems):
        face.warn(_problem_line(face, kind, most))
    for verb in _verbs(planned, is_swapped=mapping.swap is not None, hides=hides):
        face.warn(verb)


def _verbs(planned: "ImportPlan", *, is_swapped: bool, hides: bool) -> Iterable[Message]:
    """Return how each kind that concerns many rows is settled for all of them."""
    if is_swapped:
        yield message("--swap-names exchanges the two columns.")
    if hides:
        yield message("--hidden take takes what is hidden or struck through.")
    if planned.asks_side:
        yield message(
            "--side-of-others SIDE takes every row that does not tell its side for one of that side."
        )
    if _names_unknown_entities(planned):
        yield message(
            "--entities make adds the entities that the dialogue lacks, --entities NAME=ENTITY takes one "
            "for another, --entities leave imports their people without an entity."
        )


def _plan_as_json(
    face: Face, mapping: "ColumnMapping", planned: "ImportPlan", entities: dict[int, str]
) -> dict[str, Any]:
    return {
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
        "left_out": [
            {"row": each.row, "kind": each.kind.value, "text": each.text} for each in planned.left_out
        ],
        "vacancies": [
            {
                "row": each.row,
                "text": each.text,
                "side": each.side,
                "entity": entities.get(each.entity or 0, ""),
                "role": each.role.value,
                "position": each.position.as_mapping(),
            }
            for each in planned.vacancies
        ],
        "notes": [face.say(note) for note in planned.notes],
    }


def _tell_columns(face: Face, mapping: "ColumnMapping") -> None:
    from alternat.exchange.people.headings import is_of_no_field

    headings = (message("Column"), message("Heading"), message("Taken for"), message("Example"))
    rows = [
        (
            each.letters,
            each.heading,
            face.say(each.field.label),
            "" if _is_private(each.field) or is_of_no_field(each.heading) else next(iter(each.samples), ""),
        )
        for each in mapping.columns
    ]
    face.tell_table(headings, rows)


def _tell_rows(face: Face, planned: "ImportPlan", entities: dict[int, str], *, all_rows: bool) -> None:
    headings = (
        message("Row"),
        message("Name"),
        message("Side"),
        message("Entity"),
        message("Role"),
        message("What happens"),
    )
    rows = planned.rows
    shown = rows if all_rows or len(rows) <= _FEW else rows[:_EXAMPLES]
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
            for row in shown
        ],
    )
    if rest := len(rows) - len(shown):
        face.tell(
            counted(
                "… and {count} more row; --rows shows them all.",
                "… and {count} more rows; --rows shows them all.",
                rest,
            )
        )


def _is_private(name: str) -> bool:
    """Return whether a field of a list is named and never told."""
    field = CONTACT.by_name.get(name.replace("-", "_"))
    return field is not None and field.reach is Reach.PRIVATE


def _changes_line(face: Face, row: "PlannedRow", entities: dict[int, str]) -> Message:
    """Return what an update would change, field by field; what is private is named, not told."""
    said = [
        face.say(change.described.title)
        if _is_private(change.field)
        else f"{face.say(change.described.title)} “{_value(face, change.before, entities)}” → "
        f"“{_value(face, change.after, entities)}”"
        for change in row.changes
    ]
    return message(
        "Row {row}, {name}, changes: {changes}",
        row=str(row.row),
        name=row.draft.shown_name,
        changes="; ".join(said),
    )


def _value(face: Face, value: Any, entities: dict[int, str]) -> str:
    """Return a value of any field as a text; a label in each language that it has."""
    from alternat.language.label import Label, Language

    if isinstance(value, Label):
        return " / ".join(text for each in Language if (text := value.text(each)))
    if value is None or isinstance(value, int):
        return entities.get(value or 0, "")
    if isinstance(value, tuple):
        return face.show(series(map(str, value)))
    return value if type(value) is str else face.show(value)


def _vacancies_line(planned: "ImportPlan") -> Message:
    count = len(planned.vacancies)
    if planned.keeps_vacancies:
        return counted(
            "{count} place still to be filled is kept as a vacant seat.",
            "{count} places still to be filled are kept as vacant seats.",
            count,
        )
    return counted(
        "{count} place is still to be filled. --vacancies keep keeps it as a vacant seat.",
        "{count} places are still to be filled. --vacancies keep keeps them as vacant seats.",
        count,
    )


def _undecided_lines(face: Face, rows: "Sequence[PlannedRow]") -> Iterable[str]:
    """Return a line for each row that may be somebody else's, and how all are settled."""
    for row in rows:
        first = row.candidates[0]
        yield face.say(
            message(
                "Row {row}, {name}: {question} {why}",
                row=str(row.row),
                name=row.draft.shown_name,
                question=row.reason,
                why=first.reason,
            )
        )
    if rows:
        yield face.say(
            counted(
                "{count} row waits for an answer and is left out. --duplicates merge takes it for the person "
                "named, --duplicates add for another one, --duplicates skip leaves it out.",
                "{count} rows wait for an answer and are left out. --duplicates merge takes them for the "
                "people named, --duplicates add for others, --duplicates skip leaves them out.",
                len(rows),
            )
        )


def _problem_line(face: Face, kind: "ProblemKind", most: int) -> str:
    from alternat.planning.import_problems import likewise, where

    place = kind.first.place if len(kind.rows) == 1 else where(kind.rows)
    severity = findings.severity_name(kind.severity)
    problem = kind.first.message
    said = message("{where} ({severity}): {problem}", where=place, severity=severity, problem=problem)
    return face.say(likewise(said, kind, most))


def _names_unknown_entities(planned: "ImportPlan") -> bool:
    return not planned.creates_entities and any(row.draft.new_entity for row in planned.rows)


def _as_json(face: Face, row: "PlannedRow", entities: dict[int, str]) -> dict[str, Any]:
    """Return a row for JSON: what is private in it is named, not told."""
    return {
        "row": row.row,
        "action": row.action.value,
        "reason": face.say(row.reason),
        "name": row.draft.shown_name,
        "side": row.draft.side,
        "side_guessed": row.draft.is_side_guessed,
        "entity": entities.get(row.draft.entity or 0) or face.read(row.draft.new_entity),
        "person": row.person,
        "merged_into": row.merged_into,
        "post_nominals": row.draft.post_nominals,
        "changes": [change.field for change in row.changes],
        "updates": [
            {
                "field": change.field,
                "before": _value(face, change.before, entities),
                "after": _value(face, change.after, entities),
            }
            for change in row.changes
            if not _is_private(change.field)
        ],
        "candidates": [
            {"person": each.person, "name": each.name}
            if each.row is None
            else {"row": each.row, "name": each.name}
            for each in row.candidates
        ],
        "problems": [
            {
                "column": problem.column,
                "severity": problem.severity.value,
                "message": face.say(problem.message),
            }
            for problem in row.problems
        ],
    }
