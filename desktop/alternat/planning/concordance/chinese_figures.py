"""Numbers, dates and times as Chinese writes them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from alternat.planning.concordance.figure_forms import (
    ISO,
    SLASH,
    Read,
    is_coded,
    shared_forms,
)
from alternat.planning.concordance.mentions import Clock, Day, Quantity, Strength
from alternat.planning.concordance.numerals import HAN_DIGITS, chinese_value, figures_with_units

HAN = "一二三四五六七八九十百千万亿零〇○两"
_HAN_WORDS = (
    "一致|统一|唯一|一方|一起|一同|一样|一切|一般|一直|一旦|一定|一贯|一律|一系列|一些|一并|进一步|单一|不一|万一|专一"
    ""
    "|一带一路|第一时间|一体|一面|一经|一再|同一|逐一|另一|任一|某一|一手|百姓"
    "|千方百计|千万(?=不|要)|三亚|四川|九江|五角大楼"
    "|十分(?!钟|之)|万分|(?<!分)之一|(?:周|星期|礼拜)[一二三四五六]|(?:\\d\\d世纪)?\\d\\d年代"
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
    number = (
        rf"(?:\d+(?:\.\d+){{2,}}|{figures}(?:[多余]?[十百千万亿]+(?:{figures}[十百千万亿]*)*)?"
        rf"|[{HAN}]+(?:点[{HAN}]+|[多余][万亿])?)"
    )
    return "|".join(
        (
            rf"(?P<skip>{_HAN_WORDS})",
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
                r"(?P<clock>(?P<half>上午|早上|凌晨|下午|晚上|晚|中午)?\s?(?P<h>(?<!\d)\d\d?)\s?"
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
    if (shared := shared_forms(match)) is not None:
        yield from shared
        return
    match match.lastgroup:
        case "ymd":
            year, month = _small(match["y"] or "0"), _small(match["m"])
            days = [match["d"], *re.findall(r"[\d一二三四五六七八九十]+", match["more"])]
            for date in days:
                yield Day(year, month, _small(date)), Strength.FIRM, *match.span()
        case "ym":
            yield Day(_small(match["y3"]), _small(match["m3"]), 0), Strength.FIRM, *match.span()
        case "yo":
            yield Quantity(Decimal(_small(match["y4"])), is_year=True), Strength.FIRM, *match.span()
        case "month":
            yield Day(0, _small(match["m4"]), 0), Strength.SOFT, *match.span()
        case "clock":
            yield from _chinese_clock(match)
        case "part":
            yield from _chinese_part(match)
        case "figures":
            yield from _chinese_figures(match)


def _chinese_clock(match: re.Match[str]) -> Iterator[Read]:
    hour = int(match["h"])
    minute = 30 if match["min3"] else int(match["min"] or match["min2"] or 0)
    if match["half"] in {"下午", "晚上", "晚"} or (match["half"] == "中午" and hour < 3):
        hour = hour % 12 + 12
    if hour <= 24 and minute < 60:
        yield Clock(hour, minute), Strength.FIRM, *match.span()


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
    if lead == "第":
        start = match.start()
    if match["percent"]:
        yield Quantity(value, is_percent=True), Strength.FIRM, start, match.end()
    elif numeral[0].isdigit():
        year = len(numeral) == 4 and numeral.isdigit() and "1500" <= numeral < "2200"
        strength = Strength.SOFT if is_coded(match, start) else Strength.FIRM
        yield Quantity(value, is_year=year), strength, start, end
    else:
        yield Quantity(value), _strength_of_han(numeral, value, lead, match["counted"] or ""), start, end


_DURATIONS = frozenset({"年", "个月", "周", "小时"})


def _strength_of_han(numeral: str, value: Decimal, lead: str, counted: str) -> Strength:
    if lead == "第":
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
