"""Files of earlier versions on their way to the present one, on either engine."""

from contextlib import closing
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import apsw
import pytest

from alternat.actions.consents import give_consent
from alternat.actions.dialogues import create_dialogue
from alternat.actions.meetings import add_meeting, change_meeting, set_status
from alternat.addresses import is_server
from alternat.language.messages import message
from alternat.nouns.consents import ConsentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.consents import agreement
from alternat.storage.backup import BackupReason, backups
from alternat.storage.damage import Damage
from alternat.storage.engines.guard import Engine
from alternat.storage.faults import DiskFull, NewerDialogue, OlderDialogue, StorageError
from alternat.storage.migrations.migration import Migration, create_tables
from alternat.storage.migrations.schema import BASE, MIGRATIONS, SCHEMA, Schema
from alternat.storage.workspace import create_workspace, open_workspace
from tests.storage.rows import add_people, contents, families, rename


def add_column(engine: Engine) -> None:
    engine.execute_sql("ALTER TABLE person ADD COLUMN rank INTEGER NOT NULL DEFAULT 0")


def drop_column(engine: Engine) -> None:
    engine.execute_sql("ALTER TABLE person DROP COLUMN rank")


def fail_late(engine: Engine) -> None:
    engine.execute_sql("UPDATE person SET family = 'half done'")
    engine.execute_sql("ALTER TABLE nothing ADD COLUMN rank INTEGER")


FIRST, SECOND, THIRD = (
    Migration(BASE + 1, "People get a rank", add_column),
    Migration(BASE + 2, "People lose it again", drop_column),
    Migration(BASE + 3, "Fails", fail_late),
)


def columns(address: str) -> list[str]:
    with open_workspace(address, actor="Test", write=False, schema=Schema((FIRST, SECOND))) as workspace:
        return [each.name for each in workspace.tables.Person._meta.database.get_columns("person")]


ADDED_IN_2 = {
    "meeting": ("status_reason",),
    "task": ("carried_from",),
    "consent": ("starts", "ends", "host", "city"),
}


def test_consent_of_a_file_of_format_1_counts_for_the_meeting_as_it_stands(any_address: str) -> None:
    with create_workspace(any_address, actor="Test") as workspace:
        create_dialogue(workspace, "canada-china")
        (meeting,) = add_meeting(
            workspace, year=2027, host="CN", starts=date(2027, 6, 15), ends=date(2027, 6, 16)
        ).inserted("meeting")
        for side, step in (("CA", ConsentStep.PROPOSED), ("CN", ConsentStep.ACCEPTED)):
            give_consent(workspace, side=side, step=step, given=date(2026, 11, 2), meeting=meeting)
        for status in (MeetingStatus.PROPOSED, MeetingStatus.AGREED):
            set_status(workspace, meeting, status)
        before = agreement(workspace.tables, meeting=meeting)
        database: Any = workspace.tables.Meeting._meta.database
        fresh = {table: sorted(each.name for each in database.get_columns(table)) for table in ADDED_IN_2}
        with database.writing(), database.pen():
            for table, names in ADDED_IN_2.items():
                for name in names:
                    database.execute_sql(f"ALTER TABLE {table} DROP COLUMN {name}")
            database.stamp(BASE)

    with open_workspace(any_address, actor="Test") as workspace:
        database = workspace.tables.Meeting._meta.database
        assert {
            table: sorted(each.name for each in database.get_columns(table)) for table in ADDED_IN_2
        } == fresh
        assert before.is_complete
        assert agreement(workspace.tables, meeting=meeting) == before
        assert workspace.verify() == ()
        change_meeting(workspace, meeting, {"starts": date(2027, 6, 14)})
        assert not agreement(workspace.tables, meeting=meeting).is_complete
        workspace.undo()
        assert agreement(workspace.tables, meeting=meeting) == before


@pytest.mark.parametrize("forgotten", [BASE, BASE + 1])
def test_a_file_that_forgot_its_number_keeps_what_it_holds(any_address: str, forgotten: int) -> None:
    with create_workspace(any_address, actor="Test", fill=create_dialogue) as workspace:
        (meeting,) = add_meeting(
            workspace, year=2027, host="CN", starts=date(2027, 6, 15), ends=date(2027, 6, 16)
        ).inserted("meeting")
        give_consent(
            workspace, side="CA", step=ConsentStep.PROPOSED, given=date(2026, 11, 2), meeting=meeting
        )
        change_meeting(workspace, meeting, {"starts": date(2027, 6, 14)})
        before, steps = contents(workspace), workspace.history()
        database: Any = workspace.tables.Meeting._meta.database
        with database.writing(), database.pen():
            database.stamp(forgotten)

    with open_workspace(any_address, actor="Test") as workspace:
        # The consent is still to the day that was proposed, not to the one that stands.
        assert contents(workspace) == before
        assert workspace.history() == steps
        assert workspace.verify() == ()
        assert workspace.tables.Meeting._meta.database.schema_number() == SCHEMA.number


