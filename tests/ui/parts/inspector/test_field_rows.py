"""The control of a field comes from its kind; what was refused stays in it with the reason below."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.fields import Needed
from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns import kinds
from alternat.nouns.all import NOUNS
from alternat.nouns.calendars import AVOID_DATES
from alternat.nouns.countdown import TASK
from alternat.nouns.noun import Noun
from alternat.nouns.venues import ROOM, WAY, RoomLayout
from alternat.ui.look.screen import Screen
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.field_rows import DescribedRow, row_of
from alternat.ui.parts.inspector.rows import NOTHING, ChoiceField
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.text_fields import LineField

Key = Qt.Key
Make = Callable[..., DescribedRow]


@dataclass
class Written:
    """What rows wrote, and whether they are to be refused."""

    fields: list[Mapping[str, object]] = field(default_factory=list)
    error: AlternatError | None = None

    def __call__(self, fields: Mapping[str, object]) -> AlternatError | None:
        self.fields.append(fields)
        return self.error


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def make(qtbot: QtBot, screen: Screen, written: Written) -> Make:
    """Make and show the row of a field of a noun."""

    def made(noun: Noun, name: str, value: object, **rest: Any) -> DescribedRow:
        row = row_of(noun.field(name), message("Name"), value, screen, written, **rest)
        qtbot.addWidget(row)
        row.show()
        return row

    return made


def type_in(widget: QWidget, text: str) -> None:
    assert isinstance(widget, QLineEdit)
    widget.clear()
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Key.Key_Return)


def test_every_field_that_people_set_has_a_control(make: Make) -> None:
    for noun in NOUNS.values():
        for each in noun.fields:
            if not isinstance(each.kind, kinds.Words | kinds.Moment):
                assert not make(noun, each.name, NOTHING, choices=lambda: ()).is_refused


@pytest.mark.parametrize(
    ("noun", "name", "value", "text", "typed", "wrote"),
    [
        (ROOM, "code", "A1", "A1", "B2", "B2"),
        (ROOM, "capacity", 60, "60", "80", 80),
        (ROOM, "capacity", None, "", "0", 0),
        (ROOM, "opens", time(8), "08:00", "9 h 30", time(9, 30)),
        (ROOM, "opens", time(8), "08:00", "", None),
        (TASK, "days_before", 14, "2", "10 d", 10),
    ],
)
def test_what_is_typed_is_read_and_written(
    make: Make, written: Written, noun: Noun, name: str, value: object, text: str, typed: str, wrote: object
) -> None:
    row = make(noun, name, value)
    assert isinstance(row.control, LineField)
    assert (row.control.text(), row.control.accessibleName()) == (text, "Name")

    type_in(row.control, typed)

    assert written.fields == [{name: wrote}]


def test_a_text_in_three_languages_is_written_whole(make: Make, written: Written) -> None:
    row = make(ROOM, "name", Label("Hall", "Salle", "厅"))
    assert isinstance(row.control, LabelEdit)

    type_in(row.control.field(Language.FR), "Grande salle")

    assert written.fields == [{"name": Label("Hall", "Grande salle", "厅")}]


def test_a_box_is_named_by_its_own_words(make: Make, written: Written) -> None:
    row = make(TASK, "is_follow_up", True)
    assert isinstance(row.control, QCheckBox)
    assert (row.control.text(), row.control.isChecked()) == ("Name", True)

    row.control.click()

    assert written.fields == [{"is_follow_up": False}]


def test_a_member_is_chosen_from_its_enumeration(make: Make, written: Written, screen: Screen) -> None:
    row = make(ROOM, "layout", RoomLayout.THEATRE)
    assert isinstance(row.control, ChoiceField)
    assert row.control.currentText() == "Theatre style"
    assert row.control.count() == len(RoomLayout)

    screen.set_language(Language.FR)
    row.show_value(RoomLayout.U_SHAPE)
    assert row.control.currentText() == "Disposition en U"
    row.control.activated.emit(list(RoomLayout).index(RoomLayout.OPEN))

    assert written.fields == [{"layout": RoomLayout.OPEN}]


def test_what_a_row_is_chosen_from_is_the_pages(make: Make, written: Written) -> None:
    row = make(TASK, "owner", 7, choices=lambda: [Choice(None, "Nobody"), Choice(7, "Mei-Ling FONG")])
    assert isinstance(row.control, ChoiceField)
    assert row.control.currentText() == "Mei-Ling FONG"

    row.control.activated.emit(0)

    assert written.fields == [{"owner": None}]


def test_a_few_choices_can_all_be_in_view(make: Make, written: Written, screen: Screen) -> None:
    buttons = Segmented(screen, message("Side"), [("CA", message("Canada")), (None, message("Both"))])
    row = make(TASK, "owner_side", None, control=buttons)
    assert buttons.button(None).isChecked()

    buttons.button("CA").click()

    assert (written.fields, row.is_refused) == ([{"owner_side": "CA"}], False)


def test_values_that_differ_show_none(make: Make, screen: Screen) -> None:
    buttons = Segmented(screen, message("Side"), [("CA", message("Canada")), (None, message("Both"))])
    row = make(TASK, "owner_side", None, control=buttons)

    row.show_value(NOTHING)

    assert not any(buttons.button(each).isChecked() for each in ("CA", None))


def test_what_was_refused_stays_until_it_is_put_right(make: Make, written: Written) -> None:
    row = make(ROOM, "code", "A1")
    written.error = Needed(field=message("code"), value="")

    type_in(row.control, " ")
    row.show_value("A9")

    assert isinstance(row.control, LineField)
    assert (row.control.text(), row.reason) == (" ", "The field “code” must say something.")
    assert row.control.accessibleDescription() == row.reason
    written.error = None
    type_in(row.control, "B2")
    assert row.reason == row.control.accessibleDescription() == ""


def test_the_stored_day_typed_again_puts_right_what_was_no_day(make: Make, written: Written) -> None:
    row = make(AVOID_DATES, "starts", date(2027, 8, 2))
    assert isinstance(row.control, DateField)
    type_in(row.control.field, "soon")
    assert row.reason == "“soon” is not a day, so Monday, August 2, 2027 stays. Write it as in 2027-06-15."

    type_in(row.control.field, "2027-08-02")

    assert (row.reason, written.fields) == ("", [{"starts": date(2027, 8, 2)}])


def test_escape_gives_up_what_was_refused_in_any_language(make: Make, written: Written) -> None:
    row = make(ROOM, "name", Label("Hall", "Salle", "厅"))
    assert isinstance(row.control, LabelEdit)
    written.error = Needed(field=message("name"), value="")
    field = row.control.field(Language.FR)
    type_in(field, "Grande salle")
    assert field.accessibleDescription() == row.reason != ""

    QTest.keyClick(field, Key.Key_Escape)

    assert (field.text(), row.reason) == ("Salle", "")


def test_another_row_is_shown_over_what_was_typed_or_refused(make: Make, written: Written) -> None:
    row = make(ROOM, "code", "A1")
    written.error = Needed(field=message("code"), value="")
    type_in(row.control, " ")
    QTest.keyClicks(row.control, "B")

    row.show_value("C3", is_other=True)

    assert isinstance(row.control, LineField)
    assert (row.control.text(), row.reason) == ("C3", "")


def test_a_field_that_must_say_something_can_be_emptied_where_the_page_takes_that(
    qtbot: QtBot, screen: Screen, written: Written
) -> None:
    minutes = replace(WAY.field("minutes"), may_be_empty=True)
    row = row_of(minutes, message("Minutes"), 20, screen, written)
    qtbot.addWidget(row)

    type_in(row.control, "")

    assert written.fields == [{"minutes": None}]
