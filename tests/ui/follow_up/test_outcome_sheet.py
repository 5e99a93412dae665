"""The sheet of an outcome: carried, led, linked, noted and corrected."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from alternat.actions.outcomes import (
    close_record,
    set_outcome_lead,
)
from alternat.nouns.outcomes import LinkKind
from alternat.nouns.provisions import ProvisionKind
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.outcomes.sheet import OutcomeSheet
from alternat.ui.follow_up.outcomes.table import OutcomesView
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.parts.inspector.rows import ChoiceField
from alternat.ui.parts.inspector.ways import Way
from alternat.ui.parts.widgets.buttons import Button, IconButton
from tests.factories.queries import questions_of
from tests.ui.controls import named, type_in
from tests.ui.follow_up.outcomes_shown import HELD, one, press, select, sheet


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
