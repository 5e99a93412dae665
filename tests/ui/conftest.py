"""Fixtures of the window: a screen in English, a desk on a dialogue, and the whole window."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.actions.demo import create_demo
from alternat.language.label import Language
from alternat.language.messages import Message
from alternat.settings import SettingsFile, Theme
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.meetings_in_view import meeting_to_open
from alternat.ui.look.screen import Screen
from alternat.ui.opening.opener import Opener
from alternat.ui.window import MainWindow
from tests.factories.preparations import forget_preparations
from tests.patience import PatientBot

TODAY = date(2027, 3, 2)
"""The day it is at the desk in every test of the window."""


class Answers:
    """A person who answers every file dialog with an address prepared beforehand."""

    def __init__(self) -> None:
        self.answer = ""
        self.protection: str | None = ""

    def existing_file(self, folder: Path) -> str:
        del folder
        return self.answer

    def new_file(self, folder: Path, suggestion: str) -> str:
        del folder, suggestion
        return self.answer

    def address(self) -> str:
        return self.answer

    def new_password(self, name: str) -> str | None:
        del name
        return self.protection

    def password(self, name: str) -> str:
        del name
        return self.answer


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The hands and eyes of a test, which wait as long as it takes."""
    del qapp
    return PatientBot(request)


@pytest.fixture(autouse=True)
def questions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer yes to what is asked before something is removed, and return what was asked."""
    asked: list[str] = []

    def yes(screen: Screen, question: Message, told: Sequence[Message], _does: Message | None = None) -> bool:
        asked.append("\n".join(screen.say(each) for each in (question, *told)))
        return True

    monkeypatch.setattr("alternat.ui.parts.dialogs.asking.ask", yes)
    return asked


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Delete what a test has put away, so that the next one finds nothing of it."""
    yield
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    for screen in qapp.findChildren(Screen):
        screen.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def settings() -> SettingsFile:
    """Settings that nobody has touched, in English and light, kept in memory."""
    kept = SettingsFile()
    kept.change(language=Language.EN, theme=Theme.LIGHT)
    return kept


@pytest.fixture
def screen(qapp: QApplication, settings: SettingsFile) -> Screen:
    return Screen(qapp, settings)


@pytest.fixture(scope="session")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.alternat"
    with create_workspace(path, actor="Test") as workspace:
        create_demo(workspace, today=TODAY)
    return path


@pytest.fixture
def demo(_demo: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The example dialogue: two delegations of invented people, the next meeting in Ottawa in 2027."""
    with open_workspace(shutil.copy(_demo, tmp_path / "demo.alternat"), actor="Test") as workspace:
        yield workspace


@pytest.fixture
def make_desk(screen: Screen, settings: SettingsFile) -> Iterator[Callable[[Workspace], Desk]]:
    """Put a workspace on a desk, with the meeting in view that the window would open."""
    made: list[Desk] = []

    def make(workspace: Workspace) -> Desk:
        desk = Desk(workspace, screen, settings, lambda: TODAY)
        desk.set_meeting(meeting_to_open(workspace.tables, TODAY))
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def desk(dialogue: Workspace, make_desk: Callable[[Workspace], Desk]) -> Desk:
    """A desk with the terms of reference and the meetings of the past, and nobody yet."""
    return make_desk(dialogue)


@pytest.fixture
def demo_desk(demo: Workspace, make_desk: Callable[[Workspace], Desk]) -> Desk:
    """A desk with the example dialogue."""
    return make_desk(demo)


@pytest.fixture
def unprepared_desk(demo: Workspace, make_desk: Callable[[Workspace], Desk]) -> Desk:
    """A desk with the example dialogue before its meeting was prepared."""
    forget_preparations(demo)
    return make_desk(demo)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def opener(screen: Screen, settings: SettingsFile, answers: Answers) -> Iterator[Opener]:
    opener = Opener(screen, settings, answers, lambda: TODAY)
    yield opener
    opener.close()


@pytest.fixture
def window(qtbot: QtBot, screen: Screen, settings: SettingsFile, opener: Opener) -> MainWindow:
    """The window with nothing open, at the smallest common size."""
    window = MainWindow(screen, settings, opener)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    return window


@pytest.fixture
def demo_path(_demo: Path, tmp_path: Path) -> str:
    """The path of the example dialogue, closed."""
    return str(shutil.copy(_demo, tmp_path / "closed.alternat"))


@pytest.fixture
def demo_window(window: MainWindow, opener: Opener, demo_path: str) -> MainWindow:
    """The window with the example dialogue open."""
    assert opener.open(demo_path)
    return window
