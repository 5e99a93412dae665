"""What was read from a file: sheets of text cells, with the row numbers and column letters they had there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Span:
    """A block of merged cells by position in `Sheet.rows`, all four ends inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet without its empty rows and columns; every row has one cell for each column.

    `numbers` are the row numbers as a spreadsheet shows them, from 1, and `columns` the column letters.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    columns: tuple[str, ...]
    merged: tuple[Span, ...] = ()
    uncalculated: tuple[tuple[int, int], ...] = ()
    """Positions (row, column) of formulas whose value the file does not hold."""
    is_hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    """Positions of rows that the workbook hides."""
    struck_rows: tuple[int, ...] = ()
    """Positions of rows whose every text is struck through."""
    hidden_columns: tuple[int, ...] = ()
    """Positions of columns that the workbook hides."""
    struck_cells: tuple[tuple[int, int], ...] = ()
    """Positions (row, column) of texts that are struck through."""

    @classmethod
    def compact(
        cls,
        name: str,
        rows: Iterable[tuple[int, Sequence[str]]],
        *,
        merged: Iterable[Span] = (),
        uncalculated: Iterable[tuple[int, int]] = (),
        is_hidden: bool = False,
        hidden_rows: Iterable[int] = (),
        struck_rows: Iterable[int] = (),
        hidden_columns: Iterable[int] = (),
        struck_cells: Iterable[tuple[int, int]] = (),
    ) -> Self:
        """Return the sheet of rows that come with their position in the file, counted from 0.

        All other positions are those in the file too.
        """
        unknown = frozenset(uncalculated)
        unknown_rows = {row for row, _ in unknown}
        kept = [(at, cells) for at, cells in rows if any(cells) or at in unknown_rows]
        width = max((len(cells) for _, cells in kept), default=0)
        used = sorted(
            {at for _, cells in kept for at, cell in enumerate(cells) if cell}
            | {column for _, column in unknown if column < width}
        )
        row_at = {number: position for position, (number, _) in enumerate(kept)}
        column_at = {number: position for position, number in enumerate(used)}
        return cls(
            name,
            tuple(tuple(cells[at] if at < len(cells) else "" for at in used) for _, cells in kept),
            tuple(number + 1 for number, _ in kept),
            tuple(column_letters(at) for at in used),
            _compact_spans(merged, row_at, column_at),
            tuple(sorted((row_at[r], column_at[c]) for r, c in unknown if r in row_at and c in column_at)),
            is_hidden,
            tuple(sorted(row_at[at] for at in set(hidden_rows) if at in row_at)),
            tuple(sorted(row_at[at] for at in set(struck_rows) if at in row_at)),
            tuple(sorted(column_at[at] for at in set(hidden_columns) if at in column_at)),
            tuple(
                sorted(
                    (row_at[r], column_at[c]) for r, c in set(struck_cells) if r in row_at and c in column_at
                )
            ),
        )

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Self:
        """Return the sheet of plain data, as `dataclasses.asdict` and JSON leave it."""
        return cls(
            plain["name"],
            tuple(tuple(row) for row in plain["rows"]),
            tuple(plain["numbers"]),
            tuple(plain["columns"]),
            tuple(Span(**span) for span in plain["merged"]),
            tuple((row, column) for row, column in plain["uncalculated"]),
            plain["is_hidden"],
            tuple(plain["hidden_rows"]),
            tuple(plain["struck_rows"]),
            tuple(plain["hidden_columns"]),
            tuple((row, column) for row, column in plain["struck_cells"]),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one file gave: its sheets and, for text, how the bytes were understood."""

    sheets: tuple[Sheet, ...]
    encoding: str = ""
    """The encoding of a text file, empty for a workbook."""
    is_encoding_certain: bool = True
    """False where other encodings fit nearly as well, so that the preview deserves a look."""
    delimiter: str = ""
    remarks: tuple[tuple[str, str], ...] = ()
    """What had to be done to read it, as kinds of `sources.remarks` with the lines concerned."""


@dataclass(frozen=True, slots=True)
class Table:
    """A list as it stands in its file: the sheet to import, and the others that could be chosen."""

    source: str
    """The name of the file, without its folder."""
    reading: Reading
    sheet_number: int = 0
    takes_hidden: bool = False
    """Whether rows and columns that the workbook hides or strikes through are taken like others."""

    @property
    def sheet(self) -> Sheet:
        """Return the chosen sheet."""
        return self.reading.sheets[self.sheet_number]

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows of the chosen sheet, headings included."""
        return self.sheet.rows

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """Return the names of all sheets; a text file has one, without a name."""
        return tuple(sheet.name for sheet in self.reading.sheets)


def column_letters(position: int) -> str:
    """Return a spreadsheet's name of the column at a position from 0.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    rest = position + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def _compact_spans(
    spans: Iterable[Span], row_at: dict[int, int], column_at: dict[int, int]
) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in spans:
        rows = [row_at[at] for at in row_at if span.top <= at <= span.bottom]
        columns = [column_at[at] for at in column_at if span.left <= at <= span.right]
        if rows and columns:
            kept.append(Span(min(rows), min(columns), max(rows), max(columns)))
    blocks = (span for span in kept if (span.top, span.left) != (span.bottom, span.right))
    return tuple(sorted(blocks, key=lambda span: (span.top, span.left)))
