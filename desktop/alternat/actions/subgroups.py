"""Verbs about the sub-groups on special topics: their topics, their entities and who leads for them."""

from collections.abc import Iterable, Mapping
from typing import Any

from alternat.actions.consent_rows import forget_consents
from alternat.actions.fields import Fields, checked, refuse_locked
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import mark, message
from alternat.models.tables import Tables
from alternat.nouns.entities import ENTITY
from alternat.nouns.provisions import ProvisionKind
from alternat.nouns.subgroups import SUB_GROUP, SubGroupForm
from alternat.planning.consents import ConsentSubject
from alternat.planning.rows import found, unknown
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace

Entities = Mapping[int, int | None]
"""Entities by id, each with the person who leads for it, or None where nobody does yet."""


class SubGroupTwice(AlternatError):
    """Two sub-groups of a meeting cannot share a name."""

    template = mark("There is already a sub-group “{name}” at this meeting. Give this one another name.")


class NotATopic(AlternatError):
    """A sub-group deals with topics of the dialogue only."""

    template = mark(
        "“{text}” is not a topic of the dialogue, so a sub-group cannot deal with it. Choose a topic."
    )


class LeadOfAnotherEntity(AlternatError):
    """Who leads for an entity belongs to it."""

    template = mark("The lead for {entity} has to belong to it. Choose somebody of that entity.")


def subgroup_id(tables: Tables, meeting: int, name: str, language: Language | None = None) -> int:
    """Return the id of a meeting's sub-group by its number or its name; else an `UnknownRow`."""
    return found(tables, SUB_GROUP, name, meeting, language=language)


@verb
def add_subgroup(
    workspace: Workspace,
    meeting: int,
    name: Label,
    topics: Iterable[int] = (),
    entities: Entities | Iterable[int] = (),
    *,
    form: SubGroupForm = SubGroupForm.WITHIN,
    note: str = "",
) -> Changes:
    """Add a sub-group after those the meeting has; it is set up once both sides consent to it.

    Topics are ids of provisions, entities ids or a mapping from them to who leads.
    """
    tables = workspace.tables
    values = checked(tables.SubGroup, {"name": name, "form": form, "note": note})
    _check_name(tables, meeting, None, values["name"])
    dealt_with, seated = _topics(tables, topics), _entities(tables, entities)
    number = max((row.number for row in _of_meeting(tables, meeting)), default=0) + 1
    with workspace.change(message("Add the sub-group “{name}”", name=values["name"])) as change:
        (subgroup,) = change.insert(tables.SubGroup, [{**values, "meeting": meeting, "number": number}])
        change.insert(tables.SubGroupTopic, [{"subgroup": subgroup, "topic": each} for each in dealt_with])
        _seat(tables, change, subgroup, seated)
    return change.result


@verb
def change_subgroup(
    workspace: Workspace,
    subgroup: int,
    fields: Fields,
    *,
    topics: Iterable[int] | None = None,
    entities: Entities | Iterable[int] | None = None,
) -> Changes:
    """Change a sub-group's name, form or private note, or dissolve it, in one step.

    `topics` and `entities`, where they are given, replace those it had; see `set_topics`, `set_entities`.
    """
    tables = workspace.tables
    row: Any = tables.SubGroup.get_by_id(subgroup)
    refuse_locked(SUB_GROUP, fields)
    values = checked(tables.SubGroup, fields)
    if "name" in values:
        _check_name(tables, row.meeting_id, subgroup, values["name"])
    with workspace.change(message("Change the sub-group “{name}”", name=row.name)) as change:
        change.update(tables.SubGroup, {subgroup: values})
        if topics is not None:
            set_topics(workspace, subgroup, topics)
        if entities is not None:
            set_entities(workspace, subgroup, entities)
    return change.result


