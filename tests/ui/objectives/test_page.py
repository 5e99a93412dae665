"""The objectives page: objectives and existing dialogues told, led to, changed and taken back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.objectives import add_instrument
from alternat.language.label import Label, Language
from alternat.nouns.instruments import Extension, InstrumentKind, InstrumentStep
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.objectives.page import DIALOGUES, ObjectivesPage
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.text_fields import LineField
from alternat.ui.window import MainWindow
from tests.factories.follow_up import FilledFollowUp, fill_follow_up
from tests.factories.queries import questions_of
from tests.ui.controls import type_in

Key = Qt.Key


@pytest.fixture
def both(qtbot: QtBot) -> QSplitter:
    """Where a page stands beside its sheet."""
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    return splitter


@pytest.fixture
def filled(demo_desk: Desk) -> FilledFollowUp:
    """The example with a row in every table of the follow-up, led by the first person of Canada."""
    person: Any = demo_desk.tables.Person
    first = person.select().where(person.side == 1).order_by(person.id).first()
    return fill_follow_up(demo_desk.workspace, demo_desk.meeting or 0, first.id)


@pytest.fixture
def page(both: QSplitter, demo_desk: Desk, filled: FilledFollowUp) -> ObjectivesPage:
    """The page, shown with its sheet, the objective selected that aims at an instrument."""
    page = ObjectivesPage(demo_desk)
    sheet = page.inspector()
    assert sheet is not None
    for widget in (page, sheet):
        both.addWidget(widget)
    both.resize(1300, 700)
    both.show()
    both.activateWindow()
    page.objectives.table.select([filled.objective])
    page.objectives.table.setFocus()
    return page


def cells(page: ObjectivesPage) -> list[list[str]]:
    model = page._panel.model
    return [
        [model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())
    ]


def press(widget: QWidget) -> None:
    QApplication.processEvents()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def type_day(field: QWidget, text: str) -> None:
    """Type a day into a field and leave it."""
    assert isinstance(field, DateField)
    field.field.setFocus()
    field.field.selectAll()
    QTest.keyClick(field.field, Key.Key_Delete)
    QTest.keyClicks(field.field, text)
    QTest.keyClick(field.field, Key.Key_Return)


def pilot(desk: Desk, objective: int) -> int:
    """Add a memorandum that ran from 1 April 2026 for a year, with a month's notice."""
    fields = {
        "objective": objective,
        "kind": InstrumentKind.PILOT,
        "title": Label("Joint pilot", "Projet pilote", "试点"),
        "in_force": date(2026, 4, 1),
        "months": 12,
        "extension": Extension.BY_NOTES.value,
        "notice_days": 20,
    }
    return add_instrument(desk.workspace, fields).inserted("instrument")[0]


def test_objectives_tell_their_state_and_the_step_that_comes_next(
    page: ObjectivesPage, filled: FilledFollowUp
) -> None:
    row = cells(page)[page.objectives.model.row_of(filled.objective) or 0]
    assert (row[1], row[4], row[5]) == ("Pursued", "Tabled in the House of Commons (Canada)", "")
    assert len(cells(page)) == 5


def test_the_last_day_to_speak_stands_before_the_last_day_of_the_term(
    page: ObjectivesPage, filled: FilledFollowUp
) -> None:
    pilot(page.desk, filled.objective)
    (row,) = (each for each in cells(page) if each[5])
    assert row[5] == "In 9 days"
    (at,) = (at for at, each in enumerate(cells(page)) if each[5])
    model = page.objectives.model
    assert model.index(at, 5).data(Qt.ItemDataRole.ToolTipRole) == (
        "Last day to agree that it goes on: Thursday, March 11, 2027 (in 9 days). In silence it ends on "
        "Wednesday, March 31, 2027."
    )
    assert model.columns[5].look(model.value(at)).colour == "blocks"
    assert page._soon.text() == "1 last day to speak near"


def test_an_instrument_shows_its_course_as_dots_that_are_told_too(
    page: ObjectivesPage, filled: FilledFollowUp
) -> None:
    dots = page.objectives.objective_sheet.instruments.cards[filled.instrument].dots
    assert dots.accessibleName() == "1 of 12 steps done. Next: Tabled in the House of Commons (Canada)"
    assert [each.text for each in dots.dots if each.is_done] == ["Signed: 2027-06-17"]
    assert [each.text for each in dots.dots if each.is_next] == ["Tabled in the House of Commons (Canada)"]


