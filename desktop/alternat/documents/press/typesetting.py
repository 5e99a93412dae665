"""Measuring, wrapping and fitting of text: wrap, then shrink to a floor, then say that it does not fit."""

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import ceil, log
from typing import Any, TypeVar, cast

from alternat.documents.press.drawing import BLACK, Colour
from alternat.documents.press.fonts import Fonts, Piece, Weight, clean, shipped_fonts
from alternat.documents.press.set_text import SetParagraph, Stack, with_room
from alternat.language.scripts import JOINER, breakable, is_han

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")

_STEP = 0.96
"""Sizes shrink by this factor a step: small enough that nobody sees two neighbours differ."""
_SAFE = 1e-6
"""Points; what sums of the same numbers in another order may differ by at most."""
_BALANCING_ROUNDS = 6
_KEPT_AT_END = 3
"""Characters of a Chinese name with its form of address that stay together, however long the name is."""
_MOST_REMEMBERED = 100_000
_MOST_MADE = 20_000


class Breaks(StrEnum):
    """Where the lines of a text may break."""

    TEXT = "text"
    """Wherever its languages allow."""
    TITLE = "title"
    """As text, but never after a small word such as an article, nor inside a pair such as Canada-China."""
    NAME = "name"
    """Only between the names of a name; at a hyphen only if what it joins is too long for a line."""
    WHOLE_NAME = "whole-name"
    """Only between the names of a name, however long one is."""
    HYPHENS = "hyphens"
    """After hyphens."""
    PARTS = "parts"
    """Only at `SEPARATOR`, which is left out at the end of a line."""
    LETTERS = "letters"
    """Between any two letters: for a word that is longer than a line at the smallest size."""


SEPARATOR = "  ·  "
"""Stands between equal texts on one line, such as a term in three languages."""
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"}
    | {"à", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur"}
)
_WORDED = frozenset({Breaks.TEXT, Breaks.TITLE})
_JOINTS = {Breaks.NAME: " ·", Breaks.WHOLE_NAME: " ·", Breaks.HYPHENS: "-"}
_FINER = {
    Breaks.NAME: Breaks.HYPHENS,
    Breaks.HYPHENS: Breaks.TEXT,
    Breaks.TITLE: Breaks.TEXT,
    Breaks.PARTS: Breaks.TEXT,
    Breaks.TEXT: Breaks.LETTERS,
}
_LAST_RESORTS = frozenset({Breaks.PARTS, Breaks.TEXT})
"""They give way to the finer only where even the smallest size is too large."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text to fit with others into one column.

    `size` is the full size in points; `leading`, the distance of baselines, and `before`, the space above,
    are factors of the size. It may take `most_lines` lines; `is_balanced` makes them equally long. A word
    that is too long for a line even at the smallest size goes on in the next one if `may_part`, else it is
    cut: a name on a badge waits rather than standing in pieces.
    """

    text: str
    weight: Weight
    size: float
    most_lines: int = 1
    leading: float = 1.25
    before: float = 0.0
    is_balanced: bool = False
    breaks: Breaks = Breaks.TEXT
    colour: Colour = BLACK
    may_part: bool = True