@verb
def remove_subgroup(workspace: Workspace, subgroup: int) -> Changes:
    """Remove a sub-group with the consent of the sides to it; its sessions stay in the programme."""
    tables = workspace.tables
    row: Any = tables.SubGroup.get_by_id(subgroup)
    with workspace.change(message("Remove the sub-group “{name}”", name=row.name)) as change:
        forget_consents(change, tables, ConsentSubject.SUBGROUP, (subgroup,))
        change.delete(tables.SubGroup, [subgroup])
        left = [each.id for each in _of_meeting(tables, row.meeting_id)]
        numbers = {key: {"number": place} for place, key in enumerate(left, 1)}
        change.update(tables.SubGroup, numbers, reckoned=True)
    return change.result


@verb
def set_topics(workspace: Workspace, subgroup: int, topics: Iterable[int]) -> Changes:
    """Say which topics a sub-group deals with; others it had are taken away."""
    tables = workspace.tables
    wanted = _topics(tables, topics)
    link: Any = tables.SubGroupTopic
    now = {row.topic_id: row.id for row in link.select().where(link.subgroup == subgroup)}
    label = message("Change the topics of “{name}”", name=tables.SubGroup.get_by_id(subgroup).name)
    with workspace.change(label) as change:
        change.delete(link, [now[topic] for topic in now if topic not in wanted])
        change.insert(link, [{"subgroup": subgroup, "topic": topic} for topic in wanted if topic not in now])
    return change.result


@verb
def set_entities(workspace: Workspace, subgroup: int, entities: Entities | Iterable[int]) -> Changes:
    """Say which entities sit in a sub-group and who leads for each; others it had are taken away.

    A lead belongs to the entity, else it is a `LeadOfAnotherEntity`.
    """
    tables = workspace.tables
    wanted = _entities(tables, entities)
    link: Any = tables.SubGroupEntity
    now = {row.entity_id: row for row in link.select().where(link.subgroup == subgroup)}
    label = message("Change the entities of “{name}”", name=tables.SubGroup.get_by_id(subgroup).name)
    with workspace.change(label) as change:
        change.delete(link, [row.id for entity, row in now.items() if entity not in wanted])
        changed = {now[entity].id: {"lead": lead} for entity, lead in wanted.items() if entity in now}
        change.update(link, changed)
        _seat(
            tables,
            change,
            subgroup,
            {entity: lead for entity, lead in wanted.items() if entity not in now},
        )
    return change.result


def _of_meeting(tables: Tables, meeting: int | None) -> Any:
    row: Any = tables.SubGroup
    return row.select().where(row.meeting == meeting).order_by(row.number, row.id)


def _check_name(tables: Tables, meeting: int | None, own: int | None, name: Label) -> None:
    taken = {
        text.casefold()
        for row in _of_meeting(tables, meeting)
        if row.id != own
        for text in row.name.as_mapping().values()
    }
    if any(text.casefold() in taken for text in name.as_mapping().values()):
        raise SubGroupTwice(name=name)


def _topics(tables: Tables, topics: Iterable[int]) -> tuple[int, ...]:
    """Return the topics once each; what is not a topic of the dialogue is a `NotATopic`."""
    wanted = tuple(dict.fromkeys(topics))
    rows = {row.id: row for row in tables.Provision.select()}
    for topic in wanted:
        row = rows.get(topic)
        if row is None or row.kind is not ProvisionKind.TOPIC:
            raise NotATopic(text=row.text if row else str(topic))
    return wanted


def _entities(tables: Tables, entities: Entities | Iterable[int]) -> dict[int, int | None]:
    wanted = dict(entities) if isinstance(entities, Mapping) else dict.fromkeys(entities, None)
    rows = {row.id: row for row in tables.Entity.select()}
    for entity, lead in wanted.items():
        if entity not in rows:
            raise unknown(ENTITY, str(entity), rows.values())
        person = None if lead is None else tables.Person.get_or_none(tables.Person.id == lead)
        if lead is not None and (person is None or person.entity_id != entity):
            raise LeadOfAnotherEntity(entity=rows[entity].name)
    return wanted


def _seat(tables: Tables, change: Change, subgroup: int, entities: Entities) -> None:
    rows = [{"subgroup": subgroup, "entity": entity, "lead": lead} for entity, lead in entities.items()]
    change.insert(tables.SubGroupEntity, rows)
