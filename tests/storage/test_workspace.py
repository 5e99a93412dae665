"""One open dialogue on either engine: blocks of changes, their steps, listeners and history."""

import datetime as dt
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from alternat.language.label import Label
from alternat.language.messages import counted, message
from alternat.models.delegations import Participation
from alternat.storage.changes import Change, Changes, ConflictError, Origin, RowChange, RowKind
from alternat.storage.engines.guard import UnjournalledWrite
from alternat.storage.faults import NotUnique, StillReferred, StorageError
from alternat.storage.journal.steps import HistoryStep
from alternat.storage.journal.tables import StepState
from alternat.storage.workspace import OpenForReading, Workspace, create_workspace, open_workspace
from tests.storage.rows import CANADA, add_people, add_side, contents, families, person, rename


class Refusal(Exception):
    """What a verb might raise in the middle of a block."""


def test_a_block_is_one_step_with_its_name(any_workspace: Workspace) -> None:
    tables, label = any_workspace.tables, message("Add {name}", name="CA")
    with any_workspace.change(label) as change:
        (side,) = change.insert(tables.Side, [CANADA])
        keys = change.insert(tables.Person, [person(side, "Côté"), person(side, "杨")])

    assert change.result == Changes(
        step=1,
        label=label,
        origin=Origin.DONE,
        rows=(
            RowChange("side", side, RowKind.INSERTED),
            RowChange("person", keys[0], RowKind.INSERTED),
            RowChange("person", keys[1], RowKind.INSERTED),
        ),
    )
    assert change.result.inserted("person") == keys
    assert change.result.touches("meeting", "person")
    assert not change.result.touches("meeting")
    assert any_workspace.undoable == label


def test_fields_left_out_take_their_defaults(any_workspace: Workspace) -> None:
    side = add_side(any_workspace)
    row = any_workspace.tables.Side.get_by_id(side)
    assert (row.version, row.country, row.languages, row.capital) == (
        1,
        Label("Canada", "Canada", "加拿大"),
        ("en", "fr"),
        Label(),
    )


def test_an_update_counts_versions_and_only_of_rows_that_differ(any_workspace: Workspace) -> None:
    first, second = add_people(any_workspace, "Roy", "Li")
    with any_workspace.change(message("Rename")) as change:
        change.update(any_workspace.tables.Person, {first: {"family": "Roy"}, second: {"family": "Lee"}})

    table = any_workspace.tables.Person
    assert change.result.rows == (RowChange("person", second, RowKind.UPDATED),)
    assert [table.get_by_id(key).version for key in (first, second)] == [1, 2]


def test_a_reference_may_be_given_by_its_column(any_workspace: Workspace) -> None:
    side = add_side(any_workspace)
    with any_workspace.change(message("Add")) as change:
        (key,) = change.insert(any_workspace.tables.Person, [{"side_id": side}])
    assert any_workspace.tables.Person.get_by_id(key).side_id == side


def test_an_unknown_field_is_a_mistake(any_workspace: Workspace) -> None:
    with pytest.raises(KeyError, match="surname"), any_workspace.change(message("Add")) as change:
        change.insert(any_workspace.tables.Person, [{"surname": "Roy"}])


def test_a_block_that_raises_leaves_nothing(any_workspace: Workspace) -> None:
    add_people(any_workspace, "Roy")
    before, heard, changes = contents(any_workspace), list[Changes](), list[Change]()
    any_workspace.subscribe(heard.append)

    def fail_halfway() -> None:
        with any_workspace.change(message("Add")) as change:
            changes.append(change)
            change.insert(any_workspace.tables.Side, [{**CANADA, "code": "CN"}])
            change.delete(any_workspace.tables.Person, [1])
            raise Refusal

    with pytest.raises(Refusal):
        fail_halfway()

    assert contents(any_workspace) == before
    assert any_workspace.undoable == message("Add people")
    assert heard == []
    with pytest.raises(RuntimeError, match="rolled back"):
        _ = changes[0].result


