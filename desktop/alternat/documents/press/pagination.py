"""Rows put onto pages: none is ever split, headings stay with what they head and come again overleaf."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from alternat.documents.press.drawing import Block

_LEAST_ROOM_FOR_SECTION = 0.3
"""A section that does not fit whole begins on the page only if that share of the page is left."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Something as wide as the text and `height` points high; it stays with the next if told so."""

    block: Block
    height: float
    stays_with_next: bool = False
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Strips under a heading: `head` stands above the first, `again` at the top of every further page."""

    head: tuple[Strip, ...]
    again: tuple[Strip, ...]
    body: tuple[Strip, ...]

    @property
    def height(self) -> float:
        """Return the height of the section on one endless page, in points."""
        return _height(self.head) + _height(self.body)


@dataclass(frozen=True, slots=True)
class PutStrip:
    """A strip and the distance of its top from the top of the text, in points."""

    top: float
    strip: Strip


def _height(strips: Iterable[Strip]) -> float:
    return sum(strip.height for strip in strips)


def paginate(
    opening: Sequence[Strip], sections: Sequence[Section], height: float, *, least_at_end: int = 0
) -> tuple[tuple[PutStrip, ...], ...]:
    """Return the strips of each page, `height` points high: first the opening, then the sections.

    A strip higher than a page would have a page of its own and stick out, so rows are kept lower than that.
    A last page with fewer rows than `least_at_end` takes some from the page before it, if they fit and that
    page keeps as many.
    """
    groups = [(section, list(_groups(section.body))) for section in sections]
    filling = _fill(opening, groups, height)
    starts, wanted = filling.starts_of_pages, filling.put_rows - least_at_end
    if len(starts) == 1 or wanted >= starts[-1] or wanted - starts[-2] < least_at_end:
        return filling.pages()
    moved = _fill(opening, groups, height, turn_at=wanted)
    is_better = len(moved.starts_of_pages) == len(filling.starts_of_pages)
    return moved.pages() if is_better else filling.pages()


def _fill(
    opening: Sequence[Strip],
    sections: Sequence[tuple[Section, Sequence[list[Strip]]]],
    height: float,
    turn_at: int | None = None,
) -> "_Filling":
    """Return pages filled in order; the row of the number `turn_at`, from 0, begins a page in any case."""
    filling = _Filling(height)
    filling.put(opening)
    for section, groups in sections:
        room = height - filling.used
        is_turned = bool(groups) and filling.put_rows == turn_at
        is_late = section.height > room and room < height * _LEAST_ROOM_FOR_SECTION
        if filling.used and (is_turned or is_late):
            filling.turn()
        filling.put_group([*section.head, *(groups[0] if groups else ())])
        filling.put_rows += bool(groups)
        for group in groups[1:]:
            if _height(group) > height - filling.used or filling.put_rows == turn_at:
                filling.turn()
                filling.put(section.again)
            filling.put(group)
            filling.put_rows += 1
    return filling


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Yield the strips in the smallest groups that must stay together."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.stays_with_next:
            yield group
            group = []
    if group:
        yield group


class _Filling:
    """Pages being filled from the top."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._pages: list[list[PutStrip]] = [[]]
        self.used = 0.0
        self.put_rows = 0
        """How many rows have been put, what stays together counted as one."""
        self.starts_of_pages = [0]
        """How many rows had been put when each page began."""

    def put(self, strips: Iterable[Strip]) -> None:
        for strip in strips:
            self._pages[-1].append(PutStrip(self.used, strip))
            self.used += strip.height

    def put_group(self, strips: Sequence[Strip]) -> None:
        if self.used and _height(strips) > self._height - self.used:
            self.turn()
        self.put(strips)

    def turn(self) -> None:
        self._pages.append([])
        self.used = 0.0
        self.starts_of_pages.append(self.put_rows)

    def pages(self) -> tuple[tuple[PutStrip, ...], ...]:
        return tuple(map(tuple, self._pages))
