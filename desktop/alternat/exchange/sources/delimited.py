"""Text files with one record a line: CSV as every program writes it, with any of four delimiters."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from alternat.exchange.sources.encodings import decode
from alternat.exchange.sources.refusals import (
    SourceDamaged,
    SourceEmpty,
    SourceQuoteOpen,
    SourceTooLong,
    SourceTooWide,
)
from alternat.exchange.sources.table import Reading, Sheet

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL = 1_000_000
"""In characters; an unclosed quotation mark makes the rest of the file one cell."""

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 200
_EXCEL_LINE = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n|$)', re.IGNORECASE)


def read_delimited(path: Path, *, encoding: str | None = None) -> Reading:
    """Return the one sheet of a text file; raises a SourceRefused."""
    decoded = decode(path.read_bytes(), file=path.name, encoding=encoding)
    text = decoded.text.rstrip("\x1a")
    if not text.strip("\ufeff \t\r\n"):
        raise SourceEmpty(file=path.name)
    text, delimiter = _without_excel_line(text)
    delimiter = delimiter or sniff_delimiter(text)
    if (line := unclosed_quote(text, delimiter)) is not None:
        raise SourceQuoteOpen(file=path.name, line=str(line))
    sheet = Sheet.compact("", enumerate(_bounded(_records(text, delimiter, path.name), path.name)))
    if not sheet.rows:
        raise SourceEmpty(file=path.name)
    return Reading((sheet,), decoded.encoding, decoded.is_certain, delimiter, decoded.remarks)


def unclosed_quote(text: str, delimiter: str) -> int | None:
    """Return the line, from 1, of a quotation mark that opens a cell and that nothing closes.

    A mark that is followed by more of its cell closes nothing if the cell has gone over a line end by then:
    it opens another cell. On one line it is taken for a mark in the text, as `"Zo" Ives` means it.
    """
    opened: int | None = None
    at = text.find('"')
    while at >= 0:
        step = 1
        if opened is None:
            opened = at if at == 0 or text[at - 1] in f"{delimiter}\r\n" else None
        elif text[at + 1 : at + 2] == '"':
            step = 2
        else:
            after = text[at + 1 :].lstrip(" ")[:1] if text[at + 1 : at + 2] == " " else text[at + 1 : at + 2]
            if after and after not in f"{delimiter}\r\n" and _goes_on(text, opened, at):
                break
            opened = None
        at = text.find('"', at + step)
    return None if opened is None else text.count("\n", 0, opened) + 1


def _goes_on(text: str, start: int, end: int) -> bool:
    return "\n" in text[start:end] or "\r" in text[start:end]


def sniff_delimiter(text: str) -> str:
    """Return the delimiter under which the most rows have the same number of cells, more than one.

    Quoted cells are read as such under each candidate, so what they contain does not count. Between equals
    the one wins that is less often followed by a space, as a comma is in prose; then the one that makes
    more cells; then the order of `DELIMITERS`.
    """

    def merit(delimiter: str) -> tuple[float, float, int]:
        widths = Counter(len(row) for row in _sample(text, delimiter) if row)
        width, rows = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
        if width < 2:
            return (0.0, 0.0, 0)
        spaced = text.count(f"{delimiter} ") / max(1, text.count(delimiter))
        return (round(rows / widths.total(), 2), -round(spaced, 1), width)

    return max(DELIMITERS, key=merit)


def _sample(text: str, delimiter: str) -> Iterable[list[str]]:
    reader = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter)
    try:
        for _, row in zip(range(_SAMPLE), reader, strict=False):
            yield row
    except csv.Error:
        return


def _without_excel_line(text: str) -> tuple[str, str | None]:
    found = _EXCEL_LINE.match(text)
    return (text[found.end() :], found.group(1)) if found else (text, None)


def _records(text: str, delimiter: str, file: str) -> Iterable[list[str]]:
    csv.field_size_limit(MAX_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise SourceDamaged(file=file) from error


def _bounded(records: Iterable[list[str]], file: str) -> Iterable[list[str]]:
    kept = 0
    for record in records:
        kept += any(record)
        if kept > MAX_ROWS:
            raise SourceTooLong(file=file, limit=MAX_ROWS)
        if len(record) > MAX_COLUMNS and any(record[MAX_COLUMNS:]):
            raise SourceTooWide(file=file, limit=MAX_COLUMNS)
        yield record
