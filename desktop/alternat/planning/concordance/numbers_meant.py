"""The numbers for which a text has other words: a dozen, trimestriel, 双方, Section IV."""

import re
from decimal import Decimal
from functools import cache

from alternat.language.label import Language
from alternat.planning.concordance.figure_forms import PLAIN
from alternat.planning.concordance.numerals import chinese_value, roman_value
from alternat.planning.concordance.units import is_counted

_MEANT: dict[Language, tuple[tuple[str, str], ...]] = {
    Language.EN: (
        (r"both|bilateral\w*|dual|pairs?|two-way", "2"),
        (r"single|sole|every|each|any", "1"),
        (r"trilateral\w*|triple", "3"),
        (r"decades?", "10"),
        (r"century", "100"),
        (r"dozens?", "12"),
        (r"half", "0.5"),
    ),
    Language.FR: (
        (r"bilatéra\w*|paires?|double\w*", "2"),
        (r"seule?|unique|chaque", "1"),
        (r"tiers|tierces?|trilatéra\w*|triple", "3"),
        (r"décennies?|dizaines?", "10"),
        (r"siècles?|centaines?", "100"),
        (r"douzaines?", "12"),
        (r"quinzaines?", "15"),
        (r"vingtaines?", "20"),
        (r"trentaines?", "30"),
        (r"quarantaines?", "40"),
        (r"cinquantaines?", "50"),
        (r"soixantaines?", "60"),
        (r"milliers?", "1000"),
        (r"demie?|moitié", "0.5"),
        (r"millions", "1000000"),
    ),
    Language.ZH: (
        ("双(?![方边语])|俩|成对", "2"),
        ("首|每|单|唯一|统一", "1"),
        ("世纪", "100"),
        ("半", "0.5"),
    ),
}
"""Words that answer to a number of another text without being one: both are two."""
_LASTING: dict[Language, tuple[tuple[str, str, str], ...]] = {
    Language.EN: (
        ("decades?", "10", "year"),
        ("century|centuries", "100", "year"),
        ("quarters?", "3", "month"),
        ("fortnights?", "2", "week"),
    ),
    Language.FR: (
        ("décennies?", "10", "year"),
        ("siècles?", "100", "year"),
        ("trimestres?", "3", "month"),
        ("semestres?", "6", "month"),
        ("quinzaines?", "2", "week"),
        ("huitaine", "1", "week"),
    ),
    Language.ZH: (
        ("世纪", "100", "year"),
        ("[上中下]旬", "10", "day"),
        ("季度", "3", "month"),
        ("半个月", "2", "week"),
    ),
}
"""Words for a length of time that answer to it in another unit."""


@cache
def _meant(language: Language) -> tuple[tuple[re.Pattern[str], frozenset[Decimal]], ...]:
    return tuple((_pattern(words, language), _decimals(values)) for words, values in _MEANT[language])


@cache
def _lasting(language: Language) -> tuple[tuple[re.Pattern[str], frozenset[Decimal], str], ...]:
    return tuple(
        (_pattern(words, language), _decimals(values), unit) for words, values, unit in _LASTING[language]
    )


def _pattern(words: str, language: Language) -> re.Pattern[str]:
    return re.compile(words if language is Language.ZH else rf"\b(?:{words})(?!\w)", re.IGNORECASE)


def _decimals(values: str) -> frozenset[Decimal]:
    return frozenset(map(Decimal, values.split()))


def numbers_meant(text: str, language: Language, unit: str = "") -> frozenset[Decimal]:
    """Return the numbers that a text says in other words, of those that count something.

    One in five is 五分之一; the last ten days of May are 5月下旬.
    """
    plain = text.translate(PLAIN)
    if is_counted(unit):
        return frozenset(
            value
            for words, values, of in _lasting(language)
            if of == unit and words.search(plain)
            for value in values
        )
    found = {value for words, values in _meant(language) if words.search(plain) for value in values}
    if language is Language.ZH:
        for part in _PARTS.findall(plain):
            found |= {value for each in part if (value := chinese_value(each)) is not None}
        return frozenset(found)
    return frozenset(found | {roman_value(each) for each in _ROMAN.findall(plain)})


_PARTS = re.compile("([一二三四五六七八九十百]+)分之([一二三四五六七八九十百]+)")
_ROMAN = re.compile(r"\b(?=[IVX]+\b)(?:X{0,3}(?:IX|IV|V?I{0,3}))\b")
