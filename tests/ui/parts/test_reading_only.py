"""A dialogue that is open for reading only: offered where editing is refused, and saying so at every edit."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from alternat.language.label import Language
from alternat.storage.workspace import open_workspace
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.views import VIEWS
from alternat.ui.frame.pages import PAGES
from alternat.ui.look.screen import Screen
from alternat.ui.opening.opener import Opener
from alternat.ui.parts.widgets.banner import Banner
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.text_fields import GrowingField, LineField
from alternat.ui.window import MainWindow
from tests.ui.conftest import Answers

READERS = {
    *("Copy", "Columns as they were", "Print badge…", "Show minutes larger", "Show minutes smaller"),
    *("Next view", "Previous view", *(view.title.template for view in VIEWS)),
}
"""The commands of pages that change nothing."""


def offers(banner: Banner) -> list[Button]:
    return banner.findChildren(Button)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.EN, "Open for reading only"),
        (Language.FR, "Ouvrir en lecture seule"),
        (Language.ZH, "以只读方式打开"),
    ],
)
def test_a_dialogue_that_somebody_is_editing_can_be_looked_at(
    window: MainWindow, opener: Opener, screen: Screen, demo_path: str, language: Language, words: str
) -> None:
    screen.set_language(language)
    before = Path(demo_path).read_bytes()
    with open_workspace(demo_path, actor="Colleague"):
        assert not opener.open(demo_path)
        (banner,) = window.banners.banners()
        (offer,) = offers(banner)
        assert offer.text() == words
        offer.click()
        assert opener.desk is not None
        assert not opener.desk.workspace.is_writable
        for page in PAGES:
            opener.desk.show_page(page.id)
    assert Path(demo_path).read_bytes() == before


def test_an_edit_says_that_nothing_can_be_changed(window: MainWindow, opener: Opener, demo_path: str) -> None:
    assert opener.open(demo_path, read_only=True)
    assert "(reading only)" in window.windowTitle()
    desk = opener.desk
    assert desk is not None
    assert window.workbench is not None
    captions = [label.text() for label in window.workbench.status.findChildren(QLabel)]
    assert "Open for reading only" in captions
    assert "All changes are saved as you make them" not in captions
    assert [each.text for each in window.banners.banners()] == [
        "closed is open for reading only: nothing can be changed."
    ]
    desk.undo()
    assert "Open it for editing to change it." in window.banners.banners()[-1].text
    (edit,) = offers(window.banners.banners()[0])
    edit.click()
    assert opener.desk is not None
    assert opener.desk.workspace.is_writable
    assert "(reading only)" not in window.windowTitle()
    assert window.banners.banners() == ()


def test_the_menu_opens_for_reading(
    window: MainWindow, opener: Opener, answers: Answers, demo_path: str
) -> None:
    answers.answer = demo_path
    window.commands.action("open-to-read").trigger()
    assert opener.desk is not None
    assert not opener.desk.workspace.is_writable
    with open_workspace(demo_path, actor="Colleague") as colleague:
        assert colleague.is_writable


def test_no_field_takes_typing_and_no_verb_is_offered_and_each_says_why(
    window: MainWindow, opener: Opener, demo_path: str
) -> None:
    before = Path(demo_path).read_bytes()
    assert opener.open(demo_path, read_only=True)
    desk, workbench = opener.desk, window.workbench
    assert desk is not None
    assert workbench is not None
    tried = 0
    for page in PAGES:
        desk.show_page(page.id)
        if page.id == "delegations":
            desk.show_place(Place("person", 1, "position.fr"))
        QApplication.processEvents()
        if page.id == "documents":
            continue  # what is chosen there is how to print, and kept by the workstation
        for root in filter(None, (workbench.page, workbench.page.inspector())):
            fields: list[LineField | GrowingField] = root.findChildren(LineField)
            for field in (*fields, *root.findChildren(GrowingField)):
                is_finder = "Search" in field.accessibleName()
                assert is_finder or field.isReadOnly() or not field.isEnabled(), field.accessibleName()
                assert is_finder or "reading only" in field.toolTip()
                tried += 1
        for action in workbench.page_actions():
            is_reading = action.text() in READERS
            assert is_reading or not action.isEnabled(), action.text()
            assert is_reading or action.toolTip().startswith("This dialogue is open for reading only.")
    assert tried > 100
    for name in ("undo", "redo", "import", "import-programme", "add-meeting", "publish-programme"):
        assert not window.commands.action(name).isEnabled()
    opener.close()
    assert Path(demo_path).read_bytes() == before


WRITERS = {
    ("overview", "Canada"),
    ("calendar", "Load a notice…"),
    ("calendar", "Avoid these days"),
    ("calendar", "Set as the meeting’s dates"),
    ("subgroups", "Start from a topic…"),
    ("subgroups", "Remove this sub-group"),
    ("subgroups", "Dissolved"),
    ("subgroups", "Withdraw"),
    ("programme", "Publish…"),
    ("delegations", "Import…"),
    ("terms", "Add a topic"),
}


def test_buttons_in_the_body_of_a_page_that_write_rest_and_say_why(
    window: MainWindow, opener: Opener, demo_path: str
) -> None:
    assert opener.open(demo_path, read_only=True)
    desk, workbench = opener.desk, window.workbench
    assert desk is not None
    assert workbench is not None
    seen = set()
    for name in dict.fromkeys(page for page, _ in sorted(WRITERS)):
        desk.show_page(name)
        QApplication.processEvents()
        for button in workbench.page.findChildren(QAbstractButton):
            if (name, button.text()) in WRITERS and button.isVisible():
                filters = name == "delegations" and button.text() != "Import…"
                assert filters or not button.isEnabled(), (name, button.text())
                assert filters or "reading only" in button.toolTip(), (name, button.text())
                seen.add((name, button.text()))
    assert seen == WRITERS
    desk.show_page("overview")
    free = [each.text() for each in workbench.page.findChildren(QAbstractButton) if each.isEnabled()]
    assert "Show the checklist" in free


def test_after_opening_for_editing_everything_can_be_changed_again(
    window: MainWindow, opener: Opener, demo_path: str
) -> None:
    assert opener.open(demo_path, read_only=True)
    assert opener.open(demo_path)
    assert opener.desk is not None
    opener.desk.show_place(Place("person", 1))
    assert window.workbench is not None
    inspector = window.workbench.page.inspector()
    assert inspector is not None
    assert any(not field.isReadOnly() for field in inspector.findChildren(LineField))
    assert window.commands.action("add-meeting").isEnabled()
