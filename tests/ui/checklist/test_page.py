"""The checklist page: tasks ticked, edited, added and removed by keyboard, and the template beside them."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.countdown import start_checklist
from alternat.actions.meetings import change_meeting
from alternat.language.label import Label, Language
from alternat.nouns.countdown import TaskOwner
from alternat.ui.checklist.columns import TASK_COLUMNS
from alternat.ui.checklist.page import TEMPLATE, ChecklistPage
from alternat.ui.checklist.panel import TaskPanel, TemplatePanel
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.tables.editors import ChoiceEditor
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.label_edit import LabelEdit
from tests.factories.queries import questions_of
from tests.ui.controls import type_in

Key = Qt.Key
DISTANCES = (
    "which takes up to 142 weeks, such as 4, or days, such as 10 d; what comes after the meeting has a "
    "minus, such as -2."
)


@pytest.fixture
def empty(qtbot: QtBot, unprepared_desk: Desk) -> ChecklistPage:
    """The page of a meeting without a checklist, shown with its inspector."""
    page = ChecklistPage(unprepared_desk)
    qtbot.addWidget(page)
    qtbot.addWidget(page.inspector())
    page.resize(1000, 600)
    page.show()
    inspector = page.inspector()
    assert inspector is not None
    inspector.show()
    page.activateWindow()
    return page


@pytest.fixture
def page(empty: ChecklistPage) -> ChecklistPage:
    """The page of a meeting whose checklist is started."""
    start_checklist(empty.desk.workspace, empty.desk.meeting or 0)
    empty.checklist.table.setFocus()
    return empty


def task(page: ChecklistPage, row: int) -> Any:
    return page.desk.tables.Task.get_by_id(page.checklist.model.value(row).id)


def cells(page: ChecklistPage, row: int) -> list[str]:
    model = page.checklist.model
    return [model.index(row, column).data() for column in range(model.columnCount())]


def edit(page: ChecklistPage, row: int, title: str) -> QLineEdit | QComboBox:
    """Open the editor of the cell under a heading with the keyboard and return it."""
    table = page.checklist.table
    column = next(at for at, each in enumerate(TASK_COLUMNS) if str(each.title) == title)
    table.setCurrentIndex(page.checklist.model.index(row, column))
    QTest.keyClick(table, Key.Key_F2)
    editors = (each for each in table.viewport().findChildren(QWidget) if each.accessibleName() == title)
    editor = next(each for each in editors if each.isVisible())
    assert isinstance(editor, QLineEdit | QComboBox)
    return editor


def control(panel: TaskPanel | TemplatePanel, name: str) -> QLineEdit:
    """Return the field of that name in the sheet beside a list."""
    fields = panel.sheet.findChildren(QLineEdit)
    return next(each for each in fields if each.accessibleName() == name)


def press(panel: TaskPanel | TemplatePanel, name: str) -> None:
    """Press the button of that name in the sheet beside a list."""
    next(each for each in panel.sheet.findChildren(Button) if each.accessibleName() == name).click()


def test_an_empty_checklist_is_started_from_the_template(empty: ChecklistPage) -> None:
    assert empty.states.currentWidget() is empty._no_tasks
    words = {each.text(): each for each in empty._no_tasks.findChildren(Button)}
    assert list(words) == ["Start from the template", "Add a task"]

    words["Start from the template"].click()

    assert empty.states.currentWidget() is empty.checklist
    assert empty.checklist.model.rowCount() == empty.desk.tables.TaskTemplate.select().count()
    assert cells(empty, 0)[:5] == [
        "Overdue",
        "2026-12-15",
        "26 weeks before",
        "Propose dates to the other side",
        "Canada",
    ]
    assert empty._overdue.text() == "4 overdue"


def test_the_space_bar_ticks_off_and_reopens_in_one_step(page: ChecklistPage) -> None:
    page.checklist.table.select([page.checklist.model.value(row).id for row in (0, 1)])

    QTest.keyClick(page.checklist.table, Key.Key_Space)

    assert [task(page, row).done_on for row in (0, 1)] == [date(2027, 3, 2)] * 2
    assert (cells(page, 0)[0], page._progress.text()) == ("Done", "2 of 23 tasks done")
    assert page._overdue.text() == "2 overdue"

    QTest.keyClick(page.checklist.table, Key.Key_Space)

    assert [task(page, row).done_on for row in (0, 1)] == [None, None]
    page.desk.undo()
    assert task(page, 1).done_on == date(2027, 3, 2)


def test_the_icon_of_the_standing_ticks_when_clicked(page: ChecklistPage) -> None:
    table = page.checklist.table
    box = table.visualRect(page.checklist.model.index(2, 0))

    at = box.topLeft()
    at.setX(box.left() + 12)
    at.setY(box.center().y())

    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert task(page, 2).done_on == date(2027, 3, 2)


def test_insert_adds_a_task_and_begins_to_word_it(page: ChecklistPage) -> None:
    QTest.keyClick(page.checklist.table, Key.Key_Insert)
    editor = page.checklist.table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "New task"

    QTest.keyClicks(editor, "Print the flags")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()

    (added,) = page.checklist.table.selected
    assert (added.text, added.days_before) == (Label("Print the flags"), 28)


def test_delete_removes_what_is_selected_and_can_be_undone(page: ChecklistPage) -> None:
    gone = [page.checklist.model.value(row).id for row in (0, 2)]
    page.checklist.table.select(gone)

    QTest.keyClick(page.checklist.table, Key.Key_Delete)

    assert page.checklist.model.rowCount() == 21
    page.desk.undo()
    assert all(page.checklist.model.row_of(each) is not None for each in gone)


def test_a_distance_is_edited_in_its_cell(page: ChecklistPage) -> None:
    editor = edit(page, 0, "When")
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "26"
    QTest.keyClicks(editor, "30")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()

    assert cells(page, 0)[1:3] == ["2026-11-17", "30 weeks before"]


def test_a_side_and_a_person_are_chosen_in_their_cells(page: ChecklistPage) -> None:
    editor = edit(page, 0, "Person")
    assert isinstance(editor, ChoiceEditor)
    editor.setCurrentIndex(1)
    editor.activated.emit(1)
    assert cells(page, 0)[5] == "Catherine ARSENAULT-REID"

    editor = edit(page, 0, "Side")
    assert isinstance(editor, ChoiceEditor)
    assert [editor.itemText(at) for at in range(editor.count())] == ["Both", "Canada", "China"]
    editor.setCurrentIndex(2)
    editor.activated.emit(2)

    assert cells(page, 0)[4:6] == ["China", ""]


def test_the_inspector_edits_all_three_languages(page: ChecklistPage) -> None:
    page.checklist.table.select([page.checklist.model.value(0).id])
    text = page.checklist.sheet.rows["text"].control
    assert isinstance(text, LabelEdit)
    assert text.label.zh == "向对方提出会期建议"

    field = text.field(Language.FR)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Proposer deux dates")
    QTest.keyClick(field, Key.Key_Return)

    assert task(page, 0).text.fr == "Proposer deux dates"
    assert task(page, 0).text.en == "Propose dates to the other side"


def test_several_tasks_take_a_side_and_a_distance_at_once(page: ChecklistPage) -> None:
    ids = [page.checklist.model.value(row).id for row in (0, 1, 2)]
    page.checklist.table.select(ids)
    assert page.checklist.sheet._title.text() == "3 lines selected"

    press(page.checklist, "China")
    distance = control(page.checklist, "Weeks before the meeting")
    distance.setText("10 j")
    distance.editingFinished.emit()

    china = page.desk.tables.Side.get(page.desk.tables.Side.code == "CN").id
    rows = page.desk.tables.Task.select().where(page.desk.tables.Task.id.in_(ids))
    assert {(row.owner_side_id, row.days_before) for row in rows} == {(china, 10)}


def test_who_did_it_and_when_are_corrected_in_the_inspector(page: ChecklistPage) -> None:
    page.checklist.table.select([page.checklist.model.value(0).id])
    press(page.checklist, "Tick off")

    done_by = control(page.checklist, "Done by")
    done_by.setText("Noé Bélair")
    done_by.editingFinished.emit()
    done_on = control(page.checklist, "Done on")
    done_on.setText("2027-02-01")
    done_on.editingFinished.emit()

    assert (task(page, 0).done_on, task(page, 0).done_by) == (date(2027, 2, 1), "Noé Bélair")


def reasons(page: ChecklistPage) -> list[str]:
    """Return why values in the sheet beside the tasks were refused."""
    return [row.reason for row in page.checklist.sheet.rows.values() if row.is_refused]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("soon", f"“soon” cannot stand in the field “days before”, {DISTANCES}"),
        ("200", f"“200” cannot stand in the field “days before”, {DISTANCES}"),
    ],
)
def test_a_refused_distance_stays_with_the_reason_below_until_it_is_given_up(
    page: ChecklistPage, typed: str, reason: str
) -> None:
    banners: list[str] = []
    page.desk.announced.connect(lambda _, text: banners.append(text))
    page.checklist.table.select([page.checklist.model.value(0).id])
    distance = control(page.checklist, "Weeks before the meeting")

    type_in(distance, typed)
    page.load()

    assert (distance.text(), reasons(page), banners) == (typed, [reason], [])
    assert distance.accessibleDescription() == reason

    QTest.keyClick(distance, Key.Key_Escape)

    assert (distance.text(), reasons(page)) == ("26", [])


def test_a_refused_distance_is_put_right_where_it_stands(page: ChecklistPage) -> None:
    page.checklist.table.select([page.checklist.model.value(0).id])
    distance = control(page.checklist, "Weeks before the meeting")
    type_in(distance, "soon")

    type_in(distance, "30")

    assert (distance.text(), reasons(page), task(page, 0).days_before) == ("30", [], 210)


def test_a_refused_value_is_told_in_a_banner_once_its_task_goes_out_of_view(page: ChecklistPage) -> None:
    banners: list[str] = []
    page.desk.announced.connect(lambda _, text: banners.append(text))
    first, second = (page.checklist.model.value(row).id for row in (0, 1))
    page.checklist.table.select([first])
    type_in(control(page.checklist, "Weeks before the meeting"), "soon")

    page.checklist.table.select([second])

    assert banners == [f"“soon” cannot stand in the field “days before”, {DISTANCES}"]
    assert reasons(page) == []


def test_a_task_that_says_nothing_is_refused_below_its_text(page: ChecklistPage) -> None:
    page.checklist.table.select([page.checklist.model.value(0).id])
    text = page.checklist.sheet.rows["text"].control
    assert isinstance(text, LabelEdit)

    for language in Language:
        field = text.field(language)
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Key.Key_Delete)
        QTest.keyClick(field, Key.Key_Return)

    assert reasons(page) == ["The field “text” must say something."]
    assert task(page, 0).text.en == ""
    assert task(page, 0).text.zh == "向对方提出会期建议"


def test_a_cell_that_cannot_be_read_says_so_in_a_banner(page: ChecklistPage) -> None:
    banners: list[str] = []
    page.desk.announced.connect(lambda _, text: banners.append(text))
    editor = edit(page, 0, "When")
    QTest.keyClicks(editor, "soon")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()

    assert banners == [f"“soon” cannot stand in the field “days before”, {DISTANCES}"]
    assert cells(page, 0)[2] == "26 weeks before"


def test_what_is_being_typed_belongs_to_the_task_it_was_typed_for(page: ChecklistPage, qtbot: QtBot) -> None:
    first, second = (page.checklist.model.value(row).id for row in (0, 1))
    page.checklist.table.select([first])
    note = control(page.checklist, "Note")
    note.activateWindow()
    qtbot.waitUntil(note.isActiveWindow)
    note.setFocus()
    QTest.keyClicks(note, "Ask the embassy")

    page.checklist.table.select([second])

    assert [task(page, row).note for row in (0, 1)] == ["Ask the embassy", ""]
    assert note.text() == ""


def test_emptying_the_day_reopens_a_task(page: ChecklistPage) -> None:
    page.checklist.table.select([page.checklist.model.value(0).id])
    press(page.checklist, "Tick off")

    done_on = control(page.checklist, "Done on")
    done_on.clear()
    done_on.editingFinished.emit()

    assert (task(page, 0).done_on, cells(page, 0)[0]) == (None, "Overdue")


def test_what_is_no_day_is_refused_below_the_field(page: ChecklistPage) -> None:
    page.checklist.table.select([page.checklist.model.value(0).id])
    press(page.checklist, "Tick off")
    done_on = control(page.checklist, "Done on")

    type_in(done_on, "yesterday")

    assert reasons(page) == [
        "“yesterday” is not a day, so Tuesday, March 2, 2027 stays. Write it as in 2027-06-15."
    ]
    QTest.keyClick(done_on, Key.Key_Escape)
    assert (done_on.text(), reasons(page)) == ("2027-03-02", [])


def test_the_lists_ask_no_question_a_line(page: ChecklistPage) -> None:
    before = questions_of(page.load)
    for _ in range(5):
        page.checklist.add_row()
        page.template.add_row()

    assert len(questions_of(page.load)) == len(before) <= 7
    ids = [line.id for line in page.checklist.model.values]
    assert questions_of(lambda: page.checklist.table.select(ids)) == []


def test_the_sheet_gives_a_task_to_somebody_of_its_side(page: ChecklistPage) -> None:
    page.checklist.table.select([page.checklist.model.value(0).id])
    person = page.checklist.sheet.rows["owner"].control
    assert isinstance(person, ChoiceField)
    assert [person.itemText(at) for at in range(person.count())] == ["Nobody"]

    person.fill()
    words = [person.itemText(at) for at in range(person.count())]
    assert "Catherine ARSENAULT-REID" in words
    assert "QIN Yuanzhou" not in words
    person.setCurrentIndex(1)
    person.activated.emit(1)

    assert cells(page, 0)[5] == words[1]
    page.desk.undo()
    assert person.currentText() == "Nobody"


def test_due_dates_follow_the_meeting(page: ChecklistPage) -> None:
    change_meeting(
        page.desk.workspace,
        page.desk.meeting or 0,
        {"starts": date(2027, 6, 22), "ends": date(2027, 6, 23)},
    )

    assert cells(page, 0)[1] == "2026-12-22"


def test_the_template_is_edited_beside_the_tasks(page: ChecklistPage) -> None:
    page.view.button(TEMPLATE).click()
    panel = page.template
    assert page.states.currentWidget() is panel
    panel.table.select([panel.model.value(0).id])

    press(panel, "Both")
    panel.add.trigger()

    assert panel.model.value(0).owner is TaskOwner.BOTH
    assert panel.model.rowCount() == 24
    assert page.checklist.model.rowCount() == 23
    assert page.actions_offered() == (panel.edit, panel.remove)


def test_everything_follows_the_language(page: ChecklistPage) -> None:
    page.desk.screen.set_language(Language.FR)

    assert cells(page, 0)[2:5] == ["26 semaines avant", "Proposer des dates à l’autre partie", "Canada"]
    assert page.checklist.table.accessibleName() == "Liste de contrôle"


def test_a_task_that_is_asked_for_is_selected(page: ChecklistPage) -> None:
    wanted = page.checklist.model.value(5).id
    page.view.button(TEMPLATE).click()

    page.show_place(Place("task", wanted, "text"))

    assert [line.id for line in page.checklist.table.selected] == [wanted]
    assert page.states.currentWidget() is page.checklist


def test_several_lines_of_the_template_change_in_one_step(page: ChecklistPage) -> None:
    page.view.button(TEMPLATE).click()
    panel, template = page.template, page.desk.tables.TaskTemplate
    ids = [panel.model.value(row).id for row in (0, 1)]
    panel.table.select(ids)

    distance = control(panel, "Weeks before the meeting")
    distance.setText("3")
    distance.editingFinished.emit()

    assert [template.get_by_id(each).days_before for each in ids] == [21, 21]
    page.desk.undo()
    assert [template.get_by_id(each).days_before for each in ids] == [182, 140]
