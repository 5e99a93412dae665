"""A typed name is tidied and compared with the passport and its printed form, and never derived."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.language.messages import message
from alternat.language.names import (
    agrees_with_name,
    differs_from_passport,
    normalise_chinese_name,
    passport_question,
    tidy,
)


@pytest.mark.parametrize("dot", "\u00b7\u2022\u2027\u30fb\uff65\u22c5\u2219\u0387\uff0e.")
def test_look_alike_dots_between_han_become_the_middle_dot(dot: str) -> None:
    assert normalise_chinese_name(f"买买提{dot}艾力") == "买买提·艾力"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("王　芳", "王芳"),
        (" 杨 为民 ", "杨为民"),
        ("买买提 • 艾力", "买买提·艾力"),
        ("J.R.R.托尔金", "J.R.R.托尔金"),
        ("A B", "A B"),
        ("\uf9e4", "\uf9e4"),
        ("", ""),
    ],
)
def test_a_chinese_name_is_stored_whole_and_unspaced(typed: str, stored: str) -> None:
    assert normalise_chinese_name(typed) == stored


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert normalise_chinese_name(normalise_chinese_name(text)) == normalise_chinese_name(text)


@pytest.mark.parametrize(
    ("printed", "passport"),
    [
        ("Élise CÔTÉ", "COTE ELISE"),
        ("YANG Weimin", "YANG WEI MIN"),
        ("Jean-François ROY", "ROY JEAN FRANCOIS"),
        ("Jörg MÜLLER", "MUELLER JOERG"),
        ("Jörg MÜLLER", "MULLER JORG"),
        ("Lœuille ÆBI", "LOEUILLE AEBI"),
        ("Anne de la FONTAINE", "DE LA FONTAINE ANNE"),
        ("YANG Weimin", ""),
        ("", "YANG WEIMIN"),
    ],
)
def test_a_passport_may_write_the_same_name_in_its_own_way(printed: str, passport: str) -> None:
    assert not differs_from_passport(printed, passport)


@pytest.mark.parametrize(
    ("printed", "passport"),
    [
        ("YANG Weimin", "YANG WEIMING"),
        ("LÜ Fang", "LYU FANG"),
        ("Kate ROY", "ROY CATHERINE"),
        ("ROY", "ROY ANNE"),
    ],
)
def test_another_spelling_is_another_name(printed: str, passport: str) -> None:
    assert differs_from_passport(printed, passport)


def test_u_with_diaeresis_is_asked_for_and_never_derived() -> None:
    template = "Is “{part}” printed as {usual} in the passport? Copy it from the passport."

    assert passport_question("LV Fang") == message(template, part="LV", usual="LYU")
    assert passport_question("Zhang Nü") == message(template, part="Nü", usual="NYU")
    assert passport_question("Lu Fang", "吕芳") == message(template, part="Lu", usual="LYU")
    assert passport_question("Lu Fang", "卢芳") is None
    assert passport_question("Lue Fang") is None
    assert passport_question("") is None


@pytest.mark.parametrize(
    ("printed", "family", "given", "agrees"),
    [
        ("", "Jones", "Anna", True),
        ("Anna JONES", "Jones", "Anna", True),
        ("A. JONES", "Jones", "Anna", True),
        ("JONES Anna", "Jones", "Anna Maria", True),
        ("Anne-Marie de la FONTAINE", "De La Fontaine", "Anne-Marie", True),
        ("Elise COTE", "Côté", "Élise", True),
        ("OUYANG Wenjing", "Ouyang", "Wen Jing", True),
        ("Anna SMITH", "Jones", "Anna", False),
        ("Hannah JONES", "Jones", "Anna", False),
        ("Anna", "Jones", "Anna", False),
        ("JONES-SMITH Anna", "Jones", "Anna", False),
        ("Maimaiti Aili", "", "Maimaiti Aili", True),
    ],
)
def test_a_printed_form_that_says_another_name_does_not_agree(
    printed: str, family: str, given: str, *, agrees: bool
) -> None:
    assert agrees_with_name(printed, family, given) is agrees
