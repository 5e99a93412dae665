"""Backups beside the file, their thinning, restoring, and copies for somebody else."""

import datetime as dt
import errno
from pathlib import Path

import pytest

from alternat.language.messages import message
from alternat.storage.backup import (
    Backup,
    BackupReason,
    backup_folder,
    backups,
    restore,
    thin,
)
from alternat.storage.faults import DamagedDialogue, DiskFull, MissingFile, WorkspaceExists
from alternat.storage.locks import OpenElsewhere
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.storage.rows import add_people, contents, families, rename

NOW = dt.datetime(2027, 6, 12, 14, 30, tzinfo=dt.UTC)


def file_of(workspace: Workspace) -> Path:
    return Path(workspace.address)


def backed_up(workspace: Workspace, reason: BackupReason = BackupReason.REGULAR) -> Backup:
    made = workspace.back_up(reason)
    assert made
    return made


def test_a_backup_is_a_whole_dialogue_beside_the_file(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    made = backed_up(workspace, BackupReason.BEFORE_IMPORT)
    add_people(workspace, "Li")

    assert backups(file_of(workspace)) == (made,)
    assert made.path.parent == file_of(workspace).with_name("dialogue.alternat-backups")
    assert [each.name for each in made.path.parent.iterdir()] == [made.path.name]
    with open_workspace(made.path, actor="Test", write=False) as copy:
        assert families(copy) == ["Roy"]
        assert copy.undoable == message("Add people")


def test_a_backup_can_be_made_while_others_read(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    with open_workspace(workspace.address, actor="Reader", write=False) as reader:
        workspace.back_up()
        assert families(reader) == ["Roy"]


def test_a_backup_returns_in_place_of_what_went_wrong(workspace: Workspace) -> None:
    (key,) = add_people(workspace, "Roy")
    before = contents(workspace)
    made = backed_up(workspace)
    rename(workspace, key, "Wrong")
    workspace.close()

    restore(file_of(workspace), made)

    with open_workspace(workspace.address, actor="Test") as restored:
        assert contents(restored) == before
        assert restored.verify() == ()
    aside, original = backups(file_of(workspace))
    assert (original, aside.reason) == (made, BackupReason.BEFORE_RESTORE)
    with open_workspace(aside.path, actor="Test", write=False) as old:
        assert families(old) == ["Wrong"]


def test_a_backup_replaces_a_damaged_file(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    made = backed_up(workspace)
    workspace.close()
    file = file_of(workspace)
    file.write_bytes(b"\x00" * 5000)
    # A rollback journal that would be played back into whatever bears the name.
    file.with_name(f"{file.name}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))

    restore(file, made)

    with open_workspace(file, actor="Test") as restored:
        assert families(restored) == ["Roy"]
    assert backups(file)[0].path.read_bytes() == b"\x00" * 5000


def test_a_lost_file_returns_from_its_backup(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    made = backed_up(workspace)
    workspace.close()
    file_of(workspace).unlink()
    restore(file_of(workspace), made)
    with open_workspace(workspace.address, actor="Test") as restored:
        assert families(restored) == ["Roy"]


def test_an_open_file_is_not_replaced(workspace: Workspace) -> None:
    made = backed_up(workspace)
    with pytest.raises(OpenElsewhere):
        restore(file_of(workspace), made)


def test_a_damaged_backup_is_not_restored(workspace: Workspace) -> None:
    add_people(workspace, *(f"Roy {number}" for number in range(200)))
    made = backed_up(workspace)
    workspace.close()
    content = bytearray(made.path.read_bytes())
    content[4096 * 4 : 4096 * 30] = b"\xff" * 4096 * 26
    made.path.write_bytes(content)
    before = file_of(workspace).read_bytes()

    with pytest.raises(DamagedDialogue):
        restore(file_of(workspace), made)
    assert file_of(workspace).read_bytes() == before


def made_at(file: Path, at: dt.datetime) -> Backup:
    folder = backup_folder(file)
    folder.mkdir(exist_ok=True)
    path = folder / f"{at:%Y%m%dT%H%M%S%fZ}-regular.alternat"
    path.touch()
    return Backup(path, at, BackupReason.REGULAR)


def kept_of(file: Path, ages: list[dt.timedelta]) -> list[dt.timedelta]:
    for age in ages:
        made_at(file, NOW - age)
    thin(file, NOW)
    return [NOW - each.at for each in backups(file)]


def test_old_backups_grow_thin(tmp_path: Path) -> None:
    minutes = [dt.timedelta(minutes=number * 20) for number in range(12)]
    days = [dt.timedelta(days=number // 2, hours=3 + number % 2) for number in range(4, 12)]
    weeks = [dt.timedelta(days=number * 3.5 + 40) for number in range(8)]
    ages = [*minutes, *days, *weeks, dt.timedelta(days=500)]

    kept = kept_of(tmp_path / "a.alternat", ages)

    within_hour = [age for age in kept if age <= dt.timedelta(hours=1)]
    hourly = [age for age in kept if dt.timedelta(hours=1) < age <= dt.timedelta(days=1)]
    daily = [age for age in kept if dt.timedelta(days=1) < age <= dt.timedelta(days=31)]
    weekly = [age for age in kept if dt.timedelta(days=31) < age]
    assert within_hour == minutes[:4]
    assert len({(NOW - age).replace(minute=0) for age in hourly}) == len(hourly) == 4
    assert len({(NOW - age).date() for age in daily}) == len(daily) == 4
    assert len({(NOW - age).isocalendar()[:2] for age in weekly}) == len(weekly) == 5


def test_the_latest_backup_stays_however_old(tmp_path: Path) -> None:
    old = [dt.timedelta(days=900), dt.timedelta(days=900, minutes=95), dt.timedelta(days=900, minutes=99)]
    assert kept_of(tmp_path / "a.alternat", old) == old[:2]


HISTORY = [
    *(dt.timedelta(minutes=20 * number) for number in range(9)),
    *(dt.timedelta(days=number) for number in range(1, 40)),
]
"""The ages of the backups of a file in daily use."""


@pytest.mark.parametrize("jump", [dt.timedelta(days=days) for days in (26_000, 3_000, 400, -10_000, -400)])
def test_a_wrong_clock_removes_nothing(tmp_path: Path, jump: dt.timedelta) -> None:
    file = tmp_path / "a.alternat"
    kept = kept_of(file, HISTORY)
    wrong = [made_at(file, NOW + jump + dt.timedelta(hours=hour)) for hour in range(3)]
    for each in wrong:
        thin(file, each.at, made=each.path)
    assert {NOW - each.at for each in backups(file)} == {*kept, *(NOW - each.at for each in wrong)}

    right = made_at(file, NOW + dt.timedelta(minutes=10))
    thin(file, right.at, made=right.path)
    left = {NOW - each.at for each in backups(file)}
    assert NOW - right.at in left
    # What looks old by the right clock may go then, and the last hours grow thin as ever.
    assert len(left) >= len(kept) - 3


def test_what_is_long_past_goes_once_a_long_present_has_followed(tmp_path: Path) -> None:
    file = tmp_path / "a.alternat"
    old = [dt.timedelta(days=500), dt.timedelta(days=501)]
    assert not {*kept_of(file, [*HISTORY, *old])} & {*old}


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.alternat"
    mine = backup_folder(file) / "my own copy.alternat"
    made_at(file, NOW)
    mine.touch()
    thin(file, NOW + dt.timedelta(days=2000))
    assert mine.exists()
    assert len(backups(file)) == 1


def test_a_copy_to_send_has_no_past(workspace: Workspace, tmp_path: Path) -> None:
    first, second = add_people(workspace, "Roy", "Confidential")
    with workspace.change(message("Photo")) as change:
        photo = change.keep_photo(content=b"secret picture", media_type="image/png", width=1, height=1)
        change.update(workspace.tables.Person, {first: {"photo": photo}})
    workspace.undo()
    with workspace.change(message("Remove")) as change:
        change.delete(workspace.tables.Person, [second])
    copy = tmp_path / "copy.alternat"

    workspace.send_copy(copy)

    content = copy.read_bytes()
    assert b"Confidential" not in content
    assert b"secret picture" not in content
    with open_workspace(copy, actor="Test") as sent:
        assert families(sent) == ["Roy"]
        assert sent.history() == ()
        assert sent.verify() == ()
        rename(sent, first, "Rose")
        assert sent.verify() == ()


def test_a_copy_can_keep_its_history(workspace: Workspace, tmp_path: Path) -> None:
    (_first, second) = add_people(workspace, "Roy", "Li")
    with workspace.change(message("Remove")) as change:
        change.delete(workspace.tables.Person, [second])
    workspace.send_copy(tmp_path / "copy.alternat", history=True)
    with open_workspace(tmp_path / "copy.alternat", actor="Test") as sent:
        assert sent.history() == workspace.history()
        assert sent.verify() == ()
        assert add_people(sent, "Wang") == (3,)


def test_a_copy_replaces_nothing(workspace: Workspace, tmp_path: Path) -> None:
    taken = tmp_path / "notes.txt"
    taken.write_text("important", encoding="utf-8")
    with pytest.raises(WorkspaceExists):
        workspace.send_copy(taken)
    with pytest.raises(MissingFile):
        workspace.send_copy(tmp_path / "no folder" / "copy.alternat")
    assert taken.read_text(encoding="utf-8") == "important"


@pytest.mark.postgresql
def test_a_server_is_backed_up_by_its_administrator(postgresql_address: str) -> None:
    with create_workspace(postgresql_address, actor="Test") as workspace:
        assert workspace.back_up() is None


@pytest.mark.postgresql
@pytest.mark.parametrize("history", [False, True])
def test_a_dialogue_on_a_server_can_be_taken_along_as_a_file(
    postgresql_address: str, tmp_path: Path, history: bool
) -> None:
    copy = tmp_path / "copy.alternat"
    with create_workspace(postgresql_address, actor="Test") as workspace:
        (key, _other) = add_people(workspace, "Roy", "杨")
        with workspace.change(message("Fill")) as change:
            photo = change.keep_photo(content=b"\x00picture", media_type="image/png", width=1, height=1)
            change.update(workspace.tables.Person, {key: {"photo": photo, "languages": ("fr", "en")}})
            day = {"starts": dt.date(2027, 6, 12), "reference": "2027", "year": 2027, "time_zone": "UTC"}
            change.insert(workspace.tables.Meeting, [{**day, "host": 1}])
        workspace.send_copy(copy, history=history)
        expected, steps = contents(workspace), workspace.history() if history else ()

    with open_workspace(copy, actor="Test") as taken:
        assert contents(taken) == expected
        assert taken.history() == steps
        assert taken.verify() == ()
        assert add_people(taken, "Li") == (3,)


def test_what_a_restore_set_aside_is_not_thinned_for_a_year(workspace: Workspace) -> None:
    file, hour = file_of(workspace), dt.timedelta(hours=1)
    folder = backup_folder(file)
    folder.mkdir()
    aside = folder / f"{NOW:%Y%m%dT%H%M%S%fZ}-before-restore.alternat"
    later = folder / f"{NOW + hour / 4:%Y%m%dT%H%M%S%fZ}-regular.alternat"
    for path in (aside, later):
        path.touch()

    thin(file, NOW + 30 * 24 * hour)
    assert sorted(folder.iterdir()) == [aside, later]
    for days in range(0, 420, 20):
        thin(file, made_at(file, NOW + days * 24 * hour).at)
        assert aside.exists() == (days < 380)


def test_a_restore_that_finds_the_disk_full_leaves_everything(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_people(workspace, "Roy")
    made, file = backed_up(workspace), file_of(workspace)
    add_people(workspace, "Li")
    workspace.close()
    before = file.read_bytes()

    def half(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("alternat.storage.backup.shutil.copyfile", half)
    with pytest.raises(DiskFull):
        restore(file, made)
    assert file.read_bytes() == before
    assert list(backup_folder(file).iterdir()) == [made.path]
