"""Every verb between two desks on one server: nothing that the other has changed is overwritten unseen."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import alternat.actions
from alternat.actions import agendas, attendance, calendars, countdown, interpretation, venues
from alternat.actions import delegations as parts
from alternat.actions import meetings as years
from alternat.actions import programme as sessions
from alternat.actions import subgroups as groups
from alternat.actions import terms as texts
from alternat.actions.calendars import NoticeLine
from alternat.actions.consents import give_consent, withdraw_consent
from alternat.actions.demo import create_demo
from alternat.actions.dialogues import change_dialogue
from alternat.actions.people import (
    add_person,
    change_contact,
    change_people,
    change_person,
    remove_people,
    set_photo,
)
from alternat.actions.placing import Spot, copy_sessions_to, place_sessions
from alternat.actions.severities import lower_finding, restore_finding
from alternat.actions.topics import propose_topic
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.models.calendars import DayKind
from alternat.models.consents import ConsentStep
from alternat.models.delegations import Role
from alternat.models.meetings import MeetingStatus
from alternat.models.programme import PartyKind, SessionKind
from alternat.models.provisions import ProvisionKind
from alternat.planning.findings import Severity
from alternat.planning.programme import PartyPlan
from alternat.storage.changes import ConflictError
from alternat.storage.workspace import Workspace, create_workspace, open_workspace

# In one process and in their order: some of the verbs take back what another one did.
pytestmark = [pytest.mark.postgresql, pytest.mark.xdist_group("two-desks")]

DAY = date(2027, 6, 15)
CODE = "entity-missing"
Act = Callable[[Workspace, int], object]


@dataclass(frozen=True, slots=True)
class Desks:
    first: Workspace
    second: Workspace


@pytest.fixture(scope="module")
def desks(postgresql_places: Iterator[str]) -> Iterator[Desks]:
    """The example dialogue, open at two desks, for all the verbs one after the other."""
    address = next(postgresql_places)
    with ExitStack() as both:
        first = both.enter_context(create_workspace(address, actor="First", desk="first"))
        create_demo(first, today=date(2027, 3, 2))
        for person in (1, 2, 3):
            change_contact(first, person, {"note": "0"})
        calendars.add_avoid_dates(first, "CA", starts=DAY)
        calendars.set_notice_days(first, "CA", [NoticeLine(DAY, DayKind.DAY_OFF, Label("Day off"))])
        interpretation.set_pairs(first, 4, [("en", "fr")])
        interpretation.assign(first, one(first, "Session"), part(first).person_id, ("en", "fr"))
        lower_finding(first, CODE, Severity.NOTES, "Not needed")
        propose_topic(first, Label("A topic"), side="CA", given=DAY)
        yield Desks(first, both.enter_context(open_workspace(address, actor="Second", desk="second")))


def rows(workspace: Workspace, table: str) -> list[Any]:
    model: Any = getattr(workspace.tables, table)
    return list(model.select().order_by(model.id))


def one(workspace: Workspace, table: str, at: int = 0) -> int:
    """Return the key of a row of a table, always the same one."""
    return int(rows(workspace, table)[at].id)


def last(workspace: Workspace, table: str) -> int:
    return one(workspace, table, -1)


def meeting(workspace: Workspace) -> int:
    return years.meeting_id(workspace.tables, "2027")


def part(workspace: Workspace, at: int = 0) -> Any:
    here = [row for row in rows(workspace, "Participation") if row.meeting_id == meeting(workspace)]
    return here[at]


def topic(workspace: Workspace, at: int = 0) -> int:
    return int([row for row in rows(workspace, "Provision") if row.kind is ProvisionKind.TOPIC][at].id)


def people_of(workspace: Workspace, side: str) -> list[int]:
    return [row.id for row in rows(workspace, "Person") if row.side.code == side]


def plan(number: int) -> list[PartyPlan]:
    return [PartyPlan(PartyKind.SIDE, "CA" if number == 1 else "CN")]


def pair(number: int) -> tuple[str, str]:
    return ("en", "zh") if number == 1 else ("fr", "zh")


def notice(number: int) -> list[NoticeLine]:
    return [NoticeLine(DAY, DayKind.DAY_OFF, Label(f"Day off {number}"))]


def spot(workspace: Workspace, number: int) -> list[Spot]:
    row = rows(workspace, "Session")[3]
    return [Spot(row.id, row.day, row.start, row.minutes + number, row.room_id)]


def midnight(workspace: Workspace) -> datetime:
    row = rows(workspace, "Session")[1]
    return datetime.combine(row.day, time(0, 0), ZoneInfo(row.time_zone))


def picture(number: int) -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (40, 50 + number), "white").save(out, "PNG")
    return out.getvalue()


CHANGING: dict[str, Act] = {
    "change_people": lambda w, n: change_people(w, [1], {"given": f"G{n}"}),
    "change_contact": lambda w, n: change_contact(w, 1, {"note": str(n)}),
    "change_person": lambda w, n: change_person(w, 2, {"given": f"G{n}"}, contact={"note": str(n)}),
    "set_photo": lambda w, n: set_photo(w, 1, picture(n)),
    "change_participations": lambda w, n: parts.change_participations(
        w, [part(w).id], {"role": Role.ADVISER if n == 1 else Role.OBSERVER}
    ),
    "replace_delegate": lambda w, n: parts.replace_delegate(
        w, part(w, 1).id, people_of(w, part(w, 1).person.side.code)[-n]
    ),
    "change_meeting": lambda w, n: years.change_meeting(w, meeting(w), {"city": Label(f"City {n}")}),
    "change_sessions": lambda w, n: sessions.change_sessions(
        w, [one(w, "Session")], {"private_note": str(n)}
    ),
    "move_session": lambda w, n: sessions.move_session(w, one(w, "Session", 1), minutes=30 + n),
    "place_sessions": lambda w, n: place_sessions(w, spot(w, n)),
    "cancel_sessions": lambda w, _n: sessions.cancel_sessions(w, [one(w, "Session", 4)]),
    "reinstate_sessions": lambda w, _n: sessions.reinstate_sessions(w, [one(w, "Session", 4)]),
    "set_parties": lambda w, n: attendance.set_parties(w, one(w, "Session", 1), plan(n)),
    "set_chair": lambda w, n: attendance.set_chair(w, one(w, "Session", 1), "CA", people_of(w, "CA")[n]),
    "set_agenda": lambda w, n: agendas.set_agenda(w, one(w, "Session", 5), [{"text": Label(f"Item {n}")}]),
    "change_agenda_item": lambda w, n: agendas.change_agenda_item(
        w, one(w, "AgendaItem"), {"text": Label(f"Item {n}")}
    ),
    "set_lead": lambda w, n: agendas.set_lead(w, one(w, "AgendaItem"), "CN", people_of(w, "CN")[n]),
    "change_tasks": lambda w, n: countdown.change_tasks(w, [one(w, "Task")], {"note": str(n)}),
    "tick": lambda w, n: countdown.tick(w, [one(w, "Task", 1)], date(2027, 1, n)),
    "untick": lambda w, _n: countdown.untick(w, [one(w, "Task", 1)]),
    "change_template": lambda w, n: countdown.change_template(w, one(w, "TaskTemplate"), {"days_before": n}),
    "change_template_tasks": lambda w, n: countdown.change_template_tasks(
        w, [one(w, "TaskTemplate", 1)], {"days_before": n}
    ),
    "change_side": lambda w, n: texts.change_side(w, 1, {"capital": Label(f"Capital {n}")}),
    "restore_side": lambda w, _n: texts.restore_side(w, 1, "capital"),
    "change_entity": lambda w, n: texts.change_entity(w, 1, {"name": Label(f"Entity {n}")}),
    "restore_entity": lambda w, _n: texts.restore_entity(w, 1),
    "change_provision": lambda w, n: texts.change_provision(w, topic(w), {"text": Label(f"Text {n}")}),
    "restore_provision": lambda w, _n: texts.restore_provision(w, topic(w)),
    "give_consent": lambda w, n: give_consent(
        w, side="CA", step=ConsentStep.PROPOSED, given=DAY, document=f"No. {n}", topic=topic(w, -1)
    ),
    "change_dialogue": lambda w, n: change_dialogue(w, {"name": Label(f"Dialogue {n}")}),
    "change_subgroup": lambda w, n: groups.change_subgroup(w, one(w, "SubGroup"), {"note": str(n)}),
    "set_topics": lambda w, n: groups.set_topics(w, one(w, "SubGroup", 1), [topic(w, n)]),
    "set_entities": lambda w, n: groups.set_entities(w, one(w, "SubGroup", 1), [n]),
    "change_venue": lambda w, n: venues.change_venue(w, one(w, "Venue"), {"name": Label(f"Venue {n}")}),
    "change_room": lambda w, n: venues.change_room(w, one(w, "Room"), {"capacity": n}),
    "set_way": lambda w, n: venues.set_way(w, one(w, "Venue"), one(w, "Venue", 1), n),
    "change_avoid_dates": lambda w, n: calendars.change_avoid_dates(
        w, last(w, "AvoidDates"), {"reason": Label(f"Reason {n}")}
    ),
    "set_notice_days": lambda w, n: calendars.set_notice_days(w, "CA", notice(n)),
    "set_pairs": lambda w, n: interpretation.set_pairs(w, 4, [pair(n)]),
    "assign": lambda w, n: interpretation.assign(w, one(w, "Session", 2), part(w, 2).person_id, pair(n)),
    "lower_finding": lambda w, n: lower_finding(w, CODE, Severity.NOTES, f"Reason {n}"),
}
"""Verbs that put a value in the place of another: the second desk would put its own over the first one's."""

