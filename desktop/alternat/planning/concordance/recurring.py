"""How often something happens, as each language says it: twice a year, tous les six mois, 每半年."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from alternat.planning.concordance.figure_forms import Read
from alternat.planning.concordance.mentions import Often, Strength
from alternat.planning.concordance.numerals import (
    ENGLISH_SMALL,
    FRENCH_SMALL,
    chinese_value,
    english_value,
    figures_with_units,
    french_value,
)

_A_YEAR: Mapping[str, Fraction] = MappingProxyType(
    {
        "decade": Fraction(1, 10),
        "year": Fraction(1),
        "half-year": Fraction(2),
        "quarter": Fraction(4),
        "month": Fraction(12),
        "fortnight": Fraction(26),
        "week": Fraction(52),
        "day": Fraction(365),
        "hour": Fraction(8760),
    }
)
"""How many of each unit a year has."""

_Word = tuple[str, tuple[Fraction, ...], int, str]
"""A pattern, the times a year it may stand for, and in how many of which unit that is."""


def _word(pattern: str, every: str, unit: str, *others: Fraction) -> _Word:
    number = Decimal(every)
    return pattern, (_A_YEAR[unit] / Fraction(number), *others), int(number), unit


_EN_WORDS = (
    _word(r"semi-?annual(?:ly)?|half-?yearly|twice-yearly|biannual(?:ly)?", "1", "half-year"),
    _word(r"annual(?:ly)?|yearly", "1", "year"),
    _word(r"biennial(?:ly)?|two-yearly", "2", "year"),
    _word(r"triennial(?:ly)?|three-yearly", "3", "year"),
    _word(r"quadrennial(?:ly)?", "4", "year"),
    _word(r"quinquennial(?:ly)?|five-yearly", "5", "year"),
    _word(r"quarterly|three-monthly", "1", "quarter"),
    _word(r"six-monthly", "6", "month"),
    _word(r"bi-?monthly|two-monthly", "2", "month", Fraction(24)),
    _word(r"monthly", "1", "month"),
    _word(r"bi-?weekly|two-weekly", "2", "week", Fraction(104)),
    _word(r"fortnightly", "2", "week"),
    _word(r"weekly", "1", "week"),
    _word(r"daily", "1", "day"),
)
_FR_WORDS = (
    _word(r"semestriel(?:le)?s?|semestriellement|biannuel(?:le)?s?", "1", "half-year"),
    _word(r"bisannuel(?:le)?s?", "2", "year", Fraction(2)),
    _word(r"annuel(?:le)?s?|annuellement", "1", "year"),
    _word(r"bienna(?:l|le|ux|les)", "2", "year"),
    _word(r"trienna(?:l|le|ux|les)", "3", "year"),
    _word(r"quadrienna(?:l|le|ux|les)", "4", "year"),
    _word(r"quinquenna(?:l|le|ux|les)", "5", "year"),
    _word(r"trimestriel(?:le)?s?|trimestriellement", "1", "quarter"),
    _word(r"bimestriel(?:le)?s?", "2", "month"),
    _word(r"bimensuel(?:le)?s?", "2", "week", Fraction(24)),
    _word(r"mensuel(?:le)?s?|mensuellement", "1", "month"),
    _word(r"hebdomadaires?(?:ment)?", "1", "week"),
    _word(r"quotidien(?:ne)?s?|quotidiennement", "1", "day"),
)
_ZH_WORDS = (
    _word("半年度|半年报|按半年|逐半年", "1", "half-year"),
    _word("(?<![\\d〇零○一二三四五六七八九])年度(?![末底初内])|逐年|年会|年报", "1", "year"),
    _word("按季度?|逐季|(?<![第一二三四1234个])季度(?!末|初|底)|季报", "1", "quarter"),
    _word("按月|逐月|月度|月报", "1", "month"),
    _word("按周|逐周|周报|周例会", "1", "week"),
    _word("双月", "2", "month"),
    _word("双周", "2", "week", Fraction(24)),
    _word("按日|逐日", "1", "day"),
)


def _words(words: tuple[_Word, ...], start: str = "", end: str = "") -> str:
    """Return the pattern of such words, each in a group that tells its place."""
    return "|".join(f"(?P<oftenword{at}>{start}{pattern}{end})" for at, (pattern, *_) in enumerate(words))


_EDGES = (r"\b(?i:", r")(?!\w)")
_EN_NUMBER = rf"(?:\d+|(?i:{ENGLISH_SMALL}))"
_EN_UNIT = r"(?:years?|months?|weeks?|days?|hours?|quarters?|fortnights?|half-years?|decades?)"
_FR_NUMBER = rf"(?:\d+|(?i:{FRENCH_SMALL}))"
_FR_UNIT = r"(?:ans?|années?|mois|semaines?|jours?|trimestres?|semestres?|heures?|quinzaines?)"
_ZH_NUMBER = r"(?:\d+|[一二三四五六七八九十百两]+)"
_ZH_UNIT = r"(?:半年|年|个?月|周|个?星期|个?季度|[天日]|小时)"
_NO_NOUN = (
    r"(?!(?:sides|parties|countries|governments|nations|ministers|ministries|times|shall|will|may|should|must"
    r"|meet|met|once|twice|thrice|parties|pays|gouvernements|fois|côtés|ministres|ministères|se|ont|sont"
    r"|[a-z]+aines?)\b)"
)


def english_often() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the pattern of how often something happens, in English: with a number first, and in words."""
    return (
        (
            (
                rf"(?P<often>\b(?P<o_c>(?i:once|twice|thrice)|{_EN_NUMBER}[\s-]times?)\s"
                r"(?:(?P<o_adv>yearly|annually|monthly|weekly|daily|quarterly)\b"
                r"|(?:an?|per|every|(?:(?:in|of|during|over)\s)?(?:each|every|the\scourse\sof\s(?:each|every|a|the)))\s"
                rf"(?:calendar\s|given\s|single\s)?(?:(?P<o_n>other|second|third|{_EN_NUMBER})[\s-])?(?P<o_u>{_EN_UNIT})\b))"
            ),
            (
                rf"(?P<often_of>(?<!the\s)\b(?P<of_c>{_EN_NUMBER})\s(?:{_NO_NOUN}[a-z]+\s){{1,3}}?"
                rf"(?:(?:per|an?)\s(?P<of_u>year|month|week|day|quarter)\b|(?P<of_adv>annually|yearly|monthly|weekly)\b))"
            ),
        ),
        (
            (
                r"(?P<often_each>\b(?i:every|each)\s(?:calendar\s|single\s)?"
                rf"(?:(?P<e_n>other|second|third|few|{_EN_NUMBER})[\s-])?(?P<e_u>{_EN_UNIT})\b)"
            ),
            _words(_EN_WORDS, *_EDGES),
        ),
    )


