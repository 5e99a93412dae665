"""Verbs about what is proposed for agendas: take it on, move it or copy it to the next meeting, park it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from alternat.actions.agenda_sessions import refuse_session
from alternat.actions.fields import Fields, Needed, checked, refuse_locked
from alternat.actions.sequences import count_up
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, counted, mark, message
from alternat.models.meetings import Meeting
from alternat.models.tables import Tables
from alternat.nouns.agendas import AGENDA_PROPOSAL
from alternat.nouns.guidance import GUIDANCE
from alternat.nouns.meetings import MEETING, MeetingStatus
from alternat.nouns.noun import Noun
from alternat.nouns.outcomes import OUTCOME, Disclosure
from alternat.nouns.programme import AGENDA_ITEM, SESSION
from alternat.nouns.provisions import PROVISION, TOPIC, ProvisionKind
from alternat.planning.next_agenda import (
    OVER,
    Key,
    MeetingIsOver,
    Proposal,
    ProposalKind,
    next_meeting,
    stored_key,
    topic_words,
)
from alternat.planning.rows import UnknownRow, require
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace


class NothingChosen(AlternatError):
    """No proposal was named."""

    template = mark("Name at least one proposal to take on; nothing was changed.")


class OtherMeeting(AlternatError):
    """A proposal for one meeting would go on the agenda of another."""

    template = mark(
        "“{text}” is proposed for the meeting {proposed}, and the session is one of the meeting {reference}. "
        "Choose a session of the meeting {proposed}."
    )


class AlreadyOnAgenda(AlternatError):
    """An item of the meeting's agenda deals with it."""

    template = mark("“{text}” is on the agenda of the meeting {reference} already, in “{session}”.")


class MovedAway(AlternatError):
    """It was moved to another meeting."""

    template = mark(
        "“{text}” was moved from the meeting {reference} to the meeting {other}. Take it back there first, "
        "with “agenda withdraw”, or undo the move."
    )


class WithheldFromAgenda(AlternatError):
    """An agenda is shown to both sides, and the outcome is not."""

    template = mark(
        "The outcome {code} is withheld from the other side, and both sides see an agenda. Change its "
        "disclosure, or propose words of your own instead."
    )


class NoNextMeeting(AlternatError):
    """There is no meeting to which something could go."""

    template = mark(
        "After the meeting {reference} none is planned. Make the next one first, with “New edition” or "
        "“meeting new-edition”."
    )


class MeetingHeld(AlternatError):
    """The agenda of a meeting that was held stays as it was."""

    template = mark(
        "The meeting {reference} was held; its agenda stays as it was. Copy the item to the next meeting "
        "instead."
    )


class ItemDropped(AlternatError):
    """An agenda item is dropped already."""

    template = mark(
        "“{text}” is dropped from the agenda of the meeting {reference} already. Take it up again first."
    )


class AlreadyPutForward(AlternatError):
    """It is put forward for that meeting."""

    template = mark("“{text}” is put forward for the meeting {reference} already.")


class AlreadyParked(AlternatError):
    """It waits already."""

    template = mark("“{text}” has been parked since {day} already.")


class NotParked(AlternatError):
    """It does not wait."""

    template = mark("“{text}” is not parked.")


class NotPutForward(AlternatError):
    """A proposal is worked out from a record, and nobody has stored anything about it."""

    template = mark(
        "“{text}” is proposed because its record is open; nobody has put it forward or parked it."
    )


class NotATopic(AlternatError):
    """A proposal would be about a topic that is none."""

    template = mark("“{text}” is not a topic of the dialogue; “topic list” shows them.")


