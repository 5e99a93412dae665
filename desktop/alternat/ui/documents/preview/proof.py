"""One state of a document in the preview: its pages, and where on them each person is placed."""

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from alternat.documents.press.drawing import Placement
from alternat.documents.press.raster import Area, Bitmap, Clip, PageSize


class PageSource(Protocol):
    """Pages that can be drawn and read by any thread; `raster.Pages` and `proofs.ComposedPages` are such."""

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        """Return the sizes of the pages."""

    def pixel_size(self, page: int, scale: float) -> tuple[int, int]:
        """Return the size of a page in pixels at a scale in pixels per millimetre."""

    def bitmap(self, page: int, scale: float, clip: Clip | None = None) -> Bitmap:
        """Return the pixels of a page or of a part of it."""

    def text(self, page: int, area: Area | None = None) -> str:
        """Return the text of a page or of an area of it."""


class Proof:
    """The pages and placements of a document as produced at one moment; it never changes."""

    def __init__(self, pages: PageSource, placements: Sequence[Placement] = ()) -> None:
        self.pages = pages
        self.placements = tuple(placements)

    @cached_property
    def by_page(self) -> dict[int, tuple[Placement, ...]]:
        """Return the placements of each page that has any."""
        pages: dict[int, list[Placement]] = {}
        for placed in self.placements:
            pages.setdefault(placed.page, []).append(placed)
        return {page: tuple(found) for page, found in pages.items()}

    def of_person(self, person: int | None) -> tuple[Placement, ...]:
        """Return where a person is placed: nowhere, once, or several times."""
        return tuple(placed for placed in self.placements if placed.person == person)

    def at(self, page: int, x: float, y: float) -> Placement | None:
        """Return what is placed at a point of a page, in millimetres from its top left corner."""
        for placed in self.by_page.get(page, ()):
            if 0 <= x - placed.left < placed.width and 0 <= y - placed.top < placed.height:
                return placed
        return None

    def index_of(self, placed: Placement) -> int:
        """Return the place of a placement in reading order."""
        return self.placements.index(placed)
