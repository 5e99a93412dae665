"""What is to be said of those who lead: a side without a lead, and a lead who no longer comes (section V)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.existing import HolderPlan, holders, lead_on
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.hosting import PLANNED

_S = ParticipationStatus
GONE = frozenset({_S.DECLINED, _S.WITHDRAWN, _S.REPLACED})
"""How a participation stands of somebody who does not come after all."""


@dataclass(frozen=True, slots=True)
class Led:
    """An existing dialogue or an objective that is still dealt with."""

    id: int
    name: Label
    due: date | None


def check_existing(tables: Tables, meeting: int, today: date) -> tuple[Finding, ...]:
    """Return what is to be said of those who lead existing dialogues, before a meeting that is planned."""
    if tables.Meeting.get_by_id(meeting).status not in PLANNED:
        return ()
    led = still_led(tables, ProvisionKind.EXISTING_DIALOGUE)
    return (*_without_lead(tables, led, today), *check_leads(tables, led, today))


def still_led(tables: Tables, kind: ProvisionKind) -> tuple[Led, ...]:
    """Return the texts of a kind that are active, in their order."""
    table = tables.Provision
    rows = table.select().where((table.kind == kind) & (table.state == ProvisionState.ACTIVE))
    return tuple(Led(row.id, row.short or row.text, row.due) for row in rows.order_by(table.number, table.id))


def sides_without_lead(
    tables: Tables, led: Sequence[Led], today: date
) -> Iterator[tuple[Led, tuple[Label, ...]]]:
    """Yield what lacks a lead today, with the sides for which nobody leads it, in their order."""
    leading = holders(tables, [each.id for each in led])
    sides = list(tables.Side.select().order_by(tables.Side.number))
    for each in led:
        lacking = tuple(
            side.side_name for side in sides if lead_on(leading.get(each.id, ()), side.code, today) is None
        )
        if lacking:
            yield each, lacking


def check_leads(tables: Tables, led: Sequence[Led], today: date) -> Iterator[Finding]:
    """Yield the leads of today who do not come to the newest meeting in which they have a part."""
    leading = holders(tables, [each.id for each in led])
    now = [(each, row) for each in led for row in leading.get(each.id, ()) if row.leads_on(today)]
    gone = _who_left(tables, {row.person for _, row in now})
    sides = {side.code: side.side_name for side in tables.Side.select()}
    for each, row in now:
        if (left := gone.get(row.person)) is not None:
            yield _holder_left(each, row, sides[row.side], left)


@dataclass(frozen=True, slots=True)
class _Left:
    """How somebody left the newest meeting, and who stands for them there."""

    status: ParticipationStatus
    meeting: str
    successor: int | None
    successor_name: Label


def _without_lead(tables: Tables, led: Sequence[Led], today: date) -> Iterator[Finding]:
    for each, lacking in sides_without_lead(tables, led, today):
        sentence = message(
            "Nobody leads the existing dialogue “{text}” for: {sides}.", text=each.name, sides=lacking
        )
        subject = Subject(SubjectKind.PROVISION, each.id)
        yield Finding("dialogue-lead-missing", Severity.WARNS, subject, sentence, _fix())


def _holder_left(led: Led, holder: HolderPlan, side: Label, left: _Left) -> Finding:
    facts = {"person": holder.name, "text": led.name, "side": side, "meeting": left.meeting}
    if left.successor is None:
        sentence = message(
            "{person} leads “{text}” for the {side} and no longer comes to the meeting {meeting}. "
            "Name a successor, or say that the lead stays.",
            **facts,
        )
        fix = _fix()
    else:
        sentence = message(
            "{person} leads “{text}” for the {side} and no longer comes to the meeting {meeting}, where "
            "{successor} stands for them.",
            successor=left.successor_name,
            **facts,
        )
        fix = Fix(message("Let {name} succeed", name=left.successor_name), "holders")
    people = (holder.person,) if left.successor is None else (holder.person, left.successor)
    subject = Subject(SubjectKind.PROVISION, led.id)
    return Finding("holder-left", Severity.WARNS, subject, sentence, fix, people=people)


def _fix() -> Fix:
    return Fix(message("Say who leads it"), "holders")


def _who_left(tables: Tables, people: set[int]) -> Mapping[int, _Left]:
    """Return those of these people who have left the newest meeting in which they have a part."""
    if not people:
        return {}
    part: Any = tables.Participation
    meeting = tables.Meeting
    read = part.select(part.person, part.meeting, part.status, meeting.year, meeting.reference)
    newest: dict[int, tuple[tuple[int, int], ParticipationStatus, str]] = {}
    for person, key, status, year, reference in tuples(
        read.join(meeting, on=part.meeting == meeting.id).where(part.person.in_(people))
    ):
        if person not in newest or newest[person][0] < (year, key):
            newest[person] = ((year, key), status, reference)
    left = {person: each for person, each in newest.items() if each[1] in GONE}
    return {
        person: _Left(status, reference, *_successor(tables, person, key))
        for person, ((_, key), status, reference) in left.items()
    }


def _successor(tables: Tables, person: int, meeting: int) -> tuple[int | None, Label]:
    """Return who stands for somebody at a meeting and comes, if anybody does."""
    part = tables.Participation
    standing = part.select().where((part.meeting == meeting) & (part.stands_for == person))
    for row in standing.order_by(part.place, part.id):
        if row.status.is_attending:
            return row.person_id, shown_name(row.person)
    return None, Label()
