"""The pages lead to people, and people to the pages."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from alternat.ui.desk.place import Place
from tests.ui.documents.bench import Bench, add_unprintable


def test_a_click_selects_the_person(bench: Bench) -> None:
    view = bench.page.preview.view
    assert view.proof is not None
    placed = view.proof.placements[1]
    with bench.qtbot.waitSignal(bench.desk.person_selected) as selected:
        position = view.position_of(placed).toPoint()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=position)
    assert selected.args == [placed.person]
    assert "BÉLAIR" in bench.page.column.selection.text


def test_the_selected_person_is_edited_beside_the_pages(bench: Bench) -> None:
    view = bench.page.preview.view
    assert view.proof is not None
    person = view.proof.placements[1].person
    bench.desk.person_selected.emit(person)
    bench.page.column.selection.edit.click()
    assert bench.page.set_up.person == person
    bench.page.set_up.show_options()
    assert not bench.page.set_up.is_editing


def test_go_to_person_asks_for_the_delegations(bench: Bench) -> None:
    wanted: list[Place] = []
    bench.desk.place_wanted.connect(wanted.append)
    bench.desk.person_selected.emit(3)
    bench.page.column.selection.go.click()
    assert wanted == [Place("person", 3)]


def test_searching_selects_the_first_who_matches(bench: Bench) -> None:
    with bench.qtbot.waitSignal(bench.desk.person_selected):
        bench.page.search("cormier")
    assert "CORMIER" in bench.page.column.selection.text


def test_a_finding_shows_its_person(bench: Bench) -> None:
    person = add_unprintable(bench.desk.workspace, bench.meeting)
    findings = bench.page.column.findings
    bench.qtbot.waitUntil(lambda: findings.model.rowCount() > 0)
    findings.open()
    with bench.qtbot.waitSignal(bench.desk.person_selected) as selected:
        findings.table.clicked.emit(findings.model.index(0, 0))
    assert selected.args == [person]
