"""What a desk has seen of the steps of others, so that no verb overwrites what nobody here has read."""

from collections.abc import Iterable, Mapping

from alternat.storage.journal.images import Image
from alternat.storage.journal.steps import Journal

RECKONED: Mapping[str, frozenset[str]] = {
    "agenda_item": frozenset({"number"}),
    "entity": frozenset({"number"}),
    "meeting": frozenset({"last_serial", "list_revision", "last_list_revision", "last_revision"}),
    "participation": frozenset({"place"}),
    "provision": frozenset({"number"}),
    "session": frozenset({"sequence"}),
    "sub_group": frozenset({"number"}),
}
"""By table, what verbs work out from the rows as they stand: to miss a change of these fields is no loss."""


class Sight:
    """Which steps a desk has seen; each of its own it has."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._own: set[int] = set()
        self._told: dict[tuple[str, int], int] = {}
        self._seen = self._newest = 0
        self._named: set[tuple[str, int]] = set()

    def begin(self, seen: int, newest: int) -> None:
        """Take in, at the start of a transaction, the last step that has been seen, and the newest one."""
        self._seen, self._newest = seen, newest
        self._own = {number for number in self._own if number > seen}
        self._told = {row: number for row, number in self._told.items() if number > seen}
        self._named.clear()

    def add_own(self, step: int) -> None:
        """Note a step of this desk's own."""
        self._own.add(step)

    def is_own(self, step: int) -> bool:
        """Return whether a step that has not been seen otherwise is this desk's own."""
        return step in self._own

    def tell(self, rows: Iterable[tuple[str, int]]) -> None:
        """Note that the person has been told of rows which others have changed."""
        self._told.update(dict.fromkeys(rows, self._newest))

    def settle(self, table: str, keys: Iterable[int]) -> None:
        """Note rows whose versions the verb itself has named in this transaction."""
        self._named.update((table, key) for key in keys)

    def unseen(self, table: str, keys: Iterable[int]) -> list[int]:
        """Return those of the rows that another desk has changed since they were seen."""
        if self._newest - self._seen <= len(self._own):
            return []
        asked = [key for key in keys if (table, key) not in self._named]
        changed = {
            key
            for key, step in self._journal.changed_after(
                self._seen, table, asked, but=RECKONED.get(table, ())
            )
            if step not in self._own and step > self._told.get((table, key), 0)
        }
        return [key for key in asked if key in changed]

    def removed(self, table: str) -> list[tuple[int, Image]]:
        """Return the rows of a table that other desks have removed since, with their last images."""
        rows = self._journal.removed_after(self._seen, table)
        return [(key, image) for key, step, image in rows if step not in self._own]
