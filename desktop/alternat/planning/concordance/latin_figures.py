"""Numbers, dates and times as English and French write them."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from alternat.planning.concordance.figure_forms import (
    FISCAL,
    ISO,
    SLASH,
    YEAR,
    Read,
    is_coded,
    quantity,
    shared_forms,
)
from alternat.planning.concordance.mentions import Clock, Day, Quantity, Strength
from alternat.planning.concordance.numerals import (
    ENGLISH_CARDINAL,
    ENGLISH_ORDINAL,
    FRENCH_CARDINAL,
    FRENCH_ORDINAL,
    english_value,
    french_value,
    roman_value,
)

_ALWAYS = r"(?P<skip>24/7|24 heures sur 24|7 jours sur 7|\d{2,3}0s\b|(?<=années )\d{2,4})"
"""Figures that say no number: around the clock, and decades such as the 2020s."""


def english_pattern() -> str:
    """Return the pattern of what an English figure is; the name of the outer group says which form."""
    names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sept",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]
    month = rf"(?:{'|'.join((*names, *(name.upper() for name in names)))})\.?(?![a-zA-Z])"
    day = r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\dA-Za-z]))"
    listing = r"(?:\s?-\s?|,\s(?:and\s)?|\s(?:to|and|through|until)\s)"
    more = rf"(?:\s?-\s?{day})?(?:(?:{listing}{day})+(?=,?\s{YEAR}))?"
    scale = r"hundred|thousand|million|billion|trillion"
    return "|".join(
        (
            _ALWAYS,
            ISO,
            SLASH,
            FISCAL,
            rf"(?P<mdy>\b(?P<m1>{month})\s(?P<d1>{day}{more})(?![.,]\d)(?:,?\s(?P<y1>{YEAR}))?)",
            rf"(?P<dmy>\b(?P<d2>{day}(?:{listing}{day})*)\s(?:day\s)?(?:of\s)?(?P<m2>{month})(?:,?\s(?P<y2>{YEAR}))?)",
            rf"(?P<my>\b(?P<m3>{month})\s(?:of\s)?(?P<y3>{YEAR}))",
            rf"(?P<month>\b{month})",
            (
                r"(?P<clock>(?<![\d:])(?P<h>\d\d?)(?::(?P<min>\d\d)(?![\d:])(?:\s?(?P<ap>[ap])\.?m\b)?"
                r"|\s?(?P<ap2>[ap])\.?m\b"
                r"|(?=\s?(?:-|to|and|until)\s?\d\d?(?::\d\d)?\s?(?P<ap3>[ap])\.?m\b))\.?)"
            ),
            (
                r"(?P<part>\b(?P<of>(?i:one|two|three|a))[\s-](?P<parts>half|halves|thirds?|quarters?|fifths?)"
                r"(?=\sof\b|s\b|\b(?<!a\sthird)(?<!a\squarter)(?<!a\shalf)(?<!a\sfifth)))"
            ),
            (
                r"(?P<figures>(?<!\d)(?P<n>\d{1,3}(?:[,\s]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*)"
                rf"(?:st|nd|rd|th)?(?:(?:[\s-](?P<scale>{scale})|(?P<short>[MB]))\b)?"
                r"(?P<percent>\s?%|\sper\s?cent(?:age)?\b)?)"
            ),
            rf"(?P<words>\b(?i:(?P<w>{ENGLISH_ORDINAL}|{ENGLISH_CARDINAL}))\b(?P<wpc>\sper\s?cent\b)?)",
        )
    )


def french_pattern() -> str:
    """Return the pattern of what a French figure is; the name of the outer group says which form."""
    month = (
        r"(?i:janvier|janv\.|février|fevrier|févr\.|mars|avril|avr\.|mai|juin|juillet|juill?\.|août|aout"
        r"|septembre|sept\.|octobre|oct\.|novembre|nov\.|décembre|decembre|déc\.)(?!\w)"
    )
    day = r"(?:1er|premier|\d{1,2}e(?=\sjour)|(?:0?[1-9]|[12]\d|3[01]))(?!\w)"
    listing = r"(?:\s?-\s?|,\s|\s(?:au|et)\s(?:le\s)?)"
    return "|".join(
        (
            _ALWAYS,
            ISO,
            SLASH,
            FISCAL,
            rf"(?P<dmy>\b(?P<d2>{day}(?:{listing}{day})*)\s(?:jour\s)?(?:de\s|d')?(?P<m2>{month})(?:\s(?P<y2>{YEAR}))?)",
            rf"(?P<my>\b(?P<m3>{month})\s(?P<y3>{YEAR}))",
            rf"(?P<month>\b{month})",
            r"(?P<clock>(?<![\d:])(?P<h>\d\d?)(?::(?P<min>\d\d)(?![\d:])|\s?h(?:\s?(?P<min2>\d\d))?(?!\w)))",
            r"(?P<part>\b(?P<of>(?i:un|deux|trois))[\s-](?P<parts>tiers|quarts?|cinquièmes?)\b)",
            (
                r"(?P<figures>(?<!\d)(?P<n>\d{1,3}(?:[\s]\d{3})+(?!\d)(?:,\d+)?"
                r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+){2,}|\d+(?:[.,]\d+)?)"
                r"(?:(?:er|ère|re|ème|e|nd|nde)s?\b)?"
                r"(?:\s(?P<scale>mille|millions?|milliards?|billions?)\b|\s?(?P<short>[kMG])(?=\$))?"
                r"(?P<percent>\s?%|\s(?:pour\scent|p\.\s?100|p\.\s?cent)|\spoints?\sde\spourcentage)?)"
            ),
            rf"(?P<words>\b(?i:(?P<w>{FRENCH_ORDINAL}|{FRENCH_CARDINAL}))\b(?P<wpc>\spour\scent\b)?)",
            r"(?P<century>\b(?P<roman>[XVI]+)e)(?!\w)",
        )
    )


def _latin(
    match: re.Match[str],
    month_of: Callable[[str], int],
    value_of: Callable[[str], Decimal],
    before_month: re.Pattern[str],
) -> Iterator[Read]:
    groups = match.groupdict()
    match match.lastgroup:
        case "mdy" | "dmy":
            at = "1" if match.lastgroup == "mdy" else "2"
            month, year = month_of(match[f"m{at}"]), int(match[f"y{at}"] or 0)
            dates = re.findall(r"\d+|premier", match[f"d{at}"])
            for date in dates:
                yield Day(year, month, int(date) if date.isdigit() else 1), Strength.FIRM, *match.span()
        case "my":
            yield Day(int(match["y3"]), month_of(match["m3"]), 0), Strength.FIRM, *match.span()
        case "month":
            if before_month.search(match.string, max(0, match.start() - _LONGEST_BEFORE), match.start()):
                yield Day(0, month_of(match["month"]), 0), Strength.SOFT, *match.span()
        case "clock":
            hour, minute = int(match["h"]), int(match["min"] or groups.get("min2") or 0)
            half = groups.get("ap") or groups.get("ap2") or groups.get("ap3")
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour
            if hour <= 24 and minute < 60:
                yield Clock(hour, minute), Strength.FIRM, *match.span()
        case "part":
            parts = _PARTS[match["parts"].removesuffix("s")[:4]]
            yield (
                Quantity((value_of(match["of"].lower()) or Decimal(1)) / parts),
                Strength.SOFT,
                *match.span(),
            )


_PARTS = {"half": 2, "halv": 2, "halve": 2, "thir": 3, "quar": 4, "fift": 5, "tier": 3, "cinq": 5}
_EN_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_FR_SCALES = {"mille": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12}
_SHORT = {"k": 10**3, "M": 10**6, "B": 10**9, "G": 10**9}
_EN_MONTHS = {
    name: at
    for at, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_FR_MONTHS = {
    **{
        name: at
        for at, name in enumerate(
            ["jan", "fév", "mar", "avr", "mai", "jui", "juil", "aoû", "sep", "oct", "nov", "déc"], 1
        )
    },
    "fev": 2,
    "aou": 8,
    "dec": 12,
}


def _english_month(name: str) -> int:
    return _EN_MONTHS[name[:3].lower()]


def _french_month(name: str) -> int:
    plain = name.lower()
    return 7 if plain.startswith("juil") else _FR_MONTHS[plain[:3]]


def _is_name(match: re.Match[str], start: int) -> bool:
    """Return whether a word has a capital that no sentence gave it: the Two Rivers, Four Seasons."""
    before = match.string[:start].rstrip(" \n(«“\"'")
    is_within = bool(before) and before[-1] not in ".:;!?•-\n"
    has_company = _CAPITAL_NEXT.match(match.string, match.end("w"))
    return match.string[start].isupper() and (is_within or bool(has_company))


_CAPITAL_NEXT = re.compile(r"[\s-][A-ZÀ-Þ]")


_EN_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|by|since|until|from|next|last|each|every|early|mid|late|before|after)[\s-]\Z", re.IGNORECASE
)
_FR_BEFORE_MONTH = re.compile(
    r"\b(?:en|de|d'ici|depuis|dès|fin|début|mi|chaque|avant|après)[\s-]\Z", re.IGNORECASE
)
_LONGEST_BEFORE = 8
"""Characters of the longest of these with its blank."""
_EN_ONE_OF = re.compile(r"[\s-](?:year|month|week|day|hour)")
_FR_ONE_OF = re.compile(r"\s(?:an|année|mois|semaine|heure)\b")


def english(match: re.Match[str]) -> Iterator[Read]:
    """Return the values of one match of the English pattern."""
    if (shared := shared_forms(match)) is not None:
        yield from shared
    elif match.lastgroup == "figures":
        value = quantity(match["n"].replace(",", "").replace(" ", ""))
        scale = _EN_SCALES[match["scale"]] if match["scale"] else 1
        if match["short"] and match.string[match.start() - 1 : match.start()] in ("$", "¥", "€"):
            scale = _SHORT[match["short"]]
        yield _figures(match, value, scale)
    elif match.lastgroup == "words":
        words = match["w"].lower()
        yield _words(
            match, words, english_value(words), is_faint=words in {"one", "second"}, one_of=_EN_ONE_OF
        )
    else:
        yield from _latin(match, _english_month, english_value, _EN_BEFORE_MONTH)


def french(match: re.Match[str]) -> Iterator[Read]:
    """Return the values of one match of the French pattern."""
    if (shared := shared_forms(match)) is not None:
        yield from shared
    elif match.lastgroup == "figures":
        figures = match["n"].replace(" ", "")
        is_grouped = figures.count(".") > 1 and all(len(each) == 3 for each in figures.split(".")[1:])
        value = quantity(figures.replace(".", "") if is_grouped else figures.replace(",", "."))
        scale = _FR_SCALES[match["scale"].removesuffix("s")] if match["scale"] else 1
        yield _figures(match, value, _SHORT[match["short"]] if match["short"] else scale)
    elif match.lastgroup == "words":
        words = match["w"].lower()
        yield _words(match, words, french_value(words), is_faint=words in {"un", "une"}, one_of=_FR_ONE_OF)
    elif match.lastgroup == "century":
        yield Quantity(roman_value(match["roman"])), Strength.FIRM, *match.span()
    else:
        yield from _latin(match, _french_month, french_value, _FR_BEFORE_MONTH)


def _figures(match: re.Match[str], value: Quantity, scale: int) -> Read:
    if scale != 1 and isinstance(value.value, Decimal):
        value = Quantity(value.value * scale)
    strength = Strength.SOFT if is_coded(match, match.start()) else Strength.FIRM
    return value._replace(is_percent=bool(match["percent"])), strength, *_trimmed(match)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start() + len(match[0].rstrip())


def _words(
    match: re.Match[str], words: str, value: Decimal, *, is_faint: bool, one_of: re.Pattern[str]
) -> Read:
    start, end = match.span("w")
    if tens := _TENS.match(match.string, end):
        return Quantity(value * 10), Strength.SOFT, start, tens.end()
    if match["wpc"]:
        return Quantity(value, is_percent=True), Strength.FIRM, *match.span()
    if is_faint:
        strength = Strength.SOFT if one_of.match(match.string, end) else Strength.FAINT
    elif value <= 2 or words in _OTHERWISE or _is_name(match, start):
        strength = Strength.SOFT
    else:
        strength = Strength.FIRM
    return Quantity(value), strength, start, end


_TENS = re.compile(r"(?:\s(?:past|last|next|dernières|prochaines))?\s(?:decades|décennies)\b")
"""Decades, which Chinese counts in years: 五十年."""

_OTHERWISE = frozenset({"neuf", "cent", "mille", "a hundred", "a thousand", "a million"})
"""Number words that mean something else as well, or no exact number."""
