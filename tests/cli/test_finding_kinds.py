"""`alternat finding`: the kinds of findings listed, lowered with a reason, and taken seriously again."""

from pathlib import Path
from typing import Any

import pytest

from alternat.planning.finding_kinds import KINDS
from alternat.storage.workspace import open_workspace
from tests.cli.terminal import Terminal


def listed(terminal: Terminal, file: Path, code: str, *words: object) -> Any:
    """Return what the list says about one kind."""
    kinds = terminal.done("finding", "list", file, "--json", *words).json
    return next(each for each in kinds if each["code"] == code)


def test_every_kind_is_listed_with_its_title_and_severity(terminal: Terminal, example: Path) -> None:
    kinds = terminal.done("finding", "list", example, "--json").json
    assert [each["code"] for each in kinds] == list(KINDS)
    assert kinds[0] == {
        "code": "name-missing",
        "title": "No name in any script",
        "severity": "blocks",
        "lowered_to": None,
        "reason": "",
        "count": 0,
    }


def test_what_is_found_now_is_counted_in_the_meeting_or_in_those_ahead(
    terminal: Terminal, example: Path
) -> None:
    found = terminal.done("check", example, "--meeting", 2027, "--json").json
    count = sum(each["code"] == "entity-missing" for each in found)
    assert count > 0
    assert listed(terminal, example, "entity-missing", "--meeting", 2027)["count"] == count
    assert listed(terminal, example, "entity-missing")["count"] >= count


@pytest.mark.parametrize(
    ("language", "heading", "name"),
    [
        ("en", "Code", "Room too small for the session"),
        ("fr", "Code", "Salle trop petite pour la séance"),
        ("zh", "代码", "会议室容纳不下"),
    ],
)
def test_the_list_comes_in_three_languages(
    terminal: Terminal, example: Path, language: str, heading: str, name: str
) -> None:
    first, *rest = terminal.done("finding", "list", example, "--lang", language).out.splitlines()
    assert first.startswith(heading)
    assert len(rest) == len(KINDS)
    assert any(line.startswith("room-too-small ") and name in line for line in rest)


def test_a_kind_is_lowered_with_a_reason_undone_and_restored(terminal: Terminal, example: Path) -> None:
    lower = ("finding", "lower", example, "ENTITY-MISSING", "--to", "notes", "--reason", " By telephone ")
    assert terminal.done(*lower).out == "Done: Take a kind of finding less seriously.\n"
    standing = listed(terminal, example, "entity-missing")
    assert (standing["severity"], standing["lowered_to"], standing["reason"]) == (
        "warns",
        "notes",
        "By telephone",
    )
    assert "entity-missing" in terminal.done("finding", "list", example).out
    assert "[By telephone]" in terminal.done("check", example, "--meeting", 2027).out

    terminal.done("undo", example)
    assert listed(terminal, example, "entity-missing")["lowered_to"] is None
    terminal.done("redo", example)

    restore = ("finding", "restore", example, "entity-missing")
    assert terminal.done(*restore).out == "Done: Take a kind of finding seriously again.\n"
    assert listed(terminal, example, "entity-missing")["lowered_to"] is None
    assert terminal.done(*restore).out == "Nothing had to be changed.\n"


def test_a_lowered_kind_no_longer_blocks(terminal: Terminal, example: Path) -> None:
    terminal.done("person", "set", example, 16, "--meeting", 2027, "--role", "head")
    assert terminal.type("check", example, "--meeting", 2027).code == 1
    terminal.done("finding", "lower", example, "head-twice", "--to", "warns", "--reason", "Two ministers")
    assert terminal.type("check", example, "--meeting", 2027).code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("lower", "FILE", "room-twise", "--to", "notes", "--reason", "x"),
            "There is no kind of finding with the code “room-twise”. Near it: room-twice",
        ),
        (
            ("lower", "FILE", "会议", "--to", "notes", "--reason", "x"),
            "There is no kind of finding with the code “会议”. “finding list” shows the codes.",
        ),
        (
            ("lower", "FILE", "room-twice", "--to", "notes", "--reason", " \t"),
            "Say why this kind of finding matters less here.",
        ),
        (
            ("lower", "FILE", "room-twice", "--to", "blocks", "--reason", "x"),
            "“blocks” is not a value of --to. Choose one of: warns, notes.",
        ),
        (
            ("lower", "FILE", "namesake", "--to", "warns", "--reason", "x"),
            "By its rule, “namesake” is “notes” at most, so that “warns” would not lower it.",
        ),
        (
            ("lower", "FILE", "room-closed", "--to", "warns", "--reason", "x"),
            "By its rule, “room-closed” is “warns” at most, so that “warns” would not lower it.",
        ),
        (("lower", "FILE", "room-twice", "--to", "notes"), "--reason must be given and is missing."),
        (("lower", "FILE", "room-twice", "--reason", "x"), "--to must be given and is missing."),
        (
            ("restore", "FILE", "rom-twice"),
            "There is no kind of finding with the code “rom-twice”. Near it: room-twice",
        ),
        (("restore", "FILE"), "CODE must be given and is missing."),
        (("list", "FILE", "--meeting", "1999"), "1999"),
        (("raise", "FILE"), "There is no command “raise”."),
    ],
)
def test_bad_input_is_refused_in_one_line_and_nothing_is_written(
    terminal: Terminal, example: Path, words: tuple[str, ...], sentence: str
) -> None:
    before = terminal.done("finding", "list", example, "--json").json
    outcome = terminal.type("finding", *(example if word == "FILE" else word for word in words))
    assert (outcome.code, outcome.out) == (2, "")
    assert sentence in outcome.err
    assert outcome.err.count("\n") == 1
    assert terminal.done("finding", "list", example, "--json").json == before


def test_a_file_that_is_not_there_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    gone = tmp_path / "gone.alternat"
    for words in (("list",), ("restore", "room-twice")):
        outcome = terminal.type("finding", words[0], gone, *words[1:])
        assert (outcome.code, outcome.out) == (2, "")


def test_a_lowered_code_that_no_check_makes_any_more_is_listed_and_can_be_restored(
    terminal: Terminal, example: Path
) -> None:
    with open_workspace(example, actor="Test") as workspace:
        values = {"code": "badge-lost", "severity": "notes", "reason": "Of another version"}
        with workspace.change(KINDS["room-twice"].title) as change:
            change.insert(workspace.tables.LoweredFinding, [values])
    standing = listed(terminal, example, "badge-lost")
    assert (standing["title"], standing["severity"]) == ("Unknown kind “badge-lost”", None)
    assert "badge-lost" in terminal.done("finding", "list", example).out
    terminal.done("finding", "restore", example, "badge-lost")
    assert "badge-lost" not in terminal.done("finding", "list", example).out
