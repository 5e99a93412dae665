"""The package of an XLSX workbook: looked over for traps, and thinned where it is formatted to its last row.

A sheet with a million formatted, empty rows unpacks to hundreds of megabytes that say nothing. Such cells and
rows are taken out while unpacking, a piece at a time, so that only what has a value is ever held.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alternat.exchange.sources.refusals import SourceDamaged, SourceHasDefinitions, SourceUnpacksTooLarge
from alternat.exchange.sources.table import Span

MAX_UNPACKED = 200_000_000
"""In bytes, over all parts of the package, without the empty cells of its sheets."""
MAX_RAW_SHEETS = 2_000_000_000
"""In bytes, the empty cells included."""
LARGE_SHEET = 20_000_000
"""In bytes, from which on a sheet is thinned."""
_CHUNK = 4_000_000

_DEFINITIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_FAR_OUT = re.compile(rb'\br="(?:[A-Z]{3}\d|[A-Z]*(?:[2-9]\d{4}|[1-9]\d{5,})")')
"""Column AAA and after, or row 20,000 and after: few lists, but all the stray cells that matter."""
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\b[^<>]*/>|<(?:\w+:)?c\b[^<>/]*>\s*</(?:\w+:)?c>")
_EMPTY_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*/>|<(?:\w+:)?row\b[^<>/]*>\s*</(?:\w+:)?row>")
_UNCALCULATED = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)'
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>(?=\s*<(?:\w+:)?(?:v|f|is)\b)(?:.*?<(?:\w+:)?v>([^<]*)<)?", re.DOTALL
)
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"|\b(?:ht|width)="0(?:\.0+)?"')
_STRIKE = re.compile(rb'<(?:\w+:)?strike\s*(?:/>|val="(?:1|true)"\s*/>|>)')


@dataclass(frozen=True, slots=True)
class SheetNotes:
    """What the XML of a sheet says beside its values; positions count from 0."""

    merged: tuple[Span, ...]
    uncalculated: frozenset[tuple[int, int]]
    hidden_rows: tuple[int, ...] = ()
    struck_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    struck_cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook's package: notes by the names of its parts, and a thinner copy where one was needed."""

    notes: dict[str, SheetNotes]
    is_far_out: bool
    thinned: bytes | None = None


def look_over(path: Path) -> Package:
    """Return what the parts of a package say; raises a SourceRefused for a trap."""
    thinned: dict[str, bytes] = {}
    sheets: dict[str, bytes] = {}
    others: dict[str, bytes] = {}
    with zipfile.ZipFile(path) as package:
        parts = package.infolist()
        _refuse_too_large(parts, path.name)
        for part in parts:
            if not part.filename.casefold().endswith((".xml", ".rels")):
                continue
            is_sheet = part.filename.startswith("xl/worksheets/")
            if is_sheet and part.file_size > LARGE_SHEET:
                sheets[part.filename] = thinned[part.filename] = _thinned(package, part, path.name)
                continue
            content = _unpacked(package, part, path.name)
            _refuse_definitions(content, path.name)
            if is_sheet:
                sheets[part.filename] = content
            elif part.filename in {"xl/styles.xml", "xl/sharedStrings.xml"}:
                others[part.filename] = content
        copy = _copy(package, thinned) if thinned else None
    struck = Strikes.of(others.get("xl/styles.xml", b""), others.get("xl/sharedStrings.xml", b""))
    notes = {name: _notes(content, struck) for name, content in sheets.items()}
    is_far_out = any(_FAR_OUT.search(content) for content in sheets.values())
    return Package(notes, is_far_out, copy)


