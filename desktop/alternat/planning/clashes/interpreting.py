"""Rules about interpretation: nobody assigned, a pair nobody works in, and too long without relief."""

from collections.abc import Iterable, Iterator

from alternat.language.label import Language
from alternat.language.messages import message
from alternat.nouns.programme import Interpretation
from alternat.planning.clashes.context import ClashContext
from alternat.planning.clashes.places import finding
from alternat.planning.clashes.shapes import Crowd, Shape
from alternat.planning.findings import Finding, Fix, Severity
from alternat.planning.interpretation import ordered

LONGEST_ALONE = 30
"""Minutes that one may interpret simultaneously alone: teams change over about every half hour.

Assumption: common professional practice (AIIC asks for at least two interpreters a booth); staff who follow
another rule lower the finding.
"""
PAUSE = 15
"""Minutes between two sessions that count as relief; an assumption too."""


def check_interpretation(shape: Shape, context: ClashContext, crowd: Crowd) -> Iterator[Finding]:
    """Yield what is wrong with the interpreters of one session."""
    plan = shape.plan
    if plan.interpretation is not Interpretation.NONE:
        yield from _check_cover(shape, crowd)
        yield from _check_booth(shape, context)
    fix = Fix(message("Choose another interpreter"), "assignments")
    for part in plan.assignments:
        if part.person not in crowd.people:
            sentence = message(
                "An interpreter of “{session}” does not come to the meeting.", session=plan.title
            )
            yield finding(plan, "interpreter-absent", Severity.WARNS, sentence, fix, (part.person,))
        elif ordered(part.pair) not in context.pairs.get(part.person, frozenset()):
            sentence = message(
                "{name} is to interpret “{session}” between {one} and {other}, "
                "and does not work in that pair.",
                name=crowd.name(part.person),
                session=plan.title,
                one=_language(part.pair[0]),
                other=_language(part.pair[1]),
            )
            yield finding(plan, "interpreter-wrong-pair", Severity.WARNS, sentence, fix, (part.person,))


def check_relief(person: int, shapes: Iterable[Shape], crowd: Crowd) -> Iterator[Finding]:
    """Yield where somebody is alone in a booth for too long, sessions without a pause counted together."""
    run: list[Shape] = []
    for shape in sorted(shapes, key=lambda each: (each.start, each.id)):
        if run and shape.start - max(each.end for each in run) >= PAUSE:
            yield from _too_long(person, run, crowd)
            run = []
        run.append(shape)
    yield from _too_long(person, run, crowd)


def works_alone(shape: Shape, person: int) -> bool:
    """Return whether somebody is the only one for a pair of languages in a simultaneous session."""
    plan = shape.plan
    if plan.interpretation is not Interpretation.SIMULTANEOUS:
        return False
    pairs = [ordered(part.pair) for part in plan.assignments]
    own = [ordered(part.pair) for part in plan.assignments if part.person == person]
    return any(pairs.count(pair) == 1 for pair in own)


def _too_long(person: int, run: list[Shape], crowd: Crowd) -> Iterator[Finding]:
    if not run or person not in crowd.people:
        return
    minutes = max(each.end for each in run) - run[0].start
    if minutes <= LONGEST_ALONE:
        return
    first = run[0].plan
    sentence = message(
        "From “{session}” on, {name} interprets simultaneously alone for {minutes} minutes; "
        "{most} is the most without relief.",
        session=first.title,
        name=crowd.name(person),
        minutes=minutes,
        most=LONGEST_ALONE,
    )
    fix = Fix(message("Add a second interpreter"), "assignments")
    yield finding(first, "relief-missing", Severity.WARNS, sentence, fix, (person,))


def _check_cover(shape: Shape, crowd: Crowd) -> Iterator[Finding]:
    """Check that an interpreter works between a first language of each side that is there.

    Where the languages of a side's people are not stated, any interpreter will do.
    """
    plan, fix = shape.plan, Fix(message("Assign an interpreter"), "assignments")
    if not plan.assignments:
        sentence = message("“{session}” is to be interpreted and has no interpreter.", session=plan.title)
        yield finding(plan, "interpreter-missing", Severity.WARNS, sentence, fix)
        return
    spoken = _spoken(shape, crowd)
    if len(spoken) != 2 or not all(spoken) or spoken[0] & spoken[1]:
        return
    if not any(_bridges(part.pair, *spoken) for part in plan.assignments):
        sentence = message(
            "No interpreter of “{session}” works between the languages of the two sides.", session=plan.title
        )
        yield finding(plan, "interpreter-missing", Severity.WARNS, sentence, fix)


def _check_booth(shape: Shape, context: ClashContext) -> Iterator[Finding]:
    room = context.programme.rooms.get(shape.room) if shape.room is not None else None
    if shape.plan.interpretation is Interpretation.SIMULTANEOUS and room is not None and not room.booths:
        yield finding(
            shape.plan,
            "booth-missing",
            Severity.NOTES,
            message(
                "“{session}” is interpreted simultaneously, and the room {room} has no booth.",
                session=shape.plan.title,
                room=room.code,
            ),
            Fix(message("Choose another room"), "room"),
        )


def _spoken(shape: Shape, crowd: Crowd) -> list[set[str]]:
    """Return the first languages of those present of each side that is there, interpreters left out."""
    there = shape.people & ~shape.interpreters
    present = [side for side, mask in crowd.sides.items() if mask & there]
    return [
        {language for (own, language), mask in crowd.speakers.items() if own == side and mask & there}
        for side in present
    ]


def _bridges(pair: tuple[str, str], one: set[str], other: set[str]) -> bool:
    return (pair[0] in one and pair[1] in other) or (pair[1] in one and pair[0] in other)


def _language(code: str) -> Language | str:
    return Language(code) if code in list(Language) else code
