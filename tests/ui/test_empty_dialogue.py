"""A file that an earlier version left empty: every page shows it without failing."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from alternat.language.label import Language
from alternat.storage.workspace import create_workspace
from alternat.ui.frame.pages import PAGES
from alternat.ui.look.screen import Screen
from alternat.ui.opening.opener import Opener
from alternat.ui.window import MainWindow


def test_every_page_shows_an_empty_dialogue(
    qtbot: QtBot, window: MainWindow, opener: Opener, screen: Screen, tmp_path: Path
) -> None:
    path = tmp_path / "empty.alternat"
    create_workspace(path, actor="Test").close()
    assert opener.open(str(path))
    assert window.workbench is not None
    window.show()
    for language in Language:
        screen.set_language(language)
        for page in PAGES:
            assert opener.desk is not None
            opener.desk.show_page(page.id)
            qtbot.wait(1)
    opener.close()
