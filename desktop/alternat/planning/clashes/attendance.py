"""Rules about who is in one session: chairs, lead speakers, the agenda's length, and sub-groups."""

from collections.abc import Iterator

from alternat.language.messages import Message, message
from alternat.nouns.programme import SessionKind
from alternat.planning.clashes.context import ClashContext, SubGroupStanding
from alternat.planning.clashes.places import finding
from alternat.planning.clashes.shapes import Crowd, Shape
from alternat.planning.clashes.wording import names
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.programme import AgendaPlan, SessionPlan


def check_attendance(shape: Shape, context: ClashContext, crowd: Crowd) -> Iterator[Finding]:
    """Yield what is wrong with who is in a session and with its agenda."""
    yield from _check_presence(shape, crowd)
    yield from _check_chairs(shape, context, crowd)
    yield from _check_agenda(shape, context, crowd)
    yield from _check_subgroup(shape, context)


def _check_presence(shape: Shape, crowd: Crowd) -> Iterator[Finding]:
    plan, fix = shape.plan, Fix(message("Choose the participants"), "parties")
    if not shape.people and not shape.outside:
        sentence = message("Nobody takes part in “{session}” yet.", session=plan.title)
        yield finding(plan, "nobody-there", Severity.NOTES, sentence, fix)
    if shape.outside:
        persons = crowd.persons_of(shape.outside)
        sentence = message(
            "The hours given for part of “{session}” lie outside it, so that these people miss it: {names}.",
            session=plan.title,
            names=names(crowd, persons),
        )
        yield finding(plan, "part-time-outside", Severity.WARNS, sentence, fix, persons)


def _check_chairs(shape: Shape, context: ClashContext, crowd: Crowd) -> Iterator[Finding]:
    """Check that both sides chair a plenary (terms of reference: co-chairs), and stay throughout."""
    plan = shape.plan
    for side, name in context.sides.items():
        person = plan.chairs.get(side)
        fix = Fix(message("Choose the chair"), "chairs")
        if person is None:
            if plan.kind is SessionKind.PLENARY and side in crowd.sides:
                sentence = message("“{session}” has no co-chair of {side}.", session=plan.title, side=name)
                yield finding(plan, "chair-missing", Severity.WARNS, sentence, fix)
        elif not crowd.bits.get(person, 0) & shape.people:
            sentence = message(
                "The chair of “{session}” for {side} is absent.", session=plan.title, side=name
            )
            yield finding(plan, "chair-absent", Severity.WARNS, sentence, fix, (person,))
        elif crowd.bits[person] in shape.part_time:
            sentence = message(
                "{name} chairs “{session}” and is there for a part of it only.",
                name=crowd.name(person),
                session=plan.title,
            )
            yield finding(plan, "chair-part-time", Severity.WARNS, sentence, fix, (person,))


def _check_agenda(shape: Shape, context: ClashContext, crowd: Crowd) -> Iterator[Finding]:
    plan = shape.plan
    if not plan.agenda:
        return
    items = [item for item in plan.agenda if not item.is_dropped]
    total = sum(item.minutes for item in items)
    if total > plan.minutes:
        sentence = message(
            "The agenda of “{session}” takes {total} minutes, and the session lasts {minutes}.",
            session=plan.title,
            total=total,
            minutes=plan.minutes,
        )
        fix = Fix(message("Lengthen the session"), "minutes")
        yield finding(plan, "agenda-too-long", Severity.WARNS, sentence, fix)
    for item in items:
        yield from _check_leads(shape, item, context, crowd)


def _check_leads(shape: Shape, item: AgendaPlan, context: ClashContext, crowd: Crowd) -> Iterator[Finding]:
    plan, fix = shape.plan, Fix(message("Choose the lead speaker"), "agenda")
    for side, name in context.sides.items():
        person = item.leads.get(side)
        is_there = bool(crowd.sides.get(side, 0) & shape.people)
        arguments = {"item": item.text, "session": plan.title, "side": name}
        if person is None:
            if (item.topic is not None or item.has_record) and is_there:
                sentence = message(
                    "“{item}”, on the agenda of “{session}”, has no lead speaker of {side}.", **arguments
                )
                yield finding(plan, "lead-missing", Severity.WARNS, sentence, fix)
        elif not crowd.bits.get(person, 0) & shape.people:
            sentence = message(
                "The lead speaker of {side} on “{item}” does not take part in “{session}”.", **arguments
            )
            yield finding(plan, "lead-absent", Severity.WARNS, sentence, fix, (person,))


def _check_subgroup(shape: Shape, context: ClashContext) -> Iterator[Finding]:
    plan = shape.plan
    if plan.subgroup is None:
        if plan.kind is SessionKind.SUB_GROUP:
            sentence = message("It is not said which sub-group meets in “{session}”.", session=plan.title)
            fix = Fix(message("Choose the sub-group"), "subgroup")
            yield finding(plan, "subgroup-missing", Severity.NOTES, sentence, fix)
        return
    standing = context.subgroups.get(plan.subgroup)
    if standing is None:
        return
    arguments = {"session": plan.title, "subgroup": standing.name}
    if standing.consent_missing:
        sentence = message(
            "“{session}” is planned without the consent of {sides} to the sub-group “{subgroup}”.",
            sides=_listed(context, standing.consent_missing),
            **arguments,
        )
        fix = Fix(message("Record the consents"), "consents")
        yield _about_subgroup(plan, standing, "consent-missing", sentence, fix)
    if standing.counterpart_missing:
        sentence = message(
            "The sub-group “{subgroup}” of “{session}” has no entity of {sides}.",
            sides=_listed(context, standing.counterpart_missing),
            **arguments,
        )
        fix = Fix(message("Seat an entity"), "entities")
        yield _about_subgroup(plan, standing, "counterpart-missing", sentence, fix)


def _about_subgroup(
    plan: SessionPlan, standing: SubGroupStanding, code: str, sentence: Message, fix: Fix
) -> Finding:
    """Return what is mended at the sub-group and told of its session."""
    subject = Subject(SubjectKind.SUB_GROUP, standing.id)
    return Finding(code, Severity.WARNS, subject, sentence, fix, (plan.id,))


def _listed(context: ClashContext, sides: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(context.sides.get(side, side) for side in sides)
