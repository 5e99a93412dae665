"""Objectives and their instruments: terms, steps in their order, and the one day from which one runs."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.actions.disclosures import ConsentBeforeAsked
from alternat.actions.fields import Needed, OutOfRange, UnknownField
from alternat.actions.objectives import (
    KindWithoutSteps,
    NoSuchStep,
    NotAnObjective,
    PrevailsNotAuthentic,
    ReplacedInCircle,
    StepOfBoth,
    StepSaysNothing,
    StepsOutOfOrder,
    add_instrument,
    add_objective,
    change_instrument,
    change_objective,
    remove_instruments,
    remove_step,
    set_binding,
    set_step,
)
from alternat.actions.removals import taken_out
from alternat.actions.terms import move_provision
from alternat.language.label import Label
from alternat.nouns.instruments import Binding, Extension, InstrumentKind, InstrumentStep
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.instrument_terms import (
    NoticeLongerThanTerm,
    NoticeTwice,
    TermEndsBeforeItBegins,
    expires_on,
    last_day_to_speak,
)
from alternat.planning.instruments import StepNotOfInstrument, StepNotOfSide, StepWantsSide, must_precede
from alternat.planning.objectives import InstrumentPlan, instruments, objectives
from alternat.planning.rows import UnknownRow
from alternat.storage.workspace import Workspace

SIGNED = date(2027, 6, 17)
DAY = timedelta(1)
K, S = InstrumentKind, InstrumentStep
TITLE = Label("Memorandum", "Protocole d’entente", "谅解备忘录")


@pytest.fixture
def both(any_workspace: Workspace) -> Workspace:
    """The dialogue of the template, on either engine."""
    create_dialogue(any_workspace, "canada-china")
    return any_workspace


def provision(workspace: Workspace, kind: ProvisionKind = ProvisionKind.OBJECTIVE) -> int:
    table = workspace.tables.Provision
    return int(table.select().where(table.kind == kind).order_by(table.number).first().id)


def instrument(workspace: Workspace, **fields: Any) -> int:
    values = {"objective": provision(workspace), "kind": K.TREATY, "title": TITLE, **fields}
    return add_instrument(workspace, values).inserted("instrument")[0]


def plan(workspace: Workspace, key: int) -> InstrumentPlan:
    return next(each for each in instruments(workspace.tables) if each.id == key)


def done(workspace: Workspace, key: int) -> list[tuple[str, str, date | None]]:
    return [(each.step.value, each.side, each.done_on) for each in plan(workspace, key).steps]


def test_a_new_objective_follows_the_five_and_stays_behind_them(both: Workspace) -> None:
    (key,) = add_objective(both, {"text": Label("A sixth"), "due": SIGNED}).inserted("provision")
    move_provision(both, key, 1)
    plans = objectives(both.tables)
    assert [each.id for each in plans][-1] == key
    assert (plans[-1].number, plans[-1].due) == (6, SIGNED)
    change_objective(both, key, {"due": None, "short": Label("Sixth")})
    assert objectives(both.tables)[-1].due is None
    assert objectives(both.tables)[-1].name == Label("Sixth")
    both.undo()
    assert objectives(both.tables)[-1].due == SIGNED


def test_only_an_objective_has_a_due_date_and_an_instrument(both: Workspace) -> None:
    topic = provision(both, ProvisionKind.TOPIC)
    with pytest.raises(NotAnObjective):
        change_objective(both, topic, {"due": SIGNED})
    with pytest.raises(NotAnObjective):
        instrument(both, objective=topic)
    with pytest.raises(NotAnObjective):
        instrument(both, objective=999)
    key = instrument(both)
    with pytest.raises(NotAnObjective):
        change_instrument(both, key, {"objective": topic})


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"title": Label()}, Needed),
        ({"months": 0}, OutOfRange),
        ({"notice_months": 3, "notice_days": 90}, NoticeTwice),
        ({"in_force": SIGNED, "ends": SIGNED - DAY}, TermEndsBeforeItBegins),
        ({"in_force": SIGNED, "months": 1, "notice_months": 2}, NoticeLongerThanTerm),
        ({"authentic": ("en", "zh"), "prevails": "fr"}, PrevailsNotAuthentic),
        ({"consent_asked": SIGNED, "consent_given": SIGNED - DAY}, ConsentBeforeAsked),
        ({"replaced_by": 999}, UnknownRow),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    both: Workspace, fields: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        instrument(both, **fields)
    assert instruments(both.tables) == ()
    if "title" not in fields:
        key = instrument(both)
        with pytest.raises(error):
            change_instrument(both, key, fields)
        assert plan(both, key).steps == ()


def test_what_may_just_be_is_taken(both: Workspace) -> None:
    one = instrument(both, in_force=SIGNED, ends=SIGNED, authentic=("en", "zh"), prevails="zh")
    two = instrument(both, consent_asked=SIGNED, consent_given=SIGNED, prevails="fr", replaced_by=one)
    assert plan(both, two).replaced_by == one
    assert plan(both, two).is_over
    assert not plan(both, one).is_over


def test_no_instrument_replaces_itself_by_a_roundabout_way(both: Workspace) -> None:
    one = instrument(both)
    two = instrument(both, replaced_by=one)
    three = instrument(both, replaced_by=two)
    for key, by in ((one, one), (one, two), (one, three), (two, three)):
        with pytest.raises(ReplacedInCircle):
            change_instrument(both, key, {"replaced_by": by})
    assert len(taken_out(both.tables, both.tables.Instrument, [one])) == 1
    remove_instruments(both, [one])
    assert plan(both, two).replaced_by is None


def test_the_running_step_and_the_day_in_force_are_one(both: Workspace) -> None:
    key = instrument(both, months=12, notice_days=60)
    set_step(both, key, S.IN_FORCE, {"done_on": SIGNED})
    assert plan(both, key).in_force == SIGNED
    assert expires_on(plan(both, key).term) == date(2028, 6, 16)
    assert last_day_to_speak(plan(both, key).term) == date(2028, 6, 16) - timedelta(60)
    change_instrument(both, key, {"in_force": SIGNED + DAY})
    assert done(both, key) == [("in-force", "", SIGNED + DAY)]
    set_step(both, key, S.IN_FORCE, {"done_on": None, "planned": SIGNED})
    assert plan(both, key).in_force is None
    change_instrument(both, key, {"in_force": SIGNED})
    change_instrument(both, key, {"in_force": None})
    assert done(both, key) == [("in-force", "", None)]
    change_instrument(both, key, {"in_force": SIGNED})
    remove_step(both, key, S.IN_FORCE)
    assert (plan(both, key).in_force, plan(both, key).steps) == (None, ())
    both.undo()
    assert (plan(both, key).in_force, done(both, key)) == (SIGNED, [("in-force", "", SIGNED)])
    other = instrument(both, kind=K.MEMORANDUM, in_force=SIGNED)
    assert done(both, other) == [("takes-effect", "", SIGNED)]
    change_instrument(both, other, {"in_force": None})
    assert done(both, other) == []


def test_a_running_step_is_held_to_the_term(both: Workspace) -> None:
    key = instrument(both, ends=SIGNED)
    with pytest.raises(TermEndsBeforeItBegins):
        set_step(both, key, S.IN_FORCE, {"done_on": SIGNED + DAY})
    set_step(both, key, S.IN_FORCE, {"done_on": SIGNED})
    with pytest.raises(StepOfBoth):
        set_step(both, key, S.IN_FORCE, {"done_on": SIGNED}, side="CA")


def test_a_kind_keeps_its_steps_and_the_running_one_changes_its_name(both: Workspace) -> None:
    key = instrument(both, in_force=SIGNED)
    change_instrument(both, key, {"kind": K.MEMORANDUM})
    assert done(both, key) == [("takes-effect", "", SIGNED)]
    change_instrument(both, key, {"kind": K.AGREEMENT})
    set_step(both, key, S.RATIFIED, {"done_on": SIGNED}, side="CN")
    with pytest.raises(KindWithoutSteps):
        change_instrument(both, key, {"kind": K.PILOT})
    assert plan(both, key).kind is K.AGREEMENT


def test_a_step_is_one_of_the_kind_and_of_the_side(both: Workspace) -> None:
    treaty, memorandum = instrument(both), instrument(both, kind=K.MEMORANDUM)
    with pytest.raises(StepNotOfInstrument):
        set_step(both, memorandum, S.RATIFIED, {"done_on": SIGNED}, side="CN")
    with pytest.raises(StepWantsSide):
        set_step(both, treaty, S.TABLED, {"done_on": SIGNED})
    with pytest.raises(StepNotOfSide):
        set_step(both, treaty, S.TABLED, {"done_on": SIGNED}, side="CN")
    with pytest.raises(StepSaysNothing):
        set_step(both, treaty, S.SIGNED, {"place": Label("Ottawa")})
    with pytest.raises(UnknownField):
        set_step(both, treaty, S.SIGNED, {"done_on": SIGNED, "step": S.INITIALLED})
    assert plan(both, treaty).steps == plan(both, memorandum).steps == ()


def test_a_step_is_planned_then_done_and_each_side_has_its_own(both: Workspace) -> None:
    key = instrument(both)
    set_step(both, key, S.SIGNED, {"planned": SIGNED, "place": Label("Ottawa")})
    set_step(both, key, S.SIGNED, {"done_on": SIGNED + DAY})
    (step,) = plan(both, key).steps
    assert (step.planned, step.done_on, step.place) == (SIGNED, SIGNED + DAY, Label("Ottawa"))
    set_step(both, key, S.CONSENTED, {"done_on": SIGNED + 3 * DAY}, side="CA")
    set_step(both, key, S.RATIFIED, {"done_on": SIGNED + 2 * DAY}, side="CN")
    last = plan(both, key).last_step
    assert last is not None
    assert (last.step, last.side) == (S.CONSENTED, "CA")
    with pytest.raises(NoSuchStep):
        remove_step(both, key, S.INITIALLED)
    with pytest.raises(NoSuchStep):
        remove_step(both, key, S.TABLED, side="CA")
    remove_step(both, key, S.RATIFIED, side="CN")
    assert [each.step for each in plan(both, key).steps] == [S.SIGNED, S.CONSENTED]


@pytest.mark.parametrize(
    ("step", "side"), [(S.CONSENTED, "CA"), (S.RATIFIED, "CN"), (S.IN_FORCE, None), (S.ENDED, None)]
)
def test_what_follows_the_signing_is_not_done_before_it(
    both: Workspace, step: InstrumentStep, side: str | None
) -> None:
    key = instrument(both)
    set_step(both, key, S.SIGNED, {"done_on": SIGNED})
    with pytest.raises(StepsOutOfOrder):
        set_step(both, key, step, {"done_on": SIGNED - DAY}, side=side)
    set_step(both, key, step, {"done_on": SIGNED}, side=side)
    with pytest.raises(StepsOutOfOrder):
        set_step(both, key, S.SIGNED, {"done_on": SIGNED + DAY})
    assert len(plan(both, key).steps) == 2


def test_the_day_in_force_is_held_to_the_order_of_steps_too(both: Workspace) -> None:
    key = instrument(both)
    set_step(both, key, S.SIGNED, {"done_on": SIGNED})
    with pytest.raises(StepsOutOfOrder):
        change_instrument(both, key, {"in_force": SIGNED - DAY})
    change_instrument(both, key, {"in_force": SIGNED})
    assert plan(both, key).in_force == SIGNED


def test_the_sides_go_their_own_ways(both: Workspace) -> None:
    key = instrument(both)
    set_step(both, key, S.TABLED, {"done_on": SIGNED}, side="CA")
    set_step(both, key, S.RATIFIED, {"done_on": SIGNED - DAY}, side="CN")
    with pytest.raises(StepsOutOfOrder):
        set_step(both, key, S.CONSENTED, {"done_on": SIGNED - DAY}, side="CA")
    set_step(both, key, S.IN_FORCE, {"done_on": SIGNED})
    with pytest.raises(StepsOutOfOrder):
        set_step(both, key, S.CONSENTED, {"done_on": SIGNED + DAY}, side="CA")


@pytest.mark.parametrize(
    ("earlier", "later", "is_so"),
    [
        (S.DISCUSSIONS, S.POLICY_APPROVED, False),
        (S.POLICY_APPROVED, S.TEXT_AGREED, False),
        (S.POLICY_APPROVED, S.SIGNED, True),
        (S.POLICY_APPROVED, S.IN_FORCE, True),
        (S.SIGNED, S.FILED, True),
        (S.TABLED, S.FILED, False),
        (S.FILED, S.IN_FORCE, False),
        (S.RATIFIED, S.APPROVED, False),
        (S.NOTES_EXCHANGED, S.IN_FORCE, True),
        (S.IN_FORCE, S.NOTES_EXCHANGED, False),
        (S.ENDED, S.REPLACED, False),
        (S.IN_FORCE, S.ENDED, True),
        (S.SIGNED, S.TAKES_EFFECT, False),
    ],
)
def test_steps_that_come_when_they_come_have_no_order(
    earlier: InstrumentStep, later: InstrumentStep, *, is_so: bool
) -> None:
    assert must_precede(K.TREATY, earlier, later) is is_so


def test_each_side_says_whether_it_binds(both: Workspace) -> None:
    key = instrument(both, extension=Extension.BY_NOTES)
    set_binding(both, key, "CA", Binding.NOT_BINDING)
    set_binding(both, key, "CN", Binding.BINDING)
    set_binding(both, key, "CA", Binding.BINDING)
    assert plan(both, key).binding == {"CA": Binding.BINDING, "CN": Binding.BINDING}
    set_binding(both, key, "CN", None)
    assert plan(both, key).binding == {"CA": Binding.BINDING}
    assert not set_binding(both, key, "CN", None)
    both.undo()
    assert len(plan(both, key).binding) == 2
    with pytest.raises(UnknownRow):
        set_binding(both, key, "FR", Binding.BINDING)


def test_unknown_instruments_are_told_by_their_number(both: Workspace) -> None:
    acts: tuple[Callable[[], object], ...] = (
        partial(change_instrument, both, 999, {"months": 12}),
        partial(remove_instruments, both, [999]),
        partial(set_binding, both, 999, "CA", Binding.BINDING),
        partial(set_step, both, 999, S.SIGNED, {"done_on": SIGNED}),
        partial(remove_step, both, 999, S.SIGNED),
    )
    for act in acts:
        with pytest.raises(UnknownRow, match="999"):
            act()
