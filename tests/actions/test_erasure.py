"""Gone is gone: people leave rows, history, backups and the bytes of every file, and nothing else does."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import peewee as pw
import pytest

from alternat.actions.demo import create_demo
from alternat.actions.dialogues import create_dialogue
from alternat.actions.erasure import (
    Erased,
    NobodyToErase,
    erase_people,
    known_person,
    people_of_meetings_before,
    plan_erasure,
)
from alternat.actions.meetings import meeting_id
from alternat.actions.people import add_person, change_people, remove_people, set_photo
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.models.base import LabelField
from alternat.storage.backup import backups
from alternat.storage.erasure.erasing import Manner
from alternat.storage.erasure.logs import clean_logs
from alternat.storage.erasure.traces import eraser_of, is_free_text
from alternat.storage.journal.reversal import UndoConflict
from alternat.storage.journal.steps import StepErased
from alternat.storage.passwords import change_password
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from tests.factories.planted import PLANTED, found_in, picture_bytes, plant

TODAY = dt.date(2026, 11, 30)
PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def _planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, str, bytes]:
    path = tmp_path_factory.mktemp("planted") / "talks.alternat"
    with create_workspace(path, actor="Test") as workspace:
        meeting = meeting_id(workspace.tables, create_demo(workspace, today=TODAY))
        workspace.back_up()
        person, token, photo = plant(workspace, meeting)
        workspace.back_up()
    return path, person, token, photo


@pytest.fixture
def planted(_planted: tuple[Path, int, str, bytes], tmp_path: Path) -> tuple[Path, int, str, bytes]:
    """A dialogue with a planted person and two backups: one before the person came, one after."""
    path, person, token, photo = _planted
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    shutil.copytree(f"{path}-backups", f"{copy}-backups")
    return copy, person, token, photo


def files_of(path: Path) -> list[Path]:
    return [each for each in path.parent.rglob("*") if each.is_file()]


def erased(path: Path, person: int, manner: Manner = Manner.PURGE, password: str | None = None) -> Erased:
    with open_workspace(path, actor="Test", password=password) as workspace:
        return erase_people(workspace, plan_erasure(workspace, [person], manner))


def test_nothing_of_a_purged_person_is_in_any_byte(planted: tuple[Path, int, str, bytes]) -> None:
    path, person, token, photo = planted
    wanted = (token.encode(), photo[200:240])
    assert {word for _, word in found_in(files_of(path), *wanted)} == {
        *(word.encode().lower() for word in PLANTED),
        *(each.lower() for each in wanted),
    }
    done = erased(path, person)
    assert [(each.people, each.is_readable) for each in done.backups] == [(1, True), (0, True)]
    assert found_in(files_of(path), *wanted) == []


def test_checking_finds_nothing_damaged_afterwards(planted: tuple[Path, int, str, bytes]) -> None:
    path, person, *_ = planted
    erased(path, person)
    for file in (path, *(each.path for each in backups(path))):
        with open_workspace(file, actor="Test", write=False) as workspace:
            assert workspace.verify() == ()


def test_nobody_else_and_nothing_else_goes(planted: tuple[Path, int, str, bytes]) -> None:
    path, person, *_ = planted
    with open_workspace(path, actor="Test") as workspace:
        tables = workspace.tables.all()
        counts = {model._meta.table_name: model.select().count() for model in tables}
        names = [row.family for row in workspace.tables.Person.select() if row.id != person]
        plan = plan_erasure(workspace, [person], Manner.PURGE)
        erase_people(workspace, plan)
        for model in tables:
            counts[model._meta.table_name] -= model.select().count()
        assert {table: gone for table, gone in counts.items() if gone} == {**plan.traces.counts, "photo": 1}
        assert [row.family for row in workspace.tables.Person.select()] == names
        assert workspace.tables.Task.get(workspace.tables.Task.note != "").owner_id is None


def test_neither_undo_nor_redo_brings_anybody_back(planted: tuple[Path, int, str, bytes]) -> None:
    path, person, *_ = planted
    erased(path, person)
    with open_workspace(path, actor="Test") as workspace:
        told = [str(step.label) for step in workspace.history(6)]
        assert told[0] == "Erase 1 person for good"
        assert "erased" in told[1]
        assert workspace.redoable is None
        for _ in range(30):
            try:
                if workspace.undo() is None:
                    break
            except (UndoConflict, StepErased):
                break
            assert workspace.verify() == ()
        assert workspace.tables.Person.get_or_none(workspace.tables.Person.id == person) is None
    assert found_in(files_of(path)) == []


def test_undo_never_passes_over_a_step_that_an_erasure_took_from(any_workspace: Workspace) -> None:
    workspace = any_workspace
    create_dialogue(workspace, "canada-china")
    tables = workspace.tables
    (first,) = add_person(workspace, "CA", {"family": "Roy"}).inserted("person")
    change_people(workspace, [first], {"given": "Anne"})
    (other,) = add_person(workspace, "CA", {"family": "Zwicky"}).inserted("person")
    erase_people(workspace, plan_erasure(workspace, [other], Manner.PURGE))
    assert workspace.undoable is None
    with pytest.raises(StepErased):
        workspace.undo()
    assert tables.Person.get_by_id(first).given == "Anne"
    change_people(workspace, [first], {"given": "Marie"})
    assert workspace.undo() is not None
    assert tables.Person.get_by_id(first).given == "Anne"
    assert workspace.verify() == ()


def test_redo_never_passes_over_a_step_that_an_erasure_took_from(any_workspace: Workspace) -> None:
    workspace = any_workspace
    create_dialogue(workspace, "canada-china")
    tables = workspace.tables
    (first,) = add_person(workspace, "CA", {"family": "Roy"}).inserted("person")
    (other,) = add_person(workspace, "CA", {"family": "Zwicky"}).inserted("person")
    change_people(workspace, [first], {"given": "Anne"})
    change_people(workspace, [first, other], {"given": "Marie"})
    change_people(workspace, [first], {"sort_key": "Roi"})
    for _ in range(3):
        workspace.undo()
    erase_people(workspace, plan_erasure(workspace, [other], Manner.PURGE))
    assert workspace.redo() is not None
    assert tables.Person.get_by_id(first).given == "Anne"
    assert (workspace.redoable, workspace.redo()) == (None, None)
    row = tables.Person.get_by_id(first)
    assert (row.given, row.sort_key) == ("Anne", "")
    assert workspace.verify() == ()
    assert workspace.undo() is not None
    assert tables.Person.get_by_id(first).given == ""
    assert workspace.verify() == ()


def test_what_happens_later_is_taken_back_as_ever(planted: tuple[Path, int, str, bytes]) -> None:
    path, person, *_ = planted
    erased(path, person)
    with open_workspace(path, actor="Test") as workspace:
        (new,) = add_person(workspace, "CA", {"family": "Roy"}).inserted("person")
        assert new > person
        workspace.undo()
        assert workspace.redo() is not None
        assert workspace.verify() == ()


def test_a_protected_dialogue_keeps_its_password(planted: tuple[Path, int, str, bytes]) -> None:
    path, person, *_ = planted
    change_password(path, old=None, new=PASSWORD)
    with open_workspace(path, actor="Test", password=PASSWORD) as workspace:
        workspace.back_up()
    done = erased(path, person, password=PASSWORD)
    assert all(each.is_readable for each in done.backups)
    assert found_in(files_of(path)) == []
    with open_workspace(path, actor="Test", password=PASSWORD) as workspace:
        assert workspace.verify() == ()
    with open_workspace(backups(path)[0].path, actor="Test", password=PASSWORD, write=False) as workspace:
        assert [str(step.label) for step in workspace.history(1)] == ["Erase 1 person for good"]
    change_password(path, old=PASSWORD, new=None)
    assert found_in(files_of(path)) == []


def test_a_backup_that_cannot_be_opened_is_named(planted: tuple[Path, int, str, bytes]) -> None:
    path, person, *_ = planted
    latest = backups(path)[0].path
    latest.write_bytes(latest.read_bytes()[:5000])
    with open_workspace(path, actor="Test") as workspace:
        plan = plan_erasure(workspace, [person], Manner.PURGE)
        assert [each.backup.path for each in plan.unreadable] == [latest]
        done = erase_people(workspace, plan)
    assert [each.backup.path for each in done.backups if not each.is_readable] == [latest]


def test_what_was_shared_is_listed(planted: tuple[Path, int, str, bytes]) -> None:
    path, person, *_ = planted
    with open_workspace(path, actor="Test") as workspace:
        plan = plan_erasure(workspace, [person], Manner.PURGE)
        assert [each.name for each in plan.releases] == ["Zorvana Qwyzzblat – my day.pdf"]
        erase_people(workspace, plan)
        assert workspace.tables.Release.get().name == "[erased] – my day.pdf"


def test_a_plan_writes_nothing(planted: tuple[Path, int, str, bytes]) -> None:
    path, person, *_ = planted
    before = {file: file.read_bytes() for file in files_of(path)}
    with open_workspace(path, actor="Test", write=False) as workspace:
        plan_erasure(workspace, [person], Manner.PURGE)
        with pytest.raises(NobodyToErase):
            plan_erasure(workspace, [], Manner.PURGE)
    assert {file: file.read_bytes() for file in files_of(path)} == before


def test_a_number_takes_the_place_of_a_name(planted: tuple[Path, int, str, bytes]) -> None:
    path, person, token, photo = planted
    erased(path, person, Manner.PSEUDONYMISE)
    assert found_in(files_of(path), token.encode(), photo[200:240]) == []
    with open_workspace(path, actor="Test") as workspace:
        row = workspace.tables.Person.get_by_id(person)
        assert (row.family, row.given, row.name_zh) == (f"Person {person}", "", f"人员{person}")
        assert (
            workspace.tables.Participation.select()
            .where(workspace.tables.Participation.person == person)
            .count()
        )
        assert workspace.tables.Contact.get_or_none(workspace.tables.Contact.person == person) is None
        assert workspace.verify() == ()
    erased(path, person)


def test_every_text_that_a_noun_describes_loses_the_name(tmp_path: Path) -> None:
    """Whatever a field is called: a reference that names a letter of somebody is a text, no code."""
    path = tmp_path / "talks.alternat"
    with create_workspace(path, actor="Test") as workspace:
        create_demo(workspace, today=TODAY)
        name = {"family": "Qwyzzblat", "given": "Zorvaine"}
        (person,) = add_person(workspace, "CA", name).inserted("person")
        written = set()
        with workspace.change(message("Write")) as change:
            for model in workspace.tables.all():
                table, row = model._meta.table_name, model.select().first()
                fields = [each for each in model._meta.sorted_fields if is_free_text(table, each)]
                if row is not None and fields and table not in {"programme_revision", "release"}:
                    change.update(model, {row.id: {each.name: _naming(each) for each in fields}})
                    written |= {(table, each.name) for each in fields}
        assert {("guidance", "reference"), ("task", "note"), ("session", "title")} <= written
        assert found_in([path], b"Zorvaine Qwyzzblat")
        erase_people(workspace, plan_erasure(workspace, [person], Manner.PURGE))
    assert found_in(files_of(path), b"Zorvaine Qwyzzblat") == []


def _naming(field: Any) -> str | Label:
    text = "To Zorvaine Qwyzzblat"
    return Label(text, text, text) if isinstance(field, LabelField) else text


CODES = {
    "side": {"code", "time_zone", "paper", "colour"},
    "entity": {"code"},
    "provision": {"code", "section"},
    "photo": {"digest", "media_type"},
    "dialogue": {"template"},
    "meeting": {"reference", "region", "time_zone", "paper", "previous"},
    "participation": {"token"},
    "consent": {"host"},
    "room": {"code"},
    "task_template": {"code"},
    "session": {"uid", "time_zone", "end_zone"},
    "party": {"key"},
    "interpreter_pair": {"one", "other"},
    "assignment": {"one", "other"},
    "lowered_finding": {"code", "severity"},
    "release": {"kind", "people"},
    "outcome": {"code"},
    "instrument": {"on_behalf", "prevails", "extension"},
    "text_mark": {"language"},
}
"""The columns of text in which nobody is named; a name that stands in one of these stays."""


def test_only_codes_are_left_alone(dialogue: Workspace) -> None:
    kept: dict[str, set[str]] = {}
    for model in dialogue.tables.all():
        table = model._meta.table_name
        for field in model._meta.sorted_fields:
            is_text = isinstance(field, LabelField) or type(field) in {pw.CharField, pw.TextField}
            if is_text and table not in {"person", "contact"} and not is_free_text(table, field):
                kept.setdefault(table, set()).add(field.name)
    assert kept == CODES


def test_the_text_of_a_namesake_stays(dialogue: Workspace) -> None:
    (first,) = add_person(dialogue, "CA", {"family": "Tremblay", "given": "Luc"}).inserted("person")
    (second,) = add_person(dialogue, "CA", {"family": "Tremblay", "given": "Luc"}).inserted("person")
    change_people(dialogue, [second], {"sort_key": "Tremblay L"})
    erase_people(dialogue, plan_erasure(dialogue, [first], Manner.PURGE))
    assert dialogue.tables.Person.get_by_id(second).family == "Tremblay"
    assert dialogue.verify() == ()
    (change,) = [step for step in dialogue.history(4) if str(step.label).startswith("Change")]
    assert change.label.arguments["name"] == Label.same("Luc TREMBLAY")


def test_a_photo_that_two_people_share_stays_with_the_other(dialogue: Workspace) -> None:
    people = [
        add_person(dialogue, "CA", {"family": name}).inserted("person")[0]
        for name in ("Aaronsen", "Bbronsen")
    ]
    shared = picture_bytes()
    for person in people:
        set_photo(dialogue, person, shared)
    erase_people(dialogue, plan_erasure(dialogue, people[:1], Manner.PURGE))
    assert dialogue.tables.Photo.select().count() == 1
    erase_people(dialogue, plan_erasure(dialogue, people[1:], Manner.PURGE))
    assert dialogue.tables.Photo.select().count() == 0
    assert dialogue.verify() == ()


def test_people_only_of_earlier_meetings_are_found(planted: tuple[Path, int, str, bytes]) -> None:
    path, *_ = planted
    with open_workspace(path, actor="Test") as workspace:
        tables = workspace.tables
        first, *later = tables.Meeting.select().order_by(tables.Meeting.year)
        part = tables.Participation
        assert first.ends is not None
        day = first.ends + dt.timedelta(days=1)
        early = {row.person_id for row in part.select().where(part.meeting == first.id)}
        in_later = {row.person_id for row in part.select().where(part.meeting != first.id)}
        assert set(people_of_meetings_before(tables, day)) <= early - in_later
        assert people_of_meetings_before(tables, dt.date(2000, 1, 1)) == ()
        everyone = {row.person_id for row in part.select()}
        assert set(people_of_meetings_before(tables, dt.date(2100, 1, 1))) == everyone
        (stray,) = add_person(workspace, "CA", {"family": "Old"}, meeting=first.id).inserted("person")
        assert stray in people_of_meetings_before(tables, day)
        assert stray not in people_of_meetings_before(tables, first.ends)
        task = tables.Task.select().where(tables.Task.meeting == later[-1].id).first()
        with workspace.change(message("Give a task away")) as change:
            change.update(tables.Task, {task.id: {"owner": stray}})
        assert stray not in people_of_meetings_before(tables, day)


def test_log_files_lose_the_names_too(planted: tuple[Path, int, str, bytes], tmp_path: Path) -> None:
    path, person, *_ = planted
    with open_workspace(path, actor="Test", write=False) as workspace:
        traces = plan_erasure(workspace, [person], Manner.PURGE).traces
        eraser = eraser_of(workspace.tables, traces)
    folder = tmp_path / "log"
    folder.mkdir()
    (folder / "alternat.log").write_text("fault about Zorvaine Qwyzzblat\nanother line\n", encoding="utf-8")
    (folder / "alternat.log.1").write_text("nothing\n", encoding="utf-8")
    assert clean_logs(folder, eraser) == (folder / "alternat.log",)
    assert (folder / "alternat.log").read_text(encoding="utf-8") == "fault about [erased]\nanother line\n"


def test_somebody_removed_before_leaves_the_history_too(
    planted: tuple[Path, int, str, bytes],
) -> None:
    path, person, *_ = planted
    with open_workspace(path, actor="Test") as workspace:
        remove_people(workspace, [person])
        plan = plan_erasure(workspace, [person], Manner.PURGE)
        printed = "Zorvaine Vwxprinted Qwyzzblat"
        assert plan.people == ((person, Label(printed, printed, "夔魍魉")),)
        erase_people(workspace, plan)
        assert workspace.verify() == ()
        assert not known_person(workspace, person)
    assert found_in(files_of(path)) == []


@pytest.mark.postgresql
def test_a_team_s_database_loses_rows_and_history(postgresql_address: str) -> None:
    with create_workspace(postgresql_address, actor="Test") as workspace:
        meeting = meeting_id(workspace.tables, create_demo(workspace, today=TODAY))
        person, *_ = plant(workspace, meeting)
        done = erase_people(workspace, plan_erasure(workspace, [person], Manner.PURGE))
        assert done.backups == ()
        assert workspace.verify() == ()
        engine = workspace._engine
        for table in engine.get_tables():
            for row in engine.execute_sql(f'SELECT * FROM "{table}"').fetchall():
                assert not [word for word in PLANTED if word in repr(row)], table
