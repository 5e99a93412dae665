"""Verbs about delegations: who takes part, in which role, and in which order of precedence."""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from peewee import fn

from alternat.actions.fields import Fields, checked
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.called import shown_name
from alternat.language.messages import counted, mark, message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.planning.precedence import moved_to, order_by_terms, shifted
from alternat.planning.roster import roster
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace

TOKEN_BYTES = 12
"""Random bytes in a badge's token: 96 bits, beyond guessing."""


class AlreadyTakesPart(AlternatError):
    """A person is in a meeting once."""

    template = mark("This person already takes part in the meeting.")


class OtherSide(AlternatError):
    """A delegate is replaced by a person of the same side."""

    template = mark("The replacement must be of the same side as the person replaced.")


class StandsForOther(AlternatError):
    """Whoever is designated stands for another person of the same side."""

    template = mark("{name} can stand only for somebody else of the same side. Choose another person.")


class SeveralDelegations(AlternatError):
    """An order of precedence is one delegation's."""

    template = mark("Move the people of one delegation at a time: each has its own order of precedence.")


Arrange = Callable[[Sequence[int], Sequence[int]], list[int]]


@verb
def invite(workspace: Workspace, meeting: int, people: Iterable[int], *, role: Role = Role.MEMBER) -> Changes:
    """Add people to their delegation at a meeting, at the end of its order; those in it already stay.

    Those who were there to be invited are, and keep their place.
    """
    ids = list(people)
    label = counted("Invite {count} person", "Invite {count} people", len(ids))
    with workspace.change(label) as change:
        enrol(workspace.tables, change, meeting, ids, role, ParticipationStatus.INVITED)
    return change.result


@verb
def change_participations(workspace: Workspace, participations: Iterable[int], fields: Fields) -> Changes:
    """Give the same role, status or `stands_for` to one or several participations."""
    tables, ids = workspace.tables, list(participations)
    values = checked(tables.Participation, fields)
    _refuse_stand_in(tables, ids, values.get("stands_for"))
    label = counted("Change the part of {count} person", "Change the part of {count} people", len(ids))
    with workspace.change(label) as change:
        change.update(tables.Participation, dict.fromkeys(ids, values))
    return change.result


def _refuse_stand_in(tables: Tables, participations: Iterable[int], other: int | None) -> None:
    """Raise what speaks against standing for somebody: it is oneself, or somebody of the other side."""
    if other is None:
        return
    side = tables.Person.get_by_id(other).side_id
    for part in tables.Participation.select().where(tables.Participation.id.in_(list(participations))):
        if part.person_id == other or part.person.side_id != side:
            raise StandsForOther(name=shown_name(part.person))


@verb
def move_to_place(workspace: Workspace, participations: Sequence[int], place: int) -> Changes:
    """Put delegates of one delegation, in their own order, at a place of its precedence, counted from 1."""
    return _reorder(workspace, participations, lambda order, moved: moved_to(order, moved, place))


@verb
def shift(workspace: Workspace, participations: Sequence[int], by: int) -> Changes:
    """Move delegates of one delegation up (negative) or down in its precedence, as far as it goes."""
    return _reorder(workspace, participations, lambda order, moved: shifted(order, moved, by))


@verb
def arrange_by_terms(workspace: Workspace, meeting: int, side: str) -> Changes:
    """Put a delegation into the order that the terms of reference suggest; staff then move whom they want."""
    tables = workspace.tables
    order = [delegate.participation for delegate in order_by_terms(roster(tables, meeting, side=side))]
    rest = [part for part in _order(tables, meeting, side) if part not in set(order)]
    with workspace.change(message("Arrange the delegation by the terms of reference")) as change:
        _write_places(tables, change, [*order, *rest])
    return change.result


@verb
def replace_delegate(workspace: Workspace, participation: int, person: int) -> Changes:
    """Let a person of the same side take the role and the place of a delegate, who is marked as replaced.

    The replacement gets a badge number and token of its own, so that the old badge is void. Somebody who was
    in the delegation already moves to the new place and role.
    """
    tables = workspace.tables
    part = tables.Participation
    old = part.get_by_id(participation)
    substitute = tables.Person.get_by_id(person)
    if substitute.side_id != tables.Person.get_by_id(old.person_id).side_id:
        raise OtherSide
    if person == old.person_id:
        raise AlreadyTakesPart
    names = {
        delegate.participation: shown_name(delegate)
        for delegate in roster(tables, old.meeting_id, attending_only=False)
    }
    with workspace.change(message("Replace {name}", name=names[participation])) as change:
        enrol(tables, change, old.meeting_id, [person], old.role, ParticipationStatus.INVITED)
        new = part.get((part.meeting == old.meeting_id) & (part.person == person))
        change.update(part, {old.id: {"status": ParticipationStatus.REPLACED}})
        change.update(
            part,
            {
                new.id: {
                    "role": old.role,
                    "status": ParticipationStatus.INVITED,
                    "stands_for": old.stands_for_id,
                }
            },
        )
        order = _order(tables, old.meeting_id, tables.Side.get_by_id(substitute.side_id).code)
        _write_places(tables, change, moved_to(order, [new.id], old.place))
    return change.result


