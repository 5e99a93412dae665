"""Keeps the rastered pages of the preview, draws missing ones in the background, and forgets the oldest."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from alternat.documents.press.raster import Bitmap, Clip
from alternat.ui.documents.preview.background import Background, Job
from alternat.ui.documents.preview.proof import PageSource

WHOLE_PAGE_PIXELS = 8_000_000
"""A page larger than this on the screen is kept whole at a coarser scale, and sharp only where it shows."""
MEMORY = 160_000_000
"""The bytes of pixels that are kept, some five full pages of a large screen."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page, or a clip of it, at a scale in device pixels per millimetre."""

    page: int
    scale: float
    clip: Clip | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """Drawn pixels, and what they are of; `edition` counts the proofs shown, so that old ones are known."""

    wanted: Wanted
    edition: int
    bitmap: Bitmap

    def image(self) -> QImage:
        """Return the pixels as an image that shares them; it may be used while this picture is kept."""
        bitmap = self.bitmap
        return QImage(bitmap.pixels, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, for screen readers."""

    page: int
    edition: int
    text: str


def whole(pages: PageSource, page: int, scale: float) -> Wanted:
    """Return the request for a whole page at a scale, or at the coarser one that fits the limit."""
    width, height = pages.pixel_size(page, scale)
    excess = width * height / WHOLE_PAGE_PIXELS
    return Wanted(page, scale / excess**0.5 if excess > 1 else scale)


@dataclass(frozen=True, slots=True)
class Draw:
    """The job of drawing one picture."""

    pages: PageSource
    edition: int
    wanted: Wanted

    def __call__(self) -> Picture:
        """Return the picture; any thread."""
        return Picture(self.wanted, self.edition, draw(self.pages, self.wanted))


@dataclass(frozen=True, slots=True)
class Read:
    """The job of reading the text of one page."""

    pages: PageSource
    edition: int
    page: int

    def __call__(self) -> PageText:
        """Return the text; any thread."""
        return PageText(self.page, self.edition, self.pages.text(self.page))


def draw(pages: PageSource, wanted: Wanted) -> Bitmap:
    """Return the pixels of a request; any thread."""
    return pages.bitmap(wanted.page, wanted.scale, wanted.clip)


class Pictures(QObject):
    """The pictures of the shown proof; those of the proof before it stay until the new ones are drawn."""

    arrived = Signal(int)
    """The page of which a new picture is there."""
    text_arrived = Signal(int, str)
    """A page and its text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: PageSource | None = None
        self._edition = 0
        self._whole: OrderedDict[int, Picture] = OrderedDict()
        self._sharp: dict[int, Picture] = {}
        self._asked: tuple[object, ...] = ()
        self._background = Background("preview-pages")
        self._background.done.connect(self._keep)
        self._background.failed.connect(self._fail)

    def show(
        self, pages: PageSource | None, drawn: Iterable[tuple[Wanted, Bitmap]] = (), *, keep_old: bool = True
    ) -> None:
        """Take the pages of a new proof, none for nothing, with those pictures that are drawn already.

        `keep_old` is for another state of the same document: the old pixels stand in until the new are there.
        """
        self._edition += 1
        self._pages = pages
        count = len(pages.sizes) if pages and keep_old else 0
        self._whole = OrderedDict((page, old) for page, old in self._whole.items() if page < count)
        self._sharp.clear()
        for wanted, bitmap in drawn:
            if pages and wanted.page < len(pages.sizes):
                self._keep(Picture(wanted, self._edition, bitmap))

    def whole(self, page: int) -> Picture | None:
        """Return the picture of a whole page, perhaps an old or coarse one."""
        return self._whole.get(page)

    def sharp(self, page: int, scale: float) -> Picture | None:
        """Return the picture of the showing part of a page at exactly this scale."""
        picture = self._sharp.get(page)
        return picture if picture and picture.wanted.scale == scale else None

    def want(self, wanted: tuple[Wanted, ...], text_of: int) -> None:
        """Draw what is missing of these, the first soonest, then read a page; drop what was asked before."""
        asked = (self._edition, wanted, text_of)
        if self._pages is None or asked == self._asked:
            return
        self._asked = asked
        jobs: list[Job] = [Draw(self._pages, self._edition, each) for each in wanted if not self._has(each)]
        jobs.append(Read(self._pages, self._edition, text_of))
        self._background.replace(jobs)

    def stop(self) -> None:
        """End the background work."""
        self._background.stop()

    def _has(self, wanted: Wanted) -> bool:
        kept = self._whole.get(wanted.page) if wanted.clip is None else self._sharp.get(wanted.page)
        return kept is not None and kept.edition == self._edition and kept.wanted == wanted

    @Slot(object)
    def _keep(self, result: Picture | PageText) -> None:
        if result.edition != self._edition:
            return
        if isinstance(result, PageText):
            self.text_arrived.emit(result.page, result.text)
            return
        page = result.wanted.page
        if result.wanted.clip is None:
            self._whole[page] = result
            self._whole.move_to_end(page)
            self._forget()
        else:
            self._sharp = {
                page: kept for page, kept in self._sharp.items() if kept.wanted.scale == result.wanted.scale
            }
            self._sharp[page] = result
        self.arrived.emit(page)

    def _forget(self) -> None:
        held = sum(len(picture.bitmap.pixels) for picture in self._whole.values())
        while held > MEMORY and len(self._whole) > 1:
            _page, oldest = self._whole.popitem(last=False)
            held -= len(oldest.bitmap.pixels)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        raise error
