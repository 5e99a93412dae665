"""A dialogue in a PostgreSQL database that a team shares."""

import time
from collections.abc import Sequence
from contextlib import suppress
from threading import get_ident
from typing import Any, cast

import peewee as pw

from alternat.addresses import apart
from alternat.errors import AlternatError
from alternat.storage.engines.driver import release_driver
from alternat.storage.engines.guard import Engine
from alternat.storage.faults import (
    FateUnknown,
    PasswordNeeded,
    ServerGone,
    ServerUnreachable,
    StorageError,
    WrongPassword,
)

release_driver()
import psycopg  # noqa: E402  # it could not be found before
from psycopg.conninfo import conninfo_to_dict  # noqa: E402

from alternat.storage.engines.listening import ServerEar  # noqa: E402
from alternat.storage.engines.turns import Turn  # noqa: E402

META_TABLE = "alternat_meta"

_CONNECTION = {
    "application_name": "Alternat",
    "connect_timeout": "5",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
"""So that a server that has gone away without a word is noticed within seconds."""
_SESSION = """
    SET default_transaction_read_only = on;
    SET client_min_messages = warning;
    SET lock_timeout = '3s';
    SET statement_timeout = '60s';
    SET idle_in_transaction_session_timeout = '30s'
"""
"""Nobody waits for a desk that does not finish, and a desk that has stopped in the middle lets go."""
_LOCK = "hashtextextended('alternat ' || current_schema(), 0)"
"""The lock of one dialogue among those of the database."""
CHANNEL = "'alternat_' || md5(current_schema()::text)"
"""The name under which the steps of the dialogue are announced, in the server's words."""
_BEGIN_ALONE = f"BEGIN READ WRITE; SELECT pg_advisory_xact_lock({_LOCK}); SELECT txid_current()"
_STATE = f", (SELECT value FROM {META_TABLE} WHERE name = 'schema'), (SELECT max(id) FROM journal_step)"  # noqa: S608 - a constant
"""What else to ask in the same breath, but in a statement of its own: it sees what the lock waited for."""
_SEATS = 100
_ATTEMPTS, _PAUSE = 6, 0.5
"""How often, and how many seconds apart, a server is asked how an interrupted commit ended."""


def connection_values(url: str, password: str | None = None) -> dict[str, Any]:
    """Return what the driver connects with; `ServerUnreachable` for an address that is none.

    The reason never holds the address itself, in which there may be a password.
    """
    shown, secrets = apart(url)
    if password is not None:
        secrets["password"] = password
    try:
        values = conninfo_to_dict(shown)
    except psycopg.Error as fault:
        raise ServerUnreachable(place=shown, reason=str(fault).strip()) from None
    return {**_CONNECTION, **values, **secrets}


class _Driver(pw.Psycopg3Adapter):
    """What peewee asks of the driver, in its own words, since it may have been imported without one."""

    txn_idle = psycopg.pq.TransactionStatus.IDLE
    txn_inerror = psycopg.pq.TransactionStatus.INERROR
    txn_unknown = psycopg.pq.TransactionStatus.UNKNOWN

    def check_driver(self) -> None:
        """Do nothing: the driver is here."""

    def get_binary_type(self) -> Any:
        """Return what wraps bytes."""
        return psycopg.Binary

    def connect(self, db: pw.Database, **params: Any) -> Any:
        """Connect with the values of the address that stands for the database's name."""
        return psycopg.connect(**cast("PostgresqlServer", db).conninfo, **params)


class PostgresqlServer(Engine, pw.PostgresqlDatabase):
    """A connection to the database of one dialogue.

    One desk writes at a time: a transaction that may write first takes the dialogue's lock. So what a verb
    reads holds until it is committed, steps are numbered in the order of their commits, and no two desks
    ever wait for each other.
    """

    psycopg2_adapter = psycopg3_adapter = _Driver
    is_shared = True

    def __init__(self, url: str, password: str | None = None) -> None:
        self.address = apart(url)[0]
        self.conninfo = connection_values(url, password)
        self.name = str(self.conninfo.get("dbname") or self.conninfo.get("host") or "PostgreSQL")
        self._desk, self._seat = "", 0
        self._transaction_id = 0
        self._is_writing = False
        self._away_from: int | None = None
        self._has_meta, self._schema_found = False, 0
        self._turn = Turn(_LOCK)
        super().__init__(self.name, autoconnect=False)

    def _connect(self) -> Any:
        connection = super()._connect()  # type: ignore[misc]  # the stubs leave it out
        connection.execute(_SESSION)
        if self._desk:
            self._seat = _free_seat(connection, self._desk, self._seat)
        return connection

    def connect(self, reuse_if_open: bool = False) -> bool:  # noqa: FBT001, FBT002  # peewee's own
        """Connect for the thread that calls; `ServerUnreachable`, with the server's words, if that fails.

        `PasswordNeeded` where the server asks for one that nobody gave, `WrongPassword` where it refuses it.
        """
        try:
            return super().connect(reuse_if_open)
        except ServerGone as fault:
            raise self._refused(fault) from None

    def _refused(self, fault: ServerGone) -> StorageError:
        """Return why the server could not be reached, told apart from a password that is lacking."""
        reason, session = str(fault.arguments["reason"]).strip(), _failed_session(fault)
        if session is not None and session.needs_password:
            return PasswordNeeded(place=self.address)
        if session is not None and session.used_password and "password" in reason:
            return WrongPassword(place=self.address)
        return ServerUnreachable(place=self.address, reason=reason)

    def take_seat(self, desk: str) -> str:
        """Return the name of this desk: the first of its windows on the dialogue has the desk's own name.

        The seat is kept as long as the connection, so that the same one is free after a restart.
        """
        self._desk = desk
        with self.plainly():
            self._seat = _free_seat(self._session, desk)
        return f"{desk}/{self._seat}" if self._seat else desk

    def cursor(self, named_cursor: str | None = None) -> Any:
        """Return a cursor; a connection that broke earlier is first made anew, but never in a transaction."""
        is_broken = not self.is_closed() and self._session.closed
        if is_broken and self._is_writing:
            raise ServerGone(place=self.address)
        if is_broken or self._is_away:
            self._reconnect()
        return super().cursor(named_cursor)  # type: ignore[no-untyped-call]  # peewee's

    def run(self, sql: str, params: Any) -> Any:
        """Run one statement; one that found the connection broken is run once more on a new one.

        Inside a transaction it is not: what was done in it before is gone with the connection.
        """
        if self.is_closed() or self._is_writing:
            return super().run(sql, params)
        try:
            self._look(sql)
            return super().run(sql, params)
        except (pw.PeeweeException, psycopg.Error) as fault:
            if not self._is_broken(fault):
                raise
        self._reconnect()
        self._look(sql)
        return super().run(sql, params)

    def open_transaction(self) -> None:
        """Begin a transaction that may write, once no other desk's is open.

        A desk that does not finish in time is a `DeskBusy`.
        """
        try:
            self._begin_alone()
        except psycopg.Error as fault:
            if not self._is_broken(fault):
                raise
            self._reconnect()
            self._begin_alone()

    def _begin_alone(self) -> None:
        cursor = self.cursor()
        try:
            cursor.execute(_BEGIN_ALONE + _STATE if self._has_meta else _BEGIN_ALONE)
        except psycopg.Error:
            self.abandon()
            raise
        self._is_writing = True
        while cursor.nextset():
            pass
        number, *state = cursor.fetchone()
        self._transaction_id = int(number)
        if state:
            self._schema_found, self.newest_step = int(state[0]), int(state[1] or 0)

    def _commit(self) -> None:
        """Commit; where the connection breaks at that moment, ask the server whether it was kept."""
        if self._session.closed:
            raise ServerGone(place=self.address)
        try:
            super()._commit()
        except ServerGone:
            if not self._was_committed():
                raise
        self._is_writing = False
        self._turn.end(self._transaction_id)

    def _was_committed(self) -> bool:
        """Return how the transaction ended that was being committed when the connection broke.

        `FateUnknown` where the server cannot be asked.
        """
        self._is_writing = False
        for _ in range(_ATTEMPTS):
            try:
                self._reconnect()
                # The lock is free once that transaction has ended, one way or the other.
                self._session.execute(f"SELECT pg_advisory_lock_shared({_LOCK})")
                self._session.execute(f"SELECT pg_advisory_unlock_shared({_LOCK})")
                (end,) = self._session.execute("SELECT txid_status(%s)", (self._transaction_id,)).fetchone()
            except (AlternatError, psycopg.Error):
                time.sleep(_PAUSE)
            else:
                return bool(end == "committed")
        raise FateUnknown(place=self.address)

    def abandon(self) -> None:
        """Roll back what is open; with the connection it is gone already."""
        self._is_writing = False
        if not self.is_closed() and not self._session.closed:
            with suppress(ServerGone):
                super().abandon()
            self._turn.end(self._transaction_id)

    def keep_turn(self) -> None:
        """Let nobody else write for a moment after the open transaction, since it refused what was stale.

        Otherwise a program that looks and tries again would, among many, be refused again and again.
        """
        if self.notes_looks:
            self._turn.keep(self._session, self._transaction_id)

    def _is_broken(self, fault: BaseException) -> bool:
        state = str(getattr(fault.__cause__ or fault, "sqlstate", None) or "")
        return self.is_closed() or bool(self._session.closed) or state.startswith(("57P", "08", "25P03"))

    def announce(self, step: int) -> None:
        """Let every desk that listens hear the number of a step once it is committed."""
        self.execute_sql(f"SELECT pg_notify({CHANNEL}, %s)", (str(step),))

    def twin(self) -> "PostgresqlServer":
        """Return another engine for the same database, not connected yet."""
        twin = PostgresqlServer(self.address)
        twin.conninfo = self.conninfo
        return twin

    def ear(self) -> ServerEar:
        """Return what hears of other desks' steps, not connected yet."""
        return ServerEar(self.conninfo, self.address, CHANNEL)

    @property
    def _session(self) -> Any:
        return cast("Any", self).connection()

    def _look(self, sql: str) -> None:
        """Before something is read, note up to which step it will be seen; the journal is no such thing."""
        if self.notes_looks and "journal_" not in sql:
            (newest,) = self._session.execute("SELECT max(id) FROM journal_step").fetchone()
            self.looked = newest or 0

    def _reconnect(self) -> None:
        """Connect once more; `ServerGone` where the server is still away."""
        if not self.is_closed():
            self._session.close()
            super().close()
        try:
            self.connect()
        except ServerUnreachable as fault:
            # The workspace stays open: whatever is asked of it next tries again.
            self._away_from = get_ident()
            raise ServerGone(**fault.arguments) from None
        self._away_from = None

    @property
    def _is_away(self) -> bool:
        return self._away_from == get_ident()

    def close(self) -> bool:
        """Disconnect for good."""
        self._away_from = None
        return super().close()

    def has_transaction(self) -> bool:
        """Return whether the server is in a transaction, a failed one included."""
        if self.is_closed():
            return False
        status = self._session.pgconn.transaction_status
        return status not in {_Driver.txn_idle, _Driver.txn_unknown}

    def schema_number(self) -> int:
        """Return the number in the meta table; 0 where there is no such table."""
        if self._is_writing and self._schema_found:
            return self._schema_found
        self._has_meta = self._has_meta or self.table_exists(META_TABLE)
        if not self._has_meta:
            return 0
        row = self.execute_sql(f"SELECT value FROM {META_TABLE} WHERE name = 'schema'").fetchone()  # noqa: S608  # a constant
        return int(row[0]) if row else 0

    def locked_schema_number(self) -> int:
        """Return the number in the meta table and keep the row until the open transaction ends."""
        self.execute_sql(f"SELECT value FROM {META_TABLE} FOR UPDATE")  # noqa: S608  # a constant
        self._schema_found = 0
        return self.schema_number()

    def stamp(self, number: int) -> None:
        """Record the number in the meta table."""
        self.execute_sql(
            f"CREATE TABLE IF NOT EXISTS {META_TABLE} (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
        )
        self.execute_sql(
            f"INSERT INTO {META_TABLE} VALUES ('schema', %s) "  # noqa: S608  # a constant
            "ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value",
            (str(number),),
        )
        self._schema_found = 0

    def compact(self) -> None:
        """Write the tables anew without the remains of what was removed, where this user may do that."""
        for table in self.get_tables():
            with suppress(StorageError), self.pen():
                self.execute_sql(f'VACUUM (FULL) "{table}"')

    def new_keys(self, table: str, count: int) -> Sequence[int]:
        """Return the next numbers of the table's sequence."""
        with self.pen():
            numbers = self.execute_sql(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", (table, count)
            )
        return sorted(number for (number,) in numbers)


def _free_seat(connection: Any, desk: str, wanted: int = 0) -> int:
    """Take a free seat at a desk, if it can be the wanted one, as long as the connection lasts."""
    for seat in (wanted, *range(_SEATS)):
        taken = f"{desk}/{seat}"
        sql = "SELECT pg_try_advisory_lock(hashtextextended('alternat desk ' || current_schema() || %s, 0))"
        if connection.execute(sql, (taken,)).fetchone()[0]:
            return int(seat)
    return _SEATS


def _failed_session(fault: BaseException | None) -> Any:
    """Return libpq's own account of a connection that could not be made."""
    while fault is not None:
        if (session := getattr(fault, "pgconn", None)) is not None:
            return session
        fault = fault.__cause__ or fault.__context__
    return None
