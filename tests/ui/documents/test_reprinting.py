"""One badge again: find the person, choose the label, and it prints."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alternat.documents.kinds.badges.document import BADGES
from alternat.documents.press.raster import Pages
from alternat.nouns.delegations import Role
from alternat.storage.workspace import Workspace
from alternat.ui.desk.place import Place
from alternat.ui.documents.page import DocumentsPage
from alternat.ui.frame.workbench import Workbench
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate
from tests.ui.desks import make_desk
from tests.ui.documents.bench import Bench

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def test_choosing_a_label_prints_that_one_badge_there(bench: Bench) -> None:
    view = bench.page.preview.view
    assert view.proof is not None
    person = view.proof.placements[2].person
    bench.page.show_place(Place("person", person, "badge"))
    picker = bench.page.popup.picker
    assert bench.page.popup.isVisible()
    label = picker.label_rectangle(4).center().toPoint()
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=label)
    printed = bench.wait_for_file("printed.pdf")
    options = bench.page._memory.options(BADGES, bench.meeting)
    with Pages(printed) as pages:
        assert (len(pages), "CORMIER" in pages.text(0), "ARNAULT" in pages.text(0)) == (1, True, False)
    assert options.start == 1


def test_the_keyboard_is_enough(bench: Bench) -> None:
    bench.page.search("cormier")
    bench.page.commands.badge.trigger()
    picker = bench.page.popup.picker
    QTest.keyClick(picker, Qt.Key.Key_Down)
    QTest.keyClick(picker, Qt.Key.Key_Right)
    assert picker.value() == 4
    QTest.keyClick(picker, Qt.Key.Key_Return)
    with Pages(bench.wait_for_file("printed.pdf")) as pages:
        assert "CORMIER" in pages.text(0)


def test_any_page_can_ask_for_it(qapp: QApplication, qtbot: QtBot, dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    person = add_delegate(dialogue, meeting, role=Role.HEAD)
    desk = make_desk(qapp, dialogue, meeting)
    window = Workbench(desk)
    qtbot.addWidget(window)
    window.show()
    desk.show_place(Place("person", person, "badge"))
    assert isinstance(window.page, DocumentsPage)
    assert window.page.popup.isVisible()
    window.page.popup.close()
    desk.close()
