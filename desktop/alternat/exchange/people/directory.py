"""The sides and entities of a dialogue as lists write them: any language, acronym, formal or near name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from rapidfuzz import fuzz, process

from alternat.errors import AlternatError
from alternat.exchange.people.text import han_share, parts
from alternat.exchange.people.words import side_endings, side_words, small_words
from alternat.language.called import FAMILY_FIRST, usual_order
from alternat.language.folding import fold
from alternat.language.label import Label, Language
from alternat.language.messages import mark
from alternat.models.entities import Entity
from alternat.models.sides import Side
from alternat.models.tables import Tables
from alternat.nouns.entities import ENTITY
from alternat.planning.rows import unknown

NOTHING_STANDS_FOR: Mapping[str, str] = MappingProxyType({})

_NEAR = 90
_NEAR_FROM = 8
"""Shorter names must agree exactly: one letter makes another acronym, one character another ministry."""
_NEAR_FROM_HAN = 6
_LONGEST_HAN = 24
"""In characters; no entity's Chinese name is longer."""


@dataclass(frozen=True, slots=True)
class KnownSide:
    """A side with the keys of its country and of itself."""

    id: int
    code: str
    languages: tuple[str, ...]
    names: frozenset[str]
    countries: tuple[str, ...]
    name: Label

    @property
    def puts_family_first(self) -> bool:
        """Return whether names of this side's people have the family name first."""
        return usual_order(self.languages) == FAMILY_FIRST


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity as far as recognition needs it."""

    id: int
    side: str
    name: Label


@dataclass(frozen=True, slots=True)
class EntityMatch:
    """The entities that a text may name: one, or several on both sides; `language` is that of the text."""

    entities: tuple[KnownEntity, ...] = ()
    language: Language | None = None
    is_exact: bool = True

    @property
    def sides(self) -> frozenset[str]:
        """Return the sides on which an entity has that name."""
        return frozenset(entity.side for entity in self.entities)

    def on(self, side: str) -> KnownEntity | None:
        """Return the one entity of a side, or nothing."""
        if not self.entities:
            return None
        found = [entity for entity in self.entities if entity.side == side]
        return found[0] if len(found) == 1 else None


class Directory:
    """The names of all sides and entities; each text is searched for once and remembered."""

    def __init__(
        self, sides: tuple[KnownSide, ...], names: Mapping[str, Mapping[KnownEntity, Language | None]]
    ) -> None:
        self.sides = sides
        self._by_name = names
        self._near_names = [name for name in names if len(name) >= _NEAR_FROM_HAN]
        self._found: dict[str, EntityMatch] = {}
        self._within: dict[str, tuple[EntityMatch, str]] = {}
        self._sides_named: dict[str, KnownSide | None] = {}
        self._sides_within: dict[str, frozenset[KnownSide]] = {}

    def side(self, code: str) -> KnownSide | None:
        """Return the side of a code."""
        return next((side for side in self.sides if side.code == code), None)

    def with_id(self, side: int) -> KnownSide:
        """Return the side of an id of the dialogue."""
        return next(each for each in self.sides if each.id == side)

    def side_named(self, text: str) -> KnownSide | None:
        """Return the side that a text names: its code, country, itself or its delegation, in any language."""
        if text not in self._sides_named:
            found = (self.side_exactly(part) for part in (text, *parts(text)))
            self._sides_named[text] = next((side for side in found if side is not None), None)
        return self._sides_named[text]

    def entity_named(self, text: str) -> EntityMatch:
        """Return the entities that a text may name, perhaps none."""
        if text not in self._found:
            self._found[text] = self._search(text)
        return self._found[text]

    def side_exactly(self, text: str) -> KnownSide | None:
        """Return the side that a text names as a whole, not in one of several parts."""
        wanted = _bare(text)
        found = [side for side in self.sides if wanted and wanted in side.names]
        return found[0] if len(found) == 1 else None

    def sides_within(self, text: str) -> frozenset[KnownSide]:
        """Return the sides whose countries, or their adjectives, are among the words of a text."""
        if text not in self._sides_within:
            words = [found for word in fold(text).split() if (found := self.side_exactly(word))]
            named = [
                side
                for side in self.sides
                if any(han_share(each) and each in text for each in side.countries)
            ]
            self._sides_within[text] = frozenset((*words, *named))
        return self._sides_within[text]

    def exactly(self, text: str) -> EntityMatch:
        """Return the entities that a text as a whole is a name of, letter by letter."""
        return self._exact(text)

    def entity_within(self, text: str) -> tuple[EntityMatch, str]:
        """Return the entities whose name a position holds, and the position without it.

        Chinese puts the entity first and unparted (外交部副部长); English and French part it with commas.
        """
        if text not in self._within:
            self._within[text] = self._search_within(text)
        return self._within[text]

    def _search_within(self, text: str) -> tuple[EntityMatch, str]:
        pairs: Iterable[tuple[str, str]]
        if han_share(text) > 0.5:
            pairs = ((text[:at], text[at:]) for at in range(min(len(text) - 1, _LONGEST_HAN), 1, -1))
        else:
            pieces = [piece.strip() for piece in text.split(",")]
            cuts = range(1, len(pieces))
            ends = ((", ".join(pieces[at:]), ", ".join(pieces[:at])) for at in cuts)
            pairs = chain(ends, ((", ".join(pieces[:at]), ", ".join(pieces[at:])) for at in cuts))
        for name, rest in pairs:
            if (match := self._exact(name)).entities and fold(rest):
                return match, rest.strip(" ,，、：:")
        return EntityMatch(), text

    def _search(self, text: str) -> EntityMatch:
        pieces = parts(text)
        for attempt in (self._exact, self._near):
            for piece in dict.fromkeys((text, *pieces, *_before_comma(pieces))):
                if (match := attempt(piece)).entities:
                    return match
        return EntityMatch()

    def _exact(self, text: str) -> EntityMatch:
        wanted = fold(text)
        for side, name in ((None, wanted), *self._without_country(wanted)):
            found = self._by_name.get(name, {})
            entities = tuple(each for each in found if side in (None, each.side))
            if entities:
                return EntityMatch(entities, next(iter(found.values())))
        return EntityMatch()

    def _near(self, text: str) -> EntityMatch:
        wanted = fold(text)
        if len(wanted) < (_NEAR_FROM_HAN if han_share(wanted) > 0.5 else _NEAR_FROM):
            return EntityMatch()
        best = process.extractOne(wanted, self._near_names, scorer=fuzz.ratio, score_cutoff=_NEAR)
        if best is None:
            return EntityMatch()
        found = self._by_name[best[0]]
        return EntityMatch(tuple(found), next(iter(found.values())), is_exact=False)

    def _without_country(self, wanted: str) -> Iterable[tuple[str, str]]:
        for side in self.sides:
            for rest in _stripped(wanted, side.countries):
                yield side.code, rest


class UnclearEntityChoice(AlternatError):
    """A choice about entities is not one of those that can be made."""

    template = mark(
        "“{text}” does not say what to do with entities that the dialogue lacks. Say make, leave, "
        "or NAME=ENTITY."
    )


def directory(tables: Tables, standing_for: Mapping[str, str] = NOTHING_STANDS_FOR) -> Directory:
    """Return the sides and entities of an open dialogue.

    `standing_for` gives other names to entities for one import; what is no entity is an `UnknownRow`.
    """
    sides = {
        row.id: KnownSide(row.id, row.code, row.languages, _side_names(row), _countries(row), row.country)
        for row in tables.Side.select().order_by(tables.Side.number)
    }
    names: dict[str, dict[KnownEntity, Language | None]] = {}
    for row in tables.Entity.select().order_by(tables.Entity.side, tables.Entity.number):
        side = sides[row.side_id]
        entity = KnownEntity(row.id, side.code, row.name)
        for text, language in _entity_names(row):
            for name in (fold(text), *_stripped(fold(text), side.countries)):
                if name:
                    names.setdefault(name, {}).setdefault(entity, language)
    known = Directory(tuple(sides.values()), names)
    if not standing_for:
        return known
    for text, entity_text in standing_for.items():
        match = known.entity_named(entity_text)
        if not (match.entities and match.is_exact):
            raise unknown(ENTITY, entity_text, tables.Entity.select().order_by(tables.Entity.side))
        names[fold(text)] = dict.fromkeys(match.entities, match.language)
    return Directory(tuple(sides.values()), names)


def _entity_names(row: Entity) -> Iterable[tuple[str, Language | None]]:
    for label in (row.name, row.acronym, row.original):
        for language in Language:
            yield label.text(language), language
    yield row.code, None
    for alias in row.aliases.splitlines():
        yield alias, Language.ZH if han_share(alias) > 0.5 else None


def _side_names(row: Side) -> frozenset[str]:
    labels = (row.country, row.formal_country, row.side_name, row.delegation_name)
    texts = [row.code, *(label.text(language) for label in labels for language in Language)]
    initials = (_initials(row.formal_country.text(language)) for language in Language)
    return frozenset(name for text in (*texts, *initials) if (name := _bare(text)))


def _countries(row: Side) -> tuple[str, ...]:
    texts = (label.text(each) for label in (row.formal_country, row.country) for each in Language)
    return tuple(dict.fromkeys(name for text in texts if (name := fold(text))))


def _initials(country: str) -> str:
    """Return PRC for the People's Republic of China, and nothing for a short name."""
    words = [word for word in fold(country).split() if word not in small_words() and len(word) > 1]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def _bare(text: str) -> str:
    """Return what is left of "the delegation of Canada" and the like: the country or its adjective."""
    words = [word for word in fold(text).split() if word not in small_words() | side_words()]
    bare = " ".join(words)
    while ending := next((each for each in side_endings() if bare.endswith(each)), ""):
        bare = bare.removesuffix(ending)
    return bare


def _stripped(name: str, countries: Iterable[str]) -> Iterable[str]:
    """Yield a name as it stands without one of the countries before or behind it."""
    for country in countries:
        if name.startswith(country):
            yield name.removeprefix(country).strip()
        if name.endswith(country):
            rest = name.removesuffix(country).split()
            while rest and rest[-1] in small_words():
                rest.pop()
            yield " ".join(rest)


def _before_comma(pieces: Iterable[str]) -> Iterable[str]:
    for piece in pieces:
        for sign in (",", "，", "（", "("):
            head, found, _ = piece.partition(sign)
            if found and head.strip():
                yield head.strip()
