"""`alternat venue`, `alternat room` and `alternat session`, and what `check` says of the programme."""

from pathlib import Path
from typing import Any

import pytest

from alternat.storage.workspace import open_workspace
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


def _sessions(terminal: Terminal, file: Path) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = terminal.done("session", "list", file, "--meeting", 2027, "--json").json
    return listed


def _note(file: Path, number: int) -> str:
    with open_workspace(file, actor="Test", write=False) as workspace:
        return workspace.tables.Session.get_by_id(number).private_note


def _day(terminal: Terminal, file: Path) -> list[int]:
    """Add an opening, talks and a signing that holds, and talks at the same hour of the next day."""
    lines = (
        ("2027-06-15T09:00", "Opening"),
        ("2027-06-15T10:00", "Talks"),
        ("2027-06-15T11:00", "Signing", "--fixed"),
        ("2027-06-16T10:00", "Next"),
    )
    return [
        terminal.done(
            *_add(file, "--start", start, "--minutes", 60, "--room", "H1", "--title-en", title, *more),
            "--json",
        ).json[0]["number"]
        for start, title, *more in lines
    ]


def test_a_room_is_listed_with_its_venue_and_hours(terminal: Terminal, hall: Path) -> None:
    (room,) = terminal.done("room", "list", hall, "--meeting", 2027, "--json").json
    assert (room["code"], room["venue"], room["opens"]) == ("H1", {"en": "Long Hall", "zh": "长厅"}, "08:00")
    assert "Long Hall" in terminal.done("venue", "list", hall, "--meeting", 2027).out


def test_a_session_is_added_moved_changed_cancelled_and_listed(terminal: Terminal, hall: Path) -> None:
    words = (*_TIME, "--room", "h1", "--title-en", "Opening", "--people", "everyone,-observer", "--json")
    (added,) = terminal.done(*_add(hall, *words)).json
    assert (added["day"], added["start"], added["starts"], added["room"]) == (
        "2027-06-15",
        "09:00",
        "2027-06-15T13:00:00+00:00",
        "H1",
    )
    number = added["number"]
    terminal.done(
        "session", "move", hall, number, "--meeting", 2027, "--start", "2027-06-16T10:00", "--room", "-"
    )
    terminal.done("session", "set", hall, number, "--meeting", 2027, "--title-fr", "Ouverture")
    terminal.done("session", "cancel", hall, number, "--meeting", 2027)
    (listed,) = terminal.done("session", "list", hall, "--meeting", 2027, "--json").json
    assert (listed["day"], listed["start"]) == ("2027-06-16", "10:00")
    assert (listed["room"], listed["title"], listed["is_cancelled"], listed["sequence"]) == (
        None,
        {"en": "Opening", "fr": "Ouverture"},
        True,
        3,
    )
    assert "Cancelled" in terminal.done("session", "list", hall, "--meeting", 2027).out


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("--start", "2027-06-15T09:00", "--minutes", -30), "--minutes"),
        (("--start", "2027-06-15T09:00", "--minutes", "9" * 5000), "--minutes"),
        (("--start", "2027-06-15T09:00", "--minutes", "1h"), "--minutes"),
        (("--start", "2026-06-15T09:00", "--minutes", 30), "2026"),
        (("--start", "2027-03-14T02:30", "--minutes", 30), "02:30"),
        (("--start", "2027-06-15", "--minutes", 30), "--start"),
        (("--start", "2027-06-15T09:00+08:00", "--minutes", 30), "--start"),
        ((*_TIME, "--room", "H9"), "H9"),
        ((*_TIME, "--people", "everyone,XX"), "--people"),
        ((*_TIME, "--zone", "Mars/Olympus"), "time zone"),
        ((*_TIME, "--subgroup", "9"), "sub-group “9”"),
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


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("move", "--minutes", 0), "--minutes"),
        (("move", "--start", "2026-06-15T09:00"), "2026 is not in the year"),
        (("move", "--start", "2027-03-14T02:30"), "The start 02:30"),
        (("move", "--start", "2027-06-15T09:00Z"), "--start"),
        (("move", "--room", "H9"), "no room “H9”"),
        (("copy", "--start", "2026-06-15T09:00"), "2026 is not in the year"),
        (("copy", "--start", "2027-03-14T02:30"), "The start 02:30"),
        (("copy", "--start", "2027-06-16T09:00", "--room", "H9"), "no room “H9”"),
        (("set", "--zone", "Mars/Olympus"), "time zone"),
        (("set", "--title-en", "", "--title-fr", "", "--title-zh", ""), "title"),
        (("chair", "--side", "CA", "--person", 99), "number 99"),
        (("chair", "--side", "CA", "--person", "Yang"), "--person"),
        (("chair", "--side", "XX", "--person", "-"), "side “XX”"),
    ],
)
def test_a_bad_change_is_one_line_and_leaves_the_session_as_it_was(
    terminal: Terminal, hall: Path, words: tuple[str, ...], names: str
) -> None:
    (before,) = terminal.done(*_add(hall, *_TIME, "--room", "H1", "--json")).json
    outcome = terminal.type("session", words[0], hall, before["number"], "--meeting", 2027, *words[1:])
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert names in outcome.err
    assert _sessions(terminal, hall) == [before]


