"""Transcripts of the command line: lines that are typed one after the other, each with all that it told."""

import json
import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.cli.terminal import Outcome, Terminal

_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""What calendars know a session by; every dialogue has its own."""


@dataclass(frozen=True)
class Desk:
    """A terminal and the dialogue that its lines speak of as FILE; HERE is the folder around it."""

    terminal: Terminal
    file: Path

    def typed(self, line: str, *more: str) -> Outcome:
        """Type a line and return what it told, its folder told by those names."""
        outcome = self.terminal.type(*map(self._place, shlex.split(line)), *more)
        return Outcome(outcome.code, self._steady(outcome.out), self._steady(outcome.err))

    def _place(self, word: str) -> str:
        return str(self.file) if word == "FILE" else word.replace("HERE", str(self.file.parent))

    def _steady(self, text: str) -> str:
        text = text.replace(str(self.file), "FILE").replace(str(self.file.parent), "HERE")
        return _UID.sub("UID", text)


def lines_of(transcript: str) -> list[str]:
    """Return the lines of a transcript that are typed or that are notes: all but what was told."""
    return [line for line in transcript.splitlines() if line.startswith(("$ ", "# "))]


def replay(lines: Iterable[str], plain: Desk, as_json: Desk) -> str:
    """Type the lines at two desks with like dialogues, at one of them with `--json`, and return all of it."""
    told: list[str] = []
    for line in lines:
        if line.startswith("# "):
            told += ["", line] if told else [line]
            continue
        told += ["", line, *_told(plain.typed(line[2:]), as_json.typed(line[2:], "--json"))]
    return "\n".join(told)


def _told(plain: Outcome, as_json: Outcome) -> Iterator[str]:
    """Give what was told in words, then as JSON, with one row to a line; a refusal is the same in both."""
    yield from plain.out.splitlines()
    yield from (f"! {line}" for line in plain.err.splitlines())
    assert (plain.code, plain.err) == (as_json.code, as_json.err)
    if plain.code:
        yield f"= {plain.code}"
    if as_json.out:
        value = as_json.json
        assert as_json.out == json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        yield from _rows(value)


def _rows(value: object) -> Iterator[str]:
    if isinstance(value, list) and value:
        yield from ("--json [", *(f"  {_short(each)}," for each in value), "]")
    elif isinstance(value, dict) and value:
        yield "--json {"
        for key, each in value.items():
            if isinstance(each, list) and len(each) > 1:
                yield from (f"  {_short(key)}: [", *(f"    {_short(one)}," for one in each), "  ],")
            else:
                yield f"  {_short(key)}: {_short(each)},"
        yield "}"
    else:
        yield f"--json {_short(value)}"


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
