"""What a person is called: in capitals and in order on paper, in the script of the language, and filed."""

import pytest

from alternat.language.called import (
    FAMILY_FIRST,
    GIVEN_FIRST,
    NameForms,
    addressed_within,
    both_orders,
    by_script,
    chinese_in_column,
    filed_under,
    initials,
    latin_name,
    listed_name,
    plain_line,
    shown_name,
    spellings,
    usual_latin_name,
    usual_order,
    with_comma,
    with_honorific,
)
from alternat.language.label import Label, Language

YANG = NameForms("Yang", "Weimin", "杨为民", name_order=FAMILY_FIRST)
COTE = NameForms("Côté", "Élise")
MAIMAITI = NameForms(name_zh="买买提·艾力")


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
    assert latin_name(NameForms(family, given, name_order=order)) == expected


def test_a_typed_printed_form_wins() -> None:
    fontaine = NameForms("de la Fontaine", "Anne", printed_name=" Anne de la FONTAINE ")
    assert latin_name(fontaine) == "Anne de la FONTAINE"
    assert usual_latin_name(fontaine) == "Anne DE LA FONTAINE"


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
    assert filed_under(NameForms("de la Fontaine", "Anne", sort_key="Fontaine, de la")) == "Fontaine, de la"
    assert filed_under(COTE) == "Côté Élise"
    assert filed_under(NameForms(given="Maimaiti Aili")) == "Maimaiti Aili"
    assert filed_under(MAIMAITI) == "买买提·艾力"


def test_initials_follow_the_printed_order() -> None:
    assert initials(YANG) == "YW"
    assert initials(NameForms("Côté", "élise")) == "ÉC"
    assert initials(MAIMAITI) == "买"


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


def test_a_sentence_calls_a_person_in_the_script_of_its_language_if_there_is_such_a_name() -> None:
    assert shown_name(YANG) == Label("YANG Weimin", "YANG Weimin", "杨为民")
    assert shown_name(COTE) == Label.same("Élise CÔTÉ")
    assert shown_name(MAIMAITI) == Label.same("买买提·艾力")
    assert not shown_name(NameForms())


def test_a_person_has_a_name_in_each_script_that_is_filled() -> None:
    assert by_script(YANG) == ("YANG Weimin", "杨为民")
    assert by_script(MAIMAITI) == ("买买提·艾力",)
    assert by_script(NameForms()) == ()


def test_a_line_of_a_list_keeps_the_letters_of_the_list_in_the_order_of_the_name() -> None:
    assert plain_line(YANG) == "Yang Weimin 杨为民"
    assert plain_line(COTE) == "Élise Côté"
    assert plain_line(NameForms("Côté", "Élise", printed_name="É. CÔTÉ")) == "É. CÔTÉ"


def test_the_order_of_names_is_usually_that_of_the_leading_language_of_the_side() -> None:
    assert usual_order(("zh", "en")) == FAMILY_FIRST
    assert [usual_order(languages) for languages in [("en", "zh"), ("fr",), ()]] == [GIVEN_FIRST] * 3


def test_a_person_is_found_however_the_name_is_written() -> None:
    assert spellings(YANG) == ("YANG Weimin", "Weimin Yang", "Yang Weimin", "杨为民")
    assert spellings(NameForms(given="Maimaiti")) == ("Maimaiti",)
    assert both_orders("Côté", "Élise") == ("Élise Côté", "Côté Élise")
    assert with_comma("Côté", "Élise") == "Côté, Élise"


@pytest.mark.parametrize(
    ("name", "honorific", "language", "listed"),
    [
        (YANG, "Mr.", Language.EN, "Mr.\u00a0YANG Weimin"),
        (YANG, "先生", Language.ZH, "杨为民\u00a0先生"),
        (NameForms(name_zh="王芳"), "女士", Language.ZH, "王　芳\u00a0女士"),
        (COTE, "", Language.ZH, "Élise CÔTÉ"),
        (MAIMAITI, "M.", Language.FR, "M.\u00a0买买提·艾力"),
        (NameForms(), "", Language.EN, ""),
    ],
)
def test_a_list_has_the_name_of_its_language_and_else_the_other(
    name: NameForms, honorific: str, language: Language, listed: str
) -> None:
    assert listed_name(latin_name(name), name.name_zh, honorific, language) == listed


def test_the_image_of_a_row_that_is_gone_still_tells_the_name() -> None:
    image = {"id": 7, "family": "Yang", "given": "Weimin", "name_order": FAMILY_FIRST, "photo": None}
    assert shown_name(NameForms.of(image)) == Label.same("YANG Weimin")
    assert NameForms.of({}) == NameForms(name_order=GIVEN_FIRST)
