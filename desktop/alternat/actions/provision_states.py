"""The verb that closes, merges, achieves, drops or takes up again a topic, a dialogue or an objective."""

from datetime import date
from typing import Any

from alternat.actions.fields import Needed, checked
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message, offered, series
from alternat.models.tables import Tables
from alternat.nouns.provisions import PROVISION, ProvisionState
from alternat.planning.provision_states import PROVISION_STATES
from alternat.planning.rows import require
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


class NoStates(AlternatError):
    """A text of this kind is there or not, and has no states."""

    template = mark(
        "“{text}” is neither a topic nor an existing dialogue nor an objective, and has no states."
    )


class StateNotOfKind(AlternatError):
    """A text of this kind has no such state."""

    template = mark("“{text}” cannot be “{state}”. Its states are: {choices}.")


class MergedIntoWhat(AlternatError):
    """Something is to be merged, and it is not said into what."""

    template = mark("Say into which one “{text}” is merged. There are: {choices}.")


class IntoOnlyMerged(AlternatError):
    """Into what something is merged is said where it is not merged."""

    template = mark("“{text}” is not merged; leave out into what.")


class MergedOtherKind(AlternatError):
    """Something would be merged into a text of another kind."""

    template = mark(
        "“{text}” cannot be merged into “{other}”, which is of another kind. There are: {choices}."
    )


class MergedIntoItself(AlternatError):
    """Something would be merged into itself, or into what is a part of it."""

    template = mark(
        "“{text}” cannot be merged into “{other}”, which is itself or a part of it. There are: {choices}."
    )


class MergedIntoInactive(AlternatError):
    """Something would be merged into what is no longer dealt with."""

    template = mark(
        "“{text}” cannot be merged into “{other}”, which is no longer dealt with. Take that up again first."
    )


class DroppedWithoutReason(AlternatError):
    """An objective is to be dropped, and nobody says why."""

    template = mark("Say why the objective “{text}” is no longer pursued.")


class StateBeforeLast(AlternatError):
    """A state would begin before the one that stands."""

    template = mark(
        "The state of “{text}” is of {since}; another one cannot begin on {day}, which is before. "
        "Give another day."
    )


@verb
def set_provision_state(
    workspace: Workspace,
    provision: int,
    state: ProvisionState,
    *,
    on: date,
    reason: Label | None = None,
    into: int | None = None,
    today: date | None = None,
) -> Changes:
    """Say from which day on a topic, an existing dialogue or an objective stands in a state, and why.

    The same state again corrects its day and, where one is given, its reason; the one that stands otherwise
    stays. `into` is what something is merged into; what it carries stays with it
    (`planning.provision_states.staying_with` tells).
    """
    tables = workspace.tables
    require(tables, PROVISION, (provision,))
    row = tables.Provision.get_by_id(provision)
    is_same = (row.state, row.merged_into_id) == (state, into)
    why = row.state_reason if reason is None and is_same else reason or Label()
    values = checked(
        tables.Provision,
        {"state": state, "state_on": on, "state_reason": why, "merged_into": into},
        today=today,
    )
    if on is None:
        raise Needed(field=PROVISION.title("state_on"), value="")
    _refuse(tables, row, values["state"], values["state_reason"], into)
    if row.state_on is not None and values["state"] is not row.state and on < row.state_on:
        raise StateBeforeLast(text=row.short or row.text, since=row.state_on, day=on)
    step = _step(tables, row, values["state"], into)
    if is_same:
        step = message("Correct the state of “{text}”", text=row.short or row.text)
    with workspace.change(step) as change:
        change.update(tables.Provision, {provision: values})
    return change.result


def _refuse(tables: Tables, row: Any, state: ProvisionState, reason: Label, into: int | None) -> None:
    text = row.short or row.text
    if row.kind not in PROVISION_STATES:
        raise NoStates(text=text)
    known = PROVISION_STATES[row.kind]
    if state not in known:
        raise StateNotOfKind(text=text, state=state.value, choices=series(each.value for each in known))
    if state is ProvisionState.MERGED:
        _refuse_merger(tables, row, into)
    elif into is not None:
        raise IntoOnlyMerged(text=text)
    if state is ProvisionState.DROPPED and not reason:
        raise DroppedWithoutReason(text=text)


def _refuse_merger(tables: Tables, row: Any, into: int | None) -> None:
    text = row.short or row.text
    table = tables.Provision
    others = list(table.select().where(table.kind == row.kind).order_by(table.number, table.id))
    open_ = [each.code for each in others if each.id != row.id and each.state is ProvisionState.ACTIVE]
    choices = offered(open_)
    if into is None:
        raise MergedIntoWhat(text=text, choices=choices)
    (key,) = require(tables, PROVISION, (into,))
    other = table.get_by_id(key)
    name = other.short or other.text
    if other.kind is not row.kind:
        raise MergedOtherKind(text=text, other=name, choices=choices)
    by_id = {each.id: each for each in others}
    above: Any = other
    passed = set()
    while above is not None and above.id not in passed:
        if above.id == row.id:
            raise MergedIntoItself(text=text, other=name, choices=choices)
        passed.add(above.id)
        above = by_id.get(above.merged_into_id)
    if other.state is not ProvisionState.ACTIVE:
        raise MergedIntoInactive(text=text, other=name)


def _step(tables: Tables, row: Any, state: ProvisionState, into: int | None) -> Message:
    text = row.short or row.text
    if state is ProvisionState.CLOSED:
        return message("Close “{text}”", text=text)
    if state is ProvisionState.MERGED:
        other = tables.Provision.get_by_id(into)
        return message("Merge “{text}” into “{other}”", text=text, other=other.short or other.text)
    if state is ProvisionState.ACHIEVED:
        return message("Record that the objective “{text}” has been achieved", text=text)
    if state is ProvisionState.DROPPED:
        return message("Drop the objective “{text}”", text=text)
    return message("Take “{text}” up again", text=text)
