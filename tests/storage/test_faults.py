"""Faults of the disk and the engines, provoked for real where that is possible, in words that help."""

import errno
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import apsw
import peewee as pw
import pytest

from alternat.language.messages import message
from alternat.storage.faults import (
    DamagedDialogue,
    DiskFull,
    FileBusy,
    FileMoved,
    MissingFile,
    NoPermission,
    NotADialogue,
    ReadOnlyPlace,
    StorageError,
    ValueUnfit,
    classified,
    in_plain_words,
)
from alternat.storage.workspace import Workspace, open_workspace
from tests.storage.rows import add_people, add_side, contents, families, person


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOENT, MissingFile),
        (errno.EACCES, NoPermission),
        (errno.EROFS, ReadOnlyPlace),
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EISDIR, NotADialogue),
        (errno.EIO, StorageError),
    ],
)
def test_system_errors_have_their_own_words(number: int, kind: type[StorageError]) -> None:
    with pytest.raises(StorageError, match=r"/a\.alternat") as raised, in_plain_words("/a.alternat"):
        raise OSError(number, os.strerror(number))
    assert type(raised.value) is kind


def test_the_innermost_cause_decides() -> None:
    fault: BaseException = pw.OperationalError("cannot rollback - no transaction is active")
    fault.__context__ = pw.OperationalError("database or disk is full")
    fault.__context__.__context__ = apsw.FullError("database or disk is full")
    fault.__context__.__context__.extendedresult = apsw.SQLITE_FULL  # type: ignore[attr-defined]  # as apsw does
    assert type(classified(fault, "/a")) is DiskFull


def test_an_unknown_fault_keeps_its_reason() -> None:
    assert str(classified(pw.InternalError("cosmic ray"), "/a.alternat")) == (
        "/a.alternat could not be read or written (cosmic ray). Nothing was changed."
    )


def test_other_errors_pass_unchanged() -> None:
    with pytest.raises(ZeroDivisionError), in_plain_words("/a"):
        _ = 1 / 0


def limit_pages(workspace: Workspace, pages: int) -> None:
    """Let the file grow to so many pages only: what SQLite then does, it does when the disk is full."""
    database: Any = workspace.tables.Person._meta.database
    database.execute_sql(f"PRAGMA max_page_count = {pages}")


def fill(workspace: Workspace, count: int = 3000) -> None:
    with workspace.change(message("Import")) as change:
        change.insert(workspace.tables.Person, [person(1, f"Roy {number}") for number in range(count)])


def test_a_full_disk_is_told_and_nothing_is_lost(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    before = contents(workspace)
    limit_pages(workspace, 60)
    with pytest.raises(DiskFull, match="free some space"):
        fill(workspace)

    assert contents(workspace) == before
    assert workspace.undoable == message("Add people")
    limit_pages(workspace, 100_000)
    fill(workspace)
    assert len(families(workspace)) == 3001
    assert workspace.verify() == ()


def test_a_full_disk_inside_an_inner_block_is_told_too(workspace: Workspace) -> None:
    add_side(workspace)
    limit_pages(workspace, 60)
    with pytest.raises(DiskFull), workspace.change(message("Outer")):
        fill(workspace)
    assert families(workspace) == []


def test_a_full_disk_that_a_verb_swallows_is_told_at_the_end(workspace: Workspace) -> None:
    add_side(workspace)
    limit_pages(workspace, 60)

    def swallow() -> None:
        with workspace.change(message("Outer")) as change, suppress(DiskFull):
            change.insert(workspace.tables.Person, [person(1, "X" * 150) for _ in range(3000)])

    with pytest.raises(DiskFull):
        swallow()
    assert families(workspace) == []


CHILD = """
import resource, signal, sys
from alternat.language.messages import message
from alternat.storage.workspace import open_workspace
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_workspace(sys.argv[1], actor="Child") as workspace:
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
    with workspace.change(message("Too much")) as change:
        change.insert(workspace.tables.Person, [{"side": 1, "family": "X" * 150} for _ in range(5000)])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_refusal_of_the_system_to_write_leaves_the_file_whole(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    before = contents(workspace)
    workspace.close()
    child = subprocess.run(
        [sys.executable, "-c", CHILD, workspace.address],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert "DiskFull" in child.stderr.splitlines()[-1]
    with open_workspace(workspace.address, actor="Test") as reopened:
        assert contents(reopened) == before
        assert reopened.verify() == ()


def test_a_file_that_another_program_is_writing_is_busy(workspace: Workspace) -> None:
    other = apsw.Connection(workspace.address)
    database: Any = workspace.tables.Person._meta.database
    database.execute_sql("PRAGMA busy_timeout = 10")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(FileBusy, match="another program"):
        add_side(workspace)
    other.execute("ROLLBACK")
    other.close()
    add_side(workspace)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not move open files")
def test_a_file_that_was_replaced_while_open_is_not_written(workspace: Workspace) -> None:
    add_side(workspace)
    path = Path(workspace.address)
    path.rename(path.with_name("elsewhere.alternat"))
    path.write_bytes(b"another file")
    with pytest.raises(FileMoved, match="moved or replaced"):
        add_people(workspace, "Roy")
    assert path.read_bytes() == b"another file"


def test_a_page_that_breaks_while_open_is_told_when_it_is_read(workspace: Workspace) -> None:
    add_side(workspace)
    fill(workspace)
    path = Path(workspace.address)
    workspace.close()
    with open_workspace(path, actor="Test") as reopened:
        with path.open("r+b") as file:
            for page in range(20, path.stat().st_size // 4096):
                file.seek(page * 4096)
                file.write(b"\xff" * 16)
        database: Any = reopened.tables.Person._meta.database
        database.execute_sql("PRAGMA shrink_memory")
        with pytest.raises(DamagedDialogue, match="Restore its latest backup"):
            contents(reopened)


def test_a_value_too_long_or_missing_is_refused(any_workspace: Workspace) -> None:
    add_side(any_workspace)
    with pytest.raises(ValueUnfit):
        add_people(any_workspace, "x" * 201)
    with pytest.raises(ValueUnfit), any_workspace.change(message("Add")) as change:
        change.insert(any_workspace.tables.Person, [{"side": 1, "family": None}])
    with pytest.raises(ValueUnfit), any_workspace.change(message("Add")) as change:
        change.insert(any_workspace.tables.Person, [person(1, "a\x00b")])
    assert families(any_workspace) == []
