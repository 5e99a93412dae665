"""The command that imports a list of people, or with --dry-run only tells what importing it would do."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from alternat.cli.face import Exit, Face
from alternat.cli.import_telling import tell_plan
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.syntax import argument, command, option
from alternat.cli.values import Choice
from alternat.errors import AlternatError
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    from alternat.exchange.people_import import Planning
    from alternat.planning.imports import ImportPlan


class NoColumnOfNames(AlternatError):
    """No column of a list has names as far as can be told; on the command line an option tells it."""

    template = mark(
        "Nothing in {file} was recognised as a list of people: no column has names. Headings such as "
        "{headings} would be; --map COLUMN=FIELD says what a column is."
    )


@command("import", message("Import people from a CSV or XLSX file, or another workbook."))
@FILE
@argument("source", metavar="SOURCE", explains=message("The list to import: a CSV, XLSX, XLS or ODS file."))
@ONE_MEETING
@option(
    "--side",
    metavar="S",
    explains=message("The side whose list it is, such as CN; unless given, each row tells its side."),
)
@option(
    "--side-of-others",
    metavar="S",
    explains=message("The side of rows that do not tell theirs; unless given, these are left out or told."),
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
        "What to do with rows that may be people who are there already, or of another row: merge, add, "
        "skip, or ask, which leaves them out and lists them."
    ),
)
@option(
    "--entities",
    metavar="DO",
    multiple=True,
    explains=message(
        "What to do with entities that the dialogue lacks: make adds them, NAME=ENTITY takes one for "
        "another, leave, as unless given, imports their people without; may be given several times."
    ),
)
@option("--new-entities", is_flag=True, explains=message("The same as --entities make."))
@option(
    "--vacancies",
    metavar="DO",
    type=Choice(("leave", "keep")),
    default="leave",
    explains=message(
        "What to do with places that are still to be filled: keep, as vacant seats, or leave them out."
    ),
)
@option(
    "--hidden",
    metavar="DO",
    type=Choice(("leave", "take")),
    default="leave",
    explains=message("What to do with hidden and struck-through rows: take them, or leave them out."),
)
@option("--swap-names", is_flag=True, explains=message("Exchange the columns of family and given names."))
@option("--rows", "all_rows", is_flag=True, explains=message("Show every row of a long list."))
@option("--dry-run", is_flag=True, explains=message("Tell what would happen and write nothing."))
@AS_JSON
def import_(
    face: Face,
    file: str,
    source: str,
    meeting: str,
    side: str | None,
    side_of_others: str | None,
    overrides: Sequence[str],
    encoding: str | None,
    sheet: str | None,
    duplicates: str,
    entities: Sequence[str],
    *,
    new_entities: bool,
    vacancies: str,
    hidden: str,
    swap_names: bool,
    all_rows: bool,
    dry_run: bool,
    as_json: bool,
) -> Exit:
    """Import a list of people in one step, which one undo takes back."""
    from dataclasses import replace

    from alternat.actions.imports import import_people
    from alternat.actions.meetings import meeting_id
    from alternat.exchange import people_import as people

    with face.reading(file) if dry_run else face.writing(file) as workspace:
        tables = workspace.tables
        number = meeting_id(tables, meeting)
        choices = people.entity_choices((*entities, *(("make",) if new_entities else ())))
        table = people.read_source(Path(source), encoding=encoding, sheet=sheet)
        table = replace(table, takes_hidden=hidden == "take")
        mapping = people.recognise(table, tables, overrides, choices)
        mapping = mapping.exchanged() if swap_names else mapping
        keeps = vacancies == "keep"
        with _told_on_the_line():
            planning = people.planning_of(
                tables,
                number,
                side,
                table,
                mapping,
                choices,
                keeps_vacancies=keeps,
                side_of_others=side_of_others,
            )
        planned = _decided(planning, duplicates)
        hides = people.leaves_hidden_out(table, mapping)
        tell_plan(face, tables, mapping, planned, hides=hides, as_json=as_json, all_rows=all_rows)
        if dry_run:
            done = message("Nothing was written, as --dry-run asks.")
        elif planned.writes:
            done = message("Done: {step}.", step=import_people(workspace, planned).label)
        else:
            done = message("Nothing had to be changed.")
        (face.warn if as_json else face.tell)(done)
    return Exit.BLOCKED if _has_left_out(planned) else Exit.DONE


@contextmanager
def _told_on_the_line() -> Iterator[None]:
    """Say by which option a column is told, where nothing was recognised."""
    from alternat.exchange.people_import import NothingRecognised

    try:
        yield
    except NothingRecognised as error:
        raise NoColumnOfNames(**error.arguments) from error


def _decided(planning: "Planning", duplicates: str) -> "ImportPlan":
    """Return the plan with the same decision about every row that waits for one."""
    from alternat.planning import imports

    planned = planning.plan()
    if duplicates == "ask":
        return planned
    decisions: dict[int, imports.Decision] = {}
    # What is decided about one row can leave another without the person that it was taken for.
    while new := {
        row: each
        for row, each in imports.decide_all(planned, imports.Choice(duplicates)).items()
        if row not in decisions
    }:
        decisions |= new
        planned = planning.plan(decisions)
    return planned


def _has_left_out(planned: "ImportPlan") -> bool:
    """Return whether rows are left out because of what is wrong or not clear about them."""
    from alternat.planning.imports import LeftOutKind

    names_two = any(each.kind is LeftOutKind.SEVERAL for each in planned.left_out)
    return bool(planned.undecided) or names_two or any(row.draft.is_blocked for row in planned.rows)


COMMANDS = (import_,)