def test_a_step_is_recorded_in_the_sheet_of_its_instrument_and_taken_back(
    page: ObjectivesPage, filled: FilledFollowUp
) -> None:
    press(page.objectives.objective_sheet.instruments.cards[filled.instrument].change)
    sheet = page.instrument_sheet
    assert page._inspectors.currentWidget() is sheet
    at = next(at for at, each in enumerate(sheet.steps._stages) if each.step is InstrumentStep.TABLED)

    type_day(sheet.steps.days[at][1].control, "2027-09-20")

    step: Any = page.desk.tables.InstrumentStep
    written = step.get(step.step == InstrumentStep.TABLED)
    assert (written.done_on, written.side.code) == (date(2027, 9, 20), "CA")
    assert sheet.dots.accessibleName().startswith("2 of 12 steps done")
    type_day(sheet.steps.days[at][1].control, "")
    assert step.get_or_none(step.step == InstrumentStep.TABLED) is None
    page.desk.undo()
    page.desk.undo()
    assert sheet.dots.accessibleName().startswith("1 of 12 steps done")


def test_the_place_and_the_document_of_a_step_are_recorded_and_do_not_go_unasked(
    page: ObjectivesPage, filled: FilledFollowUp, questions: list[str]
) -> None:
    page.open_instrument(filled.instrument)
    sheet = page.instrument_sheet
    at = next(at for at, each in enumerate(sheet.steps._stages) if each.step is InstrumentStep.SIGNED)
    assert list(sheet.steps.records) == [at]
    place, document = sheet.steps.records[at]
    assert isinstance(place.control, LabelEdit)
    english = place.control.field(Language.EN)
    assert isinstance(english, LineField)
    type_in(english, "Ottawa")
    assert isinstance(document.control, LineField)
    type_in(document.control, "Note 114")
    step = page.desk.tables.InstrumentStep
    assert (step.get().place.en, step.get().document) == ("Ottawa", "Note 114")

    type_day(sheet.steps.days[at][1].control, "")
    assert [each.splitlines()[:2] for each in questions] == [
        ["Take the step off the record?", "The place and the document of the step go along."]
    ]
    assert step.get_or_none() is None
    page.desk.undo()
    assert step.get().document == "Note 114"


def test_a_step_that_is_refused_stays_in_place_with_the_reason(
    page: ObjectivesPage, filled: FilledFollowUp
) -> None:
    page.open_instrument(filled.instrument)
    sheet = page.instrument_sheet
    at = next(at for at, each in enumerate(sheet.steps._stages) if each.step is InstrumentStep.INITIALLED)
    type_day(sheet.steps.days[at][1].control, "2027-12-01")
    assert sheet.steps.days[at][1].is_refused
    assert len(page.desk.tables.InstrumentStep.select()) == 1


def test_the_steps_follow_the_kind(page: ObjectivesPage, filled: FilledFollowUp) -> None:
    key = pilot(page.desk, filled.objective)
    page.open_instrument(filled.instrument)
    treaty = len(page.instrument_sheet.steps.days)
    page.open_instrument(key)
    assert (treaty, len(page.instrument_sheet.steps.days)) == (15, 8)
    assert [each.text() for each in page.instrument_sheet.steps._heads][-4:] == [
        "Took effect",
        "Renewed",
        "No longer in effect",
        "Replaced",
    ]


def test_an_instrument_is_added_named_left_and_removed(page: ObjectivesPage) -> None:
    press(page.objectives.objective_sheet.instruments.add)
    typing = QApplication.focusWidget()
    assert page._inspectors.currentWidget() is page.instrument_sheet
    assert typing is not None
    assert typing.accessibleName() == "Title, English"
    (added,) = (each.id for each in page.instrument_sheet.values)

    press(page.instrument_sheet.back)

    assert page._inspectors.currentWidget() is page.objectives.sheet
    card = page.objectives.objective_sheet.instruments.cards[added]
    assert QApplication.focusWidget() is card.change
    press(card.remove)
    assert added not in page.objectives.objective_sheet.instruments.cards
    page.desk.undo()
    assert added in page.objectives.objective_sheet.instruments.cards


def test_an_objective_is_dropped_only_with_a_reason_and_taken_up_again(
    page: ObjectivesPage, filled: FilledFollowUp
) -> None:
    state = page.objectives.objective_sheet.state
    choose(state.state.control, ProvisionState.DROPPED)
    assert not state.form.isHidden()
    assert "1 instrument stays with it." in state.form.told.text()

    press(state.form.go)
    assert state.form.refusal.text().startswith("Say why the objective")
    reason = state.form.reason.control
    assert isinstance(reason, LabelEdit)
    reason.field(Language.EN).setFocus()
    QTest.keyClicks(reason.field(Language.EN), "Overtaken")
    press(state.form.go)

    row: Any = page.desk.tables.Provision.get_by_id(filled.objective)
    assert (row.state, row.state_reason, row.state_on) == (
        ProvisionState.DROPPED,
        Label("Overtaken"),
        date(2027, 3, 2),
    )
    assert state.form.isHidden()
    assert not state.reason.isHidden()
    page.desk.undo()
    assert state.reason.isHidden()
    assert state.state.control.currentText() == "Pursued"  # type: ignore[attr-defined]


