"""Checking a document: every row against the journal's images of it, the journal itself, and photographs.

Plain SQLite does not notice when a disk or a transfer changes a byte inside a value; this does. What it
reads may hold anything, so that nothing here trusts a type, and what cannot be read is damage too.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from alternat.language.messages import message
from alternat.models.base import Row
from alternat.models.tables import Tables
from alternat.storage.damage import Damage, DamagedRow, damaged_file, damaged_row
from alternat.storage.engines.guard import Engine
from alternat.storage.faults import StorageError
from alternat.storage.journal.chain import present_head
from alternat.storage.journal.images import CHUNK, VERSION, journalled_fields
from alternat.storage.journal.inspection import journal_damage
from alternat.storage.journal.replay import Known, known_rows
from alternat.storage.journal.steps import PHOTO
from alternat.storage.journal.stock import PHOTO_FACTS
from alternat.storage.journal.tables import JournalTables

_Known = Mapping[int, Known]


def verified(engine: Engine, tables: Tables, journal: JournalTables) -> tuple[DamagedRow, ...]:
    """Return all damage found; an empty tuple means that everything is as it was written."""
    told = _Told()
    parts: tuple[Callable[[], Iterator[DamagedRow]], ...] = (
        lambda: _pages(engine),
        lambda: _structure(engine, journal),
        lambda: journal_damage(engine, journal),
        lambda: _photos(engine, tables),
        lambda: _rows(engine, tables, told.read(engine, journal)),
        lambda: _references(tables),
        lambda: _keys(engine, tables, told),
    )
    found: dict[tuple[object, ...], DamagedRow] = {}
    for part in parts:
        for each in _readable(part):
            # A damaged photograph is told once.
            row = (each.table, each.key) if each.table == PHOTO else (len(found),)
            found.setdefault(row, each)
    return tuple(found.values())


class _Told:
    """What the journal says of every row, by table and key, once it has been read."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[int, Known]] = defaultdict(dict)

    def read(self, engine: Engine, journal: JournalTables) -> "_Told":
        for (table, key), known in known_rows(engine, journal).items():
            self.rows[table][key] = known
        return self


def _readable(part: Callable[[], Iterator[DamagedRow]]) -> Iterator[DamagedRow]:
    """Yield what a part finds; that it cannot read on is damage as well."""
    try:
        yield from part()
    except StorageError:
        words = message("A part of the file cannot be read. Restore its latest backup.")
        yield damaged_file(Damage.PAGES, words)


def _pages(engine: Engine) -> Iterator[DamagedRow]:
    for fault in engine.structural_faults():
        words = message("The file’s structure is broken: {fault}. Restore its latest backup.", fault=fault)
        yield damaged_file(Damage.PAGES, words)


def _structure(engine: Engine, journal: JournalTables) -> Iterator[DamagedRow]:
    head = present_head(journal)
    if head is not None and head.structure != engine.structure():
        words = message("The definition of a table is not as it was written. Restore its latest backup.")
        yield damaged_file(Damage.PAGES, words)


@dataclass(frozen=True, slots=True)
class _Stored:
    """One row as the database gives it."""

    version: Any
    values: dict[str, Any]


def _rows(engine: Engine, tables: Tables, told: _Told) -> Iterator[DamagedRow]:
    for model in tables.all():
        yield from _rows_of(engine, model, told.rows[model._meta.table_name])


def _rows_of(engine: Engine, model: type[Row], told: _Known) -> Iterator[DamagedRow]:
    table = model._meta.table_name
    stored, unreadable = _stored_rows(engine, model, told)
    for key in unreadable:
        yield damaged_row(Damage.CHANGED, table, key, told[key].image if key in told else None)
    for key in sorted({*told, *stored} - unreadable):
        row, known = stored.get(key), told.get(key)
        damage = Damage.UNTOLD if known is None else _damage(row, known)
        if damage:
            image = row.values if row else known.image if known else None
            yield damaged_row(damage, table, key, image)


def _damage(row: _Stored | None, known: Known) -> Damage | None:
    if known.image is None or row is None:
        if (known.image is None) == (row is None):
            return None
        return Damage.UNEXPECTED if row else Damage.MISSING
    if any(not _same(row.values[name], value) for name, value in known.image.items() if name in row.values):
        return Damage.CHANGED
    return Damage.VERSION if known.version not in {None, row.version} else None


