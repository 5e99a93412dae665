"""Journals that a killed program left beside a file: none is played into another file of that name."""

import datetime as dt
import shutil
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from alternat.storage.backup import Backup, BackupReason, backups, restore, restore_beside, thin
from alternat.storage.faults import DamagedDialogue
from alternat.storage.passwords import remove_backups
from alternat.storage.whole_files import neighbours
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.storage.rows import add_people, families

SPILLED = "UPDATE person SET family = 'Spilled ' || id"


@pytest.fixture(params=["-journal", "-wal"])
def left(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A journal whose pages fit into any dialogue, beside the half-written file that it belongs to.

    The rollback journal is our own; one written ahead is what another program leaves that opened the file.
    """
    made = tmp_path / "made" / "old.alternat"
    made.parent.mkdir()
    with create_workspace(made, actor="Test") as workspace:
        add_people(workspace, *(f"Roy {number}" for number in range(300)))
    with closing(apsw.Connection(str(made))) as file:
        file.pragma("journal_mode", "wal" if request.param == "-wal" else "delete")
        file.pragma("cache_size", 1)
        file.execute("BEGIN")
        file.execute(SPILLED)
        if request.param == "-wal":
            file.execute("COMMIT")
        folder = tmp_path / "killed"
        folder.mkdir()
        for each in (made, made.with_name(f"{made.name}{request.param}")):
            shutil.copy(each, folder / each.name)
    assert (b"Spilled" in (folder / made.name).read_bytes()) is (request.param == "-journal")
    return folder / f"{made.name}{request.param}"


def put_beside(left: Path, file: Path) -> None:
    """Leave the journal beside a file as if it were that file's own."""
    shutil.copy(left, file.with_name(file.name + left.name.removeprefix("old.alternat")))


def put_in_place(left: Path, file: Path) -> None:
    """Put the half-written file and its journal in the place of a file."""
    shutil.copy(left.with_name("old.alternat"), file)
    put_beside(left, file)


def people_of(file: Path) -> list[str]:
    with open_workspace(file, actor="Test") as opened:
        assert opened.verify() == ()
        return families(opened)


def backed_up(workspace: Workspace) -> tuple[Path, Backup]:
    add_people(workspace, "Roy")
    made = workspace.back_up()
    assert made
    add_people(workspace, "Li")
    workspace.close()
    return Path(workspace.address), made


def test_a_new_file_is_its_own(left: Path, tmp_path: Path) -> None:
    file = tmp_path / "talks.alternat"
    put_beside(left, file)
    with create_workspace(file, actor="Test", fill=lambda made: add_people(made, "Wang")):
        pass
    assert people_of(file) == ["Wang"]


@pytest.mark.parametrize("is_lost", [False, True])
def test_a_restored_file_is_its_backup(workspace: Workspace, left: Path, *, is_lost: bool) -> None:
    file, made = backed_up(workspace)
    put_in_place(left, file)
    if is_lost:
        file.unlink()
    restore(file, made)
    assert not any(each.exists() for each in neighbours(file))
    assert people_of(file) == ["Roy"]


def test_a_backup_restored_beside_is_that_backup(workspace: Workspace, left: Path) -> None:
    file, made = backed_up(workspace)
    beside = file.with_name("beside.alternat")
    put_beside(left, beside)
    restore_beside(beside, made)
    assert people_of(beside) == ["Roy"]


def test_what_a_restore_sets_aside_keeps_its_journal(workspace: Workspace, left: Path) -> None:
    file, made = backed_up(workspace)
    put_in_place(left, file)
    aside = restore(file, made)
    assert aside
    (kept,) = (each for each in neighbours(aside.path) if each.exists())
    assert kept.read_bytes() == left.read_bytes()
    restore(file, aside)
    with open_workspace(file, actor="Test", write=False) as opened:
        expected = "Spilled 1" if left.name.endswith("-wal") else "Roy 0"
        assert families(opened)[0] == expected


def test_a_refused_restore_leaves_the_file_and_its_journal(
    workspace: Workspace, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, made = backed_up(workspace)
    put_in_place(left, file)
    before = {
        each.name: each.read_bytes() for each in file.parent.glob("dialogue.alternat*") if each.is_file()
    }

    def damaged(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:5000])

    monkeypatch.setattr("alternat.storage.backup.shutil.copyfile", damaged)
    with pytest.raises(DamagedDialogue):
        restore(file, made)
    assert {
        each.name: each.read_bytes() for each in file.parent.glob("dialogue.alternat*") if each.is_file()
    } == before


def test_a_file_about_to_be_replaced_is_mended_first(
    workspace: Workspace, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, made = backed_up(workspace)
    put_in_place(left, file)

    as_ever = Path.replace

    def killed(part: Path, target: Path) -> Path:
        if target == file:
            raise KeyboardInterrupt
        return as_ever(part, target)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        restore(file, made)
    monkeypatch.undo()
    with open_workspace(file, actor="Test") as opened:
        assert {name.partition(" ")[0] for name in families(opened)} == {
            "Spilled" if left.name.endswith("-wal") else "Roy"
        }


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_backup_goes_with_its_journal(workspace: Workspace, left: Path, *, by_hand: bool) -> None:
    file, made = backed_up(workspace)
    put_in_place(left, file)
    aside = restore(file, made)
    assert aside
    if by_hand:
        remove_backups([aside])
    else:
        for days in range(0, 420, 20):
            at = aside.at + dt.timedelta(days=days)
            made.path.with_name(f"{at:%Y%m%dT%H%M%S%fZ}-{BackupReason.REGULAR}.alternat").touch()
            thin(file, at)
    assert aside.path not in {each.path for each in backups(file)}
    assert not [each.name for each in aside.path.parent.iterdir() if each.name.startswith(aside.path.name)]
