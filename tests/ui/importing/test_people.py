from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.people import add_person
from alternat.exchange.people.fields import Field
from alternat.exchange.people_import import read_source
from alternat.exchange.sources.refusals import SourceEmpty
from alternat.exchange.sources.table import Table
from alternat.language.label import Language
from alternat.planning.imports import Choice, ImportAction
from alternat.planning.roster import roster
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.importing.check_step import AT_ONCE, NAMES
from alternat.ui.importing.people import ImportPeople
from alternat.ui.importing.planned_rows import Which
from alternat.ui.importing.reader import SourceReader
from alternat.ui.parts.inspector.rows import ChoiceField
from tests.factories.meetings import add_ottawa_2027
from tests.ui.desks import dispose, make_desk

LIST = """Family name,Given name,姓名,Position,Organization,Courriel
Bélair,Noé,白文诺,Director,Global Affairs Canada,noe.belair@example.org
Cormier,Zoé,程诺,Adviser,Department of Justice,zoe.cormier@example.org
Ellery,Ivy,,Interpreter,Department of Justice,not-an-address
"""


@dataclass(frozen=True)
class Bench:
    dialog: ImportPeople
    desk: Desk
    meeting: int

    def families(self) -> list[str]:
        return [each.family for each in roster(self.desk.tables, self.meeting)]

    def continue_(self) -> None:
        assert self.dialog.forward.isEnabled()
        self.dialog.forward.click()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], str]:
    """Write a list in an encoding and return its path."""

    def written(text: str, encoding: str) -> str:
        path = tmp_path / "participants.csv"
        path.write_bytes(text.encode(encoding))
        return str(path)

    return written


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, dialogue: Workspace) -> Iterator[Bench]:
    """The dialog over a meeting without people."""
    meeting = add_ottawa_2027(dialogue)
    desk = make_desk(qapp, dialogue, meeting)
    window = QWidget()
    dialog = ImportPeople(desk, window, side="CA")
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield Bench(dialog, desk, meeting)
    dispose(dialog)
    dispose(window)
    desk.findings.stop()


def open_list(bench: Bench, qtbot: QtBot, path: str) -> None:
    with qtbot.waitSignal(bench.dialog.reader.done):
        bench.dialog.open_file(path)


def test_a_list_is_imported_in_one_step_that_can_be_undone(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write(LIST, "utf-8"))
    bench.continue_()
    meanings = [card.meaning.value for card in bench.dialog.columns.cards]
    assert meanings[:3] == [Field.FAMILY, Field.GIVEN, Field.NAME_ZH]
    bench.continue_()
    assert bench.dialog.forward.text() == "Import 3 people, update 0, skip 0"
    assert bench.families() == []
    done: list[Changes] = []
    bench.dialog.imported.connect(done.append)
    bench.continue_()
    assert bench.families() == ["Bélair", "Cormier", "Ellery"]
    assert len(done[0].inserted("person")) == 3
    bench.desk.undo()
    assert bench.families() == []


def test_the_encoding_is_recognised_and_can_be_put_right(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write(LIST, "gb18030"))
    source = bench.dialog.source
    assert source.encoding.value == "gb18030"
    assert source.preview.model().index(1, 2).data() == "白文诺"
    with qtbot.waitSignal(bench.dialog.reader.refused):
        source.encoding.chosen.emit("utf-8")
    assert "utf-8" in source.reason.text()
    assert source.preview.model().index(1, 2).data() == "白文诺"


def test_an_empty_file_is_refused_in_words(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    with qtbot.waitSignal(bench.dialog.reader.refused):
        bench.dialog.open_file(write("", "utf-8"))
    assert bench.dialog.source.reason.text().startswith("participants.csv is empty")
    assert not bench.dialog.forward.isEnabled()


def test_a_column_is_put_right(bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]) -> None:
    open_list(bench, qtbot, write(LIST, "utf-8"))
    bench.continue_()
    choose(bench.dialog.columns.cards[3].meaning, Field.POSITION_FR)
    bench.continue_()
    plan = bench.dialog.check.plan
    assert plan is not None
    assert plan.rows[0].draft.position.fr == "Director"


def test_without_names_one_cannot_go_on(bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]) -> None:
    open_list(bench, qtbot, write(LIST, "utf-8"))
    bench.continue_()
    for at in range(3):
        choose(bench.dialog.columns.cards[at].meaning, Field.IGNORE)
    assert not bench.dialog.forward.isEnabled()


def choose(field: ChoiceField, value: object) -> None:
    row = next(row for row in range(field.count()) if field.value_at(row) == value)
    field.setCurrentIndex(row)
    field.activated.emit(row)