def _same(stored: Any, told: Any) -> bool:
    # Dates come as such from a server.
    return bool(stored == told) or (isinstance(told, str) and str(stored) == told)


def _stored_rows(
    engine: Engine, model: type[Row], told: Collection[int]
) -> tuple[dict[int, _Stored], set[int]]:
    """Return all rows of a table, and the keys of those that cannot be read."""
    keys = sorted({key for (key,) in engine.execute_sql(f'SELECT "id" FROM {_quoted(model)}')} | set(told))  # noqa: S608 - our own names
    stored: dict[int, _Stored] = {}
    unreadable = set()
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        try:
            stored.update(_read(engine, model, part))
        except StorageError:
            unreadable |= _read_one_by_one(engine, model, part, stored)
    return stored, unreadable


def _read_one_by_one(
    engine: Engine, model: type[Row], keys: Collection[int], stored: dict[int, _Stored]
) -> set[int]:
    unreadable = set()
    for key in keys:
        try:
            stored.update(_read(engine, model, [key]))
        except StorageError:
            unreadable.add(key)
    return unreadable


def _read(engine: Engine, model: type[Row], keys: Collection[int]) -> dict[int, _Stored]:
    fields = _compared(model)
    columns = ", ".join(f'"{column}"' for column in ("id", VERSION, *fields.values()))
    marks = ", ".join([engine.param] * len(keys))
    sql = f'SELECT {columns} FROM {_quoted(model)} WHERE "id" IN ({marks})'  # noqa: S608 - our own names
    return {
        key: _Stored(version, dict(zip(fields, values, strict=True)))
        for key, version, *values in engine.execute_sql(sql, tuple(keys)).fetchall()
    }


def _compared(model: type[Row]) -> dict[str, str]:
    """Return the columns of the fields that the journal tells of; photographs are hashed apart."""
    fields = {field.name: field.column_name for field in journalled_fields(model)}
    return {name: fields[name] for name in PHOTO_FACTS} if model._meta.table_name == PHOTO else fields


def _references(tables: Tables) -> Iterator[DamagedRow]:
    for model in tables.all():
        table = model._meta.table_name
        for reference in _references_of(model):
            target: Any = reference.rel_model.alias()
            query: Any = model.select(model.id).where(
                reference.is_null(is_null=False), reference.not_in(target.select(target.id))
            )
            for (key,) in query.tuples():
                yield damaged_row(Damage.DANGLING, table, key)


def _references_of(model: type[Row]) -> tuple[Any, ...]:
    return tuple(model._meta.refs)


def _photos(engine: Engine, tables: Tables) -> Iterator[DamagedRow]:
    photo = tables.Photo
    for (key,) in engine.execute_sql(f'SELECT "id" FROM {_quoted(photo)} ORDER BY "id"').fetchall():  # noqa: S608 - our own names
        # One at a time: all photographs together may not fit in memory.
        if not _is_whole(engine, photo, key):
            yield damaged_row(Damage.PHOTO, PHOTO, key)


def _is_whole(engine: Engine, photo: type[Row], key: int) -> bool:
    sql = f'SELECT "digest", "content" FROM {_quoted(photo)} WHERE "id" = {engine.param}'  # noqa: S608 - our own names
    try:
        digest, content = engine.execute_sql(sql, (key,)).fetchone()
        return bool(hashlib.sha256(content).hexdigest() == digest)
    except (StorageError, TypeError):
        return False


def _keys(engine: Engine, tables: Tables, told: _Told) -> Iterator[DamagedRow]:
    last = engine.last_keys()
    if last is None:
        return
    for model in tables.all():
        table = model._meta.table_name
        given = last.get(table, 0)
        if not isinstance(given, int) or given < max(told.rows[table], default=0):
            words = message("The file has forgotten which keys it gave to the table {table}.", table=table)
            yield damaged_file(Damage.KEYS, words, table=table)


def _quoted(model: type[Row]) -> str:
    return f'"{model._meta.table_name}"'
