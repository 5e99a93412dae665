"""What the sheets of an OpenDocument spreadsheet hide and strike through, styles they inherit included."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from alternat.exchange.sources.packages import MAX_UNPACKED, SheetNotes
from alternat.exchange.sources.refusals import (
    SourceDamaged,
    SourceHasDefinitions,
    SourceUnpacksTooLarge,
)

_TABLE = re.compile(rb"<table:table\b([^>]*)>(.*?)</table:table>", re.DOTALL)
_ROW_OR_GROUP = re.compile(
    rb"<table:table-row-group\b(?P<group>[^>]*)>|(?P<end></table:table-row-group>)"
    rb"|<table:table-row\b(?P<row>[^>]*?)(?:/>|>(?P<cells>.*?)</table:table-row>)",
    re.DOTALL,
)
_COLUMN_OR_GROUP = re.compile(
    rb"<table:table-column-group\b(?P<group>[^>]*)>|(?P<end></table:table-column-group>)"
    rb"|<table:table-column\b(?P<column>[^>]*)>"
)
_CELL = re.compile(
    rb"<table:(?:covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)", re.DOTALL
)
_STYLE = re.compile(rb"<style:style\b([^>]*?)(?:/>|>(.*?)</style:style>)", re.DOTALL)
_LINE_THROUGH = re.compile(rb'style:text-line-through-(?:style|type)="([^"]+)"')
_NO_SIZE = re.compile(rb'style:(?:row-height|column-width)="0(?:\.0*)?[a-z]*"')
_NOT_SHOWN = re.compile(rb'table:visibility="(?:collapse|filter)"')
_NOT_DISPLAYED = re.compile(rb'table:display="false"')
_SPAN = re.compile(rb'<text:span\b[^>]*?text:style-name="([^"]*)"[^>]*>(.*?)</text:span>', re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
_MOST_REPEATED = 100_000
_PARTS = ("content.xml", "styles.xml")
_DEEPEST = 10
"""Styles that inherit from one another are followed no further, since a damaged file may name a circle."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The names of styles that strike through, and of those that leave a row or column no room."""

    struck: frozenset[bytes]
    without_size: frozenset[bytes]


def open_document_notes(path: Path) -> list[SheetNotes]:
    """Return what each sheet hides and strikes through; nothing for a file that is no OpenDocument."""
    if not zipfile.is_zipfile(path):
        return []
    parts = _parts(path)
    if "content.xml" not in parts:
        return []
    styles = _styles(*parts.values())
    return [_sheet_notes(content, styles) for _, content in _TABLE.findall(parts["content.xml"])]


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
            raise SourceUnpacksTooLarge(file=path.name, limit=MAX_UNPACKED // 1_000_000)
        names = set(package.namelist())
        try:
            parts: dict[str, bytes] = {name: package.read(name) for name in _PARTS if name in names}
        except (OSError, RuntimeError, EOFError, zipfile.BadZipFile) as error:
            raise SourceDamaged(file=path.name) from error
    if any(b"<!DOCTYPE" in content for content in parts.values()):
        raise SourceHasDefinitions(file=path.name)
    return parts


def _styles(*contents: bytes) -> Styles:
    bodies: dict[bytes, tuple[bytes, bytes]] = {}
    for content in contents:
        for attributes, body in _STYLE.findall(content):
            bodies.setdefault(_named(attributes, b"style:name"), (attributes, body))
    return Styles(
        frozenset(name for name in bodies if _is_line_through(name, bodies)),
        frozenset(name for name, (_, body) in bodies.items() if _NO_SIZE.search(body)),
    )


def _is_line_through(name: bytes, bodies: Mapping[bytes, tuple[bytes, bytes]]) -> bool:
    """Return whether a style, or the nearest one it inherits from that says so, strikes through."""
    for _ in range(_DEEPEST):
        attributes, body = bodies.get(name, (b"", b""))
        if found := _LINE_THROUGH.findall(body):
            return any(each != b"none" for each in found)
        name = _named(attributes, b"style:parent-style-name")
    return False


def _sheet_notes(table: bytes, styles: Styles) -> SheetNotes:
    columns = _hidden_columns(table, styles)
    hidden_rows: list[int] = []
    struck: dict[tuple[int, int], bool] = {}
    row, groups = 0, []
    for found in _ROW_OR_GROUP.finditer(table):
        if found["group"] is not None:
            groups.append(bool(_NOT_DISPLAYED.search(found["group"])))
        elif found["end"]:
            groups = groups[:-1]
        else:
            attributes, cells = found["row"], found["cells"] or b""
            times = _repeated(attributes, b"rows")
            if times <= _MOST_REPEATED:
                is_hidden = any(groups) or _is_hidden(attributes, styles)
                hidden_rows += range(row, row + times) if is_hidden else ()
                for column, is_struck in _cells(cells, styles):
                    struck |= {(at, column): is_struck for at in range(row, row + times)}
            row += times
    own: dict[int, bool] = {}
    for (at, _), is_struck in struck.items():
        own[at] = own.get(at, True) and is_struck
    return SheetNotes(
        *((), frozenset(), tuple(hidden_rows)),
        tuple(at for at, is_struck in own.items() if is_struck),
        columns,
        tuple(place for place, is_struck in struck.items() if is_struck),
    )


def _hidden_columns(table: bytes, styles: Styles) -> tuple[int, ...]:
    hidden: list[int] = []
    column, groups = 0, []
    for found in _COLUMN_OR_GROUP.finditer(table):
        if found["group"] is not None:
            groups.append(bool(_NOT_DISPLAYED.search(found["group"])))
        elif found["end"]:
            groups = groups[:-1]
        else:
            attributes = found["column"]
            times = min(_repeated(attributes, b"columns"), _MOST_REPEATED)
            if any(groups) or _is_hidden(attributes, styles):
                hidden += range(column, column + times)
            column += times
    return tuple(hidden)


def _is_hidden(attributes: bytes, styles: Styles) -> bool:
    style = _named(attributes, b"table:style-name")
    return bool(_NOT_SHOWN.search(attributes)) or style in styles.without_size


def _cells(cells: bytes, styles: Styles) -> list[tuple[int, bool]]:
    """Return the columns in which a row has a text, each with whether it is struck through."""
    found: list[tuple[int, bool]] = []
    column = 0
    for attributes, content in _CELL.findall(cells) if styles.struck else ():
        if b"<text:" in content and _TAG.sub(b"", content).strip():
            is_struck = _named(attributes, b"table:style-name") in styles.struck
            found.append((column, is_struck or _has_only_struck_text(content, styles)))
        column += _repeated(attributes, b"columns")
    return found


def _has_only_struck_text(content: bytes, styles: Styles) -> bool:
    """Return whether a cell has text and all of it stands in spans that are struck through."""
    spans = [text for name, text in _SPAN.findall(content) if name in styles.struck]
    if not any(_TAG.sub(b"", text).strip() for text in spans):
        return False
    rest = _SPAN.sub(lambda span: b"" if span.group(1) in styles.struck else span.group(), content)
    return not _TAG.sub(b"", rest).strip()


def _repeated(attributes: bytes, what: bytes) -> int:
    found = re.search(rb"table:number-" + what + rb'-repeated="(\d+)"', attributes)
    return int(found.group(1)) if found else 1


def _named(attributes: bytes, name: bytes) -> bytes:
    found = re.search(rb"(?<![\w:-])" + name + rb'="([^"]*)"', attributes)
    return found.group(1) if found else b""
