"""The follow-up page: its views come to the front by tabs, by keys and by where links lead."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.page import LAYOUT, FollowUpPage
from alternat.ui.follow_up.views import VIEWS
from alternat.ui.frame.pages import page_showing
from alternat.ui.window import MainWindow
from tests.ui.controls import named

FIRST, SECOND = VIEWS[0].id, VIEWS[1].id


@pytest.fixture
def page(qtbot: QtBot, demo_desk: Desk) -> FollowUpPage:
    page = FollowUpPage(demo_desk)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page.activateWindow()
    return page


def test_a_view_is_made_when_it_is_first_in_front_and_then_kept(page: FollowUpPage) -> None:
    first = page.view
    assert list(page._made) == [FIRST]

    page.tabs.setCurrentIndex(1)
    assert (page.view_id, page.view.isVisible(), first.isVisible()) == (SECOND, True, False)
    page.tabs.setCurrentIndex(0)
    assert page.view is first


def test_the_last_view_is_remembered(page: FollowUpPage) -> None:
    page.show_view(SECOND)

    again = FollowUpPage(page.desk)
    assert (again.view_id, again.tabs.currentIndex()) == (SECOND, 1)
    page.desk.settings.keep_layout(LAYOUT, "one of a later version")
    assert FollowUpPage(page.desk).view_id == FIRST


def test_keys_go_round_the_views(page: FollowUpPage) -> None:
    def press(key: Qt.Key) -> str:
        QTest.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
        return page.view_id

    page.setFocus()
    assert [press(Qt.Key.Key_PageDown) for _ in VIEWS] == [*(each.id for each in VIEWS[1:]), FIRST]
    assert press(Qt.Key.Key_PageUp) == VIEWS[-1].id
    page.tabs.setFocus()
    QTest.keyClick(page.tabs, Qt.Key.Key_Left)
    assert page.view_id == VIEWS[-2].id


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.id)
def test_a_command_brings_each_view_to_the_front(page: FollowUpPage, view: object) -> None:
    descriptor = next(each for each in VIEWS if each is view)
    for _ in range(2):
        way = next(each for each in page.actions_offered() if each.text() == page.say(descriptor.title))
        way.trigger()
        assert (page.view_id, way.isChecked()) == (descriptor.id, True)


def test_only_the_view_in_front_loads_again(page: FollowUpPage, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    for each in VIEWS:
        page.show_view(each.id)
        view = page.view
        monkeypatch.setattr(view, "load", lambda name=each.id: loaded.append(name))
    page.desk.meeting_changed.emit()

    assert loaded == [VIEWS[-1].id]
    page.show_view(FIRST)
    assert loaded == [VIEWS[-1].id, FIRST]


def test_every_view_leads_to_what_it_says_it_shows() -> None:
    assert {page_showing(Place(table)) for view in VIEWS for table in view.shows} == {"follow-up"}


def test_the_window_follows_the_view_in_front(demo_window: MainWindow) -> None:
    bench = demo_window.workbench
    assert bench is not None
    bench.show_page("follow-up")
    page = bench.page
    assert isinstance(page, FollowUpPage)

    for each in VIEWS:
        page.show_view(each.id)
        QApplication.processEvents()
        offered = page.view.primary_action()
        assert bench.header.primary.isVisible() is (offered is not None)
        assert bench.header.search.isVisible() is (page.view.search_prompt is not None)
        menu = next(each for each in demo_window.menuBar().actions() if each.text() == "Page").menu()
        assert set(page.view.actions_offered()) <= set(menu.actions())  # type: ignore[attr-defined]
        inspector = page.view.inspector()
        assert inspector is None or inspector.isVisible()


def test_tabs_speak_the_screen_language(page: FollowUpPage) -> None:
    (tabs,) = named(page, "View", type(page.tabs))
    texts = [tabs.tabText(at) for at in range(tabs.count())]
    assert texts == [page.say(each.title) for each in VIEWS]
    assert len(set(texts)) == len(VIEWS)
