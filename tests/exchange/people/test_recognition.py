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


NOTHING_FOR = (
    *(
        "Date of birth",
        "DOB",
        "Passport",
        "Passport No.",
        "Ethnicity",
        "Arrival",
        "Fax",
        "Emergency contact number",
    ),
    *(
        "Date de naissance",
        "No de passeport",
        "Télécopieur",
        "Né(e) le",
        "Lieu de naissance",
        "Contact d’urgence",
    ),
    *(
        "出生日期",
        "出生年月",
        "护照号",
        "护照号码 / Passport No.",
        "民族",
        "身份证号码",
        "紧急联系人电话",
        "传真",
    ),
)
VALUES = (
    "1975-03-12",
    "12.03.1975",
    "123456789",
    "613-555-0101",
    "+86 10 6596 1114",
    "王芳",
    "Marie Fox",
    "M",
)


@pytest.mark.parametrize("heading", NOTHING_FOR)
def test_a_column_of_no_field_is_never_guessed_by_its_values(known: Directory, heading: str) -> None:
    for value in VALUES:
        rows = (("Name", heading), ("Zoé Ives", value), ("Guy Roy", value))
        assert fields(known, *rows)[1] is Field.IGNORE, value


@pytest.mark.parametrize(
    ("values", "is_telephone"),
    [
        (("613-555-0101", "(613) 555-0102"), True),
        (("+1 613 555 0101", "+33 1 23 45 67 89"), True),
        (("13800138000", "010-65961114"), True),
        (("01 23 45 67 89", "613.555.0101 x 12"), True),
        (("1975-03-12", "1980-07-01"), False),
        (("12.03.1975", "1.7.1980"), False),
        (("12/03/75", "01/07/80"), False),
        (("19750312", "19800701"), False),
        (("123456789", "123 456 789"), False),
        (("110101197503121234", "110101198007011234"), False),
        (("2027-06-14", "2027-06-15"), False),
        (("6135550101", "6135550102"), False),
    ],
)
def test_only_what_can_hardly_be_anything_else_is_a_telephone(
    known: Directory, values: tuple[str, ...], is_telephone: bool
) -> None:
    rows = (("Name", "Ref"), *(("Zoé Ives", value) for value in values))
    assert fields(known, *rows)[1] is (Field.PHONE if is_telephone else Field.IGNORE)
    assert fields(known, ("Name", "Téléphone"), *rows[1:])[1] is Field.PHONE


def test_names_under_an_unknown_heading_are_not_those_of_the_list(known: Directory) -> None:
    rows = (
        ("Nom", "Prénom", "Hôte", "接待"),
        ("Ives", "Zoé", "Marie Fox", "王芳"),
        ("Roy", "Guy", "Ann Poe", "李娜"),
    )
    assert fields(known, *rows) == [Field.FAMILY, Field.GIVEN, Field.IGNORE, Field.IGNORE]


def test_a_size_is_no_gender(known: Directory) -> None:
    assert fields(known, ("Name", "Coat"), ("Zoé Ives", "M"), ("Guy Roy", "M"))[1] is Field.IGNORE


def test_one_heading_that_nobody_is_called_is_enough(known: Directory) -> None:
    mapping = recognise_columns(
        table(("Nom", "X", "Y"), ("Zoé Ives", "1", "a"), ("Guy Roy", "2", "b")), known
    )
    assert mapping.header_rows == (1,)


@pytest.mark.parametrize(
    ("headings", "rows", "first"),
    [
        (("Name", "Position"), (("Director General", "Zoé Ives"), ("Counsel", "Guy Roy")), Field.FULL_NAME),
        (("Nom", "Fonction"), (("Directrice", "Zoé Ives"), ("Avocat", "Guy Roy")), Field.FULL_NAME),
        (("姓名", "职务"), (("司长", "王芳"), ("参赞", "李伟")), Field.NAME_ZH),
        (
            ("Name", "Organization"),
            (("Global Affairs Canada", "Zoé Ives"), ("RCMP", "Guy Roy")),
            Field.FULL_NAME,
        ),
    ],
)
def test_titles_and_entities_in_the_place_of_names_are_told_and_exchanged(
    known: Directory, headings: tuple[str, str], rows: tuple[tuple[str, str], ...], first: Field
) -> None:
    mapping = recognise_columns(table(headings, *rows), known)
    assert mapping.swap is not None
    assert (mapping.swap.given, mapping.swap.family, mapping.swap.rows) == (*headings, 2)
    turned = mapping.exchanged()
    assert (turned.columns[1].field, turned.swap) == (first, None)
    right = table(headings, *((name, title) for title, name in rows))
    assert recognise_columns(right, known).swap is None


def test_a_chinese_column_with_some_latin_beside_a_latin_one_keeps_both(known: Directory) -> None:
    rows = (("姓名", "英文名"), ("王芳 Wang Fang", "Fang Wang"), ("李伟", "LI Wei"), ("Alice", "Alice Roy"))
    assert fields(known, *rows) == [Field.NAME_ZH, Field.FULL_NAME]