@pytest.mark.parametrize(
    "words",
    [
        ("move", "--minutes", 60),
        ("copy", "--start", "2027-06-16T09:00"),
        ("set", "--note", "x"),
        ("chair", "--side", "CA", "--person", "-"),
        ("cancel",),
        ("reinstate",),
        ("remove",),
    ],
)
@pytest.mark.parametrize("number", [99, 2**31 - 1])
def test_an_unknown_session_is_refused(
    terminal: Terminal, hall: Path, words: tuple[str, ...], number: int
) -> None:
    outcome = terminal.type("session", words[0], hall, number, "--meeting", 2027, *words[1:])
    assert (outcome.code, outcome.out) == (2, "")
    assert f"There is no session {number} at this meeting." in outcome.err


def test_the_sub_group_the_zone_the_note_and_the_hold_are_set(terminal: Terminal, hall: Path) -> None:
    terminal.done("subgroup", "add", hall, "--meeting", 2027, "--name-en", "Cyber")
    words = ("--subgroup", "cyber", "--zone", "Asia/Shanghai", "--note", "Tell nobody", "--fixed", "--json")
    (added,) = terminal.done(*_add(hall, *_TIME, *words)).json
    names = ("subgroup", "time_zone", "is_fixed", "starts")
    assert [added[each] for each in names] == [1, "Asia/Shanghai", True, "2027-06-15T01:00:00+00:00"]
    assert _note(hall, added["number"]) == "Tell nobody"
    assert "Tell nobody" not in terminal.done("session", "list", hall, "--meeting", 2027, "--json").out
    more = ("--subgroup", "-", "--zone", "America/Toronto", "--note", "-", "--fixed", "no", "--json")
    (changed,) = terminal.done("session", "set", hall, added["number"], "--meeting", 2027, *more).json
    assert [changed[each] for each in names] == [None, "America/Toronto", False, "2027-06-15T13:00:00+00:00"]
    assert _note(hall, added["number"]) == ""
    terminal.done("undo", hall)
    assert _sessions(terminal, hall)[0]["time_zone"] == "Asia/Shanghai"


def test_a_copy_stands_in_its_own_room_or_in_another(terminal: Terminal, hall: Path) -> None:
    (first,) = terminal.done(*_add(hall, *_TIME, "--room", "H1", "--json")).json
    words = ("session", "copy", hall, first["number"], "--meeting", 2027, "--start")
    (second,) = terminal.done(*words, "2027-06-16T14:00", "--json").json
    told = terminal.done(*words, "2027-06-17T08:30", "--room", "-").out
    assert second["uid"] != first["uid"]
    assert [(each["day"], each["start"], each["room"]) for each in _sessions(terminal, hall)] == [
        ("2027-06-15", "09:00", "H1"),
        ("2027-06-16", "14:00", "H1"),
        ("2027-06-17", "08:30", None),
    ]
    assert told.splitlines()[-1] == f"The number of the session is {second['number'] + 1}."


