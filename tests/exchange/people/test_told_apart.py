"""What tells namesakes of one list apart, and what columns beyond the last heading are called."""

from pathlib import Path

from alternat.exchange.people_import import plan, read_source, recognise
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.planning.imports import ImportAction, ImportPlan
from alternat.storage.workspace import Workspace
from tests.factories.spreadsheets import csv_bytes

SAY = catalog(Language.EN).say


def planned(dialogue: Workspace, tmp_path: Path, *rows: tuple[str, ...]) -> ImportPlan:
    path = tmp_path / "list.csv"
    path.write_bytes(csv_bytes(rows))
    table = read_source(path)
    return plan(dialogue.tables, None, "CN", table, recognise(table, dialogue.tables))


def told(found: ImportPlan) -> list[str]:
    return [SAY(problem.message) for problem in found.problems]


def test_names_that_agree_in_one_script_only_are_called_so(dialogue: Workspace, tmp_path: Path) -> None:
    heads = ("Family name", "Given name", "姓名")
    found = planned(dialogue, tmp_path, heads, ("LI", "Wei", "李玮"), ("LI", "Wei", "李伟"))
    assert told(found) == [
        "The same name in Latin letters as in row 2, another in Chinese script; taken to be another person."
    ]
    found = planned(dialogue, tmp_path, heads, ("LI", "Wei", "李伟"), ("LEE", "Way", "李伟"))
    assert told(found) == [
        "The same name in Chinese script as in row 2, another in Latin letters; taken to be another person."
    ]


def test_another_gender_tells_namesakes_apart(dialogue: Workspace, tmp_path: Path) -> None:
    heads = ("姓名", "性别", "职务")
    found = planned(dialogue, tmp_path, heads, ("张伟", "男", "处长"), ("张伟", "女", "处长"))
    assert [row.action for row in found.rows] == [ImportAction.ADD, ImportAction.ADD]
    assert told(found) == ["The same name as in row 2; taken to be another person."]
    found = planned(dialogue, tmp_path, heads, ("张伟", "男", "处长"), ("张伟", "", "主任"))
    assert found.rows[1].action is ImportAction.POSSIBLE_DUPLICATE


def test_columns_beyond_the_last_heading_are_called_by_their_letters(
    dialogue: Workspace, tmp_path: Path
) -> None:
    found = planned(
        dialogue,
        tmp_path,
        ("Family name", "Given name", "Position", "", ""),
        ("Roy", "Zoe", "Director", "extra", "more"),
        ("Cote", "Ann", "Agent", "", ""),
    )
    assert [SAY(note) for note in found.notes] == ["2 columns without a heading are left out: D, E."]


def test_a_blank_beside_a_heading_with_languages_under_both_takes_it(
    dialogue: Workspace, tmp_path: Path
) -> None:
    rows = (("Name", "Position", ""), ("", "English", "French"), ("Zoe Roy", "Agent", "Agente"))
    (row,) = planned(dialogue, tmp_path, *rows).rows
    assert (row.draft.position.en, row.draft.position.fr) == ("Agent", "Agente")
