"""A dialogue in one SQLite file, with the settings that keep it whole through a power cut."""

import datetime as dt
import errno
import hashlib
import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

import apsw
from playhouse.apsw_ext import APSWDatabase

from alternat.storage.engines.guard import Engine
from alternat.storage.faults import (
    DamagedDialogue,
    FileMoved,
    MissingFile,
    NotADialogue,
    PasswordNeeded,
    WrongPassword,
)

APPLICATION_ID = 0x416C746E
"""`Altn`: what `PRAGMA application_id` says in a dialogue file."""

_HEADER = b"SQLite format 3\x00"

_PRAGMAS = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "synchronous": "FULL",
}
# Rollback journal, never WAL: a copied or synchronized file must be whole without its neighbours.
_WRITER_PRAGMAS = {**_PRAGMAS, "journal_mode": "TRUNCATE"}
_BUSY_SECONDS = 3
_STEPS = 20_000
"""How many steps of SQLite’s own machine pass between two looks whether to stop."""
_PAGE = 4096
_RANDOM_BYTES = 64
_START = 100
"""The length of SQLite's header."""
_APPLICATION = slice(68, 72)
"""Where the header holds the `application_id`."""


class SqliteFile(Engine, APSWDatabase):  # type: ignore[misc]  # playhouse has no stubs
    """An open SQLite file; it must exist, unless it is being created.

    With a password it is encrypted in the format of SQLCipher 4, which other programs can read too.
    """

    def __init__(self, path: Path, *, write: bool, create: bool = False, password: str | None = None) -> None:
        self.address, self.name = str(path), path.stem
        self.password, self._path, self._seen, self._written = password, path, b"", 0
        flags = apsw.SQLITE_OPEN_READWRITE if write or _may_write(path) else apsw.SQLITE_OPEN_READONLY
        super().__init__(
            str(path),
            pragmas=_WRITER_PRAGMAS if write else _PRAGMAS,
            lock_type="IMMEDIATE",
            timeout=_BUSY_SECONDS,
            autoconnect=False,
            flags=flags | (apsw.SQLITE_OPEN_CREATE if create else 0),
        )

    def connect(self, reuse_if_open: bool = False) -> bool:  # noqa: FBT001, FBT002  # peewee's own
        """Connect for the thread that calls; `WrongPassword` if the password does not fit."""
        try:
            if self.password is not None and _has_hot_journal(self._path):
                self._try_password()
            return super().connect(reuse_if_open)
        except NotADialogue as fault:
            if self.password is None:
                raise
            raise WrongPassword(place=self.address) from fault

    def _add_conn_hooks(self, conn: apsw.Connection) -> None:
        unlock(conn, self.password)
        conn.convert_binding = _bindable
        super()._add_conn_hooks(conn)
        conn.pragma("query_only", 1)

    def twin(self) -> "SqliteFile":
        """Return another engine for the same file, not connected yet."""
        return SqliteFile(self._path, write=False, password=self.password)

    def stop_when(self, asked: Callable[[], bool]) -> None:
        """From now on raise `Stopped` from whatever is being read as soon as that is asked for."""
        super().stop_when(asked)

        def look() -> bool:
            self.require_going()
            return False

        self.driver_connection.set_progress_handler(look, _STEPS)

    @property
    def driver_connection(self) -> apsw.Connection:
        """Return apsw's own connection, for what peewee has no words for."""
        return cast("apsw.Connection", cast("Any", self).connection())

    def system_error(self) -> int:
        """Return the operating system's number behind SQLite's last "disk I/O error"."""
        return 0 if self.is_closed() else self.driver_connection.system_errno

    @property
    def is_read_only(self) -> bool:
        """Return whether the system lets this process only read the file."""
        return bool(self.driver_connection.readonly("main"))

    def open_transaction(self) -> None:
        """Begin a transaction that holds the write lock from the start."""
        self.driver_connection.pragma("query_only", 0)
        self.begin()

    def commit(self) -> Any:
        """Commit, and refuse writes again."""
        done = super().commit()
        self.driver_connection.pragma("query_only", 1)
        if self._seen:
            self.note_file()
        return done

    def note_file(self) -> None:
        """Note what the file looks like now, for `require_same_file`."""
        with self.plainly():
            self._seen, self._written = self._looks(), self._path.stat().st_mtime_ns

    @property
    def is_touched(self) -> bool:
        """Return whether somebody has written to the file, or only touched it, since it was noted."""
        with self.plainly():
            return self._path.stat().st_mtime_ns != self._written

    def require_same_file(self) -> None:
        """Raise `FileMoved` if another program has written into the file, or another file took its place."""
        with self.plainly():
            if self._seen and self._looks() != self._seen:
                raise FileMoved(place=self.address)

    def _looks(self) -> bytes:
        """Return which file bears the name, its size, and its first page, which every commit changes."""
        facts = self._path.stat()
        # Read by SQLite’s own hand: to open and close the file here would drop the locks on it.
        _, page = self.driver_connection.read("main", 0, 0, _PAGE)
        return f"{facts.st_dev} {facts.st_ino} {facts.st_size} ".encode() + page

    def _try_password(self) -> None:
        """Raise what the driver says of a wrong password, before it plays a journal back with it."""
        address = f"file:{quote(str(self._path))}?immutable=1"
        with self.plainly():
            flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
            with closing(apsw.Connection(address, flags)) as probe:
                unlock(probe, self.password)
                # A page that could be read shows the password to fit, whatever the journal has to mend.
                with suppress(apsw.CorruptError):
                    probe.pragma("schema_version")

    def abandon(self) -> None:
        """Roll back, and refuse writes again."""
        super().abandon()
        self.driver_connection.pragma("query_only", 1)

    def has_transaction(self) -> bool:
        """Return whether SQLite is in a transaction; it leaves it by itself when the disk is full."""
        return bool(self.driver_connection.in_transaction)

    def schema_number(self) -> int:
        """Return the file's `user_version`."""
        return int(self.execute_sql("PRAGMA user_version").fetchone()[0])

    def stamp(self, number: int) -> None:
        """Record whose file this is and the number, in its header."""
        self.driver_connection.pragma("application_id", APPLICATION_ID)
        self.driver_connection.pragma("user_version", number)

    def new_keys(self, table: str, count: int) -> Sequence[int]:
        """Return the numbers after the last one that AUTOINCREMENT remembers."""
        row = self.execute_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        first = (row[0] if row else 0) + 1
        return range(first, first + count)

    def require_sound(self, *, but: Collection[str] = ()) -> None:
        """Raise `NotADialogue` for the file of another program and `DamagedDialogue` for broken pages.

        Broken pages of the tables in `but` are let pass. Takes about 0.4 ms for each MB in the
        system's cache.
        """
        with self.plainly():
            if self.driver_connection.pragma("application_id") != APPLICATION_ID:
                raise NotADialogue(place=self.address)
            if not self._is_sound(1) and not (but and self._are_sound(but)):
                raise DamagedDialogue(place=self.address)

    def _are_sound(self, but: Collection[str]) -> bool:
        tables = {name for name in self.get_tables() if name not in but}
        return bool(tables) and all(self._is_sound(name) for name in sorted(tables))

    def _is_sound(self, what: int | str) -> bool:
        """Return whether the pages of the file, for a number, or of a table, for a name, are whole."""
        try:
            return bool(self.driver_connection.pragma("quick_check", what) == "ok")
        except apsw.CorruptError:
            return False

    def structural_faults(self) -> Sequence[str]:
        """Return what `PRAGMA integrity_check` finds."""
        found = [str(fault) for (fault,) in self.execute_sql("PRAGMA integrity_check").fetchall()]
        return [] if found == ["ok"] else found

    def structure(self) -> str:
        """Return the SHA-256 of the schema's texts, in an order that no VACUUM changes."""
        rows = self.execute_sql(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name"
        )
        return hashlib.sha256(repr(rows.fetchall()).encode()).hexdigest()

    def last_keys(self) -> Mapping[str, int]:
        """Return what AUTOINCREMENT remembers."""
        return dict(self.execute_sql("SELECT name, seq FROM sqlite_sequence").fetchall())

    def run(self, sql: str, params: Any) -> Any:
        """Run one statement and fetch all its rows."""
        # Rows are fetched at once: a damaged page speaks here, and no half-read cursor holds a lock that
        # keeps somebody else from committing.
        try:
            return _Rows(super().run(sql, params))
        except UnicodeDecodeError as fault:
            raise DamagedDialogue(place=self.address) from fault

    def compact(self) -> None:
        """Write the file anew without the remains of what was removed, which its free pages may hold."""
        connection = self.driver_connection
        with self.plainly():
            connection.pragma("query_only", 0)
            # What is sorted aside must not reach the disk under another name.
            connection.pragma("temp_store", 2)
            try:
                connection.execute("VACUUM")
            finally:
                connection.pragma("query_only", 1)
        if self._seen:
            self.note_file()

    def forget_journal_file(self) -> None:
        """Remove the empty rollback journal that TRUNCATE leaves beside the file."""
        self.driver_connection.pragma("journal_mode", "DELETE")