def test_sessions_are_cancelled_reinstated_and_removed_together(terminal: Terminal, hall: Path) -> None:
    numbers = [terminal.done(*_add(hall, *_TIME, "--json")).json[0]["number"] for _ in range(2)]
    words = (hall, *numbers, "--meeting", 2027, "--json")
    for verb, is_cancelled in (("cancel", True), ("reinstate", False)):
        told = terminal.done("session", verb, *words).json
        assert [(each["number"], each["is_cancelled"]) for each in told] == [
            (number, is_cancelled) for number in numbers
        ]
    assert terminal.done("session", "reinstate", *words[:-1]).out == "Nothing had to be changed.\n"
    assert terminal.type("session", "remove", hall, numbers[0], 99, "--meeting", 2027).code == 2
    before = _sessions(terminal, hall)
    assert terminal.done("session", "remove", *words).json == before
    assert _sessions(terminal, hall) == []
    terminal.done("undo", hall)
    assert [each["number"] for each in _sessions(terminal, hall)] == numbers


def test_each_side_has_a_chair_or_nobody(terminal: Terminal, hall: Path) -> None:
    for side in ("CA", "CN"):
        terminal.done(
            "person", "add", hall, "--side", side, "--meeting", 2027, "--family", "Wang", "--given", "Fang"
        )
    (added,) = terminal.done(*_add(hall, *_TIME, "--json")).json
    words = ("session", "chair", hall, added["number"], "--meeting", 2027, "--json", "--side")
    terminal.done(*words, "CA", "--person", 1)
    (chaired,) = terminal.done(*words, "CN", "--person", 2).json
    assert chaired["chairs"] == {"CA": 1, "CN": 2}
    (chaired,) = terminal.done(*words, "CA", "--person", "-").json
    assert chaired["chairs"] == {"CN": 2}
    outcome = terminal.type(*words, "CA", "--person", 2)
    assert (outcome.code, outcome.out) == (2, "")
    assert "not of the side" in outcome.err
    terminal.done("person", "add", hall, "--side", "CA", "--family", "Roy")
    assert "takes no part in the meeting 2027" in terminal.type(*words, "CA", "--person", 3).err


def test_a_late_day_moves_what_it_can_and_names_what_holds_and_no_longer_fits(
    terminal: Terminal, hall: Path
) -> None:
    numbers = _day(terminal, hall)
    words = ("session", "late", hall, "--meeting", 2027, "--after", "2027-06-15T09:30", "--minutes", 20)
    before = _sessions(terminal, hall)
    told = terminal.done(*words, "--dry-run").out.splitlines()
    assert [line.split() for line in told] == [
        ["Number", "Start", "New", "start", "Title"],
        [str(numbers[1]), "10:00", "10:20", "Talks"],
        [str(numbers[2]), "11:00", "Holds", "its", "time", "Signing"],
        [],
        ["Talks", "runs", "20", "min", "into", "Signing,", "which", "holds", "its", "time"],
        ["1", "no", "longer", "fits"],
        ["Nothing", "was", "written,", "as", "--dry-run", "asks."],
    ]
    assert _sessions(terminal, hall) == before
    assert terminal.done(*words, "--json").json == {
        "moves": [{"session": numbers[1], "from": "2027-06-15T10:00", "to": "2027-06-15T10:20"}],
        "holds": [numbers[2]],
        "no_longer_fits": [
            {"session": numbers[1], "fixed": numbers[2], "minutes": 20, "shares_room": True, "people": []}
        ],
    }
    assert [each["start"] for each in _sessions(terminal, hall)] == ["09:00", "10:20", "11:00", "10:00"]
    terminal.done("undo", hall)
    assert [each["start"] for each in _sessions(terminal, hall)] == [each["start"] for each in before]


