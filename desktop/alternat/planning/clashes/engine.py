"""The engine of the programme's rules: a full check, and the same answer again in no time after one drag."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from alternat.language.messages import Message, mark
from alternat.planning.calendar import DayMark, MarkKind
from alternat.planning.clashes.attendance import check_attendance
from alternat.planning.clashes.context import ClashContext
from alternat.planning.clashes.interpreting import check_interpretation, check_relief, works_alone
from alternat.planning.clashes.pairs import compare
from alternat.planning.clashes.places import check_place, check_roomless
from alternat.planning.clashes.shapes import Crowd, Shape, shape
from alternat.planning.clocks import has_change
from alternat.planning.findings import Finding, Severity, Subject, SubjectKind
from alternat.planning.programme import Programme, SessionPlan
from alternat.planning.severities import in_force

_ON_HOLIDAY = mark("{day} is a day off of {side} ({name}), and sessions are planned on it.")
_ON_AVOIDED = mark("{side} would rather avoid {day} ({name}), and sessions are planned on it.")

_Order = tuple[int, int, str, tuple[int, ...], tuple[int, ...], str]
_Entry = tuple[_Order, Finding]
_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


def check_programme(context: ClashContext) -> tuple[Finding, ...]:
    """Return everything that is wrong with a programme, the gravest first."""
    return ClashEngine(context).findings()


class ClashEngine:
    """Holds what the rules found, cell by cell, so that a change only asks again what it can have changed.

    Cells are sessions, pairs of sessions, interpreters and days. The findings never depend on the way by
    which a programme was reached: `replace` ends where a new engine would begin.
    """

    def __init__(self, context: ClashContext) -> None:
        self._jumps: dict[tuple[date, str], bool] = {}
        self._context = context
        self._load(context)

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings, the gravest first, then in the order of time."""
        cells = chain(
            self._by_session.values(), self._by_pair.values(), self._by_person.values(), self._by_day.values()
        )
        return tuple(finding for _, finding in sorted(chain.from_iterable(cells), key=_place))

    def replace(self, programme: Programme, changed: frozenset[int]) -> None:
        """Take over another state of the programme, in which at most the sessions `changed` are others.

        Other people, rooms, ways or days of the meeting than before make it check everything.
        """
        before, self._context = self._context.programme, replace(self._context, programme=programme)
        if not _same_ground(before, programme) or self._has_rooms != _has_rooms(programme):
            self._load(self._context)
            return
        self._forget(changed)
        for key in changed:
            self._take_in(programme.sessions.get(key))
        for key in changed & self._shapes.keys():
            self._compare_with_all(self._shapes[key])

    def _load(self, context: ClashContext) -> None:
        self._context = context
        programme = context.programme
        self._crowd = Crowd(programme.people)
        self._has_rooms = _has_rooms(programme)
        self._reach = max(programme.ways.values(), default=0)
        self._shapes: dict[int, Shape] = {}
        self._by_session: dict[int, list[_Entry]] = {}
        self._by_pair: dict[tuple[int, int], list[_Entry]] = {}
        self._by_person: dict[int, list[_Entry]] = {}
        self._by_day: dict[date, list[_Entry]] = {}
        self._partners: defaultdict[int, set[int]] = defaultdict(set)
        self._alone: defaultdict[int, set[int]] = defaultdict(set)
        for plan in programme.sessions.values():
            self._add(plan)
        for person in self._alone:
            self._relieve(person)
        for day in context.marks:
            self._mark(day)
        self._compare_all()

    def _add(self, plan: SessionPlan) -> Shape | None:
        """Take in a session and what the rules say of it alone; a cancelled one is nowhere."""
        if plan.is_cancelled:
            return None
        made = shape(plan, self._crowd, self._context.programme.rooms)
        self._shapes[plan.id] = made
        jumps = self._jumps_on(plan.day, plan.time_zone)
        found = self._entries(
            chain(
                check_place(made, self._context, clock_jumps=jumps),
                check_roomless(plan) if self._has_rooms else (),
                check_attendance(made, self._context, self._crowd),
                check_interpretation(made, self._context, self._crowd),
            )
        )
        if found:
            self._by_session[plan.id] = found
        for part in plan.assignments:
            if works_alone(made, part.person):
                self._alone[part.person].add(plan.id)
        return made

    def _take_in(self, plan: SessionPlan | None) -> None:
        made = self._add(plan) if plan is not None else None
        if made is not None:
            for part in made.plan.assignments:
                self._relieve(part.person)
            self._mark(made.plan.day)

    def _forget(self, sessions: Iterable[int]) -> None:
        for key in sessions:
            old = self._shapes.pop(key, None)
            if old is None:
                continue
            self._by_session.pop(key, None)
            for other in self._partners.pop(key, ()):
                self._by_pair.pop(_pair(key, other), None)
                self._partners[other].discard(key)
            for part in old.plan.assignments:
                self._alone[part.person].discard(key)
                self._relieve(part.person)
            self._mark(old.plan.day)

    def _compare_all(self) -> None:
        """Sweep through the sessions in the order of time; each meets those that begin within its reach."""
        shapes = sorted(self._shapes.values(), key=lambda each: (each.start, each.id))
        for index, one in enumerate(shapes, 1):
            limit, people, room = one.end + self._reach, one.people, one.room
            for other in shapes[index:]:
                if other.start >= limit:
                    break
                if people & other.people or (room is not None and room == other.room):
                    self._compare(one, other)

    def _compare_with_all(self, one: Shape) -> None:
        first, last, people, room = one.start - self._reach, one.end + self._reach, one.people, one.room
        for other in self._shapes.values():
            if (
                other.start < last
                and first < other.end
                and (people & other.people or (room is not None and room == other.room))
                and other is not one
            ):
                self._compare(one, other)

    def _compare(self, one: Shape, other: Shape) -> None:
        if (other.start, other.id) < (one.start, one.id):
            one, other = other, one
        found = self._entries(compare(one, other, self._context, self._crowd))
        if found:
            self._by_pair[_pair(one.id, other.id)] = found
            self._partners[one.id].add(other.id)
            self._partners[other.id].add(one.id)

    def _relieve(self, person: int) -> None:
        shapes = [self._shapes[key] for key in self._alone[person] if key in self._shapes]
        self._by_person[person] = self._entries(check_relief(person, shapes, self._crowd))

    def _mark(self, day: date) -> None:
        marks = self._context.marks.get(day)
        if marks:
            self._by_day[day] = self._entries(self._check_day(day, marks))

    def _check_day(self, day: date, marks: Iterable[DayMark]) -> Iterator[Finding]:
        sessions = tuple(sorted(key for key, each in self._shapes.items() if each.plan.day == day))
        if not sessions:
            return
        subject = Subject(SubjectKind.MEETING, self._context.programme.meeting)
        for each in marks:
            is_holiday = each.kind is MarkKind.HOLIDAY
            side = self._context.sides.get(each.side or "", each.side)
            sentence = Message(
                _ON_HOLIDAY if is_holiday else _ON_AVOIDED, {"day": day, "side": side, "name": each.name}
            )
            code, severity = (
                ("on-holiday", Severity.WARNS) if is_holiday else ("on-avoided-day", Severity.NOTES)
            )
            yield Finding(code, severity, subject, sentence, None, sessions)

    def _entries(self, findings: Iterable[Finding]) -> list[_Entry]:
        lowered = self._context.lowered
        return [(self._order(each), each) for each in (in_force(found, lowered) for found in findings)]

    def _order(self, finding: Finding) -> _Order:
        start = min((self._shapes[key].start for key in finding.sessions), default=0)
        gravity = _GRAVITY[finding.severity]
        return gravity, start, finding.code, finding.sessions, finding.people, finding.message.template

    def _jumps_on(self, day: date, zone: str) -> bool:
        key = (day, zone)
        if key not in self._jumps:
            self._jumps[key] = has_change(day, zone)
        return self._jumps[key]


def _place(entry: _Entry) -> _Order:
    return entry[0]


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _has_rooms(programme: Programme) -> bool:
    return any(each.room is not None and not each.is_cancelled for each in programme.sessions.values())


def _same_ground(one: Programme, other: Programme) -> bool:
    """Return whether two states differ in nothing but their sessions; identity first, since it is quick."""
    names = ("people", "rooms", "ways", "venues", "starts", "ends", "time_zone", "meeting")
    return all(
        getattr(one, name) is getattr(other, name) or getattr(one, name) == getattr(other, name)
        for name in names
    )
