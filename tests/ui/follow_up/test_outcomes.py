"""The table of outcomes: narrowed, searched, added to, worded and moved on."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QSplitter,
)
from pytestqt.qtbot import QtBot

from alternat.actions.outcomes import (
    set_carriers,
    set_outcome_state,
)
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.outcomes import OutcomeState
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.outcomes import outcomes
from alternat.settings import Theme
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.outcomes.adding import MeetingAsked
from alternat.ui.follow_up.outcomes.filters import NOBODY
from alternat.ui.follow_up.outcomes.states import ReasonAsked
from alternat.ui.follow_up.outcomes.table import OutcomesView
from alternat.ui.parts.dialogs.closing_record import ClosingRecord
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.empty_state import EmptyState
from tests.factories.outcomes import fill_outcomes
from tests.ui.controls import named
from tests.ui.follow_up.outcomes_shown import HELD, listed, one, press, select, shown


def test_the_newest_meeting_comes_first_and_what_is_over_is_shown_with_all(view: OutcomesView) -> None:
    assert listed(view) == ["2027-1", "2027-2", "2026-1"]
    select(view, "2026-1")
    press(view, "Mark as carried out")

    assert listed(view) == ["2027-1", "2027-2"]
    assert view.bar.count.text() == "2 of 3 outcomes"
    view.bar.state.button("all").click()
    assert listed(view) == ["2027-1", "2027-2", "2026-1"]
    view.desk.undo()
    assert one(view, "2026-1").state is OutcomeState.AGREED


def test_it_is_narrowed_by_its_menu_and_each_way_is_taken_back_by_its_button(view: OutcomesView) -> None:
    held = one(view, "2026-1").meeting
    menus = {each.text(): each.menu() for each in view.bar.menu().actions()}
    assert list(menus) == ["Meeting", "Topic", "Existing dialogue", "Lead"]
    next(each for each in menus["Meeting"].actions() if each.text() == "2026").trigger()  # type: ignore[attr-defined]
    assert (listed(view), view.bar.filter.meeting) == (["2026-1"], held)

    (chip,) = (each for each in view.bar.chips.values() if each.isVisible())
    assert chip.text() == "Meeting: 2026"
    chip.click()
    assert len(listed(view)) == 3

    dialogue = view.desk.tables.Provision.get(kind=ProvisionKind.EXISTING_DIALOGUE).id
    set_carriers(view.desk.workspace, one(view, "2027-2").id, [dialogue])
    view.bar.set(view.bar.filter.but("dialogue", dialogue))
    assert listed(view) == ["2027-2"]
    view.bar.set(view.bar.filter.but("dialogue", NOBODY))
    assert listed(view) == ["2027-1", "2026-1"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("evaluation", ["2027-1"]),
        ("PRÉCURSEURS", ["2027-1"]),
        ("联", ["2027-2", "2026-1"]),
        ("点 contact", ["2027-2", "2026-1"]),
        ("2026-1", ["2026-1"]),
        ("zeppelin", []),
    ],
)
def test_words_are_found_in_any_language(view: OutcomesView, words: str, found: list[str]) -> None:
    view.search(words)
    assert listed(view) == found
    view.search("")
    assert len(listed(view)) == 3


def test_what_matches_nothing_says_so_and_leads_back(view: OutcomesView, qtbot: QtBot) -> None:
    view.search("zeppelin")
    nothing = view.states.currentWidget()
    assert isinstance(nothing, EmptyState)
    with qtbot.waitSignal(view.search_ended):
        named(nothing, "Show all outcomes", Button)[0].click()
    assert len(listed(view)) == 3


def test_a_change_is_found_at_once(view: OutcomesView) -> None:
    select(view, "2027-2")
    view.panel.sheet.write({"text": Label("Zeppelins.", "Zeppelins.", "飞艇")})
    view.search("飞艇")
    assert listed(view) == ["2027-2"]


def test_which_meeting_agreed_a_new_one_is_asked_where_that_is_not_plain(view: OutcomesView) -> None:
    QTest.keyClick(view.panel.table, Qt.Key.Key_Insert)
    (dialog,) = view.window().findChildren(MeetingAsked)
    assert len(outcomes(view.desk.tables)) == 3
    assert dialog.meeting.value == one(view, "2026-1").meeting
    dialog.agree.click()
    assert [plan.code for plan in outcomes(view.desk.tables)].count("2026-2") == 1


def test_it_is_added_to_the_meeting_that_is_narrowed_to(view: OutcomesView) -> None:
    view.bar.set(view.bar.filter.but("meeting", one(view, "2026-1").meeting))
    view.panel.add.trigger()
    assert listed(view) == ["2026-1", "2026-2"]
    assert not view.window().findChildren(MeetingAsked)


def test_the_record_of_the_meeting_that_is_shown_is_closed_after_a_question(view: OutcomesView) -> None:
    meeting = one(view, "2026-1").meeting
    assert view.record.isHidden()  # the meeting in view is still to begin
    view.bar.set(view.bar.filter.but("meeting", meeting))
    assert view.record.text() == "Close the record of 2026…"
    view.record.click()
    (dialog,) = view.window().findChildren(ClosingRecord)
    told = [each.text() for each in dialog.findChildren(QLabel)]
    assert "The text of 1 outcome is not checked in every language: 2026-1." in told
    assert "1 outcome has no lead of each side: 2026-1." in told
    assert dialog.agree.text() == "Close it all the same"
    dialog.agree.click()
    assert one(view, "2026-1").is_closed
    assert view.closed.text() == "The record of 2026 was closed on 2027-03-02"
    assert view.record.text() == "Reopen the record of 2026"
    view.desk.undo()
    assert not one(view, "2026-1").is_closed


def test_an_outcome_is_added_worded_and_taken_back(view: OutcomesView) -> None:
    view.bar.set(view.bar.filter.but("meeting", one(view, "2027-1").meeting))
    view.panel.add.trigger()
    editor = view.panel.table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "Visits")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert (one(view, "2027-3").text.en, listed(view)[2]) == ("Visits", "2027-3")
    view.desk.undo()
    view.desk.undo()
    assert "2027-3" not in listed(view)


def test_it_is_removed_only_after_what_goes_along_was_told(view: OutcomesView, questions: list[str]) -> None:
    dialogue = view.desk.tables.Provision.get(kind=ProvisionKind.EXISTING_DIALOGUE).id
    set_carriers(view.desk.workspace, one(view, "2027-2").id, [dialogue])
    select(view, "2027-2")
    view.panel.remove.trigger()

    assert listed(view) == ["2027-1", "2026-1"]
    assert questions
    assert questions[0].startswith("Remove 1 outcome?")


def test_an_overdue_one_says_so_in_words(view: OutcomesView) -> None:
    select(view, "2026-1")
    view.panel.sheet.write({"due": date(2027, 1, 15)})
    model = view.panel.model
    row = model.row_of(one(view, "2026-1").id)
    assert row is not None
    texts = [model.index(row, at).data() for at in range(model.columnCount())]
    assert "2027-01-15, overdue" in texts
    assert "Agreed" in texts


def test_the_states_offered_are_those_to_which_all_that_is_selected_can_go(view: OutcomesView) -> None:
    def offered() -> set[str]:
        actions = view.panel.state_actions.values()
        on_sheet = {
            each.text() for each in view.panel.outcome_sheet._state_buttons.values() if each.isVisible()
        }
        assert on_sheet == {each.text() for each in actions if each.isEnabled()}
        return on_sheet

    select(view, "2027-1")
    assert "Mark as under way" in offered()
    set_outcome_state(
        view.desk.workspace, [one(view, "2027-2").id], OutcomeState.UNDER_WAY, on=date(2027, 6, 20)
    )
    select(view, "2027-1", "2027-2")
    assert offered() == {"Mark as carried out", "Mark as stuck…", "Mark as without news", "Drop…"}


def test_stuck_asks_why_first_and_keeps_what_is_refused(view: OutcomesView) -> None:
    select(view, "2026-1")
    press(view, "Mark as stuck…")
    (dialog,) = view.window().findChildren(ReasonAsked)
    dialog.agree.click()
    assert dialog.isVisible()
    assert "Say why the outcome 2026-1 is “Stuck”" in dialog.refused.text()
    assert one(view, "2026-1").state is OutcomeState.AGREED

    dialog.activateWindow()
    field = dialog.reason.field(Language.EN)
    field.setFocus()
    QTest.keyClicks(field, "No answer")
    dialog.agree.click()
    plan = one(view, "2026-1")
    assert (plan.state, plan.state_reason.en, plan.state_on) == (
        OutcomeState.STUCK,
        "No answer",
        date(2027, 3, 2),
    )
    assert not dialog.isVisible()


def test_several_are_changed_in_one_step(view: OutcomesView) -> None:
    select(view, "2027-1", "2027-2")
    view.panel.sheet.write({"due": date(2027, 12, 31)})
    assert {one(view, code).due for code in ("2027-1", "2027-2")} == {date(2027, 12, 31)}
    view.desk.undo()
    assert {one(view, code).due for code in ("2027-1", "2027-2")} == {None}


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("text.fr", "Text, French"),
        ("carriers", "Add an existing dialogue"),
        ("leads.CN", "Lead of China"),
        ("notes", "New note, English"),
        ("unheard of", "Text, English"),
    ],
)
def test_a_finding_leads_to_the_field_that_mends_it(view: OutcomesView, field: str, name: str) -> None:
    set_outcome_state(view.desk.workspace, [one(view, "2026-1").id], OutcomeState.DONE, on=date(2027, 3, 1))
    view.search("evaluation")

    view.show_place(Place("outcome", one(view, "2026-1").id, field))

    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == name
    assert [each.code for each in view.panel.table.selected] == ["2026-1"]


def test_a_dialogue_without_outcomes_says_what_belongs_there(
    qtbot: QtBot, both: QSplitter, desk: Desk
) -> None:
    view = shown(qtbot, both, desk)
    nothing = view.states.currentWidget()
    assert isinstance(nothing, EmptyState)
    named(nothing, "Add an outcome", Button)[0].click()
    (dialog,) = view.window().findChildren(MeetingAsked)
    dialog.agree.click()
    assert len(listed(view)) == 1


@pytest.mark.parametrize("language", Language)
def test_it_speaks_every_language_live(view: OutcomesView, language: Language) -> None:
    select(view, "2026-1")
    view.desk.screen.set_language(language)
    view.desk.screen.set_theme(Theme.DARK)

    row = view.panel.model.row_of(one(view, "2026-1").id)
    assert row is not None
    assert view.panel.model.index(row, 1).data() == HELD.text(language)
    assert [each.code for each in view.panel.table.selected] == ["2026-1"]


def test_an_edit_reads_again_only_what_it_touched(qtbot: QtBot, both: QSplitter, desk: Desk) -> None:
    fill_outcomes(desk.workspace, 60, years=3)
    view = shown(qtbot, both, desk)
    before = {plan.id: plan for plan in view.records.all()}
    key = next(iter(before))

    def touched(verb: Callable[[], object]) -> set[int]:
        old = {plan.id: plan for plan in view.records.all()}
        verb()
        return {plan.id for plan in view.records.all() if plan is not old.get(plan.id)}

    assert touched(lambda: view.panel.sheet._write([key], {"due": date(2030, 1, 1)})) == {key}
    assert touched(lambda: set_carriers(desk.workspace, key, [])) == {key}
    assert touched(desk.undo) == {key}
    assert view.records.of(key).carriers == before[key].carriers  # type: ignore[union-attr]
    with desk.workspace.change(message("Remove it")) as change:
        change.delete(desk.tables.Outcome, [key])
    assert view.records.of(key) is None
    desk.undo()
    assert view.records.of(key) is not None
