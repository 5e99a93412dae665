"""Taking a name in one cell apart: form of address, Chinese script, family and given name.

Conventions: the family name of a Chinese person comes first (GB/T 28039-2011); capitals throughout mark the
family name wherever it stands (international lists of participants); a comma stands behind the family name.
Where none of these tells, it is a guess and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from alternat.exchange.people.beside import Remark, RemarkKind, name_alone
from alternat.exchange.people.letter_case import in_small_letters, is_loud
from alternat.exchange.people.words import name_particles, pinyin_surnames
from alternat.language.folding import fold
from alternat.language.names import MIDDLE_DOT, normalise_chinese_name
from alternat.nouns.people import Gender


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
        in_small_letters(given, is_given=True),
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
    while cut > 1 and (steps := _parts_before(words, cut)):
        cut -= steps
    return " ".join(words[cut:]), " ".join(words[:cut]), len(words) == 2 or cut < len(words) - 1


def _parts_before(words: Sequence[str], cut: int) -> int:
    """Return how many words before a cut belong to the family name: a particle, or another name with "y"."""
    before = words[cut - 1]
    if fold(before).rpartition(" ")[2] in name_particles():
        return 1
    return 2 if cut > 2 and (before in {"e", "i"} or before.casefold() in {"y", "und"}) else 0


def _by_capitals(words: Sequence[str]) -> tuple[str, str] | None:
    """Return family and given name where the words in capitals, all at one end, are some and not all.

    Initials among them do not count: JOHN E SMITH is in capitals throughout.
    """
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
    if not rest:
        return None
    return " ".join(words[first:last]), " ".join(rest)


def _pinyin(words: Sequence[str]) -> tuple[str, str, bool]:
    """Return family and given name of a Chinese name; one in the Western order shows by its family name."""
    first, last = fold(words[0]), fold(words[-1])
    if first not in pinyin_surnames() and last in pinyin_surnames():
        return words[-1], " ".join(words[:-1]), False
    return words[0], " ".join(words[1:]), True
