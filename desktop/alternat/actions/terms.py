"""Verbs about the terms of reference: the sides, the participating entities, and the texts."""

from collections.abc import Sequence
from typing import Any

from alternat.actions.consent_rows import forget_consents
from alternat.actions.fields import Fields, checked, refuse_locked
from alternat.actions.meetings import side_id
from alternat.actions.text_rows import forget_texts, with_outdated
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message
from alternat.models.base import Row, tuples
from alternat.nouns.provisions import PROVISION, ProvisionKind, TextStatus
from alternat.planning.consents import ConsentSubject
from alternat.planning.precedence import moved_to
from alternat.planning.templates import template
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace


class EntityInUse(AlternatError):
    """An entity with people cannot be removed."""

    template = mark("“{entity}” still has people. Move them to another entity first.")


class CodeTaken(AlternatError):
    """Two entities cannot share a code."""

    template = mark("There is already an entity with the code “{code}”.")


class DueWithoutObjective(AlternatError):
    """A text that is no objective would have a due date."""

    template = mark("Only an objective has a due date. Leave it out.")


@verb
def change_side(workspace: Workspace, side: int, fields: Fields) -> Changes:
    """Change the names, the paper, the languages, the zone or the co-chair office of a side.

    The languages are codes, first to last, in which its office puts them on its papers, each once.
    """
    tables = workspace.tables
    values = checked(tables.Side, fields)
    with workspace.change(message("Change the {side}", side=tables.Side.get_by_id(side).side_name)) as change:
        change.update(tables.Side, {side: values})
    return change.result


@verb
def change_entity(workspace: Workspace, entity: int, fields: Fields) -> Changes:
    """Change the names of a participating entity; without a name in any language it is an `InvalidValue`."""
    tables = workspace.tables
    values = checked(tables.Entity, fields)
    with workspace.change(message("Change {entity}", entity=tables.Entity.get_by_id(entity).name)) as change:
        change.update(tables.Entity, {entity: values})
    return change.result


@verb
def add_entity(workspace: Workspace, side: str, fields: Fields) -> Changes:
    """Add a participating entity to a side, after those it has."""
    tables = workspace.tables
    owner = side_id(tables, side)
    number = tables.Entity.select().where(tables.Entity.side == owner).count() + 1
    code = fields.get("code") or f"{side.upper()}-{number}"
    values = checked(tables.Entity, {**fields, "code": code}, is_new=True)
    if tables.Entity.select().where(tables.Entity.code == values["code"]).exists():
        raise CodeTaken(code=values["code"])
    row = {**values, "side": owner, "number": number}
    with workspace.change(message("Add {entity}", entity=values["name"])) as change:
        change.insert(tables.Entity, [row])
    return change.result


@verb
def remove_entity(workspace: Workspace, entity: int) -> Changes:
    """Remove an entity that nobody belongs to."""
    tables = workspace.tables
    row = tables.Entity.get_by_id(entity)
    if tables.Person.select().where(tables.Person.entity == entity).exists():
        raise EntityInUse(entity=row.name)
    with workspace.change(message("Remove {entity}", entity=row.name)) as change:
        change.delete(tables.Entity, [entity])
        _number(change, tables.Entity, _siblings(tables.Entity, tables.Entity.side == row.side_id))
    return change.result


@verb
def move_entity(workspace: Workspace, entity: int, number: int) -> Changes:
    """Put an entity at a place in the order of its side, counted from 1."""
    tables = workspace.tables
    row = tables.Entity.get_by_id(entity)
    order = _siblings(tables.Entity, tables.Entity.side == row.side_id)
    return _renumber(
        workspace, tables.Entity, message("Move {entity}", entity=row.name), order, entity, number
    )


@verb
def change_provision(workspace: Workspace, provision: int, fields: Fields) -> Changes:
    """Change a text of the terms of reference; its original stays beside it.

    Only an objective has a due date, and states are set by `actions.provision_states`.
    """
    tables = workspace.tables
    refuse_locked(PROVISION, fields)
    values = checked(tables.Provision, fields)
    row = tables.Provision.get_by_id(provision)
    _refuse_due(row.kind, values)
    label = message("Change “{text}” in the terms of reference", text=row.short or row.text)
    label = with_outdated(label, tables, "provision", {provision: values})
    with workspace.change(label) as change:
        change.update(tables.Provision, {provision: values})
    return change.result


@verb
def add_provision(
    workspace: Workspace, kind: ProvisionKind, text: Label, more: Fields | None = None
) -> Changes:
    """Add a topic, existing dialogue, objective or rule after those there are; `more` are other fields."""
    tables = workspace.tables
    order = _siblings(tables.Provision, tables.Provision.kind == kind)
    number = len(order) + 1
    refuse_locked(PROVISION, more or {})
    values = checked(tables.Provision, {**(more or {}), "text": text})
    _refuse_due(kind, values)
    row = {**values, "kind": kind, "number": number, "code": _free_code(workspace, kind, number)}
    with workspace.change(message("Add “{text}” to the terms of reference", text=values["text"])) as change:
        change.insert(tables.Provision, [row])
    return change.result


