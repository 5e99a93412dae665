"""Letters with marks stand as the font puts them, and their text comes back out of a PDF exactly."""

import io

import pypdfium2
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from alternat.documents.press.clusters import SPREAD, Part
from alternat.documents.press.drawing import Block, DocumentInfo, Page, Placed, Text
from alternat.documents.press.fonts import Piece, Weight, shipped_fonts
from alternat.documents.press.pdf import PdfWriter
from alternat.documents.press.typesetting import Typesetter
from alternat.language.label import Language

FONTS = shipped_fonts()
NAMES = (
    "Sḵwx̱wú7mesh",
    "X̱wáýxway",
    "č̓is q̓əy̓ k̓ʷəm̓",
    "ƛ̓a ʔ̓ul w̓i M̂́",
    "ᓄᓇᕗᑦ ᐃᓄᒃᑎᑐᑦ",
    "Ḵ́ai i̱ O̱ Ê̱",
)


def _pdf(*lines: str, weight: Weight = Weight.REGULAR, writer: PdfWriter | None = None) -> bytes:
    texts = tuple(Text(40, 40 + 24 * at, line, weight, 14) for at, line in enumerate(lines))
    page = Page(595, 842, (Placed(0, 0, Block(texts)),))
    return (writer or PdfWriter(Typesetter())).write([page], DocumentInfo("T", "T", Language.EN))


@pytest.mark.parametrize("weight", Weight)
def test_the_text_comes_back_as_it_was_in_readers_that_are_not_ours(weight: Weight) -> None:
    pdf = _pdf(*NAMES, f"王{SPREAD}芳 女士", weight=weight)
    expected = [*NAMES, "王芳 女士"]
    assert PdfReader(io.BytesIO(pdf)).pages[0].extract_text().splitlines() == expected
    document = pypdfium2.PdfDocument(pdf)
    assert document[0].get_textpage().get_text_bounded().splitlines() == expected
    document.close()


@pytest.mark.parametrize(
    ("cluster", "parts"),
    [
        ("X̱", (Part(59, 0, 0), Part(2709, 293, 0))),
        ("č̓", (Part(207, 0, 0), Part(2680, 284, 366))),
        ("Ḵ́", (Part(1435, 0, 0), Part(2665, 612, 178))),
    ],
)
def test_a_cluster_is_drawn_with_its_marks_where_the_anchors_of_the_font_are(
    cluster: str, parts: tuple[Part, ...]
) -> None:
    face = FONTS.faces[Weight.REGULAR.latin]
    assert face._shaper.parts(cluster) == parts
    codes = face.cluster_codes([cluster])
    subset = face.subset({"A"}, codes)
    font = TTFont(io.BytesIO(subset.content), checkChecksums=2)
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[font.getGlyphOrder()[subset.glyphs[codes[cluster]]]].draw(pen)
    whole = TTFont(io.BytesIO(face._data[:]))
    wanted = []
    for part in parts:
        own = DecomposingRecordingPen(whole.getGlyphSet())
        whole.getGlyphSet()[whole.getGlyphOrder()[part.glyph]].draw(own)
        wanted += [
            (verb, tuple((x + part.right, y + part.up) for x, y in points)) for verb, points in own.value
        ]
    assert [(verb, tuple(points)) for verb, points in pen.value] == wanted


def test_marks_take_no_room_and_a_spread_character_that_of_two() -> None:
    typesetter = Typesetter()
    for text, bare in (("X̱x̱", "Xx"), ("č̓q̓", "čq")):
        assert typesetter.units(text, Weight.BOLD) == typesetter.units(bare, Weight.BOLD)
    assert typesetter.units(f"王{SPREAD}芳", Weight.BOLD) == typesetter.units("王　芳", Weight.BOLD) == 3000


def test_a_mark_without_a_place_is_told_and_one_with_a_place_is_not() -> None:
    assert FONTS.misplaced("Aλ̓b λ̓ 1́ X̱č̓") == ("λ̓", "1́")
    assert FONTS.missing("λ̓") == ""
    assert FONTS.misplaced("".join(NAMES) + "Élise e\u0301") == ()


def test_each_cluster_is_a_piece_of_the_face_that_sets_it() -> None:
    assert FONTS.pieces("aX̱b", Weight.REGULAR) == (
        Piece(0, "a"),
        Piece(0, "X̱", is_cluster=True),
        Piece(0, "b"),
    )
    assert FONTS.pieces("ᓄᓇ", Weight.BOLD) == (Piece(5, "ᓄᓇ"),)


def test_the_same_pages_give_the_same_bytes_whatever_was_written_before() -> None:
    fresh = _pdf("č̓X̱", "x̱")
    writer = PdfWriter(Typesetter())
    _pdf("Ḵ́ x̱ q̓", writer=writer)
    assert _pdf("č̓X̱", "x̱", writer=writer) == fresh


@pytest.mark.parametrize("text", ["\ue863", "\U000323b0", "देवनागरी", SPREAD, "\uf8ff", "\U0010fffd"])
def test_what_no_font_sets_is_told_and_leaves_no_box(text: str) -> None:
    assert FONTS.missing(text) == "".join(dict.fromkeys(text))
    assert "".join(piece.text for piece in FONTS.pieces(text, Weight.REGULAR)).strip(SPREAD) == ""
