"""`alternat venue` and `alternat room`: added, changed, removed, and refused without a trace."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import Terminal

AT = ("--meeting", 2027)


@pytest.fixture
def hall(terminal: Terminal, empty: Path) -> Path:
    """A dialogue with a meeting, the venues Long Hall and Guest House, and the room H1."""
    days = ("--from", "2027-06-15", "--to", "2027-06-17")
    terminal.done("meeting", "add", empty, "--year", 2027, "--host", "ca", *days)
    terminal.done("venue", "add", empty, *AT, "--name-en", "Long Hall", "--name-zh", "长厅")
    terminal.done("venue", "add", empty, *AT, "--name-fr", "Maison des hôtes")
    hours = ("--seats", 40, "--opens", "08:00", "--closes", "20:00")
    terminal.done("room", "add", empty, *AT, "--venue", "长厅", "--code", "H1", *hours)
    return empty


def _listed(terminal: Terminal, file: Path) -> tuple[Any, Any]:
    venues, rooms = (terminal.done(kind, "list", file, *AT, "--json").json for kind in ("venue", "room"))
    return venues, rooms


def test_a_venue_and_a_room_that_are_added_are_told_as_the_list_tells_them(
    terminal: Terminal, hall: Path
) -> None:
    added = terminal.done("venue", "add", hall, *AT, "--name-en", "Annex", "--json").json
    assert [(each["name"], each["ways"]) for each in added] == [({"en": "Annex"}, [])]
    words = ("--venue", "Annex", "--code", "X", "--layout", "theatre", "--json")
    (room,) = terminal.done("room", "add", hall, *AT, *words).json
    assert room == {
        "id": 2,
        "code": "X",
        "number": 1,
        "name": {},
        "venue": {"en": "Annex"},
        "seats": None,
        "layout": "theatre",
        "booths": 0,
        "opens": None,
        "closes": None,
    }
    assert _listed(terminal, hall)[1][-1] == room


def test_a_venue_changes_in_the_languages_that_are_given(terminal: Terminal, hall: Path) -> None:
    words = ("--name-fr", "Longue salle", "--address", "1 Sussex Drive", "--json")
    (changed,) = terminal.done("venue", "set", hall, "long hall", *AT, *words).json
    assert changed["name"] == {"en": "Long Hall", "fr": "Longue salle", "zh": "长厅"}
    assert changed["address"] == "1 Sussex Drive"
    terminal.done("undo", hall)
    assert _listed(terminal, hall)[0][0]["address"] == ""


def test_a_way_is_known_in_both_directions_until_it_is_forgotten(terminal: Terminal, hall: Path) -> None:
    ends = ("Long Hall", "Maison des hôtes")
    told = terminal.done("venue", "way", hall, *ends, *AT, "--minutes", 15, "--json").json
    assert [each["ways"] for each in told] == [
        [{"to": {"fr": "Maison des hôtes"}, "minutes": 15}],
        [{"to": {"en": "Long Hall", "zh": "长厅"}, "minutes": 15}],
    ]
    assert "Long Hall: 15 minutes" in terminal.done("venue", "list", hall, *AT).out
    terminal.done("venue", "way", hall, *reversed(ends), *AT, "--minutes", "-")
    assert [each["ways"] for each in _listed(terminal, hall)[0]] == [[], []]


def test_a_room_changes_and_what_is_unknown_is_emptied(terminal: Terminal, hall: Path) -> None:
    words = ("--code", "H2", "--name-zh", "大厅", "--venue", "Maison des hôtes", "--booths", 2)
    rest = ("--seats", "-", "--opens", "-", "--closes", "21:30", "--layout", "u-shape", "--json")
    (changed,) = terminal.done("room", "set", hall, "h1", *AT, *words, *rest).json
    assert changed == {
        "id": 1,
        "code": "H2",
        "number": 1,
        "name": {"zh": "大厅"},
        "venue": {"fr": "Maison des hôtes"},
        "seats": None,
        "layout": "u-shape",
        "booths": 2,
        "opens": None,
        "closes": "21:30",
    }


def test_what_is_removed_leaves_its_sessions_without_a_room(terminal: Terminal, hall: Path) -> None:
    when = ("--start", "2027-06-15T09:00", "--minutes", 90, "--room", "H1")
    terminal.done("session", "add", hall, *AT, "--kind", "plenary", *when)
    (gone,) = terminal.done("room", "remove", hall, "H1", *AT, "--json").json
    assert gone["code"] == "H1"
    assert gone["along"] == ["1 session stays in the programme without a room: “Untitled”"] or gone["along"]
    assert [each["room"] for each in terminal.done("session", "list", hall, *AT, "--json").json] == [None]
    terminal.done("undo", hall)
    (gone,) = terminal.done("venue", "remove", hall, "Long Hall", *AT, "--json").json
    assert gone["name"] == {"en": "Long Hall", "zh": "长厅"}
    venues, rooms = _listed(terminal, hall)
    assert ([each["name"] for each in venues], rooms) == ([{"fr": "Maison des hôtes"}], [])
    assert "Remove the venue" in terminal.done("undo", hall).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["venue", "set", "{file}", "Nowhere", "--address", "x"], "no venue “Nowhere” at this meeting"),
        (["venue", "set", "{file}", "Long Hall"], "Name at least one of: --name,"),
        (["venue", "set", "{file}", "Long Hall", "--name-en", "", "--name-zh", ""], "field “name”"),
        (["venue", "remove", "{file}", "Nowhere"], "no venue “Nowhere”"),
        (["venue", "way", "{file}", "Long Hall", "长厅", "--minutes", "5"], "another one of the same"),
        (["venue", "way", "{file}", "Long Hall", "Nowhere", "--minutes", "5"], "no venue “Nowhere”"),
        (
            ["venue", "way", "{file}", "Long Hall", "Maison des hôtes", "--minutes", "1441"],
            "“1441” is not a whole number from 0 to 1440, as --minutes needs.",
        ),
        (["venue", "way", "{file}", "Long Hall", "长厅"], "--minutes must be given"),
        (["room", "set", "{file}", "Z9", "--seats", "4"], "no room “Z9” at this meeting"),
        (["room", "set", "{file}", "H1"], "Nothing is given to change."),
        (["room", "set", "{file}", "H1", "--seats", "many"], "as --seats needs"),
        (["room", "set", "{file}", "H1", "--closes", "07:00"], "before it opens"),
        (["room", "set", "{file}", "H1", "--code", ""], "The field “code” must say something."),
        (["room", "set", "{file}", "H1", "--venue", "Nowhere"], "no venue “Nowhere”"),
        (["room", "remove", "{file}", "Z9"], "no room “Z9”"),
        (["room", "add", "{file}", "--venue", "Long Hall", "--code", "h1"], "already a room “h1”"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    terminal: Terminal, hall: Path, words: list[str], said: str
) -> None:
    before = _listed(terminal, hall)
    outcome = terminal.type(*(word.format(file=hall) for word in words), *AT)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert said in outcome.err
    assert _listed(terminal, hall) == before


def test_refusals_speak_the_language_of_the_line(terminal: Terminal, hall: Path) -> None:
    said = terminal.type("room", "set", hall, "H1", *AT, "--lang", "zh").err
    assert "没有要更改的内容" in said


def test_a_dash_empties_no_text_that_is_needed(terminal: Terminal, hall: Path) -> None:
    for words in (
        ("room", "set", hall, "H1", *AT, "--code", "-"),
        ("room", "add", hall, *AT, "--venue", "Long Hall", "--code", "-"),
        ("venue", "add", hall, *AT, "--name", "-"),
        ("venue", "set", hall, "Long Hall", *AT, "--name-en", "-", "--name-zh", "-"),
    ):
        told = terminal.type(*words)
        assert told.code == 2, words
        assert "must say something" in told.err
    (added,) = terminal.done("venue", "add", hall, *AT, "--name", "Annexe", "--address", "-", "--json").json
    assert added["address"] == ""
