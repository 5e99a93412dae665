"""The view of guidance: requests asked, answered, closed and led to from their findings."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSplitter
from pytestqt.qtbot import QtBot

from alternat.actions.guidance import answer_for
from alternat.language.label import Label
from alternat.planning.guidance import guidance_requests
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.guidance.view import GuidanceView
from alternat.ui.follow_up.page import FollowUpPage
from alternat.ui.follow_up.records import Records
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.inspector.ways import Way
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState
from alternat.ui.window import MainWindow
from tests.factories.queries import questions_of

Key = Qt.Key


@pytest.fixture
def both(qtbot: QtBot) -> QSplitter:
    """Where a page stands beside its sheet."""
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    return splitter


@pytest.fixture
def page(both: QSplitter, demo_desk: Desk) -> GuidanceView:
    """The page of the example, shown with its sheet; the first request waits, the second is answered."""
    return shown(both, demo_desk)


def shown(both: QSplitter, desk: Desk) -> GuidanceView:
    page = GuidanceView(desk, Records(desk))
    sheet = page.inspector()
    assert sheet is not None
    for widget in (page, sheet):
        both.addWidget(widget)
    both.resize(1300, 600)
    both.show()
    both.activateWindow()
    page.guidance.table.setFocus()
    return page


def select(page: GuidanceView, row: int) -> int:
    """Select the request of a row and return its id."""
    key = page.guidance.model.value(row).id
    page.guidance.table.select([key])
    return key


def cells(page: GuidanceView) -> list[list[str]]:
    model = page.guidance.model
    rows = range(model.rowCount())
    return [[model.index(row, at).data() for at in range(model.columnCount())] for row in rows]


def write(page: GuidanceView, name: str, text: str) -> None:
    """Type into the field of that name in the sheet, and leave it."""
    found: list[Any] = [
        *page.guidance.sheet.findChildren(QPlainTextEdit),
        *page.guidance.sheet.findChildren(QLineEdit),
    ]
    field = next(each for each in found if each.accessibleName() == name)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Key.Key_Delete)
    QTest.keyClicks(field, text)
    page.guidance.table.setFocus()


def test_those_that_wait_come_first(page: GuidanceView) -> None:
    assert [(row[0], row[1]) for row in cells(page)] == [
        ("Waiting", "2026-10-12"),
        ("Answered", "2026-06-04"),
    ]
    assert page._waiting.text() == "1 of 2 requests wait"


def test_the_space_bar_closes_and_opens_again_in_one_step(page: GuidanceView) -> None:
    ids = [select(page, row) for row in (1, 0)]
    page.guidance.table.select(ids)

    QTest.keyClick(page.guidance.table, Key.Key_Space)

    assert [row[0] for row in cells(page)] == ["Closed", "Closed"]
    assert {row.closed_on for row in page.desk.tables.Guidance.select()} == {date(2027, 3, 2)}

    QTest.keyClick(page.guidance.table, Key.Key_Space)
    assert [row[0] for row in cells(page)] == ["Waiting", "Answered"]

    page.desk.undo()
    assert [row[0] for row in cells(page)] == ["Closed", "Closed"]


def test_what_is_open_is_closed_before_anything_is_opened_again(page: GuidanceView) -> None:
    waiting, answered = select(page, 0), select(page, 1)
    page.guidance.table.select([waiting])
    page.guidance.close_or_reopen.trigger()
    page.guidance.table.select([waiting, answered])

    page.guidance.close_or_reopen.trigger()

    assert [row[0] for row in cells(page)] == ["Closed", "Closed"]


def test_a_request_is_added_worded_and_taken_back(page: GuidanceView) -> None:
    page.guidance.add.trigger()
    editor = page.guidance.table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "Who pays?")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()

    (added,) = (each for each in guidance_requests(page.desk.tables) if each.question.en == "Who pays?")
    assert (added.asked_on, added.question) == (date(2027, 3, 2), Label("Who pays?"))
    page.desk.undo()
    page.desk.undo()
    assert len(cells(page)) == 2


def test_an_answer_is_of_today_and_gone_when_it_says_nothing(
    page: GuidanceView,
) -> None:
    request = select(page, 0)

    write(page, "Answer of the co-chair of China, English", "Yes")

    def answers() -> list[tuple[str, Label, date]]:
        (plan,) = (each for each in guidance_requests(page.desk.tables) if each.id == request)
        return [(each.side, each.text, each.given) for each in plan.answers if each.side == "CN"]

    assert answers() == [("CN", Label("Yes"), date(2027, 3, 2))]
    assert cells(page)[0][0] == "Waiting"

    write(page, "Answer of the co-chair of China, English", "")
    assert answers() == []
    page.desk.undo()
    assert answers() == [("CN", Label("Yes"), date(2027, 3, 2))]


def test_a_day_before_the_question_stays_in_place_with_the_reason(page: GuidanceView) -> None:
    request = select(page, 0)
    answer_for(page.desk.workspace, request, "CA", {"text": Label("Yes"), "given": date(2027, 2, 1)})

    row = page.guidance.guidance_sheet._answers["CA"].given
    field = row.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2026-01-01")
    QTest.keyClick(field, Key.Key_Return)

    assert field.text() == "2026-01-01"
    assert row.error is not None
    assert page.desk.screen.say_error(row.error) == (
        "The request for guidance “Should requests for electronic evidence go through one contact point on "
        "each side?” was asked on Monday, October 12, 2026; no answer to it can be of Thursday, "
        "January 1, 2026, which is before. Correct one of the two days."
    )
    assert page.desk.tables.GuidanceAnswer.get().given == date(2027, 2, 1)


def test_an_answer_by_a_document_alone_stays_when_the_document_changes(page: GuidanceView) -> None:
    select(page, 0)
    write(page, "Document of the answer of China", "Note 1")
    assert page.desk.tables.GuidanceAnswer.get(document="Note 1").given == date(2027, 3, 2)

    write(page, "Document of the answer of China", "Note 2")

    answers = page.desk.tables.GuidanceAnswer
    assert [row.document for row in answers.select().where(answers.document != "").order_by(answers.id)] == [
        "Note verbale GAC-2026-0471",
        "Note 2",
    ]


def test_a_day_that_is_none_is_told_without_the_one_that_was_refused_before(page: GuidanceView) -> None:
    select(page, 0)
    row = page.guidance.guidance_sheet.rows["asked_on"]
    for typed in ("2030-01-01", "soon"):
        write(page, "Asked on", typed)

    assert row.reason == (
        "“soon” is not a day, so Monday, October 12, 2026 stays. Write it as in 2027-06-15."
    )


def test_the_sheet_names_the_official_who_asks_though_they_are_at_no_meeting(page: GuidanceView) -> None:
    page.desk.set_meeting(None)
    select(page, 0)
    asked = questions_of(lambda: page.guidance.table.select([page.guidance.model.value(1).id]))
    select(page, 0)

    assert asked == []
    official = page.guidance.guidance_sheet.rows["asked_by"].control
    assert isinstance(official, ChoiceField)
    assert [official.itemText(at) for at in range(official.count())] == [
        "Nobody",
        "Jean-François THIBODEAU-LACASSE",
    ]
    assert official.currentText() == "Jean-François THIBODEAU-LACASSE"


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("answer", "Joint answer, English"),
        ("answer.fr", "Joint answer, French"),
        ("answers.CA.zh", "Answer of the co-chair of Canada, Chinese"),
        ("asked_on", "Question, English"),
    ],
)
def test_a_finding_leads_to_the_field_that_mends_it(demo_window: MainWindow, field: str, name: str) -> None:
    bench = demo_window.workbench
    assert bench is not None
    request = bench.desk.tables.Guidance.select().first().id

    bench.desk.show_place(Place("guidance", request, field))

    page, typing = bench.page, QApplication.focusWidget()
    assert isinstance(page, FollowUpPage)
    assert isinstance(page.view, GuidanceView)
    assert [each.id for each in page.view.guidance.table.selected] == [request]
    assert typing is not None
    assert typing.accessibleName() == name


def test_a_dialogue_without_requests_says_what_belongs_there(both: QSplitter, desk: Desk) -> None:
    page = shown(both, desk)
    nothing = page.states.currentWidget()
    assert isinstance(nothing, EmptyState)

    next(iter(nothing.findChildren(Button))).click()

    assert page.states.currentWidget() is page.guidance
    assert len(cells(page)) == 1


def test_it_asks_as_much_of_many_requests_as_of_few(page: GuidanceView) -> None:
    before = questions_of(page.load)
    for _ in range(6):
        page.guidance.add_row()

    assert len(questions_of(page.load)) == len(before)


def test_a_question_leads_to_its_texts_side_by_side(page: GuidanceView, qtbot: QtBot) -> None:
    request = select(page, 0)
    (way,) = page.guidance.guidance_sheet.findChildren(Way)
    with qtbot.waitSignal(page.desk.place_wanted) as wanted:
        way.click()
    assert wanted.args == [Place("guidance", request, "concordance.question")]
