"""What reading a workbook of the follow-up back would do, row by row, as values to be looked at first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from alternat.language.label import Label
from alternat.language.messages import Message, Series, counted, message, series
from alternat.planning.findings import Severity
from alternat.planning.follow_up_records import FollowUp, KnownPerson
from alternat.planning.follow_up_sheets import Sheet
from alternat.planning.problem_groups import SHOWN_WORDINGS, ranges

Name = str | Label | Series
"""By what a row is called: its code, a text, or what it hangs on."""


class RowAction(StrEnum):
    """What happens to a row of the workbook."""

    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"
    """It stands in the dialogue as it is in the workbook."""
    LEAVE = "leave"
    """It is left out: something about it is not clear, or it cannot be taken from a workbook."""


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """Something about a cell or a row that whoever imports should know; no field for a row as a whole."""

    sheet: Message
    row: int
    field: Message | None
    severity: Severity
    message: Message


@dataclass(frozen=True, slots=True)
class CellChange:
    """A field of a record that would become another."""

    column: str
    field: Message
    before: object
    """In words, as a message or a text can show it."""
    after: object

    @property
    def sentence(self) -> Message:
        """Return what changes in one line: `Due date: 2027-09-01 → 2027-10-01`."""
        before, after = (each if each not in (None, "", ()) else "–" for each in (self.before, self.after))
        return message("{field}: {before} → {after}", field=self.field, before=before, after=after)


@dataclass(frozen=True, slots=True)
class PersonQuestion:
    """A name that nobody has, or several; the cell is left out until somebody says who is meant."""

    sheet: Message
    row: int
    field: Message
    name: str
    among: tuple[KnownPerson, ...] = ()

    @property
    def sentence(self) -> Message:
        """Return what is asked."""
        if not self.among:
            return message("Nobody here is called “{name}”. The name is left out.", name=self.name)
        choices = series(
            message("{number} {name}", number=str(each.id), name=each.name) for each in self.among
        )
        return message(
            "Several people are called “{name}”: {choices}. The name is left out until one is chosen.",
            name=self.name,
            choices=choices,
        )


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """What happens to one row of the workbook."""

    sheet: Sheet
    row: int
    """Its number as the spreadsheet shows it."""
    action: RowAction
    key: int | None
    """The id of the row of the dialogue that it is; None for a new one."""
    name: Name
    """By what it is called: its code, or a text of it."""
    cells: Mapping[str, Any]
    """What the workbook states, by the names of the columns."""
    changes: tuple[CellChange, ...] = ()

    @property
    def writes(self) -> bool:
        """Return whether anything is written of it."""
        return self.action in {RowAction.ADD, RowAction.UPDATE}


@dataclass(frozen=True, slots=True)
class Gone:
    """Rows of the dialogue that the workbook does not have any more; they are left alone."""

    sheet: Sheet
    names: tuple[Name, ...]

    @property
    def sentence(self) -> Message:
        """Return that they are left alone."""
        return counted(
            "{sheet}: {count} row of the dialogue is not in the workbook and stays as it is: {names}",
            "{sheet}: {count} rows of the dialogue are not in the workbook and stay as they are: {names}",
            len(self.names),
            sheet=self.sheet.title,
            names=series((*self.names[:_SHOWN_NAMES], *(["…"] if len(self.names) > _SHOWN_NAMES else []))),
        )


_SHOWN_NAMES = 12


@dataclass(frozen=True, slots=True)
class FollowUpPlan:
    """What reading a workbook back would do."""

    source: str
    """The name of the file, without its folder."""
    rows: tuple[PlannedRecord, ...]
    problems: tuple[SheetProblem, ...] = ()
    questions: tuple[PersonQuestion, ...] = ()
    gone: tuple[Gone, ...] = ()
    notes: tuple[Message, ...] = ()
    seen: FollowUp | None = field(default=None, repr=False)
    """The follow-up with which the workbook was compared."""
    today: date = date.max
    """The day of the comparison."""
    lacks: tuple[Message, ...] = ()
    """What the records that would be closed lack, as whoever closes one is told; once it was rehearsed."""

    @property
    def is_blocked(self) -> bool:
        """Return whether something keeps the whole workbook from being read back."""
        return any(each.severity is Severity.BLOCKS for each in self.problems)

    @property
    def writes(self) -> bool:
        """Return whether anything is written."""
        return any(each.writes for each in self.rows)

    def count(self, action: RowAction) -> int:
        """Return how many rows something happens to."""
        return sum(each.action is action for each in self.rows)

    @property
    def summary(self) -> Message:
        """Return what would happen in one sentence."""
        counts = {each.value: self.count(each) for each in RowAction}
        return counted(
            "{count} row: {add} to add, {update} to change, {skip} as they are, {leave} left out",
            "{count} rows: {add} to add, {update} to change, {skip} as they are, {leave} left out",
            len(self.rows),
            **counts,
        )


@dataclass(frozen=True, slots=True)
class ProblemsOfKind:
    """Problems of one kind in one column of one sheet, told once."""

    problems: tuple[SheetProblem, ...]

    @property
    def severity(self) -> Severity:
        """Return how much they matter."""
        return self.problems[0].severity

    @property
    def place(self) -> Message:
        """Return where they are: the sheet, the rows and the column."""
        first = self.problems[0]
        rows = tuple(dict.fromkeys(each.row for each in self.problems))
        words = {"sheet": first.sheet, "rows": ranges(rows)}
        if first.field is None:
            return counted(
                "Sheet “{sheet}”, row {rows}", "Sheet “{sheet}”, {count} rows: {rows}", len(rows), **words
            )
        return counted(
            "Sheet “{sheet}”, row {rows}, “{field}”",
            "Sheet “{sheet}”, {count} rows: {rows}, “{field}”",
            len(rows),
            **words,
            field=first.field,
        )

    @property
    def wordings(self) -> tuple[Message, ...]:
        """Return what they are: the first few wordings, each once, and how many more there are."""
        found = tuple(dict.fromkeys(each.message for each in self.problems))
        more = len(found) - SHOWN_WORDINGS
        if more <= 0:
            return found
        return (
            *found[:SHOWN_WORDINGS],
            counted("And {count} more of the kind.", "And {count} more of the kind.", more),
        )


def by_kind(problems: Iterable[SheetProblem]) -> tuple[ProblemsOfKind, ...]:
    """Return problems by their kind and place, in the order in which each kind first comes up."""
    found: dict[object, list[SheetProblem]] = {}
    for each in problems:
        field_ = each.field.template if each.field is not None else ""
        arguments = tuple(str(value) for value in each.field.arguments.values()) if each.field else ()
        kind = (each.severity, each.sheet.template, field_, arguments, each.message.template)
        found.setdefault(kind, []).append(each)
    return tuple(ProblemsOfKind(tuple(each)) for each in found.values())
