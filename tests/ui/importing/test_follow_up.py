"""The dialog that reads a workbook of the follow-up back: what would change, who is meant, one undo."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alternat.language.label import Language
from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.importing.follow_up import ReadFollowUp
from tests.exchange.follow_up.workbooks import edited, export, filled
from tests.factories.programmes import FilledProgramme
from tests.ui.desks import dispose, make_desk


@dataclass(frozen=True)
class Bench:
    dialog: ReadFollowUp
    desk: Desk
    filled: FilledProgramme

    def texts(self, column: int) -> list[str]:
        model = self.dialog.check.model
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, dialogue: Workspace) -> Iterator[Bench]:
    programme, _ = filled(dialogue)
    desk = make_desk(qapp, dialogue, programme.meeting)
    window = QWidget()
    dialog = ReadFollowUp(desk, window)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield Bench(dialog, desk, programme)
    dispose(dialog)
    dispose(window)
    desk.findings.stop()


@pytest.fixture
def workbook(bench: Bench, tmp_path: Path) -> Path:
    return export(bench.desk.workspace, tmp_path / "f.xlsx", language=Language.FR)


@pytest.fixture
def read(bench: Bench, qtbot: QtBot) -> Callable[[Path], None]:
    """Let the dialog read a workbook and go on to the check."""

    def reading(path: Path) -> None:
        with qtbot.waitSignal(bench.dialog.reader.done):
            bench.dialog.open_file(str(path))
        bench.dialog.forward.click()

    return reading


def test_what_was_edited_is_shown_written_and_undone(
    bench: Bench, workbook: Path, read: Callable[[Path], None]
) -> None:
    read(edited(workbook, "outcomes", {("due", 4): "2027-12-01"}))
    assert (bench.texts(0), bench.texts(2), bench.texts(3)) == (["Outcomes"], ["2027-2"], ["Changed"])
    assert "December 1, 2027" in bench.dialog.check.detail.text()
    assert bench.dialog.forward.text() == "Write 1 row"
    bench.dialog.check.shows_all.click()
    assert len(bench.texts(0)) == 29
    bench.dialog.forward.click()
    outcome = bench.desk.tables.Outcome
    assert str(outcome.get_by_id(2).due) == "2027-12-01"
    bench.desk.undo()
    assert str(outcome.get_by_id(2).due) == "2027-09-01"


def test_what_is_wrong_is_told_with_its_place_and_keeps_it_out(
    bench: Bench, workbook: Path, read: Callable[[Path], None]
) -> None:
    read(edited(workbook, "outcomes", {("kind", 4): "Decided", ("due", 3): "2027-12-01"}))
    assert (
        "Sheet “Outcomes”, row 4, “kind”: “Decided” cannot stand here." in bench.dialog.check.blocked.text()
    )
    assert not bench.dialog.forward.isEnabled()


def test_who_is_meant_is_asked_and_answered(
    bench: Bench, workbook: Path, read: Callable[[Path], None]
) -> None:
    read(edited(workbook, "outcomes", {("lead.CN", 4): "Somebody"}))
    question = bench.dialog.check.question
    assert "Nobody here is called “Somebody”." in question.sentence.text()
    assert not bench.dialog.forward.isEnabled()
    person = bench.filled.chinese[1]
    values = [question.field.value_at(at) for at in range(question.field.count())]
    question.field.setCurrentIndex(values.index(person))
    question.field.activated.emit(question.field.currentIndex())
    assert not question.isVisible()
    bench.dialog.forward.click()
    leads = {row.lead_id for row in bench.desk.tables.OutcomeSide.select()}
    assert leads == {bench.filled.canadians[0], person}


def test_every_name_is_asked_about_and_may_be_left_out(
    bench: Bench, workbook: Path, read: Callable[[Path], None]
) -> None:
    unknown = {("due", 4): "2027-12-01", ("lead.CN", 4): "Somebody", ("lead.CA", 4): "Another"}
    read(edited(workbook, "outcomes", unknown))
    check = bench.dialog.check
    asked = []
    for _ in range(2):
        assert not bench.dialog.forward.isEnabled()
        asked.append(check.question.name)
        assert check.question.field.currentIndex() == -1
        check.question.field.activated.emit(0)
    assert sorted(asked) == ["Another", "Somebody"]
    assert not check.question.isVisible()
    assert all(f"the name “{name}” is left out" in check.told.text for name in asked)
    bench.dialog.forward.click()
    assert str(bench.desk.tables.Outcome.get_by_id(2).due) == "2027-12-01"


def test_another_workbook_is_refused_in_words(
    bench: Bench, tmp_path: Path, read: Callable[[Path], None]
) -> None:
    other = tmp_path / "list.csv"
    other.write_text("Name,Seat\nSomebody,4\n", encoding="utf-8")
    read(other)
    assert "list.csv is not a workbook of the follow-up" in bench.dialog.check.reason.text()
    assert not bench.dialog.forward.isEnabled()
