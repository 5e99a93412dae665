"""Turns pages of a finished PDF into pixels, for the preview and for the printer."""

from dataclasses import dataclass
from threading import RLock
from types import TracebackType
from typing import Any, Self

import pypdfium2
from pypdfium2 import raw as pdfium

from alternat.errors import AlternatError
from alternat.language.messages import mark

POINTS_PER_MM = 72 / 25.4

# PDFium keeps state of its own for the whole process and must never be entered by two threads at once.
# Re-entrant, because the collector may close a forgotten document while this thread holds the lock.
_PDFIUM = RLock()


class DamagedPdfError(AlternatError):
    """The bytes are not a PDF that can be shown."""

    template = mark("These pages cannot be shown, because the PDF is damaged. Produce the document again.")


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of one page in millimetres, as it is read (a landscape page is wider than high)."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Clip:
    """A part of a rastered page, in pixels from the page's top left corner."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page in millimetres from its top left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Pixels of a page on white, four bytes each (blue, green, red, unused), rows from the top, unpadded."""

    width: int
    height: int
    pixels: bytes

    @property
    def stride(self) -> int:
        """Return the bytes of one row."""
        return self.width * 4


def pixel_size(size: PageSize, scale: float) -> tuple[int, int]:
    """Return the width and height in pixels of paper at `scale` pixels per millimetre."""
    return max(1, round(size.width * scale)), max(1, round(size.height * scale))


class Pages:
    """The pages of one PDF, ready to be rastered by any thread; close it, or use it in a `with`.

    Keeping the document open makes the next page cost 2 ms instead of 8: embedded fonts are parsed once.
    """

    def __init__(self, pdf: bytes) -> None:
        """Open a PDF; bytes that are not one are an `DamagedPdfError`."""
        self._document: Any = None
        with _PDFIUM:
            try:
                document = pypdfium2.PdfDocument(pdf)
                points = [document.get_page_size(page) for page in range(len(document))]
            except pypdfium2.PdfiumError as error:
                raise DamagedPdfError from error
        self._document = document
        self.sizes = tuple(PageSize(w / POINTS_PER_MM, h / POINTS_PER_MM) for w, h in points)

    def __len__(self) -> int:
        return len(self.sizes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Free the document; the sizes stay, further pixels and texts are a ValueError."""
        with _PDFIUM:
            if self._document is not None:
                self._document.close()
                self._document = None

    def pixel_size(self, page: int, scale: float) -> tuple[int, int]:
        """Return the width and height of a whole page in pixels at `scale` pixels per millimetre."""
        return pixel_size(self.sizes[page], scale)

    def bitmap(self, page: int, scale: float, clip: Clip | None = None) -> Bitmap:
        """Return a page, numbered from 0, at `scale` pixels per millimetre; of a `clip` only that part."""
        width, height = self.pixel_size(page, scale)
        part = clip or Clip(0, 0, width, height)
        with _PDFIUM:
            opened = self._open_page(page)
            target = pypdfium2.PdfBitmap.new_native(part.width, part.height, pdfium.FPDFBitmap_BGRx)
            try:
                target.fill_rect((255, 255, 255, 255), 0, 0, part.width, part.height)
                pdfium.FPDF_RenderPageBitmap(target, opened, -part.left, -part.top, width, height, 0, 0)
                return Bitmap(part.width, part.height, bytes(target.buffer))
            finally:
                target.close()
                opened.close()

    def text(self, page: int, area: Area | None = None) -> str:
        """Return the text of a page, or of an area of it, line by line in its order on paper.

        Screen readers read it, so lines end with a newline and nothing else is added.
        """
        with _PDFIUM:
            opened = self._open_page(page)
            try:
                texts = opened.get_textpage()
                try:
                    return _text(texts, self.sizes[page], area)
                finally:
                    texts.close()
            finally:
                opened.close()

    def _open_page(self, page: int) -> Any:
        if self._document is None:
            raise ValueError("these pages are closed")
        return self._document[page]


def _text(texts: Any, size: PageSize, area: Area | None) -> str:
    if area is None:
        found = texts.get_text_bounded()
    else:
        found = texts.get_text_bounded(
            left=area.left * POINTS_PER_MM,
            right=(area.left + area.width) * POINTS_PER_MM,
            top=(size.height - area.top) * POINTS_PER_MM,
            bottom=(size.height - area.top - area.height) * POINTS_PER_MM,
        )
    return str(found).replace("\r\n", "\n")
