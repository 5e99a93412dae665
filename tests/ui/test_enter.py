"""Enter in a field of a dialog never presses a button that nobody meant, such as “Close”."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from alternat.language.label import Language
from alternat.language.messages import message
from alternat.settings import Theme
from alternat.ui.delegations.vacancies import Vacancies
from alternat.ui.frame.dialogs.backups import backups_of
from alternat.ui.frame.dialogs.checking import Checking
from alternat.ui.frame.dialogs.erasing import Erasing
from alternat.ui.frame.dialogs.history import History
from alternat.ui.frame.dialogs.password import Password
from alternat.ui.frame.dialogs.releases import Releases
from alternat.ui.look.screen import Screen
from alternat.ui.opening.new_password import NewPassword
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.window import MainWindow
from tests import pictures

Make = Callable[[MainWindow, Any], QDialog]
DIALOGS: dict[str, Make] = {
    "backups": lambda window, opener: backups_of(opener.desk, opener, window),
    "checking": lambda window, opener: Checking(opener.desk, window),
    "erasing": lambda window, opener: Erasing(opener.desk, opener, window, [1]),
    "history": lambda window, opener: History(opener.desk, window),
    "new password": lambda window, opener: NewPassword(opener.desk.screen, "x", window),
    "password": lambda window, opener: Password(opener.desk, opener, window),
    "releases": lambda window, opener: Releases(opener.desk, window),
    "vacancies": lambda window, opener: Vacancies(opener.desk, window),
}


def test_enter_in_any_field_of_any_dialog_leaves_it_open(qapp: QApplication, tmp_path: Path) -> None:
    files = pictures.make_files(tmp_path)
    window, opener = pictures.open_window(qapp, Language.EN, Theme.LIGHT)
    opener.open(files["demo"])
    for name, make in DIALOGS.items():
        dialog = make(window, opener)
        dialog.show()
        meant = [each for each in dialog.findChildren(QPushButton) if each.isDefault()]
        assert [each.property("kind") for each in meant] in ([], ["primary"]), name
        for field in dialog.findChildren(QLineEdit):
            if not any(each.isEnabled() for each in meant):
                QTest.keyClick(field, Qt.Key.Key_Return)
                qapp.processEvents()
                assert dialog.isVisible(), name
        dialog.close()
    window.close()
    window.deleteLater()


def test_enter_saves_a_password_that_was_typed_twice(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = pictures.make_files(tmp_path)
    window, opener = pictures.open_window(qapp, Language.EN, Theme.LIGHT)
    opener.open(files["demo"])
    assert opener.desk is not None
    asked: list[str | None] = []
    monkeypatch.setattr(Password, "_change", lambda _self, new, _done: asked.append(new))
    dialog = Password(opener.desk, opener, window)
    dialog.show()
    QTest.keyClicks(dialog.new, "bonne chance")
    QTest.keyClick(dialog.new, Qt.Key.Key_Return)
    assert not asked
    QTest.keyClicks(dialog.again, "bonne chance")
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    assert asked == ["bonne chance"]
    window.close()
    window.deleteLater()


def test_enter_presses_the_button_that_has_the_focus(screen: Screen, qtbot: QtBot) -> None:
    button, pressed = Button(screen, message("Close")), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(1))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [1]
