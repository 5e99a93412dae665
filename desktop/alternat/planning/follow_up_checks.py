"""What cannot be read back from a workbook of the follow-up, said of its row and field before any writing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from alternat.errors import AlternatError
from alternat.language.messages import Message, message, series
from alternat.nouns.instruments import InstrumentKind, InstrumentStep
from alternat.nouns.outcomes import Disclosure
from alternat.planning.findings import Severity
from alternat.planning.follow_up_outcomes import OutcomeChecks
from alternat.planning.follow_up_plans import PlannedRecord, RowAction, SheetProblem
from alternat.planning.follow_up_records import FollowUp, Record
from alternat.planning.follow_up_rows import SheetRow, before, merged, too_early
from alternat.planning.follow_up_sheets import (
    CORRECTIONS,
    DIALOGUE_MEETINGS,
    DIALOGUES,
    GUIDANCES,
    INSTRUMENTS,
    NOTES,
    OBJECTIVES,
    OFFICIALS,
    OUTCOMES,
    RECORDS,
    STEPS,
    TOPICS,
)
from alternat.planning.instruments import require_step_of_side


def check_rows(follow_up: FollowUp, rows: Sequence[PlannedRecord], today: date) -> Iterator[SheetProblem]:
    """Yield what is wrong with rows that would be written, by themselves and with each other.

    What stands in the dialogue already is not asked about again: only what a row changes. What has happened
    is of no day after `today`.
    """
    records: dict[tuple[str, int | None], Record] = {
        (sheet.id, each.key): each for sheet in follow_up.sheets for each in follow_up.of(sheet.id)
    }
    by_sheet: dict[str, list[SheetRow]] = defaultdict(list)
    for planned in rows:
        if planned.key is None or planned.changes:
            by_sheet[planned.sheet.id].append(merged(planned, records))
    yield from _codes_once(rows)
    checks = _Checks(follow_up, rows)
    for sheet, own in by_sheet.items():
        for row in own:
            if row.planned.action is not RowAction.LEAVE:
                yield from checks.needed(row)
                yield from _not_yet(row, today)
                yield from checks.of_sheet(sheet, row)
    yield from checks.outcomes.circles(by_sheet.get(OUTCOMES, ()))
    for planned in rows:
        if planned.action is RowAction.LEAVE and (left := _left(follow_up, planned)) is not None:
            yield SheetProblem(planned.sheet.title, planned.row, None, Severity.WARNS, left)


def _left(follow_up: FollowUp, planned: PlannedRecord) -> Message | None:
    """Return why a row is left out; None where a question about it says so."""
    if planned.sheet.id == CORRECTIONS:
        return message("Corrections are made one by one, with “outcome correct”; the row is left out.")
    if planned.sheet.id != RECORDS:
        return None
    code, meetings = str(planned.cells.get("code") or ""), follow_up.known.meetings
    closed = next((each.record_closed for each in meetings.values() if each.id == planned.key), None)
    if closed is None:
        return message(
            "There is no meeting “{name}”; the row is left out. The meetings are: {choices}.",
            name=code,
            choices=series(meetings),
        )
    return message(
        "The record of the meeting {meeting} was closed here on {day} and stays closed; the row is left out.",
        meeting=code,
        day=closed,
    )


_HAPPENED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        OUTCOMES: frozenset({"state_on", "last_asked", "last_heard", "consent_asked", "consent_given"}),
        NOTES: frozenset({"day"}),
        CORRECTIONS: frozenset({"made_on"}),
        RECORDS: frozenset({"record_closed"}),
        GUIDANCES: frozenset({"asked_on", "answered_by", "answered_on", "closed_on"}),
        INSTRUMENTS: frozenset({"consent_asked", "consent_given"}),
        STEPS: frozenset({"done_on"}),
        **dict.fromkeys((TOPICS, DIALOGUES, OBJECTIVES), frozenset({"state_on"})),
    }
)
"""The days of each sheet on which something has happened, and which are therefore never to come."""


def _not_yet(row: SheetRow, today: date) -> Iterator[SheetProblem]:
    """Yield days of what has happened that are still to come."""
    for column in row.planned.sheet.columns:
        name = column.id.partition(".")[0]
        if name not in _HAPPENED.get(row.planned.sheet.id, ()) or column.id not in row.touched:
            continue
        value, before = row.cells[column.id], (row.before or {}).get(column.id)
        stated = [value] if isinstance(value, date) else [day for _, day in value or ()]
        standing = {before} if isinstance(before, date) else {day for _, day in before or ()}
        for day in stated:
            if day > today and day not in standing:
                reason = message(
                    "{day} has not come yet; today is {today}. Give the day on which it happened.",
                    day=day,
                    today=today,
                )
                yield row.problem(column.id, reason)


def _codes_once(rows: Iterable[PlannedRecord]) -> Iterator[SheetProblem]:
    """Yield rows of a sheet that have the code of one above them, or are the same row of the dialogue."""
    seen: dict[tuple[str, object], int] = {}
    for each in rows:
        code = each.cells.get("code") if each.sheet.key == "code" else each.key
        if not code:
            continue
        first = seen.setdefault((each.sheet.id, str(code).casefold()), each.row)
        if first != each.row:
            reason = message(
                "“{code}” stands in row {row} already. Remove one of the two rows.", code=code, row=str(first)
            )
            heading = each.sheet.by_id[each.sheet.key].heading
            yield SheetProblem(each.sheet.title, each.row, heading, Severity.BLOCKS, reason)


class _Checks:
    """The rules of each sheet."""

    def __init__(self, follow_up: FollowUp, rows: Iterable[PlannedRecord]) -> None:
        self._known = follow_up.known
        self.outcomes = OutcomeChecks(follow_up, rows)
        self._kinds: dict[int, str] = {each.key: each.cells["kind"] for each in follow_up.of(INSTRUMENTS)}
        for each in rows:
            if each.sheet.id == INSTRUMENTS and each.cells.get("kind"):
                self._kinds[each.key if each.key is not None else -each.row] = each.cells["kind"]
        self._of = {
            OUTCOMES: self.outcomes.of_row,
            NOTES: self._note,
            CORRECTIONS: self._correction,
            GUIDANCES: self._guidance,
            INSTRUMENTS: self._instrument,
            STEPS: self._step,
            OFFICIALS: self._official,
            DIALOGUE_MEETINGS: self._dialogue_meeting,
            RECORDS: self._record,
        }

    def of_sheet(self, sheet: str, row: SheetRow) -> Iterator[SheetProblem]:
        """Yield what the rules of its sheet find in a row."""
        if sheet in self._of:
            yield from self._of[sheet](row)

    def needed(self, row: SheetRow) -> Iterator[SheetProblem]:
        """Yield the fields that have to say something and do not."""
        done = set()
        for column in row.planned.sheet.columns:
            name = column.id.rpartition(".")[0] if column.language is not None else column.id
            if name in done:
                continue
            done.add(name)
            is_new = row.planned.key is None
            says = (
                row.says(name) if column.language is not None else row.cells[column.id] not in (None, "", ())
            )
            is_emptied = column.id in row.touched and column.has_default
            if not says and ((column.is_needed and (is_new or row.of(name))) or is_emptied):
                yield row.problem(name, message("The field must say something."))

    def _note(self, row: SheetRow) -> Iterator[SheetProblem]:
        if bool(row.cells["outcome"]) == bool(row.cells["objective"]):
            reason = message(
                "A progress note is of one outcome or of one objective, and of one of them only."
            )
            yield row.problem("outcome", reason)
        meeting = self.outcomes.meeting_of(row.cells["outcome"])
        if meeting is not None:
            yield from before(row, meeting, "day")

    def _correction(self, row: SheetRow) -> Iterator[SheetProblem]:
        meeting = self.outcomes.meeting_of(row.cells["outcome"])
        if meeting is not None:
            yield from before(row, meeting, "made_on")

    def _guidance(self, row: SheetRow) -> Iterator[SheetProblem]:
        asked, closed = row.cells["asked_on"], (row.before or {}).get("closed_on")
        if closed is not None and row.cells["closed_on"] is not None and row.touched - {"closed_on"}:
            reason = message(
                "The request was closed on {day}; what it asks and what was answered stand. Clear the day to "
                "open it again, or leave the rest of the row as it was.",
                day=closed,
            )
            yield row.problem("closed_on", reason)
            return
        answered = [f"answered_by.{side}" for side in self._known.sides]
        for name in ("answered_on", "closed_on", *answered):
            day = row.cells.get(name)
            if asked and day and day < asked and row.of("asked_on", name):
                reason = message(
                    "{day} is before {asked}, the day on which it was asked.", day=day, asked=asked
                )
                yield row.problem(name, reason)
        if row.of("answered_on", "answer") and row.cells["answered_on"] and not row.says("answer"):
            yield row.problem("answer", message("The joint answer has a day and says nothing."))
        for side, name in zip(self._known.sides, answered, strict=True):
            if row.says(f"answer_of.{side}") and not row.cells.get(name):
                yield row.problem(name, message("Say on which day the answer was given."))

    def _instrument(self, row: SheetRow) -> Iterator[SheetProblem]:
        yield from _consent(row)
        authentic, prevails = row.cells["authentic"], row.cells["prevails"]
        if row.of("authentic", "prevails") and authentic and prevails and prevails not in authentic:
            reason = message(
                "The text that prevails has to be one of the authentic ones. They are: {choices}.",
                choices=series(authentic),
            )
            yield row.problem("prevails", reason)

    def _step(self, row: SheetRow) -> Iterator[SheetProblem]:
        kind, step = self._kinds.get(row.cells["instrument"]), row.cells["step"]
        if kind and step and row.of("step", "side", "instrument"):
            try:
                side = row.cells["side"] or None
                require_step_of_side(InstrumentKind(kind), InstrumentStep(step), side)
            except AlternatError as error:
                yield row.problem("step", Message(error.template, error.arguments))
        if row.cells["planned"] is None and row.cells["done_on"] is None:
            yield row.problem(
                "planned", message("A step says for which day it is planned or when it was done.")
            )

    def _official(self, row: SheetRow) -> Iterator[SheetProblem]:
        yield from _in_order(row, "since", "until")
        person = self._known.people.get(row.cells["person"])
        if person is not None and row.cells["side"] and person.side != row.cells["side"]:
            yield row.problem("person", message("{person} is not of that side.", person=person.name))

    def _record(self, row: SheetRow) -> Iterator[SheetProblem]:
        meeting = self._known.meetings[row.cells["code"]]
        yield from too_early(row, meeting, "record_closed", row.cells["record_closed"])

    def _dialogue_meeting(self, row: SheetRow) -> Iterator[SheetProblem]:
        yield from _in_order(row, "starts", "ends")


def _in_order(row: SheetRow, first: str, last: str) -> Iterator[SheetProblem]:
    begins, ends = row.cells[first], row.cells[last]
    if begins is not None and ends is not None and ends < begins and row.of(first, last):
        yield row.problem(last, message("{last} is before {first}.", last=ends, first=begins))


def _consent(row: SheetRow) -> Iterator[SheetProblem]:
    asked, given = row.cells["consent_asked"], row.cells["consent_given"]
    if not row.of("consent_asked", "consent_given", "disclosure"):
        return
    if asked is not None and given is not None and given < asked:
        yield row.problem("consent_given", message("{last} is before {first}.", last=given, first=asked))
    if given is not None and (row.cells["disclosure"] or Disclosure.WITH_CONSENT) != Disclosure.WITH_CONSENT:
        reason = message("A day of consent goes with what is shown with the other side’s consent only.")
        yield row.problem("consent_given", reason)