TOUCHING: dict[str, tuple[Act, Act]] = {
    "remove_people": (
        lambda w, n: change_contact(w, 3, {"note": str(n)}),
        lambda w, _n: remove_people(w, [3]),
    ),
    "leave_meeting": (
        lambda w, _n: parts.change_participations(w, [part(w, 3).id], {"role": Role.SECURITY}),
        lambda w, _n: parts.leave_meeting(w, [part(w, 3).id]),
    ),
    "remove_agenda_items": (
        lambda w, _n: agendas.change_agenda_item(w, last(w, "AgendaItem"), {"minutes": 7}),
        lambda w, _n: agendas.remove_agenda_items(w, [last(w, "AgendaItem")]),
    ),
    "unassign": (
        lambda w, n: interpretation.assign(w, one(w, "Session", 2), part(w, 2).person_id, pair(n)),
        lambda w, _n: interpretation.unassign(w, one(w, "Session", 2), part(w, 2).person_id),
    ),
    "remove_tasks": (
        lambda w, _n: countdown.change_tasks(w, [last(w, "Task")], {"note": "x"}),
        lambda w, _n: countdown.remove_tasks(w, [last(w, "Task")]),
    ),
    "remove_template_tasks": (
        lambda w, _n: countdown.change_template(w, last(w, "TaskTemplate"), {"days_before": 9}),
        lambda w, _n: countdown.remove_template_tasks(w, [last(w, "TaskTemplate")]),
    ),
    "remove_avoid_dates": (
        lambda w, _n: calendars.change_avoid_dates(w, last(w, "AvoidDates"), {"reason": Label("New")}),
        lambda w, _n: calendars.remove_avoid_dates(w, [last(w, "AvoidDates")]),
    ),
    "clear_notice": (
        lambda w, _n: calendars.set_notice_days(w, "CA", notice(3)),
        lambda w, _n: calendars.clear_notice(w, "CA", 2027),
    ),
    "withdraw_consent": (
        lambda w, _n: give_consent(
            w, side="CA", step=ConsentStep.PROPOSED, given=DAY, subgroup=last(w, "SubGroup")
        ),
        lambda w, _n: withdraw_consent(w, last(w, "Consent")),
    ),
    "remove_subgroup": (
        lambda w, _n: groups.change_subgroup(w, last(w, "SubGroup"), {"note": "x"}),
        lambda w, _n: groups.remove_subgroup(w, last(w, "SubGroup")),
    ),
    "remove_provision": (
        lambda w, _n: texts.change_provision(w, last(w, "Provision"), {"text": Label("New")}),
        lambda w, _n: texts.remove_provision(w, last(w, "Provision")),
    ),
    "remove_entity": (
        lambda w, _n: texts.add_entity(w, "CN", {"name": Label("New")}),
        lambda w, _n: texts.remove_entity(w, last(w, "Entity")),
    ),
    "remove_room": (
        lambda w, _n: venues.change_room(w, last(w, "Room"), {"capacity": 3}),
        lambda w, _n: venues.remove_room(w, last(w, "Room")),
    ),
    "remove_venue": (
        lambda w, _n: venues.change_venue(w, last(w, "Venue"), {"name": Label("New")}),
        lambda w, _n: venues.remove_venue(w, last(w, "Venue")),
    ),
    "restore_finding": (
        lambda w, n: lower_finding(w, CODE, Severity.NOTES, f"Other {n}"),
        lambda w, _n: restore_finding(w, CODE),
    ),
    "remove_sessions": (
        lambda w, n: sessions.change_sessions(w, [last(w, "Session")], {"private_note": str(n)}),
        lambda w, _n: sessions.remove_sessions(w, [last(w, "Session")]),
    ),
    "run_late": (
        lambda w, _n: sessions.move_session(w, one(w, "Session", 1), minutes=45),
        lambda w, _n: sessions.run_late(w, meeting(w), midnight(w), 5),
    ),
    "set_status": (
        lambda w, _n: years.change_meeting(w, meeting(w), {"number": 7}),
        lambda w, _n: years.set_status(w, meeting(w), MeetingStatus.POSTPONED, "Storm"),
    ),
    "remove_meeting": (
        lambda w, _n: parts.change_participations(w, [part(w).id], {"role": Role.MEMBER}),
        lambda w, _n: years.remove_meeting(w, meeting(w)),
    ),
}
"""Verbs that take away, or build upon, what the first desk has just changed."""


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


