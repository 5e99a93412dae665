"""One state of a document in the preview: its pages, and where on them each person is placed."""

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from alternat.documents.raster import Pages


class Placed(Protocol):
    """A badge or a row of a person on a page (numbered from 0), in millimetres from the page's top left."""

    @property
    def page(self) -> int: ...  # noqa: D102 - the class says it
    @property
    def left(self) -> float: ...  # noqa: D102
    @property
    def top(self) -> float: ...  # noqa: D102
    @property
    def width(self) -> float: ...  # noqa: D102
    @property
    def height(self) -> float: ...  # noqa: D102
    @property
    def person(self) -> int: ...  # noqa: D102


class Proof:
    """The pages and placements of a document as produced at one moment; it never changes."""

    def __init__(self, pages: Pages, placements: Sequence[Placed] = ()) -> None:
        self.pages = pages
        self.placements = tuple(placements)

    @cached_property
    def by_page(self) -> dict[int, tuple[Placed, ...]]:
        """Return the placements of each page that has any."""
        pages: dict[int, list[Placed]] = {}
        for placed in self.placements:
            pages.setdefault(placed.page, []).append(placed)
        return {page: tuple(found) for page, found in pages.items()}

    def of_person(self, person: int | None) -> tuple[Placed, ...]:
        """Return where a person is placed: nowhere, once, or several times."""
        return tuple(placed for placed in self.placements if placed.person == person)

    def at(self, page: int, x: float, y: float) -> Placed | None:
        """Return what is placed at a point of a page, in millimetres from its top left corner."""
        for placed in self.by_page.get(page, ()):
            if 0 <= x - placed.left < placed.width and 0 <= y - placed.top < placed.height:
                return placed
        return None

    def index_of(self, placed: Placed) -> int:
        """Return the place of a placement in reading order."""
        return self.placements.index(placed)
