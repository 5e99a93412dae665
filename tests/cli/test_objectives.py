"""`alternat existing`, `objective` and `instrument`: what hangs on them, and what is refused on the way."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

MEMORANDUM = ("--objective", "objective-1", "--kind", "memorandum", "--title", "Memorandum")


@pytest.fixture
def aimed(terminal: Terminal, example: Path) -> Path:
    """The example with a lead of dialogue-1, a meeting of it, and an instrument, each with the number 1."""
    terminal.done("existing", "lead", example, "dialogue-1", "--person", 2, "--since", "2026-01-01")
    terminal.done("existing", "meeting-add", example, "dialogue-1", "--from", "2027-04-12")
    terminal.done("instrument", "add", example, *MEMORANDUM)
    return example


def test_a_lead_is_of_the_side_of_the_official(terminal: Terminal, aimed: Path) -> None:
    chinese = next(
        row["number"] for row in terminal.done("people", aimed, "--json").json if row["side"] == "CN"
    )
    terminal.done("existing", "lead", aimed, 1, "--person", chinese)
    (told,) = terminal.done("existing", "show", aimed, "1", "--json").json
    assert [(each["side"], each["person"]) for each in told["leads"]] == [("CA", 2), ("CN", chinese)]
    assert [each["starts"] for each in told["meetings"]] == ["2027-04-12"]
    assert told in terminal.done("existing", "list", aimed, "--json").json


def test_the_steps_of_an_instrument_are_told_with_its_term(terminal: Terminal, aimed: Path) -> None:
    words = ("--term", "12", "--notice-months", "3", "--extension", "by-notes")
    terminal.done("instrument", "set", aimed, 1, *words)
    step = ("takes-effect", "--done", "2026-07-01", "--json")
    (told,) = terminal.done("instrument", "step", aimed, 1, *step).json
    assert (told["in_force"], told["expires_on"]) == ("2026-07-01", "2027-06-30")
    assert told["last_day_to_speak"] == "2027-03-30"
    assert [each["step"] for each in told["steps"]] == ["takes-effect"]
    (objective,) = terminal.done("objective", "show", aimed, "objective-1", "--json").json
    assert objective["instruments"] == [told]
    (told,) = terminal.done("instrument", "step-remove", aimed, 1, "takes-effect", "--json").json
    assert (told["in_force"], told["steps"]) == (None, [])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("existing lead {file} dialogue-1 --person 3", "only one official of a side leads at a time"),
        ("existing lead {file} dialogue-1 --person 999", "nobody with the number 999"),
        ("existing lead {file} objective-1 --person 3", "The existing dialogues are: dialogue-1,"),
        ("existing lead-set {file} 1", "Name at least one of: --person, --since, --until, --note"),
        ("existing lead-set {file} 9 --note x", "no official with the number 9 who leads"),
        ("existing merge {file} dialogue-1 --into topic-1", "There is no existing dialogue “topic-1”."),
        ("existing merge {file} 1 --into 1", "which is itself or a part of it"),
        ("existing meeting-set {file} 1 --to 2027-04-11", "it cannot end on"),
        ("existing meeting-remove {file} 9", "no meeting of an existing dialogue with the number 9"),
        ("existing set {file} 1 --due 2027-01-01", "There is no option “--due” here."),
        ("term set {file} objective-1 --due 2027-01-01", "There is no option “--due” here."),
        ("objective set {file} topic-1 --due 2027-01-01", "The objectives are: objective-1,"),
        ("objective state {file} 1 closed", "“closed” is not a value of STATE"),
        ("objective state {file} 1 dropped", "Say why the objective"),
        ("instrument step {file} 1 tabled --side CA --done 2027-01-01", "is not one of its steps"),
        ("instrument step {file} 1 signed", "Name at least one of: --planned, --done, --place, --document"),
        ("instrument step {file} 1 signed --place Ottawa", "or on which day it was done"),
        ("instrument step {file} 9 signed --done 2027-01-01", "no instrument with the number 9"),
        ("instrument step-remove {file} 1 signed", "On record are: none yet"),
        ("instrument binding {file} 1 --side CA", "Say with --as"),
        ("instrument binding {file} 1 --side CA --as binding --none", "--none and --as exclude"),
        ("instrument set {file} 1 --replaced-by 1", "which is itself or was replaced by it"),
        ("instrument set {file} 1 --prevails fr --authentic en,zh", "They are: en, zh"),
        ("instrument set {file} 1 --objective topic-1", "is not one of the objectives"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    terminal: Terminal, aimed: Path, line: str, said: str
) -> None:
    before = [terminal.done(each, "list", aimed, "--json").json for each in ("existing", "objective")]
    outcome = terminal.type(*(word.format(file=aimed) for word in line.split()))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert said in outcome.err
    assert before == [terminal.done(each, "list", aimed, "--json").json for each in ("existing", "objective")]


def test_what_stays_with_a_merged_dialogue_is_told(terminal: Terminal, aimed: Path) -> None:
    line = ("existing", "merge", aimed, "dialogue-1", "--into", "dialogue-2", "--on", "2027-01-01")
    told = terminal.done(*line).out
    assert "1 official still leads it." in told
    assert "1 request for guidance that is not closed stays with it." in told
