from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.people import change_people
from alternat.actions.vacancies import keep_vacancies
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.planning.imports import VacantSeat
from alternat.planning.roster import Delegate, roster
from alternat.storage.workspace import Workspace
from alternat.ui.delegations.known_people import people_not_in
from alternat.ui.delegations.list.columns import COLUMNS
from alternat.ui.delegations.page import DelegationsPage
from alternat.ui.delegations.pick_people import PickPeople
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.frame.pages import page_showing
from alternat.ui.parts.tables.editors import ChoiceEditor, NameEditor
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate, add_delegation
from tests.ui.desks import dispose, make_desk

SECTION = {column.id: section for section, column in enumerate(COLUMNS)}


@dataclass(frozen=True)
class Bench:
    """The page with its inspector beside it, as the window shows them."""

    page: DelegationsPage
    desk: Desk
    meeting: int

    def families(self) -> list[str]:
        return [delegate.family for delegate in self.page.model.values]

    def stored(self, side: str = "CA") -> list[str]:
        return [each.family for each in self.delegates(side)]

    def delegates(self, side: str = "CA") -> tuple[Delegate, ...]:
        return roster(self.desk.tables, self.meeting, side=side, attending_only=False)

    def select(self, *families: str) -> None:
        self.page.table.select(
            each.participation for each in self.page.model.values if each.family in families
        )

    def selected(self) -> list[str]:
        return [delegate.family for delegate in self.page.table.selected]


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, dialogue: Workspace) -> Iterator[Bench]:
    """Four Canadians and two Chinese in a meeting, the page in view."""
    meeting = add_ottawa_2027(dialogue)
    for family in ("Arnault", "Bélair", "Cormier", "Desrosiers"):
        add_delegate(dialogue, meeting, family=family, role=Role.HEAD if family == "Arnault" else Role.MEMBER)
    for family, chinese in (("Wang", "王芳"), ("Lyu", "吕娜")):
        add_delegate(dialogue, meeting, side="CN", family=family, given="Fang", name_zh=chinese)
    yield from shown(qapp, qtbot, dialogue, meeting)


def shown(qapp: QApplication, qtbot: QtBot, dialogue: Workspace, meeting: int | None) -> Iterator[Bench]:
    desk = make_desk(qapp, dialogue, meeting)
    page = DelegationsPage(desk)
    inspector = page.inspector()
    assert inspector is not None
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(page, 1)
    row.addWidget(inspector)
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    page.table.setFocus()
    yield Bench(page, desk, meeting or 0)
    dispose(window)
    desk.findings.stop()


def click_heading(bench: Bench, column: str) -> None:
    """Click on the heading of a column, in view or scrolled away."""
    header = bench.page.table.horizontalHeader()
    bench.page.table.scrollTo(bench.page.model.index(0, SECTION[column]))
    at = QPoint(header.sectionViewportPosition(SECTION[column]) + 8, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_both_delegations_stand_in_precedence_under_their_headings(bench: Bench) -> None:
    assert bench.families() == ["Arnault", "Bélair", "Cormier", "Desrosiers", "Wang", "Lyu"]
    assert bench.page.filters.side == ""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("belair", ["Bélair"]),
        ("wangfang", ["Wang"]),
        ("王", ["Wang"]),
        ("lv", ["Lyu"]),
        ("chef", ["Arnault"]),
    ],
)
def test_search_finds_people_in_either_script(bench: Bench, typed: str, found: list[str]) -> None:
    bench.page.search(typed)
    assert bench.families() == found


def test_a_filter_shows_one_side(bench: Bench) -> None:
    bench.page.filters.choose_side("CN")
    assert bench.families() == ["Wang", "Lyu"]


def test_a_search_without_result_says_so_and_leads_back(bench: Bench, qtbot: QtBot) -> None:
    bench.page.search("nobody at all")
    assert bench.page.states.currentWidget() is bench.page.no_match
    with qtbot.waitSignal(bench.page.search_ended):
        bench.page.show_everybody()


