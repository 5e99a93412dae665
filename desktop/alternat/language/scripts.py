"""Which script each stretch of a text is in, and where its lines may break.

Source of the line rules: W3C, Requirements for Chinese Text Layout (clreq), "Prohibition rules for line start
and line end"; Unicode UAX #14 for Latin text. No text is changed here and no width is measured.
"""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from alternat.shipped import resource

JOINER = "\N{WORD JOINER}"
"""Holds its neighbours together on one line and is not seen."""
NO_BREAKS = f"\u00a0\u202f\u2007\ufeff\ufdd0{JOINER}"
"""Spaces and joiners that hold their neighbours together, and the mark of `clusters` for a wide character."""


class Script(StrEnum):
    """The kinds of text that are set in different fonts."""

    HAN = "han"
    LATIN = "latin"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one script."""

    text: str
    script: Script


_HAN = (
    "\u2e80-\u2fdf\u2ff0-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ef\u3200-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U000323af"
)
"""Ideographs, their radicals, kana, bopomofo, and the full-width punctuation set with them."""
_LATIN = "\u0021-\u024f\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff\ufb00-\ufb06\u0300-\u036f\u02b0-\u02ff"
_EITHER = "·‘’“”—…\u2013•‧"
"""Marks of both scripts, which go with the Han characters around them if there are any."""

_IS_HAN = re.compile(f"[{_HAN}]")
_BESIDE = re.compile(rf"[\s\-‐–{_HAN}]")
"""What stands beside every place where a line may break at all: a space, a dash or a Han character."""
_PIECE = re.compile(
    rf"(?P<han>[{_HAN}]+)|(?P<either>[{_EITHER}]+)|(?P<space>[^\S\u3000]+)"
    rf"|(?P<latin>(?:(?![{_EITHER}\s])[{_LATIN}])+)|(?P<other>(?:(?![{_HAN}{_LATIN}{_EITHER}\s]).)+)",
    re.DOTALL,
)

_NOT_AT_START = frozenset("，。、；：！？．）］｝〉》」』】〕〗〙〛”’…—–·・‧•～％‰℃／,.;:!?)]}»%/")
_NOT_AT_END = frozenset("（［｛〈《「『【〔〖〘〚“‘([{«#＃￥¥$€№第")
_HAN_UNITS = frozenset("年月日号时分秒点人名位次届个条项岁元万亿千百层楼室区天周页份台辆")
_UNITS = ("分钟", "小时", "公里", "毫米", "厘米", "平方米", "万元", "亿元", "周年", "星期")
_WITH_UNITS = (
    rf"[0-9]+(?:[.,:][0-9]+)*[ \u00a0]?(?:{'|'.join(_UNITS)})"
    r"|(?<![0-9])(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日"
    r"|第[0-9一二三四五六七八九十百零〇两]+[次届号页版条项章节组位名天周年]"
    r"|(?<![0-9])[0-9]{1,2}[ \u00a0\u202f]?h(?:[ \u00a0\u202f]?[0-9]{2})?(?![0-9A-Za-z])"
    r"|(?<![0-9])[0-9]{1,2}\. ?\S"
    r"|(?<![0-9])[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9])"
)
"""A number with its unit or what it counts, a time of day as French writes it, thousands in groups."""
_CAN_BE_WHOLE = re.compile(rf"[0-9{_HAN}]")
"""What stands in all that lines never divide."""
_INSIDE_NAMES = re.compile(rf"(?<=[{_HAN}])(?=[{_HAN}\-‐–])|(?<=[\-‐–])(?=[^\s·])")
_DASHES = frozenset("-‐–")


@lru_cache(maxsize=20_000)
def is_han(character: str) -> bool:
    """Return whether a character is set in the Han font whatever stands around it."""
    return bool(_IS_HAN.match(character))


def is_wide(character: str) -> bool:
    """Return whether a character fills a whole em square (East Asian Width W or F, UAX #11)."""
    return unicodedata.east_asian_width(character) in {"W", "F"}


def runs(text: str) -> tuple[Run, ...]:
    """Return the text cut where its script changes; the runs put together are the text again.

    Spaces stay with what stands before them. Quotation marks, dashes and the middle dot, which both scripts
    write, go with Han where Han stands on both sides, or on one side of an edge: 买买提·艾力 is one run.
    """
    if text.isascii():
        return (Run(text, Script.LATIN),) if text else ()
    pieces = [(match.group(), match.lastgroup or "other") for match in _PIECE.finditer(text)]
    stretches: list[tuple[list[str], Script]] = []
    for position, (piece, kind) in enumerate(pieces):
        script = _script(pieces, position, stretches[-1][1] if stretches else None) if kind else Script.OTHER
        if stretches and stretches[-1][1] is script:
            stretches[-1][0].append(piece)
        else:
            stretches.append(([piece], script))
    return tuple(Run("".join(parts), script) for parts, script in stretches)


def _script(pieces: list[tuple[str, str]], position: int, before: Script | None) -> Script:
    kind = pieces[position][1]
    if kind == "space":
        return before or _next_script(pieces, position) or Script.LATIN
    if kind == "either":
        sides = {before, _next_script(pieces, position)} - {None}
        return Script.HAN if sides == {Script.HAN} else Script.LATIN
    return Script(kind)


def _next_script(pieces: list[tuple[str, str]], position: int) -> Script | None:
    for _, kind in pieces[position + 1 :]:
        if kind not in {"space", "either"}:
            return Script(kind)
    return None


def unbroken(name: str) -> str:
    """Return a name whose parts stay whole in running text: lines break at its spaces and middle dots only.

    A part that is too long for a line is broken all the same, where any text may be.
    """
    return _INSIDE_NAMES.sub(JOINER, name)


@cache
def _kept_whole() -> re.Pattern[str]:
    """Return what lines never divide: a number with its unit, a time of day, and words of everyday papers."""
    words = resource("line-words.txt").read_text(encoding="utf-8").split()
    by_head: dict[str, list[str]] = defaultdict(list)
    for word in sorted({*words, *_UNITS}, key=len, reverse=True):
        by_head[word[0]].append(re.escape(word[1:]))
    # Words are tried by their first character: one after another, all of them, takes ten times as long.
    grouped = (f"{head}(?:{'|'.join(tails)})" for head, tails in by_head.items())
    heads = re.escape("".join(by_head))
    return re.compile(f"{_WITH_UNITS}|(?=[{heads}])(?:{'|'.join(grouped)})")


def breakable(text: str) -> tuple[int, ...]:
    """Return the indices before which a line may break, in order; never 0 and never the end.

    Latin breaks after spaces and after the hyphen of a compound word; Han between any two characters. No
    break stands beside a no-break space, between a number and its unit, before a closing mark, after an
    opening one, inside a doubled mark (…… ——) or before a combining mark.
    """
    matches = _kept_whole().finditer(text) if _CAN_BE_WHOLE.search(text) else ()
    whole = {index for match in matches for index in range(match.start() + 1, match.end())}
    beside = [match.start() for match in _BESIDE.finditer(text)]
    places = sorted({*beside, *(index + 1 for index in beside)} - whole)
    return tuple(index for index in places if 0 < index < len(text) and _breaks_before(text, index))


def _breaks_before(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if before in NO_BREAKS or after in NO_BREAKS or after.isspace() or _is_attached(after):
        return False
    if before.isspace():
        return _breaks_at_space(text, index)
    if after in _NOT_AT_START or before in _NOT_AT_END:
        return False
    if before in _DASHES:
        return index > 1 and text[index - 2].isalpha() and after.isalpha()
    return _breaks_in_han(before, after)


def _breaks_at_space(text: str, index: int) -> bool:
    end, after = index, text[index]
    while end and text[end - 1].isspace():
        end -= 1
    last = text[end - 1] if end else ""
    if not last or last in NO_BREAKS or any(space in NO_BREAKS for space in text[end:index]):
        return False
    holds_number = last.isdigit() and after.isalpha()
    return not (holds_number or after in _NOT_AT_START or last in _NOT_AT_END)


def _breaks_in_han(before: str, after: str) -> bool:
    if not (is_han(before) or is_han(after)):
        return False
    is_unit = before.isdigit() and after in _HAN_UNITS
    is_pair = before == after and before in "…—"
    return not (is_unit or is_pair)


def _is_attached(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me", "Cf"}