@verb
def accept(
    workspace: Workspace, session: int, proposals: Iterable[Proposal], *, anyway: bool = False
) -> Changes:
    """Put proposals at the end of a session's agenda, with their links and those who speak first.

    A cancelled session takes none; one of a kind that deals with no agenda, such as a meal, only `anyway`.

    Whoever leads on one and does not take part in the meeting is left out, as `Proposal.left_out` tells
    beforehand and the step's name afterwards.
    """
    tables, chosen = workspace.tables, list({each.key: each for each in proposals}.values())
    if not chosen:
        raise NothingChosen
    require(tables, SESSION, (session,))
    row = tables.Session.get_by_id(session)
    meeting = _to_come(tables, row.meeting_id)
    refuse_session(tables, row, anyway=anyway)
    for each in chosen:
        _refuse_acceptance(tables, each, meeting)
    absent = sum(len(each.left_out) for each in chosen)
    sides = {side.code: side.id for side in tables.Side.select()}
    item: Any = tables.AgendaItem
    number = item.select().where(item.session == session).count()
    with workspace.change(_acceptance(len(chosen), row.title, absent)) as change:
        items = change.insert(
            item,
            [
                {**_item_values(each), "session": session, "number": place}
                for place, each in enumerate(chosen, number + 1)
            ],
        )
        leads = [
            {"item": key, "side": sides[code], "person": person}
            for key, each in zip(items, chosen, strict=True)
            for code, person in each.leads.items()
        ]
        change.insert(tables.Lead, leads)
        stored = {
            each.stored: {
                "meeting": meeting.id,
                "parked_on": None,
                "reason": "",
                **({"came_from": key} if each.what is ProposalKind.OWN else {}),
            }
            for key, each in zip(items, chosen, strict=True)
            if each.stored is not None
        }
        change.update(tables.AgendaProposal, stored)
        count_up(tables, change, [session])
    return change.result


@verb
def move_to_next(workspace: Workspace, item: int) -> Changes:
    """Drop an item from its agenda and put it forward for the next meeting that is planned.

    The item stays where it was, marked as dropped. Of a meeting that was held nothing is moved.
    """
    tables = workspace.tables
    row, meeting = _item(tables, item)
    _refuse_held(meeting)
    following = _following(tables, meeting)
    label = message("Move “{text}” to the meeting {reference}", text=row.text, reference=following.reference)
    with workspace.change(label) as change:
        _drop(tables, change, row)
        to_come = {each.id for each in tables.Meeting.select() if each.status not in OVER}
        elsewhere = to_come - {meeting.id, following.id}
        rows = [each for each in _like(tables, row) if each.meeting_id not in elsewhere]
        _put_forward(tables, change, row, rows, {"meeting": following.id, "parked_on": None, "reason": ""})
    return change.result


@verb
def copy_to_next(workspace: Workspace, item: int) -> Changes:
    """Put an item forward for the next meeting that is planned, too; it stays on its agenda."""
    tables = workspace.tables
    row, meeting = _item(tables, item)
    following = _following(tables, meeting)
    for other in _like(tables, row):
        if other.parked_on is not None:
            raise AlreadyParked(text=row.text, day=other.parked_on)
        if other.meeting_id == following.id:
            raise AlreadyPutForward(text=row.text, reference=following.reference)
    label = message("Copy “{text}” to the meeting {reference}", text=row.text, reference=following.reference)
    with workspace.change(label) as change:
        change.insert(tables.AgendaProposal, [{**_taken_along(row), "meeting": following.id}])
    return change.result


@verb
def park(
    workspace: Workspace, what: Proposal | int | Sequence[Proposal], *, on: date, reason: str = ""
) -> Changes:
    """Let a proposal or several, or an agenda item by its id, wait until somebody takes them up.

    No meeting has them until then. An item is dropped from its agenda. The reason stays at this desk.
    """
    tables = workspace.tables
    if isinstance(what, Sequence):
        if not what:
            raise NothingChosen
        if len(what) == 1:
            return park(workspace, what[0], on=on, reason=reason)
        label = counted("Park {count} proposal", "Park {count} proposals", len(what))
        with workspace.change(label) as change:
            for each in what:
                park(workspace, each, on=on, reason=reason)
        return change.result
    waits = {"meeting": None, **checked(tables.AgendaProposal, {"parked_on": on, "reason": reason})}
    if not isinstance(what, Proposal):
        row, meeting = _item(tables, what)
        _refuse_held(meeting)
        with workspace.change(message("Park “{text}”", text=row.text)) as change:
            _drop(tables, change, row)
            _put_forward(tables, change, row, _like(tables, row), waits)
        return change.result
    if what.is_accepted and what.item is not None:
        return park(workspace, what.item, on=on, reason=reason)
    _require_record(tables, what)
    like = _stored_like(tables, what.key)
    for other in like:
        if other.parked_on is not None:
            raise AlreadyParked(text=what.text, day=other.parked_on)
    with workspace.change(message("Park “{text}”", text=what.text)) as change:
        if like:
            change.update(tables.AgendaProposal, {like[0].id: waits})
        else:
            change.insert(tables.AgendaProposal, [{**_links(what), "text": what.text, **waits}])
    return change.result


