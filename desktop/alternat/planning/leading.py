"""What a person leads: outcomes for their side, and existing dialogues and objectives over time."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.references import OutcomeReference, outcome_references


class WrongSide(AlternatError):
    """Each side's chair, lead or lead speaker is one of its own."""

    template = mark("This person is not of the side {side}; choose one of its own.")


@dataclass(frozen=True, slots=True)
class LedProvision:
    """An existing dialogue or an objective that a person leads or has led."""

    holder: int
    """The row that says so."""
    provision: int
    kind: ProvisionKind
    name: Label
    since: date | None
    until: date | None

    def is_over(self, today: date) -> bool:
        """Return whether the person has led it until a day before that one."""
        return self.until is not None and self.until < today


@dataclass(frozen=True, slots=True)
class Leading:
    """What a person leads; false where that is nothing."""

    provisions: tuple[LedProvision, ...]
    """What is led now first, each in the order of its days."""
    outcomes: tuple[OutcomeReference, ...]
    """The open ones first, by the day they are due."""

    def __bool__(self) -> bool:
        return bool(self.provisions or self.outcomes)


def leading(tables: Tables, person: int, today: date) -> Leading:
    """Return what a person leads, and what they have led."""
    holder: Any = tables.Holder
    provision: Any = tables.Provision
    query = (
        holder.select(
            *(holder.id, provision.id, provision.kind, provision.short, provision.text),
            *(holder.since, holder.until),
        )
        .join(provision, on=holder.provision == provision.id)
        .where(holder.person == person)
    )
    led = [
        LedProvision(key, provision_key, kind, short or text, since, until)
        for key, provision_key, kind, short, text, since, until in tuples(query)
    ]
    led.sort(key=lambda each: (each.is_over(today), each.since or date.min, each.holder))
    side: Any = tables.OutcomeSide
    ids = [key for (key,) in tuples(side.select(side.outcome).where(side.lead == person))]
    return Leading(tuple(led), tuple(outcome_references(tables, ids).values()) if ids else ())
