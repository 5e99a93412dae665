"""Names are filed as Canadian dictionaries file them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.language.collation import collation_key
from alternat.language.label import Language

COTE = ["cote", "coté", "côte", "côté"]


def in_order(texts: list[str], language: Language) -> list[str]:
    return sorted(texts, key=lambda text: collation_key(text, language))


def test_french_compares_accents_from_the_end_of_the_word() -> None:
    assert in_order(COTE, Language.FR) == ["cote", "côte", "coté", "côté"]


def test_english_compares_accents_from_the_start_of_the_word() -> None:
    assert in_order(COTE[::-1], Language.EN) == ["cote", "coté", "côte", "côté"]


@pytest.mark.parametrize("language", Language)
def test_letters_weigh_more_than_accents_case_and_punctuation(language: Language) -> None:
    expected = ["Cote", "CÔTÉ", "Côté-Roy", "Cotes", "Œuvrard", "Ofner", "O’Hara", "Øst", "Oz", "王芳"]

    assert in_order(expected[::-1], language) == expected


def test_a_short_family_name_comes_before_a_longer_one_that_begins_with_it() -> None:
    assert in_order(["Leblanc Anne", "Le Blanc Zoé", "Le Roy Anne"], Language.FR) == [
        "Le Blanc Zoé",
        "Le Roy Anne",
        "Leblanc Anne",
    ]


def test_small_letters_come_before_capitals_where_nothing_else_differs() -> None:
    assert in_order(["Roy", "roy"], Language.FR) == ["roy", "Roy"]


def test_composed_and_decomposed_letters_file_together() -> None:
    composed, decomposed = "Côté", "Co\u0302te\u0301"

    assert collation_key(composed, Language.FR)[:2] == collation_key(decomposed, Language.FR)[:2]


@given(st.lists(st.text(max_size=12), max_size=6), st.sampled_from(Language))
def test_the_order_is_the_same_whatever_the_order_of_typing(texts: list[str], language: Language) -> None:
    assert in_order(texts, language) == in_order(texts[::-1], language)
