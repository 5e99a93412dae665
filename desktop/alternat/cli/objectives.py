"""Commands about objectives and their instruments: what is aimed at, by when, how far, and when to speak."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import OneOrTheOther, given
from alternat.cli.leads import lead_commands, leads_as_json, tell_leads
from alternat.cli.noun_commands import Beside, Says, Verbs, heading, noun_commands, one, told
from alternat.cli.outcome_telling import chosen_disclosure
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.states import ON, REASON, set_state, tell_state
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice, within
from alternat.clock import this_day
from alternat.errors import AlternatError
from alternat.language.messages import mark, message
from alternat.nouns.instruments import Binding, InstrumentStep
from alternat.nouns.kinds import KEYS
from alternat.nouns.objectives import INSTRUMENT, INSTRUMENT_STEP
from alternat.nouns.provisions import OBJECTIVE, ProvisionKind, ProvisionState

if TYPE_CHECKING:
    from alternat.language.messages import Message
    from alternat.models.tables import Tables
    from alternat.planning.objectives import InstrumentPlan, ObjectivePlan, StepPlan
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace

_KIND = ProvisionKind.OBJECTIVE
CODE = argument(
    "code",
    metavar="CODE",
    explains=message("The code or number of the objective, as “objective list” shows."),
)
_STATES = (ProvisionState.ACTIVE, ProvisionState.ACHIEVED, ProvisionState.DROPPED)
_NUMBER = argument(
    "number",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("The number of the instrument, which “instrument list” shows."),
)
_STEP = argument(
    "step",
    metavar="STEP",
    type=Choice(each.value for each in InstrumentStep),
    explains=message(
        "The step, such as signed or in-force; “instrument steps” shows those of an instrument."
    ),
)
_OF_SIDE = option(
    "--side",
    metavar="S",
    explains=message("The side that takes the step alone, such as CN for ratified."),
)


class BindingOrNone(AlternatError):
    """How a side sees an instrument was not said."""

    template = mark("Say with --as how the side sees it, or take that away with --none.")


@command("add", message("Add an objective behind those there are."))
@FILE
@options(OBJECTIVE, is_new=True)
@AS_JSON
def add(face: Face, file: str, *, as_json: bool, **typed: Any) -> Exit:
    """Add an objective."""
    from alternat.actions.objectives import add_objective

    with face.writing(file) as workspace:
        changes = add_objective(workspace, read(face, workspace.tables, OBJECTIVE, typed))
        keys = changes.inserted("provision")
        face.tell_done(changes, as_json=as_json, rows=_told(workspace.tables, *keys))
    return Exit.DONE


@command(
    "set", message("Change the due date, the names or the note of an objective; its original text is kept.")
)
@FILE
@CODE
@options(OBJECTIVE, is_new=False)
@AS_JSON
def change(face: Face, file: str, code: str, *, as_json: bool, **typed: Any) -> Exit:
    """Change an objective."""
    from alternat.actions.objectives import change_objective

    with face.writing(file) as workspace:
        key = _key(workspace, code)
        values = read(face, workspace.tables, OBJECTIVE, typed, row=workspace.tables.Provision.get_by_id(key))
        changes = change_objective(workspace, key, given(values, spellings(OBJECTIVE)))
        face.tell_done(changes, as_json=as_json, rows=_told(workspace.tables, key))
    return Exit.DONE


@command("remove", message("Remove an objective with its instruments; drop it where it was pursued once."))
@FILE
@CODE
@AS_JSON
def remove(face: Face, file: str, code: str, *, as_json: bool) -> Exit:
    """Remove an objective, and tell what goes with it."""
    from alternat.actions.removals import text_removal
    from alternat.actions.terms import remove_provision

    with face.writing(file) as workspace:
        tables, key = workspace.tables, _key(workspace, code)
        rows = _told(tables, key)
        along = text_removal(tables, tables.Provision, key)
        face.tell_done(remove_provision(workspace, key), as_json=as_json, along=along, rows=rows)
    return Exit.DONE


@command("list", message("List the objectives: how they stand, what is due, and until when to speak."))
@FILE
@AS_JSON
def list_(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the objectives with the terms of their instruments."""
    from alternat.planning.objectives import objectives

    with face.reading(file) as workspace:
        if as_json:
            face.tell_json(_told(workspace.tables))
            return Exit.DONE
        today = this_day()
        rows = [row for plan in objectives(workspace.tables) for row in _rows(face, plan, today)]
    headings = (
        message("Number"),
        message("Code"),
        message("Objective"),
        message("State"),
        heading(face, OBJECTIVE.field("due")),
        message("Days left"),
        message("Instrument"),
        message("Last step"),
        message("Speak by"),
        message("Days to speak"),
        message("Expires"),
    )
    face.tell_table(headings, rows)
    return Exit.DONE


