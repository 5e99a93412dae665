"""A dialogue opened once more beside the open one, for another thread to read and to be stopped."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from alternat.storage.faults import Stopped
from alternat.storage.workspace import OpenForReading, Workspace, create_workspace
from tests.storage.rows import add_people


def test_another_thread_reads_what_the_first_has_written(any_workspace: Workspace) -> None:
    add_people(any_workspace, "Roy", "Li")

    def look() -> tuple[int, bool]:
        with any_workspace.beside(lambda: False) as second:
            return second.tables.Person.select().count(), second.verify() == ()

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(look).result() == (2, True)
    add_people(any_workspace, "Wang")
    assert any_workspace.tables.Person.select().count() == 3


def test_it_writes_nothing(any_workspace: Workspace) -> None:
    with any_workspace.beside(lambda: False) as second, pytest.raises(OpenForReading):
        add_people(second, "Roy")
    assert any_workspace.tables.Person.select().count() == 0


def test_whatever_is_being_read_stops_once_that_is_asked_for(any_workspace: Workspace) -> None:
    add_people(any_workspace, "Roy", "Li")
    asked: list[bool] = []
    with any_workspace.beside(lambda: bool(asked)) as second:
        assert second.verify() == ()
        asked.append(True)
        with pytest.raises(Stopped):
            second.verify()
    assert any_workspace.verify() == ()


def test_a_server_that_wants_a_password_gets_it_again(guarded_address: str) -> None:
    with create_workspace(guarded_address, actor="Test", password="ge/h@im") as workspace:
        add_people(workspace, "Roy")

        def look() -> int:
            with workspace.beside(lambda: False) as second:
                return int(second.tables.Person.select().count())

        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(look).result() == 1


def test_one_long_question_to_a_file_is_stopped_in_its_middle(workspace: Workspace) -> None:
    looks: list[int] = []

    def stop() -> bool:
        looks.append(1)
        return len(looks) > 3

    counting = (
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 3000000) SELECT max(x) FROM n"
    )
    with workspace.beside(stop) as second, pytest.raises(Stopped):
        second._engine.execute_sql(counting)
    assert len(looks) == 4
