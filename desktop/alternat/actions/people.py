"""Verbs about people: their names, positions, photographs and private contacts."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from alternat.actions.delegations import change_participations, enrol
from alternat.actions.fields import Fields, checked
from alternat.actions.meetings import side_id
from alternat.actions.photos import PreparedPhoto, prepare_photo
from alternat.actions.sequences import count_up
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.called import NameForms, shown_name, usual_order
from alternat.language.label import Label
from alternat.language.messages import Message, counted, mark, message
from alternat.language.names import normalise_chinese_name
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.people import PERSON, NameOrder
from alternat.planning.rows import require
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace


class NameMissing(AlternatError):
    """A person needs a name in at least one script."""

    template = mark("A person needs a name: a family name, a given name or a name in Chinese script.")


class EntityOfOtherSide(AlternatError):
    """An entity belongs to one side, and so do its people."""

    template = mark("“{entity}” belongs to the other side. Choose an entity of the person’s own side.")


def person_id(tables: Tables, number: int) -> int:
    """Return the id of the person with that number; else an `UnknownRow`."""
    return require(tables, PERSON, (number,))[0]


@verb
def add_person(
    workspace: Workspace,
    side: str,
    fields: Fields,
    *,
    contact: Fields | None = None,
    meeting: int | None = None,
    role: Role = Role.MEMBER,
    status: ParticipationStatus = ParticipationStatus.INVITED,
) -> Changes:
    """Add a person to a side and, with a meeting, to its delegation there, at the end of its order.

    Where nothing says otherwise, the family name comes first on a side whose own language is Chinese.
    """
    tables = workspace.tables
    values = {"side": side_id(tables, side), **_person_values(tables, fields)}
    values.setdefault("name_order", _name_order(tables, values["side"]))
    _check_name(values)
    _check_entities(tables, values, [values["side"]])
    with workspace.change(message("Add {name}", name=shown_name(NameForms.of(values)))) as change:
        (person,) = change.insert(tables.Person, [values])
        if contact:
            change.insert(tables.Contact, [{"person": person, **checked(tables.Contact, contact)}])
        if meeting is not None:
            enrol(tables, change, meeting, [person], role, status)
    return change.result


@verb
def change_people(
    workspace: Workspace, people: Iterable[int], fields: Fields, *, seen: dict[int, int] | None = None
) -> Changes:
    """Give the same field values to one or several people.

    `seen` names the versions the editor has seen; a newer one is a conflict and nothing is written.
    """
    tables, ids = workspace.tables, list(people)
    values = _person_values(tables, fields)
    rows = list(tables.Person.select().where(tables.Person.id.in_(ids)))
    for row in rows:
        _check_name({name: values.get(name, getattr(row, name)) for name in _NAME_FIELDS})
    _check_entities(tables, values, [row.side_id for row in rows])
    with workspace.change(_change_label(rows)) as change:
        change.update(tables.Person, dict.fromkeys(ids, values), seen=seen)
        renamed = [row.id for row in rows if _is_renamed(row, values)]
        chair: Any = tables.Chair
        chaired = chair.select().where(chair.person.in_(renamed))
        count_up(tables, change, {each.session_id for each in chaired})
    return change.result


@verb
def change_contact(workspace: Workspace, person: int, fields: Fields) -> Changes:
    """Change the private contact fields of a person, which no output prints."""
    tables = workspace.tables
    values = checked(tables.Contact, fields)
    kept = tables.Contact.get_or_none(tables.Contact.person == person)
    with workspace.change(message("Change the contact of {name}", name=name_label(tables, person))) as change:
        if kept is None:
            change.insert(tables.Contact, [{"person": person, **values}])
        else:
            change.update(tables.Contact, {kept.id: values})
    return change.result


@verb
def change_person(
    workspace: Workspace,
    person: int,
    fields: Fields,
    *,
    contact: Fields | None = None,
    parts: Mapping[int, Fields] | None = None,
) -> Changes:
    """Change a person, the contact and the parts in meetings, by their keys, in one step or not at all."""
    verbs: list[Callable[[], Changes]] = []
    if fields:
        verbs.append(partial(change_people, workspace, [person], fields))
    if contact:
        verbs.append(partial(change_contact, workspace, person, contact))
    for part, values in (parts or {}).items():
        if values:
            verbs.append(partial(change_participations, workspace, [part], values))
    if len(verbs) == 1:
        return verbs[0]()
    label = message("Change {name}", name=name_label(workspace.tables, person))
    with workspace.change(label) as change:
        for verb in verbs:
            verb()
    return change.result


@verb
def remove_people(workspace: Workspace, people: Iterable[int]) -> Changes:
    """Remove people from the dialogue, with their contacts and their parts in every meeting."""
    tables, ids = workspace.tables, list(people)
    label = (
        message("Remove {name}", name=name_label(tables, ids[0]))
        if len(ids) == 1
        else counted("Remove {count} person", "Remove {count} people", len(ids))
    )
    with workspace.change(label) as change:
        _forget_as_stand_in(tables, change, ids)
        change.delete(tables.Person, ids)
    return change.result


def set_photo(workspace: Workspace, person: int, content: bytes | PreparedPhoto | None) -> Changes:
    """Give a person the photograph of an image file's bytes, one prepared already, or none.

    The image is re-encoded without its metadata; one that cannot be read is an `UnreadablePhoto`.
    """
    return _keep_photo(workspace, person, prepare_photo(content) if isinstance(content, bytes) else content)


@verb
def _keep_photo(workspace: Workspace, person: int, photo: PreparedPhoto | None) -> Changes:
    tables = workspace.tables
    with workspace.change(message("Change the photo of {name}", name=name_label(tables, person))) as change:
        kept = None
        if photo is not None:
            kept = change.keep_photo(
                content=photo.content, media_type=photo.media_type, width=photo.width, height=photo.height
            )
        change.update(tables.Person, {person: {"photo": kept}})
    return change.result


_NAME_FIELDS = ("family", "given", "name_zh", "printed_name")


def _is_renamed(row: Any, values: Fields) -> bool:
    return any(values.get(name, getattr(row, name)) != getattr(row, name) for name in _NAME_FIELDS)


def name_label(tables: Tables, person: int) -> Label:
    """Return the name by which sentences call a person, for the history and for messages."""
    row = tables.Person.get_by_id(person)
    return shown_name(row)


def _change_label(rows: list[Any]) -> Message:
    if len(rows) != 1:
        return counted("Change {count} person", "Change {count} people", len(rows))
    return message(
        "Change {name}",
        name=shown_name(rows[0]),
    )


def _person_values(tables: Tables, fields: Fields) -> dict[str, Any]:
    values = checked(tables.Person, fields)
    if "name_zh" in values:
        values["name_zh"] = normalise_chinese_name(values["name_zh"])
    return values


def _name_order(tables: Tables, side: int) -> NameOrder:
    return NameOrder(usual_order(tables.Side.get_by_id(side).languages))


def _check_name(values: dict[str, Any]) -> None:
    if not any(values.get(name) for name in _NAME_FIELDS):
        raise NameMissing


def _check_entities(tables: Tables, values: dict[str, Any], sides: Iterable[int]) -> None:
    if values.get("entity") is None:
        return
    entity = tables.Entity.get_by_id(values["entity"])
    if any(side != entity.side_id for side in sides):
        raise EntityOfOtherSide(entity=entity.name)


def _forget_as_stand_in(tables: Tables, change: Change, people: list[int]) -> None:
    part: Any = tables.Participation
    standing = part.select(part.id).where(part.stands_for.in_(people))
    change.update(part, {row.id: {"stands_for": None} for row in standing})
