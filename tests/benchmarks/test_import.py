"""How long a list of 5,000 people takes: reading, recognising, planning, writing, and comparing it again."""

from pathlib import Path
from typing import Any

import pytest

from alternat.actions.imports import import_people
from alternat.exchange.people_import import plan, read_source, recognise
from alternat.planning.imports import ImportPlan
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.spreadsheets import TRILINGUAL_HEADINGS, csv_bytes, many_rows, write_workbook

PEOPLE = 5_000


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("lists")
    rows = (TRILINGUAL_HEADINGS, *many_rows(PEOPLE))
    text = folder / "list.csv"
    text.write_bytes(csv_bytes(rows, encoding="gb18030"))
    return {"csv": text, "xlsx": write_workbook(folder / "list.xlsx", rows)}


def planned(dialogue: Workspace, meeting: int, path: Path) -> ImportPlan:
    table = read_source(path)
    return plan(dialogue.tables, meeting, None, table, recognise(table, dialogue.tables))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_read(benchmark: Any, files: dict[str, Path], kind: str) -> None:
    table = benchmark.pedantic(read_source, (files[kind],), rounds=5)
    assert len(table.rows) == PEOPLE + 1


def test_recognise(benchmark: Any, dialogue: Workspace, files: dict[str, Path]) -> None:
    table = read_source(files["xlsx"])
    benchmark.pedantic(recognise, (table, dialogue.tables), rounds=5)


@pytest.mark.parametrize("again", [False, True], ids=["new people", "the same people"])
def test_plan(benchmark: Any, dialogue: Workspace, files: dict[str, Path], *, again: bool) -> None:
    meeting = add_ottawa_2027(dialogue)
    if again:
        import_people(dialogue, planned(dialogue, meeting, files["xlsx"]))
    table = read_source(files["xlsx"])
    mapping = recognise(table, dialogue.tables)
    made = benchmark.pedantic(plan, (dialogue.tables, meeting, None, table, mapping), rounds=3)
    assert made.counts.skipped == (PEOPLE if again else 0)


def test_write(benchmark: Any, dialogue: Workspace, files: dict[str, Path]) -> None:
    meeting = add_ottawa_2027(dialogue)
    made = planned(dialogue, meeting, files["xlsx"])
    benchmark.pedantic(import_people, (dialogue, made), rounds=1)
    assert dialogue.tables.Person.select().count() == PEOPLE
