"""The life of outcomes over the years: from the meeting that agreed each to the day it is due or was done."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.nouns.outcomes import OutcomeState
from alternat.planning.existing import ExistingPlan
from alternat.planning.outcomes import OutcomePlan


@dataclass(frozen=True, slots=True)
class OutcomeSpan:
    """The stretch of days over which an outcome is to be seen."""

    outcome: int
    code: str
    name: Label
    state: OutcomeState
    begins: date
    """The first day of the meeting that agreed it; of one without dates, the first day of its year."""
    ends: date
    """The day on which it was done or dropped; else the day it is due, or today where that is later."""
    due: date | None
    is_open: bool
    is_overdue: bool
    news: tuple[date, ...]
    """The days of its progress notes."""


@dataclass(frozen=True, slots=True)
class SpanGroup:
    """The outcomes on a topic, the oldest first."""

    topic: int | None
    name: Label
    """Empty for outcomes on no topic."""
    spans: tuple[OutcomeSpan, ...]


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day that stands out over all rows."""

    day: date
    name: Label
    is_annual: bool
    """Whether it is an annual meeting, or else the meeting of an existing dialogue."""
    row: int
    """The id of the meeting, or of the meeting of an existing dialogue."""


@dataclass(frozen=True, slots=True)
class FollowUpSpans:
    """All that a timeline shows."""

    groups: tuple[SpanGroup, ...]
    marks: tuple[DayMark, ...]
    """By day."""

    @property
    def years(self) -> tuple[int, int]:
        """Return the first and the last year to show: from the first outcome on; twice nought without any."""
        spans = [span for group in self.groups for span in group.spans]
        if not spans:
            return 0, 0
        first = min(each.begins for each in spans).year
        ends = (*(each.ends for each in spans), *(each.day for each in self.marks))
        return first, max(ends).year


def follow_up_spans(
    tables: Tables, outcomes: Iterable[OutcomePlan], dialogues: Iterable[ExistingPlan], today: date
) -> FollowUpSpans:
    """Return the stretches of outcomes that were read, by topic in the order of the terms of reference."""
    meetings = {row.id: row for row in tables.Meeting.select()}
    begun = {key: row.starts or date(row.year, 1, 1) for key, row in meetings.items()}
    by_topic: dict[int | None, list[OutcomeSpan]] = defaultdict(list)
    names: dict[int | None, Label] = {}
    for plan in outcomes:
        by_topic[plan.topic].append(_span(plan, begun[plan.meeting], today))
        names[plan.topic] = plan.topic_name
    order = _order(tables)
    groups = tuple(
        SpanGroup(topic, names[topic], tuple(sorted(spans, key=lambda each: (each.begins, each.code))))
        for topic, spans in sorted(by_topic.items(), key=lambda each: order.get(each[0], len(order)))
    )
    return FollowUpSpans(groups, _marks(meetings, dialogues))


def _span(plan: OutcomePlan, begins: date, today: date) -> OutcomeSpan:
    if plan.is_open or plan.state.is_open:
        is_overdue = plan.is_overdue(today)
        last = today if is_overdue or plan.due is None else plan.due
        ends = begins if not plan.is_open else last
    else:
        is_overdue, ends = False, plan.state_on or plan.due or begins
    news = tuple(each.day for each in plan.notes)
    return OutcomeSpan(
        plan.id,
        plan.code,
        plan.name,
        plan.state,
        begins,
        max(begins, ends),
        plan.due,
        plan.is_open,
        is_overdue,
        news,
    )


def _order(tables: Tables) -> Mapping[int | None, int]:
    provision = tables.Provision
    rows = provision.select(provision.id).order_by(provision.number, provision.id)
    return {row.id: at for at, row in enumerate(rows)}


def _marks(meetings: Mapping[int, object], dialogues: Iterable[ExistingPlan]) -> tuple[DayMark, ...]:
    annual: Sequence[DayMark] = [
        DayMark(starts, Label(en=reference), is_annual=True, row=key)
        for key, row in meetings.items()
        for starts, reference in ((getattr(row, "starts", None), getattr(row, "reference", "")),)
        if starts is not None
    ]
    others = [
        DayMark(each.starts, dialogue.name, is_annual=False, row=each.id)
        for dialogue in dialogues
        for each in dialogue.meetings
    ]
    return tuple(sorted((*annual, *others), key=lambda each: (each.day, not each.is_annual, each.row)))
