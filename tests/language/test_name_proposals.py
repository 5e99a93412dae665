"""A name in one column is taken apart as a proposal that says how sure it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.language.label import Label
from alternat.language.name_proposals import Confidence, NameProposal, known_honorific, propose_name

FAMILY_FIRST, GIVEN_FIRST = "family-first", "given-first"
SURE, LIKELY, GUESS = Confidence
MS, MR = Label("Ms.", "Mme", "女士"), Label("Mr.", "M.", "先生")


@pytest.mark.parametrize(
    ("text", "family", "given", "order"),
    [
        ("YANG Weimin", "YANG", "Weimin", FAMILY_FIRST),
        ("Élise CÔTÉ", "CÔTÉ", "Élise", GIVEN_FIRST),
        ("Yang, Weimin", "Yang", "Weimin", FAMILY_FIRST),
        ("Côté, Élise", "Côté", "Élise", GIVEN_FIRST),
        ("du Pont, Anne", "du Pont", "Anne", GIVEN_FIRST),
        ("Catherine LE BLANC", "LE BLANC", "Catherine", GIVEN_FIRST),
    ],
)
def test_commas_and_capitals_make_it_sure(text: str, family: str, given: str, order: str) -> None:
    assert propose_name(text) == NameProposal(family=family, given=given, order=order, confidence=SURE)


def test_capitals_that_would_print_otherwise_keep_the_printed_form() -> None:
    assert propose_name("Jean de la FONTAINE") == NameProposal(
        family="de la FONTAINE", given="Jean", printed="Jean de la FONTAINE"
    )
    assert propose_name("Ronald McDONALD").printed == "Ronald McDONALD"


@pytest.mark.parametrize(
    ("text", "family", "given", "order", "confidence"),
    [
        ("Élise Côté", "Côté", "Élise", GIVEN_FIRST, LIKELY),
        ("Jean de la Fontaine", "de la Fontaine", "Jean", GIVEN_FIRST, LIKELY),
        ("Yang Weimin", "Yang", "Weimin", FAMILY_FIRST, LIKELY),
        ("Emma Yang", "Yang", "Emma", GIVEN_FIRST, LIKELY),
        ("Li Wang", "Li", "Wang", FAMILY_FIRST, GUESS),
        ("YANG WEIMIN", "YANG", "WEIMIN", FAMILY_FIRST, GUESS),
        ("Gabriel García Márquez", "Márquez", "Gabriel García", GIVEN_FIRST, GUESS),
        ("Amina", "Amina", "", GIVEN_FIRST, GUESS),
    ],
)
def test_custom_makes_it_likely_at_best(
    text: str, family: str, given: str, order: str, confidence: Confidence
) -> None:
    assert propose_name(text) == NameProposal(family=family, given=given, order=order, confidence=confidence)


def test_the_custom_of_the_side_settles_what_the_text_leaves_open() -> None:
    assert propose_name("Li Wang", GIVEN_FIRST).family == "Wang"
    assert propose_name("Li Wang", FAMILY_FIRST).family == "Li"
    assert propose_name("Emma Yang", FAMILY_FIRST).family == "Yang"
    assert propose_name("CÔTÉ Élise", GIVEN_FIRST) == NameProposal(family="CÔTÉ", given="Élise")


@pytest.mark.parametrize(
    ("text", "name_zh"),
    [
        ("欧阳文", "欧阳文"),
        ("王　芳", "王芳"),
        ("买买提.艾力", "买买提·艾力"),
        ("J.R.R.托尔金", "J.R.R.托尔金"),
    ],
)
def test_a_chinese_name_stays_whole_and_its_latin_form_empty(text: str, name_zh: str) -> None:
    assert propose_name(text) == NameProposal(name_zh=name_zh)


def test_both_scripts_in_one_column_are_told_apart() -> None:
    expected = NameProposal(family="YANG", given="Weimin", order=FAMILY_FIRST, name_zh="杨为民")

    assert propose_name("杨为民（YANG Weimin）") == expected
    assert propose_name("YANG Weimin 杨为民") == expected
    assert propose_name("杨为民 / YANG Weimin") == expected


def test_a_minority_name_may_have_no_family_name() -> None:
    assert propose_name("买买提·艾力 Maimaiti Aili", FAMILY_FIRST) == NameProposal(
        given="Maimaiti Aili", order=FAMILY_FIRST, name_zh="买买提·艾力", confidence=GUESS
    )


@pytest.mark.parametrize(
    ("text", "honorific", "gender", "family"),
    [
        ("Mme Élise Côté", MS, "feminine", "Côté"),
        ("M. Jean-François Roy", MR, "masculine", "Roy"),
        ("Ms. Mary Smith", MS, "feminine", "Smith"),
        ("Dre Anne Roy", Label("Dr.", "Dre", "博士"), "feminine", "Roy"),
        ("Her Excellency Ms. Anne Roy", Label("Her Excellency", "Son Excellence", "阁下"), "feminine", "Roy"),
        ("The Honourable Mary Smith", Label("The Honourable", "L’honorable", ""), "", "Smith"),
        ("L'honorable Mary Smith", Label("The Honourable", "L’honorable", ""), "", "Smith"),
        ("杨为民先生", MR, "masculine", ""),
        ("Mary Smith", Label(), "", "Smith"),
        ("Morgan Smith", Label(), "", "Smith"),
    ],
)
def test_forms_of_address_are_recognised_with_their_gender(
    text: str, honorific: Label, gender: str, family: str
) -> None:
    found = propose_name(text)

    assert (found.honorific, found.gender, found.family) == (honorific, gender, family)


def test_a_form_of_address_in_its_own_column_is_known() -> None:
    assert known_honorific("Mme") == (MS, "feminine")
    assert known_honorific("MR.") == (MR, "masculine")
    assert known_honorific("女士") == (MS, "feminine")
    assert known_honorific("Colonel") == (Label(), "")


@given(st.text(), st.sampled_from(["", FAMILY_FIRST, GIVEN_FIRST]))
def test_any_text_gives_a_proposal(text: str, usual_order: str) -> None:
    assert isinstance(propose_name(text, usual_order), NameProposal)
