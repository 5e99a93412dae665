"""Checking a document: every row against the journal's last image of it, and every photograph by its hash.

Plain SQLite does not notice when a disk or a transfer changes a byte inside a value; this does.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from alternat.language.messages import Message, message
from alternat.models.base import Row
from alternat.models.tables import Tables
from alternat.storage.engines.guard import Engine
from alternat.storage.journal.images import Image, Standing, standing_rows
from alternat.storage.journal.steps import Journal
from alternat.storage.naming import row_name


class Damage(StrEnum):
    """What is wrong with a row."""

    CHANGED = "changed"
    """It differs from what was last written."""
    MISSING = "missing"
    UNEXPECTED = "unexpected"
    """It is there although it was removed."""
    DANGLING = "dangling"
    """It refers to a row that is not there."""
    PHOTO = "photo"
    """The photograph is not the one that was kept."""
    PAGES = "pages"
    """The file's own structure is broken."""


@dataclass(frozen=True, slots=True)
class DamagedRow:
    """One thing that is not as it was written."""

    damage: Damage
    table: str
    """Empty for the file as a whole."""
    key: int
    message: Message


def verified(engine: Engine, tables: Tables, journal: Journal) -> tuple[DamagedRow, ...]:
    """Return all damage found; an empty tuple means that everything is as it was written."""
    return (
        *_pages(engine),
        *_rows(engine, tables, journal),
        *_references(tables),
        *_photos(tables),
    )


def _pages(engine: Engine) -> Iterator[DamagedRow]:
    for fault in engine.structural_faults():
        words = message("The file’s structure is broken: {fault}. Restore its latest backup.", fault=fault)
        yield DamagedRow(Damage.PAGES, "", 0, words)


def _rows(engine: Engine, tables: Tables, journal: Journal) -> Iterator[DamagedRow]:
    for table, images in _last_images(journal).items():
        standing = standing_rows(engine, tables.named(table), images)
        for key, image in images.items():
            damage = _damage(standing.get(key), image)
            if damage:
                now = standing[key].image if key in standing else image
                yield DamagedRow(damage, table, key, _in_words(damage, row_name(table, key, now)))


def _last_images(journal: Journal) -> dict[str, dict[int, Image | None]]:
    last: dict[str, dict[int, Image | None]] = {}
    for table, key, entry in journal.all_entries():
        rows = last.setdefault(table, {})
        before = rows.get(key)
        rows[key] = None if entry.after is None else {**(before or {}), **entry.after}
    return last


def _damage(standing: Standing | None, image: Image | None) -> Damage | None:
    if image is None:
        return Damage.UNEXPECTED if standing else None
    if standing is None:
        return Damage.MISSING
    now = standing.image
    same = all(now[name] == value for name, value in image.items() if name in now)
    return None if same else Damage.CHANGED


def _references(tables: Tables) -> Iterator[DamagedRow]:
    for model in tables.all():
        table = model._meta.table_name
        for reference in _references_of(model):
            target: Any = reference.rel_model.alias()
            query: Any = model.select(model.id).where(
                reference.is_null(is_null=False), reference.not_in(target.select(target.id))
            )
            for (key,) in query.tuples():
                words = _in_words(Damage.DANGLING, row_name(table, key, None))
                yield DamagedRow(Damage.DANGLING, table, key, words)


def _references_of(model: type[Row]) -> tuple[Any, ...]:
    return tuple(model._meta.refs)


def _photos(tables: Tables) -> Iterator[DamagedRow]:
    photo: Any = tables.Photo
    for (key,) in photo.select(photo.id).tuples():
        # One at a time: all photographs together may not fit in memory.
        digest, content = photo.select(photo.digest, photo.content).where(photo.id == key).tuples().get()
        if hashlib.sha256(content).hexdigest() != digest:
            words = _in_words(Damage.PHOTO, row_name("photo", key, None))
            yield DamagedRow(Damage.PHOTO, "photo", key, words)


def _in_words(damage: Damage, row: Message) -> Message:
    templates = {
        Damage.CHANGED: message("Not as it was last written: {row}. Compare it with a backup.", row=row),
        Damage.MISSING: message("Missing, although it was never removed: {row}.", row=row),
        Damage.UNEXPECTED: message("Still there, although it was removed: {row}.", row=row),
        Damage.DANGLING: message("Refers to an entry that is not there: {row}.", row=row),
        Damage.PHOTO: message("The picture is damaged: {row}. Add it again.", row=row),
    }
    return templates[damage]
