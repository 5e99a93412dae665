"""The meeting in the calendar tells what it agreed, and its record is closed and opened again there."""

from datetime import date
from typing import Any

from pytestqt.qtbot import QtBot

from alternat.actions.outcomes import add_outcome
from alternat.language.label import Label
from alternat.nouns.outcomes import OutcomeKind
from alternat.ui.calendar.record_section import RecordSection
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place

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
    section.load(held(desk))
    assert held(desk).record_closed == TODAY
    assert section.closed.text() == "Record closed on Tuesday, March 2, 2027"
    section.close_or_reopen.click()
    assert held(desk).record_closed is None
    desk.undo()
    assert held(desk).record_closed == TODAY


def test_it_is_out_of_sight_before_the_meeting(qtbot: QtBot, demo_desk: Desk) -> None:
    ahead = demo_desk.tables.Meeting.get_by_id(demo_desk.meeting)
    assert shown(qtbot, demo_desk, ahead).isHidden()
