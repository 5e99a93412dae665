"""What Chinese lists write beside a name: sex, ethnicity, an office, a form of address, 待定."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alternat.exchange.people.beside_words import by_length, characters, folded
from alternat.exchange.people.words import gender_words, han_surnames
from alternat.language.folding import fold
from alternat.language.names import MIDDLE_DOT, normalise_chinese_name
from alternat.language.scripts import is_han

_LONGEST_NAME = 4
_DATES = re.compile(r"\d+\s*[年月日岁]|[年月]生$|出生$|\d{2,}")
_COMPOUND = frozenset(
    {
        *("欧阳", "上官", "司马", "诸葛", "西门", "东方", "皇甫", "令狐", "慕容", "公孙", "夏侯", "司徒"),
        *("长孙", "宇文", "尉迟", "淳于", "独孤", "南宫", "钟离", "歐陽", "司馬", "諸葛", "東方"),
    }
)


@dataclass(frozen=True, slots=True)
class HanBeside:
    """A name in Chinese script, and what stood beside it."""

    name: str
    titles: tuple[str, ...]
    remarks: tuple[str, ...]


def is_han_name(text: str) -> bool:
    """Return whether a text looks like a whole name: a known family name and one to three more characters.

    A transliterated or minority name has a middle dot instead.
    """
    name = normalise_chinese_name(text)
    if MIDDLE_DOT in name:
        return True
    if not 2 <= len(name) <= _LONGEST_NAME or not all(map(is_han, name)):
        return False
    starts_well = name[0] in han_surnames() or name[:2] in _COMPOUND
    return starts_well and not is_remark(name)


def is_compound_surname(text: str) -> bool:
    """Return whether a text is a family name of two characters."""
    return text in _COMPOUND


def is_remark(text: str) -> bool:
    """Return whether a piece beside a Chinese name is surely no part of it."""
    if fold(text) in gender_words() or text in by_length("pending") or fold(text) in folded("placeholders"):
        return True
    is_people = text.endswith("族") and len(text) > 1
    is_office = len(text) > 1 and text.endswith(by_length("office-endings-zh"))
    is_more = text.startswith(("兼", "等")) or (len(text) > 1 and text.startswith(by_length("born")))
    return is_people or is_office or is_more or bool(_DATES.search(text))


def take_han_apart(pieces: Sequence[str]) -> HanBeside:
    """Return the name among the pieces of a cell in Chinese script."""
    titles: list[str] = []
    remarks: list[str] = []
    names: list[str] = []
    has_name = any(is_han_name(piece) for piece in pieces)
    for piece in pieces:
        if len(pieces) > 1 and piece in by_length("honorifics-zh"):
            titles.append(piece)
        elif len(pieces) > 1 and (is_remark(piece) or (has_name and _is_unit(piece))):
            remarks.append(piece)
        else:
            names.append(piece)
    if not names and remarks:
        names = [remarks.pop(0)]
    name, behind = _without_endings(normalise_chinese_name(" ".join(names)), titles)
    return HanBeside(name, tuple(titles), (*remarks, *behind))


def _is_unit(piece: str) -> bool:
    return len(piece) > 2 and piece[-1] in characters("units-end-zh") and not is_han_name(piece)


def _without_endings(name: str, titles: list[str]) -> tuple[str, list[str]]:
    """Return a name without a form of address and an office written straight behind it."""
    remarks: list[str] = []
    is_cut = True
    while is_cut:
        is_cut = False
        for ending in by_length("honorifics-zh"):
            if name.endswith(ending) and len(name) > len(ending):
                name, is_cut = name.removesuffix(ending), True
                titles.append(ending)
        if name.endswith("等") and is_han_name(name[:-1]):
            name, is_cut = name[:-1], True
            remarks.insert(0, "等")
        if len(name) > 2 and MIDDLE_DOT not in name:
            for ending in by_length("office-endings-zh"):
                rest = name.removesuffix(ending)
                if rest != name and (is_han_name(rest) if len(rest) > 1 else rest in han_surnames()):
                    name, is_cut = rest, True
                    remarks.insert(0, ending)
                    break
    return _without_office_before(name, remarks), remarks


def _without_office_before(name: str, remarks: list[str]) -> str:
    """Return a name without a unit and an office written straight before it: `外交部副部长马朝阳`."""
    if len(name) <= _LONGEST_NAME or MIDDLE_DOT in name:
        return name
    ends = (name.rfind(office) + len(office) for office in by_length("office-endings-zh") if office in name)
    for end in sorted(ends, reverse=True):
        if is_han_name(name[end:]):
            remarks.insert(0, name[:end])
            return name[end:]
    return name
