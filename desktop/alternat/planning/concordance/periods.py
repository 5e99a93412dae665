"""Parts of years and months, weekdays, years told from this one: the end of 2027, fin juin, 上半年, 明年."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from alternat.planning.concordance.figure_forms import YEAR, Read
from alternat.planning.concordance.mentions import Day, Often, Strength

_START, _MIDDLE, _END = "start", "middle", "end"
_OF_MONTH = "-of-month"

_EN_EDGES = MappingProxyType(
    {
        **dict.fromkeys(("early", "beginning", "start", "outset", "first"), _START),
        **dict.fromkeys(("mid", "middle", "second"), _MIDDLE),
        **dict.fromkeys(("late", "end", "close", "last", "final"), _END),
    }
)
_FR_EDGES = MappingProxyType(
    {
        **dict.fromkeys(("début", "commencement", "premiers", "première"), _START),
        **dict.fromkeys(("mi", "milieu", "deuxième"), _MIDDLE),
        **dict.fromkeys(("fin", "derniers", "dernière"), _END),
    }
)
_ZH_EDGES = MappingProxyType(
    {
        **dict.fromkeys(("初", "上旬", "年初", "初期", "月初"), _START),
        **dict.fromkeys(("中", "中旬", "年中", "中期"), _MIDDLE),
        **dict.fromkeys(("底", "末", "下旬", "年底", "年末", "年终", "岁末", "月底", "月末", "终"), _END),
    }
)
_NTH: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("first", "1st", "premier", "première", "1er", "一", "1", "上", "前"), 1),
        **dict.fromkeys(("second", "2nd", "deuxième", "seconde", "2e", "二", "2", "下", "后"), 2),
        **dict.fromkeys(("third", "3rd", "troisième", "3e", "三", "3"), 3),
        **dict.fromkeys(("fourth", "4th", "quatrième", "4e", "四", "4"), 4),
    }
)
"""The place of a quarter or a half; the last of each is told from what it is the last of."""
_EN_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_FR_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_ZH_DAYS = "一二三四五六日"
_THIS = MappingProxyType(
    {
        **dict.fromkeys(("next", "coming", "following", "prochain", "suivant"), "next"),
        **dict.fromkeys(("this", "current", "cette", "ce", "en cours"), "this"),
        **dict.fromkeys(("last", "previous", "past", "dernier", "passé", "précédent"), "last"),
    }
)
_ZH_THIS = MappingProxyType(
    {
        **dict.fromkeys(("明年", "来年", "次年"), "next-year"),
        **dict.fromkeys(("今年", "本年度", "本年"), "this-year"),
        **dict.fromkeys(("去年", "上年", "上一年"), "last-year"),
        **dict.fromkeys(("下个月", "下月", "次月"), "next-month"),
        **dict.fromkeys(("本月", "这个月"), "this-month"),
        **dict.fromkeys(("上个月", "上月"), "last-month"),
        **dict.fromkeys(("下周", "下星期"), "next-week"),
        **dict.fromkeys(("本周", "这周"), "this-week"),
        **dict.fromkeys(("上周", "上星期"), "last-week"),
    }
)


def _each(days: Iterable[str]) -> str:
    return "|".join(f"(?P<wd{at}>{day})" for at, day in enumerate(days))


def english_periods(month: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the patterns of parts of years, weekdays and the like; `month` is that of a month.

    The first begin with a figure or a letter, the others with a letter.
    """
    which = r"(?:the|this|that|next|last|each|every|current|following)"
    the_year = rf"{which}\s(?:(?:calendar|fiscal|current|same)\s)?year"
    return (
        (
            (
                r"(?P<quarter>\b(?P<q_o>(?i:first|second|third|fourth|last|final)|1st|2nd|3rd|4th)\s"
                r"(?:(?:calendar|fiscal)\s)?(?P<q_u>quarter|half)"
                rf"(?:,?\s(?:of\s)?(?:the\s(?:calendar\s|fiscal\s)?year\s)?(?P<q_y>{YEAR})"
                rf"|\sof\s(?P<q_year>{the_year})|(?<=quarter)(?!\sof\b|s\b)))"
            ),
            (
                rf"(?P<brief>\b(?:(?P<s_y>{YEAR})[\s-])?(?P<s_u>[QH])(?P<s_n>[1-4])"
                rf"(?:[\s/-](?:of\s)?(?P<s_y2>{YEAR}))?\b)"
            ),
        ),
        (
            (
                r"(?P<edge>\b(?:(?P<e_w>(?i:early|mid|late|beginning|start|end|middle|close|outset))"
                r"|(?P<e_w2>(?i:first|middle|second|last|final))\sten\sdays)"
                r"(?:-|\s)(?:(?:in|of)\s)?(?:(?:the\s)?month\sof\s)?"
                rf"(?:(?P<e_m>{month})(?:,?\s(?:of\s)?(?P<e_y>{YEAR}))?"
                rf"|(?:(?:the\s)?(?:calendar\s|fiscal\s)?year\s)?(?P<e_y2>{YEAR})|(?P<e_year>{the_year})"
                r"|(?P<e_month>(?:the|this|that|next|each)\smonth)))"
            ),
            rf"(?P<year_end>\byear(?:-|\s|'s\s)end\b(?:\s(?P<ye_y>{YEAR}))?)",
            rf"(?P<weekday>\b(?:{_each(f'{day.title()}days?' for day in _EN_DAYS)})\b)",
            (
                r"(?P<told>\b(?i:(?P<t_w>next|coming|following|this|current|last|previous))\s"
                r"(?:calendar\s)?(?P<t_u>year|month|week)\b)"
            ),
        ),
    )