@command("show", message("Show an objective: how it stands, who leads it, its instruments and their steps."))
@FILE
@CODE
@AS_JSON
def show(face: Face, file: str, code: str, *, as_json: bool) -> Exit:
    """Show one objective with all that hangs on it."""
    from alternat.planning.objectives import objectives

    with face.reading(file) as workspace:
        tables, key = workspace.tables, _key(workspace, code)
        if as_json:
            face.tell_json(_told(tables, key))
            return Exit.DONE
        plan = next(each for each in objectives(tables) if each.id == key)
        face.tell(message("{code}: {text}", code=plan.code, text=plan.text))
        tell_state(face, tables.Provision.get_by_id(key), tables)
        if plan.due:
            face.tell(message("Due on {day}", day=plan.due))
        tell_leads(face, plan.holders)
        for instrument in plan.instruments:
            face.tell()
            _tell_instrument(face, instrument)
        for note in plan.notes:
            face.tell()
            face.tell(message("{day}: {text}", day=note.day, text=note.text))
    return Exit.DONE


@command("state", message("Say that an objective has been achieved, is dropped, or is pursued again."))
@FILE
@CODE
@argument(
    "state",
    metavar="STATE",
    type=Choice(each.value for each in _STATES),
    explains=message("How it stands: active, achieved or dropped."),
)
@ON
@REASON
@AS_JSON
def state(
    face: Face, file: str, code: str, state: str, on: date | None, *, as_json: bool, **typed: Any
) -> Exit:
    """Set the state of an objective, and tell what stays with it."""
    with face.writing(file) as workspace:
        key = _key(workspace, code)
        told = partial(_told, workspace.tables, key)
        set_state(face, workspace, key, ProvisionState(state), on, typed, told, as_json=as_json)
    return Exit.DONE


@command("steps", message("Show the steps of an instrument: those it took, is to take, and can take."))
@FILE
@_NUMBER
@AS_JSON
def steps(face: Face, file: str, number: int, *, as_json: bool) -> Exit:
    """Show all steps that an instrument of its kind can take, and what is on record of them."""
    with face.reading(file) as workspace:
        plan = _instrument(workspace.tables, number)
        if as_json:
            face.tell_json(told(INSTRUMENT, workspace.tables, None, (number,), _BESIDE))
            return Exit.DONE
        sides = [row.code for row in workspace.tables.Side.select().order_by(workspace.tables.Side.number)]
    _tell_instrument(face, plan, sides)
    return Exit.DONE


@command("step", message("Plan a step of an instrument, or record that it was done."))
@FILE
@_NUMBER
@_STEP
@_OF_SIDE
@options(INSTRUMENT_STEP, is_new=False)
@AS_JSON
def step(
    face: Face, file: str, number: int, step: str, side: str | None, *, as_json: bool, **typed: Any
) -> Exit:
    """Plan or record a step; fields that are not given stay."""
    from alternat.actions.objectives import set_step

    with face.writing(file) as workspace:
        tables, taken = workspace.tables, InstrumentStep(step)
        values = read(face, tables, INSTRUMENT_STEP, typed, row=_standing_step(tables, number, taken, side))
        fields = given(values, spellings(INSTRUMENT_STEP))
        _tell(face, workspace, set_step(workspace, number, taken, fields, side), number, as_json=as_json)
    return Exit.DONE


@command("step-remove", message("Take a step of an instrument off the record, where that was a slip."))
@FILE
@_NUMBER
@_STEP
@_OF_SIDE
@AS_JSON
def step_remove(face: Face, file: str, number: int, step: str, side: str | None, *, as_json: bool) -> Exit:
    """Remove a step of an instrument."""
    from alternat.actions.objectives import remove_step

    with face.writing(file) as workspace:
        changes = remove_step(workspace, number, InstrumentStep(step), side)
        _tell(face, workspace, changes, number, as_json=as_json)
    return Exit.DONE


