"""Sub-groups of sessions, ways between venues, and what the page says of its revisions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from alternat.actions.programme import cancel_sessions
from alternat.actions.revisions import publish
from alternat.actions.subgroups import add_subgroup
from alternat.language.label import Label
from alternat.nouns.programme import SessionKind
from alternat.planning.programme import read_programme
from alternat.ui.parts.widgets.buttons import IconButton
from alternat.ui.programme.page import ProgrammePage
from alternat.ui.programme.revisions import Revisions
from alternat.ui.programme.share import ShareProgramme
from tests.factories.programmes import FilledProgramme


def test_a_session_is_tied_to_a_subgroup_and_freed_again(
    page: ProgrammePage, filled: FilledProgramme
) -> None:
    desk, session = page.desk, filled.sessions["sub-group"]
    group = add_subgroup(desk.workspace, filled.meeting, Label(en="Cybercrime")).inserted("sub_group")[0]
    page.select(session)
    row = page._inspector.basics.subgroup

    assert [row.field.itemText(at) for at in range(row.field.count())] == ["None", "Cybercrime"]
    row.field.chosen.emit(group)
    assert desk.tables.Session.get_by_id(session).subgroup_id == group
    row.field.chosen.emit(None)
    assert desk.tables.Session.get_by_id(session).subgroup_id is None


def test_a_journey_ends_by_another_clock_and_only_a_journey_asks_for_it(
    page: ProgrammePage, filled: FilledProgramme
) -> None:
    desk, session = page.desk, filled.sessions["press"]
    page.select(session)
    row = page._inspector.basics.end_zone
    assert row.isHidden()
    page._inspector.basics.kind.field.chosen.emit(SessionKind.TRAVEL)
    assert not row.isHidden()

    assert "Vancouver (America/Vancouver)" in [row.field.itemText(at) for at in range(row.field.count())]
    row.field.chosen.emit("America/Vancouver")
    assert desk.tables.Session.get_by_id(session).end_zone == "America/Vancouver"
    desk.undo()
    assert desk.tables.Session.get_by_id(session).end_zone == ""


def test_before_a_room_or_a_venue_is_removed_its_sessions_are_named(
    page: ProgrammePage,
    filled: FilledProgramme,
    questions: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page.show_mode("rooms")
    tables = page.desk.tables

    def remove(name: str) -> None:
        next(each for each in page.rooms.findChildren(IconButton) if each.accessibleName() == name).click()

    remove("Remove the room A2")
    assert questions[0].startswith("Remove the room A2\n")
    assert " stay in the programme without a room: Bilateral: Justice and" in questions[0]
    assert questions[0].endswith("Undo brings it back.")
    assert tables.Room.get_or_none(tables.Room.id == filled.rooms["A2"]) is None
    page.desk.undo()
    monkeypatch.setattr("alternat.ui.parts.dialogs.asking.ask", lambda *_words: False)
    remove("Remove the room A2")
    assert tables.Room.get_by_id(filled.rooms["A2"]).code == "A2"


def test_a_way_is_typed_in_minutes_and_emptied_again(page: ProgrammePage, filled: FilledProgramme) -> None:
    page.show_mode("rooms")
    ((pair, row),) = page.rooms.ways.rows.items()

    row.field.setText("25")
    row.field.editingFinished.emit()
    assert read_programme(page.desk.tables, filled.meeting).ways[pair] == 25
    row.field.setText("")
    row.field.editingFinished.emit()

    assert pair not in read_programme(page.desk.tables, filled.meeting).ways


def test_a_way_that_is_no_number_is_refused_in_place(page: ProgrammePage) -> None:
    page.show_mode("rooms")
    (row,) = page.rooms.ways.rows.values()

    row.field.setText("far")
    row.field.editingFinished.emit()

    assert row.is_refused


def test_the_cursor_goes_on_to_the_next_field_of_a_room(page: ProgrammePage) -> None:
    page.show_mode("rooms")
    page.activateWindow()
    before = page.rooms.controls_named("Seats")[0]
    before.setFocus()

    QTest.keyClicks(before, "9")
    QTest.keyClick(before, Qt.Key.Key_Tab)
    QApplication.processEvents()

    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Booths"
    assert focused in page.rooms.controls_named("Booths")


def test_the_page_tells_the_state_of_publication(page: ProgrammePage, filled: FilledProgramme) -> None:
    page.revision.compare()
    assert page.revision.state.text() == "Not published yet"
    publish(page.desk.workspace, filled.meeting, "Marie Tremblay")
    page.revision.compare()
    assert page.revision.state.text().endswith("by Marie Tremblay; nothing has changed since")

    cancel_sessions(page.desk.workspace, [filled.sessions["bilateral"]])
    page.revision.compare()

    assert page.revision.state.text().startswith("Revision 1, published on ")
    assert page.revision.state.text().endswith("by Marie Tremblay; 1 change since")


def test_the_page_opens_publishing_and_sharing(page: ProgrammePage) -> None:
    page.revision.publish.click()
    page.revision.share.click()

    for kind in (Revisions, ShareProgramme):
        dialog = page.window().findChild(kind)
        assert dialog is not None
        dialog.reject()
