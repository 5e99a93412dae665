"""How a delegation list looks: column measures, the heading of the document, rows, and the foot of the page.

The text is 174 mm wide on A4 and on Letter alike, so that a list breaks its lines the same way on both.
"""

from collections.abc import Sequence
from typing import Final

from alternat.documents.columns import Column, baseline_in, set_down
from alternat.documents.drawing import Block, Box, Colour, Item, Rule, Text, colour_of
from alternat.documents.fonts import Weight
from alternat.documents.list_texts import Cell, Heading, Row
from alternat.documents.pagination import Strip
from alternat.documents.paper import points
from alternat.documents.typesetting import SEPARATOR, Breaks, Paragraph, Stack, Typesetter

TEXT_WIDTH: Final = points(174)
TOP_MARGIN: Final = points(18)
FOOT_MARGIN: Final = points(14)
SMALLEST: Final = 6.0
"""Points, the floor to which a cell shrinks before its text is cut."""

_NUMBER_WIDTH = points(9)
_GUTTER = points(4.5)
_INK: Colour = (0.09, 0.1, 0.12)
_GREY: Colour = (0.38, 0.4, 0.44)
_HAIRLINE: Colour = (0.78, 0.79, 0.81)
_NAME, _BODY, _SMALL = 9.4, 8.6, 7.4
_ROW_PADDING = 4.2


def columns(count: int) -> tuple[Column, ...]:
    """Return the columns to the right of the number."""
    room = TEXT_WIDTH - _NUMBER_WIDTH
    width = (room - _GUTTER * (count - 1)) / count
    return tuple(Column(_NUMBER_WIDTH + place * (width + _GUTTER), width) for place in range(count))


_MIDDLE = Column(0.0, TEXT_WIDTH, is_centred=True)


