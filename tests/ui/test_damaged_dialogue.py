"""Damaged dialogues in the window: it opens what can be read, and says what is damaged."""

from contextlib import closing
from pathlib import Path

import apsw
from pytestqt.qtbot import QtBot

from alternat.ui.opening.opener import Opener
from alternat.ui.window import MainWindow


def spoil(path: str, sql: str) -> None:
    with closing(apsw.Connection(path)) as file:
        file.execute(sql)


def texts(window: MainWindow) -> str:
    return " ".join(banner.text for banner in window.banners.banners())


def test_a_damaged_history_is_told_and_stops_nothing(
    window: MainWindow, opener: Opener, demo_path: str, qtbot: QtBot
) -> None:
    spoil(demo_path, "UPDATE journal_step SET arguments = '{', at = 'yesterday'")
    assert opener.open(demo_path)
    qtbot.waitUntil(lambda: "The history of this dialogue is damaged." in texts(window))
    assert opener.desk is not None
    opener.desk.show_page("delegations")
    assert opener.desk.workspace.history()


def test_a_fault_that_comes_of_damage_is_told_as_damage(
    demo_window: MainWindow, opener: Opener, demo_path: str
) -> None:
    demo_window.report_fault(ValueError("ours"), Path("log"))
    assert "Something unforeseen went wrong" in texts(demo_window)
    assert opener.desk is not None
    # What is checked on its own would meet the damage too, and be told in the same way.
    opener.desk.findings.stop()
    spoil(demo_path, "UPDATE meeting SET starts = 'tomorrow'")
    demo_window.report_fault(ValueError("theirs"), Path("log"))
    assert f"{demo_path} is damaged" in texts(demo_window)
