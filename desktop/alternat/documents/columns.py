"""Fitted texts drawn down a column, flush left or centred, with capitals centred in their lines."""

from dataclasses import dataclass

from alternat.documents.drawing import Item, Text
from alternat.documents.typesetting import Stack, Typesetter

CAP_HEIGHT = 0.714
"""Of Noto Sans, as a factor of the size; Han characters are centred on nearly the same line."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of text, in points from the left edge of its block."""

    x: float
    width: float
    is_centred: bool = False


def set_down(typesetter: Typesetter, stack: Stack, column: Column, top: float) -> list[Item]:
    """Return the lines of a stack from `top` down the column."""
    items: list[Item] = []
    for paragraph in stack.paragraphs:
        top += paragraph.before
        for line in paragraph.lines:
            x = column.x
            if column.is_centred:
                x += (column.width - typesetter.width(line, paragraph.weight, paragraph.size)) / 2
            baseline = top + baseline_in(paragraph.leading, paragraph.size)
            items.append(Text(x, baseline, line, paragraph.weight, paragraph.size, paragraph.colour))
            top += paragraph.leading
    return items


def baseline_in(height: float, size: float) -> float:
    """Return how far below the top of a line of that height its baseline lies to centre capitals."""
    return (height + size * CAP_HEIGHT) / 2
