"""What stands beside a name: it never becomes the name, and it is never lost."""

import pytest

from alternat.exchange.people.beside import RemarkKind, is_placeholder, texts_of
from alternat.exchange.people.letter_case import in_small_letters
from alternat.exchange.people.names import NameParts, split_name
from alternat.nouns.people import Gender


def parts(text: str, *, family_first: bool = False) -> NameParts:
    return split_name(text, family_first=family_first)


@pytest.mark.parametrize(
    ("text", "given", "honorific", "letters"),
    [
        ("The Honourable Zoé Ives, P.C., M.P.", "Zoé", "The Honourable", "P.C., M.P."),
        ("Hon. Zoé Ives, PC, MP", "Zoé", "Hon.", "PC, MP"),
        ("L’honorable Zoé Ives, C.P., députée", "Zoé", "L’honorable", "C.P., députée"),
        ("Zoé IVES, Ph.D.", "Zoé", "", "Ph.D."),
        ("Zoé IVES, Ph. D.", "Zoé", "", "Ph. D."),
        ("Zoé Ives PhD", "Zoé", "", "PhD"),
        ("Ives, Zoé, K.C.", "Zoé", "", "K.C."),
        ("Zoé Ives KC", "Zoé", "", "KC"),
        ("Zoé Ives, c.r.", "Zoé", "", "c.r."),
        ("Ives, Jr., Zoé", "Zoé", "", "Jr."),
        ("Zoé Ives III", "Zoé", "", "III"),
        ("Dr. Zoé Ives, ing., MBA", "Zoé", "Dr.", "ing., MBA"),
        ("IVES, Zoé (Ms.)", "Zoé", "Ms.", ""),
        ("IVES Zoé, Mme", "Zoé", "Mme", ""),
        ("IVES Noé-Guy, M.", "Noé-Guy", "M.", ""),
        ("IVES Zoé Mme", "Zoé", "Mme", ""),
        ("Dre Zoé Ives, M.D., FRCPC", "Zoé", "Dre", "M.D., FRCPC"),
    ],
)
def test_titles_and_letters_are_no_part_of_the_name(
    text: str, given: str, honorific: str, letters: str
) -> None:
    found = parts(text)
    assert (found.family, found.given, found.honorific, found.letters) == ("Ives", given, honorific, letters)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Zoé IVES (elle)", "elle"),
        ("Zoé Ives (they/them)", "they/them"),
        ("Zoé Ives - she/her", "she/her"),
        ("Zoé (Zo) IVES", "Zo"),
        ("Zoé « Zo » Ives", "Zo"),
        ('Zoé "Zo" Ives', "Zo"),
        ("Zoé IVES (née ROY)", "née ROY"),
        ("Zoé Ives née Roy", "née Roy"),
        ("Zoé IVES*", "*"),
        ("Zoé Ives (TBC)", "TBC"),
        ("Zoé Ives, Director General", "Director General"),
        ("Zoé Ives – Directrice", "Directrice"),
        ("Mme la ministre Zoé Ives", "la ministre"),
        ("Zoé Ives, Hull", "Hull"),
    ],
)
def test_remarks_beside_a_latin_name_become_notes(text: str, remark: str) -> None:
    found = parts(text)
    assert (found.family, found.given) == ("Ives", "Zoé")
    assert texts_of(found.remarks, RemarkKind.NOTE) == (remark,)


@pytest.mark.parametrize("text", ["1. Zoé Ives", "(2) Zoé Ives", "③ Zoé Ives", "14 Zoé Ives", "Zoé Ives [1]"])
def test_numbering_is_said_and_left_out(text: str) -> None:
    found = parts(text)
    assert (found.family, found.given) == ("Ives", "Zoé")
    assert len(texts_of(found.remarks, RemarkKind.NUMBERING)) == 1


