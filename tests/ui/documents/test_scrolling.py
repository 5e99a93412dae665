"""Scrolling the panel of options changes none of them, and what is kept can be taken back."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from alternat.documents.kinds.registry import KINDS
from tests.ui.documents.bench import Bench
from tests.ui.parts.widgets.test_wheel import TURNED, controls, turn, turn_through_the_window


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_scrolling_past_the_options_of_a_document_changes_none(bench: Bench, kind: str) -> None:
    bench.page.choose_kind(kind)
    QApplication.processEvents()
    before, kept = bench.page.order().options, bench.desk.settings.current

    found = list(controls(bench.page.set_up.options))
    for control in found:
        for notches in (3, -3):
            turn(control, notches)

    assert found
    assert bench.page.order().options == before
    assert bench.desk.settings.current == kept


def test_the_wheel_over_a_number_scrolls_the_panel(bench: Bench) -> None:
    bench.page.choose_kind("badges")
    bench.page.resize(1072, 320)
    QApplication.processEvents()
    turned = [each for each in controls(bench.page.set_up.options) if isinstance(each, TURNED)]
    (area,) = {_area_of(each) for each in turned}
    area.ensureWidgetVisible(turned[0])
    QApplication.processEvents()
    held = area.verticalScrollBar().value()

    turn_through_the_window(turned[0], 1)

    assert area.verticalScrollBar().value() < held


def _area_of(widget: object) -> QScrollArea:
    while not isinstance(widget, QScrollArea):
        widget = widget.parentWidget()  # type: ignore[attr-defined] # every control stands in the panel
    return widget


def test_a_printer_correction_that_was_kept_is_taken_back(bench: Bench) -> None:
    bench.page.choose_kind("badges")
    bench.edit("stock", "L4785")
    drift = bench.page.set_up.options.editor("offset_mm")
    back = next(each for each in drift.findChildren(QAbstractButton) if each.objectName() == "take-back")
    assert back.isHidden()

    bench.edit("offset_mm", (0.5, -0.3))
    bench.edit("offset_mm", (0.7, -0.3))
    assert back.text() == "Take back: 0.0 and 0.0 mm as before"
    back.click()

    assert bench.page.order().options.offset_mm == (0.0, 0.0)
    assert bench.desk.settings.current.printer_offsets == {}
    assert back.isHidden()
    bench.edit("offset_mm", (0.2, 0.0))
    bench.edit("stock", "5392")
    assert back.isHidden()
