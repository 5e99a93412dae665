"""Makes the tables of a new dialogue, and brings those of an earlier version up to date."""

from alternat.language.messages import message
from alternat.models.tables import bind
from alternat.storage.engines.guard import Engine
from alternat.storage.journal.chain import begin, settle_structure
from alternat.storage.journal.steps import Journal
from alternat.storage.journal.stock import untold
from alternat.storage.journal.tables import bind_journal
from alternat.storage.migrations.schema import Schema

_ACTOR = "Alternat"


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
