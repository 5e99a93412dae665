"""Commands about the names: those of each side, and those of the dialogue itself."""

from typing import TYPE_CHECKING, Any

from alternat.cli.assignments import ASSIGNMENTS, read_assignments
from alternat.cli.face import Exit, Face
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command
from alternat.cli.values import Choice
from alternat.language.messages import message

if TYPE_CHECKING:
    from alternat.models.sides import Side

_TEXTS = (
    "country",
    "formal_country",
    "side_name",
    "delegation_name",
    "capital",
    "dialogue_name",
    "co_chair_office",
)
"""The texts of a side that staff may change; each has its first wording to go back to."""
_CODE = argument("code", metavar="SIDE", explains=message("The code of one side, such as CA."))


_SET = (*_TEXTS, "languages", "office_email")


@command("list", message("List the names of both sides, and the languages of their papers in their order."))
@FILE
@AS_JSON
def list_(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the names of both sides, and their languages."""
    with face.reading(file) as workspace:
        rows = list(workspace.tables.Side.select().order_by(workspace.tables.Side.number))
    if as_json:
        face.tell_json([_as_json(row) for row in rows])
        return Exit.DONE
    headings = (message("Side"), message("Field"), message("Text"))
    face.tell_table(
        headings,
        [
            (row.code, name, text)
            for row in rows
            for name, text in (
                *((name, face.read(getattr(row, name))) for name in _TEXTS),
                ("languages", ",".join(row.languages)),
                ("office_email", row.office_email),
            )
        ],
    )
    return Exit.DONE


@command(
    "set",
    message(
        "Change the names of a side, the office of its co-chair, or the order of languages on its papers "
        "(languages=fr,en,zh puts French first); office_email is the public address that calendars name."
    ),
)
@FILE
@_CODE
@ASSIGNMENTS
@AS_JSON
def change(face: Face, file: str, code: str, assignments: tuple[str, ...], *, as_json: bool) -> Exit:
    """Change texts of a side and its languages, all in one step."""
    from alternat.actions.meetings import side_id
    from alternat.actions.terms import change_side

    with face.writing(file) as workspace:
        tables = workspace.tables
        row = tables.Side.get_by_id(side_id(tables, code))
        fields = read_assignments(tables, row, assignments, frozenset(_SET))
        face.tell_done(change_side(workspace, row.id, fields), as_json=as_json)
    return Exit.DONE


@command("restore", message("Give a text of a side its first wording back."))
@FILE
@_CODE
@argument(
    "field",
    metavar="FIELD",
    type=Choice(_TEXTS),
    explains=message("The text, such as co_chair_office; “side list” names them."),
)
@AS_JSON
def restore(face: Face, file: str, code: str, field: str, *, as_json: bool) -> Exit:
    """Give a text of a side its first wording back."""
    from alternat.actions.meetings import side_id
    from alternat.actions.terms import restore_side

    with face.writing(file) as workspace:
        key = side_id(workspace.tables, code)
        face.tell_done(restore_side(workspace, key, field), as_json=as_json)
    return Exit.DONE


@command("set", message("Change the name or the short name of the dialogue."))
@FILE
@ASSIGNMENTS
@AS_JSON
def rename(face: Face, file: str, assignments: tuple[str, ...], *, as_json: bool) -> Exit:
    """Change the name or the short name of the dialogue."""
    from alternat.actions.dialogues import change_dialogue

    with face.writing(file) as workspace:
        tables = workspace.tables
        only = frozenset({"name", "short_name"})
        fields = read_assignments(tables, tables.Dialogue.get(), assignments, only)
        face.tell_done(change_dialogue(workspace, fields), as_json=as_json)
    return Exit.DONE


def _as_json(row: "Side") -> dict[str, Any]:
    texts = {name: getattr(row, name).as_mapping() for name in _TEXTS}
    return {
        "code": row.code,
        "number": row.number,
        **texts,
        "time_zone": row.time_zone,
        "paper": row.paper,
        "languages": list(row.languages),
        "colour": row.colour,
        "office_email": row.office_email,
    }


COMMANDS = (
    Group("dialogue", (rename,), message("Change the name of the dialogue.")),
    Group("side", (list_, change, restore), message("List or change the names of a side.")),
)
