"""The calendar page: days gone through by keyboard, dates found and set, a meeting taken step by step."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alternat.actions.calendars import add_avoid_dates
from alternat.actions.meetings import change_meeting, set_status
from alternat.language.label import Label, Language
from alternat.models.consents import ConsentStep
from alternat.models.meetings import MeetingStatus
from alternat.planning.consents import agreement
from alternat.ui.desk import Desk
from alternat.ui.pages.calendar import SEVERAL, CalendarPage
from alternat.ui.style import label
from alternat.ui.widgets.buttons import Button

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, unprepared_desk: Desk) -> CalendarPage:
    """The page on the example dialogue, shown with its panels."""
    page = CalendarPage(unprepared_desk)
    qtbot.addWidget(page)
    page.resize(724, 620)
    page.show()
    inspector = page.inspector()
    assert inspector is not None
    qtbot.addWidget(inspector)
    inspector.resize(348, 620)
    inspector.show()
    page.activateWindow()
    page.grid.setFocus()
    return page


def meeting(page: CalendarPage) -> Any:
    return page.desk.tables.Meeting.get_by_id(page.desk.meeting)


def texts(widget: Any) -> list[str]:
    return [each.text() for each in widget.findChildren(type(label())) if each.text()]


def press(
    page: CalendarPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(page.grid, key, modifiers)


def test_the_meeting_in_view_is_selected_and_told_in_words(page: CalendarPage) -> None:
    assert page.grid.days == (date(2027, 6, 15), date(2027, 6, 17))
    assert page._day.text() == "June 15–17, 2027 · 3 days"
    assert page._words.text() == "Meeting Ottawa 2027"
    assert page.grid.accessibleName() == "Calendar of 2027"
    assert page.grid.accessibleDescription() == "June 15–17, 2027 · 3 days. Meeting Ottawa 2027"


def test_arrows_go_from_day_to_day_and_say_what_is_marked(page: CalendarPage) -> None:
    page.grid.select(date(2027, 6, 30), date(2027, 6, 30))

    press(page, Key.Key_Right)

    assert page.grid.days == (date(2027, 7, 1), date(2027, 7, 1))
    assert page._words.text() == "Canada: Canada Day"
    press(page, Key.Key_Down, Shift)
    assert page.grid.days == (date(2027, 7, 1), date(2027, 7, 8))
    press(page, Key.Key_PageDown)
    press(page, Key.Key_End)
    assert page.grid.days == (date(2027, 8, 31), date(2027, 8, 31))


def test_the_cursor_goes_over_into_another_year(page: CalendarPage) -> None:
    page.grid.select(date(2027, 12, 31), date(2027, 12, 31))

    press(page, Key.Key_Right)

    assert (page._shown_years.text(), page.grid.days[0]) == ("2028", date(2028, 1, 1))
    press(page, Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert (page._shown_years.text(), page.grid.days[0]) == ("2027", date(2027, 1, 1))


def test_several_years_stand_together(page: CalendarPage) -> None:
    page.view.button(SEVERAL).click()
    assert (page._shown_years.text(), page.grid.plan.years) == ("2027–2031", tuple(range(2027, 2032)))

    page.grid.select(date(2031, 12, 31), date(2031, 12, 31))
    press(page, Key.Key_Right)

    assert (page._shown_years.text(), page.grid.days[0]) == ("2028–2032", date(2032, 1, 1))


def test_a_click_selects_a_day(page: CalendarPage) -> None:
    at = page.grid.plan.day(date(2027, 2, 10)).center()

    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert page.grid.days == (date(2027, 2, 10), date(2027, 2, 10))


def test_insert_avoids_the_selected_days_and_asks_for_the_reason(page: CalendarPage) -> None:
    page.grid.select(date(2027, 8, 2), date(2027, 8, 6))
    page.avoid.side.button("CN").click()

    press(page, Key.Key_Insert)

    (row,) = page.desk.tables.AvoidDates.select()
    assert (row.side.code, row.starts, row.ends) == ("CN", date(2027, 8, 2), date(2027, 8, 6))
    assert page._panels.currentWidget() is page.avoid
    assert "China avoids: Dates to avoid" in page._words.text()


def test_dates_to_avoid_are_edited_in_place(page: CalendarPage) -> None:
    add_avoid_dates(
        page.desk.workspace, "CA", starts=date(2027, 8, 2), ends=date(2027, 8, 6), reason=Label.same("Recess")
    )
    (entry,) = page.avoid.entries.values()

    entry.private.click()
    entry.ends.committed.emit(date(2027, 8, 13))
    page.grid.select(date(2027, 8, 13), date(2027, 8, 13))

    assert page._words.text() == "Canada avoids, privately: Recess"
    entry.remove.click()
    assert page._words.text() == "Nothing is marked."
    assert page.avoid.entries == {}


def test_a_candidate_becomes_the_dates_of_the_meeting_with_one_click(page: CalendarPage) -> None:
    page.panel.button("finder").click()
    page.finder._set(first=date(2027, 9, 6), last=date(2027, 9, 19))
    page.finder.search_button.click()
    best = page.finder._found[0]
    assert page.finder.length.value() == 3
    assert page.finder._rows.count() == 8
    words = [each for each in page.finder.findChildren(Button) if each.text() == "Set as the meeting’s dates"]

    words[0].click()

    assert (meeting(page).starts, meeting(page).ends) == (best.starts, best.ends)
    assert page.grid.days == (best.starts, best.ends)


def test_every_candidate_says_what_speaks_against_it(page: CalendarPage) -> None:
    page.finder._set(first=date(2027, 6, 30), last=date(2027, 7, 4))
    page.finder.search_button.click()

    assert [len(each.against) > 0 for each in page.finder._found] == [True]
    assert any("Canada Day" in text for text in texts(page.finder))


def test_a_search_that_cannot_be_meant_says_so(page: CalendarPage, qtbot: QtBot) -> None:
    page.finder._set(first=date(2027, 9, 6), last=date(2027, 9, 1))

    with qtbot.waitSignal(page.desk.announced):
        page.finder.search_button.click()


def test_the_consents_of_both_sides_are_recorded_in_place(page: CalendarPage) -> None:
    canada, china = page.meeting.consents["CA"], page.meeting.consents["CN"]
    canada.document.setText("Note JLAB-0123")
    canada.record.click()
    assert canada.said.text() == "Proposed on Tuesday, March 2, 2027\nNote JLAB-0123"
    assert china.record.text() == "Record the acceptance"

    china.given.committed.emit(date(2027, 3, 4))
    china.record.click()

    standing = agreement(page.desk.tables, meeting=page.desk.meeting)
    assert standing.is_complete
    assert [(word.side, word.step, word.given) for word in standing.words] == [
        ("CA", ConsentStep.PROPOSED, date(2027, 3, 2)),
        ("CN", ConsentStep.ACCEPTED, date(2027, 3, 4)),
    ]
    china.withdraw.click()
    assert not agreement(page.desk.tables, meeting=page.desk.meeting).is_complete


def test_a_meeting_is_taken_step_by_step(page: CalendarPage) -> None:
    assert [each.text() for each in page.meeting.steps.values()] == [
        "Mark as held",
        "Back to agreed",
        "Postpone…",
        "Cancel the meeting…",
    ]

    page.meeting.steps[MeetingStatus.HELD].click()

    assert meeting(page).status is MeetingStatus.HELD
    assert [each.text() for each in page.meeting.steps.values()] == ["Back to confirmed"]
    assert page.meeting._status.text() == "Held"


def test_a_cancellation_asks_whether_the_turn_passes(page: CalendarPage) -> None:
    page.meeting.steps[MeetingStatus.CANCELLED].click()
    form = page.meeting.aside
    assert not form.go.isEnabled()
    assert form.turn.isVisible()

    form.reason.setText("No venue")
    form.turn.button(True).click()
    form.go.click()

    assert (meeting(page).status, meeting(page).turn_passes) == (MeetingStatus.CANCELLED, True)
    assert form.isHidden()


def test_a_meeting_is_postponed_without_asking_for_the_turn(page: CalendarPage) -> None:
    page.meeting.steps[MeetingStatus.POSTPONED].click()
    assert page.meeting.aside.turn.isHidden()

    page.meeting.aside.go.click()

    assert meeting(page).status is MeetingStatus.POSTPONED


def test_a_refused_step_is_told_and_changes_nothing(page: CalendarPage, qtbot: QtBot) -> None:
    set_status(page.desk.workspace, page.desk.meeting or 0, MeetingStatus.POSTPONED)
    change_meeting(page.desk.workspace, page.desk.meeting or 0, {"starts": None, "ends": None})

    with qtbot.waitSignal(page.desk.announced):
        page.meeting.steps[MeetingStatus.PROPOSED].click()

    assert meeting(page).status is MeetingStatus.POSTPONED


def test_a_new_edition_is_made_from_the_last_meeting(page: CalendarPage) -> None:
    action = page.primary_action()
    assert action is not None

    action.trigger()

    assert (meeting(page).reference, meeting(page).host.code) == ("2028", "CN")
    assert page._shown_years.text() == "2028"


def test_hosts_are_foretold_with_their_reasons(page: CalendarPage) -> None:
    page.hosts.count.setValue(2)

    shown = [text for text in texts(page.hosts) if text != "Years to look ahead"]
    assert shown[-7:] == [
        "2027",
        "Canada",
        "China hosted the last meeting held, in 2026.",
        "2028",
        "China",
        "Expected",
        "Canada hosts the meeting before, in 2027.",
    ]


def test_everything_follows_the_language(page: CalendarPage) -> None:
    page.desk.screen.set_language(Language.FR)

    assert page._day.text() == "du 15 au 17 juin 2027 · 3 jours"
    assert page.meeting.steps[MeetingStatus.HELD].text() == "Marquer comme tenue"
    assert page.grid.accessibleName() == "Calendrier 2027"
    assert "Jour de congé, à confirmer" in texts(page.legend)
