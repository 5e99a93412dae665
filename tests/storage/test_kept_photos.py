"""Photographs kept in blocks inside others: kept where the blocks hold, and gone where they do not."""

from contextlib import suppress
from typing import Any

import pytest

from alternat.language.messages import message
from alternat.storage.changes import Change, Changes
from alternat.storage.journal.steps import HistoryStep
from alternat.storage.workspace import Workspace
from tests.storage.rows import add_people


class Refusal(Exception):
    """What a verb might raise in the middle of a block."""


def keep(change: Change, content: bytes = b"picture") -> int:
    return change.keep_photo(content=content, media_type="image/png", width=1, height=1)


def show(workspace: Workspace, change: Change, person: int, photo: int) -> None:
    change.update(workspace.tables.Person, {person: {"photo": photo}})


def contents_of(workspace: Workspace) -> list[bytes]:
    assert workspace.verify() == ()
    photo: Any = workspace.tables.Photo
    return [bytes(row.content) for row in photo.select().order_by(photo.id)]


def steps_of(workspace: Workspace) -> list[str]:
    steps: tuple[HistoryStep, ...] = workspace.history()
    return [str(step.label) for step in steps]


def test_a_photo_kept_in_an_inner_block_is_told_of_in_the_outer_step(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "Roy")
    with any_workspace.change(message("Outer")) as outer:
        with any_workspace.change(message("Inner")) as inner:
            photo = keep(inner)
        show(any_workspace, outer, key, photo)
    assert contents_of(any_workspace) == [b"picture"]
    any_workspace.undo()
    assert contents_of(any_workspace) == [b"picture"]
    any_workspace.redo()
    assert any_workspace.tables.Person.get_by_id(key).photo_id == photo


def test_a_photo_that_nobody_has_yet_is_a_lasting_step_from_any_depth(any_workspace: Workspace) -> None:
    add_people(any_workspace, "Roy")
    heard = list[Changes]()
    any_workspace.subscribe(heard.append)
    with (
        any_workspace.change(message("Outer")) as outer,
        any_workspace.change(message("Middle")),
        any_workspace.change(message("Inner")) as inner,
    ):
        keep(inner)
    assert contents_of(any_workspace) == [b"picture"]
    assert not outer.result
    assert heard == []
    assert steps_of(any_workspace)[0] == "Outer"
    assert any_workspace.undoable == message("Add people")


def test_a_photo_that_is_there_already_is_no_step(any_workspace: Workspace) -> None:
    with any_workspace.change(message("First")) as change:
        photo = keep(change)
    with any_workspace.change(message("Second")) as change:
        assert keep(change) == photo
        assert keep(change, b"other") != photo
    with any_workspace.change(message("Third")) as change:
        assert keep(change) == photo
    assert steps_of(any_workspace) == ["Second", "First"]


def test_a_photo_of_a_failed_inner_block_is_gone_and_can_be_kept_again(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "Roy")

    def fail() -> None:
        with any_workspace.change(message("Inner")) as inner:
            keep(inner)
            keep(inner, b"other")
            raise Refusal

    with any_workspace.change(message("Outer")) as outer:
        with suppress(Refusal):
            fail()
        assert contents_of_open(any_workspace) == []
        show(any_workspace, outer, key, keep(outer))
    assert contents_of(any_workspace) == [b"picture"]


def contents_of_open(workspace: Workspace) -> list[bytes]:
    photo: Any = workspace.tables.Photo
    return [bytes(row.content) for row in photo.select()]


def test_a_photo_kept_outside_outlives_a_failed_inner_block_that_kept_it_too(
    any_workspace: Workspace,
) -> None:
    (key,) = add_people(any_workspace, "Roy")

    def fail() -> None:
        with any_workspace.change(message("Inner")) as inner:
            show(any_workspace, inner, key, keep(inner))
            raise Refusal

    with any_workspace.change(message("Outer")) as outer:
        keep(outer)
        with suppress(Refusal):
            fail()
    assert contents_of(any_workspace) == [b"picture"]
    assert any_workspace.tables.Person.get_by_id(key).photo_id is None


def test_a_photo_of_an_inner_block_goes_with_an_outer_one_that_fails(any_workspace: Workspace) -> None:
    (key,) = add_people(any_workspace, "Roy")

    def fail() -> None:
        with any_workspace.change(message("Outer")) as outer:
            with any_workspace.change(message("Inner")) as inner:
                photo = keep(inner)
            show(any_workspace, outer, key, photo)
            raise Refusal

    with pytest.raises(Refusal):
        fail()
    assert contents_of(any_workspace) == []
    assert steps_of(any_workspace)[0] == "Add people"
    with any_workspace.change(message("Again")) as change:
        show(any_workspace, change, key, keep(change))
    assert contents_of(any_workspace) == [b"picture"]