def french_periods(month: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the patterns of parts of years, weekdays and the like; `month` is that of a month.

    The first begin with a figure or a letter, the others with a letter.
    """
    the_year = r"(?:l'(?:année|an|exercice)|cette\sannée|chaque\sannée)"
    which = r"(?:\s(?:prochaine?|suivante?|derni(?:er|ère)|passée?|précédente?|en\scours))?"
    return (
        (
            (
                r"(?P<quarter>\b(?P<q_o>(?i:premier|première|deuxième|second|seconde|troisième|quatrième|dernier|dernière)"
                r"|1er|2e|3e|4e)\s(?P<q_u>trimestre|semestre|moitié)"
                rf"(?:\s(?:de\s)?(?:l'(?:année|exercice)\s)?(?P<q_y>{YEAR})|\sde\s(?P<q_year>{the_year}{which})(?!\w)|(?<=mestre)))"
            ),
            rf"(?P<brief>\b(?:(?P<s_y>{YEAR})[\s-])?(?P<s_u>[TS])(?P<s_n>[1-4])[\s/-](?:de\s)?(?P<s_y2>{YEAR})\b)",
        ),
        (
            (
                r"(?P<edge>\b(?:(?P<e_w>(?i:début|commencement|mi|milieu|fin))"
                r"|(?:dix\s(?P<e_w2>premiers|derniers)\s|(?P<e_w3>premiers|derniers)\sdix\s)jours"
                r"|(?P<e_w4>première|deuxième|dernière)\sdécade)"
                r"(?:-|\s)(?:(?:de\s|d'|du\s)\s?)?(?:(?:l'|la\s|le\s)?(?:mois\s(?:de\s|d'))?)"
                rf"(?:(?P<e_m>{month})(?:\s(?P<e_y>{YEAR}))?"
                rf"|(?:(?:l'|cette\s)?(?:année|an)\s)?(?P<e_y2>{YEAR})"
                r"|(?P<e_year>(?:l'|cette\s)?(?:année|an|exercice)" + which + r"(?!\w))|(?P<e_month>mois\b)))"
            ),
            rf"(?P<weekday>\b(?:{_each(f'{day}s?' for day in _FR_DAYS)})\b)",
            (
                r"(?P<told>\b(?i:(?P<t_this>cette|ce)\s(?P<t_u>année|mois-ci|semaine)"
                r"|(?:l'|le\s|la\s)(?P<t_u2>an|année|mois|semaine)\s(?P<t_w>prochain|suivant|dernier|passé|précédent|en\scours)"
                r"|(?:l'|le\s|la\s)(?P<t_u3>année|semaine)\s(?P<t_w3>prochain|suivant|derni[èe]r|passé|précédent)e)(?!\w))"
            ),
        ),
    )


def chinese_periods(year: str, month: str) -> str:
    """Return the pattern of parts of years, weekdays and the like; both arguments are patterns."""
    after = r"(?=[，。；、）)\s前后内至到]|期|左右|以前|之前|举行|召开|进行|完成|结束|提交|启动|签|生效|\Z)"
    return "|".join(
        (
            (
                rf"(?P<quarter>(?:(?P<q_y>{year})\s?年)?(?:第?(?P<q_n>[一二三四1-4])(?P<q_u>季度)"
                r"|(?P<q_h>[上下前后])(?P<q_u2>半年)))"
            ),
            (
                rf"(?P<edge>(?:(?P<e_y>{year})\s?年\s?(?:(?P<e_m>{month})\s?月份?)?"
                rf"|(?<![\d一二三四五六七八九十])(?P<e_m2>{month})\s?月份?)"
                r"(?P<e_w>年底|年末|年终|年初|年中|[上中下]旬|初期|底|末|终(?!止|结|端|审|身)|初(?![步稿级审次衷选评])"
                rf"|中期|中{after}))"
            ),
            r"(?P<edge_told>(?P<et_w>[明今去来本次])?(?P<et_y>年[底末终](?!身)|岁末|年初|年中)|(?P<et_m>月[底末初]))",
            (
                r"(?P<weekday>(?<![每一二两三四五六七八九十\d])(?:星期|周|礼拜)(?P<wd>[一二三四五六日天])"
                r"(?![次年度期届个]))"
            ),
            f"(?P<told>{'|'.join(sorted(_ZH_THIS, key=len, reverse=True))})",
        )
    )


EACH_WEEKDAY = (
    r"(?P<each_weekday>每(?:星期|周|礼拜)(?P<ew>[一二三四五六日天])"
    r"(?![次年度期届个轮场两二三四五六七八九十]))"
)
"""Every Thursday in Chinese: to be tried before what happens every week."""


Found = list[tuple[Day | Often, Strength]]


def latin_period(
    match: re.Match[str], month_of: Callable[[str], int], *, is_french: bool
) -> Iterator[Read] | None:
    """Return the period that an English or French match is, or nothing where it is something else."""
    found: Found
    match match.lastgroup:
        case "quarter":
            found = _latin_quarter(match, is_french=is_french)
        case "brief":
            year = int(match["s_y"] or match["s_y2"] or 0)
            part = f"{match['s_u'].replace('T', 'Q').replace('S', 'H')}{match['s_n']}"
            found = [(Day(year, 0, 0, part=part), Strength.FIRM)]
        case "edge":
            found = _latin_edge(match, month_of, is_french=is_french)
        case "year_end":
            found = [(Day(int(match["ye_y"] or 0), 0, 0, part=_END), Strength.FIRM)]
        case "weekday":
            day = next(at for at in range(len(_EN_DAYS)) if match[f"wd{at}"])
            found = [(Day(0, 0, 0, part=_EN_DAYS[day]), Strength.SOFT)]
        case "told":
            found = [(Day(0, 0, 0, part=_told(match.groupdict())), Strength.SOFT)]
        case _:
            return None
    return iter([(value, strength, *match.span()) for value, strength in found])


def _latin_quarter(match: re.Match[str], *, is_french: bool) -> Found:
    is_half = match["q_u"] in {"half", "semestre", "moitié"}
    place = _NTH.get(match["q_o"].lower()) or (2 if is_half else 4)
    day = Day(int(match["q_y"] or 0), 0, 0, part=f"{'H' if is_half else 'Q'}{place}")
    return _both(day, _year_told(match["q_year"], is_french=is_french))


def _latin_edge(match: re.Match[str], month_of: Callable[[str], int], *, is_french: bool) -> Found:
    said = match.groupdict()
    word = next(each for name in ("e_w", "e_w2", "e_w3", "e_w4") if (each := said.get(name))).lower()
    part = (_FR_EDGES if is_french else _EN_EDGES)[word] + _OF_MONTH * bool(match["e_month"])
    month = month_of(match["e_m"]) if match["e_m"] else 0
    day = Day(int(match["e_y"] or match["e_y2"] or 0), month, 0, part=part)
    return _both(day, _year_told(match["e_year"], is_french=is_french))


def _both(day: Day, told: str | None) -> Found:
    """Return the part of a year or month, and which year it is, where that is told from this one.

    The middle is said in many ways: it is told only where another part stands in its place.
    """
    strength = Strength.SOFT if day.part.startswith(_MIDDLE) else Strength.FIRM
    return [(day, strength), *([(Day(0, 0, 0, part=told), Strength.SOFT)] if told else [])]


_EN_YEAR = re.compile(r"\b(next|coming|following|this|current|last|previous)\b")
_FR_YEAR = re.compile(r"\b(cette)\b|\b(prochain|suivant|derni[eè]r|passé|précédent|en\scours)")


def _year_told(said: str | None, *, is_french: bool) -> str | None:
    found = (_FR_YEAR if is_french else _EN_YEAR).search(said or "")
    return f"{_THIS[next(filter(None, found.groups())).replace('è', 'e')]}-year" if found else None


def _told(found: Mapping[str, str | None]) -> str:
    said = (found.get("t_w") or found.get("t_w3") or found.get("t_this") or "").lower()
    unit = found.get("t_u") or found.get("t_u2") or found.get("t_u3") or ""
    unit = {"an": "year", "année": "year", "mois": "month", "mois-ci": "month", "semaine": "week"}.get(
        unit, unit
    )
    return f"{_THIS[said.replace('è', 'e')]}-{unit}"


def chinese_period(match: re.Match[str], small: Callable[[str], int]) -> Iterator[Read] | None:
    """Return the period that a Chinese match is, or nothing where it is something else."""
    found: Found
    match match.lastgroup:
        case "quarter":
            part = f"Q{_NTH[match['q_n']]}" if match["q_n"] else f"H{_NTH[match['q_h']]}"
            found = _both(Day(small(match["q_y"] or "0"), 0, 0, part=part), None)
        case "edge":
            month = small(match["e_m"] or match["e_m2"] or "0")
            found = _both(Day(small(match["e_y"] or "0"), month, 0, part=_ZH_EDGES[match["e_w"]]), None)
        case "edge_told":
            part = _ZH_EDGES[match["et_y"] or match[0]] + _OF_MONTH * bool(match["et_m"])
            told = _ZH_THIS.get(f"{match['et_w']}年") if match["et_w"] else None
            found = _both(Day(0, 0, 0, part=part), told)
        case "each_weekday":
            weekly = Often(frozenset({Fraction(52)}), 1, Decimal(1), "week")
            found = [(weekly, Strength.SOFT), (_chinese_weekday(match["ew"]), Strength.SOFT)]
        case "weekday":
            found = [(_chinese_weekday(match["wd"]), Strength.SOFT)]
        case "told":
            found = [(Day(0, 0, 0, part=_ZH_THIS[match[0]]), Strength.SOFT)]
        case _:
            return None
    return iter([(value, strength, *match.span()) for value, strength in found])


def _chinese_weekday(said: str) -> Day:
    return Day(0, 0, 0, part=_EN_DAYS[_ZH_DAYS.index(said.replace("天", "日"))])