@verb
def remove_provision(workspace: Workspace, provision: int) -> Changes:
    """Remove a text, with the consents of the sides to it; those behind it move up."""
    tables = workspace.tables
    row = tables.Provision.get_by_id(provision)
    label = message("Remove “{text}” from the terms of reference", text=row.short or row.text)
    with workspace.change(label) as change:
        forget_consents(change, tables, ConsentSubject.TOPIC, (provision,))
        forget_texts(change, tables, "provision", (provision,))
        change.delete(tables.Provision, [provision])
        _number(change, tables.Provision, _siblings(tables.Provision, tables.Provision.kind == row.kind))
    return change.result


@verb
def move_provision(workspace: Workspace, provision: int, number: int) -> Changes:
    """Put a text at a place among those of its kind, counted from 1.

    Topics and objectives that were added later always follow those of the terms of reference.
    """
    tables = workspace.tables
    row = tables.Provision.get_by_id(provision)
    order = _siblings(tables.Provision, tables.Provision.kind == row.kind)
    if row.kind in (ProvisionKind.TOPIC, ProvisionKind.OBJECTIVE):
        first = sum(bool(tables.Provision.get_by_id(each).original) for each in order)
        number = min(number, first) if row.original else max(number, first + 1)
    label = message("Change the order of the terms of reference")
    return _renumber(workspace, tables.Provision, label, order, provision, number)


@verb
def restore_provision(workspace: Workspace, provision: int) -> Changes:
    """Give a text its original wording back, in every language."""
    tables = workspace.tables
    row = tables.Provision.get_by_id(provision)
    values = {provision: {"text": row.original}}
    label = with_outdated(message("Restore the original wording"), tables, "provision", values)
    with workspace.change(label) as change:
        change.update(tables.Provision, values)
    return change.result


@verb
def restore_entity(workspace: Workspace, entity: int) -> Changes:
    """Give an entity the name of the terms of reference back, in every language."""
    tables = workspace.tables
    row = tables.Entity.get_by_id(entity)
    with workspace.change(message("Restore the original wording")) as change:
        change.update(tables.Entity, {entity: {"name": row.original}})
    return change.result


@verb
def restore_side(workspace: Workspace, side: int, field: str) -> Changes:
    """Give one text of a side the wording of the template back; the co-chair's office that of the terms."""
    tables = workspace.tables
    row = tables.Side.get_by_id(side)
    origin = template(tables.Dialogue.get().template)
    original = row.co_chair_original if field == "co_chair_office" else origin.side_original(row.code, field)
    with workspace.change(message("Restore the original wording")) as change:
        change.update(tables.Side, {side: checked(tables.Side, {field: original})})
    return change.result


def status_of(text: Label, original: Label, status: Label) -> Label:
    """Return where each language of a text comes from: its status, or `edited` where it is not the original.

    A text that was never in the terms of reference is `edited` in every language it has.
    """
    return Label(
        *(
            (own if mine == first and own else TextStatus.EDITED.value) if mine else ""
            for mine, first, own in (
                (text.en, original.en, status.en),
                (text.fr, original.fr, status.fr),
                (text.zh, original.zh, status.zh),
            )
        )
    )


def _refuse_due(kind: ProvisionKind, values: Fields) -> None:
    if values.get("due") is not None and kind is not ProvisionKind.OBJECTIVE:
        raise DueWithoutObjective


def _free_code(workspace: Workspace, kind: ProvisionKind, number: int) -> str:
    provision = workspace.tables.Provision
    taken = {row.code for row in provision.select(provision.code)}
    word = "dialogue" if kind is ProvisionKind.EXISTING_DIALOGUE else kind.value
    while f"{word}-{number}" in taken:
        number += 1
    return f"{word}-{number}"


def _siblings(model: Any, condition: Any) -> list[int]:
    return [row.id for row in model.select(model.id).where(condition).order_by(model.number, model.id)]


@verb
def _renumber(
    workspace: Workspace, model: type[Row], label: Message, order: Sequence[int], moved: int, number: int
) -> Changes:
    with workspace.change(label) as change:
        _number(change, model, moved_to(order, [moved], number))
    return change.result


def _number(change: Change, model: Any, order: Sequence[int]) -> None:
    now = dict(tuples(model.select(model.id, model.number).where(model.id.in_(list(order)))))
    wanted = {each: number for number, each in enumerate(order, 1)}
    numbers = {each: {"number": number} for each, number in wanted.items() if now[each] != number}
    change.update(model, numbers, reckoned=True)
