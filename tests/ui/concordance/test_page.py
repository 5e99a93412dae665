"""Texts side by side: an edit of one language is told at once, with both places, and seen to there."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.meetings import add_meeting
from alternat.actions.outcomes import change_outcomes, close_record, set_outcome_state
from alternat.actions.texts import check_text
from alternat.language.label import Label, Language
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.planning.text_states import Standing, differences, text_states
from alternat.planning.texts import TextKey
from alternat.storage.workspace import Workspace
from alternat.ui.concordance.columns import number_of
from alternat.ui.concordance.language_column import MOST_LINES
from alternat.ui.concordance.page import OPEN, TextsPage
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.frame.workbench import Workbench
from alternat.ui.parts.findings.subjects import show_subject
from tests.factories.texts import AGREED, OTHER, outcome_of, reword
from tests.ui.desks import TODAY, make_desk

EN, FR, ZH = Language
WRONG = AGREED.with_text(FR, AGREED.fr.replace("1er septembre", "2 octobre"))


@pytest.fixture
def key(workspace: Workspace) -> TextKey:
    """The text of an outcome that says the same in every language."""
    return outcome_of(workspace)


@pytest.fixture
def desk(qapp: QApplication, workspace: Workspace, key: TextKey) -> Iterator[Desk]:
    """A desk on the dialogue with that outcome; another one stands after it."""
    assert key.row == 1
    outcome_of(workspace, OTHER)
    desk = make_desk(qapp, workspace, workspace.tables.Meeting.get().id)
    yield desk
    desk.close()


@pytest.fixture
def page(desk: Desk, key: TextKey, qtbot: QtBot) -> TextsPage:
    """The page with that text in its editor."""
    page = TextsPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    page.show_place(Place("outcome", key.row, "concordance.text"))
    return page


def write(page: TextsPage, language: Language, text: str) -> None:
    """Replace what stands in the field of a language, and leave it."""
    field = page.editor.columns[language].field
    field.setFocus()
    field.selectAll()
    field.insertPlainText(text)
    page.table.setFocus()


def standings(desk: Desk, key: TextKey) -> list[Standing]:
    (state,) = text_states(desk.tables, keys=[key])
    return [each.standing for each in state.languages]


def test_an_edit_shows_both_places_in_the_texts(page: TextsPage, desk: Desk, key: TextKey) -> None:
    assert page.editor.differences.current is None
    write(page, FR, WRONG.fr)
    assert desk.tables.Outcome.get_by_id(key.row).text == WRONG
    assert page.editor.columns[EN].marked == ("1 September 2027",)
    assert page.editor.columns[FR].marked == ("2 octobre 2027",)
    assert page.editor.columns[ZH].marked == ()
    assert "2 octobre 2027" in page.editor.differences.list.item(0).text()
    QTest.keyClick(page.editor.differences.list, Qt.Key.Key_Return)
    field = page.editor.columns[FR].field
    assert field.hasFocus()
    assert field.textCursor().selectedText() == "2 octobre 2027"
    desk.undo()
    assert page.editor.columns[FR].field.text() == AGREED.fr
    assert page.editor.differences.current is None


def test_a_difference_is_dismissed_with_a_reason_and_told_again(
    page: TextsPage, desk: Desk, key: TextKey
) -> None:
    write(page, FR, WRONG.fr)
    panel = page.editor.differences
    assert not panel.dismiss.isEnabled()
    panel.reason.setText("Put off")
    panel.dismiss.click()
    told = differences(desk.tables, keys=[key])[key]
    assert [(by.reason, by.day, by.done_by) for _, by in told.dismissed] == [("Put off", TODAY, "Test")]
    assert "Put off" in panel.list.item(0).text()
    assert panel.all_open == ()
    assert not panel.dismiss.isVisible()
    panel.restore.click()
    assert len(panel.all_open) == 1
    panel.reason.setText("Again")
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert panel.all_open == ()
    write(page, EN, AGREED.en.replace("exchange", "share"))
    assert len(panel.all_open) == 1


def test_a_reason_belongs_to_the_difference_for_which_it_is_typed(
    page: TextsPage, desk: Desk, key: TextKey
) -> None:
    other = key._replace(row=key.row + 1)
    write(page, FR, WRONG.fr)
    reword(desk.workspace, other, OTHER.with_text(FR, OTHER.fr.replace("Ottawa", "Ottawa le 2 octobre 2027")))
    panel = page.editor.differences
    panel.reason.setText("Put off")
    page.step(1)
    assert page.editor.entry is not None
    assert page.editor.entry.state.key == other
    assert len(panel.all_open) == 1
    assert (panel.reason.text(), panel.dismiss.isEnabled()) == ("", False)
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert len(panel.all_open) == 1
    page.step(-1)
    assert panel.reason.text() == "Put off"
    panel.dismiss.click()
    assert not panel.all_open
    panel.restore.click()
    assert panel.reason.text() == ""


def test_a_wording_that_is_refused_stays_in_its_field_with_the_reason(
    page: TextsPage, desk: Desk, key: TextKey
) -> None:
    long = "Very long. " * 3000
    field = page.editor.columns[FR].field
    told: list[str] = []
    desk.announced.connect(lambda _severity, text: told.append(text))
    write(page, FR, long)
    assert desk.tables.Outcome.get_by_id(key.row).text == AGREED
    assert (field.text(), page.editor.refusal.isVisible()) == (long, True)
    page.load()
    assert (field.text(), page.editor.refusal.isVisible()) == (long, True)
    page.show_place(Place("outcome", key.row + 1, "concordance.text"))
    assert (field.text(), page.editor.refusal.isVisible()) == (OTHER.fr, False)
    assert [text for text in told if "It waits there in its field" in text]
    page.show_place(Place("outcome", key.row, "concordance.text.fr"))
    assert (field.text(), page.editor.refusal.isVisible()) == (long, True)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), page.editor.refusal.isVisible()) == (AGREED.fr, False)
    field.selectAll()
    field.insertPlainText(long)
    page.step(1)
    assert page.editor.entry is not None
    assert (page.editor.entry.state.key, field.text()) == (key, long)
    write(page, FR, WRONG.fr)
    assert desk.tables.Outcome.get_by_id(key.row).text == WRONG
    assert (field.text(), page.editor.refusal.isVisible()) == (WRONG.fr, False)


def test_texts_are_checked_one_by_one_or_together(page: TextsPage, desk: Desk, key: TextKey) -> None:
    page.editor.columns[FR].checked.click()
    assert standings(desk, key) == [Standing.DRAFT, Standing.CHECKED, Standing.DRAFT]
    assert not page.editor.columns[FR].checked.isVisible()
    page.editor.check_all.click()
    assert standings(desk, key) == [Standing.CHECKED] * 3
    assert not page.editor.check_all.isEnabled()
    write(page, ZH, AGREED.zh.replace("交换", "互换"))
    assert standings(desk, key) == [Standing.STALE] * 3
    assert page.editor.columns[EN].standing.text() == "To be checked again"
    desk.undo()
    assert page.editor.columns[EN].standing.text() == "Checked"


def test_a_side_agrees_on_the_day_that_is_given_and_takes_it_back(
    page: TextsPage, desk: Desk, key: TextKey
) -> None:
    button = page.editor.agreements.buttons["CN", ZH]
    page.editor.agreements.day.field.setText("2027-02-05")
    page.editor.agreements.day.field.editingFinished.emit()
    button.click()
    (state,) = text_states(desk.tables, keys=[key])
    given = state.agreement("CN", ZH)
    assert given is not None
    assert given.day == date(2027, 2, 5)
    assert "2027-02-05" in button.text()
    write(page, ZH, AGREED.zh.replace("交换", "互换"))
    assert "changed since" in button.text()
    button.click()
    assert "changed since" not in button.text()
    button.click()
    assert text_states(desk.tables, keys=[key])[0].agreements == ()


def test_selected_texts_are_collated_in_one_act(page: TextsPage, desk: Desk) -> None:
    page.table.select([page.model.value(row).id for row in (0, 1)])
    page.editor.collate.click()
    dialog = page.editor._dialog
    assert not dialog.agree.isEnabled()
    dialog.people.setText("Roy, Li Wen")
    dialog.versions.setText("Initialled text")
    QTest.keyClick(dialog.people, Qt.Key.Key_Return)
    assert [row.done_by for row in desk.tables.Collation.select()] == ["Roy, Li Wen"] * 2
    assert "Roy, Li Wen" in page.editor.collation.text()
    page.table.select([page.model.value(0).id])
    page.editor.uncollate.click()
    assert desk.tables.Collation.select().count() == 1
    desk.undo()
    assert desk.tables.Collation.select().count() == 2


def test_nothing_is_collated_while_a_language_is_missing(page: TextsPage) -> None:
    write(page, ZH, "")
    assert not page.editor.collate.isEnabled()
    assert page.editor.columns[ZH].standing.text() == "Missing"


def test_one_walks_from_text_to_text_and_over_what_is_open_only(
    page: TextsPage, key: TextKey, workspace: Workspace
) -> None:
    first = page.editor.title.text()
    page.editor.next.click()
    assert page.editor.title.text() != first
    page.editor.previous.click()
    assert page.editor.title.text() == first
    assert not page.editor.previous.isEnabled()
    page.filter.button(OPEN).click()
    assert page.states.currentWidget() is page._nothing
    reword(workspace, key, WRONG)
    assert [each.state.key for each in page.model.values] == [key]
    page.search("no such words")
    assert page.states.currentWidget() is page._nothing
    page.search("联络点")
    assert [each.state.key for each in page.model.values] == [key]


def test_what_is_typed_is_written_before_another_text_is_shown(
    page: TextsPage, desk: Desk, key: TextKey
) -> None:
    field = page.editor.columns[FR].field
    field.setFocus()
    field.selectAll()
    field.insertPlainText(WRONG.fr)
    page.step(1)
    assert desk.tables.Outcome.get_by_id(key.row).text == WRONG
    assert page.editor.columns[FR].field.text() == OTHER.fr


def test_what_stands_in_a_closed_record_is_read_only(page: TextsPage, desk: Desk, key: TextKey) -> None:
    meeting: Any = desk.tables.Outcome.get_by_id(key.row).meeting_id
    close_record(desk.workspace, meeting, TODAY, today=TODAY)
    assert all(column.field.isReadOnly() for column in page.editor.columns.values())
    assert page.editor.closed.isVisible()
    page.editor.check_all.click()
    assert standings(desk, key) == [Standing.CHECKED] * 3
    wanted: list[Place] = []
    desk.place_wanted.connect(wanted.append)
    page.editor.correct.click()
    assert wanted == [Place("outcome", key.row, "text")]
    page.show_place(Place("provision", desk.tables.Provision.get().id, "concordance.text"))
    close_record(desk.workspace, meeting, None, today=TODAY)
    page.show_place(Place("outcome", key.row, "concordance.text"))
    assert not page.editor.correct.isVisible()


def test_what_differs_is_told_before_a_text_is_marked_as_checked(
    page: TextsPage, desk: Desk, key: TextKey, questions: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page.editor.columns[FR].checked.click()
    assert questions == []
    write(page, FR, WRONG.fr)
    page.editor.columns[ZH].checked.click()
    page.editor.check_all.click()
    assert [each.splitlines()[1][:30] for each in questions] == ["1 difference stands open: mend"]
    assert standings(desk, key) == [Standing.CHECKED] * 3
    write(page, FR, WRONG.fr.replace("2 octobre", "3 octobre"))
    monkeypatch.setattr("alternat.ui.parts.dialogs.asking.ask", lambda *_words: False)
    page.editor.check_all.click()
    assert standings(desk, key) == [Standing.STALE] * 3


def test_the_page_tells_what_nobody_has_checked_and_why_it_is_empty(page: TextsPage, desk: Desk) -> None:
    texts = len(text_states(desk.tables))
    assert page._count.text() == f"{texts} texts: 0 to be seen to, {texts} not checked"
    page.filter.choose(OPEN)
    page._narrow()
    assert page._nothing._heading.text() == "Nothing has changed or differs"
    for each in text_states(desk.tables):
        check_text(desk.workspace, each.key, list(Language), on=TODAY)
    page.catch_up()
    assert page._count.text() == f"{texts} texts: all checked"
    assert page._nothing._heading.text() == "No text to be seen to"
    page.search("nowhere to be found")
    assert page._nothing._heading.text() == "No text found"


def test_a_finding_leads_to_the_place_in_the_text(desk: Desk, key: TextKey, qtbot: QtBot) -> None:
    bench = Workbench(desk)
    qtbot.addWidget(bench)
    bench.resize(1280, 720)
    bench.show()
    bench.activateWindow()
    check_text(desk.workspace, key, [EN, FR, ZH], on=TODAY)
    reword(desk.workspace, key, WRONG)
    desk.findings.check()
    found = {each.code: each for each in desk.findings.findings if each.subject.id == key.row}
    show_subject(desk, found["text-differs"])
    assert bench.page_id == "texts"
    page = bench.page
    assert isinstance(page, TextsPage)
    assert holds_cursor(page.editor.columns[EN])
    assert page.editor.columns[EN].field.textCursor().selectedText() == "1 September 2027"


def holds_cursor(place: QWidget) -> bool:
    focused = place.window().focusWidget()
    return focused is not None and place.isAncestorOf(focused)


def test_a_long_text_leaves_what_is_done_with_it_in_sight_and_shows_the_place_that_differs(
    page: TextsPage, desk: Desk, key: TextKey
) -> None:
    long = Label(*(f"{OTHER.text(each)} " * 60 + WRONG.text(each) for each in Language))
    page.table.setFocus()
    fields = [each.field for each in page.editor.columns.values()]
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert {each.verticalScrollBarPolicy() for each in fields} == {off}
    reword(desk.workspace, key, long)
    QApplication.processEvents()
    for language in (EN, FR):
        column = page.editor.columns[language]
        assert column.field.height() <= (MOST_LINES + 1) * column.field.fontMetrics().lineSpacing()
        assert column.field.verticalScrollBar().maximum() > 0
        assert column.field.viewport().rect().contains(column.field.cursorRect().center())
        assert column.field.textCursor().position() > len(long.text(language)) // 2


def test_a_text_with_which_nothing_is_open_is_shown_to_those_who_are_led_to_it(
    page: TextsPage, desk: Desk, key: TextKey
) -> None:
    set_outcome_state(desk.workspace, [key.row], OutcomeState.DONE, on=TODAY)
    other = add_meeting(desk.workspace, year=2031, host="CA").inserted("meeting")[0]
    desk.set_meeting(other)
    page.show_place(Place("provision", desk.tables.Provision.get().id, "concordance.text"))
    page._asked.clear()
    page.load()
    assert page.model.row_of(number_of(key)) is None
    page.show_place(Place("outcome", key.row, "concordance.text"))
    assert page.editor.entry is not None
    assert page.editor.entry.state.key == key
    page.load()
    assert page.model.row_of(number_of(key)) is not None


def test_a_text_that_was_only_noted_at_another_meeting_is_shown_to_those_who_are_led_to_it(
    page: TextsPage, desk: Desk, key: TextKey
) -> None:
    change_outcomes(desk.workspace, [key.row], {"kind": OutcomeKind.NOTED})
    desk.set_meeting(add_meeting(desk.workspace, year=2031, host="CA").inserted("meeting")[0])
    page.filter.choose(OPEN)
    page.show_place(Place("outcome", key.row, "concordance.text"))
    assert page.editor.entry is not None
    assert page.editor.entry.state.key == key


def test_texts_are_found_with_accents_or_none(page: TextsPage, desk: Desk, key: TextKey) -> None:
    reword(desk.workspace, key, AGREED.with_text(FR, "Échange d’œuvres"))
    for words in ("echange d'oeuvres", "OEUVRES"):
        page.search(words)
        assert [each.state.key for each in map(page.model.value, range(page.model.rowCount()))] == [key]


def test_while_texts_are_not_compared_nobody_is_told_that_none_differs(
    desk: Desk, key: TextKey, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alternat.ui.concordance.page.AT_ONCE", 0)
    page = TextsPage(desk)
    qtbot.addWidget(page)
    page.load()
    page.table.select([number_of(key)])
    assert page._count.text().endswith("texts; differences are being looked for")
    assert page.editor.differences._title.text() == "Differences are being looked for."
    monkeypatch.undo()
    page.load()
    assert page.editor.differences._title.text() == "No differences found."


@pytest.mark.parametrize("width", [1300, 1060, 900, 1180])
def test_no_text_grows_over_what_stands_below_it(page: TextsPage, key: TextKey, width: int) -> None:
    page.resize(width, 700)
    QApplication.processEvents()
    page.show_place(Place("outcome", key.row + 1, "concordance.text"))
    QApplication.processEvents()
    page.show_place(Place("outcome", key.row, "concordance.text"))
    QApplication.processEvents()
    for column in page.editor.columns.values():
        assert column.field.geometry().bottom() < column.checked.geometry().top()
