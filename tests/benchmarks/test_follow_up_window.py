"""The follow-up in the window with 5,000 outcomes of twenty years: opened, edited, searched, as a board."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from alternat.actions.dialogues import create_dialogue
from alternat.actions.outcomes import change_outcomes
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace, create_workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.board.view import BoardView
from alternat.ui.follow_up.outcomes.table import OutcomesView
from alternat.ui.follow_up.page import FollowUpPage
from tests.factories.outcomes import fill_outcomes
from tests.ui.desks import dispose, make_desk

COUNT = 5_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A dialogue with the outcomes of twenty years."""
    path: Path = tmp_path_factory.mktemp("many") / "many.alternat"
    with create_workspace(path, actor="Test") as workspace:
        create_dialogue(workspace, "canada-china", today=date(2027, 3, 2))
        fill_outcomes(workspace, COUNT)
        yield workspace


@pytest.fixture
def desk(qapp: QApplication, many: Workspace) -> Desk:
    return make_desk(qapp, many, many.tables.Meeting.select().order_by(many.tables.Meeting.id).first().id)


def opened(desk: Desk, view: str) -> FollowUpPage:
    desk.settings.keep_layout("follow-up.view", view)
    page = FollowUpPage(desk)
    page.resize(1000, 640)
    page.show()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return page


def filled(page: FollowUpPage) -> None:
    while not page.records.finder.is_full:
        QApplication.processEvents()


def edit_unheard(desk: Desk, outcome: int, **fields: object) -> Changes:
    """Write an edit of which the page has not heard yet."""
    desk.blockSignals(True)
    changes = change_outcomes(desk.workspace, [outcome], fields)
    desk.blockSignals(False)
    return changes


def test_the_page_opened(benchmark: Any, desk: Desk) -> None:
    pages: list[FollowUpPage] = []
    benchmark.pedantic(lambda: pages.append(opened(desk, "outcomes")), rounds=3, warmup_rounds=1)
    for page in pages:
        dispose(page)
    assert benchmark.stats.stats.median <= 0.3


@pytest.mark.parametrize("view", ["outcomes", "board"])
def test_one_edit_shown(benchmark: Any, desk: Desk, view: str) -> None:
    """From when the page hears of an edit until it is painted, with the outcome selected."""
    page = opened(desk, view)
    filled(page)
    outcome = page.records.all()[3].id
    page.view.show_place(Place("outcome", outcome))
    days = iter(date(2030, 1, day) for day in range(1, 29))

    def written() -> tuple[tuple[Changes], dict[str, object]]:
        return (edit_unheard(desk, outcome, due=next(days)),), {}

    def shown(changes: Changes) -> None:
        desk.changed.emit(changes)
        QApplication.processEvents()

    benchmark.pedantic(shown, setup=written, rounds=15)
    dispose(page)
    assert benchmark.stats.stats.median <= 0.016


def test_the_board_painted(benchmark: Any, desk: Desk) -> None:
    page = opened(desk, "board")
    view = page.view
    assert isinstance(view, BoardView)
    benchmark(view.board.grab)
    dispose(page)
    assert benchmark.stats.stats.median <= 0.05


def test_the_board_narrowed_and_painted(benchmark: Any, desk: Desk) -> None:
    page = opened(desk, "board")
    view = page.view
    assert isinstance(view, BoardView)
    topics = sorted({plan.topic for plan in page.records.all() if plan.topic})
    turns = iter([*topics, None] * 20)

    def narrow() -> None:
        view.bar.set(view.bar.filter.but("topic", next(turns)))
        view.board.grab()

    benchmark.pedantic(narrow, rounds=12)
    dispose(page)
    assert benchmark.stats.stats.median <= 0.05


@pytest.mark.parametrize("words", ["precursors", "联络点", "e", "accord consulaire"])
def test_words_searched_and_shown(benchmark: Any, desk: Desk, words: str) -> None:
    page = opened(desk, "outcomes")
    filled(page)
    view = page.view
    assert isinstance(view, OutcomesView)

    benchmark.pedantic(lambda: view.search(words), setup=lambda: view.search(""), rounds=8)
    dispose(page)
    assert benchmark.stats.stats.median <= 0.03
