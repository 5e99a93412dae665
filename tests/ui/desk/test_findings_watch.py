"""The findings follow what changes: a drag at once, all else after a moment, colleagues in the quiet."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.actions.outcomes import add_outcome
from alternat.actions.people import change_people
from alternat.actions.programme import move_session
from alternat.actions.topics import propose_topic
from alternat.language.label import Label
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import OutcomeKind
from alternat.planning.findings import Subject, SubjectKind
from alternat.planning.whole_check import check_everything
from alternat.settings import SettingsFile
from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.meetings_in_view import meeting_to_open
from alternat.ui.look.screen import Screen
from tests.patience import LONG


@pytest.fixture
def desk(demo_desk: Desk) -> Desk:
    demo_desk.findings.check()
    return demo_desk


def everything(desk: Desk) -> object:
    return check_everything(desk.tables, desk.meeting or 0, today=desk.today())


def some_session(desk: Desk) -> int:
    session = desk.tables.Session
    return int(session.select().where(session.meeting == desk.meeting).order_by(session.id).first().id)


def test_a_drag_and_its_undoing_are_answered_before_the_next_frame(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []
    monkeypatch.setattr(desk.findings, "_begin", lambda: begun.append(1))
    before = desk.findings.findings
    move_session(desk.workspace, some_session(desk), start=time(23, 15))
    QApplication.processEvents()
    assert desk.findings.findings == everything(desk) != before
    desk.undo()
    QApplication.processEvents()
    assert desk.findings.findings == before
    assert begun == []


def test_another_change_is_answered_after_a_moment_for_the_whole_burst(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The moment is over when the test says so, however long the changes take.
    monkeypatch.setattr("alternat.ui.desk.findings_watch.PAUSE", LONG * 1000)
    person = (
        desk.tables.Participation.select().where(desk.tables.Participation.meeting == desk.meeting).first()
    )
    before = desk.findings.findings
    change_people(desk.workspace, [person.person_id], {"position": Label()})
    move_session(desk.workspace, some_session(desk), start=time(23, 15))
    QApplication.processEvents()
    assert desk.findings.findings == before
    with qtbot.waitSignal(desk.findings.found):
        desk.findings._timer.setInterval(0)
    assert desk.findings.findings == everything(desk) != before


def test_a_topic_that_one_side_proposes_is_told_without_any_other_change(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.findings.found):
        propose_topic(desk.workspace, Label.same("Fraud"), side="CA", given=date(2027, 1, 4))
    assert "topic-consent-missing" in {each.code for each in desk.findings.findings}


def test_another_day_that_begins_is_told_and_everything_is_checked_by_it(
    demo: Workspace, screen: Screen, settings: SettingsFile, qtbot: QtBot
) -> None:
    day = [date(2027, 3, 2)]
    desk = Desk(demo, screen, settings, lambda: day[0])
    desk.set_meeting(meeting_to_open(demo.tables, day[0]))
    desk.findings.check()
    held = demo.tables.Meeting.get(status=MeetingStatus.HELD)
    fields = {"meeting": held.id, "kind": OutcomeKind.AGREED, "text": Label("A", "A", "甲"), "due": day[0]}
    (outcome,) = add_outcome(demo, fields).inserted("outcome")
    overdue = Subject(SubjectKind.OUTCOME, outcome)

    def is_overdue() -> bool:
        return any(
            (each.code, each.subject) == ("outcome-overdue", overdue) for each in desk.findings.findings
        )

    desk.findings.check()
    assert not is_overdue()
    turned: list[date] = []
    desk.day_turned.connect(lambda: turned.append(desk.today()))
    desk.look_at_day()
    assert turned == []
    day[0] = date(2027, 3, 3)
    desk.look_at_day()
    assert turned == [date(2027, 3, 3)]
    qtbot.waitUntil(is_overdue)
    desk.close()
