"""The help of every command is kept in the three languages; `UPDATE_SNAPSHOTS=1` writes it anew."""

from importlib import import_module

import click
import pytest

from alternat.cli.registry import COMMANDS
from alternat.language.label import Language
from tests.cli.terminal import Terminal
from tests.kept import SNAPSHOTS, same_as_kept


@pytest.mark.parametrize("name", [each.name for each in COMMANDS])
def test_the_help_of_a_command_is_what_is_kept(name: str) -> None:
    lines = [("--help",) if word is None else (word, "--help") for word in (None, *_next_words(name))]
    assert same_as_kept(f"facts/help/{name}", _pages([(name, *words) for words in lines]))


def test_the_first_page_of_help_is_what_is_kept() -> None:
    assert same_as_kept("facts/help/alternat", _pages([("--help",)]))


def test_no_help_is_kept_of_a_command_that_is_gone() -> None:
    kept = {path.stem for path in (SNAPSHOTS / "facts" / "help").glob("*.txt")}
    assert kept == {each.name for each in COMMANDS} | {"alternat"}


def _next_words(name: str) -> list[str]:
    (descriptor,) = (each for each in COMMANDS if each.name == name)
    (command,) = (each for each in import_module(descriptor.module).COMMANDS if each.name == name)
    return list(command.commands) if isinstance(command, click.Group) else []


def _pages(lines: list[tuple[str, ...]]) -> str:
    terminal = Terminal(environ={"LANG": "en_CA.UTF-8"})
    told = []
    for language in Language:
        for words in lines:
            typed = (
                ("--lang", str(language), *words) if len(words) == 1 else (*words, "--lang", str(language))
            )
            told.append(f"$ alternat {' '.join(typed)}\n{terminal.done(*typed).out}")
    return "\n".join(told)
