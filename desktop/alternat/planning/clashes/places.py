"""Rules about the place and the hour of one session: room, opening hours, days, and clocks that jump."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alternat.language.messages import Message, message
from alternat.nouns.programme import SessionKind
from alternat.planning.clashes.context import ClashContext
from alternat.planning.clashes.shapes import Shape
from alternat.planning.clocks import WallTime, wall_time
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.programme import RoomPlan, SessionPlan

AROUND_THE_MEETING = {SessionKind.TRAVEL, SessionKind.INTERNAL, SessionKind.VISIT}
"""What is usual on the days before and after the meeting proper."""


_ANYWHERE = {SessionKind.TRAVEL, SessionKind.VISIT}
"""What needs no room."""
_IN_ROOMS = {
    SessionKind.PLENARY,
    SessionKind.SUB_GROUP,
    SessionKind.BILATERAL,
    SessionKind.CEREMONY,
    SessionKind.SIGNING,
    SessionKind.PRESS,
}
"""What cannot be held without a room; the rest may be anywhere in the building."""


def check_roomless(plan: SessionPlan) -> Iterator[Finding]:
    """Yield that a session is without a room, in a programme whose other sessions have theirs."""
    if plan.room is not None or plan.kind in _ANYWHERE:
        return
    yield finding(
        plan,
        "session-without-room",
        Severity.WARNS if plan.kind in _IN_ROOMS else Severity.NOTES,
        message("“{session}” is without a room, while other sessions have theirs.", session=plan.title),
        Fix(message("Choose a room"), "room"),
    )


def check_place(shape: Shape, context: ClashContext, *, clock_jumps: bool) -> Iterator[Finding]:
    """Yield what is wrong with where and when a session is; `clock_jumps` is for a clock change."""
    plan = shape.plan
    if clock_jumps:
        yield from _check_clock(plan)
    yield from _check_days(plan, context)
    yield from _check_zone(plan, context)
    if shape.room is None:
        return
    room = context.programme.rooms.get(shape.room)
    if room is not None:
        yield from _check_seats(shape, room)
        yield from _check_hours(plan, room, context.programme.time_zone)


def finding(
    plan: SessionPlan,
    code: str,
    severity: Severity,
    sentence: Message,
    fix: Fix | None = None,
    people: tuple[int, ...] = (),
) -> Finding:
    """Return a finding about one session."""
    return Finding(code, severity, Subject(SubjectKind.SESSION, plan.id), sentence, fix, (plan.id,), people)


def _check_clock(plan: SessionPlan) -> Iterator[Finding]:
    state = wall_time(plan.day, plan.start, plan.time_zone)
    arguments = {"session": plan.title, "start": plan.start, "day": plan.day, "zone": plan.time_zone}
    fix = Fix(message("Choose another start"), "start")
    if state is WallTime.SKIPPED:
        sentence = message(
            "“{session}” begins at {start}, which does not exist on {day} in {zone}.",
            **arguments,
        )
        yield finding(plan, "time-skipped", Severity.BLOCKS, sentence, fix)
    elif state is WallTime.TWICE:
        sentence = message(
            "“{session}” begins at {start}, which comes twice on {day} in {zone}: the first time is meant.",
            **arguments,
        )
        yield finding(plan, "time-twice", Severity.WARNS, sentence, fix)


def _check_days(plan: SessionPlan, context: ClashContext) -> Iterator[Finding]:
    programme = context.programme
    if programme.starts is None:
        return
    if programme.starts <= plan.day <= (programme.ends or programme.starts):
        return
    is_usual = plan.kind in AROUND_THE_MEETING
    yield finding(
        plan,
        "outside-meeting",
        Severity.NOTES if is_usual else Severity.WARNS,
        message(
            "“{session}” is on {day}, outside the days of the meeting.", session=plan.title, day=plan.day
        ),
        Fix(message("Choose another day"), "day"),
    )


def _check_zone(plan: SessionPlan, context: ClashContext) -> Iterator[Finding]:
    """Tell of a session whose clock is not that of the meeting; a journey has clocks of its own."""
    zone = context.programme.time_zone
    if plan.time_zone == zone or plan.end_zone or plan.kind is SessionKind.TRAVEL:
        return
    if plan.starts.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == datetime.combine(plan.day, plan.start):
        return
    yield finding(
        plan,
        "zone-differs",
        Severity.NOTES if plan.kind in AROUND_THE_MEETING else Severity.WARNS,
        message(
            "“{session}” is noted in the time zone {zone}; that of the meeting is {own}.",
            session=plan.title,
            zone=plan.time_zone,
            own=zone,
        ),
        Fix(message("Choose another time zone"), "time_zone"),
    )


def _check_seats(shape: Shape, room: RoomPlan) -> Iterator[Finding]:
    if room.capacity is None or shape.people.bit_count() <= room.capacity:
        return
    most = busiest(shape)
    if most > room.capacity:
        yield finding(
            shape.plan,
            "room-too-small",
            Severity.WARNS,
            message(
                "“{session}” has {people} people at a time, and the room {room} has {seats} seats.",
                session=shape.plan.title,
                people=most,
                room=room.code,
                seats=room.capacity,
            ),
            Fix(message("Choose another room"), "room"),
        )


def busiest(shape: Shape) -> int:
    """Return how many people are in a session at its fullest moment."""
    whole = shape.people.bit_count() - len(shape.part_time.keys() & _bits(shape))
    stretches = [part for bit, part in shape.part_time.items() if bit & shape.people]
    return whole + max(
        (sum(first <= start < last for first, last in stretches) for start, _ in stretches), default=0
    )


def _bits(shape: Shape) -> set[int]:
    return {bit for bit in shape.part_time if bit & shape.people}


def _check_hours(plan: SessionPlan, room: RoomPlan, zone: str) -> Iterator[Finding]:
    """Compare with the room's hours, which its own clock shows, whatever zone the session is noted in."""
    if room.opens is None and room.closes is None:
        return
    local = plan.starts.astimezone(ZoneInfo(zone))
    end = (plan.starts + timedelta(minutes=plan.minutes)).astimezone(ZoneInfo(zone))
    is_early = room.opens is not None and local.time() < room.opens
    is_late = room.closes is not None and (end.date() > local.date() or end.time() > room.closes)
    if is_early or is_late:
        yield finding(
            plan,
            "room-closed",
            Severity.WARNS,
            message(
                "“{session}” runs from {start} to {end}; the room {room} is open from {opens} to {closes}.",
                session=plan.title,
                start=local.time(),
                end=end.time(),
                room=room.code,
                opens=room.opens or "0:00",
                closes=room.closes or "24:00",
            ),
            Fix(message("Choose another room"), "room"),
        )
