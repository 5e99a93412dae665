"""What holds between the fields of outcomes and what they refer to; whatever breaks it is refused here."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from alternat.errors import AlternatError
from alternat.language.called import shown_name
from alternat.language.formats import long_date
from alternat.language.label import Label, Language
from alternat.language.messages import mark, offered, series
from alternat.models.base import tuples
from alternat.models.outcomes import Outcome
from alternat.models.tables import Tables
from alternat.nouns.noun import Field
from alternat.nouns.outcomes import OUTCOME, Disclosure, LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.programme import SESSION
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.outcome_limits import (
    LinksInACircle,
    MeetingFacts,
    NotedAsksForNothing,
    OutcomeFacts,
    before_meeting,
    consent_limits,
    link_limits,
    refuse,
    way_back,
)
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


class CannotBeNoted(AlternatError):
    """An outcome that somebody carries out or leads, or that has come further, is not one that was noted."""

    template = mark(
        "The outcome {outcome} cannot be one that was only noted, since it has: {list}. Take that away "
        "first, so that none of it is lost unseen."
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
    disclosure = merged.get("disclosure", Disclosure.WITH_CONSENT)
    refuse(consent_limits(code, disclosure, merged.get("consent_asked"), merged.get("consent_given")))


def refuse_before(meeting: Any, code: str, field: Field, day: date | None) -> None:
    """Refuse a day before the first one of the meeting, where that is set."""
    refuse(before_meeting(meeting_facts(meeting), code, field, day))


def refuse_on_noted(row: Outcome) -> None:
    """Refuse to let anybody carry out or lead on what was only noted."""
    if row.kind is OutcomeKind.NOTED:
        raise NotedAsksForNothing(outcome=row.code)


def meeting_facts(meeting: Any) -> MeetingFacts:
    """Return what the rules ask of a meeting."""
    return MeetingFacts(meeting.reference, meeting.year, meeting.starts, meeting.record_closed)


def outcome_facts(row: Outcome) -> OutcomeFacts:
    """Return what the rules ask of an outcome."""
    return OutcomeFacts(row.code, row.number, row.kind, row.state, row.state_on, meeting_facts(row.meeting))


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


def worded(tables: Tables, name: str, value: Any) -> Any:
    """Return what a recorded field says, as a text or as a message: what people read for a code or a key."""
    if value is None:
        return ""
    if name == "kind":
        return KINDS[value]
    if name == "due":
        return Label(*(long_date(value, language) for language in Language))
    if name == "topic":
        row = tables.Provision.get_by_id(value)
        return row.short or row.text
    return tables.Session.get_by_id(value).title if name == "session" else value


def refuse_link(
    tables: Tables, row: Outcome, other: Outcome, kind: LinkKind, standing: LinkKind | None
) -> None:
    """Refuse a link that goes the wrong way, or with which an outcome would follow itself; it shows how."""
    refuse(link_limits(outcome_facts(row), outcome_facts(other), kind, standing))
    circle = way_back(row.id, other.id, _earlier_links(tables))
    if circle:
        outcome: Any = tables.Outcome
        codes = {each.id: each.code for each in outcome.select().where(outcome.id.in_(list(circle)))}
        shown = series(codes[key] for key in circle)
        raise LinksInACircle(outcome=row.code, other=other.code, codes=shown)


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
    return offered(row.code for row in rows)
