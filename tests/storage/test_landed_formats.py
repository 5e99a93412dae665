"""A file of every landed format opens, checks, prints, and takes its last step back and does it again.

`tests/storage/formats/write.py` wrote each file with the version whose files carried that number.
"""

import lzma
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import apsw
import pytest

from alternat.documents.kinds.registry import KINDS
from alternat.documents.printing import produce
from alternat.planning.findings import Severity
from alternat.planning.whole_check import check_everything
from alternat.storage.backup import BackupReason, backups
from alternat.storage.migrations.schema import BASE, SCHEMA
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.documents.reading import text_of
from tests.factories.clocks import NOW
from tests.storage.formats.write import FOLDER, owner
from tests.storage.rows import contents

FORMATS = range(BASE, SCHEMA.number + 1)
TODAY = date(2027, 3, 2)

of_every_format = pytest.mark.parametrize("number", FORMATS)


@pytest.fixture
def path(number: int, tmp_path: Path) -> Path:
    """A file of a format, as its version left it."""
    packed = FOLDER / f"format-{number}.alternat.xz"
    assert packed.exists(), (
        f"There is no file of format {number}. Write it with the version before the tables changed: "
        "python tests/storage/formats/write.py"
    )
    path = tmp_path / "talks.alternat"
    path.write_bytes(lzma.decompress(packed.read_bytes()))
    return path


def opened(path: Path) -> Workspace:
    return open_workspace(path, **owner())


def meeting_of(workspace: Workspace) -> int:
    return int(workspace.tables.Meeting.get(workspace.tables.Meeting.reference == "2027").id)


@of_every_format
def test_it_is_kept_as_it_was_and_then_brought_up_to_date(path: Path, number: int) -> None:
    before = _lasting(path)
    with opened(path) as workspace:
        database: Any = workspace.tables.Meeting._meta.database
        assert database.schema_number() == SCHEMA.number
        assert workspace.verify() == ()
        assert not workspace.has_damaged_history()
    kept = [_lasting(each.path) for each in backups(path) if each.reason is BackupReason.BEFORE_UPDATE]
    assert kept == ([before] if number < SCHEMA.number else [])


@of_every_format
def test_its_tables_are_those_of_a_new_file(path: Path, tmp_path: Path) -> None:
    opened(path).close()
    fresh = tmp_path / "fresh.alternat"
    create_workspace(fresh, actor="Desk").close()
    assert _shape(path) == _shape(fresh)


@of_every_format
def test_it_is_checked_and_prints_every_document(path: Path) -> None:
    with opened(path) as workspace:
        tables, meeting = workspace.tables, meeting_of(workspace)
        findings = check_everything(tables, meeting, today=NOW.date())
        assert findings
        assert [each for each in findings if each.severity is Severity.BLOCKS] == []
        printed = {
            kind.id: text_of(produce(kind, tables, meeting, kind.suggest(tables, meeting, TODAY)).pdf)
            for kind in KINDS
        }
    assert all(printed.values())
    for name in ("ARSENAULT-REID", "安恺琳", "QIN Yuanzhou", "秦远舟"):
        assert name in printed["delegation-list"]
        assert name in printed["badges"]


@of_every_format
def test_its_steps_are_taken_back_and_done_again(path: Path) -> None:
    with opened(path) as workspace:
        people = workspace.tables.Person
        as_kept = contents(workspace)
        workspace.redo()
        assert people.get_by_id(16).given == "Yueyue"
        workspace.undo()
        assert contents(workspace) == as_kept
        # The change of a name, a removal, a photograph and a private field.
        for _ in range(4):
            assert workspace.undo()
        assert people.get_by_id(13).family == "Blackwood"
        assert people.get_by_id(14).photo is None
        assert workspace.tables.Contact.select().count() == 0
        for _ in range(4):
            assert workspace.redo()
        assert contents(workspace) == as_kept
        assert people.get_by_id(14).photo is not None
        assert workspace.verify() == ()


@of_every_format
def test_it_is_read_without_being_changed(path: Path) -> None:
    before = path.read_bytes()
    with open_workspace(path, actor="Desk", write=False) as workspace:
        assert workspace.tables.Person.select().count() == 22
        assert workspace.verify() == ()
    assert path.read_bytes() == before


def _lasting(path: Path) -> bytes:
    """Return a file's bytes without the counters in its head, which copying moves on."""
    content = path.read_bytes()
    return content[:24] + content[28:40] + content[44:92] + content[96:]


def _shape(path: Path) -> dict[str, Any]:
    """Return the columns, indexes and references of each table, in whatever order they were made.

    Yes and no is a number to SQLite, by whatever name.
    """
    with closing(apsw.Connection(str(path))) as connection:

        def told(pragma: str, name: str) -> list[tuple[Any, ...]]:
            return list(connection.execute(f'PRAGMA {pragma}("{name}")'))

        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            name: (
                {
                    column: (kind.replace("BOOLEAN", "INTEGER"), required, key)
                    for _, column, kind, required, _, key in told("table_info", name)
                },
                {
                    index: (is_unique, tuple(column for _, _, column in told("index_info", index)))
                    for _, index, is_unique, _, _ in told("index_list", name)
                },
                {row[2:5] for row in told("foreign_key_list", name)},
            )
            for name in names
        }
