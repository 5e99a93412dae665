"""Numbers, dates and times as Chinese writes them."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from alternat.planning.concordance.figure_forms import (
    ISO,
    SLASH,
    Read,
    is_coded,
    shared_forms,
)
from alternat.planning.concordance.mentions import Clock, Day, Quantity, Strength
from alternat.planning.concordance.numerals import HAN_DIGITS, chinese_value, figures_with_units
from alternat.planning.concordance.periods import EACH_WEEKDAY, chinese_period, chinese_periods
from alternat.planning.concordance.recurring import chinese_often, chinese_reads
from alternat.planning.concordance.units import HALF, ORDINAL

HAN = "一二三四五六七八九十百千万亿零〇○两"
_HAN_WORDS = (
    "一致|统一|唯一|一方|一起(?![案事])|一同|一样|一切|一般|一直|一旦|一定|一贯|一律|一系列|一些|一并|进一步|单一|不一|万一|专一"
    "|一带一路|第一时间|一体|一面|一经|一再|同一|逐一|另一|任一|某一|一手|百姓|一式|一经|一国|一事"
    "|千方百计|千万(?=不|要)|三亚|四川|九江|五角大楼"
    "|十分(?!钟|之)|万分|(?<!分)之一|(?:\\d\\d世纪)?\\d\\d年代"
)
_COUNTED = (
    "个月|[个项名人次年天日周届场位条款份件种类家轮批章节段号期页美加元公里米吨辆台座起]"
    "|小时|分钟|方面|季度|部门|阶段"
)
"""What is counted after a single Chinese numeral, so that it is a number and no part of a word."""


def chinese_pattern() -> str:
    """Return the pattern of what a Chinese figure is; the name of the outer group says which form."""
    month = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
    day = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
    year = r"(?:(?<!\d)(?:1[5-9]|2[01])\d\d|[一二][〇零○一二三四五六七八九]{3})"
    figures = r"\d[\d,]*(?:\.\d+)?"
    hour = "(?:二十[一二三四]?|十[一二三四五六七八九]?|[零一二三四五六七八九两])"
    minute = "(?:[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九])"
    number = (
        rf"(?:\d+(?:\.\d+){{2,}}|{figures}(?:[多余]?[十百千万亿]+(?:{figures}[十百千万亿]*)*)?"
        rf"|[{HAN}]+(?:点[{HAN}]+|[多余][万亿])?)"
    )
    return "|".join(
        (
            EACH_WEEKDAY,
            chinese_often(),
            rf"(?P<skip>{_HAN_WORDS})",
            chinese_periods(year, month),
            "(?P<sides>双方|两(?:国(?!集团)|方|边|岸|地|军|部|党|个国家)|中加两国|双边)",
            (
                rf"(?P<spoken>(?P<sp_half>{_HALVES_OF_DAY})\s?(?P<sp_h>{hour})[时点]"
                rf"(?:(?P<sp_m>{minute})分?|(?P<sp_30>半)|(?P<sp_15>一刻))?"
                rf"|(?<![\d{HAN}])(?P<sp_h2>{hour})[时点](?:(?P<sp_m2>{minute})分|(?P<sp_302>半)|(?=整))"
                rf"|(?<![\d{HAN}])(?!一)(?P<sp_h3>{hour})时(?![间期代候刻常而])|(?P<sp_n>午夜|子夜|正午))"
            ),
            (
                r"(?P<halved>(?<![上下前后每])半(?:个(?P<ha_month>月)|个?(?P<ha_u>年|天|日|小时|钟头|周|世纪))(?!数)"
                r"|(?P<ha_n>半数))"
            ),
            r"(?P<tenths>(?P<te>[一二三四五六七八九])成(?P<te_5>半)?(?![为立就员功果效本长熟都]))",
            (
                "(?P<fold>(?P<x2>翻了?一番|翻番|(?:增长|增加|提高|扩大|增|多|高)了?出?(?:一|1)倍)|(?P<x4>翻了?两番)"
                "|(?P<x3>翻了?三倍|(?:增至|增加到|达到)了?(?:三|3)倍))"
            ),
            '(?P<plan>十(?P<pl>[一二三四五六七八九])五(?=[”"]?(?:规划|时期|计划)))',
            "(?P<initial>首(?=[次届轮批个场期份位项份]))",
            ISO,
            SLASH,
            (
                rf"(?P<ymd>(?:(?P<y>{year})\s?年\s?)?(?<![\d{HAN}])(?P<m>{month})\s?月\s?(?P<d>{day})\s?(?:日|号)?"
                rf"(?P<more>(?:\s?(?:至|到|-|、|和|及|与)\s?{day}\s?[日号])*))(?![\d人个名])"
            ),
            rf"(?P<ym>(?P<y3>{year})\s?年\s?(?P<m3>{month})\s?月)",
            rf"(?P<yo>(?P<y4>{year})\s?年)",
            rf"(?P<month>(?<![\d{HAN}])(?P<m4>{month})\s?月(?:份)?)",
            (
                rf"(?P<clock>(?P<half>{_HALVES_OF_DAY})?\s?(?P<h>(?<!\d)\d\d?)\s?"
                r"(?::(?P<min>\d\d)(?!\d)|(?:时|点)(?P<min2>\d\d?)分|(?:时|点)(?P<min3>半)|(?:时|点整)"
                r"|(?<=午\d)点|(?<=午\d\d)点|(?<=晚\d)点))"
            ),
            rf"(?P<part>(?P<whole>{number})分之(?P<of>{number}))",
            (
                rf"(?P<figures>(?P<lead>第\s?)?(?P<n>{number})"
                rf"(?:几|(?P<percent>\s?%|个百分点)|(?P<counted>\s?[余多]?(?:{_COUNTED})))?)"
            ),
        )
    )


def chinese(match: re.Match[str]) -> Iterator[Read]:
    """Return the values of one match of the Chinese pattern."""
    for read in (shared_forms(match), chinese_reads(match), chinese_period(match, _small)):
        if read is not None:
            yield from read
            return
    name = match.lastgroup or ""
    if name in _READERS:
        yield from _READERS[name](match)


def _days(match: re.Match[str]) -> Iterator[Read]:
    year, month = _small(match["y"] or "0"), _small(match["m"])
    for date in (match["d"], *re.findall(r"[\d一二三四五六七八九十]+", match["more"])):
        yield Day(year, month, _small(date)), Strength.FIRM, *match.span()


def _month(match: re.Match[str]) -> Iterator[Read]:
    yield Day(_small(match["y3"]), _small(match["m3"]), 0), Strength.FIRM, *match.span()


def _year(match: re.Match[str]) -> Iterator[Read]:
    yield Quantity(Decimal(_small(match["y4"])), is_year=True), Strength.FIRM, *match.span()


def _month_alone(match: re.Match[str]) -> Iterator[Read]:
    yield Day(0, _small(match["m4"]), 0), Strength.SOFT, *match.span()


def _plan(match: re.Match[str]) -> Iterator[Read]:
    """Yield the fifteenth five-year plan, 十五五."""
    yield Quantity(Decimal(10 + HAN_DIGITS[match["pl"]]), unit=ORDINAL), Strength.SOFT, *match.span()
    yield Quantity(Decimal(5), unit="year"), Strength.FAINT, *match.span()


def _initial(match: re.Match[str]) -> Iterator[Read]:
    yield Quantity(Decimal(1), unit=ORDINAL), Strength.SOFT, *match.span()


def _halved(match: re.Match[str]) -> Iterator[Read]:
    unit = "month" if match["ha_month"] else _HALVED.get(match["ha_u"] or "", "")
    yield Quantity(HALF, unit=unit), Strength.SOFT, *match.span()


def _tenths(match: re.Match[str]) -> Iterator[Read]:
    """Yield 三成, thirty per cent."""
    tenths = HAN_DIGITS[match["te"]] * 10 + (5 if match["te_5"] else 0)
    yield Quantity(Decimal(tenths), is_percent=True), Strength.SOFT, *match.span()


def _chinese_clock(match: re.Match[str]) -> Iterator[Read]:
    hour = int(match["h"])
    minute = 30 if match["min3"] else int(match["min"] or match["min2"] or 0)
    hour = _of_the_day(hour, match["half"])
    if hour <= 24 and minute < 60:
        is_sure = bool(match["half"]) or hour > _MIDDAY
        yield Clock(hour, minute, is_sure), Strength.FIRM, *match.span()


_HALVES_OF_DAY = "上午|早上|早晨|清晨|凌晨|下午|傍晚|晚上|晚间|晚|中午"
_MIDDAY = 12
_LATE = frozenset({"下午", "傍晚", "晚上", "晚间", "晚"})
_HALVED = {
    "年": "year",
    "天": "day",
    "日": "day",
    "小时": "hour",
    "钟头": "hour",
    "周": "week",
    "世纪": "century",
}


def _spoken_clock(match: re.Match[str]) -> Iterator[Read]:
    """Yield a time whose hour is written in Chinese: 上午九时三十分, 晚上八点半."""
    if match["sp_n"]:
        yield Clock(12 if match["sp_n"] == "正午" else 0, 0), Strength.SOFT, *match.span()
        return
    hour = _small(match["sp_h"] or match["sp_h2"] or match["sp_h3"])
    said = match["sp_m"] or match["sp_m2"]
    minute = (
        _small(said) if said else 30 if match["sp_30"] or match["sp_302"] else 15 if match["sp_15"] else 0
    )
    hour = _of_the_day(hour, match["sp_half"])
    yield Clock(hour, minute, bool(match["sp_half"]) or hour > _MIDDAY), Strength.FIRM, *match.span()


def _of_the_day(hour: int, half: str | None) -> int:
    is_late = half in _LATE or (half == "中午" and hour < 3)
    return hour % 12 + 12 if is_late else hour


def _chinese_part(match: re.Match[str]) -> Iterator[Read]:
    whole, of = _han_or_figures(match["whole"]), _han_or_figures(match["of"])
    if whole and of is not None:
        value = Quantity(of, is_percent=True) if whole == 100 else Quantity(of / whole)
        yield value, Strength.FIRM if whole == 100 else Strength.SOFT, *match.span()


def _chinese_figures(match: re.Match[str]) -> Iterator[Read]:
    numeral, lead = match["n"], (match["lead"] or "").strip()
    value = _han_or_figures(numeral)
    start, end = match.start("n"), match.end("n")
    is_rough = match.string[start - 1 : start] in set("数几上成") or match[0].endswith("几")
    if value is None and not numeral[0].isdigit():
        # Three or four, 三四: no number, but each answers to one.
        for at, digit in enumerate(numeral):
            if digit in HAN_DIGITS:
                yield Quantity(Decimal(HAN_DIGITS[digit])), Strength.FAINT, start + at, start + at + 1
    if numeral.count(".") > 1:
        yield Quantity(numeral), Strength.FIRM, start, end
        return
    if value is None or (is_rough and not numeral[0].isdigit()):
        return
    unit = ORDINAL if lead == "第" else ""
    if lead == "第":
        start = match.start()
    if match["percent"]:
        yield Quantity(value, is_percent=True), Strength.FIRM, start, match.end()
    elif numeral[0].isdigit():
        year = len(numeral) == 4 and numeral.isdigit() and "1500" <= numeral < "2200"
        strength = Strength.SOFT if is_coded(match, start) else Strength.FIRM
        yield Quantity(value, is_year=year and not lead, unit=unit), strength, start, end
    else:
        is_named = match.string[max(0, start - 2) : start] in {"附件", "附录"}
        strength = _strength_of_han(numeral, value, lead or "附" * is_named, match["counted"] or "")
        yield Quantity(value, unit=unit), strength, start, end


_DURATIONS = frozenset({"年", "个月", "周", "小时"})


def _strength_of_han(numeral: str, value: Decimal, lead: str, counted: str) -> Strength:
    if lead:
        return Strength.FIRM if value > 2 else Strength.SOFT
    if numeral[0] in "百千万亿" or numeral == "十":
        is_sure = numeral == "十" and bool(counted)
    elif len(numeral) > 1:
        return Strength.FIRM if any(each in "十百千万亿" for each in numeral) else Strength.SOFT
    elif value == 2 or (value == 1 and counted in _DURATIONS):
        return Strength.SOFT
    else:
        is_sure = value > 2 and bool(counted)
    return Strength.FIRM if is_sure else Strength.FAINT


def _han_or_figures(numeral: str) -> Decimal | None:
    if numeral.count(".") > 1:
        return None
    numeral = numeral.replace("多", "").replace("余", "")
    return figures_with_units(numeral) if numeral[0].isdigit() else chinese_value(numeral)


def _small(numeral: str) -> int:
    return int(_han_or_figures(numeral) or 0)


_READERS: Mapping[str, Callable[[re.Match[str]], Iterator[Read]]] = MappingProxyType(
    {
        "ymd": _days,
        "ym": _month,
        "yo": _year,
        "month": _month_alone,
        "clock": _chinese_clock,
        "spoken": _spoken_clock,
        "part": _chinese_part,
        "plan": _plan,
        "initial": _initial,
        "halved": _halved,
        "tenths": _tenths,
        "figures": _chinese_figures,
    }
)
"""What reads each form; what is left out says no number."""
