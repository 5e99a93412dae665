"""Dialogs that ask for a few things: they have room for all that is asked, told and refused."""

import re
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import mark, message
from alternat.nouns.outcomes import OutcomeState
from alternat.planning.outcomes import outcomes
from alternat.ui.concordance.collating import CollationDialog
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.outcomes.adding import MeetingAsked
from alternat.ui.follow_up.outcomes.correcting import Correcting
from alternat.ui.follow_up.outcomes.states import ReasonAsked
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.objectives.succession import Succession
from alternat.ui.parts.dialogs.asked import AskedDialog
from alternat.ui.parts.dialogs.closing_record import ClosingRecord
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.text_fields import GrowingField, LineField
from tests.factories.follow_up import fill_follow_up
from tests.source_tree import modules
from tests.ui.layouts import beyond_the_edge, cut_off, one_over_the_other


class RefusedAtLength(AlternatError):
    """A refusal of several lines, as some are in French."""

    template = mark(
        "This cannot be done, because a very long sentence tells in all detail what happened, where it did, "
        "and what is to be done about it, so that it goes on over several lines of any dialog."
    )


def refuse(*_: object) -> AlternatError:
    return RefusedAtLength()


class RefusedClosing(ClosingRecord):
    """Refuses, as the verb does a day before the meeting."""

    def write(self) -> AlternatError:
        return refuse()


class RefusedMeeting(MeetingAsked):
    """Refuses everything; by itself it refuses nothing."""

    def write(self) -> AlternatError:
        return refuse()


class Verbs(OutcomeVerbs):
    """Refuses everything."""

    def correct(self, *_: object) -> AlternatError:
        return refuse()


def _reason(desk: Desk, parent: QWidget) -> AskedDialog:
    return ReasonAsked(desk, outcomes(desk.tables)[:1], OutcomeState.STUCK, refuse, parent)


def _correction(desk: Desk, parent: QWidget) -> AskedDialog:
    return Correcting(desk, Verbs(desk), outcomes(desk.tables)[0], parent)


def _succession(desk: Desk, parent: QWidget) -> AskedDialog:
    dialog = Succession(desk, parent, ("CA", Label("Canada")), Label("Cooperation"), None, refuse)
    dialog.person.setCurrentIndex(0)
    dialog.offer()
    return dialog


def _collation(desk: Desk, parent: QWidget) -> AskedDialog:
    dialog = CollationDialog(desk, [message("Texts")], refuse, parent)
    dialog.people.setText("Roy, Li Wen")
    return dialog


def _closing(desk: Desk, parent: QWidget) -> AskedDialog:
    return RefusedClosing(desk, outcomes(desk.tables)[0].meeting, parent)


def _meeting(desk: Desk, parent: QWidget) -> AskedDialog:
    return RefusedMeeting(desk, refuse, parent)


DIALOGS: Mapping[type[AskedDialog], Callable[[Desk, QWidget], AskedDialog]] = {
    ReasonAsked: _reason,
    Correcting: _correction,
    Succession: _succession,
    CollationDialog: _collation,
    ClosingRecord: _closing,
    MeetingAsked: _meeting,
}


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def filled(demo_desk: Desk) -> Desk:
    """The example with a record of each kind."""
    person = demo_desk.tables.Person.select().first().id
    fill_follow_up(demo_desk.workspace, demo_desk.meeting or 0, person)
    return demo_desk


def test_every_dialog_of_the_kind_is_tried() -> None:
    written = {
        name for each in modules().values() for name in re.findall(r"class (\w+)\(AskedDialog\)", each.source)
    }
    assert {kind.__name__ for kind in DIALOGS} == written


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_nothing_is_cut_or_overlaps_once_it_is_refused(
    filled: Desk, parent: QWidget, qtbot: QtBot, kind: type[AskedDialog], percent: int
) -> None:
    filled.screen.set_language(Language.FR)
    filled.screen.set_text_scale(percent)
    dialog = DIALOGS[kind](filled, parent)
    dialog.show()
    dialog.take()
    assert dialog.refused.error is not None

    def faults() -> list[str]:
        """Return what is cut or overlaps; what has no room on the screen is scrolled to."""
        inside = dialog.body.parentWidget()
        assert inside is not None
        return [*cut_off(dialog), *one_over_the_other(inside), *beyond_the_edge(inside)]

    room = dialog.screen().availableGeometry().height()
    qtbot.waitUntil(lambda: not faults() and (not dialog.is_scrolled or dialog.height() > room - 100))


