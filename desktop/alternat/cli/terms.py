"""Commands about the terms of reference: list, add, change, order and remove their texts and entities."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import NotOfThis, given
from alternat.cli.noun_commands import Beside, told
from alternat.cli.parameters import AS_JSON, FILE, SIDE
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Choice, within
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark, message, series
from alternat.nouns.entities import ENTITY
from alternat.nouns.kinds import PLACES
from alternat.nouns.noun import Noun
from alternat.nouns.provisions import PROVISION, ProvisionKind

if TYPE_CHECKING:
    from alternat.models.entities import Entity
    from alternat.models.provisions import Provision
    from alternat.models.tables import Tables

CODE = argument(
    "code", metavar="CODE", explains=message("The code of a text or an entity, which “terms” lists.")
)
_ENTITY = "entity"
_KINDS = (_ENTITY, *(each.value for each in ProvisionKind if each is not ProvisionKind.PURPOSE))
"""What can be added: the purpose of a dialogue is one text, which stands there from the beginning."""
_LATER = ("short", "note")
"""What a text is given only once it is there."""


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
        listed = [*_told(workspace.tables, ENTITY), *_told(workspace.tables, PROVISION)]
    if as_json:
        face.tell_json(listed)
    else:
        headings = (message("Code"), message("Kind"), message("Text"))
        face.tell_table(
            headings,
            [(each["code"], _kind(face, each["kind"]), face.read(Label(**each["text"]))) for each in listed],
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
@options(ENTITY, is_new=True, without=("code?", "name?"))
@options(PROVISION, is_new=True, without=("text?", *_LATER))
@AS_JSON
def add(face: Face, file: str, kind: str, side: str | None, *, as_json: bool, **typed: Any) -> Exit:
    """Add an entity behind those of its side, or a text behind those of its kind."""
    from alternat.actions.terms import add_entity, add_provision

    with face.writing(file) as workspace:
        tables = workspace.tables
        entity, text = read(face, tables, ENTITY, typed), read(face, tables, PROVISION, typed)
        if kind == _ENTITY:
            if side is None:
                raise SideNeeded
            _refuse(PROVISION, text, ENTITY)
            changes = add_entity(workspace, side, entity)
        else:
            if side is not None:
                raise NoSideHere
            _refuse(ENTITY, entity, PROVISION, without=_LATER)
            changes = add_provision(workspace, ProvisionKind(kind), text.get("text", Label()))
        noun = ENTITY if kind == _ENTITY else PROVISION
        keys = changes.inserted(noun.table)
        face.tell_done(changes, as_json=as_json, rows=_told(tables, noun, keys))
    return Exit.DONE


@command("set", message("Change a text in one or several languages; its original is kept."))
@FILE
@CODE
@options(ENTITY, is_new=False)
@options(PROVISION, is_new=False)
@AS_JSON
def change(face: Face, file: str, code: str, *, as_json: bool, **typed: Any) -> Exit:
    """Change a text of the terms of reference, or the names of an entity."""
    from alternat.actions.terms import change_entity, change_provision

    with face.writing(file) as workspace:
        tables = workspace.tables
        row, is_entity = _found(tables, code)
        noun, other = (ENTITY, PROVISION) if is_entity else (PROVISION, ENTITY)
        fields = read(face, tables, noun, typed, row=row)
        _refuse(other, read(face, tables, other, typed), noun)
        verb = change_entity if is_entity else change_provision
        changes = verb(workspace, row.id, given(fields, spellings(noun)))
        face.tell_done(changes, as_json=as_json, rows=_told(tables, noun, (row.id,)))
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
    type=within(PLACES),
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
        rows = _told(workspace.tables, ENTITY if is_entity else PROVISION, (row.id,))
        face.tell_done(verb(workspace, row.id), as_json=as_json, along=along, rows=rows)
    return Exit.DONE


def _found(tables: "Tables", code: str) -> "tuple[Entity | Provision, bool]":
    """Return the row of a code, and whether it is an entity; else an `UnknownRow`."""
    from alternat.planning.rows import UnknownRow

    if entity := tables.Entity.get_or_none(tables.Entity.code == code):
        return entity, True
    if provision := tables.Provision.get_or_none(tables.Provision.code == code):
        return provision, False
    raise UnknownRow(PROVISION, code)


def _refuse(noun: Noun, values: Mapping[str, Any], instead: Noun, without: Collection[str] = ()) -> None:
    """Raise a `NotOfThis` for a value of the one noun where the other one is meant."""
    if values:
        option = f"--{noun.field(next(iter(values))).on_line}"
        raise NotOfThis(option=option, choices=series(spellings(instead, without=without)))


def _told(tables: "Tables", noun: Noun, keys: Collection[int] | None = None) -> list[dict[str, Any]]:
    """Return entities by their sides, or texts by their kinds, for JSON."""
    if noun is ENTITY:
        sides = [row.code for row in tables.Side.select().order_by(tables.Side.number)]
        entities = told(ENTITY, tables, None, keys, Beside(_beside_entities))
        return sorted(entities, key=lambda each: sides.index(each["side"]))
    kinds = [each.value for each in ProvisionKind]
    texts = told(PROVISION, tables, None, keys, Beside(_beside_texts))
    return sorted(texts, key=lambda each: kinds.index(each["kind"]))


def _beside_entities(tables: "Tables", _: int | None) -> Mapping[int, Mapping[str, Any]]:
    sides = {row.id: row.code for row in tables.Side.select()}
    return {
        row.id: {"kind": _ENTITY, "side": sides[row.side_id], "text": row.name.as_mapping(), **_wording(row)}
        for row in tables.Entity.select()
    }


def _beside_texts(tables: "Tables", _: int | None) -> Mapping[int, Mapping[str, Any]]:
    return {row.id: {"code": row.code, "side": None, **_wording(row)} for row in tables.Provision.select()}


def _wording(row: "Entity | Provision") -> dict[str, Any]:
    """Return what the terms of reference said first, and where the wording of today comes from."""
    return {"original": row.original.as_mapping(), "status": row.status.as_mapping()}


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
