"""Printing draws the document's own pixels at their actual size, and files get the document's own bytes."""

import io
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape, letter
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from alternat.documents.press.raster import Pages, PageSize
from alternat.documents.press.saving import FolderMissing
from alternat.ui.documents.printing import (
    PrintJob,
    Step,
    chosen_pages,
    draw_page,
    draw_steps,
    page_layout,
    print_steps,
)

RED = QColor(255, 0, 0)


def ruled_pdf(pages: int = 1, paper: tuple[float, float] = A4) -> bytes:
    """Return pages with a red square of 50 mm, 20 mm from the left and 30 mm from the top."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=paper)
    for _page in range(pages):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(20 * mm, paper[1] - 80 * mm, 50 * mm, 50 * mm, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def drawn_at(resolution: int) -> QImage:
    with Pages(ruled_pdf()) as pages:
        image = QImage(round(8.3 * resolution), round(11.7 * resolution), QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        for _band in draw_page(painter, pages, 0, resolution):
            pass
        painter.end()
        return image


@pytest.fixture
def file_printer(qapp: object, tmp_path: Path) -> QPrinter:
    del qapp
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


@pytest.mark.parametrize("resolution", [300, 600, 1200])
def test_a_millimetre_on_paper_is_a_millimetre(qapp: object, resolution: int) -> None:
    del qapp
    image = drawn_at(resolution)

    def dots(length: float) -> int:
        return round(length / 25.4 * resolution)

    middle = dots(55)
    across = [x for x in range(image.width()) if image.pixelColor(x, middle) == RED]
    down = [y for y in range(image.height()) if image.pixelColor(dots(45), y) == RED]
    assert (across[0], across[-1]) == pytest.approx((dots(20), dots(70)), abs=3)
    assert (down[0], down[-1]) == pytest.approx((dots(30), dots(80)), abs=3)


def test_a_printer_that_writes_a_pdf_gets_the_documents_own_bytes(
    file_printer: QPrinter, tmp_path: Path
) -> None:
    pdf = ruled_pdf(3)
    assert list(print_steps(file_printer, pdf)) == [Step(1, 1)]
    assert (tmp_path / "printed.pdf").read_bytes() == pdf


def test_drawn_pages_have_the_documents_paper_and_size(file_printer: QPrinter, tmp_path: Path) -> None:
    steps = list(draw_steps(file_printer, ruled_pdf(2, letter)))
    assert steps[-1] == Step(2, 2)
    with Pages((tmp_path / "printed.pdf").read_bytes()) as printed, Pages(ruled_pdf(2, letter)) as meant:
        assert len(printed) == 2
        assert [round(each.width) for each in printed.sizes] == [216, 216]
        ours, theirs = (pages.bitmap(1, 4.0) for pages in (printed, meant))
        assert ours.pixels[ours.stride * 200 + 250 * 4 :][:3] == b"\x00\x00\xff"
        assert abs(ours.pixels.count(b"\x00\x00\xff\xff") - theirs.pixels.count(b"\x00\x00\xff\xff")) < 2500


def test_the_chosen_pages_are_printed_for_every_copy(file_printer: QPrinter) -> None:
    assert chosen_pages(file_printer, 3) == (0, 1, 2)
    file_printer.setPrintRange(QPrinter.PrintRange.PageRange)
    file_printer.setFromTo(2, 9)
    file_printer.setCopyCount(2)
    assert chosen_pages(file_printer, 3) == (1, 2, 1, 2)


@pytest.mark.parametrize(
    ("size", "paper", "orientation"),
    [
        (PageSize(210, 297), QPageSize.PageSizeId.A4, QPageLayout.Orientation.Portrait),
        (PageSize(279.4, 215.9), QPageSize.PageSizeId.Letter, QPageLayout.Orientation.Landscape),
    ],
)
def test_paper_is_recognised_upright_and_lying(
    size: PageSize, paper: QPageSize.PageSizeId, orientation: QPageLayout.Orientation
) -> None:
    layout = page_layout(size)
    assert (layout.pageSize().id(), layout.orientation()) == (paper, orientation)
    assert (
        layout.fullRect(QPageLayout.Unit.Millimeter).size().toSize()
        == QSizeF(size.width, size.height).toSize()
    )


def test_a_job_tells_how_far_it_is_and_when_it_is_done(qtbot: QtBot, file_printer: QPrinter) -> None:
    job = PrintJob(file_printer, ruled_pdf())
    seen: list[tuple[int, int]] = []
    job.progressed.connect(lambda page, total: seen.append((page, total)))
    with qtbot.waitSignal(job.finished):
        job.start()
    assert seen == [(1, 1)]


def test_a_job_that_cannot_save_tells_why(qtbot: QtBot, file_printer: QPrinter, tmp_path: Path) -> None:
    file_printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    job = PrintJob(file_printer, ruled_pdf())
    with qtbot.waitSignal(job.failed) as failure:
        job.start()
    assert isinstance(failure.args[0], FolderMissing)


def test_a_cancelled_job_draws_no_more(qtbot: QtBot, file_printer: QPrinter) -> None:
    steps = draw_steps(file_printer, ruled_pdf(5, landscape(A4)))
    next(steps)
    steps.close()
    job = PrintJob(file_printer, ruled_pdf(5))
    with qtbot.assertNotEmitted(job.finished):
        job.start()
        job.cancel()
