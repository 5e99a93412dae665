"""Several sessions at once: selected by hand and by key, then moved, copied and cancelled in one step."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from alternat.actions.programme import change_sessions
from alternat.ui.programme.page import ProgrammePage
from tests.factories.programmes import FilledProgramme

KEY, BUTTON = Qt.Key, Qt.MouseButton.LeftButton
PLAIN, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
BOTH = ("sub-group", "bilateral")


def centre(page: ProgrammePage, session: int) -> QPoint:
    view = page.timeline
    card = next(each for each in view.cards if each.session == session)
    return (view.sheet.rect(card).center() + view.origin).toPoint()


def click(page: ProgrammePage, session: int, keys: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mouseClick(page.timeline.viewport(), BUTTON, keys, centre(page, session))


def chosen(page: ProgrammePage) -> set[int]:
    return {card.session for card in page.timeline.chosen}


@pytest.fixture
def both(page: ProgrammePage, filled: FilledProgramme) -> tuple[int, int]:
    """Two sessions of different rooms, selected."""
    one, other = filled.sessions[BOTH[0]], filled.sessions[BOTH[1]]
    page.select(one)
    click(page, one)
    click(page, other, CTRL)
    return one, other


def starts(page: ProgrammePage, sessions: tuple[int, ...]) -> list[time]:
    return [page.desk.tables.Session.get_by_id(session).start for session in sessions]


def test_ctrl_selects_beside_and_takes_away(page: ProgrammePage, both: tuple[int, int]) -> None:
    assert chosen(page) == set(both) == set(page.table.selected)

    click(page, both[0], CTRL)

    assert chosen(page) == {both[1]}


def test_a_plain_click_selects_one_alone(page: ProgrammePage, both: tuple[int, int]) -> None:
    click(page, both[0])

    assert chosen(page) == {both[0]}


def test_shift_reaches_across_rooms_and_time(page: ProgrammePage, filled: FilledProgramme) -> None:
    page.select(filled.sessions["plenary"])

    click(page, filled.sessions["bilateral"], SHIFT)

    assert {filled.sessions["plenary"], filled.sessions["bilateral"]} <= chosen(page)


def test_a_band_catches_what_it_touches(page: ProgrammePage, both: tuple[int, int]) -> None:
    page.timeline.select(0)
    hand, view = page.timeline.hand, page.timeline
    rects = [view.sheet.rect(card) for card in view.cards if card.session in both]
    first = QPointF(min(rect.left() for rect in rects) + 1, min(rect.top() for rect in rects) - 5)
    last = QPointF(max(rect.right() for rect in rects) - 1, max(rect.bottom() for rect in rects))

    hand.press(first + view.origin, SHIFT)
    hand.move(last + view.origin, SHIFT)
    hand.release()

    assert chosen(page) == set(both)


def test_ctrl_a_takes_the_day_and_escape_all_but_one(page: ProgrammePage, both: tuple[int, int]) -> None:
    QTest.keyClick(page.timeline, KEY.Key_A, CTRL)
    assert chosen(page) == {card.session for card in page.timeline.cards}
    assert page.timeline.accessibleDescription() == f"{len(page.timeline.cards)} sessions selected"

    QTest.keyClick(page.timeline, KEY.Key_Escape)

    assert chosen(page) == {both[1]}


def test_shift_and_an_arrow_select_one_more(page: ProgrammePage, filled: FilledProgramme) -> None:
    page.select(filled.sessions["sub-group"])

    QTest.keyClick(page.timeline, KEY.Key_Right, SHIFT)

    assert chosen(page) == {filled.sessions["sub-group"], filled.sessions["bilateral"]}


def test_keys_nudge_all_in_one_step(page: ProgrammePage, both: tuple[int, int]) -> None:
    before = starts(page, both)

    QTest.keyClick(page.timeline, KEY.Key_Down, ALT)

    assert starts(page, both) == [time(each.hour, each.minute + 5) for each in before]
    assert chosen(page) == set(both)
    page.desk.undo()
    assert starts(page, both) == before


def test_a_drag_takes_all_along_in_one_step(page: ProgrammePage, both: tuple[int, int]) -> None:
    before, hand = starts(page, both), page.timeline.hand
    start = QPointF(centre(page, both[1]))

    hand.press(start, PLAIN)
    hand.move(start + QPointF(0, page.timeline.sheet.scale.y(60)), PLAIN)
    hand.release()

    assert starts(page, both) == [time(each.hour + 1, each.minute) for each in before]
    page.desk.undo()
    assert starts(page, both) == before


def test_the_edge_of_the_rooms_stops_all_together(page: ProgrammePage, both: tuple[int, int]) -> None:
    rooms = [page.desk.tables.Session.get_by_id(session).room_id for session in both]

    for _ in range(9):
        QTest.keyClick(page.timeline, KEY.Key_Left, ALT)

    columns = sorted(card.column for card in page.timeline.chosen)
    assert columns[0] == 0
    assert columns[1] - columns[0] == abs(
        [each.room for each in page.timeline.columns].index(rooms[0])
        - [each.room for each in page.timeline.columns].index(rooms[1])
    )


def test_copies_stand_behind_and_are_one_step(page: ProgrammePage, both: tuple[int, int]) -> None:
    sessions = page.desk.tables.Session
    count = sessions.select().count()

    page.commands.copy.trigger()

    assert sessions.select().count() == count + 2
    assert chosen(page).isdisjoint(both)
    assert len(chosen(page)) == 2
    page.desk.undo()
    assert sessions.select().count() == count


def test_delete_cancels_and_then_removes_all(page: ProgrammePage, both: tuple[int, int]) -> None:
    sessions = page.desk.tables.Session

    page.commands.take_off.trigger()
    assert all(sessions.get_by_id(session).is_cancelled for session in both)
    page.commands.take_off.trigger()

    assert not sessions.select().where(sessions.id.in_(both)).count()
    page.desk.undo()
    page.desk.undo()
    assert not any(sessions.get_by_id(session).is_cancelled for session in both)


def test_after_an_edit_only_its_session_is_read_again(
    page: ProgrammePage, filled: FilledProgramme, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden() -> None:
        raise AssertionError("the whole programme was read again")

    monkeypatch.setattr(page, "load", forbidden)
    session = filled.sessions["bilateral"]
    others = {card.session: card for card in page.timeline.cards if card.session != session}

    change_sessions(page.desk.workspace, [session], {"minutes": 30})

    after = {card.session: card for card in page.timeline.cards}
    assert after[session].last - after[session].first == 30
    assert all(
        after[key] is card for key, card in others.items() if after[key].column != after[session].column
    )
    row = page.table.sessions.row_of(session)
    assert row is not None
    assert page.table.sessions.value(row).minutes == 30


def test_a_session_that_moves_to_a_new_day_brings_its_tab(
    page: ProgrammePage, filled: FilledProgramme
) -> None:
    tabs = page.days.count()

    change_sessions(page.desk.workspace, [filled.sessions["bilateral"]], {"day": date(2027, 6, 14)})

    assert page.days.count() == tabs + 1
    page.desk.undo()
    assert page.days.count() == tabs
