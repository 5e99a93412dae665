"""`alternat interpreter`."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

_AT = ("--meeting", 2027)


@pytest.fixture
def talks(terminal: Terminal, empty: Path) -> Path:
    """A dialogue with sessions 1 and 2 at the same hour, interpreter 1 invited, and person 2 not."""
    days = ("--from", "2027-06-15", "--to", "2027-06-17")
    terminal.done("meeting", "add", empty, "--year", 2027, "--host", "ca", *days)
    words = (*_AT, "--kind", "plenary", "--start", "2027-06-15T09:00", "--minutes", 60)
    for title in ("Talks", "More talks"):
        terminal.done("session", "add", empty, *words, "--title-en", title)
    role = (*_AT, "--role", "interpreter")
    terminal.done("person", "add", empty, "--side", "CA", *role, "--family", "Tremblay")
    terminal.done("person", "add", empty, "--side", "CA", "--family", "Roy")
    return empty


def test_an_interpreter_is_free_assigned_busy_and_taken_off(terminal: Terminal, talks: Path) -> None:
    terminal.done("interpreter", "pairs", talks, 1, "zh-en,fr-en")
    able = ("interpreter", "free", talks, 2, *_AT, "--pair", "en-zh", "--json")
    assert terminal.done(*able).json == [{"number": 1, "pairs": ["en-fr", "en-zh"], "busy_in": []}]
    terminal.done("interpreter", "assign", talks, 1, 1, *_AT, "--pair", "zh-en")
    assert terminal.done(*able).json[0]["busy_in"] == [1]
    listing = ("interpreter", "list", talks, *_AT)
    assert terminal.done(*listing, "--json").json == [
        {"number": 1, "pairs": ["en-fr", "en-zh"], "sessions": [1]}
    ]
    assert "en-fr, en-zh" in terminal.done(*listing).out
    terminal.done("interpreter", "unassign", talks, 1, 1, *_AT)
    terminal.done("interpreter", "pairs", talks, 1, "-")
    assert terminal.done(*listing, "--json").json == [{"number": 1, "pairs": [], "sessions": []}]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("pairs", 99, "en-zh"), "There is nobody with the number 99."),
        (("pairs", 1, "en-en"), "“en-en” is not a pair of two languages"),
        (("pairs", 1, "en-de"), "“en-de” is not a pair of two languages"),
        (("assign", 99, 1, *_AT, "--pair", "en-zh"), "99"),
        (("assign", 1, 99, *_AT, "--pair", "en-zh"), "There is nobody with the number 99."),
        (("assign", 1, 2, *_AT, "--pair", "en-zh"), "does not take part in the meeting"),
        (("assign", 1, 1, *_AT, "--pair", "zh"), "“zh” is not a pair of two languages"),
        (("unassign", 1, 1, *_AT), "The interpreter 1 does not work at the session 1."),
        (("free", 99, *_AT, "--pair", "en-zh"), "99"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(
    terminal: Terminal, talks: Path, words: tuple[object, ...], sentence: str
) -> None:
    before = terminal.done("log", talks, "--json").json
    verb, *rest = words
    outcome = terminal.type("interpreter", verb, talks, *rest)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert sentence in outcome.err
    assert terminal.done("log", talks, "--json").json == before
