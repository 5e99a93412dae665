"""Copies of a dialogue for somebody else: a new file, from either engine.

Rows are written one by one, not pages, so that nothing that was removed is carried along.
"""

from pathlib import Path
from typing import Any, cast

from alternat.models.tables import bind
from alternat.storage.engines.guard import Engine
from alternat.storage.engines.sqlite import SqliteFile
from alternat.storage.faults import in_plain_words
from alternat.storage.journal.chain import settle_structure
from alternat.storage.journal.rows import insert_values
from alternat.storage.journal.steps import Journal
from alternat.storage.journal.stock import untold
from alternat.storage.journal.tables import bind_journal
from alternat.storage.migrations.applying import make_tables
from alternat.storage.migrations.schema import Schema
from alternat.storage.whole_files import whole_file


def send_copy(
    engine: Engine, schema: Schema, target: Path, *, history: bool = False, password: str | None = None
) -> None:
    """Write all that is in a dialogue to a new file, protected by the password if there is one.

    Without the history, the past is not in it, nor the photographs that only the past refers to.
    """
    with in_plain_words(str(target)), whole_file(target, password) as part:
        file = SqliteFile(part, write=True, create=True, password=password)
        file.connect()
        try:
            make_tables(file, schema)
            with file.writing():
                _write_dialogue(engine, file, history=history)
                if history:
                    _write_journal(engine, file)
                else:
                    journal = bind_journal(file)
                    Journal(file, journal, "").record_base(untold(file, bind(file), journal))
            file.forget_journal_file()
        finally:
            file.close()


def _write_dialogue(engine: Engine, file: Engine, *, history: bool) -> None:
    tables = bind(engine)
    person: Any = tables.Person
    used = person.select(person.photo).where(person.photo.is_null(is_null=False))
    for source, copy in zip(tables.all(), bind(file).all(), strict=True):
        if source is tables.Release and not history:
            # What left is a part of the past: it tells of sessions that are gone.
            continue
        only_used = source is tables.Photo and not history
        _write_table(engine, source, file, copy, *((tables.Photo.id.in_(used),) if only_used else ()))


def _write_journal(engine: Engine, file: SqliteFile) -> None:
    journal, copy = bind_journal(engine), bind_journal(file)
    _write_table(engine, journal.step, file, copy.step)
    _write_table(engine, journal.image, file, copy.image)
    with file.pen():
        cast("Any", copy.head).delete().execute()
        _write_table(engine, journal.head, file, copy.head)
        settle_structure(file, copy)
        # The journal names rows that are gone; their keys must not be given out again.
        file.execute_sql(
            "UPDATE sqlite_sequence SET seq = max(seq, "
            """(SELECT coalesce(max("key"), 0) FROM journal_row WHERE "table" = sqlite_sequence.name))"""
        )


def _write_table(engine: Any, source: Any, file: Engine, copy: Any, *wanted: Any) -> None:
    fields = source._meta.sorted_fields
    query = source.select(*fields).order_by(source.id)
    rows = engine.execute(query.where(*wanted) if wanted else query)
    insert_values(file, copy, [field.column_name for field in fields], rows)