def test_a_journal_of_format_2_is_chained_and_its_birth_made_lasting(tmp_path: Path) -> None:
    path = tmp_path / "a.alternat"
    with create_workspace(path, actor="Test", fill=create_dialogue) as workspace:
        add_meeting(workspace, year=2027, host="CN")
        workspace.undo()
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("UPDATE journal_step SET state = 'done' WHERE state = 'lasting'")
        for table, column in (
            ("journal_step", "desk"),
            ("journal_step", "words_digest"),
            ("journal_step", "digest"),
            ("journal_row", "digest"),
            ("journal_row", "is_erased"),
            ("journal_row", "version"),
            ("person", "post_nominals"),
        ):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        connection.execute("DROP TABLE journal_head")
        connection.execute("DROP TABLE release")
        connection.pragma("user_version", 2)

    with open_workspace(path, actor="Test") as workspace:
        assert workspace.verify() == ()
        assert workspace.undo() is None
        assert workspace.redo() is not None
        assert workspace.verify() == ()
        assert workspace.tables.Dialogue.select().count() == 1
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("UPDATE side SET version = version + 1 WHERE id = 1")
    with open_workspace(path, actor="Test", write=False) as workspace:
        assert [(each.damage, each.table) for each in workspace.verify()] == [(Damage.VERSION, "side")]


def test_released_migrations_are_numbered_without_gaps() -> None:
    assert [each.number for each in MIGRATIONS] == list(range(BASE + 1, BASE + 1 + len(MIGRATIONS)))
    assert len(MIGRATIONS) + BASE == SCHEMA.number


def test_an_older_file_is_brought_up_to_date_step_by_step(any_address: str) -> None:
    with create_workspace(any_address, actor="Test", schema=Schema(())) as workspace:
        (key,) = add_people(workspace, "Roy")
        rename(workspace, key, "Rose")
        before = contents(workspace)

    with open_workspace(any_address, actor="Test", schema=Schema((FIRST,))) as workspace:
        assert contents(workspace) == before
        workspace.undo()
        assert families(workspace) == ["Roy"]
    with open_workspace(any_address, actor="Test", schema=Schema((FIRST, SECOND))) as workspace:
        workspace.redo()
        assert contents(workspace) == before
        assert workspace.verify() == ()
    assert "rank" not in columns(any_address)


def keep_topics(engine: Engine) -> None:
    """Give each meeting a list of its topics, all of those in the terms."""
    create_tables(engine, "meeting_topic")
    engine.execute_sql(
        "INSERT INTO meeting_topic (version, meeting_id, topic_id, number, is_dropped)"
        " SELECT 1, meeting.id, provision.id, provision.number, FALSE FROM meeting, provision"
        " WHERE provision.kind = 'topic' AND NOT EXISTS (SELECT 1 FROM meeting_topic)"
        " ORDER BY meeting.id, provision.number"
    )


def test_a_table_that_a_migration_makes_and_fills_is_told_of_in_the_history(any_address: str) -> None:
    with create_workspace(any_address, actor="Test", fill=create_dialogue) as workspace:
        database: Any = workspace.tables.Meeting._meta.database
        with database.writing(), database.pen():
            database.execute_sql('DROP TABLE "meeting_topic"')
    later = Schema((*MIGRATIONS, Migration(SCHEMA.number + 1, "Keep the topics of meetings", keep_topics)))

    with open_workspace(any_address, actor="Test", schema=later) as workspace:
        topics = workspace.tables.MeetingTopic
        meetings = workspace.tables.Meeting.select().count()
        assert [row.number for row in topics.select().order_by(topics.id)] == [1, 2, 3, 4, 5, 6] * meetings
        told = workspace.history()[0]
        assert (str(told.label), told.rows) == ("Brought up to date for this version of Alternat", 12)
        assert workspace.undo() is None
        assert workspace.verify() == ()
        steps = workspace.history()
        database = workspace.tables.Meeting._meta.database
        with database.writing(), database.pen():
            database.stamp(SCHEMA.number)

    # A file that forgot its number has all of it already.
    with open_workspace(any_address, actor="Test", schema=later) as workspace:
        assert workspace.tables.MeetingTopic.select().count() == 6 * meetings
        assert workspace.history() == steps


