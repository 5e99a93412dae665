"""What the commands tell is kept as transcripts; a change of it is read in the commit that makes it.

A transcript is its own script: to add a line, write it with `$ ` before it (`# ` begins a note), where FILE
is the dialogue and HERE its folder, and run `UPDATE_SNAPSHOTS=1 pytest tests/facts`. Every line is typed
twice, in words and with `--json`, into two dialogues that are alike.
"""

import shlex
from collections.abc import Iterator
from importlib import import_module

import click
import pytest

from alternat.cli.registry import COMMANDS
from tests.facts.transcripts import Desk, lines_of, replay
from tests.kept import SNAPSHOTS, kept, same_as_kept

NAMES = sorted(path.stem for path in (SNAPSHOTS / "facts" / "lines").glob("*.txt"))

WITHOUT_JSON = {"demo", "new", "schema", "backup make", "backup restore"} | {
    f"password {word}" for word in ("set", "change", "remove", "backups")
}
"""They write whole files and have nothing to list, or write nothing but JSON."""
OF_FILES = {"import", "session import", "follow-up import", "notice load", "print", "person photo", "verify"}
"""What they tell hangs on another file, or on where this one lies."""


@pytest.mark.parametrize("name", NAMES)
def test_every_line_tells_what_is_kept(name: str, desks: tuple[Desk, Desk]) -> None:
    transcript = kept(f"facts/lines/{name}").read_text(encoding="utf-8")
    assert same_as_kept(f"facts/lines/{name}", replay(lines_of(transcript), *desks))


def test_every_command_is_typed_in_a_transcript() -> None:
    typed = {
        tuple(shlex.split(line[2:])[:2])
        for name in NAMES
        for line in lines_of(kept(f"facts/lines/{name}").read_text(encoding="utf-8"))
        if line.startswith("$ ")
    }
    never = {
        path
        for path in _paths()
        if not any(" ".join(words[: path.count(" ") + 1]) == path for words in typed)
    }
    assert never == WITHOUT_JSON | OF_FILES


def _paths() -> Iterator[str]:
    for descriptor in COMMANDS:
        (command,) = (
            each for each in import_module(descriptor.module).COMMANDS if each.name == descriptor.name
        )
        if isinstance(command, click.Group) and command.commands:
            yield from (f"{descriptor.name} {word}" for word in command.commands)
        else:
            yield descriptor.name
