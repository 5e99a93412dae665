"""The journal's own reading and writing: a step with its row images, what can be undone, and the history."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import peewee as pw

from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message
from alternat.models.base import DamagedText
from alternat.storage.engines.guard import Engine
from alternat.storage.faults import DamagedDialogue, StorageError
from alternat.storage.journal.chain import base_digest, held_head, image_digest, lengthen, words_digest
from alternat.storage.journal.images import VERSION, Image, Stored, chunks
from alternat.storage.journal.labels import arguments_text, rebuilt
from alternat.storage.journal.ledger import Entry, Ledger
from alternat.storage.journal.replay import kept_images
from alternat.storage.journal.rows import insert_values
from alternat.storage.journal.tables import JournalTables, Origin, Step, StepState

BASE = 0
"""The step's number of images that no step wrote."""
PHOTO = "photo"
"""The table of photographs, which are written down to be checked and stay whatever is taken back."""
_UNTOUCHED = Entry({}, {})
"""A row that is as it was, but for its version."""
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)
"""What reading a damaged value raises."""
_DAMAGED_STEP = message("This step is damaged and cannot be read")
_NO_TIME = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class DamagedStep(AlternatError):
    """What the history keeps of a step is not what was written."""

    template = mark(
        "“{step}” cannot be taken back or done again, because the history of this step is damaged. "
        "Nothing was changed; compare the dialogue with a backup."
    )


