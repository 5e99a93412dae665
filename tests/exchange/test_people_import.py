"""The whole way of a list: from a file to a plan, and again."""

import gc
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from alternat.actions.imports import import_people
from alternat.exchange import people_import
from alternat.exchange.people.mapping import UnknownImportColumn
from alternat.exchange.people.rows import read_list
from alternat.exchange.people_import import plan, read_source, recognise
from alternat.exchange.sources.refusals import UnknownSheet
from alternat.language.messages import message
from alternat.nouns.delegations import Role
from alternat.nouns.sides import SIDE
from alternat.planning.imports import ImportPlan, PlanCounts
from alternat.planning.roster import roster
from alternat.planning.rows import UnknownRow
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.spreadsheets import (
    CHINESE_HEADINGS,
    CHINESE_ROWS,
    FRENCH_HEADINGS,
    FRENCH_ROWS,
    TRILINGUAL_HEADINGS,
    TRILINGUAL_ROWS,
    Rows,
    csv_bytes,
    many_rows,
    write_sheets,
    write_workbook,
)


def planned(dialogue: Workspace, meeting: int | None, path: Path, side: str | None = None) -> ImportPlan:
    table = read_source(path)
    return plan(dialogue.tables, meeting, side, table, recognise(table, dialogue.tables))


def delegates(dialogue: Workspace, meeting: int) -> list[tuple[object, ...]]:
    codes = {row.id: row.code for row in dialogue.tables.Entity.select()}
    return [
        (each.side, each.family, each.given, each.name_zh, codes[each.entity or 0], each.role)
        for each in roster(dialogue.tables, meeting)
    ]


def test_a_chinese_text_file(dialogue: Workspace, tmp_path: Path) -> None:
    meeting = add_ottawa_2027(dialogue)
    path = tmp_path / "名单.csv"
    path.write_bytes(csv_bytes((CHINESE_HEADINGS, *CHINESE_ROWS), encoding="gb18030"))
    import_people(dialogue, planned(dialogue, meeting, path))
    assert delegates(dialogue, meeting) == [
        ("CN", "Bai", "Wennuo", "白文诺", "CN-MFA", Role.MEMBER),
        ("CN", "Cheng", "Nuo", "程诺", "CN-MPS", Role.MEMBER),
        ("CN", "Deng", "Wen", "邓文", "CN-MOJ", Role.INTERPRETER),
    ]


def test_a_french_text_file(dialogue: Workspace, tmp_path: Path) -> None:
    meeting = add_ottawa_2027(dialogue)
    path = tmp_path / "liste.csv"
    path.write_bytes(csv_bytes((FRENCH_HEADINGS, *FRENCH_ROWS), encoding="cp1252", delimiter=";"))
    import_people(dialogue, planned(dialogue, meeting, path))
    assert delegates(dialogue, meeting) == [
        ("CA", "Bélair", "Noé", "", "CA-GAC", Role.MEMBER),
        ("CA", "Desrosiers-Côté", "Léa", "", "CA-JUS", Role.MEMBER),
        ("CA", "Gagnier", "Zoé", "", "CA-RCMP", Role.INTERPRETER),
    ]


def test_a_workbook_in_three_languages_for_both_sides(dialogue: Workspace, tmp_path: Path) -> None:
    meeting = add_ottawa_2027(dialogue)
    path = write_workbook(tmp_path / "list.xlsx", [TRILINGUAL_HEADINGS, *TRILINGUAL_ROWS])
    import_people(dialogue, planned(dialogue, meeting, path))
    assert delegates(dialogue, meeting) == [
        ("CA", "Hartwell", "Ivy", "", "CA-JUS", Role.MEMBER),
        ("CN", "Gao", "Wennuo", "高文诺", "CN-MOJ", Role.MEMBER),
    ]


def test_one_side_only(dialogue: Workspace, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "list.xlsx", [TRILINGUAL_HEADINGS, *TRILINGUAL_ROWS])
    assert planned(dialogue, None, path, "cn").counts == PlanCounts(1, 0, 1, 0)
    with pytest.raises(UnknownRow) as error:
        planned(dialogue, None, path, "FR")
    assert error.value.noun is SIDE


def test_merged_headings_and_a_title_above_them(dialogue: Workspace, tmp_path: Path) -> None:
    rows = (
        ("Delegation of Canada", "", "", "", ""),
        ("No.", "Name", "", "Position", ""),
        ("", "Family", "Given", "English", "French"),
        (1, "IVES", "Zoé", "Director", "Directrice"),
    )
    path = write_workbook(tmp_path / "list.xlsx", rows, merged=["A1:E1", "A2:A3", "B2:C2", "D2:E2"])
    (row,) = planned(dialogue, None, path).rows
    assert (row.row, row.draft.side, row.draft.shown_name) == (4, "CA", "Zoé Ives")
    assert (row.draft.position.en, row.draft.position.fr) == ("Director", "Directrice")


