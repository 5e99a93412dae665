"""One person's row in a delegation list: a cell for each language, or for one language three columns."""

from dataclasses import dataclass
from enum import Enum
from math import inf

from alternat.documents.columns import Column, set_down
from alternat.documents.drawing import Block, Colour, Item, Rule, Text
from alternat.documents.fonts import Weight
from alternat.documents.list_texts import Cell, Row
from alternat.documents.pagination import Strip
from alternat.documents.paper import points
from alternat.documents.set_text import baseline_in
from alternat.documents.small_texts import Sizes, sizes_of
from alternat.documents.typesetting import Breaks, Paragraph, Typesetter

TEXT_WIDTH = points(174)
"""The same on A4 and Letter, so that a list breaks its lines the same way on both."""
NUMBER_WIDTH = points(9)
INK: Colour = (0.09, 0.1, 0.12)
GREY: Colour = (0.38, 0.4, 0.44)
HAIRLINE: Colour = (0.78, 0.79, 0.81)
NAME, BODY, SMALL = 9.4, 8.6, 7.4
"""The three sizes of type in a list, in points."""
SMALLEST = 6.0
"""Points, the floor to which a cell shrinks before its text is cut."""

_MOST_LINES = 16
"""Of one text in a row, which grows with it."""
_GUTTER = points(4.5)
_PADDING = 4.2


class Line(Enum):
    """The line under a row, by its thickness in points and its colour."""

    NONE = (0.0, INK)
    BETWEEN = (0.3, HAIRLINE)
    CLOSING = (0.35, INK)
    SETTING_OFF = (0.7, INK)
    """Under the head of the delegation."""


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row as it is drawn, and whether a text in it had to be cut."""

    strip: Strip
    is_cut: bool
    sizes: Sizes = (1.0, 1.0)
    """Of the cell that had to shrink most: as it is set, and as it usually is."""


@dataclass(frozen=True)
class RowSetter:
    """Sets rows in that many languages; a value, so that the rows it made can be remembered."""

    typesetter: Typesetter
    languages: int

    def __call__(self, row_and_line: tuple[Row, Line]) -> LaidRow:
        """Return a row with the line under it."""
        row, line = row_and_line
        cells = _in_columns(row.cells[0]) if self.languages == 1 else tuple(map(_stacked, row.cells))
        columns = columns_of_list(self.languages)
        stacks = [
            self.typesetter.stack(cell, column.width, inf, SMALLEST)
            for cell, column in zip(cells, columns, strict=True)
        ]
        height = max(stack.height for stack in stacks) + 2 * _PADDING
        baseline = _PADDING + baseline_in(NAME * 1.3, NAME)
        items: list[Item] = [Text(0.0, baseline, f"{row.number}", Weight.REGULAR, BODY, GREY)]
        for stack, column in zip(stacks, columns, strict=True):
            items += set_down(self.typesetter, stack, column, _PADDING)
        if line is not Line.NONE:
            items.append(across(height, *line.value))
        strip = Strip(Block(tuple(items)), height, person=row.person)
        return LaidRow(strip, any(stack.is_cut for stack in stacks), sizes_of(cells, stacks))


def columns_of_list(languages: int) -> tuple[Column, ...]:
    """Return the columns to the right of the number: one a language, or name, position and entity of one."""
    count = 3 if languages == 1 else languages
    width = (TEXT_WIDTH - NUMBER_WIDTH - _GUTTER * (count - 1)) / count
    return tuple(Column(NUMBER_WIDTH + place * (width + _GUTTER), width) for place in range(count))


def across(y: float, thickness: float, colour: Colour) -> Rule:
    """Return a line across the text, `y` points below the top of its strip."""
    return Rule(0.0, y, TEXT_WIDTH, y, thickness, colour)


def _stacked(cell: Cell) -> tuple[Paragraph, ...]:
    return (
        Paragraph(cell.name, Weight.BOLD, NAME, _MOST_LINES, 1.3, breaks=Breaks.NAME, colour=INK),
        Paragraph(cell.role, Weight.BOLD, SMALL, _MOST_LINES, 1.35, before=0.08, colour=INK),
        Paragraph(cell.position, Weight.REGULAR, BODY, _MOST_LINES, 1.32, before=0.08, colour=INK),
        Paragraph(cell.entity, Weight.REGULAR, BODY, _MOST_LINES, 1.32, before=0.08, colour=GREY),
    )


def _in_columns(cell: Cell) -> tuple[tuple[Paragraph, ...], ...]:
    first = (
        Paragraph(cell.name, Weight.BOLD, NAME, _MOST_LINES, 1.3, breaks=Breaks.NAME, colour=INK),
        Paragraph(cell.role, Weight.REGULAR, SMALL, _MOST_LINES, 1.35, before=0.08, colour=INK),
    )
    drop = (NAME * 1.3 - BODY * 1.32) / 2 / BODY
    position = Paragraph(cell.position, Weight.REGULAR, BODY, _MOST_LINES, 1.32, before=drop, colour=INK)
    entity = Paragraph(cell.entity, Weight.REGULAR, BODY, _MOST_LINES, 1.32, before=drop, colour=INK)
    return first, (position,), (entity,)
