"""The board of outcomes: a column a state, cards walked, dragged and moved by keys, with the reason asked."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSplitter
from pytestqt.qtbot import QtBot

from alternat.actions.outcomes import add_outcome, change_outcomes, set_outcome_state
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.planning.outcomes import OutcomePlan, outcomes
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.board.model import COLUMNS
from alternat.ui.follow_up.board.view import BoardView
from alternat.ui.follow_up.outcomes.states import ReasonAsked
from alternat.ui.follow_up.page import FollowUpPage
from alternat.ui.follow_up.records import Records

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
State = OutcomeState


@pytest.fixture
def recorded(demo_desk: Desk) -> Desk:
    """The example with four outcomes and no others: two agreed, one under way, one carried out."""
    workspace, tables = demo_desk.workspace, demo_desk.tables
    with workspace.change(message("Empty the follow-up")) as change:
        change.delete(tables.Outcome, [row.id for row in tables.Outcome.select()])
    meeting = tables.Meeting
    held = meeting.select().where(meeting.status == MeetingStatus.HELD).order_by(meeting.year.desc()).first()
    for text in ("One", "Two", "Three", "Four"):
        fields = {"meeting": held.id, "kind": OutcomeKind.AGREED, "text": Label(text, text, "甲")}
        add_outcome(workspace, fields)
    ids = [plan.id for plan in outcomes(tables)]
    set_outcome_state(workspace, [ids[2]], State.UNDER_WAY, on=date(2027, 1, 5))
    set_outcome_state(workspace, [ids[3]], State.DONE, on=date(2027, 1, 5))
    return demo_desk


@pytest.fixture
def both(qtbot: QtBot) -> QSplitter:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    return splitter


@pytest.fixture
def view(both: QSplitter, recorded: Desk) -> BoardView:
    view = BoardView(recorded, Records(recorded))
    for widget in (view, view.sheet):
        both.addWidget(widget)
    both.resize(1400, 700)
    both.show()
    both.activateWindow()
    view.board.setFocus()
    return view


def columns(view: BoardView) -> dict[State, list[str]]:
    """Return the English texts of the cards by state, of those that have any."""
    cards = {state: [plan.text.en for plan in view.model.cards(at)] for at, state in enumerate(COLUMNS)}
    return {state: texts for state, texts in cards.items() if texts}


def named(view: BoardView, text: str) -> OutcomePlan:
    return next(plan for plan in outcomes(view.desk.tables) if plan.text.en == text)


def select(view: BoardView, *texts: str) -> None:
    view.board.select([named(view, text).id for text in texts])


def current(view: BoardView) -> str:
    plan = view.model.plan(view.board.currentIndex())
    return plan.text.en if plan is not None else ""


def drop(view: BoardView, texts: tuple[str, ...], state: State) -> None:
    """Let go of cards over the column of a state, low in it where there is no card."""
    column = COLUMNS.index(state)
    indexes = [view.model.index_of(named(view, text).id) for text in texts]
    data: QMimeData = view.model.mimeData(indexes)
    at = QPointF(view.board.columnViewportPosition(column) + 20, view.board.viewport().height() - 10)
    button = Qt.MouseButton.LeftButton
    event = QDropEvent(at, Qt.DropAction.MoveAction, data, button, Qt.KeyboardModifier.NoModifier)
    view.board.dropEvent(event)


def test_each_column_holds_a_state_and_tells_how_many(view: BoardView) -> None:
    assert columns(view) == {State.AGREED: ["One", "Two"], State.UNDER_WAY: ["Three"], State.DONE: ["Four"]}
    header = [view.model.headerData(at, Qt.Orientation.Horizontal) for at in range(len(COLUMNS))]
    assert header == [
        "Agreed · 2",
        "Under way · 1",
        "Stuck · 0",
        "No news · 0",
        "Carried out · 1",
        "Dropped · 0",
    ]


def test_a_card_that_is_dropped_goes_to_that_state_in_one_step(view: BoardView) -> None:
    drop(view, ("One", "Two"), State.UNDER_WAY)
    assert columns(view)[State.UNDER_WAY] == ["One", "Two", "Three"]
    assert named(view, "One").state_on == date(2027, 3, 2)
    view.desk.undo()
    assert columns(view)[State.AGREED] == ["One", "Two"]


def test_keys_move_a_card_and_the_cursor_goes_with_it(view: BoardView) -> None:
    select(view, "Two")
    QTest.keyClick(view.board, Key.Key_Right, CONTROL)
    assert named(view, "Two").state is State.UNDER_WAY
    assert (current(view), [plan.text.en for plan in view.board.selected]) == ("Two", ["Two"])
    assert [plan.text.en for plan in view.sheet.values] == ["Two"]


def test_a_step_that_is_not_allowed_is_told_and_nothing_moves(view: BoardView, qtbot: QtBot) -> None:
    select(view, "Three")
    with qtbot.waitSignal(view.desk.announced) as told:
        QTest.keyClick(view.board, Key.Key_Left, CONTROL)
    assert "cannot become “Agreed”" in told.args[1]
    assert columns(view)[State.UNDER_WAY] == ["Three"]


def test_stuck_asks_for_the_reason_before_the_card_moves(view: BoardView) -> None:
    drop(view, ("Three",), State.STUCK)
    (dialog,) = view.window().findChildren(ReasonAsked)
    assert columns(view)[State.UNDER_WAY] == ["Three"]
    QTest.keyClicks(dialog.reason.field(Language.EN), "No money")
    dialog.agree.click()
    assert columns(view)[State.STUCK] == ["Three"]
    assert named(view, "Three").state_reason.en == "No money"


@pytest.mark.parametrize("way", ["drag", "keys", "command"])
def test_what_is_over_is_not_taken_up_again_unasked(view: BoardView, way: str) -> None:
    select(view, "Four")
    if way == "drag":
        drop(view, ("Four",), State.UNDER_WAY)
    elif way == "keys":
        for _ in range(3):
            QTest.keyClick(view.board, Key.Key_Left, CONTROL)
    else:
        view.sheet.change_state(State.UNDER_WAY)
    if way == "keys":
        # The states between are not allowed after it: nothing is asked, and nothing moves.
        assert columns(view)[State.DONE] == ["Four"]
        return
    (dialog,) = view.window().findChildren(ReasonAsked)
    assert columns(view)[State.DONE] == ["Four"]
    told = [each.text() for each in dialog.findChildren(QLabel)]
    sentence = (
        "2026-4 has been “Carried out” since Tuesday, January 5, 2027. That day gives way to the new one."
    )
    assert sentence in told
    dialog.reject()
    assert named(view, "Four").state_on == date(2027, 1, 5)


def test_what_is_taken_up_again_comes_back_in_one_step(view: BoardView) -> None:
    drop(view, ("Four",), State.UNDER_WAY)
    (dialog,) = view.window().findChildren(ReasonAsked)
    dialog.agree.click()
    assert named(view, "Four").state is State.UNDER_WAY
    assert named(view, "Four").state_on == date(2027, 3, 2)
    view.desk.undo()
    assert named(view, "Four").state is State.DONE
    assert named(view, "Four").state_on == date(2027, 1, 5)


def test_a_reason_does_not_go_without_a_word(view: BoardView) -> None:
    ids = [named(view, "One").id]
    reason = Label("No money.", "Pas d’argent.", "没有经费。")
    set_outcome_state(view.desk.workspace, ids, State.STUCK, on=date(2027, 2, 1), reason=reason)
    drop(view, ("One",), State.UNDER_WAY)
    (dialog,) = view.window().findChildren(ReasonAsked)
    assert any("“No money.”" in each.text() for each in dialog.findChildren(QLabel))
    assert named(view, "One").state_reason == reason


def test_states_out_of_view_are_told_and_reached(view: BoardView, both: QSplitter) -> None:
    both.setSizes([1100, 300])
    assert (view.earlier.isHidden(), view.later.isHidden()) == (True, True)
    both.setSizes([560, 840])
    assert view.board.out_of_view()[0] == ()
    assert view.later.text() == "2 more states on the right"
    assert view.later.toolTip() == "Carried out · 1, Dropped · 0"
    for _ in range(2):
        view.later.click()
    assert view.later.isHidden()
    assert not view.earlier.isHidden()
    while not view.earlier.isHidden():
        view.earlier.click()
    assert 0 not in view.board.out_of_view()[0]


def test_a_state_without_cards_gives_way_to_those_with_some(view: BoardView, both: QSplitter) -> None:
    both.setSizes([1100, 300])
    wide = {view.board.columnWidth(at) for at in range(len(COLUMNS))}
    assert len(wide) == 1
    both.setSizes([600, 800])
    assert view.board.columnWidth(2) < view.board.columnWidth(1)


def test_the_card_that_keys_move_stays_in_view(view: BoardView, both: QSplitter) -> None:
    both.setSizes([300, 900])
    select(view, "Three")
    view.sheet.change_state(State.DONE)
    card = view.board.visualRect(view.board.currentIndex())
    assert view.board.viewport().rect().intersects(card)
    assert 4 not in view.board.out_of_view()[1]


def test_cards_that_are_dragged_to_an_edge_bring_the_next_states_into_view(
    view: BoardView, both: QSplitter, qtbot: QtBot
) -> None:
    both.setSizes([400, 900])
    data = view.model.mimeData([view.model.index_of(named(view, "One").id)])
    at = QPoint(view.board.viewport().width() - 5, 40)
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragMoveEvent(at, Qt.DropAction.MoveAction, data, button, plain)
    view.board.dragMoveEvent(event)
    bar = view.board.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    drop(view, ("One",), State.DONE)
    assert columns(view)[State.DONE] == ["One", "Four"]


def test_arrows_walk_over_columns_without_cards_and_stay_on_cards(view: BoardView) -> None:
    select(view, "Two")

    def walk(*keys: Qt.Key) -> str:
        for key in keys:
            QTest.keyClick(view.board, key)
        return current(view)

    assert walk(Key.Key_Right) == "Three"
    assert walk(Key.Key_Down) == "Three"
    assert walk(Key.Key_Right) == "Four"
    assert walk(Key.Key_Right) == "Four"
    assert walk(Key.Key_Left, Key.Key_Left) == "One"
    assert walk(Key.Key_Down, Key.Key_Down) == "Two"
    assert [plan.text.en for plan in view.board.selected] == ["Two"]


def test_return_goes_into_the_sheet(view: BoardView) -> None:
    select(view, "One")
    QTest.keyClick(view.board, Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Text, English"


def test_a_card_is_named_with_its_state_for_assistive_tools(view: BoardView) -> None:
    interface = QAccessible.queryAccessibleInterface(view.board)
    assert interface.text(QAccessible.Text.Name) == "Board by state"
    index = view.model.index_of(named(view, "Three").id)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "2026-3, Under way: Three"


def test_what_was_only_noted_has_no_card_and_is_shown_in_the_table(both: QSplitter, recorded: Desk) -> None:
    first = outcomes(recorded.tables)[0]
    change_outcomes(recorded.workspace, [first.id], {"kind": OutcomeKind.NOTED})
    page = FollowUpPage(recorded)
    both.addWidget(page)
    both.show()
    page.show_view("board")
    assert isinstance(page.view, BoardView)
    assert columns(page.view)[State.AGREED] == ["Two"]
    assert page.view.bar.count.text() == "3 of 4 outcomes; 1 only noted is not on the board"

    page.show_place(Place("outcome", first.id))
    assert page.view_id == "outcomes"
    assert page.view.place() == Place("outcome", first.id)


def test_what_is_selected_in_the_table_is_selected_on_the_board(both: QSplitter, recorded: Desk) -> None:
    page = FollowUpPage(recorded)
    both.addWidget(page)
    both.show()
    place = Place("outcome", outcomes(recorded.tables)[1].id)
    page.show_place(place)
    page.show_view("board")
    assert page.view.place() == place


@pytest.mark.parametrize(("words", "found"), [("thr", {State.UNDER_WAY: ["Three"]}), ("nowhere", {})])
def test_it_is_searched(view: BoardView, qtbot: QtBot, words: str, found: dict[State, list[str]]) -> None:
    qtbot.waitUntil(lambda: view.records.finder.is_full)
    view.search(words)
    assert columns(view) == found
    assert (view.states.currentWidget() is view.board) is bool(found)


def test_a_card_is_added_and_removed(view: BoardView) -> None:
    view.bar.set(view.bar.filter.but("meeting", named(view, "One").meeting))
    view.add.trigger()
    assert "New outcome" in columns(view)[State.AGREED]
    select(view, "One")
    view.board.setFocus()
    QTest.keyClick(view.board, Key.Key_Delete)
    assert "One" not in columns(view)[State.AGREED]
