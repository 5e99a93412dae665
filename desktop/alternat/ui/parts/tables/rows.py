"""A table model that follows a changing sequence of values with the fewest row signals, never by a reset.

Selection, current row and scroll position hang on persistent indexes; a reset would throw them away at each
edit, which is why lists here are told their new rows and work out the difference themselves.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
)

T = TypeVar("T")

Index = QModelIndex | QPersistentModelIndex

MANY_RANGES = 40
"""Beyond this many scattered ranges, one layout change is cheaper than a signal a range."""


def ranges(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the (first, last) of each unbroken run of an ascending sequence of row numbers.

    >>> list(ranges([0, 1, 2, 5]))
    [(0, 2), (5, 5)]
    """
    first = previous = None
    for row in rows:
        if first is None or previous is None:
            first = row
        elif row != previous + 1:
            yield first, previous
            first = row
        previous = row
    if first is not None and previous is not None:
        yield first, previous


class RowsModel(QAbstractTableModel, Generic[T]):
    """A table of frozen values, each known by an integer key that does not change when the value does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[T] = []
        self._row_of_key: dict[int, int] = {}

    def key(self, value: T) -> int:
        """Return the key of a value, unique among the rows."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows; a table has no rows below a row."""
        return 0 if parent.isValid() else len(self._rows)

    @property
    def values(self) -> tuple[T, ...]:
        """Return the values in the order of the rows."""
        return tuple(self._rows)

    def value(self, row: int) -> T:
        """Return the value of a row."""
        return self._rows[row]

    def row_of(self, key: int) -> int | None:
        """Return the row of a key, or nothing where it is not among the rows."""
        return self._row_of_key.get(key)

    def show(self, values: Sequence[T]) -> None:
        """Make these the rows, by removing, moving, inserting and changing as little as that takes."""
        if self._has_same_keys(values):
            self._change(values)
            return
        wanted = {self.key(value) for value in values}
        self._remove([row for row, value in enumerate(self._rows) if self.key(value) not in wanted])
        held = set(self._row_of_key)
        self._reorder([key for value in values if (key := self.key(value)) in held])
        self._insert(values, [row for row, value in enumerate(values) if self.key(value) not in held])
        self._change(values)

    def _has_same_keys(self, values: Sequence[T]) -> bool:
        """Return whether values are those of the rows in their order, whatever else has changed in them."""
        pairs = zip(self._rows, values, strict=False)
        same = (old is new or self.key(old) == self.key(new) for old, new in pairs)
        return len(values) == len(self._rows) and all(same)

    def refresh(self) -> None:
        """Say that every cell reads differently, as after a change of the screen's language."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def _remove(self, rows: Sequence[int]) -> None:
        found = list(ranges(rows))
        if len(found) > MANY_RANGES:
            self._gather_at_end(rows)
            found = [(len(self._rows) - len(rows), len(self._rows) - 1)]
        for first, last in reversed(found):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self._count_rows()
            self.endRemoveRows()

    def _gather_at_end(self, rows: Sequence[int]) -> None:
        leaving = set(rows)
        keys = [self.key(value) for value in self._rows]
        staying = [key for row, key in enumerate(keys) if row not in leaving]
        self._reorder([*staying, *(keys[row] for row in rows)])

    def _reorder(self, keys: Sequence[int]) -> None:
        old = [self.key(value) for value in self._rows]
        if old == list(keys):
            return
        self.layoutAboutToBeChanged.emit()
        persistent = self.persistentIndexList()
        by_key = dict(zip(old, self._rows, strict=True))
        self._rows = [by_key[key] for key in keys]
        self._count_rows()
        moved = [self.index(self._row_of_key[old[index.row()]], index.column()) for index in persistent]
        self.changePersistentIndexList(persistent, moved)
        self.layoutChanged.emit()

    def _insert(self, values: Sequence[T], rows: Sequence[int]) -> None:
        found = list(ranges(rows))
        if len(found) > MANY_RANGES:
            end = len(self._rows)
            found = [(end, end + len(rows) - 1)]
            self._insert_range(end, [values[row] for row in rows])
            self._reorder([self.key(value) for value in values])
            return
        for first, last in found:
            self._insert_range(first, values[first : last + 1])

    def _insert_range(self, first: int, values: Sequence[T]) -> None:
        self.beginInsertRows(QModelIndex(), first, first + len(values) - 1)
        self._rows[first:first] = values
        self._count_rows()
        self.endInsertRows()

    def _change(self, values: Sequence[T]) -> None:
        held = zip(self._rows, values, strict=True)
        # Most values are the very same, which is quicker to see than that they are equal.
        changed = [row for row, (old, new) in enumerate(held) if old is not new and old != new]
        for row in changed:
            self._rows[row] = values[row]
        for first, last in ranges(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _count_rows(self) -> None:
        self._row_of_key = {self.key(value): row for row, value in enumerate(self._rows)}

    def data(self, index: Index, role: int = 0) -> Any:
        """Return what a cell shows in a role; each list says what that is."""
        raise NotImplementedError