def test_the_same_file_again_and_then_with_a_new_title(dialogue: Workspace, tmp_path: Path) -> None:
    meeting = add_ottawa_2027(dialogue)
    path = write_workbook(tmp_path / "list.xlsx", [TRILINGUAL_HEADINGS, *many_rows(40)])
    import_people(dialogue, planned(dialogue, meeting, path))
    assert planned(dialogue, meeting, path).counts == PlanCounts(0, 0, 40, 0)
    promoted = [("Director General" if cell == "Director" else cell for cell in row) for row in many_rows(1)]
    write_workbook(path, [TRILINGUAL_HEADINGS, *map(tuple, promoted), *many_rows(40)[1:]])
    again = planned(dialogue, meeting, path)
    assert again.counts == PlanCounts(0, 1, 39, 0)
    import_people(dialogue, again)
    dialogue.undo()
    dialogue.undo()
    tables = dialogue.tables
    assert [model.select().count() for model in (tables.Person, tables.Contact, tables.Participation)] == [
        0,
        0,
        0,
    ]


def test_a_sheet_is_chosen_by_name_or_number_or_by_its_headings(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Notes": [("Read me",)],
        "加方": [FRENCH_HEADINGS, *FRENCH_ROWS],
        "Codes": [("a", "b")],
    }
    path = write_sheets(tmp_path / "list.xlsx", sheets)
    assert read_source(path).sheet.name == "加方"
    assert read_source(path, sheet="codes").sheet.name == "Codes"
    assert read_source(path, sheet="1").sheet.name == "Notes"
    with pytest.raises(UnknownSheet) as refused:
        read_source(path, sheet="Liste")
    assert refused.value.arguments["choices"] == "Notes, 加方, Codes"


def test_overrides_are_applied_to_what_was_recognised(dialogue: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(csv_bytes((("Name", "Room"), ("Zoé Ives", "PCO"))))
    table = read_source(path)
    mapping = recognise(table, dialogue.tables, ["Room=entity"])
    (row,) = plan(dialogue.tables, None, None, table, mapping).rows
    assert row.draft.side == "CA"
    with pytest.raises(UnknownImportColumn):
        recognise(table, dialogue.tables, ["Rooms=entity"])


def test_what_concerns_the_whole_list_is_noted(dialogue: Workspace, tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "list.xlsx", {"A": [("Zoé Ives", "zoe@example.org")], "B": [("x",)]})
    assert planned(dialogue, None, path).notes == (
        message("No row with headings was found; the columns were told by their contents."),
        message("The sheet “{sheet}” was read; the others were not.", sheet="A"),
    )


def test_nothing_is_written_by_planning(dialogue: Workspace, tmp_path: Path) -> None:
    before = dialogue.undoable
    path = write_workbook(tmp_path / "list.xlsx", [TRILINGUAL_HEADINGS, *TRILINGUAL_ROWS])
    planned(dialogue, None, path)
    assert (dialogue.undoable, dialogue.tables.Person.select().count()) == (before, 0)


def test_columns_of_no_field_are_told_with_their_headings(dialogue: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "No.,Name,Date of birth,护照号,Room,Empty\n1,Zoé Ives,1980-03-12,123456789,1204,\n", encoding="utf-8"
    )
    source = read_source(path)
    planned = plan(dialogue.tables, None, "CA", source, recognise(source, dialogue.tables))
    (note,) = planned.notes
    assert (note.count, note.arguments["columns"]) == (3, "Date of birth, 护照号, Room")
    assert planned.rows[0].draft.phone == ""


def test_hidden_sheets_are_told(dialogue: Workspace, tmp_path: Path) -> None:
    path = write_sheets(
        tmp_path / "list.xlsx", {"A": [("Name", "Position"), ("Zoé Ives", "Head")], "B": [("x",)]}
    )
    workbook = openpyxl.load_workbook(path)
    workbook["B"].sheet_state = "hidden"
    workbook.save(path)
    note = planned(dialogue, None, path).notes[-1]
    assert (note.count, note.arguments["sheets"]) == (1, "B")


def test_planning_keeps_the_collector_away_and_leaves_it_as_it_was(
    dialogue: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    read = read_list

    def reading(*given: Any) -> Any:
        seen.append(gc.isenabled())
        return read(*given)

    monkeypatch.setattr(people_import, "read_list", reading)
    path = tmp_path / "list.csv"
    path.write_bytes(csv_bytes((FRENCH_HEADINGS, *FRENCH_ROWS)))
    planned(dialogue, None, path)
    assert (seen, gc.isenabled()) == ([False], True)
    gc.disable()
    try:
        planned(dialogue, None, path)
        assert not gc.isenabled()
    finally:
        gc.enable()
