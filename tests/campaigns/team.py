"""Sixteen desks edit one dialogue on a server, whose connections are cut meanwhile; what came of it is told.

Run it with `.venv/bin/python -m tests.campaigns.team`; it starts a PostgreSQL server of its own. It ends
with 1 if an edit was lost, a number was given twice, an edit was refused for longer than two seconds, or a
window missed a step.
"""

import argparse
import multiprocessing as mp
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.queues import Queue
from pathlib import Path
from threading import Event, Thread
from typing import Any

import psycopg

from alternat.actions.agendas import add_agenda_item
from alternat.actions.countdown import add_task, change_tasks
from alternat.actions.delegations import move_to_place
from alternat.actions.demo import create_demo
from alternat.actions.meetings import raise_revision
from alternat.actions.people import add_person, change_contact, change_people
from alternat.actions.programme import change_sessions
from alternat.actions.subgroups import add_subgroup
from alternat.actions.terms import add_provision
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.nouns.provisions import ProvisionKind
from alternat.storage.changes import Changes, ConflictError
from alternat.storage.faults import DeskBusy, ServerGone
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.postgres import places, running_server

PATIENCE = 2.0
"""For how long an edit may be refused, in seconds."""
ROWS = 5
"""How many rows of a kind everybody counts up in; few, so that desks meet."""


@dataclass(slots=True)
class Score:
    """What one desk did."""

    done: Counter[str] = field(default_factory=Counter)
    """How many edits were made, by what they count up or add."""
    refused: int = 0
    longest: float = 0.0
    """The longest time that an edit took, waiting included, in seconds."""
    longest_refused: float = 0.0
    """The longest time from the first refusal of an edit to its success, in seconds."""
    late: int = 0
    """How many edits were refused for longer than the patience."""
    unforeseen: list[str] = field(default_factory=list)


class Editor:
    """One desk that edits at random, trying again whenever somebody else was faster."""

    def __init__(self, workspace: Workspace, meeting: int, dice: random.Random) -> None:
        self._workspace, self._meeting, self._dice = workspace, meeting, dice
        self.score = Score()
        self._kinds: tuple[tuple[int, Callable[[], str]], ...] = (
            (20, self._count_in_contact),
            (20, self._count_in_name),
            (20, self._count_in_session),
            (20, self._count_in_task),
            (4, self._add_person),
            (4, self._move_person),
            (3, self._add_task),
            (3, self._add_item),
            (2, self._add_subgroup),
            (2, self._add_provision),
            (2, self._raise_revision),
        )

    def edit(self) -> None:
        """Make one edit, however often it is refused."""
        (kind,) = self._dice.choices([kind for _, kind in self._kinds], [weight for weight, _ in self._kinds])
        began, refused = time.monotonic(), None
        while True:
            try:
                self.score.done[kind()] += 1
                break
            except (ConflictError, DeskBusy, ServerGone):
                self.score.refused += 1
                refused = refused or time.monotonic()
        ended = time.monotonic()
        waited = ended - (refused or ended)
        self.score.longest = max(self.score.longest, ended - began)
        self.score.longest_refused = max(self.score.longest_refused, waited)
        self.score.late += waited > PATIENCE

    def _row(self, table: Any) -> Any:
        keys = [row.id for row in table.select(table.id).order_by(table.id).limit(ROWS)]
        return table.get_by_id(self._dice.choice(keys))

    def _count_in_contact(self) -> str:
        row = self._row(self._workspace.tables.Contact)
        change_contact(self._workspace, row.person_id, {"note": str(_number(row.note) + 1)})
        return "contact"

    def _count_in_name(self) -> str:
        row = self._row(self._workspace.tables.Person)
        change_people(self._workspace, [row.id], {"sort_key": str(_number(row.sort_key) + 1)})
        return "person"

    def _count_in_session(self) -> str:
        row = self._row(self._workspace.tables.Session)
        note = str(_number(row.private_note) + 1)
        change_sessions(self._workspace, [row.id], {"private_note": note})
        return "session"

    def _count_in_task(self) -> str:
        row = self._row(self._workspace.tables.Task)
        change_tasks(self._workspace, [row.id], {"note": str(_number(row.note) + 1)})
        return "task"

    def _add_person(self) -> str:
        side = self._dice.choice(("CA", "CN"))
        add_person(self._workspace, side, {"family": _word(self._dice)}, meeting=self._meeting)
        return "participation"

    def _move_person(self) -> str:
        part = self._workspace.tables.Participation
        keys = [row.id for row in part.select(part.id).where(part.meeting == self._meeting)]
        move_to_place(self._workspace, [self._dice.choice(keys)], self._dice.randint(1, 5))
        return "move"

    def _add_task(self) -> str:
        add_task(self._workspace, self._meeting, text=Label("A task"), days_before=7)
        return "new task"

    def _add_item(self) -> str:
        session = self._row(self._workspace.tables.Session)
        add_agenda_item(self._workspace, session.id, {"text": Label("An item")})
        return "item"

    def _add_subgroup(self) -> str:
        add_subgroup(self._workspace, self._meeting, Label(f"Group {_word(self._dice)}"))
        return "sub-group"

    def _add_provision(self) -> str:
        add_provision(self._workspace, ProvisionKind.RULE, Label("A rule"))
        return "provision"

    def _raise_revision(self) -> str:
        raise_revision(self._workspace, self._meeting)
        return "revision"


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _word(dice: random.Random) -> str:
    return "".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=12))


