"""Any mixture of edits, undos, redos and reopenings, against a plain model of lists and dictionaries."""

import copy
import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.storage.rows import CANADA, add_side, person

World = dict[str, dict[int, dict[str, Any]]]
"""People, and their contact details, by key."""

names = st.text("ÀLi王·", max_size=4)


class EditUndoRedo(RuleBasedStateMachine):
    """A person at the desk; the model keeps every state there was."""

    addresses: Iterator[str]

    def __init__(self) -> None:
        super().__init__()
        self.world: World = {"person": {}, "contact": {}}
        self.past: list[World] = []
        self.future: list[World] = []
        self.workspace: Workspace

    @initialize()
    def start(self) -> None:
        self.address = next(self.addresses)
        self.workspace = create_workspace(self.address, actor="Test")
        self.side = add_side(self.workspace)
        # The first step stays out of the model's reach.
        self.workspace.close()
        self.workspace = open_workspace(self.address, actor="Machine")

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self.workspace.close()

    def commit(self, world: World) -> None:
        if world != self.world:
            self.past.append(self.world)
            self.future.clear()
        self.world = world

    @rule(families=st.lists(names, max_size=3), has_contact=st.booleans())
    def add(self, families: list[str], has_contact: bool) -> None:
        tables, world = self.workspace.tables, copy.deepcopy(self.world)
        with self.workspace.change(message("Add")) as change:
            keys = change.insert(tables.Person, [person(self.side, family) for family in families])
            for key, family in zip(keys, families, strict=True):
                world["person"][key] = {"family": family, "position": Label()}
            if has_contact:
                contacts = change.insert(tables.Contact, [{"person": key} for key in keys])
                for contact, key in zip(contacts, keys, strict=True):
                    world["contact"][contact] = {"person": key, "email": ""}
        self.commit(world)

    @precondition(lambda self: self.world["person"])
    @rule(data=st.data(), family=names, french=names)
    def edit(self, data: st.DataObject, family: str, french: str) -> None:
        world = copy.deepcopy(self.world)
        keys = data.draw(st.lists(st.sampled_from(sorted(world["person"])), max_size=3, unique=True))
        fields = {"family": family, "position": Label(fr=french)}
        with self.workspace.change(message("Edit")) as change:
            change.update(self.workspace.tables.Person, dict.fromkeys(keys, fields))
        world["person"].update((key, dict(fields)) for key in keys)
        self.commit(world)

    @precondition(lambda self: self.world["person"])
    @rule(data=st.data(), family=names)
    def edit_then_remove(self, data: st.DataObject, family: str) -> None:
        world = copy.deepcopy(self.world)
        key = data.draw(st.sampled_from(sorted(world["person"])))
        with self.workspace.change(message("Remove")) as change:
            change.update(self.workspace.tables.Person, {key: {"family": family}})
            change.delete(self.workspace.tables.Person, [key])
        del world["person"][key]
        world["contact"] = {k: row for k, row in world["contact"].items() if row["person"] != key}
        self.commit(world)

    @precondition(lambda self: self.world["contact"])
    @rule(data=st.data(), email=names)
    def write_to(self, data: st.DataObject, email: str) -> None:
        world = copy.deepcopy(self.world)
        key = data.draw(st.sampled_from(sorted(world["contact"])))
        with self.workspace.change(message("Write")) as change:
            change.update(self.workspace.tables.Contact, {key: {"email": email}})
        world["contact"][key]["email"] = email
        self.commit(world)

    @rule()
    def fail(self) -> None:
        with pytest.raises(ZeroDivisionError), self.workspace.change(message("Fail")) as change:
            change.insert(self.workspace.tables.Side, [{**CANADA, "code": str(1 / len(self.future[:0]))}])

    @rule()
    def undo(self) -> None:
        changes = self.workspace.undo()
        assert bool(changes) == bool(self.past)
        if self.past:
            self.future.append(self.world)
            self.world = self.past.pop()

    @rule()
    def redo(self) -> None:
        changes = self.workspace.redo()
        assert bool(changes) == bool(self.future)
        if self.future:
            self.past.append(self.world)
            self.world = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.workspace.close()
        self.workspace = open_workspace(self.address, actor="Machine")

    @invariant()
    def the_tables_are_the_model(self) -> None:
        if not hasattr(self, "workspace"):
            return
        tables: Any = self.workspace.tables
        people = {row.id: {"family": row.family, "position": row.position} for row in tables.Person.select()}
        contacts = {row.id: {"person": row.person_id, "email": row.email} for row in tables.Contact.select()}
        assert {"person": people, "contact": contacts} == self.world
        assert (self.workspace.undoable is not None) == bool(self.past)
        assert (self.workspace.redoable is not None) == bool(self.future)
        assert self.workspace.verify() == ()


def test_any_mixture_on_sqlite() -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = (str(Path(folder) / f"{number}.alternat") for number in itertools.count())
        _run(places, examples=25, steps=30)


@pytest.mark.postgresql
def test_any_mixture_on_postgresql(postgresql_places: Iterator[str]) -> None:
    _run(postgresql_places, examples=8, steps=25)


def _run(places: Iterator[str], *, examples: int, steps: int) -> None:
    machine = type("Machine", (EditUndoRedo,), {"addresses": places})
    run_machine(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
