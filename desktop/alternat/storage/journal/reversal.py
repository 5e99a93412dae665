"""Taking a step back, or doing it again: every row it changed returns to its image, or nothing does."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from alternat.errors import AlternatError
from alternat.language.messages import Message, mark, message
from alternat.models.base import Row
from alternat.models.tables import Tables
from alternat.storage.engines.guard import Engine
from alternat.storage.faults import NotUnique
from alternat.storage.journal.images import (
    VERSION,
    Image,
    Standing,
    chunks,
    complete_image,
    journalled_fields,
    standing_rows,
)
from alternat.storage.journal.ledger import Entry, Ledger
from alternat.storage.journal.rows import delete_rows, insert_rows
from alternat.storage.journal.steps import Journal
from alternat.storage.naming import enumerated, row_name

_Place = tuple[str, int]
_COUNTERS: Mapping[str, frozenset[str]] = {"session": frozenset({"sequence"})}
"""By table, what verbs count up in rows that they do not change otherwise."""


class UndoConflict(AlternatError):
    """Rows of the step have been changed by somebody else since."""

    template = mark(
        "“{step}” cannot be taken back or done again, because this has been changed since: {rows}. "
        "Nothing was changed; put these right by hand."
    )

    def __init__(self, step: Message, rows: tuple[_Place, ...], names: Message) -> None:
        super().__init__(step=step, rows=names)
        self.rows = rows
        """The table and the key of each row."""


class Reversal:
    """One step on its way back, inside an open transaction."""

    def __init__(self, engine: Engine, tables: Tables, journal: Journal, label: Message) -> None:
        self._engine, self._tables, self._journal, self._label = engine, tables, journal, label
        self.ledger = Ledger()
        """What has been done to the rows, once `turn` has run."""

    def turn(self, entries: Iterable[tuple[str, int, Entry]]) -> None:
        """Bring each row from its entry's `after` to its `before`; `UndoConflict` if one stands otherwise."""
        goals: dict[str, dict[int, Entry]] = defaultdict(dict)
        for table, key, entry in entries:
            kept = _above_water(self._tables.named(table).high_water, entry)
            if kept is not None:
                goals[table][key] = kept
        standing = {
            table: standing_rows(self._engine, self._tables.named(table), wanted, lock=True)
            for table, wanted in goals.items()
        }
        goals = _without_counters(goals, standing)
        self._refuse(goals, self._changed_since(goals, standing) + self._left_behind(goals))
        try:
            with self._engine.part("reversal"):
                for table, wanted in goals.items():
                    self._restore(self._tables.named(table), wanted, standing[table])
        except NotUnique as fault:
            every = [(table, key) for table, wanted in goals.items() for key in wanted]
            raise self._conflict(goals, every) from fault
        self._refuse(goals, self._pointing_nowhere(goals))

    def _changed_since(
        self, goals: Mapping[str, Mapping[int, Entry]], standing: Mapping[str, Mapping[int, Standing]]
    ) -> list[_Place]:
        return [
            (table, key)
            for table, wanted in goals.items()
            for key, entry in wanted.items()
            if not _stands_as(standing[table].get(key), entry.after)
        ]

    def _left_behind(self, goals: Mapping[str, Mapping[int, Entry]]) -> list[_Place]:
        """Return rows of others that refer to rows which are about to go."""
        left = []
        for table, wanted in goals.items():
            going = [key for key, entry in wanted.items() if entry.before is None]
            for child, reference in self._references_to(self._tables.named(table)):
                own = goals.get(child._meta.table_name, {})
                for part in chunks(going):
                    query: Any = child.select(child.id).where(reference.in_(part)).tuples()
                    left += [(child._meta.table_name, key) for (key,) in query if key not in own]
        return left

    def _references_to(self, model: type[Row]) -> list[tuple[type[Row], Any]]:
        return [
            (child, reference)
            for child in self._tables.all()
            for reference in child._meta.refs
            if reference.rel_model is model
        ]

    def _restore(
        self, model: type[Row], goals: Mapping[int, Entry], standing: Mapping[int, Standing]
    ) -> None:
        table = model._meta.table_name
        removed = self._journal.last_removed(table, [key for key in goals if key not in standing])
        # A removal stands for a version of its own: one more than the row had.
        versions = {key: int(image.get(VERSION) or 0) + 1 for key, image in removed.items()}
        versions.update((key, row.version) for key, row in standing.items())
        goals = {
            key: _raised(model.high_water, entry, removed[key]) if key in removed else entry
            for key, entry in goals.items()
        }
        rows = {
            key: (versions.get(key, 0) + 1, _whole(model, standing.get(key), entry.before))
            for key, entry in goals.items()
            if entry.before is not None
        }
        # Whole rows are removed and written anew, so that values which must be unique can change places.
        delete_rows(self._engine, model, standing)
        insert_rows(self._engine, model, rows)
        for key, entry in goals.items():
            self._note(table, key, entry, standing.get(key))

    def _note(self, table: str, key: int, entry: Entry, now: Standing | None) -> None:
        if entry.after is None and entry.before is not None:
            self.ledger.inserted(table, key, entry.before)
        elif entry.before is None and now is not None:
            self.ledger.deleted(table, key, now)
        elif entry.before is not None and entry.after is not None:
            self.ledger.updated(table, key, entry.after, entry.before)

    def _pointing_nowhere(self, goals: Mapping[str, Mapping[int, Entry]]) -> list[_Place]:
        """Return restored rows that refer to rows which somebody else has removed."""
        lost = []
        for table, wanted in goals.items():
            references: tuple[Any, ...] = self._tables.named(table)._meta.refs
            for reference in references:
                targets = {
                    key: entry.before[reference.name]
                    for key, entry in wanted.items()
                    if entry.before and entry.before.get(reference.name) is not None
                }
                there = _existing(reference.rel_model, set(targets.values()))
                lost += [(table, key) for key, target in targets.items() if target not in there]
        return lost

    def _refuse(self, goals: Mapping[str, Mapping[int, Entry]], rows: list[_Place]) -> None:
        if rows:
            raise self._conflict(goals, rows)

    def _conflict(self, goals: Mapping[str, Mapping[int, Entry]], rows: list[_Place]) -> UndoConflict:
        names = []
        for table, key in rows:
            entry = goals.get(table, {}).get(key)
            now = standing_rows(self._engine, self._tables.named(table), [key]).get(key)
            image = now.image if now else (entry.before or entry.after) if entry else None
            name, actor = row_name(table, key, image), self._journal.last_actor(table, key)
            names.append(message("{row} (by {actor})", row=name, actor=actor) if actor else name)
        return UndoConflict(self._label, tuple(rows), enumerated(names))


