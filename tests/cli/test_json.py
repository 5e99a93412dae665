"""`--json`: every command that tells or changes something offers it, and says alike what it changed."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click

from alternat.cli.registry import COMMANDS
from tests.cli.terminal import Terminal

FILES_ONLY = {
    *("demo", "new", "backup make", "backup restore"),
    *("password set", "password change", "password remove", "password backups"),
}
"""They write or open whole files, whose names are all that there is to tell."""


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
    told = terminal.done("meeting", "add", empty, "--year", 2027, "--host", "CA", "--json").json
    assert told["done"] == "Add the meeting 2027"
    (meeting,) = [row for row in told["changed"] if row["table"] == "meeting"]
    assert meeting["kind"] == "inserted"
    undone = terminal.done("undo", empty, "--json").json
    assert [row["kind"] for row in undone["changed"] if row["table"] == "meeting"] == ["deleted"]
    assert undone["step"] != told["step"]


def test_nothing_changed_is_told_as_no_step(terminal: Terminal, empty: Path) -> None:
    terminal.done("meeting", "add", empty, "--year", 2027, "--host", "CA")
    city = ("meeting", "set", empty, "--meeting", 2027, "city.fr=Ottawa", "--json")
    terminal.done(*city)
    assert terminal.done(*city).json == {"step": None, "done": "", "changed": []}
