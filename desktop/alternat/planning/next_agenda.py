"""What is proposed for the agenda of a meeting: what is open, waits, is due, or was not dealt with lately.

Proposals are worked out from the records each time; only what somebody moved, copied, parked or typed is kept
as a row. Each record comes once, whatever rows and links there are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message, offered
from alternat.models.agendas import AgendaProposal
from alternat.models.base import tuples
from alternat.models.meetings import Meeting
from alternat.models.tables import Tables
from alternat.nouns.instruments import Extension, InstrumentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import Disclosure, LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionState
from alternat.planning.agenda_leads import AgendaLeads
from alternat.planning.agenda_proposals import (
    PROPOSAL_KINDS,
    Key,
    Proposal,
    ProposalKind,
    stored_key,
    topic_words,
)
from alternat.planning.coverage import coverage, meeting_moment
from alternat.planning.guidance import GuidancePlan, Standing, guidance_requests
from alternat.planning.hosting import PLANNED
from alternat.planning.instrument_terms import Term, expires_on, last_day_to_speak, months_later
from alternat.planning.objectives import InstrumentPlan, ObjectivePlan, objectives
from alternat.planning.outcomes import OutcomePlan, outcomes

__all__ = [
    "AROUND_MONTHS",
    "OVER",
    "PROPOSAL_KINDS",
    "Key",
    "MeetingIsOver",
    "Proposal",
    "ProposalKind",
    "UnknownProposal",
    "next_meeting",
    "proposal_named",
    "proposals_of",
    "proposed",
    "standing_of",
    "stored_key",
    "topic_words",
]

OVER = frozenset({MeetingStatus.HELD, MeetingStatus.CANCELLED})
"""The statuses of a meeting for which nothing is put forward any more."""
AROUND_MONTHS = 3
"""An objective that is due within so many months after a meeting is due around it."""


class UnknownProposal(AlternatError):
    """Nothing of that name is proposed for the meeting."""

    template = mark(
        "Nothing called “{name}” is proposed for the meeting {reference}. The proposals are: {choices}."
    )


class MeetingIsOver(AlternatError):
    """Nothing is proposed for a meeting that was held or cancelled."""

    template = mark(
        "The meeting {reference} is {status}; nothing is proposed for its agenda. Choose one that is still "
        "to come."
    )


def proposed(tables: Tables, meeting: int, today: date) -> tuple[Proposal, ...]:
    """Return what is proposed for the agenda of a meeting, what is accepted and what is parked among it.

    Outcomes come first, those that are overdue or stuck before the others, then requests for guidance,
    objectives, topics and texts of one's own. For a meeting that was held or cancelled nothing is proposed.
    What was moved to another meeting, or is parked, stands among it and is offered again only once it is
    taken up.
    """
    row = tables.Meeting.get_by_id(meeting)
    return () if row.status in OVER else tuple(_Proposals(tables, row, today).all())


def proposal_named(tables: Tables, meeting: int, name: str, today: date) -> Proposal:
    """Return the proposal of that name, in any case; else an `UnknownProposal` or a `MeetingIsOver`."""
    found = proposals_of(tables, meeting, today)
    row = tables.Meeting.get_by_id(meeting)
    for each in found:
        if each.name.casefold() == name.strip().casefold():
            return each
    choices = offered([each.name for each in found if not each.is_accepted])
    raise UnknownProposal(name=name, reference=row.reference, choices=choices)


def proposals_of(tables: Tables, meeting: int, today: date) -> tuple[Proposal, ...]:
    """Return what is proposed for a meeting; for one that was held or cancelled it is a `MeetingIsOver`."""
    row = tables.Meeting.get_by_id(meeting)
    if row.status in OVER:
        raise MeetingIsOver(reference=row.reference, status=row.status)
    return proposed(tables, meeting, today)


def standing_of(proposal: Proposal) -> Message:
    """Return how a proposal stands, in words."""
    if proposal.is_accepted:
        return message("On the agenda")
    if proposal.parked_on is not None:
        return message("Parked since {day}", day=proposal.parked_on)
    if proposal.is_moved:
        return message("Put forward for the meeting {reference}", reference=proposal.moved_to)
    if proposal.is_withheld:
        return message("Withheld")
    if proposal.came_from_meeting:
        return message("From the agenda of {reference}", reference=proposal.came_from_meeting)
    return message("Proposed")


def next_meeting(tables: Tables, meeting: int) -> Meeting | None:
    """Return the first meeting after that one which is still planned."""
    row = tables.Meeting.get_by_id(meeting)
    here = meeting_moment(row.year, row.starts, row.id)
    later = [
        (moment, each)
        for each in tables.Meeting.select().where(tables.Meeting.year >= row.year)
        if each.status in PLANNED and (moment := meeting_moment(each.year, each.starts, each.id)) > here
    ]
    return min(later, key=lambda pair: pair[0])[1] if later else None


@dataclass(frozen=True, slots=True)
class _Item:
    """An agenda item as far as proposals are concerned."""

    id: int
    session: int
    meeting: int
    minutes: int
    is_there: bool
    """Whether it is neither dropped nor in a session that is cancelled."""


class _Proposals:
    """Works out what is proposed for one meeting."""

    def __init__(self, tables: Tables, meeting: Meeting, today: date) -> None:
        self._tables, self._meeting, self._today = tables, meeting, today
        self._day = meeting.starts or today
        """The day on which somebody has to lead."""
        self._meetings = {row.id: row for row in tables.Meeting.select()}
        self._here = _moment(meeting)
        self._words = topic_words(tables)
        provision = tables.Provision
        read = tuples(provision.select(provision.id, provision.short, provision.text))
        self._names: Mapping[int | None, Label] = {key: short or text for key, short, text in read}
        self._items: dict[int, _Item] = {}
        self._on: dict[Key, _Item] = {}
        self._was_on: set[tuple[int, Key]] = set()
        """What items of other meetings dealt with, by the id of the meeting."""
        self._read_items()
        self._forward: dict[Key, AgendaProposal] = {}
        self._parked: dict[Key, AgendaProposal] = {}
        self._away: dict[Key, AgendaProposal] = {}
        """What was dropped here and is put forward for another meeting."""
        self._read_stored()

    def all(self) -> Iterator[Proposal]:
        """Yield the proposals in their order."""
        away = {key: row for key, row in self._away.items() if key not in self._on}
        stored = {**away, **self._forward, **self._parked}
        found = list(self._outcomes({key for kind, key in stored if kind is ProposalKind.OUTCOME}))
        found += self._guidance({key for kind, key in stored if kind is ProposalKind.GUIDANCE})
        found += self._objectives({key for kind, key in stored if kind is ProposalKind.OBJECTIVE})
        found += self._topics({key for kind, key in stored if kind is ProposalKind.TOPIC})
        found += [self._own(row) for (kind, _), row in stored.items() if kind is ProposalKind.OWN]
        led = AgendaLeads(self._tables, self._meeting.id, self._day)
        for each in found:
            yield led.put(self._placed(each))

    def _read_items(self) -> None:
        """Read the items of this meeting, and those of others from or for which something is stored."""
        item: Any = self._tables.AgendaItem
        session: Any = self._tables.Session
        proposal: Any = self._tables.AgendaProposal
        stored = list(tuples(proposal.select(proposal.came_from, proposal.meeting)))
        came = [key for key, _ in stored if key is not None]
        meant = {self._meeting.id, *(key for _, key in stored if key is not None)}
        query = item.select(item, session).join(session)
        query = query.where(session.meeting.in_(list(meant)) | item.id.in_(came))
        for row in query.order_by(session.day, session.start, session.id, item.number, item.id):
            own = row.session
            is_there = not row.is_dropped and not own.is_cancelled
            plan = _Item(row.id, own.id, own.meeting_id, row.minutes, is_there)
            self._items[row.id] = plan
            for key in _keys_of(row) if is_there else ():
                self._was_on.add((own.meeting_id, key))
                if own.meeting_id == self._meeting.id:
                    self._on.setdefault(key, plan)

    def _read_stored(self) -> None:
        rows = self._tables.AgendaProposal.select().order_by(self._tables.AgendaProposal.id)
        for row in rows:
            key = stored_key(row, self._words)
            source = self._items.get(row.came_from_id) if row.came_from_id is not None else None
            if row.parked_on is not None:
                self._parked.setdefault(key, row)
            elif self._is_for_here(row, key, source):
                self._forward.setdefault(key, row)
                is_own = key[0] is ProposalKind.OWN and source is not None
                if is_own and source and source.is_there and source.meeting == self._meeting.id:
                    self._on[key] = source
            elif source is not None and source.meeting == self._meeting.id and not source.is_there:
                self._away.setdefault(key, row)
        for key in self._parked:
            self._forward.pop(key, None)
        for key in (*self._parked, *self._forward):
            self._away.pop(key, None)

    def _is_for_here(self, row: AgendaProposal, key: Key, source: _Item | None) -> bool:
        """Return whether a stored row puts something forward for this meeting.

        One of a meeting that is gone, cancelled, or was held without it, is put forward for those that are
        to come, so that it is not lost.
        """
        if row.meeting_id == self._meeting.id:
            return True
        meant = self._meetings.get(row.meeting_id) if row.meeting_id is not None else None
        if meant is None:
            return True
        if meant.status not in OVER or _moment(meant) > self._here:
            return False
        if key[0] is ProposalKind.OWN:
            return not (source is not None and source.is_there and source.meeting == meant.id)
        return (meant.id, key) not in self._was_on

    def _placed(self, proposal: Proposal) -> Proposal:
        """Return a proposal with where it stands, and with what was stored about it."""
        row = self._parked.get(proposal.key) or self._forward.get(proposal.key)
        item = self._on.get(proposal.key)
        if item is not None:
            proposal = replace(proposal, item=item.id, session=item.session)
        if row is None and item is None and proposal.key in self._away:
            row = self._away[proposal.key]
            proposal = replace(proposal, moved_to=self._reference(row.meeting_id))
        if row is None:
            return proposal
        source = self._items.get(row.came_from_id) if row.came_from_id is not None else None
        origin = self._meetings[source.meeting].reference if source and source is not item else ""
        return replace(
            proposal,
            text=row.text or proposal.text,
            minutes=row.minutes or (source.minutes if source else 0),
            topic=proposal.topic if row.topic_id is None else row.topic_id,
            topic_name=proposal.topic_name if row.topic_id is None else self._called(row.topic_id),
            stored=row.id,
            came_from=row.came_from_id if origin else None,
            came_from_meeting=origin,
            parked_on=row.parked_on,
            reason=row.reason,
        )

    def _reference(self, meeting: int | None) -> str:
        return self._meetings[meeting].reference if meeting is not None else ""

    def _called(self, provision: int | None) -> Label:
        return self._names.get(provision, Label())

    def _outcomes(self, stored: set[int]) -> Iterator[Proposal]:
        outcome: Any = self._tables.Outcome
        states = [each for each in OutcomeState if each.is_open]
        is_open = outcome.state.in_(states) & (outcome.kind != OutcomeKind.NOTED)
        ids = {key for (key,) in tuples(outcome.select(outcome.id).where(is_open))} | stored
        plans = {plan.id: plan for plan in outcomes(self._tables, ids=ids)} if ids else {}
        for plan in sorted(plans.values(), key=self._urgency):
            is_earlier = _moment(self._meetings[plan.meeting]) < self._here
            if plan.id in stored or (plan.is_open and is_earlier and not _is_followed(plan, plans)):
                yield Proposal(
                    ProposalKind.OUTCOME,
                    f"outcome:{plan.code}",
                    self._meeting.id,
                    plan.name,
                    self._why_outcome(plan),
                    outcome=plan.id,
                    topic=plan.topic,
                    topic_name=plan.topic_name,
                    is_withheld=plan.disclosure is Disclosure.WITHHELD,
                )

    def _urgency(self, plan: OutcomePlan) -> tuple[bool, date, tuple[int, date, int], int]:
        presses = plan.is_overdue(self._today) or plan.state is OutcomeState.STUCK
        meeting = _moment(self._meetings[plan.meeting])
        return not presses, plan.due or date.max, meeting, plan.number

    def _why_outcome(self, plan: OutcomePlan) -> Message:
        year, due = str(self._meetings[plan.meeting].year), plan.due
        if not plan.is_open:
            return message("Put forward; of {year}, nothing is open any more", year=year)
        if plan.state is OutcomeState.STUCK:
            return _why_stuck(year, due, is_overdue=plan.is_overdue(self._today))
        if due is None:
            return message("Open since {year}", year=year)
        if plan.is_overdue(self._today):
            return message("Open since {year}, due {due}, overdue", year=year, due=due)
        return message("Open since {year}, due {due}", year=year, due=due)

    def _guidance(self, stored: set[int]) -> Iterator[Proposal]:
        for plan in guidance_requests(self._tables):
            is_open = plan.standing is not Standing.CLOSED
            if is_open or plan.id in stored:
                yield Proposal(
                    ProposalKind.GUIDANCE,
                    f"guidance:{plan.id}",
                    self._meeting.id,
                    plan.question,
                    _why_guidance(plan),
                    guidance=plan.id,
                    topic=plan.topic,
                    topic_name=self._called(plan.topic),
                )

    def _objectives(self, stored: set[int]) -> Iterator[Proposal]:
        for plan in objectives(self._tables):
            why = self._why_objective(plan) if plan.is_open else None
            if why is None and plan.id in stored:
                why = message("Put forward")
            if why is not None:
                yield Proposal(
                    *(ProposalKind.OBJECTIVE, f"objective:{plan.code}", self._meeting.id, plan.name, why),
                    objective=plan.id,
                )

    def _why_objective(self, plan: ObjectivePlan) -> Message | None:
        """Return why an objective is due at this meeting; None where it is not."""
        if plan.due is not None and plan.due < self._today:
            return message("Due {due}, overdue", due=plan.due)
        terms = [pair for each in plan.instruments if (pair := self._term_due(each)) is not None]
        if terms:
            return min(terms, key=lambda pair: pair[0])[1]
        last = months_later(self._meeting.starts or date(self._meeting.year, 12, 31), AROUND_MONTHS)
        if plan.due is not None and plan.due <= last:
            return message("Due {due}", due=plan.due)
        return None

    def _term_due(self, plan: InstrumentPlan) -> tuple[date, Message] | None:
        """Return the day before which something has to be said or done about an instrument, and why."""
        ended = {InstrumentStep.ENDED, InstrumentStep.REPLACED}
        if plan.replaced_by is not None or any(
            step.step in ended and step.done_on is not None for step in plan.steps
        ):
            return None
        extension = Extension(plan.extension) if plan.extension else Extension.NONE
        term = Term(*(plan.in_force, plan.months, extension, plan.notice_months, plan.notice_days, plan.ends))
        speak, end = last_day_to_speak(term, self._today), expires_on(term, self._today)
        if speak is None or end is None or speak >= self._after():
            return None
        says = {"title": plan.title, "day": speak, "end": end}
        if end < self._today:
            return end, message("“{title}” ran until {end}", **says)
        if speak < self._today:
            return end, message("“{title}” runs until {end}; the last day to speak was {day}", **says)
        return speak, message("“{title}” runs until {end}; the last day to speak is {day}", **says)

    def _after(self) -> date:
        """Return the day of the meeting after this one, or where none is planned, a year later."""
        following = next_meeting(self._tables, self._meeting.id)
        if following is not None:
            return following.starts or date(following.year, 12, 31)
        return months_later(self._meeting.starts or date(self._meeting.year, 12, 31), 12)

    def _topics(self, stored: set[int]) -> Iterator[Proposal]:
        covered = coverage(self._tables)
        before = [each for each in covered.meetings if _moment(self._meetings[each.id]) < self._here]
        for row in covered.topics:
            last = max(
                (
                    each
                    for each, cell in zip(covered.meetings, row.cells, strict=True)
                    if each in before and cell.is_dealt_with
                ),
                key=lambda each: _moment(self._meetings[each.id]),
                default=None,
            )
            is_due = row.state is ProvisionState.ACTIVE and (not before or last != before[-1])
            if not is_due and row.id not in stored:
                continue
            if last is None:
                why = message("Not dealt with yet")
            elif last == before[-1]:
                why = message("Put forward; dealt with in {year}", year=str(last.year))
            else:
                why = message("Not dealt with since {year}", year=str(last.year))
            yield Proposal(
                *(ProposalKind.TOPIC, f"topic:{row.code}", self._meeting.id, row.name, why),
                topic=row.id,
                topic_name=row.name,
            )

    def _own(self, row: AgendaProposal) -> Proposal:
        source = self._items.get(row.came_from_id) if row.came_from_id is not None else None
        why = message("Put forward")
        if source is not None and source.meeting != self._meeting.id:
            origin = self._meetings[source.meeting].reference
            why = message("From the agenda of {reference}", reference=origin)
        return Proposal(
            *(ProposalKind.OWN, f"own:{row.id}", self._meeting.id, row.text, why),
            topic=row.topic_id,
            topic_name=self._called(row.topic_id),
            stored=row.id,
        )


def _keys_of(item: Any) -> Iterator[Key]:
    """Yield all that an agenda item deals with."""
    for kind, key in (
        (ProposalKind.OUTCOME, item.outcome_id),
        (ProposalKind.GUIDANCE, item.guidance_id),
        (ProposalKind.OBJECTIVE, item.objective_id),
        (ProposalKind.TOPIC, item.topic_id),
    ):
        if key is not None:
            yield kind, key


def _is_followed(plan: OutcomePlan, open_plans: Mapping[int, OutcomePlan]) -> bool:
    """Return whether a later outcome stands for one: it replaces it, or continues it and is open itself."""
    return any(
        link.kind is LinkKind.REPLACES or (link.outcome in open_plans and open_plans[link.outcome].is_open)
        for link in plan.followed_by
    )


def _why_stuck(year: str, due: date | None, *, is_overdue: bool) -> Message:
    if due is None:
        return message("Stuck; open since {year}", year=year)
    if is_overdue:
        return message("Stuck; open since {year}, due {due}, overdue", year=year, due=due)
    return message("Stuck; open since {year}, due {due}", year=year, due=due)


def _why_guidance(plan: GuidancePlan) -> Message:
    if plan.standing is Standing.OPEN:
        return message("Waits since {day}", day=plan.asked_on)
    if plan.standing is Standing.ANSWERED:
        return message("Asked on {day}, answered and not closed", day=plan.asked_on)
    return message("Put forward; asked on {day} and closed", day=plan.asked_on)


def _moment(meeting: Meeting) -> tuple[int, date, int]:
    return meeting_moment(meeting.year, meeting.starts, meeting.id)
