"""The interpreters' dialog: pairs by ticking, who is free, and whoever is named anew."""

import pytest
from pytestqt.qtbot import QtBot

from alternat.actions.interpretation import set_pairs
from alternat.planning.interpretation import interpreter_pairs
from alternat.ui.programme.interpreters import Interpreters
from alternat.ui.programme.page import ProgrammePage
from tests.factories.programmes import FilledProgramme
from tests.factories.queries import questions_of


@pytest.fixture
def dialog(qtbot: QtBot, page: ProgrammePage, filled: FilledProgramme) -> Interpreters:
    made = Interpreters(page.desk, filled.meeting, filled.sessions["plenary"], page)
    qtbot.addWidget(made)
    return made


def test_the_dialog_asks_as_much_for_more_interpreters(page: ProgrammePage, filled: FilledProgramme) -> None:
    def opened() -> list[str]:
        return questions_of(lambda: Interpreters(page.desk, filled.meeting, filled.sessions["plenary"], page))

    before = len(opened())
    for person in filled.canadians[2:5]:
        set_pairs(page.desk.workspace, person, [("en", "fr")])

    assert len(opened()) == before


def test_a_tick_writes_the_pair_in_one_step(
    page: ProgrammePage, filled: FilledProgramme, dialog: Interpreters
) -> None:
    person, pair = filled.interpreters[0], ("en", "fr")
    before = interpreter_pairs(page.desk.tables)[person]
    assert pair not in before

    dialog.boxes[person, pair].click()

    assert interpreter_pairs(page.desk.tables)[person] == before | {pair}
    page.desk.undo()
    assert interpreter_pairs(page.desk.tables)[person] == before
    assert not dialog.boxes[person, pair].isChecked()


def test_whoever_loses_the_last_pair_stays_in_view(
    page: ProgrammePage, filled: FilledProgramme, dialog: Interpreters
) -> None:
    person = filled.canadians[3]

    dialog.add.field.chosen.emit(person)
    dialog.boxes[person, ("fr", "zh")].click()
    assert interpreter_pairs(page.desk.tables)[person] == {("fr", "zh")}
    dialog.boxes[person, ("fr", "zh")].click()

    assert person not in interpreter_pairs(page.desk.tables)
    assert (person, ("fr", "zh")) in dialog.boxes


def test_each_line_says_who_is_free_for_the_session(filled: FilledProgramme, dialog: Interpreters) -> None:
    dialog.add.field.chosen.emit(filled.canadians[0])

    assert dialog.state(filled.interpreters[0]) == "Interprets in Opening plenary"
    assert dialog.state(filled.canadians[0]) == "Free for Opening plenary"


def test_every_box_is_named_by_person_and_languages(filled: FilledProgramme, dialog: Interpreters) -> None:
    box = dialog.boxes[filled.interpreters[0], ("en", "zh")]

    assert box.accessibleName() == "Maude LACHANCE: English and Chinese"
