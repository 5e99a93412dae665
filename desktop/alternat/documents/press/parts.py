"""The parts of a sheet around its rows: opening, headings, remarks, foot of a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from alternat.documents.press.columns import Column, set_down
from alternat.documents.press.drawing import Block, Box, Item, Text, colour_of
from alternat.documents.press.fonts import Weight
from alternat.documents.press.pagination import Strip
from alternat.documents.press.paper import points
from alternat.documents.press.set_text import Stack
from alternat.documents.press.style import (
    BODY,
    GREY,
    HAIRLINE,
    INK,
    NUMBER_WIDTH,
    SMALL,
    SMALLEST,
    TEXT_WIDTH,
    across,
    columns_of_list,
)
from alternat.documents.press.typesetting import SEPARATOR, Breaks, Paragraph, Typesetter

TOP_MARGIN = points(18)
FOOT_MARGIN = points(14)
_FOOT_GAP = points(4)

_MIDDLE = Column(0.0, TEXT_WIDTH, is_centred=True)
_BESIDE_NUMBER = Column(NUMBER_WIDTH, TEXT_WIDTH - NUMBER_WIDTH)


@dataclass(frozen=True, slots=True)
class FootLine:
    """What stands at the foot of a page in one language: whose or what page, its state, its number."""

    name: str
    state: tuple[str, ...]
    """Revision, date and copy."""
    separator: str
    page: str


class SheetSetter:
    """Sets the parts of a sheet in that many languages as strips across the text."""

    def __init__(self, typesetter: Typesetter, languages: int) -> None:
        self._typesetter = typesetter
        self._is_table = languages == 1
        self._columns = columns_of_list(languages)

    def opening(self, titles: Sequence[tuple[str, str]], what: Sequence[str]) -> tuple[Strip, ...]:
        """Return the opening of the document: each language's title with place and dates, and what it is."""
        strips = []
        for title, dates in titles:
            paragraphs = (
                Paragraph(title, Weight.BOLD, 13, 8, 1.28, is_balanced=True, breaks=Breaks.TITLE, colour=INK),
                Paragraph(dates, Weight.REGULAR, 9.4, 6, 1.45, before=0.2, colour=GREY),
            )
            strips.append(self._centred(paragraphs, after=9, stays_with_next=True))
        name = self._joined(what, 10, 1.3, before=0.5)
        return (*strips, self._centred((name,), after=10, stays_with_next=True))

    def side(self, names: Sequence[str], colour: str, *, is_again: bool = False) -> Strip:
        """Return the centred heading of a delegation over a short line in the side's colour.

        Where a delegation goes on overleaf it is smaller.
        """
        size, before = (9.4, 0.0) if is_again else (12.0, 12.0)
        stack = self._stack((self._joined(names, size, 1.35),), TEXT_WIDTH)
        items = set_down(self._typesetter, stack, _MIDDLE, before)
        foot = before + stack.height + 3
        bar = points(22)
        items.append(Box((TEXT_WIDTH - bar) / 2, foot, bar, 1.6, colour_of(colour)))
        return Strip(Block(tuple(items)), foot + 8, stays_with_next=True)

    def table_head(self, texts: Sequence[str]) -> Strip:
        """Return the headings of the columns between two lines."""
        items, height = self._row_of(texts, self._columns, 3.2, (SMALL, 1.3), is_grey=True)
        height += 3.2
        items += [across(0.0, 0.7, INK), across(height, 0.35, INK)]
        return Strip(Block(tuple(items)), height, stays_with_next=True)

    def heading(self, texts: Sequence[str]) -> Strip:
        """Return a heading inside a delegation, in the columns of its languages."""
        columns = (_BESIDE_NUMBER,) if self._is_table else self._columns
        items, height = self._row_of(texts, columns, 9.0, (BODY, 1.3), is_grey=False)
        height += 3.4
        items.append(across(height, 0.35, INK))
        return Strip(Block(tuple(items)), height, stays_with_next=True)

    def remark(self, texts: Sequence[str]) -> Strip:
        """Return a sentence in each language where rows would stand."""
        paragraphs = tuple(Paragraph(text, Weight.REGULAR, BODY, 6, 1.5, colour=GREY) for text in texts)
        return self._centred(paragraphs, before=14, after=14)

    def subtitle(self, texts: Sequence[str]) -> Strip:
        """Return small centred lines that stand back, closing an opening; they break at their separators."""
        paragraphs = tuple(
            Paragraph(text, Weight.REGULAR, SMALL, 8, 1.45, breaks=Breaks.PARTS, colour=GREY)
            for text in texts
        )
        return self._centred(paragraphs, after=6, stays_with_next=True)

    def foot(self, lines: Sequence[FootLine]) -> Strip:
        """Return the foot of a page: each language whole, on one line if it fits, else on more."""
        items: list[Item] = [across(0.0, 0.35, HAIRLINE)]
        baseline, above = 5.0 + SMALL, None
        for line in lines:
            page = self._typesetter.width(line.page, Weight.REGULAR, SMALL)
            own = self._foot_lines(line, TEXT_WIDTH - page - _FOOT_GAP) or [""]
            for place, text in enumerate(own):
                baseline += 0.0 if above is None else self._pitch(above, text)
                items.append(Text(0.0, baseline, text, Weight.REGULAR, SMALL, GREY))
                if not place:
                    items.append(Text(TEXT_WIDTH - page, baseline, line.page, Weight.REGULAR, SMALL, GREY))
                above = text
        return Strip(Block(tuple(items)), baseline + SMALL * 0.4)

    def _pitch(self, above: str, below: str) -> float:
        """Return how far apart the baselines of two lines at the foot are, with room for what they have."""
        foot, top = (
            self._typesetter.ink(above, Weight.REGULAR)[1],
            self._typesetter.ink(below, Weight.REGULAR)[0],
        )
        return SMALL * max(1.4, foot + top + 0.02)

    def _foot_lines(self, line: FootLine, room: float) -> list[str]:
        """Return name and state, as many parts on a line as fit; one that is wider is wrapped."""
        found: list[str] = []
        for part in (line.name, *line.state):
            joined = f"{found[-1]}{line.separator}{part}" if found else part
            if found and self._typesetter.width(joined, Weight.REGULAR, SMALL) <= room:
                found[-1] = joined
            else:
                found += self._typesetter.wrap(part, Weight.REGULAR, SMALL, room, parts=True)
        return found

    def _joined(self, texts: Sequence[str], size: float, leading: float, before: float = 0.0) -> Paragraph:
        text = SEPARATOR.join(dict.fromkeys(texts))
        return Paragraph(
            text, Weight.BOLD, size, 8, leading, before, is_balanced=True, breaks=Breaks.PARTS, colour=INK
        )

    def _row_of(
        self,
        texts: Sequence[str],
        columns: Sequence[Column],
        top: float,
        size_and_leading: tuple[float, float],
        *,
        is_grey: bool,
    ) -> tuple[list[Item], float]:
        items: list[Item] = []
        foot = top
        size, leading = size_and_leading
        for column, text in zip(columns, texts, strict=True):
            paragraph = Paragraph(text, Weight.BOLD, size, 8, leading, colour=GREY if is_grey else INK)
            stack = self._stack((paragraph,), column.width)
            items += set_down(self._typesetter, stack, column, top)
            foot = max(foot, top + stack.height)
        return items, foot

    def _stack(self, paragraphs: tuple[Paragraph, ...], width: float) -> Stack:
        return self._typesetter.stack(paragraphs, width, inf, SMALLEST)

    def _centred(
        self,
        paragraphs: tuple[Paragraph, ...],
        *,
        before: float = 0.0,
        after: float = 0.0,
        stays_with_next: bool = False,
    ) -> Strip:
        stack = self._stack(paragraphs, TEXT_WIDTH)
        items = set_down(self._typesetter, stack, _MIDDLE, before)
        return Strip(Block(tuple(items)), before + stack.height + after, stays_with_next)