def test_a_block_without_effect_is_no_step(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "Roy")
    heard = list[Changes]()
    any_workspace.subscribe(heard.append)
    with any_workspace.change(message("There and back")) as change:
        change.update(any_workspace.tables.Person, {key: {"family": "Ross"}})
        change.update(any_workspace.tables.Person, {key: {"family": "Roy"}})
        (passing,) = change.insert(any_workspace.tables.Person, [person(1, "Nobody")])
        change.delete(any_workspace.tables.Person, [passing])

    assert not change.result
    assert change.result == Changes(None, message("There and back"), Origin.DONE, ())
    assert heard == []
    assert any_workspace.undoable == message("Add people")
    assert any_workspace.tables.Person.get_by_id(key).version == 1


def test_several_changes_of_a_row_are_one(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "Roy")
    with any_workspace.change(message("Twice")) as change:
        change.update(any_workspace.tables.Person, {key: {"family": "Ross", "given": "Ann"}})
        change.update(any_workspace.tables.Person, {key: {"family": "Rose"}})
    assert change.result.rows == (RowChange("person", key, RowKind.UPDATED),)

    any_workspace.undo()
    row = any_workspace.tables.Person.get_by_id(key)
    assert (row.family, row.given) == ("Roy", "")


def test_an_inner_block_joins_the_outer_step(any_workspace: Workspace) -> None:
    with any_workspace.change(message("Outer")) as outer:
        side = add_side(any_workspace)
        with any_workspace.change(message("Inner")) as inner:
            inner.insert(any_workspace.tables.Person, [person(side, "Roy")])
        outer.update(any_workspace.tables.Person, {1: {"family": "Rose"}})

    assert inner.result.inserted("person") == (1,)
    assert outer.result.rows == (
        RowChange("side", side, RowKind.INSERTED),
        RowChange("person", 1, RowKind.INSERTED),
    )
    assert [step.label for step in any_workspace.history()] == [message("Outer")]
    any_workspace.undo()
    assert contents(any_workspace)["person"] == contents(any_workspace)["side"] == []


def test_an_inner_block_that_raises_takes_back_only_itself(any_workspace: Workspace) -> None:
    side = add_side(any_workspace)

    def take(number: int) -> None:
        with any_workspace.change(message("One row")) as inner:
            inner.insert(any_workspace.tables.Person, [person(side, f"Roy {number}")])
            if number % 2:
                raise Refusal

    with any_workspace.change(message("Import")) as outer:
        for number in range(4):
            with suppress(Refusal):
                take(number)

    assert families(any_workspace) == ["Roy 0", "Roy 2"]
    assert len(outer.result.rows) == 2


def test_a_removed_row_takes_along_what_cannot_be_without_it(any_workspace: Workspace) -> None:
    tables = any_workspace.tables
    (head, deputy) = add_people(any_workspace, "Roy", "Li")
    with any_workspace.change(message("Fill")) as change:
        (meeting,) = change.insert(
            tables.Meeting, [{"reference": "2027", "year": 2027, "host": 1, "time_zone": "America/Toronto"}]
        )
        change.insert(tables.Contact, [{"person": head, "email": "roy@example.org"}])
        change.insert(tables.Participation, [_part(meeting, head, 1), _part(meeting, deputy, 2, head)])
    full = contents(any_workspace)

    with any_workspace.change(message("Remove")) as change:
        change.delete(tables.Person, [head])

    assert families(any_workspace) == ["Li"]
    assert contents(any_workspace)["contact"] == []
    (left,) = tables.Participation.select()
    assert (left.person_id, left.stands_for_id) == (deputy, None)
    any_workspace.undo()
    assert contents(any_workspace) == full


def _part(meeting: int, who: int, place: int, stands_for: int | None = None) -> dict[str, object]:
    return {
        "meeting": meeting,
        "person": who,
        "place": place,
        "serial": place,
        "token": f"t{place}",
        "stands_for": stands_for,
    }


def test_removing_a_row_that_is_gone_is_no_change(any_workspace: Workspace) -> None:
    with any_workspace.change(message("Remove")) as change:
        change.delete(any_workspace.tables.Person, [41])
    assert not change.result


