"""The tables of a format are kept, so that no model changes without a number that says so.

`UPDATE_SNAPSHOTS=1` writes down the tables of a number that is new, and leaves all others as they are.
"""

import os
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import psycopg
import pytest

from alternat.storage.migrations.schema import SCHEMA
from alternat.storage.workspace import create_workspace
from tests.kept import SNAPSHOTS

CHANGED = """
The tables are others than those of format {number}, but the number is still {number}, and files with that
number are on other people's desks. Add a migration {next} beside the others in storage/migrations, to bring a
file of format {number} to these tables; then write them down: UPDATE_SNAPSHOTS=1 pytest {test}.
Only where format {number} has never left this desk: delete {file} first, and write it anew.
"""
MISSING = "Nobody has written down the tables of format {number} yet: UPDATE_SNAPSHOTS=1 pytest {test}."


def test_the_tables_of_a_file_are_those_of_its_number(tmp_path: Path) -> None:
    path = tmp_path / "talks.alternat"
    create_workspace(path, actor="Test").close()
    assert_kept("sqlite", "\n".join(_of_a_file(path)))


@pytest.mark.postgresql
def test_the_tables_on_a_server_are_those_of_their_number(postgresql_address: str) -> None:
    create_workspace(postgresql_address, actor="Test").close()
    assert_kept("postgresql", "\n".join(_of_a_server(postgresql_address)))


def assert_kept(engine: str, tables: str) -> None:
    """Compare tables with those kept for their number; only those of a new number are ever written."""
    path = SNAPSHOTS / "schema" / f"{SCHEMA.number}-{engine}.sql"
    names = {
        "number": SCHEMA.number,
        "next": SCHEMA.number + 1,
        "test": "tests/storage/test_schema.py",
        "file": path.relative_to(SNAPSHOTS.parents[1]),
    }
    if os.environ.get("UPDATE_SNAPSHOTS") and not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(tables + "\n", encoding="utf-8", newline="\n")
    assert path.exists(), MISSING.format(**names)
    assert tables + "\n" == path.read_text(encoding="utf-8"), CHANGED.format(**names)


def _of_a_file(path: Path) -> Iterator[str]:
    """Give what makes each table and index, one column to a line."""
    with closing(apsw.Connection(str(path))) as connection:
        asked = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        for (text,) in connection.execute(f"{asked} ORDER BY tbl_name, type DESC, name"):
            yield re.sub(r", (?=\"|FOREIGN|UNIQUE)", ",\n    ", text) if "TABLE" in text else text


def _of_a_server(address: str) -> Iterator[str]:
    """Give the columns, rules and indexes of each table, as the server tells them."""
    with psycopg.connect(address) as connection:
        schema = connection.execute("SELECT current_schema()").fetchone()
        assert schema is not None
        for asked in (_COLUMNS, _RULES, _INDEXES):
            rows = connection.execute(asked, schema)
            found = [text.replace(f"{schema[0]}.", "") for (text,) in rows]
            # Columns stay in the order of their table.
            yield from sorted(found, key=lambda text: text.partition(".")[0] if asked is _COLUMNS else text)


_COLUMNS = """
SELECT concat(c.relname, '.', a.attname, ' ', format_type(a.atttypid, a.atttypmod),
              CASE WHEN a.attnotnull THEN ' NOT NULL' END, ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid))
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relnamespace = %s::regnamespace AND c.relkind = 'r' ORDER BY a.attnum
"""
_RULES = """
SELECT concat(conrelid::regclass, ': ', pg_get_constraintdef(oid)) FROM pg_constraint
WHERE connamespace = %s::regnamespace AND contype <> 'n'
"""
_INDEXES = """
SELECT indexdef FROM pg_indexes WHERE schemaname = %s
"""
