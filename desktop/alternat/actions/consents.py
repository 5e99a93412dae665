"""Verbs about the consent of each side to a meeting's dates, to a sub-group or to a new topic."""

from collections.abc import Collection
from datetime import date
from typing import Any

from alternat.actions.consent_rows import consents_on
from alternat.actions.fields import checked
from alternat.actions.meetings import DatesNeeded, side_id
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message
from alternat.models.tables import Tables
from alternat.nouns.consents import ConsentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.consents import (
    Agreement,
    ConsentSubject,
    Word,
    agreement,
    can_follow,
    the_subject,
)
from alternat.planning.statuses import NEEDS_CONSENT
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


class NothingProposed(AlternatError):
    """A side would accept what nobody has put forward."""

    template = mark(
        "Nobody has proposed {subject} yet, so {country} cannot accept it. Record the proposal first."
    )


class OwnProposal(AlternatError):
    """A side would accept its own proposal."""

    template = mark(
        "{country} proposed {subject} itself on {given} and cannot accept it. The other side has to."
    )


class AlreadyProposed(AlternatError):
    """Both sides would propose the same thing."""

    template = mark("The other side proposed {subject} on {given}. {country} can accept it.")


class AcceptedBeforeProposed(AlternatError):
    """The acceptance would be older than the proposal."""

    template = mark(
        "{country} cannot have accepted {subject} on {accepted}: it was only proposed on {proposed}. Correct "
        "one of the two dates."
    )


class NeedsNoConsent(AlternatError):
    """The terms of reference themselves contain the topic."""

    template = mark("Nobody has to consent to {subject}: it is part of the terms of reference.")


@verb
def give_consent(
    workspace: Workspace,
    *,
    side: str,
    step: ConsentStep,
    given: date,
    document: str = "",
    meeting: int | None = None,
    subgroup: int | None = None,
    topic: int | None = None,
) -> Changes:
    """Record that a side has proposed or accepted exactly one of a meeting, a sub-group or a topic.

    `given` is the day in the side's own capital. A side has one word on a subject: what it said before is
    replaced. It can neither accept its own proposal nor accept before the other side has proposed. Consent to
    a meeting is to its days, host and city as they are now; one without dates is a `DatesNeeded`.
    """
    tables = workspace.tables
    subject, key = the_subject(meeting=meeting, subgroup=subgroup, topic=topic)
    side_row: Any = tables.Side.get_by_id(side_id(tables, side))
    name = subject_name(tables, subject, key)
    standing = agreement(tables, meeting=meeting, subgroup=subgroup, topic=topic)
    values = checked(tables.Consent, {"step": step, "given": given, "document": document})
    _refuse_out_of_order(tables, standing, name, side_row, values)
    own = standing.word_of(side_row.code)
    if subject is ConsentSubject.MEETING:
        values |= _consented_to(tables, key)
    replaced = [word.id for word in standing.outdated if word.side == side_row.code]
    with workspace.change(_label(step, side_row.country, name)) as change:
        change.delete(tables.Consent, replaced)
        if own is None:
            change.insert(tables.Consent, [{**values, subject.value: key, "side": side_row.id}])
        else:
            change.update(tables.Consent, {own.id: values})
    return change.result


@verb
def withdraw_consent(workspace: Workspace, consent: int) -> Changes:
    """Take a side's word back; with a proposal its acceptance goes too, since nothing is left to accept.

    A meeting that was agreed or confirmed on that word goes back to being proposed, in the same step.
    """
    tables = workspace.tables
    row: Any = tables.Consent.get_by_id(consent)
    subject, key = the_subject(meeting=row.meeting_id, subgroup=row.subgroup_id, topic=row.topic_id)
    gone = [row.id]
    if row.step is ConsentStep.PROPOSED:
        gone = consents_on(tables, subject, (key,))
    setback = subject is ConsentSubject.MEETING and _rests_on(tables, key, gone)
    label = _withdrawal(tables, row, subject_name(tables, subject, key), gone, setback=setback)
    with workspace.change(label) as change:
        change.delete(tables.Consent, gone)
        if setback:
            change.update(tables.Meeting, {key: {"status": MeetingStatus.PROPOSED}})
    return change.result


