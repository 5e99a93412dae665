"""Outcomes and requests for guidance in a line: what they are called, and whether they are open."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.language.label import Label
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.outcomes import OutcomeKind, OutcomeState


@dataclass(frozen=True, slots=True)
class OutcomeReference:
    """An outcome in a line."""

    id: int
    code: str
    name: Label
    kind: OutcomeKind
    state: OutcomeState
    due: date | None
    is_open: bool
    """Whether something is still to be done; what was only noted asks for nothing."""

    def is_overdue(self, today: date) -> bool:
        """Return whether it is open and should have been done before that day."""
        return self.is_open and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class RequestReference:
    """A request for guidance in a line."""

    id: int
    question: Label
    asked_on: date
    is_open: bool
    """Whether it is not closed."""


def outcome_references(tables: Tables, ids: Collection[int] | None = None) -> Mapping[int, OutcomeReference]:
    """Return outcomes by id, what is open first, by the day it is due; all, or only some."""
    outcome: Any = tables.Outcome
    query = outcome.select(
        *(outcome.id, outcome.code, outcome.kind, outcome.short, outcome.text, outcome.state, outcome.due)
    )
    if ids is not None:
        query = query.where(outcome.id.in_(list(ids)))
    found = [
        OutcomeReference(
            key, code, short or text, kind, state, due, state.is_open and kind is not OutcomeKind.NOTED
        )
        for key, code, kind, short, text, state, due in tuples(query)
    ]
    order = sorted(found, key=lambda each: (not each.is_open, each.due or date.max, each.id))
    return {each.id: each for each in order}


def request_references(tables: Tables, ids: Collection[int] | None = None) -> Mapping[int, RequestReference]:
    """Return requests for guidance by id, the open ones first, by the day asked; all, or only some."""
    guidance: Any = tables.Guidance
    query = guidance.select(guidance.id, guidance.question, guidance.asked_on, guidance.closed_on)
    if ids is not None:
        query = query.where(guidance.id.in_(list(ids)))
    found = [
        RequestReference(key, question, asked, closed is None)
        for key, question, asked, closed in tuples(query)
    ]
    order = sorted(found, key=lambda each: (not each.is_open, each.asked_on, each.id))
    return {each.id: each for each in order}
