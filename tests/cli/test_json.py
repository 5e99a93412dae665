"""`--json`: every command that tells or changes something offers it, and says alike what it changed."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

from alternat.cli.registry import COMMANDS
from alternat.models.meetings import Meeting
from alternat.models.sides import Side
from alternat.models.venues import Room, Venue
from tests.cli.terminal import Terminal

FILES_ONLY = {
    *("demo", "new", "schema", "backup make", "backup restore"),
    *("password set", "password change", "password remove", "password backups"),
}
"""They write or open whole files, whose names are all that there is to tell, or nothing but JSON."""


def spoken(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group) and command.commands:
        for name, each in command.commands.items():
            yield from spoken(each, f"{path} {name}")
    else:
        yield path, command


def test_every_command_about_the_dialogue_offers_json() -> None:
    silent = set()
    for descriptor in COMMANDS:
        for command in import_module(descriptor.module).COMMANDS:
            if command.name == descriptor.name:
                for path, each in spoken(command, descriptor.name):
                    options = {word for param in each.params for word in param.opts}
                    if "--json" not in options:
                        silent.add(path)
    assert silent == FILES_ONLY


def test_a_change_is_told_with_its_step_and_its_rows(terminal: Terminal, empty: Path) -> None:
    (added,) = terminal.done("meeting", "add", empty, "--year", 2027, "--host", "CA", "--json").json
    assert (added["reference"], added["host"], added["status"]) == ("2027", "CA", "draft")
    undone = terminal.done("undo", empty, "--json").json
    assert undone["done"] == "Add the meeting 2027"
    assert [row["kind"] for row in undone["changed"] if row["table"] == "meeting"] == ["deleted"]


def test_nothing_changed_is_told_as_no_step(terminal: Terminal, empty: Path) -> None:
    terminal.done("meeting", "add", empty, "--year", 2027, "--host", "CA")
    restored = ("side", "restore", empty, "CA", "capital", "--json")
    assert terminal.done(*restored).json == {"step": None, "done": "", "changed": []}


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        (("meeting", "set", "--meeting", 2027, "--city-fr", "Ottawa"), ("meetings",)),
        (("person", "set", 14, "--family", "MA"), ("people",)),
        (("side", "set", "CN", "--capital-fr", "Beijing"), ("side", "list")),
        (("term", "set", "CA-PS", "--name-en", "Public Safety"), ("terms",)),
        (("room", "set", "L1", "--meeting", 2027, "--seats", 7), ("room", "list", "--meeting", 2027)),
        (
            ("subgroup", "set", 1, "--meeting", 2027, "--dissolved", "yes"),
            ("subgroup", "list", "--meeting", 2027),
        ),
    ],
    ids=lambda words: words[0],
)
def test_a_changed_row_is_told_as_its_list_tells_it(
    terminal: Terminal, example: Path, words: tuple[object, ...], listed: tuple[object, ...]
) -> None:
    set_at = 2 if words[1] == "set" else 1
    (told,) = terminal.done(*words[:set_at], example, *words[set_at:], "--json").json
    list_at = 2 if listed[1:2] == ("list",) else 1
    assert told in terminal.done(*listed[:list_at], example, *listed[list_at:], "--json").json


@pytest.mark.parametrize(
    ("model", "words", "instead"),
    [
        (Meeting, ("meetings",), {}),
        (Side, ("side", "list"), {"co_chair_original": "", "co_chair_status": ""}),
        (Room, ("room", "list", "--meeting", 2027), {"capacity": "seats"}),
        (Venue, ("venue", "list", "--meeting", 2027), {"meeting": ""}),
    ],
)
def test_a_list_has_every_field_of_what_it_lists(
    terminal: Terminal, example: Path, model: Any, words: tuple[object, ...], instead: dict[str, str]
) -> None:
    name, *rest = words
    listed = terminal.done(name, *rest[:1], example, *rest[1:], "--json").json
    fields = {instead.get(each, each) for each in model._meta.fields} - {"", "id", "version"}
    assert [fields - set(row) for row in listed] == [set() for _ in listed]
    assert listed


def test_the_province_of_a_meeting_is_listed(terminal: Terminal, empty: Path) -> None:
    terminal.done("meeting", "add", empty, "--year", 2027, "--host", "CA", "--city", "Gatineau")
    row = terminal.done("meetings", empty, "--json").json[-1]
    assert (row["region"], row["region_counted"]) == ("", "CA-QC")
    terminal.done("meeting", "set", empty, "--meeting", 2027, "--region", "CA-ON")
    row = terminal.done("meetings", empty, "--json").json[-1]
    assert (row["region"], row["region_counted"]) == ("CA-ON", "CA-ON")
