"""What every import begins with: a list that was read, of which another sheet may be taken."""

from dataclasses import replace

from alternat.exchange.sources.table import Table


class ListSession:
    """The list of an import; what follows from it is for those who know what kind of list it is."""

    def __init__(self) -> None:
        self.table: Table | None = None

    def take(self, table: Table | None) -> None:
        """Take another list; what was chosen for the one before is forgotten."""
        self.table = table

    def choose_sheet(self, number: int) -> None:
        """Take another sheet of the same workbook, counted from 0."""
        if self.table is not None and number != self.table.sheet_number:
            self.take(replace(self.table, sheet_number=number))
