"""The check that follows changes, against the full check, after edits, undone and redone steps at random."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from peewee import DoesNotExist

from alternat.actions.agendas import add_agenda_item, change_agenda_item, remove_agenda_items, set_lead
from alternat.actions.attendance import set_chair, set_parties
from alternat.actions.consents import give_consent
from alternat.actions.countdown import start_checklist
from alternat.actions.delegations import change_participations
from alternat.actions.guidance import add_guidance
from alternat.actions.interpretation import assign, set_pairs, unassign
from alternat.actions.people import change_people
from alternat.actions.programme import (
    cancel_sessions,
    change_sessions,
    copy_session,
    move_session,
    reinstate_sessions,
    remove_sessions,
    run_late,
)
from alternat.actions.severities import lower_finding, restore_finding
from alternat.actions.subgroups import add_subgroup, remove_subgroup
from alternat.actions.topics import propose_topic
from alternat.actions.venues import change_room
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.models.base import Row
from alternat.nouns.consents import ConsentStep
from alternat.nouns.delegations import Role
from alternat.nouns.programme import Interpretation, SessionKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.findings import Severity
from alternat.planning.whole_check import MeetingCheck, check_everything
from alternat.storage.changes import Changes, RowChange
from alternat.storage.workspace import Workspace
from tests.factories.clocks import NOW
from tests.factories.programmes import EVERYONE, FIRST_DAY, FilledProgramme, fill_programme, people

STEPS = 40
Edit = Callable[[], object]


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    return fill_programme(dialogue)


class Planner:
    """Somebody who edits a meeting at random, never the same thing for long."""

    def __init__(self, workspace: Workspace, filled: FilledProgramme, seed: int) -> None:
        self.workspace, self.filled = workspace, filled
        self.chance = random.Random(seed)

    def act(self) -> None:
        """Do, undo or redo one thing; what is refused is left."""
        edits = (*self.of_sessions(), *self.of_all_else())
        edit = self.chance.choice((*edits, *(self.workspace.undo, self.workspace.redo) * 8))
        try:
            edit()
        except (AlternatError, DoesNotExist):
            return

    def of_sessions(self) -> tuple[Edit, ...]:
        """Return edits that touch nothing but sessions and what hangs on them."""
        workspace, tables, choose = self.workspace, self.workspace.tables, self.chance.choice
        session, item = self.one(tables.Session), self.one(tables.AgendaItem)
        interpreter, canadian = choose(self.filled.interpreters), choose(self.filled.canadians)
        clock = time(choose(range(8, 20)), choose((0, 15, 30)))
        return (
            lambda: move_session(workspace, session, start=clock, room=self.one(tables.Room)),
            lambda: move_session(workspace, session, day=self.some_day(), minutes=choose((15, 60, 180))),
            lambda: cancel_sessions(workspace, [session]),
            lambda: reinstate_sessions(workspace, [session]),
            lambda: remove_sessions(workspace, [session]),
            lambda: copy_session(workspace, session, day=self.some_day(), start=clock),
            lambda: change_sessions(workspace, [session], {"subgroup": self.one(tables.SubGroup) or None}),
            lambda: change_sessions(workspace, [session], {"kind": choose(list(SessionKind))}),
            lambda: change_sessions(workspace, [session], {"interpretation": choose(list(Interpretation))}),
            lambda: set_parties(workspace, session, choose((EVERYONE, (), people(canadian)))),
            lambda: set_chair(workspace, session, "CA", choose((canadian, None))),
            lambda: add_agenda_item(
                workspace, session, {"text": Label.same("Item"), "minutes": 20}, leads={"CA": canadian}
            ),
            lambda: change_agenda_item(workspace, item, {"minutes": choose((5, 90))}),
            lambda: remove_agenda_items(workspace, [item]),
            lambda: set_lead(workspace, item, "CA", choose((canadian, None))),
            lambda: assign(workspace, session, interpreter, ("en", "zh")),
            lambda: unassign(workspace, session, interpreter),
            lambda: run_late(workspace, self.filled.meeting, datetime.combine(FIRST_DAY, clock, UTC), 20),
        )

    def of_all_else(self) -> tuple[Edit, ...]:
        """Return edits on which findings depend as well."""
        workspace, tables, choose = self.workspace, self.workspace.tables, self.chance.choice
        person, room, part = self.one(tables.Person), self.one(tables.Room), self.one(tables.Participation)
        group = self.one(tables.SubGroup)
        return (
            lambda: change_people(workspace, [person], {"name_zh": choose(("", "王芳"))}),
            lambda: change_participations(workspace, [part], {"role": choose((Role.HEAD, Role.MEMBER))}),
            lambda: change_room(workspace, room, {"capacity": choose((2, 90))}),
            lambda: set_pairs(workspace, choose(self.filled.interpreters), choose(([], [("en", "zh")]))),
            lambda: add_subgroup(workspace, self.filled.meeting, Label.same("Cybercrime")),
            lambda: remove_subgroup(workspace, group),
            lambda: propose_topic(workspace, Label.same("Fraud"), side="CA", given=date(2026, 5, 1)),
            lambda: give_consent(
                workspace, subgroup=group, side="CA", step=ConsentStep.PROPOSED, given=date(2026, 5, 1)
            ),
            lambda: ask_for_guidance(workspace),
            lambda: lower_finding(workspace, "room-twice", Severity.NOTES, "A folding wall"),
            lambda: restore_finding(workspace, "room-twice"),
        )

    def one(self, model: type[Row]) -> int:
        """Return the key of some row, or 0."""
        keys = [row.id for row in model.select().order_by(model.id)]
        return self.chance.choice(keys) if keys else 0

    def some_day(self) -> date:
        return FIRST_DAY + timedelta(self.chance.choice((0, 0, 1, 1, 18, 19)))


def ask_for_guidance(workspace: Workspace) -> Changes:
    provision = workspace.tables.Provision
    existing = provision.get(provision.kind == ProvisionKind.EXISTING_DIALOGUE)
    asked = {"dialogue": existing.id, "question": Label.same("Why?"), "asked_on": date(2026, 5, 1)}
    return add_guidance(workspace, asked)


def checked(dialogue: Workspace, filled: FilledProgramme) -> MeetingCheck:
    return MeetingCheck(dialogue.tables, filled.meeting, dialogue.noting, today=NOW.date())


def test_a_change_of_what_it_never_read_does_not_concern_it(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    check = checked(dialogue, filled)
    assert not check.concerns(start_checklist(dialogue, filled.meeting).rows)
    for changes in (
        change_people(dialogue, [filled.canadians[0]], {"family": "Other"}),
        change_room(dialogue, filled.rooms["A1"], {"capacity": 1}),
        move_session(dialogue, filled.sessions["bilateral"], start=time(15)),
        lower_finding(dialogue, "room-twice", Severity.NOTES, "A folding wall"),
        ask_for_guidance(dialogue),
    ):
        assert check.concerns(changes.rows)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_undone_and_redone_steps_it_finds_what_the_full_check_finds(
    dialogue: Workspace, filled: FilledProgramme, seed: int
) -> None:
    planner, check = Planner(dialogue, filled, seed), checked(dialogue, filled)
    rows: list[RowChange] = []
    dialogue.subscribe(lambda changes: rows.extend(changes.rows))
    quick = 0
    for _ in range(STEPS):
        for _ in range(planner.chance.choice((1, 1, 3))):
            planner.act()
        quick += bool(rows) and check.is_quick(rows)
        check.follow(rows)
        rows.clear()
        assert check.findings() == check_everything(dialogue.tables, filled.meeting, today=NOW.date())
    assert quick > STEPS // 4


def test_a_drag_is_answered_without_reading_anything_but_the_session(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    check = checked(dialogue, filled)
    changes = move_session(dialogue, filled.sessions["bilateral"], start=time(15))
    assert check.is_quick(changes.rows)
    before = check.people
    check.follow(changes.rows)
    assert check.people is before


def test_another_person_another_room_or_a_consent_takes_the_longer_check(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    check = checked(dialogue, filled)
    longer: list[Changes] = [
        change_people(dialogue, [filled.canadians[0]], {"family": "Other"}),
        change_room(dialogue, filled.rooms["A1"], {"capacity": 1}),
        set_pairs(dialogue, filled.interpreters[0], []),
    ]
    assert [check.is_quick(changes.rows) for changes in longer] == [False, False, False]


def test_a_removed_session_is_forgotten_with_the_rows_that_hung_on_it(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    move_session(dialogue, filled.sessions["bilateral"], room=filled.rooms["A1"])
    check = checked(dialogue, filled)
    assert "room-twice" in {each.code for each in check.findings()}
    check.follow(remove_sessions(dialogue, [filled.sessions["bilateral"]]).rows)
    assert "room-twice" not in {each.code for each in check.findings()}
