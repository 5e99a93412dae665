"""What the columns of a list mean, by heading and by content."""

from collections.abc import Sequence

import pytest

from alternat.exchange.people.directory import Directory, directory
from alternat.exchange.people.fields import Field
from alternat.exchange.people.recognition import likeliest_sheet, recognise_columns
from alternat.exchange.sources.table import Reading, Sheet, Table
from alternat.storage.workspace import Workspace
from tests.factories.spreadsheets import (
    CHINESE_HEADINGS,
    CHINESE_ROWS,
    FRENCH_HEADINGS,
    FRENCH_ROWS,
    TRILINGUAL_HEADINGS,
    TRILINGUAL_ROWS,
)


@pytest.fixture
def known(dialogue: Workspace) -> Directory:
    return directory(dialogue.tables)


def table(*rows: Sequence[object]) -> Table:
    cells = tuple(tuple(str(cell) for cell in row) for row in rows)
    letters = tuple("ABCDEFGHIJKL"[: len(cells[0])])
    return Table("list.csv", Reading((Sheet("", cells, tuple(range(1, len(cells) + 1)), letters),)))


def fields(known: Directory, *rows: Sequence[object]) -> list[Field]:
    return [column.field for column in recognise_columns(table(*rows), known).columns]


def test_a_chinese_list(known: Directory) -> None:
    assert fields(known, CHINESE_HEADINGS, *CHINESE_ROWS) == [
        Field.IGNORE,
        Field.NAME_ZH,
        Field.PINYIN,
        Field.ENTITY_ZH,
        Field.POSITION_ZH,
    ]


def test_a_french_list(known: Directory) -> None:
    assert fields(known, FRENCH_HEADINGS, *FRENCH_ROWS) == [
        Field.FAMILY,
        Field.GIVEN,
        Field.POSITION_FR,
        Field.ENTITY_FR,
        Field.EMAIL,
    ]


def test_a_list_in_three_languages(known: Directory) -> None:
    assert fields(known, TRILINGUAL_HEADINGS, *TRILINGUAL_ROWS) == [
        Field.SIDE,
        Field.FAMILY,
        Field.GIVEN,
        Field.NAME_ZH,
        Field.POSITION_EN,
        Field.POSITION_FR,
        Field.POSITION_ZH,
        Field.ENTITY_EN,
        Field.ENTITY_FR,
        Field.ENTITY_ZH,
        Field.EMAIL,
    ]


def test_nom_is_the_whole_name_where_no_column_has_given_names(known: Directory) -> None:
    assert fields(known, ("Nom", "Fonction"), ("Zoé Ives", "Agente")) == [Field.FULL_NAME, Field.POSITION_FR]
    assert fields(known, ("Nom", "Prénom"), ("Ives", "Zoé")) == [Field.FAMILY, Field.GIVEN]


def test_title_is_a_form_of_address_where_the_cells_are(known: Directory) -> None:
    assert fields(known, ("Title", "Name"), ("Ms", "Zoé Ives"), ("Dr.", "Guy Roy"))[0] is Field.HONORIFIC_EN
    assert (
        fields(known, ("Title", "Name"), ("Director", "Zoé Ives"), ("Head", "Guy Roy"))[0]
        is Field.POSITION_EN
    )


def test_the_cells_tell_the_language_of_an_english_heading(known: Directory) -> None:
    rows = (("Zoé Ives", "Directrice générale"), ("Guy Roy", "Agent de sécurité"))
    assert fields(known, ("Name", "Position"), *rows)[1] is Field.POSITION_FR


def test_cells_in_several_languages_make_a_column_of_any(known: Directory) -> None:
    rows = (("Zoé Ives", "Director / Directrice / 司长"), ("Guy Roy", "Officer / Agent / 官员"))
    assert fields(known, ("Name", "Position"), *rows)[1] is Field.POSITION


def test_delegation_is_a_side_or_an_entity_as_its_cells_say(known: Directory) -> None:
    assert fields(known, ("Delegation", "Name"), ("China", "Zhao Nuo"))[0] is Field.SIDE
    assert fields(known, ("Delegation", "Name"), ("RCMP", "Zoé Ives"))[0] is Field.ENTITY_EN


def test_without_headings_the_cells_tell(known: Directory) -> None:
    rows = (
        (
            "Zoé Ives",
            "高文诺",
            "zoe@example.org",
            "Department of Justice",
            "Director of Policy",
            "+1 613 555-0100",
        ),
        ("Guy Roy", "白诺", "guy@example.org", "Global Affairs Canada", "Deputy Director", "+1 613 555-0101"),
    )
    mapping = recognise_columns(table(*rows), known)
    assert [column.field for column in mapping.columns] == [
        Field.FULL_NAME,
        Field.NAME_ZH,
        Field.EMAIL,
        Field.ENTITY_EN,
        Field.POSITION_EN,
        Field.PHONE,
    ]
    assert (mapping.header_rows, mapping.first_row) == ((), 0)
    assert all(0 < column.confidence <= 0.6 for column in mapping.columns)


def test_two_columns_for_the_same_keep_the_surer_one(known: Directory) -> None:
    mapping = recognise_columns(
        table(("Name", "Email", "E-mail adress"), ("Zoé Ives", "zoe@example.org", "z@example.org")), known
    )
    assert [column.field for column in mapping.columns] == [Field.FULL_NAME, Field.EMAIL, Field.IGNORE]


def test_what_nothing_tells_is_left_out_with_the_reason(known: Directory) -> None:
    column = recognise_columns(table(("Name", "Room"), ("Zoé Ives", "B-12")), known).columns[1]
    assert (column.field, column.confidence) == (Field.IGNORE, 0.0)
    assert column.reason.template == "Neither its heading nor its cells tell what it is."


def test_a_column_shows_its_first_texts(known: Directory) -> None:
    rows = (("Name", "Note"), (" Zoé  Ives ", ""), ("Guy Roy", "late"))
    samples = [column.samples for column in recognise_columns(table(*rows), known).columns]
    assert samples == [("Zoé Ives", "Guy Roy"), ("late",)]


def test_titles_above_the_headings_are_kept(known: Directory) -> None:
    rows = (("Delegation of Canada", ""), ("Name", "Title"), ("Zoé Ives", "Director"))
    mapping = recognise_columns(table(*rows), known)
    assert (mapping.preamble, mapping.header_rows, mapping.first_row) == (("Delegation of Canada",), (2,), 2)


def test_the_sheet_with_known_headings_is_the_likeliest() -> None:
    def sheet(name: str, *rows: tuple[str, ...], is_hidden: bool = False) -> Sheet:
        return Sheet(name, rows, tuple(range(1, len(rows) + 1)), ("A", "B"), is_hidden=is_hidden)

    sheets = (
        sheet("Notes", ("Read me", ""), ("first", "x"), ("then", "y"), ("that", "z")),
        sheet("Codes", ("Name", "Title"), ("a", "b"), is_hidden=True),
        sheet("List", ("Name", "Title"), ("Zoé Ives", "Director")),
    )
    assert likeliest_sheet(sheets) == 2
