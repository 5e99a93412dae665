"""Where the follow-up stands in a workbook: which sheet is which, and which column holds what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from alternat.errors import AlternatError
from alternat.exchange.follow_up.cells import heading
from alternat.exchange.follow_up.prints import Prints, prints_in
from alternat.exchange.sources.table import Reading
from alternat.exchange.sources.table import Sheet as SourceSheet
from alternat.language.catalogs import catalog
from alternat.language.folding import fold
from alternat.language.label import Language
from alternat.language.messages import Message, counted, mark, message, series
from alternat.planning.disclosure import Audience
from alternat.planning.follow_up_sheets import Column, Sheet
from alternat.planning.problem_groups import ranges

_CODE = re.compile(r"(desk|both|public):([a-z_]+)\.([\w.]+)")
_COUNT = re.compile(r"(?:desk|both|public):(left-out|not-carried)\.([a-z_]+)=(\d{1,9})")
"""What the first sheet tells of what did not come along."""
_SEARCHED = 6
"""How many rows at the top can be the headings."""
_LEAST_HEADINGS = 3
"""How many headings make a sheet known whose codes are gone."""


class NoFollowUp(AlternatError):
    """A file holds no sheet of the follow-up."""

    template = mark(
        "{file} is not a workbook of the follow-up: no sheet has its columns. Export one with "
        "follow-up-xlsx, fill that in, and import it. Nothing was written."
    )


class SheetTwice(AlternatError):
    """Two sheets of a workbook hold the same."""

    template = mark(
        "{file} has two sheets of “{sheet}”: {names}. Remove one of them, so that it is clear which holds. "
        "Nothing was written."
    )


class ColumnTwice(AlternatError):
    """Two columns of a sheet hold the same."""

    template = mark(
        "{file}, sheet “{sheet}”: two columns are “{field}”. Remove one of them, so that it is clear which "
        "holds. Nothing was written."
    )


class NoKeyColumn(AlternatError):
    """A sheet has lost the column by which its rows are found."""

    template = mark(
        "{file}, sheet “{sheet}”: the column “{field}” is missing, by which its rows are found. Put it back "
        "from a new export. Nothing was written."
    )


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it stands in the file: texts by the names of the columns."""

    number: int
    cells: Mapping[str, str]
    uncalculated: frozenset[str] = frozenset()
    """The columns whose formula the file holds without its value."""
    merged: frozenset[str] = frozenset()
    """The columns whose cell is part of a merged one that has its value elsewhere."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet of the follow-up as it was found."""

    about: Sheet
    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """The sheets that were found, and for whom the workbook was written."""

    sheets: tuple[RawSheet, ...]
    audience: Audience | None
    """None where nothing says so any more."""
    notes: tuple[Message, ...]
    left_out: Mapping[str, int]
    """How many rows of each sheet were not for its audience."""
    not_carried: Mapping[str, int]
    """How much there was, by kind, for which no sheet has room."""
    stood: Mapping[str, Prints]
    """How the rows of each sheet stood when it was written; nothing where nothing says so any more."""


def found_in(reading: Reading, file: str, sheets: Sequence[Sheet]) -> RawWorkbook:
    """Return what of the follow-up a file holds.

    A sheet is known by the codes over its headings, or else by headings in any of the languages; so it may be
    renamed, and its columns may stand in any order. Raises NoFollowUp, SheetTwice, ColumnTwice, NoKeyColumn.
    """
    found: dict[str, tuple[str, RawSheet]] = {}
    notes: list[Message] = []
    audiences: list[Audience] = []
    counts: dict[str, dict[str, int]] = {"left-out": {}, "not-carried": {}}
    stood: dict[str, dict[str, str]] = {}
    for source in reading.sheets:
        for sheet, prints in prints_in(cell for row in source.rows for cell in row):
            stood.setdefault(sheet, {}).update(prints)
        for found_ in filter(None, (_COUNT.fullmatch(cell) for row in source.rows for cell in row)):
            counts[found_[1]][found_[2]] = int(found_[3])
        place = _by_codes(source) or _by_headings(source, sheets)
        about = next((each for each in sheets if place is not None and each.id == place.sheet), None)
        if place is None or about is None:
            if not _is_about(source):
                notes.append(
                    message(
                        "The sheet “{sheet}” is none of the follow-up and was not read.", sheet=source.name
                    )
                )
            continue
        if about.id in found:
            names = series((found[about.id][0], source.name))
            raise SheetTwice(file=file, sheet=about.title, names=names)
        raw, told = _raw(source, about, place, file)
        found[about.id] = source.name, raw
        notes += told
        audiences += [place.audience] if place.audience is not None else []
    if not found:
        raise NoFollowUp(file=file)
    order = [each.id for each in sheets]
    raws = sorted((raw for _, raw in found.values()), key=lambda raw: order.index(raw.about.id))
    audience = audiences[0] if audiences else None
    left_out, not_carried = counts["left-out"], counts["not-carried"]
    return RawWorkbook(tuple(raws), audience, tuple(notes), left_out, not_carried, stood)


