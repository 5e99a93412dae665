"""The numbers for which a text has other words: a dozen, trimestriel, 双方, Section IV."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from alternat.language.label import Language
from alternat.planning.concordance.figure_forms import PLAIN
from alternat.planning.concordance.numerals import chinese_value, roman_value

_MEANT: dict[Language, tuple[tuple[str, str], ...]] = {
    Language.EN: (
        (r"both|twice|duplicate|bilateral\w*|biennial\w*|double|dual|pairs?", "2"),
        (r"once|single|sole|every|each|annual\w*|yearly|any", "1"),
        (r"quarter(?:ly|s)?|trilateral\w*|triennial\w*|triple", "3"),
        (r"half-year\w*|semi-?annual\w*|biannual\w*", "6"),
        (r"one[ -]year|annual\w*|a year|yearly", "12"),
        (r"decades?", "10"),
        (r"century", "100"),
        (r"dozens?", "12"),
        (r"fortnight\w*", "14 15 2"),
        (r"half", "0.5"),
        (r"weekly|a week", "7 1"),
    ),
    Language.FR: (
        (r"bilatéra\w*|double\w*|biennal\w*|paires?", "2"),
        (r"seule?|unique|chaque|annuel\w*", "1"),
        (r"trimestr\w*|tiers|tierces?|trilatéra\w*|triennal\w*|triple", "3"),
        (r"semestr\w*", "6"),
        (r"un an|une année|par an|annuel\w*|chaque année", "12"),
        (r"décennies?|dizaines?", "10"),
        (r"siècles?|centaines?", "100"),
        (r"douzaines?", "12"),
        (r"quinzaines?", "14 15 2"),
        (r"vingtaines?", "20"),
        (r"trentaines?", "30"),
        (r"quarantaines?", "40"),
        (r"cinquantaines?", "50"),
        (r"soixantaines?", "60"),
        (r"milliers?", "1000"),
        (r"demie?|moitié", "0.5"),
        (r"quadriennal\w*", "4"),
        (r"quinquennal\w*", "5"),
        (r"huitaine|hebdomadaire\w*|par semaine", "7 1"),
    ),
    Language.ZH: (
        ("双|俩|对", "2"),
        ("首|每|单|唯一|统一", "1"),
        ("季度", "3"),
        ("半年", "6"),
        ("[上中下]旬", "10"),
        ("一年|每年|年度", "12"),
        ("十年", "10"),
        ("世纪", "100"),
        ("半", "0.5"),
        ("周", "7"),
        ("两周", "14 15"),
    ),
}
"""Words that answer to a number of another text without being one: a quarter is three months."""


@cache
def _meant(language: Language) -> tuple[tuple[re.Pattern[str], frozenset[Decimal]], ...]:
    edge = "" if language is Language.ZH else r"\b"
    return tuple(
        (re.compile(f"{edge}(?:{words})(?!\\w)" if edge else words, re.IGNORECASE), _decimals(values))
        for words, values in _MEANT[language]
    )


def _decimals(values: str) -> frozenset[Decimal]:
    return frozenset(map(Decimal, values.split()))


def numbers_meant(
    text: str, language: Language, figures: Iterable[tuple[Decimal, int]]
) -> frozenset[Decimal]:
    """Return the numbers that a text says in other words; its own numbers come with where they end.

    Two years are 24 months, one in five is 五分之一.
    """
    plain = text.translate(PLAIN)
    found = {value for words, values in _meant(language) if words.search(plain) for value in values}
    for number, end in figures:
        if unit := _UNITS.match(plain, end):
            many, of = _TIMES[unit.lastgroup or ""]
            found.add(number * many / of)
    if language is Language.ZH:
        for part in _PARTS.findall(plain):
            found |= {value for each in part if (value := chinese_value(each)) is not None}
        return frozenset(found)
    return frozenset(found | {roman_value(each) for each in _ROMAN.findall(plain)})


_UNITS = re.compile(
    r"[\s-]?(?:(?P<years>years?\b|ans?\b|années?\b|年)|(?P<months>months?\b|mois\b|个月)"
    r"|(?P<weeks>weeks?\b|semaines?\b|周|个星期)|(?P<days>days?\b|jours?\b|天|日))",
    re.IGNORECASE,
)
_TIMES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"years": (12, 1), "months": (1, 12), "weeks": (7, 1), "days": (1, 7)}
)
"""How many of the next smaller or larger unit each is, as a fraction."""
_PARTS = re.compile("([一二三四五六七八九十百]+)分之([一二三四五六七八九十百]+)")
_ROMAN = re.compile(r"\b(?=[IVX]+\b)(?:X{0,3}(?:IX|IV|V?I{0,3}))\b")
