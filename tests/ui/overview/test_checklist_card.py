"""The overview tells what is overdue on the checklist and what comes next."""

from datetime import date

from pytestqt.qtbot import QtBot

from alternat.actions.countdown import start_checklist, tick
from alternat.ui.desk.desk import Desk
from alternat.ui.overview.checklist_card import ChecklistCard


def test_overdue_tasks_are_counted_and_the_next_ones_shown(qtbot: QtBot, unprepared_desk: Desk) -> None:
    card = ChecklistCard(unprepared_desk)
    qtbot.addWidget(card)
    card.load()
    assert card.isHidden()

    changes = start_checklist(unprepared_desk.workspace, unprepared_desk.meeting or 0)
    tick(unprepared_desk.workspace, changes.inserted("task")[:2], date(2027, 3, 1))
    card.load()

    assert not card.isHidden()
    assert (card._overdue.text(), card._progress.text()) == ("2 overdue", "2 of 23 tasks done")
    assert [day.text() for day, _ in card._rows] == ["2027-02-23", "2027-02-23", "2027-03-09"]
