"""Text files with columns: delimiters, quotes, line ends, and the lines that Excel adds."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alternat.exchange.sources.delimited import (
    DELIMITERS,
    MAX_COLUMNS,
    MAX_ROWS,
    read_delimited,
    sniff_delimiter,
)
from alternat.exchange.sources.refusals import (
    SourceEmpty,
    SourceQuoteOpen,
    SourceTooLong,
    SourceTooWide,
)
from alternat.exchange.sources.table import Reading, Sheet
from tests.factories.spreadsheets import FRENCH_HEADINGS, FRENCH_ROWS, csv_bytes

FRENCH = (FRENCH_HEADINGS, *FRENCH_ROWS)


def rows_of(path: Path, content: bytes, encoding: str | None = None) -> tuple[tuple[str, ...], ...]:
    file = path / "list.csv"
    file.write_bytes(content)
    return read_delimited(file, encoding=encoding).sheets[0].rows


@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_every_way_of_writing_a_list_gives_the_same_rows(
    tmp_path: Path, delimiter: str, newline: str, quoting: int
) -> None:
    content = csv_bytes(FRENCH, delimiter=delimiter, newline=newline, quoting=quoting)
    assert rows_of(tmp_path, content) == FRENCH


def test_a_reading_tells_how_the_bytes_were_understood(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(csv_bytes((("Nom", "Prénom"), ("Ives", "Zoé")), encoding="cp1252", delimiter=";"))
    sheet = Sheet("", (("Nom", "Prénom"), ("Ives", "Zoé")), (1, 2), ("A", "B"))
    assert read_delimited(file) == Reading((sheet,), "cp1252", is_encoding_certain=True, delimiter=";")


def test_excels_own_line_names_the_delimiter_and_is_no_row(tmp_path: Path) -> None:
    assert rows_of(tmp_path, b"sep=;\r\na,1;b,1\r\nc,2;d,2\r\n") == (("a,1", "b,1"), ("c,2", "d,2"))


def test_delimiters_line_breaks_and_quotes_inside_quotes_are_text(tmp_path: Path) -> None:
    rows = (
        ("Nom", "Fonction"),
        ("Ives; Zoé", "Directrice,\nAffaires « spéciales »"),
        ('Le "Grand"', "a;b;c"),
    )
    assert rows_of(tmp_path, csv_bytes(rows, delimiter=";")) == rows


def test_commas_in_prose_do_not_outdo_the_delimiter() -> None:
    assert sniff_delimiter("Nom, prénom;Fonction\nIves, Zoé;Directrice\nRoy, Guy;Agent\n") == ";"


def test_one_column_stays_one(tmp_path: Path) -> None:
    assert rows_of(tmp_path, b"Nom\nIves\nRoy\n") == (("Nom",), ("Ives",), ("Roy",))


def test_short_rows_are_filled_and_empty_rows_and_columns_left_out(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(b"a,,b,c\r\n\r\n,,,\r\n1,,2\r\n")
    assert read_delimited(file).sheets == (
        Sheet("", (("a", "b", "c"), ("1", "2", "")), (1, 4), ("A", "C", "D")),
    )


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b" \r\n\t\r\n", b",,,\r\n,,,\r\n", b"sep=;\r\n"])
def test_a_file_without_text_is_empty(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(SourceEmpty):
        rows_of(tmp_path, content)


def test_a_list_has_no_more_rows_than_the_limit(tmp_path: Path) -> None:
    with pytest.raises(SourceTooLong):
        rows_of(tmp_path, b"a,b\n" * (MAX_ROWS + 1))


def test_a_list_has_no_more_columns_than_the_limit(tmp_path: Path) -> None:
    with pytest.raises(SourceTooWide):
        rows_of(tmp_path, b",".join([b"a"] * (MAX_COLUMNS + 1)))


COMMON = (
    "的一是了我人在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多"
)
NAMES = st.sampled_from([str(name) for row in FRENCH for name in row])
WORDS = st.text(alphabet="abcXYZ éèàçôÉ'’-.,;|\"\n@12", min_size=1, max_size=20)
HAN = st.text(alphabet=COMMON, min_size=2, max_size=12)


def has_text(row: list[str]) -> bool:
    return all(cell.strip() for cell in row)


def table_of(cells: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    """Tables with headings without delimiters, as headings are, and cells of one kind below."""
    return st.integers(2, 5).flatmap(
        lambda width: st.lists(
            st.lists(cells, min_size=width, max_size=width).filter(
                lambda row: all(cell.strip() for cell in row)
            ),
            min_size=2,
            max_size=8,
        ).map(lambda rows: [[f"Heading {at}" for at in range(width)], *rows])
    )


ROUND = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ROUND
@given(
    rows=table_of(NAMES | WORDS),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    delimiter=st.sampled_from(DELIMITERS),
    newline=st.sampled_from(["\r\n", "\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_any_table_in_unicode_is_read_back_equal(
    tmp_path: Path, rows: list[list[str]], encoding: str, delimiter: str, newline: str, quoting: int
) -> None:
    content = csv_bytes(rows, encoding=encoding, delimiter=delimiter, newline=newline, quoting=quoting)
    assert rows_of(tmp_path, content) == tuple(map(tuple, rows))


@ROUND
@given(rows=table_of(HAN), delimiter=st.sampled_from(DELIMITERS))
def test_any_chinese_table_in_gb18030_is_recognised_and_read_back_equal(
    tmp_path: Path, rows: list[list[str]], delimiter: str
) -> None:
    assert rows_of(tmp_path, csv_bytes(rows, encoding="gb18030", delimiter=delimiter)) == tuple(
        map(tuple, rows)
    )


@ROUND
@given(
    rows=table_of(NAMES),
    delimiter=st.sampled_from(DELIMITERS),
    encoding=st.sampled_from(["cp1252", "mac-roman"]),
)
def test_any_french_table_in_eight_bits_is_recognised_and_read_back_equal(
    tmp_path: Path, rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    assert rows_of(tmp_path, csv_bytes(rows, encoding=encoding, delimiter=delimiter)) == tuple(
        map(tuple, rows)
    )


@ROUND
@given(
    rows=table_of(NAMES | WORDS),
    encoding=st.sampled_from(["gb18030", "cp1252", "utf-16"]),
    delimiter=st.sampled_from(DELIMITERS),
)
def test_any_table_is_read_back_equal_in_the_encoding_asked_for(
    tmp_path: Path, rows: list[list[str]], encoding: str, delimiter: str
) -> None:
    content = csv_bytes(rows, encoding=encoding, delimiter=delimiter)
    assert rows_of(tmp_path, content, encoding) == tuple(map(tuple, rows))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('Name,Post\nIves,"Director\nRoy,Adviser\n', 2),
        ('Name,Post\nIves,"Director\nRoy,"Adviser"\n', 2),
        ('Name,Post\n"Ives, Zoé",A\n"Roy, Guy,B\nBélair,C\n', 3),
        ('"Name,Post\nIves,A\n', 1),
    ],
)
def test_a_quotation_mark_that_is_never_closed_names_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(SourceQuoteOpen) as refused:
        rows_of(tmp_path, text.encode())
    assert refused.value.arguments["line"] == str(line)


@pytest.mark.parametrize(
    "text", ['Name\n"Zo" Ives,A\n', 'Name,Post\nIves,"a\nb" ,c\n', 'Size,x\n5",y\n', 'a,"b ""c"" d"\n']
)
def test_other_quotation_marks_are_read(tmp_path: Path, text: str) -> None:
    assert rows_of(tmp_path, text.encode())
