"""Importing a list of people, step by step: read the file, recognise its columns, plan what would happen.

Nothing is written here. The person looks at each step, may put it right, and confirms; then
`alternat.actions.imports.import_people` writes the plan in one change.
"""

from collections.abc import Iterable
from pathlib import Path

from alternat.actions.meetings import side_id
from alternat.exchange.people.directory import directory
from alternat.exchange.people.mapping import ColumnMapping
from alternat.exchange.people.recognition import likeliest_sheet, recognise_columns
from alternat.exchange.people.rows import read_people
from alternat.exchange.sources.reading import read_file
from alternat.exchange.sources.refusals import UnknownSheet
from alternat.exchange.sources.table import Sheet, Table
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.planning.import_plans import plan_import
from alternat.planning.imports import NO_DECISIONS, Decisions, ImportPlan


def read_source(path: Path | str, *, encoding: str | None = None, sheet: str | None = None) -> Table:
    """Return the list in a CSV or XLSX file; raises a SourceRefused that says why it cannot be read.

    `encoding` is one of `ENCODINGS`; without it a text file's is recognised. `sheet` is the name or
    the number, from 1, of a workbook's sheet; without it the one that looks most like a list is taken.
    """
    source = Path(path)
    reading = read_file(source, encoding=encoding)
    number = likeliest_sheet(reading.sheets) if sheet is None else _sheet_named(sheet, reading.sheets, source)
    return Table(source.name, reading, number)


def recognise(table: Table, tables: Tables, overrides: Iterable[str] = ()) -> ColumnMapping:
    """Return what the columns of a list mean, with the person's own choices such as `Titre=position-fr`.

    Raises UnclearOverride, UnknownImportColumn or UnknownImportField.
    """
    return recognise_columns(table, directory(tables)).with_overrides(overrides)


def plan(
    tables: Tables,
    meeting: int | None,
    side: str | None,
    table: Table,
    mapping: ColumnMapping,
    *,
    decisions: Decisions = NO_DECISIONS,
    creates_entities: bool = False,
) -> ImportPlan:
    """Return what importing a list would do to the people of a dialogue and to a meeting's delegations.

    `side` is the code of the side whose list it is: rows of the other side are then left out. Without it each
    row's own column, section or entity tells. `decisions` settle, by row number, what is not clear.
    """
    known = directory(tables)
    wanted = known.with_id(side_id(tables, side)).code if side else None
    drafts = read_people(table, mapping, known, wanted)
    return plan_import(
        tables,
        meeting,
        table.source,
        drafts,
        decisions=decisions,
        creates_entities=creates_entities,
        notes=_notes(table, mapping),
    )


def _sheet_named(name: str, sheets: tuple[Sheet, ...], source: Path) -> int:
    wanted = name.strip().casefold()
    for at, sheet in enumerate(sheets):
        if sheet.name.casefold() == wanted:
            return at
    if wanted.isdecimal() and 1 <= int(wanted) <= len(sheets):
        return int(wanted) - 1
    choices = ", ".join(sheet.name or "1" for sheet in sheets)
    raise UnknownSheet(file=source.name, sheet=name, choices=choices)


def _notes(table: Table, mapping: ColumnMapping) -> tuple[Message, ...]:
    notes: list[Message] = []
    if not table.reading.is_encoding_certain:
        notes.append(
            message(
                "The file was read as {encoding}, which is not certain. Check the accents and characters.",
                encoding=table.reading.encoding,
            )
        )
    if not mapping.header_rows:
        notes.append(message("No row with headings was found; the columns were told by their contents."))
    if len(table.reading.sheets) > 1:
        notes.append(message("The sheet “{sheet}” was read; the others were not.", sheet=table.sheet.name))
    return tuple(notes)
