"""A document is written whole or not at all, and every fault says what to do."""

import errno
import os
from pathlib import Path

import pytest

from alternat.documents.press.saving import (
    FolderMissing,
    NoRoomToSave,
    NotSaved,
    OpenInAnotherProgram,
    PlaceReadOnly,
    save,
)


def test_a_document_is_written_and_replaces_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "胸牌.pdf"
    save(target, b"first")
    save(target, b"second")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"胸牌.pdf": b"second"}


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="folder does not exist"):
        save(tmp_path / "gone" / "badges.pdf", b"new")


def test_a_file_in_the_place_of_the_folder_is_a_missing_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolderMissing):
        save(tmp_path / "file" / "badges.pdf", b"new")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, NoRoomToSave),
        (errno.EROFS, PlaceReadOnly),
        (errno.EACCES, PlaceReadOnly),
        (errno.EIO, NotSaved),
    ],
)
def test_a_fault_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[NotSaved]
) -> None:
    target = tmp_path / "badges.pdf"
    save(target, b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(kind) as caught:
        save(target, b"new")
    assert type(caught.value) is kind
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"badges.pdf": b"old"}


def test_a_file_that_a_viewer_holds_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "badges.pdf"
    save(target, b"old")

    def refuse(_part: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OpenInAnotherProgram, match="Close it there"):
        save(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["badges.pdf"]


def test_a_protected_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "badges.pdf"
    save(target, b"old")
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(PlaceReadOnly, match="read-only"):
        save(target, b"new")
    assert target.read_bytes() == b"old"
