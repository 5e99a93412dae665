"""What calendars must hear of: a session is written anew whenever something changes that a calendar shows.

Calendars are told its version (see `SessionPlan.sequence`), which grows with that.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from alternat.models.tables import Tables
from alternat.storage.changes import Change

SHOWN_FIELDS = ("day", "start", "minutes", "time_zone", "end_zone", "room", "title", "is_cancelled")
"""The fields of a session that a calendar shows (RFC 5545, 3.8.7.4: a significant revision)."""


def write_sessions(tables: Tables, change: Change, values: Mapping[int, Mapping[str, Any]]) -> None:
    """Inside a change, give sessions new field values, and count up those that calendars see differently."""
    rows = tables.Session.select().where(tables.Session.id.in_(list(values)))
    counted = {
        row.id: {**values[row.id], "sequence": row.sequence + 1}
        if _shows(row, values[row.id])
        else values[row.id]
        for row in rows
    }
    change.update(tables.Session, {**values, **counted})


def count_up(tables: Tables, change: Change, sessions: Iterable[int]) -> None:
    """Inside a change, count up sessions of which a calendar shows something else that has changed.

    That is what is kept in other rows: the name of the place, the agenda, the chairs, who takes part.
    """
    rows = tables.Session.select().where(tables.Session.id.in_(list(sessions)))
    counted = {row.id: {"sequence": row.sequence + 1} for row in rows}
    change.update(tables.Session, counted, reckoned=True)


def _shows(row: Any, values: Mapping[str, Any]) -> bool:
    now = {**{name: getattr(row, name) for name in SHOWN_FIELDS if name != "room"}, "room": row.room_id}
    return any(name in values and values[name] != now[name] for name in SHOWN_FIELDS)
