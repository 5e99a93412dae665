"""The other desks of a dialogue on a server: what this one has seen of their steps."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any

import peewee as pw

from alternat.errors import AlternatError
from alternat.models.tables import Tables
from alternat.storage.changes import Changes, ConflictError, RowRemoved
from alternat.storage.engines.guard import Ear, Engine
from alternat.storage.faults import DamagedDialogue
from alternat.storage.journal.ledger import Ledger
from alternat.storage.journal.steps import Journal, label_of
from alternat.storage.naming import enumerated, row_name
from alternat.storage.sight import Sight

_ASKED = re.compile(r"Params: \[(\d+)")
"""How peewee tells the key of a row that is not there."""


class Team:
    """Keeps one workspace abreast of the others; for a file, which one desk writes, there is nothing to do.

    What a desk has seen is what was there when it last read something, outside a change. A desk that
    follows, as a window does, has seen what `catch_up` has told it, since what it shows is no newer.
    """

    def __init__(
        self, engine: Engine, journal: Journal, tables: Tables, tell: Callable[[Changes], None]
    ) -> None:
        self._engine, self._journal, self._tables, self._tell = engine, journal, tables, tell
        self._followed: int | None = None
        self.sight = Sight(journal)
        self.on_refusal: Callable[[], None] | None = None
        """What to do instead of catching up after a refusal: a window shows first what was refused."""
        if engine.is_shared:
            # A damaged history stops no reading; there is nothing to follow then.
            with suppress(DamagedDialogue):
                engine.looked, engine.notes_looks = journal.last_number(), True

    @property
    def began(self) -> datetime | None:
        """When the dialogue came to be, in UTC, which is the same for all desks and tells it from others.

        None where the history is too damaged to tell.
        """
        try:
            return self._journal.began()
        except (AlternatError, pw.PeeweeException, ValueError, TypeError, AttributeError):
            return None

    @property
    def is_shared(self) -> bool:
        """Whether other desks may write to the dialogue at the same time."""
        return self._engine.is_shared

    def ear(self) -> Ear | None:
        """Return what hears, in a thread of its own, that there is something to catch up with, or None."""
        return self._engine.ear()

    def follow(self) -> None:
        """From now on count as seen what `catch_up` has told of, not what was read last."""
        if self._engine.is_shared:
            self._followed = self._journal.last_number()
            self._engine.notes_looks = False

    @property
    def is_behind(self) -> bool:
        """Return whether other desks have made steps that `catch_up` has not told of."""
        if self._followed is None:
            return False
        return any(not self.sight.is_own(int(step.id)) for step in self._journal.after(self._followed))

    def catch_up(self) -> None:
        """Tell the listeners of every step that other desks have made since this was last called."""
        if self._followed is None or self._engine.has_transaction():
            return
        for step in self._journal.after(self._followed):
            number = int(step.id)
            if not self.sight.is_own(number):
                ledger, origin = Ledger(self._journal.entries(step)), step.origin
                changes = Changes.of(ledger, number, label_of(step), origin, is_remote=True)
                try:
                    self._tell(changes)
                finally:
                    # A listener that fails must not hear of it again and again.
                    self._followed = number
            self._followed = number

    def begin(self) -> None:
        """Note, at the start of a transaction, what has been seen."""
        if self._engine.is_shared:
            seen = self._engine.looked if self._followed is None else self._followed
            self.sight.begin(seen, self._engine.newest_step)

    def announce(self, step: int) -> None:
        """Let the others hear of a step of this desk's own, once it is committed."""
        self.sight.add_own(step)
        self._engine.announce(step)

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Run a verb's block: what is not there any more is told, and who is refused has the next turn."""
        try:
            yield
        except ConflictError:
            self._engine.keep_turn()
            raise
        except pw.DoesNotExist as fault:
            self._refuse_removed(fault)
            raise

    def _refuse_removed(self, fault: pw.DoesNotExist) -> None:
        """Raise the conflict with whoever removed a row that a verb was to change, if anybody did."""
        model: Any = getattr(self._tables, type(fault).__name__.removesuffix("DoesNotExist"))
        table = model._meta.table_name
        asked = _ASKED.search(str(fault))
        key = int(asked.group(1)) if asked else 0
        rows = list(self._journal.last_removed(table, [key]).items()) or self.sight.removed(table)
        if rows:
            names = enumerated([row_name(table, key, image) for key, image in rows])
            raise RowRemoved(tuple((table, key) for key, _ in rows), names) from fault

    def tell_conflict(self, fault: ConflictError) -> None:
        """Note that the person is being told of rows; whoever shows them shows them anew."""
        self.sight.tell(fault.rows)
        (self.on_refusal or self.catch_up)()
