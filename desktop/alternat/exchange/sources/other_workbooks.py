"""Workbooks that are not XLSX: the old and the binary Excel formats, and OpenDocument spreadsheets."""

import re
import zipfile
from pathlib import Path

from alternat.exchange.sources.packages import MAX_UNPACKED, SheetNotes
from alternat.exchange.sources.refusals import (
    SourceDamaged,
    SourceEmpty,
    SourceHasDefinitions,
    SourceProtected,
    SourceUnpacksTooLarge,
)
from alternat.exchange.sources.remarks import NO_STYLES
from alternat.exchange.sources.table import Reading, Sheet
from alternat.exchange.sources.workbooks import sheet_of

_PROTECTED = re.compile(r"password|encrypt", re.IGNORECASE)
_TABLE = re.compile(rb"<table:table\b.*?</table:table>", re.DOTALL)
_ROW = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_CELL = re.compile(
    rb"<table:(?:covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)", re.DOTALL
)
_COLUMN = re.compile(rb"<table:table-column\b([^>]*)>")
_STYLE = re.compile(rb'<style:style\b[^>]*?style:name="([^"]*)".*?</style:style>', re.DOTALL)
_STRUCK = re.compile(rb'style:text-line-through-(?:style|type)="(?!none)[^"]+"')
_NOT_SHOWN = re.compile(rb'table:visibility="(?:collapse|filter)"')
_MOST_REPEATED = 100_000


def read_other_workbook(path: Path) -> Reading:
    """Return the sheets of an XLS, XLSB or ODS workbook that hold text; raises a SourceRefused."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    notes = _open_document_notes(path)
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            sheets = tuple(
                sheet_of(
                    about.name,
                    enumerate(workbook.get_sheet_by_name(about.name).to_python(skip_empty_area=False)),
                    notes[at] if at < len(notes) else None,
                    is_hidden=about.visible is not SheetVisibleEnum.Visible,
                    file=path.name,
                )
                for at, about in enumerate(workbook.sheets_metadata)
                if about.typ is SheetTypeEnum.WorkSheet
            )
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        if _PROTECTED.search(str(error)):
            raise SourceProtected(file=path.name) from error
        raise SourceDamaged(file=path.name) from error
    found: tuple[Sheet, ...] = tuple(sheet for sheet in sheets if sheet.rows)
    if not found:
        raise SourceEmpty(file=path.name)
    remarks = () if notes else ((NO_STYLES, path.name),)
    return Reading(found, remarks=remarks)


def _open_document_notes(path: Path) -> list[SheetNotes]:
    """Return what the sheets of an OpenDocument file hide and strike through; nothing for other formats."""
    if not zipfile.is_zipfile(path):
        return []
    with zipfile.ZipFile(path) as package:
        if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
            raise SourceUnpacksTooLarge(file=path.name, limit=MAX_UNPACKED // 1_000_000)
        if "content.xml" not in package.namelist():
            return []
        try:
            content = package.read("content.xml")
        except (OSError, RuntimeError, EOFError, zipfile.BadZipFile) as error:
            raise SourceDamaged(file=path.name) from error
    if b"<!DOCTYPE" in content:
        raise SourceHasDefinitions(file=path.name)
    struck = frozenset(found.group(1) for found in _STYLE.finditer(content) if _STRUCK.search(found.group()))
    return [_sheet_notes(table, struck) for table in _TABLE.findall(content)]


def _sheet_notes(table: bytes, struck: frozenset[bytes]) -> SheetNotes:
    hidden_rows: list[int] = []
    struck_rows: list[int] = []
    struck_cells: list[tuple[int, int]] = []
    row = 0
    for attributes, cells in _ROW.findall(table):
        times = _repeated(attributes, b"rows")
        if times <= _MOST_REPEATED:
            hidden_rows += range(row, row + times) if _NOT_SHOWN.search(attributes) else ()
            struck_rows += range(row, row + times) if _is_struck(cells, struck) else ()
            columns = _struck_columns(cells, struck)
            struck_cells += [(at, each) for at in range(row, row + times) for each in columns]
        row += times
    hidden_columns: list[int] = []
    column = 0
    for attributes in _COLUMN.findall(table):
        times = min(_repeated(attributes, b"columns"), _MOST_REPEATED)
        hidden_columns += range(column, column + times) if _NOT_SHOWN.search(attributes) else ()
        column += times
    return SheetNotes(
        *((), frozenset(), tuple(hidden_rows), tuple(struck_rows), tuple(hidden_columns)), tuple(struck_cells)
    )


def _struck_columns(cells: bytes, struck: frozenset[bytes]) -> list[int]:
    """Return the columns in which a row has a text that is struck through."""
    found: list[int] = []
    column = 0
    for attributes, content in _CELL.findall(cells) if struck else ():
        if b"<text:" in content and _style(attributes) in struck:
            found.append(column)
        column += _repeated(attributes, b"columns")
    return found


def _repeated(attributes: bytes, what: bytes) -> int:
    found = re.search(rb"table:number-" + what + rb'-repeated="(\d+)"', attributes)
    return int(found.group(1)) if found else 1


def _is_struck(cells: bytes, struck: frozenset[bytes]) -> bool:
    """Return whether every cell with a text has a style that strikes it through."""
    styles = [_style(attributes) for attributes, content in _CELL.findall(cells) if b"<text:" in content]
    return bool(struck and styles) and all(style in struck for style in styles)


def _style(attributes: bytes) -> bytes:
    found = re.search(rb'table:style-name="([^"]*)"', attributes)
    return found.group(1) if found else b""
