"""Looks for purged people in every byte: `python -m tests.campaigns.purge [ROUNDS]`.

Each round fills a dialogue, plants a person with unusual words in every field, edits, undoes, redoes, backs
up, publishes and shares, sets and changes passwords in some rounds, purges, then looks into every file.
"""

import datetime as dt
import random
import sys
import tempfile
import time
from pathlib import Path

from alternat.actions.demo import create_demo
from alternat.actions.erasure import erase_people, plan_erasure
from alternat.actions.meetings import meeting_id
from alternat.actions.people import change_people, remove_people
from alternat.storage.backup import backups
from alternat.storage.erasure.erasing import Manner
from alternat.storage.passwords import change_password, protect_backups
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.factories.planted import found_in, plant

PASSWORD = "campaign passphrase"


def main(rounds: int) -> int:
    """Run the rounds, print the figures, and return 1 if anything was found or does not hold."""
    found = damaged = files = 0
    longest = 0.0
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            outcome = _round(Path(folder) / "talks.alternat", random.Random(number))
        found += outcome[0]
        damaged += outcome[1]
        files += outcome[2]
        longest = max(longest, outcome[3])
    sys.stdout.write(
        f"{rounds} people purged, {files} files looked through: {found} places with a planted word, "
        f"{damaged} files that checking finds damaged; the longest purge took {longest:.2f} s\n"
    )
    return int(bool(found or damaged))


def _round(path: Path, chance: random.Random) -> tuple[int, int, int, float]:
    password = PASSWORD if chance.random() < 0.3 else None
    with create_workspace(path, actor="Campaign", password=password) as workspace:
        meeting = meeting_id(workspace.tables, create_demo(workspace, today=dt.date(2026, 11, 30)))
        workspace.back_up()
        person, token, photo = plant(workspace, meeting)
        _handle(workspace, person, chance)
    if password is None and chance.random() < 0.3:
        change_password(path, old=None, new=PASSWORD)
        protect_backups(path, PASSWORD, None)
        password = PASSWORD
    manner = Manner.PSEUDONYMISE if chance.random() < 0.3 else Manner.PURGE
    with open_workspace(path, actor="Campaign", password=password) as workspace:
        started = time.perf_counter()
        erase_people(workspace, plan_erasure(workspace, [person], manner))
        took = time.perf_counter() - started
    if password is not None:
        # What is encrypted shows nothing: look at it in the open.
        change_password(path, old=password, new=None)
        protect_backups(path, None, password)
    files = [path, *(each.path for each in backups(path))]
    every = [each for each in path.parent.rglob("*") if each.is_file()]
    left = found_in(every, token.encode(), photo[200:240])
    for name, word in left:
        sys.stdout.write(f"found in {name}: {word!r}\n")
    return len(left), sum(not _holds(each) for each in files), len(files), took


def _handle(workspace: Workspace, person: int, chance: random.Random) -> None:
    for _ in range(chance.randrange(2, 9)):
        deed = chance.choice(("rename", "undo", "redo", "back up", "remove"))
        if deed == "rename":
            change_people(workspace, [person], {"given": chance.choice(("Zorvaine", "Zorvana"))})
        elif deed == "undo":
            workspace.undo()
        elif deed == "redo":
            workspace.redo()
        elif deed == "back up":
            workspace.back_up()
        else:
            remove_people(workspace, [person])
            workspace.undo()
        if workspace.tables.Person.get_or_none(workspace.tables.Person.id == person) is None:
            workspace.redo()


def _holds(file: Path) -> bool:
    with open_workspace(file, actor="Campaign", write=False) as workspace:
        return workspace.verify() == ()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
