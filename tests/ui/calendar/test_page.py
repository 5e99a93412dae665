"""The calendar page: days gone through by keyboard, dates found and set, a meeting taken step by step."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alternat.actions.calendars import add_avoid_dates
from alternat.actions.existing import add_dialogue_meeting
from alternat.actions.meetings import change_meeting, set_status
from alternat.language.label import Label, Language
from alternat.nouns.consents import ConsentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.consents import agreement
from alternat.ui.calendar.grid import NARROWEST, SMALLEST
from alternat.ui.calendar.notice_dialog import NoticeDialog
from alternat.ui.calendar.page import SEVERAL, CalendarPage
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.look.style import label
from alternat.ui.parts.dialogs.take_along import TakeAlong
from alternat.ui.parts.widgets.buttons import Button
from tests.factories.queries import questions_of
from tests.ui.controls import type_in

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


def asked(page: CalendarPage) -> TakeAlong:
    """The question whether the programme goes along."""
    (dialog,) = page.findChildren(TakeAlong)
    return dialog


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


def test_a_day_to_avoid_that_is_refused_stays_with_the_reason_below(page: CalendarPage) -> None:
    for starts, ends in ((date(2027, 8, 2), date(2027, 8, 6)), (date(2027, 9, 6), date(2027, 9, 7))):
        add_avoid_dates(page.desk.workspace, "CA", starts=starts, ends=ends)
    first, second = page.avoid.entries.values()

    type_in(first.ends.field, "2027-07-01")
    type_in(second.starts.field, "")
    add_avoid_dates(page.desk.workspace, "CN", starts=date(2027, 7, 1), ends=date(2027, 7, 2))

    assert list(page.avoid.entries.values())[1:] == [first, second]
    assert (first.ends.field.text(), second.starts.field.text()) == ("2027-07-01", "")
    assert "first day" in second.starts.accessibleDescription()
    assert "August 2, 2027" in first.ends.accessibleDescription()
    assert avoided(page)[1:] == [(date(2027, 8, 2), date(2027, 8, 6)), (date(2027, 9, 6), date(2027, 9, 7))]


def test_the_dates_to_avoid_are_read_in_as_many_questions_whatever_their_number(page: CalendarPage) -> None:
    before = questions_of(page.avoid.load)
    for month in (7, 8, 9):
        add_avoid_dates(page.desk.workspace, "CA", starts=date(2027, month, 2), ends=date(2027, month, 6))

    assert len(questions_of(page.avoid.load)) == len(before) == 2


def test_a_candidate_becomes_the_dates_of_the_meeting_with_one_click(page: CalendarPage) -> None:
    page.panel.button("finder").click()
    page.finder._set(first=date(2027, 9, 6), last=date(2027, 9, 19))
    page.finder.search_button.click()
    best = page.finder._found[0]
    assert page.finder.length.value() == 3
    assert page.finder._rows.count() == 8
    words = [each for each in page.finder.findChildren(Button) if each.text() == "Set as the meeting’s dates"]

    words[0].click()
    asked(page).keep.click()

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


def test_a_new_edition_is_made_from_the_last_meeting(page: CalendarPage, questions: list[str]) -> None:
    action = page.primary_action()
    assert action is not None

    action.trigger()

    (asked,) = questions
    assert asked.startswith("Make the next meeting from 2027?\nCanada: ")
    assert "people come along, not yet invited: " in asked
    assert "Open outcomes: " in asked

    assert (meeting(page).reference, meeting(page).host.code) == ("2028", "CN")
    assert page._shown_years.text() == "2028"


def test_no_edition_is_made_where_that_is_not_wanted(
    page: CalendarPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alternat.ui.parts.dialogs.asking.ask", lambda *_words: False)
    action, before = page.primary_action(), page.desk.tables.Meeting.select().count()
    assert action is not None

    action.trigger()

    assert page.desk.tables.Meeting.select().count() == before


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


def avoided(page: CalendarPage) -> list[tuple[date, date]]:
    rows = page.desk.tables.AvoidDates.select().order_by(page.desk.tables.AvoidDates.starts)
    return [(row.starts, row.ends) for row in rows]


def test_dates_to_avoid_are_added_and_removed_by_keyboard(page: CalendarPage) -> None:
    had = avoided(page)
    page.grid.select(date(2027, 8, 2), date(2027, 8, 2))
    press(page, Key.Key_Right, Shift)
    press(page, Key.Key_Insert)
    assert (date(2027, 8, 2), date(2027, 8, 3)) in avoided(page)

    press(page, Key.Key_Delete)

    assert avoided(page) == had
    press(page, Key.Key_Delete)
    page.desk.undo()
    assert (date(2027, 8, 2), date(2027, 8, 3)) in avoided(page)


def test_the_menu_of_a_day_offers_what_can_be_done_there(page: CalendarPage) -> None:
    add_avoid_dates(page.desk.workspace, "CA", starts=date(2027, 8, 2), ends=date(2027, 8, 13))
    page.load()
    page.grid.select(date(2027, 8, 20), date(2027, 8, 20))
    menu = page._menu()
    assert {each.objectName(): each.isEnabled() for each in menu.actions()} == {
        "add": True,
        "change": False,
        "remove": False,
        "use": True,
        "dialogue": False,
    }

    page.grid.select(date(2027, 8, 5), date(2027, 8, 5))
    menu = page._menu()
    by_name = {each.objectName(): each for each in menu.actions()}
    by_name["change"].trigger()
    (entry,) = [each for each in page.avoid.entries.values() if each.starts.field.text() == "2027-08-02"]
    assert entry.isVisible()
    by_name["remove"].trigger()

    assert (date(2027, 8, 2), date(2027, 8, 13)) not in avoided(page)


def test_a_notice_is_shown_before_it_is_taken_and_undone_in_one_step(
    page: CalendarPage, tmp_path: Path
) -> None:
    path = tmp_path / "notice.csv"
    path.write_text("day,kind\n2027-02-06,day-off\n2027-02-20,working-day\n", encoding="utf-8")
    dialog = NoticeDialog(page.desk, page)
    assert not dialog.go.isEnabled()

    dialog.open_file(str(path))
    told = [dialog.days.item(at).text() for at in range(dialog.days.count())]
    assert "Saturday, February 6, 2027 – no longer provisional: Spring Festival" in told
    assert "Saturday, February 20, 2027 – make-up working day: Make-up working day" in told
    assert page.desk.tables.NoticeDay.select().count() == 0
    dialog.go.click()

    page.load()
    marks = page._calendar.on(date(2027, 2, 6))
    assert [mark.is_provisional for mark in marks if mark.side == "CN"] == [False]
    page.desk.undo()
    assert page.desk.tables.NoticeDay.select().count() == 0


def test_a_bad_notice_is_told_by_row_and_field_and_cannot_be_taken(
    page: CalendarPage, tmp_path: Path
) -> None:
    path = tmp_path / "notice.csv"
    path.write_text("day,kind\n2027-02-06,day-off\n2027-02-31,day-off\n", encoding="utf-8")
    dialog = NoticeDialog(page.desk, page)

    dialog.open_file(str(path))

    assert dialog.told.text() == (
        "notice.csv, row 3: “2027-02-31” cannot stand in the field “day”. Nothing was changed."
    )
    assert not dialog.go.isEnabled()


def test_moving_an_agreed_meeting_says_that_both_sides_have_to_consent_again(
    page: CalendarPage, qtbot: QtBot
) -> None:
    page.grid.select(date(2027, 6, 8), date(2027, 6, 9))
    page._use.click()
    with qtbot.waitSignal(page.desk.announced) as told:
        asked(page).move_all.click()

    assert "both sides have to consent again" in told.args[1]
    sessions = page.desk.tables.Session.select().where(page.desk.tables.Session.meeting == page.desk.meeting)
    assert min(row.day for row in sessions) == date(2027, 6, 8)
    page.desk.undo()
    assert min(row.day for row in sessions.clone()) == date(2027, 6, 15)
    page._use.click()
    page.findChildren(TakeAlong)[-1].cancel.click()
    assert meeting(page).starts == date(2027, 6, 15)
    page._use.click()
    page.findChildren(TakeAlong)[-1].keep.click()
    assert meeting(page).starts == date(2027, 6, 8)
    assert min(row.day for row in sessions.clone()) == date(2027, 6, 15)
    assert meeting(page).status is MeetingStatus.PROPOSED


def test_a_meeting_called_off_is_told_of_on_its_days_with_the_reason(page: CalendarPage) -> None:
    set_status(page.desk.workspace, page.desk.meeting or 0, MeetingStatus.POSTPONED, "Elections")
    page.load()
    page.grid.select(date(2027, 6, 15), date(2027, 6, 15))
    assert page._words.text() == "Meeting 2027, postponed: Elections"


def test_the_marks_of_several_years_have_room_at_any_size_of_text(page: CalendarPage) -> None:
    page.view.button(SEVERAL).click()
    for percent in (100, 150, 200):
        page.desk.screen.set_text_scale(percent)
        page.grid._lay_out()
        cell = page.grid.plan.day(date(2028, 3, 3))
        assert cell.width() >= page.desk.screen.px(NARROWEST)
        assert cell.height() >= page.desk.screen.px(SMALLEST)


def test_a_consent_to_other_days_is_shown_as_no_longer_counting(page: CalendarPage) -> None:
    canada = page.meeting.consents["CA"]
    canada.record.click()
    change_meeting(page.desk.workspace, page.desk.meeting or 0, {"ends": date(2027, 6, 18)})
    page.load()

    assert canada.said.text() == (
        "Its word of Tuesday, March 2, 2027 was for June 15–17, 2027 in Ottawa and no longer counts."
    )
    assert canada.record.isVisible()
    canada.record.click()

    assert canada.said.text() == "Proposed on Tuesday, March 2, 2027"


def test_a_meeting_of_an_existing_dialogue_is_marked_told_and_leads_there(page: CalendarPage) -> None:
    provision: Any = page.desk.tables.Provision
    dialogue = provision.get(provision.kind == ProvisionKind.EXISTING_DIALOGUE).id
    fields = {
        "dialogue": dialogue,
        "starts": date(2027, 9, 6),
        "ends": date(2027, 9, 7),
        "city": Label("Beijing", "Beijing", "北京"),
    }
    assert page.dialogue.isHidden()
    (key,) = add_dialogue_meeting(page.desk.workspace, fields).inserted("dialogue_meeting")
    page.grid.select(date(2027, 9, 7), date(2027, 9, 7))
    assert page._words.text().startswith("Existing dialogue: Mechanism for consultations")
    assert page._words.text().endswith(", Beijing")

    wanted: list[Place] = []
    page.desk.place_wanted.connect(wanted.append)
    page.dialogue.click()
    menu = page._menu()
    (action,) = (each for each in menu.actions() if each.objectName() == "dialogue")
    action.trigger()
    assert wanted == [Place("dialogue_meeting", key)] * 2

    page.grid.select(date(2027, 9, 8), date(2027, 9, 8))
    assert page.dialogue.isHidden()
    page.desk.undo()
    page.grid.select(date(2027, 9, 7), date(2027, 9, 7))
    assert page._words.text() == "Nothing is marked."
