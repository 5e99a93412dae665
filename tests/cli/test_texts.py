"""`alternat text`: from a change that one language lacks to its dismissal, by the names that lists show."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

ASKED = (
    *("--dialogue", "dialogue-1", "--asked-on", "2027-02-01", "--question", "By 12 June 2027?"),
    *("--question-fr", "D’ici le 12 juin 2027?", "--question-zh", "2027年6月12日前？"),
)


@pytest.fixture
def asked(terminal: Terminal, empty: Path) -> Path:
    """A dialogue with one request for guidance, which says the same in every language."""
    terminal.done("guidance", "add", empty, *ASKED)
    return empty


def test_a_difference_is_told_with_both_places_dismissed_and_told_again(
    terminal: Terminal, asked: Path
) -> None:
    assert terminal.done("text", "differences", asked, "--json").json == []
    terminal.done("guidance", "set", asked, 1, "--question-fr", "D’ici le 13 juin 2027?")
    (told,) = terminal.done("text", "differences", asked, "guidance:1:question", "--json").json
    places = [(told[each]["language"], told[each]["words"]) for each in ("here", "there")]
    assert places == [("en", "12 June 2027"), ("fr", "13 juin 2027")]
    wording = terminal.done("text", "show", asked, "guidance:1", "--json").json["wording"]
    for each in ("here", "there"):
        place = told[each]
        assert wording[place["language"]][place["start"] : place["end"]] == place["words"]
    dismissed = ("text", "dismiss", asked, "guidance:1", 1, "--reason", "Another calendar", "--json")
    ((after,),) = (each["differences"] for each in terminal.done(*dismissed).json)
    assert after == {**told, "dismissed": "Another calendar"}
    terminal.done("guidance", "set", asked, 1, "--question-fr", "Avant le 13 juin 2027?")
    (again,) = terminal.done("text", "differences", asked, "--json").json
    assert again["dismissed"] == ""


def test_what_is_not_named_is_all_that_there_is(terminal: Terminal, asked: Path) -> None:
    terminal.done("guidance", "set", asked, 1, "--question-zh", "-")
    (checked,) = terminal.done("text", "check", asked, "GUIDANCE:1", "--on", "2027-03-01", "--json").json
    standings = {language: each["standing"] for language, each in checked["languages"].items()}
    assert standings == {"en": "checked", "fr": "checked", "zh": "missing"}
    (agreed,) = terminal.done("text", "agree", asked, "guidance:1", "--side", "ca", "--json").json
    assert [(each["side"], each["language"]) for each in agreed["agreements"]] == [("CA", "en"), ("CA", "fr")]
    (without,) = terminal.done("text", "withdraw", asked, "guidance:1", "--side", "ca", "--json").json
    assert without["agreements"] == []


def test_what_stands_open_is_told_before_a_text_is_checked_agreed_or_collated(
    terminal: Terminal, asked: Path
) -> None:
    terminal.done("text", "check", asked, "guidance:1")
    terminal.done("guidance", "set", asked, 1, "--question-fr", "D’ici le 13 juin 2027?")
    told = "1 difference stands open: mend the text, or dismiss it with the reason.\n"
    for verb, *rest in (("check",), ("agree", "--side", "CA"), ("collate", "--by", "Roy")):
        outcome = terminal.type("text", verb, asked, "guidance:1", *rest)
        assert (outcome.code, outcome.err) == (0, told)
