"""What somebody who leaves still leads, so that a successor takes it over in one step."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.language.messages import Message, counted
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.outcomes import OutcomeKind, OutcomeState

OPEN_STATES = tuple(state for state in OutcomeState if state.is_open)
"""The states of an outcome in which something is still to be done."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """What a successor takes over; false where there is nothing."""

    leads: tuple[int, ...]
    """The ids of the leads of a side on outcomes that are open."""
    holders: tuple[int, ...]
    """The ids of the rows that say who leads an existing dialogue or an objective."""

    def __bool__(self) -> bool:
        return bool(self.leads or self.holders)

    def counts(self) -> tuple[Message, Message]:
        """Return in words how many outcomes there are, and how many existing dialogues and objectives."""
        return (
            counted("{count} outcome", "{count} outcomes", len(self.leads)),
            counted(
                "{count} existing dialogue or objective",
                "{count} existing dialogues or objectives",
                len(self.holders),
            ),
        )


def to_hand_over(tables: Tables, person: int, on: date) -> HandOver:
    """Return what a person leads on a day or after it, as far as it is still open."""
    outcome: Any = tables.Outcome
    side: Any = tables.OutcomeSide
    holder: Any = tables.Holder
    leads = (
        side.select(side.id)
        .join(outcome, on=side.outcome == outcome.id)
        .where(
            (side.lead == person)
            & (outcome.state.in_(list(OPEN_STATES)))
            & (outcome.kind != OutcomeKind.NOTED)
        )
        .order_by(side.id)
    )
    led = holder.select(holder.id).where(
        (holder.person == person) & (holder.until.is_null() | (holder.until >= on))
    )
    return HandOver(
        tuple(key for (key,) in tuples(leads)), tuple(key for (key,) in tuples(led.order_by(holder.id)))
    )


def hand_over_at_once(leads: int, on: date, today: date) -> Message | None:
    """Return what is to be known of a hand-over of a day to come: leads on outcomes have no first day."""
    if on <= today or not leads:
        return None
    return counted(
        "{count} outcome is led by the successor at once; existing dialogues and objectives from {day}.",
        "{count} outcomes are led by the successor at once; existing dialogues and objectives from {day}.",
        leads,
        day=on,
    )
