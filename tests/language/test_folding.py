"""Texts that differ only in case, accents, width, spaces and punctuation fold to the same."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.language.folding import fold, folded, folded_with_places


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ministère de la Sécurité de l’État", "ministere de la securite de l etat"),
        ("MINISTERE DE LA SECURITE DE L'ETAT", "ministere de la securite de l etat"),
        ("E-mail  address:", "e mail address"),
        ("Ｎａｍｅ（英文）", "name 英文"),
        ("Œuvre & Straße", "oeuvre strasse"),
        ("公共 安全部", "公共 安全部"),
        ("N°", "n"),
        ("№", "no"),
        ("", ""),
    ],
)
def test_a_text_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (each, "montreal")
            for each in ("Montréal", "montreal", "MONTRÉAL", "Montre\u0301al", "Ｍｏｎｔｒéａｌ")
        ),
        ("Œuvre, œuvre et Ægis", "oeuvre, oeuvre et aegis"),
        ("STRASSE Straße ẞ", "strasse strasse ss"),
        ("Øre Łódź Đà ǿ", "ore lodz da o"),
        ("ΆΣ ς Ёлка Й", "ας σ елка и".replace("ς", "σ")),
        ("l’état l'état lʼétat l＇état", "l'etat l'etat l'etat l'etat"),
        ("a-b a‐b a‑b a–b a—b a−b a－b", "a-b a-b a-b a-b a-b a-b a-b"),
        ("2027\u00a0:\u202f8\u2009h\u3000x", "2027 : 8 h x"),
        ("  a \t\r\n b\u2028c\u0085 ", "a b c"),
        ("１２３，（ＲＣＭＰ）ﬁn №", "123,(rcmp)fin no"),
        ("缉毒 緝毒 《》、。", "缉毒 緝毒 《》、。"),
        ("\uf9dc \U0002f800", "隆 丽"),
        ("葛\U000e0100城 ❤\ufe0f", "葛城 ❤"),
        ("é\u00adt\u200bé\ufeff\u202e", "ete"),
        ("a\x00b\x7f \ud800", "ab"),
        ("がガ 각 कि", "がガ 각 कि"),
        ("İstanbul ıI", "istanbul ii"),
        ("", ""),
        (" \u00a0\n", ""),
    ],
)
def test_a_text_folds_for_searching(text: str, expected: str) -> None:
    assert folded(text) == expected
    assert folded_with_places(text).text == expected


def test_every_character_folds_alike_with_its_place_and_only_once() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in {"Cn", "Co"}:
            continue
        text = f"a{character}b"
        once = folded(text)
        assert folded_with_places(text).text == once, hex(code)
        assert folded(once) == once, hex(code)


@given(st.text(max_size=30))
def test_each_folded_character_has_its_place_in_the_original(text: str) -> None:
    found = folded_with_places(text)
    assert found.text == folded(text)
    assert len(found.places) == len(found.text) + 1
    assert list(found.places) == sorted(found.places)
    for at in range(len(found.text)):
        start, end = found.original(at, at + 1)
        assert found.text[at] in folded(f"|{text[start:end]}|")
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("à  Montréal,", "montreal", "Montréal"),
        ("Montre\u0301al", "montre", "Montre\u0301"),
        ("une œuvre ici", "oe", "œ"),
        ("une œuvre ici", "euvre", "œuvre"),
        ("un \n\u00a0 deux  ", "un deux", "un \n\u00a0 deux"),
        ("（１２）", "12", "１２"),
        ("打击缉毒", "毒", "毒"),
    ],
)
def test_what_is_found_is_shown_in_the_original(text: str, word: str, original: str) -> None:
    found = folded_with_places(text)
    at = found.text.index(word)
    start, end = found.original(at, at + len(word))
    assert text[start:end] == original
