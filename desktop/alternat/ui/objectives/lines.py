"""What the page lists: objectives and existing dialogues, each with what has been worked out of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.language.label import Label
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionState
from alternat.planning.existing import DialogueMeetingPlan, ExistingPlan, HolderPlan, existing_dialogues
from alternat.planning.objective_standing import LastDay, Stage, last_day_of_any, next_of
from alternat.planning.objectives import InstrumentPlan, ObjectivePlan, objectives
from alternat.planning.references import outcome_references, request_references


@dataclass(frozen=True, slots=True)
class StandingFacts:
    """What is kept of the state of a provision."""

    state: ProvisionState
    state_on: date | None
    state_reason: Label
    merged_into: int | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveLine:
    """An objective as it stands on a day."""

    plan: ObjectivePlan
    standing: StandingFacts
    coming: tuple[InstrumentPlan, Stage] | None
    """The step that comes next, and of which instrument."""
    last: LastDay | None
    """The last day to speak that comes first among its instruments."""

    @property
    def id(self) -> int:
        """Return the id of the provision."""
        return self.plan.id

    @property
    def short(self) -> Label:
        """Return its short name."""
        return self.plan.short

    @property
    def due(self) -> date | None:
        """Return the day by which it should be reached."""
        return self.plan.due

    @property
    def name(self) -> Label:
        """Return what it is called where there is little room."""
        return self.plan.name

    @property
    def holders(self) -> tuple[HolderPlan, ...]:
        """Return who leads it over time."""
        return self.plan.holders


@dataclass(frozen=True, slots=True)
class DialogueLine:
    """An existing dialogue as it stands on a day."""

    plan: ExistingPlan
    standing: StandingFacts
    leads: Mapping[str, Label]
    """Who leads it on that day, by the code of the side."""
    coming: DialogueMeetingPlan | None
    """Its next meeting, or the one that is under way."""
    open_outcomes: int
    open_requests: int

    @property
    def id(self) -> int:
        """Return the id of the provision."""
        return self.plan.id

    @property
    def name(self) -> Label:
        """Return what it is called where there is little room."""
        return self.plan.name

    @property
    def short(self) -> Label:
        """Return its short name."""
        return self.plan.short

    @property
    def holders(self) -> tuple[HolderPlan, ...]:
        """Return who leads it over time."""
        return self.plan.holders


def objective_lines(tables: Tables, sides: tuple[str, ...], today: date) -> tuple[ObjectiveLine, ...]:
    """Return the objectives in their order; `sides` are the codes of the sides in theirs."""
    facts = _facts(tables)
    return tuple(
        ObjectiveLine(
            plan,
            facts[plan.id],
            next_of(plan, sides) if plan.is_open else None,
            last_day_of_any(plan.instruments, today),
        )
        for plan in objectives(tables)
    )


def dialogue_lines(tables: Tables, sides: tuple[str, ...], today: date) -> tuple[DialogueLine, ...]:
    """Return the existing dialogues in their order."""
    facts = _facts(tables)
    outcomes = {key for key, each in outcome_references(tables).items() if each.is_open}
    requests = {key for key, each in request_references(tables).items() if each.is_open}
    found = []
    for plan in existing_dialogues(tables):
        leads = {side: lead.name for side in sides if (lead := plan.lead(side, today))}
        coming = next((each for each in plan.meetings if each.ends >= today), None)
        counts = len(outcomes & {*plan.outcomes}), len(requests & {*plan.guidance})
        found.append(DialogueLine(plan, facts[plan.id], leads, coming, *counts))
    return tuple(found)


def _facts(tables: Tables) -> Mapping[int, StandingFacts]:
    provision: Any = tables.Provision
    query = provision.select(
        *(provision.id, provision.state, provision.state_on, provision.state_reason, provision.merged_into)
    )
    return {key: StandingFacts(*rest) for key, *rest in tuples(query)}