def test_a_change_on_an_old_view_of_a_row_is_refused(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "Roy")
    rename(any_workspace, key, "Rose", seen={key: 1})
    with pytest.raises(ConflictError) as refused:
        rename(any_workspace, key, "Ross", seen={key: 1})

    assert refused.value.rows == (("person", key),)
    assert "the person ROSE" in str(refused.value)
    assert families(any_workspace) == ["Rose"]


def test_a_change_of_a_removed_row_is_refused(any_workspace: Workspace) -> None:
    with pytest.raises(ConflictError) as refused:
        rename(any_workspace, 5, "Ross")
    assert refused.value.rows == (("person", 5),)


def test_keys_are_never_given_out_twice(any_workspace: Workspace) -> None:
    add_people(any_workspace, "Roy", "Li")
    with any_workspace.change(message("Remove")) as change:
        change.delete(any_workspace.tables.Person, [2])
    assert add_people(any_workspace, "Wang") == (3,)


def test_a_value_that_must_be_unique_is_refused_in_words(any_workspace: Workspace) -> None:
    add_side(any_workspace)
    with pytest.raises(NotUnique, match="the same code"):
        add_side(any_workspace)


def test_a_reference_to_nothing_is_refused(any_workspace: Workspace) -> None:
    with pytest.raises(StillReferred), any_workspace.change(message("Add")) as change:
        change.insert(any_workspace.tables.Person, [person(77, "Roy")])
    assert families(any_workspace) == []


def test_a_photograph_is_kept_once_and_outside_the_journal(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "Roy")
    picture = {"content": b"\x89PNG\x00\xff", "media_type": "image/png", "width": 3, "height": 4}
    with any_workspace.change(message("Photo")) as change:
        photo = change.keep_photo(**picture)  # type: ignore[arg-type]  # mixed values
        assert change.keep_photo(**picture) == photo  # type: ignore[arg-type]  # mixed values
        change.update(any_workspace.tables.Person, {key: {"photo": photo}})

    assert change.result.rows == (RowChange("person", key, RowKind.UPDATED),)
    any_workspace.undo()
    (kept,) = any_workspace.tables.Photo.select()
    assert bytes(kept.content) == b"\x89PNG\x00\xff"
    with pytest.raises(TypeError, match="keep_photo"), any_workspace.change(message("Bad")) as change:
        change.delete(any_workspace.tables.Photo, [photo])


def test_writing_past_the_journal_raises(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "Roy")
    table = any_workspace.tables.Person
    row = table.get_by_id(key)
    past: list[Any] = [
        table.insert(side=1),
        table.update(family="X"),
        table.delete(),
        table.raw("DELETE FROM person"),
    ]
    for query in past:
        with pytest.raises(UnjournalledWrite):
            query.execute()
        with pytest.raises(UnjournalledWrite), any_workspace.change(message("Inside")):
            query.execute()
    with pytest.raises(UnjournalledWrite):
        row.save()
    with pytest.raises(UnjournalledWrite):
        row.delete_instance()
    assert families(any_workspace) == ["Roy"]


def test_the_engine_itself_refuses_writes_outside_a_block(any_workspace: Workspace) -> None:
    table = any_workspace.tables.Person
    hidden = "WITH gone AS (SELECT 1) DELETE FROM person"
    with pytest.raises(StorageError):
        table.raw(hidden).execute()


def test_listeners_hear_every_commit_until_they_leave(any_workspace: Workspace) -> None:
    heard = list[tuple[Origin, int | None]]()
    leave = any_workspace.subscribe(lambda changes: heard.append((changes.origin, changes.step)))
    add_side(any_workspace)
    any_workspace.undo()
    any_workspace.redo()
    leave()
    any_workspace.undo()
    assert heard == [(Origin.DONE, 1), (Origin.UNDONE, 2), (Origin.REDONE, 3)]


def test_a_listener_that_raises_does_not_silence_the_others(any_workspace: Workspace) -> None:
    heard = list[Changes]()

    def fail(_changes: Changes) -> None:
        raise Refusal

    any_workspace.subscribe(fail)
    any_workspace.subscribe(heard.append)
    with pytest.raises(Refusal):
        add_side(any_workspace)
    assert [changes.step for changes in heard] == [1]
    assert any_workspace.tables.Side.select().count() == 1


