"""Places still to be filled: kept from a list on demand, listed, found by the check, and removed."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

LIST = (
    "Name,Position,Organization\nZoé Ellery,Director,GAC\n"
    "TBC,Interpreter,GAC\nÀ déterminer,Adviser,GAC\n待定,,\n"
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_places_are_kept_only_when_asked_for(terminal: Terminal, example: Path, source: Path) -> None:
    words = ("import", example, source, "--meeting", 2027, "--side", "CA")
    outcome = terminal.type(*words)
    assert "3 places are still to be filled. --vacancies keep keeps them as vacant seats." in outcome.err
    assert terminal.done("vacancy", "list", example, "--meeting", 2027, "--json").json == []
    outcome = terminal.type(*words, "--vacancies", "keep")
    assert (outcome.code, outcome.out.endswith("Done: Keep 3 vacant seats from list.csv.\n")) == (0, True)
    listed = terminal.done("vacancy", "list", example, "--meeting", 2027, "--json").json
    assert [(each["side"], each["entity"], each["role"], each["note"].split(" ")[0]) for each in listed] == [
        ("CA", "CA-GAC", "interpreter", "TBC"),
        ("CA", "CA-GAC", "member", "À"),
        ("CA", None, "member", "待定"),
    ]
    terminal.type(*words, "--vacancies", "keep")
    assert len(terminal.done("vacancy", "list", example, "--meeting", 2027, "--json").json) == 3


def test_of_equal_places_only_those_that_are_lacking_are_kept(
    terminal: Terminal, example: Path, source: Path
) -> None:
    def keep(lines: int) -> int:
        source.write_text("Name,Position,Organization\n" + "TBC,Interpreter,GAC\n" * lines, encoding="utf-8")
        terminal.type("import", example, source, "--meeting", 2027, "--side", "CA", "--vacancies", "keep")
        return len(terminal.done("vacancy", "list", example, "--meeting", 2027, "--json").json)

    assert [keep(1), keep(3), keep(2)] == [1, 3, 3]


def test_places_are_told_and_removed(terminal: Terminal, example: Path, source: Path) -> None:
    terminal.type("import", example, source, "--meeting", 2027, "--side", "CA", "--vacancies", "keep")
    assert "3 places are still to be filled" in terminal.done("people", example, "--meeting", 2027).out
    assert "3 places still to be filled." in terminal.type("check", example, "--meeting", 2027).out
    numbers = [
        each["number"] for each in terminal.done("vacancy", "list", example, "--meeting", 2027, "--json").json
    ]
    terminal.done("vacancy", "remove", example, *numbers[:2])
    assert len(terminal.done("vacancy", "list", example, "--meeting", 2027, "--json").json) == 1
    terminal.done("undo", example)
    assert len(terminal.done("vacancy", "list", example, "--meeting", 2027, "--json").json) == 3
    refused = terminal.type("vacancy", "remove", example, 999)
    assert (refused.code, "999" in refused.err) == (2, True)
