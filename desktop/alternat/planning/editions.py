"""Who and what comes along into the next edition of a meeting, and who and what does not, and why."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from alternat.language.called import shown_name
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message, series
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.countdown import taken_over
from alternat.planning.roster import Delegate, roster


@dataclass(frozen=True, slots=True)
class OpenRecords:
    """How many records of the dialogue are open: they belong to no edition, so that none is copied."""

    outcomes: int
    guidance: int
    objectives: int
    dialogues: int
    """The existing dialogues that meet."""
    leads: int
    """The officials who lead a dialogue or an objective, and nobody has said until when."""
    marks: int
    """What is on record about texts: checked, agreed."""
    proposals: int
    """What is put forward for an agenda or parked."""


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What a new edition of a meeting takes along."""

    reference: str
    """The reference of the meeting before."""
    people: tuple[Delegate, ...]
    """Those who take part in it or are there to be invited: all come along as not yet invited."""
    absent: tuple[Delegate, ...]
    """Those who declined, were replaced or withdrew: they do not come along."""
    topics: tuple[int, ...]
    """The topics that come along, by id, in their order."""
    closed: tuple[Label, ...]
    """The topics that were closed or merged meanwhile, and do not come along."""
    dropped: tuple[Label, ...]
    """The topics that were dropped from that meeting, and do not come along."""
    tasks: tuple[Any, ...]
    """The unfinished tasks of its follow-up, as rows; those that an edition has taken over come once."""
    records: OpenRecords


def carry_over(tables: Tables, previous: int) -> CarryOver:
    """Return what a new edition takes along from a meeting."""
    meeting = tables.Meeting.get_by_id(previous)
    everybody = roster(tables, previous, attending_only=False)
    comes = {each for each in ParticipationStatus if each.is_attending} | {ParticipationStatus.NOT_INVITED}
    topics, closed, dropped = _topics(tables, previous)
    return CarryOver(
        meeting.reference,
        tuple(each for each in everybody if each.status in comes),
        tuple(each for each in everybody if each.status not in comes),
        topics,
        closed,
        dropped,
        _tasks(tables, previous),
        _records(tables),
    )


def carry_told(carried: CarryOver, sides: Collection[tuple[str, Label]]) -> tuple[Message, ...]:
    """Return in sentences who and what comes along and what does not, sides by their codes and countries."""
    return tuple(_told(carried, sides))


def _told(carried: CarryOver, sides: Collection[tuple[str, Label]]) -> Iterator[Message]:
    if not carried.people:
        yield message(
            "Nobody comes along: the meeting {reference} has no participant who could be invited again.",
            reference=carried.reference,
        )
    for code, country in sides:
        names = [shown_name(each) for each in carried.people if each.side == code]
        if names:
            yield counted(
                "{country}: {count} person comes along, not yet invited: {names}.",
                "{country}: {count} people come along, not yet invited: {names}.",
                len(names),
                country=country,
                names=series(names),
            )
    for status in ParticipationStatus:
        names = [shown_name(each) for each in carried.absent if each.status is status]
        if names:
            yield _absent(status, names)
    yield counted(
        "{count} topic of the meeting comes along.",
        "{count} topics of the meeting come along.",
        len(carried.topics),
    )
    if carried.closed:
        yield counted(
            "{count} topic that was closed or merged does not come along: {names}.",
            "{count} topics that were closed or merged do not come along: {names}.",
            len(carried.closed),
            names=series(carried.closed),
        )
    if carried.dropped:
        yield counted(
            "{count} topic that was dropped from the meeting does not come along: {names}.",
            "{count} topics that were dropped from the meeting do not come along: {names}.",
            len(carried.dropped),
            names=series(carried.dropped),
        )
    if carried.tasks:
        yield counted(
            "{count} unfinished task of the follow-up comes along.",
            "{count} unfinished tasks of the follow-up come along.",
            len(carried.tasks),
        )
    open_ = carried.records
    yield message(
        "Records of the dialogue go on as they are, and none is copied. Open outcomes: {outcomes}; requests "
        "for guidance: {guidance}; objectives pursued: {objectives}; existing dialogues: {dialogues}; "
        "officials who lead them: {leads}; marks on texts: {marks}; proposals for agendas: {proposals}.",
        outcomes=open_.outcomes,
        guidance=open_.guidance,
        objectives=open_.objectives,
        dialogues=open_.dialogues,
        leads=open_.leads,
        marks=open_.marks,
        proposals=open_.proposals,
    )


def _absent(status: ParticipationStatus, names: list[Label]) -> Message:
    says = {"names": series(names)}
    if status is ParticipationStatus.DECLINED:
        return counted(
            "{count} person declined and does not come along: {names}.",
            "{count} people declined and do not come along: {names}.",
            len(names),
            **says,
        )
    if status is ParticipationStatus.REPLACED:
        return counted(
            "{count} person was replaced and does not come along: {names}.",
            "{count} people were replaced and do not come along: {names}.",
            len(names),
            **says,
        )
    return counted(
        "{count} person withdrew and does not come along: {names}.",
        "{count} people withdrew and do not come along: {names}.",
        len(names),
        **says,
    )


def _topics(tables: Tables, previous: int) -> tuple[tuple[int, ...], tuple[Label, ...], tuple[Label, ...]]:
    """Return the topics that come along, those closed or merged meanwhile, and those that were dropped.

    They are those of the meeting before; where it has none on its list, all standing ones.
    """
    topic, provision = tables.MeetingTopic, tables.Provision
    of_topics = provision.select().where(provision.kind == ProvisionKind.TOPIC)
    standing = {row.id: row for row in of_topics.order_by(provision.number, provision.id)}
    had = list(topic.select().where(topic.meeting == previous).order_by(topic.number, topic.id))
    kept = [row.topic_id for row in had if not row.is_dropped] if had else list(standing)
    active = [key for key in kept if standing[key].state is ProvisionState.ACTIVE]
    named = {key: row.short or row.text for key, row in standing.items()}
    closed = tuple(named[key] for key in kept if key not in active) if had else ()
    return tuple(active), closed, tuple(named[row.topic_id] for row in had if row.is_dropped)


def _tasks(tables: Tables, previous: int) -> tuple[Any, ...]:
    task = tables.Task
    query = task.select().where(
        task.meeting == previous,
        task.is_follow_up,
        task.done_on.is_null(),
        task.id.not_in(list(taken_over(tables))),
    )
    return tuple(query.order_by(task.number, task.id))


def _records(tables: Tables) -> OpenRecords:
    outcome, provision, guidance = tables.Outcome, tables.Provision, tables.Guidance
    states = [each for each in OutcomeState if each.is_open]
    active = provision.select().where(provision.state == ProvisionState.ACTIVE)
    is_open = outcome.state.in_(states) & (outcome.kind != OutcomeKind.NOTED)
    return OpenRecords(
        outcomes=outcome.select().where(is_open).count(),
        guidance=guidance.select().where(guidance.closed_on.is_null()).count(),
        objectives=active.where(provision.kind == ProvisionKind.OBJECTIVE).count(),
        dialogues=active.where(provision.kind == ProvisionKind.EXISTING_DIALOGUE).count(),
        leads=tables.Holder.select().where(tables.Holder.until.is_null()).count(),
        marks=tables.TextMark.select().count(),
        proposals=tables.AgendaProposal.select().count(),
    )
