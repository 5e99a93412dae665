"""Which meetings dealt with which topic over the years, and where a topic has its gaps (section IV)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.consents import ConsentSubject, agreements
from alternat.planning.statuses import ASIDE


@dataclass(frozen=True, slots=True)
class CoveredMeeting:
    """A meeting as a column of the picture."""

    id: int
    reference: str
    year: int
    status: MeetingStatus
    has_record: bool
    """Whether anything that it dealt with is on record; without, nobody knows what it left out."""
    starts: date | None = None

    @property
    def is_held(self) -> bool:
        """Return whether it took place."""
        return self.status is MeetingStatus.HELD

    @property
    def tells_gaps(self) -> bool:
        """Return whether what it left out is a gap: it took place, and what it did is on record."""
        return self.is_held and self.has_record


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What one meeting did about one topic; ids in the order of the programme, the list and the record."""

    meeting: int
    sessions: tuple[int, ...] = ()
    """The sessions with an item on it that is not dropped, or of a sub-group that deals with it."""
    subgroups: tuple[int, ...] = ()
    outcomes: tuple[int, ...] = ()
    is_listed: bool = False
    """Whether it is one of the meeting’s topics; that alone deals with nothing."""

    @property
    def is_dealt_with(self) -> bool:
        """Return whether a session, a sub-group or an outcome dealt with it."""
        return bool(self.sessions or self.subgroups or self.outcomes)


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A topic with a cell for each meeting; those that were merged into it count here."""

    id: int
    code: str
    number: int
    name: Label
    state: ProvisionState
    merged: tuple[int, ...]
    """The topics that were merged into it, by id."""
    cells: tuple[CoverageCell, ...]
    """In the order of the meetings."""
    since: date | None = None
    """The day on which a side proposed it; None for one that stands in the terms of reference."""
    until: date | None = None
    """The day from which it is closed, where it is."""

    def stood_at(self, meeting: CoveredMeeting) -> bool:
        """Return whether it was a topic when a meeting took place, so that the meeting could leave it out."""
        first, last = meeting.starts or date(meeting.year, 12, 31), meeting.starts or date(meeting.year, 1, 1)
        is_there = self.since is None or first >= self.since
        return is_there and (self.until is None or last < self.until)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Topics by meetings; postponed and cancelled meetings are none."""

    meetings: tuple[CoveredMeeting, ...]
    """By time."""
    topics: tuple[CoverageRow, ...]
    """In the order of the terms of reference; merged ones stand under the one that they were merged into."""

    @property
    def years_without_meeting(self) -> tuple[int, ...]:
        """Return the years between the first and the last meeting in which none is on record."""
        years = {each.year for each in self.meetings}
        return tuple(year for year in range(min(years), max(years)) if year not in years) if years else ()

    def gaps(self, row: CoverageRow) -> tuple[CoveredMeeting, ...]:
        """Return the meetings that were held, by their record without a topic that stood then."""
        return tuple(
            meeting
            for meeting, cell in zip(self.meetings, row.cells, strict=True)
            if is_gap(row, meeting, cell)
        )

    def last_dealt_with(self, row: CoverageRow, before: int | None = None) -> CoveredMeeting | None:
        """Return the last meeting that dealt with a topic, of those before one where that is given."""
        found = None
        for meeting, cell in zip(self.meetings, row.cells, strict=True):
            if meeting.id == before:
                break
            found = meeting if cell.is_dealt_with else found
        return found


def is_gap(row: CoverageRow, meeting: CoveredMeeting, cell: CoverageCell) -> bool:
    """Return whether a meeting was held and, by its record, left out a topic that stood then."""
    return meeting.tells_gaps and not cell.is_dealt_with and row.stood_at(meeting)


def gaps_told(covered: Coverage) -> Message:
    """Return how many gaps there are, that there is none, or that nothing is on record yet."""
    if not covered.topics:
        return message("The dialogue has no topic yet.")
    if not any(each.tells_gaps for each in covered.meetings):
        return message("Nothing is on record yet of what meetings that were held dealt with.")
    gaps = sum(len(covered.gaps(row)) for row in covered.topics)
    if not gaps:
        return message("Every meeting with a record dealt with every topic that stood then.")
    return counted(
        "{count} gap: a meeting was held and did not deal with the topic.",
        "{count} gaps: a meeting was held and did not deal with the topic.",
        gaps,
    )


