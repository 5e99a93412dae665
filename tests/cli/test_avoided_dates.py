"""`alternat avoid`: dates changed one part at a time, or refused without a trace."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def leave(terminal: Terminal, empty: Path) -> Path:
    """A dialogue in which Canada would rather avoid two weeks of August, number 1."""
    days = ("--from", "2027-08-02", "--to", "2027-08-13")
    (added,) = terminal.done(
        "avoid", "add", empty, "--side", "CA", *days, "--reason", "Leave", "--private", "--json"
    ).json
    assert (added["number"], added["reason"], added["is_private"]) == (1, {"en": "Leave"}, True)
    return empty


def test_dates_to_avoid_change_where_something_is_given(terminal: Terminal, leave: Path) -> None:
    words = ("--to", "2027-08-20", "--reason", "Congés", "--private", "no", "--lang", "fr", "--json")
    changed = terminal.done("avoid", "set", leave, 1, *words).json
    assert changed == [
        {
            "number": 1,
            "side": "CA",
            "starts": "2027-08-02",
            "ends": "2027-08-20",
            "reason": {"en": "Leave", "fr": "Congés"},
            "is_private": False,
        }
    ]
    assert terminal.done("avoid", "list", leave, "--json").json == changed
    assert "Change the dates to avoid" in terminal.done("undo", leave).out
    (removed,) = terminal.done("avoid", "remove", leave, 1, "--json").json
    assert removed["ends"] == "2027-08-13"
    assert terminal.done("avoid", "list", leave, "--json").json == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["set", "{file}", "7", "--reason", "x"], "no dates to avoid with the number 7"),
        (["set", "{file}", "1"], "Name at least one of: --from, --to, --reason, --private."),
        (["set", "{file}", "1", "--from", "2027-08-14"], "Correct one of the two dates"),
        (["set", "{file}", "1", "--from", "2027-02-30"], "not a day of the calendar"),
        (["set", "{file}", "1", "--private", "perhaps"], "“perhaps” is not a value of --private."),
        (["set", "{file}", "first", "--private", "no"], "is not a whole number"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    terminal: Terminal, leave: Path, words: list[str], said: str
) -> None:
    before = terminal.done("avoid", "list", leave, "--json").json
    outcome = terminal.type("avoid", *(word.format(file=leave) for word in words))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert said in outcome.err
    assert terminal.done("avoid", "list", leave, "--json").json == before
