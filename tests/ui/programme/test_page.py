"""The programme page: what hand and keys do on the timeline is written, shown and taken back."""

from datetime import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.actions.venues import add_room
from alternat.language.label import Language
from alternat.nouns.programme import SessionKind
from alternat.storage.workspace import Workspace
from alternat.ui.parts.widgets.text_fields import LineField
from alternat.ui.programme.late import RunningLate
from alternat.ui.programme.page import ProgrammePage
from alternat.ui.programme.table import Field
from alternat.ui.programme.timeline.sheet import Sheet
from tests.factories.programmes import FilledProgramme
from tests.factories.queries import questions_of

KEY, PLAIN = Qt.Key, Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def centre(page: ProgrammePage, session: int, *, at_bottom: bool = False) -> QPoint:
    view = page.timeline
    card = next(each for each in view.cards if each.session == session)
    rect = view.sheet.rect(card)
    y = rect.bottom() - 2 if at_bottom else rect.center().y()
    return (QPointF(rect.center().x(), y) + view.origin).toPoint()


def drag(page: ProgrammePage, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier) -> None:
    hand, view = page.timeline.hand, page.timeline.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, PLAIN, start)
    hand.move(QPointF(start + QPoint(0, 6)), keys)
    hand.move(QPointF(end), keys)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, keys, end)


def below(page: ProgrammePage, minutes: int, columns: int = 0) -> QPoint:
    sheet: Sheet = page.timeline.sheet
    return QPoint(round(columns * sheet.column_width), round(sheet.scale.y(minutes)))


def test_a_session_is_dragged_to_another_time_and_room_in_one_step(
    page: ProgrammePage, filled: FilledProgramme
) -> None:
    session, tables = filled.sessions["bilateral"], page.desk.tables
    page.select(session)
    start = centre(page, session)

    drag(page, start, start + below(page, 32, 1), PLAIN)

    row = tables.Session.get_by_id(session)
    assert (row.start, row.room_id, row.minutes) == (time(11, 30), filled.rooms["A3"], 45)
    page.desk.undo()
    row = tables.Session.get_by_id(session)
    assert (row.start, row.room_id) == (time(11), filled.rooms["A2"])


def test_the_lower_edge_stretches(page: ProgrammePage, filled: FilledProgramme) -> None:
    session = filled.sessions["bilateral"]
    page.select(session)
    start = centre(page, session, at_bottom=True)

    drag(page, start, start + below(page, 15), PLAIN)

    row = page.desk.tables.Session.get_by_id(session)
    assert (row.start, row.minutes) == (time(11), 60)


def test_ctrl_copies_in_one_step(page: ProgrammePage, filled: FilledProgramme) -> None:
    session, sessions = filled.sessions["bilateral"], page.desk.tables.Session
    before = sessions.select().count()
    page.select(session)
    start = centre(page, session)

    drag(page, start, start + below(page, 60), CTRL)

    assert sessions.select().count() == before + 1
    assert sessions.get_by_id(session).start == time(11)
    copy = sessions.select().order_by(sessions.id.desc()).get()
    assert (copy.start, copy.title) == (time(12), sessions.get_by_id(session).title)
    page.desk.undo()
    assert sessions.select().count() == before


