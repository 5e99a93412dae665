"""What the rules of the programme look at, read once and frozen: sessions, pairs, sub-groups, marked days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from alternat.language.label import Label
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.planning.calendar import DayMark, MarkKind, day_marks
from alternat.planning.consents import ConsentSubject, agreements
from alternat.planning.interpretation import Pairs, interpreter_pairs
from alternat.planning.programme import Programme, read_programme
from alternat.planning.severities import NONE_LOWERED, LoweredCodes, read_lowered

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class SubGroupStanding:
    """How far a sub-group has come: whose consent it lacks, and which side has no entity in it."""

    id: int
    name: Label
    consent_missing: tuple[str, ...]
    """Codes of sides."""
    counterpart_missing: tuple[str, ...]
    """Codes of sides."""


@dataclass(frozen=True, slots=True)
class ClashContext:
    """Everything that the rules look at; nothing else decides about a finding."""

    programme: Programme
    sides: Mapping[str, Label]
    """The country of each side by its code, in the dialogue's own order."""
    pairs: Pairs = field(default_factory=lambda: MappingProxyType({}))
    subgroups: Mapping[int, SubGroupStanding] = field(default_factory=lambda: MappingProxyType({}))
    marks: Mapping[date, tuple[DayMark, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Days off and dates to avoid around the meeting."""
    lowered: LoweredCodes = field(default_factory=lambda: NONE_LOWERED)


def read_context(tables: Tables, meeting: int) -> ClashContext:
    """Return what the rules look at, as it stands in the workspace."""
    programme = read_programme(tables, meeting)
    sides = {row.code: row.country for row in tables.Side.select().order_by(tables.Side.number)}
    return ClashContext(
        programme=programme,
        sides=MappingProxyType(sides),
        pairs=interpreter_pairs(tables),
        subgroups=MappingProxyType(_subgroups(tables, programme)),
        marks=MappingProxyType(_marks(tables, programme)),
        lowered=read_lowered(tables),
    )


def marked_span(programme: Programme) -> tuple[date, date] | None:
    """Return the first and the last of the days whose marks the context of a programme holds."""
    days = [each.day for each in programme.sessions.values()]
    days += [day for day in (programme.starts, programme.ends) if day is not None]
    return (min(days) - _WEEK, max(days) + _WEEK) if days else None


def _subgroups(tables: Tables, programme: Programme) -> dict[int, SubGroupStanding]:
    table = tables.SubGroup
    rows = [row for row in table.select() if row.meeting_id in {None, programme.meeting}]
    used = {row.id for row in rows}
    words = agreements(tables, ConsentSubject.SUBGROUP, used)
    sitting = _sides_sitting(tables, used)
    return {
        row.id: SubGroupStanding(
            row.id,
            row.name,
            () if words[row.id].is_complete else words[row.id].missing or words[row.id].sides,
            tuple(code for code in words[row.id].sides if code not in sitting[row.id]),
        )
        for row in rows
    }


def _sides_sitting(tables: Tables, subgroups: Iterable[int]) -> dict[int, set[str]]:
    link: Any = tables.SubGroupEntity
    entity, side = tables.Entity, tables.Side
    rows = link.select(link.subgroup, side.code).join(entity, on=link.entity == entity.id)
    found: dict[int, set[str]] = defaultdict(set)
    joined = rows.join(side, on=entity.side == side.id).where(link.subgroup.in_(sorted(subgroups)))
    for subgroup, code in tuples(joined):
        found[subgroup].add(code)
    return found


def _marks(tables: Tables, programme: Programme) -> dict[date, tuple[DayMark, ...]]:
    """Return the marks of the days to which sessions may move: those there are, and a week around them."""
    span = marked_span(programme)
    if span is None:
        return {}
    found: dict[date, list[DayMark]] = defaultdict(list)
    for mark in day_marks(tables, *span):
        if mark.kind in {MarkKind.HOLIDAY, MarkKind.AVOID}:
            found[mark.day].append(mark)
    return {day: tuple(marks) for day, marks in found.items()}