@pytest.mark.parametrize("name", CHANGING)
def test_a_value_of_the_other_desk_is_not_overwritten_unseen(desks: Desks, name: str) -> None:
    act = CHANGING[name]
    look(desks.second)
    act_blind(desks, lambda: act(desks.first, 1), lambda: act(desks.second, 2))


@pytest.mark.parametrize("name", TOUCHING)
def test_what_the_other_desk_has_changed_does_not_go_unseen(desks: Desks, name: str) -> None:
    touch, act = TOUCHING[name]
    look(desks.second)
    act_blind(desks, lambda: touch(desks.first, 1), lambda: act(desks.second, 2))


GONE: dict[str, tuple[Callable[[Workspace], int], Callable[[Workspace, int], object], tuple[Act, ...]]] = {
    "person": (
        lambda w: added(add_person(w, "CA", {"family": "Gone"}), "person"),
        lambda w, key: remove_people(w, [key]),
        (
            lambda w, key: change_people(w, [key], {"given": "X"}),
            lambda w, key: change_contact(w, key, {"note": "X"}),
            lambda w, key: set_photo(w, key, picture(1)),
            lambda w, key: parts.invite(w, meeting(w), [key]),
            lambda w, key: parts.replace_delegate(w, part(w).id, key),
            lambda w, key: interpretation.set_pairs(w, key, [("en", "fr")]),
            lambda w, key: attendance.set_chair(w, one(w, "Session"), "CA", key),
            lambda w, key: agendas.set_lead(w, one(w, "AgendaItem"), "CA", key),
        ),
    ),
    "participation": (
        lambda w: added(add_person(w, "CA", {"family": "Gone"}, meeting=meeting(w)), "participation"),
        lambda w, key: parts.leave_meeting(w, [key]),
        (
            lambda w, key: parts.change_participations(w, [key], {"role": Role.ADVISER}),
            lambda w, key: parts.move_to_place(w, [key], 1),
            lambda w, key: parts.shift(w, [key], 1),
            lambda w, key: parts.replace_delegate(w, key, 1),
        ),
    ),
    "session": (
        lambda w: added(sessions.copy_sessions(w, [one(w, "Session")], rows(w, "Session")[0].day), "session"),
        lambda w, key: sessions.remove_sessions(w, [key]),
        (
            lambda w, key: sessions.change_sessions(w, [key], {"private_note": "X"}),
            lambda w, key: sessions.move_session(w, key, minutes=20),
            lambda w, key: sessions.cancel_sessions(w, [key]),
            lambda w, key: attendance.set_parties(w, key, plan(1)),
            lambda w, key: attendance.set_chair(w, key, "CA", 1),
            lambda w, key: agendas.set_agenda(w, key, []),
            lambda w, key: agendas.add_agenda_item(w, key, {"text": Label("X")}),
            lambda w, key: interpretation.assign(w, key, part(w, 2).person_id, ("en", "fr")),
        ),
    ),
    "agenda_item": (
        lambda w: added(
            agendas.add_agenda_item(w, one(w, "Session"), {"text": Label("Gone")}), "agenda_item"
        ),
        lambda w, key: agendas.remove_agenda_items(w, [key]),
        (
            lambda w, key: agendas.change_agenda_item(w, key, {"text": Label("X")}),
            lambda w, key: agendas.move_agenda_item(w, key, 1),
            lambda w, key: agendas.set_lead(w, key, "CA", 1),
        ),
    ),
    "task": (
        lambda w: added(countdown.add_task(w, meeting(w), text=Label("Gone"), days_before=3), "task"),
        lambda w, key: countdown.remove_tasks(w, [key]),
        (
            lambda w, key: countdown.change_tasks(w, [key], {"note": "X"}),
            lambda w, key: countdown.tick(w, [key], DAY),
            lambda w, key: countdown.untick(w, [key]),
        ),
    ),
    "sub_group": (
        lambda w: added(
            groups.add_subgroup(w, meeting(w), Label(f"Gone {last(w, 'SubGroup')}")), "sub_group"
        ),
        groups.remove_subgroup,
        (
            lambda w, key: groups.change_subgroup(w, key, {"note": "X"}),
            lambda w, key: groups.set_topics(w, key, [topic(w)]),
            lambda w, key: groups.set_entities(w, key, [1]),
            lambda w, key: give_consent(w, side="CA", step=ConsentStep.PROPOSED, given=DAY, subgroup=key),
        ),
    ),
    "provision": (
        lambda w: added(texts.add_provision(w, ProvisionKind.TOPIC, Label("Gone")), "provision"),
        texts.remove_provision,
        (
            lambda w, key: texts.change_provision(w, key, {"text": Label("X")}),
            texts.restore_provision,
            lambda w, key: texts.move_provision(w, key, 1),
            lambda w, key: groups.set_topics(w, one(w, "SubGroup"), [key]),
        ),
    ),
    "entity": (
        lambda w: added(texts.add_entity(w, "CA", {"name": Label("Gone")}), "entity"),
        texts.remove_entity,
        (
            lambda w, key: texts.change_entity(w, key, {"name": Label("X")}),
            lambda w, key: texts.move_entity(w, key, 1),
            lambda w, key: change_people(w, [1], {"entity": key}),
        ),
    ),
    "venue": (
        lambda w: added(venues.add_venue(w, meeting(w), {"name": Label("Gone")}), "venue"),
        venues.remove_venue,
        (
            lambda w, key: venues.change_venue(w, key, {"name": Label("X")}),
            lambda w, key: venues.add_room(w, key, {"code": "X"}),
            lambda w, key: venues.set_way(w, key, one(w, "Venue"), 5),
        ),
    ),
    "meeting": (
        lambda w: added(years.add_meeting(w, year=2099, host="CA"), "meeting"),
        years.remove_meeting,
        (
            lambda w, key: years.change_meeting(w, key, {"number": 3}),
            years.raise_revision,
            lambda w, key: parts.invite(w, key, [1]),
            lambda w, key: countdown.add_task(w, key, text=Label("X"), days_before=1),
            lambda w, key: groups.add_subgroup(w, key, Label("X")),
            lambda w, key: venues.add_venue(w, key, {"name": Label("X")}),
            lambda w, key: sessions.add_session(
                w, key, kind=SessionKind.MEAL, day=DAY, start=time(12, 0), minutes=60
            ),
        ),
    ),
}
"""By table, how to make a row, how to remove it, and verbs that the other desk tries upon it afterwards."""


