"""Spellings of one name: its parts, which of two is the fuller, and whether two may be one person's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import chain, product

from alternat.language.folding import fold

_TOKENS = re.compile(r"[^\s\-‐‑–—.·]+\.?")
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘`´＇")
_WORDS = re.compile(r"[^\s\-‐‑–—]+")
_WORDS_AND_SIGNS = re.compile(r"[^\s\-‐‑–—]+|[\s\-‐‑–—]+")
_APOSTROPHE, _HYPHENS = re.compile("['’ʼ‘`´＇]"), re.compile("[-‐‑–—]")
_SAINTS = {"st": "saint", "st.": "saint", "ste": "sainte", "ste.": "sainte"}
_PARTICLES = frozenset(
    {
        *("de", "du", "des", "la", "le", "les", "da", "di", "del", "della", "van", "von", "der", "den"),
        *("ter", "ten", "al", "el", "dos", "das", "zu"),
    }
)
"""Parts of a family name under which too many people would be filed."""


class Kinship(Enum):
    """How two names that are not the same may still be one person's."""

    TURNED = auto()
    """Family and given name are exchanged."""
    CUT = auto()
    """The same letters, divided otherwise into family and given name."""
    SHORTER = auto()
    """One of them has a shorter family name, only initials, or no given name at all."""
    FEWER = auto()
    """One of them has fewer given names: Marie and Marie-Ève are often two people."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in Latin letters."""

    family: str
    given: str


@lru_cache(maxsize=50_000)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the folded parts of a name; an initial or an abbreviation ends in a full stop.

    >>> name_parts("J.-F."), name_parts("O’Connell-Nakamura"), name_parts("Ste-Marie")
    (('j.', 'f.'), ('oconnell', 'nakamura'), ('sainte', 'marie'))
    """
    found = []
    for token in _TOKENS.findall(name.translate(_APOSTROPHES)):
        letters = fold(token).replace(" ", "")
        if letters:
            is_initial = token.endswith(".") or (len(letters) == 1 and letters.isalpha())
            part = letters + "." if is_initial else letters
            found.append(_SAINTS.get(part, part))
    return tuple(found)


def plain_spelling(name: str) -> str:
    """Return a name in lower case with one kind of apostrophe, one of hyphen and one of blank."""
    return _HYPHENS.sub("-", _APOSTROPHE.sub("’", " ".join(name.casefold().split())))


def drops_only(short: str, long: str) -> bool:
    """Return whether a name is another with parts left out or cut to initials, and nothing else.

    >>> drops_only("ARSENAULT", "Arsenault-Reid"), drops_only("J.-F.", "Jean-François")
    (True, True)
    >>> drops_only("JF", "Jean-François"), drops_only("Li", "Lan Ing")
    (True, False)
    """
    return _drops(_half(short), _half(long))


def _drops(short: "_Half", long: "_Half") -> bool:
    few, many = short.parts, long.parts
    if not few or few == many or len(few) > len(many):
        return False
    if short.may_be_initials and short.letters == long.initials:
        return True
    rest = iter(many)
    return all(any(_stands_for(part, whole) for whole in rest) for part in few)


def _stands_for(part: str, whole: str) -> bool:
    return part == whole or (part.endswith(".") and whole.startswith(part[:-1]))


def richer(first: str, second: str) -> str:
    """Return the richer of two spellings: more parts, more accents and marks, not all capitals.

    Spellings that are equally rich, or have other letters, leave the first.

    >>> richer("Cote", "Côté"), richer("Jean-Pierre", "Jean Pierre"), richer("Z.", "Zoé")
    ('Côté', 'Jean-Pierre', 'Zoé')
    >>> richer("Arsenault-Reid", "ARSENAULT"), richer("García", "Garcia Marquez")
    ('Arsenault-Reid', 'García Marquez')
    """
    if first == second or not (first and second):
        return first or second
    one, other = (fold(each).replace(" ", "") for each in (first, second))
    if one == other:
        return max((first, second), key=_richness)
    if drops_only(second, first):
        return _with_marks_of(first, second)
    if drops_only(first, second):
        return _with_marks_of(second, first)
    return first


def _with_marks_of(long: str, short: str) -> str:
    """Return a name with those of its parts that a shorter spelling writes with more marks written so."""
    own = {fold(token): token for token in _WORDS.findall(short)}
    pieces = _WORDS_AND_SIGNS.findall(long)
    return "".join(max((piece, own.get(fold(piece), piece)), key=_richness) for piece in pieces)


def _richness(name: str) -> tuple[int, int, int]:
    marks = sum(not each.isascii() for each in name)
    signs = sum(each in "-’'" for each in name)
    return marks, signs, int(not (name.isupper() or name.islower()))


@dataclass(frozen=True, slots=True)
class _Half:
    """A family or a given name, taken apart once."""

    parts: tuple[str, ...]
    words: frozenset[str]
    letters: str
    initials: str
    """The first letters of several parts."""
    is_short: bool
    """Whether a part is only an initial or an abbreviation."""
    may_be_initials: bool
    """Whether it is one word not written as a name is: JF or jf may be initials, Li, Bo and Al are not."""


@lru_cache(maxsize=50_000)
def _half(name: str) -> _Half:
    parts = name_parts(name)
    initials = "".join(part[0] for part in parts) if len(parts) > 1 else ""
    is_short = any(part.endswith(".") for part in parts)
    letters = "".join(parts).replace(".", "")
    may_be_initials = len(parts) == 1 and not name.strip().istitle()
    return _Half(parts, frozenset(parts), letters, initials, is_short, may_be_initials)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A whole name, taken apart once."""

    family: _Half
    given: _Half
    wholes: frozenset[str]
    """What names of the same letters have in common, wherever they are divided."""
    families: tuple[str, ...]
    """The parts of the family name under which it is filed."""
    initials: tuple[str, ...]
    """The first letters of the given names."""

    @property
    def is_plain(self) -> bool:
        """Return whether a name has one part each, so that another such name is no longer form of it."""
        return len(self.family.parts) == len(self.given.parts) == 1 and not self.given.is_short


