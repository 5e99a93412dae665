"""The province of a meeting is chosen beside its calendar, and its days off are marked there."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.language.label import Language
from alternat.planning.calendar import MarkKind, day_marks
from alternat.ui.calendar.marks import read_calendar
from alternat.ui.calendar.meeting_panel import MeetingPanel
from alternat.ui.desk.desk import Desk


@pytest.fixture
def panel(qtbot: QtBot, demo_desk: Desk) -> MeetingPanel:
    calendar = read_calendar(demo_desk.tables, date(2027, 1, 1), date(2027, 12, 31))
    made = MeetingPanel(demo_desk, calendar.sides)
    qtbot.addWidget(made)
    made.load()
    return made


def _has_june_24(desk: Desk) -> bool:
    marks = day_marks(desk.tables, date(2027, 6, 24), date(2027, 6, 24))
    return any(mark.kind is MarkKind.HOLIDAY for mark in marks)


def test_the_province_of_the_city_stands_first_and_another_is_chosen(
    panel: MeetingPanel, demo_desk: Desk
) -> None:
    field = panel.region
    assert field.currentText() == "As the city: Ontario"
    assert not _has_june_24(demo_desk)

    field.setCurrentText("Quebec")
    field.activated.emit(field.currentIndex())
    QApplication.processEvents()
    panel.load()

    assert demo_desk.tables.Meeting.get_by_id(demo_desk.meeting).region == "CA-QC"
    assert field.currentText() == "Quebec"
    assert _has_june_24(demo_desk)
    demo_desk.undo()
    panel.load()
    assert field.currentText() == "As the city: Ontario"


def test_provinces_follow_the_language(panel: MeetingPanel, demo_desk: Desk) -> None:
    demo_desk.screen.set_language(Language.ZH)
    panel.load()
    assert panel.region.currentText() == "按城市：安大略省"
    assert "魁北克省" in [panel.region.itemText(at) for at in range(panel.region.count())]


def test_a_country_whose_provinces_are_not_known_asks_for_none(panel: MeetingPanel, demo_desk: Desk) -> None:
    beijing = demo_desk.tables.Meeting.get(demo_desk.tables.Meeting.reference == "2026")
    demo_desk.set_meeting(beijing.id)
    panel.load()
    assert panel.region.isHidden() or panel._region.isHidden()
