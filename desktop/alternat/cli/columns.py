"""Aligned columns and wrapped lines on a terminal, where a Chinese character is as wide as two letters."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from alternat.language.scripts import breakable, is_wide

GAP = 2
"""Blank cells between two columns."""
NARROWEST = 8
"""Cells below which a column is not cut any further."""


def width(text: str) -> int:
    """Return how many cells a text takes: two for a wide character, none for a combining one."""
    return sum(_cells(character) for character in text)


def padded(text: str, cells: int, *, right: bool = False) -> str:
    """Return the text filled up with blanks to a number of cells."""
    blanks = " " * (cells - width(text))
    return blanks + text if right else text + blanks


def cut(text: str, cells: int) -> str:
    """Return the text, or its beginning and an ellipsis where it takes more than so many cells."""
    if width(text) <= cells:
        return text
    kept, room = "", cells - 1
    for character in text:
        room -= _cells(character)
        if room < 0:
            break
        kept += character
    return kept.rstrip() + "…"


def in_one_line(text: str) -> str:
    """Return the text without line breaks; no-break spaces stay what they are."""
    return re.sub(r"[\r\n\t\v\f\u2028\u2029]+", " ", text).strip()


def table(
    headings: Sequence[str], rows: Iterable[Sequence[object]], *, cells: int | None = None
) -> tuple[str, ...]:
    """Return the lines of a table under its headings; numbers stand right, columns with no text are left out.

    With `cells`, the widest columns are cut until a line fits the terminal.
    """
    listed = [tuple(row) for row in rows]
    texts = [[_flat(each) for each in row] for row in listed]
    used = [i for i in range(len(headings)) if not texts or any(row[i] for row in texts)]
    numeric = {i for i in used if any(isinstance(row[i], int) for row in listed)}
    widths = {i: max(width(line[i]) for line in [headings, *texts]) for i in used}
    if cells is not None:
        _narrow(widths, cells)
    return tuple(
        (" " * GAP)
        .join(padded(cut(line[i], widths[i]), widths[i], right=i in numeric) for i in used)
        .rstrip()
        for line in [headings, *texts]
    )


def pairs(rows: Iterable[tuple[str, object]]) -> tuple[str, ...]:
    """Return lines of a name and a value; the values stand under each other."""
    listed = [(name, _flat(value)) for name, value in rows]
    cells = max((width(name) for name, _ in listed), default=0) + GAP
    return tuple((padded(name, cells) + value).rstrip() for name, value in listed)


def wrapped(text: str, cells: int) -> tuple[str, ...]:
    """Return the text in lines of at most so many cells, broken between words or Chinese characters."""
    lines: list[str] = []
    line = ""
    breaks = (0, *breakable(text), len(text))
    for start, end in pairwise(breaks):
        if line and width(line + text[start:end].rstrip()) > cells:
            lines.append(line.rstrip())
            line = ""
        line += text[start:end]
    return (*lines, line.rstrip())


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if is_wide(character) else 1


def _flat(value: object) -> str:
    return in_one_line(str(value)) if value is not None else ""


def _narrow(widths: dict[int, int], cells: int) -> None:
    while sum(widths.values()) + GAP * (len(widths) - 1) > cells:
        widest = max(widths, key=lambda i: widths[i])
        if widths[widest] <= NARROWEST:
            return
        widths[widest] -= 1
