"""Finds records by words in any of their texts; its index is filled in slices that hold nothing up."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from alternat.models.base import Row
from alternat.planning.record_texts import SEARCHED, FoundRecords, RecordIndex, RecordTexts, read_texts
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk

SLICE = 6
"""How long the index is filled at a time, in milliseconds."""
READ_AT_A_TIME = 100
"""How many rows of a table are read at a time."""


class RecordFinder(QObject):
    """Keeps the texts of all records once somebody looks for them; `filled` tells that all are there.

    What is changed later it reads again, so that it always finds what stands now.
    """

    filled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._index = desk, RecordIndex()
        self._waiting: Iterator[list[RecordTexts]] | None = None
        self._is_full = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._fill)
        desk.changed.connect(self._follow)

    @property
    def is_full(self) -> bool:
        """Whether all records are in the index."""
        return self._is_full

    def begin(self) -> None:
        """Fill the index, or go on with it, unless that has been done."""
        if not self._is_full:
            self._waiting = self._waiting or self._slices()
            self._timer.start()

    def pause(self) -> None:
        """Leave the index as far as it is."""
        self._timer.stop()

    def search(self, words: str, limit: int) -> FoundRecords:
        """Return what is found by now, the best first, in the language of the screen where it can be."""
        return self._index.search(words, limit, self._desk.screen.language)

    def _slices(self) -> Iterator[list[RecordTexts]]:
        for table in SEARCHED:
            model: type[Row] = self._desk.tables.named(table)
            keys = (row.id for row in model.select(model.id).order_by(model.id))
            while part := list(islice(keys, READ_AT_A_TIME)):
                yield list(read_texts(self._desk.tables, table, part))

    def _fill(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        assert self._waiting is not None
        for part in self._waiting:
            self._index.put(part)
            if clock.elapsed() >= SLICE:
                return
        self._timer.stop()
        self._waiting, self._is_full = None, True
        self.filled.emit()

    def _follow(self, changes: Changes) -> None:
        if self._waiting is not None:
            # Rows that are read just now may have changed since: it begins anew.
            self._index, self._waiting = RecordIndex(), self._slices()
        elif self._is_full:
            self._index.read_again(self._desk.tables, ((row.table, row.key) for row in changes.rows))
