"""Where each page of the preview lies: pure geometry, from millimetres of paper to pixels of the window."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from alternat.documents.press.raster import PageSize

MARGIN = 16.0
"""Pixels between the pages and the edge of the view."""
GAP = 12.0
"""Pixels between two pages."""
SMALLEST, LARGEST = 0.1, 6.0
"""The zoom that can be reached by hand, as a factor of the real size."""


class Fit(StrEnum):
    """What decides the scale of the pages."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Zoom:
    """The chosen scale: fitted to the view, or free with `factor` 1.0 for the real size."""

    fit: Fit = Fit.WIDTH
    factor: float = 1.0

    @classmethod
    def free(cls, factor: float) -> "Zoom":
        """Return a free zoom, kept within what can be reached by hand."""
        return cls(Fit.FREE, min(LARGEST, max(SMALLEST, factor)))


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle of a page in the pixels of the whole scrolled content."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.top + self.height

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point of the content lies on the page."""
        return self.left <= x < self.left + self.width and self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on paper, which stays the same while scale, options or contents change: a page, in mm."""

    page: int = 0
    x: float = 0.0
    y: float = 0.0


START = Spot(0, -inf, -inf)
"""The very beginning, with the margin before the first page."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The arranged pages; `scale` is in pixels per millimetre, the other measures are pixels."""

    scale: float
    columns: int
    frames: tuple[Frame, ...]
    width: float
    height: float

    def visible(self, top: float, bottom: float) -> range:
        """Return the pages, numbered from 0, that show between two heights of the content."""
        first = bisect_right(self.frames, top, key=lambda frame: frame.bottom)
        last = bisect_left(self.frames, bottom, key=lambda frame: frame.top)
        return range(first - first % self.columns, max(first, last))

    def page_at(self, x: float, y: float) -> int | None:
        """Return the page under a point of the content."""
        return next((page for page in self.visible(y, y + 1) if self.frames[page].holds(x, y)), None)

    def spot(self, x: float, y: float) -> Spot:
        """Return the point on paper under a point of the content, on the page at or above it."""
        if not self.frames:
            return START
        row = bisect_right(self.frames, y, key=lambda frame: frame.top) - 1
        page = max(0, row - row % self.columns)
        right = page + self.columns - 1
        if page < right < len(self.frames) and x >= self.frames[right].left:
            page = right
        frame = self.frames[page]
        return Spot(page, (x - frame.left) / self.scale, (y - frame.top) / self.scale)

    def point(self, spot: Spot) -> tuple[float, float]:
        """Return where a point on paper lies in the content; of a page that is gone, the end of the last."""
        if not self.frames:
            return 0.0, 0.0
        page = min(spot.page, len(self.frames) - 1)
        frame = self.frames[page]
        y = frame.height if page < spot.page else min(spot.y * self.scale, frame.height + GAP)
        return max(0.0, frame.left + spot.x * self.scale), max(0.0, frame.top + y)


def arrange(
    sizes: Sequence[PageSize],
    view: tuple[float, float],
    zoom: Zoom,
    real_scale: float,
    *,
    two_up: bool = False,
) -> Layout:
    """Return the layout of pages in a view of some width and height in pixels.

    `real_scale` is how many pixels of this screen make one millimetre.
    """
    columns = 2 if two_up and len(sizes) > 1 else 1
    if not sizes:
        return Layout(real_scale, 1, (), *view)
    widest = max(size.width for size in sizes)
    tallest = max(size.height for size in sizes)
    room = view[0] - 2 * MARGIN - GAP * (columns - 1), view[1] - 2 * MARGIN
    scale = _scale(zoom, real_scale, room, (widest * columns, tallest))
    column = widest * scale
    content = columns * column + GAP * (columns - 1) + 2 * MARGIN
    left = max(0.0, (view[0] - content) / 2) + MARGIN
    frames: list[Frame] = []
    top = MARGIN
    for start in range(0, len(sizes), columns):
        row = sizes[start : start + columns]
        for place, size in enumerate(row):
            slack = (column - size.width * scale) / 2
            x = left + place * (column + GAP) + slack
            frames.append(Frame(x, top, size.width * scale, size.height * scale))
        top += max(size.height for size in row) * scale + GAP
    height = top - GAP + MARGIN
    if height < view[1]:
        lower = (view[1] - height) / 2 if zoom.fit is Fit.PAGE else 0.0
        frames = [Frame(each.left, each.top + lower, each.width, each.height) for each in frames]
    return Layout(scale, columns, tuple(frames), max(content, view[0]), max(height, view[1]))


def _scale(zoom: Zoom, real_scale: float, room: tuple[float, float], paper: tuple[float, float]) -> float:
    smallest = SMALLEST * real_scale
    if zoom.fit is Fit.FREE:
        return zoom.factor * real_scale
    by_width = max(smallest, room[0] / paper[0])
    return by_width if zoom.fit is Fit.WIDTH else max(smallest, min(by_width, room[1] / paper[1]))
