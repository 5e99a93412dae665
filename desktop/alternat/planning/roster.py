"""The delegations of a meeting as frozen values, in their order of precedence, read in one query."""

from dataclasses import dataclass

from peewee import JOIN

from alternat.language.label import Label
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.people import Gender, NameOrder


@dataclass(frozen=True, slots=True)
class Delegate:
    """One participant with all that may print of the person, the entity and the part in the meeting."""

    person: int
    participation: int
    side: str
    side_number: int
    entity: int | None
    entity_number: int
    entity_name: Label
    entity_acronym: Label
    family: str
    given: str
    name_zh: str
    sort_key: str
    printed_name: str
    name_order: NameOrder
    honorific: Label
    position: Label
    gender: Gender
    languages: tuple[str, ...]
    photo: int | None
    role: Role
    status: ParticipationStatus
    place: int
    stands_for: int | None
    serial: int
    token: str


def roster(
    tables: Tables, meeting: int, *, side: str | None = None, attending_only: bool = True
) -> tuple[Delegate, ...]:
    """Return the delegates of a meeting by side and place of precedence.

    `side` is a side's code; without it both sides come in the dialogue's own order. `attending_only`
    leaves out those who declined, were replaced or withdrew.
    """
    person, part, entity, own_side = tables.Person, tables.Participation, tables.Entity, tables.Side
    query = (
        part.select(
            person.id,
            part.id,
            own_side.code,
            own_side.number,
            entity.id,
            entity.number,
            entity.name,
            entity.acronym,
            person.family,
            person.given,
            person.name_zh,
            person.sort_key,
            person.printed_name,
            person.name_order,
            person.honorific,
            person.position,
            person.gender,
            person.languages,
            person.photo,
            part.role,
            part.status,
            part.place,
            part.stands_for,
            part.serial,
            part.token,
        )
        .join(person, on=part.person == person.id)
        .join(own_side, on=person.side == own_side.id)
        .switch(person)
        .join(entity, JOIN.LEFT_OUTER, on=person.entity == entity.id)
        .where(part.meeting == meeting)
        .order_by(own_side.number, part.place, part.id)
    )
    if side is not None:
        query = query.where(own_side.code == side)
    if attending_only:
        attending = [status for status in ParticipationStatus if status.is_attending]
        query = query.where(part.status.in_(attending))
    return tuple(_delegate(row) for row in tuples(query))


def _delegate(row: tuple[object, ...]) -> Delegate:
    values = list(row)
    values[5] = values[5] or 0
    values[6], values[7] = values[6] or Label(), values[7] or Label()
    return Delegate(*values)  # type: ignore[arg-type]
