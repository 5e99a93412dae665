"""Looking at a file drops no lock on it: on POSIX, closing any handle of a file lets go of all its locks."""

import subprocess
import sys
from pathlib import Path

import pytest

from alternat.language.messages import message
from alternat.storage.engines.sqlite import is_plain, refuse_foreign
from alternat.storage.workspace import create_workspace, open_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps locks by handle")

ANOTHER_PROCESS = """
import sys
import apsw
connection = apsw.Connection(sys.argv[1], flags=apsw.SQLITE_OPEN_READWRITE)
for name, value in (("cipher", "sqlcipher"), ("legacy", 4), ("key", sys.argv[2]))[: 3 * bool(sys.argv[2])]:
    connection.pragma(name, value)
try:
    connection.execute("BEGIN IMMEDIATE")
    print("taken")
except apsw.BusyError:
    print("held")
"""


def seen_by_another_process(path: Path, password: str | None) -> str:
    command = [sys.executable, "-c", ANOTHER_PROCESS, str(path), password or ""]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("password", [None, "Maple and bamboo"])
def test_no_look_at_a_file_lets_go_of_the_lock_of_an_open_transaction(
    tmp_path: Path, password: str | None
) -> None:
    path = tmp_path / "dialogue.alternat"
    with create_workspace(path, actor="Test", password=password) as workspace:
        with workspace.change(message("Add people")) as change:
            change.insert(workspace.tables.Dialogue, [])
            assert seen_by_another_process(path, password) == "held"
            refuse_foreign(path, password)
            assert is_plain(path) is (password is None)
            with open_workspace(path, actor="Reader", write=False, password=password) as reader:
                assert not reader.is_writable
            path.touch()
            workspace._opened.require_same()
            assert seen_by_another_process(path, password) == "held"
        assert seen_by_another_process(path, password) == "taken"
