"""Dates, times, numbers and lists as each language writes them on paper, whatever the screen's language.

Sources: Translation Bureau, Guide du rédacteur 1.1.12 (hours) and 7.2 (spaces); The Canadian Style 5
(numbers); GB/T 15835-2011 (Chinese dates and numbers). Babel gives the names of months and days.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache

from alternat.language.label import Language

NO_BREAK = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"

_ENGLISH_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_FRENCH_ORDINALS = (
    "premier",
    "deuxième",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
)
_ENGLISH_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_CHINESE_DIGITS = "零一二三四五六七八九"
_FRENCH_VOWELS = frozenset("aeiouyéèêàâîôûœæ")
_MASCULINE_IN_E = frozenset({"Belize", "Cambodge", "Mexique", "Mozambique", "Suriname", "Zimbabwe"})
_WITHOUT_ARTICLE = frozenset(
    {"Chypre", "Cuba", "Djibouti", "Haïti", "Israël", "Madagascar", "Malte", "Maurice", "Monaco", "Oman"}
    | {"Saint-Marin", "Singapour", "Taïwan"}
)
_SINGULAR_IN_S = frozenset({"Barbados", "Belarus", "Honduras", "Laos"})
_SPELT_OUT_BELOW = 100
_GROUPED_FROM = 10_000

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_BEFORE_COLON = re.compile(r"(?<=\S)[ \u00a0\u202f]*:(?=\s|$)")
_INSIDE_OPENING = re.compile(r"«[ \u00a0\u202f]*")
_INSIDE_CLOSING = re.compile(r"[ \u00a0\u202f]*»")
_BEFORE_HIGH_MARK = re.compile(r"[ \u00a0\u202f]+([;?!])")


def long_date(day: date, language: Language, *, article: bool = False) -> str:
    """Return a date with its weekday, as `Saturday, June 12, 2027` or `samedi 12 juin 2027`.

    `article` puts `le` before the French date, as running text and "Ottawa, le …" need it.
    """
    plain, weekday = plain_date(day, language), _weekday(day, language)
    if language is Language.EN:
        return f"{weekday}, {plain}"
    if language is Language.ZH:
        return f"{plain} {weekday}"
    return f"{'le ' if article else ''}{weekday} {plain}"


def plain_date(day: date, language: Language, *, article: bool = False) -> str:
    """Return a date in words without its weekday, as `June 12, 2027` or `12 juin 2027`."""
    if language is Language.EN:
        return f"{_month_and_day(day, language)}, {day.year}"
    if language is Language.ZH:
        return f"{day.year}年{_month_and_day(day, language)}"
    return f"{'le ' if article else ''}{_month_and_day(day, language)} {day.year}"


def short_date(day: date, language: Language) -> str:  # noqa: ARG001 one standard for all three, callers need not know
    """Return a date in figures, `2027-06-12` in every language (ISO 8601; Treasury Board standard)."""
    return f"{day:%Y-%m-%d}"


def day_in_brief(day: date, language: Language) -> str:
    """Return a day of a meeting in few words, without its year: `Tue. Jun. 15`, `6月15日周二`."""
    from babel.dates import format_date

    skeleton = {Language.EN: "EEE MMM d", Language.FR: "EEE d MMM", Language.ZH: "M月d日EEE"}[language]
    return format_date(day, skeleton, locale=language.locale)


def date_span(start: date, end: date | None, language: Language) -> str:
    """Return the days of a meeting, as `June 12–14, 2027`, `du 12 au 14 juin 2027`, `2027年6月12日至14日`.

    Month and year are said once where both days share them; one day alone reads as a plain date, in French
    with its article so that it stands where a span would.
    """
    if end is None or end == start:
        return plain_date(start, language, article=True)
    in_order = start < end
    same_year = in_order and start.year == end.year
    same_month = same_year and start.month == end.month
    if language is Language.EN:
        return _english_span(start, end, same_month=same_month, same_year=same_year)
    if language is Language.FR:
        return _french_span(start, end, same_month=same_month, same_year=same_year)
    return _chinese_span(start, end, same_month=same_month, same_year=same_year)


def _english_span(start: date, end: date, *, same_month: bool, same_year: bool) -> str:
    if same_month:
        return f"{_month_and_day(start, Language.EN)}{EN_DASH}{end.day}, {end.year}"
    first = _month_and_day(start, Language.EN) if same_year else plain_date(start, Language.EN)
    return f"{first} {EN_DASH} {plain_date(end, Language.EN)}"


def _french_span(start: date, end: date, *, same_month: bool, same_year: bool) -> str:
    if same_month:
        first = _french_day(start)
    elif same_year:
        first = _month_and_day(start, Language.FR)
    else:
        first = plain_date(start, Language.FR)
    return f"du {first} au {plain_date(end, Language.FR)}"


def _chinese_span(start: date, end: date, *, same_month: bool, same_year: bool) -> str:
    first = plain_date(start, Language.ZH)
    if same_month:
        return f"{first}至{end.day}日"
    last = _month_and_day(end, Language.ZH) if same_year else plain_date(end, Language.ZH)
    return f"{first}至{last}"


def clock(at: time | datetime, language: Language, *, in_table: bool = False) -> str:
    """Return a time of day on the 24-hour clock: `14:30`, in French `14 h 30` and `14 h`, never `14 h 00`.

    `in_table` gives the colon in French too. The spaces around `h` are no-break spaces.
    """
    if language is not Language.FR or in_table:
        return f"{at:%H:%M}"
    minutes = f"{NO_BREAK}{at.minute:02}" if at.minute else ""
    return f"{at.hour}{NO_BREAK}h{minutes}"


def date_and_time(at: datetime, language: Language) -> str:
    """Return a date in words with its time: `June 12, 2027, 14:30`, `12 juin 2027 à 14 h 30`."""
    joint = {Language.EN: ", ", Language.FR: " à ", Language.ZH: " "}[language]
    return f"{plain_date(at, language)}{joint}{clock(at, language)}"


def ordinal(number: int, language: Language, *, feminine: bool = False) -> str:
    """Return which one in a row: `first`, `10th`; `première`, `10e`; `首次`, `第二次` (times of a meeting).

    Lower case, for `sentence_case` where it opens a line. English and French, which stand side by side, both
    spell out up to nine (The Canadian Style 5.01); Chinese spells out up to ninety-nine.
    """
    if language is Language.EN:
        return _english_ordinal(number)
    if language is Language.FR:
        return _french_ordinal(number, feminine=feminine)
    return "首次" if number == 1 else f"第{_chinese_number(number)}次"


def _english_ordinal(value: int) -> str:
    if 1 <= value <= len(_ENGLISH_ORDINALS):
        return _ENGLISH_ORDINALS[value - 1]
    is_teen = value % 100 in {11, 12, 13}
    return f"{value}th" if is_teen else f"{value}{_ENGLISH_ENDINGS.get(value % 10, 'th')}"


def _french_ordinal(value: int, *, feminine: bool) -> str:
    if value == 1 and feminine:
        return "première"
    return _FRENCH_ORDINALS[value - 1] if 1 <= value <= len(_FRENCH_ORDINALS) else f"{value}e"


def _chinese_number(value: int) -> str:
    if not 0 < value < _SPELT_OUT_BELOW:
        return str(value)
    tens, units = divmod(value, 10)
    head = ("" if tens == 1 else _CHINESE_DIGITS[tens]) + "十" if tens else ""
    return head + (_CHINESE_DIGITS[units] if units else "")


def number(value: float | Decimal, language: Language) -> str:
    """Return a number with its language's separators, grouped from five figures on: `12,500`, `12 500`.

    Four figures stay together (The Canadian Style 5.09, GB/T 15835), so a year is never broken up.
    """
    text = f"{value:,}" if abs(float(value)) >= _GROUPED_FROM else str(value)
    if language is Language.FR:
        return text.replace(".", "\0").replace(",", NO_BREAK).replace("\0", ",")
    return text


def side_by_side(items: Iterable[str], language: Language) -> str:
    """Return items one after another, as choices are offered: `a, b, c`, `a、b、c`."""
    return _comma(language).join(items)


def _comma(language: Language) -> str:
    return "、" if language is Language.ZH else ", "


def listed(items: Sequence[str], language: Language) -> str:
    """Return items as one enumeration: `a, b and c`, `a, b et c`, `a、b和c`."""
    if len(items) < 2:
        return "".join(items)
    comma = _comma(language)
    conjunction = {Language.EN: " and ", Language.FR: " et ", Language.ZH: "和"}[language]
    return f"{comma.join(items[:-1])}{conjunction}{items[-1]}"


def sentence_case(text: str) -> str:
    """Return the text with its first letter a capital, accents kept, the rest as it is."""
    return text[:1].upper() + text[1:]


def of_french(phrase: str) -> str:
    """Return a French phrase after the preposition *de*: `de Mme …`, `du commissaire …`, `d’Élise …`."""
    if phrase.startswith("le "):
        return f"du {phrase.removeprefix('le ')}"
    if phrase.startswith("les "):
        return f"des {phrase.removeprefix('les ')}"
    return f"d’{phrase}" if phrase[:1].casefold() in _FRENCH_VOWELS else f"de {phrase}"


def of_french_country(country: str) -> str:
    """Return a French name of a country after *de*: `du Canada`, `de la Chine`, `de l’Inde`, `des Pays-Bas`.

    Names in -e are feminine and names in -s plural, but for a few; some islands and cities take no article.
    """
    if not country or country in _WITHOUT_ARTICLE:
        return of_french(country) if country else ""
    words = re.split(r"[- ]", country)
    last = words[-1] if "-" in country else words[0]
    if last.endswith("s") and country not in _SINGULAR_IN_S and not country.startswith("Pays "):
        return f"des {country}"
    if country[:1].casefold() in _FRENCH_VOWELS:
        return f"de l’{country}"
    is_feminine = country.split(" ", maxsplit=1)[0].endswith("e") and country not in _MASCULINE_IN_E
    return f"de la {country}" if is_feminine else f"du {country}"


def french_spacing(text: str) -> str:
    """Return French text with its no-break spaces: before a colon and inside « », none before ; ? and !.

    An apostrophe between letters becomes typographic. Times (14:30) and addresses (https://) are left alone.
    Source: Translation Bureau, Guide du rédacteur 7.2 (Canadian spacing).
    """
    characters = _APOSTROPHE.sub("\N{RIGHT SINGLE QUOTATION MARK}", text)
    characters = _BEFORE_COLON.sub(f"{NO_BREAK}:", characters)
    characters = _INSIDE_OPENING.sub(f"«{NO_BREAK}", characters)
    characters = _INSIDE_CLOSING.sub(f"{NO_BREAK}»", characters)
    return _BEFORE_HIGH_MARK.sub(r"\1", characters)


def month_name(month: int, language: Language) -> str:
    """Return the name of a month, 1 to 12, as `June`, `juin`, `6月`."""
    return f"{month}月" if language is Language.ZH else _month_names(language)[month]


def weekday_letter(weekday: int, language: Language) -> str:
    """Return the letter of a weekday over a calendar, 0 for Monday: `M`, `L`, `一`."""
    from babel import Locale

    names: dict[int, str] = dict(Locale.parse(language.locale).days["stand-alone"]["narrow"])
    return names[weekday]


def _month_and_day(day: date, language: Language) -> str:
    if language is Language.ZH:
        return f"{day.month}月{day.day}日"
    month = _month_names(language)[day.month]
    return f"{month} {day.day}" if language is Language.EN else f"{_french_day(day)} {month}"


def _french_day(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def _weekday(day: date, language: Language) -> str:
    return _weekday_names(language)[day.weekday()]


@cache
def _month_names(language: Language) -> dict[int, str]:
    from babel import Locale

    return dict(Locale.parse(language.locale).months["format"]["wide"])


@cache
def _weekday_names(language: Language) -> dict[int, str]:
    from babel import Locale

    return dict(Locale.parse(language.locale).days["format"]["wide"])
