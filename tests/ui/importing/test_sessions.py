"""The dialog that imports a programme: columns put right, problems by row and field, one undo."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.programme import move_session
from alternat.exchange.events.fields import EventField
from alternat.language.label import Language
from alternat.planning.event_drafts import DateOrder, Moved
from alternat.planning.programme import read_programme
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.importing.planned_events import KNOWN, Which
from alternat.ui.importing.sessions import ImportSessions
from alternat.ui.window import MainWindow
from tests.factories.programmes import FilledProgramme, fill_programme
from tests.ui.desks import dispose, make_desk

LIST = """Jour,Début,Fin,Titre,Title,Salle,Participants,Remarque
2027-06-12,16:00,17:00,Bilan,Review,A2,everyone,
2027-06-12,17:00,17:30,Photo officielle,Family photo,A1,"Canada; Chine",late
"""


@dataclass(frozen=True)
class Bench:
    dialog: ImportSessions
    desk: Desk
    filled: FilledProgramme

    def titles(self) -> list[str]:
        return [
            each.title.fr for each in read_programme(self.desk.tables, self.filled.meeting).sessions.values()
        ]

    def continue_(self) -> None:
        assert self.dialog.forward.isEnabled()
        self.dialog.forward.click()

    def texts(self, column: int) -> list[str]:
        model = self.dialog.check.model
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, dialogue: Workspace) -> Iterator[Bench]:
    """The dialog over two days with nine sessions."""
    filled = fill_programme(dialogue)
    desk = make_desk(qapp, dialogue, filled.meeting)
    window = QWidget()
    dialog = ImportSessions(desk, filled.meeting, window)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield Bench(dialog, desk, filled)
    dispose(dialog)
    dispose(window)
    desk.findings.stop()


@pytest.fixture
def read(bench: Bench, qtbot: QtBot, tmp_path: Path) -> Callable[[str], None]:
    """Let the dialog read a list."""

    def reading(text: str) -> None:
        path = tmp_path / "events.csv"
        path.write_text(text, encoding="utf-8")
        with qtbot.waitSignal(bench.dialog.reader.done):
            bench.dialog.open_file(str(path))

    return reading


def test_a_programme_is_imported_in_one_step_that_can_be_undone(
    bench: Bench, read: Callable[[str], None]
) -> None:
    before = bench.titles()
    read(LIST)
    bench.continue_()
    meanings = [card.meaning.value for card in bench.dialog.columns.strip.cards]
    assert meanings == [
        EventField.DAY,
        EventField.START,
        EventField.END,
        EventField.TITLE_FR,
        EventField.TITLE,
        EventField.ROOM,
        EventField.PEOPLE,
        EventField.IGNORE,
    ]
    bench.continue_()
    assert bench.dialog.forward.text() == "Import 2 sessions"
    assert bench.texts(4) == ["Review", "Family photo"]
    assert bench.titles() == before
    done: list[Changes] = []
    bench.dialog.imported.connect(done.append)
    bench.continue_()
    assert len(bench.titles()) == len(before) + 2
    assert len(done[0].inserted("session")) == 2
    bench.desk.undo()
    assert bench.titles() == before


def test_a_column_that_nobody_knows_is_named_by_the_person(bench: Bench, read: Callable[[str], None]) -> None:
    read("Tag,Start,End,Thema\n2027-06-12,16:00,17:00,Review\n")
    bench.continue_()
    dialog = bench.dialog
    assert not dialog.forward.isEnabled()
    assert dialog.columns._missing.isVisible()
    assert dialog.columns._missing.text() == (
        "No column has this yet: Title. Say which one does, in the lists."
    )
    dialog.columns.strip.cards[3].meaning.chosen.emit(EventField.TITLE_EN)
    dialog.columns.strip.cards[0].meaning.chosen.emit(EventField.DAY)
    assert not dialog.columns._missing.isVisible()
    bench.continue_()
    assert bench.texts(5) == ["Added"]


def test_every_problem_names_row_and_field_and_nothing_can_be_written(
    bench: Bench, read: Callable[[str], None]
) -> None:
    before = bench.titles()
    read(f"{LIST}2027-06-12,18:00,17:00,Soirée,Evening,A9,everyone,\n2028-06-12,18:00,,Nuit,Night,,,\n")
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check
    assert check.blocked.isVisible()
    assert check.blocked.text().startswith("3 problems keep the list out.")
    assert bench.texts(0) == ["4", "5"]
    first, second = bench.texts(KNOWN)
    assert "Fin: The end 17:00 is not after the start 18:00." in first
    assert "Salle: There is no room “A9”." in first
    assert second.startswith("Jour: The day Monday, June 12, 2028 is not in the year of the meeting, 2027.")
    assert first.startswith(check.detail.text().partition("\n")[0])
    assert not bench.dialog.forward.isEnabled()
    bench.dialog._go_on()
    assert bench.titles() == before


def test_what_would_change_is_told_and_the_rest_stays(bench: Bench, read: Callable[[str], None]) -> None:
    read(
        "day,start,end,title,room\n"
        "2027-06-12,09:00,10:45,Opening plenary,A1\n"
        "2027-06-12,12:30,13:45,Working lunch,\n"
    )
    bench.continue_()
    bench.continue_()
    assert bench.texts(5)[0] == "Changed"
    assert bench.texts(KNOWN)[0] == "Minutes: 90 → 105"


def test_a_programme_that_has_changed_meanwhile_is_compared_again(
    bench: Bench, read: Callable[[str], None]
) -> None:
    read(LIST)
    bench.continue_()
    bench.continue_()
    move_session(bench.desk.workspace, bench.filled.sessions["dinner"], minutes=30)
    before = bench.titles()
    bench.continue_()
    assert bench.titles() == before
    assert bench.dialog.isVisible()
    assert "has changed" in bench.dialog.check.reason.text()
    bench.continue_()
    assert len(bench.titles()) == len(before) + 2


@pytest.mark.parametrize(
    ("language", "title", "button"),
    [
        (Language.FR, "Importer un programme", "Importer 2 séances"),
        (Language.ZH, "导入日程", "导入2项活动"),
    ],
)
def test_everything_follows_the_language(
    bench: Bench, read: Callable[[str], None], language: Language, title: str, button: str
) -> None:
    read(LIST)
    bench.continue_()
    bench.continue_()
    bench.desk.screen.set_language(language)
    assert bench.dialog.windowTitle() == title
    assert bench.dialog.forward.text() == button


def test_the_menu_opens_the_dialog_and_what_was_imported_is_told(
    demo_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = demo_window.workbench
    assert bench is not None
    told: list[str] = []
    bench.desk.announced.connect(lambda _, text: told.append(text))
    actions = demo_window.commands.actions()
    next(each for each in actions if each.objectName() == "import-programme").trigger()
    (dialog,) = demo_window.findChildren(ImportSessions)
    path = tmp_path / "events.csv"
    path.write_text("day,start,end,title\n2027-06-16,16:50,17:30,Review\n", encoding="utf-8")
    with qtbot.waitSignal(dialog.reader.done):
        dialog.open_file(str(path))
    for _ in range(3):
        dialog.forward.click()
    assert told == ["1 session was imported. The import can be undone in one step."]


def test_moved_or_new_is_asked_row_by_row(bench: Bench, read: Callable[[str], None]) -> None:
    before = bench.titles()
    read(
        "day,start,end,title,room\n2027-06-12,13:00,14:30,Working lunch,\n"
        "2027-06-13,14:00,15:00,Closing plenary,\n2027-06-12,22:00,23:00,Concert,Z9\n"
    )
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check
    assert not bench.dialog.forward.isEnabled()
    check.makes_rooms.setChecked(True)
    check._show_which(Which.ASKED)
    assert bench.texts(5) == ["Moved or new?", "Moved or new?"]
    check.table.selectRow(0)
    assert check.question.isVisible()
    assert "Start time: 12:30 → 13:00" in check.detail.text()
    check.question.choice.button(Moved.MOVE).click()
    assert not bench.dialog.forward.isEnabled()
    check.table.selectRow(1)
    check.question.choice.button(Moved.NEW).click()
    assert bench.texts(5) == ["Changed", "Added"]
    assert bench.dialog.forward.text() == "Import 3 sessions"
    bench.continue_()
    assert len(bench.titles()) == len(before) + 2
    bench.desk.undo()
    assert bench.titles() == before


def test_times_that_are_asked_about_are_confirmed(bench: Bench, read: Callable[[str], None]) -> None:
    read("day,start,end,title\n2027-06-12,05:00,06:00,Run\n")
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check
    assert (check.confirms_times.isVisible(), bench.dialog.forward.isEnabled()) == (True, False)
    assert "Begins at 05:00, before 6 in the morning." in check.detail.text()
    check.confirms_times.setChecked(True)
    assert bench.dialog.forward.isEnabled()


def test_dates_in_figures_are_asked_about(bench: Bench, read: Callable[[str], None]) -> None:
    read("day,start,end,title\n05/06/2027,16:00,17:00,Review\nDay 2,16:00,17:00,Other\n")
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check
    assert (check.order.isVisible(), bench.dialog.forward.isEnabled()) == (True, False)
    check.order.chosen.emit(DateOrder.MONTH_FIRST)
    assert bench.dialog.forward.isEnabled()
    check._show_which(Which.ALL)
    assert bench.texts(1) == ["2027-05-06", "2027-06-13"]
    assert "“Day 2” is taken as Sunday, June 13, 2027." in bench.texts(KNOWN)[1]


def test_a_list_without_a_session_says_so(bench: Bench, read: Callable[[str], None]) -> None:
    read("day,start,end,title,room\n,,,,A1\n")
    bench.continue_()
    bench.continue_()
    assert "has headings, but no row below them" in bench.dialog.check.reason.text()
    assert not bench.dialog.forward.isEnabled()


def test_names_that_are_unknown_are_settled_for_all_or_one_by_one(
    bench: Bench, read: Callable[[str], None]
) -> None:
    read(
        "day,start,end,title,people\n2027-06-12,16:00,17:00,One,Ada Stranger\n"
        "2027-06-13,16:00,17:00,Two,Bob X\n"
    )
    bench.continue_()
    bench.continue_()
    people = bench.dialog.check.people
    assert (people.isVisible(), bench.dialog.forward.isEnabled()) == (True, False)
    china = next(words for words, name in bench.dialog.check.session.known.everybody if name.en == "China")
    people.who.chosen.emit(china)
    assert (people.name.value, bench.dialog.forward.isEnabled()) == ("Bob X", False)
    people.for_all.chosen.emit(True)
    assert bench.dialog.forward.isEnabled()
    bench.continue_()
    written = read_programme(bench.desk.tables, bench.filled.meeting).sessions.values()
    notes = {each.title.en: each.private_note for each in written}
    assert (notes["One"], notes["Two"]) == ("", "Participants / 参加人员: Bob X")
