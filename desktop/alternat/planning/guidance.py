"""Requests for guidance as they stand, and what is to be said of those that wait (section V)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alternat.language.called import shown_name
from alternat.language.label import Label, Language
from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.hosting import PLANNED

WAITS_WEEKS = 4
"""A request that was asked so many weeks before the meeting should have been answered by then."""


class Standing(StrEnum):
    """How far a request for guidance has come."""

    OPEN = "open"
    ANSWERED = "answered"
    """Both co-chairs have answered together."""
    CLOSED = "closed"


STANDINGS: Mapping[Standing, Message] = {
    Standing.OPEN: message("Waiting"),
    Standing.ANSWERED: message("Answered"),
    Standing.CLOSED: message("Closed"),
}
"""How far a request has come, in words."""


@dataclass(frozen=True, slots=True)
class SideAnswer:
    """What the co-chair of one side answered."""

    id: int
    side: str
    """The code of the side."""
    text: Label
    given: date
    document: str


@dataclass(frozen=True, slots=True)
class GuidancePlan:
    """A request for guidance with what it refers to."""

    id: int
    dialogue: int
    dialogue_name: Label
    question: Label
    background: Label
    asked_by: int | None
    asked_by_name: Label
    asked_on: date
    answer: Label
    answered_on: date | None
    reference: str
    closed_on: date | None
    note: str
    answers: tuple[SideAnswer, ...]
    topic: int | None = None
    outcome: int | None = None
    """The outcome on which it arose."""
    objective: int | None = None
    """The objective that it concerns."""

    @property
    def standing(self) -> Standing:
        """Return how far it has come."""
        if self.closed_on is not None:
            return Standing.CLOSED
        return Standing.ANSWERED if self.answer else Standing.OPEN


def guidance_requests(tables: Tables) -> tuple[GuidancePlan, ...]:
    """Return all requests: those that wait first, then the answered and the closed, each by the day asked."""
    answers = _answers(tables)
    names = {row.id: row.short or row.text for row in tables.Provision.select()}
    rows = list(tables.Guidance.select())
    named = tables.Person.select().where(tables.Person.id.in_({row.asked_by_id for row in rows} - {None}))
    people = {row.id: shown_name(row) for row in named}
    plans = [
        GuidancePlan(
            row.id,
            row.dialogue_id,
            names[row.dialogue_id],
            row.question,
            row.background,
            row.asked_by_id,
            people.get(row.asked_by_id, Label()),
            row.asked_on,
            row.answer,
            row.answered_on,
            row.reference,
            row.closed_on,
            row.note,
            tuple(answers[row.id]),
            row.topic_id,
            row.outcome_id,
            row.objective_id,
        )
        for row in rows
    ]
    order = list(Standing)
    return tuple(sorted(plans, key=lambda plan: (order.index(plan.standing), plan.asked_on, plan.id)))


def check_guidance(tables: Tables, meeting: int) -> tuple[Finding, ...]:
    """Return what is to be said of requests for guidance before a meeting that is still planned."""
    row = tables.Meeting.get_by_id(meeting)
    if row.status not in PLANNED:
        return ()
    return tuple(
        finding
        for plan in guidance_requests(tables)
        if plan.standing is not Standing.CLOSED
        for finding in _check(plan, row.starts)
    )


def _check(plan: GuidancePlan, starts: date | None) -> Iterator[Finding]:
    subject = Subject(SubjectKind.GUIDANCE, plan.id)
    missing = plan.question.missing(tuple(Language))
    if missing:
        sentence = message(
            "The request for guidance “{question}” is not in all three languages.", question=plan.question
        )
        fix = Fix(message("Add the text"), f"question.{missing[0]}")
        yield Finding("guidance-text-missing", Severity.WARNS, subject, sentence, fix)
    weeks = (starts - plan.asked_on).days // 7 if starts else 0
    if plan.standing is Standing.OPEN and weeks >= WAITS_WEEKS:
        waited = counted(
            "The request for guidance “{question}” will have waited {count} week when the meeting begins.",
            "The request for guidance “{question}” will have waited {count} weeks when the meeting begins.",
            weeks,
            question=plan.question,
        )
        fix = Fix(message("Record the joint answer"), "answer")
        yield Finding("guidance-waiting", Severity.WARNS, subject, waited, fix)


def _answers(tables: Tables) -> Mapping[int, Sequence[SideAnswer]]:
    codes = {side.id: side.code for side in tables.Side.select()}
    numbers = {side.id: side.number for side in tables.Side.select()}
    found: dict[int, list[SideAnswer]] = defaultdict(list)
    rows = sorted(tables.GuidanceAnswer.select(), key=lambda row: numbers[row.side_id])
    for row in rows:
        answer = SideAnswer(row.id, codes[row.side_id], row.text, row.given, row.document)
        found[row.guidance_id].append(answer)
    return found
