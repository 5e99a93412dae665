"""`alternat search`: words in any language, what is told of each hit, and of those that are not shown."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def asked(terminal: Terminal, empty: Path) -> Path:
    """A dialogue with a request for guidance in three languages."""
    words = ("--question", "May evidence be shared?", "--question-fr", "La preuve peut-elle être échangée?")
    days = ("--dialogue", "dialogue-1", "--asked-on", "2027-02-01", "--question-zh", "可否交换证据？")
    terminal.done("guidance", "add", empty, *words, *days)
    return empty


@pytest.mark.parametrize(
    ("words", "language", "excerpt"),
    [
        (["evidence", "shared"], "en", "May evidence be shared?"),
        (["ETRE", "echangee"], "fr", "La preuve peut-elle être échangée?"),
        (["证"], "zh", "可否交换证据？"),
        (["“交换证据”"], "zh", "可否交换证据？"),
    ],
)
def test_a_record_is_found_in_any_language(
    terminal: Terminal, asked: Path, words: list[str], language: str, excerpt: str
) -> None:
    told = terminal.done("search", asked, *words, "--json").json
    assert told["total"] == 1
    (record,) = told["records"]
    assert (record["table"], record["id"], record["field"]) == ("guidance", 1, "question")
    assert (record["language"], record["excerpt"]) == (language, excerpt)
    out = terminal.done("search", asked, *words).out
    assert "the request for guidance 1" in out
    assert excerpt in out


def test_the_excerpt_is_in_the_language_of_the_messages_or_names_its_own(
    terminal: Terminal, empty: Path
) -> None:
    words = ("--question", "Quinces of 2031?", "--question-fr", "Des coings de 2031?")
    terminal.done("guidance", "add", empty, "--dialogue", "dialogue-1", "--asked-on", "2026-02-01", *words)
    out = terminal.done("--lang", "fr", "search", empty, "2031").out
    assert "Des coings de 2031?" in out
    assert "Langue" not in out
    out = terminal.done("search", empty, "2031").out
    assert "Quinces of 2031?" in out
    assert "Language" not in out
    heading, line = terminal.done("search", empty, "coings").out.splitlines()
    assert "Language" in heading
    assert line.split()[-5:] == ["French", "Des", "coings", "de", "2031?"]


def test_people_meetings_and_sessions_are_found(terminal: Terminal, example: Path) -> None:
    def found(*words: str) -> set[str]:
        told = terminal.done("search", example, *words, "--limit", 1000, "--json").json
        return {each["table"] for each in told["records"]}

    assert "meeting" in found("Ottawa")
    assert "session" in found("plenary")
    (person, *_) = terminal.done("people", example, "--json").json
    lines = terminal.done("search", example, f"“{person['name_zh']}”").out.splitlines()
    assert any(f"the person {person['number']} " in line and person["name_zh"] in line for line in lines)
    out = terminal.done("search", example, f"“{person['position']['en']}”").out
    assert f"the person {person['number']} " in out


def test_words_in_two_languages_find_the_record_that_has_both(terminal: Terminal, asked: Path) -> None:
    assert terminal.done("search", asked, "evidence", "证据", "--json").json["total"] == 1
    assert terminal.done("search", asked, "evidence", "坚果", "--json").json["total"] == 0


def test_what_is_not_shown_is_counted(terminal: Terminal, asked: Path) -> None:
    outcome = terminal.type("search", asked, "cooperation", "--limit", 1)
    assert outcome.code == 0
    assert "more records have these words; --limit shows more." in outcome.err
    assert len(outcome.out.splitlines()) == len(("headings", "one"))


def test_nothing_found_and_nothing_asked_are_told(terminal: Terminal, asked: Path) -> None:
    assert terminal.done("search", asked, "quinces").out == "No record has “quinces”.\n"
    assert "Give at least one word" in terminal.type("search", asked, "  ").err
