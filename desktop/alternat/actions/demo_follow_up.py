"""What the meetings of the example dialogue agreed, who carries it out, and at what its objectives aim."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from alternat.actions.delegations import change_participations, invite
from alternat.actions.demo_planning import WHENEVER, People, Texts, add_requests
from alternat.actions.existing import add_dialogue_meeting, add_holder
from alternat.actions.meetings import add_meeting
from alternat.actions.objectives import add_instrument, change_objective, set_binding, set_step
from alternat.actions.outcomes import (
    add_outcome,
    carrier_asked,
    carrier_heard,
    close_record,
    correct_outcome,
    link_outcomes,
    set_carriers,
    set_objectives,
    set_outcome_lead,
    set_outcome_state,
)
from alternat.actions.progress_notes import add_progress_note
from alternat.actions.verbs import verb
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.instruments import Binding, InstrumentKind, InstrumentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import Disclosure, LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind
from alternat.shipped import resource
from alternat.storage.workspace import Workspace

_DAYS = ("due", "consent_asked", "consent_given")


@verb
def add_follow_up(workspace: Workspace) -> None:
    """Record what the example's meetings agreed, in steps that the history shows.

    Two more meetings were held, in the two years before the example's first; they carry no number, since
    those of its meetings follow the meetings of the template. Source: `resources/demo/follow_up.json`.
    """
    content = json.loads(resource("demo", "follow_up.json").read_text(encoding="utf-8"))
    tables = workspace.tables
    people = {row.family or row.given: row.id for row in tables.Person.select()}
    with workspace.change(message("Add the example meetings")):
        for texts in content["meetings"]:
            _add_meeting(workspace, texts, people)
    meetings = {row.reference: row.id for row in tables.Meeting.select()}
    with workspace.change(message("Add the example outcomes")):
        outcomes = _add_outcomes(workspace, content, meetings, people)
    with workspace.change(message("Add the example objectives")):
        _add_leads(workspace, content, people)
        _add_instruments(workspace, content)
        add_requests(workspace, content["guidance"], people, outcomes)


def _add_meeting(workspace: Workspace, texts: Texts, people: People) -> None:
    added = add_meeting(
        workspace,
        year=texts["year"],
        host=texts["host"],
        reference=texts["reference"],
        starts=date.fromisoformat(texts["starts"]),
        ends=date.fromisoformat(texts["ends"]),
        status=MeetingStatus.HELD,
    )
    (meeting,) = added.inserted("meeting")
    for name, role in texts["took_part"].items():
        part = invite(workspace, meeting, [people[name]], role=Role(role)).inserted("participation")
        change_participations(workspace, part, {"status": ParticipationStatus.CONFIRMED})


def _add_outcomes(
    workspace: Workspace, content: Texts, meetings: Mapping[str, int], people: People
) -> Mapping[str, int]:
    """Add the outcomes with all that hangs on them; return their ids by code."""
    corrected = {each["outcome"]: each for each in content["corrections"]}
    known: dict[str, int] = {}
    for texts in content["outcomes"]:
        reference = texts["meeting"]
        code = f"{reference}-{1 + sum(each.startswith(f'{reference}-') for each in known)}"
        fields = _fields(workspace.tables, texts, meetings)
        if code in corrected:
            fields["text"] = Label.from_mapping(corrected[code]["before"])
        (outcome,) = add_outcome(workspace, fields, today=WHENEVER).inserted("outcome")
        known[code] = outcome
        _follow(workspace, outcome, texts, people)
        for earlier in texts.get("continues", ()):
            link_outcomes(workspace, outcome, known[earlier], LinkKind.CONTINUES)
    for reference, day in content["records_closed"].items():
        closed = date.fromisoformat(day)
        close_record(workspace, meetings[reference], closed, today=closed)
    right = {known[code]: texts for code, texts in zip(known, content["outcomes"], strict=True)}
    for code, texts in corrected.items():
        correct_outcome(
            workspace,
            known[code],
            {"text": Label.from_mapping(right[known[code]]["text"])},
            made_on=date.fromisoformat(texts["on"]),
            reason=Label.from_mapping(texts["reason"]),
            document=texts["document"],
            today=WHENEVER,
        )
    return known


def _fields(tables: Tables, texts: Texts, meetings: Mapping[str, int]) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "meeting": meetings[texts["meeting"]],
        "kind": OutcomeKind(texts["kind"]),
        "text": Label.from_mapping(texts["text"]),
        "short": Label.from_mapping(texts["short"]),
        "topic": _provisions(tables, ProvisionKind.TOPIC)[texts["topic"]],
        "disclosure": Disclosure(texts.get("disclosure", Disclosure.WITH_CONSENT)),
    }
    return fields | {name: date.fromisoformat(texts[name]) for name in _DAYS if name in texts}


def _follow(workspace: Workspace, outcome: int, texts: Texts, people: People) -> None:
    tables = workspace.tables
    dialogues = _provisions(tables, ProvisionKind.EXISTING_DIALOGUE)
    objectives = _provisions(tables, ProvisionKind.OBJECTIVE)
    carriers = {dialogues[int(number)]: days for number, days in texts.get("carriers", {}).items()}
    if carriers:
        set_carriers(workspace, outcome, list(carriers))
    for dialogue, days in carriers.items():
        if "last_asked" in days:
            carrier_asked(
                workspace, outcome, dialogue, date.fromisoformat(days["last_asked"]), today=WHENEVER
            )
        if "last_heard" in days:
            carrier_heard(
                workspace, outcome, dialogue, date.fromisoformat(days["last_heard"]), today=WHENEVER
            )
    for side, name in texts.get("leads", {}).items():
        set_outcome_lead(workspace, outcome, side, people[name])
    if texts.get("objectives"):
        set_objectives(workspace, outcome, [objectives[number] for number in texts["objectives"]])
    for each in texts.get("states", ()):
        reason = Label.from_mapping(each.get("reason", {}))
        on = date.fromisoformat(each["on"])
        set_outcome_state(
            workspace, [outcome], OutcomeState(each["state"]), on=on, reason=reason, today=WHENEVER
        )
    for note in texts.get("notes", ()):
        told = {
            "outcome": outcome,
            "day": date.fromisoformat(note["day"]),
            "side": tables.Side.get(tables.Side.code == note["side"]).id,
            "text": Label.from_mapping(note["text"]),
            "source": note["source"],
            "is_shared": note["shared"],
        }
        add_progress_note(workspace, told, today=WHENEVER)


def _add_leads(workspace: Workspace, content: Texts, people: People) -> None:
    tables = workspace.tables
    dialogues = _provisions(tables, ProvisionKind.EXISTING_DIALOGUE)
    objectives = _provisions(tables, ProvisionKind.OBJECTIVE)
    sides = {side.code: side.id for side in tables.Side.select()}
    for texts in content["holders"]:
        led = dialogues[texts["dialogue"]] if "dialogue" in texts else objectives[texts["objective"]]
        days = {name: date.fromisoformat(texts[name]) for name in ("since", "until") if name in texts}
        named = {"provision": led, "side": sides[texts["side"]], "person": people[texts["person"]]}
        add_holder(workspace, {**named, **days})
    for texts in content["dialogue_meetings"]:
        days = {name: date.fromisoformat(texts[name]) for name in ("starts", "ends") if name in texts}
        met = {"dialogue": dialogues[texts["dialogue"]], "city": Label.from_mapping(texts["city"])}
        add_dialogue_meeting(workspace, {**met, **days})
    for number, day in content["due"].items():
        change_objective(workspace, objectives[int(number)], {"due": date.fromisoformat(day)})


def _add_instruments(workspace: Workspace, content: Texts) -> None:
    objectives = _provisions(workspace.tables, ProvisionKind.OBJECTIVE)
    for texts in content["instruments"]:
        plain = {
            name: texts[name]
            for name in ("on_behalf", "months", "extension", "notice_months")
            if name in texts
        }
        fields = {
            "objective": objectives[texts["objective"]],
            "kind": InstrumentKind(texts["kind"]),
            "title": Label.from_mapping(texts["title"]),
            "authentic": tuple(texts["authentic"].split()),
            **plain,
        }
        (instrument,) = add_instrument(workspace, fields, today=WHENEVER).inserted("instrument")
        for side, binding in texts["binding"].items():
            set_binding(workspace, instrument, side, Binding(binding))
        for each in texts["steps"]:
            days = {name: date.fromisoformat(each[name]) for name in ("planned", "done_on") if name in each}
            set_step(
                workspace,
                instrument,
                InstrumentStep(each["step"]),
                days,
                side=each.get("side"),
                today=WHENEVER,
            )


def _provisions(tables: Tables, kind: ProvisionKind) -> Mapping[int, int]:
    """Return the topics, the existing dialogues or the objectives by their numbers."""
    provision = tables.Provision
    rows = provision.select().where(provision.kind == kind).order_by(provision.number)
    return {number: row.id for number, row in enumerate(rows, 1)}
