"""Names in one cell, taken apart."""

import pytest

from alternat.exchange.people.letter_case import in_small_letters
from alternat.exchange.people.names import NameParts, split_name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Zhao Wennuo", NameParts("Zhao", "Wennuo")),
        ("ZHAO Wennuo", NameParts("Zhao", "Wennuo")),
        ("Zhao, Wennuo", NameParts("Zhao", "Wennuo")),
        ("Ouyang Nuo", NameParts("Ouyang", "Nuo")),
        ("ZHENG-LI Wennuo", NameParts("Zheng-Li", "Wennuo")),
        ("Zhao Wen Nuo", NameParts("Zhao", "Wen Nuo")),
        ("Wennuo Zhao", NameParts("Zhao", "Wennuo", is_certain=False)),
        ("赵文诺 (ZHAO Wennuo)", NameParts("Zhao", "Wennuo", "赵文诺")),
        ("Zhao Wennuo 赵文诺", NameParts("Zhao", "Wennuo", "赵文诺")),
        ("赵　诺", NameParts(name_zh="赵诺")),
        ("买买提•诺力", NameParts(name_zh="买买提·诺力")),
        ("Maimaiti Nuoli 买买提·诺力", NameParts("", "Maimaiti Nuoli", "买买提·诺力")),
        ("赵诺女士", NameParts(name_zh="赵诺", honorific="女士")),
        ("Zhao", NameParts("Zhao")),
        ("", NameParts()),
    ],
)
def test_a_name_with_the_family_name_first(text: str, parts: NameParts) -> None:
    assert split_name(text, family_first=True) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Zoé Ives", NameParts("Ives", "Zoé")),
        ("Zoé IVES", NameParts("Ives", "Zoé")),
        ("IVES Zoé", NameParts("Ives", "Zoé")),
        ("IVES, Zoé", NameParts("Ives", "Zoé")),
        ("Ives, Zoé Anne", NameParts("Ives", "Zoé Anne")),
        ("Mme Zoé IVES", NameParts("Ives", "Zoé", honorific="Mme")),
        ("M. Noé Roy-Côté", NameParts("Roy-Côté", "Noé", honorific="M.")),
        ("The Honourable Noé Roy", NameParts("Roy", "Noé", honorific="The Honourable")),
        ("Noé de la Fontaine", NameParts("de la Fontaine", "Noé")),
        ("Noé DE LA FONTAINE", NameParts("de la Fontaine", "Noé")),
        ("Noé van der IVES", NameParts("van der Ives", "Noé")),
        ("Zoé Ives 佐伊·艾夫斯", NameParts("Ives", "Zoé", "佐伊·艾夫斯")),
        ("J.-F. ROY", NameParts("Roy", "J.-F.")),
        ("Zoé Anne Ives", NameParts("Ives", "Zoé Anne", is_certain=False)),
        ("NOÉ ROY", NameParts("Roy", "Noé")),
        ("Hon Roy", NameParts("Roy", "Hon")),
    ],
)
def test_a_name_with_the_given_name_first(text: str, parts: NameParts) -> None:
    assert split_name(text, family_first=False) == parts


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("CÔTÉ", "Côté"),
        ("O'BRIEN-ROY", "O'Brien-Roy"),
        ("McRoy", "McRoy"),
        ("J.", "J."),
        ("赵", "赵"),
        ("", ""),
    ],
)
def test_capitals_throughout_are_not_kept(typed: str, kept: str) -> None:
    assert in_small_letters(typed) == kept
