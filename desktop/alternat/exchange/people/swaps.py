"""Whether family and given names stand in each other's column, told for the columns as a whole."""

from collections.abc import Sequence
from itertools import islice

from alternat.exchange.people.beside_words import folded
from alternat.exchange.people.contents import Contents
from alternat.exchange.people.fields import Field
from alternat.exchange.people.mapping import Column, Swap
from alternat.exchange.people.text import tidy
from alternat.exchange.people.words import han_surnames, pinyin_surnames
from alternat.language.folding import fold

SAMPLE = 1_000
"""How many rows are looked at."""
_MOST_OF = 0.6
"""The share of the telling rows that must speak for it."""
_FEWEST = 2
"""One row alone tells nothing of its columns."""
_PAIRS = ((Field.FAMILY, Field.GIVEN), (Field.FAMILY_ZH, Field.GIVEN_ZH))


def find_swap(columns: Sequence[Column], cells: Sequence[Sequence[str]]) -> Swap | None:
    """Return the two columns that seem to be exchanged, if most of the rows that tell say so."""
    by_field = {column.field: column for column in columns}
    for family_field, given_field in _PAIRS:
        family, given = by_field.get(family_field), by_field.get(given_field)
        if family is None or given is None:
            continue
        votes = [
            vote
            for one, other in islice(zip(cells[family.position], cells[given.position], strict=True), SAMPLE)
            if (vote := _vote(tidy(one), tidy(other)))
        ]
        against = sum(vote < 0 for vote in votes)
        if against and against >= _MOST_OF * len(votes):
            return Swap(given.name, family.name, against)
    return None


def find_displaced_names(columns: Sequence[Column], looks: Sequence[Contents]) -> Swap | None:
    """Return the column for names that holds titles or entities, with the one that holds the names."""
    names = [column for column in columns if column.field in {Field.FULL_NAME, Field.NAME_ZH}]
    others = [column for column in columns if column.field.in_any_language in {Field.POSITION, Field.ENTITY}]
    for name in names:
        look = looks[name.position]
        if max(look.title, look.entity) < _MOST_OF or look.filled < _FEWEST:
            continue
        for other in others:
            there = looks[other.position]
            if (
                max(there.latin_name, there.han_name) >= _MOST_OF
                and max(there.title, there.entity) < 1 - _MOST_OF
            ):
                return Swap(name.name, other.name, there.filled, (name.position, other.position))
    return None


def _vote(family: str, given: str) -> int:
    """Return 1 if a row has its names where they belong, -1 if the other way round, 0 if it does not tell."""
    if not (family and given):
        return 0
    for tells in (_by_given_name, _by_surname, _by_capitals, _by_han):
        if vote := tells(family, given):
            return vote
    return 0


def _by_given_name(family: str, given: str) -> int:
    names = folded("given-names")
    one, other = (fold(each.replace("-", " ")).split()[:1] for each in (family, given))
    return (other != [] and other[0] in names) - (one != [] and one[0] in names)


def _by_surname(family: str, given: str) -> int:
    one, other = (fold(each).replace(" ", "") for each in (family, given))
    return (one in pinyin_surnames()) - (other in pinyin_surnames())


def _by_capitals(family: str, given: str) -> int:
    loud = [len(each) > 1 and each.isupper() for each in (family, given)]
    return loud[0] - loud[1]


def _by_han(family: str, given: str) -> int:
    if family.isascii() or given.isascii():
        return 0
    one = len(family) == 1 and family in han_surnames()
    other = len(given) == 1 and given in han_surnames()
    return one - other
