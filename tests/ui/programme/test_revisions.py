"""The dialog about revisions: publishing, and what has changed since, by session and by person."""

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.programme import move_session
from alternat.planning.programme import read_programme
from alternat.planning.revisions import revisions
from alternat.ui.desk.desk import Desk
from alternat.ui.programme.revisions import BY_PERSON, Revisions


@pytest.fixture
def dialog(unprepared_desk: Desk, qtbot: QtBot) -> Iterator[Revisions]:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = Revisions(unprepared_desk, unprepared_desk.meeting or 0, parent)
    dialog.open()
    yield dialog
    parent.close()


def lines(dialog: Revisions) -> list[str]:
    return [dialog.changes.item(at).text() for at in range(dialog.changes.count())]


def test_before_the_first_revision_everything_is_new(dialog: Revisions, unprepared_desk: Desk) -> None:
    sessions = read_programme(unprepared_desk.tables, unprepared_desk.meeting or 0).sessions

    assert len(lines(dialog)) == len(sessions)
    assert (
        dialog.publish.text() == "Publish revision 2"
    )  # the example's own first one was given back, its number not
    assert not dialog.since.isVisible()


def test_publishing_keeps_the_revision_and_leaves_nothing_changed(
    dialog: Revisions, unprepared_desk: Desk
) -> None:
    dialog.by.field.setText("Noé Bélair")
    dialog.publish.click()

    (revision,) = revisions(unprepared_desk.tables, unprepared_desk.meeting or 0)
    assert (revision.number, revision.published_by) == (2, "Noé Bélair")
    assert lines(dialog) == []
    assert not dialog.publish.isEnabled()
    assert dialog.since.field.currentText().startswith("Revision 2, ")


def test_a_later_change_is_told_by_session_and_by_person(dialog: Revisions, unprepared_desk: Desk) -> None:
    dialog.publish.click()
    meeting = unprepared_desk.meeting or 0
    session = next(
        each for each in read_programme(unprepared_desk.tables, meeting).sessions.values() if each.parties
    )
    move_session(unprepared_desk.workspace, session.id, start=time(7, 5))

    (line,) = lines(dialog)
    assert line.startswith(f"“{session.title.en}” moves to")
    assert dialog.publish.isEnabled()
    dialog.view.button(BY_PERSON).click()
    assert len(lines(dialog)) > 1
    assert all("moves to" in each for each in lines(dialog))
