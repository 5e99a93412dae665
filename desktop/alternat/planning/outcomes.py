"""Outcomes as they stand, each with all that it refers to, read in one query a table."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.models.base import Row, tuples
from alternat.models.tables import Tables
from alternat.nouns.outcomes import Disclosure, LinkKind, OutcomeKind, OutcomeState

V = TypeVar("V")

RECORDED = ("kind", "text", "short", "topic", "session", "due")
"""The fields of an outcome that stand in the record: once that is closed they are corrected, with a date."""

KINDS: Mapping[OutcomeKind, Message] = {
    OutcomeKind.AGREED: message("Agreed in principle"),
    OutcomeKind.NOTED: message("Noted"),
    OutcomeKind.FURTHER_STUDY: message("For further study"),
}
"""What a meeting did, in words."""
STATES: Mapping[OutcomeState, Message] = {
    OutcomeState.AGREED: message("Agreed"),
    OutcomeState.UNDER_WAY: message("Under way"),
    OutcomeState.STUCK: message("Stuck"),
    OutcomeState.NO_NEWS: message("No news"),
    OutcomeState.DONE: message("Carried out"),
    OutcomeState.DROPPED: message("Dropped"),
}
"""How far an outcome that was agreed has come, in words."""


def state_words(kind: OutcomeKind, state: OutcomeState) -> Message:
    """Return how far an outcome has come: nobody agreed what was only noted or is to be studied first."""
    if kind is OutcomeKind.NOTED or (kind is not OutcomeKind.AGREED and state is OutcomeState.AGREED):
        return KINDS[kind]
    return STATES[state]


@dataclass(frozen=True, slots=True)
class CarrierPlan:
    """An existing dialogue that carries out an outcome."""

    id: int
    dialogue: int
    name: Label
    last_asked: date | None
    last_heard: date | None


@dataclass(frozen=True, slots=True)
class LeadPlan:
    """Who leads for a side."""

    id: int
    side: str
    """The code of the side."""
    person: int
    name: Label


@dataclass(frozen=True, slots=True)
class LinkPlan:
    """Another outcome to which one is linked: the earlier one, or seen from that the later one."""

    id: int
    kind: LinkKind
    outcome: int
    code: str


@dataclass(frozen=True, slots=True)
class NotePlan:
    """A progress note on an outcome or an objective."""

    id: int
    day: date
    side: str
    """The code of the side that reports; empty for none."""
    text: Label
    source: str
    is_shared: bool


@dataclass(frozen=True, slots=True)
class CorrectionPlan:
    """A dated correction of an outcome whose record was closed."""

    id: int
    made_on: date
    field: str
    before: Label
    after: Label
    reason: Label
    document: str


@dataclass(frozen=True, slots=True)
class OutcomePlan:
    """An outcome with what it refers to."""

    id: int
    meeting: int
    meeting_reference: str
    code: str
    number: int
    kind: OutcomeKind
    text: Label
    short: Label
    topic: int | None
    topic_name: Label
    session: int | None
    session_title: Label
    due: date | None
    state: OutcomeState
    state_on: date | None
    state_reason: Label
    disclosure: Disclosure
    consent_asked: date | None
    consent_given: date | None
    note: str
    is_closed: bool
    """Whether the record of its meeting is closed, so that its texts are corrected and no more changed."""
    carriers: tuple[CarrierPlan, ...]
    leads: tuple[LeadPlan, ...]
    """By the order of the sides."""
    links: tuple[LinkPlan, ...]
    """The earlier outcomes that it continues or replaces."""
    followed_by: tuple[LinkPlan, ...]
    """The later outcomes that continue or replace it."""
    objectives: Mapping[int, Label]
    """The objectives that it serves, by id."""
    notes: tuple[NotePlan, ...]
    """By day, the newest last."""
    corrections: tuple[CorrectionPlan, ...]

    @property
    def name(self) -> Label:
        """Return what it is called where there is little room."""
        return self.short or self.text

    @property
    def is_open(self) -> bool:
        """Return whether something is still to be done; what was only noted asks for nothing."""
        return self.state.is_open and self.kind is not OutcomeKind.NOTED

    @property
    def last_asked(self) -> date | None:
        """Return the day on which anybody who carries it out was last asked."""
        return max((each.last_asked for each in self.carriers if each.last_asked), default=None)

    @property
    def last_heard(self) -> date | None:
        """Return the day on which something was last heard of it: from a carrier, or in a progress note."""
        heard = [each.last_heard for each in self.carriers if each.last_heard]
        return max((*heard, *(each.day for each in self.notes)), default=None)

    def lead(self, side: str) -> LeadPlan | None:
        """Return who leads for a side, by its code."""
        return next((each for each in self.leads if each.side == side), None)

    def is_overdue(self, today: date) -> bool:
        """Return whether it is open and should have been done before that day."""
        return self.is_open and self.due is not None and self.due < today


def outcomes(
    tables: Tables, *, meeting: int | None = None, ids: Collection[int] | None = None
) -> tuple[OutcomePlan, ...]:
    """Return outcomes, those of the newest meeting first, in their order: all, a meeting's, or some by id."""
    outcome: Any = tables.Outcome
    query = outcome.select(*(getattr(outcome, name) for name in _COLUMNS))
    if meeting is not None:
        query = query.where(outcome.meeting == meeting)
    if ids is not None:
        query = query.where(outcome.id.in_(list(ids)))
    rows = list(tuples(query))
    if not rows:
        return ()
    is_part = meeting is not None or ids is not None
    parts = _Parts(tables, {row[0]: row[2] for row in rows}, is_part=is_part)
    plans = [parts.plan(row) for row in rows]
    return tuple(sorted(plans, key=lambda plan: (-parts.years[plan.meeting], plan.meeting, plan.number)))


