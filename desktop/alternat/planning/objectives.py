"""Objectives with the instruments at which they aim, the outcomes that serve them, and who leads them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.nouns.instruments import Binding, Extension, InstrumentKind, InstrumentStep
from alternat.nouns.outcomes import Disclosure
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.existing import HolderPlan, holders, lead_on
from alternat.planning.instrument_terms import Term
from alternat.planning.outcomes import NotePlan


@dataclass(frozen=True, slots=True)
class StepPlan:
    """A step of an instrument."""

    id: int
    step: InstrumentStep
    side: str
    """The code of the side whose own step it is; empty for both."""
    planned: date | None
    done_on: date | None
    place: Label
    document: str


@dataclass(frozen=True, slots=True)
class InstrumentPlan:
    """An instrument at which an objective aims."""

    id: int
    objective: int
    kind: InstrumentKind
    title: Label
    on_behalf: str
    authentic: tuple[str, ...]
    prevails: str
    in_force: date | None
    months: int | None
    ends: date | None
    """The last day of the term, where it was typed."""
    extension: str
    notice_months: int | None
    notice_days: int | None
    replaced_by: int | None
    disclosure: Disclosure
    consent_asked: date | None
    consent_given: date | None
    note: str
    binding: Mapping[str, Binding]
    """How each side sees it, by the code of the side; a side that has not said is not there."""
    steps: tuple[StepPlan, ...]
    """As they were written down; the order of the kind's steps is a matter of rules."""

    @property
    def term(self) -> Term:
        """Return how long it runs."""
        return term_of(
            self.in_force, self.months, self.ends, self.extension, self.notice_months, self.notice_days
        )

    @property
    def is_over(self) -> bool:
        """Return whether it has ended or was replaced, so that nothing is to be said of its term."""
        over = {InstrumentStep.ENDED, InstrumentStep.REPLACED}
        return self.replaced_by is not None or any(
            each.step in over and each.done_on is not None for each in self.steps
        )

    @property
    def last_step(self) -> StepPlan | None:
        """Return the step that was done last: by its day, and of one day the furthest."""
        order = list(InstrumentStep)
        done = [(each.done_on, order.index(each.step), each.id, each) for each in self.steps if each.done_on]
        return max(done)[3] if done else None


def term_of(
    in_force: date | None,
    months: int | None,
    ends: date | None,
    extension: str,
    notice_months: int | None,
    notice_days: int | None,
) -> Term:
    """Return the term that the columns of an instrument tell; an extension that says nothing is none."""
    known = {each.value: each for each in Extension}
    kind = known.get(extension, Extension.NONE)
    return Term(in_force, months, kind, notice_months, notice_days, ends)


@dataclass(frozen=True, slots=True)
class ObjectivePlan:
    """A near-term or later objective."""

    id: int
    code: str
    number: int
    text: Label
    short: Label
    due: date | None
    state: ProvisionState
    state_on: date | None
    state_reason: Label
    holders: tuple[HolderPlan, ...]
    instruments: tuple[InstrumentPlan, ...]
    outcomes: tuple[int, ...]
    """The ids of the outcomes that serve it."""
    guidance: tuple[int, ...]
    """The ids of the requests for guidance that concern it."""
    notes: tuple[NotePlan, ...]

    @property
    def name(self) -> Label:
        """Return what it is called where there is little room."""
        return self.short or self.text

    @property
    def is_open(self) -> bool:
        """Return whether it is still pursued."""
        return self.state is ProvisionState.ACTIVE

    def lead(self, side: str, day: date) -> HolderPlan | None:
        """Return who leads it for a side on a day; where several do, the one who came last."""
        return lead_on(self.holders, side, day)


def objectives(tables: Tables) -> tuple[ObjectivePlan, ...]:
    """Return the objectives in the order of the terms of reference."""
    provision = tables.Provision
    rows = list(
        provision.select()
        .where(provision.kind == ProvisionKind.OBJECTIVE)
        .order_by(provision.number, provision.id)
    )
    codes = {side.id: side.code for side in tables.Side.select()}
    leading = holders(tables, [row.id for row in rows])
    aimed: dict[int, list[InstrumentPlan]] = defaultdict(list)
    for instrument in instruments(tables):
        aimed[instrument.objective].append(instrument)
    serving: dict[int, list[int]] = defaultdict(list)
    for link in tables.OutcomeObjective.select().order_by(tables.OutcomeObjective.id):
        serving[link.objective_id].append(link.outcome_id)
    asked: dict[int | None, list[int]] = defaultdict(list)
    for request in tables.Guidance.select(tables.Guidance.id, tables.Guidance.objective):
        asked[request.objective_id].append(request.id)
    notes: dict[int, list[NotePlan]] = defaultdict(list)
    note: Any = tables.ProgressNote
    told = note.select().where(note.objective.is_null(is_null=False)).order_by(note.day, note.id)
    for each in told:
        side = codes.get(each.side_id, "")
        plan = NotePlan(each.id, each.day, side, each.text, each.source, each.is_shared)
        notes[each.objective_id].append(plan)
    return tuple(
        ObjectivePlan(
            *(row.id, row.code, row.number, row.text, row.short, row.due),
            *(row.state, row.state_on, row.state_reason),
            tuple(leading.get(row.id, ())),
            tuple(aimed.get(row.id, ())),
            tuple(serving.get(row.id, ())),
            tuple(asked.get(row.id, ())),
            tuple(notes.get(row.id, ())),
        )
        for row in rows
    )


def instruments(tables: Tables) -> tuple[InstrumentPlan, ...]:
    """Return all instruments in the order in which they were added."""
    codes = {side.id: side.code for side in tables.Side.select()}
    steps: dict[int, list[StepPlan]] = defaultdict(list)
    for row in tables.InstrumentStep.select().order_by(tables.InstrumentStep.id):
        step = StepPlan(
            *(row.id, row.step, codes.get(row.side_id, ""), row.planned, row.done_on),
            *(row.place, row.document),
        )
        steps[row.instrument_id].append(step)
    binding: dict[int, dict[str, Binding]] = defaultdict(dict)
    for view in tables.InstrumentSide.select():
        binding[view.instrument_id][codes[view.side_id]] = view.binding
    return tuple(
        InstrumentPlan(
            *(row.id, row.objective_id, row.kind, row.title, row.on_behalf, row.authentic, row.prevails),
            *(row.in_force, row.months, row.ends, row.extension, row.notice_months, row.notice_days),
            *(row.replaced_by_id, row.disclosure, row.consent_asked, row.consent_given, row.note),
            MappingProxyType(binding.get(row.id, {})),
            tuple(steps.get(row.id, ())),
        )
        for row in tables.Instrument.select().order_by(tables.Instrument.id)
    )