def test_alt_down_moves_the_selected_person_and_undo_moves_back(bench: Bench) -> None:
    bench.select("Bélair")
    QTest.keyClick(bench.page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert bench.stored() == ["Arnault", "Cormier", "Bélair", "Desrosiers"]
    assert bench.selected() == ["Bélair"]
    bench.desk.undo()
    assert bench.stored() == ["Arnault", "Bélair", "Cormier", "Desrosiers"]
    assert bench.selected() == ["Bélair"]


def test_alt_up_moves_several_people_together(bench: Bench) -> None:
    bench.select("Cormier", "Desrosiers")
    QTest.keyClick(bench.page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert bench.stored() == ["Arnault", "Cormier", "Desrosiers", "Bélair"]
    assert bench.selected() == ["Cormier", "Desrosiers"]


def test_with_a_filter_a_step_goes_past_a_neighbour_that_shows(bench: Bench) -> None:
    bench.page.search("r")
    bench.select("Desrosiers")
    assert bench.families()[:3] == ["Arnault", "Bélair", "Cormier"]
    bench.page.search("s")
    bench.page.search("arnault")
    bench.page.search("")
    bench.page.filters.choose_side("CA")
    bench.select("Desrosiers")
    QTest.keyClick(bench.page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert bench.stored() == ["Arnault", "Bélair", "Desrosiers", "Cormier"]


def test_a_drag_puts_people_before_the_row_they_are_dropped_on(bench: Bench) -> None:
    model = bench.page.model
    data = model.mimeData([model.index(3, 0)])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert bench.stored() == ["Arnault", "Desrosiers", "Bélair", "Cormier"]


def test_sorting_only_finds_and_leads_back_to_precedence(bench: Bench) -> None:
    page = bench.page
    page.table.horizontalHeader().sectionClicked.emit(SECTION["name"])
    page.table.horizontalHeader().sectionClicked.emit(SECTION["name"])
    assert bench.families()[0] == "Wang"
    assert page.sorting_strip.isVisible()
    bench.select("Bélair")
    QTest.keyClick(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert bench.stored()[:2] == ["Arnault", "Bélair"]
    page.sorting_strip.button.click()
    assert bench.families()[:2] == ["Arnault", "Bélair"]
    assert not page.sorting_strip.isVisible()


def test_clicks_on_a_heading_sort_up_then_down_and_the_third_leads_back(bench: Bench) -> None:
    page, header = bench.page, bench.page.table.horizontalHeader()
    precedence, seen = bench.families(), []
    for _ in range(4):
        click_heading(bench, "name")
        is_marked = header.isSortIndicatorShown()
        seen.append(
            (bench.families(), is_marked and header.sortIndicatorOrder(), page.sorting_strip.isVisible())
        )
    by_name = ["Arnault", "Bélair", "Cormier", "Desrosiers", "Lyu", "Wang"]
    up = (by_name, Qt.SortOrder.AscendingOrder, True)
    assert seen == [up, (by_name[::-1], Qt.SortOrder.DescendingOrder, True), (precedence, False, False), up]


def test_another_heading_sorts_up_and_that_of_the_place_leads_back(bench: Bench) -> None:
    header, precedence = bench.page.table.horizontalHeader(), bench.families()
    click_heading(bench, "name")
    click_heading(bench, "name")
    click_heading(bench, "role")
    assert header.sortIndicatorSection() == SECTION["role"]
    assert header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
    click_heading(bench, "place")
    assert bench.families() == precedence
    assert not header.isSortIndicatorShown()


def test_nobody_is_dragged_while_the_list_is_sorted_and_the_note_says_why(bench: Bench) -> None:
    table, strip = bench.page.table, bench.page.sorting_strip
    assert table.dragEnabled()
    click_heading(bench, "name")
    assert not table.dragEnabled()
    assert strip.text.endswith("only to find people. The order of precedence has not changed.")
    strip.button.click()
    assert table.dragEnabled()


def test_delete_takes_out_of_the_meeting_and_the_note_takes_it_back(bench: Bench) -> None:
    bench.select("Bélair", "Cormier")
    QTest.keyClick(bench.page.table, Qt.Key.Key_Delete)
    assert bench.stored() == ["Arnault", "Desrosiers"]
    assert bench.selected() == ["Desrosiers"]
    assert bench.page.undo_strip.text.startswith("2 people are out of the meeting")
    bench.page.undo_strip.button.click()
    assert bench.stored() == ["Arnault", "Bélair", "Cormier", "Desrosiers"]
    assert not bench.page.undo_strip.isVisible()


def test_the_note_goes_with_the_next_change(bench: Bench) -> None:
    bench.select("Bélair")
    bench.page.commands.take_out()
    assert bench.page.undo_strip.isVisible()
    change_people(bench.desk.workspace, [bench.delegates()[0].person], {"given": "Zoé"})
    assert not bench.page.undo_strip.isVisible()


def test_f2_edits_family_and_given_name_in_place(bench: Bench, qtbot: QtBot) -> None:
    bench.select("Cormier")
    QTest.keyClick(bench.page.table, Qt.Key.Key_F2)
    editor = bench.page.table.findChild(NameEditor)
    assert isinstance(editor, NameEditor)
    editor.family.setText("Cormier-Roy")
    QTest.keyClick(editor.family, Qt.Key.Key_Tab)
    assert editor.given.hasFocus() or bench.page.table.isActiveWindow() is False
    editor.given.setText("Léo")
    QTest.keyClick(editor.given, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Cormier-Roy" in bench.stored())
    assert (bench.delegates()[2].family, bench.delegates()[2].given) == ("Cormier-Roy", "Léo")


def test_escape_gives_up_an_edit_in_place(bench: Bench) -> None:
    bench.select("Cormier")
    QTest.keyClick(bench.page.table, Qt.Key.Key_F2)
    editor = bench.page.table.findChild(NameEditor)
    assert isinstance(editor, NameEditor)
    editor.family.setText("Somebody")
    QTest.keyClick(editor.family, Qt.Key.Key_Escape)
    assert bench.stored()[2] == "Cormier"


def test_a_position_is_edited_in_the_screen_language_only(bench: Bench, qtbot: QtBot) -> None:
    bench.desk.screen.set_language(Language.FR)
    page = bench.page
    bench.select("Cormier")
    page.table.setCurrentIndex(page.table.currentIndex().siblingAtColumn(SECTION["position"]))
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("Conseillère")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.delegates()[2].position == Label("Director", "Conseillère", "处长"))


def test_a_role_is_chosen_in_place(bench: Bench) -> None:
    page = bench.page
    bench.select("Cormier")
    page.table.setCurrentIndex(page.table.currentIndex().siblingAtColumn(SECTION["role"]))
    page.table.edit_current()
    editor = page.table.findChild(ChoiceEditor)
    assert isinstance(editor, ChoiceEditor)
    row = editor.findText("Adviser")
    editor.setCurrentIndex(row)
    editor.activated.emit(row)
    assert bench.delegates()[2].role is Role.ADVISER


def test_an_outside_change_keeps_selection_and_what_is_typed_in_a_cell(bench: Bench) -> None:
    bench.select("Cormier")
    QTest.keyClick(bench.page.table, Qt.Key.Key_F2)
    editor = bench.page.table.findChild(NameEditor)
    assert isinstance(editor, NameEditor)
    editor.family.setText("Half typ")
    person = bench.delegates()[2].person
    change_people(bench.desk.workspace, [person], {"name_zh": "程新"})
    assert editor.family.text() == "Half typ"
    assert bench.selected() == ["Cormier"]


def test_return_goes_to_the_details(bench: Bench, qtbot: QtBot) -> None:
    bench.select("Cormier")
    with qtbot.waitSignal(bench.page.table.details_wanted):
        QTest.keyClick(bench.page.table, Qt.Key.Key_Return)


def test_the_context_menu_changes_the_status_of_everybody_selected_in_one_step(bench: Bench) -> None:
    bench.select("Bélair", "Cormier")
    menu = bench.page.commands.context_menu()
    status = next(action.menu() for action in menu.actions() if action.text() == "Status")
    assert isinstance(status, QMenu)
    confirmed = next(action for action in status.actions() if action.text() == "Confirmed")
    confirmed.trigger()
    assert [each.status for each in bench.delegates()][1:3] == [ParticipationStatus.CONFIRMED] * 2
    bench.desk.undo()
    assert [each.status for each in bench.delegates()][1:3] == [ParticipationStatus.INVITED] * 2


def test_rows_are_copied_as_lines_with_tabs(bench: Bench) -> None:
    bench.select("Wang")
    bench.page.commands.copy_rows()
    assert QGuiApplication.clipboard().text().split("\t")[:3] == ["1", "WANG Fang", "王芳"]


def test_people_known_from_elsewhere_are_invited(bench: Bench) -> None:
    person = add_delegate(bench.desk.workspace, None, family="Ellery")
    known = people_not_in(bench.desk.tables, bench.meeting)
    assert [(each.id, each.name, each.meetings) for each in known] == [(person, "Léa ELLERY", ())]
    bench.page.commands.invite_known()
    dialog = bench.page.window().findChild(PickPeople)
    assert isinstance(dialog, PickPeople)
    dialog.model.toggle([0])
    assert dialog.accept_button.text() == "Invite 1 person"
    dialog.accept_button.click()
    assert bench.stored()[-1] == "Ellery"


def test_a_delegate_is_replaced_by_somebody_known(bench: Bench) -> None:
    add_delegate(bench.desk.workspace, None, family="Ellery")
    bench.select("Bélair")
    bench.page.commands.replace_delegate()
    dialog = bench.page.window().findChild(PickPeople)
    assert isinstance(dialog, PickPeople)
    dialog.accept_button.click()
    order = [(each.family, each.status, each.role) for each in bench.delegates()]
    assert ("Ellery", ParticipationStatus.INVITED, Role.MEMBER) in order[1:3]
    assert ("Bélair", ParticipationStatus.REPLACED, Role.MEMBER) in order[1:3]
    assert bench.selected() == ["Ellery"]


def test_columns_are_chosen_and_remembered(bench: Bench, qtbot: QtBot) -> None:
    page = bench.page
    menu = page.table.column_menu()
    action = next(each for each in menu.actions() if each.text() == "Sort key")
    action.setChecked(True)
    assert not page.table.isColumnHidden(SECTION["sort_key"])
    qtbot.waitUntil(lambda: bool(bench.desk.settings.current.layouts))
    other = DelegationsPage(bench.desk)
    qtbot.addWidget(other)
    assert not other.table.isColumnHidden(SECTION["sort_key"])


def test_switching_the_language_speaks_all_of_the_page_anew(bench: Bench) -> None:
    model = bench.page.model
    for language, name, position in (
        (Language.FR, "Nom", "Directrice"),
        (Language.ZH, "姓名", "处长"),
        (Language.EN, "Name", "Director"),
    ):
        bench.desk.screen.set_language(language)
        assert model.headerData(SECTION["name"], Qt.Orientation.Horizontal) == name
        assert model.index(0, SECTION["position"]).data() == position


def test_a_person_asked_for_is_selected_even_if_filtered_out(bench: Bench) -> None:
    bench.page.filters.choose_side("CN")
    bench.page.show_place(Place("person", bench.delegates()[1].person, "position.fr"))
    assert bench.selected() == ["Bélair"]


def test_a_meeting_without_people_offers_ways_to_start(
    qapp: QApplication, qtbot: QtBot, dialogue: Workspace
) -> None:
    for bench in shown(qapp, qtbot, dialogue, add_ottawa_2027(dialogue)):
        assert bench.page.states.currentWidget() is bench.page.no_people


def test_without_a_meeting_the_page_says_what_comes_first(
    qapp: QApplication, qtbot: QtBot, dialogue: Workspace
) -> None:
    for bench in shown(qapp, qtbot, dialogue, None):
        assert bench.page.states.currentWidget() is bench.page.no_meeting
        assert not bench.page.commands.add.isEnabled()


def test_an_edit_among_many_people_keeps_the_place_in_the_list(
    qapp: QApplication, qtbot: QtBot, dialogue: Workspace
) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegation(dialogue, meeting, "CA", 120)
    for bench in shown(qapp, qtbot, dialogue, meeting):
        table = bench.page.table
        table.select([bench.page.model.value(80).participation])
        before = table.verticalScrollBar().value()
        with qtbot.assertNotEmitted(bench.page.model.modelReset):
            change_people(dialogue, [bench.page.model.value(80).person], {"family": "Zzz"})
        assert table.verticalScrollBar().value() == before > 0
        assert bench.selected() == ["Zzz"]


def test_vacant_seats_are_seen_removed_and_filled(bench: Bench, qtbot: QtBot) -> None:
    workspace, page = bench.desk.workspace, bench.page
    assert page.vacancy_strip.isHidden()
    seats = [
        VacantSeat(row, text, side, None, Role.INTERPRETER, Label("Head interpreter"))
        for row, (text, side) in enumerate((("TBC", "CA"), ("待定", "CN"), ("À déterminer", "CA")), 1)
    ]
    with workspace.change(message("Keep")) as change:
        keep_vacancies(workspace.tables, change, bench.meeting, seats)
    page.catch_up()
    assert page.vacancy_strip.text == "3 places are still to be filled."
    dialog = page.open_vacancies()
    listed = [dialog.lines.item(row).text() for row in range(dialog.lines.count())]
    assert listed == [
        "Canada · Interpreter · Head interpreter · TBC",
        "Canada · Interpreter · Head interpreter · À déterminer",
        "China · Interpreter · Head interpreter · 待定",
    ]
    dialog.remove.click()
    assert dialog.lines.count() == 2
    assert "À déterminer" in dialog.lines.item(0).text()
    bench.desk.undo()
    dialog.load()
    assert dialog.lines.count() == 3
    dialog.lines.setCurrentRow(2)
    with qtbot.waitSignal(dialog.newcomer_wanted) as wanted:
        dialog.fill.click()
    assert wanted.args is not None
    assert wanted.args[0].side == "CN"
    shown = page._inspector._pen.draft
    assert shown is not None
    assert (shown.side, shown.part["role"], shown.person["position"]) == (
        "CN",
        Role.INTERPRETER,
        Label("Head interpreter"),
    )


def test_a_finding_about_a_delegation_leads_to_it(bench: Bench) -> None:
    page = bench.page
    china = bench.desk.tables.Side.get(bench.desk.tables.Side.code == "CN")
    place = Place("side", china.id, "delegation")
    page.show_place(place)
    assert (page_showing(place), page.filters.side) == ("delegations", "CN")
    assert {each.side for each in (page.model.value(row) for row in range(page.model.rowCount()))} <= {"CN"}


def test_the_columns_come_back_by_a_command_that_the_menu_offers(bench: Bench) -> None:
    table = bench.page.table
    before = table.layout_state
    table.setColumnWidth(1, 40)
    table.setColumnHidden(3, True)
    assert table.layout_state != before
    action = next(each for each in bench.page.actions_offered() if each.objectName() == "reset-columns")
    assert action.text() == "Columns as they were"
    action.trigger()
    assert table.layout_state == before
