"""What both engines share: writing only while the journal holds the pen, and errors in plain words."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from typing import Any, Protocol

import peewee as pw

from alternat.storage.faults import Stopped, StorageError, in_plain_words

_FROM = re.compile(r'\b(?:FROM|JOIN) "(\w+)"|, "(\w+)" AS "')
"""Where a statement of peewee names a table that it reads: first, joined, beside others or in a part."""
_READS = re.compile(r"[\s(]*(SELECT|WITH|VALUES|PRAGMA|EXPLAIN|SHOW)\b", re.IGNORECASE)


class UnjournalledWrite(RuntimeError):
    """Something tried to write past the journal; a fault of the program, never of the person."""


class Transaction:
    """An open transaction, as the block inside it sees it."""

    is_cancelled = False

    def cancel(self) -> None:
        """Roll back at the end of the block instead of committing."""
        self.is_cancelled = True


class Ear(Protocol):
    """A connection of its own that hears of the steps of all desks, for a thread of its own."""

    def attend(self) -> None:
        """Connect, or connect anew; what was said before is not heard. `ServerGone` while nobody answers."""
        ...

    def wait(self, seconds: float) -> bool:
        """Return whether a step was announced, at once or within some seconds; `ServerGone` if it breaks."""
        ...

    def close(self) -> None:
        """Disconnect."""
        ...


class Engine(pw.Database, ABC):
    """A database that refuses every statement but reading ones, unless `pen` is held.

    It belongs to the thread that opened it: use from another thread raises instead of opening a second
    connection. Every failure leaves as an `AlternatError` that names the address.
    """

    address: str
    """The path or the address without its password, as messages and recent files show it."""
    name: str
    """The short name for a title bar."""

    is_shared = False
    """Whether other desks may write to the same dialogue at the same time."""
    notes_looks = False
    """Whether it is noted, where others write too, what was there when something was last read."""
    newest_step = 0
    """The number of the newest step when the open transaction began, where others write too."""
    looked = 0
    """The number of the newest step at the last reading outside a transaction, if that is noted."""

    _pens = 0
    _noted: tuple[set[str], ...] = ()
    _is_asked_to_stop: Callable[[], bool] | None = None
    _is_whole = False

    def connect(self, reuse_if_open: bool = False) -> bool:  # noqa: FBT001, FBT002  # peewee's own
        """Connect for the thread that calls."""
        with self.plainly():
            return super().connect(reuse_if_open)

    def plainly(self) -> AbstractContextManager[None]:
        """Let faults of the block leave as an error about this database that a person can act on."""
        return in_plain_words(self.address, self.system_error)

    def system_error(self) -> int:
        """Return the operating system's number of the last fault; 0 where the engine does not know."""
        return 0

    @contextmanager
    def pen(self) -> Iterator[None]:
        """Allow writing statements for a while; only the journal and the migrations hold it."""
        self._pens += 1
        try:
            yield
        finally:
            self._pens -= 1

    @contextmanager
    def writing(self) -> Iterator["Transaction"]:
        """Run a block in one transaction: committed at its end, rolled back if it raises or is cancelled.

        Inside `in_one_transaction` it is a part of that one.
        """
        transaction = Transaction()
        if self._is_whole:
            with self.part("step"):
                yield transaction
                if transaction.is_cancelled:
                    with self.pen():
                        self.execute_sql("ROLLBACK TO SAVEPOINT step")
            return
        with self.plainly():
            self.open_transaction()
        try:
            yield transaction
            if transaction.is_cancelled:
                self.abandon()
            else:
                self._commit()
        except BaseException:
            self.abandon()
            raise

    @contextmanager
    def in_one_transaction(self) -> Iterator[None]:
        """Let all transactions of a block be one: what it writes is there in whole or not at all."""
        with self.writing():
            self._is_whole = True
            try:
                yield
            finally:
                self._is_whole = False

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Run a block inside the open transaction, its writes taken back alone if it raises."""
        with self.pen():
            self.execute_sql(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            if self.has_transaction():
                with self.pen():
                    self.execute_sql(f"ROLLBACK TO SAVEPOINT {name}")
            raise
        with self.pen():
            self.execute_sql(f"RELEASE SAVEPOINT {name}")

    def _commit(self) -> None:
        if not self.has_transaction():
            # The engine has rolled back by itself; the block must not look as if it had been kept.
            raise StorageError(place=self.address, reason="rolled back", what="")
        with self.plainly():
            self.commit()

    def abandon(self) -> None:
        """Roll back what is open; SQLite may have done so itself when the disk was full."""
        if self.has_transaction():
            with self.plainly():
                self.rollback()

    def announce(self, step: int) -> None:
        """Let the desks that share the dialogue hear of a step, once the open transaction is committed."""

    def keep_turn(self) -> None:
        """Let nobody else write for a moment after the open transaction, since it refused what was stale."""

    @abstractmethod
    def twin(self) -> "Engine":
        """Return another engine for the same place, not connected yet, for another thread to read with."""

    def stop_when(self, asked: Callable[[], bool]) -> None:
        """From now on raise `Stopped` from whatever is being read as soon as that is asked for."""
        self._is_asked_to_stop = asked

    @property
    def may_be_stopped(self) -> bool:
        """Return whether `stop_when` was called."""
        return self._is_asked_to_stop is not None

    def require_going(self) -> None:
        """Raise `Stopped` if that was asked for."""
        if self._is_asked_to_stop is not None and self._is_asked_to_stop():
            raise Stopped

    def ear(self) -> Ear | None:
        """Return what hears of other desks' steps; None where there are none."""
        return None

    def take_seat(self, desk: str) -> str:
        """Return the name of this desk, told apart from other windows that the same desk has open."""
        return desk

    @abstractmethod
    def open_transaction(self) -> None:
        """Begin a transaction that may write; where others write too, theirs wait until it has ended."""

    @abstractmethod
    def has_transaction(self) -> bool:
        """Return whether the connection really is in a transaction."""

    @abstractmethod
    def schema_number(self) -> int:
        """Return the number of the newest migration that has been applied."""

    def locked_schema_number(self) -> int:
        """Return `schema_number`, keeping others from changing it until the open transaction ends."""
        return self.schema_number()

    @abstractmethod
    def stamp(self, number: int) -> None:
        """Record the number of the newest migration, inside the open transaction."""

    @abstractmethod
    def compact(self) -> None:
        """Write the database anew without the remains of what was removed; no transaction may be open."""

    def structural_faults(self) -> Sequence[str]:
        """Return what the engine itself finds broken, in its own words; servers look after themselves."""
        return ()

    def structure(self) -> str:
        """Return the SHA-256 of the definitions of all tables; empty for servers, which look after theirs."""
        return ""

    def last_keys(self) -> Mapping[str, int] | None:
        """Return the last key that each table has given out; None where only the engine knows."""
        return None

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        """Run one statement and return its cursor."""
        if not self._pens and not _READS.match(sql):
            raise UnjournalledWrite(sql.split("\n", 1)[0][:80])
        self.require_going()
        for noted in self._noted:
            noted.update(tables_read(sql))
        with self.plainly():
            return self.run(sql, params)

    @contextmanager
    def noting(self, tables: set[str]) -> Iterator[None]:
        """Add to `tables` the names of those that the statements of the block read, also within another."""
        outer, self._noted = self._noted, (*self._noted, tables)
        try:
            yield
        finally:
            self._noted = outer

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one writing statement for every row of parameters."""
        if not self._pens:
            raise UnjournalledWrite(sql[:80])
        with self.plainly():
            self.cursor().executemany(sql, rows)  # type: ignore[no-untyped-call]  # peewee's

    @abstractmethod
    def new_keys(self, table: str, count: int) -> Sequence[int]:
        """Return keys for new rows of a table, ascending, that have never been in use."""

    def run(self, sql: str, params: Any) -> Any:
        """Run one statement as the engine does it."""
        return super().execute_sql(sql, params)  # type: ignore[no-untyped-call]  # peewee's


@lru_cache(maxsize=1024)
def tables_read(sql: str) -> frozenset[str]:
    """Return the names of the tables that a reading statement of peewee mentions.

    >>> sorted(tables_read('SELECT "t1"."id" FROM "room" AS "t1" INNER JOIN "venue" AS "t2" ON 1'))
    ['room', 'venue']
    """
    return frozenset(one or other for one, other in _FROM.findall(sql))