def _refuse_too_large(parts: list[zipfile.ZipInfo], file: str) -> None:
    sheets = sum(part.file_size for part in parts if part.filename.startswith("xl/worksheets/"))
    others = sum(part.file_size for part in parts) - sheets
    if others > MAX_UNPACKED or sheets > MAX_RAW_SHEETS or len(parts) > 10_000:
        raise SourceUnpacksTooLarge(file=file, limit=MAX_UNPACKED // 1_000_000)


def _refuse_definitions(content: bytes, file: str) -> None:
    if any(definition in content for definition in _DEFINITIONS):
        raise SourceHasDefinitions(file=file)


def _unpacked(package: zipfile.ZipFile, part: zipfile.ZipInfo, file: str) -> bytes:
    if part.file_size > MAX_UNPACKED:
        raise SourceUnpacksTooLarge(file=file, limit=MAX_UNPACKED // 1_000_000)
    return b"".join(_pieces(package, part, file))


def _pieces(package: zipfile.ZipFile, part: zipfile.ZipInfo, file: str) -> Iterator[bytes]:
    """Yield the bytes of a part, never more than it promises."""
    left = part.file_size
    try:
        with package.open(part) as stream:
            while piece := stream.read(_CHUNK):
                left -= len(piece)
                if left < 0:
                    raise SourceUnpacksTooLarge(file=file, limit=MAX_UNPACKED // 1_000_000)
                yield piece
    except (OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise SourceDamaged(file=file) from error


def _thinned(package: zipfile.ZipFile, part: zipfile.ZipInfo, file: str) -> bytes:
    """Return a sheet without its empty cells and rows."""
    kept: list[bytes] = []
    size, rest = 0, b""
    for piece in _pieces(package, part, file):
        rest += piece
        cut = max(rest.rfind(b"/>") + 2, rest.rfind(b"row>") + 4)
        if cut < 4:
            cut = len(rest)
        head, rest = rest[:cut], rest[cut:]
        _refuse_definitions(head, file)
        kept.append(_without_empties(head))
        size += len(kept[-1])
        if size > MAX_UNPACKED:
            raise SourceUnpacksTooLarge(file=file, limit=MAX_UNPACKED // 1_000_000)
    kept.append(rest)
    return _EMPTY_ROW.sub(b"", b"".join(kept))


def _without_empties(content: bytes) -> bytes:
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", content))


def _copy(package: zipfile.ZipFile, thinned: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as copy:
        for part in package.infolist():
            if part.filename.casefold().endswith((".xml", ".rels")):
                copy.writestr(part.filename, thinned.get(part.filename) or package.read(part))
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class Strikes:
    """Which styles and which shared strings of a workbook are struck through, by their numbers."""

    styles: frozenset[int]
    strings: frozenset[int]

    @classmethod
    def of(cls, styles: bytes, strings: bytes) -> "Strikes":
        """Return those that the two parts of a package name."""
        fonts = re.findall(
            rb"<(?:\w+:)?font\b[^>]*/>|<(?:\w+:)?font\b.*?</(?:\w+:)?font>", _inside(styles, b"fonts"), re.S
        )
        struck = {at for at, font in enumerate(fonts) if _STRIKE.search(font)}
        formats = re.findall(rb"<(?:\w+:)?xf\b([^>]*)>", _inside(styles, b"cellXfs"))
        own = frozenset(at for at, each in enumerate(formats) if _number(each, b"fontId") in struck)
        if b"strike" not in strings:
            return cls(own, frozenset())
        items = re.findall(rb"<(?:\w+:)?si\b.*?</(?:\w+:)?si>|<(?:\w+:)?si\s*/>", strings, re.S)
        return cls(own, frozenset(at for at, item in enumerate(items) if _is_struck(item)))


def _is_struck(item: bytes) -> bool:
    """Return whether every run of a shared string is struck through."""
    runs = re.findall(rb"<(?:\w+:)?r>.*?</(?:\w+:)?r>", item, re.S)
    return bool(runs) and all(_STRIKE.search(run) for run in runs)


def _inside(content: bytes, tag: bytes) -> bytes:
    found = re.search(rb"<(?:\w+:)?" + tag + rb"\b.*?</(?:\w+:)?" + tag + rb">", content, re.S)
    return found.group() if found else b""


def _number(attributes: bytes, name: bytes) -> int:
    found = re.search(rb"\b" + name + rb'="(\d+)"', attributes)
    return int(found.group(1)) if found else 0


def _notes(content: bytes, strikes: Strikes) -> SheetNotes:
    struck = _struck_cells(content, strikes)
    return SheetNotes(
        tuple(
            Span(int(top) - 1, _position(left), int(bottom) - 1, _position(right))
            for left, top, right, bottom in _MERGED.findall(content)
        ),
        frozenset((int(row) - 1, _position(column)) for column, row in _UNCALCULATED.findall(content)),
        _hidden_rows(content),
        _struck_rows(struck),
        _hidden_columns(content),
        tuple(at for at, is_struck in struck.items() if is_struck),
    )


def _hidden_rows(content: bytes) -> tuple[int, ...]:
    """Return the rows that are hidden or have no height; a row without a number follows the one before."""
    hidden: list[int] = []
    row = 0
    for attributes in _ROW.findall(content):
        row = _number(attributes, b"r") or row + 1
        if b"=" in attributes and _HIDDEN.search(attributes):
            hidden.append(row - 1)
    return tuple(hidden)


def _hidden_columns(content: bytes) -> tuple[int, ...]:
    found: set[int] = set()
    for attributes in _COLUMN.findall(_inside(content, b"cols")):
        if _HIDDEN.search(attributes):
            first, last = _number(attributes, b"min"), _number(attributes, b"max")
            found.update(range(first - 1, min(last, 2_000)))
    return tuple(sorted(found))


def _struck_cells(content: bytes, strikes: Strikes) -> dict[tuple[int, int], bool]:
    """Return whether each cell with a value is struck through, if any in the workbook can be."""
    found: dict[tuple[int, int], bool] = {}
    if not (strikes.styles or strikes.strings):
        return found
    for attributes, value in _CELL.findall(content):
        place = re.search(rb'\br="([A-Z]+)(\d+)"', attributes)
        if not place:
            continue
        is_shared = b't="s"' in attributes and value.isdigit() and int(value) in strikes.strings
        is_struck = _number(attributes, b"s") in strikes.styles or is_shared
        found[int(place.group(2)) - 1, _position(place.group(1))] = is_struck
    return found


def _struck_rows(cells: dict[tuple[int, int], bool]) -> tuple[int, ...]:
    """Return the rows of which every cell with a value is struck through."""
    struck: dict[int, bool] = {}
    for (row, _), is_struck in cells.items():
        struck[row] = struck.get(row, True) and is_struck
    return tuple(row for row, is_struck in struck.items() if is_struck)


def _position(letters: bytes) -> int:
    position = 0
    for letter in letters:
        position = position * 26 + letter - 64
    return position - 1
