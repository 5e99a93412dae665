"""What the two sides of the example dialogue have agreed and prepared: consents, sub-groups, tasks, dates."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from alternat.actions.calendars import add_avoid_dates
from alternat.actions.consents import give_consent
from alternat.actions.countdown import change_tasks, start_checklist, tick
from alternat.actions.guidance import add_guidance, answer_for
from alternat.actions.subgroups import add_subgroup
from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.nouns.consents import ConsentStep
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.countdown import shipped_countdown
from alternat.storage.workspace import Workspace

WHENEVER = date.max
"""The day on which the example is told: whatever the day here is, what it tells of has happened."""

Texts = Mapping[str, Any]
People = Mapping[str, int]
"""The example's people by family name."""


def add_consents(
    workspace: Workspace,
    consents: Iterable[Texts],
    *,
    meeting: int | None = None,
    subgroup: int | None = None,
) -> None:
    """Record what each side said of a meeting or a sub-group, in the order in which it was said."""
    for texts in consents:
        give_consent(
            workspace,
            side=texts["side"],
            step=ConsentStep(texts["step"]),
            given=date.fromisoformat(texts["given"]),
            document=texts["document"],
            meeting=meeting,
            subgroup=subgroup,
        )


def add_dates_to_avoid(workspace: Workspace, stretches: Iterable[Texts]) -> None:
    """Record the days that the sides would rather avoid."""
    for texts in stretches:
        add_avoid_dates(
            workspace,
            texts["side"],
            starts=date.fromisoformat(texts["starts"]),
            ends=date.fromisoformat(texts["ends"]),
            reason=Label.from_mapping(texts["reason"]),
            is_private=texts.get("is_private", False),
        )


def add_subgroups(
    workspace: Workspace, meeting: int, subgroups: Iterable[Texts], people: People
) -> dict[str, int]:
    """Add the sub-groups with what each side said of them, and return them by their keys."""
    topics = topic_ids(workspace.tables)
    entities = {row.code: row.id for row in workspace.tables.Entity.select()}
    added: dict[str, int] = {}
    for texts in subgroups:
        changes = add_subgroup(
            workspace,
            meeting,
            Label.from_mapping(texts["name"]),
            [topics[number] for number in texts["topics"]],
            {entities[code]: people.get(lead) for code, lead in texts["entities"].items()},
        )
        (key,) = changes.inserted("sub_group")
        add_consents(workspace, texts["consents"], subgroup=key)
        added[texts["key"]] = key
    return added


def add_tasks(workspace: Workspace, meeting: int, texts: Texts, people: People) -> None:
    """Start the checklist of a meeting, name who sees to some of it, and tick off what is done."""
    tasks = workspace.tables.Task
    start_checklist(workspace, meeting)
    rows = tasks.select().where(tasks.meeting == meeting).order_by(tasks.number)
    ids = {line.code: row.id for line, row in zip(shipped_countdown(), rows, strict=True)}
    for code, name in texts["owners"].items():
        change_tasks(workspace, [ids[code]], {"owner": people[name]})
    for done in texts["done"]:
        tick(workspace, [ids[done["code"]]], date.fromisoformat(done["on"]), done["by"])


def add_requests(
    workspace: Workspace,
    requests: Iterable[Texts],
    people: People,
    outcomes: Mapping[str, int] = MappingProxyType({}),
) -> None:
    """Record what existing dialogues have asked of the co-chairs, and what was answered.

    `outcomes` are those on which requests arose, by code.
    """
    topics = topic_ids(workspace.tables)
    provision = workspace.tables.Provision
    rows = provision.select().where(provision.kind == ProvisionKind.EXISTING_DIALOGUE)
    dialogues = {row.number: row.id for row in rows}
    for texts in requests:
        labels = {
            each: Label.from_mapping(texts.get(each, {})) for each in ("question", "background", "answer")
        }
        days = {
            each: date.fromisoformat(texts[each]) for each in ("asked_on", "answered_on") if each in texts
        }
        others = {
            "dialogue": dialogues[texts["dialogue"]],
            "asked_by": people.get(texts.get("asked_by", "")),
            "reference": texts.get("reference", ""),
            "topic": topics.get(texts.get("topic", 0)),
            "outcome": outcomes.get(texts.get("outcome", "")),
        }
        (request,) = add_guidance(workspace, {**labels, **days, **others}, today=WHENEVER).inserted(
            "guidance"
        )
        for answer in texts.get("answers", ()):
            given = {
                "text": Label.from_mapping(answer["text"]),
                "given": date.fromisoformat(answer["given"]),
                "document": answer["document"],
            }
            answer_for(workspace, request, answer["side"], given, today=WHENEVER)


def topic_ids(tables: Tables) -> dict[int, int]:
    """Return the topics of the dialogue by their numbers."""
    provision = tables.Provision
    rows = provision.select().where(provision.kind == ProvisionKind.TOPIC)
    return {row.number: row.id for row in rows.order_by(provision.number)}
