"""A row of a workbook of the follow-up that would be written, as the checks look at it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from alternat.language.messages import Message, message
from alternat.planning.findings import Severity
from alternat.planning.follow_up_plans import PlannedRecord, SheetProblem
from alternat.planning.follow_up_records import Cells, KnownMeeting, Record, empty


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that would be written: what it would say, and which columns of that are new."""

    planned: PlannedRecord
    cells: Cells
    touched: frozenset[str]
    before: Cells | None
    """What the record says now; None for a new one."""

    def of(self, *names: str) -> bool:
        """Return whether one of these fields is new; of a text in three languages any."""
        return any(each.partition(".")[0] in names or each in names for each in self.touched)

    def says(self, name: str) -> bool:
        """Return whether a text says something in any language."""
        return any(value for key, value in self.cells.items() if key.startswith(f"{name}."))

    def problem(self, name: str, reason: Message, severity: Severity = Severity.BLOCKS) -> SheetProblem:
        """Return what is wrong with a field; with the whole row where none is named."""
        about = self.planned.sheet
        columns = [each for each in about.columns if each.id == name or each.id.startswith(f"{name}.")]
        heading = columns[0].heading if columns and name else None
        return SheetProblem(about.title, self.planned.row, heading, severity, reason)


def merged(planned: PlannedRecord, records: Mapping[tuple[str, int | None], Record]) -> SheetRow:
    """Return what a row would say, with what stands there already."""
    standing = records.get((planned.sheet.id, planned.key))
    nothing = {each.id: empty(each) for each in planned.sheet.columns}
    before = standing.cells if standing is not None else nothing
    if standing is None:
        touched = frozenset(name for name, value in planned.cells.items() if value not in (None, "", ()))
    else:
        touched = frozenset(each.column for each in planned.changes)
    now = standing.cells if standing is not None else None
    return SheetRow(planned, {**before, **planned.cells}, touched, now)


def before(row: SheetRow, meeting: KnownMeeting, *names: str) -> Iterator[SheetProblem]:
    """Yield new days of a row before the meeting that agreed it."""
    for name in names:
        if row.of(name):
            yield from too_early(row, meeting, name, row.cells[name])


def too_early(row: SheetRow, meeting: KnownMeeting, name: str, day: date | None) -> Iterator[SheetProblem]:
    """Yield a day before the meeting that agreed it."""
    if day is not None and meeting.starts is not None and day < meeting.starts:
        reason = message(
            "{day} is before the meeting {meeting}, which began on {starts}. Give a later day.",
            day=day,
            meeting=meeting.reference,
            starts=meeting.starts,
        )
        yield row.problem(name, reason)
