"""Taking a kind of finding less seriously from the findings panel, with the reason, and taking it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from alternat.actions.severities import lower_finding
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.planning.finding_kinds import title
from alternat.planning.findings import Severity
from alternat.planning.severities import Lowered, read_lowered
from alternat.ui.desk.desk import Desk
from alternat.ui.frame.findings_panel import FindingsPanel
from alternat.ui.frame.workbench import Workbench
from alternat.ui.parts.findings.model import Column


@pytest.fixture
def panel(demo_desk: Desk, qtbot: QtBot) -> FindingsPanel:
    panel = FindingsPanel(demo_desk)
    qtbot.addWidget(panel)
    panel.resize(1000, 300)
    panel.show()
    panel.activateWindow()
    demo_desk.findings.check()
    return panel


def select(panel: FindingsPanel, severity: Severity) -> str:
    """Select the first finding of a severity and return the code of its kind."""
    row = next(at for at in range(panel.model.rowCount()) if panel.model.finding(at).severity is severity)
    panel.table.selectRow(row)
    return panel.model.finding(row).code


def of_kind(panel: FindingsPanel, code: str) -> list[str]:
    model = panel.model
    rows = (at for at in range(model.rowCount()) if model.finding(at).code == code)
    return [model.index(at, Column.SEVERITY).data() for at in rows]


def test_a_kind_is_lowered_with_a_reason_and_taken_back(panel: FindingsPanel, demo_desk: Desk) -> None:
    code = select(panel, Severity.WARNS)
    panel.weight.click()
    assert not panel.lowering.severity.button(Severity.WARNS).isEnabled()
    QTest.keyClicks(panel.lowering.reason, "Agreed by telephone")
    QTest.keyClick(panel.lowering.reason, Qt.Key.Key_Return)

    assert read_lowered(demo_desk.tables) == {code: Lowered(Severity.NOTES, "Agreed by telephone")}
    assert set(of_kind(panel, code)) == {"Notes, lowered"}
    assert not panel.lowering.isVisible()

    assert panel.selected is not None
    assert panel.selected.code == code
    panel.weight.click()
    assert panel.lowering.reason.text() == "Agreed by telephone"
    panel.lowering.restore.click()

    assert read_lowered(demo_desk.tables) == {}
    assert set(of_kind(panel, code)) == {"Warns"}


def test_nothing_is_lowered_without_a_reason(panel: FindingsPanel, demo_desk: Desk) -> None:
    said: list[str] = []
    demo_desk.announced.connect(lambda _severity, text: said.append(text))
    select(panel, Severity.WARNS)
    panel.weight.click()
    panel.lowering.confirm.click()

    assert said == ["Say why this kind of finding matters less here."]
    assert panel.lowering.isVisible()
    assert read_lowered(demo_desk.tables) == {}


def test_a_lowered_kind_is_listed_with_its_reason_and_taken_back_even_where_nothing_is_found(
    panel: FindingsPanel, demo_desk: Desk
) -> None:
    assert not panel.lowered_kinds.isVisible()
    lower_finding(demo_desk.workspace, "time-skipped", Severity.NOTES, "Agreed by telephone")
    assert "time-skipped" not in {each.code for each in demo_desk.findings.findings}
    assert panel.lowered_kinds.text() == "1 lowered kind"
    panel.lowered_kinds.click()

    assert panel.lowered.isVisible()
    shown = [each.text() for each in panel.lowered.findChildren(QLabel) if not each.isHidden()]
    assert shown == ["Start that the clock change skips · Notes", "Agreed by telephone"]
    restore = panel.lowered.buttons["time-skipped"]
    assert restore.accessibleDescription() == "Start that the clock change skips"
    panel.lowered.buttons["time-skipped"].click()

    assert read_lowered(demo_desk.tables) == {}
    assert not panel.lowered_kinds.isVisible()
    assert not panel.lowered.isVisible()


def test_the_kind_in_hand_is_named_in_the_language_of_the_window(
    panel: FindingsPanel, demo_desk: Desk
) -> None:
    code = select(panel, Severity.WARNS)
    count = len(of_kind(panel, code))
    panel.weight.click()
    english = panel.lowering.sentence.text()
    assert english == f"{catalog(Language.EN).say(title(code))} · {count} finding{'s' if count > 1 else ''}"

    demo_desk.screen.set_language(Language.ZH)
    assert panel.lowering.sentence.text() == f"{catalog(Language.ZH).say(title(code))} · {count} 项提示"


def test_lowered_kinds_are_named_in_the_language_of_the_window(
    panel: FindingsPanel, demo_desk: Desk, qtbot: QtBot
) -> None:
    lower_finding(demo_desk.workspace, "room-twice", Severity.WARNS, "A folding wall")
    panel.lowered_kinds.click()
    demo_desk.screen.set_language(Language.FR)

    def shown() -> list[str]:
        return [each.text() for each in panel.lowered.findChildren(QLabel) if each.isVisible()]

    qtbot.waitUntil(lambda: shown() == ["Deux séances à la fois dans une salle · Avertit", "A folding wall"])


def test_long_reasons_are_shown_whole(demo_desk: Desk, qtbot: QtBot) -> None:
    bench = Workbench(demo_desk)
    qtbot.addWidget(bench)
    bench.resize(1280, 720)
    bench.show()
    bench.open_findings()
    panel = bench.findings
    reason = "The other side agreed to it by telephone, and its note will follow by the usual way. " * 3
    for code in ("room-twice", "person-twice", "head-twice"):
        lower_finding(demo_desk.workspace, code, Severity.WARNS, reason)
    panel.lowered_kinds.click()
    panel.table.selectRow(0)
    panel.weight.click()

    def is_whole() -> bool:
        reasons = [each for each in panel.lowered.findChildren(QLabel) if each.text() == reason.strip()]
        return len(reasons) == 3 and all(
            0 < each.heightForWidth(each.width()) <= each.height() for each in reasons
        )

    qtbot.waitUntil(is_whole)


def test_without_a_finding_in_hand_there_is_nothing_to_lower(panel: FindingsPanel) -> None:
    assert not panel.weight.isEnabled()
