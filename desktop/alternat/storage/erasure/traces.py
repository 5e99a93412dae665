"""Where a dialogue keeps people: their rows, what refers to them, photographs, and texts that name them."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import peewee as pw

from alternat.language.catalogs import common_words
from alternat.language.label import Language
from alternat.models.base import LabelField
from alternat.models.tables import Tables
from alternat.nouns.all import NOUNS
from alternat.nouns.kinds import Text, Texts
from alternat.nouns.programme import PartyKind
from alternat.storage.engines.guard import Engine
from alternat.storage.erasure.wording import OWN_FIELDS, STAND_INS, Eraser, Wording
from alternat.storage.journal.images import Image, standing_rows
from alternat.storage.journal.replay import kept_images
from alternat.storage.journal.tables import JournalTables

_PEOPLE = ("person", "contact")
NAMES_OF_THINGS = frozenset({"dialogue", "side", "entity", "venue", "room", "provision", "meeting"})
"""Tables in whose texts a single name is that of a place or an office: only whole names are taken out."""
_KEPT_CODES = frozenset(
    {"code", "uid", "token", "template", "host", "digest", "media_type", "kind", "people", "section"}
)
"""Columns that no noun describes and in which nobody is named; of the others their nouns tell it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A text of a row that names somebody, or may."""

    table: str
    key: int
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Traces:
    """All that a dialogue holds of some people."""

    people: tuple[int, ...]
    wording: Wording
    births: frozenset[str]
    """The digests of the first images of the people, by which a backup knows the same ones."""
    rows: Mapping[str, tuple[int, ...]]
    """The rows that go with them, by table: their own, and those that cannot be without them."""
    loosened: Mapping[str, tuple[int, ...]]
    """The rows that stay and refer to nobody afterwards."""
    photos: tuple[int, ...]
    mentions: tuple[Mention, ...]
    doubts: tuple[Mention, ...]
    """Texts with a word that may be a name alone; they stay, and somebody has to look at them."""
    images: tuple[int, ...]
    """The row images of the journal that tell of them."""
    steps: tuple[int, ...]
    """The steps whose words name them."""

    @property
    def counts(self) -> Mapping[str, int]:
        """The number of rows that go, by table."""
        return {table: len(keys) for table, keys in self.rows.items() if keys}


def traces_of(
    engine: Engine,
    tables: Tables,
    journal: JournalTables,
    people: Collection[int],
    known: Wording | None = None,
) -> Traces:
    """Return all that a dialogue holds of people, by their keys; `known` names them as other files do."""
    return _Reader(engine, tables, journal, tuple(sorted(people))).read(known or Wording())


class _Reader:
    def __init__(
        self, engine: Engine, tables: Tables, journal: JournalTables, people: tuple[int, ...]
    ) -> None:
        self._engine, self._tables, self._journal, self._people = engine, tables, journal, people
        self._images = [
            (kept, _parsed(kept.before), _parsed(kept.after)) for kept in kept_images(engine, journal)
        ]

    def read(self, known: Wording) -> Traces:
        rows, loosened = self._rows()
        own = dict(rows)
        for kept, before, after in self._images:
            if kept.table in _OWNED and any(self._is_of_them(each) for each in (before, after)):
                own[kept.table] = {*own.get(kept.table, ()), kept.key}
        told = list(self._told(own))
        wording = Wording.of(told) | known
        eraser = Eraser(wording, other_names(self._tables, self._people), common_words())
        photos = self._photos(told)
        mentions, doubts = self._mentions(eraser, rows)
        return Traces(
            self._people,
            wording,
            frozenset(self._births()),
            {table: tuple(sorted(keys)) for table, keys in rows.items()},
            {table: tuple(sorted(keys)) for table, keys in loosened.items()},
            tuple(sorted(photos)),
            tuple(mentions),
            tuple(doubts),
            tuple(self._told_images(eraser, own, photos)),
            tuple(self._told_steps(eraser)),
        )

    def _rows(self) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
        """Return the rows that go and those that only let go of the people, by table."""
        gone: dict[str, set[int]] = defaultdict(set)
        loose: dict[str, set[int]] = defaultdict(set)
        gone["person"] |= set(self._people)
        for model in self._tables.all():
            table = model._meta.table_name
            for reference in model._meta.refs:
                if reference.rel_model is self._tables.Person:
                    query: Any = model.select(model.id).where(reference.in_(self._people)).tuples()
                    (loose if reference.null else gone)[table] |= {key for (key,) in query}
        party: Any = self._tables.Party
        wanted = [str(person) for person in self._people]
        named = party.select(party.id).where(party.kind == PartyKind.PERSON, party.key.in_(wanted))
        gone["party"] |= {key for (key,) in named.tuples()}
        return gone, loose

    def _told(self, own: Mapping[str, Collection[int]]) -> Iterator[Image]:
        """Yield every image of the people, their contacts and parts: as they stand and as they were."""
        for table in (*_PEOPLE, "participation"):
            keys = own.get(table, ())
            for standing in standing_rows(self._engine, self._tables.named(table), keys).values():
                yield standing.image
            for kept, before, after in self._images:
                if kept.table == table and kept.key in keys:
                    yield from (each for each in (before, after) if each)

    def _births(self) -> Iterator[str]:
        seen: set[int] = set()
        for kept, _before, _after in self._images:
            if kept.table == "person" and kept.key in self._people and kept.key not in seen:
                seen.add(kept.key)
                yield str(kept.digest)

    def _photos(self, told: Iterable[Image]) -> set[int]:
        """Return the photographs of the people that nobody else has or had."""
        own = {each["photo"] for each in told if isinstance(each.get("photo"), int)}
        person: Any = self._tables.Person
        others = person.select(person.photo).where(
            person.photo.is_null(is_null=False), person.id.not_in(self._people)
        )
        own -= {photo for (photo,) in others.tuples()}
        for kept, before, after in self._images:
            if kept.table == "person" and kept.key not in self._people:
                own -= {each.get("photo") for each in (before, after) if each}
        photo: Any = self._tables.Photo
        return {key for (key,) in photo.select(photo.id).where(photo.id.in_(list(own))).tuples()}

    def _mentions(
        self, eraser: Eraser, gone: Mapping[str, Collection[int]]
    ) -> tuple[list[Mention], list[Mention]]:
        mentions, doubts = [], []
        for table, key, name, text in self._texts():
            if key in gone.get(table, ()):
                continue
            with_single = table not in NAMES_OF_THINGS
            if eraser.cleaned(text, with_single=with_single) != text:
                mentions.append(Mention(table, key, name, text))
            elif with_single and eraser.doubts(text):
                doubts.append(Mention(table, key, name, text))
        return mentions, doubts

    def _texts(self) -> Iterator[tuple[str, int, str, str]]:
        for model in self._tables.all():
            table = model._meta.table_name
            fields = [each for each in model._meta.sorted_fields if is_free_text(table, each)]
            if fields:
                query: Any = model.select(model.id, *fields)
                for key, *values in _stored(self._engine, query):
                    for each, value in zip(fields, values, strict=True):
                        if isinstance(value, str) and value:
                            yield table, key, each.name, value

    def _told_images(
        self, eraser: Eraser, own: Mapping[str, Collection[int]], photos: Collection[int]
    ) -> Iterator[int]:
        for kept, before, after in self._images:
            is_own = kept.key in own.get(kept.table, ()) or (kept.table == "photo" and kept.key in photos)
            refers = any(self._refers(kept.table, each) for each in (before, after))
            is_told = before is not None or after is not None
            if is_told and (is_own or refers or self._is_worded(eraser, kept.table, before, after)):
                yield kept.id

    def _is_worded(self, eraser: Eraser, table: str, *images: Image | None) -> bool:
        with_single = table not in NAMES_OF_THINGS
        return any(
            eraser.cleaned(value, with_single=with_single) != value
            for image in images
            for name, value in (image or {}).items()
            if isinstance(value, str) and _may_name(table, name)
        )

    def _refers(self, table: str, image: Image | None) -> bool:
        """Return whether an image names one of the people by the key."""
        if image is None:
            return False
        names = self._references.get(table, ())
        return any(image.get(name) in self._people for name in names) or self._is_party(table, image)

    def _is_party(self, table: str, image: Image) -> bool:
        keys = {str(person) for person in self._people}
        return table == "party" and image.get("kind") == "person" and image.get("key") in keys

    def _is_of_them(self, image: Image | None) -> bool:
        return image is not None and image.get("person") in self._people

    @property
    def _references(self) -> Mapping[str, tuple[str, ...]]:
        return {
            model._meta.table_name: tuple(
                each.name for each in model._meta.refs if each.rel_model is self._tables.Person
            )
            for model in self._tables.all()
        }

    def _told_steps(self, eraser: Eraser) -> Iterator[int]:
        step: Any = self._journal.step
        for number, template, plural, arguments in step.select(
            step.id, step.template, step.plural, step.arguments
        ).tuples():
            if any(eraser.cleaned(each or "") != (each or "") for each in (template, plural, arguments)):
                yield number


_OWNED = ("contact", "participation", "interpreter_pair", "assignment", "chair", "lead")
_OTHERS_OWN = frozenset({(table, name) for table in _PEOPLE for name in OWN_FIELDS})
"""The names, numbers and addresses of somebody else: never taken out, even where they read the same."""


def is_free_text(table: str, field: Any) -> bool:
    """Return whether somebody may be named in a field besides those whom it belongs to."""
    is_text = isinstance(field, LabelField) or type(field) in {pw.TextField, pw.CharField}
    return is_text and _may_name(table, field.name)


def _may_name(table: str, name: str) -> bool:
    if (table, name) in _OTHERS_OWN:
        return False
    noun = NOUNS.get(table)
    field = noun.by_name.get(name) if noun else None
    if field is None:
        return name not in _KEPT_CODES
    return isinstance(field.kind, Texts) or (isinstance(field.kind, Text) and not field.kind.is_code)


def _stored(engine: Engine, query: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a query as the database keeps them, labels as texts."""
    found: list[tuple[Any, ...]] = cast("Any", engine).execute(query).fetchall()
    return found


def _parsed(text: Any) -> Image | None:
    if not isinstance(text, str):
        return None
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def other_names(tables: Tables, people: Collection[int]) -> frozenset[str]:
    """Return the names, numbers and addresses of everybody else, as they are written."""
    found: set[str] = set()
    keys: tuple[tuple[Any, Any], ...] = (
        (tables.Person, tables.Person.id),
        (tables.Contact, tables.Contact.person),
    )
    for model, key in keys:
        query: Any = model.select().where(key.not_in(tuple(people)))
        for row in query:
            texts = {name: str(getattr(row, name, "") or "") for name in OWN_FIELDS}
            found |= {*filter(None, texts.values()), *Wording.of([texts]).whole}
    return frozenset(found)


def eraser_of(tables: Tables, traces: Traces, stand_ins: Mapping[Language, str] = STAND_INS) -> Eraser:
    """Return what takes the people of these traces out of a text."""
    return Eraser(traces.wording, other_names(tables, traces.people), common_words(), stand_ins)
