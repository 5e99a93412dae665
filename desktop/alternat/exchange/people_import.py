"""Importing a list of people, step by step: read the file, recognise its columns, plan what would happen.

Nothing is written here. The person looks at each step, may put it right, and confirms; then
`alternat.actions.imports.import_people` writes the plan in one change.
"""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from alternat.actions.meetings import side_id
from alternat.collecting import without_collecting
from alternat.errors import AlternatError
from alternat.exchange.people.directory import (
    NOTHING_STANDS_FOR,
    Directory,
    UnclearEntityChoice,
    directory,
)
from alternat.exchange.people.fields import Field
from alternat.exchange.people.headings import is_row_number
from alternat.exchange.people.lines import struck_names
from alternat.exchange.people.mapping import ColumnMapping
from alternat.exchange.people.recognition import likeliest_sheet, recognise_columns
from alternat.exchange.people.rows import read_list
from alternat.exchange.people.strays import NAME_FIELDS
from alternat.exchange.sources.reading import read_file
from alternat.exchange.sources.refusals import UnknownSheet
from alternat.exchange.sources.remarks import reading_notes
from alternat.exchange.sources.table import Sheet, Table
from alternat.language.messages import Message, counted, mark, message
from alternat.language.ranges import row_ranges
from alternat.models.tables import Tables
from alternat.planning.duplicates import Acquaintances, KnownPerson, known_people
from alternat.planning.import_plans import compare, people_now
from alternat.planning.imports import NO_DECISIONS, Decisions, ImportPlan, VacantSeat


def read_source(path: Path | str, *, encoding: str | None = None, sheet: str | None = None) -> Table:
    """Return the list in a CSV or XLSX file; raises a SourceRefused that says why it cannot be read.

    `encoding` is one of `ENCODINGS`; without it a text file's is recognised. `sheet` is the name or
    the number, from 1, of a workbook's sheet; without it the one that looks most like a list is taken.
    """
    source = Path(path)
    reading = read_file(source, encoding=encoding)
    number = likeliest_sheet(reading.sheets) if sheet is None else _sheet_named(sheet, reading.sheets, source)
    return Table(source.name, reading, number)


@dataclass(frozen=True, slots=True)
class EntityChoices:
    """What a person decides about names that are no entities of the dialogue, for all rows at once."""

    makes: bool = False
    """Whether entities are made of those that nothing else is said of; otherwise people come without."""
    standing_for: Mapping[str, str] = field(default_factory=lambda: NOTHING_STANDS_FOR)
    """Names of the list, each with the entity of the dialogue that it stands for."""


def entity_choices(words: Iterable[str]) -> EntityChoices:
    """Return the choices of a command line: `make`, `leave`, or `NAME=ENTITY` several times.

    Raises UnclearEntityChoice.
    """
    makes, standing_for = False, {}
    for word in words:
        name, equals, entity = word.rpartition("=")
        if equals and name.strip() and entity.strip():
            standing_for[name.strip()] = entity.strip()
        elif word.strip().casefold() in {"make", "leave"}:
            makes = word.strip().casefold() == "make"
        else:
            raise UnclearEntityChoice(text=word)
    return EntityChoices(makes, standing_for)


KEEP_NAMES = EntityChoices()


def recognise(
    table: Table, tables: Tables, overrides: Iterable[str] = (), entities: EntityChoices = KEEP_NAMES
) -> ColumnMapping:
    """Return what the columns of a list mean, with the person's own choices such as `Titre=position-fr`.

    Raises UnclearOverride, UnknownImportColumn or UnknownImportField.
    """
    known = directory(tables, entities.standing_for)
    return recognise_columns(table, known).with_overrides(overrides)


def plan(
    tables: Tables,
    meeting: int | None,
    side: str | None,
    table: Table,
    mapping: ColumnMapping,
    *,
    decisions: Decisions = NO_DECISIONS,
    creates_entities: bool = False,
    entities: EntityChoices = KEEP_NAMES,
    keeps_vacancies: bool = False,
    side_of_others: str | None = None,
) -> ImportPlan:
    """Return what importing a list would do to the people of a dialogue and to a meeting's delegations.

    `side` is the code of the side whose list it is: rows of the other side are then left out. Without it each
    row's own column, section or entity tells, and `side_of_others` is that of rows of which nothing tells.
    `decisions` settle, by row number, what is not clear.
    Raises NothingRecognised if no column has names, and NobodyListed if no row is about a person.
    """
    choices = replace(entities, makes=entities.makes or creates_entities)
    return planning_of(
        tables,
        meeting,
        side,
        table,
        mapping,
        choices,
        keeps_vacancies=keeps_vacancies,
        side_of_others=side_of_others,
    ).plan(decisions)


