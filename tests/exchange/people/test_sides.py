"""The side of rows that do not tell theirs: never taken from most of the others without a word."""

from pathlib import Path

import pytest

from alternat.exchange.people_import import plan, read_source, recognise
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.nouns.people import NameOrder
from alternat.planning.findings import Severity
from alternat.planning.imports import ImportPlan, PersonDraft
from alternat.storage.workspace import Workspace
from tests.factories.spreadsheets import csv_bytes, write_workbook

Row = tuple[str, ...]

MINISTRY, DEPARTMENT = "Ministry of Justice", "Department of Justice"
UNTOLD = "Nothing tells which side the person belongs to."
GUESSED = "The row does not tell its side; taken for {}, like all rows that do."


def planned(dialogue: Workspace, path: Path, **options: str) -> ImportPlan:
    table = read_source(path)
    mapping = recognise(table, dialogue.tables)
    return plan(dialogue.tables, None, None, table, mapping, side_of_others=options.get("others"))


def of(dialogue: Workspace, tmp_path: Path, *rows: Row, others: str = "") -> dict[str, PersonDraft]:
    path = tmp_path / "list.csv"
    path.write_bytes(csv_bytes(rows))
    found = planned(dialogue, path, others=others)
    return {row.draft.shown_name: row.draft for row in found.rows}


def said(draft: PersonDraft) -> list[tuple[Severity, str]]:
    say = catalog(Language.EN).say
    return [(each.severity, say(each.message)) for each in draft.problems if "side" in each.message.template]


DIFFERING: tuple[Row, ...] = (
    ("Name", "Organization"),
    ("Li Wei", MINISTRY),
    ("Zhang Min", "Ministry of Foreign Affairs"),
    ("Zoe Roy", DEPARTMENT),
    ("Bob Smith", "Foundation for Peace"),
    ("Wang Fang", ""),
)


def test_rows_that_tell_nothing_are_asked_about_where_the_others_differ(
    dialogue: Workspace, tmp_path: Path
) -> None:
    drafts = of(dialogue, tmp_path, *DIFFERING)
    assert {name: draft.side for name, draft in drafts.items()} == {
        "Li Wei": "CN",
        "Zhang Min": "CN",
        "Zoe Roy": "CA",
        "Bob Smith": "",
        "Wang Fang": "",
    }
    assert said(drafts["Bob Smith"]) == [(Severity.BLOCKS, UNTOLD)]


@pytest.mark.parametrize("code", ["CA", "CN"])
def test_one_word_settles_all_of_them(dialogue: Workspace, tmp_path: Path, code: str) -> None:
    drafts = of(dialogue, tmp_path, *DIFFERING, others=code)
    assert sorted(draft.side for draft in drafts.values()) == sorted(["CN", "CN", "CA", code, code])
    assert not any(said(draft) or draft.is_side_guessed for draft in drafts.values())


def test_an_unknown_entity_with_the_other_country_in_its_name_makes_them_differ(
    dialogue: Workspace, tmp_path: Path
) -> None:
    for name in ("Canada Foundation for Peace", "Fondation canadienne", "加拿大和平基金会"):
        rows = (("Name", "Organization"), ("Li Wei", MINISTRY), ("Ann Roy", ""), ("Bob Smith", name))
        drafts = of(dialogue, tmp_path, *rows)
        assert said(drafts["Ann Roy"]) == [(Severity.BLOCKS, UNTOLD)], name


def test_where_every_row_that_tells_says_one_side_it_is_guessed_and_told(
    dialogue: Workspace, tmp_path: Path
) -> None:
    rows = (("Name", "Organization"), ("Li Wei", MINISTRY), ("Zhang Min", ""), ("Bob Smith", ""))
    drafts = of(dialogue, tmp_path, *rows)
    assert {name: (draft.side, draft.is_side_guessed) for name, draft in drafts.items()} == {
        "Li Wei": ("CN", False),
        "Zhang Min": ("CN", True),
        "Bob Smith": ("CN", True),
    }
    assert said(drafts["Zhang Min"])[0][0] is Severity.WARNS
    assert GUESSED.format("China") in said(drafts["Zhang Min"])[0][1]


def test_a_guessed_side_does_not_turn_a_name_that_tells_its_order(
    dialogue: Workspace, tmp_path: Path
) -> None:
    rows = (("Name", "Organization"), ("Li Wei", MINISTRY), ("Bob Smith", ""))
    draft = of(dialogue, tmp_path, *rows)["Bob Smith"]
    assert (draft.family, draft.given, draft.name_order) == ("Smith", "Bob", NameOrder.GIVEN_FIRST)
    halves = (("Family name", "Given name", "Organization"), ("Li", "Wei", MINISTRY), ("Smith", "Bob", ""))
    draft = of(dialogue, tmp_path, *halves)["Bob Smith"]
    assert (draft.family, draft.given, draft.name_order) == ("Smith", "Bob", NameOrder.GIVEN_FIRST)


def test_a_title_over_the_list_tells_the_side(dialogue: Workspace, tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "list.xlsx",
        [("Canadian delegation",), *DIFFERING[:1], ("Zoe Roy", ""), ("Li Wei", MINISTRY)],
    )
    sides = {row.draft.shown_name: row.draft.side for row in planned(dialogue, path).rows}
    assert sides == {"Zoe Roy": "CA", "Li Wei": "CN"}


def test_places_without_a_side_are_told_since_they_cannot_be_kept(
    dialogue: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(csv_bytes((*DIFFERING, ("TBC", ""))))
    found = planned(dialogue, path)
    notes = [note for note in found.notes if "rows" in note.arguments]
    assert [note.arguments["rows"] for note in notes] == ["7"]
    assert not [n for n in planned(dialogue, path, others="CA").notes if "rows" in n.arguments]


def test_a_place_of_the_other_side_is_told_and_not_kept(dialogue: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = (
        ("Name", "Delegation", "Position"),
        ("TBC", "Canada", "Adviser"),
        ("Qin Yuan", "China", "Director"),
        ("TBC", "China", "Adviser"),
    )
    path.write_bytes(csv_bytes(rows))
    table = read_source(path)
    found = plan(dialogue.tables, None, "CN", table, recognise(table, dialogue.tables))
    assert [(seat.row, seat.side) for seat in found.vacancies] == [(4, "CN")]
    (note,) = [each for each in map(catalog(Language.EN).say, found.notes) if "still to be filled" in each]
    assert note == "1 place still to be filled belongs to the other side: 2. It is not kept."