def added(changes: Any, table: str) -> int:
    return int(changes.inserted(table)[-1])


@pytest.mark.parametrize("table", GONE)
def test_what_the_other_desk_has_removed_is_told_in_words(desks: Desks, table: str) -> None:
    make, remove, verbs = GONE[table]
    for act in verbs:
        look(desks.first)
        key = make(desks.first)
        look(desks.second)
        remove(desks.first, key)
        with pytest.raises(AlternatError):
            act(desks.second, key)
        look(desks.second)


def look(workspace: Workspace) -> None:
    assert rows(workspace, "Side")


def act_blind(desks: Desks, theirs: Callable[[], object], own: Callable[[], object]) -> None:
    """Let the second desk act upon what it saw before the first one did something."""
    look(desks.first)
    theirs()
    engine: Any = desks.second.tables.Person._meta.database
    # Finding the rows in this test reads them anew, which the person at the desk has not done.
    seen, engine.notes_looks = engine.looked, False
    try:
        told = [insist(own)]
        while told[-1]:
            told.append(insist(own))
        # Each row is named once, and then the person may have it so.
        assert len(told) > 1
        assert len({row for named in told for row in named}) == sum(map(len, told))
    finally:
        engine.notes_looks = True
    assert engine.looked == seen


def insist(act: Callable[[], object]) -> tuple[tuple[str, int], ...]:
    """Return the rows over which a verb was refused, none if it was done."""
    try:
        act()
    except ConflictError as refused:
        return refused.rows
    return ()


def test_every_verb_named_here_is_one() -> None:
    verbs = {
        name
        for module in pkgutil.iter_modules(alternat.actions.__path__)
        for name, value in vars(importlib.import_module(f"alternat.actions.{module.name}")).items()
        if hasattr(value, "__wrapped__") or name == "set_photo"
    }
    assert {*CHANGING, *TOUCHING, *GIVING} <= verbs


def test_all_that_was_done_is_whole(desks: Desks) -> None:
    assert desks.first.verify() == ()