@dataclass(frozen=True, slots=True)
class Planning:
    """All that a plan needs, read from the database already: it can be made in any thread."""

    table: Table
    mapping: ColumnMapping
    known: Directory
    side: str | None
    people: tuple[KnownPerson, ...]
    frame: ImportPlan
    side_of_others: str | None = None

    def plan(self, decisions: Decisions = NO_DECISIONS) -> ImportPlan:
        """Return the plan; see the function of this name."""
        with without_collecting():
            return self._planned(decisions)

    def _planned(self, decisions: Decisions) -> ImportPlan:
        listed = read_list(self.table, self.mapping, self.known, self.side, self.side_of_others)
        if not (listed.drafts or listed.vacancies):
            raise NobodyListed(file=self.table.source)
        others = [seat for seat in listed.vacancies if self.side and seat.side not in {"", self.side}]
        own = tuple(seat for seat in listed.vacancies if seat not in others)
        notes = (*self.frame.notes, *_sideless_notes(own), *_foreign_notes(others))
        frame = replace(self.frame, left_out=listed.left_out, vacancies=own, notes=notes)
        return compare(Acquaintances(self.people), listed.drafts, frame, decisions)


def planning_of(
    tables: Tables,
    meeting: int | None,
    side: str | None,
    table: Table,
    mapping: ColumnMapping,
    entities: EntityChoices = KEEP_NAMES,
    *,
    keeps_vacancies: bool = False,
    side_of_others: str | None = None,
) -> Planning:
    """Return what a plan of an import needs, read in the thread of the database."""
    steps = planning_steps(
        tables,
        meeting,
        side,
        table,
        mapping,
        entities,
        keeps_vacancies=keeps_vacancies,
        side_of_others=side_of_others,
    )
    while True:
        try:
            next(steps)
        except StopIteration as end:
            planning: Planning = end.value
            return planning


def planning_steps(
    tables: Tables,
    meeting: int | None,
    side: str | None,
    table: Table,
    mapping: ColumnMapping,
    entities: EntityChoices = KEEP_NAMES,
    *,
    keeps_vacancies: bool = False,
    side_of_others: str | None = None,
) -> Generator[None, None, Planning]:
    """Read what a plan needs in short steps, between which a window can breathe; the last returns it."""
    if not mapping.of(*NAME_FIELDS):
        raise NothingRecognised(file=table.source, headings=usual_headings())
    known = directory(tables, entities.standing_for)
    wanted, others = (
        known.with_id(side_id(tables, each)).code if each else None for each in (side, side_of_others)
    )
    yield
    people_seen = people_now(tables)
    people: list[KnownPerson] = []
    for page in known_people(tables, meeting):
        people += page
        yield
    frame = ImportPlan(
        source=table.source,
        meeting=meeting,
        rows=(),
        creates_entities=entities.makes,
        people_seen=people_seen,
        notes=_notes(table, mapping),
        keeps_vacancies=keeps_vacancies and meeting is not None,
    )
    return Planning(table, mapping, known, wanted, tuple(people), frame, others)


class NothingRecognised(AlternatError):
    """No column of a list has names as far as can be told."""

    template = mark(
        "Nothing in {file} was recognised as a list of people: no column has names. Headings such as "
        "{headings} would be."
    )


class NobodyListed(AlternatError):
    """A list has columns for people and no row about any."""

    template = mark("No row of {file} is about a person, so there is nobody to import.")


def usual_headings() -> str:
    """Return headings that a list can have, as an example in each language."""
    return "Name, Family name, Given name, Position, Organization; Nom, Prénom, Fonction; 姓名, 职务, 单位"


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
    notes += reading_notes(table.reading)
    notes += _hidden_notes(table, mapping)
    notes += _left_out_notes(table, mapping)
    notes += _swap_notes(mapping)
    if len(table.reading.sheets) > 1:
        notes.append(message("The sheet “{sheet}” was read; the others were not.", sheet=table.sheet.name))
    notes += _hidden_sheet_notes(table)
    return tuple(notes)


def leaves_hidden_out(table: Table, mapping: ColumnMapping) -> bool:
    """Return whether hidden or struck-through rows or columns of a list are left out."""
    return bool(_hidden_notes(table, mapping))