@command("binding", message("Say whether an instrument binds under international law, as a side sees it."))
@FILE
@_NUMBER
@option("--side", metavar="SIDE", required=True, explains=message("The code of one side, such as CA."))
@option(
    "--as",
    "view",
    metavar="WORD",
    type=Choice(each.value for each in Binding),
    explains=message("How that side sees it: unsaid, binding or not-binding."),
)
@option("--none", "is_none", is_flag=True, explains=message("Take the view of that side away."))
@AS_JSON
def binding(
    face: Face, file: str, number: int, side: str, view: str | None, *, is_none: bool, as_json: bool
) -> Exit:
    """Record how a side sees an instrument, or take that away."""
    from alternat.actions.objectives import set_binding

    if is_none and view:
        raise OneOrTheOther(one="--none", other="--as")
    if not is_none and view is None:
        raise BindingOrNone
    with face.writing(file) as workspace:
        changes = set_binding(workspace, number, side, None if view is None else Binding(view))
        _tell(face, workspace, changes, number, as_json=as_json)
    return Exit.DONE


def _verbs() -> Verbs:
    from alternat.actions.objectives import add_instrument, change_instrument, remove_instruments
    from alternat.actions.removals import taken_out

    def add(workspace: "Workspace", _: int, fields: Mapping[str, Any]) -> "Changes":
        return add_instrument(workspace, fields)

    def along(tables: "Tables", keys: Sequence[int]) -> "Sequence[Message]":
        return taken_out(tables, tables.Instrument, keys)

    return Verbs(add, one(change_instrument), remove_instruments, along, chosen_disclosure)


def _beside_instruments(tables: "Tables", _: int | None) -> Mapping[int, Mapping[str, Any]]:
    from alternat.planning.objectives import instruments

    return {plan.id: _term_as_json(plan) for plan in instruments(tables)}


def _term_as_json(plan: "InstrumentPlan") -> dict[str, Any]:
    from alternat.planning.instrument_terms import days_left, expires_on, last_day_to_speak

    today = this_day()
    ends, speak = expires_on(plan.term, today), last_day_to_speak(plan.term, today)
    return {
        "is_over": plan.is_over,
        "expires_on": ends and ends.isoformat(),
        "last_day_to_speak": speak and speak.isoformat(),
        "days_to_speak": days_left(plan.term, today),
        "binding": {side: each.value for side, each in plan.binding.items()},
        "steps": [
            {
                "step": each.step.value,
                "side": each.side or None,
                "planned": each.planned and each.planned.isoformat(),
                "done_on": each.done_on and each.done_on.isoformat(),
                "place": each.place.as_mapping(),
                "document": each.document,
            }
            for each in plan.steps
        ],
    }


def _cells(face: Face, tables: "Tables", _: int | None) -> Mapping[int, Sequence[object]]:
    from alternat.planning.objectives import instruments

    today = this_day()
    return {plan.id: _term_cells(face, plan, today) for plan in instruments(tables)}


def _term_cells(face: Face, plan: "InstrumentPlan", today: date) -> tuple[object, ...]:
    """Return the last step of an instrument, the last day to speak, the days left to it, and its expiry."""
    from alternat.planning.instrument_terms import days_left, expires_on, last_day_to_speak
    from alternat.planning.instruments import step_words

    last = plan.last_step
    done = face.say(step_words(plan.kind, last.step)) if last else ""
    if plan.is_over:
        return (done, "", None, "")
    term = plan.term
    speak, ends = last_day_to_speak(term, today), expires_on(term, today)
    return (done, face.show(speak or ""), days_left(term, today), face.show(ends or ""))


_BESIDE = Beside(
    _beside_instruments,
    (message("Last step"), message("Speak by"), message("Days to speak"), message("Expires")),
    _cells,
)


def _rows(face: Face, plan: "ObjectivePlan", today: date) -> Iterator[tuple[object, ...]]:
    """Yield the lines of an objective: one for each instrument, the first with what is its own."""
    from alternat.planning.provision_states import PROVISION_STATES

    left = (plan.due - today).days if plan.due and plan.is_open else None
    own = (
        plan.number,
        plan.code,
        face.read(plan.name),
        face.say(PROVISION_STATES[_KIND][plan.state]),
        face.show(plan.due or ""),
        left,
    )
    if not plan.instruments:
        yield (*own, "", "", "", None, "")
    for number, each in enumerate(plan.instruments):
        mine = own if number == 0 else (None, "", "", "", "", None)
        yield (*mine, face.read(each.title), *_term_cells(face, each, today))


