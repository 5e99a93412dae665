"""XLSX workbooks, opened only after their package has been looked over for traps.

Calamine reads them, thirteen times faster than openpyxl. It keeps every cell between the first and the last
one in memory, though: a stray cell in the last corner of a sheet aborts the whole process. Sheets with cells
that far out, and files that calamine cannot read, go to openpyxl, which streams rows.
"""

import datetime as dt
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from alternat.exchange.sources.delimited import MAX_CELL, MAX_COLUMNS, MAX_ROWS
from alternat.exchange.sources.refusals import (
    SourceDamaged,
    SourceEmpty,
    SourceHasDefinitions,
    SourceTooLong,
    SourceTooWide,
    SourceUnpacksTooLarge,
)
from alternat.exchange.sources.table import Reading, Sheet, Span

MAX_UNPACKED = 200_000_000
"""In bytes, over all parts of the package."""

_DEFINITIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_FAR_OUT = re.compile(rb'\br="(?:[A-Z]{3}\d|[A-Z]*(?:[2-9]\d{4}|[1-9]\d{5,})")')
"""Column AAA and after, or row 20,000 and after: few lists, but all the stray cells that matter."""
_UNCALCULATED = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)'
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


@dataclass(frozen=True, slots=True)
class _Notes:
    """What the XML of a sheet says beside its values."""

    merged: tuple[Span, ...]
    uncalculated: frozenset[tuple[int, int]]


def read_workbook(path: Path, *, is_careful: bool = False) -> Reading:
    """Return the sheets that hold text; raises a SourceRefused.

    `is_careful` goes straight to the slower way, for a file at which the fast one has died.
    """
    try:
        notes, is_far_out = _look_over(path)
        sheets = _read_carefully if is_careful or is_far_out else _read_fast
        found = tuple(sheet for sheet in sheets(path, notes) if sheet.rows)
    except zipfile.BadZipFile as error:
        raise SourceDamaged(file=path.name) from error
    if not found:
        raise SourceEmpty(file=path.name)
    return Reading(found)


