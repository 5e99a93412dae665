"""Verbs about existing dialogues: add one, say who leads it or an objective over time, and when it meets."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from alternat.actions.fields import Fields, Needed, checked, refuse_locked
from alternat.actions.guidance import NotAnExistingDialogue
from alternat.actions.meetings import side_id
from alternat.actions.terms import add_provision
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.language.messages import Message, counted, mark, message, offered
from alternat.models.tables import Tables
from alternat.nouns.existing import DIALOGUE_MEETING, HOLDER
from alternat.nouns.people import PERSON
from alternat.nouns.provisions import PROVISION, ProvisionKind
from alternat.planning.rows import require
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace

LED = (ProvisionKind.EXISTING_DIALOGUE, ProvisionKind.OBJECTIVE)
"""The texts that officials lead."""


class NotLed(AlternatError):
    """Only existing dialogues and objectives are led by officials."""

    template = mark("“{text}” is neither an existing dialogue nor an objective. There are: {choices}.")


class LeadOfOtherSide(AlternatError):
    """An official would lead for a side to which they do not belong."""

    template = mark(
        "{person} does not belong to the {side} and cannot lead “{text}” for it. "
        "Name an official of that side."
    )


class LeadEndsBeforeBegins(AlternatError):
    """An official would lead until a day before the first."""

    template = mark(
        "{person} would lead “{text}” from {since} until {until}, which is before. "
        "Correct one of the two days."
    )


class LedByOther(AlternatError):
    """Somebody else leads for the side at the same time."""

    template = mark(
        "For the {side}, “{text}” is led by {person} {span}, and only one official of a side leads at a "
        "time. Let the one succeed the other, or correct the days."
    )


class LeadsAlready(AlternatError):
    """The official who is to succeed leads on that day."""

    template = mark("For the {side}, {person} leads “{text}” on {day} already.")


class SucceededOnFirstDay(AlternatError):
    """The one before would have no day left."""

    template = mark(
        "{person} leads “{text}” from {since} only; a successor can begin on a later day. "
        "Take {person} off where that was a slip."
    )


class MeetingEndsBeforeStarts(AlternatError):
    """A meeting of an existing dialogue would end before it starts."""

    template = mark(
        "The meeting of “{text}” starts on {starts}; it cannot end on {ends}, which is before. "
        "Correct one of the two days."
    )


@verb
def add_existing(workspace: Workspace, fields: Fields) -> Changes:
    """Add an existing dialogue behind those there are: its text, and its short name and note where given."""
    values = dict(fields)
    text = values.pop("text", Label())
    return add_provision(workspace, ProvisionKind.EXISTING_DIALOGUE, text, values)


@verb
def add_holder(workspace: Workspace, fields: Fields) -> Changes:
    """Record who leads an existing dialogue or an objective for a side, since when, and until when."""
    tables = workspace.tables
    values = checked(tables.Holder, fields, is_new=True)
    _check_holder(tables, values, None)
    led = tables.Provision.get_by_id(values["provision"])
    label = message(
        "Let {person} lead “{text}”", person=_person(tables, values["person"]), text=led.short or led.text
    )
    with workspace.change(label) as change:
        change.insert(tables.Holder, [values])
    return change.result


@verb
def change_holder(workspace: Workspace, holder: int, fields: Fields) -> Changes:
    """Change the official, the first or the last day, or the note; what is led and the side stay."""
    tables = workspace.tables
    require(tables, HOLDER, (holder,))
    refuse_locked(HOLDER, fields)
    row, values = tables.Holder.get_by_id(holder), checked(tables.Holder, fields)
    standing = {"provision": row.provision_id, "side": row.side_id, "person": row.person_id}
    _check_holder(tables, {**standing, "since": row.since, "until": row.until, **values}, holder)
    text = row.provision.short or row.provision.text
    label = message("Change the lead of {person} on “{text}”", person=shown_name(row.person), text=text)
    with workspace.change(label) as change:
        change.update(tables.Holder, {holder: values})
    return change.result


@verb
def remove_holders(workspace: Workspace, ids: Sequence[int]) -> Changes:
    """Take officials off what they are said to lead, as if they never had led it."""
    keys = require(workspace.tables, HOLDER, ids)
    label = counted("Remove {count} official who leads", "Remove {count} officials who lead", len(keys))
    with workspace.change(label) as change:
        change.delete(workspace.tables.Holder, keys)
    return change.result


@verb
def succeed(workspace: Workspace, provision: int, side: str, person: int, *, on: date) -> Changes:
    """Let an official lead for a side from a day on, in one step with the end of the one before.

    Who leads on that day leads until the day before it; where nobody does, the official simply begins.
    """
    tables = workspace.tables
    owner = side_id(tables, side)
    new = {"provision": provision, "side": owner, "person": person, "since": on}
    values = checked(tables.Holder, new, is_new=True)
    if on is None:
        raise Needed(field=HOLDER.title("since"), value="")
    led = _require_led(tables, provision)
    text, name = led.short or led.text, _person(tables, person)
    before = next((row for row in _holders(tables, provision, owner) if _leads(row, on)), None)
    if before is None:
        label = message("Let {person} lead “{text}”", person=name, text=text)
    elif before.person_id == person:
        raise LeadsAlready(side=before.side.side_name, person=name, text=text, day=on)
    elif before.since == on:
        raise SucceededOnFirstDay(person=shown_name(before.person), text=text, since=on)
    else:
        label = message(
            "Let {person} succeed {before} on “{text}”",
            person=name,
            before=shown_name(before.person),
            text=text,
        )
    _check_holder(tables, values, None if before is None else before.id)
    with workspace.change(label) as change:
        if before is not None:
            change.update(tables.Holder, {before.id: {"until": on - timedelta(1)}})
        change.insert(tables.Holder, [values])
    return change.result


@verb
def add_dialogue_meeting(workspace: Workspace, fields: Fields) -> Changes:
    """Record when an existing dialogue meets; a meeting of one day has no last day."""
    tables = workspace.tables
    values = checked(tables.DialogueMeeting, fields, is_new=True)
    text = _check_meeting(tables, values)
    with workspace.change(message("Add a meeting of “{text}”", text=text)) as change:
        change.insert(tables.DialogueMeeting, [values])
    return change.result


@verb
def change_dialogue_meeting(workspace: Workspace, meeting: int, fields: Fields) -> Changes:
    """Change the days, the city or the note of a meeting of an existing dialogue."""
    tables = workspace.tables
    require(tables, DIALOGUE_MEETING, (meeting,))
    refuse_locked(DIALOGUE_MEETING, fields)
    row, values = tables.DialogueMeeting.get_by_id(meeting), checked(tables.DialogueMeeting, fields)
    standing = {"dialogue": row.dialogue_id, "starts": row.starts, "ends": row.ends}
    text = _check_meeting(tables, {**standing, **values})
    with workspace.change(message("Change a meeting of “{text}”", text=text)) as change:
        change.update(tables.DialogueMeeting, {meeting: values})
    return change.result


@verb
def remove_dialogue_meetings(workspace: Workspace, ids: Sequence[int]) -> Changes:
    """Remove meetings of existing dialogues."""
    keys = require(workspace.tables, DIALOGUE_MEETING, ids)
    label = counted(
        "Remove {count} meeting of an existing dialogue",
        "Remove {count} meetings of existing dialogues",
        len(keys),
    )
    with workspace.change(label) as change:
        change.delete(workspace.tables.DialogueMeeting, keys)
    return change.result


def require_existing(tables: Tables, provision: int) -> Any:
    """Return the row of an existing dialogue; else a `NotAnExistingDialogue` that offers them."""
    row = tables.Provision.get_or_none(tables.Provision.id == provision)
    if row is None or row.kind is not ProvisionKind.EXISTING_DIALOGUE:
        choices = codes_of(tables, (ProvisionKind.EXISTING_DIALOGUE,))
        raise NotAnExistingDialogue(text=row.text if row else str(provision), choices=choices)
    return row


def codes_of(tables: Tables, kinds: Sequence[ProvisionKind]) -> object:
    """Return the codes of the texts of some kinds, for a sentence that offers them."""
    rows = tables.Provision.select().where(tables.Provision.kind.in_(list(kinds)))
    ordered = sorted(rows, key=lambda row: (list(kinds).index(row.kind), row.number))
    return offered(row.code for row in ordered)


def _check_holder(tables: Tables, values: Mapping[str, Any], own: int | None) -> None:
    """Refuse who cannot lead; `own` is the row that holds the values, or that gives way to them."""
    led = _require_led(tables, values["provision"])
    text = led.short or led.text
    side = tables.Side.get_by_id(values["side"])
    name = _person(tables, values["person"])
    if tables.Person.get_by_id(values["person"]).side_id != side.id:
        raise LeadOfOtherSide(person=name, side=side.side_name, text=text)
    since, until = values.get("since"), values.get("until")
    if since is not None and until is not None and until < since:
        raise LeadEndsBeforeBegins(person=name, text=text, since=since, until=until)
    for row in _holders(tables, led.id, side.id):
        ends_before = row.until is not None and since is not None and row.until < since
        begins_after = row.since is not None and until is not None and until < row.since
        if row.id != own and not ends_before and not begins_after:
            raise LedByOther(
                side=side.side_name,
                text=text,
                person=shown_name(row.person),
                span=_span(row.since, row.until),
            )


def _check_meeting(tables: Tables, values: Mapping[str, Any]) -> Label:
    row = require_existing(tables, values["dialogue"])
    text: Label = row.short or row.text
    starts, ends = values["starts"], values.get("ends")
    if ends is not None and ends < starts:
        raise MeetingEndsBeforeStarts(text=text, starts=starts, ends=ends)
    return text


def _require_led(tables: Tables, provision: int) -> Any:
    require(tables, PROVISION, (provision,))
    row = tables.Provision.get_by_id(provision)
    if row.kind not in LED:
        raise NotLed(text=row.short or row.text, choices=codes_of(tables, LED))
    return row


def _holders(tables: Tables, provision: int, side: int) -> list[Any]:
    holder = tables.Holder
    rows = holder.select().where((holder.provision == provision) & (holder.side == side))
    return sorted(rows, key=lambda row: (row.since or date.min, row.id))


def _leads(row: Any, day: date) -> bool:
    return (row.since is None or row.since <= day) and (row.until is None or day <= row.until)


def _person(tables: Tables, person: int) -> Label:
    require(tables, PERSON, (person,))
    return shown_name(tables.Person.get_by_id(person))


def _span(since: date | None, until: date | None) -> Message:
    """Return the days of an official, as a part of a sentence."""
    if since is not None and until is not None:
        return message("from {since} to {until}", since=since, until=until)
    if since is not None:
        return message("since {since}", since=since)
    if until is not None:
        return message("until {until}", until=until)
    return message("without a first or a last day")
