"""A dialogue of format 2 brought up to date, in a file or on a server: edited, taken back, imported into."""

import tempfile
from pathlib import Path
from typing import Any

import apsw
import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.actions.imports import import_people
from alternat.actions.meetings import add_meeting
from alternat.actions.people import add_person, change_contact, change_people, remove_people
from alternat.planning.import_plans import plan_import
from alternat.planning.roster import roster
from alternat.storage.changes import ConflictError
from alternat.storage.faults import StorageError
from alternat.storage.migrations.schema import SCHEMA
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.factories.drafts import draft
from tests.storage.rows import contents

ADDED_IN_3 = {
    "person": ("post_nominals",),
    "meeting": ("region", "last_revision", "last_list_revision"),
    "session": ("end_zone",),
    "side": ("office_email",),
    "journal_step": ("desk", "words_digest", "digest"),
    "journal_row": ("digest", "is_erased", "version"),
}
TABLES_OF_3 = ("release", "journal_head")


@pytest.fixture
def of_format_2(any_address: str) -> str:
    """The address of a dialogue with two delegates and a step taken back, as format 2 kept it."""
    with create_workspace(any_address, actor="Wang") as workspace:
        create_dialogue(workspace, "canada-china")
        (meeting,) = add_meeting(workspace, year=2027, host="CA").inserted("meeting")
        add_person(workspace, "CA", {"family": "Roy"}, contact={"email": "r@x.ca"}, meeting=meeting)
        add_person(workspace, "CN", {"family": "Li"}, meeting=meeting)
        change_people(workspace, [2], {"family": "Lee"})
        change_people(workspace, [1], {"given": "Ann"})
        workspace.undo()
        make_older(workspace)
    return any_address


def make_older(workspace: Workspace) -> None:
    database: Any = workspace.tables.Person._meta.database
    with database.writing(), database.pen():
        for table, columns in ADDED_IN_3.items():
            for column in columns:
                database.execute_sql(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')
        for table in TABLES_OF_3:
            database.execute_sql(f'DROP TABLE "{table}"')
        database.stamp(2)


def meeting_of(workspace: Workspace) -> int:
    return int(workspace.tables.Meeting.get(workspace.tables.Meeting.year == 2027).id)


def names(workspace: Workspace) -> list[tuple[str, int, int]]:
    delegates = roster(workspace.tables, meeting_of(workspace), attending_only=False)
    return sorted((each.family, each.place, each.serial) for each in delegates)


def test_a_dialogue_of_format_2_is_brought_up_to_date_and_holds(of_format_2: str) -> None:
    with open_workspace(of_format_2, actor="Wang") as workspace:
        assert names(workspace) == [("Lee", 1, 2), ("Roy", 1, 1)]
        assert workspace.verify() == ()
        assert workspace.tables.Person._meta.database.schema_number() == SCHEMA.number


def test_steps_of_format_2_are_redone_and_undone_by_their_actor(of_format_2: str) -> None:
    with open_workspace(of_format_2, actor="Li") as other:
        assert (other.undoable, other.redoable) == (None, None)
    with open_workspace(of_format_2, actor="Wang") as workspace:
        workspace.redo()
        assert workspace.tables.Person.get_by_id(1).given == "Ann"
        workspace.undo()
        workspace.undo()
        assert names(workspace) == [("Li", 1, 2), ("Roy", 1, 1)]
        assert workspace.verify() == ()


def test_verbs_undo_and_import_work_on_what_was_of_format_2(of_format_2: str) -> None:
    with open_workspace(of_format_2, actor="Wang") as workspace:
        before = contents(workspace)
        meeting = meeting_of(workspace)
        change_contact(workspace, 1, {"email": "roy@x.ca"})
        remove_people(workspace, [2])
        drafts = [draft(2, side="CA", family="Roy", given="Zoé"), draft(3, side="CN", family="Gao")]
        plan = plan_import(workspace.tables, meeting, "list.csv", drafts)
        import_people(workspace, plan)
        joined = [row for row in names(workspace) if row[0] == "Gao"]
        # The number of the one who was removed is not given again.
        assert [serial for _, _, serial in joined] == [
            workspace.tables.Meeting.get_by_id(meeting).last_serial
        ]
        assert joined[0][2] > 2
        for _ in range(3):
            workspace.undo()
        assert contents(workspace)["contact"] == before["contact"]
        assert contents(workspace)["person"] == before["person"]
        assert workspace.verify() == ()


@pytest.mark.postgresql
def test_two_desks_that_open_an_older_dialogue_at_once_share_it(
    postgresql_address: str,
) -> None:
    with create_workspace(postgresql_address, actor="Wang") as workspace:
        create_dialogue(workspace, "canada-china")
        add_person(workspace, "CA", {"family": "Roy"})
        make_older(workspace)
    with (
        open_workspace(postgresql_address, actor="Wang") as first,
        open_workspace(postgresql_address, actor="Li") as second,
    ):
        change_people(first, [1], {"family": "Rose"})
        with pytest.raises(ConflictError):
            change_people(second, [1], {"family": "Ross"})
        assert second.tables.Person.get_by_id(1).family == "Rose"
        assert second.verify() == ()


def test_an_older_file_is_read_as_it_would_be_without_being_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    path = tmp_path / "talks.alternat"
    with create_workspace(path, actor="Wang") as workspace:
        create_dialogue(workspace, "canada-china")
        add_person(workspace, "CA", {"family": "Roy"})
        make_older(workspace)
    content = path.read_bytes()
    leftover = aside / "alternat-reading-999999999-x"
    leftover.mkdir()
    with open_workspace(path, actor="Test", write=False) as reader:
        assert not leftover.exists()
        assert [row.family for row in reader.tables.Person.select()] == ["Roy"]
        assert (reader.verify(), reader.damage(), reader.address) == ((), None, str(path))
        with reader.beside(lambda: False) as second:
            assert second.tables.Person.select().count() == 1
        assert len(list(aside.iterdir())) == 1
    assert (list(aside.iterdir()), path.read_bytes()) == ([], content)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["aside", "talks.alternat"]


def test_an_older_protected_file_is_read_under_its_password(tmp_path: Path) -> None:
    path = tmp_path / "talks.alternat"
    with create_workspace(path, actor="Wang", password="correct horse") as workspace:
        create_dialogue(workspace, "canada-china")
        add_person(workspace, "CA", {"family": "Roy"})
        make_older(workspace)
    content = path.read_bytes()
    with open_workspace(path, actor="Test", write=False, password="correct horse") as reader:
        (copy,) = Path(tempfile.gettempdir()).glob("alternat-reading-*/talks.alternat")
        assert not copy.read_bytes().startswith(b"SQLite")
        assert reader.tables.Person.select().count() == 1
    assert (copy.exists(), path.read_bytes()) == (False, content)


def test_a_damaged_older_file_leaves_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    path = tmp_path / "talks.alternat"
    with create_workspace(path, actor="Wang") as workspace:
        create_dialogue(workspace, "canada-china")
        make_older(workspace)
    connection = apsw.Connection(str(path))
    connection.execute("DROP TABLE journal_row")
    connection.close()
    with pytest.raises(StorageError):
        open_workspace(path, actor="Test", write=False)
    assert list(aside.iterdir()) == []
