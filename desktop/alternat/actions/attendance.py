"""Verbs about who is in a session: the lines of its attendance, and who chairs it for each side."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from alternat.actions.sequences import count_up
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.messages import mark, message
from alternat.models.tables import Tables
from alternat.nouns.delegations import Role
from alternat.nouns.programme import PartyKind
from alternat.planning.leading import WrongSide
from alternat.planning.programme import PartyPlan
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace


class UnknownParty(AlternatError):
    """A line of attendance names nobody."""

    template = mark("“{key}” names nobody who could take part in a session ({kind}).")


class LeavesBeforeJoining(AlternatError):
    """Somebody would leave a session before coming."""

    template = mark(
        "Somebody would leave at {leaves}, before coming at {joins}. Correct one of the two times."
    )


class OutsideSession(AlternatError):
    """Part-time presence is a stretch of the session."""

    template = mark("{clock} lies outside the session, which begins at {start} and lasts {minutes} minutes.")


@verb
def set_parties(workspace: Workspace, session: int, parties: Iterable[PartyPlan]) -> Changes:
    """Say who takes part in a session, line by line; the lines it had are replaced."""
    tables, listed = workspace.tables, list(parties)
    row = tables.Session.get_by_id(session)
    require_parties(tables, listed, row.start, row.minutes)
    with workspace.change(message("Change the participants of {session}", session=row.title)) as change:
        _replace_parties(tables, change, session, listed)
    return change.result


@verb
def set_chair(workspace: Workspace, session: int, side: str, person: int | None) -> Changes:
    """Let a person of a side chair a session for it; None leaves the side without a chair."""
    tables = workspace.tables
    row = tables.Session.get_by_id(session)
    side_row = require_own(tables, side, person)
    with workspace.change(message("Change the chair of {session}", session=row.title)) as change:
        chair: Any = tables.Chair
        rows = list(chair.select().where((chair.session == session) & (chair.side == side_row)))
        if person is None:
            change.delete(chair, [each.id for each in rows])
        elif rows:
            change.update(chair, {rows[0].id: {"person": person}})
        else:
            change.insert(chair, [{"session": session, "side": side_row, "person": person}])
        if person != (rows[0].person_id if rows else None):
            count_up(tables, change, [session])
    return change.result


def require_own(tables: Tables, side: str, person: int | None) -> int:
    """Return the id of the side with that code; a person of another side is a `WrongSide`."""
    from alternat.actions.meetings import side_id

    key = side_id(tables, side)
    if person is not None and tables.Person.get_by_id(person).side_id != key:
        raise WrongSide(side=tables.Side.get_by_id(key).country)
    return key


def require_parties(tables: Tables, parties: Iterable[PartyPlan], start: time, minutes: int) -> None:
    """Refuse lines that name nobody, or whose times lie outside the session or run backwards."""
    sides = {row.code for row in tables.Side.select()}
    for party in parties:
        if not _names_somebody(tables, party, sides):
            raise UnknownParty(key=party.key, kind=party.kind)
        stretch = [_into(start, clock) for clock in (party.joins, party.leaves) if clock is not None]
        for clock in (party.joins, party.leaves):
            if clock is not None and _into(start, clock) > minutes:
                raise OutsideSession(clock=clock, start=start, minutes=minutes)
        if len(stretch) == 2 and stretch[1] <= stretch[0]:
            raise LeavesBeforeJoining(joins=party.joins, leaves=party.leaves)


def _into(start: time, clock: time) -> int:
    """Return how many minutes after a session's start its wall clock shows a time, past midnight too."""
    return ((clock.hour - start.hour) * 60 + clock.minute - start.minute) % (24 * 60)


def insert_parties(tables: Tables, change: Change, session: int, parties: Iterable[PartyPlan]) -> None:
    """Inside a change, write lines of attendance behind those that a session has."""
    change.insert(
        tables.Party,
        [
            {
                "session": session,
                "kind": party.kind,
                "key": party.key,
                "is_exception": party.is_exception,
                "joins": party.joins,
                "leaves": party.leaves,
            }
            for party in parties
        ],
    )


def _replace_parties(tables: Tables, change: Change, session: int, parties: list[PartyPlan]) -> None:
    rows = list(tables.Party.select().where(tables.Party.session == session).order_by(tables.Party.id))
    kept = [PartyPlan(row.kind, row.key, row.is_exception, row.joins, row.leaves) for row in rows]
    if kept != parties:
        change.delete(tables.Party, [row.id for row in rows])
        insert_parties(tables, change, session, parties)
        count_up(tables, change, [session])


def _names_somebody(tables: Tables, party: PartyPlan, sides: set[str]) -> bool:
    match party.kind:
        case PartyKind.EVERYONE:
            return party.key == ""
        case PartyKind.SIDE:
            return party.key in sides
        case PartyKind.ROLE:
            return party.key in [role.value for role in Role]
        case PartyKind.ENTITY:
            return _has_row(tables.Entity, party.key)
        case PartyKind.PERSON:
            return _has_row(tables.Person, party.key)


def _has_row(model: Any, key: str) -> bool:
    return key.isascii() and key.isdigit() and model.get_or_none(model.id == int(key)) is not None