class StepErased(AlternatError):
    """What a step changed was erased with people, so that nothing can bring it back."""

    template = mark(
        "“{step}” cannot be taken back, since people it told of were erased; nor can what was done before it."
    )


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
    """The journal of one open workspace, as one actor at one desk writes and reads it."""

    def __init__(self, engine: Engine, tables: JournalTables, actor: str, desk: str = "") -> None:
        self._engine, self._tables, self._actor, self._desk = engine, tables, actor, desk

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
        head = held_head(self._engine, self._tables)
        words = (label.template, label.plural, label.count, arguments_text(label))
        new = step(
            at=dt.datetime.now(dt.UTC).replace(tzinfo=None),
            actor=self._actor,
            desk=self._desk,
            template=label.template,
            plural=label.plural,
            count=label.count,
            arguments=words[-1],
            origin=origin,
            reverts=reverts,
            state=StepState.LASTING if lasting else StepState.DONE,
            words_digest=words_digest(*words),
        )
        with self._engine.pen():
            if origin is Origin.DONE and not lasting:
                self._drop_undone()
            new.save(force_insert=True)
        lengthen(self._engine, self._tables, head, new, self._write_images(new.id, ledger))
        return int(new.id)

    def record_base(self, ledger: Ledger) -> None:
        """Write the images of rows that have no past, before the first step."""
        digests = self._write_images(BASE, ledger)
        last: Any = self._tables.image.select(pw.fn.MAX(self._tables.image.id)).scalar()
        head: Any = self._tables.head
        with self._engine.pen():
            head.update(images=len(digests), last_image=last or 0, digest=base_digest(digests)).execute()

    def set_state(self, step: Step, state: StepState) -> None:
        """Note what can still be done with a step."""
        model: Any = self._tables.step
        with self._engine.pen():
            model.update(state=state).where(model.id == step.id).execute()

    def last_done(self, *, lock: bool = False) -> Step | None:
        """Return the actor's own step that an undo would take back; `StepErased` where one is in its way."""
        states = (StepState.DONE, StepState.ERASED)
        found: Any = self._next(states, self._tables.step.id.desc(), lock=lock)
        if found is not None and found.state == StepState.ERASED:
            raise StepErased(step=label_of(found))
        last: Step | None = found
        return last

    def first_undone(self, *, lock: bool = False) -> Step | None:
        """Return the actor's own step that a redo would do again."""
        return self._next((StepState.UNDONE,), self._tables.step.id.asc(), lock=lock)

    def entries(self, step: Step) -> Iterator[tuple[str, int, Entry]]:
        """Return table, key and images of every row that a step changed, in its order."""
        if not all(kept.is_sound for kept in kept_images(self._engine, self._tables, step.id)):
            raise DamagedStep(step=label_of(step))
        for table, key, entry in self._entries(self._tables.image.step == step.id):
            if table != PHOTO and entry != _UNTOUCHED:
                yield table, key, entry

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
        removed = (image.table == table, image.after.is_null(), image.before.is_null(is_null=False))
        rows: Any = image.select(image.before).where(*removed).order_by(image.id).tuples()
        images = (json.loads(before) for (before,) in rows)
        return {each[field]: int(each.get(VERSION, 0)) + 1 for each in images if field in each}

    def removed_images(self, table: str, field: str, value: Stored) -> tuple[Image, ...]:
        """Return the images of removed rows of a table whose field had a value, the oldest removal first."""
        image = self._tables.image
        removed = (image.table == table, image.after.is_null(), image.before.is_null(is_null=False))
        rows: Any = image.select(image.before).where(*removed).order_by(image.id).tuples()
        return tuple(each for (before,) in rows if (each := json.loads(before)).get(field) == value)

    def last_written(self, table: str, field: str) -> dict[Stored, dt.datetime]:
        """Return when each row of a table was last written or removed, in UTC, by the value of a field.

        A row that is erased from the journal is not among them.
        """
        step, image = self._tables.step, self._tables.image
        rows: Any = (
            image.select(image.key, image.before, image.after, step.at)
            .join(step, on=image.step == step.id)
            .where(image.table == table)
            .order_by(image.id)
            .tuples()
        )
        values: dict[int, Stored] = {}
        moments: dict[int, dt.datetime] = {}
        for key, before, after, at in rows:
            told = {**json.loads(before or "{}"), **json.loads(after or "{}")}
            values[key] = told.get(field, values.get(key))
            moments[key] = at.replace(tzinfo=dt.UTC)
        return {values[key]: at for key, at in moments.items() if values[key] is not None}

    def began(self) -> dt.datetime | None:
        """Return when the first step was done, in UTC; it stays what it is for as long as the dialogue is."""
        step = self._tables.step
        first: Any = step.select(step.at).order_by(step.id).first()
        return None if first is None else first.at.replace(tzinfo=dt.UTC)

    def last_actor(self, table: str, key: int) -> str:
        """Return who changed a row last; empty where no step did."""
        step, image = self._tables.step, self._tables.image
        rows: Any = (
            step.select(step.actor)
            .join(image, on=image.step == step.id)
            .where(image.table == table, image.key == key)
            .order_by(image.id.desc())
            .limit(1)
            .tuples()
        )
        return next((str(actor) for (actor,) in rows), "")

    def history(self, limit: int) -> tuple[HistoryStep, ...]:
        """Return the latest steps of all actors, the latest first; a damaged one says that it is."""
        step, image = self._tables.step, self._tables.image
        told = (image.step == step.id, image.table != PHOTO)
        counts: Any = image.select(pw.fn.COUNT(image.id)).where(*told)
        numbers: Any = step.select(step.id, counts).order_by(step.id.desc()).limit(limit).tuples()
        try:
            return tuple(self._history_step(number, rows) for number, rows in numbers)
        except DamagedDialogue:
            # The rows may well be whole; checking says what is wrong with the history.
            return ()

    def _history_step(self, number: int, rows: int) -> HistoryStep:
        try:
            return _history_step(self._tables.step.get_by_id(number), rows)
        except (*_UNREADABLE, StorageError, DamagedText):
            return HistoryStep(
                number, _NO_TIME, "", _DAMAGED_STEP, Origin.DONE, StepState.LASTING, reverts=None, rows=rows
            )

    def last_number(self) -> int:
        """Return the number of the newest step; 0 before the first."""
        step: Any = self._tables.step
        return int(step.select(pw.fn.MAX(step.id)).scalar() or 0)

    def after(self, number: int) -> tuple[Step, ...]:
        """Return the steps of all desks after a number, in order."""
        step: Any = self._tables.step
        return tuple(step.select().where(step.id > number).order_by(step.id))

    def changed_after(
        self, number: int, table: str, keys: Iterable[int], *, but: Collection[str] = ()
    ) -> Iterator[tuple[int, int]]:
        """Yield the key and the step of every change of these rows after a step, of more than some fields."""
        image: Any = self._tables.image
        for part in chunks(keys):
            changed = (image.table == table, image.key.in_(part), image.step > number)
            query = image.select(image.key, image.step, image.before, image.after).where(*changed)
            for key, step, before, after in query.tuples():
                if before is None or after is None or not json.loads(after).keys() <= set(but):
                    yield key, step

    def removed_after(self, number: int, table: str) -> Iterator[tuple[int, int, Image]]:
        """Yield key, step and last image of every row of a table that was removed after a step."""
        image: Any = self._tables.image
        removed = (
            image.table == table,
            image.after.is_null(),
            ~image.before.is_null(),
            image.step > number,
        )
        query = image.select(image.key, image.step, image.before).where(*removed).order_by(image.id)
        for key, step, before in query.tuples():
            yield key, step, json.loads(before)

    def _entries(self, *wanted: Any) -> Iterator[tuple[str, int, Entry]]:
        image = self._tables.image
        fields = (image.table, image.key, image.before, image.after)
        query: Any = image.select(*fields).order_by(image.id).tuples()
        for table, key, before, after in query.where(*wanted) if wanted else query:
            yield table, key, Entry(_image(before), _image(after))

    def _next(self, states: Collection[StepState], order: Any, *, lock: bool) -> Step | None:
        step: Any = self._tables.step
        query = step.select().where(self._is_own(), step.origin == Origin.DONE, step.state.in_(states))
        if lock and self._engine.for_update:
            query = query.for_update()
        found: Step | None = query.order_by(order).first()
        return found

    def _drop_undone(self) -> None:
        step: Any = self._tables.step
        # The origin too, for the index: all other steps of an actor need not be looked at.
        own = (self._is_own(), step.origin == Origin.DONE, step.state == StepState.UNDONE)
        step.update(state=StepState.DROPPED).where(*own).execute()

    def _is_own(self) -> Any:
        """Return the condition for this desk's steps; those from before desks had names go by the actor."""
        step: Any = self._tables.step
        return (step.actor == self._actor) & step.desk.in_(("", self._desk))

    def _write_images(self, number: int, ledger: Ledger) -> tuple[str, ...]:
        """Write a step's images and return their digests."""
        columns = ("step", "table", "key", "before", "after", "version", "digest", "is_erased")
        entries = [*ledger, *ledger.asides()]
        versions = self._versions(entries)
        rows = [
            (number, *_image_row(table, key, entry, versions.get((table, key)), ledger))
            for table, key, entry in entries
        ]
        insert_values(self._engine, self._tables.image, columns, rows)
        return tuple(digest for *_, digest, _is_erased in rows)

    def _versions(self, entries: Iterable[tuple[str, int, Entry]]) -> dict[tuple[str, int], int]:
        """Return the versions at which rows stand now, those that are gone left out."""
        keys: dict[str, list[int]] = defaultdict(list)
        for table, key, entry in entries:
            if entry.after is not None:
                keys[table].append(key)
        versions = {}
        for table, wanted in keys.items():
            for part in chunks(wanted):
                marks = ", ".join([self._engine.param] * len(part))
                sql = f'SELECT "id", "version" FROM "{table}" WHERE "id" IN ({marks})'  # noqa: S608 - our own names
                found = self._engine.execute_sql(sql, tuple(part)).fetchall()
                versions.update({(table, key): version for key, version in found})
        return versions


def label_of(step: Step) -> Message:
    """Return the sentence that names a step; another one where it was erased with a person."""
    row: Any = step
    if not row.template:
        return message("What was done here was erased with the person it was about")
    try:
        return rebuilt(row.template, row.plural, row.count, row.arguments)
    except _UNREADABLE:
        return _DAMAGED_STEP


def _history_step(row: Any, rows: int) -> HistoryStep:
    return HistoryStep(
        number=row.id,
        at=row.at.replace(tzinfo=dt.UTC),
        actor=row.actor,
        label=label_of(row),
        origin=row.origin,
        state=row.state,
        reverts=row.reverts,
        rows=rows,
    )


def _image(text: str | None) -> Image | None:
    return None if text is None else json.loads(text)


def _image_row(table: str, key: int, entry: Entry, version: int | None, ledger: Ledger) -> tuple[Any, ...]:
    before, after = _text(entry.before), _text(entry.after)
    digest = image_digest(table, key, before, after, version)
    if ledger.is_veiled(table, key):
        return table, key, None, None, version, digest, True
    return table, key, before, after, version, digest, False


def _text(image: Image | None) -> str | None:
    return None if image is None else json.dumps(image, ensure_ascii=False, separators=(",", ":"))
