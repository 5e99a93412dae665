"""`alternat outcome` and `alternat note`: told as the list tells it, chosen by options, refused in words."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

AGREED = ("--kind", "agreed", "--text", "Name contact points.")


@pytest.fixture
def agreed(terminal: Terminal, example: Path) -> tuple[Path, str]:
    """The example with one more outcome, and its code."""
    (row,) = terminal.done("outcome", "add", example, "--meeting", 2027, *AGREED, "--json").json
    return example, row["code"]


def test_an_outcome_is_told_with_all_that_hangs_on_it(terminal: Terminal, agreed: tuple[Path, str]) -> None:
    file, code = agreed
    terminal.done("outcome", "carry", file, code, "dialogue-1", "2")
    terminal.done("outcome", "asked", file, code, "--dialogue", "dialogue-1", "--on", "2027-09-01")
    terminal.done("outcome", "lead", file, code, "--side", "CA", "--person", 1)
    terminal.done("outcome", "serve", file, code, "objective-1")
    terminal.done("note", "add", file, "--outcome", code, "--day", "2027-09-02", "--text", "Two")
    (row,) = terminal.done("outcome", "show", file, code, "--json").json
    assert [each["dialogue"] for each in row["carriers"]] == ["dialogue-1", "dialogue-2"]
    assert row["carriers"][0]["last_asked"] == "2027-09-01"
    assert [(each["side"], each["lead"]) for each in row["leads"]] == [("CA", 1)]
    assert row["objectives"] == ["objective-1"]
    assert [each["day"] for each in row["notes"]] == ["2027-09-02"]
    assert row["is_closed"] is False
    assert row in terminal.done("outcome", "list", file, "--json").json
    assert terminal.done("outcome", "remove", file, code, "--json").json[0]["along"]
    assert code not in [each["code"] for each in terminal.done("outcome", "list", file, "--json").json]


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        (("--meeting", "2027"), True),
        (("--meeting", "2028"), False),
        (("--state", "under-way"), True),
        (("--state", "done"), False),
        (("--topic", "1"), True),
        (("--topic", "topic-2"), False),
        (("--dialogue", "1"), True),
        (("--dialogue", "dialogue-2"), False),
        (("--lead", "1"), True),
        (("--lead", "2"), False),
        (("--side", "CA"), True),
        (("--side", "CN"), False),
        (("--open",), True),
        (("--overdue", "--today", "2028-01-01"), True),
        (("--overdue", "--today", "2027-12-31"), False),
    ],
)
def test_a_list_is_what_its_options_choose(
    terminal: Terminal, agreed: tuple[Path, str], words: tuple[str, ...], *, fits: bool
) -> None:
    file, code = agreed
    terminal.done("meeting", "add", file, "--year", 2028, "--host", "CN", "--reference", 2028, "--json")
    terminal.done("outcome", "set", file, code, "--topic", "1", "--due", "2027-12-31")
    terminal.done("outcome", "carry", file, code, "dialogue-1")
    terminal.done("outcome", "lead", file, code, "--side", "CA", "--person", 1)
    terminal.done("outcome", "state", file, code, "--to", "under-way", "--on", "2027-09-01")
    told = [each["code"] for each in terminal.done("outcome", "list", file, *words, "--json").json]
    assert (code in told) is fits
    assert (f"{code} " in terminal.done("outcome", "list", file, *words).out) is fits
