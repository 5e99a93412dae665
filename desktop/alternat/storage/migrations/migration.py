"""What a migration is, and what several of them do to tables."""

from collections.abc import Callable
from dataclasses import dataclass

from alternat.models.tables import bind
from alternat.storage.engines.guard import Engine


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the tables; `apply` runs in a transaction with all the others that are due.

    What it does to kept values it must also do to the journal's images, or checking finds them changed.
    Images with fields that are gone, or without new ones, are no trouble; neither are new rows, which are
    told in a step of their own. One that adds a field and a table, and fills it from what is there:

        def _keep_gifts(engine: Engine) -> None:
            add_columns(engine, ("person", "customs", "TEXT NOT NULL DEFAULT ''"))
            create_tables(engine, "gift")
            engine.execute_sql(
                "INSERT INTO gift (version, person_id, text) SELECT 1, person_id, note FROM contact"
                " WHERE note <> '' AND NOT EXISTS (SELECT 1 FROM gift)"
            )

        MIGRATION = Migration(4, "Keep gifts", _keep_gifts)

    It must do no harm to a file that has all of it already, whatever number that file carries.
    """

    number: int
    """One more than the migration before it; the first is 2."""
    title: str
    """What it does, for the log."""
    apply: Callable[[Engine], None]


def add_columns(engine: Engine, *columns: tuple[str, str, str]) -> set[str]:
    """Add columns, given as table, name and definition, that are not there yet; return their names."""
    added = set()
    for table, name, definition in columns:
        if all(each.name != name for each in engine.get_columns(table)):
            engine.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "{name}" {definition}')
            added.add(name)
    return added


def add_references(engine: Engine, *columns: tuple[str, str, str]) -> None:
    """Add references that may be empty, given as table, name and table referred to, with their indexes."""
    for table, name, other in columns:
        column = f"{name}_id"
        rule = f'INTEGER REFERENCES "{other}" ("id") DEFERRABLE INITIALLY DEFERRED'
        add_columns(engine, (table, column, rule))
        engine.execute_sql(f'CREATE INDEX IF NOT EXISTS "{table}_{column}" ON "{table}" ("{column}")')


def create_tables(engine: Engine, *names: str) -> None:
    """Create tables that are not there yet, with the columns and indexes that their models have today.

    A later migration that adds columns to them finds these there already, and leaves them.
    """
    tables = bind(engine)
    for name in names:
        tables.named(name).create_table(safe=True)
