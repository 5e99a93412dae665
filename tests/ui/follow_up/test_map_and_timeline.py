"""The map and the timeline: what is tied stands out, keys follow the ties, and Enter leads to the record."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alternat.actions.outcomes import set_outcome_state
from alternat.language.messages import message
from alternat.nouns.outcomes import OutcomeState
from alternat.planning.follow_up_map import NodeKind
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.map.view import MapView
from alternat.ui.follow_up.page import FollowUpPage
from alternat.ui.follow_up.records import Records
from alternat.ui.follow_up.timeline.view import TimelineView
from alternat.ui.follow_up.topics.view import TopicsView
from alternat.ui.parts.widgets.buttons import Button
from tests.factories.follow_up import FilledFollowUp, fill_follow_up
from tests.ui.desks import TODAY

Key = Qt.Key


@pytest.fixture
def filled(demo_desk: Desk) -> FilledFollowUp:
    """Two outcomes of the meeting in view, one of which continues the other, with all that hangs on them."""
    tables = demo_desk.tables
    side: Any = tables.Side
    canada = side.get(side.code == "CA").id
    person = tables.Person.get(tables.Person.side == canada)
    assert demo_desk.meeting is not None
    return fill_follow_up(demo_desk.workspace, demo_desk.meeting, person.id)


@pytest.fixture
def shown_map(qtbot: QtBot, demo_desk: Desk, filled: FilledFollowUp) -> MapView:
    del filled
    view = MapView(demo_desk, Records(demo_desk))
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    view.activateWindow()
    return view


@pytest.fixture
def timeline(qtbot: QtBot, demo_desk: Desk, filled: FilledFollowUp) -> TimelineView:
    del filled
    view = TimelineView(demo_desk, Records(demo_desk))
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    view.activateWindow()
    return view


def spoken(view: MapView, kind: NodeKind, row: int) -> str:
    model = view.columns[kind].records
    return str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def test_what_is_tied_comes_first_and_is_said_to_be(shown_map: MapView, filled: FilledFollowUp) -> None:
    shown_map.show_place(Place("outcome", filled.outcome))
    dialogues = shown_map.columns[NodeKind.DIALOGUE].records
    assert dialogues.nodes[0].id == filled.dialogue
    assert "hangs together" in spoken(shown_map, NodeKind.DIALOGUE, 0)
    assert "hangs together" not in spoken(shown_map, NodeKind.DIALOGUE, 1)


def test_arrows_follow_the_ties_and_enter_leads_to_the_record(
    shown_map: MapView, filled: FilledFollowUp, demo_desk: Desk
) -> None:
    wanted: list[Place] = []
    demo_desk.place_wanted.connect(wanted.append)
    shown_map.show_place(Place("outcome", filled.outcome))
    outcomes, dialogues = (shown_map.columns[kind] for kind in (NodeKind.OUTCOME, NodeKind.DIALOGUE))
    assert outcomes.hasFocus()

    QTest.keyClick(outcomes, Key.Key_Right)
    assert dialogues.hasFocus()
    assert shown_map.chosen == (NodeKind.DIALOGUE, filled.dialogue)
    QTest.keyClick(dialogues, Key.Key_Left)
    assert outcomes.hasFocus()
    QTest.keyClick(outcomes, Key.Key_Return)
    assert wanted[-1].table == "outcome"


def test_a_column_without_a_tie_is_passed_over(shown_map: MapView, filled: FilledFollowUp) -> None:
    shown_map.show_place(Place("outcome", filled.outcome))
    outcomes = shown_map.columns[NodeKind.OUTCOME]
    for _ in NodeKind:
        focused = next(each for each in shown_map.columns.values() if each.hasFocus())
        QTest.keyClick(focused, Key.Key_Right)
    assert not outcomes.hasFocus()
    assert shown_map.chosen is not None


def test_what_is_closed_is_hidden_until_all_is_asked_for(
    shown_map: MapView, filled: FilledFollowUp, demo_desk: Desk
) -> None:
    set_outcome_state(demo_desk.workspace, [filled.outcome], OutcomeState.DONE, on=TODAY.replace(year=2028))
    model = shown_map.columns[NodeKind.OUTCOME].records
    assert model.row_of((NodeKind.OUTCOME, filled.outcome)) == -1
    shown_map.show_place(Place("outcome", filled.outcome))
    assert shown_map.scope.value is False
    assert model.row_of((NodeKind.OUTCOME, filled.outcome)) >= 0
    demo_desk.workspace.undo()


def test_the_map_speaks_the_screen_language(shown_map: MapView) -> None:
    heading = shown_map._headings[NodeKind.OUTCOME].text()
    assert heading.startswith("Outcomes (")


def test_the_timeline_goes_from_outcome_to_outcome_by_keys(
    timeline: TimelineView, filled: FilledFollowUp, demo_desk: Desk
) -> None:
    wanted: list[Place] = []
    demo_desk.place_wanted.connect(wanted.append)
    timeline.show_place(Place("outcome", filled.earlier))
    chart = timeline.chart
    chart.setFocus()
    assert chart.current is not None
    assert "2027-" in chart.accessibleDescription()
    QTest.keyClick(chart, Key.Key_Home)
    first = chart.current.outcome
    QTest.keyClick(chart, Key.Key_Down)
    assert chart.current.outcome != first
    QTest.keyClick(chart, Key.Key_End)
    QTest.keyClick(chart, Key.Key_Return)
    assert wanted[-1] == Place("outcome", chart.current.outcome)


def test_the_timeline_keeps_its_place_when_something_changes(
    timeline: TimelineView, filled: FilledFollowUp, demo_desk: Desk
) -> None:
    timeline.show_place(Place("outcome", filled.outcome))
    set_outcome_state(
        demo_desk.workspace, [filled.earlier], OutcomeState.UNDER_WAY, on=TODAY.replace(year=2028)
    )
    assert timeline.place() == Place("outcome", filled.outcome)
    line = next(each for each in timeline.chart.lines if each.span and each.span.outcome == filled.earlier)
    assert line.span is not None
    assert line.span.state is OutcomeState.UNDER_WAY


def test_days_stand_in_their_order(timeline: TimelineView) -> None:
    chart = timeline.chart
    days = [TODAY.replace(year=2027, month=month) for month in range(1, 13)]
    places = [chart.x_of(day) for day in days]
    assert places == sorted(places)


def test_another_view_is_brought_to_the_same_outcome(
    qtbot: QtBot, demo_desk: Desk, filled: FilledFollowUp
) -> None:
    page = FollowUpPage(demo_desk)
    qtbot.addWidget(page)
    page.show()
    page.show_place(Place("outcome", filled.outcome))
    for view in ("timeline", "map"):
        page.show_view(view)
        assert page.view.place() == Place("outcome", filled.outcome)
    page.show_place(Place("outcome", filled.earlier))
    assert page.view_id == "outcomes"


def test_a_gap_is_said_and_a_cell_leads_to_what_was_done(
    qtbot: QtBot, demo_desk: Desk, filled: FilledFollowUp
) -> None:
    topics: Any = demo_desk.tables.Provision
    first = topics.get(topics.code == "topic-1").id
    with demo_desk.workspace.change(message("Place it")) as change:
        change.update(demo_desk.tables.Outcome, {filled.outcome: {"topic": first}})
    view = TopicsView(demo_desk, Records(demo_desk))
    qtbot.addWidget(view)
    view.show()
    model = view.model
    meeting = next(at for at, each in enumerate(model.coverage.meetings) if each.id == demo_desk.meeting)
    cell = model.index(0, meeting)
    assert "outcome" in str(cell.data())
    assert str(cell.data(Qt.ItemDataRole.AccessibleTextRole)).startswith(
        "Counter-terrorism cooperation, 2027:"
    )

    wanted: list[Place] = []
    demo_desk.place_wanted.connect(wanted.append)
    view.table.setCurrentIndex(cell)
    view.table.activated.emit(cell)
    assert wanted == [Place("outcome", filled.outcome)]


def test_without_a_record_nobody_says_that_every_topic_was_dealt_with(qtbot: QtBot, demo_desk: Desk) -> None:
    view = TopicsView(demo_desk, Records(demo_desk))
    qtbot.addWidget(view)
    view.show()
    assert view._gaps.text() == "Nothing is on record yet of what meetings that were held dealt with."


def test_no_record_of_the_map_is_called_by_the_code_of_a_provision(shown_map: MapView) -> None:
    codes = {row.code for row in shown_map.desk.tables.Provision.select()}
    shown = {node.code for column in shown_map.columns.values() for node in column.records.nodes}
    assert shown
    assert not codes & shown


def test_a_column_of_the_map_without_records_says_how_to_begin(qtbot: QtBot, desk: Desk) -> None:
    view = MapView(desk, Records(desk))
    qtbot.addWidget(view)
    view.show()
    outcomes_column = view.columns[NodeKind.OUTCOME]
    assert outcomes_column.accessibleDescription() == (
        "No outcomes yet. What a meeting agrees is added under “Outcomes”."
    )
    assert view.columns[NodeKind.OBJECTIVE].accessibleDescription() == ""


def test_a_timeline_without_outcomes_says_how_to_begin(qtbot: QtBot, desk: Desk) -> None:
    view = TimelineView(desk, Records(desk))
    qtbot.addWidget(view)
    view.show()
    assert view.states.currentWidget() is view.nothing
    asked: list[tuple[str, str]] = []
    desk.action_wanted.connect(lambda page, name: asked.append((page, name)))
    view.nothing.findChildren(Button)[0].click()
    assert asked == [("follow-up", "view-outcomes")]


def test_a_timeline_on_which_nothing_is_open_leads_to_all(
    qtbot: QtBot, demo_desk: Desk, filled: FilledFollowUp
) -> None:
    table = demo_desk.tables.Outcome
    with demo_desk.workspace.change(message("Carry all out")) as change:
        change.update(table, {row.id: {"state": OutcomeState.DONE} for row in table.select()})
    assert filled.outcome
    view = TimelineView(demo_desk, Records(demo_desk))
    qtbot.addWidget(view)
    view.show()
    view.scope.button(True).click()
    assert view.states.currentWidget() is view.none_open
    view.none_open.findChildren(Button)[0].click()
    assert view.states.currentWidget() is view.chart
