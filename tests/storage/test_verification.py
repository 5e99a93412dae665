"""Checking a document: silent changes that SQLite itself does not notice."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import psycopg
import pytest

from alternat.language.messages import message
from alternat.storage.damage import Damage
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
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


PERSON_COLUMNS = (
    "(id, version, side_id, entity_id, family, given, name_zh, sort_key, printed_name, name_order, "
    "honorific, post_nominals, position, gender, languages, photo_id)"
)
REVIVE = f"INSERT INTO person {PERSON_COLUMNS} SELECT 3, {PERSON_COLUMNS[5:-1]} FROM person WHERE id = 1"


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
        ("UPDATE person SET version = version + 1 WHERE id = 2", (Damage.VERSION, "person", 2)),
        ("UPDATE photo SET media_type = 'image/gif'", (Damage.CHANGED, "photo", 1)),
        ("UPDATE photo SET digest = 'abc'", (Damage.PHOTO, "photo", 1)),
    ],
)
def test_what_was_not_written_is_found(
    any_address: str, spoil: Spoil, sql: str, expected: tuple[Damage, str, int]
) -> None:
    spoil(sql)
    assert damage(any_address) == [expected]


@pytest.mark.parametrize("table", ["photo", "release", "person"])
def test_a_row_that_no_step_made_is_found(any_address: str, spoil: Spoil, table: str) -> None:
    rows = {
        "photo": "(id, version, digest, media_type, width, height, content) "
        "SELECT 9, 1, 'x', media_type, 1, 1, content",
        "release": '(id, version, at, "by", kind, name, meeting, revision, people, content) '
        "SELECT 9, 1, '2027-06-12 10:00:00', 'Roy', 'ics', '', '', 0, '', '' ",
        "person": f"{PERSON_COLUMNS} SELECT 9, {PERSON_COLUMNS[5:-1]}",
    }
    source = "person WHERE id = 1" if table == "person" else "photo"
    spoil(f"INSERT INTO {table} {rows[table]} FROM {source}")
    assert (Damage.UNTOLD, table, 9) in damage(any_address) or table == "photo"
    assert [(each[1], each[2]) for each in damage(any_address)] == [(table, 9)]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("UPDATE journal_row SET after = replace(after, 'Li', 'Lu') WHERE step = 2", Damage.IMAGE),
        ("UPDATE journal_row SET before = '{}' WHERE before IS NOT NULL AND step = 3", Damage.IMAGE),
        ('UPDATE journal_row SET "key" = 7 WHERE step = 3', Damage.IMAGE),
        ("UPDATE journal_row SET version = 9 WHERE step = 2", Damage.IMAGE),
        ("UPDATE journal_row SET is_erased = (1 = 1) WHERE step = 2", Damage.IMAGE),
        ("UPDATE journal_row SET step = 2 WHERE step = 3", Damage.STEP),
        ("UPDATE journal_step SET actor = 'Somebody' WHERE id = 2", Damage.STEP),
        ("UPDATE journal_step SET at = '2026-01-01 10:00:00' WHERE id = 2", Damage.STEP),
        ("UPDATE journal_step SET arguments = '{}' WHERE id = 3", Damage.STEP),
        ("UPDATE journal_step SET arguments = '{' WHERE id = 3", Damage.STEP),
        ("UPDATE journal_step SET desk = 'other' WHERE id = 3", Damage.STEP),
        ("UPDATE journal_step SET origin = 'undone', reverts = 1 WHERE id = 3", Damage.STEP),
        ("UPDATE journal_step SET state = 'undone' WHERE id = 3", Damage.STEP),
        ("UPDATE journal_step SET state = 'dropped' WHERE id = 3", Damage.STEP),
        ("UPDATE journal_step SET state = 'lasting' WHERE id = 3", Damage.STEP),
        ("UPDATE journal_step SET state = 'dong' WHERE id = 3", Damage.STEP),
        ("UPDATE journal_step SET digest = words_digest WHERE id = 3", Damage.STEP),
        ("UPDATE journal_step SET id = 77 WHERE id = 4", Damage.STEP),
        ("DELETE FROM journal_row WHERE step = 4", Damage.HISTORY),
        ("DELETE FROM journal_row WHERE step = 2", Damage.STEP),
        ("DELETE FROM journal_step WHERE id = 1", Damage.STEP),
        ("DELETE FROM journal_step WHERE id = 2", Damage.HISTORY),
        ("DELETE FROM journal_step WHERE id = 4", Damage.HISTORY),
        ("DELETE FROM journal_step", Damage.HISTORY),
        ("DELETE FROM journal_head", Damage.HISTORY),
        ("UPDATE journal_head SET steps = 3", Damage.HISTORY),
        ("DROP TABLE journal_row", Damage.PAGES),
        ("DROP TABLE journal_step", Damage.PAGES),
        ("DROP TABLE journal_head", Damage.PAGES),
    ],
)
def test_a_history_that_was_not_written_so_is_found(
    any_address: str, spoil: Spoil, sql: str, expected: Damage
) -> None:
    spoil(sql)
    assert expected in {found for found, _, _ in damage(any_address)}


def test_a_step_at_the_end_cannot_be_cut_off_with_its_entries(any_address: str, spoil: Spoil) -> None:
    spoil("DELETE FROM journal_row WHERE step = 4")
    spoil("DELETE FROM journal_step WHERE id = 4")
    assert (Damage.HISTORY, "", 0) in damage(any_address)


def test_bytes_where_a_text_was_are_found(tmp_path: Path) -> None:
    path = str(tmp_path / "a.alternat")
    with create_workspace(path, actor="Test") as workspace:
        add_people(workspace, "Roy", "Li")
    for sql in (
        "UPDATE person SET family = CAST(family AS BLOB) WHERE id = 1",
        "UPDATE journal_row SET after = CAST(after AS BLOB) WHERE step = 1",
        "UPDATE journal_step SET actor = CAST(actor AS BLOB)",
        "UPDATE journal_step SET template = x'ff'",
    ):
        with closing(apsw.Connection(path)) as file:
            file.execute(sql)
    found = {each for each, _, _ in damage(path)}
    assert found == {Damage.CHANGED, Damage.IMAGE, Damage.STEP}


def test_a_value_that_is_no_text_any_more_is_told_by_its_row(tmp_path: Path) -> None:
    path = str(tmp_path / "a.alternat")
    with create_workspace(path, actor="Test") as workspace:
        add_people(workspace, "Roy", "Li")
    with closing(apsw.Connection(path)) as file:
        file.execute("UPDATE person SET family = CAST(x'ffff' AS TEXT) WHERE id = 2")
    assert damage(path) == [(Damage.CHANGED, "person", 2)]


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE more (a)",
        "ALTER TABLE person RENAME COLUMN given TO gavin",
        "DROP INDEX person_side_id",
        "UPDATE sqlite_schema SET sql = replace(sql, 'VARCHAR(200)', 'VARCHAR(300)') WHERE name = 'release'",
    ],
)
def test_a_changed_definition_is_found(tmp_path: Path, sql: str) -> None:
    path = str(tmp_path / "a.alternat")
    with create_workspace(path, actor="Test") as workspace:
        add_people(workspace, "Roy")
    with closing(apsw.Connection(path)) as file:
        file.pragma("writable_schema", 1)
        file.execute(sql)
    assert Damage.PAGES in {each for each, _, _ in damage(path)}


def test_keys_that_the_file_forgot_are_found(tmp_path: Path) -> None:
    path = str(tmp_path / "a.alternat")
    with create_workspace(path, actor="Test") as workspace:
        add_people(workspace, "Roy", "Li")
    with closing(apsw.Connection(path)) as file:
        file.execute("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'person'")
    assert damage(path) == [(Damage.KEYS, "person", 0)]


def test_a_copy_without_a_past_is_checked_too(workspace: Workspace, tmp_path: Path) -> None:
    add_people(workspace, "Roy", "Li")
    copy = str(tmp_path / "copy.alternat")
    workspace.send_copy(Path(copy))
    assert damage(copy) == []
    with closing(apsw.Connection(copy)) as file:
        file.execute("UPDATE person SET family = 'Ray' WHERE id = 1")
    assert damage(copy) == [(Damage.CHANGED, "person", 1)]
    with open_workspace(copy, actor="Test") as sent:
        rename(sent, 2, "Lu")
    assert damage(copy) == [(Damage.CHANGED, "person", 1)]
    with closing(apsw.Connection(copy)) as file:
        file.execute('DELETE FROM journal_row WHERE step = 0 AND "key" = 1')
    assert Damage.STEP in {each for each, _, _ in damage(copy)}


def test_undo_and_redo_keep_the_chain_and_the_versions(any_workspace: Workspace) -> None:
    first, second = add_people(any_workspace, "Roy", "Li")
    with any_workspace.change(message("There and back, and on")) as change:
        person = any_workspace.tables.Person
        change.update(person, {first: {"family": "Rose"}})
        change.update(person, {first: {"family": "Roy"}, second: {"family": "Lu"}})
    any_workspace.undo()
    any_workspace.undo()
    any_workspace.redo()
    assert any_workspace.verify() == ()
    rename(any_workspace, first, "Rosa")
    assert any_workspace.verify() == ()
    assert any_workspace.redo() is None


def test_erased_images_and_words_leave_a_chain_that_holds(any_address: str, spoil: Spoil) -> None:
    spoil("UPDATE journal_row SET is_erased = (1 = 1), before = NULL, after = NULL WHERE step = 3")
    spoil("UPDATE journal_step SET template = '', arguments = '{}' WHERE id = 3")
    spoil('UPDATE journal_row SET is_erased = (1 = 1), before = NULL, after = NULL WHERE "key" = 3')
    assert damage(any_address) == []
    with open_workspace(any_address, actor="Test", write=False) as workspace:
        assert "erased with the person" in str(workspace.history()[1].label)


def test_a_history_that_lost_its_end_goes_on_and_says_so(any_address: str, spoil: Spoil) -> None:
    spoil("DELETE FROM journal_head")
    with open_workspace(any_address, actor="Test") as workspace:
        rename(workspace, 1, "Rosa")
        assert Damage.HISTORY in {each.damage for each in workspace.verify()}


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
    assert str(found.message) == "Not as it was last written: the person Ann LI. Compare it with a backup."


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
