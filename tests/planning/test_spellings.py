"""Spellings of one name: the fuller is kept, and names akin to one another are found."""

import pytest

from alternat.planning.spellings import (
    Kinship,
    Name,
    Variants,
    agreed,
    drops_only,
    kinship,
    name_parts,
    richer,
)


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        (("Arsenault", "Marie"), ("Arsenault-Reid", "Marie"), Kinship.SHORTER),
        (("Garcia", "Ana"), ("García Márquez", "Ana"), Kinship.SHORTER),
        (("Fontaine", "Léa"), ("de la Fontaine", "Léa"), Kinship.SHORTER),
        (("Tremblay", "J.-F."), ("Tremblay", "Jean-François"), Kinship.SHORTER),
        (("Tremblay", "JF"), ("Tremblay", "Jean François"), Kinship.SHORTER),
        (("Tremblay", "JF"), ("Tremblay", "Jean François Paul"), None),
        (("Tremblay", "Jean"), ("Tremblay", "Jean-François"), Kinship.FEWER),
        (("Tremblay", "Ch."), ("Tremblay", "Charlotte"), Kinship.SHORTER),
        (("Tremblay", ""), ("Tremblay", "Charlotte"), Kinship.SHORTER),
        (("Nakamura", "Keiko O'Connell"), ("O’CONNELL-NAKAMURA", "Keiko"), Kinship.CUT),
        (("Márquez", "Ana García"), ("Garcia Marquez", "Ana"), Kinship.CUT),
        (("Roy", "Guy"), ("Guy", "Roy"), Kinship.TURNED),
        (("St-Pierre", "Guy"), ("Saint-Pierre", "G."), Kinship.SHORTER),
        (("Roy", "Guy"), ("Roy", "Guy"), None),
        (("O'Connell", "Keiko"), ("O’CONNELL", "KEIKO"), None),
        (("Roy", "Guy"), ("Roy", "Gabriel"), None),
        (("Roy", "Guy"), ("Ray", "Guy"), None),
        (("García Márquez", "Ana"), ("García López", "Ana"), None),
        (("Wang", "Li"), ("Wang", "Lihua"), None),
        (("Wang", "Li"), ("Wang", "L."), Kinship.SHORTER),
        (("Wang", "L"), ("Wang", "Lihua"), Kinship.SHORTER),
        (("Wang", "Li"), ("Wang", "Lan Ing"), None),
        (("Wang", "LI"), ("Wang", "Lan Ing"), Kinship.SHORTER),
        (("Roy", "Bo"), ("Roy", "Brigitte-Odile"), None),
        (("Roy", "Al"), ("Roy", "Albert"), None),
        (("Roy", "J.-P."), ("Roy", "Jean-Paul"), Kinship.SHORTER),
        (("Roy", "J.-P."), ("Roy", "Paul-Jean"), None),
    ],
)
def test_how_two_names_are_akin(one: tuple[str, str], other: tuple[str, str], kin: Kinship | None) -> None:
    first, second = Name(*one), Name(*other)
    assert (kinship(first, second), kinship(second, first)) == (kin, kin)
    for filed, looked_up in ((first, second), (second, first)):
        variants = Variants()
        variants.add("CA", filed, 7)
        assert variants.near("CA", looked_up) == ({7: kin} if kin else {})
        assert variants.near("CN", looked_up) == {}


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        (("Arsenault-Reid", "Marie"), ("Arsenault", "Marie"), ("Arsenault-Reid", "Marie")),
        (("Arsenault", "Marie"), ("Arsenault-Reid", "Marie"), ("Arsenault-Reid", "Marie")),
        (("García", "Ana"), ("Garcia Marquez", "Ana"), ("García Marquez", "Ana")),
        (("Roy", "Jean-François"), ("Roy", "J.-F."), ("Roy", "Jean-François")),
        (("Roy", "J."), ("Arsenault-Roy", "Jean"), ("Arsenault-Roy", "Jean")),
        (("García Márquez", "Ana"), ("Márquez", "Ana García"), ("García Márquez", "Ana")),
        (("Cote", "Lea"), ("Côté", "Léa"), ("Côté", "Léa")),
        (("Côté", "Léa"), ("Cote", "Lea"), ("Côté", "Léa")),
        (("Gagnon", "Ana"), ("Roy", "Ana"), ("Roy", "Ana")),
    ],
)
def test_the_fuller_name_is_kept(
    before: tuple[str, str], after: tuple[str, str], name: tuple[str, str]
) -> None:
    assert agreed(Name(*before), Name(*after), takes_other=True) == Name(*name)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Li", ("li",)),
        ("Bo", ("bo",)),
        ("Al", ("al",)),
        ("L", ("l.",)),
        ("J.-P.", ("j.", "p.")),
        ("Jo-Al", ("jo", "al")),
    ],
)
def test_only_a_single_letter_or_a_full_stop_makes_an_initial(name: str, parts: tuple[str, ...]) -> None:
    assert name_parts(name) == parts


def test_a_short_name_is_not_lengthened_by_its_letters() -> None:
    assert richer("Li", "Lan Ing") == "Li"
    assert richer("JF", "Jean-François") == "Jean-François"
    assert richer("JF", "Jean François Paul") == "JF"


def test_other_letters_are_taken_only_where_somebody_said_so() -> None:
    assert agreed(Name("Gagnon", "Ana"), Name("Roy", "Ana"), takes_other=False) == Name("Gagnon", "Ana")


def test_a_name_drops_only_parts_it_has_in_order() -> None:
    assert drops_only("Ana", "Ana Lucía")
    assert not drops_only("Lucía Ana", "Ana Lucía")
    assert not drops_only("Ana Lucía", "Ana")
    assert richer("买买提·艾力", "买买提") == "买买提·艾力"
