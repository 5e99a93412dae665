"""Writing: the hand that a block of `Workspace.change` writes with, and the frozen value it leaves."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from alternat.errors import AlternatError
from alternat.language.messages import Message, mark
from alternat.models.base import Row
from alternat.models.tables import Tables
from alternat.nouns.all import NOUNS
from alternat.storage.engines.guard import Engine
from alternat.storage.faults import ValueUnfit
from alternat.storage.journal.images import (
    Image,
    Standing,
    chunks,
    complete_image,
    partial_image,
    standing_rows,
)
from alternat.storage.journal.ledger import Entry, Ledger
from alternat.storage.journal.rows import delete_rows, insert_rows, update_rows
from alternat.storage.journal.tables import Origin
from alternat.storage.naming import enumerated, row_name
from alternat.storage.sight import Sight

__all__ = ["Change", "Changes", "ConflictError", "Origin", "RowChange", "RowKind"]


_OWNING = ("session", "item", "outcome", "earlier")
"""The references of rows that are a part of another row: of a session, an agenda item or an outcome."""


class RowKind(StrEnum):
    """What happened to a row."""

    INSERTED = "inserted"
    UPDATED = "updated"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that a commit changed."""

    table: str
    key: int
    kind: RowKind
    owners: tuple[tuple[str, int], ...] = field(default=(), compare=False)
    """The rows that it is or was a part of, by the name of the reference: always of a new or a removed row,
    of an updated one only where the reference itself changed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What one commit changed; false when it changed nothing."""

    step: int | None
    """The journal's number of the step; None when nothing changed."""
    label: Message
    origin: Origin
    rows: tuple[RowChange, ...]
    is_remote: bool = False
    """Whether another desk made the step."""

    @classmethod
    def of(
        cls,
        ledger: Ledger,
        step: int | None,
        label: Message,
        origin: Origin = Origin.DONE,
        *,
        is_remote: bool = False,
    ) -> "Changes":
        """Return what a ledger holds."""
        rows = tuple(RowChange(table, key, _kind(entry), _owners(entry)) for table, key, entry in ledger)
        return cls(step if rows else None, label, origin, rows, is_remote)

    def __bool__(self) -> bool:
        return bool(self.rows)

    def inserted(self, table: str) -> tuple[int, ...]:
        """Return the keys of the new rows of a table, in the order in which they were written."""
        return tuple(row.key for row in self.rows if row.table == table and row.kind is RowKind.INSERTED)

    def touches(self, *tables: str) -> bool:
        """Return whether a row of any of the tables changed."""
        return any(row.table in tables for row in self.rows)


class ConflictError(AlternatError):
    """Somebody has changed or removed rows since they were read."""

    template = mark(
        "This has been changed by somebody else since: {rows}. Look at the new values, then change it again."
    )

    def __init__(self, rows: tuple[tuple[str, int], ...], names: Message) -> None:
        super().__init__(rows=names)
        self.rows = rows
        """The table and the key of each row."""


class RowRemoved(ConflictError):
    """Somebody has removed what was to be changed."""

    template = mark("This has been removed by somebody else since: {rows}. Look at what is there now.")


