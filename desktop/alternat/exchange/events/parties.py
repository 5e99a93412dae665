"""Who takes part, as lists name them: everyone, a side, an entity, a role, or people by name or number."""

import re
from collections import defaultdict

from alternat.exchange.people.directory import directory
from alternat.exchange.people.words import role_headings
from alternat.language.folding import fold
from alternat.language.label import Language
from alternat.language.names import latin_name
from alternat.language.vocabulary import member_label, role_label
from alternat.models.delegations import Role
from alternat.models.programme import PartyKind
from alternat.models.tables import Tables
from alternat.planning.programme import PartyPlan, Programme

_EVERYONE = ("all", "everybody", "tous", "toutes", "全体", "所有人", "全体代表")
_BETWEEN_MANY = re.compile(r"\s*[;；\n]\s*")
_BETWEEN = re.compile(r"\s*[;；\n,，、]\s*")
_EXCEPT = re.compile(r"^[-−–]\s*")


class PartyReader:
    """The names of everybody at one meeting, looked up word by word."""

    def __init__(self, tables: Tables, programme: Programme) -> None:
        self._directory = directory(tables)
        everyone = member_label(PartyKind.EVERYONE)
        self._everyone = {fold(text) for text in (*_EVERYONE, *everyone.as_mapping().values())}
        roles = ((fold(role_label(role).text(language)), role) for role in Role for language in Language)
        self._roles = {**role_headings(), **dict(roles)}
        countries = {row.code: row.country.as_mapping().values() for row in tables.Side.select()}
        self._people: dict[str, set[int]] = defaultdict(set)
        for each in programme.people.values():
            latin = latin_name(each.family, each.given, each.name_order, each.printed_name)
            turned = f"{each.given} {each.family}", f"{each.family} {each.given}"
            for name in filter(None, (latin, *turned, each.name_zh)):
                for told_apart in (name, *(f"{name} {country}" for country in countries[each.side])):
                    self._people[fold(told_apart)].add(each.person)
            self._people[str(each.person)].add(each.person)

    def read(self, cell: str) -> tuple[tuple[PartyPlan, ...], tuple[str, ...]]:
        """Return the lines of attendance of a cell, and the words that name nobody or several people."""
        between = _BETWEEN_MANY if _BETWEEN_MANY.search(cell) else _BETWEEN
        known, unknown = [], []
        whole = self._party(cell.strip())
        words = [cell.strip()] if whole else [word for word in between.split(cell) if word.strip()]
        for word in words:
            party = self._party(word)
            if party is None:
                unknown.append(word)
            else:
                known.append(party)
        return tuple(dict.fromkeys(known)), tuple(unknown)

    def _party(self, word: str) -> PartyPlan | None:
        bare = _EXCEPT.sub("", word)
        is_exception = bare != word
        key = fold(bare)
        if key in self._everyone:
            return PartyPlan(PartyKind.EVERYONE, "", is_exception)
        if len(self._people.get(key, ())) == 1:
            return PartyPlan(PartyKind.PERSON, str(next(iter(self._people[key]))), is_exception)
        if key in self._people:
            return None
        if side := self._directory.side_named(bare):
            return PartyPlan(PartyKind.SIDE, side.code, is_exception)
        if key in self._roles:
            return PartyPlan(PartyKind.ROLE, self._roles[key], is_exception)
        entities = self._directory.entity_named(bare).entities
        return PartyPlan(PartyKind.ENTITY, str(entities[0].id), is_exception) if len(entities) == 1 else None
