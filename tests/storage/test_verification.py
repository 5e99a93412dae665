"""Checking a document: silent changes that SQLite itself does not notice."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import psycopg
import pytest

from alternat.language.messages import message
from alternat.storage.verification import Damage
from alternat.storage.workspace import Workspace, open_workspace
from tests.storage.rows import add_people, rename

Spoil = Callable[[str], None]


@pytest.fixture
def spoil(any_address: str, any_workspace: Workspace) -> Spoil:
    """Change the closed dialogue behind the journal's back, as a failing disk would."""
    first, second, third = add_people(any_workspace, "Roy", "Li", "Wang")
    rename(any_workspace, first, "Rose")
    with any_workspace.change(message("Remove and photo")) as change:
        change.delete(any_workspace.tables.Person, [third])
        photo = change.keep_photo(content=b"picture", media_type="image/png", width=1, height=1)
        change.update(any_workspace.tables.Person, {second: {"photo": photo}})
    assert any_workspace.verify() == ()
    any_workspace.close()

    def spoil(sql: str) -> None:
        if any_address.startswith("postgresql"):
            with psycopg.connect(any_address, autocommit=True) as server:
                server.execute("SET session_replication_role = replica")
                server.execute(sql.encode())
        else:
            with closing(apsw.Connection(any_address)) as file:
                file.execute(sql)

    return spoil


def damage(address: str) -> list[tuple[Damage, str, int]]:
    with open_workspace(address, actor="Test", write=False) as workspace:
        return [(each.damage, each.table, each.key) for each in workspace.verify()]


REVIVE = """
INSERT INTO person (id, version, side_id, entity_id, family, given, name_zh, sort_key, printed_name,
name_order, honorific, post_nominals, position, gender, languages, photo_id)
SELECT 3, version, side_id, entity_id, family, given, name_zh, sort_key, printed_name,
name_order, honorific, post_nominals, position, gender, languages, photo_id FROM person WHERE id = 1
"""


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("UPDATE person SET family = 'Rosé' WHERE id = 1", (Damage.CHANGED, "person", 1)),
        ("UPDATE person SET position = '{' WHERE id = 1", (Damage.CHANGED, "person", 1)),
        ("DELETE FROM person WHERE id = 1", (Damage.MISSING, "person", 1)),
        (
            REVIVE,
            (Damage.UNEXPECTED, "person", 3),
        ),
        ("UPDATE photo SET media_type = 'image/gif'", None),
        ("UPDATE photo SET digest = 'abc'", (Damage.PHOTO, "photo", 1)),
    ],
)
def test_what_was_not_written_is_found(
    any_address: str, spoil: Spoil, sql: str, expected: tuple[Damage, str, int] | None
) -> None:
    spoil(sql)
    assert damage(any_address) == ([expected] if expected else [])


def test_a_reference_to_nothing_is_found(any_address: str, spoil: Spoil) -> None:
    spoil("DELETE FROM side")
    assert damage(any_address) == [
        (Damage.MISSING, "side", 1),
        (Damage.DANGLING, "person", 1),
        (Damage.DANGLING, "person", 2),
    ]


def test_damage_is_told_by_name(any_address: str, spoil: Spoil) -> None:
    spoil("UPDATE person SET given = 'Ann' WHERE id = 2")
    with open_workspace(any_address, actor="Test", write=False) as workspace:
        (found,) = workspace.verify()
    assert str(found.message) == "Not as it was last written: the person Ann Li. Compare it with a backup."


def test_a_flipped_bit_in_a_name_is_found(workspace: Workspace) -> None:
    add_people(workspace, "Montferrand")
    workspace.close()
    path = Path(workspace.address)
    content = path.read_bytes()
    # The last occurrence of the name is in the row or in the journal; both are compared.
    flipped = content.replace(b"Montferrand", b"Montferrbnd", 1)
    path.write_bytes(flipped)
    assert damage(str(path)) == [(Damage.CHANGED, "person", 1)]


def test_a_broken_index_is_found(workspace: Workspace) -> None:
    add_people(workspace, "Roy")
    workspace.close()
    with closing(apsw.Connection(workspace.address)) as file:
        file.pragma("writable_schema", 1)
        file.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'side_id\")', 'entity_id\")') "
            "WHERE name = 'person_side_id'"
        )
    with open_workspace(workspace.address, actor="Test", write=False) as reopened:
        found = reopened.verify()
    assert {each.damage for each in found} == {Damage.PAGES}
    assert "Restore its latest backup" in str(found[0].message)
