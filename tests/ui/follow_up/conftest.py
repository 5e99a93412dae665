"""A dialogue with outcomes of two meetings, and their view."""

import pytest
from PySide6.QtWidgets import (
    QSplitter,
)
from pytestqt.qtbot import QtBot

from alternat.actions.outcomes import (
    add_outcome,
)
from alternat.language.messages import message
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import OutcomeKind
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.outcomes.table import OutcomesView
from tests.ui.follow_up.outcomes_shown import HELD, NEXT, shown


@pytest.fixture
def recorded(demo_desk: Desk) -> Desk:
    """The example without its own outcomes, but with one of its meeting held and two of its next one."""
    workspace, tables = demo_desk.workspace, demo_desk.tables
    with workspace.change(message("Empty the follow-up")) as change:
        change.delete(tables.Outcome, [row.id for row in tables.Outcome.select()])
    held, coming = (_meeting(demo_desk, is_held=each) for each in (True, False))
    for meeting, text in ((held, HELD), (coming, NEXT), (coming, HELD)):
        add_outcome(workspace, {"meeting": meeting, "kind": OutcomeKind.AGREED, "text": text})
    return demo_desk


def _meeting(desk: Desk, *, is_held: bool) -> int:
    meeting = desk.tables.Meeting
    rows = meeting.select().where((meeting.status == MeetingStatus.HELD) == is_held)
    return int(rows.order_by(meeting.year.desc()).first().id)


@pytest.fixture
def both(qtbot: QtBot) -> QSplitter:
    """Where the view stands beside its sheet."""
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    return splitter


@pytest.fixture
def view(qtbot: QtBot, both: QSplitter, recorded: Desk) -> OutcomesView:
    return shown(qtbot, both, recorded)
