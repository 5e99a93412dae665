"""Pages become pixels: the right size, the right colours, from any thread, in parts that fit together."""

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from reportlab.lib.pagesizes import A4, landscape, letter
from reportlab.pdfgen.canvas import Canvas

from alternat.documents.press.raster import Area, Clip, DamagedPdfError, Pages, PageSize

WHITE = b"\xff\xff\xff"
RED = b"\x00\x00\xff"


def painted_pdf() -> bytes:
    """Return an A4 page with a red square at the top left corner, and a landscape Letter page with a word."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, A4[1] - 72, 72, 72, stroke=0, fill=1)
    canvas.showPage()
    canvas.setPageSize(landscape(letter))
    canvas.drawString(72, 300, "Ottawa")
    canvas.drawString(72, 280, "Beijing")
    canvas.save()
    return target.getvalue()


@pytest.fixture
def pages() -> Iterator[Pages]:
    with Pages(painted_pdf()) as opened:
        yield opened


def colour(pixels: bytes, stride: int, x: int, y: int) -> bytes:
    start = y * stride + x * 4
    return pixels[start : start + 3]


def test_sizes_are_in_millimetres_as_the_page_is_read(pages: Pages) -> None:
    assert [PageSize(round(s.width, 1), round(s.height, 1)) for s in pages.sizes] == [
        PageSize(210.0, 297.0),
        PageSize(279.4, 215.9),
    ]


def test_a_page_is_drawn_on_white_with_its_top_left_corner_first(pages: Pages) -> None:
    whole = pages.bitmap(0, 2.0)
    assert (whole.width, whole.height, len(whole.pixels)) == (420, 594, 420 * 594 * 4)
    assert colour(whole.pixels, whole.stride, 5, 5) == RED
    assert colour(whole.pixels, whole.stride, 60, 5) == WHITE
    assert colour(whole.pixels, whole.stride, 5, 590) == WHITE


def test_a_part_has_the_same_pixels_as_the_whole_page(pages: Pages) -> None:
    whole = pages.bitmap(1, 4.0)
    part = Clip(100, 400, 300, 200)
    cut = b"".join(
        whole.pixels[row * whole.stride + part.left * 4 : row * whole.stride + (part.left + part.width) * 4]
        for row in range(part.top, part.top + part.height)
    )
    assert pages.bitmap(1, 4.0, part).pixels == cut


def test_the_text_of_a_page_comes_line_by_line(pages: Pages) -> None:
    assert [pages.text(0), pages.text(1)] == ["", "Ottawa\nBeijing"]


def test_the_text_of_an_area_is_only_what_stands_in_it(pages: Pages) -> None:
    assert pages.text(1, Area(left=20, top=215.9 - 108, width=60, height=6)) == "Ottawa"


def test_many_threads_get_the_same_pixels(pages: Pages) -> None:
    expected = pages.bitmap(1, 3.0)
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda _turn: pages.bitmap(1, 3.0), range(24)))
    assert drawn == [expected] * 24


def test_threads_with_documents_of_their_own_do_not_disturb_each_other() -> None:
    def draw(_turn: int) -> bytes:
        with Pages(painted_pdf()) as own:
            return own.bitmap(0, 1.0).pixels

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(draw, range(16)))) == 1


@pytest.mark.parametrize("content", [b"", b"not a PDF", painted_pdf()[:200]])
def test_bytes_that_are_not_a_pdf_say_what_to_do(content: bytes) -> None:
    with pytest.raises(DamagedPdfError, match="Produce the document again"):
        Pages(content)


def test_closed_pages_keep_their_sizes_but_draw_nothing(pages: Pages) -> None:
    pages.close()
    pages.close()
    assert len(pages) == 2
    with pytest.raises(ValueError, match="closed"):
        pages.bitmap(0, 1.0)
