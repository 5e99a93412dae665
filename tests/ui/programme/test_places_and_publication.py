"""Sub-groups of sessions, ways between venues, and what the page says of its revisions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from alternat.actions.programme import cancel_sessions
from alternat.actions.revisions import publish
from alternat.actions.subgroups import add_subgroup
from alternat.actions.venues import add_room, add_venue
from alternat.language.label import Label
from alternat.nouns.programme import SessionKind
from alternat.planning.programme import read_programme
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.widgets.arranged import tab_stops
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.text_fields import LineField
from alternat.ui.programme.page import ProgrammePage
from alternat.ui.programme.revisions import Revisions
from alternat.ui.programme.share import ShareProgramme
from tests.factories.programmes import FilledProgramme
from tests.factories.queries import questions_of
from tests.ui.controls import named, type_in


def test_a_session_is_tied_to_a_subgroup_and_freed_again(
    page: ProgrammePage, filled: FilledProgramme
) -> None:
    desk, session = page.desk, filled.sessions["sub-group"]
    group = add_subgroup(desk.workspace, filled.meeting, Label(en="Cybercrime")).inserted("sub_group")[0]
    page.select(session)
    field = page._inspector.basics.subgroup.control
    assert isinstance(field, ChoiceField)

    assert [field.itemText(at) for at in range(field.count())] == ["None", "Cybercrime"]
    field.chosen.emit(group)
    assert desk.tables.Session.get_by_id(session).subgroup_id == group
    field.chosen.emit(None)
    assert desk.tables.Session.get_by_id(session).subgroup_id is None


def test_a_journey_ends_by_another_clock_and_only_a_journey_asks_for_it(
    page: ProgrammePage, filled: FilledProgramme
) -> None:
    desk, session = page.desk, filled.sessions["press"]
    page.select(session)
    row, kind = page._inspector.basics.end_zone, page._inspector.basics.kind.control
    assert isinstance(row.control, ChoiceField)
    assert isinstance(kind, ChoiceField)
    assert row.isHidden()
    kind.chosen.emit(SessionKind.TRAVEL)
    assert not row.isHidden()

    places = [row.control.itemText(at) for at in range(row.control.count())]
    assert "Vancouver (America/Vancouver)" in places
    row.control.chosen.emit("America/Vancouver")
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
    assert isinstance(row.control, LineField)

    row.control.setText("25")
    row.control.editingFinished.emit()
    assert read_programme(page.desk.tables, filled.meeting).ways[pair] == 25
    row.control.setText("")
    row.control.editingFinished.emit()

    assert pair not in read_programme(page.desk.tables, filled.meeting).ways


@pytest.mark.parametrize("typed", ["far", "1441", "-1"])
def test_a_way_that_is_no_number_is_refused_in_place(page: ProgrammePage, typed: str) -> None:
    page.show_mode("rooms")
    (row,) = page.rooms.ways.rows.values()
    assert isinstance(row.control, LineField)

    row.control.setText(typed)
    row.control.editingFinished.emit()

    assert row.reason == (
        f"“{typed}” cannot stand in the field “minutes on the way”, which takes whole numbers from 0 to 1440."
    )


def test_what_a_room_refuses_stays_until_it_is_put_right(page: ProgrammePage) -> None:
    page.show_mode("rooms")
    room = page.desk.tables.Room
    seats, booths = (named(page.rooms, name, LineField)[0] for name in ("Seats", "Booths"))

    type_in(seats, "100001")
    type_in(booths, "3")

    refused = "“100001” cannot stand in the field “seats”, which takes whole numbers from 0 to 100,000."
    assert (seats.accessibleDescription(), booths.accessibleDescription()) == (refused, "")
    assert seats.text() == "100001"
    row = room.select().where(room.booths == 3).get()
    assert row.capacity != 100_001

    type_in(seats, "80")

    assert (seats.accessibleDescription(), room.get_by_id(row.id).capacity) == ("", 80)


def test_the_cursor_goes_on_to_the_next_field_of_a_room(page: ProgrammePage) -> None:
    page.show_mode("rooms")
    page.activateWindow()
    before = named(page.rooms, "Seats", LineField)[0]
    before.setFocus()

    QTest.keyClicks(before, "9")
    QTest.keyClick(before, Qt.Key.Key_Tab)
    QApplication.processEvents()

    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Booths"
    assert focused in named(page.rooms, "Booths", LineField)


def test_a_room_that_is_added_is_gone_through_where_it_stands(page: ProgrammePage) -> None:
    page.show_mode("rooms")
    add = named(page.rooms, "Add a room", Button)[0]
    codes = [field.text() for field in named(page.rooms, "Code", LineField)]

    add.click()

    fields = named(page.rooms, "Code", LineField)
    assert sorted({field.text() for field in fields} - set(codes)) == ["R1"]
    (new,) = [field for field in fields if field.text() == "R1"]
    stops = tab_stops(page.rooms)
    assert stops.index(new) < stops.index(add)
    chain = [stops[0]]
    while (following := chain[-1].nextInFocusChain()) is not None and following is not stops[0]:
        chain.append(following)
    assert [each for each in chain if each in stops] == stops


def test_more_rooms_ask_no_more_questions(page: ProgrammePage, filled: FilledProgramme) -> None:
    page.show_mode("rooms")
    before = questions_of(page.load)
    (venue,) = add_venue(page.desk.workspace, filled.meeting, {"name": Label.same("Annex")}).inserted("venue")
    for code in ("Z1", "Z2", "Z3"):
        add_room(page.desk.workspace, venue, {"code": code})

    assert len(questions_of(page.load)) == len(before) <= 13


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
