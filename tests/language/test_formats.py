"""Each language writes dates, times, numbers and lists in its own way, whatever the screen speaks."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from alternat.language.formats import (
    clock,
    date_and_time,
    date_span,
    french_spacing,
    listed,
    long_date,
    number,
    of_french,
    of_french_country,
    ordinal,
    plain_date,
    sentence_case,
    short_date,
)
from alternat.language.label import Language

EN, FR, ZH = Language
SATURDAY = date(2027, 6, 12)
FIRST_OF_MAY = date(2027, 5, 1)


def test_a_long_date_carries_its_weekday() -> None:
    assert long_date(SATURDAY, EN) == "Saturday, June 12, 2027"
    assert long_date(SATURDAY, FR) == "samedi 12 juin 2027"
    assert long_date(SATURDAY, FR, article=True) == "le samedi 12 juin 2027"
    assert long_date(SATURDAY, ZH) == "2027年6月12日 星期六"


def test_french_says_premier_for_the_first_of_a_month() -> None:
    assert long_date(FIRST_OF_MAY, FR) == "samedi 1er mai 2027"
    assert plain_date(FIRST_OF_MAY, FR, article=True) == "le 1er mai 2027"


def test_a_plain_date_has_no_weekday() -> None:
    assert [plain_date(SATURDAY, language) for language in Language] == [
        "June 12, 2027",
        "12 juin 2027",
        "2027年6月12日",
    ]


def test_a_short_date_is_the_same_in_every_language() -> None:
    assert {short_date(SATURDAY, language) for language in Language} == {"2027-06-12"}


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(
            SATURDAY,
            date(2027, 6, 14),
            ("June 12–14, 2027", "du 12 au 14 juin 2027", "2027年6月12日至14日"),
            id="within a month",
        ),
        pytest.param(
            date(2027, 6, 30),
            date(2027, 7, 1),
            ("June 30 – July 1, 2027", "du 30 juin au 1er juillet 2027", "2027年6月30日至7月1日"),
            id="across months",
        ),
        pytest.param(
            date(2027, 12, 30),
            date(2028, 1, 2),
            (
                "December 30, 2027 – January 2, 2028",
                "du 30 décembre 2027 au 2 janvier 2028",
                "2027年12月30日至2028年1月2日",
            ),
            id="across years",
        ),
        pytest.param(
            date(2027, 6, 1),
            date(2027, 6, 2),
            ("June 1–2, 2027", "du 1er au 2 juin 2027", "2027年6月1日至2日"),
            id="1er",
        ),
        pytest.param(
            SATURDAY, SATURDAY, ("June 12, 2027", "le 12 juin 2027", "2027年6月12日"), id="a single day"
        ),
        pytest.param(
            SATURDAY, None, ("June 12, 2027", "le 12 juin 2027", "2027年6月12日"), id="no last day yet"
        ),
        pytest.param(
            SATURDAY,
            date(2027, 6, 10),
            (
                "June 12, 2027 – June 10, 2027",
                "du 12 juin 2027 au 10 juin 2027",
                "2027年6月12日至2027年6月10日",
            ),
            id="the wrong way round, shown as it is",
        ),
    ],
)
def test_a_span_says_month_and_year_once_where_both_days_share_them(
    start: date, end: date | None, expected: tuple[str, str, str]
) -> None:
    assert tuple(date_span(start, end, language) for language in Language) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (time(14, 30), ("14:30", "14\u00a0h\u00a030", "14:30")),
        (time(14, 0), ("14:00", "14\u00a0h", "14:00")),
        (time(9, 5), ("09:05", "9\u00a0h\u00a005", "09:05")),
        (time(0, 0), ("00:00", "0\u00a0h", "00:00")),
    ],
)
def test_french_hours_are_written_with_h_and_full_hours_without_minutes(
    at: time, expected: tuple[str, str, str]
) -> None:
    assert tuple(clock(at, language) for language in Language) == expected
    assert clock(at, FR, in_table=True) == expected[0]


def test_a_date_with_its_time_reads_in_each_language() -> None:
    at = datetime(2027, 6, 12, 14, 0, tzinfo=UTC)

    assert [date_and_time(at, language) for language in Language] == [
        "June 12, 2027, 14:00",
        "12 juin 2027 à 14\u00a0h",
        "2027年6月12日 14:00",
    ]


def test_ordinals() -> None:
    assert [ordinal(n, EN) for n in (1, 9, 10, 11, 12, 13, 21, 22, 23, 101, 112)] == [
        "first",
        "ninth",
        "10th",
        "11th",
        "12th",
        "13th",
        "21st",
        "22nd",
        "23rd",
        "101st",
        "112th",
    ]
    assert [ordinal(n, FR) for n in (1, 2, 9, 10, 21)] == ["premier", "deuxième", "neuvième", "10e", "21e"]
    assert [ordinal(n, FR, feminine=True) for n in (1, 4, 10)] == ["première", "quatrième", "10e"]
    assert [ordinal(n, ZH) for n in (1, 2, 10, 11, 20, 22, 100)] == [
        "首次",
        "第二次",
        "第十次",
        "第十一次",
        "第二十次",
        "第二十二次",
        "第100次",
    ]


def test_numbers_are_grouped_from_five_figures_on_so_that_years_stay_whole() -> None:
    assert [number(2027, language) for language in Language] == ["2027"] * 3
    assert [number(12_500, language) for language in Language] == ["12,500", "12\u00a0500", "12,500"]
    assert [number(-1_234_567.5, language) for language in Language] == [
        "-1,234,567.5",
        "-1\u00a0234\u00a0567,5",
        "-1,234,567.5",
    ]
    assert number(Decimal("0.50"), FR) == "0,50"


def test_lists_are_joined_as_each_language_joins_them() -> None:
    items = ["a", "b", "c"]

    assert [listed(items, language) for language in Language] == ["a, b and c", "a, b et c", "a、b和c"]
    assert [listed(items[:2], language) for language in Language] == ["a and b", "a et b", "a和b"]
    assert (listed(["a"], FR), listed([], ZH)) == ("a", "")


def test_sentence_case_keeps_accents_and_the_rest_of_the_text() -> None:
    assert sentence_case("équipe préparatoire") == "Équipe préparatoire"
    assert sentence_case("agente du Protocole") == "Agente du Protocole"
    assert sentence_case("") == ""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Réunion: le Dialogue", "Réunion\u00a0: le Dialogue"),
        ("Réunion : le Dialogue", "Réunion\u00a0: le Dialogue"),
        ("le «mandat» ou « ordre »", "le «\u00a0mandat\u00a0» ou «\u00a0ordre\u00a0»"),
        ("Vraiment ? Oui ; non !", "Vraiment? Oui; non!"),
        ("l'ordre du jour", "l’ordre du jour"),
        ("à 14:30, https://exemple.ca", "à 14:30, https://exemple.ca"),
    ],
)
def test_french_spacing_follows_canadian_usage(typed: str, expected: str) -> None:
    assert french_spacing(typed) == expected
    assert french_spacing(expected) == expected


@pytest.mark.parametrize(
    "right",
    [
        *("du Canada", "de la Chine", "de l’Inde", "des États-Unis", "des Pays-Bas", "du Royaume-Uni"),
        *("du Mexique", "de la Corée du Sud", "des Émirats arabes unis", "de Singapour", "d’Israël"),
        *("du Pays A", "du Japon"),
    ],
)
def test_a_french_country_takes_its_own_preposition(right: str) -> None:
    bare = right.removeprefix("de la ").removeprefix("de l’").removeprefix("d’")
    for start in ("du ", "des ", "de "):
        bare = bare.removeprefix(start)
    assert of_french_country(bare) == right


def test_french_de_contracts_with_what_follows() -> None:
    phrases = ("Mme X", "le commissaire X", "l’ambassadrice X", "Élise X", "les X")
    assert [of_french(each) for each in phrases] == [
        "de Mme X", "du commissaire X", "de l’ambassadrice X", "d’Élise X", "des X",
    ]  # fmt: skip
