"""The inspectors of the follow-up, the objectives and the texts: everything is read at every size."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from alternat.language.label import Language
from alternat.ui.desk.place import Place
from alternat.ui.frame.workbench import Workbench
from alternat.ui.window import MainWindow
from tests.factories.follow_up import FilledFollowUp, fill_follow_up
from tests.ui.layouts import beyond_the_edge, cut_off, one_over_the_other

PLACES: dict[str, Callable[[FilledFollowUp], Place]] = {
    "outcome": lambda filled: Place("outcome", filled.outcome),
    "guidance": lambda _: Place("guidance", 1),
    "objective": lambda filled: Place("provision", filled.objective, "due"),
    "instrument": lambda filled: Place("instrument", filled.instrument),
    "dialogue": lambda filled: Place("provision", filled.dialogue, "holders"),
    "text": lambda filled: Place("outcome", filled.outcome, "concordance.text"),
}


@pytest.fixture
def bench(demo_window: MainWindow) -> Workbench:
    assert demo_window.workbench is not None
    return demo_window.workbench


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", PLACES)
def test_nothing_in_an_inspector_is_cut_off(bench: Workbench, qtbot: QtBot, name: str, percent: int) -> None:
    desk = bench.desk
    person = desk.tables.Person.select().first().id
    filled = fill_follow_up(desk.workspace, desk.meeting or 0, person)
    desk.screen.set_language(Language.FR)
    desk.screen.set_text_scale(percent)
    desk.show_place(PLACES[name](filled))
    inspector = bench.page.inspector() or bench.page

    def faults() -> list[str]:
        sheets = [each.widget() for each in inspector.findChildren(QScrollArea) if each.isVisible()]
        parts: list[QWidget] = [each for each in sheets if each is not None]
        assert parts
        return [
            fault
            for part in parts
            for fault in (*cut_off(part), *one_over_the_other(part), *beyond_the_edge(part))
        ]

    qtbot.waitUntil(lambda: faults() == [], timeout=4000)
