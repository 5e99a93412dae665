"""How long 5,000 outcomes of 20 meetings take to read, to change, and to check again after a change."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.actions.outcomes import change_outcomes, set_outcome_state
from alternat.nouns.outcomes import OutcomeState
from alternat.planning.outcomes import outcomes
from alternat.planning.whole_check import MeetingCheck, check_everything
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace, create_workspace
from tests.factories.follow_up import ManyOutcomes, fill_outcomes

TODAY = date(2027, 3, 2)
Large = tuple[Workspace, ManyOutcomes]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Large]:
    path: Path = tmp_path_factory.mktemp("large") / "large.alternat"
    with create_workspace(path, actor="Test") as workspace:
        create_dialogue(workspace)
        yield workspace, fill_outcomes(workspace)


def test_reading_all_outcomes(benchmark: Any, large: Large) -> None:
    """Aim: at most 0.3 s."""
    workspace, many = large
    read = benchmark.pedantic(lambda: outcomes(workspace.tables), rounds=10, warmup_rounds=1)
    assert len(read) == len(many.outcomes)


def test_changing_one_outcome(benchmark: Any, large: Large) -> None:
    """Aim: at most 16 ms, one frame."""
    workspace, many = large
    days = cycle((date(2027, 9, 1), date(2027, 10, 1)))

    def edit() -> Changes:
        return change_outcomes(workspace, [many.outcomes[-1]], {"due": next(days)})

    assert benchmark.pedantic(edit, rounds=50, warmup_rounds=2)


def test_moving_one_outcome_on_the_board(benchmark: Any, large: Large) -> None:
    """Aim: at most 16 ms, one frame."""
    workspace, many = large
    states = cycle((OutcomeState.UNDER_WAY, OutcomeState.NO_NEWS))

    def edit() -> Changes:
        return set_outcome_state(workspace, [many.outcomes[-1]], next(states), on=date(2027, 6, 20))

    assert benchmark.pedantic(edit, rounds=50, warmup_rounds=2)


def test_the_findings_after_one_edit(benchmark: Any, large: Large) -> None:
    """Aim: at most 5 ms from the committed rows to the findings."""
    workspace, many = large
    check = MeetingCheck(workspace.tables, many.next, workspace.noting, today=TODAY)
    dues = cycle((date(2026, 9, 1), date(2027, 9, 1)))

    def edited() -> tuple[tuple[Changes], dict[str, object]]:
        return (change_outcomes(workspace, [many.outcomes[-300]], {"due": next(dues)}),), {}

    def follow(changes: Changes) -> int:
        check.follow(changes.rows)
        return len(check.findings())

    assert benchmark.pedantic(follow, setup=edited, rounds=50, warmup_rounds=2)
    assert check.findings() == check_everything(workspace.tables, many.next, today=TODAY)


def test_checking_everything(benchmark: Any, large: Large) -> None:
    """What a meeting takes to open: no aim of its own."""
    workspace, many = large
    assert benchmark.pedantic(
        lambda: check_everything(workspace.tables, many.next, today=TODAY), rounds=5, warmup_rounds=1
    )
