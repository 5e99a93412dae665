"""Verbs about places in a delegation that are still to be filled."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from alternat.actions.verbs import verb
from alternat.language.messages import counted
from alternat.models.tables import Tables
from alternat.nouns.vacancies import VACANCY
from alternat.planning.imports import VacantSeat
from alternat.planning.rows import require
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace


def keep_vacancies(tables: Tables, change: Change, meeting: int, seats: Iterable[VacantSeat]) -> None:
    """Keep the places of a list that the meeting does not have yet; a list sent again adds none."""
    table: Any = tables.Vacancy
    sides = {side.code: side.id for side in tables.Side.select()}
    there = Counter(
        _key(row.side_id, row.entity_id, row.role, row.position, row.note)
        for row in table.select().where(table.meeting == meeting)
    )
    added = []
    for seat in seats:
        if seat.side not in sides:
            continue
        key = _key(sides[seat.side], seat.entity, seat.role, seat.position, seat.text)
        if there[key]:
            there[key] -= 1
            continue
        values = {"side": sides[seat.side], "entity": seat.entity, "role": seat.role}
        added.append({"meeting": meeting, **values, "position": seat.position, "note": seat.text})
    change.insert(table, added)


@verb
def remove_vacancies(workspace: Workspace, vacancies: Iterable[int]) -> Changes:
    """Remove vacant seats by their numbers, as when somebody has been named; else an `UnknownRow`."""
    tables = workspace.tables
    numbers = require(tables, VACANCY, vacancies)
    label = counted("Remove {count} vacant seat", "Remove {count} vacant seats", len(numbers))
    with workspace.change(label) as change:
        change.delete(tables.Vacancy, numbers)
    return change.result


def _key(*values: object) -> tuple[object, ...]:
    return values
