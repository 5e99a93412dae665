"""The journal's own reading and writing: a step with its row images, what can be undone, and the history."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import peewee as pw

from alternat.language.messages import Message
from alternat.storage.engines.guard import Engine
from alternat.storage.journal.images import VERSION, Image, Stored, chunks
from alternat.storage.journal.labels import arguments_text, rebuilt
from alternat.storage.journal.ledger import Entry, Ledger
from alternat.storage.journal.rows import insert_values
from alternat.storage.journal.tables import JournalTables, Origin, Step, StepState


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One step of the history, as people read it."""

    number: int
    at: dt.datetime
    """When it was committed, with time zone UTC."""
    actor: str
    label: Message
    """The sentence of the change; for an undo or a redo, of the step it is about."""
    origin: Origin
    state: StepState
    reverts: int | None
    """For an undo or a redo: the number of the step it is about."""
    rows: int
    """How many rows it changed."""


class Journal:
    """The journal of one open workspace, as one actor writes and reads it."""

    def __init__(self, engine: Engine, tables: JournalTables, actor: str) -> None:
        self._engine, self._tables, self._actor = engine, tables, actor

    def record(
        self,
        label: Message,
        ledger: Ledger,
        *,
        origin: Origin = Origin.DONE,
        reverts: int | None = None,
        lasting: bool = False,
    ) -> int:
        """Write a step and its images in the open transaction and return its number."""
        step: Any = self._tables.step
        with self._engine.pen():
            if origin is Origin.DONE and not lasting:
                self._drop_undone()
            number = step.insert(
                at=dt.datetime.now(dt.UTC).replace(tzinfo=None),
                actor=self._actor,
                template=label.template,
                plural=label.plural,
                count=label.count,
                arguments=arguments_text(label),
                origin=origin,
                reverts=reverts,
                state=StepState.LASTING if lasting else StepState.DONE,
            ).execute()
        self._write_images(number, ledger)
        return int(number)

    def set_state(self, step: Step, state: StepState) -> None:
        """Note what can still be done with a step."""
        model: Any = self._tables.step
        with self._engine.pen():
            model.update(state=state).where(model.id == step.id).execute()

    def last_done(self, *, lock: bool = False) -> Step | None:
        """Return the actor's own step that an undo would take back."""
        return self._next(StepState.DONE, self._tables.step.id.desc(), lock=lock)

    def first_undone(self, *, lock: bool = False) -> Step | None:
        """Return the actor's own step that a redo would do again."""
        return self._next(StepState.UNDONE, self._tables.step.id.asc(), lock=lock)

    def entries(self, step: Step) -> Iterator[tuple[str, int, Entry]]:
        """Return table, key and images of every row that a step changed, in its order."""
        return self._entries(self._tables.image.step == step.id)

    def last_removed(self, table: str, keys: Iterable[int]) -> dict[int, Image]:
        """Return the image that each row had when it was last removed, its version with it."""
        image = self._tables.image
        images: dict[int, Image] = {}
        for part in chunks(keys):
            removed = (image.table == table, image.key.in_(part), image.after.is_null())
            query: Any = image.select(image.key, image.before).where(*removed).order_by(image.id).tuples()
            images |= {key: json.loads(before) for key, before in query if before is not None}
        return images

    def removals(self, table: str, field: str) -> dict[Stored, int]:
        """Return the versions that removals of a table's rows stand for, by the value that a field had."""
        image = self._tables.image
        removed = (image.table == table, image.after.is_null())
        rows: Any = image.select(image.before).where(*removed).order_by(image.id).tuples()
        images = (json.loads(before) for (before,) in rows)
        return {each[field]: int(each.get(VERSION, 0)) + 1 for each in images if field in each}

    def all_entries(self) -> Iterator[tuple[str, int, Entry]]:
        """Return every entry ever recorded, the oldest first: replayed, they give every row."""
        return self._entries()

    def history(self, limit: int) -> tuple[HistoryStep, ...]:
        """Return the latest steps of all actors, the latest first."""
        step, image = self._tables.step, self._tables.image
        counts: Any = image.select(pw.fn.COUNT(image.id)).where(image.step == step.id)
        query: Any = step.select(step, counts.alias("rows")).order_by(step.id.desc()).limit(limit)
        return tuple(_history_step(each) for each in query)

    def _entries(self, *wanted: Any) -> Iterator[tuple[str, int, Entry]]:
        image = self._tables.image
        fields = (image.table, image.key, image.before, image.after)
        query: Any = image.select(*fields).order_by(image.id).tuples()
        for table, key, before, after in query.where(*wanted) if wanted else query:
            yield table, key, Entry(_image(before), _image(after))

    def _next(self, state: StepState, order: Any, *, lock: bool) -> Step | None:
        step: Any = self._tables.step
        query = step.select().where(
            step.actor == self._actor, step.origin == Origin.DONE, step.state == state
        )
        if lock and self._engine.for_update:
            query = query.for_update()
        found: Step | None = query.order_by(order).first()
        return found

    def _drop_undone(self) -> None:
        step: Any = self._tables.step
        own = (step.actor == self._actor, step.state == StepState.UNDONE)
        step.update(state=StepState.DROPPED).where(*own).execute()

    def _write_images(self, number: int, ledger: Ledger) -> None:
        columns = ("step", "table", "key", "before", "after", "digest", "is_erased")
        rows = (_image_row(number, table, key, entry) for table, key, entry in ledger)
        insert_values(self._engine, self._tables.image, columns, rows)


def label_of(step: Step) -> Message:
    """Return the sentence that names a step."""
    row: Any = step
    return rebuilt(row.template, row.plural, row.count, row.arguments)


def _history_step(row: Any) -> HistoryStep:
    return HistoryStep(
        number=row.id,
        at=row.at.replace(tzinfo=dt.UTC),
        actor=row.actor,
        label=label_of(row),
        origin=row.origin,
        state=row.state,
        reverts=row.reverts,
        rows=row.rows,
    )


def _image(text: str | None) -> Image | None:
    return None if text is None else json.loads(text)


def _image_row(number: int, table: str, key: int, entry: Entry) -> tuple[Any, ...]:
    before, after = _text(entry.before), _text(entry.after)
    return (number, table, key, before, after, image_digest(table, key, before, after), False)


def image_digest(table: str, key: int, before: str | None, after: str | None) -> str:
    """Return the SHA-256 of one row's images as they are stored; it outlives an erased image."""
    told = json.dumps((table, key, before, after), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def _text(image: Image | None) -> str | None:
    return None if image is None else json.dumps(image, ensure_ascii=False, separators=(",", ":"))
