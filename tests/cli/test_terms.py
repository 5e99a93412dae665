"""`alternat terms` and `alternat term`."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import Terminal


def text(terminal: Terminal, file: Path, code: str) -> dict[str, Any]:
    listed = terminal.done("terms", file, "--json").json
    (found,) = [each for each in listed if each["code"] == code]
    return dict(found)


def test_the_terms_are_listed_with_entities_first(terminal: Terminal, empty: Path) -> None:
    lines = terminal.done("terms", empty).out.splitlines()
    assert lines[0].split() == ["Code", "Kind", "Text"]
    assert lines[1] == "CA-PCO               entity             Privy Council Office"
    assert len(lines) == 1 + 11 + 26


def test_a_text_changes_in_one_language_and_keeps_its_original(terminal: Terminal, empty: Path) -> None:
    before = text(terminal, empty, "topic-1")
    terminal.done("term", "set", empty, "topic-1", "--text-fr", "La lutte contre le terrorisme")
    changed = text(terminal, empty, "topic-1")
    assert changed["text"] == before["text"] | {"fr": "La lutte contre le terrorisme"}
    assert changed["original"] == before["original"]
    terminal.done("term", "restore", empty, "topic-1")
    assert text(terminal, empty, "topic-1") == before


def test_an_entity_changes_and_is_restored(terminal: Terminal, empty: Path) -> None:
    terminal.done("term", "set", empty, "CA-PS", "--name-en", "Public Safety")
    assert text(terminal, empty, "CA-PS")["text"]["en"] == "Public Safety"
    terminal.done("term", "restore", empty, "CA-PS")
    assert text(terminal, empty, "CA-PS")["text"]["en"] == "Public Safety Canada"


def test_an_unknown_code_is_refused(terminal: Terminal, empty: Path) -> None:
    outcome = terminal.type("term", "restore", empty, "topic-99")
    assert outcome.code == 2
    assert "There is no text or entity with the code “topic-99”." in outcome.err


def codes(terminal: Terminal, file: Path) -> list[str]:
    return [each["code"] for each in terminal.done("terms", file, "--json").json]


def test_an_entity_is_added_put_in_its_place_and_removed(terminal: Terminal, empty: Path) -> None:
    before = codes(terminal, empty)
    terminal.done(
        "term", "add", empty, "--kind", "entity", "--side", "ca", "--code", "CA-X", "--name-en", "Archives"
    )
    assert text(terminal, empty, "CA-X")["text"] == {"en": "Archives"}
    terminal.done("term", "move", empty, "CA-X", "--to", 1)
    assert codes(terminal, empty) == ["CA-X", *before]
    terminal.done("term", "remove", empty, "CA-X")
    assert codes(terminal, empty) == before
    terminal.done("undo", empty)
    assert codes(terminal, empty) == ["CA-X", *before]


def test_a_text_is_added_put_in_its_place_and_removed(terminal: Terminal, empty: Path) -> None:
    before = codes(terminal, empty)
    words = ("--kind", "objective", "--text-en", "Know each other", "--text-zh", "相互了解", "--json")
    told = terminal.done("term", "add", empty, *words).json
    (code,) = set(codes(terminal, empty)) - set(before)
    assert told == [text(terminal, empty, code)]
    assert text(terminal, empty, code)["text"] == {"en": "Know each other", "zh": "相互了解"}
    terminal.done("term", "move", empty, code, "--to", 1)
    assert sorted(codes(terminal, empty)) == sorted([*before, code])
    terminal.done("term", "remove", empty, code)
    assert codes(terminal, empty) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", "{file}", "--kind", "entity", "--name-en", "X"], "Name it with --side, such as CA."),
        (["add", "{file}", "--kind", "entity", "--side", "FR", "--name-en", "X"], "FR"),
        (["add", "{file}", "--kind", "entity", "--side", "CA", "--acronym-en", "X"], "field “name”"),
        (
            ["add", "{file}", "--kind", "entity", "--side", "CA", "--name-en", "X", "--code", "CA-PS"],
            "“CA-PS”",
        ),
        (["add", "{file}", "--kind", "rule", "--side", "CA", "--text-en", "X"], "Leave --side out."),
        (["add", "{file}", "--kind", "rule", "--text-en", "-"], "field “text”"),
        (["add", "{file}", "--kind", "rule", "status.en=X"], "“status.en=X” gives no field: options do."),
        (
            ["add", "{file}", "--kind", "rule", "--name", "X"],
            "--name does not apply to the one named. Give at least one of: --text.",
        ),
        (["add", "{file}", "--kind", "purpose", "--text-en", "X"], "is not a value of --kind"),
        (["set", "{file}", "CA-PS", "original.en=X"], "“original.en=X” gives no field: options do."),
        (["set", "{file}", "topic-1", "kind=rule"], "They are: --name,"),
        (["set", "{file}", "topic-1", "--name", "X"], "at least one of: --text, --short, --note."),
        (["set", "{file}", "CA-PS", "--name-en", "-", "--name-fr", "-", "--name-zh", "-"], "field “name”"),
        (["set", "{file}", "topic-1", "--text-en", "-", "--text-fr", "-", "--text-zh", "-"], "field “text”"),
        (["move", "{file}", "topic-99", "--to", "1"], "no text or entity with the code “topic-99”"),
        (["move", "{file}", "topic-1", "--to", "0"], "as --to needs"),
        (["remove", "{file}", "topic-99"], "no text or entity with the code “topic-99”"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    terminal: Terminal, empty: Path, words: list[str], said: str
) -> None:
    before = terminal.done("terms", empty, "--json").json
    outcome = terminal.type("term", *(word.format(file=empty) for word in words))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert said in outcome.err
    assert terminal.done("terms", empty, "--json").json == before


def test_an_entity_with_people_stays(terminal: Terminal, unprepared: Path) -> None:
    outcome = terminal.type("term", "remove", unprepared, "CA-PCO")
    assert (outcome.code, "still has people" in outcome.err) == (2, True)
