"""The table of outcomes and its sheet: narrowed, searched, worded, carried, led, linked and corrected."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QWidget,
)
from pytestqt.qtbot import QtBot

from alternat.actions.outcomes import (
    add_outcome,
    close_record,
    set_carriers,
    set_outcome_lead,
    set_outcome_state,
)
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.outcomes import OutcomePlan, outcomes
from alternat.settings import Theme
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.outcomes.adding import MeetingAsked
from alternat.ui.follow_up.outcomes.filters import NOBODY
from alternat.ui.follow_up.outcomes.sheet import OutcomeSheet
from alternat.ui.follow_up.outcomes.states import ReasonAsked
from alternat.ui.follow_up.outcomes.table import OutcomesView
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.follow_up.records import Records
from alternat.ui.parts.dialogs.closing_record import ClosingRecord
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.inspector.ways import Way
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.empty_state import EmptyState
from tests.factories.outcomes import fill_outcomes
from tests.factories.queries import questions_of
from tests.ui.controls import named, type_in

HELD = Label("Contact points.", "Points de contact.", "联络点。")
NEXT = Label("Évaluation of precursors.", "Évaluation des précurseurs.", "")


@pytest.fixture
def recorded(demo_desk: Desk) -> Desk:
    """The example without its own outcomes, but with one of its meeting held and two of its next one."""
    workspace, tables = demo_desk.workspace, demo_desk.tables
    with workspace.change(message("Empty the follow-up")) as change:
        change.delete(tables.Outcome, [row.id for row in tables.Outcome.select()])
    held, coming = (_meeting(demo_desk, is_held=each) for each in (True, False))
    for meeting, text in ((held, HELD), (coming, NEXT), (coming, HELD)):
        add_outcome(workspace, {"meeting": meeting, "kind": OutcomeKind.AGREED, "text": text})
    return demo_desk


def _meeting(desk: Desk, *, is_held: bool) -> int:
    meeting = desk.tables.Meeting
    rows = meeting.select().where((meeting.status == MeetingStatus.HELD) == is_held)
    return int(rows.order_by(meeting.year.desc()).first().id)


@pytest.fixture
def both(qtbot: QtBot) -> QSplitter:
    """Where the view stands beside its sheet."""
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    return splitter


@pytest.fixture
def view(qtbot: QtBot, both: QSplitter, recorded: Desk) -> OutcomesView:
    return shown(qtbot, both, recorded)


def shown(qtbot: QtBot, both: QSplitter, desk: Desk) -> OutcomesView:
    view = OutcomesView(desk, Records(desk))
    for widget in (view, view.panel.sheet):
        both.addWidget(widget)
    both.resize(1300, 700)
    both.show()
    both.activateWindow()
    view.panel.table.setFocus()
    qtbot.waitUntil(lambda: view.records.finder.is_full)
    return view


def listed(view: OutcomesView) -> list[str]:
    return [plan.code for plan in view.panel.model.values]


def one(view: OutcomesView, code: str) -> OutcomePlan:
    return next(plan for plan in outcomes(view.desk.tables) if plan.code == code)


def select(view: OutcomesView, *codes: str) -> None:
    view.panel.table.select([one(view, code).id for code in codes])


def sheet(view: OutcomesView) -> QWidget:
    return view.panel.sheet


def press(view: OutcomesView, name: str) -> None:
    QApplication.processEvents()
    next(each for each in named(sheet(view), name, Button) if each.isVisible()).click()


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


def test_carriers_are_added_asked_and_taken_out(view: OutcomesView) -> None:
    select(view, "2026-1")
    adding = view.panel.outcome_sheet.carriers.adding.field
    adding.fill()
    name = adding.itemText(0)
    adding.chosen.emit(adding.value_at(0))
    (carrier,) = one(view, "2026-1").carriers
    assert carrier.name.en == name

    press(view, "Asked today")
    press(view, "Heard today")
    (carrier,) = one(view, "2026-1").carriers
    assert (carrier.last_asked, carrier.last_heard) == (date(2027, 3, 2), date(2027, 3, 2))

    named(sheet(view), f"{name} no longer carries it out", IconButton)[0].click()
    assert one(view, "2026-1").carriers == ()
    view.desk.undo()
    assert len(view.panel.outcome_sheet.carriers.lines) == 1


@pytest.mark.parametrize("part", ["carriers", "served"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_M])
def test_keys_add_nothing_before_the_list_is_open(view: OutcomesView, part: str, key: Qt.Key) -> None:
    select(view, "2026-1")
    adding = getattr(view.panel.outcome_sheet, part).adding.field
    adding.setFocus()
    QTest.keyClick(adding, key)
    assert adding.view().isVisible()
    assert (one(view, "2026-1").carriers, dict(one(view, "2026-1").objectives)) == ((), {})

    QTest.keyClick(adding.view(), Qt.Key.Key_Home)
    QTest.keyClick(adding.view(), Qt.Key.Key_Down)
    wanted = adding.value_at(1)
    QTest.keyClick(adding.view(), Qt.Key.Key_Return)
    found = one(view, "2026-1")
    assert [each.dialogue for each in found.carriers] + list(found.objectives) == [wanted]


def test_leads_are_chosen_first_from_the_delegation_of_its_meeting(view: OutcomesView) -> None:
    select(view, "2027-1")
    (field,) = named(sheet(view), "Lead of China", ChoiceField)
    asked = questions_of(lambda: select(view, "2027-2"))
    assert not [each for each in asked if "person" in each and "participation" in each]
    field.fill()
    assert field.itemText(0) == "Nobody"
    field.chosen.emit(field.value_at(1))

    lead = one(view, "2027-2").lead("CN")
    assert lead is not None
    assert lead.person == field.value_at(1)
    field.chosen.emit(None)
    assert one(view, "2027-2").lead("CN") is None


def test_links_are_made_by_code_and_lead_to_the_other_outcome(view: OutcomesView, qtbot: QtBot) -> None:
    select(view, "2027-1")
    (code,) = named(sheet(view), "Code of the earlier outcome", QLineEdit)
    type_in(code, "2026-7")
    assert view.panel.outcome_sheet.links.adding.reason.startswith("There is no outcome “2026-7”.")
    assert code.text() == "2026-7"
    type_in(code, "2026-1")
    assert [(each.kind, each.code) for each in one(view, "2027-1").links] == [(LinkKind.CONTINUES, "2026-1")]

    with qtbot.waitSignal(view.desk.place_wanted) as wanted:
        named(sheet(view), "Continues 2026-1", Button)[0].click()
    assert wanted.args == [Place("outcome", one(view, "2026-1").id)]
    select(view, "2026-1")
    assert named(sheet(view), "Continued by 2027-1", Button)
    named(sheet(view), "Unlink 2027-1", IconButton)[0].click()
    assert one(view, "2027-1").links == ()


def test_topic_session_and_leads_lead_to_their_pages(view: OutcomesView, qtbot: QtBot) -> None:
    tables = view.desk.tables
    topic = tables.Provision.get(kind=ProvisionKind.TOPIC).id
    person = tables.Person.select().join(tables.Side).where(tables.Side.code == "CN").first().id
    select(view, "2027-1")
    ways = {each.accessibleName(): each for each in sheet(view).findChildren(Way)}
    assert [name for name, each in ways.items() if each.isVisible()] == ["Compare the texts side by side"]
    view.panel.sheet.write({"topic": topic})
    set_outcome_lead(view.desk.workspace, one(view, "2027-1").id, "CN", person)

    for name, place in (
        ("Show the topic", Place("provision", topic)),
        ("Show the lead of China", Place("person", person)),
        ("Compare the texts side by side", Place("outcome", one(view, "2027-1").id, "concordance.text")),
    ):
        with qtbot.waitSignal(view.desk.place_wanted) as wanted:
            ways[name].click()
        assert wanted.args == [place]
    assert not ways["Show the session"].isVisible()


def test_a_note_is_added_shared_and_removed(view: OutcomesView) -> None:
    select(view, "2026-1")
    field = named(sheet(view), "New note, English", QPlainTextEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "Draft sent")
    press(view, "Add the note")
    (note,) = one(view, "2026-1").notes
    assert (note.text.en, note.day, note.is_shared, field.toPlainText()) == (
        "Draft sent",
        date(2027, 3, 2),
        False,
        "",
    )
    named(sheet(view), "Shared with the other side, note of 2027-03-02", QCheckBox)[0].click()
    assert one(view, "2026-1").notes[0].is_shared
    named(sheet(view), "Remove the note of 2027-03-02", IconButton)[0].click()
    assert one(view, "2026-1").notes == ()


def test_a_note_that_is_not_added_yet_waits_with_its_outcome(view: OutcomesView) -> None:
    told: list[str] = []
    view.desk.announced.connect(lambda _severity, text: told.append(text))
    select(view, "2026-1")
    field = named(sheet(view), "New note, English", QPlainTextEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "Draft sent")
    select(view, "2027-1")
    assert field.toPlainText() == ""
    assert told == ["The note on 2026-1 is not added yet. It waits with that outcome."]
    other = OutcomeSheet(view.desk, OutcomeVerbs(view.desk), view.records)
    other.show_values([one(view, "2026-1")])
    assert other.notes.text.label.en == "Draft sent"
    select(view, "2027-1", "2026-1")
    select(view, "2026-1")
    assert field.toPlainText() == "Draft sent"
    press(view, "Add the note")
    (note,) = one(view, "2026-1").notes
    assert (note.text.en, field.toPlainText(), len(told)) == ("Draft sent", "", 1)
    other.show_values([one(view, "2026-1")])
    assert not other.notes.is_begun()
    select(view, "2027-1")
    assert len(told) == 1
    assert one(view, "2027-1").notes == ()


def test_a_closed_record_is_corrected_and_not_changed(view: OutcomesView) -> None:
    select(view, "2026-1")
    text = named(sheet(view), "Text, English", QPlainTextEdit)[0]
    assert not text.isReadOnly()
    close_record(view.desk.workspace, one(view, "2026-1").meeting, date(2027, 2, 1), today=date(2027, 2, 1))
    assert text.isReadOnly()
    assert not named(sheet(view), "Kind", ChoiceField)[0].isEnabled()
    assert all(field.isReadOnly() for field in named(sheet(view), "Due", QLineEdit))

    press(view, "Correct…")
    (dialog,) = (each for each in view.window().findChildren(QDialog) if each.isVisible())
    dialog.activateWindow()
    for name, words in (
        ("Text, English", "Points of contact"),
        ("Reason of the correction, English", "By letter"),
    ):
        field = named(dialog, name, QPlainTextEdit)[0]
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
    named(dialog, "Correct", Button)[0].click()

    plan = one(view, "2026-1")
    assert plan.text.en == "Points of contact"
    assert [each.before for each in plan.corrections] == [HELD]
    assert view.panel.outcome_sheet.corrections.isVisible()
    select(view, "2027-1")
    assert not text.isReadOnly()


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
