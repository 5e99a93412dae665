"""The settings that keep a dialogue file whole, as SQLite itself reports them."""

import datetime as dt
from pathlib import Path
from typing import Any

import apsw
import pytest

from alternat.storage.engines.sqlite import APPLICATION_ID, SqliteFile
from alternat.storage.faults import StorageError
from alternat.storage.migrations.schema import SCHEMA
from alternat.storage.workspace import Workspace


def pragma(workspace: Workspace, name: str) -> Any:
    database: Any = workspace.tables.Person._meta.database
    return database.execute_sql(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("busy_timeout", 3000),
        ("query_only", 1),
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA.number),
        ("encoding", "UTF-8"),
    ],
)
def test_a_file_is_opened_with_the_settings_that_keep_it_whole(
    workspace: Workspace, name: str, value: object
) -> None:
    assert pragma(workspace, name) == value


def test_the_library_is_past_the_versions_that_corrupt_files() -> None:
    assert tuple(int(part) for part in apsw.sqlite_lib_version().split(".")) > (3, 51, 2)


def test_references_are_checked_at_commit_only(workspace: Workspace) -> None:
    database: Any = workspace.tables.Person._meta.database
    schemas = [sql for (sql,) in database.execute_sql("SELECT sql FROM sqlite_schema WHERE type = 'table'")]
    references = sum(sql.count("REFERENCES") for sql in schemas if sql)
    deferred = sum(sql.count("DEFERRABLE INITIALLY DEFERRED") for sql in schemas if sql)
    assert references == deferred > 8


def test_keys_are_never_reused(workspace: Workspace) -> None:
    database: Any = workspace.tables.Person._meta.database
    for model in workspace.tables.all():
        table = model._meta.table_name
        (sql,) = database.execute_sql("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        assert "AUTOINCREMENT" in sql


def test_a_missing_file_is_never_made_by_opening(tmp_path: Path) -> None:
    engine = SqliteFile(tmp_path / "gone.alternat", write=True)
    with pytest.raises(StorageError, match="unable to open"):
        engine.connect()
    assert list(tmp_path.iterdir()) == []


def test_dates_go_in_as_text_and_other_objects_not_at_all(workspace: Workspace) -> None:
    database: Any = workspace.tables.Person._meta.database
    day, time = dt.date(2027, 6, 12), dt.time(14, 30)
    assert database.execute_sql("SELECT ?, ?", (day, time)).fetchall() == [("2027-06-12", "14:30:00")]
    with pytest.raises(TypeError, match="SQLite cannot keep a complex"):
        database.execute_sql("SELECT ?", (1j,))


def test_text_that_is_not_utf_8_is_damage(workspace: Workspace) -> None:
    database: Any = workspace.tables.Person._meta.database
    with pytest.raises(StorageError, match="is damaged"):
        database.execute_sql("SELECT CAST(x'ff' AS TEXT)")


def test_an_abandoned_query_keeps_nobody_from_writing(workspace: Workspace) -> None:
    other = apsw.Connection(workspace.address)
    rows = iter(workspace.tables.Person.select().iterator())
    other.execute("BEGIN EXCLUSIVE; ROLLBACK")
    assert list(rows) == []
    other.close()