def _desk(address: str, meeting: int, number: int, edits: int, scores: "Queue[Score]") -> None:
    """Run one desk in a process of its own."""
    score = Score()
    try:
        with open_workspace(address, actor="Campaign", desk=f"desk {number}") as workspace:
            editor = Editor(workspace, meeting, random.Random(number))
            score = editor.score
            for _ in range(edits):
                editor.edit()
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is told
        score.unforeseen.append(repr(fault))
    scores.put(score)


class Window:
    """What a window does to follow: a thread that hears, and catching up; it notes the steps it was told."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self.told = workspace, list[int]()
        self._is_ended, self.heard = Event(), Event()
        workspace.team.follow()
        workspace.subscribe(self._note)
        self._thread = Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _note(self, changes: Changes) -> None:
        assert changes.step is not None
        self.told.append(changes.step)

    def _listen(self) -> None:
        ear = self._workspace.team.ear()
        assert ear is not None
        while not self._is_ended.is_set():
            with suppress(AlternatError):
                ear.attend()
                self.heard.set()
                while not self._is_ended.is_set():
                    if ear.wait(0.2):
                        self.heard.set()
        ear.close()

    def catch_up(self) -> None:
        """Show what was heard of."""
        if self.heard.is_set():
            self.heard.clear()
            try:
                self._workspace.team.catch_up()
            except AlternatError:
                self.heard.set()

    def stop(self) -> None:
        """Listen no more."""
        self._is_ended.set()
        self._thread.join()


def _cut(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Alternat'"
        )


def _figures(workspace: Workspace, meeting: int) -> dict[str, int]:
    """Return what the dialogue holds, by what desks count up or add."""
    tables: Any = workspace.tables
    part, task, group, item = tables.Participation, tables.Task, tables.SubGroup, tables.AgendaItem
    return {
        "contact": sum(_number(row.note) for row in tables.Contact.select()),
        "person": sum(_number(row.sort_key) for row in tables.Person.select()),
        "session": sum(_number(row.private_note) for row in tables.Session.select()),
        "task": sum(_number(row.note) for row in task.select()),
        "participation": part.select().where(part.meeting == meeting).count(),
        "new task": task.select().where(task.meeting == meeting).count(),
        "item": item.select().count(),
        "sub-group": group.select().where(group.meeting == meeting).count(),
        "provision": tables.Provision.select().count(),
        "revision": tables.Meeting.get_by_id(meeting).list_revision,
    }


def _twice(workspace: Workspace, meeting: int) -> list[str]:
    """Return every number that was given twice."""
    tables: Any = workspace.tables
    part = tables.Participation
    parts = list(
        part.select(part, tables.Person).join(tables.Person, on=part.person).where(part.meeting == meeting)
    )
    given = {
        "serial": [row.serial for row in parts],
        "token": [row.token for row in parts],
        "place": [(row.person.side_id, row.place) for row in parts],
        "task": [(row.meeting_id, row.number) for row in tables.Task.select()],
        "item": [(row.session_id, row.number) for row in tables.AgendaItem.select()],
        "sub-group": [(row.meeting_id, row.number) for row in tables.SubGroup.select()],
        "provision": [(row.kind, row.number) for row in tables.Provision.select()],
        "provision’s code": [row.code for row in tables.Provision.select()],
    }
    return [
        f"{name} {number}"
        for name, numbers in given.items()
        for number, count in Counter(numbers).items()
        if count > 1
    ]


def edit_together(address: str, clients: int, edits: int) -> Iterator[str]:
    """Let many desks edit at once; yield what they did, and what went wrong with an exclamation mark."""
    with open_workspace(address, actor="Campaign", desk="judge") as workspace:
        meeting = workspace.tables.Meeting.get(workspace.tables.Meeting.reference == "2027").id
        before = _figures(workspace, meeting)
    context = mp.get_context("spawn")
    scores: Queue[Score] = context.Queue()
    desks = [
        context.Process(target=_desk, args=(address, meeting, number, edits, scores))
        for number in range(clients)
    ]
    began = time.monotonic()
    for desk in desks:
        desk.start()
    results = [scores.get() for _ in desks]
    for desk in desks:
        desk.join()
    took = time.monotonic() - began
    with open_workspace(address, actor="Campaign", desk="judge") as workspace:
        after = _figures(workspace, meeting)
        twice, damage = _twice(workspace, meeting), workspace.verify()
    done: Counter[str] = sum((each.done for each in results), Counter())
    gone = {name: done[name] - (after[name] - before[name]) for name in before}
    lost = {name: count for name, count in gone.items() if count}
    late = sum(each.late for each in results)
    yield f"{done.total()} edits of {clients} desks in {took:.0f} s, {done.total() / took:.0f} a second"
    yield f"longest an edit took, with waiting for its turn: {max(each.longest for each in results):.2f} s"
    yield f"refused and made again: {sum(each.refused for each in results)}"
    yield f"longest an edit was refused: {max(each.longest_refused for each in results):.2f} s"
    yield _line(late, f"refused for longer than {PATIENCE:.0f} s: {late}")
    yield _line(lost, f"lost: {sum(map(abs, lost.values()))} {lost or ''}")
    yield _line(twice, f"numbers given twice: {len(twice)} {twice[:5] or ''}")
    yield _line(damage, f"rows that checking finds damaged: {len(damage)}")
    for fault in [fault for each in results for fault in each.unforeseen]:
        yield f"! {fault}"


def cut_connections(server: str, address: str, cuts: int) -> Iterator[str]:
    """Cut all connections at random moments while a desk edits and a window follows."""
    with ExitStack() as open_desks:
        judge = open_desks.enter_context(open_workspace(address, actor="Campaign", desk="judge"))
        first = judge.history(1)[0].number
        desk = open_desks.enter_context(open_workspace(address, actor="Campaign", desk="cut"))
        window = Window(open_desks.enter_context(open_workspace(address, actor="Campaign", desk="window")))
        cutting = Thread(target=_cut_at_random, args=(server, cuts))
        cutting.start()
        made, refused = set[str](), set[str]()
        while cutting.is_alive():
            text = f"Edit {len(made) + len(refused)}"
            try:
                add_task(desk, 1, text=Label(text), days_before=1)
                made.add(text)
            except ServerGone:
                refused.add(text)
            window.catch_up()
        cutting.join()
        newest = _settled(lambda: judge.history(1)[0].number)
        deadline = time.monotonic() + 10
        while window.told[-1:] != [newest] and time.monotonic() < deadline:
            window.heard.wait(0.05)
            window.catch_up()
        window.stop()
        steps = [each.number for each in judge.history(len(made) + len(refused) + 10) if each.number > first]
        missed = sorted(set(steps) - set(window.told))
        twice = [step for step, count in Counter(window.told).items() if count > 1]
        texts = Counter(row.text.en for row in judge.tables.Task.select() if row.text.en.startswith("Edit "))
        untrue = [text for text in made if not texts[text]] + [text for text in refused if texts[text]]
        doubled = [text for text, count in texts.items() if count > 1]
        yield f"{cuts} cuts: {len(made)} edits made, {len(refused)} told as not made, {len(steps)} steps"
        yield _line(missed, f"steps missed by the window: {len(missed)}")
        yield _line(twice, f"steps told twice: {len(twice)}")
        yield _line(untrue, f"edits of which something untrue was told: {len(untrue)}")
        yield _line(doubled, f"edits written twice: {len(doubled)}")


def _cut_at_random(server: str, cuts: int) -> None:
    dice = random.Random(7)
    for _ in range(cuts):
        time.sleep(dice.uniform(0.2, 0.6))
        _cut(server)


def _settled(read: Callable[[], int]) -> int:
    """Return what is read on a connection that may just have been cut."""
    with suppress(ServerGone):
        return read()
    return read()


def _line(fault: object, text: str) -> str:
    return f"! {text}" if fault else text


def main() -> int:
    """Run the campaign and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--edits", type=int, default=1000, help="of each client")
    parser.add_argument("--cuts", type=int, default=20)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="alternat-team-"))
    failed = False
    try:
        with running_server(folder) as server:
            address = next(places(server))
            with create_workspace(address, actor="Campaign", desk="judge") as workspace:
                create_demo(workspace, today=date(2027, 3, 2))
                for person in range(1, ROWS + 1):
                    change_contact(workspace, person, {"note": "0"})
            for line in (
                *edit_together(address, options.clients, options.edits),
                *cut_connections(server, address, options.cuts),
            ):
                failed = failed or line.startswith("!")
                sys.stdout.write(line.rstrip() + "\n")
                sys.stdout.flush()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
