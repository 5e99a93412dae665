"""Rows of lists that are about nobody."""

from collections.abc import Sequence
from typing import Any

import pytest

from alternat.exchange.people.directory import directory
from alternat.exchange.people.recognition import recognise_columns
from alternat.exchange.people.rows import PeopleRead, read_list
from alternat.exchange.sources.table import Reading, Sheet, Table
from alternat.nouns.delegations import Role
from alternat.planning.imports import LeftOutKind
from alternat.storage.workspace import Workspace


def listed(dialogue: Workspace, *rows: Sequence[str], takes_hidden: bool = False, **sheet: Any) -> PeopleRead:
    cells = tuple(tuple(row) for row in rows)
    plain = Sheet("", cells, tuple(range(1, len(cells) + 1)), tuple("ABCD"[: len(cells[0])]), **sheet)
    table, known = Table("list.csv", Reading((plain,)), takes_hidden=takes_hidden), directory(dialogue.tables)
    return read_list(table, recognise_columns(table, known), known, "CA")


HEADINGS = ("No.", "Name", "Position", "Organization")
IVES = ("1", "Zoé Ives", "Director", "GAC")


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (("", "Total: 6", "", ""), LeftOutKind.TOTAL),
        (("Total", "125", "", ""), LeftOutKind.TOTAL),
        (("", "125", "", ""), LeftOutKind.NUMBERS),
        (("125", "", "", ""), LeftOutKind.NUMBERS),
        (("", "125 participants", "", ""), LeftOutKind.TOTAL),
        (("", "Nombre total de personnes : 60", "", ""), LeftOutKind.TOTAL),
        (("", "合计：125人", "", ""), LeftOutKind.TOTAL),
        (("", "共 125 人", "", ""), LeftOutKind.TOTAL),
        (("", "Prepared by: Protocol Office", "", ""), LeftOutKind.FOOTER),
        (("", "Préparé par le Bureau du protocole", "", ""), LeftOutKind.FOOTER),
        (("", "制表人：白诺", "", ""), LeftOutKind.FOOTER),
        (("", "Page 1 of 3", "", ""), LeftOutKind.FOOTER),
        (("", "第1页", "", ""), LeftOutKind.FOOTER),
        (("", "Delegation members:", "", ""), LeftOutKind.SECTION),
        (("", "Interpreters", "", ""), LeftOutKind.SECTION),
        (("No.", "Name", "Position", "Organization"), LeftOutKind.HEADING),
        (("", "TBC", "Adviser", "GAC"), LeftOutKind.VACANT),
        (("", "To be confirmed", "Note-taker", "GAC"), LeftOutKind.VACANT),
        (("", "À déterminer", "Adviser", "GAC"), LeftOutKind.VACANT),
        (("", "待定", "Adviser", "GAC"), LeftOutKind.VACANT),
        (("", "人员待定", "Adviser", "GAC"), LeftOutKind.VACANT),
        (("", "N/A", "Driver", "GAC"), LeftOutKind.VACANT),
        (("", "Vacant", "Adviser", "GAC"), LeftOutKind.VACANT),
        (("", "TBC 2", "Adviser", "GAC"), LeftOutKind.VACANT),
    ],
)
def test_a_row_about_nobody_is_left_out_and_listed(
    dialogue: Workspace, row: tuple[str, ...], kind: LeftOutKind
) -> None:
    found = listed(dialogue, HEADINGS, IVES, row)
    assert [draft.row for draft in found.drafts] == [2]
    assert [(left.row, left.kind) for left in found.left_out] == [(3, kind)]


@pytest.mark.parametrize(
    "name", ["Zoé Page", "Sum Wing Ives", "Guy Total", "白合计", "Zoé Ives (TBC)", "X. Ives"]
)
def test_people_with_such_words_in_their_names_stay(dialogue: Workspace, name: str) -> None:
    found = listed(dialogue, HEADINGS, IVES, ("2", name, "Adviser", "GAC"))
    assert [draft.row for draft in found.drafts] == [2, 3]
    assert found.left_out == ()