@dataclass(frozen=True, slots=True)
class _Place:
    """What a sheet is, and at which position each of its columns stands."""

    sheet: str
    audience: Audience | None
    columns: tuple[tuple[str, int], ...]
    first: int
    """The position of the first row below the headings."""


def _by_codes(source: SourceSheet) -> _Place | None:
    for at, row in enumerate(source.rows[:_SEARCHED]):
        codes = [(_CODE.fullmatch(cell.strip()), position) for position, cell in enumerate(row)]
        known = [(code, position) for code, position in codes if code is not None]
        if not known:
            continue
        sheet, audience = known[0][0][2], Audience(known[0][0][1])
        columns = tuple((code[3], position) for code, position in known if code[2] == sheet)
        return _Place(sheet, audience, columns, at + 2)
    return None


def _by_headings(source: SourceSheet, sheets: Sequence[Sheet]) -> _Place | None:
    best: tuple[int, _Place] | None = None
    for at, row in enumerate(source.rows[:_SEARCHED]):
        for about in sheets:
            names = _headings(about.columns)
            columns = tuple(
                (names[fold(cell)], position) for position, cell in enumerate(row) if fold(cell) in names
            )
            if len(columns) >= _LEAST_HEADINGS and (best is None or len(columns) > best[0]):
                best = len(columns), _Place(about.id, None, columns, at + 1)
    return best[1] if best is not None else None


def _headings(columns: Sequence[Column]) -> Mapping[str, str]:
    """Return the names of columns by their headings in every language; a shared one names the first."""
    found: dict[str, str] = {}
    for column in columns:
        for language in Language:
            found.setdefault(fold(heading(column, catalog(language))), column.id)
    return found


def _raw(source: SourceSheet, about: Sheet, place: _Place, file: str) -> tuple[RawSheet, list[Message]]:
    known = [(name, position) for name, position in place.columns if name in about.by_id]
    names = [name for name, _ in known]
    for name in names:
        if names.count(name) > 1:
            raise ColumnTwice(file=file, sheet=source.name, field=about.by_id[name].heading)
    if about.key not in names:
        raise NoKeyColumn(file=file, sheet=source.name, field=about.by_id[about.key].heading)
    notes = list(_notes(source, place, {position for _, position in known}))
    struck, uncalculated = frozenset(source.struck_rows), frozenset(source.uncalculated)
    merged = {
        (row, column)
        for span in source.merged
        for row in range(span.top, span.bottom + 1)
        for column in range(span.left, span.right + 1)
        if (row, column) != (span.top, span.left)
    }
    rows = tuple(
        RawRow(
            number,
            {name: cells[position] for name, position in known},
            frozenset(name for name, position in known if (at, position) in uncalculated),
            frozenset(name for name, position in known if (at, position) in merged)
            if merged
            else frozenset(),
        )
        for at, (number, cells) in enumerate(zip(source.numbers, source.rows, strict=True))
        if at >= place.first and at not in struck
    )
    kept = tuple(
        row
        for row in rows
        if any(each.strip() for each in row.cells.values()) or row.uncalculated or row.merged
    )
    return RawSheet(about, tuple(names), kept), notes


def _notes(source: SourceSheet, place: _Place, read: set[int]) -> Iterator[Message]:
    struck = [source.numbers[at] for at in source.struck_rows if at >= place.first]
    if struck:
        yield counted(
            "{sheet}: {count} row that is struck through is left out: {rows}",
            "{sheet}: {count} rows that are struck through are left out: {rows}",
            len(struck),
            sheet=source.name,
            rows=ranges(struck),
        )
    below = source.rows[place.first :]
    unread = [
        source.rows[place.first - 1][at].strip() or source.columns[at]
        for at in range(len(source.columns))
        if at not in read and any(row[at].strip() for row in below)
    ]
    if unread:
        yield message(
            "{sheet}: columns that are not read: {columns}", sheet=source.name, columns=series(unread)
        )


@cache
def _about_titles() -> frozenset[str]:
    return frozenset(fold(catalog(language).say(message("Follow-up"))) for language in Language)


def _is_about(source: SourceSheet) -> bool:
    """Return whether a sheet is the one that says what the others are."""
    return bool(source.rows) and any(fold(cell) in _about_titles() for cell in source.rows[0])