class ListSetter:
    """Sets the parts of a delegation list as strips; says which rows had to be cut."""

    def __init__(self, typesetter: Typesetter, languages: int) -> None:
        self._typesetter = typesetter
        self._is_table = languages == 1
        self.columns = columns(3 if self._is_table else languages)

    def opening(self, titles: Sequence[tuple[str, str]], what: str) -> tuple[Strip, ...]:
        """Return the heading of the document: each language's title with place and dates, and what it is."""
        strips = []
        for title, dates in titles:
            paragraphs = (
                Paragraph(
                    title, Weight.BOLD, 13, 3, 1.28, is_balanced=True, breaks=Breaks.TITLE, colour=_INK
                ),
                Paragraph(dates, Weight.REGULAR, 9.4, 2, 1.45, before=0.2, colour=_GREY),
            )
            strips.append(self._centred(paragraphs, after=9, stays=True))
        name = Paragraph(
            what, Weight.BOLD, 10, 2, 1.3, before=0.5, is_balanced=True, breaks=Breaks.PARTS, colour=_INK
        )
        strips.append(self._centred((name,), after=10, stays=True))
        return tuple(strips)

    def side(self, names: Sequence[str], colour: str, note: str = "") -> Strip:
        """Return the centred heading of a delegation over a short line in the side's colour."""
        text = SEPARATOR.join((*names, note) if note else names)
        size, before = (9.4, 0.0) if note else (12.0, 12.0)
        paragraph = Paragraph(
            text, Weight.BOLD, size, 3, 1.35, is_balanced=True, breaks=Breaks.PARTS, colour=_INK
        )
        stack = self._stack((paragraph,), TEXT_WIDTH)
        items = set_down(self._typesetter, stack, _MIDDLE, before)
        foot = before + stack.height + 3
        bar = points(22)
        items.append(Box((TEXT_WIDTH - bar) / 2, foot, bar, 1.6, colour_of(colour)))
        return Strip(Block(tuple(items)), foot + 8, stays_with_next=True)

    def table_head(self, texts: Sequence[str]) -> Strip:
        """Return the headings of the columns between two lines."""
        height = 0.0
        items: list[Item] = []
        for column, text in zip(self.columns, texts, strict=True):
            stack = self._stack((Paragraph(text, Weight.BOLD, _SMALL, 2, 1.3, colour=_GREY),), column.width)
            items += set_down(self._typesetter, stack, column, 3.2)
            height = max(height, stack.height)
        height += 6.4
        items += [_across(0.0, 0.7, _INK), _across(height, 0.35, _INK)]
        return Strip(Block(tuple(items)), height, stays_with_next=True)

    def heading(self, heading: Heading) -> Strip:
        """Return a heading inside a delegation, in the columns of its languages."""
        items: list[Item] = []
        height = 0.0
        texts = (" ".join(heading.texts),) if self._is_table else heading.texts
        places = (Column(_NUMBER_WIDTH, TEXT_WIDTH - _NUMBER_WIDTH),) if self._is_table else self.columns
        for column, text in zip(places, texts, strict=True):
            stack = self._stack((Paragraph(text, Weight.BOLD, _BODY, 3, 1.3, colour=_INK),), column.width)
            items += set_down(self._typesetter, stack, column, 9.0)
            height = max(height, stack.height)
        height += 9.0 + 3.4
        items.append(_across(height, 0.35, _INK))
        return Strip(Block(tuple(items)), height, stays_with_next=True)

    def row(self, row: Row, below: Row | Heading | None) -> tuple[Strip, bool]:
        """Return a person's row above what stands below it, and whether a text in it had to be cut."""
        if self._is_table:
            (cell,) = row.cells
            stacks = [
                self._stack(paragraphs, column.width)
                for paragraphs, column in zip(_in_columns(cell), self.columns, strict=True)
            ]
        else:
            stacks = [
                self._stack(_stacked(cell), column.width)
                for cell, column in zip(row.cells, self.columns, strict=True)
            ]
        height = max(stack.height for stack in stacks) + 2 * _ROW_PADDING
        number = f"{row.number}"
        baseline = _ROW_PADDING + baseline_in(_NAME * 1.3, _NAME)
        items: list[Item] = [Text(0.0, baseline, number, Weight.REGULAR, _BODY, _GREY)]
        for stack, column in zip(stacks, self.columns, strict=True):
            items += set_down(self._typesetter, stack, column, _ROW_PADDING)
        if row.is_head:
            items.append(_across(height, 0.7, _INK))
        elif below is None:
            items.append(_across(height, 0.35, _INK))
        elif isinstance(below, Row):
            items.append(_across(height, 0.3, _HAIRLINE))
        return (
            Strip(Block(tuple(items)), height, person=row.person),
            any(stack.is_cut for stack in stacks),
        )

    def remark(self, texts: Sequence[str]) -> Strip:
        """Return a sentence in each language where rows would stand."""
        paragraphs = tuple(Paragraph(text, Weight.REGULAR, _BODY, 2, 1.5, colour=_GREY) for text in texts)
        return self._centred(paragraphs, before=14, after=14)

    def foot(self, lines: Sequence[tuple[str, str]]) -> tuple[Block, float]:
        """Return the foot of a page, with a text at the left and right for each language, and its height."""
        items: list[Item] = [_across(0.0, 0.35, _HAIRLINE)]
        top = 5.0
        for left, right in lines:
            baseline = top + _SMALL
            items.append(Text(0.0, baseline, left, Weight.REGULAR, _SMALL, _GREY))
            shift = self._typesetter.width(right, Weight.REGULAR, _SMALL)
            items.append(Text(TEXT_WIDTH - shift, baseline, right, Weight.REGULAR, _SMALL, _GREY))
            top += _SMALL * 1.4
        return Block(tuple(items)), top

    def _stack(self, paragraphs: tuple[Paragraph, ...], width: float) -> Stack:
        return self._typesetter.stack(paragraphs, width, float("inf"), SMALLEST)

    def _centred(
        self,
        paragraphs: tuple[Paragraph, ...],
        *,
        before: float = 0.0,
        after: float = 0.0,
        stays: bool = False,
    ) -> Strip:
        stack = self._stack(paragraphs, TEXT_WIDTH)
        items = set_down(self._typesetter, stack, _MIDDLE, before)
        return Strip(Block(tuple(items)), before + stack.height + after, stays_with_next=stays)


def _stacked(cell: Cell) -> tuple[Paragraph, ...]:
    return (
        Paragraph(cell.name, Weight.BOLD, _NAME, 3, 1.3, breaks=Breaks.NAME, colour=_INK),
        Paragraph(cell.role, Weight.BOLD, _SMALL, 3, 1.35, before=0.08, colour=_INK),
        Paragraph(cell.position, Weight.REGULAR, _BODY, 5, 1.32, before=0.08, colour=_INK),
        Paragraph(cell.entity, Weight.REGULAR, _BODY, 4, 1.32, before=0.08, colour=_GREY),
    )


def _in_columns(cell: Cell) -> tuple[tuple[Paragraph, ...], ...]:
    first = (
        Paragraph(cell.name, Weight.BOLD, _NAME, 3, 1.3, breaks=Breaks.NAME, colour=_INK),
        Paragraph(cell.role, Weight.REGULAR, _SMALL, 3, 1.35, before=0.08, colour=_INK),
    )
    drop = (_NAME * 1.3 - _BODY * 1.32) / 2 / _BODY
    position = Paragraph(cell.position, Weight.REGULAR, _BODY, 6, 1.32, before=drop, colour=_INK)
    entity = Paragraph(cell.entity, Weight.REGULAR, _BODY, 5, 1.32, before=drop, colour=_INK)
    return first, (position,), (entity,)


def _across(y: float, thickness: float, colour: Colour) -> Rule:
    return Rule(0.0, y, TEXT_WIDTH, y, thickness, colour)
