"""Numbers, times and dates that English and French write in words of their own."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from alternat.planning.concordance.figure_forms import Read
from alternat.planning.concordance.mentions import Clock, Day, Quantity, Strength
from alternat.planning.concordance.numerals import english_value, french_value, roman_value
from alternat.planning.concordance.units import HALF, TIMES

ValueOf = Callable[[str], Decimal]


def in_words(
    match: re.Match[str], value_of: ValueOf, month_of: Callable[[str], int], scales: Mapping[str, int]
) -> Iterator[Read] | None:
    """Return what is said in words, or nothing where a match is something else.

    `scales` tells the value of “million” and the like, `value_of` that of number words in small letters.
    """
    match match.lastgroup:
        case "halved":
            return _halved(match, scales, value_of)
        case "roman":
            return _roman(match)
        case "once":
            return _once(match)
        case "formal":
            return _formal(match, value_of, month_of)
        case "part":
            number = value_of(match["of"].lower()) or Decimal(1)
            part = Quantity(number / _PARTS[match["parts"].removesuffix("s")[:4]])
            return iter([(part, Strength.SOFT, *match.span())])
    return None


def _roman(match: re.Match[str]) -> Iterator[Read]:
    value = roman_value(match["rn"])
    if _PARAGRAPH.search(match.string, max(0, match.start() - _LONGEST), match.start()):
        yield Quantity(value), Strength.FIRM if value > 2 else Strength.SOFT, *match.span()


def _formal(match: re.Match[str], value_of: ValueOf, month_of: Callable[[str], int]) -> Iterator[Read]:
    """Yield the date at the foot of a treaty: this fifth day of May two thousand and twenty-eight."""
    date = int(value_of(match["fd"].lower()))
    year = match["fy"] or (match["fw"] and value_of(match["fw"].lower())) or 0
    if 0 < date <= _LAST_DAY:
        yield Day(int(year), month_of(match["fm"]), date), Strength.FIRM, *match.span()


_LAST_DAY = 31
_PARAGRAPH = re.compile(
    r"\b(?:sections?|parts?|annex|annexes?|chapters?|articles?|schedules?|appendix|titles?|volumes?"
    r"|parties?|chapitres?|titres?|tomes?|appendices?)\s\Z",
    re.IGNORECASE,
)
"""Before these a Roman numeral is a number; elsewhere “I” and “V” are letters."""
_PARTS = {"half": 2, "halv": 2, "halve": 2, "thir": 3, "quar": 4, "fift": 5, "tier": 3, "cinq": 5}
_LONGEST = 12


def _once(match: re.Match[str]) -> Iterator[Read]:
    """Yield how many times: “once” may be a conjunction too, as « une fois » is."""
    groups = match.groupdict()
    if times := next((times for times in (3, 2) if groups.get(f"o{times}")), 0):
        yield Quantity(Decimal(times), unit=TIMES), Strength.FIRM, *match.span()
    else:
        strength = Strength.SOFT if match["o1"] else Strength.FAINT
        yield Quantity(Decimal(1), unit=TIMES), strength, *match.span()


def english_clock(match: re.Match[str]) -> Iterator[Read]:
    """Yield half past nine, ten o’clock, noon."""
    if match["sp_n"]:
        yield Clock(0 if match["sp_n"].lower() == "midnight" else 12, 0), Strength.SOFT, *match.span()
        return
    said = (match["sp_h"] or match["sp_h2"]).lower()
    hour = int(said) if said.isdigit() else int(english_value(said))
    minute = {"half": 30, "quarter": 15}.get((match["sp_w"] or "").lower(), 0)
    if match["sp_to"] == "to":
        hour, minute = hour - 1, 60 - minute
    if 0 < hour <= 24:
        yield Clock(hour, minute), Strength.FIRM, *match.span()


_FR_AT = re.compile(r"(?:\bà|\bdès|\bvers|\bjusqu'à|\bentre)\s\Z", re.IGNORECASE)
_FR_TO = re.compile(r"\s(?:à|et)\s\S+\s?(?:h\b|heures?\b)")
_FR_MINUTES = MappingProxyType({"trente": 30, "quinze": 15, "quarante-cinq": 45})


def french_clock(match: re.Match[str]) -> Iterator[Read]:
    """Yield midi et demi, « à neuf heures »; « neuf heures » of which nothing tells is how long it lasts."""
    half, quarter = match["sp_w"] or match["sp_w2"], match["sp_q"] or match["sp_q2"]
    said = match["sp_m"] or match["sp_m2"] or "0"
    minute = 30 if half else 15 if quarter else _FR_MINUTES.get(said) or int(said)
    if match["sp_n"]:
        hour = 0 if match["sp_n"].lower() == "minuit" else 12
        yield Clock(hour, minute), Strength.FIRM if minute else Strength.SOFT, *match.span()
        return
    words = match["sp_h"].lower()
    value = Decimal(words) if words.isdigit() else french_value(words)
    is_at = _FR_AT.search(match.string, max(0, match.start() - 8), match.start())
    if value <= 24 and minute < 60 and (is_at or _FR_TO.match(match.string, match.end())):
        yield Clock(int(value), minute, is_sure=True), Strength.FIRM, *match.span()
    elif value:
        long = value + Decimal(minute) / 60
        yield Quantity(long, unit="hour"), Strength.SOFT if long <= 1 else Strength.FIRM, *match.span()


_FRENCH_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "heure": "hour",
        "journée": "day",
        "semaine": "week",
        "an": "year",
        "année": "year",
        "mois": "month",
        "siècle": "century",
    }
)


def _halved(match: re.Match[str], scales: Mapping[str, int], value_of: ValueOf) -> Iterator[Read]:
    """Yield half a million, un an et demi, an hour, the past decade."""
    groups = match.groupdict()
    if groups.get("ha_w"):
        yield Quantity(Decimal(1), unit=_FRENCH_UNITS[match["ha_w"]]), Strength.SOFT, *match.span()
    elif match["ha_half"]:
        yield Quantity(HALF), Strength.SOFT, *match.span()
    elif match["ha_f"]:
        yield Quantity(Decimal(2), unit="week"), Strength.SOFT, *match.span()
    elif match["ha_u3"]:
        is_century = "century" in match["ha_u3"]
        yield Quantity(Decimal(1), unit="century" if is_century else "decade"), Strength.SOFT, *match.span()
    elif match["ha_s"]:
        said = match["ha_c"].lower()
        number = Decimal(said) if said.isdigit() else value_of(said)
        yield (
            Quantity((number + HALF) * scales[match["ha_s"].removesuffix("s")]),
            Strength.FIRM,
            *match.span(),
        )
    elif (unit := match["ha_u"]) in scales:
        yield Quantity(HALF * scales[unit]), Strength.FIRM, *match.span()
    elif unit:
        many = {"deux": 2, "trois": 3}.get(match[0][:5].strip().lower(), 1)
        yield Quantity(HALF * many, unit=_FRENCH_UNITS.get(unit, unit)), Strength.SOFT, *match.span()
    else:
        number = Decimal("1.5") if groups["ha_more"] else Decimal(1)
        unit = match["ha_u2"]
        yield Quantity(number, unit=unit), Strength.FIRM if number > 1 else Strength.SOFT, *match.span()