def _look_over(path: Path) -> tuple[dict[str, _Notes], bool]:
    """Return the notes of each sheet by its part's name, and whether any has cells far out."""
    notes: dict[str, _Notes] = {}
    is_far_out = False
    with zipfile.ZipFile(path) as package:
        parts = package.infolist()
        if sum(part.file_size for part in parts) > MAX_UNPACKED or len(parts) > 10_000:
            raise SourceUnpacksTooLarge(file=path.name, limit=MAX_UNPACKED // 1_000_000)
        for part in parts:
            if not part.filename.casefold().endswith((".xml", ".rels")):
                continue
            content = _unpacked(package, part, path.name)
            if any(definition in content for definition in _DEFINITIONS):
                raise SourceHasDefinitions(file=path.name)
            if part.filename.startswith("xl/worksheets/"):
                notes[part.filename] = _notes(content)
                is_far_out = is_far_out or bool(_FAR_OUT.search(content))
    return notes, is_far_out


def _unpacked(package: zipfile.ZipFile, part: zipfile.ZipInfo, file: str) -> bytes:
    try:
        with package.open(part) as stream:
            # One byte more than promised, so that a wrong promise shows.
            content = stream.read(part.file_size + 1)
    except (OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise SourceDamaged(file=file) from error
    if len(content) > part.file_size:
        raise SourceUnpacksTooLarge(file=file, limit=MAX_UNPACKED // 1_000_000)
    return content


def _notes(content: bytes) -> _Notes:
    return _Notes(
        tuple(
            Span(int(top) - 1, _position(left), int(bottom) - 1, _position(right))
            for left, top, right, bottom in _MERGED.findall(content)
        ),
        frozenset((int(row) - 1, _position(column)) for column, row in _UNCALCULATED.findall(content)),
    )


def _position(letters: bytes) -> int:
    position = 0
    for letter in letters:
        position = position * 26 + letter - 64
    return position - 1


def _read_fast(path: Path, notes: dict[str, _Notes]) -> Iterator[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            parts = _parts(path)
            for about in workbook.sheets_metadata:
                if about.typ is not SheetTypeEnum.WorkSheet:
                    continue
                sheet = workbook.get_sheet_by_name(about.name)
                yield _sheet(
                    about.name,
                    enumerate(sheet.to_python(skip_empty_area=False)),
                    notes.get(parts.get(about.name, "")),
                    is_hidden=about.visible is not SheetVisibleEnum.Visible,
                    file=path.name,
                )
    except (CalamineError, OSError, ValueError):
        yield from _read_carefully(path, notes)


def _read_carefully(path: Path, notes: dict[str, _Notes]) -> Iterator[Sheet]:
    import openpyxl

    parts = _parts(path)
    with warnings.catch_warnings(), path.open("rb") as stream:
        # openpyxl warns of every extension that it leaves out, such as data validation.
        warnings.simplefilter("ignore")
        try:
            for sheet in openpyxl.load_workbook(stream, read_only=True, data_only=True).worksheets:
                sheet.reset_dimensions()
                rows = ((at, row) for at, row in enumerate(sheet.iter_rows(values_only=True)) if any(row))
                yield _sheet(
                    sheet.title,
                    rows,
                    notes.get(parts.get(sheet.title, "")),
                    is_hidden=sheet.sheet_state != "visible",
                    file=path.name,
                )
        except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError) as error:
            # What openpyxl raises on XML that breaks the format; SyntaxError is the parser's own.
            raise SourceDamaged(file=path.name) from error


def _parts(path: Path) -> dict[str, str]:
    """Return the name of the package part of each sheet, as the workbook's own relations say."""
    from defusedxml.ElementTree import ParseError, fromstring

    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    try:
        with zipfile.ZipFile(path) as package:
            sheets = fromstring(package.read("xl/workbook.xml"))
            relations = fromstring(package.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ParseError):
        return {}
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    return {
        each.get("name", ""): _inside(targets.get(each.get(relation), ""))
        for each in sheets.iter()
        if each.tag.endswith("}sheet")
    }


def _inside(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _sheet(
    name: str,
    rows: Iterable[tuple[int, Sequence[object]]],
    notes: _Notes | None,
    *,
    is_hidden: bool,
    file: str,
) -> Sheet:
    sheet = Sheet.compact(
        name,
        ((at, tuple(cell_text(value) for value in row)) for at, row in _bounded(rows, file)),
        merged=notes.merged if notes else (),
        uncalculated=notes.uncalculated if notes else (),
        is_hidden=is_hidden,
    )
    if len(sheet.columns) > MAX_COLUMNS:
        raise SourceTooWide(file=file, limit=MAX_COLUMNS)
    return sheet


def _bounded(
    rows: Iterable[tuple[int, Sequence[object]]], file: str
) -> Iterator[tuple[int, Sequence[object]]]:
    kept = 0
    for at, row in rows:
        if any(value not in ("", None) for value in row):
            kept += 1
            if kept > MAX_ROWS:
                raise SourceTooLong(file=file, limit=MAX_ROWS)
        yield at, row


def cell_text(value: object) -> str:
    """Return the text of a cell: whole numbers without a point, dates and times as ISO 8601 writes them."""
    for kind, text in _TEXTS:
        if isinstance(value, kind):
            return text(value)[:MAX_CELL]
    return ""


def _number_text(value: object) -> str:
    number = float(str(value))
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else str(value)


def _moment_text(value: object) -> str:
    assert isinstance(value, dt.datetime)
    return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")


_TEXTS: tuple[tuple[type | tuple[type, ...], Callable[[object], str]], ...] = (
    (str, str),
    (bool, lambda value: "TRUE" if value else "FALSE"),
    ((int, float), _number_text),
    (dt.datetime, _moment_text),
    (dt.date, str),
    (dt.time, lambda value: str(value)[:5]),
    (dt.timedelta, str),
)