@verb
def unpark(workspace: Workspace, proposals: Sequence[int], meeting: int) -> Changes:
    """Put what is parked, by the ids of its rows, forward for a meeting that is still to come."""
    tables = workspace.tables
    keys = require(tables, AGENDA_PROPOSAL, proposals)
    target = _to_come(tables, meeting)
    for row in tables.AgendaProposal.select().where(tables.AgendaProposal.id.in_(keys)):
        if row.parked_on is None:
            raise NotParked(text=row.text)
    label = counted(
        "Take {count} parked proposal up for the meeting {reference}",
        "Take {count} parked proposals up for the meeting {reference}",
        len(keys),
        reference=target.reference,
    )
    values = {"meeting": target.id, "parked_on": None, "reason": ""}
    with workspace.change(label) as change:
        change.update(tables.AgendaProposal, dict.fromkeys(keys, values))
    return change.result


@verb
def propose_item(workspace: Workspace, meeting: int, fields: Fields) -> Changes:
    """Put words of one's own forward for the agenda of a meeting: text, minutes and topic."""
    tables = workspace.tables
    refuse_locked(AGENDA_PROPOSAL, fields)
    values = checked(tables.AgendaProposal, fields)
    if not values.get("text"):
        raise Needed(field=AGENDA_PROPOSAL.title("text"), value="")
    _require_topic(tables, values.get("topic"))
    target = _to_come(tables, meeting)
    standing = tables.AgendaProposal.select().where(tables.AgendaProposal.meeting == target.id)
    if any(row.text == values["text"] for row in standing):
        raise AlreadyPutForward(text=values["text"], reference=target.reference)
    label = message(
        "Propose “{text}” for the meeting {reference}", text=values["text"], reference=target.reference
    )
    with workspace.change(label) as change:
        change.insert(tables.AgendaProposal, [{**values, "meeting": target.id}])
    return change.result


@verb
def withdraw_proposals(workspace: Workspace, proposals: Sequence[int]) -> Changes:
    """Take back what was put forward or parked, by the ids of its rows; open records stay proposed."""
    tables = workspace.tables
    keys = require(tables, AGENDA_PROPOSAL, proposals)
    label = counted(
        "Withdraw {count} proposal for an agenda", "Withdraw {count} proposals for agendas", len(keys)
    )
    with workspace.change(label) as change:
        change.delete(tables.AgendaProposal, keys)
    return change.result


def _acceptance(count: int, session: Label, absent: int) -> Message:
    done = counted(
        "Put {count} proposal on the agenda of {session}",
        "Put {count} proposals on the agenda of {session}",
        count,
        session=session,
    )
    if not absent:
        return done
    return counted(
        "{done}, without {count} lead who is not invited to the meeting",
        "{done}, without {count} leads who are not invited to the meeting",
        absent,
        done=done,
    )


def _to_come(tables: Tables, meeting: int) -> Meeting:
    """Return a meeting for which something can be put forward."""
    require(tables, MEETING, (meeting,))
    row = tables.Meeting.get_by_id(meeting)
    if row.status in OVER:
        raise MeetingIsOver(reference=row.reference, status=row.status)
    return row


def _refuse_acceptance(tables: Tables, proposal: Proposal, meeting: Meeting) -> None:
    if proposal.meeting != meeting.id:
        meant = tables.Meeting.get_by_id(proposal.meeting).reference
        raise OtherMeeting(text=proposal.text, proposed=meant, reference=meeting.reference)
    _require_record(tables, proposal)
    if proposal.is_moved:
        raise MovedAway(text=proposal.text, reference=meeting.reference, other=proposal.moved_to)
    if proposal.outcome is not None:
        outcome = tables.Outcome.get_by_id(proposal.outcome)
        if outcome.disclosure is Disclosure.WITHHELD:
            raise WithheldFromAgenda(code=outcome.code)
    there = _item_about(tables, proposal, meeting.id)
    if there is not None:
        raise AlreadyOnAgenda(
            text=proposal.text, reference=meeting.reference, session=there.session.title or there.session.day
        )


