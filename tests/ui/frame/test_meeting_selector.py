"""Which meeting is in view, and how another one comes into view or is added."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.language.label import Language
from alternat.ui.desk.desk import Desk
from alternat.ui.frame.meeting_selector import MeetingPopup, MeetingSelector


@pytest.fixture
def selector(qtbot: QtBot, demo_desk: Desk) -> MeetingSelector:
    selector = MeetingSelector(demo_desk)
    qtbot.addWidget(selector)
    selector.show()
    return selector


def popup() -> MeetingPopup:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, MeetingPopup)
    return shown


@pytest.mark.parametrize(
    ("language", "name"),
    [
        (Language.EN, "Meeting 2027, Ottawa, hosted by Canada: 105 days left"),
        (Language.FR, "Réunion 2027, Ottawa, pays hôte\xa0: Canada, 105 jours restants"),
        (Language.ZH, "会议 2027，渥太华，东道主：加拿大，还有 105 天"),
    ],
)
def test_it_says_year_city_host_and_days_left(
    selector: MeetingSelector, demo_desk: Desk, language: Language, name: str
) -> None:
    demo_desk.screen.set_language(language)

    assert selector.accessibleName() == name


def test_choosing_from_the_list_changes_the_meeting(selector: MeetingSelector, demo_desk: Desk) -> None:
    selector.open_list()
    names = [popup().list.item(row).text().split("\n")[0] for row in range(popup().list.count())]
    assert names == ["2027 · Ottawa", "2026 · Beijing", "2017 · Ottawa", "2016 · Beijing"]
    popup().list.setCurrentRow(1)
    QTest.keyClick(popup().list, Qt.Key.Key_Return)

    assert demo_desk.tables.Meeting.get_by_id(demo_desk.meeting).reference == "2026"


def test_a_meeting_is_added_with_the_host_whose_turn_it_is(
    selector: MeetingSelector, demo_desk: Desk, qtbot: QtBot
) -> None:
    selector.open_form()
    form = popup()._form
    assert (form._year.value(), form._host.value) == (2028, "CN")
    with qtbot.waitSignal(demo_desk.page_wanted) as wanted:
        form._commit()

    added = demo_desk.tables.Meeting.get_by_id(demo_desk.meeting)
    assert (added.reference, added.host.code, wanted.args) == ("2028", "CN", ["overview"])


def test_the_host_follows_the_year_until_one_is_chosen(selector: MeetingSelector) -> None:
    selector.open_form()
    form = popup()._form
    assert form._reason.text() == "It is the turn of China. Canada hosts the meeting before, in 2027."
    form._year.setValue(2026)
    before = form._host.value
    assert form._reason.text() == ("It is the turn of Canada. China hosted the last meeting held, in 2026.")
    form._host.button("CN").click()
    form._year.setValue(2029)
    assert (before, form._host.value) == ("CA", "CN")


def test_a_year_that_is_taken_is_said(selector: MeetingSelector, demo_desk: Desk, qtbot: QtBot) -> None:
    selector.open_form()
    form = popup()._form
    form._year.setValue(2027)
    with qtbot.waitSignal(demo_desk.announced) as announced:
        form._commit()

    assert announced.args[1] == "There is already a meeting “2027”. Give this one another reference."