def test_a_likely_duplicate_waits_for_a_decision(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    add_person(bench.desk.workspace, "CA", {"family": "Cormier", "given": "Zoe", "name_zh": "程若"})
    open_list(bench, qtbot, write(LIST, "utf-8"))
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check
    assert check.plan is not None
    assert [row.row for row in check.plan.undecided] == [3]
    assert check.model.rowCount() == 1
    wish = check.detail.wish
    assert wish is not None
    wish.button(Choice.MERGE).click()
    assert [row.action for row in check.plan.rows] == [
        ImportAction.ADD,
        ImportAction.UPDATE,
        ImportAction.ADD,
    ]
    assert bench.dialog.forward.text() == "Import 2 people, update 1, skip 0"


def test_going_back_changes_nothing(bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]) -> None:
    open_list(bench, qtbot, write(LIST, "utf-8"))
    bench.continue_()
    bench.continue_()
    bench.dialog.back.click()
    bench.dialog.back.click()
    assert bench.dialog.step is bench.dialog.source
    bench.dialog.reject()
    assert bench.families() == []


def test_a_plan_that_others_overtook_is_made_anew(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write(LIST, "utf-8"))
    bench.continue_()
    bench.continue_()
    add_person(bench.desk.workspace, "CA", {"family": "Bélair", "given": "Noé", "name_zh": "白文诺"})
    bench.continue_()
    assert "since the list was compared" in bench.dialog.check.reason.text()
    assert bench.dialog.forward.text() == "Import 2 people, update 1, skip 0"


def test_the_dialog_speaks_another_language_at_once(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write(LIST, "utf-8"))
    bench.continue_()
    bench.continue_()
    bench.desk.screen.set_language(Language.FR)
    assert bench.dialog.windowTitle() == "Importer une liste de personnes"
    assert bench.dialog.cancel.text() == "Annuler"


