"""What days and times have in common as people write them: one plain spelling, figures for numerals."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from alternat.language.label import Language

_MARKS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−－", "-"),
        **dict.fromkeys("～〜∼˜", "~"),
        **dict.fromkeys("’ʼ‘`´＇", "'"),
        **dict.fromkeys("。．", "."),
        **dict.fromkeys("，、", ","),
        "：": ":",
        "∶": ":",
        "點": "点",
        "時": "时",
        "鐘": "钟",
        "號": "号",
        "後": "后",
        "間": "间",
        "裡": "里",
        "裏": "里",
        "週": "周",
        "兩": "两",
    }
)
_DIGITS: Mapping[str, int] = MappingProxyType(
    {each: number for number, each in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
)
_NUMERALS = re.compile(r"[零〇一二两三四五六七八九十]+(?=\s*(?:点|时|分|月|日|号|年|天|刻|个|小时))")


def plain(text: str) -> str:
    """Return a text in small letters without accents, with one kind of dash, digit and space.

    >>> plain("Le 1ᵉʳ août, 下午２點")
    'le 1er aout, 下午2点'
    """
    letters = unicodedata.normalize("NFKD", text.translate(_MARKS)).casefold().translate(_MARKS)
    bare = "".join(each for each in letters if not unicodedata.combining(each))
    return " ".join(_NUMERALS.sub(lambda found: str(numeral(found[0])), bare).split())


def numeral(text: str) -> int:
    """Return the number below a hundred that Chinese numerals write, or that stands for each of them.

    >>> numeral("二十三"), numeral("零五"), numeral("二〇二七")
    (23, 5, 2027)
    """
    if "十" not in text:
        return int("".join(str(_DIGITS[each]) for each in text))
    tens, _, ones = text.partition("十")
    return 10 * (_DIGITS.get(tens, 0) if tens else 1) + (_DIGITS.get(ones[:1], 0) if ones else 0)


@cache
def month_names() -> Mapping[str, int]:
    """Return the months by their plain names, whole and shortened, in English and French."""
    more = {"juil": 7, "jul": 7, "jun": 6, "sept": 9, "sep": 9, "fev": 2, "avr": 4, "janv": 1}
    return MappingProxyType({**_names("months", range(1, 13)), **more})


@cache
def weekday_names() -> Mapping[str, int]:
    """Return the days of the week, 0 for Monday, by their plain names in English, French and Chinese."""
    more = {"tues": 1, "wednes": 2, "thur": 3, "thurs": 3}
    chinese = {
        f"{word}{day}": at for word in ("星期", "周", "礼拜") for at, day in enumerate("一二三四五六日")
    }
    sundays = dict.fromkeys(("星期天", "周天", "礼拜天"), 6)
    return MappingProxyType({**_names("days", range(7)), **more, **chinese, **sundays})


def _names(kind: str, numbers: Iterable[int]) -> dict[str, int]:
    from babel import Locale

    found: dict[str, int] = {}
    for language in (Language.EN, Language.FR):
        names = getattr(Locale.parse(language.locale), kind)["format"]
        for width in ("wide", "abbreviated"):
            found |= {plain(names[width][number]).rstrip("."): number for number in numbers}
    return found


def alternatives(words: Iterable[str]) -> str:
    """Return the words for a pattern, the longest first so that none is taken for its beginning."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
