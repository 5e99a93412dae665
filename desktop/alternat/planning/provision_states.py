"""How topics, existing dialogues and objectives stand, and what stays with one that is closed or merged."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables
from alternat.nouns.noun import Noun
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.nouns.provisions import (
    EXISTING_DIALOGUE,
    OBJECTIVE,
    TOPIC,
    ProvisionKind,
    ProvisionState,
)
from alternat.planning.rows import found_among

_K = ProvisionKind
_S = ProvisionState

PROVISION_STATES: Mapping[ProvisionKind, Mapping[ProvisionState, Message]] = MappingProxyType(
    {
        _K.TOPIC: MappingProxyType(
            {
                _S.ACTIVE: message("Dealt with"),
                _S.CLOSED: message("No longer dealt with"),
                _S.MERGED: message("Merged into another topic"),
            }
        ),
        _K.EXISTING_DIALOGUE: MappingProxyType(
            {
                _S.ACTIVE: message("Meets"),
                _S.CLOSED: message("Meets no more"),
                _S.MERGED: message("Merged into another dialogue"),
            }
        ),
        _K.OBJECTIVE: MappingProxyType(
            {
                _S.ACTIVE: message("Pursued"),
                _S.ACHIEVED: message("Achieved"),
                _S.DROPPED: message("No longer pursued"),
            }
        ),
    }
)
"""The states that a text of a kind can have, in their order and in words; the other kinds have none."""


_NOUNS: Mapping[ProvisionKind, Noun] = MappingProxyType(
    {_K.TOPIC: TOPIC, _K.EXISTING_DIALOGUE: EXISTING_DIALOGUE, _K.OBJECTIVE: OBJECTIVE}
)


def provision_id(tables: Tables, kind: ProvisionKind, name: str) -> int:
    """Return the id of a topic, an existing dialogue or an objective by its code or its number.

    Where there is none, an `UnknownRow` offers the codes of those there are.
    """
    table: Any = tables.Provision
    rows = list(table.select().where(table.kind == kind).order_by(table.number, table.id))
    return found_among(_NOUNS[kind], rows, name)


def stands(tables: Tables, provision: int, state: ProvisionState, into: int | None = None) -> bool:
    """Return whether a text stands in a state already, merged into that very one where it is merged."""
    row = tables.Provision.get_by_id(provision)
    return bool(row.state is state and row.merged_into_id == into)


def state_told(tables: Tables, provision: int) -> Message:
    """Return how a text stands and since when, as a sentence, before that changes or where it does not."""
    row = tables.Provision.get_by_id(provision)
    says = {"text": row.short or row.text, "state": PROVISION_STATES[row.kind][row.state]}
    if row.state_on is None:
        return message("“{text}” stands so: {state}.", **says)
    if row.merged_into_id is None:
        return message("“{text}” stands so since {day}: {state}.", day=row.state_on, **says)
    other = tables.Provision.get_by_id(row.merged_into_id)
    return message(
        "“{text}” stands so since {day}: merged into “{other}”.",
        text=says["text"],
        day=row.state_on,
        other=other.short or other.text,
    )


def staying_with(tables: Tables, provision: int) -> tuple[Message, ...]:
    """Return what is told of a text that is closed, merged or dropped: what stays with it as it is.

    Nothing moves by itself to the one into which it is merged.
    """
    return tuple(_staying(tables, provision))


def _staying(tables: Tables, provision: int) -> Iterable[Message]:
    carried = [row.outcome_id for row in _of(tables.OutcomeCarrier, "dialogue", provision)]
    if count := _open_outcomes(tables, carried):
        yield counted(
            "It still carries out {count} open outcome, which stays with it.",
            "It still carries out {count} open outcomes, which stay with it.",
            count,
        )
    served = [row.outcome_id for row in _of(tables.OutcomeObjective, "objective", provision)]
    if count := _open_outcomes(tables, served):
        yield counted("{count} open outcome still serves it.", "{count} open outcomes still serve it.", count)
    about = [row.id for row in _of(tables.Outcome, "topic", provision)]
    if count := _open_outcomes(tables, about):
        yield counted(
            "{count} open outcome is about it, and stays so.",
            "{count} open outcomes are about it, and stay so.",
            count,
        )
    waiting = {
        row.id
        for column in ("dialogue", "topic", "objective")
        for row in _of(tables.Guidance, column, provision)
        if row.closed_on is None
    }
    if waiting:
        yield counted(
            "{count} request for guidance that is not closed stays with it.",
            "{count} requests for guidance that are not closed stay with it.",
            len(waiting),
        )
    leading = [row for row in _of(tables.Holder, "provision", provision) if row.until is None]
    if leading:
        yield counted("{count} official still leads it.", "{count} officials still lead it.", len(leading))
    if instruments := _of(tables.Instrument, "objective", provision):
        yield counted(
            "{count} instrument stays with it.", "{count} instruments stay with it.", len(instruments)
        )


def _of(model: Any, column: str, provision: int) -> list[Any]:
    return list(model.select().where(getattr(model, column) == provision))


def _open_outcomes(tables: Tables, ids: Iterable[int]) -> int:
    """Return how many of these outcomes still ask for something."""
    outcome = tables.Outcome
    open_ = [state for state in OutcomeState if state.is_open]
    wanted = outcome.id.in_(list(ids)) & outcome.state.in_(open_) & (outcome.kind != OutcomeKind.NOTED)
    return int(outcome.select().where(wanted).count())
