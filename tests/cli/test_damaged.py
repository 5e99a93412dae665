"""Damaged dialogues on the command line: what can still be read is read, and the damage is said."""

from contextlib import closing
from pathlib import Path

import apsw
import pytest

from alternat.storage.workspace import create_workspace
from tests.cli.terminal import Terminal

READING = (
    ("info",),
    ("log",),
    ("people", "--meeting", "2027"),
    ("check", "--meeting", "2027"),
    ("meetings",),
    ("print", "delegation-list", "--meeting", "2027", "-o"),
)
JOURNAL_DAMAGE = (
    "UPDATE journal_step SET arguments = '{'",
    "UPDATE journal_step SET arguments = '[1]'",
    "UPDATE journal_step SET template = x'ff00'",
    "UPDATE journal_step SET template = CAST(x'ff00' AS TEXT)",
    "UPDATE journal_step SET at = 'yesterday'",
    "UPDATE journal_step SET state = 'nothing', origin = 'nowhere'",
    "UPDATE journal_step SET actor = 3",
    "UPDATE journal_row SET after = '{'",
    "UPDATE journal_row SET \"table\" = 'nothing'",
    "UPDATE journal_row SET digest = ''",
    "DELETE FROM journal_step",
    "DELETE FROM journal_row",
    "DELETE FROM journal_head",
    "DROP TABLE journal_step",
    "DROP TABLE journal_row",
    "DROP TABLE journal_head",
)


def spoil(path: Path, sql: str) -> None:
    with closing(apsw.Connection(str(path))) as file:
        file.execute(sql)


def overwrite(path: Path, table: str) -> None:
    """Write over a page of a table and of each of its indexes, as a bad sector would."""
    with closing(apsw.Connection(str(path))) as file:
        roots = [
            root
            for (root,) in file.execute("SELECT rootpage FROM sqlite_schema WHERE tbl_name = ?", (table,))
        ]
    with path.open("r+b") as pages:
        for root in roots:
            pages.seek((root - 1) * 4096)
            pages.write(b"\xff" * 4096)


@pytest.mark.parametrize("sql", JOURNAL_DAMAGE)
def test_a_damaged_history_stops_no_reading_and_is_said(
    terminal: Terminal, example: Path, tmp_path: Path, sql: str
) -> None:
    expected = [
        terminal.type(words[0], example, *words[1:], *_target(words, tmp_path)).code for words in READING
    ]
    spoil(example, sql)
    for words, code in zip(READING, expected, strict=True):
        outcome = terminal.type(words[0], example, *words[1:], *_target(words, tmp_path))
        assert outcome.code == code, (words, outcome.err)
        assert f"The history of {example} is damaged" in outcome.err
    assert terminal.type("verify", example).code == 1


@pytest.mark.parametrize("table", ["journal_step", "journal_row"])
def test_broken_pages_of_the_history_stop_no_reading(
    terminal: Terminal, example: Path, tmp_path: Path, table: str
) -> None:
    overwrite(example, table)
    for words in READING:
        outcome = terminal.type(words[0], example, *words[1:], *_target(words, tmp_path))
        assert outcome.code in {0, 1}, (words, outcome.err)
        assert "is damaged" in outcome.err
    assert terminal.type("verify", example).code == 1
    outcome = terminal.type("undo", example)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)


def test_broken_pages_of_people_are_said_in_one_line(terminal: Terminal, example: Path) -> None:
    overwrite(example, "person")
    for words in (("info",), ("people", "--meeting", "2027"), ("verify",), ("undo",)):
        outcome = terminal.type(words[0], example, *words[1:])
        assert outcome.code == 2
        assert outcome.err.count("\n") == 1
        assert "is damaged and was left as it is" in outcome.err


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE meeting SET starts = 'tomorrow'",
        "UPDATE meeting SET status = 'halfway'",
        "UPDATE person SET gender = 'x'",
        "UPDATE person SET family = x'ff'",
        "UPDATE person SET position = '[]'",
        "UPDATE person SET position = CAST(x'ff' AS TEXT)",
        "UPDATE side SET time_zone = 'Nowhere/At All'",
        "UPDATE side SET languages = 'xx'",
        "UPDATE session SET start = 'noon'",
        "DELETE FROM side",
        "DELETE FROM dialogue",
        "DROP TABLE room",
    ],
)
def test_damaged_values_are_damage_and_no_fault_of_ours(
    terminal: Terminal, example: Path, tmp_path: Path, sql: str
) -> None:
    spoil(example, sql)
    for words in READING:
        outcome = terminal.type(words[0], example, *words[1:], *_target(words, tmp_path))
        assert outcome.code in {0, 1, 2}, (words, outcome.err)
        assert outcome.code != 2 or outcome.err.count("\n") == 1, outcome.err
    assert terminal.type("verify", example).code == 1


def test_a_step_whose_history_is_damaged_is_not_taken_back(terminal: Terminal, example: Path) -> None:
    terminal.done("person", "set", example, "14", "--family", "Ma")
    spoil(example, "UPDATE journal_row SET before = '{}' WHERE id = "
        "(SELECT max(id) FROM journal_row)")  # fmt: skip
    outcome = terminal.type("undo", example)
    assert outcome.code == 2
    assert "cannot be taken back" in outcome.err


def _target(words: tuple[str, ...], folder: Path) -> tuple[Path, ...]:
    return (folder / "out.pdf",) if words[-1] == "-o" else ()


def test_a_dialogue_that_was_left_empty_says_so(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "empty.alternat"
    create_workspace(path, actor="Test").close()
    for words in (("info",), ("log",), ("check",), ("meetings",), ("hosts",), ("verify",)):
        assert terminal.type(words[0], path).code in {0, 2}
    outcome = terminal.type("info", path)
    assert outcome.err.endswith("making it was interrupted. Remove it, and make the dialogue anew.\n")
