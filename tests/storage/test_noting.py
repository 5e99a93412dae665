"""Which tables a block reads, however a row is reached, on either engine."""

from typing import Any

import pytest

from alternat.storage.workspace import Workspace
from tests.storage.rows import add_people


@pytest.fixture
def people(any_workspace: Workspace) -> Any:
    """The tables of a dialogue with a side and two people."""
    add_people(any_workspace, "Roy", "Côté")
    return any_workspace.tables


def test_what_a_query_names_is_noted_once_it_runs(any_workspace: Workspace, people: Any) -> None:
    read: set[str] = set()
    with any_workspace.noting(read):
        query = people.Person.select(people.Person, people.Side).join(people.Side)
        assert read == set()
        assert len(list(query)) == 2
    assert read == {"person", "side"}


def test_a_row_that_a_reference_fetches_by_itself_is_noted(any_workspace: Workspace, people: Any) -> None:
    person = people.Person.select().first()
    read: set[str] = set()
    with any_workspace.noting(read):
        assert person.side.code == "CA"
    assert read == {"side"}


def test_questions_within_a_question_are_noted(any_workspace: Workspace, people: Any) -> None:
    read: set[str] = set()
    with any_workspace.noting(read):
        attending = people.Participation.select(people.Participation.person)
        assert people.Person.select().where(people.Person.id.in_(attending)).count() == 0
        assert people.Room.select().exists() is False
        meetings, venues = (table.select(table.id) for table in (people.Meeting, people.Venue))
        assert list(meetings.union(venues)) == []
    assert read == {"participation", "person", "room", "meeting", "venue"}


def test_several_tables_side_by_side_are_noted(any_workspace: Workspace, people: Any) -> None:
    read: set[str] = set()
    with any_workspace.noting(read):
        pairs = people.Person.select().from_(people.Person, people.Side)
        assert pairs.where(people.Person.side == people.Side.id).count() == 2
    assert read == {"person", "side"}


def test_a_block_within_another_tells_both_and_nothing_is_noted_after_them(
    any_workspace: Workspace, people: Any
) -> None:
    outer: set[str] = set()
    inner: set[str] = set()
    with any_workspace.noting(outer):
        with any_workspace.noting(inner):
            people.Side.get()
        people.Room.select().exists()
    people.Meeting.select().exists()
    assert (outer, inner) == ({"side", "room"}, {"side"})


def test_a_block_that_fails_notes_no_further(any_workspace: Workspace, people: Any) -> None:
    read: set[str] = set()
    with pytest.raises(LookupError), any_workspace.noting(read):
        raise LookupError
    people.Side.get()
    assert read == set()
