"""What is particular to a dialogue on a server: its address, its locks, and edits that meet."""

import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from urllib.parse import unquote

import pytest

from alternat.addresses import without_password
from alternat.language.messages import message
from alternat.storage.changes import ConflictError
from alternat.storage.engines.postgresql import PostgresqlServer
from alternat.storage.faults import PasswordNeeded, ServerUnreachable, WrongPassword
from alternat.storage.journal.reversal import UndoConflict
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.storage.rows import add_people, families, rename


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://wang:s%40cret@db.example/dialogue", "postgresql://wang@db.example/dialogue"),
        ("postgresql://wang@db.example:5433/d", "postgresql://wang@db.example:5433/d"),
        ("postgresql://:x@/d?host=/run", "postgresql://@/d?host=/run"),
        ("postgresql:///d", "postgresql:///d"),
    ],
)
def test_an_address_is_shown_without_its_password(url: str, shown: str) -> None:
    assert without_password(url) == shown


def test_a_dialogue_on_a_server_is_named_by_its_database() -> None:
    assert PostgresqlServer("postgresql://db.example/Dialogue%202027").name == "Dialogue 2027"
    assert PostgresqlServer("postgresql://db.example").name == "db.example"


@pytest.fixture
def pair(postgresql_address: str) -> Iterator[tuple[Workspace, Workspace]]:
    """The same dialogue, open at two desks."""
    with ExitStack() as desks:
        first = desks.enter_context(create_workspace(postgresql_address, actor="First"))
        add_people(first, "Roy", "Li")
        yield first, desks.enter_context(open_workspace(postgresql_address, actor="Second"))


@pytest.mark.postgresql
def test_an_edit_of_a_row_that_changed_meanwhile_is_refused(pair: tuple[Workspace, Workspace]) -> None:
    first, second = pair
    seen = second.tables.Person.get_by_id(1).version
    rename(first, 1, "Rose")
    with pytest.raises(ConflictError, match="the person ROSE"):
        rename(second, 1, "Ross", seen={1: seen})
    assert families(first) == ["Rose", "Li"]


@pytest.mark.postgresql
def test_edits_of_different_rows_never_meet(pair: tuple[Workspace, Workspace]) -> None:
    first, second = pair
    rename(first, 1, "Rose")
    rename(second, 2, "Lee")
    first.undo()
    assert families(second) == ["Roy", "Lee"]
    second.undo()
    assert families(first) == ["Roy", "Li"]


@pytest.mark.postgresql
def test_undo_sees_what_was_done_at_the_other_desk(pair: tuple[Workspace, Workspace]) -> None:
    first, second = pair
    rename(first, 1, "Rose")
    rename(second, 1, "Ross")
    with pytest.raises(UndoConflict, match="the person ROSS"):
        first.undo()
    second.undo()
    first.undo()
    assert families(first) == ["Roy", "Li"]


@pytest.mark.postgresql
def test_no_edit_of_many_desks_is_lost(postgresql_address: str, pair: tuple[Workspace, Workspace]) -> None:
    """Each desk counts up in the same row, trying again whenever another one was faster."""
    first, _second = pair
    with first.change(message("Start")) as change:
        change.update(first.tables.Person, {1: {"family": "0"}})

    def count_up() -> None:
        with open_workspace(postgresql_address, actor="Desk") as desk:
            done = 0
            while done < EDITS:
                row = desk.tables.Person.get_by_id(1)
                try:
                    rename(desk, 1, str(int(row.family) + 1), seen={1: row.version})
                except ConflictError:
                    continue
                done += 1

    desks = [Thread(target=count_up) for _ in range(DESKS)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert families(first)[0] == str(DESKS * EDITS)


DESKS, EDITS = 4, 15

ALONE = """
import sys
from alternat.storage.engines.driver import postpone_driver
postpone_driver()
from alternat.language.messages import message
from alternat.storage.workspace import create_workspace
assert "psycopg_binary" not in sys.modules
with create_workspace(sys.argv[1], actor="Test") as workspace:
    assert ("psycopg_binary" in sys.modules) == sys.argv[1].startswith("postgres")
    side = {"code": "CA", "number": 1, "time_zone": "UTC", "paper": "a4", "colour": "#000000"}
    with workspace.change(message("Add")) as change:
        change.insert(workspace.tables.Side, [side])
        photo = change.keep_photo(content=bytes(9), media_type="image/png", width=1, height=1)
    workspace.undo()
    workspace.redo()
    content = workspace.tables.Photo.get_by_id(photo).content
    print(workspace.tables.Side.get().code, bytes(content) == bytes(9))
"""


def test_the_driver_is_only_imported_for_a_server(any_address: str) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    words = [sys.executable, "-W", "error", "-c", ALONE, any_address]
    assert (
        subprocess.run(words, env=environment, capture_output=True, check=False, text=True).stdout
        == "CA True\n"
    )


@pytest.mark.postgresql
def test_the_short_scheme_is_an_address_too(postgresql_address: str) -> None:
    create_workspace(postgresql_address.replace("postgresql:", "postgres:"), actor="Test").close()
    open_workspace(postgresql_address, actor="Test").close()


@pytest.fixture
def guarded(guarded_address: str, postgresql_address: str) -> str:
    """The address of a dialogue that opens with the password “ge/h@im”, without it."""
    create_workspace(postgresql_address, actor="Test").close()
    return guarded_address


def opened(address: str, password: str | None = None) -> str:
    """Return what an opened workspace says of its place."""
    with open_workspace(address, actor="Test", password=password) as workspace:
        assert families(workspace) == []
        return workspace.address


@pytest.mark.postgresql
def test_a_server_that_asks_for_a_password_is_told_from_one_that_is_away(guarded: str) -> None:
    with pytest.raises(PasswordNeeded):
        opened(guarded)
    with pytest.raises(WrongPassword):
        opened(guarded, "wrong")
    address = guarded.replace("//guarded@", "//guarded:wr/ong@")
    with pytest.raises(WrongPassword) as refused:
        opened(address)
    assert "wr/ong" not in "".join(traceback.format_exception(refused.value))


@pytest.mark.postgresql
@pytest.mark.parametrize("form", ["given", "in the address", "as a parameter", "encoded", "in a file"])
def test_every_way_to_give_the_password_opens_and_none_shows_it(
    guarded: str, form: str, tmp_path: Path
) -> None:
    secret = tmp_path / "pgpass"
    secret.write_text("*:*:*:guarded:ge/h@im\n", encoding="utf-8")
    secret.chmod(0o600)
    address, password = {
        "given": (guarded, "ge/h@im"),
        "in the address": (guarded.replace("//guarded@", "//guarded:ge/h@im@"), None),
        "as a parameter": (f"{guarded}&pass%77ord=ge/h@im", None),
        "encoded": (guarded.replace("//guarded@", "//guarded:ge%2Fh%40im@"), None),
        "in a file": (f"{guarded}&passfile={secret}", None),
    }[form]
    assert "h@im" not in unquote(opened(address, password))


@pytest.mark.postgresql
def test_an_address_that_is_none_is_refused_without_its_password() -> None:
    urls = (
        "postgresql://w:geheim@h:port/d",
        "postgresql://w:geheim@[::1/d",
        "postgresql://w:geheim@h/d?nonsense=1",
        "postgresql://w:gehe%zzim@127.0.0.1:1/d",
    )
    for url in urls:
        with pytest.raises(ServerUnreachable) as refused:
            open_workspace(url, actor="Test")
        told = "".join(traceback.format_exception(refused.value))
        assert "gehe" not in told