def test_figures_within_a_name_are_left_and_those_behind_it_become_a_note() -> None:
    assert parts("Zoé Ives12").family == "Ives12"
    assert parts("Zoé IVES 3").family == "Ives"
    assert texts_of(parts("Zoé IVES 3").remarks, RemarkKind.NOTE) == ("3",)


@pytest.mark.parametrize(
    ("text", "gender", "remarks"),
    [
        ("白文诺（女）", Gender.FEMININE, ()),
        ("白文诺（男，回族）", Gender.MASCULINE, ("回族",)),
        ("白文诺（待定）", Gender.UNKNOWN, ("待定",)),
        ("白文诺 司长", Gender.UNKNOWN, ("司长",)),
        ("白文诺（副司长）", Gender.UNKNOWN, ("副司长",)),
        ("白文诺司长", Gender.UNKNOWN, ("司长",)),
        ("白文诺（1968年生，满族，女）", Gender.FEMININE, ("1968年生", "满族")),
        ("1、白文诺", Gender.UNKNOWN, ()),
        ("（一）白文诺", Gender.UNKNOWN, ()),
        ("①白文诺", Gender.UNKNOWN, ()),
        ("白 文诺", Gender.UNKNOWN, ()),
        ("白文诺*", Gender.UNKNOWN, ("*",)),
        ("外交部 白文诺", Gender.UNKNOWN, ("外交部",)),
        ("白文诺兼翻译", Gender.UNKNOWN, ("兼翻译",)),
    ],
)
def test_what_chinese_lists_write_beside_a_name(text: str, gender: Gender, remarks: tuple[str, ...]) -> None:
    found = parts(text, family_first=True)
    assert (found.name_zh, found.gender) == ("白文诺", gender)
    assert texts_of(found.remarks, RemarkKind.NOTE) == remarks


@pytest.mark.parametrize("text", ["白诺先生", "白诺女士", "白诺同志", "白诺博士", "白诺教授", "白诺 先生"])
def test_a_chinese_form_of_address_is_no_part_of_the_name(text: str) -> None:
    found = parts(text, family_first=True)
    assert (found.name_zh, found.honorific) == ("白诺", text.removeprefix("白诺").strip())


@pytest.mark.parametrize(
    "text",
    ["白诺 BAI Nuo", "白诺BAI Nuo", "白诺(BAI Nuo)", "BAI Nuo（白诺）", "白诺/BAI Nuo", "BAI Nuo 白诺"],
)
def test_latin_beside_han_is_both_names(text: str) -> None:
    found = parts(text, family_first=True)
    assert (found.family, found.given, found.name_zh) == ("Bai", "Nuo", "白诺")


def test_initials_joined_to_a_transliteration_stay_in_it() -> None:
    assert parts("Z.R.艾夫斯", family_first=True).name_zh == "Z.R.艾夫斯"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("DE LA FONTAINE", "de la Fontaine"),
        ("de la FONTAINE", "de la Fontaine"),
        ("VAN DER BERG", "van der Berg"),
        ("MACDONALD", "MacDonald"),
        ("MacDONALD", "MacDonald"),
        ("MacDonald", "MacDonald"),
        ("MCKAY", "McKay"),
        ("O'NEIL", "O'Neil"),
        ("D’ARCY", "D’Arcy"),
        ("d'ARCY", "d'Arcy"),
        ("LE BLANC", "Le Blanc"),
        ("LeBLANC", "LeBlanc"),
        ("MACRON", "Macron"),
        ("MA", "Ma"),
    ],
)
def test_particles_and_clans_keep_their_case(typed: str, written: str) -> None:
    assert in_small_letters(typed) == written


@pytest.mark.parametrize(
    "text",
    ["TBC", "tbd", "À déterminer", "à confirmer", "待定", "（待定）", "暂缺", "N/A", "Vacant", "—", "???"],
)
def test_a_word_for_nobody_yet_is_one(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["Ives", "白诺", "MA", ""])
def test_a_name_is_no_word_for_nobody(text: str) -> None:
    assert not is_placeholder(text)