class Typesetter:
    """Measures and breaks texts, and remembers what it measured: a document says few things many times."""

    def __init__(self, fonts: Fonts | None = None) -> None:
        self.fonts = fonts or shipped_fonts()
        self._pieces: dict[tuple[str, Weight], tuple[Piece, ...]] = {}
        self._widths: dict[tuple[str, Weight], int] = {}
        self._inks: dict[tuple[str, Weight], tuple[float, float]] = {}
        self._segments: dict[tuple[str, Weight, Breaks], tuple[tuple[str, int, int], ...]] = {}
        self._wrapped: dict[tuple[str, Weight, float, Breaks, bool], tuple[str, ...]] = {}
        self._stacks: dict[tuple[tuple[Paragraph, ...], float, float, float, float], Stack] = {}
        self._made: dict[Hashable, dict[Any, Any]] = {}

    def forget_if_full(self) -> None:
        """Drop what was remembered once it is more than a long document needs."""
        memories = (self._pieces, self._widths, self._inks, self._segments, self._wrapped, self._stacks)
        for memory in memories:
            if len(memory) > _MOST_REMEMBERED:
                memory.clear()
        if sum(map(len, self._made.values())) > _MOST_MADE:
            self._made.clear()

    def once(self, make: Callable[[Key], Made]) -> Callable[[Key], Made]:
        """Return `make` as a function that makes the same thing once: a preview lays out only what changed.

        What was made is found again by any `make` that equals this one.
        """
        memory: dict[Key, Made] = cast("Any", self._made.setdefault(make, {}))

        def made(key: Key) -> Made:
            # One look-up: comparing a key of many fields with its equal takes longer than it seems.
            known = memory.get(key)
            if known is None:
                known = memory[key] = make(key)
            return known

        return made

    def pieces(self, text: str, weight: Weight) -> tuple[Piece, ...]:
        """Return the text cut by face, as `Fonts.pieces` does."""
        key = (text, weight)
        known = self._pieces.get(key)
        if known is None:
            known = self._pieces[key] = self.fonts.pieces(text, weight)
        return known

    def units(self, text: str, weight: Weight) -> int:
        """Return the width of a text in thousandths of its size."""
        key = (text, weight)
        known = self._widths.get(key)
        if known is None:
            faces = self.fonts.faces
            known = self._widths[key] = sum(
                sum(map(faces[piece.face].advances.__getitem__, piece.text))
                for piece in self.pieces(text, weight)
            )
        return known

    def ink(self, text: str, weight: Weight) -> tuple[float, float]:
        """Return how far the ink of a text reaches above and below its baseline, as factors of its size."""
        key = (text, weight)
        known = self._inks.get(key)
        if known is None:
            known = self._inks[key] = self.fonts.ink(self.pieces(text, weight))
        return known

    def width(self, text: str, weight: Weight, size: float) -> float:
        """Return the width of a text in points."""
        return self.units(text, weight) * size / 1000

    def wrap(
        self,
        text: str,
        weight: Weight,
        size: float,
        width: float,
        breaks: Breaks = Breaks.TEXT,
        *,
        parts: bool = False,
    ) -> tuple[str, ...]:
        """Return the text in lines no wider than `width` points, broken only where its language allows.

        A single word that is wider goes on in the next line with `parts`; else it stands alone on its line
        and sticks out.
        """
        units = width * 1000 / size
        key = (text, weight, units, breaks, parts)
        known = self._wrapped.get(key)
        if known is None:
            known = self._wrapped[key] = self._wrap(text, weight, units, breaks, parts=parts)
        return known

    def has_to_part(
        self, text: str, weight: Weight, size: float, width: float, breaks: Breaks = Breaks.TEXT
    ) -> bool:
        """Return whether a word of a text is longer than a line of `width` points at that size."""
        units = width * 1000 / size
        if self.units(text, weight) <= units:
            return False
        whole = Breaks.PARTS if breaks is Breaks.PARTS else Breaks.TEXT
        return any(bare > units for _, bare, _ in self._cut_to(text, weight, whole, units, parts=False))

    def _wrap(
        self, text: str, weight: Weight, units: float, breaks: Breaks, *, parts: bool
    ) -> tuple[str, ...]:
        whole = self.units(text, weight)
        if whole <= units:
            return (text,) if text else ()
        trimmed = SEPARATOR if breaks is Breaks.PARTS else None
        segments = tuple(self._cut_to(text, weight, breaks, units, parts=parts))
        # A mark such as · takes its width from its neighbours: then lines are measured, not added up.
        adds_up = whole == sum(full for _, _, full in segments)
        lines: list[list[str]] = [[]]
        used = 0
        for segment, bare, full in segments:
            so_far = "".join(lines[-1])
            wide = used + bare if adds_up else self.units((so_far + segment).rstrip(trimmed), weight)
            if so_far and wide > units:
                lines.append([])
                used = 0
            lines[-1].append(segment)
            used += full
        if breaks in _WORDED and len(lines) > 1 and _is_lonely("".join(lines[-1])):
            self._keep_company(lines, weight, units)
        return tuple("".join(line).rstrip(trimmed) for line in lines)

    def _keep_company(self, lines: list[list[str]], weight: Weight, units: float) -> None:
        """Move the end of the last line but one down, so that no Han character stands alone at the end."""
        before, last = lines[-2:]
        if len(before) > 1 and self.units("".join((before[-1], *last)).rstrip(), weight) <= units:
            last.insert(0, before.pop())

    def _cut_to(
        self, text: str, weight: Weight, breaks: Breaks, units: float, *, parts: bool
    ) -> Iterator[tuple[str, int, int]]:
        """Yield the segments; those that alone are too long are cut further, with `parts` between letters."""
        finer = _FINER.get(breaks)
        if breaks in _LAST_RESORTS and not parts:
            finer = None
        for segment in self._cut(text, weight, breaks):
            if segment[1] > units and JOINER in segment[0]:
                yield from self._cut_to(_loosened(segment[0]), weight, breaks, units, parts=parts)
            elif finer and segment[1] > units:
                yield from self._cut_to(segment[0], weight, finer, units, parts=parts)
            else:
                yield segment

    def _cut(self, text: str, weight: Weight, breaks: Breaks) -> tuple[tuple[str, int, int], ...]:
        """Return the unbreakable segments of a text with their widths, without and with spaces at the end."""
        key = (text, weight, breaks)
        known = self._segments.get(key)
        if known is None:
            trimmed = SEPARATOR if breaks is Breaks.PARTS else None
            segments = [text[start:end] for start, end in pairwise((0, *_joints(text, breaks), len(text)))]
            known = self._segments[key] = tuple(
                (segment, self.units(segment.rstrip(trimmed), weight), self.units(segment, weight))
                for segment in segments
            )
        return known

    def balanced(
        self,
        text: str,
        weight: Weight,
        size: float,
        width: float,
        breaks: Breaks = Breaks.TEXT,
        *,
        parts: bool = False,
    ) -> tuple[str, ...]:
        """Return the text in as few lines as `wrap`, of lengths as equal as possible."""
        lines = self.wrap(text, weight, size, width, breaks, parts=parts)
        if len(lines) < 2:
            return lines
        narrow, wide = width / len(lines), width
        for _ in range(_BALANCING_ROUNDS):
            middle = (narrow + wide) / 2
            tried = self.wrap(text, weight, size, middle, breaks, parts=parts)
            if len(tried) <= len(lines) and self._widest(tried, weight, size) <= middle:
                lines, wide = tried, middle
            else:
                narrow = middle
        return lines

    def _widest(self, lines: Sequence[str], weight: Weight, size: float) -> float:
        return max((self.width(line, weight, size) for line in lines), default=0.0)

    def stack(
        self,
        paragraphs: tuple[Paragraph, ...],
        width: float,
        height: float,
        floor: float,
        hang: float = 0.0,
    ) -> Stack:
        """Return the paragraphs fitted into a column of that width and height in points.

        All shrink by one factor, so that their proportions stay, but none below the size of `floor` points
        (or its own, if that is smaller). What does not fit even then is cut, with an ellipsis. `hang` is how
        far below the top the first baseline stays at any size; a stack that shrinks begins so much lower.
        """
        key = (paragraphs, width, height, floor, hang)
        known = self._stacks.get(key)
        if known is None:
            known = self._stacks[key] = self._stack(paragraphs, width, height, floor, hang)
        return known

    def _stack(
        self, paragraphs: tuple[Paragraph, ...], width: float, height: float, floor: float, hang: float
    ) -> Stack:
        cleaned = tuple((each, clean(each.text)) for each in paragraphs if each.text.strip())
        scale = self._scale_for_one_line(cleaned, width)
        bounds = tuple(self._bound(each, text, floor) for each, text in cleaned)
        parted = {text for each, text in cleaned if self._parts(each, text, width, floor)}
        while True:
            while _certainly_too_high(bounds, width, height - hang * (1 - scale), scale):
                scale *= _STEP
            stack = with_room(
                tuple(
                    self._set(
                        each, text, width, max(each.size * scale, min(floor, each.size)), parts=text in parted
                    )
                    for each, text in cleaned
                ),
                self.ink,
            )
            if not stack.is_cut and stack.height + hang * (1 - scale) <= height:
                return stack
            if all(each.size * scale <= floor for each, _ in cleaned):
                return self._shortened(stack, height) if stack.height > height else stack
            scale *= _STEP

    def _bound(self, paragraph: Paragraph, text: str, floor: float) -> "_Bound":
        size = paragraph.size
        return _Bound(
            size,
            min(floor, size),
            self.units(text.rstrip(SEPARATOR), paragraph.weight) / 1000,
            paragraph.before,
            paragraph.leading,
        )

    def _scale_for_one_line(self, cleaned: Sequence[tuple[Paragraph, str]], width: float) -> float:
        """Return the first step at which every text that may not wrap is narrow enough."""
        single = (self.width(text, each.weight, each.size) for each, text in cleaned if each.most_lines == 1)
        widest = max(single, default=0.0)
        return 1.0 if widest <= width else _STEP ** ceil(log(width / widest, _STEP))

    def _parts(self, paragraph: Paragraph, text: str, width: float, floor: float) -> bool:
        """Return whether words of a text go on in the next line, since nothing else helps."""
        smallest = min(floor, paragraph.size)
        return paragraph.may_part and self.has_to_part(
            text, paragraph.weight, smallest, width, paragraph.breaks
        )

    def _set(
        self, paragraph: Paragraph, text: str, width: float, size: float, *, parts: bool
    ) -> SetParagraph:
        breaking = self.balanced if paragraph.is_balanced else self.wrap
        lines = breaking(text, paragraph.weight, size, width, paragraph.breaks, parts=parts)
        is_cut = (
            len(lines) > paragraph.most_lines or self._widest(lines, paragraph.weight, size) > width + 0.01
        )
        if is_cut:
            lines = self._squeezed(lines[: paragraph.most_lines], paragraph.weight, size, width)
        return SetParagraph(
            lines,
            paragraph.weight,
            size,
            size * paragraph.leading,
            size * paragraph.before,
            paragraph.colour,
            is_cut,
        )

    def _squeezed(self, lines: Sequence[str], weight: Weight, size: float, width: float) -> tuple[str, ...]:
        *whole, last = lines
        return (
            *(self.shortened(line, weight, size, width) for line in whole),
            self.shortened(last + "…", weight, size, width),
        )

    def shortened(self, line: str, weight: Weight, size: float, width: float) -> str:
        """Return a line no wider than `width` points; one that had to be cut ends in an ellipsis."""
        while self.width(line, weight, size) > width and len(line) > 1:
            line = line.removesuffix("…")[:-1].rstrip() + "…"
        return line

    def _shortened(self, stack: Stack, height: float) -> Stack:
        """Return the stack with lines taken from its last paragraphs until it is no higher than `height`."""
        kept: list[SetParagraph] = []
        left = height
        for paragraph in stack.paragraphs:
            count = len(paragraph.lines)
            while count and paragraph.first(count).height > left + _SAFE:
                count -= 1
            fitted = paragraph.first(count)
            kept.append(fitted)
            left -= fitted.height
        return Stack(tuple(kept))


