"""What lists say of the people of a delegation, in each of their languages, before anything is laid out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import Self

from alternat.documents.press.clusters import spread
from alternat.language.called import addressed_within, latin_name, listed_name
from alternat.language.catalogs import catalog
from alternat.language.formats import of_french
from alternat.language.label import GAP, Label, Language
from alternat.language.messages import Message, message
from alternat.language.scripts import unbroken
from alternat.language.vocabulary import heading, role_label
from alternat.models.people import Person
from alternat.nouns.delegations import Role
from alternat.nouns.people import Gender, is_feminine
from alternat.planning.roster import Delegate


class Grouping(StrEnum):
    """How the members of a delegation are put in order, after its head and deputy heads."""

    PRECEDENCE = "precedence"
    ENTITY = "entity"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one row says in one language; an empty text is not printed."""

    name: str
    role: str
    position: str
    entity: str


@dataclass(frozen=True, slots=True)
class Row:
    """One person, numbered within the delegation, with a cell for each language of the list."""

    number: int
    person: int
    cells: tuple[Cell, ...]
    is_head: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a delegation, with a text for each language of the list."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """The name of somebody whom a delegate stands for."""

    latin: str
    chinese: str
    honorific: Label
    gender: Gender = Gender.UNKNOWN

    @classmethod
    def of(cls, person: Person | Delegate) -> Self:
        """Return the name of a delegate, or of somebody who has a row and no part in the meeting."""
        return cls(latin_name(person), person.name_zh, person.honorific, person.gender)


@dataclass
class _Numbering:
    """The running number within one delegation."""

    last: int = field(default=0)

    def next(self) -> int:
        self.last += 1
        return self.last


Entry = Row | Heading

SUPPORT_STAFF = message("Support staff")
OBSERVERS = message("Observers")


def entries(
    delegates: Sequence[Delegate],
    named: dict[int, NamedPerson],
    languages: Sequence[Language],
    grouping: Grouping,
) -> tuple[Entry, ...]:
    """Return the rows and headings of one delegation: head, deputies, members, support staff, observers."""
    leaders = [each for each in delegates if each.role is Role.HEAD]
    leaders += [each for each in delegates if each.role is Role.DEPUTY_HEAD]
    support = [each for each in delegates if each.role.is_support]
    observers = [each for each in delegates if each.role is Role.OBSERVER]
    apart = {each.participation for each in (*leaders, *support, *observers)}
    members = [each for each in delegates if each.participation not in apart]
    writer = _Writer(named, languages, _Numbering())
    by_entity = grouping is Grouping.ENTITY
    return (
        *writer.rows(leaders),
        *(writer.by_entity(members) if by_entity else writer.rows(members)),
        *writer.under(SUPPORT_STAFF, support),
        *writer.under(OBSERVERS, observers, with_role=False),
    )


@dataclass(frozen=True)
class _Writer:
    named: dict[int, NamedPerson]
    languages: Sequence[Language]
    numbering: _Numbering

    def rows(
        self, delegates: Sequence[Delegate], *, with_role: bool = True, with_entity: bool = True
    ) -> Iterator[Entry]:
        for delegate in delegates:
            cells = tuple(
                self._cell(delegate, language, with_role=with_role, with_entity=with_entity)
                for language in self.languages
            )
            yield Row(self.numbering.next(), delegate.person, cells, delegate.role is Role.HEAD)

    def by_entity(self, delegates: Sequence[Delegate]) -> Iterator[Entry]:
        """Yield those of no entity first, then each entity in the order of the terms of reference."""
        by_number = sorted(delegates, key=lambda each: (each.entity is not None, each.entity_number))
        for entity, group in groupby(by_number, key=lambda each: each.entity):
            own = list(group)
            if entity is not None:
                yield Heading(tuple(own[0].entity_name.on_paper(language) for language in self.languages))
            yield from self.rows(own, with_entity=False)

    def under(
        self, title: Message, delegates: Sequence[Delegate], *, with_role: bool = True
    ) -> Iterator[Entry]:
        if delegates:
            yield Heading(tuple(catalog(language).say(title) for language in self.languages))
            yield from self.rows(delegates, with_role=with_role)

    def _cell(self, delegate: Delegate, language: Language, *, with_role: bool, with_entity: bool) -> Cell:
        position = delegate.position.on_paper(language)
        role = self._role(delegate, language) if with_role and delegate.role is not Role.MEMBER else ""
        return Cell(
            name=printed_name(NamedPerson.of(delegate), language),
            role="" if role.casefold() == position.casefold() else role,
            position=position,
            entity=delegate.entity_name.on_paper(language) if with_entity else "",
        )

    def _role(self, delegate: Delegate, language: Language) -> str:
        role = heading(role_label(delegate.role, delegate.gender)).on_paper(language)
        other = self.named.get(delegate.stands_for or 0)
        if delegate.role is not Role.DESIGNATED_OFFICER or other is None:
            return role
        name = name_in_sentence(other, language)
        name = of_french(name) if language is Language.FR else name
        return catalog(language).say(message("{role} for {name}", role=role, name=name))


def name_in_sentence(person: NamedPerson, language: Language) -> str:
    """Return a name with its form of address as running text has it: nothing is spaced to a column."""
    first, second = person.latin, person.chinese
    if language is Language.ZH:
        first, second = second, first
    title, own = person.honorific.text(language), is_feminine(person.gender)
    return unbroken(addressed_within(first or second, title, language, is_feminine=own) or GAP)


def printed_name(person: NamedPerson, language: Language) -> str:
    """Return a name with its form of address as a row of the list prints it.

    Where the script of the language has no form of the name, the other form stands, since it is the same
    name; a finding says so. Two-character Chinese names are spaced to the width of three.
    """
    honorific = person.honorific.text(language)
    name = listed_name(person.latin, person.chinese, honorific, language, spread)
    return name if language is Language.ZH else name or GAP
