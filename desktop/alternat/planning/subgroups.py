"""The board of the sub-groups: which entity sits in which one when, by topic, and what is wrong with it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionKind
from alternat.nouns.subgroups import SubGroupForm
from alternat.planning.consents import Agreement, ConsentSubject, agreements
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind, by_severity
from alternat.planning.programme import Presence, Programme, SessionPlan, presences


@dataclass(frozen=True, slots=True)
class SeatedEntity:
    """An entity that sits in a sub-group, with the person who leads for it."""

    entity: int
    side: str
    name: Label
    acronym: Label
    lead: int | None


@dataclass(frozen=True, slots=True)
class SubGroupState:
    """A sub-group with all that rules need to know of it; the private note is not among it."""

    id: int
    number: int
    name: Label
    form: SubGroupForm
    is_dissolved: bool
    topics: tuple[int, ...]
    """Ids of provisions, in the order of the terms of reference."""
    entities: tuple[SeatedEntity, ...]
    """By side and number."""
    agreement: Agreement

    @property
    def sides(self) -> tuple[str, ...]:
        """Return the codes of the sides that have an entity in it."""
        return tuple(dict.fromkeys(each.side for each in self.entities))

    @property
    def sides_with_lead(self) -> tuple[str, ...]:
        """Return the codes of the sides for which somebody leads."""
        return tuple(dict.fromkeys(each.side for each in self.entities if each.lead is not None))


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the dialogue, as a row of the board."""

    id: int
    number: int
    code: str
    text: Label
    short: Label
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class BoardSession:
    """A session of a sub-group on the board; moments are in UTC."""

    session: int
    starts: datetime
    ends: datetime
    room: int | None
    people: Mapping[int, tuple[int, ...]]
    """For each entity of the sub-group those of its people who are there, by id."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A sub-group under one of its topics; topics and sub-groups that stand alone have a row each."""

    topic: Topic | None
    subgroup: SubGroupState | None
    sessions: tuple[BoardSession, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Topic × entity × time for one meeting, and the warnings, gravest first."""

    rows: tuple[BoardRow, ...]
    warnings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Doubled:
    """Somebody who is expected in two sub-groups at once, from one moment in UTC to another."""

    person: int
    one: int
    other: int
    """The sessions' ids, the one that begins first named first."""
    start: datetime
    end: datetime


def board(tables: Tables, programme: Programme) -> Board:
    """Return the board of a programme's meeting as it stands in the workspace."""
    states = subgroup_states(tables, programme.meeting)
    return compose_board(topics(tables), states, programme, _countries(tables))


def check_subgroups(tables: Tables, meeting: int) -> tuple[Finding, ...]:
    """Return what the sub-groups of a meeting and the topics of the dialogue lack.

    A sub-group with sessions is left out where the findings of its sessions already say the same.
    """
    session: Any = tables.Session
    rows = session.select(session.subgroup).where(session.meeting == meeting, ~session.is_cancelled)
    with_sessions = {subgroup for (subgroup,) in tuples(rows)}
    countries = _countries(tables)
    lacking = [
        finding
        for state in subgroup_states(tables, meeting).values()
        for finding in check_subgroup(state, countries, has_sessions=state.id in with_sessions)
        if state.id not in with_sessions or finding.code not in _TOLD_OF_SESSIONS
    ]
    return (*lacking, *(finding for topic in topics(tables) for finding in _check_topic(topic)))


_TOLD_OF_SESSIONS = frozenset({"subgroup-consent-missing", "subgroup-counterpart-missing"})
"""What the check of the programme says about each session of the sub-group."""


def _countries(tables: Tables) -> Mapping[str, Label]:
    rows = tables.Side.select().order_by(tables.Side.number)
    return MappingProxyType({row.code: row.country for row in rows})


def subgroup_states(tables: Tables, meeting: int) -> Mapping[int, SubGroupState]:
    """Return the sub-groups of a meeting by id, in their order, with entities, leads and agreements."""
    row: Any = tables.SubGroup
    rows = list(row.select().where(row.meeting == meeting).order_by(row.number, row.id))
    ids = [each.id for each in rows]
    dealt_with, seated = _dealt_with(tables, ids), _seated(tables, ids)
    agreed = agreements(tables, ConsentSubject.SUBGROUP, ids)
    states = (
        SubGroupState(
            each.id, each.number, each.name, each.form, each.is_dissolved,
            tuple(dealt_with[each.id]), tuple(seated[each.id]), agreed[each.id],
        )
        for each in rows
    )  # fmt: skip
    return MappingProxyType({state.id: state for state in states})


def topics(tables: Tables) -> tuple[Topic, ...]:
    """Return the topics of the dialogue in their order, each with its agreement."""
    row: Any = tables.Provision
    rows = list(row.select().where(row.kind == ProvisionKind.TOPIC).order_by(row.number, row.id))
    agreed = agreements(tables, ConsentSubject.TOPIC, [each.id for each in rows])
    return tuple(
        Topic(each.id, each.number, each.code, each.text, each.short, agreed[each.id]) for each in rows
    )


def compose_board(
    all_topics: tuple[Topic, ...],
    states: Mapping[int, SubGroupState],
    programme: Programme,
    countries: Mapping[str, Label],
) -> Board:
    """Return the board of frozen values: rows by topic, then the sub-groups without one.

    `countries` gives the name of each side's country by its code, for the warnings.
    """
    attendance = {
        plan.id: presences(plan, programme.people)
        for plan in programme.sessions.values()
        if plan.subgroup in states and not plan.is_cancelled
    }
    sessions: dict[int, list[BoardSession]] = defaultdict(list)
    for key, present in attendance.items():
        plan = programme.sessions[key]
        state = states[plan.subgroup or 0]
        sessions[state.id].append(_board_session(plan, state, programme, present))
    rows = [row for topic in all_topics for row in _topic_rows(topic, states, sessions)]
    rows += [BoardRow(None, each, tuple(sessions[each.id])) for each in states.values() if not each.topics]
    findings = [
        *(
            finding
            for state in states.values()
            for finding in check_subgroup(state, countries, has_sessions=bool(sessions[state.id]))
        ),
        *(_doubled_finding(programme, states, each) for each in doubled(attendance)),
        *(finding for topic in all_topics for finding in _check_topic(topic)),
    ]
    return Board(tuple(rows), by_severity(tuple(findings)))


def _topic_rows(
    topic: Topic, states: Mapping[int, SubGroupState], sessions: Mapping[int, list[BoardSession]]
) -> tuple[BoardRow, ...]:
    rows = tuple(
        BoardRow(topic, state, tuple(sessions[state.id]))
        for state in states.values()
        if topic.id in state.topics
    )
    return rows or (BoardRow(topic, None, ()),)


def doubled(attendance: Mapping[int, tuple[Presence, ...]]) -> tuple[Doubled, ...]:
    """Return who is expected in two of these sessions at once, by person and time.

    `attendance` gives for each session who is there when; touching at the ends is no overlap.
    """
    stretches: dict[int, list[tuple[Presence, int]]] = defaultdict(list)
    for session, present in attendance.items():
        for presence in present:
            if presence.start < presence.end:
                stretches[presence.person].append((presence, session))
    found = []
    for person in sorted(stretches):
        own = sorted(stretches[person], key=lambda each: (each[0].start, each[1]))
        for place, (first, one) in enumerate(own):
            for second, other in own[place + 1 :]:
                if second.start >= first.end:
                    break
                found.append(Doubled(person, one, other, second.start, min(first.end, second.end)))
    return tuple(found)


def check_subgroup(
    state: SubGroupState, countries: Mapping[str, Label], *, has_sessions: bool
) -> Iterator[Finding]:
    """Yield what a sub-group lacks: consent, a counterpart, a lead of each side, a session."""
    if state.is_dissolved:
        return
    if not state.agreement.is_complete:
        fix = Fix(message("Record the consents"), "consents")
        yield _warning(state, "subgroup-consent-missing", _consent_missing(state, countries), fix=fix)
    for side in state.agreement.sides:
        if side not in state.sides:
            text = message(
                "The sub-group “{name}” has no entity of {country}: its topic has no counterpart there.",
                name=state.name,
                country=countries[side],
            )
            seat = Fix(message("Seat an entity"), "entities")
            yield _warning(state, "subgroup-counterpart-missing", text, fix=seat)
        elif side not in state.sides_with_lead:
            text = message(
                "Nobody leads the sub-group “{name}” for {country}.", name=state.name, country=countries[side]
            )
            choose = Fix(message("Choose who leads"), "entities")
            yield _warning(state, "subgroup-lead-missing", text, fix=choose)
    if state.form is SubGroupForm.WITHIN and not has_sessions:
        text = message("The sub-group “{name}” has no session in the programme.", name=state.name)
        yield _warning(state, "subgroup-session-missing", text)
    elif state.form is SubGroupForm.OWN_MEETING and has_sessions:
        text = message(
            "The sub-group “{name}” is to have a meeting of its own, but has sessions in the programme.",
            name=state.name,
        )
        yield _warning(state, "subgroup-session-unexpected", text, Severity.NOTES)
    if not state.topics:
        text = message("The sub-group “{name}” has no topic yet.", name=state.name)
        choose = Fix(message("Choose the topics"), "topics")
        yield _warning(state, "subgroup-topic-missing", text, Severity.NOTES, choose)


def _consent_missing(state: SubGroupState, countries: Mapping[str, Label]) -> Message:
    if state.agreement.proposal is None:
        return message("Neither side has proposed the sub-group “{name}” on record yet.", name=state.name)
    return message(
        "The sub-group “{name}” was proposed by {country} and has not been accepted yet.",
        name=state.name,
        country=countries[state.agreement.proposal.side],
    )


def _check_topic(topic: Topic) -> Iterator[Finding]:
    if not topic.agreement.is_complete:
        yield Finding(
            "topic-consent-missing",
            Severity.WARNS,
            Subject(SubjectKind.PROVISION, topic.id),
            message(
                "The topic “{name}” does not have the consent of both sides.", name=topic.short or topic.text
            ),
            Fix(message("Record the consents"), "consents"),
        )


def _warning(
    state: SubGroupState,
    code: str,
    text: Message,
    severity: Severity = Severity.WARNS,
    fix: Fix | None = None,
) -> Finding:
    return Finding(code, severity, Subject(SubjectKind.SUB_GROUP, state.id), text, fix)


def _doubled_finding(programme: Programme, states: Mapping[int, SubGroupState], double: Doubled) -> Finding:
    """Return the warning about somebody in two rooms; alone for an entity, nobody of it can stand in."""
    delegate = programme.people[double.person]
    one, other = (states[programme.sessions[key].subgroup or 0] for key in (double.one, double.other))
    names = {"name": shown_name(delegate), "one": one.name, "other": other.name}
    colleagues = [each for each in programme.people.values() if each.entity == delegate.entity]
    if delegate.entity is not None and len(colleagues) == 1:
        text = message(
            "{entity} has only {name}, who is expected in “{one}” and in “{other}” at once.",
            entity=delegate.entity_name,
            **names,
        )
    else:
        text = message("{name} is expected in “{one}” and in “{other}” at once.", **names)
    return Finding(
        "subgroup-expert-twice",
        Severity.WARNS,
        Subject(SubjectKind.SESSION, double.one),
        text,
        Fix(message("Change the participants"), "parties"),
    )


def _board_session(
    plan: SessionPlan, state: SubGroupState, programme: Programme, present: tuple[Presence, ...]
) -> BoardSession:
    there = [programme.people[each.person] for each in present if each.start < each.end]
    people = {
        seated.entity: tuple(each.person for each in there if each.entity == seated.entity)
        for seated in state.entities
    }
    return BoardSession(plan.id, plan.starts, plan.ends, plan.room, MappingProxyType(people))


def _dealt_with(tables: Tables, ids: list[int]) -> Mapping[int, list[int]]:
    link: Any = tables.SubGroupTopic
    provision = tables.Provision
    rows = (
        link.select().join(provision).where(link.subgroup.in_(ids)).order_by(provision.number, provision.id)
    )
    found: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        found[row.subgroup_id].append(row.topic_id)
    return found


def _seated(tables: Tables, ids: list[int]) -> Mapping[int, list[SeatedEntity]]:
    link: Any = tables.SubGroupEntity
    entity, side = tables.Entity, tables.Side
    rows = link.select(link, entity, side).join(entity).join(side).where(link.subgroup.in_(ids))
    found: dict[int, list[SeatedEntity]] = defaultdict(list)
    for row in rows.order_by(side.number, entity.number, entity.id):
        own = row.entity
        found[row.subgroup_id].append(SeatedEntity(own.id, own.side.code, own.name, own.acronym, row.lead_id))
    return found
