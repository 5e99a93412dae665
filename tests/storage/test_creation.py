"""New dialogues: there with all they begin with, or not there at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alternat.actions.demo import create_demo
from alternat.actions.dialogues import create_dialogue
from alternat.language.messages import message
from alternat.storage.locks import FileLock
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.storage.rows import add_people, contents

CREATOR = """
import os, signal, sys
from alternat.actions.dialogues import create_dialogue
from alternat.storage.workspace import create_workspace
fatal, calls = int(sys.argv[2]), 0
def hook(event, arguments):
    global calls
    if event in ("open", "os.rename", "os.remove", "sqlite3.connect") and "talks" in str(arguments[0]):
        calls += 1
        if calls == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
def fill(workspace):
    global calls
    for step in range(3):
        hook("open", ("talks",))
        if step == 1:
            create_dialogue(workspace, "canada-china")
create_workspace(sys.argv[1], actor="Test", fill=fill).close()
"""


def fail_half_way(workspace: Workspace) -> None:
    create_dialogue(workspace, "canada-china")
    raise KeyboardInterrupt


def test_a_new_dialogue_holds_its_content_from_the_first_moment(any_address: str) -> None:
    with create_workspace(any_address, actor="Test", fill=create_demo) as made:
        assert made.tables.Dialogue.select().count() == 1
        assert made.verify() == ()
        before = contents(made)
        assert len(made.history()) > 4
        while made.undo():
            pass
        assert made.tables.Dialogue.select().count() == 1
        assert made.verify() == ()
        while made.redo():
            pass
        assert contents(made) == before


def test_what_fails_half_way_leaves_nothing(any_address: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        create_workspace(any_address, actor="Test", fill=fail_half_way)
    if not any_address.startswith("postgresql"):
        assert list(Path(any_address).parent.iterdir()) == []
    with create_workspace(any_address, actor="Test", fill=create_dialogue) as made:
        assert made.tables.Dialogue.select().count() == 1
        assert made.verify() == ()


def test_steps_of_a_filling_are_taken_back_one_by_one_where_they_do_nothing(any_address: str) -> None:
    def fill(workspace: Workspace) -> None:
        add_people(workspace, "Roy")
        with workspace.change(message("Nothing")) as change:
            change.update(workspace.tables.Person, {1: {"family": "Li"}})
            change.update(workspace.tables.Person, {1: {"family": "Roy"}})

    with create_workspace(any_address, actor="Test", fill=fill) as made:
        assert [str(step.label) for step in made.history()] == ["Add people", "Add CA"]
        assert made.verify() == ()


@pytest.mark.skipif(os.name != "posix", reason="only POSIX systems have SIGKILL")
def test_a_creation_killed_anywhere_leaves_a_whole_dialogue_or_none(tmp_path: Path) -> None:
    fatal = whole = 0
    while True:
        fatal += 1
        folder = tmp_path / str(fatal)
        folder.mkdir()
        path = folder / "talks.alternat"
        done = subprocess.run(
            [sys.executable, "-c", CREATOR, str(path), str(fatal)],
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        if path.exists():
            whole += 1
            with open_workspace(path, actor="Test") as workspace:
                assert workspace.tables.Dialogue.select().count() == 1
                assert workspace.verify() == ()
        else:
            # Whatever is left over does not stand in the way of the next attempt, nor spoil it.
            with create_workspace(path, actor="Test", fill=create_dialogue) as workspace:
                assert workspace.verify() == ()
        assert [each.name for each in folder.iterdir()] == ["talks.alternat"]
        if done.returncode == 0:
            break
    assert fatal > 6
    assert whole > 1


def test_the_journal_of_an_unfinished_file_is_not_played_into_the_next_one(tmp_path: Path) -> None:
    path = tmp_path / "talks.alternat"
    path.with_name("talks.alternat-part").write_bytes(b"half")
    stale = path.with_name("talks.alternat-part-journal")
    stale.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    with create_workspace(path, actor="Test", fill=create_dialogue) as workspace:
        assert workspace.verify() == ()
    assert list(tmp_path.iterdir()) == [path]
    FileLock(path).release()
