"""`alternat terms` and `alternat term`."""

from pathlib import Path
from typing import Any

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
    terminal.done("term", "set", empty, "topic-1", "text.fr=La lutte contre le terrorisme")
    changed = text(terminal, empty, "topic-1")
    assert changed["text"] == before["text"] | {"fr": "La lutte contre le terrorisme"}
    assert changed["original"] == before["original"]
    terminal.done("term", "restore", empty, "topic-1")
    assert text(terminal, empty, "topic-1") == before


def test_an_entity_changes_and_is_restored(terminal: Terminal, empty: Path) -> None:
    terminal.done("term", "set", empty, "CA-PS", "name.en=Public Safety")
    assert text(terminal, empty, "CA-PS")["text"]["en"] == "Public Safety"
    terminal.done("term", "restore", empty, "CA-PS")
    assert text(terminal, empty, "CA-PS")["text"]["en"] == "Public Safety Canada"


def test_an_unknown_code_is_refused(terminal: Terminal, empty: Path) -> None:
    outcome = terminal.type("term", "restore", empty, "topic-99")
    assert outcome.code == 2
    assert "There is no text or entity with the code “topic-99”." in outcome.err
