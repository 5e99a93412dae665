"""The drawing of the sheet is a slider for assistive tools, and a click for everybody else."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from alternat.ui.documents.sheet_picker import SheetPicker
from tests.ui.documents.bench import Bench


def test_arrows_stay_on_the_sheet(bench: Bench) -> None:
    picker = bench.page.popup.picker
    assert isinstance(picker, SheetPicker)
    picker.setValue(1)
    QTest.keyClick(picker, Qt.Key.Key_Up)
    QTest.keyClick(picker, Qt.Key.Key_Left)
    assert picker.value() == 1
    QTest.keyClick(picker, Qt.Key.Key_End)
    assert picker.value() == picker.maximum()
    assert picker.accessibleName() == f"Start at label {picker.maximum()} of {picker.maximum()}"


def test_beside_a_label_nothing_is_chosen(bench: Bench) -> None:
    picker = bench.page.popup.picker
    with bench.qtbot.assertNotEmitted(picker.confirmed):
        QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