@verb
def leave_meeting(workspace: Workspace, participations: Iterable[int]) -> Changes:
    """Take people out of a meeting; they stay in the dialogue, and the places behind them close up."""
    tables, ids = workspace.tables, list(participations)
    rows = list(tables.Participation.select().where(tables.Participation.id.in_(ids)))
    label = counted(
        "Take {count} person out of the meeting", "Take {count} people out of the meeting", len(rows)
    )
    with workspace.change(label) as change:
        change.delete(tables.Participation, ids)
        for meeting in {row.meeting_id for row in rows}:
            for side in tables.Side.select():
                _write_places(tables, change, _order(tables, meeting, side.code))
    return change.result


def enrol(
    tables: Tables,
    change: Change,
    meeting: int,
    people: Sequence[int],
    role: Role,
    status: ParticipationStatus,
    roles: Mapping[int, Role] = MappingProxyType({}),
) -> tuple[int, ...]:
    """Inside a change, add people to a meeting behind those of their side; return the new participations.

    `roles` gives single people another role than `role`. Those who are not invited yet take the status.
    """
    part, person = tables.Participation, tables.Person
    asked: Any = part.person
    standing = list(part.select().where((part.meeting == meeting) & asked.in_(list(people))))
    present = {row.person_id for row in standing}
    waiting = [row for row in standing if row.status is ParticipationStatus.NOT_INVITED]
    change.update(part, {row.id: {"status": status} for row in waiting})
    sides = {
        row.id: row.side_id
        for row in person.select(person.id, person.side).where(person.id.in_(list(people)))
    }
    for gone in set(people) - sides.keys():
        person.get_by_id(gone)
    places = _last_places(tables, meeting)
    serial = tables.Meeting.get_by_id(meeting).last_serial
    rows: list[dict[str, Any]] = []
    for each in dict.fromkeys(people):
        if each in present:
            continue
        side = sides[each]
        places[side] = places.get(side, 0) + 1
        rows.append(
            {
                "meeting": meeting,
                "person": each,
                "role": roles.get(each, role),
                "status": status,
                "place": places[side],
                "serial": serial + len(rows) + 1,
                "token": secrets.token_urlsafe(TOKEN_BYTES),
            }
        )
    if rows:
        change.update(tables.Meeting, {meeting: {"last_serial": serial + len(rows)}}, reckoned=True)
    return change.insert(part, rows)


def _last_places(tables: Tables, meeting: int) -> dict[int, int]:
    part, person = tables.Participation, tables.Person
    rows = (
        part.select(person.side, fn.MAX(part.place))
        .join(person, on=part.person == person.id)
        .where(part.meeting == meeting)
        .group_by(person.side)
    )
    return dict(tuples(rows))


def _order(tables: Tables, meeting: int, side: str) -> list[int]:
    return [delegate.participation for delegate in roster(tables, meeting, side=side, attending_only=False)]


@verb
def _reorder(workspace: Workspace, participations: Sequence[int], arrange: Arrange) -> Changes:
    tables = workspace.tables
    delegation = _delegation_of(tables, participations)
    with workspace.change(message("Change the order of precedence")) as change:
        order = _order(tables, *delegation)
        _write_places(tables, change, arrange(order, participations))
    return change.result


def _delegation_of(tables: Tables, participations: Sequence[int]) -> tuple[int, str]:
    part, person, side = tables.Participation, tables.Person, tables.Side
    rows = (
        part.select(part.meeting, side.code)
        .join(person, on=part.person == person.id)
        .join(side, on=person.side == side.id)
        .where(part.id.in_(list(participations)))
    )
    delegations = set(tuples(rows))
    if participations and not delegations:
        part.get_by_id(participations[0])
    if len(delegations) != 1:
        raise SeveralDelegations
    meeting, code = next(iter(delegations))
    return meeting, code


def _write_places(tables: Tables, change: Change, order: Sequence[int]) -> None:
    part = tables.Participation
    now = dict(tuples(part.select(part.id, part.place).where(part.id.in_(list(order)))))
    wanted = {each: place for place, each in enumerate(order, 1)}
    places = {each: {"place": place} for each, place in wanted.items() if now[each] != place}
    change.update(part, places, reckoned=True)
