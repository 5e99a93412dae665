"""What holds between the fields of outcomes and what they refer to; whatever breaks it is refused here."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from alternat.errors import AlternatError
from alternat.language.called import shown_name
from alternat.language.messages import mark, series
from alternat.models.base import tuples
from alternat.models.outcomes import Outcome
from alternat.models.tables import Tables
from alternat.nouns.noun import Field
from alternat.nouns.outcomes import OUTCOME, Disclosure, OutcomeKind, OutcomeState
from alternat.nouns.programme import SESSION
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.disclosure import DISCLOSURES
from alternat.planning.outcome_states import NEEDS_REASON, next_states
from alternat.planning.outcomes import KINDS, STATES
from alternat.planning.rows import require


class NotATopic(AlternatError):
    """Only a topic is the topic of an outcome."""

    template = mark("“{text}” is not a topic of the dialogue. The topics are: {choices}.")


class NotAnObjective(AlternatError):
    """An outcome serves objectives and nothing else."""

    template = mark("“{text}” is not one of the objectives. They are: {choices}.")


class CannotCarry(AlternatError):
    """Only an existing dialogue that still meets carries out an outcome."""

    template = mark(
        "“{text}” cannot carry out the outcome {outcome}: it is not an existing dialogue that still meets. "
        "Those are: {choices}."
    )


class NotACarrier(AlternatError):
    """An existing dialogue that does not carry out the outcome was asked or heard."""

    template = mark(
        "“{text}” does not carry out the outcome {outcome}. It is carried out by: {choices}. Add the "
        "existing dialogue to them first."
    )


class SessionOfOtherMeeting(AlternatError):
    """An outcome comes from a session of its own meeting."""

    template = mark(
        "The session “{session}” is not one of the meeting {meeting}, which agreed the outcome. Choose a "
        "session of that meeting."
    )


class BeforeMeeting(AlternatError):
    """Nothing is due, asked, heard or changed before the meeting that agreed the outcome."""

    template = mark(
        "The {field} of the outcome {outcome} would be {day}, before the meeting {meeting} that agreed it "
        "began on {starts}. Give a later day."
    )


class StateNotAllowed(AlternatError):
    """An outcome cannot go from its state to that one."""

    template = mark(
        "The outcome {outcome} is “{now}” and cannot become “{wanted}”. From here it can become: {choices}."
    )


class NotedHasNoState(AlternatError):
    """What was only noted asks for nothing, and has no progress."""

    template = mark(
        "The outcome {outcome} was noted and asks for nothing, so that it cannot become “{wanted}”. Change "
        "its kind first, if it was agreed."
    )


class StateNeedsReason(AlternatError):
    """An outcome that is stuck or dropped says why."""

    template = mark("Say why the outcome {outcome} is “{wanted}”: give the reason.")


class StateBeforeLast(AlternatError):
    """A state would begin before the one that it follows."""

    template = mark(
        "The outcome {outcome} has been “{now}” since {since}; it cannot have become “{wanted}” on {day}, "
        "which is before. Give a later day, or correct the other one first."
    )


class NotedAsksForNothing(AlternatError):
    """What was only noted has nobody who carries it out or leads."""

    template = mark(
        "The outcome {outcome} was noted and asks for nothing: nobody carries it out or leads it. Change its "
        "kind first, if it was agreed."
    )


class CannotBeNoted(AlternatError):
    """An outcome that somebody carries out or leads, or that has come further, is not one that was noted."""

    template = mark(
        "The outcome {outcome} cannot be one that was only noted, since it has: {list}. Take that away "
        "first, so that none of it is lost unseen."
    )


class ConsentBeforeAsked(AlternatError):
    """The other side would have agreed before it was asked."""

    template = mark(
        "The other side was asked on {asked} whether the outcome {outcome} may be shown; it cannot have "
        "agreed on {given}, which is before. Correct one of the two days."
    )


class ConsentNotNeeded(AlternatError):
    """Consent is on record for a text that is shown, or withheld, without it."""

    template = mark(
        "The outcome {outcome} has a day on which the other side agreed that it be shown, but its disclosure "
        "is “{disclosure}”. Take that day away, or let it be shown with consent."
    )


class RecordClosed(AlternatError):
    """The record of a meeting is closed: its words are corrected with a date, never changed unseen."""

    template = mark(
        "The record of the meeting {meeting} was closed on {day}; the outcome {outcome} is corrected in it "
        "with a date and a reason (field: {field})."
    )


class RecordTakesNone(AlternatError):
    """The record of a meeting is closed: nothing is added to it or taken out."""

    template = mark(
        "The record of the meeting {meeting} was closed on {day}: no outcome is added to it or removed from "
        "it. Add it to the next meeting, or correct what stands in the record."
    )


class RecordStaysClosed(AlternatError):
    """A record that was closed on an earlier day is corrected, and never opened to be rewritten unseen."""

    template = mark(
        "The record of the meeting {meeting} was closed on {day} and stays closed, since others have it. "
        "Correct an outcome with a date and a reason."
    )


class RecordOpen(AlternatError):
    """There is nothing to correct with a date while the record is open."""

    template = mark(
        "The record of the meeting {meeting} is not closed, so that the outcome {outcome} is changed and not "
        "corrected."
    )


class CorrectedBeforeClosed(AlternatError):
    """A correction would be of a day before the record was closed."""

    template = mark(
        "The record of the meeting {meeting} was closed on {closed}; it cannot have been corrected on {day}, "
        "which is before. Give a later day."
    )


class CorrectionSaysNothing(AlternatError):
    """A correction that changes nothing."""

    template = mark("The outcome {outcome} has these values already; there is nothing to correct.")


class LinkToItself(AlternatError):
    """An outcome neither continues nor replaces itself."""

    template = mark("The outcome {outcome} cannot follow itself. Choose an earlier one.")


class LinkToLater(AlternatError):
    """An outcome follows one of an earlier meeting, or of its own."""

    template = mark(
        "The outcome {outcome} of the meeting {meeting} cannot follow {other}, which the later meeting "
        "{later} agreed. Link them the other way round."
    )


class LinksInACircle(AlternatError):
    """Outcomes would follow each other in a circle."""

    template = mark(
        "The outcome {outcome} cannot follow {other}, since that would be a circle: {codes}. Remove one of "
        "these links first."
    )


class NotLinked(AlternatError):
    """An outcome does not follow that one."""

    template = mark("The outcome {outcome} does not follow {other}. It follows: {choices}.")


class RecordIsClosed(AlternatError):
    """A record that is to be closed is closed."""

    template = mark(
        "The record of the meeting {meeting} was closed on {day} already. Reopen it to give it another day."
    )


class RecordIsOpen(AlternatError):
    """A record that is to be opened again is open."""

    template = mark("The record of the meeting {meeting} is open already.")


class ClosedBeforeMeeting(AlternatError):
    """A record would be closed before its meeting began."""

    template = mark(
        "The meeting {meeting} begins on {starts}; its record cannot be closed on {day}, which is before. "
        "Give a later day."
    )


class SuccessorOfOtherSide(AlternatError):
    """A successor belongs to the same side."""

    template = mark("{successor} cannot follow {leaving}. Choose somebody else of the same side.")


class NothingToHandOver(AlternatError):
    """Somebody who leaves leads nothing that is open."""

    template = mark("{leaving} leads no open outcome, existing dialogue or objective on {day}.")


class HandedOverTooEarly(AlternatError):
    """The one who leaves would have no day left on what they led already, so the past would be told wrong."""

    template = mark(
        "{leaving} leads “{text}” from {since} only; a successor can take it over on a later day. "
        "Give a day after {since}."
    )


def check_values(tables: Tables, row: Any, values: Mapping[str, Any], code: str) -> None:
    """Refuse values of an outcome that do not go together, or not with the meeting that agreed it."""
    meeting = tables.Meeting.get_by_id(row["meeting"])
    if values.get("topic") is not None:
        _require_kind(tables, (values["topic"],), ProvisionKind.TOPIC, NotATopic)
    if values.get("session") is not None:
        require(tables, SESSION, (values["session"],))
        session = tables.Session.get_by_id(values["session"])
        if session.meeting_id != meeting.id:
            raise SessionOfOtherMeeting(session=session.title, meeting=meeting.reference)
    if "due" in values:
        refuse_before(meeting, code, OUTCOME.by_name["due"], values["due"])
    merged = {**row, **values}
    asked, given = merged.get("consent_asked"), merged.get("consent_given")
    if given is not None and asked is not None and given < asked:
        raise ConsentBeforeAsked(outcome=code, asked=asked, given=given)
    disclosure = merged.get("disclosure", Disclosure.WITH_CONSENT)
    if given is not None and disclosure is not Disclosure.WITH_CONSENT:
        raise ConsentNotNeeded(outcome=code, disclosure=DISCLOSURES[disclosure])


def refuse_before(meeting: Any, code: str, field: Field, day: date | None) -> None:
    """Refuse a day before the first one of the meeting, where that is set."""
    if day is not None and meeting.starts is not None and day < meeting.starts:
        raise BeforeMeeting(
            field=field.title, outcome=code, day=day, meeting=meeting.reference, starts=meeting.starts
        )


def refuse_noted(tables: Tables, row: Outcome) -> None:
    """Refuse to let what stays behind an outcome be one that was only noted."""
    carriers, sides = tables.OutcomeCarrier, tables.OutcomeSide
    dialogues = [each.dialogue_id for each in carriers.select().where(carriers.outcome == row.id)]
    people = [each.lead_id for each in sides.select().where(sides.outcome == row.id)]
    provision, person = tables.Provision, tables.Person
    standing: list[object] = [
        each.short or each.text for each in provision.select().where(provision.id.in_(dialogues))
    ]
    standing += [shown_name(each) for each in person.select().where(person.id.in_(people))]
    if row.state is not OutcomeState.AGREED:
        standing.append(STATES[row.state])
    if standing:
        raise CannotBeNoted(outcome=row.code, list=series(standing))


def require_dialogues(tables: Tables, outcome: Outcome, dialogues: Iterable[int]) -> None:
    """Refuse what is no existing dialogue, or one that meets no more."""
    provision = tables.Provision
    kind, state = ProvisionKind.EXISTING_DIALOGUE, ProvisionState.ACTIVE
    those = (provision.kind == kind) & (provision.state == state)
    known = {row.id: row for row in provision.select().where(those).order_by(provision.number)}
    for key in dialogues:
        if key not in known:
            text = _text(tables, key)
            raise CannotCarry(text=text, outcome=outcome.code, choices=_codes(known.values()))


def require_objectives(tables: Tables, objectives: Iterable[int]) -> None:
    """Refuse what is none of the objectives."""
    _require_kind(tables, objectives, ProvisionKind.OBJECTIVE, NotAnObjective)


def carrier_row(tables: Tables, outcome: Outcome, dialogue: int) -> Any:
    """Return the row of an existing dialogue that carries out an outcome; else a `NotACarrier`."""
    carrier, provision = tables.OutcomeCarrier, tables.Provision
    rows = {row.dialogue_id: row for row in carrier.select().where(carrier.outcome == outcome.id)}
    if dialogue in rows:
        return rows[dialogue]
    named = provision.select().where(provision.id.in_(list(rows))).order_by(provision.number)
    raise NotACarrier(text=_text(tables, dialogue), outcome=outcome.code, choices=_codes(named))


def check_state(row: Outcome, meeting: Any, state: OutcomeState, on: date, *, has_reason: bool) -> None:
    """Refuse a state that does not follow from the one in which an outcome is; the same one is put right."""
    if row.kind is OutcomeKind.NOTED:
        raise NotedHasNoState(outcome=row.code, wanted=STATES[state])
    choices = next_states(row.kind, row.state)
    if state is not row.state and state not in choices:
        raise StateNotAllowed(
            outcome=row.code,
            now=STATES[row.state],
            wanted=STATES[state],
            choices=series(STATES[each] for each in choices),
        )
    if state in NEEDS_REASON and not has_reason:
        raise StateNeedsReason(outcome=row.code, wanted=STATES[state])
    refuse_before(meeting, row.code, OUTCOME.by_name["state_on"], on)
    if state is not row.state and row.state_on is not None and on < row.state_on:
        raise StateBeforeLast(
            outcome=row.code, now=STATES[row.state], since=row.state_on, wanted=STATES[state], day=on
        )


def worded(tables: Tables, name: str, value: Any) -> Any:
    """Return what a recorded field says, as a text or as a message: what people read for a code or a key."""
    if value is None:
        return ""
    if name == "kind":
        return KINDS[value]
    if name == "topic":
        row = tables.Provision.get_by_id(value)
        return row.short or row.text
    return tables.Session.get_by_id(value).title if name == "session" else value


def refuse_circle(tables: Tables, row: Outcome, other: Outcome) -> None:
    """Refuse a link with which an outcome would follow itself, by way of others; its codes are shown."""
    links = _earlier_links(tables)
    came_from: dict[int, int] = {other.id: row.id}
    waiting = [other.id]
    while waiting:
        at = waiting.pop()
        for before in links.get(at, ()):
            if before == row.id:
                path = [row.id, at]
                while path[-1] != other.id:
                    path.append(came_from[path[-1]])
                keys = [*path, row.id]
                outcome: Any = tables.Outcome
                codes = {each.id: each.code for each in outcome.select().where(outcome.id.in_(keys))}
                circle = series(codes[key] for key in reversed(keys))
                raise LinksInACircle(outcome=row.code, other=other.code, codes=circle)
            if before not in came_from:
                came_from[before] = at
                waiting.append(before)


def _earlier_links(tables: Tables) -> Mapping[int, Sequence[int]]:
    """Return the outcomes that each one continues or replaces, by id."""
    link = tables.OutcomeLink
    found: dict[int, list[int]] = {}
    for later, earlier in tuples(link.select(link.outcome, link.earlier)):
        found.setdefault(later, []).append(earlier)
    return found


def _require_kind(
    tables: Tables, keys: Iterable[int], kind: ProvisionKind, error: type[AlternatError]
) -> None:
    provision = tables.Provision
    known = {row.id: row for row in provision.select().where(provision.kind == kind)}
    for key in keys:
        if key not in known:
            ordered = sorted(known.values(), key=lambda row: row.number)
            raise error(text=_text(tables, key), choices=_codes(ordered))


def _text(tables: Tables, key: int) -> object:
    row = tables.Provision.get_or_none(tables.Provision.id == key)
    return (row.short or row.text) if row else str(key)


def _codes(rows: Iterable[Any]) -> object:
    return series([row.code for row in rows] or ["–"])
