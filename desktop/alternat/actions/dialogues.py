"""Verbs about the dialogue as a whole: fill a new one from a template, and rename it."""

from datetime import date
from typing import Any

from alternat.actions.countdown import fill_template
from alternat.actions.fields import Fields, checked
from alternat.actions.verbs import verb
from alternat.clock import this_day
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import mark, message
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.templates import Template, template
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace

SIDE_COLOURS = ("#B3261E", "#1F5FA8")
"""The colours that mark the first and the second side, told apart in light and dark and in grey."""


class NotEmpty(AlternatError):
    """The workspace already holds a dialogue."""

    template = mark("“{name}” already holds a dialogue. Choose another file name.")


@verb
def create_dialogue(
    workspace: Workspace, template_id: str = "canada-china", *, today: date | None = None
) -> Changes:
    """Fill an empty workspace from a template: sides, entities, terms of reference and the countdown.

    Meetings of the past that the template knows are entered as held. An unknown template is an
    `UnknownTemplate`, a workspace that is not empty a `NotEmpty`.
    """
    chosen = template(template_id)
    if workspace.tables.Dialogue.select().exists():
        raise NotEmpty(name=workspace.name)
    label = message("New dialogue from “{template}”", template=chosen.title)
    with workspace.change(label, lasting=True) as change:
        _fill(workspace, change, chosen, today or this_day())
    return change.result


@verb
def change_dialogue(workspace: Workspace, fields: Fields) -> Changes:
    """Change the names of the dialogue."""
    tables = workspace.tables
    row = tables.Dialogue.get()
    values = checked(tables.Dialogue, fields)
    with workspace.change(message("Change the name of the dialogue")) as change:
        change.update(tables.Dialogue, {row.id: values})
    return change.result


def _fill(workspace: Workspace, change: Change, chosen: Template, today: date) -> None:
    tables, content = workspace.tables, chosen.content
    name = Label.from_mapping(content["dialogue"]["name"])
    change.insert(
        tables.Dialogue,
        [
            {
                "template": chosen.id,
                "name": name,
                "original": name,
                "status": Label.from_mapping(content["dialogue"]["name_status"]),
                "short_name": Label.from_mapping(content["dialogue"]["short_name"]),
                "created": today,
            }
        ],
    )
    rows = [_side(number, texts) for number, texts in enumerate(content["sides"], 1)]
    codes = [texts["code"] for texts in content["sides"]]
    sides = dict(zip(codes, change.insert(tables.Side, rows), strict=True))
    numbers = dict.fromkeys(codes, 0)
    entities = []
    for texts in content["entities"]:
        numbers[texts["side"]] += 1
        entities.append(_entity(sides[texts["side"]], numbers[texts["side"]], texts))
    change.insert(tables.Entity, entities)
    change.insert(tables.Provision, _provisions(content["provisions"]))
    fill_template(tables, change)
    zones = {texts["code"]: texts["time_zone"] for texts in content["sides"]}
    change.insert(tables.Meeting, [_past_meeting(texts, sides, zones) for texts in content["history"]])


def _side(number: int, texts: dict[str, Any]) -> dict[str, Any]:
    labels = (
        "country", "formal_country", "side_name", "delegation_name", "capital", "dialogue_name",
        "co_chair_office", "co_chair_original", "co_chair_status",
    )  # fmt: skip
    return {
        "code": texts["code"],
        "number": number,
        "time_zone": texts["time_zone"],
        "paper": texts["paper"],
        "languages": tuple(texts["languages"]),
        "colour": SIDE_COLOURS[number - 1],
        **{field: Label.from_mapping(texts[field]) for field in labels},
    }


def _entity(side: int, number: int, texts: dict[str, Any]) -> dict[str, Any]:
    name = Label.from_mapping(texts["name"])
    return {
        "side": side,
        "code": texts["code"],
        "number": number,
        "name": name,
        "acronym": Label.from_mapping(texts["acronym"]),
        "aliases": "\n".join(texts["also"]),
        "original": name,
        "status": Label.from_mapping(texts["status"]),
    }


def _provisions(all_texts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    numbers: dict[str, int] = {}
    rows = []
    for texts in all_texts:
        numbers[texts["kind"]] = numbers.get(texts["kind"], 0) + 1
        text = Label.from_mapping(texts["text"])
        rows.append(
            {
                "kind": texts["kind"],
                "number": numbers[texts["kind"]],
                "section": texts["section"],
                "code": texts["code"],
                "text": text,
                "short": Label.from_mapping(texts.get("short", {})),
                "original": text,
                "status": Label.from_mapping(texts["status"]),
                "note": texts.get("note", ""),
            }
        )
    return rows


def _past_meeting(texts: dict[str, Any], sides: dict[str, int], zones: dict[str, str]) -> dict[str, Any]:
    return {
        "reference": texts["reference"],
        "year": texts["year"],
        "number": texts["number"],
        "host": sides[texts["host"]],
        "city": Label.from_mapping(texts["city"]),
        "starts": date.fromisoformat(texts["starts"]),
        "ends": date.fromisoformat(texts["ends"]),
        "time_zone": zones[texts["host"]],
        "status": MeetingStatus.HELD,
    }
