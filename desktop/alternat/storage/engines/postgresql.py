"""A dialogue in a PostgreSQL database that a team shares."""

from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import unquote, urlsplit

import peewee as pw

from alternat.storage.engines.addresses import SCHEMES, without_password
from alternat.storage.engines.driver import release_driver
from alternat.storage.engines.guard import Engine
from alternat.storage.faults import ServerGone, ServerUnreachable

release_driver()
import psycopg  # noqa: E402  # it could not be found before

META_TABLE = "alternat_meta"
_CONNECT_SECONDS = 10


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
        """Connect to the address that stands for the database's name."""
        return psycopg.connect(str(db.database), **params)


class PostgresqlServer(Engine, pw.PostgresqlDatabase):
    """A connection to the database of one dialogue."""

    psycopg2_adapter = psycopg3_adapter = _Driver

    def __init__(self, url: str) -> None:
        try:
            parts = urlsplit(url)
        except ValueError as fault:
            # The address may hold a password, so it is not repeated.
            raise ServerUnreachable(place=SCHEMES[0], reason=str(fault)) from fault
        self.address = without_password(url)
        self.name = unquote(parts.path.strip("/")) or parts.hostname or "PostgreSQL"
        super().__init__(
            url,
            autoconnect=False,
            application_name="Alternat",
            connect_timeout=_CONNECT_SECONDS,
        )

    def _connect(self) -> Any:
        connection = super()._connect()  # type: ignore[misc]  # the stubs leave it out
        connection.execute("SET default_transaction_read_only = on")
        connection.execute("SET client_min_messages = warning")
        return connection

    def connect(self, reuse_if_open: bool = False) -> bool:  # noqa: FBT001, FBT002  # peewee's own
        """Connect for the thread that calls; `ServerUnreachable`, with the server's words, if that fails."""
        try:
            return super().connect(reuse_if_open)
        except ServerGone as fault:
            raise ServerUnreachable(**{**fault.arguments, "place": self.address}) from fault

    def cursor(self, named_cursor: str | None = None) -> Any:
        """Return a cursor; a connection that broke earlier is first made anew."""
        if not self.is_closed() and cast("Any", self).connection().closed:
            self.close()
            self.connect()
        return super().cursor(named_cursor)  # type: ignore[no-untyped-call]  # peewee's

    def open_transaction(self) -> None:
        """Begin a transaction that may write, which the session otherwise refuses."""
        with self.pen():
            self.execute_sql("BEGIN READ WRITE")

    def has_transaction(self) -> bool:
        """Return whether the server is in a transaction, a failed one included."""
        status = cast("Any", self).connection().pgconn.transaction_status
        return status not in {_Driver.txn_idle, _Driver.txn_unknown}

    def schema_number(self) -> int:
        """Return the number in the meta table; 0 where there is no such table."""
        if not self.table_exists(META_TABLE):
            return 0
        row = self.execute_sql(f"SELECT value FROM {META_TABLE} WHERE name = 'schema'").fetchone()  # noqa: S608  # a constant
        return int(row[0]) if row else 0

    def locked_schema_number(self) -> int:
        """Return the number in the meta table and keep the row until the open transaction ends."""
        self.execute_sql(f"SELECT value FROM {META_TABLE} FOR UPDATE")  # noqa: S608  # a constant
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

    def new_keys(self, table: str, count: int) -> Sequence[int]:
        """Return the next numbers of the table's sequence."""
        with self.pen():
            numbers = self.execute_sql(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", (table, count)
            )
        return sorted(number for (number,) in numbers)