def test_what_a_newer_version_wrote_is_left_to_it(any_address: str) -> None:
    create_workspace(any_address, actor="Test", schema=Schema(())).close()
    open_workspace(any_address, actor="Test", schema=Schema((FIRST, SECOND))).close()
    with pytest.raises(NewerDialogue, match="format 3; this version reads up to 2"):
        open_workspace(any_address, actor="Test", schema=Schema((FIRST,)))


def test_a_migration_that_fails_leaves_everything_as_it_was(any_address: str) -> None:
    with create_workspace(any_address, actor="Test", schema=Schema(())) as workspace:
        add_people(workspace, "Roy")
    with pytest.raises(StorageError):
        open_workspace(any_address, actor="Test", schema=Schema((FIRST, SECOND, THIRD)))
    with open_workspace(any_address, actor="Test", schema=Schema(())) as workspace:
        assert families(workspace) == ["Roy"]


def test_reading_an_older_dialogue_on_a_server_asks_for_an_editor_first(any_address: str) -> None:
    create_workspace(any_address, actor="Test", schema=Schema(())).close()
    if is_server(any_address):
        with pytest.raises(OlderDialogue, match="Open it once for editing"):
            open_workspace(any_address, actor="Test", write=False, schema=Schema((FIRST,)))
    else:
        content = Path(any_address).read_bytes()
        open_workspace(any_address, actor="Test", write=False, schema=Schema((FIRST,))).close()
        assert Path(any_address).read_bytes() == content


def test_a_backup_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "a.alternat"
    with create_workspace(path, actor="Test", schema=Schema(())) as workspace:
        add_people(workspace, "Roy")
    content = path.read_bytes()

    open_workspace(path, actor="Test", schema=Schema((FIRST,))).close()

    (backup,) = backups(path)
    assert backup.reason is BackupReason.BEFORE_UPDATE
    with open_workspace(backup.path, actor="Test", write=False, schema=Schema(())) as old:
        assert families(old) == ["Roy"]
    assert len(backup.path.read_bytes()) == len(content)


def test_without_room_for_a_backup_nothing_is_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.alternat"
    create_workspace(path, actor="Test", schema=Schema(())).close()
    content = path.read_bytes()

    def refuse(_engine: object, _reason: object) -> None:
        raise DiskFull(place=str(path), reason="")

    monkeypatch.setattr("alternat.storage.opening.back_up", refuse)
    with pytest.raises(DiskFull):
        open_workspace(path, actor="Test", schema=Schema((FIRST,)))
    assert path.read_bytes() == content


def test_an_up_to_date_file_is_not_backed_up_on_opening(tmp_path: Path) -> None:
    path = tmp_path / "a.alternat"
    create_workspace(path, actor="Test").close()
    open_workspace(path, actor="Test").close()
    assert backups(path) == ()


def test_a_dropped_column_does_not_stand_in_the_way_of_undo(tmp_path: Path) -> None:
    path = tmp_path / "a.alternat"
    with create_workspace(path, actor="Test", schema=Schema()) as workspace:
        (key,) = add_people(workspace, "Roy")
        with workspace.change(message("Remove")) as change:
            change.delete(workspace.tables.Person, [key])
    with closing(apsw.Connection(str(path))) as connection:
        # As if the journal had been written when people still had a height.
        connection.execute("""UPDATE journal_row SET before = json_set(before, '$.height', 180)""")
        # A journal of that time is not chained yet.
        connection.execute("DROP TABLE journal_head")
        connection.pragma("user_version", 2)

    with open_workspace(path, actor="Test") as workspace:
        workspace.undo()
        assert families(workspace) == ["Roy"]
        assert workspace.verify() == ()


@pytest.mark.postgresql
def test_a_desk_of_an_earlier_version_stops_when_the_server_has_moved_on(postgresql_address: str) -> None:
    with create_workspace(postgresql_address, actor="Test", schema=Schema(())) as old:
        add_people(old, "Roy")
        open_workspace(postgresql_address, actor="Test", schema=Schema((FIRST,))).close()
        with pytest.raises(NewerDialogue):
            add_people(old, "Li")
        with pytest.raises(NewerDialogue):
            old.undo()
        assert families(old) == ["Roy"]


@pytest.mark.postgresql
def test_two_desks_that_update_a_server_at_once_do_it_once(postgresql_address: str) -> None:
    create_workspace(postgresql_address, actor="Test", schema=Schema(())).close()
    later, applied = Schema((FIRST,)), list[int]()

    def update() -> None:
        open_workspace(postgresql_address, actor="Test", schema=later).close()
        applied.append(1)

    desks = [Thread(target=update) for _ in range(3)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert applied == [1, 1, 1]
