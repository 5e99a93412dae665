"""Commands about requests for guidance: what existing dialogues ask of the co-chairs, and the answers."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import OneOrTheOther, given
from alternat.cli.noun_commands import Beside, Says, Verbs, noun_commands, one, told
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import Day, within
from alternat.clock import this_day
from alternat.language.messages import message
from alternat.nouns.guidance import GUIDANCE, GUIDANCE_ANSWER
from alternat.nouns.kinds import KEYS

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace

_NUMBER = argument(
    "number",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("The number of the request, which “guidance list” shows."),
)
_NUMBERS = argument(
    "numbers",
    metavar="NUMBER",
    nargs=-1,
    required=True,
    type=within(KEYS),
    explains=message("The numbers of the requests, which “guidance list” shows."),
)


def _verbs() -> Verbs:
    from alternat.actions.guidance import add_guidance, change_guidance, remove_guidance

    def add(workspace: "Workspace", _: int, fields: Mapping[str, Any]) -> "Changes":
        return add_guidance(workspace, fields)

    return Verbs(add, one(change_guidance), remove_guidance)


def _as_json(tables: "Tables", _: int | None) -> Mapping[int, Mapping[str, Any]]:
    from alternat.planning.guidance import guidance_requests

    return {
        plan.id: {
            "standing": plan.standing.value,
            "answers": [
                {
                    "side": each.side,
                    "text": each.text.as_mapping(),
                    "given": each.given.isoformat(),
                    "document": each.document,
                }
                for each in plan.answers
            ],
        }
        for plan in guidance_requests(tables)
    }


def _cells(face: Face, tables: "Tables", _: int | None) -> Mapping[int, Sequence[object]]:
    from alternat.planning.guidance import STANDINGS, guidance_requests

    return {plan.id: (face.catalog.say(STANDINGS[plan.standing]),) for plan in guidance_requests(tables)}


_BESIDE = Beside(_as_json, (message("Standing"),), _cells)


@command("answer", message("Record what the co-chair of a side answers, or take it away."))
@FILE
@_NUMBER
@option("--side", metavar="SIDE", required=True, explains=message("The code of one side, such as CA."))
@options(GUIDANCE_ANSWER, is_new=False)
@option("--none", "is_none", is_flag=True, explains=message("Take the answer of that side away."))
@AS_JSON
def answer(
    face: Face, file: str, number: int, side: str, *, is_none: bool, as_json: bool, **typed: Any
) -> Exit:
    """Record what the co-chair of a side answers; fields that are not given stay."""
    from alternat.actions.guidance import answer_for

    with face.writing(file) as workspace:
        tables = workspace.tables
        row = _standing_answer(tables, number, side)
        values = read(face, tables, GUIDANCE_ANSWER, typed, row=row)
        if is_none and values:
            raise OneOrTheOther(one="--none", other=f"--{GUIDANCE_ANSWER.field(next(iter(values))).on_line}")
        fields = None if is_none else given(values, spellings(GUIDANCE_ANSWER))
        _tell(face, workspace, answer_for(workspace, number, side, fields), (number,), as_json=as_json)
    return Exit.DONE


@command("close", message("Close requests for guidance."))
@FILE
@_NUMBERS
@option(
    "--on",
    "closed_on",
    metavar="DATE",
    type=Day(),
    explains=message("The day it was closed; today unless it is given."),
)
@AS_JSON
def close(face: Face, file: str, numbers: tuple[int, ...], closed_on: date | None, *, as_json: bool) -> Exit:
    """Close requests for guidance."""
    from alternat.actions.guidance import close_guidance

    with face.writing(file) as workspace:
        changes = close_guidance(workspace, numbers, closed_on or this_day())
        _tell(face, workspace, changes, numbers, as_json=as_json)
    return Exit.DONE


@command("reopen", message("Open requests for guidance again."))
@FILE
@_NUMBERS
@AS_JSON
def reopen(face: Face, file: str, numbers: tuple[int, ...], *, as_json: bool) -> Exit:
    """Open requests for guidance again."""
    from alternat.actions.guidance import close_guidance

    with face.writing(file) as workspace:
        _tell(face, workspace, close_guidance(workspace, numbers, None), numbers, as_json=as_json)
    return Exit.DONE


def _standing_answer(tables: "Tables", number: int, side: str) -> Any:
    from alternat.actions.meetings import side_id

    table: Any = tables.GuidanceAnswer
    return table.get_or_none((table.guidance == number) & (table.side == side_id(tables, side)))


def _tell(
    face: Face, workspace: "Workspace", changes: "Changes", numbers: tuple[int, ...], *, as_json: bool
) -> None:
    if as_json:
        face.tell_json(told(GUIDANCE, workspace.tables, None, numbers, _BESIDE))
    else:
        face.tell_done(changes)


_SAYS = Says(
    row=message("The number of the request, which “guidance list” shows."),
    add=message("Record what an existing dialogue asks of the co-chairs."),
    set=message("Change a request for guidance, or record the joint answer of the co-chairs."),
    remove=message("Remove a request for guidance with the answers to it."),
    list=message("List the requests for guidance."),
)
_COLUMNS = ("dialogue", "question", "topic", "outcome", "objective", "asked_on", "answered_on", "closed_on")

COMMANDS = (
    Group(
        "guidance",
        (
            *noun_commands(GUIDANCE, _verbs, _SAYS, beside=_BESIDE, columns=_COLUMNS, of_meeting=False),
            answer,
            close,
            reopen,
        ),
        message("Keep what existing dialogues ask of the co-chairs, and what they answer."),
    ),
)