class Change:
    """Writes rows inside the open block, and keeps account of them."""

    def __init__(self, engine: Engine, tables: Tables, sight: Sight | None = None) -> None:
        self._sight = sight
        self.ledger = Ledger()
        self._engine, self._tables = engine, tables
        self._result: Changes | None = None
        self._fault: AlternatError | None = None

    @property
    def result(self) -> Changes:
        """Return what the block changed, once it has ended."""
        if self._result is None:
            raise RuntimeError("the block has not ended, or it was rolled back")
        return self._result

    def finish(self, step: int | None, label: Message) -> None:
        """Close the account; called at the end of the block."""
        self._result = Changes.of(self.ledger, step, label)

    def require_whole(self) -> None:
        """Raise what kept one of the block's writes from being made, even if the block went on."""
        if self._fault is not None:
            raise self._fault

    def absorb(self, inner: "Change") -> None:
        """Add the account of a block inside this one."""
        self.ledger.absorb(inner.ledger)

    def insert(self, model: type[Row], rows: Iterable[Mapping[str, Any]]) -> tuple[int, ...]:
        """Write new rows of Python values and return their keys; fields left out take their defaults."""
        self._refuse_photos(model)
        with self._fitting():
            images = [complete_image(model, row) for row in rows]
        table = model._meta.table_name
        keys = tuple(self._engine.new_keys(table, len(images)))
        new = dict(zip(keys, images, strict=True))
        with self._all_or_nothing():
            insert_rows(self._engine, model, {key: (1, image) for key, image in new.items()})
        for key, image in new.items():
            self.ledger.inserted(table, key, image)
        return keys

    def update(
        self,
        model: type[Row],
        values: Mapping[int, Mapping[str, Any]],
        *,
        seen: Mapping[int, int] | None = None,
        reckoned: bool = False,
    ) -> None:
        """Change fields of rows, by key; each changed row's version grows by one, equal values are left.

        `seen` gives the versions that the person was looking at: another one is a `ConflictError`, and so
        is, in a verb, a row that another desk has changed since this one last looked. `reckoned` values
        (counters, places, numbers) were worked out in this block from the rows as they stand, so that they
        overwrite nothing.
        """
        self._refuse_photos(model)
        standing = standing_rows(self._engine, model, values, lock=True)
        self._refuse_stale(model, values, standing, seen or {})
        if not reckoned:
            self._refuse_unseen(model, standing)
        changed = {}
        for key, fields in values.items():
            with self._fitting():
                now, wanted = standing[key].image, partial_image(model, fields)
            after = {name: value for name, value in wanted.items() if now[name] != value}
            if after:
                changed[key] = after
                before = {name: now[name] for name in after}
                self.ledger.updated(model._meta.table_name, key, before, after)
        with self._all_or_nothing():
            update_rows(self._engine, model, changed)

    def delete(self, model: type[Row], keys: Collection[int]) -> None:
        """Remove rows and those that cannot be without them; other references that may be empty become so.

        Rows that are already gone are passed over.
        """
        self._refuse_photos(model)
        for part in chunks(keys):
            self._release(model, part)
            standing = standing_rows(self._engine, model, part, lock=True)
            self._refuse_unseen(model, standing)
            for key, row in standing.items():
                self.ledger.deleted(model._meta.table_name, key, row)
            with self._all_or_nothing():
                delete_rows(self._engine, model, part)

    def keep_photo(self, *, content: bytes, media_type: str, width: int, height: int) -> int:
        """Keep a photograph, once by its hash, and return its key; the journal only sees references to it."""
        photo: Any = self._tables.Photo
        digest = hashlib.sha256(content).hexdigest()
        same: Any = photo.select(photo.id).where(photo.digest == digest)
        known = same.scalar()
        if known is not None:
            return int(known)
        facts: Image = {"digest": digest, "media_type": media_type, "width": width, "height": height}
        with self._engine.pen():
            photo.insert(content=content, **facts).on_conflict(
                action="nothing", conflict_target=(photo.digest,)
            ).execute()
        key = int(same.scalar())
        self.ledger.kept(photo._meta.table_name, key, facts)
        return key

    def _release(self, model: type[Row], keys: Sequence[int]) -> None:
        """Take care of the rows that refer to rows about to go."""
        for child in self._tables.all():
            for reference in child._meta.refs:
                if reference.rel_model is not model:
                    continue
                query: Any = child.select(child.id).where(reference.in_(keys)).tuples()
                referring = [key for (key,) in query]
                hangs = NOUNS[child._meta.table_name].hangs_on(reference.name)
                if referring and reference.null and not hangs:
                    self.update(child, {key: {reference.name: None} for key in referring})
                elif referring:
                    self.delete(child, referring)

    def _refuse_stale(
        self,
        model: type[Row],
        keys: Iterable[int],
        standing: Mapping[int, Standing],
        seen: Mapping[int, int],
    ) -> None:
        table = model._meta.table_name
        stale = [
            key
            for key in keys
            if key not in standing or standing[key].version != seen.get(key, standing[key].version)
        ]
        self._refuse(table, stale, standing)
        if self._sight is not None:
            self._sight.settle(table, seen)

    def _refuse_unseen(self, model: type[Row], standing: Mapping[int, Standing]) -> None:
        if self._sight is not None:
            table = model._meta.table_name
            self._refuse(table, self._sight.unseen(table, standing), standing)

    def _refuse(self, table: str, stale: Sequence[int], standing: Mapping[int, Standing]) -> None:
        if stale:
            gone = dict(self._sight.removed(table)) if self._sight is not None else {}
            names = [
                row_name(table, key, standing[key].image if key in standing else gone.get(key))
                for key in stale
            ]
            raise ConflictError(tuple((table, key) for key in stale), enumerated(names))

    @contextmanager
    def _fitting(self) -> Iterator[None]:
        try:
            yield
        except ValueError as fault:
            raise ValueUnfit(place=self._engine.address, reason=str(fault)) from fault

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        try:
            yield
        except AlternatError as fault:
            # Some of the rows may be written; whoever swallows this must not get them committed.
            self._fault = fault
            raise

    def _refuse_photos(self, model: type[Row]) -> None:
        if model is self._tables.Photo:
            raise TypeError("photographs are kept with keep_photo and never changed")


def _kind(entry: Entry) -> RowKind:
    """Return what an entry of the ledger did to its row."""
    if entry.before is None:
        return RowKind.INSERTED
    return RowKind.DELETED if entry.after is None else RowKind.UPDATED


def _owners(entry: Entry) -> tuple[tuple[str, int], ...]:
    """Return what a row is or was a part of, as far as its entry tells."""
    images = [image for image in (entry.before, entry.after) if image is not None]
    references = ((name, image.get(name)) for name in _OWNING for image in images)
    return tuple((name, key) for name, key in references if isinstance(key, int))