def test_an_empty_stretch_becomes_a_session(page: ProgrammePage, filled: FilledProgramme) -> None:
    page.select(filled.sessions["bilateral"])
    end = centre(page, filled.sessions["bilateral"]) + below(page, 60)

    drag(page, end, end + below(page, 30), PLAIN)

    sessions = page.desk.tables.Session
    new = sessions.select().order_by(sessions.id.desc()).get()
    assert (new.kind, new.room_id, new.start.minute % 5) == (SessionKind.BILATERAL, filled.rooms["A2"], 0)
    assert page.timeline.selected is not None
    assert page.timeline.selected.session == new.id


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (KEY.Key_Down, ALT, (time(11, 5), 45, "A2")),
        (KEY.Key_Up, ALT, (time(10, 55), 45, "A2")),
        (KEY.Key_Right, ALT, (time(11), 45, "A3")),
        (KEY.Key_Left, ALT, (time(11), 45, "A1")),
        (KEY.Key_Down, ALT | SHIFT, (time(11), 50, "A2")),
        (KEY.Key_Up, ALT | SHIFT, (time(11), 40, "A2")),
    ],
)
def test_keys_move_and_stretch_by_the_grid(
    page: ProgrammePage,
    filled: FilledProgramme,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    expected: tuple[time, int, str],
) -> None:
    session = filled.sessions["bilateral"]
    page.select(session)

    QTest.keyClick(page.timeline, key, modifiers)

    row = page.desk.tables.Session.get_by_id(session)
    codes = {room: code for code, room in filled.rooms.items()}
    assert (row.start, row.minutes, codes[row.room_id or 0]) == expected


def test_arrows_move_the_selection_and_it_is_heard(page: ProgrammePage, filled: FilledProgramme) -> None:
    page.select(filled.sessions["plenary"])

    QTest.keyClick(page.timeline, KEY.Key_Down)
    assert page.timeline.selected is not None
    assert page.timeline.selected.session == filled.sessions["sub-group"]
    QTest.keyClick(page.timeline, KEY.Key_Right)

    assert page.timeline.selected.session == filled.sessions["bilateral"]
    assert "Bilateral: Justice" in page.timeline.accessibleDescription()


def test_delete_cancels_first_and_removes_then(page: ProgrammePage, filled: FilledProgramme) -> None:
    session, sessions = filled.sessions["bilateral"], page.desk.tables.Session
    page.select(session)

    page.commands.take_off.trigger()
    assert sessions.get_by_id(session).is_cancelled
    page.commands.take_off.trigger()

    assert sessions.get_or_none(sessions.id == session) is None


def test_the_table_edits_in_place(page: ProgrammePage, filled: FilledProgramme) -> None:
    session, model = filled.sessions["bilateral"], page.table.sessions
    row = model.row_of(session)
    assert row is not None

    assert model.setData(model.index(row, Field.START), "14 h 05")
    row = model.row_of(session)
    assert row is not None
    assert model.setData(model.index(row, Field.ROOM), None)

    stored = page.desk.tables.Session.get_by_id(session)
    assert (stored.start, stored.room_id) == (time(14, 5), None)


def test_what_is_refused_leaves_the_table_as_it_is(page: ProgrammePage, filled: FilledProgramme) -> None:
    model = page.table.sessions
    row = model.row_of(filled.sessions["bilateral"])
    assert row is not None

    assert not model.setData(model.index(row, Field.MINUTES), "0")
    assert not model.setData(model.index(row, Field.START), "nine")

    assert model.index(row, Field.START).data() == "11:00"


def test_running_late_shows_what_no_longer_fits_and_pushes_in_one_step(
    page: ProgrammePage, filled: FilledProgramme
) -> None:
    sessions = page.desk.tables.Session
    page.select(filled.sessions["lunch"])
    page.run_late()
    dialog = page.window().findChild(RunningLate)
    assert isinstance(dialog, RunningLate)

    dialog.minutes.setValue(300)
    assert [dialog.moves.item(at).text() for at in range(dialog.moves.count())] == [
        "12:30 → 17:30  Working lunch"
    ]
    assert dialog.squeezes.item(0).text() == (
        "Working lunch runs 30 min into Official dinner, which holds its time"
    )
    dialog.push.click()

    assert sessions.get_by_id(filled.sessions["lunch"]).start == time(17, 30)
    page.desk.undo()
    assert sessions.get_by_id(filled.sessions["lunch"]).start == time(12, 30)


