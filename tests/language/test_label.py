"""A label shows what it has, marks what it lacks and never passes off one language as another."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.language import label as module
from alternat.language.label import GAP, Label, Language, Shown

OTTAWA = Label(en="Ottawa", zh="渥太华")


def test_the_examples_in_the_docstrings_hold() -> None:
    results = doctest.testmod(module)

    assert results.attempted > 0
    assert results.failed == 0


def test_missing_names_the_languages_without_text_in_their_order() -> None:
    assert Label(fr="  ").missing() == (Language.EN, Language.FR, Language.ZH)
    assert OTTAWA.missing((Language.ZH, Language.FR)) == (Language.FR,)
    assert Label.same("2027").missing() == ()


def test_the_screen_stands_in_another_language_and_says_which() -> None:
    assert OTTAWA.shown(Language.FR) == Shown("Ottawa", Language.EN, is_stand_in=True)
    assert OTTAWA.on_screen(Language.FR) == "Ottawa [EN]"
    assert Label(zh="北京").on_screen(Language.EN) == "北京 [中]"
    assert OTTAWA.on_screen(Language.ZH) == "渥太华"
    assert Label().on_screen(Language.EN) == ""


def test_paper_shows_a_gap_and_never_another_language() -> None:
    assert OTTAWA.on_paper(Language.FR) == GAP
    assert OTTAWA.on_paper(Language.EN) == "Ottawa"
    assert Label().on_paper(Language.FR) == ""


@pytest.mark.parametrize("language", Language)
def test_changing_one_language_leaves_the_others(language: Language) -> None:
    changed = Label.same("a").with_text(language, "b")

    assert changed.text(language) == "b"
    assert [changed.text(other) for other in Language if other is not language] == ["a", "a"]


@given(st.builds(Label, en=st.text(), fr=st.text(), zh=st.text()))
def test_a_label_survives_its_mapping(label: Label) -> None:
    assert Label.from_mapping(label.as_mapping()) == label
    assert bool(label) is bool(label.as_mapping())


def test_languages_know_their_conventions_and_their_marks() -> None:
    assert [language.locale for language in Language] == ["en_CA", "fr_CA", "zh_CN"]
    assert [language.tag for language in Language] == ["EN", "FR", "中"]
