"""Tables with any columns: their heads, their rows, and the headings and remarks between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from alternat.documents.press.broken_names import broken_names
from alternat.documents.press.columns import Column, set_down
from alternat.documents.press.drawing import Block, Item
from alternat.documents.press.fonts import Weight
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.paper import points
from alternat.documents.press.set_text import Stack
from alternat.documents.press.small_texts import sizes_of
from alternat.documents.press.style import (
    BODY,
    GREY,
    GUTTER,
    INK,
    SMALL,
    SMALLEST,
    TEXT_WIDTH,
    LaidRow,
    Line,
    across,
)
from alternat.documents.press.typesetting import SEPARATOR, Breaks, Paragraph, Typesetter
from alternat.language.label import Label, Language
from alternat.planning.findings import Finding

MOST_HEIGHT = points(190)
"""The most that a row may take of a page; what is longer shrinks and is cut at last."""
_PADDING = 4.6

Cell = tuple[Paragraph, ...]


def columns_of(first_mm: float, count: int, *shares: float) -> tuple[Column, ...]:
    """Return a column of that width in millimetres and `count` more in the rest, by shares or equal."""
    parts = shares or (1.0,) * count
    first = points(first_mm)
    rest = TEXT_WIDTH - first - GUTTER * len(parts)
    columns = [Column(0.0, first)]
    x = first + GUTTER
    for part in parts:
        width = rest * part / sum(parts)
        columns.append(Column(x, width))
        x += width + GUTTER
    return tuple(columns)


def strong(text: str, size: float = BODY, most_lines: int = 12, *, before: float = 0.0) -> Paragraph:
    """Return a text in bold."""
    return Paragraph(text, Weight.BOLD, size, most_lines, 1.3, before, colour=INK)


def name_in_column(name: str, size: float = BODY) -> Paragraph:
    """Return the name of a person in bold at the head of a row: it breaks between its parts."""
    return replace(strong(name, size), breaks=Breaks.NAME)


def plain(text: str, most_lines: int = 16, *, before: float = 0.08) -> Paragraph:
    """Return a text of a row."""
    return Paragraph(text, Weight.REGULAR, BODY, most_lines, 1.32, before, colour=INK)


def faint(text: str, most_lines: int = 12, *, size: float = SMALL, before: float = 0.1) -> Paragraph:
    """Return a text that stands back."""
    return Paragraph(text, Weight.REGULAR, size, most_lines, 1.35, before, colour=GREY)


@dataclass(frozen=True)
class TableSetter:
    """Sets the parts of a table; a value, so that the rows it made can be remembered.

    `names_in` are the places of the narrowest columns that have names of people.
    """

    typesetter: Typesetter
    columns: tuple[Column, ...]
    names_in: tuple[int, ...] = (-1,)

    def __call__(self, cells_and_line: tuple[tuple[Cell, ...], Line]) -> LaidRow:
        """Return a row of cells with the line under it."""
        cells, line = cells_and_line
        stacks = self._stacks(cells)
        height = max(stack.height for stack in stacks) + 2 * _PADDING
        items: list[Item] = []
        for stack, column in zip(stacks, self.columns, strict=True):
            items += set_down(self.typesetter, stack, column, _PADDING)
        if line is not Line.NONE:
            items.append(across(height, *line.value))
        strip = Strip(Block(tuple(items)), height)
        return LaidRow(strip, any(stack.is_cut for stack in stacks), sizes_of(cells, stacks))

    def _stacks(self, cells: tuple[Cell, ...]) -> list[Stack]:
        """Return the cells set; those after the first, which hold the languages, shrink by one factor.

        English and French stand side by side at equal size (Treasury Board T-125), and Chinese with them.
        """
        stacks = [self._stack(cell, column) for cell, column in zip(cells, self.columns, strict=True)]
        pairs = list(zip(cells, stacks, strict=True))[1:]
        least = min((_factor(cell, stack) for cell, stack in pairs), default=1.0)
        for place, (cell, stack) in enumerate(pairs, start=1):
            if _factor(cell, stack) > least:
                alike = tuple(replace(each, size=each.size * least) for each in cell)
                stacks[place] = self._stack(alike, self.columns[place])
        return stacks

    def _stack(self, cell: Cell, column: Column) -> Stack:
        return self.typesetter.stack(cell, column.width, MOST_HEIGHT, SMALLEST)

    def broken_names(self, names: Mapping[int, Label], languages: Sequence[Language]) -> Iterator[Finding]:
        """Yield a finding for every name of which a part is longer than a line of its column."""
        width = min(self.columns[place].width for place in self.names_in)
        yield from broken_names(names, languages, self.typesetter, width, SMALLEST)

    def head(self, cells: Sequence[Sequence[str]]) -> Strip:
        """Return the headings of the columns between two lines; a second text of one stands back below."""
        items: list[Item] = []
        foot = 0.0
        for column, texts in zip(self.columns, cells, strict=True):
            paragraphs = tuple(
                Paragraph(text, Weight.REGULAR if place else Weight.BOLD, SMALL, 6, 1.3, colour=GREY)
                for place, text in enumerate(texts)
            )
            stack = self.typesetter.stack(paragraphs, column.width, inf, SMALLEST)
            items += set_down(self.typesetter, stack, column, 3.2)
            foot = max(foot, stack.height)
        height = foot + 6.4
        items += [across(0.0, 0.7, INK), across(height, 0.35, INK)]
        return Strip(Block(tuple(items)), height, stays_with_next=True)

    def heading(self, texts: Sequence[str], *, is_again: bool = False) -> Strip:
        """Return a heading of a part, such as a day, in all languages on one line if they fit.

        Where the part goes on overleaf it is smaller. A text longer than a line is wrapped, not shrunk, and
        then each language has lines of its own.
        """
        size, before = (9.0, 0.0) if is_again else (11.0, 15.0)
        own = tuple(dict.fromkeys(texts))
        is_long = any(self.typesetter.width(text, Weight.BOLD, size) > TEXT_WIDTH for text in own)
        paragraphs = tuple(
            Paragraph(text, Weight.BOLD, size, 6, 1.35, breaks=breaks, colour=INK)
            for text, breaks in (
                ((text, Breaks.TITLE) for text in own) if is_long else ((SEPARATOR.join(own), Breaks.PARTS),)
            )
        )
        stack = self.typesetter.stack(paragraphs, TEXT_WIDTH, inf, SMALLEST)
        items = set_down(self.typesetter, stack, Column(0.0, TEXT_WIDTH), before)
        return Strip(Block(tuple(items)), before + stack.height + 5, stays_with_next=True)

    def remark(self, texts: Sequence[str]) -> Strip:
        """Return sentences under a table, one in each language."""
        paragraphs = tuple(faint(text, 60) for text in texts)
        stack = self.typesetter.stack(paragraphs, TEXT_WIDTH, inf, SMALLEST)
        items = set_down(self.typesetter, stack, Column(0.0, TEXT_WIDTH), 7.0)
        return Strip(Block(tuple(items)), 7.0 + stack.height)

    def section(
        self,
        texts: Sequence[str],
        heads: Sequence[Sequence[str]],
        rows: Sequence[Strip],
        overleaf: Sequence[str],
    ) -> Section:
        """Return rows under a heading and the heads of the columns, both of which come again overleaf."""
        head = self.head(heads)
        again = self.heading(overleaf, is_again=True)
        return Section((self.heading(texts), head), (again, head), tuple(rows))


def _factor(cell: Cell, stack: Stack) -> float:
    """Return by how much a cell was shrunk, 1.0 for not at all."""
    largest = max((each.size for each in cell if each.text.strip()), default=0.0)
    return max((each.size for each in stack.paragraphs), default=largest) / largest if largest else 1.0


def lines_under(count: int) -> tuple[Line, ...]:
    """Return the lines under so many rows of one table."""
    return (*(Line.BETWEEN,) * (count - 1), Line.CLOSING)[:count]
