"""The checklist page: tasks ticked, edited, added and removed by keyboard, and the template beside them."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from alternat.actions.countdown import start_checklist
from alternat.actions.meetings import change_meeting
from alternat.language.label import Label, Language
from alternat.nouns.countdown import TaskOwner
from alternat.ui.checklist.columns import TASK_COLUMNS, Editing
from alternat.ui.checklist.page import TEMPLATE, ChecklistPage
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.parts.tables.editors import ChoiceEditor
from alternat.ui.parts.widgets.buttons import Button

Key = Qt.Key


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


def column(editing: Editing) -> int:
    return next(at for at, each in enumerate(TASK_COLUMNS) if each.editing is editing)


def edit(page: ChecklistPage, row: int, editing: Editing) -> QLineEdit | QComboBox:
    """Open the editor of a cell with the keyboard and return it."""
    table = page.checklist.table
    table.setCurrentIndex(page.checklist.model.index(row, column(editing)))
    QTest.keyClick(table, Key.Key_F2)
    kind = QComboBox if editing in {Editing.OWNER, Editing.PERSON} else QLineEdit
    editor = next(each for each in table.viewport().findChildren(kind) if each.isVisible())
    assert isinstance(editor, QLineEdit | QComboBox)
    return editor


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
    assert (added.text, added.days_before) == (Label("Print the flags", "Nouvelle tâche", "新任务"), 28)


def test_delete_removes_what_is_selected_and_can_be_undone(page: ChecklistPage) -> None:
    gone = [page.checklist.model.value(row).id for row in (0, 2)]
    page.checklist.table.select(gone)

    QTest.keyClick(page.checklist.table, Key.Key_Delete)

    assert page.checklist.model.rowCount() == 21
    page.desk.undo()
    assert all(page.checklist.model.row_of(each) is not None for each in gone)


def test_a_distance_is_edited_in_its_cell(page: ChecklistPage) -> None:
    editor = edit(page, 0, Editing.DISTANCE)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "26"
    QTest.keyClicks(editor, "30")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()

    assert cells(page, 0)[1:3] == ["2026-11-17", "30 weeks before"]


def test_a_side_and_a_person_are_chosen_in_their_cells(page: ChecklistPage) -> None:
    editor = edit(page, 0, Editing.PERSON)
    assert isinstance(editor, ChoiceEditor)
    editor.setCurrentIndex(1)
    editor.activated.emit(1)
    assert cells(page, 0)[5] == "Catherine ARSENAULT-REID"

    editor = edit(page, 0, Editing.OWNER)
    assert isinstance(editor, ChoiceEditor)
    assert [editor.itemText(at) for at in range(editor.count())] == ["Both", "Canada", "China"]
    editor.setCurrentIndex(2)
    editor.activated.emit(2)

    assert cells(page, 0)[4:6] == ["China", ""]


def test_the_inspector_edits_all_three_languages(page: ChecklistPage) -> None:
    page.checklist.table.select([page.checklist.model.value(0).id])
    inspector = page.checklist.inspector
    assert inspector.text.label.zh == "向对方提出会期建议"

    field = inspector.text.field(Language.FR)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Proposer deux dates")
    QTest.keyClick(field, Key.Key_Return)

    assert task(page, 0).text.fr == "Proposer deux dates"
    assert task(page, 0).text.en == "Propose dates to the other side"


def test_several_tasks_take_a_side_and_a_distance_at_once(page: ChecklistPage) -> None:
    ids = [page.checklist.model.value(row).id for row in (0, 1, 2)]
    page.checklist.table.select(ids)
    inspector = page.checklist.inspector
    assert inspector._title.text() == "3 lines selected"

    inspector.owner.button("CN").click()
    inspector.distance.setText("10 j")
    inspector.distance.editingFinished.emit()

    china = page.desk.tables.Side.get(page.desk.tables.Side.code == "CN").id
    rows = page.desk.tables.Task.select().where(page.desk.tables.Task.id.in_(ids))
    assert {(row.owner_side_id, row.days_before) for row in rows} == {(china, 10)}


def test_who_did_it_and_when_are_corrected_in_the_inspector(page: ChecklistPage) -> None:
    page.checklist.table.select([page.checklist.model.value(0).id])
    inspector = page.checklist.inspector
    inspector.done.click()

    inspector.done_by.setText("Noé Bélair")
    inspector.done_by.editingFinished.emit()
    inspector.done_on.committed.emit(date(2027, 2, 1))

    assert (task(page, 0).done_on, task(page, 0).done_by) == (date(2027, 2, 1), "Noé Bélair")


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

    panel.inspector.owner.button(TaskOwner.BOTH).click()
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

    panel.inspector.distance.setText("3")
    panel.inspector.distance.editingFinished.emit()

    assert [template.get_by_id(each).days_before for each in ids] == [21, 21]
    page.desk.undo()
    assert [template.get_by_id(each).days_before for each in ids] == [182, 140]