def _sideless_notes(vacancies: tuple[VacantSeat, ...]) -> list[Message]:
    """Tell of places still to be filled that cannot be kept, since nobody knows on which side they are."""
    rows = [seat.row for seat in vacancies if not seat.side]
    if not rows:
        return []
    return [
        counted(
            "Nothing tells the side of {count} place still to be filled: {rows}. It is not kept.",
            "Nothing tells the sides of {count} places still to be filled: {rows}. They are not kept.",
            len(rows),
            rows=row_ranges(rows),
        )
    ]


def _foreign_notes(vacancies: Iterable[VacantSeat]) -> list[Message]:
    """Tell of places still to be filled that belong to the other side than the one whose list it is."""
    rows = [seat.row for seat in vacancies]
    if not rows:
        return []
    return [
        counted(
            "{count} place still to be filled belongs to the other side: {rows}. It is not kept.",
            "{count} places still to be filled belong to the other side: {rows}. They are not kept.",
            len(rows),
            rows=row_ranges(rows),
        )
    ]


def _swap_notes(mapping: ColumnMapping) -> list[Message]:
    swap = mapping.swap
    if swap is None:
        return []
    if swap.positions is not None:
        return [
            counted(
                "The columns “{first}” and “{second}” seem to be exchanged: in {count} row a title or an "
                "entity stands in the place of the name.",
                "The columns “{first}” and “{second}” seem to be exchanged: in {count} rows a title or an "
                "entity stands in the place of the name.",
                swap.rows,
                first=swap.given,
                second=swap.family,
            )
        ]
    return [
        counted(
            "The columns “{first}” and “{second}” seem to be exchanged: in {count} row a family name "
            "stands among the given names.",
            "The columns “{first}” and “{second}” seem to be exchanged: in {count} rows a family name "
            "stands among the given names.",
            swap.rows,
            first=swap.given,
            second=swap.family,
        )
    ]


def _hidden_sheet_notes(table: Table) -> list[Message]:
    hidden = [sheet.name for sheet in table.reading.sheets if sheet.is_hidden]
    if not hidden:
        return []
    return [
        counted(
            "{count} sheet of the workbook is hidden: {sheets}.",
            "{count} sheets of the workbook are hidden: {sheets}.",
            len(hidden),
            sheets=", ".join(hidden),
        )
    ]


def _left_out_notes(table: Table, mapping: ColumnMapping) -> list[Message]:
    """Tell of columns with something in them that no field takes."""
    hidden = frozenset() if table.takes_hidden else frozenset(table.sheet.hidden_columns)
    columns = [
        column
        for column in mapping.columns
        if column.field is Field.IGNORE and column.samples and column.confidence < 1
        if column.position not in hidden and (column.heading or not column.is_number)
        if not is_row_number(column.heading)
    ]
    named = [column.name for column in columns if column.heading]
    unnamed = [column.letters for column in columns if not column.heading]
    told = []
    if named:
        told.append(
            counted(
                "{count} column is left out, since no field takes it: {columns}.",
                "{count} columns are left out, since no field takes them: {columns}.",
                len(named),
                columns=", ".join(named),
            )
        )
    if unnamed:
        told.append(
            counted(
                "{count} column without a heading is left out: {columns}.",
                "{count} columns without a heading are left out: {columns}.",
                len(unnamed),
                columns=", ".join(unnamed),
            )
        )
    return told


def _hidden_notes(table: Table, mapping: ColumnMapping) -> list[Message]:
    sheet, told = table.sheet, []
    unseen = {*sheet.hidden_rows, *sheet.struck_rows, *struck_names(sheet, mapping)}
    rows = [at for at in unseen if at >= mapping.first_row]
    if rows and not table.takes_hidden:
        told.append(
            counted(
                "{count} row is hidden or struck through and left out: {rows}.",
                "{count} rows are hidden or struck through and left out: {rows}.",
                len(rows),
                rows=row_ranges(sheet.numbers[at] for at in rows),
            )
        )
    columns = [mapping.columns[at].name for at in sheet.hidden_columns if at < len(mapping.columns)]
    if columns and not table.takes_hidden:
        told.append(
            counted(
                "{count} column is hidden and left out: {columns}.",
                "{count} columns are hidden and left out: {columns}.",
                len(columns),
                columns=", ".join(columns),
            )
        )
    return told
