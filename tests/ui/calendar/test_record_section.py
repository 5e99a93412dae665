"""The meeting in the calendar tells what it agreed, and its record is closed and opened again there."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from alternat.actions.outcomes import add_outcome
from alternat.language.label import Label
from alternat.nouns.outcomes import OutcomeKind
from alternat.ui.calendar.record_section import RecordSection
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.parts.dialogs.closing_record import ClosingRecord

TODAY = date(2027, 3, 2)


def held(desk: Desk) -> Any:
    meeting: Any = desk.tables.Meeting
    return meeting.select().where(meeting.starts < TODAY).order_by(meeting.starts.desc()).first()


def shown(qtbot: QtBot, desk: Desk, meeting: Any) -> RecordSection:
    section = RecordSection(desk)
    qtbot.addWidget(section)
    section.load(meeting)
    return section


def agree(desk: Desk, name: str, kind: OutcomeKind = OutcomeKind.AGREED) -> int:
    fields = {"meeting": held(desk).id, "kind": kind, "text": Label(name, name, name)}
    return add_outcome(desk.workspace, fields).inserted("outcome")[0]


def test_it_counts_what_was_agreed_and_leads_there(qtbot: QtBot, desk: Desk) -> None:
    first = agree(desk, "Contact points")
    agree(desk, "A report was heard", OutcomeKind.NOTED)
    section = shown(qtbot, desk, held(desk))
    assert section.outcomes.text() == "2 outcomes, 1 open"
    assert section.topics.text() == "Dealt with 0 of 6 topics"
    wanted: list[Place] = []
    desk.place_wanted.connect(wanted.append)
    asked: list[tuple[str, str]] = []
    desk.action_wanted.connect(lambda page, name: asked.append((page, name)))
    section.show_coverage.click()
    assert asked == [("follow-up", "view-topics")]
    section.show_outcomes.click()
    assert wanted == [Place("outcome", first)]


def test_the_record_is_closed_today_opened_again_and_both_are_taken_back(qtbot: QtBot, desk: Desk) -> None:
    agree(desk, "Contact points")
    section = shown(qtbot, desk, held(desk))
    assert section.closed.text() == "Record open"
    section.close_or_reopen.click()
    assert held(desk).record_closed is None
    (dialog,) = section.window().findChildren(ClosingRecord)
    told = [each.text() for each in dialog.findChildren(QLabel)]
    assert any(each.startswith("No existing dialogue carries out 1 outcome: ") for each in told)
    dialog.agree.click()
    section.load(held(desk))
    assert held(desk).record_closed == TODAY
    assert section.closed.text() == "Record closed on Tuesday, March 2, 2027"
    section.close_or_reopen.click()
    assert held(desk).record_closed is None
    desk.undo()
    assert held(desk).record_closed == TODAY


def test_a_record_is_left_open_where_that_is_not_confirmed(qtbot: QtBot, desk: Desk) -> None:
    agree(desk, "Contact points")
    section = shown(qtbot, desk, held(desk))
    section.close_or_reopen.click()
    section.window().findChildren(ClosingRecord)[0].cancel.click()
    assert held(desk).record_closed is None


def test_the_record_of_a_meeting_that_is_still_to_begin_is_not_closed(qtbot: QtBot, demo_desk: Desk) -> None:
    ahead = demo_desk.tables.Meeting.get_by_id(demo_desk.meeting)
    fields = {"meeting": ahead.id, "kind": OutcomeKind.AGREED, "text": Label("A", "A", "甲")}
    add_outcome(demo_desk.workspace, fields)
    assert shown(qtbot, demo_desk, ahead).close_or_reopen.isHidden()


def test_it_is_out_of_sight_before_the_meeting(qtbot: QtBot, demo_desk: Desk) -> None:
    ahead = demo_desk.tables.Meeting.get_by_id(demo_desk.meeting)
    assert shown(qtbot, demo_desk, ahead).isHidden()
