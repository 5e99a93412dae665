"""`alternat password`, and dialogues that are protected from their birth."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alternat.processes import environment
from alternat.storage.backup import BackupReason, backups
from alternat.storage.passwords import is_protected
from tests.cli.terminal import Outcome, Terminal

FIRST, SECOND = 'it\'s "对话" – 2027; --&%', "a second, longer password"


def with_passwords(terminal: Terminal, old: str | None, new: str | None = None) -> None:
    for name, value in (("ALTERNAT_PASSWORD", old), ("ALTERNAT_NEW_PASSWORD", new)):
        terminal.environ.pop(name, None)
        if value is not None:
            terminal.environ[name] = value


def people(terminal: Terminal, file: Path) -> int:
    return len(terminal.done("people", file, "--json").json)


def refused(terminal: Terminal, *words: object) -> Outcome:
    outcome = terminal.type(*words)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    return outcome


def test_a_dialogue_is_protected_from_its_birth(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "talks.alternat"
    with_passwords(terminal, FIRST)
    assert "is protected by the password" in terminal.done("new", file).out
    assert is_protected(file)
    assert b"SQLite" not in file.read_bytes()
    assert terminal.done("info", file).code == 0
    with_passwords(terminal, None)
    assert "protected by a password" in refused(terminal, "info", file).err
    with_passwords(terminal, "   ")
    assert "needs at least one character" in refused(terminal, "new", tmp_path / "other.alternat").err
    assert not (tmp_path / "other.alternat").exists()


def test_a_demo_is_protected_too(terminal: Terminal, tmp_path: Path) -> None:
    with_passwords(terminal, FIRST)
    terminal.done("demo", tmp_path / "demo", "--no-window")
    assert is_protected(tmp_path / "demo" / "dialogue.alternat")


def test_a_password_is_set_changed_and_removed(terminal: Terminal, example: Path) -> None:
    count = people(terminal, example)
    mode = example.stat().st_mode
    with_passwords(terminal, None, FIRST)
    told = terminal.done("password", "set", example).out
    assert "Without it nobody can open it" in told
    assert "1 older backup has no password" in told
    assert is_protected(example)

    with_passwords(terminal, FIRST, SECOND)
    assert people(terminal, example) == count
    told = terminal.done("password", "change", example).out
    assert "still has the earlier password" in told
    refused(terminal, "people", example)
    with_passwords(terminal, SECOND)
    assert people(terminal, example) == count

    terminal.done("password", "remove", example)
    with_passwords(terminal, None)
    assert not is_protected(example)
    assert people(terminal, example) == count
    assert terminal.done("verify", example).out == "Everything is as it was written.\n"
    assert example.stat().st_mode == mode
    assert [each.reason for each in backups(example)] == [BackupReason.BEFORE_PASSWORD] * 3
    assert FIRST not in told


def test_older_backups_are_protected_or_removed(terminal: Terminal, example: Path) -> None:
    terminal.done("backup", "make", example)
    with_passwords(terminal, None, FIRST)
    told = terminal.done("password", "set", example, "--backups", "protect").out
    assert "2 backups open as the dialogue does now" in told
    assert all(is_protected(each.path) for each in backups(example))
    with_passwords(terminal, FIRST, SECOND)
    terminal.done("password", "change", example)
    with_passwords(terminal, SECOND)
    left = terminal.type("password", "backups", example, "--backups", "protect")
    assert (left.code, left.err) == (1, "")
    assert "3 backups open with none of the passwords given" in left.out
    terminal.environ["ALTERNAT_OLD_PASSWORD"] = FIRST
    assert (
        "3 backups open as the dialogue does now"
        in terminal.done("password", "backups", example, "--backups", "protect").out
    )
    name = backups(example)[0].path.stem
    assert "is now the dialogue" in terminal.done("backup", "restore", example, name).out
    with_passwords(terminal, SECOND, FIRST)
    terminal.done("password", "change", example, "--backups", "remove")
    assert backups(example) == ()


def test_what_cannot_be_done_is_refused_and_changes_nothing(terminal: Terminal, example: Path) -> None:
    content = example.read_bytes()
    assert "has no password" in refused(terminal, "password", "change", example).err
    assert "has no password" in refused(terminal, "password", "remove", example).err
    assert "ALTERNAT_NEW_PASSWORD" in refused(terminal, "password", "set", example).err
    with_passwords(terminal, None, "\x07bell")
    assert "invisible" in refused(terminal, "password", "set", example).err
    assert example.read_bytes() == content
    assert backups(example) == ()
    with_passwords(terminal, None, FIRST)
    terminal.done("password", "set", example)
    protected = example.read_bytes()
    assert "has a password already" in refused(terminal, "password", "set", example).err
    with_passwords(terminal, "mistyped", SECOND)
    for words in (("change", example), ("remove", example), ("backups", example)):
        outcome = refused(terminal, "password", *words)
        assert "password does not open" in outcome.err
        assert "damaged" not in outcome.err
    assert example.read_bytes() == protected
    refused(terminal, "password", "set", "postgresql://desk:secret@server/talks")
    refused(terminal, "password", "set", example.with_name("gone.alternat"))


def test_a_password_is_asked_for_at_a_terminal(terminal: Terminal, example: Path) -> None:
    answers = [FIRST, "not the same"]
    terminal.ask_secret = lambda _prompt: answers.pop(0)
    assert "not the same" in refused(terminal, "password", "set", example).err
    answers[:] = [FIRST, FIRST]
    terminal.done("password", "set", example)
    answers[:] = [FIRST]
    assert people(terminal, example) > 0


def test_the_password_is_taken_out_of_the_environment_that_others_inherit(tmp_path: Path) -> None:
    code = (
        "import sys, os; sys.argv[1:] = ['new', sys.argv[1]]; from alternat.__main__ import main; "
        "code = main(); print(code, 'ALTERNAT_PASSWORD' in os.environ)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "talks.alternat")],
        env={**environment(), "ALTERNAT_PASSWORD": FIRST, "LANG": "C", "HOME": os.environ.get("HOME", "")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.splitlines()[-1] == "0 False"
    assert is_protected(tmp_path / "talks.alternat")


@pytest.mark.parametrize("nothing", ["", "  "])
def test_an_empty_password_makes_no_open_file(terminal: Terminal, tmp_path: Path, nothing: str) -> None:
    terminal.environ["ALTERNAT_PASSWORD"] = nothing
    outcome = terminal.type("new", tmp_path / "talks.alternat")
    assert (outcome.code, outcome.out) == (2, "")
    assert not (tmp_path / "talks.alternat").exists()
