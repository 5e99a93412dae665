"""Numbered changes of the tables, so that files of earlier versions can be brought up to date."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from alternat.language.messages import message
from alternat.models.tables import bind
from alternat.storage.engines.guard import Engine
from alternat.storage.faults import NewerDialogue
from alternat.storage.journal.chain import begin, settle_structure
from alternat.storage.journal.first_chain import chain_from_the_start
from alternat.storage.journal.steps import Journal
from alternat.storage.journal.stock import untold
from alternat.storage.journal.tables import bind_journal

_ACTOR = "Alternat"
BASE = 1
"""The number of the first released tables, which no migration leads to."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the tables; `apply` runs in a transaction with all the others that are due.

    What it does to kept values it must also do to the journal's images, or checking finds them changed.
    Images with fields that are gone, or without new ones, are no trouble.
    """

    number: int
    """One more than the migration before it; the first is 2."""
    title: str
    """What it does, for the log."""
    apply: Callable[[Engine], None]


def _keep_what_was_agreed(engine: Engine) -> None:
    """Let consent be to days, host and city (older ones: to those that stand); keep reasons and origins."""
    new = _add_columns(
        engine,
        ("meeting", "status_reason", "TEXT NOT NULL DEFAULT ''"),
        ("task", "carried_from", "INTEGER"),
        ("consent", "starts", "DATE"),
        ("consent", "ends", "DATE"),
        ("consent", "host", "VARCHAR(10) NOT NULL DEFAULT ''"),
        ("consent", "city", "TEXT NOT NULL DEFAULT '{}'"),
    )
    # A column that was there already holds what was agreed to, whatever number the file carries.
    for field in new & {"starts", "ends", "city"}:
        engine.execute_sql(
            f"UPDATE consent SET {field} = (SELECT meeting.{field} FROM meeting"  # noqa: S608 - our own words
            " WHERE meeting.id = consent.meeting_id) WHERE meeting_id IS NOT NULL"
        )
    if "host" in new:
        engine.execute_sql(
            "UPDATE consent SET host = (SELECT side.code FROM meeting JOIN side ON side.id = meeting.host_id"
            " WHERE meeting.id = consent.meeting_id) WHERE meeting_id IS NOT NULL"
        )


def _tell_everything(engine: Engine) -> None:
    """Chain the journal's steps, remember what left the desk, and keep what lists say beside a name."""
    new = _add_columns(
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
    tables = bind(engine)
    for model in (tables.Release, tables.Vacancy):
        model.create_table(safe=True)
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


def _add_columns(engine: Engine, *columns: tuple[str, str, str]) -> set[str]:
    """Add columns, given as table, name and definition, that are not there yet; return their names."""
    added = set()
    for table, name, definition in columns:
        if all(each.name != name for each in engine.get_columns(table)):
            engine.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "{name}" {definition}')
            added.add(name)
    return added


MIGRATIONS: tuple[Migration, ...] = (
    Migration(BASE + 1, "Keep what each side agreed to, why meetings are called off", _keep_what_was_agreed),
    Migration(BASE + 2, "Chain the journal, remember what left the desk", _tell_everything),
)
"""Every migration, in order; a released one is never changed."""


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables this version knows, and how to get there from earlier ones."""

    migrations: tuple[Migration, ...] = MIGRATIONS

    @property
    def number(self) -> int:
        """Return the number that up-to-date files carry."""
        return self.migrations[-1].number if self.migrations else BASE

    def due(self, found: int) -> tuple[Migration, ...]:
        """Return the migrations that a file with that number still needs."""
        return tuple(each for each in self.migrations if each.number > found)

    def refuse_newer(self, engine: Engine, found: int) -> None:
        """Raise `NewerDialogue` for a number that this version does not know."""
        if found > self.number:
            raise NewerDialogue(place=engine.address, found=found, known=self.number)


SCHEMA = Schema()


def make_tables(engine: Engine, schema: Schema) -> None:
    """Make all tables of the newest kind in an empty database."""
    journal = bind_journal(engine)
    with engine.writing(), engine.pen():
        for model in (*bind(engine).all(), journal.step, journal.image, journal.head):
            model.create_table(safe=False)
        begin(engine, journal)
        engine.stamp(schema.number)


def bring_up_to_date(engine: Engine, schema: Schema) -> None:
    """Apply what is due, all of it or nothing."""
    with engine.writing(), engine.pen():
        # Another desk may have been faster on a server.
        for migration in schema.due(engine.locked_schema_number()):
            migration.apply(engine)
        engine.stamp(schema.number)
        _take_stock(engine)


def _take_stock(engine: Engine) -> None:
    """Write down what the migrations put into rows, and the tables as they are now."""
    tables = bind_journal(engine)
    settle_structure(engine, tables)
    new = untold(engine, bind(engine), tables)
    if new or any(new.asides()):
        label = message("Brought up to date for this version of Alternat")
        Journal(engine, tables, _ACTOR).record(label, new, lasting=True)