def _without_counters(
    goals: Mapping[str, Mapping[int, Entry]], standing: Mapping[str, Mapping[int, Standing]]
) -> dict[str, dict[int, Entry]]:
    """Return the goals without the counters that others have counted up since, which stay as they are.

    They tell that something else has changed, not the row: nobody would miss what the count was.
    """
    kept: dict[str, dict[int, Entry]] = defaultdict(dict)
    for table, wanted in goals.items():
        for key, entry in wanted.items():
            now = standing[table].get(key)
            left = _uncounted(_COUNTERS.get(table, frozenset()), entry, now)
            if left is not None:
                kept[table][key] = left
    return kept


def _uncounted(counters: Collection[str], entry: Entry, now: Standing | None) -> Entry | None:
    if entry.before is None or entry.after is None or now is None:
        return entry
    grown = {name for name in counters if name in entry.after and now.image[name] != entry.after[name]}
    if not grown:
        return entry
    before = {name: value for name, value in entry.before.items() if name not in grown}
    after = {name: value for name, value in entry.after.items() if name not in grown}
    return Entry(before, after) if before else None


def _above_water(high_water: Collection[str], entry: Entry) -> Entry | None:
    """Return what of an entry can be turned: a number that was given out stays given, and is not compared.

    None where nothing else was changed. The image that a removed row comes back with stays whole.
    """
    if not high_water or entry.after is None:
        return entry
    after = {name: value for name, value in entry.after.items() if name not in high_water}
    if entry.before is None:
        return Entry(None, after)
    before = {name: value for name, value in entry.before.items() if name not in high_water}
    return Entry(before, after) if before else None


def _raised(high_water: Collection[str], entry: Entry, removed: Image) -> Entry:
    """Return an entry whose row comes back with the highest numbers that it had when it was removed."""
    if not high_water or entry.before is None or entry.after is not None:
        return entry
    highest = {
        name: max(int(entry.before.get(name) or 0), int(removed.get(name) or 0)) for name in high_water
    }
    return Entry({**entry.before, **highest}, None)


def _stands_as(now: Standing | None, expected: Image | None) -> bool:
    if now is None or expected is None:
        return now is None and expected is None
    # Fields that a later version of the program dropped are no longer compared.
    return all(now.image[name] == value for name, value in expected.items() if name in now.image)


def _whole(model: type[Row], now: Standing | None, image: Image) -> Image:
    known = {field.name for field in journalled_fields(model)}
    wanted = {name: value for name, value in image.items() if name in known}
    return {**(now.image if now else complete_image(model, {})), **wanted}


def _existing(model: Any, keys: set[Any]) -> set[int]:
    there: set[int] = set()
    for part in chunks(keys):
        there |= {key for (key,) in model.select(model.id).where(model.id.in_(part)).tuples()}
    return there
