"""Which step of an instrument comes next, and which last day to speak of an objective comes first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from alternat.language.label import Label
from alternat.nouns.instruments import Extension, InstrumentKind, InstrumentStep
from alternat.nouns.outcomes import Disclosure
from alternat.planning.objective_standing import course, last_day, last_day_of_any, next_stage, stages
from alternat.planning.objectives import InstrumentPlan, StepPlan

S = InstrumentStep
SIDES = ("CA", "CN")
TODAY = date(2027, 3, 2)


def instrument(
    kind: InstrumentKind, done: Sequence[tuple[InstrumentStep, str]] = (), **fields: Any
) -> InstrumentPlan:
    """Return an instrument whose steps were taken, each on its own day."""
    steps = tuple(
        StepPlan(at, step, side, None, date(2027, 1, at + 1), Label(), "")
        for at, (step, side) in enumerate(done)
    )
    nothing: Mapping[str, Any] = MappingProxyType({})
    plan = InstrumentPlan(
        *(1, 2, kind, Label("Treaty"), "", (), "", None, None, None, "", None, None, None),
        *(Disclosure.PUBLIC, None, None, "", nothing, steps),
    )
    return replace(plan, **fields)


def test_what_a_side_takes_alone_stands_once_for_each_side_that_takes_it() -> None:
    alone = [(each.step, each.side) for each in stages(instrument(InstrumentKind.TREATY), SIDES) if each.side]
    assert alone == [
        (S.POLICY_APPROVED, "CA"),
        (S.TABLED, "CA"),
        (S.CONSENTED, "CA"),
        (S.RATIFIED, "CN"),
        (S.APPROVED, "CN"),
        (S.FILED, "CN"),
    ]
    assert not any(each.side for each in stages(instrument(InstrumentKind.PILOT), SIDES))


@pytest.mark.parametrize(
    ("kind", "done", "step", "side"),
    [
        (InstrumentKind.TREATY, (), S.DISCUSSIONS, ""),
        (InstrumentKind.TREATY, ((S.SIGNED, ""),), S.TABLED, "CA"),
        (InstrumentKind.TREATY, ((S.SIGNED, ""), (S.RATIFIED, "CN")), S.TABLED, "CA"),
        (InstrumentKind.TREATY, ((S.SIGNED, ""), (S.CONSENTED, "CA")), S.RATIFIED, "CN"),
        (
            InstrumentKind.TREATY,
            ((S.SIGNED, ""), (S.CONSENTED, "CA"), (S.APPROVED, "CN")),
            S.NOTES_EXCHANGED,
            "",
        ),
        (InstrumentKind.MEMORANDUM, ((S.SIGNED, ""),), S.TAKES_EFFECT, ""),
    ],
)
def test_the_step_after_the_furthest_comes_next(
    kind: InstrumentKind, done: Sequence[tuple[InstrumentStep, str]], step: InstrumentStep, side: str
) -> None:
    found = next_stage(instrument(kind, done), SIDES)
    assert found is not None
    assert (found.step, found.side) == (step, side)


def test_nothing_comes_next_once_it_runs() -> None:
    assert next_stage(instrument(InstrumentKind.PILOT, ((S.TAKES_EFFECT, ""),)), SIDES) is None
    assert next_stage(instrument(InstrumentKind.PILOT, in_force=TODAY), SIDES) is None


def test_steps_after_it_runs_show_only_once_there_is_something_to_them() -> None:
    assert course(instrument(InstrumentKind.PILOT), SIDES)[-1].step is S.TAKES_EFFECT
    assert course(instrument(InstrumentKind.PILOT, ((S.EXTENDED, ""),)), SIDES)[-1].step is S.EXTENDED


def test_the_last_day_to_speak_comes_before_the_last_day_of_the_term() -> None:
    plan = instrument(
        InstrumentKind.PILOT,
        in_force=date(2027, 1, 1),
        months=6,
        notice_days=30,
        extension=Extension.BY_NOTES.value,
    )
    found = last_day(plan, TODAY)
    assert found is not None
    assert (found.speak_by, found.ends, found.days) == (date(2027, 5, 31), date(2027, 6, 30), 90)


def test_what_has_ended_leaves_nothing_to_say() -> None:
    plan = instrument(InstrumentKind.PILOT, ((S.ENDED, ""),), in_force=TODAY, months=12)
    assert last_day(plan, TODAY) is None
    assert last_day(instrument(InstrumentKind.PILOT, in_force=TODAY, months=12, replaced_by=3), TODAY) is None


def test_the_day_that_comes_first_stands_for_all_and_a_past_one_only_where_none_is_ahead() -> None:
    past, near, far = (
        instrument(InstrumentKind.PILOT, id=at, in_force=date(2026, 1, 1), ends=day)
        for at, day in enumerate((date(2027, 2, 1), date(2027, 4, 1), date(2028, 4, 1)))
    )
    ahead, behind = last_day_of_any((past, far, near), TODAY), last_day_of_any((past,), TODAY)
    assert ahead is not None
    assert ahead.instrument == near.id
    assert behind is not None
    assert (behind.instrument, behind.days) == (past.id, -29)
    assert last_day_of_any((), TODAY) is None
