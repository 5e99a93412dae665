"""One row of a list of sessions: its cells by field, and what is found to be wrong or doubtful about them."""

from alternat.exchange.events.columns import EventColumns
from alternat.exchange.events.days import weekday_alone, weekday_of
from alternat.exchange.events.fields import EventField
from alternat.exchange.exports.formulas import unguarded
from alternat.exchange.people.text import tidy
from alternat.language.messages import Message
from alternat.planning.findings import Severity
from alternat.planning.imports import RowProblem


class Row:
    """The cells of one row; `number` is the row's as a spreadsheet shows it.

    What is noted about its time counts only where the row would write that time.
    """

    def __init__(self, number: int, columns: EventColumns, cells: tuple[str, ...]) -> None:
        self.number = number
        self._columns, self._cells = columns, cells
        self._fields = columns.fields
        self.problems: list[RowProblem] = []
        self.of_time: list[RowProblem] = []
        self.doubts: list[RowProblem] = []

    def unnoted(self) -> "Row":
        """Return the same row without what was noted about it."""
        return Row(self.number, self._columns, self._cells)

    @property
    def has_no_time(self) -> bool:
        """Return whether something is wrong with the time."""
        return any(each.severity is Severity.BLOCKS for each in (*self.problems, *self.of_time))

    def at(self, position: int) -> str:
        """Return the tidied text of a cell; a guard against formulas is taken off."""
        return tidy(unguarded(self._cells[position])) if position < len(self._cells) else ""

    def text(self, field: EventField) -> str:
        """Return the tidied text of a field's cell, empty where the list has no such column."""
        position = self._fields.get(field)
        return "" if position is None else self.at(position)

    @property
    def weekday(self) -> int | None:
        """Return the day of the week in the column of its own, 0 for Monday."""
        text = self.text(EventField.WEEKDAY)
        alone = weekday_alone(text)
        return weekday_of(text) if alone is None else alone

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the texts of all cells that are not empty."""
        return tuple(filter(None, (self.at(each) for each in range(len(self._cells)))))

    def block(self, field: EventField, text: Message) -> None:
        """Note what keeps the list from being imported."""
        self.problems.append(self._problem(field, Severity.BLOCKS, text))

    def warn(self, field: EventField, text: Message) -> None:
        """Note what somebody should look at."""
        self.problems.append(self._problem(field, Severity.WARNS, text))

    def tell(self, field: EventField, text: Message) -> None:
        """Note how something was understood."""
        self.problems.append(self._problem(field, Severity.NOTES, text))

    def block_time(self, field: EventField, text: Message) -> None:
        """Note what is wrong with the time."""
        self.of_time.append(self._problem(field, Severity.BLOCKS, text))

    def warn_of_time(self, field: EventField, text: Message) -> None:
        """Note what somebody should look at in the time."""
        self.of_time.append(self._problem(field, Severity.WARNS, text))

    def tell_time(self, field: EventField, text: Message) -> None:
        """Note how the time was understood."""
        self.of_time.append(self._problem(field, Severity.NOTES, text))

    def doubt(self, field: EventField, text: Message) -> None:
        """Note what has to be confirmed about the time."""
        self.doubts.append(self._problem(field, Severity.WARNS, text))

    def _problem(self, field: EventField, severity: Severity, text: Message) -> RowProblem:
        position = self._fields.get(field)
        heading = "" if position is None else self._columns.name_of(position)
        return RowProblem(self.number, heading, severity, text, field.label)