def test_a_listener_may_change_things_in_turn(any_workspace: Workspace) -> None:
    def answer(changes: Changes) -> None:
        if changes.touches("side"):
            with any_workspace.change(message("Answer")) as change:
                change.insert(any_workspace.tables.Person, [person(1, "Roy")])

    any_workspace.subscribe(answer)
    add_side(any_workspace)
    assert [step.label for step in any_workspace.history()] == [
        message("Answer"),
        message("Add {name}", name="CA"),
    ]


def test_undo_is_not_for_the_middle_of_a_block(any_workspace: Workspace) -> None:
    add_side(any_workspace)
    with pytest.raises(RuntimeError, match="inside a block"), any_workspace.change(message("Outer")):
        any_workspace.undo()


def test_history_tells_who_did_what_when(any_workspace: Workspace) -> None:
    earliest = dt.datetime.now(dt.UTC)
    add_people(any_workspace, "Roy", "Li")
    any_workspace.undo()
    undo, people, side = history = any_workspace.history()

    assert [(each.number, each.actor, each.rows) for each in history] == [
        (3, "Test", 2),
        (2, "Test", 2),
        (1, "Test", 1),
    ]
    assert (undo.label, undo.origin, undo.reverts) == (message("Add people"), Origin.UNDONE, 2)
    assert (people.label, people.origin, people.state) == (
        message("Add people"),
        Origin.DONE,
        StepState.UNDONE,
    )
    assert side.state is StepState.DONE
    assert all(isinstance(each, HistoryStep) and earliest <= each.at for each in history)
    assert any_workspace.history(limit=1) == (undo,)


def test_everything_survives_closing(any_address: str) -> None:
    label = counted("{count} person", "{count} people", count=2)
    with create_workspace(any_address, actor="Wang Fang") as workspace:
        side = add_side(workspace)
        with workspace.change(label) as change:
            change.insert(workspace.tables.Person, [person(side, "Roy"), person(side, "Li")])
        workspace.undo()

    with open_workspace(any_address, actor="Wang Fang") as workspace:
        assert workspace.redoable == label
        workspace.redo()
        assert families(workspace) == ["Roy", "Li"]
        assert workspace.undoable == label


def test_a_workspace_opened_for_reading_cannot_change(any_address: str) -> None:
    with create_workspace(any_address, actor="Test") as workspace:
        add_people(workspace, "Roy")
    with open_workspace(any_address, actor="Reader", write=False) as workspace:
        assert families(workspace) == ["Roy"]
        assert not workspace.is_writable
        with pytest.raises(OpenForReading), workspace.change(message("Add")):
            pass
        with pytest.raises(OpenForReading):
            workspace.undo()


def test_a_closed_workspace_says_so(any_workspace: Workspace) -> None:
    any_workspace.close()
    any_workspace.close()
    with pytest.raises(StorageError):
        any_workspace.tables.Person.select().count()


def test_a_workspace_belongs_to_its_thread(any_workspace: Workspace) -> None:
    raised = list[BaseException]()

    def read() -> None:
        try:
            any_workspace.tables.Person.select().count()
        except StorageError as fault:
            raised.append(fault)

    thread = Thread(target=read)
    thread.start()
    thread.join()
    assert len(raised) == 1


def test_two_workspaces_in_two_threads_never_mix(tmp_path: Path) -> None:
    found = dict[str, list[str]]()

    def fill(name: str) -> None:
        with create_workspace(tmp_path / f"{name}.alternat", actor=name) as workspace:
            for number in range(40):
                (key,) = add_people(workspace, f"{name} {number}")
                rename(workspace, key, f"{name} {number}!")
                workspace.tables.Person.get_by_id(key).side.code.lower()
            found[name] = families(workspace)

    threads = [Thread(target=fill, args=(name,)) for name in ("left", "right")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {name: [f"{name} {number}!" for number in range(40)] for name in ("left", "right")}


def test_names_and_addresses_are_fit_to_show(tmp_path: Path) -> None:
    path = tmp_path / "Dialogue 2027 对话.alternat"
    with create_workspace(path, actor="Test") as workspace:
        assert (workspace.name, workspace.address) == ("Dialogue 2027 对话", str(path))
        assert workspace.tables.Participation is not Participation
