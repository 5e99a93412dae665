"""From an address to a checked, up-to-date and locked engine; a workspace is then put on top of it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from alternat.addresses import is_server
from alternat.errors import AlternatError
from alternat.storage.backup import BackupReason, back_up, remove_leftovers
from alternat.storage.engines.guard import Engine
from alternat.storage.engines.sqlite import SqliteFile, refuse_foreign
from alternat.storage.faults import (
    FileMoved,
    MissingFile,
    NewerDialogue,
    NotADialogue,
    OlderDialogue,
    ReadOnlyPlace,
    StorageError,
    WorkspaceExists,
    in_plain_words,
)
from alternat.storage.journal.chain import present_head
from alternat.storage.journal.tables import JOURNAL_TABLES, bind_journal
from alternat.storage.locks import FileLock
from alternat.storage.migrations.applying import bring_up_to_date, make_tables
from alternat.storage.migrations.schema import Schema
from alternat.storage.reading_copies import ReadingCopy, updated_copy
from alternat.storage.whole_files import refuse_hard_links, whole_file


@dataclass(frozen=True, slots=True)
class Opened:
    """A connected engine with what must be let go at the end."""

    engine: Engine
    write: bool
    schema: Schema
    lock: FileLock | None = None

    def require_same(self) -> None:
        """Raise unless the open transaction is in what was opened, and nobody else has it by now.

        That is `NewerDialogue` where another desk has brought a server up to a later version meanwhile,
        `LockLost` where a file was opened elsewhere, `FileMoved` where another one took its place.
        """
        if self.lock:
            self.lock.keep()
            if isinstance(self.engine, SqliteFile):
                self._require_same_file(self.engine)
        else:
            found = self.engine.schema_number()
            if found != self.schema.number:
                raise NewerDialogue(place=self.engine.address, found=found, known=self.schema.number)

    def _require_same_file(self, engine: SqliteFile) -> None:
        engine.require_same_file()
        if engine.is_touched:
            # A file with the same first page may stand there now; what is remembered of it still stands here.
            with self.reopened() as fresh:
                heads = [present_head(bind_journal(each)) for each in (engine, fresh)]
            digests = [head.digest if head is not None else "" for head in heads]
            if digests[0] != digests[1]:
                raise FileMoved(place=engine.address)
            engine.note_file()

    @contextmanager
    def reopened(self) -> Iterator[Engine]:
        """Connect once more to the same place, for reading, while the block lasts."""
        if isinstance(self.engine, SqliteFile):
            engine: Engine = self.engine.twin()
            engine.connect()
            try:
                yield engine
            finally:
                engine.close()
        else:
            yield self.engine

    @contextmanager
    def beside(self, stop: Callable[[], bool], *, write: bool = False) -> Iterator["Opened"]:
        """Connect once more to the same place, for the thread that calls to read until `stop` says no.

        Only a server lets it write too: a file belongs to whoever has it open.
        """
        if write and (isinstance(self.engine, SqliteFile) or not self.write):
            raise ReadOnlyPlace(place=self.engine.address)
        twin = self.engine.twin()
        twin.connect()
        try:
            twin.stop_when(stop)
            yield Opened(twin, write=write, schema=self.schema)
        finally:
            twin.close()

    def close(self) -> None:
        """Disconnect, and let others open the file for editing."""
        try:
            if isinstance(self.engine, SqliteFile) and self.write:
                with suppress(AlternatError):
                    self.engine.forget_journal_file()
            self.engine.close()
            if isinstance(self.engine, ReadingCopy):
                self.engine.forget_copy()
        finally:
            if self.lock:
                self.lock.release()


def open_engine(address: str | Path, *, write: bool, schema: Schema, password: str | None = None) -> Opened:
    """Return the engine of an existing dialogue, brought up to date."""
    if is_server(address):
        return _open_server(str(address), password, write=write, schema=schema)
    return _open_file(file_path(address), password, write=write, schema=schema)


def create_engine(
    address: str | Path, *, schema: Schema, fill: Callable[[Opened], None], password: str | None = None
) -> Opened:
    """Return the engine of a new dialogue with what `fill` writes into its empty tables.

    It is there with all of that, or not at all.
    """
    if is_server(address):
        return _create_on_server(str(address), password, schema, fill)
    return _create_file(file_path(address), password, schema, fill)


def file_path(address: str | Path) -> Path:
    """Return the file itself, links followed, so that every way to it meets the same lock."""
    with in_plain_words(str(address)):
        try:
            path = Path(address).expanduser().resolve()
            str(path).encode()
        except (ValueError, RuntimeError) as fault:
            # A null character, a name that is not text, a home folder that does not exist.
            raise StorageError(place=repr(str(address)), reason=str(fault)) from fault
    return path


def _open_file(path: Path, password: str | None, *, write: bool, schema: Schema) -> Opened:
    with in_plain_words(str(path)):
        refuse_foreign(path, password)
    with ExitStack() as undone:
        lock = FileLock(path) if write else None
        if lock:
            undone.callback(lock.release)
            refuse_hard_links(path)
            remove_leftovers(path)
        engine = SqliteFile(path, write=write, password=password)
        engine.connect()
        undone.callback(engine.close)
        # Who only reads can do without the history.
        engine.require_sound(but=() if write else JOURNAL_TABLES)
        if write and engine.is_read_only:
            raise ReadOnlyPlace(place=engine.address)
        if not write and _is_older(engine, schema):
            return Opened(updated_copy(engine, schema), write, schema)
        _settle_schema(engine, schema, write=write)
        engine.note_file()
        undone.pop_all()
    return Opened(engine, write, schema, lock)


def _is_older(engine: Engine, schema: Schema) -> bool:
    found = engine.schema_number()
    schema.refuse_newer(engine, found)
    return bool(schema.due(found))


def _create_file(path: Path, password: str | None, schema: Schema, fill: Callable[[Opened], None]) -> Opened:
    with in_plain_words(str(path)):
        if not path.parent.is_dir():
            # Before the lock, which would say that the file itself is missing.
            raise MissingFile(place=str(path.parent))
    lock = FileLock(path)
    try:
        with in_plain_words(str(path)), whole_file(path, password) as part:
            _make_file(part, password, schema, fill)
    finally:
        lock.release()
    return _open_file(path, password, write=True, schema=schema)


def _make_file(path: Path, password: str | None, schema: Schema, fill: Callable[[Opened], None]) -> None:
    engine = SqliteFile(path, write=True, create=True, password=password)
    engine.connect()
    try:
        make_tables(engine, schema)
        fill(Opened(engine, write=True, schema=schema))
        engine.forget_journal_file()
    finally:
        engine.close()


def _open_server(url: str, password: str | None, *, write: bool, schema: Schema) -> Opened:
    with _connected(url, password) as engine:
        if not engine.schema_number():
            raise NotADialogue(place=engine.address)
        _settle_schema(engine, schema, write=write)
    return Opened(engine, write, schema)


def _create_on_server(
    url: str, password: str | None, schema: Schema, fill: Callable[[Opened], None]
) -> Opened:
    with _connected(url, password) as engine:
        if engine.get_tables():
            raise WorkspaceExists(place=engine.address)
        opened = Opened(engine, write=True, schema=schema)
        with engine.in_one_transaction():
            make_tables(engine, schema)
            fill(opened)
    return opened


@contextmanager
def _connected(url: str, password: str | None) -> Iterator[Engine]:
    """Connect, and stay connected unless the block raises."""
    # Only now, because the driver takes longer to import than all the rest of storage.
    from alternat.storage.engines.postgresql import PostgresqlServer

    engine = PostgresqlServer(url, password)
    engine.connect()
    try:
        yield engine
    except BaseException:
        engine.close()
        raise


def _settle_schema(engine: Engine, schema: Schema, *, write: bool) -> None:
    found = engine.schema_number()
    schema.refuse_newer(engine, found)
    if not schema.due(found):
        return
    if not write:
        raise OlderDialogue(place=engine.address, found=found, known=schema.number)
    if isinstance(engine, SqliteFile):
        back_up(engine, BackupReason.BEFORE_UPDATE)
    bring_up_to_date(engine, schema)
