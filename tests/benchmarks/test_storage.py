"""How long a workspace takes to open, to take an import, to take it back, and to read its delegations."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.planning.roster import roster
from alternat.storage.workspace import Workspace, create_workspace, open_workspace

PEOPLE = 5_000
_HAN = "王李张刘陈杨黄赵周吴徐孙马胡朱郭何林高罗伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂"


def invented_people(side: int) -> list[dict[str, Any]]:
    chance = random.Random(2027)
    return [
        {
            "side": side,
            "family": f"Family {number}",
            "given": f"Given {number % 97}",
            "name_zh": "".join(chance.choices(_HAN, k=3)),
            "position": Label(f"Director {number}", f"Directeur {number}", f"{number}司司长"),
            "languages": ("en", "zh"),
        }
        for number in range(PEOPLE)
    ]


def add_sides(workspace: Workspace) -> None:
    with workspace.change(message("Sides")) as change:
        change.insert(
            workspace.tables.Side,
            [
                {"code": code, "number": n, "time_zone": "UTC", "paper": "a4", "colour": "#000000"}
                for n, code in enumerate(("CA", "CN"), start=1)
            ],
        )


def import_people(workspace: Workspace, people: list[dict[str, Any]]) -> tuple[int, ...]:
    with workspace.change(message("Import")) as change:
        return change.insert(workspace.tables.Person, people)


def fill_meeting(workspace: Workspace) -> int:
    """Let 5,000 people take part in one meeting and return its key."""
    tables = workspace.tables
    keys = import_people(workspace, invented_people(1))
    with workspace.change(message("Meeting")) as change:
        (meeting,) = change.insert(
            tables.Meeting, [{"reference": "2027", "year": 2027, "host": 1, "time_zone": "America/Toronto"}]
        )
        change.insert(
            tables.Participation,
            [
                {"meeting": meeting, "person": key, "place": n, "serial": n, "token": f"t{n}"}
                for n, key in enumerate(keys, start=1)
            ],
        )
    return meeting


@pytest.mark.parametrize("turn", ["insert", "undo", "redo", "update", "delete"])
def test_5000_rows(any_workspace: Workspace, benchmark: Any, turn: str) -> None:
    workspace, people = any_workspace, invented_people(1)
    add_sides(workspace)
    table: Any = workspace.tables.Person

    def prepare() -> None:
        with workspace.change(message("Clear")) as change:
            change.delete(table, [key for (key,) in table.select(table.id).tuples()])
        if turn != "insert":
            import_people(workspace, people)
        if turn == "redo":
            workspace.undo()

    def update() -> None:
        keys = [key for (key,) in table.select(table.id).tuples()]
        with workspace.change(message("Update")) as change:
            change.update(table, {key: {"given": f"New {key}"} for key in keys})

    def delete() -> None:
        with workspace.change(message("Delete")) as change:
            change.delete(workspace.tables.Side, [1])
        workspace.undo()

    turns: dict[str, Callable[[], object]] = {
        "insert": lambda: import_people(workspace, people),
        "undo": workspace.undo,
        "redo": workspace.redo,
        "update": update,
        "delete": delete,
    }
    benchmark.pedantic(turns[turn], setup=prepare, rounds=3)


def test_one_edit(any_workspace: Workspace, benchmark: BenchmarkFixture) -> None:
    add_sides(any_workspace)
    (key,) = import_people(any_workspace, invented_people(1)[:1])
    names = iter(range(10_000_000))

    def edit() -> None:
        with any_workspace.change(message("Edit")) as change:
            change.update(any_workspace.tables.Person, {key: {"family": f"{next(names)}"}})

    benchmark(edit)


def test_opening(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    path = tmp_path / "dialogue.alternat"
    with create_workspace(path, actor="Test") as workspace:
        add_sides(workspace)
        fill_meeting(workspace)
    benchmark(lambda: open_workspace(path, actor="Test").close())


def test_roster_of_5000(any_workspace: Workspace, benchmark: BenchmarkFixture) -> None:
    add_sides(any_workspace)
    meeting = fill_meeting(any_workspace)
    delegates = benchmark(lambda: roster(any_workspace.tables, meeting))
    assert len(delegates) == PEOPLE


def test_checking_5000(workspace: Workspace, benchmark: BenchmarkFixture) -> None:
    add_sides(workspace)
    fill_meeting(workspace)
    assert benchmark(workspace.verify) == ()


def test_backing_up_5000(workspace: Workspace, benchmark: Any) -> None:
    add_sides(workspace)
    fill_meeting(workspace)
    benchmark.pedantic(workspace.back_up, rounds=5)
