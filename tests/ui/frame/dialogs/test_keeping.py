"""Checking, backups, history, password and erasing, from the File menu."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import apsw
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alternat.actions.people import add_person
from alternat.language.label import Language
from alternat.settings import SettingsFile
from alternat.storage.backup import BackupReason, backup_folder, backups
from alternat.storage.faults import Stopped
from alternat.storage.passwords import is_protected
from alternat.storage.workspace import Workspace, create_workspace
from alternat.ui.frame.dialogs.backups import Backups, backups_of
from alternat.ui.frame.dialogs.checking import Checking
from alternat.ui.frame.dialogs.erasing import Erasing
from alternat.ui.frame.dialogs.history import History
from alternat.ui.frame.dialogs.password import Password
from alternat.ui.look.screen import Screen
from alternat.ui.opening.opener import Opener
from tests.factories.meetings import add_ottawa_2027
from tests.factories.planted import found_in
from tests.ui.desks import TODAY

FIRST, SECOND = "a first long passphrase", "a second long passphrase"


class NoChooser:
    """Answers nothing but a password."""

    def __init__(self) -> None:
        self.known, self.asked = "", list[str]()

    def existing_file(self, folder: Path) -> str:
        return str(folder) and ""

    def new_file(self, folder: Path, suggestion: str) -> str:
        return str(folder / suggestion) and ""

    def address(self) -> str:
        return ""

    def new_password(self, name: str) -> str | None:
        return name and ""

    def password(self, name: str) -> str:
        self.asked.append(name)
        return self.known


class Bench:
    """A window with nothing in it, and an opener with one dialogue open."""

    def __init__(self, opener: Opener, chooser: NoChooser, parent: QWidget, file: Path) -> None:
        self.opener, self.chooser, self.parent, self.file = opener, chooser, parent, file
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
    chooser = NoChooser()
    opener = Opener(Screen(qapp, settings), settings, chooser, lambda: TODAY)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert opener.open(str(file))
    yield Bench(opener, chooser, parent, file)
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
    dialog = backups_of(bench.opener.desk, bench.opener, bench.parent, confirm=lambda *_: True)
    assert dialog.told.text() == "There is no backup yet."
    dialog.make.click()
    assert len(lines(dialog)) == 1
    add_person(bench.workspace, "CA", {"family": "Roy"})
    dialog.restore.click()
    assert bench.workspace.tables.Person.select().count() == 1
    assert len(backups(bench.file)) >= 2


def test_a_damaged_file_leads_to_its_backups_and_from_there_back(bench: Bench) -> None:
    bench.workspace.back_up()
    bench.opener.close()
    bench.file.write_bytes(bench.file.read_bytes()[:8192] + bytes(40_000))
    wanted: list[Path] = []
    ways: dict[str, Callable[[], object]] = {}
    bench.opener.backups_wanted.connect(wanted.append)
    bench.opener.offered.connect(lambda _text, words, act: ways.update({words.template: act}))
    assert not bench.opener.open(str(bench.file))
    assert "Restore its latest backup" in bench.told[-1]

    ways["Backups…"]()
    assert wanted == [bench.file]
    screen = bench.opener.screen
    dialog = Backups(screen, wanted[0], bench.opener, bench.parent, confirm=lambda *_: True)
    assert dialog.make.isHidden()
    dialog.restore.click()

    assert bench.workspace.tables.Person.get().family == "Qwyzzblat"
    assert BackupReason.BEFORE_RESTORE in {each.reason for each in backups(bench.file)}


def test_a_backup_under_another_password_asks_for_that_one(bench: Bench) -> None:
    _password(bench, None, FIRST)
    bench.workspace.back_up()
    _password(bench, FIRST, SECOND, with_backups=False)
    add_person(bench.workspace, "CA", {"family": "Roy"})
    questions: list[str] = []

    def confirm(_parent: QWidget, _title: str, question: str) -> bool:
        questions.append(question)
        return True

    assert bench.opener.desk is not None
    dialog = backups_of(bench.opener.desk, bench.opener, bench.parent, confirm=confirm)
    of_first = [each.reason for each in backups(bench.file)].index(BackupReason.REGULAR)
    dialog.lines.setCurrentRow(of_first)
    dialog.restore.click()
    assert len(bench.chooser.asked) == 1
    assert bench.chooser.asked[0].startswith("Backup of ")
    assert questions == []
    bench.chooser.known = "mistyped"
    dialog.restore.click()
    assert "password" in bench.told[-1]
    assert bench.workspace.tables.Person.select().count() == 2
    bench.chooser.known = FIRST
    dialog.restore.click()
    assert "another password" in questions[0]
    assert bench.workspace.tables.Person.select().count() == 1
    assert bench.opener.password == FIRST


def test_a_backup_without_a_password_is_told_before_it_takes_the_place(bench: Bench) -> None:
    bench.workspace.back_up()
    _password(bench, None, FIRST, with_backups=False)
    questions: list[str] = []

    def confirm(_parent: QWidget, _title: str, question: str) -> bool:
        questions.append(question)
        return True

    assert bench.opener.desk is not None
    dialog = backups_of(bench.opener.desk, bench.opener, bench.parent, confirm=confirm)
    dialog.lines.setCurrentRow(dialog.lines.count() - 1)
    dialog.restore.click()
    assert "open to everybody" in questions[0]
    assert not is_protected(bench.file)
    assert bench.opener.password is None
    assert bench.workspace.verify() == ()


def test_a_check_that_was_stopped_tells_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    stop = Event()
    stop.set()
    monkeypatch.setattr("alternat.ui.frame.dialogs.checking.Event", lambda: stop)
    assert bench.opener.desk is not None
    dialog = Checking(bench.opener.desk, bench.parent)
    assert dialog.told.text() == "The check was stopped before its end. It tells nothing."
    dialog.close()


def test_a_backup_that_was_stopped_leaves_nothing(bench: Bench) -> None:
    with bench.workspace.beside(lambda: False) as second:
        assert second.verify() == ()
        assert second.back_up() is not None
    is_stopped: list[bool] = []
    with bench.workspace.beside(lambda: bool(is_stopped)) as second:
        is_stopped.append(True)
        with pytest.raises(Stopped):
            second.back_up()
    assert len(backups(bench.file)) == 1
    assert len(list(backup_folder(bench.file).iterdir())) == 1


def test_nobody_is_erased_from_what_is_open_for_reading_only(bench: Bench) -> None:
    assert bench.opener.open(str(bench.file), read_only=True)
    assert bench.opener.desk is not None
    banners: list[str] = []
    bench.opener.desk.announced.connect(lambda _severity, text: banners.append(text))
    dialog = Erasing(bench.opener.desk, bench.opener, bench.parent)
    dialog.people.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.show_plan.click()
    dialog.sure.setChecked(True)
    dialog.erase.click()
    assert "open for reading only" in banners[0]
    assert bench.workspace.tables.Person.select().count() == 1
    dialog.close()


def test_a_backup_is_written_beside(bench: Bench, tmp_path: Path) -> None:
    assert bench.opener.desk is not None
    target = tmp_path / "beside.alternat"
    dialog = backups_of(bench.opener.desk, bench.opener, bench.parent, choose=lambda *_: str(target))
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


def _password(bench: Bench, old: str | None, new: str, *, with_backups: bool = True) -> None:
    assert bench.opener.desk is not None
    dialog = Password(bench.opener.desk, bench.opener, bench.parent)
    dialog.with_backups.setChecked(with_backups)
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

    assert not bench.opener.with_file_closed(fail, message("Done"), lambda job: job())
    assert any("needs at least one character" in text for text in bench.told)
    assert bench.opener.desk is not None


def test_people_are_erased_after_it_was_shown_what_would_go(bench: Bench) -> None:
    bench.workspace.back_up()
    assert bench.opener.desk is not None
    dialog = Erasing(bench.opener.desk, bench.opener, bench.parent)
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
    dialog = Erasing(bench.opener.desk, bench.opener, bench.parent)
    dialog.before.field.committed.emit("2100-01-01")
    assert dialog.people.item(0).checkState() is Qt.CheckState.Checked
    dialog.before.field.committed.emit("2000-01-01")
    assert dialog.people.item(0).checkState() is Qt.CheckState.Unchecked
    dialog.close()


def test_whoever_is_selected_is_ticked_at_once(bench: Bench) -> None:
    assert bench.opener.desk is not None
    (person,) = [row.id for row in bench.workspace.tables.Person.select()]
    dialog = Erasing(bench.opener.desk, bench.opener, bench.parent, [person])
    assert dialog.people.item(0).checkState() is Qt.CheckState.Checked
    assert dialog.show_plan.isEnabled()
    dialog.close()


def test_a_backup_that_is_not_as_it_was_written_is_asked_about(bench: Bench) -> None:
    made = bench.workspace.back_up()
    assert made is not None
    file = apsw.Connection(str(made.path))
    file.execute("UPDATE person SET family = 'Wrong' WHERE id = 1")
    file.close()
    questions: list[str] = []

    def refuse(_parent: QWidget, _title: str, question: str) -> bool:
        questions.append(question)
        return False

    before = bench.file.read_bytes()
    assert bench.opener.desk is not None
    dialog = backups_of(bench.opener.desk, bench.opener, bench.parent, confirm=refuse)
    dialog.restore.click()
    assert "1 thing in this backup is not as it was written:" in questions[0]
    assert "Not as it was last written: the person" in questions[0]
    assert bench.file.read_bytes() == before
    dialog.close()
