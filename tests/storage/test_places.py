"""What may be true of the place of a file: links, permissions, leftovers, other programs, other hands."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.storage.backup import BackupReason, backup_folder, backups, restore
from alternat.storage.engines.sqlite import SqliteFile
from alternat.storage.faults import (
    DamagedDialogue,
    FileMoved,
    LockLost,
    NotADialogue,
    SeveralNames,
    WrongPassword,
)
from alternat.storage.locks import OpenElsewhere
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.storage.rows import add_people, contents, families

posix = pytest.mark.skipif(os.name != "posix", reason="only POSIX systems have these")


def file_of(workspace: Workspace) -> Path:
    return Path(workspace.address)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@posix
@pytest.mark.parametrize("bits", [0o600, 0o640, 0o664])
def test_permissions_go_to_the_backups_and_come_back(workspace: Workspace, bits: int) -> None:
    add_people(workspace, "Roy")
    file = file_of(workspace)
    file.chmod(bits)
    made = workspace.back_up()
    assert made
    assert mode(made.path) == bits
    assert mode(backup_folder(file)) & 0o077 == (bits & 0o044) | (bits & 0o044) >> 2
    workspace.close()
    restore(file, made)
    assert mode(file) == bits
    assert {mode(each.path) for each in backups(file)} == {bits}
    file.unlink()
    restore(file, made)
    assert mode(file) == bits


@posix
def test_a_link_stays_one_and_its_backups_stand_beside_the_file(workspace: Workspace, tmp_path: Path) -> None:
    add_people(workspace, "Roy")
    made = workspace.back_up()
    assert made
    add_people(workspace, "Li")
    workspace.close()
    folder = tmp_path / "desktop"
    folder.mkdir()
    link = folder / "talks.alternat"
    link.symlink_to(file_of(workspace))
    assert backups(link) == (made,)
    restore(link, made)
    assert link.is_symlink()
    assert list(folder.iterdir()) == [link]
    with open_workspace(link, actor="Test") as opened:
        assert families(opened) == ["Roy"]
        assert opened.back_up()
    assert list(folder.iterdir()) == [link]


@posix
def test_a_file_with_two_names_is_read_but_not_changed(workspace: Workspace, tmp_path: Path) -> None:
    add_people(workspace, "Roy")
    made = workspace.back_up()
    assert made
    workspace.close()
    other = tmp_path / "other.alternat"
    os.link(file_of(workspace), other)
    before = other.read_bytes()
    for name in (other, file_of(workspace)):
        with pytest.raises(SeveralNames, match="2 names"):
            open_workspace(name, actor="Test")
        with open_workspace(name, actor="Test", write=False) as opened:
            assert families(opened) == ["Roy"]
    with pytest.raises(SeveralNames):
        restore(file_of(workspace), made)
    assert other.read_bytes() == before
    assert other.samefile(file_of(workspace))


@posix
def test_a_removed_lock_is_taken_again(workspace: Workspace) -> None:
    lock = Path(f"{workspace.address}-lock")
    lock.unlink()
    add_people(workspace, "Roy")
    assert lock.exists()
    with pytest.raises(OpenElsewhere):
        open_workspace(workspace.address, actor="Other")


@posix
def test_who_lost_the_lock_to_somebody_else_no_longer_writes(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    Path(f"{workspace.address}-lock").unlink()
    with open_workspace(workspace.address, actor="Other") as other:
        with pytest.raises(LockLost):
            add_people(workspace, "Li")
        with pytest.raises(LockLost):
            workspace.undo()
        add_people(other, "Wang")
        workspace.close()
        with pytest.raises(OpenElsewhere):
            open_workspace(other.address, actor="Third")
        assert families(other) == ["Roy", "Wang"]


def test_a_file_whose_content_was_replaced_is_noticed_before_the_next_change(
    workspace: Workspace, tmp_path: Path
) -> None:
    add_people(workspace, "Roy")
    other = tmp_path / "other.alternat"
    with create_workspace(other, actor="Test") as made:
        add_people(made, "Wang")
    file_of(workspace).write_bytes(other.read_bytes())
    content = file_of(workspace).read_bytes()
    with pytest.raises(FileMoved, match="open the file again"):
        add_people(workspace, "Li")
    with pytest.raises(FileMoved):
        workspace.undo()
    assert file_of(workspace).read_bytes() == content


def test_an_earlier_state_put_back_in_place_is_noticed(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    earlier = file_of(workspace).read_bytes()
    add_people(workspace, "Li")
    file_of(workspace).write_bytes(earlier)
    with pytest.raises((FileMoved, DamagedDialogue)):
        add_people(workspace, "Wang")
    assert file_of(workspace).read_bytes() == earlier


def test_a_change_by_another_program_is_noticed(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    with closing(apsw.Connection(workspace.address)) as other:
        other.execute("UPDATE person SET family = 'Ray'")
    with pytest.raises(FileMoved):
        add_people(workspace, "Li")


def test_a_touched_file_is_still_the_same(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    os.utime(workspace.address, (1, 1))
    add_people(workspace, "Li")
    workspace.back_up()
    add_people(workspace, "Wang")
    assert families(workspace) == ["Roy", "Li", "Wang"]


FOREIGN_WRITER = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("PRAGMA application_id = 77")
connection.execute("CREATE TABLE note (text)")
connection.execute("INSERT INTO note VALUES ('x')")
connection.commit()
os.kill(os.getpid(), signal.SIGKILL)
"""