def refuse_foreign(path: Path, password: str | None) -> None:
    """Raise an error for a file that cannot be a dialogue by its first bytes, which is left as it is."""
    if not path.exists():
        raise MissingFile(place=str(path))
    if not path.is_file():
        raise NotADialogue(place=str(path))
    start = _first_bytes(path, _START)
    if start.startswith(_HEADER):
        # Before SQLite sees it, which would settle the journal of another program's database.
        if int.from_bytes(start[_APPLICATION], "big") != APPLICATION_ID:
            raise NotADialogue(place=str(path))
        return
    if not _looks_encrypted(start, path.stat().st_size):
        raise NotADialogue(place=str(path))
    if password is None:
        raise PasswordNeeded(place=str(path))


def is_plain(path: Path) -> bool:
    """Return whether a file begins as a database that no password protects."""
    return _first_bytes(path, len(_HEADER)) == _HEADER


def _first_bytes(path: Path, count: int) -> bytes:
    """Return what a file begins with.

    SQLite's own hand reads it, without asking what it is: on POSIX, to open and close a file by another way
    drops every lock that this process holds on it, and a transaction may be under way in another thread.
    """
    if not _may(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    with closing(apsw.Connection(str(path), apsw.SQLITE_OPEN_READONLY)) as probe:
        _, start = probe.read("main", 0, 0, count)
    return start[: path.stat().st_size]


def _looks_encrypted(start: bytes, size: int) -> bool:
    # Encrypted pages are random from the first byte on; texts and other formats repeat themselves.
    return size > 0 and size % _PAGE == 0 and len(set(start[:_RANDOM_BYTES])) > _RANDOM_BYTES * 5 // 8


class _Rows:
    """A cursor whose rows have all been fetched."""

    def __init__(self, cursor: apsw.Cursor) -> None:
        self.connection = cursor.connection
        self.description = _description(cursor)
        self._rows = iter(cursor.fetchall())

    def fetchone(self) -> tuple[Any, ...] | None:
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        return list(self._rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows

    def close(self) -> None:
        self._rows = iter(())


def _description(cursor: apsw.Cursor) -> tuple[Any, ...]:
    try:
        return tuple(cursor.description)
    except apsw.ExecutionCompleteError:
        return ()


def _bindable(_cursor: object, _number: int, value: object) -> str:
    if isinstance(value, dt.date | dt.time):
        return str(value)
    raise TypeError(f"SQLite cannot keep a {type(value).__name__}")


def unlock(connection: apsw.Connection, password: str | None) -> None:
    """Give a connection its password before anything else is done with it."""
    if password is not None:
        connection.pragma("cipher", "sqlcipher")
        connection.pragma("legacy", 4)
        connection.pragma("key", password)


def _has_hot_journal(path: Path) -> bool:
    """Return whether an interrupted commit is to be taken back when the file is opened."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.exists() and journal.stat().st_size > 0


def _may(path: Path, what: int) -> bool:
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)


def _may_write(path: Path) -> bool:
    if sys.platform != "win32":
        # Not by opening it, which would drop locks; see `_first_bytes`.
        return _may(path, os.W_OK)
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False
