"""Commands about the names: those of each side, and those of the dialogue itself."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import given
from alternat.cli.noun_commands import Beside, told
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command
from alternat.cli.values import Choice
from alternat.language.messages import message
from alternat.nouns.dialogues import DIALOGUE
from alternat.nouns.kinds import Texts
from alternat.nouns.sides import SIDE

if TYPE_CHECKING:
    from alternat.models.tables import Tables

_TEXTS = {each.on_line: each.name for each in SIDE.fields if isinstance(each.kind, Texts)}
"""The texts of a side by their options; each has its first wording to go back to."""
_SHOWN = tuple(each for each in SIDE.fields if each.explains)
_CODE = argument("code", metavar="SIDE", explains=message("The code of one side, such as CA."))


@command("list", message("List the names of both sides, and the languages of their papers in their order."))
@FILE
@AS_JSON
def list_(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the names of both sides, and their languages."""
    with face.reading(file) as workspace:
        rows = list(workspace.tables.Side.select().order_by(workspace.tables.Side.number))
        sides = _told(workspace.tables)
    if as_json:
        face.tell_json(sides)
        return Exit.DONE
    headings = (message("Side"), message("Field"), message("Text"))
    listed = [(row, field, getattr(row, field.name)) for row in rows for field in _SHOWN]
    face.tell_table(
        headings,
        [
            (row.code, field.on_line, ",".join(value) if isinstance(value, tuple) else face.show(value))
            for row, field, value in listed
        ],
    )
    return Exit.DONE


@command(
    "set",
    message(
        "Change the names of a side, the office of its co-chair, or the order of languages on its papers."
    ),
)
@FILE
@_CODE
@options(SIDE, is_new=False)
@AS_JSON
def change(face: Face, file: str, code: str, *, as_json: bool, **typed: Any) -> Exit:
    """Change texts of a side and its languages, all in one step."""
    from alternat.actions.meetings import side_id
    from alternat.actions.terms import change_side

    with face.writing(file) as workspace:
        tables = workspace.tables
        row = tables.Side.get_by_id(side_id(tables, code))
        fields = given(read(face, tables, SIDE, typed, row=row), spellings(SIDE))
        changes = change_side(workspace, row.id, fields)
        face.tell_done(changes, as_json=as_json, rows=_told(tables, (row.id,)))
    return Exit.DONE


@command("restore", message("Give a text of a side its first wording back."))
@FILE
@_CODE
@argument(
    "field",
    metavar="FIELD",
    type=Choice(_TEXTS),
    explains=message("The text, such as co-chair-office; “side list” names them."),
)
@AS_JSON
def restore(face: Face, file: str, code: str, field: str, *, as_json: bool) -> Exit:
    """Give a text of a side its first wording back."""
    from alternat.actions.meetings import side_id
    from alternat.actions.terms import restore_side

    with face.writing(file) as workspace:
        key = side_id(workspace.tables, code)
        face.tell_done(restore_side(workspace, key, _TEXTS[field]), as_json=as_json)
    return Exit.DONE


@command("set", message("Change the name or the short name of the dialogue."))
@FILE
@options(DIALOGUE, is_new=False)
@AS_JSON
def rename(face: Face, file: str, *, as_json: bool, **typed: Any) -> Exit:
    """Change the name or the short name of the dialogue."""
    from alternat.actions.dialogues import change_dialogue

    with face.writing(file) as workspace:
        tables = workspace.tables
        fields = read(face, tables, DIALOGUE, typed, row=tables.Dialogue.get())
        changes = change_dialogue(workspace, given(fields, spellings(DIALOGUE)))
        face.tell_done(changes, as_json=as_json, rows=told(DIALOGUE, tables, None, None))
    return Exit.DONE


def _told(tables: "Tables", keys: Collection[int] | None = None) -> list[dict[str, Any]]:
    return told(SIDE, tables, None, keys, Beside(_codes))


def _codes(tables: "Tables", _: int | None) -> Mapping[int, Mapping[str, Any]]:
    return {row.id: {"code": row.code, "number": row.number} for row in tables.Side.select()}


COMMANDS = (
    Group("dialogue", (rename,), message("Change the name of the dialogue.")),
    Group("side", (list_, change, restore), message("List or change the names of a side.")),
)
