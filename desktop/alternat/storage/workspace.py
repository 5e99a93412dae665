"""One open dialogue: its tables to read, the one way to write them, and what can be undone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Self

from alternat.errors import AlternatError
from alternat.language.messages import Message, mark
from alternat.models.base import Row
from alternat.models.tables import Tables, bind
from alternat.settings import desk_id
from alternat.storage.backup import Backup, BackupReason, back_up
from alternat.storage.changes import Change, Changes, ConflictError
from alternat.storage.copies import send_copy
from alternat.storage.damage import DamagedRow
from alternat.storage.engines.guard import Transaction
from alternat.storage.engines.sqlite import SqliteFile
from alternat.storage.erasure.hand import ErasingHand
from alternat.storage.faults import DamagedDialogue, EmptyDialogue, StorageError
from alternat.storage.journal.inspection import journal_damage
from alternat.storage.journal.ledger import Entry, Ledger
from alternat.storage.journal.reversal import Reversal
from alternat.storage.journal.steps import HistoryStep, Journal, StepErased, label_of
from alternat.storage.journal.tables import Origin, Step, StepState, bind_journal
from alternat.storage.migrations.schema import SCHEMA, Schema
from alternat.storage.opening import Opened, create_engine, open_engine
from alternat.storage.team import Team
from alternat.storage.verification import verified

Listener = Callable[[Changes], None]


@dataclass(slots=True)
class _Verb:
    """What a running verb has written so far, to be told once all of it is committed."""

    results: list[Changes] = field(default_factory=list)
    keeps: bool = False


class OpenForReading(AlternatError):
    """The workspace was opened for reading only."""

    template = mark("{place} is open for reading only. Open it for editing to change it.")


def open_workspace(
    address: str | Path,
    *,
    actor: str,
    write: bool = True,
    password: str | None = None,
    schema: Schema = SCHEMA,
    desk: str | None = None,
) -> "Workspace":
    """Open the dialogue at a path or a `postgresql://` address.

    An older file is first brought up to date, after a backup. Undo belongs to a desk: `desk` names it, or
    this workstation does, its windows on one dialogue told apart. Raises the errors of `storage.faults`
    and `OpenElsewhere`; the file is then as it was.
    """
    return Workspace(open_engine(address, write=write, schema=schema, password=password), actor, desk)


def create_workspace(
    address: str | Path,
    *,
    actor: str,
    password: str | None = None,
    schema: Schema = SCHEMA,
    desk: str | None = None,
    fill: "Callable[[Workspace], object] | None" = None,
) -> "Workspace":
    """Make a new dialogue at a path or in an empty PostgreSQL database, and open it.

    What `fill` writes is in it from the first moment: a process that is killed leaves all of it or no
    dialogue. A file with a password is encrypted; on a server the password of the address is all there is.
    """

    def filled(opened: Opened) -> None:
        if fill is not None:
            fill(Workspace(opened, actor, desk))

    opened = create_engine(address, schema=schema, password=password, fill=filled)
    return Workspace(opened, actor, desk)


class Workspace:
    """An open dialogue; it belongs to the thread that opened it."""

    def __init__(self, opened: Opened, actor: str, desk: str | None = None) -> None:
        self._opened, self._engine = opened, opened.engine
        self._tables = bind(self._engine)
        self._actor = actor
        own = desk_id() if desk is None else desk
        seat = self._engine.take_seat(own) if desk is None and opened.write else own
        self._journal = Journal(self._engine, bind_journal(self._engine), actor, seat)
        self.team = Team(self._engine, self._journal, self._tables, self._tell)
        """The other desks, where there are any."""
        block = partial(self.change, lasting=True)
        self.erasing = ErasingHand(self._engine, self._tables, actor, block)
        """Takes people out for good."""
        self._verb: _Verb | None = None
        self._blocks: list[Change] = []
        self._listeners: list[Listener] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.close()

    @property
    def tables(self) -> Tables:
        """Return the models to read with; writing through them raises `UnjournalledWrite`."""
        return self._tables

    @property
    def address(self) -> str:
        """Return the path, or the server's address without a password."""
        return self._engine.address

    @property
    def name(self) -> str:
        """Return a short name for a title bar."""
        return self._engine.name

    @property
    def actor(self) -> str:
        """Return whose name the journal keeps beside each change."""
        return self._actor

    @property
    def is_writable(self) -> bool:
        """Return whether the dialogue was opened for editing."""
        return self._opened.write

    @property
    def undoable(self) -> Message | None:
        """Return the name of the actor's own step that `undo` would take back."""
        return _name_of(self._journal.last_done)

    @property
    def redoable(self) -> Message | None:
        """Return the name of the actor's own step that `redo` would do again."""
        return _name_of(self._journal.first_undone)

    @contextmanager
    def change(self, label: Message, *, lasting: bool = False) -> Iterator[Change]:
        """Open a block whose writes are one step under the name `label`, or nothing if it raises.

        A block inside another one joins the outer step; if it raises, its own writes are taken back.
        A lasting step is never taken back, nor are those before it held up by it: undo passes it over.
        """
        if self._blocks:
            with self._inner_block(label) as change:
                yield change
        else:
            with self._outer_block(label, lasting=lasting) as change:
                yield change
            if self._verb is None:
                self._tell(change.result)

    @contextmanager
    def verb(self) -> Iterator[None]:
        """Run a verb so that all it reads holds until what it writes is kept, whatever other desks do.

        Where others write too, it is one transaction, and theirs wait; to change a row that another desk
        has changed since this one last looked is a `ConflictError`. Verbs inside it join it.
        """
        if not self.team.is_shared or self._verb is not None or self._blocks:
            yield
            return
        self._require_writable()
        try:
            with self._sitting() as transaction:
                self._verb = verb = _Verb()
                try:
                    with self.team.refusing():
                        yield
                finally:
                    self._verb = None
                if not verb.keeps:
                    transaction.cancel()
        except ConflictError as fault:
            self.team.tell_conflict(fault)
            raise
        for changes in verb.results:
            self._tell(changes)

    def undo(self) -> Changes | None:
        """Take back the actor's last step; None without one, `UndoConflict` or `StepErased` if it stays."""
        return self._turn(Origin.UNDONE)

    def redo(self) -> Changes | None:
        """Do the actor's last undone step again; None when there is none."""
        return self._turn(Origin.REDONE)

    def history(self, limit: int = 100) -> tuple[HistoryStep, ...]:
        """Return the latest steps of all actors, the latest first."""
        return self._journal.history(limit)

    def removals(self, model: type[Row], field: str) -> Mapping[Any, int]:
        """Return, by a field's stored value, the version that the last removal of each row stands for.

        It is higher than any version the row had, and lower than any it has once the removal is undone.
        """
        return self._journal.removals(model._meta.table_name, field)

    def highest_removed(self, model: type[Row], field: str, value: Any) -> Mapping[str, int]:
        """Return the highest numbers that removed rows gave out whose field had that stored value.

        The names are those of the model’s high water; a new row that takes their place starts from there.
        """
        images = self._journal.removed_images(model._meta.table_name, field, value)
        return {
            name: max((int(each.get(name) or 0) for each in images), default=0) for name in model.high_water
        }

    def last_written(self, model: type[Row], field: str) -> Mapping[Any, datetime]:
        """Return, by a field's stored value, when each row was last written or removed, in UTC."""
        return self._journal.last_written(model._meta.table_name, field)

    def noting(self, tables: set[str]) -> AbstractContextManager[None]:
        """Add to `tables` the names of those that are read in the block, whichever way a row is reached."""
        return self._engine.noting(tables)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every commit, undo and redo, in the same thread; return how to stop that."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def verify(self) -> tuple[DamagedRow, ...]:
        """Check every row against the journal and every photograph; nothing found means all is well."""
        return verified(self._engine, self._tables, bind_journal(self._engine))

    def damage(self) -> StorageError | None:
        """Return the error that says so if the dialogue is not as it was written, or was left empty.

        It may be closed already.
        """
        try:
            with self._opened.reopened() as engine:
                found = verified(engine, bind(engine), bind_journal(engine))
                if not found and not bind(engine).Dialogue.select().exists():
                    return EmptyDialogue(place=self.address)
        except DamagedDialogue as fault:
            return fault
        except StorageError:
            return None
        return DamagedDialogue(place=self.address) if found else None

    def has_damaged_history(self) -> bool:
        """Return whether the history is not as it was written; what rows hold now is not compared.

        Takes about 20 ms for a thousand entries of the history.
        """
        try:
            return any(True for _ in journal_damage(self._engine, bind_journal(self._engine)))
        except StorageError:
            return True

    def back_up(self, reason: BackupReason = BackupReason.REGULAR) -> Backup | None:
        """Make a checked backup beside the file, and thin older ones; None for a dialogue on a server."""
        return back_up(self._engine, reason) if isinstance(self._engine, SqliteFile) else None

    def send_copy(self, target: Path, *, history: bool = False, password: str | None = None) -> None:
        """Write a new file with all that is here; without the history, what was removed is not in it."""
        send_copy(self._engine, self._opened.schema, target, history=history, password=password)

    @contextmanager
    def beside(self, stop: Callable[[], bool], *, write: bool = False) -> Iterator["Workspace"]:
        """Open the dialogue once more, for the thread that calls; `Stopped` once `stop` says so.

        It reads; on a server it may write, and this one hears of it as of any other desk.
        """
        with self._opened.beside(stop, write=write) as opened:
            yield Workspace(opened, self._actor, "beside")

    def close(self) -> None:
        """Close the dialogue; a second call does nothing."""
        self._opened.close()

    @contextmanager
    def _outer_block(self, label: Message, *, lasting: bool) -> Iterator[Change]:
        self._require_writable()
        with self._sitting() as transaction:
            change = self._new_change()
            with self._as_current(change):
                yield change
            change.require_whole()
            step = self._recorded(change, label, lasting=lasting)
            if step is None:
                # Nothing is different in the end, so versions must not have grown either.
                transaction.cancel()
        change.finish(step, label)
        if self._verb is not None and not transaction.is_cancelled:
            self._verb.keeps = True
            self._verb.results.append(change.result)

    @contextmanager
    def _sitting(self) -> Iterator[Transaction]:
        """Run a block in a transaction, that of the verb if one is running."""
        if self._verb is not None:
            yield Transaction()
            return
        with self._engine.writing() as transaction:
            self._opened.require_same()
            self.team.begin()
            yield transaction

    def _record(self, label: Message, ledger: Ledger, **options: Any) -> int:
        self.team.announce(number := self._journal.record(label, ledger, **options))
        return number

    def _new_change(self) -> Change:
        return Change(self._engine, self._tables, self.team.sight if self._verb is not None else None)

    def _recorded(self, change: Change, label: Message, *, lasting: bool) -> int | None:
        """Write the step of a block; a photograph that nobody has yet is one that nothing takes back."""
        if change.ledger:
            return self._record(label, change.ledger, lasting=lasting)
        if any(entry.before is None for _, _, entry in change.ledger.asides()):
            return self._record(label, change.ledger, lasting=True)
        return None

    @contextmanager
    def _inner_block(self, label: Message) -> Iterator[Change]:
        outer, change = self._blocks[-1], self._new_change()
        with self._engine.part(f"block_{len(self._blocks)}"), self._as_current(change):
            yield change
            change.require_whole()
        outer.absorb(change)
        change.finish(None, label)

    @contextmanager
    def _as_current(self, change: Change) -> Iterator[None]:
        self._blocks.append(change)
        try:
            yield
        finally:
            self._blocks.pop()

    def _turn(self, origin: Origin) -> Changes | None:
        self._require_writable()
        if self._blocks or self._verb is not None:
            raise RuntimeError("a step cannot be taken back inside a block of changes")
        back = origin is Origin.UNDONE
        with self._sitting() as transaction:
            step = self._journal.last_done(lock=True) if back else self._journal.first_undone(lock=True)
            if step is None:
                transaction.cancel()
                return None
            changes = self._turn_step(step, origin)
        self._tell(changes)
        return changes

    def _turn_step(self, step: Step, origin: Origin) -> Changes:
        back, label = origin is Origin.UNDONE, label_of(step)
        reversal = Reversal(self._engine, self._tables, self._journal, label)
        entries = self._journal.entries(step)
        reversal.turn(entries if back else _swapped(entries))
        self._journal.set_state(step, StepState.UNDONE if back else StepState.DONE)
        number = self._record(label, reversal.ledger, origin=origin, reverts=step.id)
        return Changes.of(reversal.ledger, number, label, origin)

    def _require_writable(self) -> None:
        if not self._opened.write:
            raise OpenForReading(place=self.address)

    def _tell(self, changes: Changes) -> None:
        if not changes:
            return
        with ExitStack() as every:
            # Each listener hears of it, even if one before it raised.
            for listener in reversed(self._listeners):
                every.callback(listener, changes)


def _name_of(find: Callable[[], Step | None]) -> Message | None:
    try:
        step = find()
    except (DamagedDialogue, StepErased):
        # The history cannot be read, and the rows may well be; or nothing is left of what the step did.
        return None
    return label_of(step) if step else None


def _swapped(entries: Iterable[tuple[str, int, Entry]]) -> Iterator[tuple[str, int, Entry]]:
    for table, key, entry in entries:
        yield table, key, Entry(entry.after, entry.before)
