"""What the journal says of every row: its images from the first to the last, put together."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from alternat.storage.engines.guard import Engine
from alternat.storage.journal.chain import image_digest
from alternat.storage.journal.images import Image
from alternat.storage.journal.tables import JournalTables

_AT_A_TIME = 2_000
_COLUMNS = ("id", "step", "table", "key", "before", "after", "version", "digest", "is_erased")


@dataclass(frozen=True, slots=True)
class Kept:
    """One row image as the database keeps it; a damaged one may hold anything."""

    id: int
    step: Any
    table: Any
    key: Any
    before: Any
    after: Any
    version: Any
    digest: Any
    is_erased: Any

    @property
    def is_sound(self) -> bool:
        """Return whether it is what was written; of an erased one only the chain can tell."""
        if self.is_erased not in {0, 1}:
            return False
        if self.is_erased:
            return self.before is None and self.after is None
        try:
            told = image_digest(self.table, self.key, self.before, self.after, self.version)
        except TypeError:
            # Bytes where a text was written.
            return False
        return bool(told == self.digest)


@dataclass(frozen=True, slots=True)
class Known:
    """What the journal says of one row."""

    image: Image | None
    """The fields it has told of; None where the row is gone."""
    version: int | None
    """None where an early version of the program wrote it, and where the row is gone."""

    def after(self, kept: Kept) -> "Known":
        """Return what is known after one more image."""
        if kept.is_erased or not kept.is_sound:
            # What it told may have changed any field, so that none is known any more.
            return Known(None if kept.version is None else {}, kept.version)
        if kept.after is None:
            return Known(None, None)
        told: Image = json.loads(kept.after)
        if kept.before is None:
            return Known(told, kept.version)
        return replace(self, image={**(self.image or {}), **told}, version=kept.version)


_NOTHING = Known(None, None)


def kept_images(engine: Engine, tables: JournalTables, step: int | None = None) -> Iterator[Kept]:
    """Yield all row images, or those of a step, the oldest first, without trusting what they hold."""
    mark, last = engine.param, -1
    columns = ", ".join(f'"{column}"' for column in _COLUMNS)
    wanted = "" if step is None else f' AND "step" = {mark}'
    sql = (
        f'SELECT {columns} FROM "{tables.image._meta.table_name}" WHERE "id" > {mark}{wanted} '  # noqa: S608 - our own names
        f'ORDER BY "id" LIMIT {_AT_A_TIME}'
    )
    while True:
        rows = engine.execute_sql(sql, (last,) if step is None else (last, step)).fetchall()
        yield from (Kept(*row) for row in rows)
        if len(rows) < _AT_A_TIME:
            return
        last = rows[-1][0]


def known_rows(engine: Engine, tables: JournalTables) -> dict[tuple[str, int], Known]:
    """Return what the journal says of every row that it ever told of, by table and key."""
    known: dict[tuple[str, int], Known] = {}
    for kept in kept_images(engine, tables):
        if isinstance(kept.table, str) and isinstance(kept.key, int):
            place = kept.table, kept.key
            known[place] = known.get(place, _NOTHING).after(kept)
    return known