def french_often() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the pattern of how often something happens, in French: with a number first, and in words."""
    return (
        (
            (
                rf"(?P<often>\b(?P<o_c>{_FR_NUMBER})\s(?:fois|reprises)\s"
                r"(?:(?:l'|(?:par|chaque|à\schaque|dans\sl'|tous\sles|toutes\sles"
                r"|(?:au\scours\sde|durant|lors\sde|pendant)\s?(?:chaque|l'|la|le))\s?)"
                rf"(?:(?P<o_n>{_FR_NUMBER})\s)?(?P<o_u>{_FR_UNIT})\b))"
            ),
            (
                rf"(?P<often_of>(?<!les\s)\b(?P<of_c>{_FR_NUMBER})\s(?:{_NO_NOUN}[\wé]+\s|d'[\wé]+\s){{1,4}}?"
                r"par\s(?P<of_u>an|année|mois|semaine|jour|trimestre|semestre)\b)"
            ),
        ),
        (
            rf"(?P<often_third>\bun(?:e\sannée|\san)\ssur\s(?P<third>{_FR_NUMBER})\b)",
            (
                r"(?P<often_each>\b(?i:(?:tous|toutes)\sles\s|chaque\s|à\schaque\s|par\s(?=an|mois|trim|sem|jour))"
                rf"(?:(?P<e_n>{_FR_NUMBER})\s)?(?P<e_u>{_FR_UNIT})\b)"
            ),
            _words(_FR_WORDS, *_EDGES),
        ),
    )


def chinese_often() -> str:
    """Return the pattern of how often something happens, in Chinese."""
    gap = "[^，。；：、！？\\d第季月底初]{0,14}?"
    kinds = "(?:[次轮届期场回]|度(?!假))"
    return "|".join(
        (
            (
                rf"(?P<often>每(?P<apart>隔)?(?P<o_n>{_ZH_NUMBER})?(?P<o_u>{_ZH_UNIT})度?"
                rf"(?:{gap}(?P<o_c>{_ZH_NUMBER}){kinds})?)"
            ),
            (
                r"(?P<often_of>(?:(?<!\d)(?P<of_n>\d\d?|[一二三四五六七八九十百两]+)(?P<of_u>年|个月|周|个?星期|个?季度|天)|(?P<of_half>半年))"
                rf"(?:之?内|中)?(?:举行|召开|会晤|会面|开会|通话|审议|评审|通报|更新)?(?P<of_c>{_ZH_NUMBER}){kinds})"
            ),
            _words(_ZH_WORDS),
        )
    )


_EN_COUNTS = MappingProxyType({"once": 1, "twice": 2, "thrice": 3})
_EN_NTH = MappingProxyType({"other": 2, "second": 2, "third": 3})
_FR_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "an": "year",
        "année": "year",
        "mois": "month",
        "semaine": "week",
        "jour": "day",
        "trimestre": "quarter",
        "semestre": "half-year",
        "heure": "hour",
        "quinzaine": "fortnight",
    }
)
_ZH_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "半年": "half-year",
        "年": "year",
        "月": "month",
        "周": "week",
        "星期": "week",
        "季度": "quarter",
        "天": "day",
        "日": "day",
        "小时": "hour",
    }
)


def _read(
    match: re.Match[str], count: int, every: Decimal, unit: str, *, is_firm: bool, apart: bool = False
) -> Iterator[Read]:
    if not every or not count:
        return
    rates = {count * _A_YEAR[unit] / Fraction(every)}
    if apart:
        # 每隔一年 leaves a year out; 每隔六个月 is said for every six months as well.
        rates.add(count * _A_YEAR[unit] / Fraction(every + 1))
    value = Often(frozenset(rates), count, every, unit)
    yield value, Strength.FIRM if is_firm else Strength.SOFT, *match.span()


def _word_read(match: re.Match[str], words: tuple[_Word, ...]) -> Iterator[Read]:
    assert match.lastgroup is not None
    _, rates, every, unit = words[int(match.lastgroup.removeprefix("oftenword"))]
    yield Often(frozenset(rates), 1, Decimal(every), unit), Strength.SOFT, *match.span()


def english_reads(match: re.Match[str]) -> Iterator[Read] | None:
    """Return how often something happens, or nothing where a match is something else."""
    match match.lastgroup:
        case "often":
            said = match["o_c"].lower()
            times = _EN_COUNTS.get(said) or int(_english_number(re.sub(r"[\s-]times?\Z", "", said)))
            every = _english_nth(match["o_n"])
            return _read(match, times, every, _english_unit(match["o_u"] or match["o_adv"]), is_firm=True)
        case "often_of":
            times, unit = int(_english_number(match["of_c"].lower())), match["of_u"] or match["of_adv"]
            return _read(match, times, Decimal(1), _english_unit(unit), is_firm=True)
        case "often_each":
            every = _english_nth(match["e_n"])
            return _read(match, 1, every, _english_unit(match["e_u"]), is_firm=every > 1)
        case str() as name if name.startswith("oftenword"):
            return _word_read(match, _EN_WORDS)
    return None


def _english_unit(said: str) -> str:
    """Return the unit of “months” and of “monthly”."""
    return {"annually": "year", "daily": "day"}.get(said) or said.removesuffix("ly").removesuffix("s")


def _english_number(said: str) -> Decimal:
    return Decimal(said) if said.isdigit() else english_value(said)  # 0 of “few”, which is none


def _english_nth(said: str | None) -> Decimal:
    if not said:
        return Decimal(1)
    return Decimal(_EN_NTH[said]) if said in _EN_NTH else _english_number(said.lower())


def french_reads(match: re.Match[str]) -> Iterator[Read] | None:
    """Return how often something happens, or nothing where a match is something else."""
    match match.lastgroup:
        case "often":
            every = _french_number(match["o_n"])
            return _read(
                match, int(_french_number(match["o_c"])), every, _french_unit(match["o_u"]), is_firm=True
            )
        case "often_of":
            unit = _french_unit(match["of_u"])
            return _read(match, int(_french_number(match["of_c"])), Decimal(1), unit, is_firm=True)
        case "often_third":
            return _read(match, 1, _french_number(match["third"]), "year", is_firm=True)
        case "often_each":
            every = _french_number(match["e_n"])
            return _read(match, 1, every, _french_unit(match["e_u"]), is_firm=every > 1)
        case str() as name if name.startswith("oftenword"):
            return _word_read(match, _FR_WORDS)
    return None


def _french_number(said: str | None) -> Decimal:
    if not said:
        return Decimal(1)
    return Decimal(said) if said.isdigit() else french_value(said.lower())


def _french_unit(said: str) -> str:
    return _FR_UNITS[said if said in _FR_UNITS else said.removesuffix("s")]


def chinese_reads(match: re.Match[str]) -> Iterator[Read] | None:
    """Return how often something happens, or nothing where a match is something else."""
    match match.lastgroup:
        case "often":
            count, every = _chinese_number(match["o_c"]), _chinese_number(match["o_n"])
            unit = _ZH_UNITS[match["o_u"].removeprefix("个")]
            is_firm = bool(match["o_c"] or match["o_n"])
            return _read(match, int(count), every, unit, is_firm=is_firm, apart=bool(match["apart"]))
        case "often_of":
            unit = _ZH_UNITS[(match["of_u"] or match["of_half"]).removeprefix("个")]
            count, every = _chinese_number(match["of_c"]), _chinese_number(match["of_n"])
            return _read(match, int(count), every, unit, is_firm=True)
        case str() as name if name.startswith("oftenword"):
            return _word_read(match, _ZH_WORDS)
    return None


def _chinese_number(said: str | None) -> Decimal:
    if not said:
        return Decimal(1)
    value = figures_with_units(said) if said[0].isdigit() else chinese_value(said)
    return value or Decimal(0)
