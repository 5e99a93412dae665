"""XLSX workbooks, opened only after their package has been looked over for traps.

Calamine reads them, thirteen times faster than openpyxl. It keeps every cell between the first and the last
one in memory, though: a stray cell in the last corner of a sheet aborts the whole process. Sheets with cells
that far out, and files that calamine cannot read, go to openpyxl, which streams rows.
"""

import contextlib
import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from alternat.exchange.sources.delimited import MAX_CELL, MAX_COLUMNS, MAX_ROWS
from alternat.exchange.sources.packages import Package, SheetNotes, look_over
from alternat.exchange.sources.refusals import SourceDamaged, SourceEmpty, SourceTooLong, SourceTooWide
from alternat.exchange.sources.table import Reading, Sheet


def read_workbook(path: Path, *, is_careful: bool = False) -> Reading:
    """Return the sheets that hold text; raises a SourceRefused.

    `is_careful` goes straight to the slower way, for a file at which the fast one has died.
    """
    try:
        package = look_over(path)
        sheets = _read_carefully if is_careful or package.is_far_out else _read_fast
        found = tuple(sheet for sheet in sheets(path, package) if sheet.rows)
    except zipfile.BadZipFile as error:
        raise SourceDamaged(file=path.name) from error
    if not found:
        raise SourceEmpty(file=path.name)
    return Reading(found)


def _read_fast(path: Path, package: Package) -> Iterator[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_object(_source(path, package)) as workbook:
            parts = _parts(path)
            for about in workbook.sheets_metadata:
                if about.typ is not SheetTypeEnum.WorkSheet:
                    continue
                sheet = workbook.get_sheet_by_name(about.name)
                yield sheet_of(
                    about.name,
                    enumerate(sheet.to_python(skip_empty_area=False)),
                    package.notes.get(parts.get(about.name, "")),
                    is_hidden=about.visible is not SheetVisibleEnum.Visible,
                    file=path.name,
                )
    except (CalamineError, OSError, ValueError):
        yield from _read_carefully(path, package)


def _read_carefully(path: Path, package: Package) -> Iterator[Sheet]:
    import openpyxl

    parts = _parts(path)
    with warnings.catch_warnings(), contextlib.closing(_stream(path, package)) as stream:
        # openpyxl warns of every extension that it leaves out, such as data validation.
        warnings.simplefilter("ignore")
        try:
            for sheet in openpyxl.load_workbook(stream, read_only=True, data_only=True).worksheets:
                sheet.reset_dimensions()
                rows = ((at, row) for at, row in enumerate(sheet.iter_rows(values_only=True)) if any(row))
                yield sheet_of(
                    sheet.title,
                    rows,
                    package.notes.get(parts.get(sheet.title, "")),
                    is_hidden=sheet.sheet_state != "visible",
                    file=path.name,
                )
        except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError) as error:
            # What openpyxl raises on XML that breaks the format; SyntaxError is the parser's own.
            raise SourceDamaged(file=path.name) from error


def _source(path: Path, package: Package) -> str | IO[bytes]:
    return str(path) if package.thinned is None else io.BytesIO(package.thinned)


def _stream(path: Path, package: Package) -> IO[bytes]:
    return path.open("rb") if package.thinned is None else io.BytesIO(package.thinned)


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


def sheet_of(
    name: str,
    rows: Iterable[tuple[int, Sequence[object]]],
    notes: SheetNotes | None,
    *,
    is_hidden: bool,
    file: str,
) -> Sheet:
    """Return a sheet of cells as a library gives them; raises SourceTooLong or SourceTooWide."""
    sheet = Sheet.compact(
        name,
        ((at, tuple(cell_text(value) for value in row)) for at, row in _bounded(rows, file)),
        merged=notes.merged if notes else (),
        uncalculated=notes.uncalculated if notes else (),
        is_hidden=is_hidden,
        hidden_rows=notes.hidden_rows if notes else (),
        struck_rows=notes.struck_rows if notes else (),
        hidden_columns=notes.hidden_columns if notes else (),
        struck_cells=notes.struck_cells if notes else (),
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
