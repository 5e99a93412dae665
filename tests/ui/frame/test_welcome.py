"""The welcome screen: a new dialogue, an old one, or another language."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alternat.language.label import Language
from alternat.settings import SettingsFile
from alternat.ui.frame.welcome import Welcome
from alternat.ui.look.screen import Screen
from alternat.ui.opening.recent import shown_address, shown_name
from alternat.ui.parts.widgets.buttons import Button


@pytest.fixture
def welcome(qtbot: QtBot, screen: Screen, settings: SettingsFile) -> Welcome:
    welcome = Welcome(screen, settings)
    qtbot.addWidget(welcome)
    welcome.show()
    return welcome


def button(welcome: Welcome, text: str) -> Button:
    return next(each for each in welcome.findChildren(Button) if each.text() == text)


@pytest.mark.parametrize(
    ("text", "template"), [("New Canada–China dialogue", "canada-china"), ("New blank dialogue", "blank")]
)
def test_both_templates_are_one_click_away(welcome: Welcome, qtbot: QtBot, text: str, template: str) -> None:
    with qtbot.waitSignal(welcome.new_wanted) as wanted:
        button(welcome, text).click()

    assert wanted.args == [template]


def test_recent_dialogues_that_are_still_there_are_listed(
    welcome: Welcome, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    here, gone = tmp_path / "here.alternat", tmp_path / "gone.alternat"
    here.touch()
    settings.remember(str(here))
    settings.remember(str(gone))
    welcome.load()

    assert [welcome._recent.item(row).toolTip() for row in range(welcome._recent.count())] == [str(here)]
    with qtbot.waitSignal(welcome.recent_wanted) as wanted:
        QTest.keyClick(welcome._recent, Qt.Key.Key_Return)
    assert wanted.args == [str(here)]


def test_the_language_is_chosen_by_its_own_name(welcome: Welcome, screen: Screen) -> None:
    button(welcome, "Français").click()

    assert screen.language is Language.FR
    assert button(welcome, "Ouvrir un dialogue").isVisible()


@pytest.mark.parametrize(
    ("address", "address_shown", "name"),
    [
        ("/srv/talks/Canada-China.alternat", "/srv/talks/Canada-China.alternat", "Canada-China"),
        ("postgresql://ann:secret@db.example/talks", "postgresql://db.example/talks", "talks"),
    ],
)
def test_addresses_are_shown_short_and_without_a_password(
    address: str, address_shown: str, name: str
) -> None:
    assert (shown_address(address), shown_name(address)) == (address_shown, name)


def test_the_home_folder_is_shown_as_a_tilde(home: Path) -> None:
    assert shown_address(str(home / "talks.alternat")) == str(Path("~") / "talks.alternat")
