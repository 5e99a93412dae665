"""`alternat countdown` and `alternat task`: lines and tasks change in one step or not at all."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import Terminal

AT = ("--meeting", 2027)


@pytest.fixture
def started(terminal: Terminal, unprepared: Path) -> Path:
    """A dialogue whose coming meeting has a checklist."""
    terminal.done("task", "start", unprepared, *AT)
    return unprepared


def _lines(terminal: Terminal, file: Path) -> Any:
    return terminal.done("countdown", "list", file, "--json").json


def _tasks(terminal: Terminal, file: Path) -> Any:
    return terminal.done("tasks", file, *AT, "--today", "2027-02-01", "--json").json


def test_a_line_of_the_countdown_is_added_changed_and_removed(terminal: Terminal, empty: Path) -> None:
    before = _lines(terminal, empty)
    words = ("--text", "Fly the flags", "--days-before", -1, "--owner", "host", "--json")
    (added,) = terminal.done("countdown", "add", empty, *words).json
    assert added == {
        "id": added["id"],
        "number": len(before) + 1,
        "text": {"en": "Fly the flags"},
        "days_before": -1,
        "owner": "host",
    }
    number = added["number"]
    changed = terminal.done(
        *("countdown", "set", empty, number, "--text", "Hisser les drapeaux", "--lang", "fr", "--json")
    ).json
    assert changed == [added | {"text": {"en": "Fly the flags", "fr": "Hisser les drapeaux"}}]
    assert "Fly the flags" in terminal.done("countdown", "list", empty).out
    assert terminal.done("countdown", "remove", empty, number, "--json").json == changed
    assert _lines(terminal, empty) == before


def test_several_lines_change_in_one_step(terminal: Terminal, empty: Path) -> None:
    before = _lines(terminal, empty)
    terminal.done("countdown", "set", empty, 1, 2, 2, "--owner", "guest", "--days-before", 90)
    changed = [(each["owner"], each["days_before"]) for each in _lines(terminal, empty)[:2]]
    assert changed == [("guest", 90), ("guest", 90)]
    terminal.done("undo", empty)
    assert _lines(terminal, empty) == before


def test_tasks_change_together_and_one_gets_a_text(terminal: Terminal, started: Path) -> None:
    words = ("--days-before", 30, "--side", "cn", "--follow-up", "yes", "--note", "By courier", "--json")
    (told, *_) = changed = terminal.done("task", "set", started, 1, 2, *AT, *words).json
    assert [
        (each["number"], each["days_before"], each["side"], each["is_follow_up"]) for each in changed
    ] == [
        (1, 30, "CN", True),
        (2, 30, "CN", True),
    ]
    french = told["text"]["fr"]
    text = ("--text", "Write the note", "--side", "-", "--follow-up", "no", "--json")
    (told,) = terminal.done("task", "set", started, 1, *AT, *text).json
    assert (told["text"]["en"], told["text"]["fr"]) == ("Write the note", french)
    assert (told["side"], told["is_follow_up"]) == (None, False)


def test_a_task_is_given_to_a_person_and_taken_back(terminal: Terminal, started: Path) -> None:
    person = terminal.done("people", started, "--side", "CA", "--json").json[0]["number"]
    (told,) = terminal.done("task", "set", started, 1, *AT, "--side", "CA", "--person", person, "--json").json
    assert told["owner"] != {}
    outcome = terminal.type("task", "set", started, 1, *AT, "--side", "CN")
    assert (outcome.code, "must be of the side" in outcome.err) == (2, True)
    (told,) = terminal.done("task", "set", started, 1, *AT, "--person", "-", "--json").json
    assert told["owner"] == {}


def test_every_step_of_a_task_tells_the_task_as_the_list_does(terminal: Terminal, unprepared: Path) -> None:
    told = terminal.done("task", "start", unprepared, *AT, "--json").json
    assert len(told) == len(_tasks(terminal, unprepared))
    words = ("--text", "Fly the flags", "--days-before", 0, "--json")
    (added,) = terminal.done("task", "add", unprepared, *AT, *words).json
    number = added["number"]
    assert added["text"] == {"en": "Fly the flags"}
    ticked = ("--on", "2026-12-01", "--by", "Léa ARNAULT", "--json")
    (told,) = terminal.done("task", "tick", unprepared, number, *AT, *ticked).json
    assert (told["done_on"], told["done_by"]) == ("2026-12-01", "Léa ARNAULT")
    assert terminal.done("task", "untick", unprepared, number, *AT, "--json").json == [added]
    assert terminal.done("task", "remove", unprepared, number, *AT, "--json").json == [added]
    assert number not in [each["number"] for each in _tasks(terminal, unprepared)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["countdown", "set", "{file}", "99", "--owner", "host"], "The countdown has no line 99."),
        (["countdown", "set", "{file}", "1"], "Name at least one of: --text, --days-before, --owner."),
        (["countdown", "set", "{file}", "1", "2", "--text", "x"], "Give --text with a single number."),
        (["countdown", "set", "{file}", "1", "--owner", "nobody"], "“nobody” is not a value of --owner."),
        (["countdown", "set", "{file}", "1", "--days-before", "1001"], "as --days-before needs."),
        (["countdown", "remove", "{file}", "1", "99"], "The countdown has no line 99."),
        (["countdown", "add", "{file}", "--text", " ", "--days-before", "3"], "“text” must say something."),
        (["task", "set", "{file}", "99", "--meeting", "2027", "--note", "x"], "has no task 99"),
        (["task", "set", "{file}", "1", "--meeting", "2027"], "Name at least one of: --text,"),
        (["task", "set", "{file}", "1", "2", "--meeting", "2027", "--text", "x"], "single number"),
        (
            ["task", "set", "{file}", "1", "--meeting", "2027", "--person", "9999"],
            "nobody with the number 9999",
        ),
        (["task", "set", "{file}", "1", "--meeting", "2027", "--side", "FR"], "no side"),
        (["task", "set", "{file}", "1", "--meeting", "2099", "--note", "x"], "2099"),
        (["task", "remove", "{file}", "1", "99", "--meeting", "2027", "--json"], "has no task 99"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    terminal: Terminal, started: Path, words: list[str], said: str
) -> None:
    before = (_lines(terminal, started), _tasks(terminal, started))
    outcome = terminal.type(*(word.format(file=started) for word in words))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert said in outcome.err
    assert (_lines(terminal, started), _tasks(terminal, started)) == before
