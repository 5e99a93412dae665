"""Dialogue files protected by a password: on the disk nothing of them can be read."""

import shutil
from pathlib import Path

import apsw
import pytest

from alternat.storage.backup import backups, restore
from alternat.storage.engines.sqlite import unlock
from alternat.storage.faults import DamagedDialogue, DiskFull, PasswordNeeded, WrongPassword
from alternat.storage.passwords import backup_keys, change_password, protect_backups
from alternat.storage.workspace import create_workspace, open_workspace
from tests.storage.rows import add_people, families

PASSWORD = 'it\'s "对话" – 2027; --'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed, protected dialogue with some people in it."""
    path = tmp_path / "dialogue.alternat"
    with create_workspace(path, actor="Test", password=PASSWORD) as workspace:
        add_people(workspace, *(f"Montferrand {number}" for number in range(200)))
    return path


def people_of(path: Path, password: str | None) -> int:
    with open_workspace(path, actor="Test", password=password) as workspace:
        return len(families(workspace))


def test_a_protected_file_opens_with_its_password_only(path: Path) -> None:
    content = path.read_bytes()
    assert people_of(path, PASSWORD) == 200
    with pytest.raises(PasswordNeeded, match="protected by a password"):
        people_of(path, None)
    for wrong in ("", PASSWORD.upper()):
        with pytest.raises(WrongPassword, match="does not open"):
            people_of(path, wrong)
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_nothing_of_a_protected_file_can_be_read_on_the_disk(path: Path) -> None:
    content = path.read_bytes()
    assert b"SQLite" not in content
    assert b"Montferrand" not in content


def test_an_open_file_needs_no_password(tmp_path: Path) -> None:
    path = tmp_path / "plain.alternat"
    create_workspace(path, actor="Test").close()
    assert people_of(path, None) == 0


def test_other_programs_can_read_a_protected_file_with_its_password(path: Path) -> None:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    unlock(connection, PASSWORD)
    assert connection.execute("SELECT count(*) FROM person").fetchall() == [(200,)]
    connection.close()


def test_a_flipped_bit_never_passes_in_a_protected_file(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedDialogue):
        people_of(path, PASSWORD)


def test_backups_are_protected_too(path: Path) -> None:
    with open_workspace(path, actor="Test", password=PASSWORD) as workspace:
        workspace.back_up()
        add_people(workspace, "Li")
    (backup,) = backups(path)
    assert b"Montferrand" not in backup.path.read_bytes()

    for password, kind in ((None, PasswordNeeded), ("wrong", WrongPassword)):
        with pytest.raises(kind):
            restore(path, backup, password=password)
    assert people_of(path, PASSWORD) == 201
    restore(path, backup, password=PASSWORD)
    assert people_of(path, PASSWORD) == 200


def test_a_copy_to_send_has_a_password_of_its_own_or_none(path: Path, tmp_path: Path) -> None:
    plain, protected = tmp_path / "plain.alternat", tmp_path / "protected.alternat"
    with open_workspace(path, actor="Test", password=PASSWORD) as workspace:
        workspace.send_copy(plain)
        workspace.send_copy(protected, password="another")
    assert people_of(plain, None) == 200
    assert people_of(protected, "another") == 200


@pytest.mark.parametrize(("old", "new"), [(None, PASSWORD), (PASSWORD, "another"), (PASSWORD, None)])
def test_a_change_of_the_password_that_fails_leaves_the_file_as_it_was(
    path: Path, old: str | None, new: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if old is None:
        change_password(path, old=PASSWORD, new=None)
    content = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copymode", fail)
    with pytest.raises(DiskFull):
        change_password(path, old=old, new=new)
    assert path.read_bytes() == content
    assert people_of(path, old) == 200
    assert {each.name for each in path.parent.iterdir()} == {path.name, f"{path.name}-backups"}


def test_what_opens_each_backup_is_told(path: Path) -> None:
    with open_workspace(path, actor="Test", password=PASSWORD) as workspace:
        workspace.back_up()
    change_password(path, old=PASSWORD, new="another")
    change_password(path, old="another", new=None)
    change_password(path, old=None, new="third")
    keys = backup_keys(path, "third", "another")
    assert [len(keys.same), len(keys.plain), len(keys.other), len(keys.unknown)] == [0, 1, 1, 2]
    left = protect_backups(path, "third", "another", PASSWORD)
    assert (len(left.same), left.differing) == (4, ())
