"""`alternat verify`, and dialogues with a password."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alternat.actions.dialogues import create_dialogue
from alternat.storage.workspace import create_workspace
from tests.cli.terminal import Terminal


def test_a_whole_dialogue_is_proved_whole(terminal: Terminal, example: Path) -> None:
    assert terminal.done("verify", example).out == "Everything is as it was written.\n"


def test_a_value_changed_behind_our_back_is_found(terminal: Terminal, example: Path) -> None:
    with closing(sqlite3.connect(example)) as database:
        database.execute("UPDATE person SET family = 'Ma' WHERE id = 14")
        database.commit()
    outcome = terminal.type("verify", example, "--json")
    assert (outcome.code, outcome.err) == (1, "")
    (found,) = outcome.json
    assert (found["damage"], found["table"], found["row"]) == ("changed", "person", 14)


def test_a_password_comes_from_the_environment(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "protected.alternat"
    with create_workspace(file, actor="Test", password="correct horse") as workspace:
        create_dialogue(workspace)
    assert terminal.type("info", file).code == 2
    terminal.environ["ALTERNAT_PASSWORD"] = "wrong horse"
    outcome = terminal.type("info", file)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert "horse" not in outcome.err
    terminal.environ["ALTERNAT_PASSWORD"] = "correct horse"
    assert len(terminal.done("meetings", file, "--json").json) == 2
