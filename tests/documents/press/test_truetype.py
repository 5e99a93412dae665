import io
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from alternat.documents.press.fonts import shipped_fonts
from alternat.documents.press.truetype import BrokenFont, Face
from alternat.shipped import resource

LATIN, HAN = (Face(resource("fonts", name)) for name in ("NotoSans-Regular.ttf", "NotoSansSC-Bold.ttf"))
BEYOND_FIRST_PLANE = "𬭎𫖮𪾢"
"""Characters of the Chinese standard list that stand in people's names."""


@pytest.mark.parametrize("face", shipped_fonts().faces, ids=lambda face: str(face.name))
def test_knows_the_same_characters_and_widths_as_fonttools(face: Face) -> None:
    font = opened(face)
    cmap, metrics = font.getBestCmap(), font["hmtx"]

    codes = [code for code in cmap if not 0xD800 <= code <= 0xDFFF]
    assert {chr(code): face.advances[chr(code)] for code in codes} == {
        chr(code): metrics[cmap[code]][0] for code in codes
    }
    assert not any(
        face.glyph(chr(code)) for code in range(0x21, 0x10000) if code not in cmap and code != 0xFFFF
    )


def test_encodes_a_character_as_its_own_number() -> None:
    assert HAN.encode("A王芳") == "0041738b82b3"


def test_characters_beyond_the_first_plane_take_codes_that_no_character_has() -> None:
    codes = [HAN.code(character) for character in BEYOND_FIRST_PLANE]
    assert len(set(codes)) == len(codes)
    assert all(0xD800 <= code <= 0xDFFF for code in codes)
    assert HAN.encode(BEYOND_FIRST_PLANE) == "".join(f"{code:04x}" for code in codes)


@pytest.mark.parametrize(("face", "text"), [(LATIN, "ÉćŁ fi§"), (HAN, "王芳买买提·" + BEYOND_FIRST_PLANE)])
def test_a_subset_draws_the_same_outlines_and_nothing_else(face: Face, text: str) -> None:
    whole = opened(face)
    subset = face.subset(set(text))
    part = TTFont(io.BytesIO(subset.content))

    names = part.getGlyphOrder()
    for character in set(text):
        drawn = _outline(part, names[subset.glyphs[face.code(character)]])
        assert drawn == _outline(whole, whole.getBestCmap()[ord(character)])
    assert len(names) < len(text) + 12, "only composites bring glyphs of their own"


def test_the_glyph_of_missing_characters_is_empty_so_that_no_box_is_ever_drawn() -> None:
    part = TTFont(io.BytesIO(LATIN.subset({"A"}).content))
    assert _outline(part, part.getGlyphOrder()[0]) == []


def test_the_checksums_of_a_subset_are_right() -> None:
    content = HAN.subset(set("北京")).content
    assert (
        sum(int.from_bytes(content[n : n + 4], "big") for n in range(0, len(content), 4)) & 0xFFFFFFFF
        == 0xB1B0AFBA
    )
    TTFont(io.BytesIO(content), checkChecksums=2)


def test_a_file_that_is_no_font_says_so(tmp_path: Path) -> None:
    for name, content in {"empty.ttf": b"", "text.ttf": b"not a font at all" * 9}.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(BrokenFont) as caught:
            Face(tmp_path / name)
        assert name in str(caught.value)


def opened(face: Face) -> TTFont:
    return TTFont(io.BytesIO(resource("fonts", f"{face.name}.ttf").read_bytes()), lazy=True)


def _outline(font: TTFont, glyph: str) -> list[object]:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    return list(pen.value)
