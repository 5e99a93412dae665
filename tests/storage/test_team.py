"""A dialogue that a team shares on a server: who may undo what, what nobody overwrites, and a server away."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import Any

import psycopg
import pytest

from alternat.actions.delegations import move_to_place
from alternat.actions.dialogues import create_dialogue
from alternat.actions.meetings import add_meeting, change_meeting
from alternat.actions.people import add_person, change_contact, change_people, remove_people
from alternat.language.messages import message
from alternat.settings import desk_id
from alternat.storage.changes import Changes, ConflictError, RowRemoved
from alternat.storage.faults import DeskBusy, FateUnknown, ServerGone
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.storage.rows import add_people, families, rename

pytestmark = pytest.mark.postgresql

Pair = tuple[Workspace, Workspace]


@pytest.fixture
def pair(postgresql_address: str) -> Iterator[Pair]:
    """A dialogue with one delegate, open in two windows of one person."""
    with ExitStack() as desks:
        first = desks.enter_context(create_workspace(postgresql_address, actor="Wang"))
        create_dialogue(first, "canada-china")
        (meeting,) = add_meeting(first, year=2027, host="CA").inserted("meeting")
        add_person(first, "CA", {"family": "Roy"}, contact={"email": "r@x.ca"}, meeting=meeting)
        yield first, desks.enter_context(open_workspace(postgresql_address, actor="Wang"))


def end_connections(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Alternat'"
        )


def family(workspace: Workspace, key: int = 1) -> str:
    return str(workspace.tables.Person.get_by_id(key).family)


def test_a_verb_refuses_a_row_that_another_desk_has_changed_since_it_was_read(pair: Pair) -> None:
    first, second = pair
    assert family(second) == "Roy"
    change_people(first, [1], {"family": "Rose"})
    with pytest.raises(ConflictError, match="the person ROSE") as refused:
        change_people(second, [1], {"given": "Ann"})
    assert refused.value.rows == (("person", 1),)
    assert first.tables.Person.get_by_id(1).given == ""


def test_a_row_that_was_read_again_may_be_changed(pair: Pair) -> None:
    first, second = pair
    change_people(first, [1], {"family": "Rose"})
    assert family(second) == "Rose"
    change_people(second, [1], {"given": "Ann"})
    assert first.tables.Person.get_by_id(1).given == "Ann"


def test_who_has_been_told_may_insist(pair: Pair) -> None:
    first, second = pair
    change_people(first, [1], {"family": "Rose"})
    with pytest.raises(ConflictError):
        change_people(second, [1], {"family": "Ross"})
    change_people(second, [1], {"family": "Ross"})
    assert family(first) == "Ross"


def test_who_was_refused_has_the_next_turn(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among many desks, one that looks and tries again would otherwise be refused again and again."""
    monkeypatch.setattr("alternat.storage.engines.turns.SECONDS", 60)
    first, second = pair
    change_people(first, [1], {"family": "Rose"})
    with pytest.raises(ConflictError):
        change_people(second, [1], {"given": "Ann"})
    with pytest.raises(DeskBusy):
        change_people(first, [1], {"family": "Ross"})
    change_people(second, [1], {"given": "Ann"})
    family(first)
    change_people(first, [1], {"family": "Ross"})
    assert family(second) == "Ross"


