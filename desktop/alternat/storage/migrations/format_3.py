"""Format 3 chains the journal, remembers what left the desk, and keeps what lists say beside a name."""

import json
from typing import Any

from alternat.storage.engines.guard import Engine
from alternat.storage.journal.first_chain import chain_from_the_start
from alternat.storage.journal.tables import bind_journal
from alternat.storage.migrations.migration import Migration, add_columns, create_tables


def _tell_everything(engine: Engine) -> None:
    """Chain the journal's steps, remember what left the desk, and keep what lists say beside a name."""
    new = add_columns(
        engine,
        ("person", "post_nominals", "VARCHAR(120) NOT NULL DEFAULT ''"),
        ("meeting", "region", "VARCHAR(10) NOT NULL DEFAULT ''"),
        ("meeting", "last_revision", "INTEGER NOT NULL DEFAULT 0"),
        ("meeting", "last_list_revision", "INTEGER NOT NULL DEFAULT 0"),
        ("side", "office_email", "VARCHAR(200) NOT NULL DEFAULT ''"),
        ("session", "end_zone", "VARCHAR(60) NOT NULL DEFAULT ''"),
        ("journal_step", "desk", "VARCHAR(60) NOT NULL DEFAULT ''"),
        ("journal_step", "words_digest", "VARCHAR(64) NOT NULL DEFAULT ''"),
        ("journal_step", "digest", "VARCHAR(64) NOT NULL DEFAULT ''"),
        ("journal_row", "digest", "VARCHAR(64) NOT NULL DEFAULT ''"),
        ("journal_row", "is_erased", "BOOLEAN NOT NULL DEFAULT FALSE"),
        ("journal_row", "version", "INTEGER"),
    )
    if "last_revision" in new:
        _remember_revisions(engine)
    create_tables(engine, "release", "vacancy")
    chain_from_the_start(engine)


def _remember_revisions(engine: Engine) -> None:
    """Take over the highest revision that each programme ever had, those that were taken back with them."""
    image: Any = bind_journal(engine).image
    new = (image.table == "programme_revision", image.after.is_null(is_null=False))
    highest: dict[int, int] = {}
    for (text,) in image.select(image.after).where(*new).tuples():
        row = json.loads(text)
        if {"meeting", "number"} <= row.keys():
            highest[row["meeting"]] = max(row["number"], highest.get(row["meeting"], 0))
    engine.execute_many(
        f'UPDATE "meeting" SET "last_revision" = {engine.param} WHERE "id" = {engine.param}',  # noqa: S608 - our own words
        [(number, meeting) for meeting, number in highest.items()],
    )


MIGRATION = Migration(3, "Chain the journal, remember what left the desk", _tell_everything)
