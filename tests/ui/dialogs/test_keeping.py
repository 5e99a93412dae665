"""Checking, backups, history, password and erasing, from the File menu."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.people import add_person
from alternat.language.label import Language
from alternat.settings import SettingsFile
from alternat.storage.backup import backups
from alternat.storage.passwords import is_protected
from alternat.storage.workspace import Workspace, create_workspace
from alternat.ui.dialogs.backups import Backups
from alternat.ui.dialogs.checking import Checking
from alternat.ui.dialogs.erasing import Erasing
from alternat.ui.dialogs.history import History
from alternat.ui.dialogs.password import Password
from alternat.ui.opening import Opener
from alternat.ui.screen import Screen
from tests.factories.meetings import add_ottawa_2027
from tests.factories.planted import found_in
from tests.ui.desks import TODAY

FIRST, SECOND = "a first long passphrase", "a second long passphrase"


class NoChooser:
    """Answers nothing."""

    def existing_file(self, folder: Path) -> str:
        return str(folder) and ""

    def new_file(self, folder: Path, suggestion: str) -> str:
        return str(folder / suggestion) and ""

    def address(self) -> str:
        return ""

    def password(self, name: str) -> str:
        return name and ""


class Bench:
    """A window with nothing in it, and an opener with one dialogue open."""

    def __init__(self, opener: Opener, parent: QWidget, file: Path) -> None:
        self.opener, self.parent, self.file = opener, parent, file
        self.told: list[str] = []
        opener.announced.connect(lambda _severity, text: self.told.append(text))

    @property
    def workspace(self) -> Workspace:
        assert self.opener.desk is not None
        return self.opener.desk.workspace


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    file = tmp_path / "talks.alternat"
    with create_workspace(file, actor="Test") as workspace:
        from alternat.actions.dialogues import create_dialogue

        create_dialogue(workspace)
        meeting = add_ottawa_2027(workspace)
        add_person(
            workspace,
            "CA",
            {"family": "Qwyzzblat", "given": "Zorvaine", "name_zh": "夔魍魉"},
            contact={"note": "Xyloquent allergy"},
            meeting=meeting,
        )
    settings = SettingsFile()
    settings.change(language=Language.EN)
    opener = Opener(Screen(qapp, settings), settings, NoChooser(), lambda: TODAY)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert opener.open(str(file))
    yield Bench(opener, parent, file)
    opener.close()


def lines(dialog: Checking | History | Backups | Erasing) -> list[str]:
    return [dialog.lines.item(at).text() for at in range(dialog.lines.count())]


def test_a_whole_document_is_said_to_be_whole(bench: Bench) -> None:
    assert bench.opener.desk is not None
    dialog = Checking(bench.opener.desk, bench.parent)
    assert dialog.told.text() == "Everything is as it was written."
    dialog.close()


def test_the_history_tells_what_was_done(bench: Bench) -> None:
    assert bench.opener.desk is not None
    dialog = History(bench.opener.desk, bench.parent)
    assert "Add Zorvaine QWYZZBLAT" in lines(dialog)[0]
    add_person(bench.workspace, "CA", {"family": "Roy"})
    bench.opener.desk.undo()
    assert "(undo)" in lines(dialog)[0]
    dialog.close()


def test_a_backup_is_made_and_restored_in_place(bench: Bench) -> None:
    assert bench.opener.desk is not None
    dialog = Backups(bench.opener.desk, bench.opener, bench.parent, confirm=lambda *_: True)
    assert dialog.told.text() == "There is no backup yet."
    dialog.make.click()
    assert len(lines(dialog)) == 1
    add_person(bench.workspace, "CA", {"family": "Roy"})
    dialog.restore.click()
    assert bench.workspace.tables.Person.select().count() == 1
    assert len(backups(bench.file)) >= 2


def test_a_backup_is_written_beside(bench: Bench, tmp_path: Path) -> None:
    assert bench.opener.desk is not None
    target = tmp_path / "beside.alternat"
    dialog = Backups(bench.opener.desk, bench.opener, bench.parent, choose=lambda *_: str(target))
    dialog.make.click()
    dialog.beside.click()
    assert target.exists()
    dialog.close()


def test_a_password_is_set_changed_and_removed(bench: Bench) -> None:
    bench.workspace.back_up()
    _password(bench, None, FIRST)
    assert is_protected(bench.file)
    assert all(is_protected(each.path) for each in backups(bench.file))
    _password(bench, FIRST, SECOND)
    assert bench.opener.password == SECOND
    assert bench.workspace.tables.Person.select().count() == 1
    assert bench.opener.desk is not None
    dialog = Password(bench.opener.desk, bench.opener, bench.parent)
    assert not dialog.remove.isEnabled()
    dialog.current.setText("mistyped")
    assert dialog.hint.text() == "This is not the password of now."
    dialog.current.setText(SECOND)
    dialog.remove.click()
    assert not is_protected(bench.file)
    assert bench.workspace.verify() == ()


def _password(bench: Bench, old: str | None, new: str) -> None:
    assert bench.opener.desk is not None
    dialog = Password(bench.opener.desk, bench.opener, bench.parent)
    dialog.current.setText(old or "")
    dialog.new.setText(new)
    assert not dialog.save.isEnabled()
    dialog.again.setText(new[:-1])
    assert dialog.hint.text() == "The two passwords are not the same."
    dialog.again.setText(new)
    dialog.save.click()


def test_what_goes_wrong_with_a_closed_file_is_said_and_it_opens_again(bench: Bench) -> None:
    from alternat.language.messages import message
    from alternat.storage.passwords import PasswordUnfit

    def fail(_file: Path, _password: str | None) -> str | None:
        raise PasswordUnfit

    assert not bench.opener.with_file_closed(fail, message("Done"))
    assert any("needs at least one character" in text for text in bench.told)
    assert bench.opener.desk is not None


def test_people_are_erased_after_it_was_shown_what_would_go(bench: Bench) -> None:
    bench.workspace.back_up()
    assert bench.opener.desk is not None
    dialog = Erasing(bench.opener.desk, bench.parent)
    assert not dialog.show_plan.isEnabled()
    dialog.people.item(0).setCheckState(Qt.CheckState.Checked)
    assert not dialog.erase.isEnabled()
    dialog.show_plan.click()
    assert "people: 1" in lines(dialog)
    assert "backups to be written anew: 1" in lines(dialog)
    assert not dialog.erase.isEnabled()
    dialog.sure.setChecked(True)
    dialog.erase.click()
    assert bench.workspace.tables.Person.select().count() == 0
    assert found_in([bench.file, *(each.path for each in backups(bench.file))]) == []
    assert bench.workspace.verify() == ()


def test_the_people_of_earlier_meetings_are_ticked_together(bench: Bench) -> None:
    assert bench.opener.desk is not None
    dialog = Erasing(bench.opener.desk, bench.parent)
    dialog.before.field.committed.emit("2100-01-01")
    assert dialog.people.item(0).checkState() is Qt.CheckState.Checked
    dialog.before.field.committed.emit("2000-01-01")
    assert dialog.people.item(0).checkState() is Qt.CheckState.Unchecked
    dialog.close()


def test_whoever_is_selected_is_ticked_at_once(bench: Bench) -> None:
    assert bench.opener.desk is not None
    (person,) = [row.id for row in bench.workspace.tables.Person.select()]
    dialog = Erasing(bench.opener.desk, bench.parent, [person])
    assert dialog.people.item(0).checkState() is Qt.CheckState.Checked
    assert dialog.show_plan.isEnabled()
    dialog.close()