def test_a_place_to_be_filled_is_offered_with_what_the_list_says_of_it(dialogue: Workspace) -> None:
    (seat,) = listed(dialogue, HEADINGS, IVES, ("2", "TBC", "Interpreter", "GAC")).vacancies
    assert (seat.row, seat.side, seat.role, seat.position.en) == (3, "CA", Role.INTERPRETER, "Interpreter")
    assert seat.entity == dialogue.tables.Entity.get(code="CA-GAC").id


def test_hidden_and_struck_rows_are_taken_only_when_asked_for(dialogue: Workspace) -> None:
    rows = (HEADINGS, IVES, ("2", "Guy Roy", "Adviser", "GAC"), ("3", "Noé Roy", "Adviser", "GAC"))
    found = listed(dialogue, *rows, hidden_rows=(2,), struck_rows=(3,))
    assert [(left.row, left.kind) for left in found.left_out] == [
        (3, LeftOutKind.HIDDEN),
        (4, LeftOutKind.STRUCK),
    ]
    taken = listed(dialogue, *rows, takes_hidden=True, hidden_rows=(2,), struck_rows=(3,))
    assert [draft.row for draft in taken.drafts] == [2, 3, 4]


def test_a_word_for_an_empty_cell_never_prints(dialogue: Workspace) -> None:
    (draft,) = listed(dialogue, HEADINGS, ("1", "Zoé Ives", "TBC", "GAC")).drafts
    assert (draft.position.en, [each.message.template for each in draft.problems]) == (
        "",
        ["“{text}” is taken for an empty cell."],
    )


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ((("No.", "Name"), ("1.", "Zoe Quill")), "Zoe Quill"),
        ((("No.", "Name"), ("1.0", "Zoe Quill")), "Zoe Quill"),
        ((("N°", "Nom", "Prénom"), ("1.", "Quill", "Zoe")), "Zoe Quill"),
        ((("序号", "姓名"), ("1.", "张三丰")), "张三丰"),
        ((("Phone", "Name"), ("613 555 1234", "Zoe Quill")), "Zoe Quill"),
        ((("Phone", "Name"), ("613.555.4321", "Zoe Quill")), "Zoe Quill"),
        ((("出生日期", "姓名"), ("1980.05.12", "张三丰")), "张三丰"),
        ((("E-mail", "Name"), ("zoe@quill.example", "Zoe Quill")), "Zoe Quill"),
        ((("Table", "Name"), ("1/3", "Zoe Quill")), "Zoe Quill"),
        ((("Group", "Name"), ("12 people", "Zoe Quill")), "Zoe Quill"),
    ],
)
def test_no_other_column_makes_a_person_a_total_or_a_footer(
    dialogue: Workspace, rows: tuple[tuple[str, ...], ...], name: str
) -> None:
    found = listed(dialogue, *rows)
    assert [draft.shown_name for draft in found.drafts] == [name]
    assert not found.left_out


def test_a_struck_name_is_left_out_and_listed_whatever_else_its_row_says(dialogue: Workspace) -> None:
    rows = (("Name", "Position"), ("Zoe Quill", "Director"), ("Bob Marsh", "Adviser"))
    found = listed(dialogue, *rows, struck_cells=((1, 0),))
    assert [draft.family for draft in found.drafts] == ["Marsh"]
    assert [(left.row, left.kind) for left in found.left_out] == [(2, LeftOutKind.STRUCK)]
    assert len(listed(dialogue, *rows, takes_hidden=True, struck_cells=((1, 0),)).drafts) == 2
    assert len(listed(dialogue, *rows, struck_cells=((1, 1),)).drafts) == 2


def test_a_character_that_was_lost_is_told_with_its_row(dialogue: Workspace) -> None:
    found = listed(dialogue, ("Name", "Position"), ("Zo\ufffd Quill", "Director"))
    (draft,) = found.drafts
    assert any("was lost" in problem.message.template for problem in draft.problems)


def test_a_column_for_the_chinese_name_wins_over_its_halves_in_others(dialogue: Workspace) -> None:
    found = listed(
        dialogue,
        ("Family name", "Given name", "Chinese name"),
        ("Quill", "Zoe", "佐伊·奎尔"),
        ("Marsh", "Bob", "鲍勃·马什"),
        ("阿卜杜热合曼", "阿不都克里木", "阿不都克里木·阿卜杜热合曼·吐尔逊"),
    )
    assert found.drafts[-1].name_zh == "阿不都克里木·阿卜杜热合曼·吐尔逊"


