"""Commands about the next agenda: what is proposed, what is taken on, moved, copied or parked."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from alternat.cli import shapes
from alternat.cli.agenda_places import ITEM, item_at, session_of
from alternat.cli.described import options, read
from alternat.cli.face import Exit, Face
from alternat.cli.noun_commands import told
from alternat.cli.parameters import AS_JSON, FILE, ONE_MEETING
from alternat.cli.session_parameters import SESSION
from alternat.cli.syntax import UsageError, argument, command, option
from alternat.cli.values import Day, within
from alternat.clock import this_day
from alternat.language.label import Label
from alternat.language.messages import mark, message, series
from alternat.nouns.agendas import AGENDA_PROPOSAL
from alternat.nouns.kinds import PLACES
from alternat.nouns.programme import AGENDA_ITEM

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.dropped_items import DroppedItem
    from alternat.planning.next_agenda import Proposal
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace

_NAMES = argument(
    "names",
    metavar="PROPOSAL",
    nargs=-1,
    required=True,
    explains=message("The names of proposals, such as outcome:2026-3, which “agenda propose” shows."),
)
_TODAY = option(
    "--today", metavar="DATE", type=Day(), explains=message("The day to tell what is overdue on; today else.")
)


class NotMeantAnyway(UsageError):
    """A break, a meal, a ceremony or a journey was named, and nobody says that it is meant."""

    template = mark(
        "The session {number}, “{session}”, is of the kind “{kind}”, which deals with no agenda. Choose one "
        "that does: {choices}; or say with --anyway that this one is meant."
    )


@command(
    "propose",
    message(
        "List what is proposed for the agenda of a meeting, or with a text put words of your own forward."
    ),
)
@FILE
@ONE_MEETING
@options(AGENDA_PROPOSAL, is_new=True, without=("reason",))
@_TODAY
@AS_JSON
def propose(face: Face, file: str, meeting: str, today: date | None, *, as_json: bool, **typed: Any) -> Exit:
    """List what is proposed for a meeting, or put words of one's own forward."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.next_agenda import propose_item
    from alternat.actions.topics import topic_id
    from alternat.planning.next_agenda import proposals_of

    if all(each is None for each in typed.values()):
        with face.reading(file) as workspace:
            tables = workspace.tables
            found = proposals_of(tables, meeting_id(tables, meeting), today or this_day())
            _tell(face, found, as_json=as_json)
        return Exit.DONE
    with face.writing(file) as workspace:
        tables = workspace.tables
        finders = {"topic": partial(topic_id, tables)}
        fields = read(face, tables, AGENDA_PROPOSAL, typed, finders=finders)
        changes = propose_item(workspace, meeting_id(tables, meeting), fields)
        _tell_stored(face, tables, changes, changes.inserted("agenda_proposal"), as_json=as_json)
    return Exit.DONE


@command("accept", message("Put proposals at the end of the agenda of a session, with their leads."))
@FILE
@_NAMES
@option(
    "--session",
    "number",
    metavar="SESSION",
    type=within(PLACES),
    required=True,
    explains=message("The number of the session, which “session list” shows."),
)
@ONE_MEETING
@_TODAY
@option(
    "--anyway",
    is_flag=True,
    explains=message("Put them there even if it is a break, a meal, a ceremony or a journey."),
)
@AS_JSON
def accept(
    face: Face,
    file: str,
    names: tuple[str, ...],
    number: int,
    meeting: str,
    today: date | None,
    *,
    anyway: bool,
    as_json: bool,
) -> Exit:
    """Take proposals on for a session, and tell who is left out because nobody has invited them."""
    from alternat.actions import next_agenda
    from alternat.actions.agenda_sessions import NoBusinessThere
    from alternat.actions.meetings import meeting_id
    from alternat.actions.programme import session_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        chosen = _chosen(tables, key, names, today)
        try:
            changes = next_agenda.accept(workspace, session_id(tables, key, number), chosen, anyway=anyway)
        except NoBusinessThere as error:
            raise NotMeantAnyway(**error.arguments) from error
        absent = [
            message(
                "“{text}”: {name} leads on it and is not invited to the meeting, so nobody of {side} speaks "
                "first.",
                text=each.text,
                name=name,
                side=side,
            )
            for each in chosen
            for side, name in each.left_out.items()
        ]
        sides = [row.code for row in tables.Side.select().order_by(tables.Side.number)]
        absent += [
            message(
                "“{text}”: nobody leads on it yet for {sides}; “agenda lead” names who speaks first.",
                text=each.text,
                sides=series(lacking),
            )
            for each in chosen
            if (lacking := [side for side in sides if side not in {*each.leads, *each.left_out}])
        ]
        items = changes.inserted("agenda_item")
        rows = told(AGENDA_ITEM, tables, key, items) if as_json else ()
        face.tell_done(changes, as_json=as_json, along=absent, rows=rows)
    return Exit.DONE