@dataclass(frozen=True, slots=True)
class _Bound:
    """What tells without breaking lines that a paragraph takes at least so much height: see `Paragraph`."""

    size: float
    floor: float
    ems: float
    """The width of the whole text, in its sizes, without what is left out at the end of a line."""
    before: float
    leading: float


def _certainly_too_high(bounds: Sequence[_Bound], width: float, height: float, scale: float) -> bool:
    """Return whether texts cannot fit at this scale, though they could at a smaller one.

    It is far quicker than setting them, so steps that are too large are passed over. A text wider than the
    column takes two lines or more.
    """
    least, can_shrink = 0.0, False
    for each in bounds:
        size = each.size * scale
        if size > each.floor:
            can_shrink = True
        else:
            size = each.floor
        least += size * (each.before + (each.leading if each.ems * size <= width else 2 * each.leading))
    return can_shrink and least > height + _SAFE


def _is_lonely(line: str) -> bool:
    """Return whether a line has one Han character and, but for marks behind it, nothing else."""
    bare = line.replace(JOINER, "").strip()
    return bool(bare) and is_han(bare[0]) and not any(map(str.isalnum, bare[1:]))


def _joints(text: str, breaks: Breaks) -> tuple[int, ...]:
    """Return the indices before which a line may break."""
    if breaks is Breaks.PARTS:
        return tuple(match.end() for match in re.finditer(re.escape(SEPARATOR), text))
    if breaks is Breaks.TITLE:
        return tuple(
            index
            for index in breakable(text)
            if text[index - 1] != "-" and _last_word(text, index) not in _SMALL_WORDS
        )
    if breaks is Breaks.LETTERS:
        return _between_letters(text)
    after = _JOINTS.get(breaks)
    return tuple(index for index in breakable(text) if after is None or text[index - 1] in after)


def _loosened(segment: str) -> str:
    """Return a part of a name that may be broken, but for its end: a form of address is never left alone."""
    parts = segment.split(JOINER)
    kept = _KEPT_AT_END if len(parts) > _KEPT_AT_END else 0
    return "".join(parts[: len(parts) - kept]) + JOINER.join(parts[len(parts) - kept :])


def _between_letters(text: str) -> tuple[int, ...]:
    """Return the indices before which a word may go on in the next line: two letters of it at least."""
    return tuple(
        index for index in range(2, len(text.rstrip()) - 1) if not unicodedata.combining(text[index])
    )


def _last_word(text: str, end: int) -> str:
    words = text[:end].split()
    return words[-1].casefold() if words else ""
