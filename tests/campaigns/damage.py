"""Damages files in thousands of ways, and counts crashes and what neither opening nor checking finds.

Run it from the repository: `.venv/bin/python -m tests.campaigns.damage --files 2000`.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw

from alternat.actions.demo import create_demo
from alternat.actions.people import add_person
from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.cli.terminal import Terminal

PAGE = 4096
LOOKED_AT = (("info",), ("log",), ("people", "--meeting", "2027"), ("check",), ("verify",))


def fill(workspace: Workspace) -> None:
    """Fill a dialogue so that every kind of row and of step is in it."""
    create_demo(workspace)
    with workspace.change(message("Photo")) as change:
        photo = change.keep_photo(content=bytes(range(256)) * 40, media_type="image/png", width=9, height=9)
        change.update(workspace.tables.Person, {1: {"photo": photo}})
    for number in range(30):
        add_person(workspace, "CA", {"family": f"Family {number}", "given": "Given"})
    workspace.undo()
    workspace.undo()
    workspace.redo()


def logical(path: Path) -> Any:
    """Return everything a file says, by SQL; None where that cannot be read."""
    try:
        with closing(apsw.Connection(str(path), apsw.SQLITE_OPEN_READONLY)) as file:
            schema = file.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
            tables = [name for kind, name, *_ in schema if kind == "table"]
            rows = {name: file.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
            return schema, rows, file.pragma("user_version"), file.pragma("application_id")
    except (apsw.Error, UnicodeDecodeError):
        return None


class Campaign:
    """Damages copies of one file and keeps count."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._path, self._chance = folder / "damaged.alternat", random.Random(seed)
        base = folder / "base.alternat"
        create_workspace(base, actor="Campaign", fill=fill).close()
        self._content, self._logical = base.read_bytes(), logical(base)
        self._terminal = Terminal(environ={"LANG": "C"})
        self.counts: Counter[str] = Counter()

    def run(self, files: int, every: int) -> None:
        """Damage that many files; of every so many look at what the command line makes of them."""
        for number in range(files):
            is_flip = number % 5 != 0
            self._path.write_bytes(self._flipped() if is_flip else self._battered())
            self.counts["files"] += 1
            if is_flip:
                self._judge_flip(number)
            else:
                self._is_found(number)
            if number % every == 0:
                self._look(number)

    def _judge_flip(self, number: int) -> None:
        if logical(self._path) == self._logical:
            self.counts["flips that change nothing"] += 1
            self._is_found(number)
            return
        self.counts["flips"] += 1
        self.counts["found"] += self._is_found(number)

    def _is_found(self, number: int) -> bool:
        try:
            with open_workspace(self._path, actor="Campaign", write=False) as workspace:
                return bool(workspace.verify())
        except AlternatError:
            return True
        except Exception as error:  # noqa: BLE001 - that is what is counted
            self._crashed(number, error)
            return True

    def _look(self, number: int) -> None:
        for word, *rest in LOOKED_AT:
            outcome = self._terminal.type(word, self._path, *rest)
            if outcome.code not in {0, 1, 2}:
                self._crashed(number, f"{word} {self._terminal.faults[-1:]}")

    def _crashed(self, number: int, error: object) -> None:
        self.counts["crashes"] += 1
        sys.stderr.write(f"file {number}: {error!r}\n")

    def _flipped(self) -> bytes:
        content = bytearray(self._content)
        at = self._chance.randrange(len(content))
        if self._chance.random() < 0.75:
            content[at] ^= 1 << self._chance.randrange(8)
        else:
            content[at] = (content[at] + self._chance.randrange(1, 256)) % 256
        return bytes(content)

    def _battered(self) -> bytes:
        content = bytearray(self._content)
        kind = self._chance.randrange(5)
        start = self._chance.randrange(len(content) // PAGE) * PAGE
        if kind == 0:
            return bytes(content[: self._chance.randrange(len(content))])
        if kind == 1:
            content[start : start + PAGE] = bytes(PAGE)
        elif kind == 2:
            content[start : start + PAGE] = self._chance.randbytes(PAGE)
        elif kind == 3:
            other = self._chance.randrange(len(content) // PAGE) * PAGE
            content[start : start + PAGE] = self._content[other : other + PAGE]
        else:
            for _ in range(self._chance.randrange(2, 200)):
                content[self._chance.randrange(len(content))] = self._chance.randrange(256)
        return bytes(content)


def main() -> int:
    """Run the campaign and print its figures; return 1 for a crash or less than 99.5 % of the flips found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--every", type=int, default=10, help="look at every so many files with commands")
    parser.add_argument("--seed", type=int, default=2027)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="alternat-damage-") as folder:
        campaign = Campaign(Path(folder), asked.seed)
        campaign.run(asked.files, asked.every)
    counts = campaign.counts
    share = counts["found"] / counts["flips"] if counts["flips"] else 1.0
    sys.stdout.write(
        f"{counts['files']} damaged files, {counts['crashes']} crashes; {counts['flips']} flips that change "
        f"something, {counts['found']} found ({share:.2%})\n"
    )
    return 1 if counts["crashes"] or share < 0.995 else 0


if __name__ == "__main__":
    sys.exit(main())
