"""Rows of lists read as people, with what is doubtful about them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from alternat.exchange.people.directory import directory
from alternat.exchange.people.fields import Field
from alternat.exchange.people.recognition import recognise_columns
from alternat.exchange.people.rows import by_language, read_people
from alternat.exchange.sources.table import Reading, Sheet, Span, Table
from alternat.language.label import Label, Language
from alternat.nouns.delegations import Role
from alternat.nouns.people import Gender, NameOrder
from alternat.planning.findings import Severity
from alternat.planning.imports import PersonDraft
from alternat.storage.workspace import Workspace
from tests.factories.spreadsheets import TRILINGUAL_HEADINGS, TRILINGUAL_ROWS


def table(*rows: Sequence[object], **sheet: object) -> Table:
    cells = tuple(tuple(str(cell) for cell in row) for row in rows)
    letters = tuple("ABCDEFGHIJKL"[: len(cells[0])])
    plain = Sheet("", cells, tuple(range(1, len(cells) + 1)), letters)
    return Table("list.csv", Reading((replace(plain, **sheet),)))  # type: ignore[arg-type]


def drafts(
    dialogue: Workspace, *rows: Sequence[object], side: str | None = None, **sheet: object
) -> tuple[PersonDraft, ...]:
    source, known = table(*rows, **sheet), directory(dialogue.tables)
    return read_people(source, recognise_columns(source, known), known, side)


def entity(dialogue: Workspace, code: str) -> int:
    found: int = dialogue.tables.Entity.get(dialogue.tables.Entity.code == code).id
    return found


def said(draft: PersonDraft) -> list[tuple[str, Severity, str]]:
    return [(each.column, each.severity, each.message.template) for each in draft.problems]


def test_a_row_in_three_languages_is_a_whole_person(dialogue: Workspace) -> None:
    assert drafts(dialogue, TRILINGUAL_HEADINGS, *TRILINGUAL_ROWS) == (
        PersonDraft(
            row=2,
            side="CA",
            entity=entity(dialogue, "CA-JUS"),
            family="Hartwell",
            given="Ivy",
            position=Label("Director", "Directrice", "司长"),
            email="ivy.hartwell@example.org",
        ),
        PersonDraft(
            row=3,
            side="CN",
            entity=entity(dialogue, "CN-MOJ"),
            family="Gao",
            given="Wennuo",
            name_zh="高文诺",
            name_order=NameOrder.FAMILY_FIRST,
            position=Label("Director", "Directeur", "司长"),
            email="gao.wennuo@example.org",
        ),
    )


def test_every_field_that_a_list_can_state(dialogue: Workspace) -> None:
    headings = (
        "Side", "Mr/Ms", "Name", "Chinese name", "Role", "Languages", "Phone", "Passport name", "Sort key",
        "Printed name", "Notes",
    )  # fmt: skip
    row = (
        "Canada", "Mme", "Zoé Ives", "艾 诺", "Interprète", "FR/EN/中文", "＋1 613 555-0100", "IVES ZOE",
        "Ives", "Zoé IVES-ROY", "arrives late",
    )  # fmt: skip
    assert drafts(dialogue, headings, row) == (
        PersonDraft(
            row=2,
            side="CA",
            family="Ives",
            given="Zoé",
            name_zh="艾诺",
            sort_key="Ives",
            printed_name="Zoé IVES-ROY",
            honorific=Label("Ms.", "Mme", "女士"),
            gender=Gender.FEMININE,
            languages=("fr", "en", "zh"),
            role=Role.INTERPRETER,
            is_role_stated=True,
            passport_name="IVES ZOE",
            phone="+1 613 555-0100",
            note="arrives late",
        ),
    )


def test_the_side_follows_from_the_entities_of_the_whole_list(dialogue: Workspace) -> None:
    rows = (("Name", "Unit"), ("Zhao Nuo", "司法部"), ("Bai Nuo", "公安部"))
    assert [(draft.side, draft.entity) for draft in drafts(dialogue, *rows)] == [
        ("CN", entity(dialogue, "CN-MOJ")),
        ("CN", entity(dialogue, "CN-MPS")),
    ]


def test_a_title_above_the_list_tells_the_side(dialogue: Workspace) -> None:
    rows = (("加拿大代表团", ""), ("姓名", "单位"), ("艾诺", "司法部"))
    assert [(draft.side, draft.entity) for draft in drafts(dialogue, *rows)] == [
        ("CA", entity(dialogue, "CA-JUS"))
    ]


def test_the_side_asked_for_settles_names_that_both_sides_have(dialogue: Workspace) -> None:
    found = drafts(dialogue, ("姓名", "单位"), ("艾诺", "司法部"), side="CA")
    assert [(draft.side, draft.entity) for draft in found] == [("CA", entity(dialogue, "CA-JUS"))]


def test_a_row_that_states_the_other_side_is_blocked_where_one_side_is_asked_for(dialogue: Workspace) -> None:
    ours, theirs = drafts(dialogue, TRILINGUAL_HEADINGS, *TRILINGUAL_ROWS, side="CA")
    assert (ours.is_blocked, theirs.is_blocked) == (False, True)
    assert said(theirs) == [("", Severity.BLOCKS, "The person belongs to the other side.")]


def test_without_any_sign_of_the_side_a_row_is_blocked(dialogue: Workspace) -> None:
    (draft,) = drafts(dialogue, ("Name", "Unit"), ("Zhao Nuo", "司法部"))
    assert said(draft) == [
        ("", Severity.BLOCKS, "Nothing tells which side the person belongs to."),
        ("Unit", Severity.WARNS, "“{text}” is not an entity of the dialogue."),
    ]


def test_lines_of_their_own_tell_side_role_and_entity_of_those_below(dialogue: Workspace) -> None:
    rows = (
        ("Name", "Title"),
        ("Canadian delegation / Délégation canadienne", ""),
        ("Global Affairs Canada", ""),
        ("Zoé Ives", "Director"),
        ("Interpreters / Interprètes", ""),
        ("Guy Roy", "Officer"),
        ("中方代表团", ""),
        ("Zhao Nuo", "Director"),
    )
    found = [(draft.row, draft.side, draft.entity, draft.role) for draft in drafts(dialogue, *rows)]
    gac = entity(dialogue, "CA-GAC")
    assert found == [(4, "CA", gac, None), (6, "CA", gac, Role.INTERPRETER), (8, "CN", None, None)]


def test_headings_in_the_middle_and_empty_rows_are_passed_over(dialogue: Workspace) -> None:
    rows = (
        ("Name", "Side"),
        ("Zoé Ives", "Canada"),
        ("Name", "Side"),
        ("Nom", "Partie"),
        ("Guy Roy", "Canada"),
    )
    assert [draft.row for draft in drafts(dialogue, *rows)] == [2, 5]


def test_a_block_merged_over_rows_goes_for_each_of_them(dialogue: Workspace) -> None:
    rows = (("Side", "Name"), ("Canada", "Zoé Ives"), ("", "Guy Roy"))
    found = drafts(dialogue, *rows, merged=(Span(1, 0, 2, 0),))
    assert [draft.side for draft in found] == ["CA", "CA"]


def test_a_formula_without_a_value_is_a_warning(dialogue: Workspace) -> None:
    rows = (("Name", "Side", "Email"), ("Zoé Ives", "Canada", ""))
    (draft,) = drafts(dialogue, *rows, uncalculated=((1, 2),))
    assert said(draft) == [
        ("Email", Severity.WARNS, "The formula has no value. Open the list in Excel and save it again.")
    ]


def test_what_is_not_known_is_a_warning_and_imported_all_the_same(dialogue: Workspace) -> None:
    headings = ("Side", "Name", "Organization", "Role", "Languages", "Email", "Sex", "Phone")
    (draft,) = drafts(
        dialogue, headings, ("CA", "Zoé Ives", "Parks", "Astronaut", "Elvish", "zoe at home", "?", "1.6E+10")
    )
    assert said(draft) == [
        ("Sex", Severity.NOTES, "“{text}” is taken for an empty cell."),
        ("Role", Severity.WARNS, "“{text}” is not a known role."),
        ("Organization", Severity.WARNS, "“{text}” is not an entity of the dialogue."),
        ("Languages", Severity.NOTES, "“{text}” is not a known language."),
        ("Email", Severity.WARNS, "“{text}” is not one e-mail address."),
        ("Phone", Severity.WARNS, "The spreadsheet has cut digits off “{text}”."),
    ]
    assert (draft.new_entity, draft.email, draft.is_blocked) == (Label(en="Parks"), "zoe at home", False)


def test_an_entity_of_the_other_side_is_not_taken_for_a_new_one(dialogue: Workspace) -> None:
    (draft,) = drafts(dialogue, ("Side", "Name", "Organization"), ("Canada", "Zoé Ives", "公安部"))
    assert (draft.entity, draft.new_entity) == (None, Label())
    assert said(draft) == [("Organization", Severity.WARNS, "“{text}” is an entity of the other side.")]


def test_a_row_without_a_name_is_blocked(dialogue: Workspace) -> None:
    (draft,) = drafts(dialogue, ("Side", "Name", "Title"), ("Canada", "", "Director"))
    assert said(draft) == [("", Severity.BLOCKS, "The row has no name.")]


def test_a_name_longer_than_its_field_is_blocked(dialogue: Workspace) -> None:
    (draft,) = drafts(dialogue, ("Side", "Family name", "Given name"), ("Canada", "x" * 201, "Zoé"))
    assert said(draft) == [
        ("Family name", Severity.BLOCKS, "The text has {length} characters; {most} is the most.")
    ]


def test_a_guess_about_a_name_is_said(dialogue: Workspace) -> None:
    (draft,) = drafts(dialogue, ("Side", "Name"), ("Canada", "Zoé Anne Ives"))
    assert (draft.family, draft.given) == ("Ives", "Zoé Anne")
    assert said(draft) == [
        ("Name", Severity.NOTES, "Family name taken to be “{family}”, given name “{given}”.")
    ]


@pytest.mark.parametrize(
    ("cell", "code", "position"),
    [
        ("外交部北美司司长", "CN-MFA", Label(zh="北美司司长")),
        ("公安部局长", "CN-MPS", Label(zh="局长")),
        ("司法部", None, Label(zh="司法部")),
        ("Director General, Global Affairs Canada", "CA-GAC", Label(en="Director General")),
        ("Gendarmerie royale du Canada, Surintendante", "CA-RCMP", Label(fr="Surintendante")),
        ("Directrice, Politiques", None, Label(fr="Directrice, Politiques")),
    ],
)
def test_a_position_may_hold_the_entity(
    dialogue: Workspace, cell: str, code: str | None, position: Label
) -> None:
    side = "Canada" if cell[0].isascii() else "China"
    (draft,) = drafts(dialogue, ("Side", "Name", "Position"), (side, "Nuo Ives", cell))
    assert (draft.entity, draft.position) == (entity(dialogue, code) if code else None, position)


@pytest.mark.parametrize(
    ("headings", "row", "names"),
    [
        (("姓名", "拼音"), ("高文诺", "Gao Wennuo"), ("Gao", "Wennuo", "高文诺")),
        (("姓名", "Name"), ("高文诺", "GAO Wennuo"), ("Gao", "Wennuo", "高文诺")),
        (("姓名", "拼音"), ("买买提•诺力", "Maimaiti Nuoli"), ("", "Maimaiti Nuoli", "买买提·诺力")),
        (("姓", "名"), ("高", "文诺"), ("", "", "高文诺")),
        (
            ("姓", "名", "Family name", "Given name"),
            ("高", "文诺", "GAO", "Wennuo"),
            ("Gao", "Wennuo", "高文诺"),
        ),
        (("Name", "Title"), ("高文诺 GAO Wennuo", "Director"), ("Gao", "Wennuo", "高文诺")),
        (("Family name", "Given name"), ("GAO", "WENNUO"), ("Gao", "Wennuo", "")),
        (("Name", "Family name"), ("Wennuo", "Gao"), ("Gao", "Wennuo", "")),
        (("Full name", "Family name"), ("GAO Wennuo", "GAO"), ("Gao", "Wennuo", "")),
    ],
)
def test_names_in_one_column_or_several(
    dialogue: Workspace, headings: tuple[str, ...], row: tuple[str, ...], names: tuple[str, ...]
) -> None:
    (draft,) = drafts(dialogue, ("Side", *headings), ("China", *row))
    assert (draft.family, draft.given, draft.name_zh) == names


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        (
            "Director / Directrice / 司长",
            {Language.EN: "Director", Language.FR: "Directrice", Language.ZH: "司长"},
        ),
        ("Directrice\nDirector", {Language.FR: "Directrice", Language.EN: "Director"}),
        ("Director / Head of Unit", {Language.EN: "Director / Head of Unit"}),
        ("Zyx", {Language.FR: "Zyx"}),
        ("Zyx / 司长", {Language.EN: "Zyx", Language.ZH: "司长"}),
    ],
)
def test_a_cell_in_several_languages_is_parted(cell: str, texts: dict[Language, str]) -> None:
    assert by_language(cell, Language.FR) == texts


def test_a_column_that_is_left_out_says_nothing(dialogue: Workspace) -> None:
    source, known = table(("Side", "Name", "Email"), ("CA", "Zoé Ives", "bad")), directory(dialogue.tables)
    mapping = recognise_columns(source, known).with_field(2, Field.IGNORE)
    (draft,) = read_people(source, mapping, known, None)
    assert (draft.email, draft.problems) == ("", ())


def test_nom_beside_prenom_is_the_family_name_whatever_its_cells_look_like(dialogue: Workspace) -> None:
    rows = (("Nom", "Prénom"), ("CÔTÉ", "Zoé"), ("ROY IVES", "Guy"), ("Ives, P.C.", "Noé"))
    found = drafts(dialogue, *rows, side="CA")
    assert [(draft.family, draft.given) for draft in found] == [
        ("Côté", "Zoé"),
        ("Roy Ives", "Guy"),
        ("Ives", "Noé"),
    ]


def test_the_column_for_chinese_script_tells_the_chinese_name(dialogue: Workspace) -> None:
    rows = (("吴用", "郑和", "司法部"), ("王芳", "Wang Fang", "司法部"), ("李伟", "Li Wei", "司法部"))
    draft, *_ = drafts(dialogue, ("中文姓名", "Name", "单位"), *rows, side="CN")
    assert draft.name_zh == "吴用"
    assert [problem.message.arguments["text"] for problem in draft.problems] == ["郑和"]
