"""Commands about the terms of reference: list, add, change, order and remove their texts and entities."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alternat.cli.assignments import ASSIGNMENTS, read_assignments
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE, SIDE
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice, WholeNumber
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark, message

if TYPE_CHECKING:
    from alternat.models.entities import Entity
    from alternat.models.provisions import Provision
    from alternat.models.tables import Tables

CODE = argument(
    "code", metavar="CODE", explains=message("The code of a text or an entity, which “terms” lists.")
)
_KINDS = ("entity", "topic", "existing-dialogue", "objective", "rule")
_ENTITY_FIELDS = frozenset({"name", "acronym", "aliases"})
_TEXT_FIELDS = frozenset({"text", "short", "note"})


class SideNeeded(AlternatError):
    """An entity was to be added without its side."""

    template = mark("An entity belongs to a side. Name it with --side, such as CA.")


class NoSideHere(AlternatError):
    """A text of the terms of reference was to be given to one side."""

    template = mark("A text of the terms of reference belongs to both sides. Leave --side out.")


@command("terms", message("List the texts of the terms of reference."))
@FILE
@AS_JSON
def terms(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the participating entities and the texts of the terms of reference."""
    with face.reading(file) as workspace:
        listed = _texts(workspace.tables)
    if as_json:
        face.tell_json([_as_json(each) for each in listed])
    else:
        headings = (message("Code"), message("Kind"), message("Text"))
        face.tell_table(
            headings, [(each.code, _kind(face, each.kind), face.read(each.text)) for each in listed]
        )
    return Exit.DONE


@command("add", message("Add an entity to a side, or a text to the terms of reference."))
@FILE
@option(
    "--kind",
    metavar="KIND",
    type=Choice(_KINDS),
    required=True,
    explains=message("What is added: entity, topic, existing-dialogue, objective or rule."),
)
@SIDE
@ASSIGNMENTS
@AS_JSON
def add(
    face: Face, file: str, kind: str, side: str | None, assignments: tuple[str, ...], *, as_json: bool
) -> Exit:
    """Add an entity behind those of its side, or a text behind those of its kind."""
    from alternat.actions.terms import add_entity, add_provision
    from alternat.nouns.provisions import ProvisionKind

    with face.writing(file) as workspace:
        tables = workspace.tables
        if kind == "entity":
            if side is None:
                raise SideNeeded
            words = frozenset({*_ENTITY_FIELDS, "code"})
            changes = add_entity(
                workspace, side, read_assignments(tables, tables.Entity(), assignments, words)
            )
        else:
            if side is not None:
                raise NoSideHere
            words = frozenset({"text"})
            fields = read_assignments(tables, tables.Provision(), assignments, words)
            changes = add_provision(workspace, ProvisionKind(kind), fields["text"])
        face.tell_done(changes, as_json=as_json)
    return Exit.DONE


@command("set", message("Change a text in one or several languages; its original is kept."))
@FILE
@CODE
@ASSIGNMENTS
@AS_JSON
def change(face: Face, file: str, code: str, assignments: tuple[str, ...], *, as_json: bool) -> Exit:
    """Change a text of the terms of reference, or the names of an entity."""
    from alternat.actions.terms import change_entity, change_provision

    with face.writing(file) as workspace:
        row, is_entity = _found(workspace.tables, code)
        only = _ENTITY_FIELDS if is_entity else _TEXT_FIELDS
        fields = read_assignments(workspace.tables, row, assignments, only)
        verb = change_entity if is_entity else change_provision
        face.tell_done(verb(workspace, row.id, fields), as_json=as_json)
    return Exit.DONE


@command("restore", message("Give a text the wording of the terms of reference back."))
@FILE
@CODE
@AS_JSON
def restore(face: Face, file: str, code: str, *, as_json: bool) -> Exit:
    """Give a text or an entity its original wording back."""
    from alternat.actions.terms import restore_entity, restore_provision

    with face.writing(file) as workspace:
        row, is_entity = _found(workspace.tables, code)
        verb = restore_entity if is_entity else restore_provision
        face.tell_done(verb(workspace, row.id), as_json=as_json)
    return Exit.DONE


@command("move", message("Put an entity or a text at a place among those of its side or kind."))
@FILE
@CODE
@option(
    "--to",
    "place",
    metavar="PLACE",
    required=True,
    type=WholeNumber(1, 10_000),
    explains=message("The place, from 1."),
)
@AS_JSON
def move(face: Face, file: str, code: str, place: int, *, as_json: bool) -> Exit:
    """Put an entity or a text at a place in its order."""
    from alternat.actions.terms import move_entity, move_provision

    with face.writing(file) as workspace:
        row, is_entity = _found(workspace.tables, code)
        verb = move_entity if is_entity else move_provision
        face.tell_done(verb(workspace, row.id, place), as_json=as_json)
    return Exit.DONE


@command("remove", message("Remove a text, or an entity that nobody belongs to."))
@FILE
@CODE
@AS_JSON
def remove(face: Face, file: str, code: str, *, as_json: bool) -> Exit:
    """Remove a text, or an entity that nobody belongs to."""
    from alternat.actions.removals import text_removal
    from alternat.actions.terms import remove_entity, remove_provision

    with face.writing(file) as workspace:
        row, is_entity = _found(workspace.tables, code)
        verb = remove_entity if is_entity else remove_provision
        along = text_removal(workspace.tables, type(row), row.id)
        face.tell_done(verb(workspace, row.id), as_json=as_json, along=along)
    return Exit.DONE


def _found(tables: "Tables", code: str) -> "tuple[Entity | Provision, bool]":
    """Return the row of a code, and whether it is an entity; else an `UnknownRow`."""
    from alternat.nouns.provisions import PROVISION
    from alternat.planning.rows import UnknownRow

    if entity := tables.Entity.get_or_none(tables.Entity.code == code):
        return entity, True
    if provision := tables.Provision.get_or_none(tables.Provision.code == code):
        return provision, False
    raise UnknownRow(PROVISION, code)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A text of the terms of reference, or the name of an entity; `side` is the entity's."""

    code: str
    kind: str
    side: str | None
    text: Label
    original: Label
    status: Label


def _texts(tables: "Tables") -> list[_Listed]:
    sides = {row.id: row.code for row in tables.Side.select()}
    entities = tables.Entity.select().order_by(tables.Entity.side, tables.Entity.number)
    provisions = tables.Provision.select().order_by(tables.Provision.id)
    return [
        *(
            _Listed(row.code, "entity", sides[row.side_id], row.name, row.original, row.status)
            for row in entities
        ),
        *(_Listed(row.code, row.kind, None, row.text, row.original, row.status) for row in provisions),
    ]


def _as_json(listed: _Listed) -> dict[str, object]:
    return {
        "code": listed.code,
        "kind": listed.kind,
        "side": listed.side,
        "text": listed.text.as_mapping(),
        "original": listed.original.as_mapping(),
        "status": listed.status.as_mapping(),
    }


def _kind(face: Face, kind: str) -> str:
    names = {
        "entity": message("entity"),
        "purpose": message("purpose"),
        "topic": message("topic"),
        "existing-dialogue": message("existing dialogue"),
        "objective": message("objective"),
        "rule": message("rule"),
    }
    return face.say(names[kind])


COMMANDS = (
    terms,
    Group(
        "term",
        (add, change, restore, move, remove),
        message("Add, change, order or remove texts and entities of the terms of reference."),
    ),
)
