"""A name prints, sorts and is addressed as protocol writes it, and nothing of it is ever derived."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.language.label import Language
from alternat.language.messages import message
from alternat.language.names import (
    addressed_within,
    agrees_with_name,
    chinese_in_column,
    differs_from_passport,
    initials,
    latin_name,
    normalise_chinese_name,
    passport_question,
    sort_key,
    tidy,
    with_honorific,
)

FAMILY_FIRST, GIVEN_FIRST = "family-first", "given-first"


@pytest.mark.parametrize(
    ("family", "given", "order", "expected"),
    [
        ("Yang", "Weimin", FAMILY_FIRST, "YANG Weimin"),
        ("Côté", "Élise", GIVEN_FIRST, "Élise CÔTÉ"),
        ("Zheng-Li", "Shufang", FAMILY_FIRST, "ZHENG-LI Shufang"),
        ("Roy", "Jean-François", GIVEN_FIRST, "Jean-François ROY"),
        ("de la Fontaine", "Anne", GIVEN_FIRST, "Anne DE LA FONTAINE"),
        ("Weiß", "Karl", GIVEN_FIRST, "Karl WEISS"),
        ("O’Brien", "Pat", GIVEN_FIRST, "Pat O’BRIEN"),
        ("Co\u0302te\u0301", "Élise", GIVEN_FIRST, "Élise CÔTÉ"),
        ("", "Maimaiti Aili", FAMILY_FIRST, "Maimaiti Aili"),
        ("Yang", "", FAMILY_FIRST, "YANG"),
        ("  Yang ", " Wei  min ", FAMILY_FIRST, "YANG Wei min"),
        ("", "", GIVEN_FIRST, ""),
    ],
)
def test_the_family_name_prints_in_capitals_with_its_accents(
    family: str, given: str, order: str, expected: str
) -> None:
    assert latin_name(family, given, order) == expected


def test_a_typed_printed_form_wins() -> None:
    assert latin_name("de la Fontaine", "Anne", GIVEN_FIRST, " Anne de la FONTAINE ") == "Anne de la FONTAINE"


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


def test_only_two_character_names_are_spaced_in_a_column() -> None:
    names = ["王芳", "欧阳文", "司马相如", "买·提", "买买提·艾力", "Li", "王", ""]

    assert [chinese_in_column(name) for name in names] == ["王　芳", *names[1:]]


def test_forms_of_address_stand_before_latin_and_after_chinese_names() -> None:
    assert with_honorific("Élise CÔTÉ", "Ms.", Language.EN) == "Ms.\u00a0Élise CÔTÉ"
    assert with_honorific("Élise CÔTÉ", "Mme", Language.FR) == "Mme\u00a0Élise CÔTÉ"
    assert with_honorific("Mary ROY", "The Honourable", Language.EN) == "The Honourable Mary ROY"
    assert with_honorific("杨为民", "先生", Language.ZH) == "杨为民先生"
    assert with_honorific("杨为民", "", Language.ZH) == "杨为民"
    assert with_honorific("", "Ms.", Language.EN) == "Ms."


def test_the_typed_sort_key_comes_before_the_name() -> None:
    assert sort_key("de la Fontaine", "Anne", "Fontaine, de la") == "Fontaine, de la"
    assert sort_key("Yang", "Weimin") == "Yang Weimin"
    assert sort_key("", "Maimaiti Aili") == "Maimaiti Aili"


def test_initials_follow_the_printed_order() -> None:
    assert initials("Yang", "Weimin", FAMILY_FIRST) == "YW"
    assert initials("Côté", "élise", GIVEN_FIRST) == "ÉC"
    assert initials("", "", GIVEN_FIRST, "杨为民") == "杨"


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


@pytest.mark.parametrize(
    ("title", "is_feminine", "right"),
    [
        ("Commissaire adjoint", False, "le commissaire adjoint Émile CÔTÉ"),
        ("Commissaire adjointe", True, "la commissaire adjointe Émile CÔTÉ"),
        ("Commissaire adjoint", None, "Commissaire adjoint Émile CÔTÉ"),
        ("Ambassadrice", True, "l’ambassadrice Émile CÔTÉ"),
        ("Haut-commissaire", False, "le haut-commissaire Émile CÔTÉ"),
        ("L’honorable", None, "l’honorable Émile CÔTÉ"),
        ("Son Excellence", False, "Son Excellence Émile CÔTÉ"),
        ("M.", False, "M.\N{NO-BREAK SPACE}Émile CÔTÉ"),
        ("", False, "Émile CÔTÉ"),
    ],
)
def test_a_french_title_inside_a_sentence_has_its_article(
    title: str, is_feminine: bool | None, right: str
) -> None:
    assert addressed_within("Émile CÔTÉ", title, Language.FR, is_feminine=is_feminine) == right


def test_titles_of_other_languages_stay_as_they_are() -> None:
    said = addressed_within("Émile CÔTÉ", "Assistant Commissioner", Language.EN, is_feminine=False)
    assert said == "Assistant Commissioner Émile CÔTÉ"
