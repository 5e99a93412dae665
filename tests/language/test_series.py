"""Values side by side, as each language separates them."""

import pytest

from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message, offered, series


@pytest.mark.parametrize(
    ("language", "said"),
    [(Language.EN, "--a, 2, Canada"), (Language.FR, "--a, 2, Canada"), (Language.ZH, "--a、2、加拿大")],
)
def test_choices_stand_side_by_side_as_the_language_separates_them(language: Language, said: str) -> None:
    choices = series(["--a", 2, Label(en="Canada", fr="Canada", zh="加拿大")])
    assert catalog(language).say(message("{choices}", choices=choices)) == said


def test_the_source_form_is_that_of_english() -> None:
    assert str(message("One of: {choices}.", choices=series(("a", "b")))) == "One of: a, b."


@pytest.mark.parametrize(
    ("language", "none", "others"),
    [
        (Language.EN, "none yet", "1, 2 and 18 others"),
        (Language.FR, "aucun choix pour le moment", "et 18 autres"),
        (Language.ZH, "目前没有", "18"),
    ],
)
def test_what_may_be_chosen_is_never_a_blank_and_never_endless(
    language: Language, none: str, others: str
) -> None:
    say = catalog(language).say
    assert say(message("{choices}", choices=offered(()))) == none
    many = say(message("{choices}", choices=offered(range(1, 39))))
    assert others.removeprefix("1, 2 ") in many
    assert "20" in many
    assert "21" not in many
