"""Copies of a dialogue for somebody else: one compact file, from either engine."""

from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import peewee as pw

from alternat.models.tables import bind
from alternat.storage.engines.guard import Engine
from alternat.storage.engines.sqlite import SqliteFile
from alternat.storage.faults import in_plain_words
from alternat.storage.journal.rows import insert_values
from alternat.storage.journal.tables import bind_journal
from alternat.storage.migrations import Schema, make_tables
from alternat.storage.whole_files import whole_file


def send_copy(engine: Engine, schema: Schema, target: Path, *, history: bool = False) -> None:
    """Write all that is in a dialogue to a new file; without the history, what was removed is not in it."""
    with in_plain_words(str(target)), whole_file(target) as part:
        if isinstance(engine, SqliteFile):
            engine.write_compact(part)
        else:
            _write_rows(engine, schema, part)
        if not history:
            _forget_history(part)


def _write_rows(engine: Engine, schema: Schema, part: Path) -> None:
    file = SqliteFile(part, write=True, create=True)
    file.connect()
    try:
        make_tables(file, schema)
        with file.writing():
            for source, copy in zip(_models(engine), _models(file), strict=True):
                _write_table(engine, source, file, copy)
        file.forget_journal_file()
    finally:
        file.close()


def _models(engine: Engine) -> tuple[type[pw.Model], ...]:
    journal = bind_journal(engine)
    return (*bind(engine).all(), journal.step, journal.image)


def _write_table(engine: Any, source: Any, file: Engine, copy: type[pw.Model]) -> None:
    fields = source._meta.sorted_fields
    columns = [field.column_name for field in fields]
    rows = engine.execute(source.select(*fields).order_by(source.id))
    insert_values(file, copy, columns, rows)


def _forget_history(path: Path) -> None:
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)) as connection:
        connection.pragma("secure_delete", 1)
        with connection:
            connection.execute("DELETE FROM journal_row")
            connection.execute("DELETE FROM journal_step")
            used = "SELECT photo_id FROM person WHERE photo_id IS NOT NULL"
            connection.execute(f"DELETE FROM photo WHERE id NOT IN ({used})")  # noqa: S608  # constant
        connection.execute("VACUUM")