def _tell_instrument(face: Face, plan: "InstrumentPlan", sides: Sequence[str] = ()) -> None:
    """Write what an instrument is and its steps; with sides also those that are not on record."""
    from alternat.planning.instruments import BINDING_WORDS, KIND_WORDS, ONE_SIDED, step_words, steps_of

    face.tell(
        message("{number} {kind}: {title}", number=plan.id, kind=KIND_WORDS[plan.kind], title=plan.title)
    )
    for side, view in plan.binding.items():
        face.tell(message("{side}: {name}", side=side, name=BINDING_WORDS[view]))
    order = list(InstrumentStep)
    lines: dict[tuple[InstrumentStep, str], StepPlan | None] = {
        (each.step, each.side): each for each in plan.steps
    }
    for step in steps_of(plan.kind) if sides else ():
        takers = [side for side in sides if step in steps_of(plan.kind, side)] if step in ONE_SIDED else [""]
        for side in takers:
            lines.setdefault((step, side), None)
    rows = [
        (
            step.value,
            face.say(step_words(plan.kind, step)),
            side,
            face.show((row and row.planned) or ""),
            face.show((row and row.done_on) or ""),
            face.read(row.place) if row else "",
        )
        for (step, side), row in sorted(lines.items(), key=lambda line: (order.index(line[0][0]), line[0][1]))
    ]
    if rows:
        headings: tuple[Message | str, ...] = (
            message("Step"),
            message("In words"),
            message("Side"),
            *(heading(face, INSTRUMENT_STEP.field(name)) for name in ("planned", "done_on", "place")),
        )
        face.tell_table(headings, rows)


def _instrument(tables: "Tables", number: int) -> "InstrumentPlan":
    from alternat.planning.objectives import instruments
    from alternat.planning.rows import require

    require(tables, INSTRUMENT, (number,))
    return next(each for each in instruments(tables) if each.id == number)


def _standing_step(tables: "Tables", number: int, step: InstrumentStep, side: str | None) -> Any:
    from alternat.actions.meetings import side_id

    owner = None if side is None else side_id(tables, side)
    table = tables.InstrumentStep
    rows = table.select().where((table.instrument == number) & (table.step == step))
    return next((row for row in rows if row.side_id == owner), None)


def _tell(face: Face, workspace: "Workspace", changes: "Changes", number: int, *, as_json: bool) -> None:
    rows = told(INSTRUMENT, workspace.tables, None, (number,), _BESIDE) if as_json else []
    face.tell_done(changes, as_json=as_json, rows=rows)


def _key(workspace: "Workspace", code: str) -> int:
    from alternat.planning.provision_states import provision_id

    return provision_id(workspace.tables, _KIND, code)


def _told(tables: "Tables", *keys: int) -> list[dict[str, Any]]:
    """Return objectives for JSON: all, or those named."""
    from alternat.planning.objectives import objectives

    wanted = keys or [plan.id for plan in objectives(tables)]
    return told(OBJECTIVE, tables, None, wanted, Beside(_beside))


def _beside(tables: "Tables", _: int | None) -> Mapping[int, Mapping[str, Any]]:
    from alternat.planning.objectives import objectives

    codes = {row.id: row.code for row in tables.Outcome.select(tables.Outcome.id, tables.Outcome.code)}
    plans, today = objectives(tables), this_day()
    aimed = told(INSTRUMENT, tables, None, None, _BESIDE)
    return {
        plan.id: {
            "code": plan.code,
            "number": plan.number,
            "days_left": (plan.due - today).days if plan.due and plan.is_open else None,
            "leads": leads_as_json(tables, plan.id),
            "instruments": [each for each in aimed if each["objective"] == plan.code],
            "outcomes": [codes[each] for each in plan.outcomes],
            "guidance": list(plan.guidance),
        }
        for plan in plans
    }


_SAYS = Says(
    row=message("The number of the instrument, which “instrument list” shows."),
    add=message("Add an instrument at which an objective aims."),
    set=message("Change an instrument: its kind, its term, its notice, and whether it may be shown."),
    remove=message("Remove an instrument with its steps and with how the sides see it."),
    list=message("List the instruments, the last day to say something and when they expire."),
)
_COLUMNS = ("objective", "kind", "title", "in_force")

COMMANDS = (
    Group(
        "objective",
        (add, change, remove, list_, show, state, *lead_commands(_KIND, CODE)),
        message("Keep objectives with their due dates, the officials who lead them, and how they stand."),
    ),
    Group(
        "instrument",
        (
            *noun_commands(INSTRUMENT, _verbs, _SAYS, beside=_BESIDE, columns=_COLUMNS, of_meeting=False),
            *(steps, step, step_remove, binding),
        ),
        message("Keep the instruments at which objectives aim, their steps, and until when to speak."),
    ),
)
