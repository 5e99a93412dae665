"""What is done with names in a list of sessions that name nobody at the meeting, for all of them at once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from alternat.errors import AlternatError
from alternat.exchange.people.names import split_name
from alternat.language.called import spellings, usual_order
from alternat.language.folding import fold
from alternat.language.messages import mark
from alternat.language.scripts import is_han
from alternat.models.tables import Tables
from alternat.nouns.people import NameOrder
from alternat.planning.event_drafts import Newcomer, UnknownPeople

_LISTED = re.compile(r"\s*[、/／|]\s*")
_COMMA = re.compile(r"\s*[,，]\s*")
_SEVERAL = re.compile(r"\s(?:and|et|&)\s|[&＆+]", re.IGNORECASE)


class UnclearPeopleChoice(AlternatError):
    """A decision about unknown names cannot be read."""

    template = mark(
        "“{text}” does not say what is done with names that are unknown. Write leave, make=SIDE such as "
        "make=CN, or NAME=WHO."
    )


class UnknownStandIn(AlternatError):
    """A name is to stand for somebody who is not at the meeting, or for several people."""

    template = mark(
        "“{name}” cannot stand for “{who}”: that names nobody at this meeting, or several people. "
        "Nothing was written."
    )


class UselessStandIn(AlternatError):
    """A name that is to stand for somebody is not in the list."""

    template = mark("“{name}” is in no cell of the list that says who takes part. Nothing was written.")


def people_choices(words: Iterable[str], sides: Iterable[str]) -> UnknownPeople:
    """Return the choices of a command line: `leave`, `make=SIDE`, or `NAME=WHO` several times.

    Raises UnclearPeopleChoice.
    """
    keeps, side, standing_for = False, "", {}
    by_code = {each.casefold(): each for each in sides}
    for word in words:
        name, equals, who = (part.strip() for part in word.rpartition("="))
        if name.casefold() == "make" and who.casefold() in by_code:
            keeps, side = False, by_code[who.casefold()]
        elif equals and name and who and name.casefold() != "make":
            standing_for[name] = who
        elif who.casefold() == "leave" and not equals:
            keeps, side = True, ""
        else:
            raise UnclearPeopleChoice(text=word)
    return UnknownPeople(keeps, side, standing_for)


def names_apart(words: str) -> tuple[str, ...]:
    """Return the names of a stretch of words that names nobody, cut where a list cuts.

    A comma cuts whole names; it may also stand behind a family name, as in “Doe, Jane”.
    """
    found = []
    for piece in _LISTED.split(words):
        parts = _COMMA.split(piece)
        is_list = all(" " in part.strip() or is_han(part.strip()[:1]) for part in parts)
        found += parts if is_list else [piece]
    return tuple(part.strip() for part in found if part.strip())


class Newcomers:
    """Makes people of names, or finds those whom the dialogue knows from elsewhere."""

    def __init__(self, tables: Tables, side: str) -> None:
        self._side = side
        row = tables.Side.get(tables.Side.code == side)
        self._order = NameOrder(usual_order(row.languages))
        self._found: dict[str, Newcomer | None] = {}
        self._known: dict[str, set[int]] = defaultdict(set)
        for each in tables.Person.select().where(tables.Person.side == row.id):
            for name in spellings(each):
                self._known[fold(name)].add(each.id)

    def of(self, name: str) -> Newcomer | None:
        """Return whom a name would bring to the delegation; None if it can be several people or none."""
        key = fold(name)
        if key not in self._found:
            self._found[key] = self._read(name, self._known.get(key, set()))
        return self._found[key]

    def _read(self, name: str, known: set[int]) -> Newcomer | None:
        if len(known) > 1 or _SEVERAL.search(name) or not any(map(str.isalpha, name)):
            return None
        parts = split_name(name, family_first=self._order is NameOrder.FAMILY_FIRST)
        fields: Mapping[str, str] = {
            "family": parts.family,
            "given": parts.given,
            "name_zh": parts.name_zh,
            "post_nominals": parts.letters,
            "name_order": self._order,
        }
        stated = {field: text for field, text in fields.items() if text}
        if not stated.keys() & {"family", "given", "name_zh"}:
            return None
        return Newcomer(name, self._side, stated, next(iter(known), None), is_guessed=not parts.is_certain)
