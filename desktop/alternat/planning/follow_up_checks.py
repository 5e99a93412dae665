"""What cannot be read back from a workbook of the follow-up, said of its row and field before any writing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from alternat.errors import AlternatError
from alternat.language.messages import Message, message, series
from alternat.nouns.instruments import InstrumentKind, InstrumentStep
from alternat.nouns.outcomes import Disclosure, LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionState
from alternat.planning.findings import Severity
from alternat.planning.follow_up_plans import PlannedRecord, RowAction, SheetProblem
from alternat.planning.follow_up_records import Cells, FollowUp, KnownMeeting, Record, empty
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
from alternat.planning.outcome_states import NEEDS_REASON, next_states
from alternat.planning.outcomes import RECORDED, STATES


@dataclass(frozen=True, slots=True)
class _Row:
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


def check_rows(follow_up: FollowUp, rows: Sequence[PlannedRecord], today: date) -> Iterator[SheetProblem]:
    """Yield what is wrong with rows that would be written, by themselves and with each other.

    What stands in the dialogue already is not asked about again: only what a row changes. What has happened
    is of no day after `today`.
    """
    records: dict[tuple[str, int | None], Record] = {
        (sheet.id, each.key): each for sheet in follow_up.sheets for each in follow_up.of(sheet.id)
    }
    by_sheet: dict[str, list[_Row]] = defaultdict(list)
    for planned in rows:
        if planned.key is None or planned.changes:
            by_sheet[planned.sheet.id].append(_merged(planned, records))
    yield from _codes_once(rows)
    checks = _Checks(follow_up, rows)
    for sheet, own in by_sheet.items():
        for row in own:
            if row.planned.action is not RowAction.LEAVE:
                yield from checks.needed(row)
                yield from _not_yet(row, today)
                yield from checks.of_sheet(sheet, row)
    yield from checks.circles(by_sheet.get(OUTCOMES, ()))
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


def _merged(planned: PlannedRecord, records: Mapping[tuple[str, int | None], Record]) -> _Row:
    standing = records.get((planned.sheet.id, planned.key))
    nothing = {each.id: empty(each) for each in planned.sheet.columns}
    before = standing.cells if standing is not None else nothing
    if standing is None:
        touched = frozenset(name for name, value in planned.cells.items() if value not in (None, "", ()))
    else:
        touched = frozenset(each.column for each in planned.changes)
    now = standing.cells if standing is not None else None
    return _Row(planned, {**before, **planned.cells}, touched, now)


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


def _not_yet(row: _Row, today: date) -> Iterator[SheetProblem]:
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
        self._follow_up = follow_up
        self._meeting_of: dict[str, str] = {
            each.cells["code"]: each.cells["meeting"] for each in follow_up.of(OUTCOMES)
        }
        self._kinds: dict[int, str] = {each.key: each.cells["kind"] for each in follow_up.of(INSTRUMENTS)}
        for each in rows:
            if each.sheet.id == OUTCOMES and each.key is None and each.cells.get("code"):
                self._meeting_of[each.cells["code"]] = each.cells.get("meeting", "")
            if each.sheet.id == INSTRUMENTS and each.cells.get("kind"):
                self._kinds[each.key if each.key is not None else -each.row] = each.cells["kind"]
        self._of = {
            OUTCOMES: self._outcome,
            NOTES: self._note,
            CORRECTIONS: self._correction,
            GUIDANCES: self._guidance,
            INSTRUMENTS: self._instrument,
            STEPS: self._step,
            OFFICIALS: self._official,
            DIALOGUE_MEETINGS: self._dialogue_meeting,
            RECORDS: self._record,
        }
        self._active = _active(follow_up, rows)

    def of_sheet(self, sheet: str, row: _Row) -> Iterator[SheetProblem]:
        """Yield what the rules of its sheet find in a row."""
        if sheet in self._of:
            yield from self._of[sheet](row)

    def needed(self, row: _Row) -> Iterator[SheetProblem]:
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

    def circles(self, rows: Sequence[_Row]) -> Iterator[SheetProblem]:
        """Yield links by which an outcome would follow itself, by way of others."""
        earlier = {
            each.cells["code"]: {*each.cells["continues"], *each.cells["replaces"]}
            for each in self._follow_up.of(OUTCOMES)
        }
        for row in rows:
            if code := row.cells["code"]:
                earlier[code] = {*row.cells["continues"], *row.cells["replaces"]}
        for row in rows:
            code = row.cells["code"]
            if row.of("continues", "replaces") and code and (path := _way_back(earlier, code)):
                reason = message(
                    "These outcomes would follow each other in a circle: {codes}. Remove one of the links.",
                    codes=series(path),
                )
                yield row.problem("continues" if row.of("continues") else "replaces", reason)

    def _outcome(self, row: _Row) -> Iterator[SheetProblem]:
        meeting = self._known.meetings.get(row.cells["meeting"])
        if row.planned.key is not None and row.of("meeting"):
            yield row.problem("meeting", message("An outcome stays with the meeting that agreed it."))
            return
        if meeting is None:
            return
        if row.planned.key is None:
            yield from _new_outcome(row, meeting)
        yield from _recorded(row, meeting)
        yield from _before(row, meeting, "due", "state_on")
        yield from self._carried(row, meeting)
        yield from _state(row)
        yield from _consent(row)
        yield from self._links(row)

    def _carried(self, row: _Row, meeting: KnownMeeting) -> Iterator[SheetProblem]:
        standing = (row.before or {}).get("carriers", ())
        for code in row.cells["carriers"]:
            if code in self._active or code in standing:
                continue
            # A record of another dialogue may be carried out by what met then and meets no more.
            is_of_old = row.before is None and bool(row.cells["code"])
            reason = message(
                "“{text}” meets no more and takes on nothing new. Those that still meet are: {choices}.",
                text=code,
                choices=series(self._active),
            )
            yield row.problem("carriers", reason, Severity.WARNS if is_of_old else Severity.BLOCKS)
        for name in ("last_asked", "last_heard"):
            if not row.of(name):
                continue
            for code, day in row.cells[name]:
                if code not in row.cells["carriers"]:
                    reason = message(
                        "“{code}” does not carry it out, so that no day can stand for it.", code=code
                    )
                    yield row.problem(name, reason)
                yield from _too_early(row, meeting, name, day)
        sides = [name for name in row.cells if name.startswith("lead.") and row.cells[name] is not None]
        is_noted = row.cells["kind"] == OutcomeKind.NOTED
        if is_noted and row.of("kind", "carriers", "lead", *sides) and (row.cells["carriers"] or sides):
            yield row.problem(
                "kind", message("What was only noted asks for nothing: nobody carries it out or leads it.")
            )

    def _links(self, row: _Row) -> Iterator[SheetProblem]:
        both = set(row.cells["continues"]) & set(row.cells["replaces"])
        for kind in LinkKind:
            if not row.of(kind.value):
                continue
            for code in row.cells[kind.value]:
                if code in both:
                    yield row.problem(
                        kind.value, message("“{code}” cannot be both continued and replaced.", code=code)
                    )
                elif code == row.cells["code"]:
                    yield row.problem(kind.value, message("An outcome cannot follow itself."))
                elif self._order(self._meeting_of.get(code, "")) > self._order(row.cells["meeting"]):
                    reason = message(
                        "“{code}” was agreed by a later meeting. An outcome follows earlier ones.", code=code
                    )
                    yield row.problem(kind.value, reason)

    def _order(self, reference: str) -> int:
        """Return the place of a meeting among all, by its year."""
        return list(self._known.meetings).index(reference) if reference in self._known.meetings else -1

    def _note(self, row: _Row) -> Iterator[SheetProblem]:
        if bool(row.cells["outcome"]) == bool(row.cells["objective"]):
            reason = message(
                "A progress note is of one outcome or of one objective, and of one of them only."
            )
            yield row.problem("outcome", reason)
        meeting = self._known.meetings.get(self._meeting_of.get(row.cells["outcome"], ""))
        if meeting is not None:
            yield from _before(row, meeting, "day")

    def _correction(self, row: _Row) -> Iterator[SheetProblem]:
        meeting = self._known.meetings.get(self._meeting_of.get(row.cells["outcome"], ""))
        if meeting is not None:
            yield from _before(row, meeting, "made_on")

    def _guidance(self, row: _Row) -> Iterator[SheetProblem]:
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

    def _instrument(self, row: _Row) -> Iterator[SheetProblem]:
        yield from _consent(row)
        authentic, prevails = row.cells["authentic"], row.cells["prevails"]
        if row.of("authentic", "prevails") and authentic and prevails and prevails not in authentic:
            reason = message(
                "The text that prevails has to be one of the authentic ones. They are: {choices}.",
                choices=series(authentic),
            )
            yield row.problem("prevails", reason)

    def _step(self, row: _Row) -> Iterator[SheetProblem]:
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

    def _official(self, row: _Row) -> Iterator[SheetProblem]:
        yield from _in_order(row, "since", "until")
        person = self._known.people.get(row.cells["person"])
        if person is not None and row.cells["side"] and person.side != row.cells["side"]:
            yield row.problem("person", message("{person} is not of that side.", person=person.name))

    def _record(self, row: _Row) -> Iterator[SheetProblem]:
        meeting = self._known.meetings[row.cells["code"]]
        yield from _too_early(row, meeting, "record_closed", row.cells["record_closed"])

    def _dialogue_meeting(self, row: _Row) -> Iterator[SheetProblem]:
        yield from _in_order(row, "starts", "ends")


def _active(follow_up: FollowUp, rows: Iterable[PlannedRecord]) -> tuple[str, ...]:
    """Return the codes of the existing dialogues that would still meet."""
    states = {each.cells["code"]: each.cells["state"] for each in follow_up.of(DIALOGUES)}
    for each in rows:
        if each.sheet.id == DIALOGUES and each.writes and each.cells.get("code"):
            states[str(each.cells["code"])] = each.cells.get("state") or ProvisionState.ACTIVE
    return tuple(code for code, state in states.items() if state == ProvisionState.ACTIVE)


def _new_outcome(row: _Row, meeting: KnownMeeting) -> Iterator[SheetProblem]:
    """Yield why a meeting takes no new outcome, or none with that code."""
    if meeting.record_closed is not None:
        reason = message(
            "The record of the meeting {meeting} was closed on {day}: no outcome is added to it. Reopen the "
            "record first.",
            meeting=meeting.reference,
            day=meeting.record_closed,
        )
        yield row.problem("meeting", reason)
    code = row.cells["code"]
    number = number_of(code, meeting.reference) if code else None
    if code and number is None:
        reason = message(
            "“{code}” is no code of the meeting {meeting}, such as {example}. Left empty, it gets the next.",
            code=code,
            meeting=meeting.reference,
            example=f"{meeting.reference}-{meeting.last_outcome + 1}",
        )
        yield row.problem("code", reason)
    elif number is not None and number <= meeting.last_outcome:
        reason = message(
            "The number of {code} was given here before and is free now; the outcome is added under it.",
            code=code,
        )
        yield row.problem("code", reason, Severity.WARNS)


def number_of(code: str, reference: str) -> int | None:
    """Return the number of an outcome from its code; None where it is not one of that meeting."""
    head, _, number = code.rpartition("-")
    is_number = (
        number.isascii() and number.isdigit() and not number.startswith("0") and len(number) <= _DIGITS
    )
    return int(number) if head == reference and is_number else None


_DIGITS = 5


def _recorded(row: _Row, meeting: KnownMeeting) -> Iterator[SheetProblem]:
    """Yield what stands in a closed record and would be changed."""
    if meeting.record_closed is None or row.planned.key is None:
        return
    for name in RECORDED:
        if row.of(name):
            reason = message(
                "The record of the meeting {meeting} was closed on {day}. What stands in it is corrected "
                "with a date and a reason, and not changed from a workbook.",
                meeting=meeting.reference,
                day=meeting.record_closed,
            )
            yield row.problem(name, reason)


def _before(row: _Row, meeting: KnownMeeting, *names: str) -> Iterator[SheetProblem]:
    for name in names:
        if row.of(name):
            yield from _too_early(row, meeting, name, row.cells[name])


def _too_early(row: _Row, meeting: KnownMeeting, name: str, day: date | None) -> Iterator[SheetProblem]:
    """Yield a day before the meeting that agreed it."""
    if day is not None and meeting.starts is not None and day < meeting.starts:
        reason = message(
            "{day} is before the meeting {meeting}, which began on {starts}. Give a later day.",
            day=day,
            meeting=meeting.reference,
            starts=meeting.starts,
        )
        yield row.problem(name, reason)


def _state(row: _Row) -> Iterator[SheetProblem]:
    state = row.cells["state"] or OutcomeState.AGREED
    if not row.of("state", "state_on", "state_reason"):
        return
    if state in NEEDS_REASON and not row.says("state_reason"):
        yield row.problem("state_reason", message("What is stuck or dropped says why. Give the reason."))
    if state != OutcomeState.AGREED and row.cells["state_on"] is None:
        yield row.problem("state_on", message("Say since which day it is so."))
    if row.cells["kind"] == OutcomeKind.NOTED and state != OutcomeState.AGREED:
        yield row.problem("state", message("What was only noted asks for nothing, and has no progress."))
    elif row.before is not None and row.of("state") and row.cells["state"]:
        yield from _step_of_state(row, OutcomeState(row.before["state"]), OutcomeState(state))


def _step_of_state(row: _Row, now: OutcomeState, wanted: OutcomeState) -> Iterator[SheetProblem]:
    """Yield a state that does not follow from the one in which an outcome is, or begins before it."""
    choices = next_states(OutcomeKind(row.cells["kind"] or OutcomeKind.AGREED), now)
    if wanted not in choices:
        reason = message(
            "From “{now}” it cannot become “{wanted}”, but one of: {choices}.",
            now=STATES[now],
            wanted=STATES[wanted],
            choices=series(STATES[each] for each in choices) if choices else "–",
        )
        yield row.problem("state", reason)
    since, day = (row.before or {}).get("state_on"), row.cells["state_on"]
    if since is not None and day is not None and day < since:
        reason = message(
            "{day} is before {since}, when it became “{now}”.", day=day, since=since, now=STATES[now]
        )
        yield row.problem("state_on", reason)


def _consent(row: _Row) -> Iterator[SheetProblem]:
    asked, given = row.cells["consent_asked"], row.cells["consent_given"]
    if not row.of("consent_asked", "consent_given", "disclosure"):
        return
    if asked is not None and given is not None and given < asked:
        yield row.problem("consent_given", message("{last} is before {first}.", last=given, first=asked))
    if given is not None and (row.cells["disclosure"] or Disclosure.WITH_CONSENT) != Disclosure.WITH_CONSENT:
        reason = message("A day of consent goes with what is shown with the other side’s consent only.")
        yield row.problem("consent_given", reason)


def _in_order(row: _Row, first: str, last: str) -> Iterator[SheetProblem]:
    begins, ends = row.cells[first], row.cells[last]
    if begins is not None and ends is not None and ends < begins and row.of(first, last):
        yield row.problem(last, message("{last} is before {first}.", last=ends, first=begins))


def _way_back(earlier: Mapping[str, Iterable[str]], code: str) -> tuple[str, ...]:
    """Return the codes by which an outcome leads back to itself; none where it does not."""
    came_from: dict[str, str] = {}
    waiting = [code]
    while waiting:
        at = waiting.pop()
        for before in sorted(earlier.get(at, ())):
            if before == code and at != code:
                path = [code, at]
                while path[-1] != code:
                    path.append(came_from[path[-1]])
                return tuple(reversed(path))
            if before not in came_from and before != code:
                came_from[before] = at
                waiting.append(before)
    return ()
