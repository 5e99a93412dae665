"""Which sessions a change has touched, by the rows that it wrote: their own and those that hang on them."""

from collections.abc import Iterable
from typing import Any, Protocol

from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.all import below

SESSION_TABLES = frozenset({"session"}) | below("session")
"""A session's own table and those of what belongs to it."""


class TouchedRow(Protocol):
    """A row that a commit, an undone or a redone step wrote; `storage.changes.RowChange` is one."""

    @property
    def table(self) -> str:
        """The name of its table."""

    @property
    def key(self) -> int:
        """Its key."""

    @property
    def owners(self) -> tuple[tuple[str, int], ...]:
        """The rows that it is or was a part of, by the name of the reference; of a removed row, all."""


def touched_sessions(tables: Tables, rows: Iterable[TouchedRow]) -> frozenset[int]:
    """Return the ids of the sessions that the rows are, or were, a part of; some may be gone.

    A removed row tells itself what it was a part of; what is still there is looked up.
    """
    found: set[int] = set()
    parts: dict[str, set[int]] = {name: set() for name in SESSION_TABLES}
    items: set[int] = set()
    for row in rows:
        if row.table not in SESSION_TABLES:
            continue
        parts[row.table].add(row.key)
        found.update(key for name, key in row.owners if name == "session")
        items.update(key for name, key in row.owners if name == "item")
    found |= parts["session"]
    items |= parts["agenda_item"] | _owners(tables.Lead, tables.Lead.item, parts["lead"])
    found |= _owners(tables.AgendaItem, tables.AgendaItem.session, items)
    for model in (tables.Chair, tables.Party, tables.Assignment):
        found |= _owners(model, model.session, parts[model._meta.table_name])
    return frozenset(found)


def _owners(model: Any, reference: Any, keys: set[int]) -> set[int]:
    if not keys:
        return set()
    return {owner for (owner,) in tuples(model.select(reference).where(model.id.in_(sorted(keys))))}