def _item_about(tables: Tables, proposal: Proposal, meeting: int) -> Any:
    """Return the item of a meeting's agenda that deals with what a proposal is about; None if none does."""
    item: Any = tables.AgendaItem
    session: Any = tables.Session
    there = (session.meeting == meeting) & ~item.is_dropped & ~session.is_cancelled
    if proposal.what is ProposalKind.OWN:
        row = tables.AgendaProposal.get_by_id(proposal.stored)
        about = item.id == (row.came_from_id or 0)
    else:
        about = getattr(item, proposal.what.value) == proposal.key[1]
    return item.select(item, session).join(session).where(there & about).order_by(item.id).first()


def _require_record(tables: Tables, proposal: Proposal) -> None:
    """Refuse a proposal about what has been removed meanwhile."""
    nouns: tuple[tuple[Noun, int | None], ...] = (
        (OUTCOME, proposal.outcome),
        (GUIDANCE, proposal.guidance),
        (PROVISION, proposal.objective),
        (TOPIC, proposal.topic),
        (AGENDA_PROPOSAL, proposal.stored),
    )
    for noun, key in nouns:
        if key is not None:
            require(tables, noun, (key,))


def _require_topic(tables: Tables, topic: int | None) -> None:
    if topic is None:
        return
    row = tables.Provision.get_or_none(tables.Provision.id == topic)
    if row is None or row.kind is not ProvisionKind.TOPIC:
        raise NotATopic(text=row.text if row else str(topic))


def _item(tables: Tables, item: int) -> tuple[Any, Meeting]:
    """Return an agenda item that is not dropped, with its meeting."""
    row = tables.AgendaItem.get_or_none(tables.AgendaItem.id == item)
    if row is None:
        raise UnknownRow(AGENDA_ITEM, str(item))
    meeting = tables.Meeting.get_by_id(tables.Session.get_by_id(row.session_id).meeting_id)
    if row.is_dropped:
        raise ItemDropped(text=row.text, reference=meeting.reference)
    return row, meeting


def _refuse_held(meeting: Meeting) -> None:
    if meeting.status is MeetingStatus.HELD:
        raise MeetingHeld(reference=meeting.reference)


def _following(tables: Tables, meeting: Meeting) -> Meeting:
    following = next_meeting(tables, meeting.id)
    if following is None:
        raise NoNextMeeting(reference=meeting.reference)
    return following


def _drop(tables: Tables, change: Change, row: Any) -> None:
    change.update(tables.AgendaItem, {row.id: {"is_dropped": True}})
    count_up(tables, change, [row.session_id])


def _put_forward(
    tables: Tables, change: Change, row: Any, stored: Sequence[Any], where: Mapping[str, Any]
) -> None:
    """Inside a change, put an item forward or park it, in the one of the stored rows that stands for it."""
    values = {**_taken_along(row), **where}
    if stored:
        change.update(tables.AgendaProposal, {stored[0].id: values})
        change.delete(tables.AgendaProposal, [each.id for each in stored[1:]])
    else:
        change.insert(tables.AgendaProposal, [values])


def _taken_along(row: Any) -> dict[str, Any]:
    names = ("text", "minutes", "topic_id", "outcome_id", "guidance_id", "objective_id")
    return {name.removesuffix("_id"): getattr(row, name) for name in names} | {"came_from": row.id}


def _item_values(proposal: Proposal) -> dict[str, Any]:
    return {**_links(proposal), "text": proposal.text, "minutes": proposal.minutes}


def _links(proposal: Proposal) -> dict[str, Any]:
    return {name: getattr(proposal, name) for name in ("outcome", "guidance", "objective", "topic")}


def _stored_like(tables: Tables, key: Key) -> list[Any]:
    """Return the stored rows about the same thing."""
    words = topic_words(tables)
    rows = tables.AgendaProposal.select().order_by(tables.AgendaProposal.id)
    return [row for row in rows if stored_key(row, words) == key]


def _like(tables: Tables, item: Any) -> list[Any]:
    """Return the stored rows about what an item is about: its record, or where it has none, the item."""
    key = stored_key(item, topic_words(tables))
    if key[0] is not ProposalKind.OWN:
        return _stored_like(tables, key)
    rows = tables.AgendaProposal.select().where(tables.AgendaProposal.came_from == item.id)
    return list(rows.order_by(tables.AgendaProposal.id))