def test_the_inspector_writes_each_field(page: ProgrammePage, filled: FilledProgramme) -> None:
    session, inspector = filled.sessions["plenary"], page.inspector()
    assert inspector is page._inspector
    page.select(session)
    sections = page._inspector

    start = sections.basics.start.control
    assert isinstance(start, LineField)
    start.setText("0915")
    start.editingFinished.emit()
    sections.chairs.rows["CA"].field.chosen.emit(filled.canadians[1])
    sections.agenda.add.click()

    row = page.desk.tables.Session.get_by_id(session)
    plan = page._programme.sessions[session] if page._programme else None
    assert row.start == time(9, 15)
    assert plan is not None
    assert (plan.chairs["CA"], len(plan.agenda)) == (filled.canadians[1], 4)


def test_a_longer_agenda_asks_no_more_questions(page: ProgrammePage, filled: FilledProgramme) -> None:
    page.select(filled.sessions["plenary"])
    agenda, shown = page._inspector.agenda, page._inspector.agenda.shown
    assert shown is not None
    before = len(questions_of(lambda: agenda.fill(shown, is_other=False)))

    agenda.add.click()

    longer = agenda.shown
    assert longer is not None
    assert len(longer.session.agenda) == len(shown.session.agenda) + 1
    assert len(questions_of(lambda: agenda.fill(longer, is_other=False))) == before == 3


def test_a_time_that_is_none_is_refused_in_place(page: ProgrammePage, filled: FilledProgramme) -> None:
    page.select(filled.sessions["plenary"])
    start = page._inspector.basics.start
    assert isinstance(start.control, LineField)

    start.control.setText("25:00")
    start.control.editingFinished.emit()

    assert start.is_refused
    assert page.desk.tables.Session.get_by_id(filled.sessions["plenary"]).start == time(9)


def test_rooms_are_added_and_edited_in_place(page: ProgrammePage, filled: FilledProgramme) -> None:
    tables = page.desk.tables
    page.show_mode("rooms")

    page.rooms.add.click()

    assert tables.Venue.select().where(tables.Venue.meeting == filled.meeting).count() == 3
    assert [column.room for column in page.timeline.columns][-1] is None
    add_room(
        page.desk.workspace, tables.Venue.select().order_by(tables.Venue.id.desc()).get().id, {"code": "R1"}
    )
    assert len(page.timeline.columns) == 6


def test_an_empty_programme_offers_two_ways_to_start(
    dialogue: Workspace, page: ProgrammePage, filled: FilledProgramme
) -> None:
    from alternat.actions.programme import remove_sessions

    remove_sessions(dialogue, filled.sessions.values())

    assert page.states.currentWidget() is page.empty.no_sessions
    page.commands.add.trigger()
    assert page.states.currentWidget() is page.timeline


def test_the_screen_language_reaches_cards_ruler_and_days(
    page: ProgrammePage, filled: FilledProgramme
) -> None:
    page.desk.screen.set_language(Language.FR)
    QApplication.processEvents()

    titles = {card.session: card.title for card in page.timeline.cards}
    assert titles[filled.sessions["plenary"]] == "Séance plénière d’ouverture"
    assert page.days.tabText(0) == "samedi 12 juin 2027"
    assert page.timeline.columns[-1].name == "Sans salle"


def test_keys_add_copy_and_cancel(qtbot: QtBot, page: ProgrammePage, filled: FilledProgramme) -> None:
    sessions, session = page.desk.tables.Session, filled.sessions["bilateral"]
    before = sessions.select().count()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.timeline.setFocus()
    page.select(session)

    QTest.keyClick(page.timeline, KEY.Key_D, CTRL)
    assert sessions.select().count() == before + 1
    QTest.keyClick(page.timeline, KEY.Key_Insert)
    assert sessions.select().count() == before + 2
    page.select(session)
    page.timeline.setFocus()
    QTest.keyClick(page.timeline, KEY.Key_Delete)

    assert sessions.get_by_id(session).is_cancelled
