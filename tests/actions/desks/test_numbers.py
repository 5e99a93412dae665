"""Every verb that adds, between two desks on one server: what it numbers is never given twice."""

from datetime import date, time
from typing import Any

import pytest

from alternat.actions import agendas, calendars, countdown, venues
from alternat.actions import delegations as parts
from alternat.actions import existing as dialogues
from alternat.actions import meetings as years
from alternat.actions import objectives as aims
from alternat.actions import outcomes as results
from alternat.actions import programme as sessions
from alternat.actions import subgroups as groups
from alternat.actions import terms as texts
from alternat.actions.next_agenda import accept, propose_item
from alternat.actions.people import (
    add_person,
)
from alternat.actions.placing import copy_sessions_to
from alternat.actions.progress_notes import add_progress_note
from alternat.actions.topics import propose_topic
from alternat.language.label import Label
from alternat.nouns.instruments import InstrumentKind
from alternat.nouns.outcomes import OutcomeKind
from alternat.nouns.programme import SessionKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.next_agenda import Proposal
from alternat.storage.workspace import Workspace
from tests.actions.desks.example import (
    DAY,
    NEWS,
    Act,
    Desks,
    existing,
    meeting,
    objective,
    one,
    outcome,
    people_of,
    proposal,
    rows,
    spot,
    verbs,
)

pytestmark = pytest.mark.postgresql


GIVING: dict[str, tuple[Act, str, str]] = {
    "add_person": (
        lambda w, n: add_person(w, "CA", {"family": f"New {n}"}, meeting=meeting(w)),
        "participation",
        "serial",
    ),
    "invite": (lambda w, n: parts.invite(w, meeting(w), [not_there(w, n)]), "participation", "serial"),
    "add_agenda_item": (
        lambda w, n: agendas.add_agenda_item(w, one(w, "Session", 5), {"text": Label(f"New {n}")}),
        "agenda_item",
        "number",
    ),
    "accept": (lambda w, n: accept(w, one(w, "Session", 4), [typed(w, n)]), "agenda_item", "number"),
    "add_task": (
        lambda w, n: countdown.add_task(w, meeting(w), text=Label(f"New {n}"), days_before=1),
        "task",
        "number",
    ),
    "add_template_task": (
        lambda w, n: countdown.add_template_task(w, text=Label(f"New {n}"), days_before=1),
        "task_template",
        "code",
    ),
    "add_subgroup": (
        lambda w, n: groups.add_subgroup(w, meeting(w), Label(f"New {n}")),
        "sub_group",
        "number",
    ),
    "add_entity": (lambda w, n: texts.add_entity(w, "CA", {"name": Label(f"New {n}")}), "entity", "code"),
    "add_provision": (
        lambda w, n: texts.add_provision(w, ProvisionKind.RULE, Label(f"New {n}")),
        "provision",
        "code",
    ),
    "add_existing": (
        lambda w, n: dialogues.add_existing(w, {"text": Label(f"New {n}")}),
        "provision",
        "code",
    ),
    "add_objective": (lambda w, n: aims.add_objective(w, {"text": Label(f"New {n}")}), "provision", "code"),
    "add_holder": (
        lambda w, n: dialogues.add_holder(
            w,
            {
                "provision": existing(w, -1),
                "side": n,
                "person": people_of(w, "CA" if n == 1 else "CN")[0],
                "since": DAY,
            },
        ),
        "holder",
        "id",
    ),
    "add_dialogue_meeting": (
        lambda w, n: dialogues.add_dialogue_meeting(w, {"dialogue": existing(w), "starts": date(2028, 1, n)}),
        "dialogue_meeting",
        "id",
    ),
    "add_instrument": (
        lambda w, n: aims.add_instrument(
            w, {"objective": objective(w), "kind": InstrumentKind.PILOT, "title": Label(f"New {n}")}
        ),
        "instrument",
        "id",
    ),
    "add_outcome": (
        lambda w, n: results.add_outcome(
            w, {"meeting": meeting(w), "kind": OutcomeKind.AGREED, "text": Label(f"New {n}")}
        ),
        "outcome",
        "code",
    ),
    "add_progress_note": (
        lambda w, n: add_progress_note(w, {"outcome": outcome(w), "day": NEWS, "text": Label(f"New {n}")}),
        "progress_note",
        "id",
    ),
    "propose_topic": (
        lambda w, n: propose_topic(w, Label(f"New {n}"), side="CA", given=DAY),
        "provision",
        "number",
    ),
    "add_venue": (lambda w, n: venues.add_venue(w, meeting(w), {"name": Label(f"New {n}")}), "venue", "id"),
    "add_room": (lambda w, n: venues.add_room(w, one(w, "Venue"), {"code": f"N{n}"}), "room", "number"),
    "add_avoid_dates": (
        lambda w, n: calendars.add_avoid_dates(w, "CN", starts=date(2027, 5, n)),
        "avoid_dates",
        "id",
    ),
    "add_meeting": (lambda w, n: years.add_meeting(w, year=2030 + n, host="CA"), "meeting", "reference"),
    "add_session": (
        lambda w, _n: sessions.add_session(
            w, meeting(w), kind=SessionKind.MEAL, day=rows(w, "Session")[0].day, start=time(12, 0), minutes=60
        ),
        "session",
        "uid",
    ),
    "copy_sessions": (
        lambda w, _n: sessions.copy_sessions(w, [one(w, "Session")], rows(w, "Session")[0].day),
        "session",
        "uid",
    ),
    "copy_sessions_to": (lambda w, n: copy_sessions_to(w, spot(w, n)), "session", "uid"),
}
"""Verbs that add, with the field in which no two may be alike."""


def typed(workspace: Workspace, number: int) -> Proposal:
    fields = {"text": Label(f"New {number}")}
    (key,) = propose_item(workspace, meeting(workspace), fields).inserted("agenda_proposal")
    return proposal(workspace, key)


def not_there(workspace: Workspace, number: int) -> int:
    there = {
        row.person_id for row in rows(workspace, "Participation") if row.meeting_id == meeting(workspace)
    }
    away = [row.id for row in rows(workspace, "Person") if row.id not in there]
    if not away:
        (new,) = add_person(workspace, "CN", {"family": f"Away {number}"}).inserted("person")
        return int(new)
    return int(away[0])


@pytest.mark.parametrize("name", GIVING)
def test_two_desks_that_add_are_given_numbers_of_their_own(desks: Desks, name: str) -> None:
    act, table, field = GIVING[name]
    act(desks.first, 1)
    act(desks.second, 2)
    model: Any = desks.first.tables.named(table)
    given = [getattr(row, field) for row in model.select().order_by(model.id.desc()).limit(2)]
    assert len(set(given)) == 2


def test_every_verb_named_here_is_one() -> None:
    assert {*GIVING} <= verbs()
