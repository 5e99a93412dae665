"""Sends a finished document to a printer at its actual size, drawn from its own pixels."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRect, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from alternat.documents.press.raster import Clip, Pages, PageSize
from alternat.documents.press.saving import save
from alternat.errors import AlternatError
from alternat.language.messages import mark

MM_PER_INCH = 25.4
FINEST = 600
"""Dots per inch beyond which nothing on paper gains."""
BAND = 512
"""Rows of pixels that are drawn at a time, so that the window stays awake and memory small."""


class PrinterNotReady(AlternatError):
    """The printer took no pages."""

    template = mark("{printer} does not take the pages. Check that it is on and connected, then print again.")


@dataclass(frozen=True, slots=True)
class Step:
    """Printing has come to a page, numbered from 1."""

    page: int
    total: int


Steps = Generator[Step, None, None]


class PrintJob(QObject):
    """Prints a document band by band between the window's other events; it can be cancelled at any time."""

    progressed = Signal(int, int)
    """The page in hand, from 1, and how many there are."""
    finished = Signal()
    failed = Signal(object)
    """The `AlternatError` that ended it."""

    def __init__(self, printer: QPrinter, pdf: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._steps = print_steps(printer, pdf)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)

    def start(self) -> None:
        """Begin; the signals tell the rest."""
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop where it is and print no more."""
        self._timer.stop()
        self._printer.abort()
        self._steps.close()

    @Slot()
    def _advance(self) -> None:
        try:
            step = next(self._steps)
        except StopIteration:
            self._timer.stop()
            self.finished.emit()
        except AlternatError as error:
            self._timer.stop()
            self.failed.emit(error)
        else:
            self.progressed.emit(step.page, step.total)


def print_steps(printer: QPrinter, pdf: bytes) -> Steps:
    """Print a document step by step; a printer that writes a PDF gets the document's own bytes.

    Qt's PDF writer would give wrong Chinese back when text is copied, so it is never used.
    """
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        return _save_steps(Path(printer.outputFileName()), pdf)
    return draw_steps(printer, pdf)


def draw_steps(printer: QPrinter, pdf: bytes) -> Steps:
    """Draw a document on a printer at its actual size; one that takes no pages is a `PrinterNotReady`."""
    with Pages(pdf) as pages:
        chosen = chosen_pages(printer, len(pages))
        printer.setFullPage(True)
        _set_paper(printer, pages.sizes[chosen[0]])
        painter = QPainter()
        if not painter.begin(printer):
            raise PrinterNotReady(printer=printer.printerName())
        # Qt would hand the pixels on as JPEG, which frays small Chinese characters.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        try:
            for turn, page in enumerate(chosen):
                if turn:
                    _set_paper(printer, pages.sizes[page])
                    if not printer.newPage():
                        raise PrinterNotReady(printer=printer.printerName())
                for _band in draw_page(painter, pages, page, printer.resolution()):
                    yield Step(turn + 1, len(chosen))
        finally:
            painter.end()


def draw_page(painter: QPainter, pages: Pages, page: int, resolution: int) -> Generator[None, None, None]:
    """Draw a page at `resolution` dots per inch, a band of it at every step, from the painter's origin."""
    coarser = -(-resolution // FINEST)
    scale = resolution / coarser / MM_PER_INCH
    width, height = pages.pixel_size(page, scale)
    for top in range(0, height, BAND):
        rows = min(BAND, height - top)
        band = pages.bitmap(page, scale, Clip(0, top, width, rows))
        image = QImage(band.pixels, width, rows, band.stride, QImage.Format.Format_RGB32)
        painter.drawImage(QRect(0, top * coarser, width * coarser, rows * coarser), image)
        yield


def chosen_pages(printer: QPrinter, count: int) -> tuple[int, ...]:
    """Return the pages to print, numbered from 0, in order: the chosen range, repeated for every copy."""
    first, last = 1, count
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = min(printer.fromPage(), count), min(printer.toPage(), count)
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    return tuple(range(first - 1, last)) * copies


def page_layout(size: PageSize) -> QPageLayout:
    """Return the paper for a page: its exact size, upright or lying, without margins."""
    lying = size.width > size.height
    upright = QSizeF(min(size.width, size.height), max(size.width, size.height))
    paper = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    return QPageLayout(paper, orientation, QMarginsF(0, 0, 0, 0))


def _set_paper(printer: QPrinter, size: PageSize) -> None:
    printer.setPageLayout(page_layout(size))


def _save_steps(path: Path, pdf: bytes) -> Steps:
    save(path, pdf)
    yield Step(1, 1)