@pytest.mark.parametrize(
    ("after", "minutes", "names"),
    [
        ("2027-06-15T09:30", 0, "--minutes"),
        ("2027-06-15T09:30", "soon", "--minutes"),
        ("2027-06-15", 10, "--after"),
        ("2027-06-15T09:30+08:00", 10, "--after"),
        ("2026-06-15T09:30", 10, "--after"),
        ("2027-06-15T11:01", 10, "--after"),
        ("2027-03-14T02:30", 10, "--after"),
    ],
)
def test_a_delay_that_makes_no_sense_is_refused(
    terminal: Terminal, hall: Path, after: str, minutes: object, names: str
) -> None:
    _day(terminal, hall)
    before = _sessions(terminal, hall)
    outcome = terminal.type(
        "session", "late", hall, "--meeting", 2027, "--after", after, "--minutes", minutes
    )
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert names in outcome.err
    assert _sessions(terminal, hall) == before


def test_a_delay_in_one_room_leaves_the_others_alone(terminal: Terminal, hall: Path) -> None:
    side_room = ("--venue", "Long Hall", "--code", "H2", "--name-en", "Side room")
    terminal.done("room", "add", hall, "--meeting", 2027, *side_room)
    _day(terminal, hall)
    (other,) = terminal.done(*_add(hall, *_TIME, "--room", "H2", "--json")).json
    words = ("--after", "2027-06-15T09:00", "--minutes", 10, "--room", "h2", "--json")
    told = terminal.done("session", "late", hall, "--meeting", 2027, *words).json
    assert told == {
        "moves": [{"session": other["number"], "from": "2027-06-15T09:00", "to": "2027-06-15T09:10"}],
        "holds": [],
        "no_longer_fits": [],
    }


def test_the_list_tells_which_sessions_hold_their_time(terminal: Terminal, hall: Path) -> None:
    _day(terminal, hall)
    lines = terminal.done("session", "list", hall, "--meeting", 2027).out.splitlines()
    assert [line.split()[6] for line in lines if "Holds its time" in line] == ["Signing"]


def test_a_delay_in_an_unknown_room_is_refused(terminal: Terminal, hall: Path) -> None:
    words = ("--after", "2027-06-15T09:30", "--minutes", 10, "--room", "H9")
    assert "no room “H9”" in terminal.type("session", "late", hall, "--meeting", 2027, *words).err


def test_a_clock_with_a_zone_is_refused(terminal: Terminal, hall: Path) -> None:
    words = ("--venue", "Long Hall", "--code", "H2", "--name-en", "Side room", "--opens", "08:00+08:00")
    outcome = terminal.type("room", "add", hall, "--meeting", 2027, *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "“08:00+08:00” in --opens is not a time of day." in outcome.err
    assert len(terminal.done("room", "list", hall, "--meeting", 2027, "--json").json) == 1


def test_check_tells_that_a_room_is_taken_twice(terminal: Terminal, hall: Path) -> None:
    for title in ("One", "Other"):
        terminal.done(*_add(hall, *_TIME, "--room", "H1", "--title-en", title, kind="meal"))
    outcome = terminal.type("check", hall, "--meeting", 2027, "--json")
    assert outcome.code == 1
    (found,) = [each for each in outcome.json if each["code"] == "room-twice"]
    assert (found["severity"], len(found["sessions"]), found["fix"]["field"]) == ("blocks", 2, "room")
    assert "“One” and “Other”" in found["message"]


def test_a_journey_is_given_a_zone_at_its_end(terminal: Terminal, example: Path) -> None:
    at = ("--meeting", 2027)
    words = (
        "--start",
        "2027-06-17T15:00",
        "--minutes",
        330,
        "--kind",
        "travel",
        "--end-zone",
        "Asia/Shanghai",
    )
    terminal.done("session", "add", example, *at, *words)
    listed = terminal.done("session", "list", example, *at, "--json").json
    (flight,) = [each for each in listed if each["minutes"] == 330]
    assert (flight["end_zone"], flight["arrives"]) == ("Asia/Shanghai", "2027-06-18T08:30:00+08:00")
    terminal.done("session", "set", example, flight["number"], *at, "--end-zone", "-")
    listed = terminal.done("session", "list", example, *at, "--json").json
    assert [each["end_zone"] for each in listed if each["minutes"] == 330] == ["America/Toronto"]
    outcome = terminal.type("session", "set", example, flight["number"], *at, "--end-zone", "Mars/Base")
    assert (outcome.code, "time zone at the end" in outcome.err) == (2, True)
