"""`alternat delegation`: its order and the revision of its list, and refusals without a trace."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

AT = ("--meeting", 2027)


def _order(terminal: Terminal, file: Path) -> list[int]:
    listed = terminal.done("people", file, *AT, "--side", "CA", "--json").json
    return [each["number"] for each in listed]


def test_a_delegate_is_shifted_and_the_terms_put_the_order_right(
    terminal: Terminal, unprepared: Path
) -> None:
    terminal.done("delegation", "arrange", unprepared, *AT, "--side", "ca")
    first, second, third, *rest = arranged = _order(terminal, unprepared)
    terminal.done("delegation", "shift", unprepared, third, *AT, "--by", -1)
    assert _order(terminal, unprepared) == [first, third, second, *rest]
    told = terminal.done("delegation", "arrange", unprepared, *AT, "--side", "CA", "--json").json
    assert {row["table"] for row in told["changed"]} == {"participation"}
    assert _order(terminal, unprepared) == arranged
    assert "Arrange the delegation" in terminal.done("undo", unprepared).out


def test_the_revision_of_the_lists_is_raised_one_at_a_time(terminal: Terminal, unprepared: Path) -> None:
    first = terminal.done("delegation", "revise", unprepared, *AT, "--json").json
    second = terminal.done("delegation", "revise", unprepared, *AT, "--json").json
    numbers = [int(told["done"].rpartition(" ")[2]) for told in (first, second)]
    assert numbers[1] == numbers[0] + 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["arrange", "{file}", "--meeting", "2099", "--side", "CA"], "2099"),
        (["arrange", "{file}", "--meeting", "2027", "--side", "FR"], "FR"),
        (["shift", "{file}", "9999", "--meeting", "2027", "--by", "1"], "nobody with the number 9999"),
        (["shift", "{file}", "1", "--meeting", "2027", "--by", "up"], "“up” is not a whole number"),
        (["revise", "{file}", "--meeting", "2099"], "2099"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    terminal: Terminal, unprepared: Path, words: list[str], said: str
) -> None:
    before = (_order(terminal, unprepared), terminal.done("log", unprepared, "--json").json)
    outcome = terminal.type("delegation", *(word.format(file=unprepared) for word in words))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert said in outcome.err
    assert (_order(terminal, unprepared), terminal.done("log", unprepared, "--json").json) == before