def meeting_moment(year: int, starts: date | None, key: int) -> tuple[int, date, int]:
    """Return what orders meetings in time; one without dates is taken to come last in its year."""
    return year, starts or date(year, 12, 31), key


def topic_in_use(merged: Mapping[int, int | None], topic: int) -> int:
    """Return the topic under which one counts: itself, or the last of those into which it was merged."""
    seen = {topic}
    while (into := merged.get(topic)) is not None and into not in seen:
        seen.add(into)
        topic = into
    return topic


def coverage(tables: Tables) -> Coverage:
    """Return which meetings dealt with which topic."""
    meeting, provision = tables.Meeting, tables.Provision
    rows = sorted(
        (row for row in meeting.select() if row.status not in ASIDE),
        key=lambda row: meeting_moment(row.year, row.starts, row.id),
    )
    topics = list(
        provision.select()
        .where(provision.kind == ProvisionKind.TOPIC)
        .order_by(provision.number, provision.id)
    )
    merged = {row.id: row.merged_into_id if row.state is ProvisionState.MERGED else None for row in topics}
    under = {row.id: topic_in_use(merged, row.id) for row in topics}
    done = _Done(tables, under)
    said = agreements(tables, ConsentSubject.TOPIC, [row.id for row in topics])
    since = {key: each.proposal.given for key, each in said.items() if each.proposal is not None}
    covered = tuple(
        CoverageRow(
            *(topic.id, topic.code, topic.number, topic.short or topic.text, topic.state),
            tuple(each for each, root in under.items() if root == topic.id and each != topic.id),
            tuple(done.cell(topic.id, row.id) for row in rows),
            since.get(topic.id),
            topic.state_on if topic.state is ProvisionState.CLOSED else None,
        )
        for topic in topics
        if under[topic.id] == topic.id
    )
    recorded = {cell.meeting for topic in covered for cell in topic.cells if cell.is_dealt_with}
    return Coverage(
        tuple(
            CoveredMeeting(
                *(row.id, row.reference, row.year, row.status),
                has_record=row.id in recorded,
                starts=row.starts,
            )
            for row in rows
        ),
        covered,
    )


_Pairs = Mapping[tuple[int, int], list[int]]
"""Ids of rows by topic and meeting."""


class _Done:
    """What was done about topics at meetings, read in one query a table."""

    def __init__(self, tables: Tables, under: Mapping[int, int]) -> None:
        self._under = under
        session: Any = tables.Session
        item: Any = tables.AgendaItem
        outcome: Any = tables.Outcome
        group, link, listed = tables.SubGroup, tables.SubGroupTopic, tables.MeetingTopic
        on_agenda = (
            item.select(item.topic, session.meeting, session.id)
            .join(session)
            .where(item.topic.is_null(is_null=False), ~item.is_dropped, ~session.is_cancelled)
        )
        in_groups = (
            link.select(link.topic, session.meeting, session.id)
            .join(group)
            .join(session, on=session.subgroup == group.id)
            .where(~session.is_cancelled)
        )
        in_time = (session.day, session.start, session.id)
        self._sessions = self._read(on_agenda.order_by(*in_time), in_groups.order_by(*in_time))
        self._groups = self._read(
            link.select(link.topic, group.meeting, group.id).join(group).order_by(group.number, group.id)
        )
        agreed = outcome.select(outcome.topic, outcome.meeting, outcome.id)
        self._outcomes = self._read(
            agreed.where(outcome.topic.is_null(is_null=False)).order_by(outcome.number)
        )
        self._listed = self._read(
            listed.select(listed.topic, listed.meeting, listed.id).where(~listed.is_dropped)
        )

    def cell(self, topic: int, meeting: int) -> CoverageCell:
        """Return what a meeting did about a topic and those merged into it."""
        key = (topic, meeting)
        return CoverageCell(
            meeting,
            tuple(self._sessions.get(key, ())),
            tuple(self._groups.get(key, ())),
            tuple(self._outcomes.get(key, ())),
            is_listed=key in self._listed,
        )

    def _read(self, *queries: Iterable[Any]) -> _Pairs:
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for query in queries:
            for topic, meeting, key in tuples(query):
                pair = (self._under.get(topic, topic), meeting)
                if key not in found[pair]:
                    found[pair].append(key)
        return found
