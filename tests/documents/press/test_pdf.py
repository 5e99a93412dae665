import io
from datetime import date
from typing import Any

import pypdf
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib import rl_accel

from alternat.documents.press.drawing import (
    Bits,
    Block,
    Box,
    DocumentInfo,
    Item,
    Page,
    Picture,
    Placed,
    Rule,
    Text,
)
from alternat.documents.press.fonts import Weight
from alternat.documents.press.pdf import PdfWriter
from alternat.documents.press.typesetting import Typesetter
from alternat.language.label import Language
from tests.documents.reading import glyphs, picture

TYPESETTER = Typesetter()
INFO = DocumentInfo("Badge – 胸牌", "2027", Language.FR, date(2027, 6, 2))
HARD = (
    "Élise CÔTÉ",
    "14\u00a0h\u00a030 « oui »",
    "Łukasz Ćwik",
    "买买提·艾力·阿不都热依木",
    "𬭎𫖮𪾢镕",
    "他说“好”（……），走了。",
    "王\u3000芳",
    "Hwa Ⅳ ③ №",
    "f(x)\\<>%",
)


def page(*items: Item, width: float = 400, height: float = 300) -> Page:
    return Page(width, height, (Placed(20, 20, Block(items)),))


def written(*pages: Page) -> bytes:
    return PdfWriter(TYPESETTER).write(pages, INFO)


def lines(*texts: str) -> Page:
    return page(*(Text(0, 20 + 20 * row, text, list(Weight)[row % 2], 11) for row, text in enumerate(texts)))


def test_text_copies_out_exactly_as_it_was_typed() -> None:
    pdf = written(lines(*HARD))
    (read,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert read.extract_text().splitlines() == list(HARD)


def test_a_second_reader_copies_out_the_same() -> None:
    document = pdfium.PdfDocument(written(lines(*HARD)))
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert text.split("\r\n") == list(HARD)


def test_every_font_is_embedded_and_a_subset() -> None:
    reader: Any = pypdf.PdfReader(io.BytesIO(written(lines(*HARD))))
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    assert len(fonts) == 4
    for font in fonts:
        descendant = font["/DescendantFonts"][0].get_object()
        descriptor = descendant["/FontDescriptor"].get_object()
        assert font["/BaseFont"][7] == "+"
        assert font["/Subtype"] == "/Type0"
        assert 0 < len(descriptor["/FontFile2"].get_object().get_data()) < 40_000


def test_the_same_pages_give_the_same_bytes() -> None:
    assert written(lines(*HARD)) == written(lines(*HARD))


def test_the_file_tells_title_language_and_day_but_no_author() -> None:
    reader: Any = pypdf.PdfReader(io.BytesIO(written(lines("x"))))
    assert dict(reader.metadata or {}) == {
        "/Title": "Badge – 胸牌",
        "/Subject": "2027",
        "/Producer": "Alternat",
        "/CreationDate": "D:20270602",
    }
    assert reader.root_object["/Lang"] == "fr-CA"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_nothing_in_the_file_names_a_person_or_the_moment() -> None:
    pdf = written(lines("x"))
    assert b"Author" not in pdf
    assert b"ModDate" not in pdf


def test_characters_that_no_font_has_leave_no_mark() -> None:
    assert [glyph.character for glyph in glyphs(written(lines("a𓀀b")))] == ["a", "b"]


def test_widths_in_the_file_are_the_widths_that_were_measured() -> None:
    text = "Élise CÔTÉ 王芳 𬭎 ok"
    drawn = glyphs(written(page(Text(0, 50, text + "|", Weight.BOLD, 20))))
    bar = drawn[-1]
    assert bar.left * 72 / 25.4 == pytest.approx(20 + TYPESETTER.width(text, Weight.BOLD, 20), abs=5)


def test_text_stands_where_it_was_put() -> None:
    (glyph,) = glyphs(written(page(Text(30, 50, "H", Weight.BOLD, 20))))
    assert glyph.left == pytest.approx((20 + 30) * 25.4 / 72, abs=0.8)
    assert glyph.bottom == pytest.approx((20 + 50) * 25.4 / 72, abs=0.1)


def test_boxes_lines_and_bits_are_drawn() -> None:
    pdf = written(
        page(
            Box(0, 0, 100, 50, (0.0, 0.0, 0.0)),
            Rule(0, 100, 200, 100, 4),
            Bits(200, 0, 80, 2, "8040"),
        )
    )
    width, _, pixels = picture(pdf, dots_per_inch=72)

    def grey(x: float, y: float) -> int:
        return pixels[int(20 + y) * width + int(20 + x)]

    assert grey(50, 25) == 0
    assert grey(100, 100) == 0
    assert (grey(220, 20), grey(260, 20), grey(220, 60), grey(260, 60)) == (0, 255, 255, 0)
    assert grey(150, 200) == 255


def test_a_photograph_goes_in_once_and_untouched() -> None:
    output = io.BytesIO()
    Image.new("RGB", (40, 50), (10, 120, 200)).save(output, "JPEG")
    content = output.getvalue()
    pdf = written(page(Picture(0, 0, 40, 50, content), Picture(100, 0, 40, 50, content)))
    assert pdf.count(content) == 1
    width, _, pixels = picture(pdf, dots_per_inch=72)
    assert pixels[40 * width + 40] == pixels[40 * width + 140] != 255


def test_the_accelerated_routines_are_in_use() -> None:
    """Without the package rl_accel ReportLab falls back to Python, which is slower and silent about it."""
    assert type(rl_accel.fp_str).__name__ == "builtin_function_or_method"


def test_one_page_of_several_can_be_written_alone() -> None:
    writer = PdfWriter(TYPESETTER)
    pages = [lines("first"), lines("second")]
    writer.write(pages, INFO)
    reader = pypdf.PdfReader(io.BytesIO(writer.write(pages[1:], INFO)))
    assert [each.extract_text() for each in reader.pages] == ["second"]
