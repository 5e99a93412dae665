"""The next agenda in the window: what is proposed, put on a session's agenda, parked and taken up again."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from alternat.actions.demo import create_example
from alternat.actions.outcomes import add_outcome
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import OutcomeKind
from alternat.nouns.programme import SessionKind
from alternat.planning.agenda_proposals import ProposalKind
from alternat.storage.workspace import Workspace, create_workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.agenda.view import AgendaView
from alternat.ui.follow_up.page import FollowUpPage
from alternat.ui.follow_up.topics.model import DEALT, MARK
from alternat.ui.follow_up.topics.view import TopicsView
from tests.factories.queries import questions_of

TEXT = Label("Name contact points", "Désigner des points de contact", "指定联络点")


@pytest.fixture
def outcome(demo_desk: Desk) -> int:
    """An outcome of the meeting held last, overdue since January."""
    meeting: Any = demo_desk.tables.Meeting
    held = meeting.select().where(meeting.starts < date(2027, 3, 2)).order_by(meeting.starts.desc()).first()
    fields = {"meeting": held.id, "kind": OutcomeKind.AGREED, "text": TEXT, "due": date(2027, 1, 15)}
    return add_outcome(demo_desk.workspace, fields).inserted("outcome")[0]


@pytest.fixture
def example_desk(tmp_path: Path, make_desk: Callable[[Workspace], Desk]) -> Iterator[Desk]:
    """A desk with the example that is given to everybody, with the records of three meetings."""
    with create_workspace(tmp_path / "example.alternat", actor="Test") as workspace:
        create_example(workspace, today=date(2027, 3, 2))
        yield make_desk(workspace)


@pytest.fixture
def both(qtbot: QtBot) -> QSplitter:
    """Where a page stands beside its sheet."""
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    return splitter


@pytest.fixture
def view(both: QSplitter, demo_desk: Desk, outcome: int) -> AgendaView:
    """The view, shown beside its sheet, the overdue outcome selected."""
    page = FollowUpPage(demo_desk)
    page.show_view("agenda")
    view = page.view
    assert isinstance(view, AgendaView)
    inspector = page.inspector()
    assert inspector is not None
    for widget in (page, inspector):
        both.addWidget(widget)
    both.resize(1300, 600)
    both.show()
    both.activateWindow()
    select(view, "outcome", outcome)
    return view


def select(view: AgendaView, table: str, key: int) -> None:
    """Select the proposal that is about a record."""
    lines = view.model.values
    view.table.select(
        [each.id for each in lines if each.record and each.record.row == key and each.record.table == table]
    )


def standing(view: AgendaView, outcome: int) -> str:
    (line,) = (each for each in view.model.values if each.record == Place("outcome", outcome))
    row = view.model.row_of(line.id)
    assert row is not None
    return str(view.model.index(row, 0).data())


def test_what_is_overdue_comes_first_with_the_reason(view: AgendaView) -> None:
    row = [view.model.index(0, at).data() for at in range(4)]
    assert row[:3] == ["Proposed", "Open outcome", "Name contact points"]
    assert row[3].endswith("due Friday, January 15, 2027, overdue")
    assert view.sheet.text.text() == "Name contact points"


def test_it_goes_on_the_agenda_of_a_session_and_is_taken_back(view: AgendaView, outcome: int) -> None:
    session = view.sheet.session.value
    assert isinstance(session, int)

    view.sheet.accept.click()

    item: Any = view.desk.tables.AgendaItem
    (added,) = item.select().where(item.outcome == outcome)
    assert (added.session_id, added.text) == (session, TEXT)
    assert standing(view, outcome) == "On the agenda"
    select(view, "outcome", outcome)
    assert view.sheet.accept.isHidden()
    wanted: list[Place] = []
    view.desk.place_wanted.connect(wanted.append)
    view.sheet.shown_session.click()
    view.sheet.record.click()
    assert wanted == [Place("session", session, "agenda"), Place("outcome", outcome)]
    view.desk.undo()
    assert standing(view, outcome) == "Proposed"


def test_several_go_on_the_agenda_in_one_step(view: AgendaView) -> None:
    before = view.desk.tables.AgendaItem.select().count()
    chosen = [
        each for each in view.model.values if each.proposal.is_offered and not each.proposal.is_withheld
    ]
    view.table.select([each.id for each in chosen])
    view.sheet.accept.click()
    assert view.desk.tables.AgendaItem.select().count() == before + len(chosen)
    view.desk.undo()
    assert view.desk.tables.AgendaItem.select().count() == before


def test_it_is_parked_with_the_reason_and_taken_up_again(view: AgendaView, outcome: int) -> None:
    view.sheet.reason.setText("After the visit")
    view.sheet.park.click()
    assert standing(view, outcome) == "Parked"
    select(view, "outcome", outcome)
    assert view.sheet.told.text() == "Parked on 2027-03-02: After the visit"
    assert view.sheet.park.isHidden()

    view.sheet.unpark.click()
    assert standing(view, outcome) == "Proposed"
    view.desk.undo()
    assert standing(view, outcome) == "Parked"


def test_several_are_parked_in_one_step(view: AgendaView) -> None:
    chosen = [each for each in view.model.values if each.proposal.is_offered][:3]
    view.table.select([each.id for each in chosen])
    view.sheet.reason.setText("After the visit")
    view.sheet.park.click()
    table = view.desk.tables.AgendaProposal
    assert [row.reason for row in table.select()].count("After the visit") == len(chosen) == 3
    view.desk.undo()
    assert "After the visit" not in [row.reason for row in table.select()]


@pytest.mark.parametrize("does", ["accept", "park"])
def test_what_was_decided_on_leads_to_the_next_line(view: AgendaView, does: str) -> None:
    first, second, third = [each for each in view.model.values if each.proposal.is_offered][:3]
    view.table.select([first.id, second.id])
    getattr(view.sheet, does).setFocus()
    getattr(view.sheet, does).click()
    assert [each.id for each in view.table.selected] == [third.id]
    assert view.table.hasFocus()


def test_the_last_that_is_decided_on_leads_back_to_one_that_is_left(view: AgendaView) -> None:
    *_, before, last = [each for each in view.model.values if each.proposal.is_offered]
    view.table.select([last.id])
    view.sheet.park.click()
    assert [each.id for each in view.table.selected] == [before.id]


def test_what_was_put_forward_is_withdrawn_again(view: AgendaView) -> None:
    before = len(view.model.values)
    assert view.sheet.withdraw.isHidden()
    view.sheet.own.setText("Visas for experts")
    view.sheet.propose.click()
    view.sheet.withdraw.click()
    assert len(view.model.values) == before
    assert view.table.hasFocus()


def test_words_of_ones_own_are_put_forward(view: AgendaView) -> None:
    view.sheet.own.setText("Visas for experts")
    view.sheet.propose.click()
    (line,) = view.table.selected
    assert line.proposal.text == Label("Visas for experts")
    assert view.sheet.own.text() == ""
    assert view.sheet.record.isHidden()


def test_for_a_meeting_that_is_over_it_leads_to_the_next(view: AgendaView) -> None:
    meeting: Any = view.desk.tables.Meeting
    ahead = view.desk.meeting
    held = meeting.select().where(meeting.starts < date(2027, 3, 2)).order_by(meeting.starts.desc()).first()
    view.desk.set_meeting(held.id)
    assert view.states.currentWidget() is view._over
    view._go_on.click()
    assert view.desk.meeting == ahead
    assert view.states.currentWidget() is view.table


def test_it_asks_as_much_of_many_outcomes_as_of_few(view: AgendaView) -> None:
    before = questions_of(view.load)
    meeting = view.desk.tables.Outcome.get().meeting_id
    for at in range(5):
        add_outcome(
            view.desk.workspace, {"meeting": meeting, "kind": OutcomeKind.AGREED, "text": Label(f"More {at}")}
        )
    assert len(questions_of(view.load)) == len(before)


def test_only_sessions_that_deal_with_an_agenda_are_offered_a_plenary_first(view: AgendaView) -> None:
    rows: Any = {row.id: row for row in view.desk.tables.Session.select()}
    box = view.sheet.session
    offered = [rows[box.value_at(at)] for at in range(box.count())]
    assert offered
    assert all(each.kind.deals_with_an_agenda and not each.is_cancelled for each in offered)
    assert rows[box.value].kind is SessionKind.PLENARY


def test_without_such_a_session_it_says_what_lacks(view: AgendaView) -> None:
    with view.desk.workspace.change(message("Change rows")) as change:
        keys = [row.id for row in view.desk.tables.Session.select()]
        change.update(view.desk.tables.Session, {key: {"kind": SessionKind.MEAL} for key in keys})
    view.load()
    assert not view.sheet.no_session.isHidden()
    assert not view.sheet.accept.isEnabled()


def test_without_a_meeting_to_come_it_says_so_and_leads_to_a_new_one(view: AgendaView, qtbot: QtBot) -> None:
    with view.desk.workspace.change(message("Change rows")) as change:
        keys = [row.id for row in view.desk.tables.Meeting.select()]
        change.update(view.desk.tables.Meeting, {key: {"status": MeetingStatus.HELD} for key in keys})
    view.catch_up()
    assert view.states.currentWidget() is view._none_to_come
    assert view.sheet.propose.isHidden()
    assert view.sheet.own.isHidden() or not view.sheet.own.isVisible()
    assert not view.sheet.none_to_come.isHidden()
    with qtbot.waitSignal(view.desk.meeting_form_wanted):
        view._add.click()


def test_the_example_has_something_of_each_kind_to_decide_on(qtbot: QtBot, example_desk: Desk) -> None:
    page = FollowUpPage(example_desk)
    qtbot.addWidget(page)
    page.show_view("agenda")
    page.resize(1300, 600)
    page.show()
    view = page.view
    assert isinstance(view, AgendaView)
    assert view.states.currentWidget() is view.table
    kinds = {each.proposal.what for each in view.model.values}
    assert {ProposalKind.OUTCOME, ProposalKind.GUIDANCE, ProposalKind.OBJECTIVE} <= kinds
    first = view.model.values[0]
    view.table.select([first.id])
    assert view.sheet.accept.isEnabled()
    view.sheet.accept.click()
    assert view.model.values[0].proposal.is_accepted
    page.show_view("topics")
    topics = page.view
    assert isinstance(topics, TopicsView)
    assert topics._gaps.text().startswith("3 gaps")
    marks = {topics.model.index(0, at).data(MARK) for at in range(topics.model.columnCount())}
    assert DEALT in marks
