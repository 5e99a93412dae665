"""Rules over two sessions: somebody in both, the same room twice, too short a way from one to the other."""

from collections.abc import Iterator

from alternat.language.messages import Message, mark, message
from alternat.nouns.programme import SessionKind
from alternat.planning.clashes.context import ClashContext
from alternat.planning.clashes.shapes import Crowd, Shape
from alternat.planning.clashes.wording import names
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind

_PERSON_TWICE = mark("On {day} at {start}, in two sessions at once, “{one}” and “{other}”: {names}.")
_INTERPRETER_TWICE = mark(
    "On {day} at {start}, interpreting in two sessions, “{one}” and “{other}”: {names}."
)
_MOVE = Fix(message("Move the session"), "start")
_ANOTHER_INTERPRETER = Fix(message("Choose another interpreter"), "assignments")
_ANOTHER_ROOM = Fix(message("Choose another room"), "room")
_IN_THE_MARGINS = {SessionKind.BREAK, SessionKind.MEAL}


def clash_severity(one: SessionKind, other: SessionKind) -> Severity | None:
    """Return how much it matters to be in two sessions at once; None where it is what the session is for.

    A pull-aside is held in the margins of a break or a meal; whoever works through a break misses little.
    """
    kinds = {one, other}
    if SessionKind.PULL_ASIDE in kinds and kinds & _IN_THE_MARGINS:
        return None
    return Severity.NOTES if SessionKind.BREAK in kinds else Severity.BLOCKS


def compare(one: Shape, other: Shape, context: ClashContext, crowd: Crowd) -> Iterator[Finding]:
    """Yield what is wrong between two sessions, the one that begins first given first."""
    if one.room is not None and one.room == other.room and other.start < one.end and one.start < other.end:
        yield _room_twice(one, other, context)
    both = one.people & other.people
    if both:
        twice, hurried = _torn(one, other, both, way(one, other, context))
        severity = clash_severity(one.plan.kind, other.plan.kind)
        if twice and severity is not None:
            yield from _person_twice(one, other, twice, severity, crowd)
        if hurried:
            yield _way_too_short(one, other, hurried, context, crowd)


def way(one: Shape, other: Shape, context: ClashContext) -> int:
    """Return how many minutes lie between two sessions' venues; none where it is not known."""
    if one.venue is None or other.venue is None or one.venue == other.venue:
        return 0
    return context.programme.ways.get((one.venue, other.venue), 0)


def _torn(one: Shape, other: Shape, both: int, minutes: int) -> tuple[int, int]:
    """Return who would be in both sessions at once, and who would have too little time for the way."""
    part_time = [bit for bit in (*one.part_time, *other.part_time) if bit & both]
    gap = max(other.start - one.end, one.start - other.end)
    twice, hurried = (both, 0) if gap < 0 else (0, both if gap < minutes else 0)
    for bit in part_time:
        (start, end), (other_start, other_end) = one.stretch(bit), other.stretch(bit)
        own_gap = max(other_start - end, start - other_end)
        twice, hurried = twice & ~bit, hurried & ~bit
        if own_gap < 0:
            twice |= bit
        elif own_gap < minutes:
            hurried |= bit
    return twice, hurried


def _person_twice(
    one: Shape, other: Shape, twice: int, severity: Severity, crowd: Crowd
) -> Iterator[Finding]:
    interpreting = twice & (one.interpreters | other.interpreters)
    for code, template, mask, grave, fix in (
        ("person-twice", _PERSON_TWICE, twice & ~interpreting, severity, _MOVE),
        ("interpreter-twice", _INTERPRETER_TWICE, interpreting, Severity.BLOCKS, _ANOTHER_INTERPRETER),
    ):
        if not mask:
            continue
        persons = crowd.persons_of(mask)
        arguments = {**_when(one, other), "names": names(crowd, persons)}
        yield _about(one, other, code, grave, Message(template, arguments), fix, persons)


def _room_twice(one: Shape, other: Shape, context: ClashContext) -> Finding:
    assert one.room is not None
    room = context.programme.rooms.get(one.room)
    sentence = message(
        "On {day} at {start}, two sessions in the room {room}: “{one}” and “{other}”.",
        room=room.code if room else "–",
        **_when(one, other),
    )
    return _about(one, other, "room-twice", Severity.BLOCKS, sentence, _ANOTHER_ROOM)


def _way_too_short(one: Shape, other: Shape, hurried: int, context: ClashContext, crowd: Crowd) -> Finding:
    persons = crowd.persons_of(hurried)
    sentence = message(
        "On {day}, the way from “{one}” to “{other}” takes {minutes} minutes; "
        "too little time is left for: {names}.",
        minutes=way(one, other, context),
        names=names(crowd, persons),
        day=other.plan.day,
        one=one.plan.title,
        other=other.plan.title,
    )
    return _about(one, other, "way-too-short", Severity.WARNS, sentence, _MOVE, persons)


def _when(one: Shape, other: Shape) -> dict[str, object]:
    return {
        "day": other.plan.day,
        "start": other.plan.start,
        "one": one.plan.title,
        "other": other.plan.title,
    }


def _about(
    one: Shape,
    other: Shape,
    code: str,
    severity: Severity,
    sentence: Message,
    fix: Fix,
    people: tuple[int, ...] = (),
) -> Finding:
    subject = Subject(SubjectKind.SESSION, other.id)
    return Finding(code, severity, subject, sentence, fix, (one.id, other.id), people)
