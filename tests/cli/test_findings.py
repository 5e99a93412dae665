"""`alternat check`: what it finds, and when it blocks."""

from pathlib import Path

from tests.cli.terminal import Terminal


def test_the_meetings_still_ahead_are_checked(terminal: Terminal, example: Path) -> None:
    out = terminal.done("check", example).out
    assert out.startswith("Meeting 2027: ")
    assert "QIN Yuanzhou belongs to no entity." in out


def test_a_missing_text_is_found_with_the_field_to_fill(terminal: Terminal, example: Path) -> None:
    terminal.done("person", "set", example, 16, "--position-fr", "-")
    found = terminal.done("check", example, "--meeting", 2027, "--json").json
    assert {
        "meeting": "2027",
        "code": "position-missing",
        "severity": "warns",
        "subject": {"kind": "person", "id": 16},
        "message": "LIN Yue has no French position. The badge and the list would show a gap.",
        "fix": {"label": "Add the position", "field": "position.fr"},
    } in found


def test_findings_that_block_come_first_and_exit_1(terminal: Terminal, example: Path) -> None:
    terminal.done("person", "set", example, 16, "--meeting", 2027, "--role", "head")
    outcome = terminal.type("check", example)
    assert (outcome.code, outcome.err) == (1, "")
    head, first, *_ = outcome.out.splitlines()
    assert "1 of them blocks printing" in head
    assert first.startswith("  Blocks: ")


def test_a_blank_dialogue_has_nothing_to_check(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "blank.alternat"
    terminal.done("new", file, "--template", "blank")
    assert terminal.done("check", file).out == ""
