"""Existing dialogues with the officials of both sides who lead them over time, and what they carry out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionKind, ProvisionState


@dataclass(frozen=True, slots=True)
class HolderPlan:
    """An official who leads an existing dialogue or an objective for a side."""

    id: int
    side: str
    """The code of the side."""
    person: int
    name: Label
    since: date | None
    """None where nobody knows; then it counts as always."""
    until: date | None
    note: str

    def leads_on(self, day: date) -> bool:
        """Return whether the official leads on that day; first and last day count."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class DialogueMeetingPlan:
    """A meeting of an existing dialogue."""

    id: int
    dialogue: int
    starts: date
    ends: date
    city: Label
    note: str


@dataclass(frozen=True, slots=True)
class ExistingPlan:
    """An existing dialogue."""

    id: int
    code: str
    number: int
    text: Label
    short: Label
    state: ProvisionState
    holders: tuple[HolderPlan, ...]
    """By side, and of each the earliest first."""
    meetings: tuple[DialogueMeetingPlan, ...]
    """By day."""
    outcomes: tuple[int, ...]
    """The ids of the outcomes that it carries out."""
    guidance: tuple[int, ...]
    """The ids of its requests for guidance."""

    @property
    def name(self) -> Label:
        """Return what it is called where there is little room."""
        return self.short or self.text

    def lead(self, side: str, day: date) -> HolderPlan | None:
        """Return who leads it for a side on a day; where several do, the one who came last."""
        return lead_on(self.holders, side, day)


def lead_on(holders: Iterable[HolderPlan], side: str, day: date) -> HolderPlan | None:
    """Return who of these officials leads for a side on a day; where several do, the one who came last."""
    leading = [each for each in holders if each.side == side and each.leads_on(day)]
    return max(leading, key=lambda each: (each.since or date.min, each.id), default=None)


def existing_dialogues(tables: Tables) -> tuple[ExistingPlan, ...]:
    """Return the existing dialogues in the order of the terms of reference."""
    provision, meeting = tables.Provision, tables.DialogueMeeting
    rows = list(
        provision.select()
        .where(provision.kind == ProvisionKind.EXISTING_DIALOGUE)
        .order_by(provision.number, provision.id)
    )
    leading = holders(tables, [row.id for row in rows])
    meetings: dict[int, list[DialogueMeetingPlan]] = defaultdict(list)
    for each in meeting.select().order_by(meeting.starts, meeting.id):
        plan = DialogueMeetingPlan(
            each.id, each.dialogue_id, each.starts, each.ends or each.starts, each.city, each.note
        )
        meetings[each.dialogue_id].append(plan)
    carried: dict[int, list[int]] = defaultdict(list)
    for carrier in tables.OutcomeCarrier.select().order_by(tables.OutcomeCarrier.id):
        carried[carrier.dialogue_id].append(carrier.outcome_id)
    asked: dict[int, list[int]] = defaultdict(list)
    for request in tables.Guidance.select(tables.Guidance.id, tables.Guidance.dialogue):
        asked[request.dialogue_id].append(request.id)
    return tuple(
        ExistingPlan(
            *(row.id, row.code, row.number, row.text, row.short, row.state),
            tuple(leading.get(row.id, ())),
            tuple(meetings.get(row.id, ())),
            tuple(carried.get(row.id, ())),
            tuple(asked.get(row.id, ())),
        )
        for row in rows
    )


def holders(tables: Tables, provisions: Collection[int]) -> Mapping[int, Sequence[HolderPlan]]:
    """Return who leads existing dialogues or objectives, by id: by side, and of each the earliest first."""
    holder: Any = tables.Holder
    rows = list(holder.select().where(holder.provision.in_(list(provisions))))
    people = tables.Person.select().where(tables.Person.id.in_([row.person_id for row in rows]))
    names = {row.id: shown_name(row) for row in people}
    sides = {side.id: side for side in tables.Side.select()}
    found: dict[int, list[HolderPlan]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (sides[row.side_id].number, row.since or date.min, row.id)):
        plan = HolderPlan(
            row.id,
            sides[row.side_id].code,
            row.person_id,
            names[row.person_id],
            row.since,
            row.until,
            row.note,
        )
        found[row.provision_id].append(plan)
    return found
