"""Finding the headings of a list, in any of the three languages and wherever they stand."""

import pytest

from alternat.exchange.people.headings import Header, find_header, meanings
from alternat.exchange.sources.table import Sheet, Span
from alternat.language.label import Language


def sheet(*rows: tuple[str, ...], merged: tuple[Span, ...] = ()) -> Sheet:
    return Sheet("", rows, tuple(range(1, len(rows) + 1)), tuple("ABCDEFGH"[: len(rows[0])]), merged)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Nom de famille", "family"),
        ("FAMILY NAME", "family"),
        ("Nom / Family name / 姓", "family"),
        ("Délégation / Delegation / 代表团", "side"),
        ("姓名", "full-name"),
        ("姓名 Name", "full-name"),
        ("Prénom(s)", "given"),
        ("Courriel / Email", "email"),
        ("E-mail:", "email"),
        ("職務", "position"),
        ("Positon", "position"),
        ("Nº", "number"),
        ("序号", "number"),
        ("Please enter your family name as in the passport", "family"),
        ("单位及职务", "position"),
        ("Room", None),
        ("Roy", None),
    ],
)
def test_a_heading_is_known(heading: str, column: str | None) -> None:
    found = meanings(heading)
    assert (found[0].column if found else None) == column


@pytest.mark.parametrize(
    ("heading", "tag"),
    [
        ("Position (EN)", Language.EN),
        ("Fonction (FR)", Language.FR),
        ("Name in Chinese", Language.ZH),
        ("Title - French", Language.FR),
        ("职务（英文）", Language.EN),
        ("Position", None),
    ],
)
def test_a_heading_may_say_which_language_its_column_is_in(heading: str, tag: Language | None) -> None:
    assert meanings(heading)[0].tag is tag


def test_headings_stand_below_titles() -> None:
    found = find_header(
        sheet(
            ("List of participants", "", ""),
            ("Draft 3", "", ""),
            ("Name", "Title", "Organization"),
            ("Ives", "", ""),
        )
    )
    assert found == Header((2,), ("Name", "Title", "Organization"))


def test_merged_headings_are_joined_with_those_below_them() -> None:
    rows = (("No.", "Name", "", "Organization"), ("", "Family", "Given", ""), ("1", "Ives", "Zoé", "PCO"))
    merged = (Span(0, 1, 0, 2), Span(0, 3, 1, 3), Span(0, 0, 1, 0))
    assert find_header(sheet(*rows, merged=merged)) == Header(
        (0, 1), ("No.", "Name / Family", "Name / Given", "Organization")
    )


def test_a_text_file_lost_the_merging_and_is_understood_all_the_same() -> None:
    rows = (
        ("Position", "", "", "Name"),
        ("EN", "FR", "中文", "Full name"),
        ("Director", "Directrice", "司长", "Zoé"),
    )
    found = find_header(sheet(*rows))
    assert found == Header((0, 1), ("Position / EN", "Position / FR", "Position / 中文", "Name / Full name"))


def test_one_row_of_headings_for_each_language() -> None:
    rows = (("Name", "Title"), ("Nom", "Fonction"), ("姓名", "职务"), ("Zoé Ives", "Director"))
    found = find_header(sheet(*rows))
    assert found is not None
    assert found.headings[1].split(" / ")[0] == "Title"


def test_a_list_without_headings_has_none() -> None:
    assert find_header(sheet(("Ives", "Zoé", "zoe@example.org"), ("Roy", "Guy", "guy@example.org"))) is None


def test_one_column_needs_one_heading() -> None:
    assert find_header(sheet(("Name",), ("Zoé Ives",))) == Header((0,), ("Name",))
