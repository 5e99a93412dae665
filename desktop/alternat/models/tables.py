"""All tables of one open workspace: copies of the models, bound to its database and to nothing else."""

from copy import deepcopy
from dataclasses import dataclass, fields
from typing import Any

import peewee as pw

from alternat.models.agendas import AgendaProposal
from alternat.models.base import Row
from alternat.models.calendars import AvoidDates, NoticeDay
from alternat.models.consents import Consent
from alternat.models.countdown import Task, TaskTemplate
from alternat.models.delegations import Participation
from alternat.models.dialogues import Dialogue
from alternat.models.entities import Entity
from alternat.models.existing import DialogueMeeting, Holder
from alternat.models.guidance import Guidance, GuidanceAnswer
from alternat.models.meetings import Meeting, MeetingTopic
from alternat.models.objectives import Instrument, InstrumentSide, InstrumentStep
from alternat.models.outcomes import (
    Outcome,
    OutcomeCarrier,
    OutcomeCorrection,
    OutcomeLink,
    OutcomeObjective,
    OutcomeSide,
    ProgressNote,
)
from alternat.models.people import Contact, Person
from alternat.models.photos import Photo
from alternat.models.programme import (
    AgendaItem,
    Assignment,
    InterpreterPair,
    Lead,
    LoweredFinding,
    Party,
    ProgrammeRevision,
)
from alternat.models.provisions import Provision
from alternat.models.releases import Release
from alternat.models.sessions import Chair, Session
from alternat.models.sides import Side
from alternat.models.subgroups import SubGroup, SubGroupEntity, SubGroupTopic
from alternat.models.texts import Collation, DismissedDifference, TextMark
from alternat.models.vacancies import Vacancy
from alternat.models.venues import Room, Venue, Way

MODELS: tuple[type[Row], ...] = (
    Dialogue,
    Side,
    Entity,
    Provision,
    Photo,
    Person,
    Contact,
    Meeting,
    Participation,
    MeetingTopic,
    NoticeDay,
    AvoidDates,
    Venue,
    Room,
    Way,
    SubGroup,
    SubGroupTopic,
    SubGroupEntity,
    Consent,
    TaskTemplate,
    Task,
    Session,
    Chair,
    Outcome,
    OutcomeCarrier,
    OutcomeSide,
    OutcomeLink,
    OutcomeObjective,
    OutcomeCorrection,
    ProgressNote,
    Guidance,
    GuidanceAnswer,
    AgendaItem,
    Lead,
    Party,
    InterpreterPair,
    Assignment,
    ProgrammeRevision,
    LoweredFinding,
    Release,
    Vacancy,
    AgendaProposal,
    Holder,
    DialogueMeeting,
    Instrument,
    InstrumentSide,
    InstrumentStep,
    TextMark,
    Collation,
    DismissedDifference,
)
"""Every model, each after those it refers to."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The bound models of one open workspace; read through them, write through `Workspace.change`."""

    Dialogue: type[Dialogue]
    Side: type[Side]
    Entity: type[Entity]
    Provision: type[Provision]
    Photo: type[Photo]
    Person: type[Person]
    Contact: type[Contact]
    Meeting: type[Meeting]
    Participation: type[Participation]
    MeetingTopic: type[MeetingTopic]
    NoticeDay: type[NoticeDay]
    AvoidDates: type[AvoidDates]
    Venue: type[Venue]
    Room: type[Room]
    Way: type[Way]
    SubGroup: type[SubGroup]
    SubGroupTopic: type[SubGroupTopic]
    SubGroupEntity: type[SubGroupEntity]
    Consent: type[Consent]
    TaskTemplate: type[TaskTemplate]
    Task: type[Task]
    Session: type[Session]
    Chair: type[Chair]
    Outcome: type[Outcome]
    OutcomeCarrier: type[OutcomeCarrier]
    OutcomeSide: type[OutcomeSide]
    OutcomeLink: type[OutcomeLink]
    OutcomeObjective: type[OutcomeObjective]
    OutcomeCorrection: type[OutcomeCorrection]
    ProgressNote: type[ProgressNote]
    Guidance: type[Guidance]
    GuidanceAnswer: type[GuidanceAnswer]
    AgendaItem: type[AgendaItem]
    Lead: type[Lead]
    Party: type[Party]
    InterpreterPair: type[InterpreterPair]
    Assignment: type[Assignment]
    ProgrammeRevision: type[ProgrammeRevision]
    LoweredFinding: type[LoweredFinding]
    Release: type[Release]
    Vacancy: type[Vacancy]
    AgendaProposal: type[AgendaProposal]
    Holder: type[Holder]
    DialogueMeeting: type[DialogueMeeting]
    Instrument: type[Instrument]
    InstrumentSide: type[InstrumentSide]
    InstrumentStep: type[InstrumentStep]
    TextMark: type[TextMark]
    Collation: type[Collation]
    DismissedDifference: type[DismissedDifference]

    def all(self) -> tuple[type[Row], ...]:
        """Return every bound model, each after those it refers to."""
        return tuple(getattr(self, each.name) for each in fields(self))

    def named(self, table_name: str) -> type[Row]:
        """Return the bound model of a table name, as the journal keeps it; an unknown name is a KeyError."""
        return {model._meta.table_name: model for model in self.all()}[table_name]


def bind(database: pw.Database) -> Tables:
    """Return copies of all models bound to one database, their references pointing at the copies.

    Binding the models themselves would let two open workspaces, or two threads, write into each other's file.
    """
    bound: dict[type[Row], type[Row]] = {}
    for model in MODELS:
        meta: Any = model._meta
        attributes: dict[str, Any] = {
            field.name: _pointing_at(field, bound)
            for field in meta.sorted_fields
            if isinstance(field, pw.ForeignKeyField)
        }
        attributes["Meta"] = type(
            "Meta", (), {"database": database, "table_name": meta.table_name, "indexes": meta.indexes}
        )
        attributes["__module__"] = model.__module__
        bound[model] = type(model.__name__, (model,), attributes)
    return Tables(**{model.__name__: copy for model, copy in bound.items()})  # type: ignore[arg-type]


def _pointing_at(key: Any, bound: dict[type[Row], type[Row]]) -> Any:
    copy = deepcopy(key)
    copy.declared_backref = key.backref
    # A reference to its own table points at the copy that is just being made.
    copy.rel_model = bound.get(key.rel_model, "self")
    copy.rel_field = key.rel_field.name
    return copy
