"""The window as a whole: what stands in it, how it speaks, and that nothing brings it down."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from alternat.actions.meetings import ReferenceTaken
from alternat.actions.people import add_person
from alternat.language.label import Language
from alternat.planning.findings import Severity
from alternat.settings import SettingsFile, Theme
from alternat.ui.frame.pages import PAGES
from alternat.ui.frame.workbench import Workbench
from alternat.ui.look.screen import Screen
from alternat.ui.opening.opener import Opener
from alternat.ui.window import MainWindow
from tests.ui.conftest import Answers


def bench(window: MainWindow) -> Workbench:
    assert window.workbench is not None
    return window.workbench


def command(window: MainWindow, name: str) -> QAction:
    return window.commands.action(name)


def menu_titles(window: MainWindow) -> list[str]:
    return [action.text() for action in window.menuBar().actions()]


def drop(window: MainWindow, path: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(window.rect().center(), copy, data, left, none)
    window.dragEnterEvent(entering)
    window.dropEvent(QDropEvent(QPointF(window.rect().center()), copy, data, left, none))


def test_without_a_dialogue_the_welcome_screen_stands_there(window: MainWindow) -> None:
    assert window.welcome.isVisible()
    assert window.windowTitle() == "Alternat"
    assert not command(window, "undo").isEnabled()
    assert command(window, "open").isEnabled()


def test_an_opened_dialogue_takes_its_place(demo_window: MainWindow) -> None:
    assert demo_window.windowTitle() == "closed – Alternat"
    assert bench(demo_window).page_id == "overview"
    assert not demo_window.welcome.isVisible()


def test_closing_the_dialogue_returns_to_the_welcome_screen(demo_window: MainWindow, demo_path: str) -> None:
    command(demo_window, "close").trigger()

    assert demo_window.workbench is None
    assert demo_window.welcome.isVisible()
    assert demo_window.frame.settings.current.recent == (demo_path,)


@pytest.mark.parametrize("number", range(1, 10))
def test_each_of_the_first_nine_pages_has_its_number_on_the_keyboard(
    demo_window: MainWindow, number: int
) -> None:
    QTest.keyClick(demo_window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)

    assert bench(demo_window).page_id == PAGES[number - 1].id


@pytest.mark.parametrize(
    ("language", "titles", "page"),
    [
        (Language.EN, ["File", "Edit", "View", "Page", "Meeting", "Help"], "Terms of reference"),
        (Language.FR, ["Fichier", "Édition", "Affichage", "Page", "Réunion", "Aide"], "Mandat"),
        (Language.ZH, ["文件", "编辑", "视图", "页面", "会议", "帮助"], "职权范围"),
    ],
)
def test_the_whole_window_changes_language_and_keeps_its_state(
    demo_window: MainWindow, screen: Screen, language: Language, titles: list[str], page: str
) -> None:
    bench(demo_window).show_page("terms")
    bench(demo_window).header.search.setText("co")

    screen.set_language(language)

    assert menu_titles(demo_window) == titles
    assert bench(demo_window).header.title.text() == page
    assert bench(demo_window).page_id == "terms"
    assert bench(demo_window).header.search.text() == "co"


def test_undo_and_redo_say_what_they_would_do(demo_window: MainWindow) -> None:
    desk = bench(demo_window).desk
    add_person(desk.workspace, "CA", {"family": "Arnault", "given": "Léa"}, meeting=desk.meeting)
    undo, redo = command(demo_window, "undo"), command(demo_window, "redo")
    people = desk.tables.Person.select().count()

    assert undo.text() == "Undo “Add Léa ARNAULT”"
    undo.trigger()
    assert desk.tables.Person.select().count() == people - 1
    assert redo.text() == "Redo “Add Léa ARNAULT”"
    redo.trigger()
    assert desk.tables.Person.select().count() == people


def test_the_named_step_follows_the_language(demo_window: MainWindow, screen: Screen) -> None:
    desk = bench(demo_window).desk
    add_person(desk.workspace, "CA", {"family": "Arnault", "given": "Léa"})
    screen.set_language(Language.FR)

    assert command(demo_window, "undo").text() == "Annuler «\xa0Ajouter Léa ARNAULT\xa0»"


def test_the_theme_and_the_size_of_text_are_in_the_menu(
    demo_window: MainWindow, settings: SettingsFile
) -> None:
    command(demo_window, "theme-dark").trigger()
    command(demo_window, "text-150").trigger()

    assert (settings.current.theme, settings.current.text_scale) == (Theme.DARK, 150)
    assert command(demo_window, "theme-dark").isChecked()
    assert not command(demo_window, "theme-light").isChecked()


def test_larger_and_smaller_text_stop_at_the_ends(window: MainWindow, settings: SettingsFile) -> None:
    for _ in range(10):
        command(window, "text-larger").trigger()
    assert settings.current.text_scale == 200
    for _ in range(10):
        command(window, "text-smaller").trigger()
    assert settings.current.text_scale == 100


def test_a_dropped_dialogue_is_opened(window: MainWindow, demo_path: str) -> None:
    drop(window, demo_path)

    assert bench(window).desk.workspace.name == "closed"


def test_anything_else_dropped_is_left_alone(window: MainWindow, tmp_path: Path) -> None:
    drop(window, str(tmp_path / "list.xlsx"))

    assert window.workbench is None
    assert window.banners.banners() == ()


def test_a_file_that_is_no_dialogue_is_a_banner(window: MainWindow, opener: Opener, tmp_path: Path) -> None:
    stray = tmp_path / "notes.alternat"
    stray.write_text("These are notes.", encoding="utf-8")
    opener.open(str(stray))

    assert [banner.severity.value for banner in window.banners.banners()] == ["blocks"]
    assert window.welcome.isVisible()


def test_a_fault_is_told_in_one_sentence(window: MainWindow) -> None:
    window.report_fault(ZeroDivisionError(), Path("/logs/alternat.log"))

    assert [banner.text for banner in window.banners.banners()] == [
        "Something unforeseen went wrong; your saved work is safe. The particulars are in /logs/alternat.log."
    ]


def test_a_fault_that_one_can_act_on_is_told_as_it_is(window: MainWindow) -> None:
    window.report_fault(ReferenceTaken(reference="2026"), Path("/logs/alternat.log"))

    assert [banner.text for banner in window.banners.banners()] == [
        "There is already a meeting “2026”. Give this one another reference."
    ]


def test_what_is_being_typed_is_saved_when_the_window_closes(
    demo_window: MainWindow, opener: Opener, demo_path: str
) -> None:
    page = bench(demo_window).page
    french = page._meeting.city.field(Language.FR)  # type: ignore[attr-defined]
    demo_window.activateWindow()
    french.setFocus()
    french.selectAll()
    QTest.keyClicks(french, "Gatineau")
    demo_window.close()

    assert opener.open(demo_path)
    assert opener.desk is not None
    meeting = opener.desk.tables.Meeting.get_by_id(opener.desk.meeting)
    assert meeting.city.fr == "Gatineau"


def test_undo_takes_back_what_is_being_typed_and_not_the_step_before(demo_window: MainWindow) -> None:
    desk, page = bench(demo_window).desk, bench(demo_window).page
    french = page._meeting.city.field(Language.FR)  # type: ignore[attr-defined]
    meeting = desk.tables.Meeting
    before = meeting.get_by_id(desk.meeting).city.fr
    demo_window.activateWindow()
    add_person(desk.workspace, "CA", {"family": "Arnault"})
    people = desk.tables.Person.select().count()
    french.setFocus()
    french.selectAll()
    QTest.keyClicks(french, "Gatineau")
    command(demo_window, "undo").trigger()

    assert desk.tables.Person.select().count() == people
    assert meeting.get_by_id(desk.meeting).city.fr == before
    command(demo_window, "redo").trigger()
    assert meeting.get_by_id(desk.meeting).city.fr == "Gatineau"


def test_the_window_comes_back_where_it_was(
    window: MainWindow, screen: Screen, settings: SettingsFile, opener: Opener, qtbot: QtBot
) -> None:
    window.resize(1100, 700)
    window.close()
    again = MainWindow(screen, settings, opener)
    qtbot.addWidget(again)

    # The offscreen platform's screen is narrower than the window was.
    assert again.height() == 700
    assert again.width() <= again.screen().availableGeometry().width() < 1100


def test_the_help_lists_every_key(demo_window: MainWindow, qapp: QApplication) -> None:
    command(demo_window, "keys").trigger()
    dialog = qapp.activeModalWidget()

    assert dialog is not None
    assert dialog.windowTitle() == "Keyboard shortcuts"
    dialog.close()


def test_about_names_the_licences(demo_window: MainWindow, qapp: QApplication) -> None:
    command(demo_window, "about").trigger()
    dialog = qapp.activeModalWidget()

    assert dialog is not None
    assert "MIT" in dialog.property("informativeText")
    dialog.close()


def test_no_two_commands_share_their_keys(demo_window: MainWindow) -> None:
    shortcuts = [key for action in demo_window.commands.actions() for key in action.shortcuts()]
    keys = [key.toString() for key in shortcuts if not key.isEmpty()]

    assert sorted(keys) == sorted(set(keys))


def test_every_command_stands_in_a_menu(demo_window: MainWindow) -> None:
    def inside(menu: QMenu) -> set[QAction]:
        found = set(menu.actions())
        for child in menu.findChildren(QMenu):
            found |= set(child.actions())
        return found

    menus = [action.menu() for action in demo_window.menuBar().actions()]
    shown = set().union(*(inside(menu) for menu in menus if isinstance(menu, QMenu)))

    assert [each.objectName() for each in demo_window.commands.actions() if each not in shown] == []


def test_nothing_of_a_closed_dialogue_listens_any_more(
    demo_window: MainWindow, opener: Opener, screen: Screen, qtbot: QtBot
) -> None:
    for page in PAGES:
        bench(demo_window).show_page(page.id)
    command(demo_window, "close").trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    screen.set_language(Language.ZH)
    screen.set_theme(Theme.DARK)

    assert opener.desk is None
    assert demo_window.welcome.isVisible()
    assert qtbot is not None


def test_damaged_settings_are_told_in_the_window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"{")
    kept = SettingsFile(path)
    screen = Screen(qapp, kept)
    window = MainWindow(screen, kept, Opener(screen, kept, answers))
    qtbot.addWidget(window)

    (banner,) = window.banners.banners()
    assert banner.severity is Severity.WARNS
    assert str(path.with_suffix(".broken.json")) in banner.text
