"""Who takes part in sessions, who chairs them, who speaks first, and who interprets."""

from datetime import time

import pytest

from alternat.actions.agendas import (
    add_agenda_item,
    change_agenda_item,
    move_agenda_item,
    remove_agenda_items,
    set_agenda,
    set_lead,
)
from alternat.actions.attendance import (
    LeavesBeforeJoining,
    OutsideSession,
    UnknownParty,
    set_chair,
    set_parties,
)
from alternat.actions.fields import InvalidValue, UnknownField
from alternat.actions.interpretation import NotAtTheMeeting, OneLanguage, assign, set_pairs, unassign
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.nouns.programme import PartyKind
from alternat.planning.interpretation import interpreter_pairs
from alternat.planning.leading import WrongSide
from alternat.planning.programme import AssignmentPlan, PartyPlan, SessionPlan, presences, read_programme
from alternat.storage.workspace import Workspace
from tests.factories.people import add_delegate
from tests.factories.programmes import FilledProgramme, fill_programme, person


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    return fill_programme(dialogue)


def _plan(workspace: Workspace, filled: FilledProgramme, name: str) -> SessionPlan:
    return read_programme(workspace.tables, filled.meeting).sessions[filled.sessions[name]]


def test_a_side_without_some_of_its_people(dialogue: Workspace, filled: FilledProgramme) -> None:
    session = filled.sessions["bilateral"]
    set_parties(
        dialogue,
        session,
        [PartyPlan(PartyKind.SIDE, "CA"), person(filled.canadians[1], is_exception=True)],
    )
    programme = read_programme(dialogue.tables, filled.meeting)
    there = {each.person for each in presences(programme.sessions[session], programme.people)}
    assert there == {*filled.canadians, filled.interpreters[0]} - {filled.canadians[1]}


@pytest.mark.parametrize(
    ("party", "error"),
    [
        (PartyPlan(PartyKind.SIDE, "FR"), UnknownParty),
        (PartyPlan(PartyKind.ROLE, "king"), UnknownParty),
        (PartyPlan(PartyKind.PERSON, "4711"), UnknownParty),
        (PartyPlan(PartyKind.ENTITY, "RCMP"), UnknownParty),
        (PartyPlan(PartyKind.EVERYONE, "CA"), UnknownParty),
        (PartyPlan(PartyKind.SIDE, "CA", joins=time(11, 30), leaves=time(11, 10)), LeavesBeforeJoining),
        (PartyPlan(PartyKind.SIDE, "CA", joins=time(11, 10), leaves=time(11, 10)), LeavesBeforeJoining),
        (PartyPlan(PartyKind.SIDE, "CA", joins=time(9, 30)), OutsideSession),
        (PartyPlan(PartyKind.SIDE, "CA", leaves=time(11, 46)), OutsideSession),
    ],
)
def test_lines_that_name_nobody_or_run_backwards_are_refused(
    dialogue: Workspace, filled: FilledProgramme, party: PartyPlan, error: type[AlternatError]
) -> None:
    before = _plan(dialogue, filled, "bilateral").parties
    with pytest.raises(error):
        set_parties(dialogue, filled.sessions["bilateral"], [party])
    assert _plan(dialogue, filled, "bilateral").parties == before


def test_part_time_reaches_from_the_first_to_the_last_minute(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    bilateral = _plan(dialogue, filled, "bilateral")
    assert (bilateral.start, bilateral.minutes) == (time(11), 45)
    lines = [
        PartyPlan(PartyKind.SIDE, "CA", joins=time(11), leaves=time(11, 45)),
        PartyPlan(PartyKind.SIDE, "CN", joins=time(11, 44), leaves=time(11, 45)),
    ]
    set_parties(dialogue, filled.sessions["bilateral"], lines)
    assert _plan(dialogue, filled, "bilateral").parties == tuple(lines)


def test_each_side_is_chaired_by_one_of_its_own(dialogue: Workspace, filled: FilledProgramme) -> None:
    session = filled.sessions["plenary"]
    set_chair(dialogue, session, "CA", filled.canadians[1])
    with pytest.raises(WrongSide):
        set_chair(dialogue, session, "CA", filled.chinese[1])
    set_chair(dialogue, session, "CN", None)
    assert dict(_plan(dialogue, filled, "plenary").chairs) == {"CA": filled.canadians[1]}


def test_an_agenda_keeps_its_numbers_without_gaps(dialogue: Workspace, filled: FilledProgramme) -> None:
    session = filled.sessions["plenary"]
    first, second, third = (item.id for item in _plan(dialogue, filled, "plenary").agenda)
    (fourth,) = add_agenda_item(dialogue, session, {"text": Label("Any other business")}).inserted(
        "agenda_item"
    )
    move_agenda_item(dialogue, fourth, 1)
    remove_agenda_items(dialogue, [second])
    agenda = _plan(dialogue, filled, "plenary").agenda
    assert [(item.number, item.id) for item in agenda] == [(1, fourth), (2, first), (3, third)]
    set_agenda(dialogue, session, [{"text": Label("Only this"), "minutes": 5}])
    assert [item.text.en for item in _plan(dialogue, filled, "plenary").agenda] == ["Only this"]


def test_a_dropped_item_keeps_its_place(dialogue: Workspace, filled: FilledProgramme) -> None:
    item = _plan(dialogue, filled, "plenary").agenda[1].id
    change_agenda_item(dialogue, item, {"is_dropped": True})
    assert [each.is_dropped for each in _plan(dialogue, filled, "plenary").agenda] == [False, True, False]


def test_what_an_agenda_item_cannot_hold_is_refused(dialogue: Workspace, filled: FilledProgramme) -> None:
    item = _plan(dialogue, filled, "plenary").agenda[0].id
    with pytest.raises(InvalidValue):
        change_agenda_item(dialogue, item, {"minutes": -1})
    with pytest.raises(InvalidValue):
        change_agenda_item(dialogue, item, {"topic": 4711})
    with pytest.raises(UnknownField):
        change_agenda_item(dialogue, item, {"number": 7})
    with pytest.raises(WrongSide):
        set_lead(dialogue, item, "CN", filled.canadians[0])


def test_pairs_are_kept_in_one_order_and_replaced(dialogue: Workspace, filled: FilledProgramme) -> None:
    ours = filled.interpreters[0]
    set_pairs(dialogue, ours, [("zh", "en"), ("en", "zh")])
    assert interpreter_pairs(dialogue.tables)[ours] == {("en", "zh")}
    with pytest.raises(OneLanguage):
        set_pairs(dialogue, ours, [("en", "en")])
    with pytest.raises(InvalidValue):
        set_pairs(dialogue, ours, [("en", "de")])


def test_an_interpreter_is_assigned_once_and_taken_off(dialogue: Workspace, filled: FilledProgramme) -> None:
    ours, session = filled.interpreters[0], filled.sessions["press"]
    assign(dialogue, session, ours, ("en", "zh"))
    assign(dialogue, session, ours, ("zh", "fr"))
    assert AssignmentPlan(ours, ("fr", "zh")) in _plan(dialogue, filled, "press").assignments
    unassign(dialogue, session, ours)
    assert [each.person for each in _plan(dialogue, filled, "press").assignments] == [filled.interpreters[1]]
    with pytest.raises(NotAtTheMeeting):
        assign(dialogue, session, add_delegate(dialogue, None, family="Elsewhere"), ("en", "zh"))
