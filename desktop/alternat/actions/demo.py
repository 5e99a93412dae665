"""The example dialogue: a template, two delegations of invented people, and a meeting well prepared."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from alternat.actions.delegations import change_participations, invite
from alternat.actions.demo_follow_up import add_follow_up
from alternat.actions.demo_planning import (
    add_consents,
    add_dates_to_avoid,
    add_requests,
    add_subgroups,
    add_tasks,
)
from alternat.actions.demo_programme import add_example_programme, change_since, publish_example
from alternat.actions.dialogues import create_dialogue
from alternat.actions.meetings import add_meeting, change_meeting, set_status
from alternat.actions.people import add_person
from alternat.actions.verbs import verb
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.language.vocabulary import honorific
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.people import Gender, NameOrder
from alternat.shipped import resource
from alternat.storage.workspace import Workspace

Texts = Mapping[str, Any]


@verb
def create_demo(workspace: Workspace, *, today: date | None = None) -> str:
    """Fill an empty workspace with the example and return the reference of the meeting to prepare.

    The last meeting was held in China, the next one is agreed for Canada: its programme has been published
    and has changed since, one sub-group is set up and another one proposed, and part of the checklist is
    done. Some findings are meant to be found; none of them blocks. Source: `resources/demo/dialogue.json`.
    """
    content = json.loads(resource("demo", "dialogue.json").read_text(encoding="utf-8"))
    create_dialogue(workspace, "canada-china", today=today)
    with workspace.change(message("Add the example meetings")):
        meetings = {texts["reference"]: _add_meeting(workspace, texts) for texts in content["meetings"]}
    with workspace.change(message("Add the example delegations")):
        people = _add_delegations(workspace, content["people"], meetings)
    _plan(workspace, content, meetings[content["programme"]["meeting"]], people)
    return str(content["meetings"][-1]["reference"])


@verb
def create_example(workspace: Workspace, *, today: date | None = None) -> str:
    """Fill an empty workspace with the example and what its meetings agreed; return what `create_demo` does.

    Some of what three meetings agreed is overdue, stuck or without news, a request waits, and a memorandum is
    about to expire.
    """
    reference = create_demo(workspace, today=today)
    add_follow_up(workspace)
    return reference


@verb
def _plan(workspace: Workspace, content: Texts, meeting: int, people: Mapping[str, int]) -> None:
    """Prepare the meeting in steps that the history shows, each one to undo by itself."""
    programme = content["programme"]
    with workspace.change(message("Add the example preparations")):
        add_dates_to_avoid(workspace, content["avoid"])
        add_tasks(workspace, meeting, content["tasks"], people)
        subgroups = add_subgroups(workspace, meeting, content["subgroups"], people)
        add_requests(workspace, content["guidance"], people)
    with workspace.change(message("Add the example programme")):
        sessions = add_example_programme(workspace, meeting, programme, people, subgroups)
    publish_example(workspace, meeting, programme["published"])
    with workspace.change(message("Change the example programme")):
        change_since(workspace, meeting, programme["since"], people, sessions)


def _add_meeting(workspace: Workspace, texts: Texts) -> int:
    changes = add_meeting(
        workspace,
        year=texts["year"],
        host=texts["host"],
        reference=texts["reference"],
        starts=date.fromisoformat(texts["starts"]),
        ends=date.fromisoformat(texts["ends"]),
        status=MeetingStatus(texts.get("status", MeetingStatus.DRAFT)),
    )
    (meeting,) = changes.inserted("meeting")
    change_meeting(workspace, meeting, {"number": texts["number"]})
    add_consents(workspace, texts.get("consents", ()), meeting=meeting)
    for step in texts.get("steps", ()):
        set_status(workspace, meeting, MeetingStatus(step))
    return meeting


def _add_delegations(
    workspace: Workspace, people: Sequence[Texts], meetings: Mapping[str, int]
) -> dict[str, int]:
    """Add the people to the meetings and return them by family name, or by given name without one."""
    entities = {row.code: row.id for row in workspace.tables.Entity.select()}
    by_family: dict[str, int] = {}
    for texts in people:
        (person,) = add_person(workspace, texts["side"], _fields(texts, entities)).inserted("person")
        by_family[texts["family"] or texts["given"]] = person
        for reference, status in texts["meetings"].items():
            changes = invite(workspace, meetings[reference], [person], role=Role(texts["role"]))
            part = {
                "status": ParticipationStatus(status),
                "stands_for": by_family.get(texts.get("stands_for", "-")),
            }
            change_participations(workspace, changes.inserted("participation"), part)
    return by_family


def _fields(texts: Texts, entities: Mapping[str, int]) -> dict[str, Any]:
    address = texts["honorific"]
    is_key = isinstance(address, str)
    return {
        "entity": entities.get(texts.get("entity", "")),
        "family": texts["family"],
        "given": texts["given"],
        "name_zh": texts["name_zh"],
        "sort_key": texts.get("sort_key", ""),
        "printed_name": texts.get("printed_name", ""),
        "name_order": NameOrder(texts.get("name_order", NameOrder.GIVEN_FIRST)),
        "honorific": honorific(address, texts["gender"]) if is_key else Label.from_mapping(address),
        "position": Label.from_mapping(texts["position"]),
        "gender": Gender(texts["gender"]),
        "languages": tuple(texts["languages"]),
    }
