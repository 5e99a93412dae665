"""`alternat backup`: list, make and restore."""

from pathlib import Path
from typing import Any

import apsw
import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.storage.workspace import create_workspace
from tests.cli.terminal import Terminal


def people(terminal: Terminal, file: Path) -> Any:
    return terminal.done("people", file, "--json").json


def made(terminal: Terminal, file: Path) -> Path:
    return Path(terminal.done("backup", "make", file).out.removeprefix("The backup is ").strip())


def test_a_backup_opens_like_its_dialogue(terminal: Terminal, example: Path) -> None:
    assert people(terminal, made(terminal, example)) == people(terminal, example)


def test_backups_are_listed_with_their_size_and_reason(terminal: Terminal, example: Path) -> None:
    assert terminal.done("backup", "list", example).out == "There is no backup yet.\n"
    copy = made(terminal, example)
    (listed,) = terminal.done("backup", "list", example, "--json").json
    assert (listed["name"], listed["size"], listed["reason"]) == (copy.name, copy.stat().st_size, "regular")
    assert "regular" in terminal.done("backup", "list", example).out


def test_restoring_keeps_what_was_there(terminal: Terminal, example: Path) -> None:
    before, copy = people(terminal, example), made(terminal, example)
    terminal.done("person", "remove", example, 16)
    after = people(terminal, example)
    terminal.done("backup", "restore", example, copy.stem)
    assert people(terminal, example) == before
    aside = terminal.done("backup", "list", example, "--json").json[0]
    assert aside["reason"] == "before-restore"
    assert people(terminal, copy.with_name(aside["name"])) == after


def test_a_backup_is_written_beside_the_dialogue(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    before, copy, other = people(terminal, example), made(terminal, example), tmp_path / "other.alternat"
    terminal.done("person", "remove", example, 16)
    after = people(terminal, example)
    terminal.done("backup", "restore", example, copy.name, "--to", other)
    assert (people(terminal, example), people(terminal, other)) == (after, before)
    refused = terminal.type("backup", "restore", example, copy.name, "--to", other)
    assert (refused.code, "exists already" in refused.err) == (2, True)


def test_a_damaged_dialogue_is_restored(terminal: Terminal, example: Path) -> None:
    before, copy = people(terminal, example), made(terminal, example)
    example.write_bytes(b"not a dialogue")
    terminal.done("backup", "restore", example, copy.name)
    assert people(terminal, example) == before


def test_a_backup_of_a_protected_dialogue_is_protected(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "protected.alternat"
    with create_workspace(file, actor="Test", password="correct horse") as workspace:
        create_dialogue(workspace)
    terminal.environ["ALTERNAT_PASSWORD"] = "correct horse"
    copy = made(terminal, file)
    assert not copy.read_bytes().startswith(b"SQLite")
    terminal.done("backup", "restore", file, copy.name)
    del terminal.environ["ALTERNAT_PASSWORD"]
    refused = terminal.type("backup", "restore", file, copy.name)
    assert (refused.code, "password" in refused.err) == (2, True)


def test_what_cannot_be_restored_is_refused_in_plain_words(terminal: Terminal, example: Path) -> None:
    refused = terminal.type("backup", "restore", example, "yesterday")
    assert (refused.code, "no backup “yesterday”" in refused.err) == (2, True)
    refused = terminal.type("backup", "list", "postgresql://someone:secret@server/talks")
    assert (refused.code, "administrator" in refused.err, "secret" in refused.err) == (2, True, False)


@pytest.mark.parametrize("beside", [False, True])
def test_a_backup_that_is_not_as_it_was_written_is_restored_only_when_said_so(
    terminal: Terminal, example: Path, tmp_path: Path, *, beside: bool
) -> None:
    copy, other = made(terminal, example), tmp_path / "other.alternat"
    terminal.done("person", "remove", example, 16)
    file = apsw.Connection(str(copy))
    file.execute("UPDATE person SET family = 'Wrong' WHERE id = 1")
    file.close()
    content = example.read_bytes()
    where = ("--to", other) if beside else ()
    refused = terminal.type("backup", "restore", example, copy.name, *where)
    assert (refused.code, refused.out) == (1, "")
    assert "Not as it was last written: the person" in refused.err
    assert "say --anyway to restore it as it is." in refused.err
    assert (example.read_bytes(), other.exists()) == (content, False)
    assert len(terminal.done("backup", "list", example, "--json").json) == 1
    forced = terminal.type("backup", "restore", example, copy.name, *where, "--anyway")
    assert (forced.code, "Not as it was last written" in forced.err) == (0, True)
    assert "Wrong" in str(people(terminal, other if beside else example))
