"""How the text of a cell is tidied and cut into parts, and which language it is in."""

import pytest

from alternat.exchange.people.text import han_share, parts, tidy
from alternat.exchange.people.tongues import language_of
from alternat.language.label import Language


@pytest.mark.parametrize(
    ("cell", "tidied"),
    [
        ("  Ives  ", "Ives"),
        ("Zoé\u00a0 Ives\u3000", "Zoé Ives"),
        ("Ｉｖｅｓ　１２", "Ives 12"),
        ("司长（代理）", "司长（代理）"),
        ("Cote\u0301", "Côte\u0301".replace("ô", "o").replace("e\u0301", "é")),
        ("Ives\u200b\ufeff\x07", "Ives"),
        ("Directrice\r\n\r\n Director", "Directrice\nDirector"),
        ('="00123"', "00123"),
        ('="a ""b"""', 'a "b"'),
        ("=A1", "=A1"),
    ],
)
def test_a_cell_is_tidied(cell: str, tidied: str) -> None:
    assert tidy(cell) == tidied


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Director / Directeur / 司长", ("Director", "Directeur", "司长")),
        ("Director\n司长", ("Director", "司长")),
        ("Jean-François", ("Jean-François",)),
        ("Chef – Délégation", ("Chef", "Délégation")),
        ("", ()),
    ],
)
def test_a_cell_is_cut_where_languages_are_set_side_by_side(text: str, found: tuple[str, ...]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("司长", Language.ZH),
        ("Directeur général", Language.FR),
        ("Director General", Language.EN),
        ("Conseillère principale", Language.FR),
        ("Deputy Minister of Justice", Language.EN),
        ("Chargé d’affaires", Language.FR),
        ("Interprète", Language.FR),
        ("Zyx", None),
    ],
)
def test_the_language_of_a_title_is_told_by_its_words(text: str, language: Language | None) -> None:
    assert language_of(text) is language


def test_the_share_of_han_counts_letters_only() -> None:
    assert (han_share("司长 (DG)"), han_share("123"), han_share("DG")) == (0.5, 0.0, 0.0)
