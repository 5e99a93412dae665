"""How far an objective has come: the steps of its instruments in their order, and its last day to speak."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from alternat.language.label import Label
from alternat.nouns.instruments import InstrumentStep
from alternat.planning.instrument_terms import expires_on, last_day_to_speak
from alternat.planning.instruments import CONSENTS, ONE_SIDED, running_step, steps_of
from alternat.planning.objectives import InstrumentPlan, ObjectivePlan


@dataclass(frozen=True, slots=True)
class Stage:
    """A step in the course of an instrument, whether anything has been written about it or not."""

    step: InstrumentStep
    side: str
    """The code of the side that takes it alone; empty for both."""
    planned: date | None = None
    done_on: date | None = None
    place: Label = field(default_factory=Label)
    document: str = ""

    @property
    def is_told(self) -> bool:
        """Return whether it has a day, for which it is planned or on which it was taken."""
        return self.planned is not None or self.done_on is not None

    @property
    def is_done(self) -> bool:
        """Return whether the step has been taken."""
        return self.done_on is not None


@dataclass(frozen=True, slots=True)
class LastDay:
    """Until when something can be said about an instrument, and when it ends."""

    instrument: int
    speak_by: date
    ends: date
    days: int
    """Days left to say something: 0 on the last day, less than 0 after it."""


def stages(plan: InstrumentPlan, sides: Sequence[str]) -> tuple[Stage, ...]:
    """Return the steps of an instrument in their order; what a side takes alone stands once for each side.

    `sides` are the codes of the sides in their order.
    """
    written = {(each.step, each.side): each for each in plan.steps}
    found = []
    for step in steps_of(plan.kind):
        for side in _takers(plan, step, sides):
            row = written.get((step, side))
            if row is None:
                found.append(Stage(step, side))
            else:
                found.append(Stage(step, side, row.planned, row.done_on, row.place, row.document))
    return tuple(found)


def course(plan: InstrumentPlan, sides: Sequence[str]) -> tuple[Stage, ...]:
    """Return the steps until an instrument runs, and those after it that have been planned or taken."""
    found = stages(plan, sides)
    running = running_step(plan.kind)
    last = next(at for at, each in enumerate(found) if each.step is running)
    return tuple(each for at, each in enumerate(found) if at <= last or each.planned or each.is_done)


def next_stage(plan: InstrumentPlan, sides: Sequence[str]) -> Stage | None:
    """Return the step that comes next: the first one after the furthest that has been taken.

    What one side takes alone is only behind what it has taken itself, or both.

    A side that has consented to be bound in one way needs no other. None where the instrument runs, or has
    run its course.
    """
    found = stages(plan, sides)
    running = next(at for at, each in enumerate(found) if each.step is running_step(plan.kind))
    if plan.in_force is not None or any(each.is_done for each in found[running:]):
        return None
    done = [(at, each.side) for at, each in enumerate(found) if each.is_done]
    bound = {each.side for each in found if each.is_done and each.step in CONSENTS}
    for at, each in enumerate(found[: running + 1]):
        # What one side does alone says nothing of the other’s own steps.
        is_past = any(at < far and (not each.side or side in {"", each.side}) for far, side in done)
        if each.is_done or is_past or (each.step in CONSENTS and each.side in bound):
            continue
        return each
    return None


def next_of(plan: ObjectivePlan, sides: Sequence[str]) -> tuple[InstrumentPlan, Stage] | None:
    """Return the step of an objective that comes next: the one that is planned first, else the first."""
    found = [(each, stage) for each in plan.instruments if (stage := next_stage(each, sides))]
    return min(found, key=lambda pair: pair[1].planned or date.max, default=None)


def last_day(plan: InstrumentPlan, today: date) -> LastDay | None:
    """Return until when something can be said about an instrument; None where nothing has to be said."""
    if plan.is_over:
        return None
    speak_by, ends = last_day_to_speak(plan.term, today), expires_on(plan.term, today)
    if speak_by is None or ends is None:
        return None
    return LastDay(plan.id, speak_by, ends, (speak_by - today).days)


def last_day_of_any(plans: Iterable[InstrumentPlan], today: date) -> LastDay | None:
    """Return the last day to speak that comes first; where all have passed, the one that passed last."""
    days = [each for plan in plans if (each := last_day(plan, today))]
    ahead = [each for each in days if each.days >= 0]
    if ahead:
        return min(ahead, key=lambda each: (each.days, each.instrument))
    return max(days, key=lambda each: (each.days, each.instrument), default=None)


def _takers(plan: InstrumentPlan, step: InstrumentStep, sides: Sequence[str]) -> Iterator[str]:
    if step not in ONE_SIDED:
        yield ""
        return
    for side in sides:
        if step in steps_of(plan.kind, side):
            yield side
