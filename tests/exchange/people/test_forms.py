"""What short cells say, in any of the three languages."""

import pytest

from alternat.exchange.people.forms import (
    Address,
    address_of,
    email_of,
    gender_of,
    languages_of,
    phone_of,
    role_heading_of,
    role_in_position,
    role_of,
)
from alternat.language.label import Label, Language
from alternat.nouns.delegations import Role
from alternat.nouns.people import Gender

MS = Label(en="Ms.", fr="Mme", zh="女士")


@pytest.mark.parametrize("text", ["Ms", "Mme", "MME.", "女士", "Mrs.", "Ms. / Mme / 女士"])
def test_a_usual_form_of_address_is_known_in_every_language(text: str) -> None:
    assert address_of(text, None, Gender.UNKNOWN) == Address(MS, Gender.FEMININE)


def test_a_doctor_takes_the_gender_that_another_column_tells() -> None:
    assert address_of("Dr", None, Gender.FEMININE).label.fr == "Dre"


def test_an_unusual_form_of_address_stays_in_its_own_language() -> None:
    assert address_of("Commissaire", Language.FR, Gender.UNKNOWN) == Address(
        Label(fr="Commissaire"), Gender.UNKNOWN
    )


@pytest.mark.parametrize(
    ("text", "gender"),
    [("F", Gender.FEMININE), ("homme", Gender.MASCULINE), ("女", Gender.FEMININE), ("?", Gender.UNKNOWN)],
)
def test_gender(text: str, gender: Gender) -> None:
    assert gender_of(text) is gender


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("English, French", (("en", "fr"), ())),
        ("中文、英文", (("zh", "en"), ())),
        ("FR/EN", (("fr", "en"), ())),
        ("français et chinois", (("fr", "zh"), ())),
        ("English; Elvish", (("en",), ("Elvish",))),
    ],
)
def test_working_languages(text: str, found: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert languages_of(text) == found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Head of Delegation", Role.HEAD),
        ("Cheffe de la délégation", Role.HEAD),
        ("团长", Role.HEAD),
        ("副团长", Role.DEPUTY_HEAD),
        ("Conseillère", Role.ADVISER),
        ("Preneuse de notes", Role.NOTE_TAKER),
        ("Interpreter / Interprète / 译员", Role.INTERPRETER),
        ("Astronaut", None),
    ],
)
def test_a_role_is_known_in_every_language_and_gender(text: str, role: Role | None) -> None:
    assert role_of(text) is role


def test_a_line_over_several_people_tells_their_role() -> None:
    assert role_heading_of("Interpreters / Interprètes") is Role.INTERPRETER


@pytest.mark.parametrize(
    ("position", "role"),
    [
        (Label(zh="译员"), Role.INTERPRETER),
        (Label(fr="Interprète"), Role.INTERPRETER),
        (Label(en="Vice-Minister, Head of Delegation"), Role.HEAD),
        (Label(en="Adviser", fr="Conseiller", zh="顾问"), None),
        (Label(en="Head of Division"), None),
        (Label(en="Director of Interpretation"), None),
    ],
)
def test_a_position_suggests_a_role_only_where_it_names_one(position: Label, role: Role | None) -> None:
    assert role_in_position(position) is role


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zoe@example.org", ("zoe@example.org", True)),
        ("mailto:zoe@example.org", ("zoe@example.org", True)),
        ("ｚｏｅ＠example.org", ("zoe@example.org", True)),
        ("Zoé <zoe@example.org>", ("zoe@example.org", True)),
        ("zoe@example.org; z@example.org", ("zoe@example.org", False)),
        ("zoe at example", ("zoe at example", False)),
    ],
)
def test_an_email_address(text: str, found: tuple[str, bool]) -> None:
    assert email_of(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("+1 613 555-0123", ("+1 613 555-0123", True)),
        ("＋８６ 10 5550 1234", ("+86 10 5550 1234", True)),
        ("1.61355E+10", ("1.61355E+10", False)),
    ],
)
def test_a_telephone_number(text: str, found: tuple[str, bool]) -> None:
    assert phone_of(text) == found
