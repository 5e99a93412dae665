"""A composed document as pages that can be seen at once: each is written and rastered when it is wanted."""

from collections import OrderedDict
from threading import RLock
from typing import Any

from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition
from alternat.documents.press.paper import millimetres
from alternat.documents.press.raster import Area, Bitmap, Clip, Pages, PageSize, pixel_size
from alternat.documents.printing import Press

KEPT = 16
"""How many single pages are kept open; each holds the few fonts it uses."""


class SharedPress:
    """One `Press` that several threads take turns at, so that what it remembers serves them all."""

    def __init__(self) -> None:
        self._press = Press()
        self._lock = RLock()

    def compose(self, kind: DocumentKind[Any, Any], values: Any, options: Any, mark: str = "") -> Composition:
        """Return a document laid out, with its mark."""
        with self._lock:
            return self._press.compose(kind, values, options, mark)

    def write(self, composition: Composition, pages: tuple[int, ...] | None = None) -> bytes:
        """Return the PDF of a composition, or of some of its pages."""
        with self._lock:
            return self._press.write(composition, pages)


class ComposedPages:
    """The pages of a composition, as `raster.Pages` has those of a PDF; any thread may ask for pixels.

    After a change in a long document the pages that show are there in the time of one page, not of all.
    """

    def __init__(self, press: SharedPress, composition: Composition) -> None:
        self.composition = composition
        self.sizes = tuple(
            PageSize(millimetres(page.width), millimetres(page.height)) for page in composition.pages
        )
        self._press = press
        self._lock = RLock()
        self._open: OrderedDict[int, Pages] = OrderedDict()

    def __len__(self) -> int:
        return len(self.sizes)

    def pixel_size(self, page: int, scale: float) -> tuple[int, int]:
        """Return the width and height of a whole page in pixels at `scale` pixels per millimetre."""
        return pixel_size(self.sizes[page], scale)

    def bitmap(self, page: int, scale: float, clip: Clip | None = None) -> Bitmap:
        """Return a page, numbered from 0, at `scale` pixels per millimetre; of a `clip` only that part."""
        return self._page(page).bitmap(0, scale, clip)

    def text(self, page: int, area: Area | None = None) -> str:
        """Return the text of a page, or of an area of it."""
        return self._page(page).text(0, area)

    def pdf(self) -> bytes:
        """Return the whole document as it is saved."""
        return self._press.write(self.composition)

    def _page(self, page: int) -> Pages:
        with self._lock:
            if page not in self._open:
                self._open[page] = Pages(self._press.write(self.composition, (page,)))
                if len(self._open) > KEPT:
                    self._open.popitem(last=False)
            self._open.move_to_end(page)
            return self._open[page]
