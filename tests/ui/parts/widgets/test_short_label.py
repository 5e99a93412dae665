"""A line that gives way keeps its text and never asks for room."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from alternat.ui.parts.widgets.short_label import ShortLabel


def test_a_long_line_ends_in_an_ellipsis_and_asks_for_no_width(qtbot: QtBot) -> None:
    bar, line = QWidget(), ShortLabel("caption")
    qtbot.addWidget(bar)
    row = QHBoxLayout(bar)
    row.addWidget(line, 1)
    text = "Déplacer la réunion 2027, statut ramené à « proposée » : les deux parties doivent consentir"
    line.setText(text)
    bar.resize(200, 40)
    with qtbot.waitExposed(bar):
        bar.show()
    assert bar.minimumSizeHint().width() < 100
    assert (line.text(), line.shown.endswith("…")) == (text, True)
    bar.resize(2000, 40)
    qtbot.waitUntil(lambda: line.shown == text)
