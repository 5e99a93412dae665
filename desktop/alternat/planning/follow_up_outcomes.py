"""What outcomes of a workbook of the follow-up cannot say: the rules of verbs, said of a row and a field."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from alternat.language.messages import message, series
from alternat.nouns.outcomes import (
    OUTCOME,
    OUTCOME_CARRIER,
    Disclosure,
    LinkKind,
    OutcomeKind,
    OutcomeState,
)
from alternat.nouns.provisions import ProvisionState
from alternat.planning.findings import Severity
from alternat.planning.follow_up_plans import PlannedRecord, SheetProblem
from alternat.planning.follow_up_records import Cells, FollowUp, KnownMeeting, label_of
from alternat.planning.follow_up_rows import SheetRow
from alternat.planning.follow_up_sheets import DIALOGUES, OUTCOMES
from alternat.planning.leading import WrongSide
from alternat.planning.outcome_limits import (
    Broken,
    LinksInACircle,
    MeetingFacts,
    NotedAsksForNothing,
    OutcomeFacts,
    before_meeting,
    consent_limits,
    link_limits,
    record_takes,
    recorded,
    state_limits,
    way_back,
)
from alternat.planning.outcomes import RECORDED


class OutcomeChecks:
    """The rules of outcomes."""

    def __init__(self, follow_up: FollowUp, rows: Iterable[PlannedRecord]) -> None:
        self._known = follow_up.known
        self._active = _active(follow_up, rows)
        self._cells: dict[str, Cells] = {each.cells["code"]: each.cells for each in follow_up.of(OUTCOMES)}
        self._standing = {
            (cells["meeting"], label_of(cells, "text")): code for code, cells in self._cells.items()
        }
        """The codes of the dialogue by what they stand for."""
        for each in rows:
            if each.sheet.id == OUTCOMES and each.key is None and each.cells.get("code"):
                self._cells[each.cells["code"]] = each.cells

    def meeting_of(self, code: str) -> KnownMeeting | None:
        """Return the meeting that agreed an outcome of the dialogue or of the workbook."""
        return self._known.meetings.get(self._cells.get(code, {}).get("meeting", ""))

    def of_row(self, row: SheetRow) -> Iterator[SheetProblem]:
        """Yield what the rules find in a row by itself."""
        meeting = self._known.meetings.get(row.cells["meeting"])
        if row.planned.key is not None and row.of("meeting"):
            yield row.problem("meeting", message("An outcome stays with the meeting that agreed it."))
            return
        if meeting is None:
            return
        if row.planned.key is None:
            yield from _new(row, meeting)
            yield from self._said_already(row)
        for broken in self._broken(row, meeting):
            yield row.problem(broken.field, broken.reason)
        yield from self._led(row)
        yield from self._carried(row)
        yield from _said_of_state(row)

    def circles(self, rows: Sequence[SheetRow]) -> Iterator[SheetProblem]:
        """Yield links by which an outcome would follow itself, by way of others."""
        earlier = {code: _followed(cells) for code, cells in self._cells.items()}
        earlier |= {row.cells["code"]: _followed(row.cells) for row in rows if row.cells["code"]}
        for row in rows:
            code = row.cells["code"]
            for kind in LinkKind:
                for other in row.cells[kind.value] if code and row.of(kind.value) else ():
                    path = way_back(code, other, earlier)
                    if path and other != code:
                        error = LinksInACircle(outcome=code, other=other, codes=series(path))
                        yield row.problem(kind.value, Broken(kind.value, error).reason)

    def _said_already(self, row: SheetRow) -> Iterator[SheetProblem]:
        """Yield a new code for what an outcome of the meeting says already: a code stays what it is."""
        own = row.cells["meeting"], label_of(row.cells, "text")
        if row.cells["code"] and own in self._standing:
            reason = message(
                "{code} would be new and says the same as {other}, which stays as it is. If it is that one, "
                "put its code back.",
                code=row.cells["code"],
                other=self._standing[own],
            )
            yield row.problem("code", reason, Severity.WARNS)

    def _broken(self, row: SheetRow, meeting: KnownMeeting) -> Iterator[Broken]:
        facts = _facts(row.cells, row.before, meeting)
        code, cells = facts.code, row.cells
        if row.planned.key is not None:
            yield from recorded(facts.meeting, code, (name for name in RECORDED if row.of(name)))
        yield from _days(row, facts)
        yield from _noted(row, facts)
        is_emptied = row.before is not None and not cells["state"]
        if row.of("state", "state_on", "state_reason") and not is_emptied:
            wanted = _state(cells)
            if facts.kind is not OutcomeKind.NOTED or wanted is not OutcomeState.AGREED:
                says = row.says("state_reason")
                yield from state_limits(facts, wanted, cells["state_on"], has_reason=says)
        if row.of("consent_asked", "consent_given", "disclosure"):
            disclosure = Disclosure(cells["disclosure"] or Disclosure.WITH_CONSENT)
            yield from consent_limits(code, disclosure, cells["consent_asked"], cells["consent_given"])
        yield from self._links(row, facts)

    def _links(self, row: SheetRow, facts: OutcomeFacts) -> Iterator[Broken]:
        for kind in LinkKind:
            for code in row.cells[kind.value] if row.of(kind.value) else ():
                meeting = self.meeting_of(code)
                if meeting is not None:
                    earlier = _facts(self._cells[code], self._cells[code], meeting)
                    yield from link_limits(facts, earlier, kind, None)

    def _led(self, row: SheetRow) -> Iterator[SheetProblem]:
        """Yield who would lead for a side that is not their own."""
        for column in row.planned.sheet.columns:
            person = self._known.people.get(row.cells[column.id]) if column.side else None
            if person is not None and column.id in row.touched and person.side != column.side:
                error = WrongSide(side=self._known.sides[column.side])
                yield row.problem(column.id, Broken(column.id, error).reason)

    def _carried(self, row: SheetRow) -> Iterator[SheetProblem]:
        """Yield who cannot carry it out, days of who does not, and what is both continued and replaced."""
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
            for code, _ in row.cells[name] if row.of(name) else ():
                if code not in row.cells["carriers"]:
                    reason = message(
                        "“{code}” does not carry it out, so that no day can stand for it.", code=code
                    )
                    yield row.problem(name, reason)
        both = set(row.cells["continues"]) & set(row.cells["replaces"])
        for kind in LinkKind:
            for code in sorted(both) if row.of(kind.value) else ():
                reason = message("“{code}” cannot be both continued and replaced.", code=code)
                yield row.problem(kind.value, reason)


def _days(row: SheetRow, facts: OutcomeFacts) -> Iterator[Broken]:
    """Yield new days before the meeting that agreed it."""
    if row.of("due"):
        yield from before_meeting(facts.meeting, facts.code, OUTCOME.by_name["due"], row.cells["due"])
    for name in ("last_asked", "last_heard"):
        standing, field = dict((row.before or {}).get(name, ())), OUTCOME_CARRIER.by_name[name]
        for dialogue, day in row.cells[name] if row.of(name) else ():
            if standing.get(dialogue) != day:
                yield from before_meeting(facts.meeting, facts.code, field, day)


def _noted(row: SheetRow, facts: OutcomeFacts) -> Iterator[Broken]:
    """Yield that somebody carries out or leads what was only noted."""
    leads = [name for name in row.cells if name.startswith("lead.") and row.cells[name] is not None]
    is_new = row.of("kind", "carriers", "lead", *leads)
    if facts.kind is OutcomeKind.NOTED and is_new and (row.cells["carriers"] or leads):
        yield Broken("kind", NotedAsksForNothing(outcome=facts.code))


def _followed(cells: Cells) -> set[str]:
    return {*cells.get("continues", ()), *cells.get("replaces", ())}


def _state(cells: Cells) -> OutcomeState:
    return OutcomeState(cells.get("state") or OutcomeState.AGREED)


def _facts(cells: Cells, before: Cells | None, meeting: KnownMeeting) -> OutcomeFacts:
    """Return what the rules ask of an outcome; a new one has been in its state since it says so."""
    code, standing = str(cells.get("code") or f"{meeting.reference}-…"), before or cells
    since: date | None = before.get("state_on") if before is not None else None
    number = number_of(code, meeting.reference) or _AFTER_ALL
    facts = MeetingFacts(meeting.reference, meeting.year, meeting.starts, meeting.record_closed)
    kind = OutcomeKind(cells.get("kind") or OutcomeKind.AGREED)
    return OutcomeFacts(code, number, kind, _state(standing), since, facts)


_DIGITS = 5
_AFTER_ALL = 10**_DIGITS
"""The number of an outcome that has none yet, behind all others of its meeting."""


def number_of(code: str, reference: str) -> int | None:
    """Return the number of an outcome from its code; None where it is not one of that meeting."""
    head, _, number = code.rpartition("-")
    is_number = (
        number.isascii() and number.isdigit() and not number.startswith("0") and len(number) <= _DIGITS
    )
    return int(number) if head == reference and is_number else None


def _new(row: SheetRow, meeting: KnownMeeting) -> Iterator[SheetProblem]:
    """Yield why a meeting takes no new outcome, or none with that code."""
    for broken in record_takes(_facts(row.cells, None, meeting).meeting):
        yield row.problem(broken.field, broken.reason)
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


def _said_of_state(row: SheetRow) -> Iterator[SheetProblem]:
    """Yield a state without its day, and one that keeps the day of the state before it."""
    if not row.of("state", "state_on") or _state(row.cells) is OutcomeState.AGREED:
        return
    if row.cells["state_on"] is None:
        yield row.problem("state_on", message("Say since which day it is so."))
    elif row.before is not None and row.of("state") and not row.of("state_on"):
        reason = message(
            "The state becomes another and its day stays {day}. Change the day too, if it is another.",
            day=row.cells["state_on"],
        )
        yield row.problem("state_on", reason, Severity.WARNS)


def _active(follow_up: FollowUp, rows: Iterable[PlannedRecord]) -> tuple[str, ...]:
    """Return the codes of the existing dialogues that would still meet."""
    states: dict[str, str] = {each.cells["code"]: each.cells["state"] for each in follow_up.of(DIALOGUES)}
    for each in rows:
        if each.sheet.id == DIALOGUES and each.writes and each.cells.get("code"):
            states[str(each.cells["code"])] = each.cells.get("state") or ProvisionState.ACTIVE
    return tuple(code for code, state in states.items() if state == ProvisionState.ACTIVE)
