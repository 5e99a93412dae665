"""Numbers, dates and times as English and French write them."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from alternat.planning.concordance.figure_forms import Read, is_coded, quantity, shared_forms
from alternat.planning.concordance.latin_words import english_clock, french_clock, in_words
from alternat.planning.concordance.mentions import Clock, Day, Quantity, Strength
from alternat.planning.concordance.numerals import english_value, french_value, roman_value
from alternat.planning.concordance.periods import latin_period
from alternat.planning.concordance.recurring import english_reads, french_reads
from alternat.planning.concordance.units import ORDINAL


def _latin(
    match: re.Match[str],
    month_of: Callable[[str], int],
    before_month: re.Pattern[str],
) -> Iterator[Read]:
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
            groups = match.groupdict()
            hour, minute = int(match["h"]), int(match["min"] or groups.get("min2") or 0)
            half = groups.get("ap") or groups.get("ap2") or groups.get("ap3")
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour
            # French counts to 24; English without a.m. or p.m. may count to twelve.
            is_sure = bool(half) or hour > _MIDDAY or "min2" in groups
            if hour <= 24 and minute < 60:
                yield Clock(hour, minute, is_sure), Strength.FIRM, *match.span()


_MIDDAY = 12
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
_EN_BEFORE_ONE = "".join(
    rf"(?<!\b[{word[0].upper()}{word[0]}]{word[1:]}\s)"
    for word in ("no", "any", "the", "that", "this", "as", "each", "every", "with")
)
_EN_BEFORE_SECOND = "|".join(
    rf"(?<=\b[{word[0].upper()}{word[0]}]{word[1:]}\s)"
    for word in ("the", "a", "its", "our", "their", "this")
)
_EN_COUNTS = re.compile(
    rf"(?:{_EN_BEFORE_SECOND})(?i:second)\s[a-zA-Z]|{_EN_BEFORE_ONE}(?i:one)\s"
    r"(?!of\b|another|or\b|and\b|side|party|country|hand|way|more\b|who|that|can|may|should|must|in\b|to\b"
    r"|by\b|is\b|was\b|China|Canada)[a-z]"
)
"""“One” and “second” where they count: one expert meeting, the second session."""


def english(match: re.Match[str]) -> Iterator[Read]:
    """Return the values of one match of the English pattern."""
    if (shared := shared_forms(match)) is not None:
        yield from shared
    elif (often := english_reads(match)) is not None:
        yield from often
    elif (period := latin_period(match, _english_month, is_french=False)) is not None:
        yield from period
    elif (words := in_words(match, english_value, _english_month, _EN_SCALES)) is not None:
        yield from words
    elif match.lastgroup == "spoken":
        yield from english_clock(match)
    elif match.lastgroup == "figures":
        value = quantity(match["n"].replace(",", "").replace(" ", ""))
        scale = _EN_SCALES[match["scale"]] if match["scale"] else 1
        if match["short"] and match.string[match.start() - 1 : match.start()] in ("$", "¥", "€"):
            scale = _SHORT[match["short"]]
        yield _figures(match, value, scale)
    elif match.lastgroup == "words":
        said = match["w"].lower()
        is_faint = said in {"one", "second"} and not _EN_COUNTS.match(match.string, match.start())
        yield _words(match, said, english_value(said), is_faint=is_faint)
    else:
        yield from _latin(match, _english_month, _EN_BEFORE_MONTH)


def french(match: re.Match[str]) -> Iterator[Read]:
    """Return the values of one match of the French pattern."""
    if (shared := shared_forms(match)) is not None:
        yield from shared
    elif (often := french_reads(match)) is not None:
        yield from often
    elif (period := latin_period(match, _french_month, is_french=True)) is not None:
        yield from period
    elif (words := in_words(match, french_value, _french_month, _FR_SCALES)) is not None:
        yield from words
    elif match.lastgroup == "spoken":
        yield from french_clock(match)
    elif match.lastgroup == "figures":
        figures = match["n"].replace(" ", "")
        is_grouped = figures.count(".") > 1 and all(len(each) == 3 for each in figures.split(".")[1:])
        value = quantity(figures.replace(".", "") if is_grouped else figures.replace(",", "."))
        scale = _FR_SCALES[match["scale"].removesuffix("s")] if match["scale"] else 1
        yield _figures(match, value, _SHORT[match["short"]] if match["short"] else scale)
    elif match.lastgroup == "words":
        said = match["w"].lower()
        yield _words(match, said, french_value(said), is_faint=said in {"un", "une"})
    elif match.lastgroup == "century":
        yield Quantity(roman_value(match["ce"]), unit=ORDINAL), Strength.FIRM, *match.span()
    else:
        yield from _latin(match, _french_month, _FR_BEFORE_MONTH)


def _figures(match: re.Match[str], value: Quantity, scale: int) -> Read:
    if scale != 1 and isinstance(value.value, Decimal):
        value = Quantity(value.value * scale)
    strength = Strength.SOFT if is_coded(match, match.start()) else Strength.FIRM
    value = value._replace(is_percent=bool(match["percent"]), unit=ORDINAL if match["nth"] else "")
    return value, strength, *_trimmed(match)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start() + len(match[0].rstrip())


def _words(match: re.Match[str], words: str, value: Decimal, *, is_faint: bool) -> Read:
    start, end = match.span("w")
    unit = ORDINAL if words.endswith(_ORDINAL_ENDS) else ""
    if tens := _TENS.match(match.string, end):
        return Quantity(value * 10, unit="year"), Strength.SOFT, start, tens.end()
    if match["wpc"]:
        return Quantity(value, is_percent=True), Strength.FIRM, *match.span()
    if is_faint:
        strength = Strength.FAINT
    elif value <= 2 or words in _OTHERWISE or _is_name(match, start):
        strength = Strength.SOFT
    else:
        strength = Strength.FIRM
    return Quantity(value, unit=unit), strength, start, end


_ORDINAL_ENDS = (
    "first",
    "second",
    "third",
    "th",
    "ième",
    "premier",
    "première",
    "premiers",
    "premières",
    "seconde",
)


_TENS = re.compile(r"(?:\s(?:past|last|next|dernières|prochaines))?\s(?:decades|décennies)\b")
"""Decades, which Chinese counts in years: 五十年."""

_OTHERWISE = frozenset({"neuf", "cent", "mille", "a hundred", "a thousand", "a million"})
"""Number words that mean something else as well, or no exact number."""
