"""What a part of the window has read, so that it hears of the changes that concern it and of no others."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from PySide6.QtCore import QObject, Slot

from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk


class Reads(QObject):
    """The tables that a page, a panel or a dialog has read in the blocks of `noting`.

    They only grow while the part lives: what it keeps from an earlier reading still shows. Whatever
    follows from rows that were read needs no other table until one of those changes.
    """

    def __init__(self, desk: Desk, part: QObject, again: Callable[[], object] | None = None) -> None:
        """Note for a part, and call `again` after each change, undo or redo of what was read by then."""
        super().__init__(part)
        self._workspace, self._again = desk.workspace, again
        self._tables: set[str] = set()
        if again is not None:
            desk.changed.connect(self._follow)

    def noting(self) -> AbstractContextManager[None]:
        """Note what is read in a block, whichever way a row is reached."""
        return self._workspace.noting(self._tables)

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables read until now."""
        return frozenset(self._tables)

    def touched_by(self, changes: Changes) -> bool:
        """Return whether a row of a table read until now has changed."""
        return changes.touches(*self._tables)

    @Slot(object)
    def _follow(self, changes: Changes) -> None:
        if self._again is not None and self.touched_by(changes):
            self._again()
