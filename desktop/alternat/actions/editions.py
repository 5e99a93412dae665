"""Verbs about editions: the next annual meeting, made from the one before."""

from collections.abc import Sequence
from typing import Any

from alternat.actions.countdown import fill_checklist
from alternat.actions.delegations import enrol
from alternat.actions.meetings import add_meeting
from alternat.actions.verbs import verb
from alternat.language.messages import message
from alternat.models.meetings import Meeting
from alternat.models.sides import Side
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.meetings import HonourSide, MeetingStatus
from alternat.planning.editions import carry_over
from alternat.planning.hosting import turn_in
from alternat.planning.roster import Delegate
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace


@verb
def new_edition(
    workspace: Workspace,
    previous_meeting: int,
    *,
    year: int | None = None,
    host: str | None = None,
    host_reason: str = "",
) -> Changes:
    """Make the next meeting from that one, a year later unless `year` is given, and start its checklist.

    The host is the side whose turn it is by all that stands on record before that year. Where host and guest
    change places, city, time zone, paper, side of honour and the order of languages do so with them. `host`
    is a side's code that hosts out of turn, for `host_reason`. Active topics, unfinished follow-up and the
    people who take part or are there to be invited, as not yet invited, are carried over; attendance never
    is. `planning.editions.carry_over` tells beforehand. Entities belong to the
    dialogue and are there anyway, as are records that are open: `planning.next_agenda` proposes each of them
    once for the new meeting's agenda, and nothing is written that a further edition could double.
    """
    tables = workspace.tables
    before = tables.Meeting.get_by_id(previous_meeting)
    carried = carry_over(tables, previous_meeting)
    sides = list(tables.Side.select().order_by(tables.Side.number))
    wanted_year = before.year + 1 if year is None else year
    code = turn_in(tables, wanted_year).side if host is None else host.upper()
    # An unknown code is refused where the meeting is added.
    side = next((side for side in sides if side.code == code), Side(code=code))
    with workspace.change(message("New edition of {year}", year=str(wanted_year))) as change:
        added = add_meeting(workspace, year=wanted_year, host=side.code, host_reason=host_reason)
        (meeting,) = added.inserted("meeting")
        change.update(tables.Meeting, {meeting: _carried(before, side)})
        change.insert(
            tables.MeetingTopic,
            [
                {"meeting": meeting, "topic": key, "number": number}
                for number, key in enumerate(carried.topics, 1)
            ],
        )
        _carry_follow_up(change, tables, carried.tasks, meeting)
        fill_checklist(tables, change, meeting)
        _carry_people(tables, change, carried.people, meeting)
    return change.result


def _carried(before: Meeting, host: Side) -> dict[str, Any]:
    """Return the fields of the new meeting that follow from those of the one before."""
    swaps = host.id != before.host_id
    left_right = {HonourSide.LEFT: HonourSide.RIGHT, HonourSide.RIGHT: HonourSide.LEFT}
    number = before.number
    if number is not None and before.status not in {MeetingStatus.POSTPONED, MeetingStatus.CANCELLED}:
        number += 1
    return {
        "previous": before.reference,
        "number": number,
        "paper": host.paper if swaps and before.paper else before.paper,
        "honour_side": left_right[before.honour_side] if swaps else before.honour_side,
        "languages": _languages(before.languages, host) if swaps else before.languages,
    }


def _languages(before: Sequence[str], host: Side) -> tuple[str, ...]:
    """Return the languages with the new host's first; none means those of the host's copy, as before."""
    own = [code for code in host.languages if code in before]
    return (*own, *(code for code in before if code not in own))


def _carry_follow_up(change: Change, tables: Tables, tasks: Sequence[Any], meeting: int) -> None:
    """Put what is left of the follow-up at the head of the new checklist, due by the first day."""
    change.insert(
        tables.Task,
        [
            {
                "meeting": meeting,
                "number": number,
                "text": row.text,
                "days_before": 0,
                "owner_side": row.owner_side_id,
                "owner": row.owner_id,
                "is_follow_up": True,
                "carried_from": row.id,
                "note": row.note,
            }
            for number, row in enumerate(tasks, 1)
        ],
    )


def _carry_people(tables: Tables, change: Change, delegates: Sequence[Delegate], meeting: int) -> None:
    roles = {delegate.person: delegate.role for delegate in delegates}
    enrol(tables, change, meeting, list(roles), Role.MEMBER, ParticipationStatus.NOT_INVITED, roles)
