"""Kills processes at random moments of every kind of work, and counts what is lost, half done or left empty.

Run it from the repository: `.venv/bin/python -m tests.campaigns.kills --plain 500 --protected 200`.
"""

import argparse
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from alternat.actions.demo import create_demo
from alternat.actions.dialogues import create_dialogue
from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.storage.backup import BackupReason, backup_folder, backups, restore
from alternat.storage.engines.sqlite import unlock
from alternat.storage.workspace import Workspace, create_workspace, open_workspace

PEOPLE_A_STEP, PEOPLE_IN_LIST = 7, 400
PASSWORD = "a password for the campaign"


@dataclass(frozen=True, slots=True)
class Round:
    """One file, and the process that is to be killed at it."""

    path: Path
    password: str | None
    tell: int
    """The end of a pipe on which the process says that something is done for good."""

    def done(self) -> None:
        """Say that one more thing is done for good."""
        os.write(self.tell, b"+")

    def open(self, *, write: bool = True) -> Workspace:
        """Open the round's file."""
        return open_workspace(self.path, actor="Campaign", password=self.password, write=write)


def edit(this: Round) -> None:
    """Add people and change them, one step after the other."""
    with this.open() as workspace:
        for number in range(10_000):
            _add(workspace, [f"step {number}"] * PEOPLE_A_STEP)
            this.done()


def make_new(this: Round) -> None:
    """Make a new dialogue where there is none."""
    this.path.unlink()
    create_workspace(this.path, actor="Campaign", password=this.password, fill=create_dialogue).close()
    this.done()


def take_list(this: Round) -> None:
    """Back up, then add a long list in one step."""
    with this.open() as workspace:
        workspace.back_up(BackupReason.BEFORE_IMPORT)
        _add(workspace, ["from the list"] * PEOPLE_IN_LIST)
        this.done()


def back_up(this: Round) -> None:
    """Make one backup after the other."""
    with this.open() as workspace:
        for _ in range(1_000):
            workspace.back_up()
            this.done()


def put_back(this: Round) -> None:
    """Restore the first backup again and again."""
    for _ in range(1_000):
        restore(this.path, backups(this.path)[-1], password=this.password)
        this.done()


def bring_up_to_date(this: Round) -> None:
    """Open a file of an earlier format."""
    this.open().close()
    this.done()


def _add(workspace: Workspace, families: list[str]) -> None:
    with workspace.change(message("Add people")) as change:
        change.insert(workspace.tables.Person, [{"side": 1, "family": family} for family in families])


def _families(workspace: Workspace) -> list[str]:
    person: Any = workspace.tables.Person
    return [family for (family,) in person.select(person.family).order_by(person.id).tuples()]


