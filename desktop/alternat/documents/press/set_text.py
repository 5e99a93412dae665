"""Text as it is set: lines with the room that their letters need above and below, so that no ink touches."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from alternat.documents.press.drawing import Colour
from alternat.documents.press.fonts import Weight

CAP_HEIGHT = 0.714
"""Of Noto Sans, as a factor of the size; Han characters are centred on nearly the same line."""
_APART = 0.05
"""The least distance between the ink of two lines, as a factor of the size."""
_SURROUND = 0.05
"""How far ink may reach out of a stack, as a factor of the size: other things keep more away from it."""

Ink = Callable[[str, Weight], tuple[float, float]]
"""How far the ink of a text reaches above and below its baseline, as factors of the size."""


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph in lines, at the size at which it fits; heights are in points.

    `rises` is how much more than the leading each line keeps from the one above it, for marks that stand
    higher or lower than letters do; `sink` is the room below the last line for the same reason.
    """

    lines: tuple[str, ...]
    weight: Weight
    size: float
    leading: float
    before: float
    colour: Colour
    is_cut: bool
    rises: tuple[float, ...] = ()
    sink: float = 0.0

    @property
    def height(self) -> float:
        """Return the height of the lines with the space above them, in points."""
        return self.before + len(self.lines) * self.leading + sum(self.rises) + self.sink

    def baselines(self) -> Iterator[tuple[str, float]]:
        """Yield each line and how far its baseline is below the top of the paragraph."""
        top = self.before
        for place, line in enumerate(self.lines):
            top += self.rises[place] if self.rises else 0.0
            yield line, top + baseline_in(self.leading, self.size)
            top += self.leading

    def first(self, count: int) -> "SetParagraph":
        """Return the paragraph with so many of its lines; it is cut if that is not all of them."""
        lines = self.lines[:count]
        return replace(
            self,
            lines=lines,
            before=self.before if lines else 0.0,
            is_cut=self.is_cut or len(lines) < len(self.lines),
            rises=self.rises[:count],
            sink=self.sink if lines else 0.0,
        )


@dataclass(frozen=True, slots=True)
class Stack:
    """Paragraphs set one above the other, all shrunk by one factor."""

    paragraphs: tuple[SetParagraph, ...]

    @property
    def height(self) -> float:
        """Return the height of the stack in points."""
        return sum(paragraph.height for paragraph in self.paragraphs)

    @property
    def is_cut(self) -> bool:
        """Return whether a text had to be cut off."""
        return any(paragraph.is_cut for paragraph in self.paragraphs)


def baseline_in(height: float, size: float) -> float:
    """Return how far below the top of a line of that height its baseline lies to centre capitals."""
    return (height + size * CAP_HEIGHT) / 2


def with_room(paragraphs: tuple[SetParagraph, ...], ink: Ink) -> Stack:
    """Return the paragraphs as a stack in which the ink of no line touches that of another."""
    found: list[SetParagraph] = []
    free: float | None = None
    for paragraph in paragraphs:
        size, above = paragraph.size, baseline_in(paragraph.leading, paragraph.size)
        below = paragraph.leading - above
        rises: list[float] = []
        for line in paragraph.lines:
            top, foot = ink(line, paragraph.weight)
            before = 0.0 if rises else paragraph.before
            room = _SURROUND * size if free is None else free - _APART * size
            rises.append(max(0.0, top * size - above - before - room))
            free = below - foot * size
        found.append(replace(paragraph, rises=tuple(rises)) if any(rises) else paragraph)
    if found and free is not None:
        last = found[-1]
        found[-1] = replace(last, sink=max(0.0, -free - _SURROUND * last.size))
    return Stack(tuple(found))
