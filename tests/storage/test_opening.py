"""What is opened and what is refused, each with a message of its own, and the place left as it was."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw
import psycopg
import pytest

from alternat.storage.engines.sqlite import APPLICATION_ID
from alternat.storage.faults import (
    DamagedDialogue,
    MissingFile,
    NewerDialogue,
    NoPermission,
    NotADialogue,
    ReadOnlyPlace,
    ServerUnreachable,
    StorageError,
    WorkspaceExists,
)
from alternat.storage.locks import OpenElsewhere
from alternat.storage.migrations.schema import SCHEMA
from alternat.storage.workspace import create_workspace, open_workspace
from tests.storage.rows import add_people, families

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed dialogue with some people in it."""
    path = tmp_path / "dialogue.alternat"
    with create_workspace(path, actor="Test") as workspace:
        add_people(workspace, *(f"Roy {number}" for number in range(300)))
    return path


@pytest.fixture
def anybodys_folder() -> Iterator[Path]:
    """A folder that every user of the system can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Let permissions count even where the tests run as root."""
    if os.name != "posix" or os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def refused(path: Path | str, kind: type[StorageError]) -> str:
    """Return the message with which opening is refused."""
    with pytest.raises(kind) as error:
        open_workspace(path, actor="Test")
    assert type(error.value) is kind
    return str(error.value)