def test_a_form_for_another_state_goes_with_the_objective_it_was_opened_for(page: ObjectivesPage) -> None:
    state = page.objectives.objective_sheet.state
    choose(state.state.control, ProvisionState.ACHIEVED)
    other = page.objectives.model.value(1).id
    page.objectives.table.select([other])
    assert state.form.isHidden()
    assert state.state.control.currentText() == "Pursued"  # type: ignore[attr-defined]


def choose(control: Any, value: object) -> None:
    """Choose a value of a list as a person does."""
    control.fill()
    row = next(at for at in range(control.count()) if control.value_at(at) == value)
    control.setCurrentIndex(row)
    control.activated.emit(row)


def test_existing_dialogues_tell_who_leads_when_they_meet_and_what_they_carry(
    page: ObjectivesPage, filled: FilledFollowUp
) -> None:
    page.show_list(DIALOGUES)
    row = next(
        each for at, each in enumerate(cells(page)) if page.dialogues.model.value(at).id == filled.dialogue
    )
    # Who leads from 17 June 2027 on does not lead in March.
    assert row[3:5] == ["Nobody", "Nobody"]
    assert row[5] == "2027-10-04"
    assert row[6] == "1 / 1"
    assert page._progress.text() == "0 of 5 active dialogues led by both sides"


def test_an_official_succeeds_another_in_one_step(page: ObjectivesPage, filled: FilledFollowUp) -> None:
    page.show_list(DIALOGUES)
    page.dialogues.table.select([filled.dialogue])
    leads = page.dialogues.dialogue_sheet.leads
    person: Any = page.desk.tables.Person
    side = page.desk.tables.Side.get(page.desk.tables.Side.code == "CN").id
    first, second = (
        row.id for row in person.select().where(person.side == side).order_by(person.id).limit(2)
    )

    def succeed(key: int, day: str) -> None:
        press(leads.successions["CN"])
        dialog = leads.dialog
        assert dialog is not None
        choose(dialog.person, key)
        type_day(dialog.on, day)
        press(dialog.agree)

    assert leads.successions["CN"].text() == "Name who leads, China…"
    succeed(first, "2027-01-01")
    assert leads.successions["CN"].text() == "Succeed, China…"
    succeed(second, "2027-03-01")

    holder: Any = page.desk.tables.Holder
    rows = holder.select().where(holder.side == side).order_by(holder.id)
    assert [(row.person_id, row.since, row.until) for row in rows] == [
        (first, date(2027, 1, 1), date(2027, 2, 28)),
        (second, date(2027, 3, 1), None),
    ]
    page.desk.undo()
    assert [(row.person_id, row.until) for row in rows.clone()] == [(first, None)]


def test_the_succession_tells_what_becomes_of_the_one_who_leads(
    page: ObjectivesPage, filled: FilledFollowUp
) -> None:
    page.show_list(DIALOGUES)
    page.dialogues.table.select([filled.dialogue])
    holder = page.desk.tables.Holder
    with page.desk.workspace.change(_words()) as change:
        change.update(holder, {holder.get().id: {"since": None}})
    leads = page.dialogues.dialogue_sheet.leads
    press(leads.successions["CA"])
    dialog = leads.dialog
    assert dialog is not None
    type_day(dialog.on, "2027-05-01")
    assert dialog.told.text().endswith("leads until Friday, April 30, 2027.")
    assert not dialog.agree.isEnabled()
    dialog.reject()


def _words() -> Any:
    from alternat.language.messages import message

    return message("Change the follow-up")


def test_a_meeting_of_a_dialogue_is_added_moved_refused_and_removed(
    page: ObjectivesPage, filled: FilledFollowUp
) -> None:
    page.show_list(DIALOGUES)
    page.dialogues.table.select([filled.dialogue])
    meetings = page.dialogues.dialogue_sheet.meetings
    press(meetings.add)
    key = meetings.opened
    assert key is not None
    rows = meetings.rows._rows
    type_day(rows["starts"].control, "2027-05-10")
    type_day(rows["ends"].control, "2027-05-11")
    assert list(meetings.told) == ["October 4, 2027", "May 10–11, 2027"]

    type_day(rows["ends"].control, "2027-05-01")
    assert rows["ends"].is_refused
    assert page.desk.tables.DialogueMeeting.get_by_id(key).ends == date(2027, 5, 11)

    press(meetings._lines[key].remove)
    assert list(meetings.told) == ["October 4, 2027"]
    assert not meetings.editor.isVisible()
    page.desk.undo()
    assert list(meetings.told) == ["October 4, 2027", "May 10–11, 2027"]


