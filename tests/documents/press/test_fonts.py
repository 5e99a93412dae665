import pytest

from alternat.documents.press.fonts import Fonts, Piece, Weight, clean, shipped_fonts

FONTS = shipped_fonts()
LATIN, HAN = Weight.REGULAR.latin, Weight.REGULAR.han


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Élise CÔTÉ", [Piece(LATIN, "Élise CÔTÉ")]),
        ("买买提·艾力", [Piece(HAN, "买买提·艾力")]),
        ("Canada · 加拿大", [Piece(LATIN, "Canada · "), Piece(HAN, "加拿大")]),
        ("2027年6月", [Piece(LATIN, "2027"), Piece(HAN, "年"), Piece(LATIN, "6"), Piece(HAN, "月")]),
        ("他说“好”，走了。", [Piece(HAN, "他说“好”，走了。")]),
        ("14\u202fh\u00a030 – Łódź", [Piece(LATIN, "14\u202fh\u00a030 – Łódź")]),
    ],
)
def test_each_character_is_set_in_the_font_of_its_script(text: str, pieces: list[Piece]) -> None:
    assert list(FONTS.pieces(text, Weight.REGULAR)) == pieces


def test_bold_text_takes_the_bold_faces() -> None:
    assert [FONTS.faces[piece.face].name for piece in FONTS.pieces("A王", Weight.BOLD)] == [
        "NotoSans-Bold",
        "NotoSansSC-Bold",
    ]


def test_a_character_that_one_font_lacks_comes_from_the_other() -> None:
    assert FONTS.pieces("③ć", Weight.REGULAR) == (Piece(HAN, "③"), Piece(LATIN, "ć"))


def test_what_no_font_has_is_named_once_and_not_drawn() -> None:
    assert FONTS.missing("a𓀀b𓀀ก") == "𓀀ก"
    assert "".join(piece.text for piece in FONTS.pieces("a𓀀b", Weight.REGULAR)) == "ab"
    assert FONTS.missing("Élise CÔTÉ 王芳 买买提·艾力 𬭎 “x” — …  ") == ""


def test_every_character_that_the_chinese_standard_list_puts_in_names_is_there() -> None:
    third_level = "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏"
    assert Fonts().missing(third_level + "镕喆堃赟昇淼犇骉羴燚䶮") == ""


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("E\u0301lise", "Élise"),
        ("Lin\te\nFeed", "Lin e Feed"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("葛\U000e0100", "葛"),
        ("plain", "plain"),
    ],
)
def test_text_is_composed_and_freed_of_what_cannot_be_seen(typed: str, set_as: str) -> None:
    assert clean(typed) == set_as
