"""Places in the delegations of a meeting that are still to be filled."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from alternat.language.label import Label
from alternat.language.messages import counted, message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.delegations import Role
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class VacantPlace:
    """One place, as it is listed."""

    id: int
    side: str
    entity: str
    role: Role
    position: Label
    note: str
    entity_id: int | None = None


def vacant_places(tables: Tables, meeting: int, side: str | None = None) -> tuple[VacantPlace, ...]:
    """Return the places of a meeting, or of one side's delegation, by side and in the order of the list."""
    vacancy: Any = tables.Vacancy
    own_side, entity = tables.Side, tables.Entity
    query = (
        vacancy.select(
            vacancy.id,
            own_side.code,
            entity.code,
            vacancy.role,
            vacancy.position,
            vacancy.note,
            vacancy.entity,
        )
        .join(own_side, on=vacancy.side == own_side.id)
        .switch(vacancy)
        .join(entity, JOIN.LEFT_OUTER, on=vacancy.entity == entity.id)
        .where(vacancy.meeting == meeting)
        .order_by(own_side.number, vacancy.id)
    )
    rows = (VacantPlace(number, code, unit or "", *rest) for number, code, unit, *rest in tuples(query))
    return tuple(row for row in rows if side in {None, row.side})


def check_vacancies(tables: Tables, meeting: int) -> Iterator[Finding]:
    """Yield a finding for each delegation that has places still to be filled."""
    places = vacant_places(tables, meeting)
    for side in tables.Side.select().order_by(tables.Side.number):
        if count := sum(place.side == side.code for place in places):
            yield Finding(
                "vacant-seats",
                Severity.NOTES,
                Subject(SubjectKind.SIDE, side.id),
                counted(
                    "{delegation}: {count} place still to be filled.",
                    "{delegation}: {count} places still to be filled.",
                    count,
                    delegation=side.delegation_name,
                ),
                Fix(message("Show the delegation"), "delegation"),
            )
