"""Spellings of one name: its parts, which of two is the fuller, and whether two may be one person's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

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

    @property
    def shown(self) -> str:
        """Return the name in one line, the given name first."""
        return " ".join(each for each in (self.given, self.family) if each)


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
    """
    return _drops(name_parts(short), name_parts(long))


def _drops(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    if not few or few == many or len(few) > len(many):
        return False
    if len(few) == 1 < len(many) and few[0] == "".join(part[0] for part in many):
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
    if not (first and second):
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


def kinship(one: Name, other: Name) -> Kinship | None:
    """Return how two names that differ in more than their marks may be one person's, or nothing."""
    family, given, other_family, other_given = (
        _letters(each) for each in (one.family, one.given, other.family, other.given)
    )
    if (family, given) == (other_family, other_given) or not (family and other_family):
        return None
    if (family, given) == (other_given, other_family):
        return Kinship.TURNED
    if _whole_keys(one) & _whole_keys(other):
        return Kinship.CUT
    if _is_related(one.family, other.family) and (
        not (given and other_given) or _is_related(one.given, other.given)
    ):
        has_fewer = family == other_family and _has_fewer_words(one.given, other.given)
        return Kinship.FEWER if has_fewer else Kinship.SHORTER
    return None


def _has_fewer_words(one: str, other: str) -> bool:
    """Return whether one of two given names only lacks whole words of the other."""
    words, other_words = set(name_parts(one)), set(name_parts(other))
    return bool(words and other_words) and (words < other_words or other_words < words)


def agreed(before: Name, after: Name, *, takes_other: bool) -> Name:
    """Return the name of a person who is written in two ways: the fuller and richer, never the shorter.

    Names that are divided otherwise stay as they were. Names with other letters are taken only where
    somebody has said that both are one person's: `takes_other`.
    """
    if kinship(before, after) is Kinship.CUT:
        return before
    return Name(
        _agreed_part(before.family, after.family, takes_other=takes_other),
        _agreed_part(before.given, after.given, takes_other=takes_other),
    )


def _agreed_part(before: str, after: str, *, takes_other: bool) -> str:
    if before and after and takes_other:
        is_spelling = _letters(before) == _letters(after) or _is_related(before, after)
        return richer(before, after) if is_spelling else after
    return richer(before, after)


def _letters(name: str) -> str:
    return "".join(name_parts(name)).replace(".", "")


def _is_related(one: str, other: str) -> bool:
    parts, other_parts = name_parts(one), name_parts(other)
    return parts == other_parts or _drops(parts, other_parts) or _drops(other_parts, parts)


@lru_cache(maxsize=50_000)
def _whole_keys(name: Name) -> frozenset[str]:
    """Return what names of the same letters have in common, wherever they are divided."""
    if not (name.family and name.given):
        return frozenset((_letters(name.family or name.given),))
    family, given = _letters(name.family), _letters(name.given)
    parts = sorted((*name_parts(name.family), *name_parts(name.given)))
    return frozenset((family + given, given + family, " ".join(parts)))


class Variants:
    """Names of many people, filed so that those akin to one are found without comparing it with all."""

    def __init__(self) -> None:
        self._by_letters: dict[tuple[str, str], list[tuple[Name, int]]] = defaultdict(list)
        self._plain: dict[tuple[str, str, str], list[tuple[Name, int]]] = defaultdict(list)
        self._other: dict[tuple[str, str, str], list[tuple[Name, int]]] = defaultdict(list)

    def add(self, side: str, name: Name, key: int) -> None:
        """File a name of a side under a number of its own."""
        if not name.family:
            return
        for letters in _whole_keys(name):
            self._by_letters[side, letters].append((name, key))
        filed = self._plain if _is_plain(name) else self._other
        for place in _places(name, "" if not name.given else "*"):
            filed[side, *place].append((name, key))

    def near(self, side: str, name: Name) -> Mapping[int, Kinship]:
        """Return the numbers of names that are not this one and may be the same person's."""
        if not name.family:
            return {}
        found: dict[int, Kinship] = {}
        shelves = (self._other,) if _is_plain(name) else (self._other, self._plain)
        known: Iterable[tuple[Name, int]] = (
            *(each for letters in _whole_keys(name) for each in self._by_letters.get((side, letters), ())),
            *(
                each
                for place in _places(name, "" if name.given else "*")
                for shelf in shelves
                for each in shelf.get((side, *place), ())
            ),
        )
        for other, key in known:
            if key not in found and (kin := kinship(name, other)) is not None:
                found[key] = kin
        return found


def _is_plain(name: Name) -> bool:
    """Return whether a name has one part each, so that another such name cannot be a longer form of it."""
    family, given = name_parts(name.family), name_parts(name.given)
    return len(family) == len(given) == 1 and not given[0].endswith(".")


def _places(name: Name, also: str) -> set[tuple[str, str]]:
    """Return under which parts of the family name and initials, and one word more, a name is filed."""
    parts = name_parts(name.family)
    families = [part for part in parts if part not in _PARTICLES and len(part) > 1] or parts
    initials = {part[0] for part in name_parts(name.given)}
    return {(family, initial) for family in families for initial in (*initials, also)}
