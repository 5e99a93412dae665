"""The net effect of a block of writes: one entry a row, however often the block touched it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from alternat.storage.journal.images import VERSION, Image, Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened to one row: `before` is None for a new row, `after` for a removed one."""

    before: Image | None
    after: Image | None


class Ledger:
    """Collects row changes in the order in which rows were first touched."""

    def __init__(self, entries: Iterable[tuple[str, int, Entry]] = ()) -> None:
        self._entries = {(table, key): entry for table, key, entry in entries}
        self._asides: dict[tuple[str, int], Entry] = {}
        self._veiled: set[tuple[str, int]] = set()

    def __iter__(self) -> Iterator[tuple[str, int, Entry]]:
        for (table, key), entry in self._entries.items():
            yield table, key, entry

    def __len__(self) -> int:
        return len(self._entries)

    def asides(self) -> Iterator[tuple[str, int, Entry]]:
        """Yield what is written down for checking only, and is no change to tell of or to take back.

        These are new photographs, and rows that are as they were but for their version.
        """
        for (table, key), entry in self._asides.items():
            if (table, key) not in self._entries:
                yield table, key, entry

    def kept(self, table: str, key: int, image: Image) -> None:
        """Note a new row that stays whatever is taken back."""
        self._asides[table, key] = Entry(None, image)

    def tables(self) -> set[str]:
        """Return the tables with changed rows."""
        return {table for table, _ in self._entries}

    def keys(self, table: str) -> set[int]:
        """Return the changed rows of a table."""
        return {key for name, key in self._entries if name == table}

    def restated(self, table: str, key: int, image: Image) -> None:
        """Note a row as it stands, in whole and without what it was before."""
        self._entries[table, key] = Entry({}, image)

    def veil_removed(self) -> None:
        """Let nothing be told of the removed rows but that they were erased."""
        self._veiled |= {place for place, entry in self._entries.items() if entry.after is None}

    def is_veiled(self, table: str, key: int) -> bool:
        """Return whether only the digest of a row's images may be written down."""
        return (table, key) in self._veiled

    def inserted(self, table: str, key: int, after: Image) -> None:
        """Note a new row with its complete image."""
        self._entries[table, key] = Entry(None, after)

    def updated(self, table: str, key: int, before: Image, after: Image) -> None:
        """Note changed fields of a row, as they were and as they are."""
        earlier = self._entries.get((table, key))
        if earlier is None:
            self._entries[table, key] = Entry(before, after)
        elif earlier.after is not None:
            first = None if earlier.before is None else {**before, **earlier.before}
            self._keep(table, key, first, {**earlier.after, **after})

    def deleted(self, table: str, key: int, row: Standing) -> None:
        """Note a removed row; its version is kept too, so that a restored row never falls back below it."""
        self._removed(table, key, {**row.image, VERSION: row.version})

    def absorb(self, inner: "Ledger") -> None:
        """Add what an inner block did after all that is here."""
        for table, key, entry in inner:
            if entry.before is None and entry.after is not None:
                self.inserted(table, key, entry.after)
            elif entry.after is None and entry.before is not None:
                self._removed(table, key, entry.before)
            elif entry.before is not None and entry.after is not None:
                self.updated(table, key, entry.before, entry.after)
        self._asides.update(((table, key), entry) for table, key, entry in inner.asides())

    def _removed(self, table: str, key: int, before: Image) -> None:
        self._asides.pop((table, key), None)
        earlier = self._entries.pop((table, key), None)
        if earlier is None:
            self._entries[table, key] = Entry(before, None)
        elif earlier.before is not None:
            self._entries[table, key] = Entry({**before, **earlier.before}, None)

    def _keep(self, table: str, key: int, before: Image | None, after: Image) -> None:
        if before is None:
            self._entries[table, key] = Entry(None, after)
            return
        changed = [name for name in before if before[name] != after[name]]
        if changed:
            self._entries[table, key] = Entry(_only(before, changed), _only(after, changed))
        else:
            del self._entries[table, key]
            self._asides[table, key] = Entry({}, {})


def _only(image: Image, names: list[str]) -> Image:
    return {name: image[name] for name in names}
