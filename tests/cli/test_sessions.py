"""`alternat venue`, `alternat room` and `alternat session`, and what `check` says of the programme."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

_TIME = ("--start", "2027-06-15T09:00", "--minutes", 90)


@pytest.fixture
def hall(terminal: Terminal, empty: Path) -> Path:
    """A dialogue with a meeting, a venue and the room H1."""
    terminal.done(
        *("meeting", "add", empty, "--year", 2027, "--host", "ca"),
        *("--from", "2027-06-15", "--to", "2027-06-17"),
    )
    terminal.done("venue", "add", empty, "--meeting", 2027, "--name-en", "Long Hall", "--name-zh", "长厅")
    terminal.done(
        *(
            "room",
            "add",
            empty,
            "--meeting",
            2027,
            "--venue",
            "长厅",
            "--code",
            "H1",
            "--name-en",
            "Main room",
        ),
        *("--seats", 40, "--opens", "08:00", "--closes", "20:00"),
    )
    return empty


def _add(file: Path, *words: object, kind: str = "plenary") -> tuple[object, ...]:
    return ("session", "add", file, "--meeting", 2027, "--kind", kind, *words)


def test_a_room_is_listed_with_its_venue_and_hours(terminal: Terminal, hall: Path) -> None:
    (room,) = terminal.done("room", "list", hall, "--meeting", 2027, "--json").json
    assert (room["code"], room["venue"], room["opens"]) == ("H1", {"en": "Long Hall", "zh": "长厅"}, "08:00")
    assert "Long Hall" in terminal.done("venue", "list", hall, "--meeting", 2027).out


def test_a_session_is_added_moved_changed_cancelled_and_listed(terminal: Terminal, hall: Path) -> None:
    words = (*_TIME, "--room", "h1", "--title-en", "Opening", "--people", "everyone,-observer", "--json")
    (added,) = terminal.done(*_add(hall, *words)).json
    assert (added["start"], added["starts"], added["room"]) == (
        "2027-06-15T09:00",
        "2027-06-15T13:00:00+00:00",
        "H1",
    )
    number = added["id"]
    terminal.done(
        "session", "move", hall, number, "--meeting", 2027, "--start", "2027-06-16T10:00", "--room", "-"
    )
    terminal.done("session", "set", hall, number, "--meeting", 2027, "--title-fr", "Ouverture")
    terminal.done("session", "cancel", hall, number, "--meeting", 2027)
    (listed,) = terminal.done("session", "list", hall, "--meeting", 2027, "--json").json
    assert (listed["start"], listed["room"], listed["title"], listed["is_cancelled"], listed["sequence"]) == (
        "2027-06-16T10:00",
        None,
        {"en": "Opening", "fr": "Ouverture"},
        True,
        3,
    )
    assert "Cancelled" in terminal.done("session", "list", hall, "--meeting", 2027).out


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("--start", "2027-06-15T09:00", "--minutes", -30), "-30 minutes"),
        (("--start", "2026-06-15T09:00", "--minutes", 30), "2026"),
        (("--start", "2027-03-14T02:30", "--minutes", 30), "02:30"),
        (("--start", "2027-06-15", "--minutes", 30), "--start"),
        (("--start", "2027-06-15T09:00+08:00", "--minutes", 30), "--start"),
        ((*_TIME, "--room", "H9"), "H9"),
        ((*_TIME, "--people", "everyone,XX"), "--people"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(
    terminal: Terminal, hall: Path, words: tuple[object, ...], names: str
) -> None:
    outcome = terminal.type(*_add(hall, *words))
    assert outcome.code == 2
    assert names.removeprefix("0") in outcome.err
    assert outcome.err.count("\n") == 1
    assert terminal.done("session", "list", hall, "--meeting", 2027, "--json").json == []


def test_check_tells_that_a_room_is_taken_twice(terminal: Terminal, hall: Path) -> None:
    for title in ("One", "Other"):
        terminal.done(*_add(hall, *_TIME, "--room", "H1", "--title-en", title, kind="meal"))
    outcome = terminal.type("check", hall, "--meeting", 2027, "--json")
    assert outcome.code == 1
    (found,) = [each for each in outcome.json if each["code"] == "room-twice"]
    assert (found["severity"], len(found["sessions"]), found["fix"]["field"]) == ("blocks", 2, "room")
    assert "“One” and “Other”" in found["message"]