@command("move-next", message("Drop an item and put it forward for the next meeting that is planned."))
@FILE
@SESSION
@ITEM
@ONE_MEETING
@AS_JSON
def move_next(face: Face, file: str, number: int, item: int, meeting: str, *, as_json: bool) -> Exit:
    """Move an item to the next meeting."""
    from alternat.actions.next_agenda import move_to_next

    with face.writing(file) as workspace:
        key = _item(workspace.tables, meeting, number, item)
        _tell_of_item(face, workspace, move_to_next(workspace, key), key, as_json=as_json)
    return Exit.DONE


@command(
    "copy-next",
    message("Put an item forward for the next meeting that is planned, and leave it where it is."),
)
@FILE
@SESSION
@ITEM
@ONE_MEETING
@AS_JSON
def copy_next(face: Face, file: str, number: int, item: int, meeting: str, *, as_json: bool) -> Exit:
    """Copy an item to the next meeting."""
    from alternat.actions.next_agenda import copy_to_next

    with face.writing(file) as workspace:
        key = _item(workspace.tables, meeting, number, item)
        _tell_of_item(face, workspace, copy_to_next(workspace, key), key, as_json=as_json)
    return Exit.DONE


@command("park", message("Let a proposal, or an item, wait until somebody takes it up."))
@FILE
@argument(
    "name",
    metavar="PROPOSAL",
    explains=message(
        "The name of the proposal, such as outcome:2026-3, or item:2.3 for item 3 of session 2."
    ),
)
@ONE_MEETING
@option("--reason", metavar="TEXT", default="", explains=message("Why it is parked."))
@option(
    "--on", "day", metavar="DATE", type=Day(), explains=message("The day it was parked; today unless given.")
)
@AS_JSON
def park(
    face: Face, file: str, name: str, meeting: str, reason: str, day: date | None, *, as_json: bool
) -> Exit:
    """Park a proposal or an item."""
    from alternat.actions import next_agenda
    from alternat.actions.meetings import meeting_id
    from alternat.planning.next_agenda import proposal_named

    with face.writing(file) as workspace:
        tables = workspace.tables
        session, _, place = name.removeprefix("item:").partition(".")
        if name.startswith("item:") and session.isdecimal() and place.isdecimal():
            what: Proposal | int = _item(tables, meeting, int(session), int(place))
        else:
            what = proposal_named(tables, meeting_id(tables, meeting), name, day or this_day())
        changes = next_agenda.park(workspace, what, on=day or this_day(), reason=reason)
        keys = [row.key for row in changes.rows if row.table == "agenda_proposal"]
        _tell_stored(face, tables, changes, keys, as_json=as_json)
    return Exit.DONE


@command("unpark", message("Put what is parked forward for a meeting."))
@FILE
@_NAMES
@ONE_MEETING
@AS_JSON
def unpark(face: Face, file: str, names: tuple[str, ...], meeting: str, *, as_json: bool) -> Exit:
    """Take up what is parked."""
    from alternat.actions import next_agenda
    from alternat.actions.meetings import meeting_id

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        keys = _stored(_chosen(tables, key, names, None))
        _tell_stored(face, tables, next_agenda.unpark(workspace, keys, key), keys, as_json=as_json)
    return Exit.DONE


@command(
    "withdraw", message("Take back what was put forward or parked; records that are open stay proposed.")
)
@FILE
@_NAMES
@ONE_MEETING
@AS_JSON
def withdraw(face: Face, file: str, names: tuple[str, ...], meeting: str, *, as_json: bool) -> Exit:
    """Take back what was put forward."""
    from alternat.actions.meetings import meeting_id
    from alternat.actions.next_agenda import withdraw_proposals

    with face.writing(file) as workspace:
        tables = workspace.tables
        keys = _stored(_chosen(tables, meeting_id(tables, meeting), names, None))
        rows = told(AGENDA_PROPOSAL, tables, None, keys) if as_json else ()
        face.tell_done(withdraw_proposals(workspace, keys), as_json=as_json, rows=rows)
    return Exit.DONE


@command(
    "proposals", message("List what was put forward for any meeting, what is parked, and what was dropped.")
)
@FILE
@AS_JSON
def proposals(face: Face, file: str, *, as_json: bool) -> Exit:
    """List what is stored for agendas."""
    from alternat.planning.dropped_items import dropped_items

    with face.reading(file) as workspace:
        rows = told(AGENDA_PROPOSAL, workspace.tables, None, None)
        dropped = dropped_items(workspace.tables)
    if as_json:
        face.tell_json(rows)
        return Exit.DONE
    forward = [
        (each["number"], each["meeting"] or "", face.read(Label(**each["text"])), each["minutes"])
        for each in rows
        if each["parked_on"] is None
    ]
    headings = (message("Number"), message("Meeting"), message("Text"), message("Length"))
    face.tell_table(headings, forward)
    parked = [
        (each["number"], face.read(Label(**each["text"])), each["parked_on"], each["reason"])
        for each in rows
        if each["parked_on"] is not None
    ]
    if parked:
        face.tell()
        face.tell(message("Parked:"))
        headings = (message("Number"), message("Text"), message("Parked on"), message("Reason"))
        face.tell_table(headings, parked)
    tell_dropped(face, dropped, of_one=False)
    return Exit.DONE