class Campaign:
    """Makes rounds of all kinds and keeps count."""

    def __init__(self, folder: Path, seed: int, password: str | None) -> None:
        self._folder, self._chance, self._password = folder, random.Random(seed), password
        self._base, self._old = folder / "base.alternat", folder / "old.alternat"
        with create_workspace(self._base, actor="Campaign", password=password, fill=create_demo) as workspace:
            self._people = len(_families(workspace))
        shutil.copy(self._base, self._old)
        self._make_older(self._old)
        self._lasts: dict[str, float] = {}
        self.counts: Counter[str] = Counter()

    def run(self, rounds: int) -> None:
        """Make that many rounds, the kinds in turn."""
        kinds: tuple[tuple[Callable[[Round], None], Callable[[Round, int], None]], ...] = (
            (edit, self._check_edit),
            (make_new, self._check_new),
            (take_list, self._check_list),
            (back_up, self._check_backups),
            (put_back, self._check_restored),
            (bring_up_to_date, self._check_whole),
        )
        for number in range(rounds):
            work, check = kinds[number % len(kinds)]
            self._round(number, work, check)

    def _round(self, number: int, work: Callable[[Round], None], check: Callable[[Round, int], None]) -> None:
        folder = self._folder / f"{number}"
        folder.mkdir()
        path = folder / "talks.alternat"
        shutil.copy(self._old if work is bring_up_to_date else self._base, path)
        if work is put_back:
            with open_workspace(path, actor="Campaign", password=self._password) as workspace:
                workspace.back_up()
                _add(workspace, ["later"])
        reader, writer = os.pipe()
        this = Round(path, self._password, writer)
        told = self._killed(this, reader, work)
        try:
            check(this, told)
        except (AlternatError, AssertionError) as error:
            self.counts["half"] += 1
            sys.stderr.write(f"round {number} ({work.__name__}): {type(error).__name__} {error}\n")
        shutil.rmtree(folder, ignore_errors=True)

    def _killed(self, this: Round, reader: int, work: Callable[[Round], None]) -> int:
        """Fork a process that works, kill it, and return how often it said that something was done."""
        begun = time.monotonic()
        child = os.fork()
        if child == 0:
            os.close(reader)
            try:
                work(this)
            finally:
                os._exit(0)
        os.close(this.tell)
        usual = self._lasts.get(work.__name__)
        if usual is None:
            # The first of each kind shows how long it takes until something is done.
            select.select([reader], [], [], 60)
            self._lasts[work.__name__] = usual = time.monotonic() - begun
        else:
            time.sleep(self._chance.uniform(0, 1.3 * usual))
        if os.waitpid(child, os.WNOHANG)[0] == 0:
            self.counts["killed at work"] += 1
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        self.counts["rounds"] += 1
        told = b""
        while part := os.read(reader, 4096):
            told += part
        os.close(reader)
        return len(told)

    def _check_edit(self, this: Round, told: int) -> None:
        with this.open() as workspace:
            new = _families(workspace)[self._people :]
            parts = [new[at : at + PEOPLE_A_STEP] for at in range(0, len(new), PEOPLE_A_STEP)]
            assert all(len(part) == PEOPLE_A_STEP and len(set(part)) == 1 for part in parts), "half a step"
            self.counts["lost"] += len(parts) < told
            assert workspace.verify() == (), "damaged"

    def _check_new(self, this: Round, told: int) -> None:
        if not this.path.exists():
            self.counts["lost"] += bool(told)
            self._check_again(this)
            return
        self._check_whole(this, told)

    def _check_again(self, this: Round) -> None:
        """Whatever was left over, making the dialogue works now."""
        made = create_workspace(this.path, actor="Campaign", password=this.password, fill=create_dialogue)
        with made:
            assert made.verify() == (), "damaged"

    def _check_list(self, this: Round, told: int) -> None:
        with this.open() as workspace:
            added = len(_families(workspace)) - self._people
            assert added in {0, PEOPLE_IN_LIST}, "half a list"
            self.counts["lost"] += added < told * PEOPLE_IN_LIST
            assert workspace.verify() == (), "damaged"
        self._check_copies(this)

    def _check_backups(self, this: Round, told: int) -> None:
        self._check_whole(this, told)
        self.counts["lost"] += told > 0 and not backups(this.path)
        self._check_copies(this)
        left = [each.name for each in backup_folder(this.path).glob("*-part*")]
        assert not left, f"left over: {left}"

    def _check_restored(self, this: Round, told: int) -> None:
        with this.open() as workspace:
            stands = len(_families(workspace)) - self._people
            assert workspace.verify() == (), "damaged"
        kept = {self._people_in(this, each.path) for each in backups(this.path)}
        self.counts["lost"] += not {0, 1} <= {stands, *kept} or (told > 0 and stands != 0)

    def _people_in(self, this: Round, path: Path) -> int:
        with open_workspace(path, actor="Campaign", password=this.password, write=False) as workspace:
            return len(_families(workspace)) - self._people

    def _check_copies(self, this: Round) -> None:
        for each in backups(this.path)[:2]:
            with open_workspace(each.path, actor="Campaign", password=this.password, write=False) as copy:
                assert copy.verify() == (), "a damaged backup"

    def _check_whole(self, this: Round, _told: int) -> None:
        with this.open() as workspace:
            self.counts["empty"] += not workspace.tables.Dialogue.select().exists()
            assert workspace.verify() == (), "damaged"

    def _make_older(self, path: Path) -> None:
        """Take away what the newest format added to the journal."""
        with closing(apsw.Connection(str(path))) as file:
            unlock(file, self._password)
            file.execute("DROP TABLE journal_head")
            file.pragma("user_version", 2)


def main() -> int:
    """Run both campaigns and print their figures; return 1 if anything was lost, half done or empty."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plain", type=int, default=500)
    parser.add_argument("--protected", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2027)
    asked = parser.parse_args()
    bad = 0
    for name, rounds, password in (
        ("plain", asked.plain, None),
        ("protected", asked.protected, PASSWORD),
    ):
        if not rounds:
            continue
        with tempfile.TemporaryDirectory(prefix="alternat-kills-") as folder:
            campaign = Campaign(Path(folder), asked.seed, password)
            campaign.run(rounds)
        counts = campaign.counts
        faults = ", ".join(f"{counts[kind]} {kind}" for kind in ("lost", "half", "empty"))
        killed = f"{counts['rounds']} kills, {counts['killed at work']} of them at work"
        sys.stdout.write(f"{name}: {killed}: {faults}\n")
        bad += sum(counts[kind] for kind in ("lost", "half", "empty"))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