@posix
@pytest.mark.parametrize("write", [True, False])
def test_the_database_of_another_program_is_left_as_it_was(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "notes.alternat"
    subprocess.run([sys.executable, "-c", FOREIGN_WRITER, str(path)], check=False)
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert set(before) == {"notes.alternat", "notes.alternat-wal", "notes.alternat-shm"}
    with pytest.raises(NotADialogue):
        open_workspace(path, actor="Test", write=write)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (1,)


KILLED_WRITER = """
import os, signal, sys
from alternat.language.messages import message
from alternat.storage.workspace import open_workspace
workspace = open_workspace(sys.argv[1], actor="x", password=sys.argv[2] or None)
workspace._engine.driver_connection.pragma("cache_size", 1)
with workspace.change(message("x")) as change:
    for _ in range(20):
        change.insert(workspace.tables.Person, [{"side": 1, "family": "z" * 190} for _ in range(100)])
    os.kill(os.getpid(), signal.SIGKILL)
"""


@posix
@pytest.mark.parametrize("password", ["", "correct horse"])
def test_an_interrupted_change_is_taken_back_by_the_right_password_only(
    tmp_path: Path, password: str
) -> None:
    path = tmp_path / "a.alternat"
    with create_workspace(path, actor="x", password=password or None, fill=create_dialogue) as workspace:
        before = contents(workspace)
    subprocess.run(
        [sys.executable, "-c", KILLED_WRITER, str(path), password],
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    half = path.read_bytes()
    assert path.with_name("a.alternat-journal").stat().st_size > 1_000
    if password:
        for write in (True, False):
            with pytest.raises(WrongPassword):
                open_workspace(path, actor="x", password="wrong horse", write=write)
        assert path.read_bytes() == half
    with open_workspace(path, actor="x", password=password or None, write=False) as reader:
        assert contents(reader) == before
    with open_workspace(path, actor="x", password=password or None) as workspace:
        assert contents(workspace) == before
        assert workspace.verify() == ()


def test_a_password_is_tried_on_a_file_that_was_killed_before_it_grew(tmp_path: Path) -> None:
    path, password = tmp_path / "a.alternat", "correct horse"
    create_workspace(path, actor="x", password=password, fill=create_dialogue).close()
    whole = path.read_bytes()
    with open_workspace(path, actor="x", password=password) as longer:
        add_people(longer, *("z" * 190 for _ in range(2_000)))
    # A commit writes the first page first, which counts pages that are not there yet: the journal mends that.
    path.write_bytes(path.read_bytes()[:4096] + whole[4096:])
    SqliteFile(path, write=True, password=password)._try_password()
    with pytest.raises(NotADialogue):
        SqliteFile(path, write=True, password="wrong horse")._try_password()


def test_what_killed_processes_left_is_cleaned_up_at_the_next_opening(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    made = workspace.back_up()
    assert made
    workspace.close()
    file, folder = file_of(workspace), backup_folder(file_of(workspace))
    ours = [
        file.with_name("dialogue.alternat-part"),
        file.with_name("dialogue.alternat-part-journal"),
        folder / "20270612T143000000000Z-regular.alternat-part",
        folder / "20270612T143000000000Z-regular.alternat-part-journal",
        folder / "20270613T143000000000Z-before-restore.alternat-journal-part",
    ]
    theirs = [folder / "my own copy.alternat-part", folder / "notes.txt", file.with_name("notes-part")]
    for path in (*ours, *theirs):
        path.write_bytes(b"half")
    with open_workspace(file, actor="Reader", write=False):
        assert all(path.exists() for path in ours)
    open_workspace(file, actor="Test").close()
    assert [path for path in ours if path.exists()] == []
    assert all(path.exists() for path in theirs)
    assert made.path.exists()


@posix
def test_a_restore_removes_nothing_before_its_last_check(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_people(workspace, "Roy")
    made = workspace.back_up()
    assert made
    workspace.close()
    file = file_of(workspace)
    journal = file.with_name(f"{file.name}-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    before = journal.read_bytes()

    def damaged(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:5000])

    monkeypatch.setattr("alternat.storage.backup.shutil.copyfile", damaged)
    with pytest.raises(DamagedDialogue):
        restore(file, made)
    assert journal.read_bytes() == before
    monkeypatch.undo()
    shutil.copy(file, file.with_name("copy"))
    restore(file, made)
    assert not journal.exists()
    assert [each.reason for each in backups(file)].count(BackupReason.BEFORE_RESTORE) >= 1