def neighbours(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def test_only_the_file_itself_is_left_on_the_disk(path: Path) -> None:
    assert neighbours(path) == ["dialogue.alternat"]
    with open_workspace(path, actor="Test") as workspace:
        add_people(workspace, "Li")
        assert neighbours(path) == [
            "dialogue.alternat",
            "dialogue.alternat-journal",
            "dialogue.alternat-lock",
        ]
    assert neighbours(path) == ["dialogue.alternat"]


@pytest.mark.parametrize(
    "content",
    [b"", b"family,given\nRoy,Ann\n", b"\x00" * 4096, b"PK\x03\x04" + bytes(9000), b"SQLite format 3"],
    ids=["empty", "text", "zeros", "archive", "cut short"],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.alternat"
    path.write_bytes(content)
    assert "is not an Alternat dialogue" in refused(path, NotADialogue)
    assert path.read_bytes() == content
    assert neighbours(path) == ["list.alternat"]


def test_the_file_of_another_sqlite_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("CREATE TABLE person (name)")
    content = path.read_bytes()
    refused(path, NotADialogue)
    assert path.read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.alternat"
    os.mkfifo(path)
    refused(path, NotADialogue)


@pytest.mark.parametrize("name", ["a\0b.alternat", "~nobody-here/a.alternat", "\udcff.alternat"])
def test_an_impossible_name_is_refused(name: str) -> None:
    refused(name, StorageError)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    refused(tmp_path, NotADialogue)


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    assert "does not exist" in refused(tmp_path / "gone.alternat", MissingFile)
    refused(tmp_path / "no folder" / "gone.alternat", MissingFile)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_a_later_version_is_refused(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.pragma("user_version", 907)
    content = path.read_bytes()
    assert f"format 907; this version reads up to {SCHEMA.number}" in refused(path, NewerDialogue)
    assert path.read_bytes() == content
    assert neighbours(path) == ["dialogue.alternat"]


def test_a_file_without_its_end_is_refused(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 5])
    assert "Restore its latest backup" in refused(path, DamagedDialogue)


def test_a_file_with_broken_pages_is_refused(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(3, len(content) // 4096):
        content[4096 * page : 4096 * page + 12] = os.urandom(12)
    path.write_bytes(content)
    refused(path, DamagedDialogue)
    assert path.read_bytes() == content
    assert neighbours(path) == ["dialogue.alternat"]


def test_a_file_open_elsewhere_tells_by_whom(path: Path) -> None:
    holder = (
        "import sys; from alternat.storage.workspace import open_workspace as o; w = o(sys.argv[1], actor='')"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", f"{holder}; print('open', flush=True); sys.stdin.read()", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with child:
        assert child.stdout
        assert child.stdout.readline() == b"open\n" or child.stdout.readline() == b"open\r\n"
        words = refused(path, OpenElsewhere)
        with open_workspace(path, actor="Reader", write=False) as reader:
            assert len(families(reader)) == 300
        child.kill()
    assert " on " in words
    assert "since" in words
    # Killed, not closed: the lock is gone all the same.
    with open_workspace(path, actor="Test") as workspace:
        assert len(families(workspace)) == 300


def test_a_file_open_in_the_same_process_is_open_elsewhere_too(path: Path) -> None:
    with open_workspace(path, actor="Test"):
        refused(path, OpenElsewhere)
        with pytest.raises(OpenElsewhere):
            create_workspace(path, actor="Test")


def test_every_way_to_a_file_meets_the_same_lock(path: Path) -> None:
    link = path.with_name("link.alternat")
    link.symlink_to(path)
    with open_workspace(link, actor="Test"):
        refused(path, OpenElsewhere)


def test_a_read_only_folder_is_refused_and_can_still_be_read(anybodys_folder: Path) -> None:
    path = anybodys_folder / "dialogue.alternat"
    create_workspace(path, actor="Test").close()
    path.chmod(0o444)
    anybodys_folder.chmod(0o555)
    with without_privileges():
        assert "Copy it to a folder of your own" in refused(path, ReadOnlyPlace)
        with pytest.raises(ReadOnlyPlace):
            create_workspace(anybodys_folder / "new.alternat", actor="Test")
        with open_workspace(path, actor="Reader", write=False) as workspace:
            assert families(workspace) == []
    assert neighbours(path) == ["dialogue.alternat"]


def test_a_read_only_file_is_refused(anybodys_folder: Path) -> None:
    anybodys_folder.chmod(0o777)
    path = anybodys_folder / "dialogue.alternat"
    create_workspace(path, actor="Test").close()
    path.chmod(0o444)
    with without_privileges():
        refused(path, ReadOnlyPlace)
    assert neighbours(path) == ["dialogue.alternat"]


def test_a_file_that_may_not_be_read_is_refused(anybodys_folder: Path) -> None:
    path = anybodys_folder / "dialogue.alternat"
    create_workspace(path, actor="Test").close()
    path.chmod(0o000)
    with without_privileges():
        assert "You are not allowed to open" in refused(path, NoPermission)


def test_nothing_is_ever_replaced_by_a_new_dialogue(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("important", encoding="utf-8")
    for taken in (path, tmp_path):
        with pytest.raises(WorkspaceExists, match="was left as it is"):
            create_workspace(taken, actor="Test")
    assert path.read_text(encoding="utf-8") == "important"
    assert neighbours(path) == ["notes.txt"]


def test_a_new_dialogue_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="no folder"):
        create_workspace(tmp_path / "no folder" / "a.alternat", actor="Test")
    assert list(tmp_path.iterdir()) == []


def test_a_name_with_spaces_and_signs_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a ?b=c&d#e%20 'é 对话.alternat"
    create_workspace(path, actor="Test").close()
    assert neighbours(path) == [path.name]
    open_workspace(path, actor="Test").close()


def test_a_file_says_whose_it_is(path: Path) -> None:
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72]) == APPLICATION_ID
    assert int.from_bytes(header[60:64]) == SCHEMA.number


@pytest.mark.postgresql
def test_an_empty_database_is_not_a_dialogue(postgresql_address: str) -> None:
    refused(postgresql_address, NotADialogue)


@pytest.mark.postgresql
def test_a_database_in_use_is_not_made_into_a_dialogue(postgresql_address: str) -> None:
    with psycopg.connect(postgresql_address, autocommit=True) as connection:
        connection.execute("CREATE TABLE invoices (id INTEGER)")
    with pytest.raises(WorkspaceExists):
        create_workspace(postgresql_address, actor="Test")
    refused(postgresql_address, NotADialogue)


@pytest.mark.postgresql
def test_a_database_of_a_later_version_is_refused(postgresql_address: str) -> None:
    create_workspace(postgresql_address, actor="Test").close()
    with psycopg.connect(postgresql_address, autocommit=True) as connection:
        connection.execute("UPDATE alternat_meta SET value = '907'")
    assert "format 907" in refused(postgresql_address, NewerDialogue)


@pytest.mark.postgresql
def test_a_missing_database_is_refused(postgresql_server: str) -> None:
    address = postgresql_server.replace("/postgres?", "/nothing?")
    assert 'database "nothing" does not exist' in refused(address, ServerUnreachable)


def test_a_server_that_does_not_answer_is_refused(tmp_path: Path) -> None:
    words = refused(f"postgresql://wang:secret@/dialogue?host={tmp_path}", ServerUnreachable)
    assert "secret" not in words


@pytest.mark.postgresql
def test_several_people_edit_one_database(postgresql_address: str) -> None:
    with (
        create_workspace(postgresql_address, actor="A") as first,
        open_workspace(postgresql_address, actor="B") as second,
    ):
        add_people(first, "Roy")
        add_people(second, "Li")
        assert families(first) == families(second) == ["Roy", "Li"]
        first.undo()
        assert families(second) == ["Li"]
