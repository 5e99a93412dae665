"""What a number counts: days or months, one currency or another, times; and which of them are the same."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from alternat.language.label import Language
from alternat.planning.concordance.mentions import Quantity
from alternat.planning.concordance.numerals import ENGLISH_SMALL, FRENCH_SMALL

ORDINAL, TIMES, FOLD, SIDES = "ordinal", "times", "fold", "sides"
_LASTING: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        "minute": ("day", 1),
        "hour": ("day", 60),
        "day": ("day", 1440),
        "week": ("day", 10_080),
        "workday": ("workday", 1),
        "month": ("month", 1),
        "quarter": ("month", 3),
        "half-year": ("month", 6),
        "year": ("month", 12),
        "decade": ("month", 120),
        "century": ("month", 1200),
    }
)
"""Units of time, each as so many of what its kind is measured in: days are no share of months."""
_ABOUT = (
    ((15, "day"), (2, "week")),
    ((8, "day"), (1, "week")),
    ((Decimal("0.5"), "month"), (2, "week")),
    ((Decimal("0.5"), "month"), (15, "day")),
)
"""What is said for the same though it is not: « quinze jours » and « huit jours », 半个月."""
_MONEY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "dollar": frozenset({"CAD", "USD", "HKD", "AUD", "元"}),
        "元": frozenset({"CNY", "CAD", "USD", "HKD", "dollar", "¥"}),
        "¥": frozenset({"CNY", "JPY"}),
    }
)
"""Words for money that leave open whose it is, with what each may mean."""
_ORDINALS_LIKE = frozenset({"", ORDINAL})


def is_lasting(unit: str) -> bool:
    """Return whether a unit measures time."""
    return unit in _LASTING


def is_counted(unit: str) -> bool:
    """Return whether something is said of what is counted, beyond the number and its place in an order."""
    return unit not in _ORDINALS_LIKE


def same_amount(one: Quantity, other: Quantity) -> bool:
    """Return whether two numbers are the same amount of the same thing: two years, 24 months.

    A number of which nothing is said answers to any of the same value.
    """
    if isinstance(one.value, str) or isinstance(other.value, str):
        return one.value == other.value
    if is_lasting(one.unit) and is_lasting(other.unit):
        (kind, size), (other_kind, other_size) = _LASTING[one.unit], _LASTING[other.unit]
        if kind == other_kind and one.value * size == other.value * other_size:
            return True
        said = {(one.value, one.unit), (other.value, other.unit)}
        return any(said == set(each) for each in _ABOUT)
    return one.value == other.value and may_be_same(one.unit, other.unit)


def may_be_same(one: str, other: str) -> bool:
    """Return whether two units may name one thing."""
    if one == other or not one or not other:
        return True
    if ORDINAL in (one, other):
        return TIMES not in (one, other) and not (is_lasting(one) or is_lasting(other))
    if {one, other} == {TIMES, FOLD}:
        return True
    return other in _MONEY.get(one, ()) or one in _MONEY.get(other, ())


_EN_UNITS = (
    r"(?P<workday>(?:working|business)[\s-]days?)|(?P<minute>minutes?)|(?P<hour>hours?)|(?P<day>days?)"
    r"|(?P<week>weeks?)|(?P<fortnight>fortnights?)|(?P<month>months?)|(?P<quarter>quarters?)|(?P<half>half-years?)"
    r"|(?P<year>years?)|(?P<decade>decades?)|(?P<century>centur(?:y|ies))|(?P<times>times|occasions)"
    r"|(?P<CAD>Canadian\sdollars?)|(?P<USD>(?:U\.?S\.?|American)\sdollars?)|(?P<HKD>Hong\sKong\sdollars?)"
    r"|(?P<dollar>dollars?)|(?P<CNY>(?:Chinese\s)?yuan|renminbi|RMB)|(?P<EUR>euros?)"
    r"|(?P<GBP>pounds?(?:\ssterling)?)|(?P<JPY>yen)"
)
_FR_UNITS = (
    r"(?P<workday>jours?\s(?:ouvrables?|ouvrés?))|(?P<minute>minutes?)|(?P<hour>heures?)|(?P<day>jours?|journées?)"
    r"|(?P<week>semaines?)|(?P<month>mois)|(?P<quarter>trimestres?)|(?P<half>semestres?)"
    r"|(?P<year>ans?|années?)|(?P<decade>décennies?)|(?P<century>siècles?)|(?P<times>fois|reprises)"
    r"|(?:d'|de\s)?(?:(?P<CAD>dollars?\scanadiens?|\$\s?CAN?\b)"
    r"|(?P<USD>dollars?\s(?:américains?|US|des\sÉtats-Unis)|\$\s?US)"
    r"|(?P<HKD>dollars?\sde\sHong\sKong)|(?P<dollar>dollars?|\$)"
    r"|(?P<CNY>yuans?|renminbis?|RMB)|(?P<EUR>euros?|€)|(?P<GBP>livres?\ssterling)|(?P<JPY>yens?))"
)
_ZH_UNITS = (
    r"(?P<workday>个?工作日)|(?P<minute>分钟)|(?P<hour>个?(?:小时|钟头))"
    r"|(?P<day>天|(?<=[一二三四五六七八九十百两])日|日(?=[的之以]?(?:内|后)))|(?P<week>个?(?:星期|礼拜)|周(?![年一二三四五六日末边报]))"
    r"|(?P<month>个月|(?<=个半)月)|(?P<quarter>个?季度)|(?P<year>年(?![代级份度]))|(?P<century>个世纪)"
    r"|(?P<times>[次回遍]|度(?![假过日]))|(?P<fold>倍)"
    r"|(?P<CAD>加元|加拿大元|加币)|(?P<USD>美元|美金)|(?P<HKD>港[元币])|(?P<EUR>欧元)|(?P<GBP>英镑)|(?P<JPY>日元)"
    r"|(?P<CNY>元人民币|人民币)|(?P<yuan>元)"
)
_EN_JOINT = (
    r"(?:\s?\([^()]{1,15}\)|\))?(?:\s?(?:-|to|or|and)\s?(?:\d[\d,.]*|(?i:" + ENGLISH_SMALL + r")\b))?"
    r"(?P<half_before>(?:\sand|-and)[\s-]a[\s-]half)?[\s-]"
    r"(?:(?:calendar|consecutive|full|more|further|additional|clear|whole|successive|straight|last|next)\s)?"
)
_FR_JOINT = (
    r"(?:\s?\([^()]{1,15}\)|\))?(?:\s?(?:-|à|ou|et)\s(?:\d[\d,.]*|(?:" + FRENCH_SMALL + r")\b))?"
    r"\s?(?:(?:premi|derni)(?:er|ère)s?\s|prochaine?s\s|autres\s|nouve(?:aux|lles)\s|bons?\s)?"
)
_ZH_JOINT = (
    r"\s?(?:[（(][^（）()]{1,6}[）)]|[）)])?(?:\s?(?:至|到|-|~|或|、)\s?(?:\d[\d,.]*|[一二三四五六七八九十百两]+))?"
    r"[余多]?(?P<half_before>个半)?\s?"
)
_EDGE = r"(?!\w)"
_AFTER: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        Language.EN: re.compile(
            f"{_EN_JOINT}(?:(?P<unit>{_EN_UNITS}){_EDGE})(?P<half_after>[\\s-]and[\\s-]a[\\s-]half)?"
        ),
        Language.FR: re.compile(
            f"{_FR_JOINT}(?:(?P<unit>{_FR_UNITS}){_EDGE})(?P<half_after>\\set\\sdemie?\\b)?"
        ),
        Language.ZH: re.compile(f"{_ZH_JOINT}(?:(?P<unit>{_ZH_UNITS}))(?P<half_after>半(?!数))?"),
    }
)
_BEFORE = re.compile(
    r"(?:(?P<CAD>(?:CAN?|C)\s?\$|CAD)|(?P<USD>US\s?\$|USD)|(?P<HKD>HK\s?\$|HKD)|(?P<AUD>AU?\s?\$)|(?P<dollar>\$)"
    r"|(?P<CNY>RMB(?:\s?¥)?|CNY|人民币)|(?P<yen>¥|￥)|(?P<EUR>€|EUR)|(?P<GBP>£|GBP)|(?P<JPY>JPY))\s?\Z"
)
_LONGEST_BEFORE = 6
_NAMED = {"fortnight": "week", "half": "half-year", "yuan": "元", "yen": "¥"}
HALF = Decimal("0.5")


def with_unit(number: Quantity, text: str, start: int, end: int, language: Language) -> tuple[Quantity, int]:
    """Return a number with what it counts, and where all of it ends; as it was where it stands alone."""
    assert isinstance(number.value, Decimal)
    before = _BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start)
    after = _AFTER[language].match(text, end)
    if before is not None and (after is None or not _is_money(_group(after))):
        return number._replace(unit=_group(before), is_year=False), end
    if after is None:
        return number, end
    if (name := _group(after)) in {"元", "dollar"} and before is not None:
        name = _group(before)
    found = after.groupdict()
    value = number.value
    if found.get("half_after") or found.get("half_before"):
        value += HALF
    if found.get("fortnight"):
        value *= 2
    return number._replace(value=value, unit=name, is_year=False), after.end()


def _is_money(unit: str) -> bool:
    return not is_lasting(unit) and unit not in {TIMES, FOLD}


def _group(match: re.Match[str]) -> str:
    name = next(name for name, found in match.groupdict().items() if found and name not in _NO_UNITS)
    return _NAMED.get(name, name)


_NO_UNITS = frozenset({"unit", "half_before", "half_after"})
