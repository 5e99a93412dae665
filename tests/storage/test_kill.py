"""A process that is killed while it writes leaves whole steps only."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from alternat.storage.backup import BackupReason, backups
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.storage.rows import add_people, add_side, families

ROUNDS = 6
PEOPLE_A_STEP = 7

WRITER = f"""
import itertools, sys
from alternat.language.messages import message
from alternat.storage.workspace import open_workspace
with open_workspace(sys.argv[1], actor="Writer") as workspace:
    person = workspace.tables.Person
    for number in itertools.count():
        with workspace.change(message("Add")) as change:
            keys = change.insert(person, [{{"side": 1, "family": "x" * 100}} for _ in range({PEOPLE_A_STEP})])
        with workspace.change(message("Rename")) as change:
            change.update(person, {{key: {{"family": f"step {{number}}"}} for key in keys}})
        if number % 3 == 0:
            workspace.undo()
        print(number, flush=True)
"""

RESTORER = """
import os, signal, sys
from pathlib import Path
from alternat.storage.backup import backups, restore
file, fatal = Path(sys.argv[1]), int(sys.argv[2])
made = backups(file)[-1]
calls = 0
def hook(event, arguments):
    global calls
    if event in ("open", "os.rename", "os.remove", "shutil.copyfile") and file.name in str(arguments[0]):
        calls += 1
        if calls == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
restore(file, made)
"""


def start_writer(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def only_whole_steps(workspace: Workspace) -> bool:
    people = families(workspace)
    parts = [people[start : start + PEOPLE_A_STEP] for start in range(0, len(people), PEOPLE_A_STEP)]
    return all(len(part) == PEOPLE_A_STEP and len(set(part)) == 1 for part in parts)


def test_a_killed_writer_leaves_whole_steps(tmp_path: Path) -> None:
    path, moments = tmp_path / "a.alternat", random.Random(2027)
    with create_workspace(path, actor="Test") as workspace:
        add_side(workspace)

    told = 0
    for _ in range(ROUNDS):
        with start_writer(path) as writer:
            assert writer.stdout
            steps = moments.randrange(1, 8)
            # Killed right behind a line, in the middle of what comes next.
            for _, _line in zip(range(steps), writer.stdout, strict=False):
                told += 1
            writer.kill()

        with open_workspace(path, actor="Test") as workspace:
            assert workspace.verify() == ()
            assert only_whole_steps(workspace)
            assert len(families(workspace)) >= told * PEOPLE_A_STEP


@pytest.mark.skipif(os.name != "posix", reason="only POSIX systems have SIGKILL")
def test_a_restore_killed_at_any_file_operation_loses_neither_state(tmp_path: Path) -> None:
    fatal = 0
    while True:
        fatal += 1
        path = tmp_path / f"{fatal}.alternat"
        with create_workspace(path, actor="Test") as workspace:
            add_people(workspace, "Roy")
            made = workspace.back_up()
            add_people(workspace, "Li")
        done = subprocess.run(
            [sys.executable, "-c", RESTORER, str(path), str(fatal)],
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        kept = backups(path)
        assert made in kept
        asides = [each.path for each in kept if each.reason is BackupReason.BEFORE_RESTORE]
        with open_workspace(path, actor="Test") as workspace:
            assert workspace.verify() == ()
            assert families(workspace) == ["Roy", "Li"] or (families(workspace) == ["Roy"] and asides)
        for aside in asides:
            with open_workspace(aside, actor="Test", write=False) as workspace:
                assert families(workspace) == ["Roy", "Li"]
        if done.returncode == 0:
            break
    assert fatal > 4
