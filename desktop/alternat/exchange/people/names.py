"""Taking a name in one cell apart: form of address, Chinese script, family and given name.

Conventions: the family name of a Chinese person comes first (GB/T 28039-2011); capitals throughout mark the
family name wherever it stands (international lists of participants); a comma stands behind the family name.
Where none of these tells, it is a guess and says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from alternat.exchange.people.beside import Remark, RemarkKind, name_alone
from alternat.exchange.people.beside_words import folded
from alternat.exchange.people.text import han_share
from alternat.exchange.people.words import name_particles, pinyin_surnames
from alternat.language.folding import fold
from alternat.language.names import MIDDLE_DOT, normalise_chinese_name
from alternat.models.people import Gender

_WORD_PIECES = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart; `is_certain` is false where the cut between family and given name is a guess."""

    family: str = ""
    given: str = ""
    name_zh: str = ""
    honorific: str = ""
    is_certain: bool = True
    letters: str = ""
    """Letters after the name, such as `P.C., M.P.`."""
    gender: Gender = Gender.UNKNOWN
    """The gender that a remark beside the name tells."""
    remarks: tuple[Remark, ...] = ()
    """What stood beside the name, for the person to be told."""


def split_name(text: str, *, family_first: bool, name_zh: str = "") -> NameParts:
    """Return the parts of a name in one cell, in Latin letters, in Chinese script, or in both.

    `name_zh` is the name in Chinese script out of another column, if there is one.
    """
    beside = name_alone(text)
    latin = beside.latin.split()
    if family_first and is_undivided(name_zh or beside.han):
        family, given, is_certain = "", " ".join(latin), True
    else:
        family, given, is_certain = _family_and_given(latin, family_first=family_first)
    return NameParts(
        in_small_letters(family),
        in_small_letters(given),
        beside.han,
        beside.titles[0] if beside.titles else "",
        is_certain,
        beside.letters,
        beside.gender,
        (*beside.remarks, *(Remark(RemarkKind.NOTE, title) for title in beside.titles[1:])),
    )


def is_undivided(name_zh: str) -> bool:
    """Return whether a name has a middle dot, as 买买提·艾力: it has no family name to cut off."""
    return MIDDLE_DOT in normalise_chinese_name(name_zh)


@lru_cache(maxsize=50_000)
def in_small_letters(name: str) -> str:
    """Return a name typed in capitals throughout as it is written otherwise; any other is left as typed.

    Particles stay small (de la Fontaine, van der Berg), clans keep their second capital (MacDonald, McKay).
    Paper sets family names in capitals anyway, so nothing is lost there: CÔTÉ, Côté, and CÔTÉ again.
    """
    if han_share(name):
        return name
    words = name.split(" ")
    loud = [is_loud(word) for word in words]
    rest = [word for word, is_capital in zip(words, loud, strict=True) if not is_capital]
    is_particle = all(fold(word) in name_particles() or not any(map(str.isalpha, word)) for word in rest)
    if not any(loud) or not (is_particle or all(len(word.strip(".")) < 2 for word in rest)):
        return name
    is_all_loud = all(loud)
    written = []
    for at, word in enumerate(words):
        before = fold(words[at - 1]) if at else ""
        is_small = is_all_loud and at < len(words) - 1 and _is_small(word, before)
        written.append(word.casefold() if is_small else _in_case(word) if loud[at] else word)
    return " ".join(written)


def is_loud(word: str) -> bool:
    """Return whether a word is in capitals, but for the small letters of Mac, Mc, O’, d’ and the like."""
    if word.endswith("."):
        return False
    bare = _SMALL_BEGINNING.sub("", word)
    letters = [each for each in bare if each.isalpha()]
    return len(letters) > 1 and all(each.isupper() or each.lower() == each.upper() for each in letters)


_SMALL_BEGINNING = re.compile(r"^(?:Mac|Mc|Le|La|De|Des|Du|Van|Von|[dDlLoO](?=['’]))(?=['’]?[A-ZÀ-ÖØ-Þ]{2})")
_CLAN = re.compile(r"^(Mac|Mc)(?=[A-ZÀ-Þa-zà-ÿ]{2})", re.IGNORECASE)


def _is_small(word: str, before: str) -> bool:
    """Return whether a word in capitals is a particle that is written small."""
    own = fold(word)
    if own in folded("low-particles"):
        return True
    return own in folded("low-after-particle") and before in folded("low-particles")


def _in_case(word: str) -> str:
    """Return a word in capitals with one at the beginning of each of its parts."""
    kept = word[:2] if word[:1].islower() and word[1:2] in "'’" else ""
    return kept + _WORD_PIECES.sub(lambda found: _piece_in_case(found.group()), word[len(kept) :])


def _piece_in_case(piece: str) -> str:
    for beginning in ("Le", "La", "De", "Des", "Du", "Van", "Von"):
        rest = piece.removeprefix(beginning)
        if rest != piece and rest.isupper() and len(rest) > 1:
            return beginning + rest.capitalize()
    found = _CLAN.match(piece)
    if found:
        clan, rest = found.group().capitalize(), piece[found.end() :]
        if clan == "Mc" or not piece.isupper() or fold(rest) in folded("clans"):
            return clan + rest.capitalize()
    return piece.capitalize()


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
    loud = [is_loud(word.strip(",")) for word in words]
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


def _pinyin(words: Sequence[str]) -> tuple[str, str, bool]:
    """Return family and given name of a Chinese name; one in the Western order shows by its family name."""
    first, last = fold(words[0]), fold(words[-1])
    if first not in pinyin_surnames() and last in pinyin_surnames():
        return words[-1], " ".join(words[:-1]), False
    return words[0], " ".join(words[1:]), True