def test_it_grows_with_what_is_typed(filled: Desk, parent: QWidget, qtbot: QtBot) -> None:
    dialog = _reason(filled, parent)
    assert isinstance(dialog, ReasonAsked)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.is_scrolled)
    before = dialog.height()
    field = dialog.reason.field(Language.EN)
    assert isinstance(field, GrowingField)
    field.insertPlainText("A reason that goes on and on. " * 12)
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: not dialog.is_scrolled)


def test_what_is_typed_and_refused_in_a_row_is_not_acted_upon(filled: Desk, parent: QWidget) -> None:
    asked: list[date] = []

    def write(on: date, _reason: Label) -> AlternatError | None:
        asked.append(on)
        return None

    dialog = ReasonAsked(filled, outcomes(filled.tables)[:1], OutcomeState.STUCK, write, parent)
    dialog.show()
    day = dialog.rows[1].typed_fields[0]
    assert isinstance(day, LineField)
    day.setText("some day")
    dialog.take()
    assert (asked, dialog.isVisible()) == ([], True)


WITH_DAY = [kind for kind in DIALOGS if kind is not MeetingAsked]


def needed_day(dialog: AskedDialog) -> DateField:
    """Return the field of the day that has to be given; of a correction that is not the due date."""
    days = [row.control for row in dialog.rows if isinstance(row.control, DateField)]
    return days[-1]


@pytest.mark.parametrize("kind", WITH_DAY, ids=lambda kind: kind.__name__)
def test_a_day_that_is_emptied_is_told_and_not_replaced(
    filled: Desk, parent: QWidget, kind: type[AskedDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    dialog = DIALOGS[kind](filled, parent)
    monkeypatch.setattr(dialog, "write", lambda: asked.append(dialog))
    dialog.show()
    day = needed_day(dialog)
    assert dialog.agree.isEnabled()
    day.field.clear()
    assert not dialog.agree.isEnabled()
    dialog.take()
    (row,) = (each for each in dialog.rows if each.control is day)
    assert (asked, dialog.isVisible()) == ([], True)
    assert "must say something" in row.reason
    day.field.setText("2027-02-03")
    day.field.commit()
    assert not row.is_refused
    assert dialog.agree.isEnabled()
    dialog.take()
    assert (len(asked), day.day) == (1, date(2027, 2, 3))


def test_a_due_date_may_be_taken_out_by_a_correction(filled: Desk, parent: QWidget) -> None:
    dialog = _correction(filled, parent)
    (due, _) = (row.control for row in dialog.rows if isinstance(row.control, DateField))
    due.field.setText("2027-09-01")
    due.field.commit()
    due.field.clear()
    due.field.commit()
    assert dialog.agree.isEnabled()
    assert not any(row.is_refused for row in dialog.rows)


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_the_cursor_is_in_a_field_first(filled: Desk, parent: QWidget, kind: type[AskedDialog]) -> None:
    dialog = DIALOGS[kind](filled, parent)
    dialog.show()
    focused = dialog.focusWidget()
    assert focused is not None
    assert any(focused is row.control or row.isAncestorOf(focused) for row in dialog.rows)


@pytest.mark.parametrize("does", [True, False])
def test_escape_asks_where_something_was_typed(
    filled: Desk, parent: QWidget, monkeypatch: pytest.MonkeyPatch, does: bool
) -> None:
    asked: list[object] = []

    def ask(*args: object) -> bool:
        asked.append(args[1])
        return does

    monkeypatch.setattr("alternat.ui.parts.dialogs.asking.ask", ask)
    untouched = _correction(filled, parent)
    untouched.show()
    QTest.keyClick(untouched, Qt.Key.Key_Escape)
    assert (asked, untouched.isVisible()) == ([], False)
    dialog = _correction(filled, parent)
    dialog.show()
    field = dialog.rows[0].typed_fields[0]
    assert isinstance(field, GrowingField)
    field.insertPlainText("Contact points. ")
    field.commit()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (len(asked), dialog.isVisible()) == (1, not does)
    if not does:
        dialog.cancel.click()
        assert (len(asked), dialog.isVisible()) == (1, False)
