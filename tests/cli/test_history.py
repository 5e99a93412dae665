"""`alternat undo`, `alternat redo` and `alternat log`."""

from pathlib import Path

from tests.cli.terminal import Terminal


def test_steps_are_taken_back_and_done_again(terminal: Terminal, empty: Path) -> None:
    terminal.done("meeting", "add", empty, "--year", 2027, "--host", "CA")
    assert terminal.done("undo", empty).out == "Taken back: Add the meeting 2027.\n"
    assert len(terminal.done("meetings", empty, "--json").json) == 2
    assert terminal.done("redo", empty).out == "Done again: Add the meeting 2027.\n"
    assert len(terminal.done("meetings", empty, "--json").json) == 3


def test_the_log_lists_the_latest_step_first(terminal: Terminal, empty: Path) -> None:
    terminal.done("meeting", "add", empty, "--year", 2027, "--host", "CA")
    terminal.done("undo", empty)
    steps = terminal.done("log", empty, "--json").json
    assert [(each["step"], each["origin"], each["state"]) for each in steps] == [
        ("Add the meeting 2027", "undone", "done"),
        ("Add the meeting 2027", "done", "undone"),
        ("New dialogue from “Canada–China High-level Dialogue”", "done", "lasting"),
    ]
    assert len(terminal.done("log", empty, "--limit", 1).out.splitlines()) == 2


def test_the_log_speaks_the_language_of_the_reader(terminal: Terminal, empty: Path) -> None:
    terminal.done("meeting", "add", empty, "--year", 2027, "--host", "CA")
    terminal.done("undo", empty)
    out = terminal.done("log", empty, "--lang", "fr").out
    assert "annulation" in out
    assert "annulé" in out


def test_nothing_to_take_back_is_said(terminal: Terminal, empty: Path) -> None:
    assert terminal.type("redo", empty).err == "alternat: There is no step to do again.\n"