def test_a_turn_that_is_not_taken_passes(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alternat.storage.engines.turns.SECONDS", 0)
    first, second = pair
    change_people(first, [1], {"family": "Rose"})
    with pytest.raises(ConflictError):
        change_people(second, [1], {"given": "Ann"})
    change_people(first, [1], {"family": "Ross"})
    assert family(second) == "Ross"


def test_a_verb_does_not_take_its_own_reading_for_that_of_the_person(pair: Pair) -> None:
    """Changing the contact reads the person and the contact anew, and must not be fooled by that."""
    first, second = pair
    change_contact(first, 1, {"email": "rose@x.ca"})
    with pytest.raises(ConflictError):
        change_contact(second, 1, {"email": "ross@x.ca"})


def test_what_another_desk_has_removed_is_named(pair: Pair) -> None:
    first, second = pair
    remove_people(first, [1])
    with pytest.raises(RowRemoved, match="the person ROY"):
        change_contact(second, 1, {"email": "ross@x.ca"})


def test_nothing_that_another_desk_has_added_goes_unseen(pair: Pair) -> None:
    first, second = pair
    change_contact(first, 1, {"note": "Vegetarian"})
    with pytest.raises(ConflictError):
        remove_people(second, [1])


def test_adding_people_does_not_stand_in_the_way_of_changing_their_meeting(pair: Pair) -> None:
    first, second = pair
    meeting = second.tables.Meeting.get(second.tables.Meeting.year == 2027)
    add_person(first, "CA", {"family": "Li"}, meeting=meeting.id)
    change_meeting(second, meeting.id, {"number": 9})
    assert first.tables.Meeting.get_by_id(meeting.id).number == 9


def test_serials_and_places_are_given_once(postgresql_address: str, pair: Pair) -> None:
    first, _ = pair
    meeting = first.tables.Meeting.get(first.tables.Meeting.year == 2027).id
    refused = list[BaseException]()

    def add(name: str) -> None:
        with open_workspace(postgresql_address, actor=name) as desk:
            for number in range(10):
                try:
                    add_person(desk, "CA", {"family": f"{name} {number}"}, meeting=meeting)
                except ConflictError as error:
                    refused.append(error)

    desks = [Thread(target=add, args=(name,)) for name in ("North", "South")]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    parts = list(first.tables.Participation.select())
    assert refused == []
    assert sorted(part.serial for part in parts) == list(range(1, 22))
    assert sorted(part.place for part in parts) == list(range(1, 22))
    assert first.tables.Meeting.get_by_id(meeting).last_serial == 21


def test_many_desks_move_people_of_one_delegation_without_a_deadlock(
    postgresql_address: str, pair: Pair
) -> None:
    first, _ = pair
    meeting = first.tables.Meeting.get(first.tables.Meeting.year == 2027).id
    for name in "ABCDEFG":
        add_person(first, "CA", {"family": name}, meeting=meeting)
    parts = [row.id for row in first.tables.Participation.select()]
    faults = list[BaseException]()

    def move(start: int) -> None:
        try:
            with open_workspace(postgresql_address, actor="Desk") as desk:
                for number in range(5):
                    move_to_place(desk, [parts[(start + number) % len(parts)]], 1 + start % len(parts))
        except BaseException as fault:  # noqa: BLE001 - told by the assertion
            faults.append(fault)

    desks = [Thread(target=move, args=(number,)) for number in range(16)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert faults == []
    assert sorted(row.place for row in first.tables.Participation.select()) == list(range(1, 9))


def test_waiting_for_another_desk_ends_with_a_message(pair: Pair) -> None:
    first, second = pair
    with first.change(message("Slow")) as change:
        change.update(first.tables.Person, {1: {"family": "Rose"}})
        with pytest.raises(DeskBusy, match="Another desk is changing"):
            change_people(second, [1], {"family": "Ross"})
    assert family(second) == "Rose"
    change_people(second, [1], {"family": "Ross"})


def test_two_windows_of_one_person_never_undo_each_other(pair: Pair) -> None:
    first, second = pair
    before = first.undoable
    assert (second.undoable, second.undo()) == (None, None)
    assert family(second) == "Roy"
    change_people(second, [1], {"family": "Rose"})
    assert first.undoable == before
    second.undo()
    assert second.redoable is not None
    assert first.redoable is None
    assert family(first) == "Roy"


def test_a_desk_can_undo_after_a_restart_and_so_can_its_command_line(postgresql_address: str) -> None:
    with create_workspace(postgresql_address, actor="Wang") as workspace:
        add_people(workspace, "Roy")
        rename(workspace, 1, "Rose")
        with open_workspace(postgresql_address, actor="Wang", desk=desk_id()) as command_line:
            command_line.undo()
        rename(workspace, 1, "Ross")
    with open_workspace(postgresql_address, actor="Wang") as workspace:
        workspace.undo()
        assert families(workspace) == ["Roy"]


def test_another_computer_under_the_same_name_cannot_undo(
    any_address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with create_workspace(any_address, actor="Wang") as workspace:
        add_people(workspace, "Roy")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "other"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "other"))
    with open_workspace(any_address, actor="Wang") as workspace:
        assert workspace.undo() is None
        assert families(workspace) == ["Roy"]


def test_steps_from_before_desks_had_names_belong_to_their_actor(any_address: str) -> None:
    with create_workspace(any_address, actor="Wang", desk="old") as workspace:
        add_people(workspace, "Roy")
        database: Any = workspace.tables.Person._meta.database
        with database.writing(), database.pen():
            database.execute_sql("UPDATE journal_step SET desk = ''")
    with open_workspace(any_address, actor="Wang") as workspace:
        assert workspace.undo() is not None
        assert families(workspace) == []


def test_a_step_of_one_desk_is_told_at_the_other_in_order_and_once(pair: Pair) -> None:
    first, second = pair
    heard = list[Changes]()
    second.team.follow()
    second.subscribe(heard.append)
    change_people(first, [1], {"family": "Rose"})
    change_contact(first, 1, {"email": "rose@x.ca"})
    add_person(second, "CA", {"family": "Li"})
    second.team.catch_up()
    second.team.catch_up()
    own, *others = heard
    assert not own.is_remote
    assert [each.is_remote for each in others] == [True, True]
    assert [row.table for each in others for row in each.rows] == ["person", "contact"]
    assert [each.step for each in others] == sorted({each.step or 0 for each in others})


def test_a_desk_that_follows_has_seen_only_what_it_was_told(pair: Pair) -> None:
    first, second = pair
    second.team.follow()
    change_people(first, [1], {"family": "Rose"})
    assert family(second) == "Rose"  # something else of the window reads, but its page has not
    with pytest.raises(ConflictError):
        change_people(second, [1], {"given": "Ann"})
    change_people(first, [1], {"given": "Eve"})
    second.team.catch_up()
    change_people(second, [1], {"given": "Ann"})


def test_steps_missed_while_the_connection_was_cut_are_caught_up(postgresql_server: str, pair: Pair) -> None:
    first, second = pair
    heard = list[Changes]()
    second.team.follow()
    second.subscribe(heard.append)
    end_connections(postgresql_server)
    change_people(first, [1], {"family": "Rose"})
    second.team.catch_up()
    assert [each.rows[0].key for each in heard] == [1]


def test_a_connection_that_was_cut_is_made_anew_unasked(postgresql_server: str, pair: Pair) -> None:
    first, second = pair
    end_connections(postgresql_server)
    assert family(first) == "Roy"
    change_people(second, [1], {"family": "Rose"})
    assert family(first) == "Rose"
    assert second.undoable is not None


def test_a_change_that_was_cut_in_the_middle_is_not_made(postgresql_server: str, pair: Pair) -> None:
    first, second = pair

    def write() -> None:
        with first.change(message("Cut")) as change:
            change.update(first.tables.Person, {1: {"family": "Half"}})
            end_connections(postgresql_server)
            change.update(first.tables.Person, {1: {"given": "Half"}})

    with pytest.raises(ServerGone):
        write()
    assert (family(first), family(second)) == ("Roy", "Roy")
    change_people(first, [1], {"family": "Rose"})


@pytest.mark.parametrize("kept", [True, False], ids=["kept", "lost"])
def test_a_commit_that_was_cut_is_asked_about_and_never_made_twice(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, *, kept: bool
) -> None:
    """The connection breaks just before or just after the server has committed."""
    first, second = pair
    engine: Any = first.tables.Person._meta.database
    commit = engine.commit

    def cut() -> None:
        if kept:
            commit()
        engine.connection().close()
        raise psycopg.OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(engine, "commit", cut)
    if kept:
        change_people(first, [1], {"family": "Rose"})
    else:
        with pytest.raises(ServerGone, match="was not made"):
            change_people(first, [1], {"family": "Rose"})
    monkeypatch.undo()
    assert family(first) == family(second) == ("Rose" if kept else "Roy")
    assert len(first.history()) == (4 if kept else 3)


def test_an_unknown_fate_is_told_as_such_and_the_workspace_goes_on(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = pair
    engine: Any = first.tables.Person._meta.database

    def cut() -> None:
        engine.connection().close()
        engine.conninfo.update(host="127.0.0.1", port=str(closed_port()))
        raise psycopg.OperationalError("server closed the connection unexpectedly")

    known = dict(engine.conninfo)
    monkeypatch.setattr("alternat.storage.engines.postgresql._PAUSE", 0)
    monkeypatch.setattr(engine, "commit", cut)
    with pytest.raises(FateUnknown, match="not known whether it was kept"):
        change_people(first, [1], {"family": "Rose"})
    with pytest.raises(ServerGone):
        family(first)
    engine.conninfo.clear()
    engine.conninfo.update(known)
    assert family(first) == "Roy"


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