def subject_name(tables: Tables, subject: ConsentSubject, key: int) -> Message:
    """Return what is consented to, as it stands in a sentence."""
    match subject:
        case ConsentSubject.MEETING:
            return message("the meeting {reference}", reference=tables.Meeting.get_by_id(key).reference)
        case ConsentSubject.SUBGROUP:
            return message("the sub-group “{name}”", name=tables.SubGroup.get_by_id(key).name)
        case ConsentSubject.TOPIC:
            row: Any = tables.Provision.get_by_id(key)
            return message("the topic “{name}”", name=row.short or row.text)


def _consented_to(tables: Tables, meeting: int) -> dict[str, Any]:
    """Return what a side consents to that consents to a meeting now."""
    row: Any = tables.Meeting.get_by_id(meeting)
    if row.starts is None:
        raise DatesNeeded(reference=row.reference)
    return {"starts": row.starts, "ends": row.ends, "host": row.host.code, "city": row.city}


def _rests_on(tables: Tables, meeting: int, consents: Collection[int]) -> bool:
    """Return whether a meeting is agreed or confirmed by words that are among these consents."""
    standing = agreement(tables, meeting=meeting)
    is_among = any(word.id in consents for word in standing.words)
    return is_among and tables.Meeting.get_by_id(meeting).status in NEEDS_CONSENT


def _withdrawal(
    tables: Tables, row: Any, subject: Message, gone: Collection[int], *, setback: bool
) -> Message:
    """Return the name of the step: who withdraws what, and what that sets back or takes along."""
    consent: Any = tables.Consent
    words = consent.select().where(consent.id.in_(list(gone)), consent.side != row.side_id)
    other = next((word.side.country for word in words), None)
    told = {"country": row.side.country, "subject": subject}
    if other is None and setback:
        return message(
            "{country} withdraws its consent to {subject}, which goes back to {status}",
            **told,
            status=MeetingStatus.PROPOSED,
        )
    if other is None:
        return message("{country} withdraws its consent to {subject}", **told)
    if setback:
        return message(
            "{country} withdraws its consent to {subject}, which goes back to {status}; the acceptance of "
            "{other} goes with it",
            **told,
            status=MeetingStatus.PROPOSED,
            other=other,
        )
    return message(
        "{country} withdraws its consent to {subject}; the acceptance of {other} goes with it",
        **told,
        other=other,
    )


def _label(step: ConsentStep, country: Label, name: Message) -> Message:
    if step is ConsentStep.PROPOSED:
        return message("{country} proposes {subject}", country=country, subject=name)
    return message("{country} accepts {subject}", country=country, subject=name)


def _refuse_out_of_order(
    tables: Tables, standing: Agreement, name: Message, side: Any, values: dict[str, Any]
) -> None:
    """Raise what speaks against the word of a side, with regard to what the other has said."""
    if standing.is_given_by_terms:
        raise NeedsNoConsent(subject=name)
    other = next((word for word in standing.words if word.side != side.code), None)
    if values["step"] is ConsentStep.PROPOSED:
        if other is not None and other.step is ConsentStep.PROPOSED:
            raise AlreadyProposed(subject=name, country=side.country, given=other.given)
    elif other is None or other.step is not ConsentStep.PROPOSED:
        if own := standing.word_of(side.code):
            raise OwnProposal(subject=name, country=side.country, given=own.given)
        raise NothingProposed(subject=name, country=side.country)
    if other is not None:
        own_word = Word(0, side.code, values["step"], values["given"], "")
        _refuse_wrong_dates(tables, name, own_word, other)


def _refuse_wrong_dates(tables: Tables, name: Message, one: Word, other: Word) -> None:
    proposal, acceptance = (one, other) if one.step is ConsentStep.PROPOSED else (other, one)
    sides = {row.code: row for row in tables.Side.select()}
    accepting, proposing = sides[acceptance.side], sides[proposal.side]
    if not can_follow(acceptance.given, accepting.time_zone, proposal.given, proposing.time_zone):
        raise AcceptedBeforeProposed(
            subject=name,
            country=accepting.country,
            accepted=acceptance.given,
            proposed=proposal.given,
        )
