"""Verbs about objectives and the instruments at which they aim: what these are, how sides see them, steps.

The day from which an instrument runs is one fact in two places: `Instrument.in_force`, and the day of its
step “in force” or “takes effect”. Every verb here that writes the one writes the other, in the same step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.actions.disclosures import refuse_early_consent
from alternat.actions.existing import codes_of
from alternat.actions.fields import Fields, checked, refuse_locked
from alternat.actions.meetings import side_id
from alternat.actions.terms import add_provision, change_provision
from alternat.actions.text_rows import forget_texts, with_outdated
from alternat.actions.verbs import verb
from alternat.clock import this_day
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import counted, mark, message, offered, series
from alternat.models.tables import Tables
from alternat.nouns.instruments import Binding, InstrumentKind, InstrumentStep
from alternat.nouns.objectives import INSTRUMENT, INSTRUMENT_STEP
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.days_to_come import is_to_come
from alternat.planning.instrument_terms import require_term
from alternat.planning.instruments import (
    KIND_WORDS,
    RUNNING,
    must_precede,
    require_step,
    require_step_of_side,
    running_step,
    step_words,
    steps_of,
)
from alternat.planning.objectives import term_of
from alternat.planning.rows import require
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace


class NotAnObjective(AlternatError):
    """Only an objective aims at an instrument and has a due date."""

    template = mark("“{text}” is not one of the objectives. They are: {choices}.")


class PrevailsNotAuthentic(AlternatError):
    """A text would prevail that is none of the authentic ones."""

    template = mark("The text that prevails has to be one of the authentic ones. They are: {choices}.")


class ReplacedInCircle(AlternatError):
    """An instrument would be replaced by itself, or by one that it replaces."""

    template = mark("“{title}” cannot be replaced by “{other}”, which is itself or was replaced by it.")


class KindWithoutSteps(AlternatError):
    """An instrument has steps that the kind it is to be does not have."""

    template = mark(
        "“{title}” has steps that are none of this kind ({kind}): {steps}. Remove them first, "
        "or keep the kind."
    )


class StepSaysNothing(AlternatError):
    """A step would be neither planned nor done."""

    template = mark(
        "Say for which day the step “{step}” is planned or on which day it was done, or remove it."
    )


class StepOfBoth(AlternatError):
    """A side is named for a step that an instrument takes once."""

    template = mark(
        "An instrument runs from one day for both sides. Leave the side out of the step “{step}”."
    )


class StepsOutOfOrder(AlternatError):
    """A step would have been done before one that comes before it."""

    template = mark(
        "“{title}”: the step “{later}” would be of {day}, before the step “{earlier}” of {before}. "
        "Correct one of the two days."
    )


class StepStillToCome(AlternatError):
    """A step would have been taken on a day that has not come yet."""

    template = mark(
        "“{title}”: the step “{step}” cannot have been done on {day}, which has not come yet: today is "
        "{today}. Plan it for that day instead."
    )


class NoSuchStep(AlternatError):
    """A step that is to be removed is not on record."""

    template = mark("“{title}” has no step “{step}” on record. On record are: {choices}.")


@verb
def add_objective(workspace: Workspace, fields: Fields) -> Changes:
    """Add an objective behind those there are: its text, and its short name, note and due date."""
    values = dict(fields)
    return add_provision(workspace, ProvisionKind.OBJECTIVE, values.pop("text", Label()), values)


@verb
def change_objective(workspace: Workspace, objective: int, fields: Fields) -> Changes:
    """Change the due date, the names or the note of an objective; its original text stays beside it."""
    require_objective(workspace.tables, objective)
    return change_provision(workspace, objective, fields)


@verb
def add_instrument(workspace: Workspace, fields: Fields, *, today: date | None = None) -> Changes:
    """Add an instrument at which an objective aims; the day it runs from is its running step as well."""
    tables = workspace.tables
    _refuse_force_to_come(fields.get("kind"), fields.get("title"), fields.get("in_force"), today)
    values = checked(tables.Instrument, fields, is_new=True, today=today)
    _check(tables, values, None)
    with workspace.change(message("Add the instrument “{title}”", title=values["title"])) as change:
        (key,) = change.insert(tables.Instrument, [values])
        if (day := values.get("in_force")) is not None:
            step = {"instrument": key, "step": running_step(values["kind"]), "done_on": day}
            change.insert(tables.InstrumentStep, [step])
    return change.result


@verb
def change_instrument(
    workspace: Workspace, instrument: int, fields: Fields, *, today: date | None = None
) -> Changes:
    """Change an instrument; a new kind keeps its steps, and its running step takes the name of the kind."""
    tables = workspace.tables
    require(tables, INSTRUMENT, (instrument,))
    row = tables.Instrument.get_by_id(instrument)
    _refuse_force_to_come(row.kind, row.title, fields.get("in_force"), today)
    values = checked(tables.Instrument, fields, today=today)
    refuse_locked(INSTRUMENT, fields)
    standing = _standing(row) | values
    _check(tables, standing, row)
    steps = _steps(tables, instrument)
    kind = standing["kind"]
    _refuse_steps_of_other_kind(row.title, kind, steps)
    days = [_Done(each.step, each.side_id, each.done_on) for each in steps if each.step not in RUNNING]
    _refuse_disorder(row.title, kind, [*days, _Done(running_step(kind), None, standing["in_force"])])
    label = message("Change the instrument “{title}”", title=row.title)
    label = with_outdated(label, tables, "instrument", {instrument: values})
    with workspace.change(label) as change:
        change.update(tables.Instrument, {instrument: values})
        _follow_in_force(change, tables, instrument, kind, standing["in_force"], steps)
    return change.result


@verb
def remove_instruments(workspace: Workspace, ids: Sequence[int]) -> Changes:
    """Remove instruments with their steps and with how the sides see them."""
    keys = require(workspace.tables, INSTRUMENT, ids)
    label = counted("Remove {count} instrument", "Remove {count} instruments", len(keys))
    with workspace.change(label) as change:
        forget_texts(change, workspace.tables, "instrument", keys)
        change.delete(workspace.tables.Instrument, keys)
    return change.result


@verb
def set_binding(workspace: Workspace, instrument: int, side: str, binding: Binding | None) -> Changes:
    """Record whether an instrument binds as a side sees it; None takes that away."""
    tables = workspace.tables
    require(tables, INSTRUMENT, (instrument,))
    title = tables.Instrument.get_by_id(instrument).title
    owner = tables.Side.get_by_id(side_id(tables, side))
    table: Any = tables.InstrumentSide
    known = table.get_or_none((table.instrument == instrument) & (table.side == owner.id))
    values = {} if binding is None else checked(table, {"binding": binding})
    label = message("Record how the {side} sees “{title}”", side=owner.side_name, title=title)
    with workspace.change(label) as change:
        if known is not None and binding is None:
            change.delete(table, [known.id])
        elif known is not None:
            change.update(table, {known.id: values})
        elif binding is not None:
            change.insert(table, [{**values, "instrument": instrument, "side": owner.id}])
    return change.result


@verb
def set_step(
    workspace: Workspace,
    instrument: int,
    step: InstrumentStep,
    fields: Fields,
    side: str | None = None,
    *,
    today: date | None = None,
) -> Changes:
    """Plan or record a step of an instrument, of one side where that takes it alone.

    The fields that are given replace what stood.
    """
    tables = workspace.tables
    require(tables, INSTRUMENT, (instrument,))
    row = tables.Instrument.get_by_id(instrument)
    owner, known = _found_step(tables, row, step, side)
    refuse_locked(INSTRUMENT_STEP, fields)
    _refuse_to_come(row.kind, row.title, step, fields.get("done_on"), today)
    values = checked(tables.InstrumentStep, fields, today=today)
    said = {name: getattr(known, name, None) for name in ("planned", "done_on")} | values
    if said["planned"] is None and said["done_on"] is None:
        raise StepSaysNothing(step=step_words(row.kind, step))
    others = [each for each in _steps(tables, instrument) if known is None or each.id != known.id]
    days = [_Done(each.step, each.side_id, each.done_on) for each in others]
    _refuse_disorder(row.title, row.kind, [*days, _Done(step, owner, said["done_on"])])
    if step in RUNNING:
        _require_term({**_standing(row), "in_force": said["done_on"]})
    words = step_words(row.kind, step)
    label = message("Record the step “{step}” of “{title}”", step=words, title=row.title)
    with workspace.change(label) as change:
        if known is not None:
            change.update(tables.InstrumentStep, {known.id: values})
        else:
            new = {**values, "instrument": instrument, "step": step, "side": owner}
            change.insert(tables.InstrumentStep, [new])
        if step in RUNNING and said["done_on"] != row.in_force:
            change.update(tables.Instrument, {instrument: {"in_force": said["done_on"]}})
    return change.result


@verb
def remove_step(
    workspace: Workspace, instrument: int, step: InstrumentStep, side: str | None = None
) -> Changes:
    """Take a step of an instrument off the record; without its running step it is not in force."""
    tables = workspace.tables
    require(tables, INSTRUMENT, (instrument,))
    row = tables.Instrument.get_by_id(instrument)
    _, known = _found_step(tables, row, step, side)
    words = step_words(row.kind, step)
    if known is None:
        there = dict.fromkeys(each.step.value for each in _steps(tables, instrument))
        raise NoSuchStep(title=row.title, step=words, choices=offered(there))
    label = message("Remove the step “{step}” of “{title}”", step=words, title=row.title)
    with workspace.change(label) as change:
        change.delete(tables.InstrumentStep, [known.id])
        if step in RUNNING and row.in_force is not None:
            change.update(tables.Instrument, {instrument: {"in_force": None}})
    return change.result


def _refuse_to_come(
    kind: InstrumentKind, title: Label, step: InstrumentStep, day: object, today: date | None
) -> None:
    """Refuse a step that would have been taken on a day that has not come yet; it is planned for that."""
    now = today or this_day()
    if is_to_come(INSTRUMENT_STEP.by_name["done_on"], day, now):
        raise StepStillToCome(title=title, step=step_words(kind, step), day=day, today=now)


def _refuse_force_to_come(kind: object, title: object, day: object, today: date | None) -> None:
    if isinstance(kind, InstrumentKind) and isinstance(title, Label):
        _refuse_to_come(kind, title, running_step(kind), day, today)


def require_objective(tables: Tables, provision: int) -> Any:
    """Return the row of an objective; else a `NotAnObjective` that offers them."""
    row = tables.Provision.get_or_none(tables.Provision.id == provision)
    if row is None or row.kind is not ProvisionKind.OBJECTIVE:
        choices = codes_of(tables, (ProvisionKind.OBJECTIVE,))
        raise NotAnObjective(text=row.text if row else str(provision), choices=choices)
    return row


@dataclass(frozen=True, slots=True)
class _Done:
    """A step with the side that took it, and its day; None where it is not done."""

    step: InstrumentStep
    side: int | None
    day: date | None


def _standing(row: Any) -> dict[str, Any]:
    """Return what an instrument holds of the fields between which there are rules."""
    names = ("kind", "title", "authentic", "prevails", "in_force", "months", "ends", "extension")
    more = ("notice_months", "notice_days", "consent_asked", "consent_given")
    held = {name: getattr(row, name) for name in (*names, *more)}
    return {**held, "objective": row.objective_id, "replaced_by": row.replaced_by_id}


def _check(tables: Tables, values: Mapping[str, Any], row: Any) -> None:
    """Refuse what cannot stand in an instrument; `row` is what stands, None for a new one."""
    require_objective(tables, values["objective"])
    authentic, prevails = values.get("authentic") or (), values.get("prevails")
    if authentic and prevails and prevails not in authentic:
        raise PrevailsNotAuthentic(choices=series(authentic))
    _require_term(values)
    refuse_early_consent(values)
    replaced_by = values.get("replaced_by")
    if replaced_by is None:
        return
    require(tables, INSTRUMENT, (replaced_by,))
    table = tables.Instrument
    following = {each.id: each.replaced_by_id for each in table.select(table.id, table.replaced_by)}
    each, passed = replaced_by, set()
    while row is not None and each is not None and each not in passed:
        if each == row.id:
            raise ReplacedInCircle(title=row.title, other=table.get_by_id(replaced_by).title)
        passed.add(each)
        each = following.get(each)


def _require_term(values: Mapping[str, Any]) -> None:
    require_term(
        term_of(
            values.get("in_force"),
            values.get("months"),
            values.get("ends"),
            values.get("extension") or "",
            values.get("notice_months"),
            values.get("notice_days"),
        )
    )


def _steps(tables: Tables, instrument: int) -> list[Any]:
    table = tables.InstrumentStep
    return list(table.select().where(table.instrument == instrument).order_by(table.id))


def _found_step(tables: Tables, row: Any, step: InstrumentStep, side: str | None) -> tuple[int | None, Any]:
    """Return the side of a step and its row if there is one; refuse what the instrument cannot take."""
    owner = None if side is None else tables.Side.get_by_id(side_id(tables, side))
    require_step(row.kind, step)
    if step in RUNNING and owner is not None:
        raise StepOfBoth(step=step_words(row.kind, step))
    require_step_of_side(row.kind, step, None if owner is None else owner.code)
    key = None if owner is None else owner.id
    same = (each for each in _steps(tables, row.id) if each.step is step and each.side_id == key)
    return key, next(same, None)


def _refuse_steps_of_other_kind(title: Label, kind: InstrumentKind, steps: Sequence[Any]) -> None:
    """Refuse a kind that does not have the steps on record; the running step changes its name with it."""
    known = {*steps_of(kind), *RUNNING}
    if strange := [each.step.value for each in steps if each.step not in known]:
        raise KindWithoutSteps(title=title, kind=KIND_WORDS[kind], steps=series(dict.fromkeys(strange)))


def _refuse_disorder(title: Label, kind: InstrumentKind, steps: Sequence[_Done]) -> None:
    """Refuse days of done steps that are not in their order, as far as they are of one side or of both."""
    for first in steps:
        for then in steps:
            is_comparable = first.side == then.side or first.side is None or then.side is None
            if first.day is None or then.day is None or not is_comparable or then.day >= first.day:
                continue
            if must_precede(kind, first.step, then.step):
                raise StepsOutOfOrder(
                    title=title,
                    earlier=step_words(kind, first.step),
                    before=first.day,
                    later=step_words(kind, then.step),
                    day=then.day,
                )


def _follow_in_force(
    change: Change,
    tables: Tables,
    instrument: int,
    kind: InstrumentKind,
    day: date | None,
    steps: Sequence[Any],
) -> None:
    """Let the running step of an instrument say the day from which that runs."""
    table, step = tables.InstrumentStep, running_step(kind)
    known = next((each for each in steps if each.step in RUNNING), None)
    if known is None:
        if day is not None:
            change.insert(table, [{"instrument": instrument, "step": step, "done_on": day}])
    elif day is None and known.planned is None:
        change.delete(table, [known.id])
    else:
        change.update(table, {known.id: {"step": step, "done_on": day}})
