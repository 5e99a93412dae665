"""One person’s row in a list of a delegation: a cell for each language, or for one language three columns."""

from dataclasses import dataclass
from math import inf

from alternat.documents.contents.delegates import Cell, Row
from alternat.documents.press.columns import set_down
from alternat.documents.press.drawing import Block, Item, Text
from alternat.documents.press.fonts import Weight
from alternat.documents.press.pagination import Strip
from alternat.documents.press.set_text import baseline_in
from alternat.documents.press.small_texts import sizes_of
from alternat.documents.press.style import (
    BODY,
    GREY,
    INK,
    NAME,
    SMALL,
    SMALLEST,
    LaidRow,
    Line,
    across,
    columns_of_list,
)
from alternat.documents.press.typesetting import Breaks, Paragraph, Typesetter

_MOST_LINES = 16
"""Of one text in a row, which grows with it."""
_PADDING = 4.2


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
