"""People of the dialogue who are not in the meeting in view, with the meetings they are known from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from peewee import JOIN

from alternat.language.called import NameForms, by_script
from alternat.language.label import Label
from alternat.models.tables import Tables


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who could be invited, or take another one's place."""

    id: int
    side: str
    name: str
    """In Latin letters as it prints, where the person has such a name."""
    name_zh: str
    position: Label
    entity: Label
    meetings: tuple[str, ...]
    """The references of the meetings the person took part in, the latest first."""


def people_not_in(tables: Tables, meeting: int, side: str = "") -> tuple[KnownPerson, ...]:
    """Return the people who are not in a meeting, of one side or of both, by side and name.

    Those who were at the latest meeting come first within their side.
    """
    person, entity, own_side, part = tables.Person, tables.Entity, tables.Side, tables.Participation
    present = part.select(part.person).where(part.meeting == meeting)
    query = (
        person.select(
            person.id,
            own_side.code,
            person.family,
            person.given,
            person.name_zh,
            person.printed_name,
            person.sort_key,
            person.name_order,
            person.position,
            entity.acronym,
            entity.name,
        )
        .join(own_side)
        .switch(person)
        .join(entity, JOIN.LEFT_OUTER)
        .where(person.id.not_in(present))
        .order_by(own_side.number, person.id)
    )
    if side:
        query = query.where(own_side.code == side)
    rows = cast("Iterable[tuple[Any, ...]]", query.tuples())
    meetings = _meetings(tables)
    people = [_known(row, meetings[row[0]]) for row in rows]
    return tuple(_latest_first(people))


def _known(row: tuple[Any, ...], meetings: list[str]) -> KnownPerson:
    key, side, *parts, position, acronym, entity = row
    name = NameForms(*parts)
    return KnownPerson(
        id=key,
        side=side,
        name="".join(by_script(name)[:1]),
        name_zh=name.name_zh,
        position=position,
        entity=acronym or entity or Label(),
        meetings=tuple(meetings),
    )


def _meetings(tables: Tables) -> defaultdict[int, list[str]]:
    part, meeting = tables.Participation, tables.Meeting
    query = (
        part.select(part.person, meeting.reference)
        .join(meeting)
        .order_by(meeting.year.desc(), meeting.id.desc())
        .tuples()
    )
    found: defaultdict[int, list[str]] = defaultdict(list)
    for person, reference in cast("Iterable[tuple[int, str]]", query):
        found[person].append(reference)
    return found


def _latest_first(people: Iterable[KnownPerson]) -> list[KnownPerson]:
    """Return the people of each side with those of the latest meeting first, otherwise in their order."""
    by_meeting = sorted(people, key=lambda each: each.meetings[:1], reverse=True)
    return sorted(by_meeting, key=lambda each: each.side)
