"""`alternat side` and `alternat dialogue`: names changed, restored, and refused without a trace."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import Terminal


def _sides(terminal: Terminal, file: Path) -> Any:
    return terminal.done("side", "list", file, "--json").json


def test_a_name_of_a_side_changes_and_gets_its_first_wording_back(terminal: Terminal, empty: Path) -> None:
    before = _sides(terminal, empty)
    words = ("--capital-fr", "Gatineau", "--co-chair-office-en", "Deputy Minister", "--json")
    told = terminal.done("side", "set", empty, "ca", *words).json
    canada = _sides(terminal, empty)[0]
    assert told == [canada]
    assert canada["capital"] == before[0]["capital"] | {"fr": "Gatineau"}
    assert canada["co_chair_office"]["en"] == "Deputy Minister"
    assert "Deputy Minister" in terminal.done("side", "list", empty).out
    terminal.done("side", "restore", empty, "CA", "capital")
    terminal.done("side", "restore", empty, "CA", "co-chair-office")
    restored = _sides(terminal, empty)[0]
    assert restored["capital"] == before[0]["capital"]
    assert restored["co_chair_office"]["en"] != "Deputy Minister"
    for _ in range(3):
        terminal.done("undo", empty)
    assert _sides(terminal, empty) == before


def test_the_order_of_a_sides_languages_is_set_told_and_taken_back(terminal: Terminal, empty: Path) -> None:
    assert [row["languages"] for row in _sides(terminal, empty)] == [["en", "fr"], ["zh"]]
    terminal.done("side", "set", empty, "CA", "--languages", "FR,en")
    assert _sides(terminal, empty)[0]["languages"] == ["fr", "en"]
    assert "fr,en" in terminal.done("side", "list", empty).out
    terminal.done("undo", empty)
    assert _sides(terminal, empty)[0]["languages"] == ["en", "fr"]


def test_the_name_of_the_dialogue_changes_in_one_language(terminal: Terminal, empty: Path) -> None:
    before = terminal.done("info", empty, "--json").json["name"]
    terminal.done("dialogue", "set", empty, "--name-en", "The Dialogue")
    assert terminal.done("info", empty, "--json").json["name"] == before | {"en": "The Dialogue"}
    assert "Change the name of the dialogue" in terminal.done("undo", empty).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["side", "set", "{file}", "FR", "--capital-en", "Paris"], "FR"),
        (
            ["side", "set", "{file}", "CA", "capital=Ottawa"],
            "“capital=Ottawa” is written --capital Ottawa now.",
        ),
        (["side", "set", "{file}", "CA", "--code", "FR"], "There is no option “--code” here."),
        (["side", "set", "{file}", "CA", "co_chair_original.en=X"], "gives no field: options do."),
        (["side", "restore", "{file}", "CA", "time_zone"], "“time_zone” is not a value of"),
        (["side", "restore", "{file}", "FR", "capital"], "FR"),
        (
            ["dialogue", "set", "{file}", "template=blank"],
            "“template=blank” gives no field: options do. They are: --name, --name-en,",
        ),
        (["dialogue", "set", "{file}", "--name-en", "-", "--name-fr", "-", "--name-zh", "-"], "field “name”"),
        (["side", "set", "{file}", "CA", "--languages", "en,de"], "“en,de” cannot stand in the field"),
        (["side", "set", "{file}", "CA", "--languages", "-"], "cannot stand in the field"),
        (
            ["dialogue", "set", "{file}"],
            "Nothing is given to change. Name at least one of: --name, --short-name.",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    terminal: Terminal, empty: Path, words: list[str], said: str
) -> None:
    before = (_sides(terminal, empty), terminal.done("info", empty, "--json").json)
    outcome = terminal.type(*(word.format(file=empty) for word in words))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert said in outcome.err
    assert (_sides(terminal, empty), terminal.done("info", empty, "--json").json) == before