def test_what_is_carried_out_leads_to_its_outcome(page: ObjectivesPage, filled: FilledFollowUp) -> None:
    wanted: list[Place] = []
    page.desk.place_wanted.connect(wanted.append)
    page.objectives.objective_sheet.outcomes.follow(0)
    page.show_list(DIALOGUES)
    page.dialogues.table.select([filled.dialogue])
    page.dialogues.dialogue_sheet.outcomes.follow(0)
    press(page.dialogues.dialogue_sheet.terms)
    press(page.dialogues.dialogue_sheet.comparing)
    assert wanted == [
        Place("outcome", filled.outcome),
        Place("outcome", filled.outcome),
        Place("provision", filled.dialogue, "text"),
        Place("provision", filled.dialogue, "concordance.text"),
    ]


def test_objectives_and_instruments_lead_to_their_texts_side_by_side(
    page: ObjectivesPage, filled: FilledFollowUp
) -> None:
    wanted: list[Place] = []
    page.desk.place_wanted.connect(wanted.append)
    sheet = page.objectives.objective_sheet
    press(sheet.comparing)
    press(sheet.instruments.cards[filled.instrument].change)
    press(page.instrument_sheet.comparing)
    assert wanted == [
        Place("provision", filled.objective, "concordance.text"),
        Place("instrument", filled.instrument, "concordance.title"),
    ]


def test_a_progress_note_is_added_with_the_side_that_reports(page: ObjectivesPage) -> None:
    notes = page.objectives.objective_sheet.notes
    press(notes.add)
    choose(notes.rows._rows["side"].control, "CN")
    table: Any = page.desk.tables.ProgressNote
    (note,) = table.select().where(table.objective.is_null(is_null=False))
    assert note.side.code == "CN"
    assert notes.told == ("2027-03-02 · China · New note",)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (
            lambda filled: Place("instrument", filled.instrument, "ends"),
            "Last day of the term, where it is named",
        ),
        (lambda filled: Place("instrument", filled.instrument, "title.fr"), "Title, French"),
        (lambda filled: Place("instrument", filled.instrument, "binding"), "Binding, as Canada sees it"),
        (lambda filled: Place("provision", filled.objective, "due"), "Due date"),
        (lambda _: Place("dialogue_meeting", 1), "First day"),
        (lambda _: Place("holder", 1), "Official"),
        (lambda filled: Place("provision", filled.dialogue, "holders"), "Succeed, Canada…"),
    ],
)
def test_whoever_is_led_here_finds_the_cursor_in_the_field(
    page: ObjectivesPage,
    filled: FilledFollowUp,
    place: Callable[[FilledFollowUp], Place],
    name: str,
) -> None:
    holder = page.desk.tables.Holder
    with page.desk.workspace.change(_words()) as change:
        change.update(holder, {holder.get().id: {"since": date(2026, 1, 1)}})
    page.show_place(place(filled))
    typing = QApplication.focusWidget()
    assert typing is not None
    assert typing.accessibleName() == name


def test_an_objective_is_added_worded_and_taken_back(page: ObjectivesPage) -> None:
    wanted: list[Place] = []
    page.desk.place_wanted.connect(wanted.append)
    page._add.trigger()
    (added,) = page.objectives.table.selected
    assert wanted == [Place("provision", added.id, "text")]
    provision: Any = page.desk.tables.Provision
    assert provision.select().where(provision.kind == ProvisionKind.OBJECTIVE).count() == 6
    page.desk.undo()
    assert len(cells(page)) == 5


def test_what_is_added_is_of_the_list_in_view(page: ObjectivesPage) -> None:
    page.show_list(DIALOGUES)
    page._add.trigger()
    provision: Any = page.desk.tables.Provision
    assert provision.select().order_by(provision.id.desc()).get().kind is ProvisionKind.EXISTING_DIALOGUE
    (added,) = page.dialogues.table.selected
    assert page.desk.tables.Provision.get_by_id(added.id).kind is ProvisionKind.EXISTING_DIALOGUE
    assert len(page.objectives.model.values) == 5


def test_it_asks_as_much_of_many_records_as_of_few(page: ObjectivesPage, filled: FilledFollowUp) -> None:
    before = questions_of(page.load)
    for _ in range(4):
        pilot(page.desk, filled.objective)
    assert len(questions_of(page.load)) == len(before)


def test_the_words_follow_the_language_of_the_screen(page: ObjectivesPage, filled: FilledFollowUp) -> None:
    page.desk.screen.set_language(Language.FR)
    page.open_instrument(filled.instrument)
    assert "Déposé" in page.instrument_sheet._coming.text()
    assert page.view.button(DIALOGUES).text() == "Dialogues existants"


def test_the_sidebar_leads_to_it(demo_window: MainWindow) -> None:
    bench = demo_window.workbench
    assert bench is not None
    bench.show_page("objectives")
    assert isinstance(bench.page, ObjectivesPage)
