"""The help page of a command, laid out in sections of two columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from alternat.cli.columns import GAP, padded, width, wrapped

WIDEST = 100
"""Cells that a help page takes at most, however wide the terminal."""
INDENT = 2
NAMES = 30
"""Cells that the column of names takes at most; a longer name stands on a line of its own."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with rows of a name and an explanation."""

    heading: str
    rows: tuple[tuple[str, str], ...]


def page(usage: str, summary: str, sections: Sequence[Section], *, cells: int) -> str:
    """Return the whole help page for a terminal of so many cells."""
    cells = min(cells, WIDEST)
    lines = [usage, "", *wrapped(summary, cells)]
    for section in sections:
        if section.rows:
            lines += ["", section.heading, *_rows(section.rows, cells)]
    return "\n".join(lines)


def _rows(rows: Sequence[tuple[str, str]], cells: int) -> list[str]:
    names = min(NAMES, max(width(name) for name, _ in rows))
    left = " " * (INDENT + names + GAP)
    lines = []
    for name, explanation in rows:
        first, *rest = wrapped(explanation, cells - len(left))
        if width(name) > names:
            lines += [" " * INDENT + name, left + first]
        else:
            lines.append(" " * INDENT + padded(name, names) + " " * GAP + first)
        lines += [left + line for line in rest]
    return lines