_COLUMNS = (
    *("id", "meeting", "code", "number", "kind", "text", "short", "topic", "session", "due"),
    *("state", "state_on", "state_reason", "disclosure", "consent_asked", "consent_given", "note"),
)


class _Parts:
    """What hangs on outcomes, by outcome; of all of them, or only of some."""

    def __init__(self, tables: Tables, codes: Mapping[int, str], *, is_part: bool) -> None:
        self._ids = set(codes) if is_part else None
        self._known = codes
        meeting, provision = tables.Meeting, tables.Provision
        read = tuples(meeting.select(meeting.id, meeting.reference, meeting.year, meeting.record_closed))
        meetings = {key: rest for key, *rest in read}
        self.years: Mapping[int, int] = {key: year for key, (_, year, _) in meetings.items()}
        self._references = {key: reference for key, (reference, _, _) in meetings.items()}
        self._closed = {key for key, (_, _, closed) in meetings.items() if closed is not None}
        read = tuples(provision.select(provision.id, provision.short, provision.text))
        self._provisions: dict[int | None, Label] = {key: short or text for key, short, text in read}
        session = tables.Session
        self._sessions: dict[int | None, Label] = dict(tuples(session.select(session.id, session.title)))
        sides = {side.id: side for side in tables.Side.select()}
        self._codes: dict[int | None, str] = {key: side.code for key, side in sides.items()}
        order = {side.code: side.number for side in sides.values()}
        self._carriers = self._read(tables.OutcomeCarrier, "dialogue last_asked last_heard", self._carrier)
        self._leads = self._read_leads(tables, order)
        self._objectives = self._read(tables.OutcomeObjective, "objective", lambda _, key: key)
        self._notes = self._read(
            tables.ProgressNote, "day side text source is_shared", self._note, order="day"
        )
        self._corrections = self._read(
            tables.OutcomeCorrection,
            "made_on field before after reason document",
            CorrectionPlan,
            order="made_on",
        )
        self._links, self._followed_by = self._read_links(tables)

    def plan(self, row: Sequence[Any]) -> OutcomePlan:
        """Return the plan of one row of `_COLUMNS`."""
        key, meeting, code, number, kind, text, short, topic, session, due, state, *rest = row
        since, reason, disclosure, asked, given, note = rest
        served = {each: self._provisions.get(each, Label()) for each in self._objectives.get(key, ())}
        return OutcomePlan(
            *(key, meeting, self._references[meeting], code, number, kind, text, short),
            *(topic, self._provisions.get(topic, Label()), session, self._sessions.get(session, Label())),
            *(due, state, since, reason, disclosure, asked, given, note),
            is_closed=meeting in self._closed,
            carriers=tuple(self._carriers.get(key, ())),
            leads=tuple(self._leads.get(key, ())),
            links=tuple(self._links.get(key, ())),
            followed_by=tuple(self._followed_by.get(key, ())),
            objectives=MappingProxyType(served),
            notes=tuple(self._notes.get(key, ())),
            corrections=tuple(self._corrections.get(key, ())),
        )

    def _read(
        self, model: type[Row], names: str, make: Callable[..., V], *, order: str = "id"
    ) -> dict[int, list[V]]:
        """Return what is made of the rows that hang on outcomes, from their id and columns, by outcome."""
        table: Any = model
        columns = [getattr(table, name) for name in names.split()]
        query = table.select(table.outcome, table.id, *columns).where(table.outcome.is_null(is_null=False))
        if self._ids is not None:
            query = query.where(table.outcome.in_(list(self._ids)))
        found: dict[int, list[V]] = defaultdict(list)
        for outcome, *values in tuples(query.order_by(getattr(table, order), table.id)):
            found[outcome].append(make(*values))
        return found

    def _carrier(self, key: int, dialogue: int, asked: date | None, heard: date | None) -> CarrierPlan:
        return CarrierPlan(key, dialogue, self._provisions.get(dialogue, Label()), asked, heard)

    def _note(
        self, key: int, day: date, side: int | None, text: Label, source: str, is_shared: object
    ) -> NotePlan:
        return NotePlan(key, day, self._codes.get(side, ""), text, source, bool(is_shared))

    def _read_leads(self, tables: Tables, order: Mapping[str, int]) -> dict[int, list[LeadPlan]]:
        raw = self._read(tables.OutcomeSide, "side lead", lambda *values: values)
        names = _names(tables, {person for rows in raw.values() for _, _, person in rows})
        return {
            outcome: sorted(
                (LeadPlan(key, self._codes[side], person, names[person]) for key, side, person in rows),
                key=lambda lead: order[lead.side],
            )
            for outcome, rows in raw.items()
        }

    def _read_links(self, tables: Tables) -> tuple[dict[int, list[LinkPlan]], dict[int, list[LinkPlan]]]:
        link: Any = tables.OutcomeLink
        outcome: Any = tables.Outcome
        query = link.select(link.id, link.outcome, link.kind, link.earlier)
        if self._ids is not None:
            ids = list(self._ids)
            query = query.where(link.outcome.in_(ids) | link.earlier.in_(ids))
        rows = list(tuples(query.order_by(link.id)))
        codes = dict(self._known)
        if ends := {end for _, later, _, earlier in rows for end in (later, earlier)} - codes.keys():
            codes |= dict(tuples(outcome.select(outcome.id, outcome.code).where(outcome.id.in_(list(ends)))))
        back: dict[int, list[LinkPlan]] = defaultdict(list)
        on: dict[int, list[LinkPlan]] = defaultdict(list)
        for key, later, kind, earlier in rows:
            back[later].append(LinkPlan(key, kind, earlier, codes[earlier]))
            on[earlier].append(LinkPlan(key, kind, later, codes[later]))
        return back, on


def _names(tables: Tables, people: Iterable[int]) -> Mapping[int, Label]:
    """Return what people are called, by id, in one query."""
    rows = tables.Person.select().where(tables.Person.id.in_(list(people)))
    return {row.id: shown_name(row) for row in rows}
