"""Fitted texts drawn down a column, flush left or centred, with capitals centred in their lines."""

from dataclasses import dataclass

from alternat.documents.press.drawing import Item, Text
from alternat.documents.press.set_text import Stack
from alternat.documents.press.typesetting import Typesetter


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
        for line, baseline in paragraph.baselines():
            x = column.x
            if column.is_centred:
                x += (column.width - typesetter.width(line, paragraph.weight, paragraph.size)) / 2
            items.append(Text(x, top + baseline, line, paragraph.weight, paragraph.size, paragraph.colour))
        top += paragraph.height
    return items
