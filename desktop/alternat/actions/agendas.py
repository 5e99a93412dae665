"""Verbs about the agenda of a session: its items in order, and who speaks first on each for a side."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from alternat.actions.attendance import require_own
from alternat.actions.fields import Fields, InvalidValue, checked, refuse_locked
from alternat.actions.sequences import count_up
from alternat.actions.verbs import verb
from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables
from alternat.nouns.programme import AGENDA_ITEM
from alternat.planning.precedence import moved_to
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace

Leads = Mapping[str, int]
"""The person who speaks first, by the code of the side."""

_SHOWN = frozenset({"text", "is_dropped"})
"""What a calendar shows of an item."""


@verb
def set_agenda(workspace: Workspace, session: int, items: Iterable[Fields]) -> Changes:
    """Replace the agenda of a session by new items, in order, without lead speakers."""
    tables = workspace.tables
    row = tables.Session.get_by_id(session)
    values = [_checked(tables, fields) for fields in items]
    with workspace.change(message("Set the agenda of {session}", session=row.title)) as change:
        change.delete(tables.AgendaItem, _items(tables, session))
        rows = [{**each, "session": session, "number": n} for n, each in enumerate(values, 1)]
        change.insert(tables.AgendaItem, rows)
        count_up(tables, change, [session])
    return change.result


@verb
def add_agenda_item(
    workspace: Workspace, session: int, fields: Fields, *, leads: Leads = MappingProxyType({})
) -> Changes:
    """Add an item at the end of a session's agenda, with the lead speakers given."""
    tables = workspace.tables
    values = _checked(tables, fields)
    number = len(_items(tables, session)) + 1
    sides = {side: require_own(tables, side, person) for side, person in leads.items()}
    with workspace.change(message("Add an agenda item")) as change:
        (item,) = change.insert(tables.AgendaItem, [{**values, "session": session, "number": number}])
        rows = [{"item": item, "side": sides[side], "person": person} for side, person in leads.items()]
        change.insert(tables.Lead, rows)
        count_up(tables, change, [session])
    return change.result


@verb
def change_agenda_item(workspace: Workspace, item: int, fields: Fields) -> Changes:
    """Change the text, the minutes or the topic of an agenda item, or drop it and take it up again.

    A dropped item keeps its place and its history; only print renumbers.
    """
    tables = workspace.tables
    row, values = tables.AgendaItem.get_by_id(item), _checked(tables, fields)
    with workspace.change(message("Change an agenda item")) as change:
        change.update(tables.AgendaItem, {item: values})
        if any(getattr(row, name) != value for name, value in values.items() if name in _SHOWN):
            count_up(tables, change, [row.session_id])
    return change.result


@verb
def remove_agenda_items(workspace: Workspace, items: Iterable[int]) -> Changes:
    """Remove agenda items with their lead speakers; the numbers behind them close up."""
    tables, ids = workspace.tables, list(items)
    with workspace.change(_removal(len(ids))) as change:
        sessions = {row.session_id for row in tables.AgendaItem.select().where(tables.AgendaItem.id.in_(ids))}
        change.delete(tables.AgendaItem, ids)
        for session in sorted(sessions):
            _number(tables, change, _items(tables, session))
        count_up(tables, change, sessions)
    return change.result


@verb
def move_agenda_item(workspace: Workspace, item: int, number: int) -> Changes:
    """Put an agenda item at a place of its agenda, counted from 1."""
    tables = workspace.tables
    session = tables.AgendaItem.get_by_id(item).session_id
    with workspace.change(message("Change the order of the agenda")) as change:
        order = _items(tables, session)
        _number(tables, change, moved_to(order, [item], number))
        if _items(tables, session) != order:
            count_up(tables, change, [session])
    return change.result


@verb
def set_lead(workspace: Workspace, item: int, side: str, person: int | None) -> Changes:
    """Let a person of a side speak first on an agenda item for it; None leaves the side without one."""
    tables = workspace.tables
    key = require_own(tables, side, person)
    with workspace.change(message("Change a lead speaker")) as change:
        lead: Any = tables.Lead
        rows = list(lead.select().where((lead.item == item) & (lead.side == key)))
        if person is None:
            change.delete(lead, [row.id for row in rows])
        elif rows:
            change.update(lead, {rows[0].id: {"person": person}})
        else:
            change.insert(lead, [{"item": item, "side": key, "person": person}])
    return change.result


def _removal(count: int) -> Message:
    return counted("Remove {count} agenda item", "Remove {count} agenda items", count)


def _items(tables: Tables, session: int) -> list[int]:
    item = tables.AgendaItem
    rows = item.select(item.id).where(item.session == session).order_by(item.number, item.id)
    return [row.id for row in rows]


def _number(tables: Tables, change: Change, order: Iterable[int]) -> None:
    numbers = {item: {"number": number} for number, item in enumerate(order, 1)}
    change.update(tables.AgendaItem, numbers, reckoned=True)


def _checked(tables: Tables, fields: Fields) -> dict[str, Any]:
    refuse_locked(AGENDA_ITEM, fields)
    values = checked(tables.AgendaItem, fields)
    topic = values.get("topic")
    if topic is not None and tables.Provision.get_or_none(tables.Provision.id == topic) is None:
        raise InvalidValue(field=AGENDA_ITEM.title("topic"), value=topic)
    return values