@pytest.mark.parametrize(
    "text", ["以下空白", "（以下无正文）", "(suite)", "— continued —", "(à suivre)", "转下页"]
)
def test_what_a_sheet_says_of_itself_is_nobody(dialogue: Workspace, text: str) -> None:
    found = listed(dialogue, HEADINGS, IVES, ("", text, "", ""))
    assert (len(found.drafts), [left.kind for left in found.left_out]) == (1, [LeftOutKind.FOOTER])


def test_a_second_table_is_read_by_its_own_headings(dialogue: Workspace) -> None:
    found = listed(
        dialogue,
        ("Name", "Position", "Organization"),
        ("Zoé Ives", "Director", "Global Affairs Canada"),
        ("姓名", "单位", "职务"),
        ("王芳", "司法部", "司长"),
        ("Fonction", "Organisme", "Nom"),
        ("Analyste", "Ministère de la Justice", "Guy Roy"),
    )
    names = ["Global Affairs Canada", "Department of Justice", "Department of Justice"]
    assert [draft.shown_name for draft in found.drafts] == ["Zoé Ives", "王芳", "Guy Roy"]
    assert [draft.entity_name.en for draft in found.drafts] == names
    assert [draft.position.zh or draft.position.fr for draft in found.drafts] == ["", "司长", "Analyste"]
    assert [(left.row, left.kind) for left in found.left_out] == [
        (3, LeftOutKind.OTHER_HEADING),
        (5, LeftOutKind.OTHER_HEADING),
    ]


def test_people_above_better_headings_are_not_lost(dialogue: Workspace) -> None:
    found = listed(
        dialogue,
        ("Name", "Position", "", ""),
        ("Zoé Ives", "Director", "", ""),
        ("姓名", "单位", "职务", "电话"),
        ("王芳", "司法部", "司长", "010-65961114"),
    )
    assert [(draft.shown_name, draft.phone) for draft in found.drafts] == [
        ("Zoé Ives", ""),
        ("王芳", "010-65961114"),
    ]


def test_what_stands_above_the_headings_in_several_cells_is_told(dialogue: Workspace) -> None:
    found = listed(
        dialogue, ("List of participants", "", "", ""), ("Draft", "Jean Roy", "", ""), HEADINGS, IVES
    )
    assert [(left.row, left.text) for left in found.left_out] == [(2, "Draft · Jean Roy")]


def test_ditto_marks_are_read_as_what_stands_above_and_told(dialogue: Workspace) -> None:
    rows = (HEADINGS, IVES, ("2", "Guy Roy", "idem", "〃"), ("3", "Ann Fox", "Counsel", "同上"))
    _, second, third = listed(dialogue, *rows).drafts
    assert (second.position.en, third.position.en) == ("Director", "Counsel")
    assert {draft.entity_name.en for draft in (second, third)} == {"Global Affairs Canada"}
    assert [str(problem.message) for problem in second.problems] == [
        "“idem” is read as “Director”, as in the row above.",
        "“〃” is read as “GAC”, as in the row above.",
    ]


@pytest.mark.parametrize(
    "row", [("2", "Guy Roy", "-", "n/a"), ("2", "Guy Roy", "—", "—"), ("2", "Guy Roy", "#", "/")]
)
def test_signs_for_nothing_make_no_person_a_row_of_headings(
    dialogue: Workspace, row: tuple[str, ...]
) -> None:
    found = listed(dialogue, HEADINGS, IVES, row)
    assert ([draft.shown_name for draft in found.drafts], found.left_out) == (["Zoé Ives", "Guy Roy"], ())


@pytest.mark.parametrize("name", ["Interpreter 1", "Delegate 2", "翻译1", "Name withheld", "匿名"])
def test_a_role_with_a_number_is_a_place_to_be_filled(dialogue: Workspace, name: str) -> None:
    found = listed(dialogue, HEADINGS, IVES, ("2", name, "Adviser", ""))
    assert [left.kind for left in found.left_out] == [LeftOutKind.VACANT]
