"""Which migrations there are, and so which number the files of this version carry."""

from dataclasses import dataclass

from alternat.storage.engines.guard import Engine
from alternat.storage.faults import NewerDialogue
from alternat.storage.migrations import format_2, format_3, format_4, format_5
from alternat.storage.migrations.migration import Migration

BASE = 1
"""The number of the first released tables, which no migration leads to."""
MIGRATIONS: tuple[Migration, ...] = (
    format_2.MIGRATION,
    format_3.MIGRATION,
    format_4.MIGRATION,
    format_5.MIGRATION,
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