@lru_cache(maxsize=50_000)
def _taken(name: Name) -> _Taken:
    family, given = _half(name.family), _half(name.given)
    wholes = {family.letters + given.letters, given.letters + family.letters}
    if family.parts and given.parts:
        parts = sorted((*family.parts, *given.parts))
        wholes.add(" ".join(parts))
    families = [part for part in family.parts if part not in _PARTICLES and len(part) > 1] or family.parts
    initials = dict.fromkeys(part[0] for part in given.parts)
    return _Taken(family, given, frozenset(wholes), tuple(dict.fromkeys(families)), tuple(initials))


def kinship(one: Name, other: Name) -> Kinship | None:
    """Return how two names that differ in more than their marks may be one person's, or nothing."""
    return _kinship(_taken(one), _taken(other)) if one != other else None


def _kinship(one: _Taken, other: _Taken) -> Kinship | None:
    family, given = one.family.letters, one.given.letters
    other_family, other_given = other.family.letters, other.given.letters
    if not (family and other_family) or (family == other_family and given == other_given):
        return None
    if not one.wholes.isdisjoint(other.wholes):
        is_turned = family == other_given and given == other_family
        return Kinship.TURNED if is_turned else Kinship.CUT
    if not _are_related(one.family, other.family):
        return None
    if not (given and other_given):
        return Kinship.SHORTER
    if not _are_related(one.given, other.given):
        return None
    words, other_words = one.given.words, other.given.words
    has_fewer = family == other_family and (words < other_words or other_words < words)
    return Kinship.FEWER if has_fewer else Kinship.SHORTER


def _are_related(one: _Half, other: _Half) -> bool:
    """Return whether two halves of names are the same or one is a shorter form of the other."""
    if one.letters == other.letters or one.parts == other.parts:
        return True
    if one.is_short or other.is_short or one.letters == other.initials or other.letters == one.initials:
        return _drops(one, other) or _drops(other, one)
    if one.words < other.words:
        return _drops(one, other)
    return other.words < one.words and _drops(other, one)


def agreed(before: Name, after: Name, *, takes_other: bool) -> Name:
    """Return the name of a person who is written in two ways: the fuller and richer, never the shorter.

    Names that are divided otherwise stay as they were. Names with other letters are taken only where
    somebody has said that both are one person's: `takes_other`.
    """
    if before == after or kinship(before, after) is Kinship.CUT:
        return before
    return Name(
        _agreed_part(before.family, after.family, takes_other=takes_other),
        _agreed_part(before.given, after.given, takes_other=takes_other),
    )


def _agreed_part(before: str, after: str, *, takes_other: bool) -> str:
    if before and after and takes_other:
        return richer(before, after) if _are_related(_half(before), _half(after)) else after
    return richer(before, after)


class Variants:
    """Names of many people, filed so that those akin to one are found without comparing it with all."""

    def __init__(self) -> None:
        self._by_letters: dict[tuple[str, str], list[_Filed]] = defaultdict(list)
        self._plain: dict[_Place, list[_Filed]] = defaultdict(list)
        self._other: dict[_Place, list[_Filed]] = defaultdict(list)
        self._counts: set[int] = set()

    def add(self, side: str, name: Name, key: int) -> None:
        """File a name of a side under a number of its own."""
        if not name.family:
            return
        taken = _taken(name)
        for letters in taken.wholes:
            self._by_letters[side, letters].append((taken, key))
        filed = self._plain if taken.is_plain else self._other
        count = _count(taken)
        self._counts.add(count)
        for initial in (*taken.initials, "*" if name.given else ""):
            for family in taken.families:
                filed[side, family, initial, count].append((taken, key))

    def near(self, side: str, name: Name) -> Mapping[int, Kinship]:
        """Return the numbers of names that are not this one and may be the same person's."""
        if not name.family:
            return {}
        taken = _taken(name)
        found: dict[int, Kinship] = {}
        for other, key in self._shelves(side, taken):
            if key not in found and (kin := _kinship(taken, other)) is not None:
                found[key] = kin
        return found

    def _shelves(self, side: str, taken: _Taken) -> "Iterable[_Filed]":
        for letters in taken.wholes:
            yield from self._by_letters.get((side, letters), ())
        shelves = (self._other,) if taken.is_plain else (self._other, self._plain)
        families, own = taken.families, _count(taken)
        for initial in (*taken.initials, "" if taken.given.parts else "*"):
            for count, filed in product(self._counts, shelves):
                places = ((side, family, initial, count) for family in families)
                found = [shelf for place in places if (shelf := filed.get(place))]
                if not 0 < own <= count:
                    yield from chain.from_iterable(found)
                elif len(found) == len(families):
                    # One with as many parts in the family name or more must have all of these.
                    yield from min(found, key=len)


_Filed = tuple[_Taken, int]


_Place = tuple[str, str, str, int]
"""A side, a part of the family name, an initial of the given names, and the number of those parts."""


def _count(taken: _Taken) -> int:
    """Return how many parts a family name has for filing, and none where one of them is shortened."""
    return 0 if taken.family.is_short else len(taken.families)
