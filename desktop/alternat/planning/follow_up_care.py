"""What of the follow-up is due, stuck or waiting on a day: each matter counted, with what presses most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from alternat.language.label import Label
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.guidance import Standing, guidance_requests
from alternat.planning.objective_standing import LastDay, last_day
from alternat.planning.objectives import instruments

DUE_SOON = 30
"""How many days before an outcome is due it is told."""
SPEAK_SOON = 90
"""How many days before the last day to speak about an instrument that is told."""


class Matter(StrEnum):
    """What asks for care, in the order in which it presses."""

    OVERDUE = "overdue"
    LAST_DAY = "last-day"
    DUE = "due"
    STUCK = "stuck"
    NO_NEWS = "no-news"
    GUIDANCE = "guidance"


@dataclass(frozen=True, slots=True)
class Care:
    """A matter: how many records it is about, and the one of them that presses most."""

    matter: Matter
    count: int
    table: str
    row: int
    name: Label
    day: date | None


def follow_up_care(tables: Tables, today: date) -> tuple[Care, ...]:
    """Return what asks for care, what presses most first; only the names of what presses are read."""
    found = (*_outcomes(tables, today), *_last_days(tables, today), *_guidance(tables))
    order = list(Matter)
    return tuple(sorted(found, key=lambda each: order.index(each.matter)))


def has_follow_up(tables: Tables) -> bool:
    """Return whether anything has been agreed, asked or aimed at yet."""
    return any(tables.named(name).select().exists() for name in ("outcome", "guidance", "instrument"))


def _outcomes(tables: Tables, today: date) -> Iterator[Care]:
    outcome: Any = tables.Outcome
    open_ = [state for state in OutcomeState if state.is_open]
    query = outcome.select(outcome.id, outcome.state, outcome.due, outcome.state_on).where(
        outcome.state.in_(open_), outcome.kind != OutcomeKind.NOTED
    )
    rows = list(tuples(query.order_by(outcome.id)))
    late = [(due, key) for key, _, due, _ in rows if due is not None and due < today]
    soon = [(due, key) for key, _, due, _ in rows if due is not None and 0 <= (due - today).days <= DUE_SOON]
    stuck = [(since or date.min, key) for key, state, _, since in rows if state is OutcomeState.STUCK]
    silent = [(since or date.min, key) for key, state, _, since in rows if state is OutcomeState.NO_NEWS]
    for matter, those in (
        (Matter.OVERDUE, late),
        (Matter.DUE, soon),
        (Matter.STUCK, stuck),
        (Matter.NO_NEWS, silent),
    ):
        if those:
            yield _first_outcome(tables, matter, those)


def _first_outcome(tables: Tables, matter: Matter, those: Sequence[tuple[date, int]]) -> Care:
    day, key = min(those)
    row = tables.Outcome.get_by_id(key)
    return Care(matter, len(those), "outcome", key, row.short or row.text, None if day == date.min else day)


def _last_days(tables: Tables, today: date) -> Iterator[Care]:
    provision: Any = tables.Provision
    query = provision.select(provision.id).where(
        provision.kind == ProvisionKind.OBJECTIVE, provision.state == ProvisionState.ACTIVE
    )
    active = {key for (key,) in tuples(query)}
    near: list[tuple[LastDay, Label]] = []
    for plan in instruments(tables):
        last = last_day(plan, today)
        if plan.objective in active and last is not None and 0 <= last.days <= SPEAK_SOON:
            near.append((last, plan.title))
    if near:
        last, title = min(near, key=lambda pair: (pair[0].days, pair[0].instrument))
        yield Care(Matter.LAST_DAY, len(near), "instrument", last.instrument, title, last.speak_by)


def _guidance(tables: Tables) -> Iterator[Care]:
    # Those that wait come first, the one asked longest ago at the head.
    waiting = [each for each in guidance_requests(tables) if each.standing is Standing.OPEN]
    if waiting:
        first = waiting[0]
        yield Care(Matter.GUIDANCE, len(waiting), "guidance", first.id, first.question, first.asked_on)
