"""`alternat guidance`: from the question to the joint answer, and what is refused on the way."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

ASKED = ("--dialogue", "dialogue-1", "--question", "May evidence be shared?", "--asked-on", "2027-02-01")


@pytest.fixture
def asked(terminal: Terminal, empty: Path) -> Path:
    """A dialogue with one request for guidance, number 1."""
    (row,) = terminal.done("guidance", "add", empty, *ASKED, "--json").json
    assert (row["number"], row["standing"], row["answers"]) == (1, "open", [])
    return empty


def test_a_request_is_answered_by_both_and_told_as_the_list_tells_it(terminal: Terminal, asked: Path) -> None:
    terminal.done("guidance", "answer", asked, 1, "--side", "CA", "--text", "Yes", "--given", "2027-02-20")
    terminal.done(
        "guidance", "answer", asked, 1, "--side", "CN", "--text-zh", "可以", "--given", "2027-02-22"
    )
    words = ("--answer", "Yes, both.", "--answered-on", "2027-03-01", "--reference", "Note 12", "--json")
    changed = terminal.done("guidance", "set", asked, 1, *words).json
    assert [(each["standing"], each["reference"]) for each in changed] == [("answered", "Note 12")]
    assert [each["side"] for each in changed[0]["answers"]] == ["CA", "CN"]
    assert terminal.done("guidance", "list", asked, "--json").json == changed
    (closed,) = terminal.done("guidance", "close", asked, 1, "--on", "2027-03-02", "--json").json
    assert (closed["standing"], closed["closed_on"]) == ("closed", "2027-03-02")
    assert terminal.done("guidance", "reopen", asked, 1, "--json").json == changed
    (without,) = terminal.done("guidance", "answer", asked, 1, "--side", "CA", "--none", "--json").json
    assert [each["side"] for each in without["answers"]] == ["CN"]
    assert terminal.done("guidance", "remove", asked, 1, "--json").json == [without]
    assert "Remove 1 request for guidance" in terminal.done("undo", asked).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["set", "{file}", "7", "--question", "x"], "no request for guidance with the number 7"),
        (["set", "{file}", "1"], "Name at least one of: --dialogue, --question,"),
        (["set", "{file}", "1", "--dialogue", "topic-1"], "not one of the existing dialogues"),
        (["set", "{file}", "1", "--question", "-"], "“question” must say something"),
        (["set", "{file}", "1", "--answered-on", "2027-03-01"], "has a day and says nothing"),
        (["set", "{file}", "1", "--asked-by", "99"], "nobody with the number 99"),
        (
            ["add", "{file}", "--dialogue", "dialogue-1", "--asked-on", "2027-02-01"],
            "--question must be given",
        ),
        (["set", "{file}", "1", "--asked-by", "abc"], "“abc” is not a whole number from 1 to"),
        (["add", "{file}", *ASKED, "--asked-by", ""], "“” is not a whole number from 1 to"),
        (
            ["set", "{file}", "1", "--question", "a", "--question-en", "b"],
            "--question and --question-en exclude",
        ),
        (["add", "{file}", "dialogue=dialogue-1"], "is written --dialogue dialogue-1 now."),
        (["close", "{file}", "1", "--on", "2027-01-01"], "it cannot be closed on"),
        (
            ["answer", "{file}", "1", "--side", "CA", "--text", "Yes"],
            "“day of the answer” must say something",
        ),
        (["answer", "{file}", "1", "--side", "FR", "--text", "Yes", "--given", "2027-03-01"], "no side “FR”"),
        (["answer", "{file}", "1", "--side", "CA", "--none", "--text", "x"], "exclude one another"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    terminal: Terminal, asked: Path, words: list[str], said: str
) -> None:
    before = terminal.done("guidance", "list", asked, "--json").json
    outcome = terminal.type("guidance", *(word.format(file=asked) for word in words))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert said in outcome.err
    assert terminal.done("guidance", "list", asked, "--json").json == before