def _item(tables: "Tables", meeting: str, number: int, place: int) -> int:
    return item_at(tables, session_of(tables, meeting, number), place)


def _chosen(tables: "Tables", meeting: int, names: Sequence[str], today: date | None) -> "list[Proposal]":
    from alternat.planning.next_agenda import proposal_named

    return [proposal_named(tables, meeting, name, today or this_day()) for name in names]


def _stored(chosen: "Sequence[Proposal]") -> list[int]:
    """Return the rows that put proposals forward; one that has none was only worked out."""
    from alternat.actions.next_agenda import NotPutForward

    for each in chosen:
        if each.stored is None:
            raise NotPutForward(text=each.text)
    return [each.stored for each in chosen if each.stored is not None]


def _tell(face: Face, found: "Sequence[Proposal]", *, as_json: bool) -> None:
    from alternat.planning.next_agenda import standing_of

    if as_json:
        face.tell_json([_as_json(face, each) for each in found])
        return
    headings = (message("Proposal"), message("Kind"), message("Text"), message("Why"), message("Standing"))
    here = [each for each in found if each.is_offered or each.is_accepted]
    face.tell_table(headings, [(*_cells(face, each), face.say(standing_of(each))) for each in here])
    aside = [each for each in found if each not in here]
    if aside:
        face.tell()
        face.tell(message("Not offered now:"))
        rows = [(*_cells(face, each), face.say(standing_of(each)), each.reason) for each in aside]
        face.tell_table((*headings, message("Reason")), rows)


def _cells(face: Face, each: "Proposal") -> tuple[str, ...]:
    from alternat.planning.next_agenda import PROPOSAL_KINDS

    return each.name, face.say(PROPOSAL_KINDS[each.what]), face.read(each.text), face.say(each.why)


def tell_dropped(face: Face, dropped: "Sequence[DroppedItem]", *, of_one: bool = True) -> None:
    """Write in a section of their own the items that were dropped, and what became of each.

    Those of one session need not say which.
    """
    from alternat.planning.dropped_items import fate_of

    if not dropped:
        return
    face.tell()
    face.tell(message("No longer on the agenda:") if of_one else message("Dropped from an agenda:"))
    where = () if of_one else (message("Meeting"), message("Session"))
    face.tell_table(
        (*where, message("Number"), message("Text"), message("What became of it")),
        [
            (
                *(() if of_one else (each.reference, each.session)),
                *(each.number, face.read(each.text), face.say(fate_of(each))),
            )
            for each in dropped
        ],
    )


def _as_json(face: Face, each: "Proposal") -> dict[str, Any]:
    return {
        "name": each.name,
        "kind": each.what.value,
        "text": each.text.as_mapping(),
        "why": face.say(each.why),
        "minutes": each.minutes,
        "outcome": each.outcome,
        "guidance": each.guidance,
        "objective": each.objective,
        "topic": each.topic,
        "leads": dict(each.leads),
        "left_out": {side: name.as_mapping() for side, name in each.left_out.items()},
        "is_accepted": each.is_accepted,
        "item": each.item,
        "session": each.session,
        "came_from": each.came_from_meeting,
        "parked_on": each.parked_on.isoformat() if each.parked_on else None,
        "reason": each.reason,
        "moved_to": each.moved_to,
        "is_withheld": each.is_withheld,
    }


def proposed_shape() -> shapes.Shape:
    """Return what `agenda propose` tells as JSON."""
    from alternat.planning.agenda_proposals import ProposalKind

    link = shapes.or_none(shapes.key())
    return shapes.listed(
        shapes.record(
            name=shapes.text(),
            kind=shapes.one_of(ProposalKind),
            text=shapes.texts(),
            why=shapes.text(),
            minutes=shapes.number(),
            outcome=link,
            guidance=link,
            objective=link,
            topic=link,
            leads=shapes.by_name(shapes.key()),
            left_out=shapes.by_name(shapes.texts()),
            is_accepted=shapes.yes_no(),
            item=link,
            session=link,
            came_from=shapes.text(),
            parked_on=shapes.or_none(shapes.day()),
            reason=shapes.text(),
            moved_to=shapes.text(),
            is_withheld=shapes.yes_no(),
        )
    )


def _tell_stored(
    face: Face, tables: "Tables", changes: "Changes", keys: Sequence[int], *, as_json: bool
) -> None:
    rows = told(AGENDA_PROPOSAL, tables, None, keys) if as_json else ()
    face.tell_done(changes, as_json=as_json, rows=rows)


def _tell_of_item(
    face: Face, workspace: "Workspace", changes: "Changes", item: int, *, as_json: bool
) -> None:
    """Write what a verb did about an item, as JSON with the item as it is now."""
    tables = workspace.tables
    meeting = tables.Session.get_by_id(tables.AgendaItem.get_by_id(item).session_id).meeting_id
    rows = told(AGENDA_ITEM, tables, meeting, (item,)) if as_json else ()
    face.tell_done(changes, as_json=as_json, rows=rows)


COMMANDS = (propose, accept, move_next, copy_next, park, unpark, withdraw, proposals)
