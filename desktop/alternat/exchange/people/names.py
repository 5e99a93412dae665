"""Taking a name in one cell apart: form of address, Chinese script, family and given name.

Conventions: the family name of a Chinese person comes first (GB/T 28039-2011); capitals throughout mark the
family name wherever it stands (international lists of participants); a comma stands behind the family name.
Where none of these tells, it is a guess and says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alternat.exchange.people.text import han_share, in_one_line
from alternat.exchange.people.words import (
    honorific_words,
    name_particles,
    pinyin_surnames,
)
from alternat.language.folding import fold
from alternat.language.names import MIDDLE_DOT, normalise_chinese_name

_BREAKS = re.compile(r"[()（）\[\]/／|]+")
_HAN_ENDINGS = ("先生", "女士", "小姐", "博士", "夫人", "阁下")
_WORD_PIECES = re.compile(r"[^\W\d_]+")
_WITH_DOT_ONLY = frozenset({"m", "hon", "h e", "s e"})
"""Forms of address that are also names or initials, unless a full stop follows."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart; `is_certain` is false where the cut between family and given name is a guess."""

    family: str = ""
    given: str = ""
    name_zh: str = ""
    honorific: str = ""
    is_certain: bool = True


def split_name(text: str, *, family_first: bool, name_zh: str = "") -> NameParts:
    """Return the parts of a name in one cell, in Latin letters, in Chinese script, or in both.

    `name_zh` is the name in Chinese script out of another column, if there is one.
    """
    pieces = [piece for part in _BREAKS.split(in_one_line(text)) for piece in part.split()]
    han = "".join(piece for piece in pieces if han_share(piece) > 0.5)
    honorific, latin = _without_honorific([piece for piece in pieces if han_share(piece) <= 0.5])
    for ending in _HAN_ENDINGS:
        if han.endswith(ending) and len(han) > len(ending):
            han, honorific = han.removesuffix(ending), honorific or ending
    if family_first and is_undivided(name_zh or han):
        family, given, is_certain = "", " ".join(latin), True
    else:
        family, given, is_certain = _family_and_given(latin, family_first=family_first)
    return NameParts(
        in_small_letters(family),
        in_small_letters(given),
        normalise_chinese_name(han),
        honorific,
        is_certain,
    )


def is_undivided(name_zh: str) -> bool:
    """Return whether a name has a middle dot, as 买买提·艾力: it has no family name to cut off."""
    return MIDDLE_DOT in normalise_chinese_name(name_zh)


def in_small_letters(name: str) -> str:
    """Return a name typed in capitals throughout as it is written otherwise; any other is left as typed.

    Paper sets family names in capitals anyway, so nothing is lost there: CÔTÉ, Côté, and CÔTÉ again.
    """
    letters = [each for each in name if each.isalpha()]
    if len(letters) < 2 or not all(each.isupper() for each in letters) or han_share(name):
        return name
    return _WORD_PIECES.sub(lambda found: found.group().capitalize(), name)


def _without_honorific(words: list[str]) -> tuple[str, list[str]]:
    """Return the form of address before a name, as written, and the words of the name."""
    for length in (3, 2, 1):
        head = " ".join(words[:length])
        word = fold(head)
        if len(words) > length and word in honorific_words() and not _may_be_name(word, head):
            return head, words[length:]
    return "", words


def _may_be_name(word: str, written: str) -> bool:
    return word in _WITH_DOT_ONLY and not written.endswith(".")


def _family_and_given(words: Sequence[str], *, family_first: bool) -> tuple[str, str, bool]:
    if any(word.endswith(",") for word in words[:-1]):
        family, _, given = " ".join(words).partition(",")
        return family.strip(), given.strip().rstrip(","), True
    if (found := _by_capitals(words)) is not None:
        return (*found, True)
    if len(words) < 2:
        return (*words, "", True) if words else ("", "", True)  # type: ignore[return-value]
    if family_first:
        return _pinyin(words)
    cut = len(words) - 1
    while cut > 1 and fold(words[cut - 1]) in name_particles():
        cut -= 1
    return " ".join(words[cut:]), " ".join(words[:cut]), len(words) == 2 or cut < len(words) - 1


def _by_capitals(words: Sequence[str]) -> tuple[str, str] | None:
    """Return family and given name where the words in capitals, all at one end, are some and not all."""
    loud = [_is_loud(word) for word in words]
    if not any(loud) or all(loud):
        return None
    first = loud.index(True)
    last = len(loud) - loud[::-1].index(True)
    while 0 < first < len(words) and fold(words[first - 1]) in name_particles() and first > 1:
        first -= 1
    if not (first == 0 or last == len(words)):
        return None
    rest = [*words[:first], *words[last:]]
    return " ".join(words[first:last]), " ".join(rest)


def _is_loud(word: str) -> bool:
    letters = [each for each in word if each.isalpha()]
    return len(letters) > 1 and all(each.isupper() for each in letters) and not word.endswith(".")


def _pinyin(words: Sequence[str]) -> tuple[str, str, bool]:
    """Return family and given name of a Chinese name; one in the Western order shows by its family name."""
    first, last = fold(words[0]), fold(words[-1])
    if first not in pinyin_surnames() and last in pinyin_surnames():
        return words[-1], " ".join(words[:-1]), False
    return words[0], " ".join(words[1:]), True