def test_a_reading_that_was_cancelled_is_not_reported(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name\nNoé Bélair\n", encoding="utf-8")
    held = read_source(tmp_path / "list.csv")

    def reading(path: Path, encoding: str | None) -> Table:
        del encoding
        if path.name == "bad":
            raise SourceEmpty(file="bad")
        return held

    reader = SourceReader(reading)
    answers: list[object] = []
    reader.done.connect(answers.append)
    reader.refused.connect(answers.append)
    reader.start(Path("good"))
    reader.stop()
    with qtbot.waitSignal(reader.refused):
        reader.start(Path("bad"))
    assert [type(answer) for answer in answers] == [SourceEmpty]
    assert not reader.is_busy


DOUBTS = """Name,Position,Organization
"Zoé Cormier, Ph.D.",Director,Parks
Zoe Cormier,Director,Parks
Noé Bélair,Director,Rivers
Noé Bélair,,Rivers
TBC,Adviser,Rivers
Total: 5,,
"""


def test_each_kind_is_told_once_and_a_pair_of_rows_is_asked_about(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write(DOUBTS, "utf-8"))
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check
    told = check.told.text.splitlines()
    assert sum("is not an entity of the dialogue" in line for line in told) == 1
    assert any("A total, not a person." in line for line in told)
    assert any("The same person as in row 2" in line for line in told)
    assert check.plan is not None
    assert [row.row for row in check.plan.undecided] == [5]
    wish = check.detail.wish
    assert wish is not None
    wish.button(Choice.MERGE).click()
    assert check.plan.counts.added == 2
    assert [row.merged_into for row in check.plan.rows] == [None, 2, None, 4]


def test_places_to_be_filled_are_kept_when_checked(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write(DOUBTS, "utf-8"))
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check
    assert check.keeps_vacancies.isVisible()
    check.keeps_vacancies.setChecked(True)
    bench.continue_()
    assert bench.desk.tables.Vacancy.select().count() == 1
    bench.desk.undo()
    assert bench.desk.tables.Vacancy.select().count() == 0


def test_a_name_is_taken_for_an_entity_in_all_rows(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write(DOUBTS, "utf-8"))
    bench.continue_()
    bench.continue_()
    bench.desk.screen.set_language(Language.FR)
    check = bench.dialog.check
    check.which.chosen.emit(Which.ALL)
    check.table.selectRow(0)
    assert check.detail.entity is not None
    choose(check.detail.entity, "CA-GAC")
    assert check.plan is not None
    gac = bench.desk.tables.Entity.get(code="CA-GAC").id
    assert [row.draft.entity for row in check.plan.rows] == [gac, gac, None, None]


def test_exchanged_columns_are_exchanged_by_a_button(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write("First name,Last name\nWANG,Xiaofan\nLI,Yangben\n", "utf-8"))
    bench.continue_()
    columns = bench.dialog.columns
    assert columns.swap.isVisible()
    columns.swap.click()
    assert not columns.swap.isVisible()
    assert [card.meaning.value for card in columns.cards] == [Field.FAMILY, Field.GIVEN]


def test_a_long_list_is_compared_beside_the_window(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    rows = "".join(f"Ives{at},Zoé,Director\n" for at in range(AT_ONCE + 20))
    open_list(bench, qtbot, write("Family name,Given name,Position\n" + rows, "utf-8"))
    bench.continue_()
    with qtbot.waitSignal(bench.dialog.check.planner.done):
        bench.continue_()
        assert not bench.dialog.forward.isEnabled()
    assert bench.dialog.forward.isEnabled()
    check = bench.dialog.check
    assert check.plan is not None
    assert check.plan.counts.added == AT_ONCE + 20
    answers: list[object] = []
    check.planner.done.connect(answers.append)
    check.replan()
    check.stop()
    bench.dialog.back.click()
    with qtbot.waitSignal(check.planner.done):
        bench.continue_()
    assert len(answers) == 1


def test_titles_in_the_place_of_names_are_exchanged_by_the_button(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write("Name,Position\nDirector,Zoé Ives\nCounsel,Guy Roy\n", "utf-8"))
    bench.continue_()
    columns = bench.dialog.columns
    assert (columns.swap.isVisible(), columns.swap.text()) == (True, "Exchange the two columns")
    columns.swap.click()
    assert [card.meaning.value for card in columns.cards][1] is Field.FULL_NAME
    bench.continue_()
    assert bench.dialog.forward.text() == "Import 2 people, update 0, skip 0"


NEARLY = """Family name,Given name,Position,Organization
Tremblay,J.-F.,Director,Parks
Tremblay,Jean-François,Director,Parks
Nakamura,Keiko O'Connell,Analyst,Parks
O’Connell-Nakamura,Keiko,Analyst,Parks
"""


def test_nearly_one_name_is_asked_about_in_the_window(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write(NEARLY, "utf-8"))
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check
    assert check.plan is not None
    assert [row.row for row in check.plan.undecided] == [3, 5]
    assert check.detail.wish is not None
    check.detail.wish.button(Choice.MERGE).click()
    assert (check.plan.rows[1].merged_into, check.plan.rows[0].draft.given) == (2, "Jean-François")
    bench.continue_()
    assert sorted(bench.families()) == ["Nakamura", "Tremblay"]


def test_a_shorter_name_is_told_in_the_window_and_not_taken(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    add_person(bench.desk.workspace, "CA", {"family": "Arsenault-Reid", "given": "Marielle"})
    open_list(bench, qtbot, write("Family name,Given name\nARSENAULT,Marielle\n", "utf-8"))
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check
    assert check.detail.wish is not None
    check.detail.wish.button(Choice.MERGE).click()
    assert any("“Arsenault-Reid” is kept" in line for line in check.told.text.splitlines())
    assert check.plan is not None
    assert check.plan.rows[0].changes == ()


def test_the_side_of_rows_that_do_not_tell_theirs_is_shown_and_settled_at_once(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    text = (
        "Name,Organization\nLi Wei,Ministry of Justice\nZoe Roy,Department of Justice\nBob Smith,\nAnn Roy,\n"
    )
    bench.dialog.source.side.chosen.emit("")
    open_list(bench, qtbot, write(text, "utf-8"))
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check

    def sides() -> list[str]:
        return [check.model.index(row, 2).data() for row in range(check.model.rowCount())]

    assert sides() == ["China", "Canada", "", ""]
    assert check.side_of_others.isVisible()
    assert "2 rows (4–5): Nothing tells which side the person belongs to." in check.told.text
    check.side_of_others.chosen.emit("CA")
    assert sides() == ["China", "Canada", "Canada", "Canada"]
    assert bench.dialog.forward.text() == "Import 4 people, update 0, skip 0"
    assert check.side_of_others.isVisible()
    check.side_of_others.chosen.emit("")
    assert sides() == ["China", "Canada", "", ""]
    open_list(bench, qtbot, write("Name,Organization\nLi Wei,Ministry of Justice\nZhang Min,\n", "utf-8"))
    bench.continue_()
    bench.continue_()
    assert sides() == ["China", "China?"]


def test_exchanged_columns_are_exchanged_beside_the_notice_in_the_check(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write("Name,Position\nDirector,Zoé Ives\nCounsel,Guy Roy\n", "utf-8"))
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check
    said = " ".join(label.text() for label in check.findChildren(QLabel))
    assert "seem to be exchanged" in said
    assert "--" not in said
    assert (check.swap.isVisible(), check.swap.text()) == (True, "Exchange the columns")
    check.swap.click()
    assert not check.swap.isVisible()
    assert check.plan is not None
    assert [row.draft.family for row in check.plan.rows] == ["Ives", "Roy"]


def test_a_list_without_rows_offers_nothing_to_decide(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str]
) -> None:
    open_list(bench, qtbot, write("Family name,Given name\nTotal,\n", "utf-8"))
    bench.continue_()
    bench.continue_()
    check = bench.dialog.check
    assert check.reason.isVisible() or not (check.plan and check.plan.rows)
    parts = (check.which, check.table, check.detail, check.merge_all, check.swap)
    assert [part.isVisible() for part in parts] == [False] * len(parts)


@pytest.mark.parametrize("language", list(Language))
def test_the_choice_of_rows_stands_whole(
    bench: Bench, qtbot: QtBot, write: Callable[[str, str], str], language: Language
) -> None:
    open_list(bench, qtbot, write(NEARLY, "utf-8"))
    bench.continue_()
    bench.continue_()
    bench.desk.screen.set_language(language)
    which = bench.dialog.check.which
    option = QStyleOptionComboBox()
    which.initStyleOption(option)
    room = which.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, which
    )
    for which_ in Which:
        words = bench.desk.screen.say(replace(NAMES[which_], arguments={"count": 1234}))
        assert which.fontMetrics().horizontalAdvance(words) <= room.width()
