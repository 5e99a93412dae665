"""The clocks of both capitals stand together, each with its own day."""

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from alternat.language.label import Language
from alternat.ui.desk.desk import Desk
from alternat.ui.overview.capital_clocks import CapitalClocks


def test_an_evening_in_ottawa_is_the_next_morning_in_beijing(qtbot: QtBot, desk: Desk) -> None:
    clocks = CapitalClocks(desk, lambda: datetime(2027, 3, 3, 0, 30, tzinfo=UTC))
    qtbot.addWidget(clocks.label)

    clocks.load()

    assert clocks.label.text() == (
        "Ottawa: 19:30, Tuesday, March 2, 2027\nBeijing: 08:30, Wednesday, March 3, 2027"
    )
    desk.screen.set_language(Language.ZH)
    clocks.load()
    assert clocks.label.text() == "渥太华：19:30，2027年3月2日 星期二\n北京：08:30，2027年3月3日 星期三"
