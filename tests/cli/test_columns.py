"""Columns and lines on a terminal."""

import re
from pathlib import Path

import pytest

from alternat.cli.columns import cut, in_one_line, padded, pairs, table, width, wrapped
from tests.cli.terminal import Terminal


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("Côté", 4), ("Co\u0302te\u0301", 4), ("王芳", 4), ("让-弗", 5), ("ﾜﾝ", 2), ("a\u200bb", 2)],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_a_text_is_padded_on_either_side() -> None:
    assert (padded("王芳", 6), padded("7", 3, right=True)) == ("王芳  ", "  7")


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [("Ottawa", 6, "Ottawa"), ("Ottawa", 4, "Ott…"), ("欧阳文静", 5, "欧阳…"), ("欧阳文静", 6, "欧阳…")],
)
def test_a_long_text_is_cut_between_characters(text: str, cells: int, shown: str) -> None:
    assert cut(text, cells) == shown


def test_columns_stand_under_their_headings() -> None:
    rows = [("王芳", 7, "", "x"), ("Élise", 12, "", "y")]
    assert table(["Name", "Place", "Empty", "End"], rows) == (
        "Name   Place  End",
        "王芳       7  x",
        "Élise     12  y",
    )


def test_a_table_without_rows_shows_its_headings() -> None:
    assert table(["Name", "Place"], []) == ("Name  Place",)


def test_a_table_fits_the_terminal() -> None:
    lines = table(["Name", "Position"], [("Wang", "Directrice générale de tout")], cells=24)
    assert lines == ("Name  Position", "Wang  Directrice généra…")


def test_line_breaks_in_a_cell_do_not_break_the_table() -> None:
    assert table(["A"], [("one\r\ntwo\tthree",)]) == ("A", "one two three")
    assert in_one_line("«\u00a0x\u00a0»\n") == "«\u00a0x\u00a0»"


def test_values_stand_under_each_other() -> None:
    assert pairs([("单位", "11"), ("Side", "CA")]) == ("单位  11", "Side  CA")


def test_lines_break_between_words_and_characters() -> None:
    assert wrapped("one two three", 8) == ("one two", "three")
    assert wrapped("打印前指出缺失，或存疑之处。", 15) == ("打印前指出缺", "失，或存疑之", "处。")
    assert wrapped("", 10) == ("",)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "words",
    [
        ["agenda", "list", "{file}", "2", "--meeting", "2027"],
        ["guidance", "list", "{file}"],
        ["interpreter", "list", "{file}", "--meeting", "2027"],
        ["people", "{file}"],
        ["room", "list", "{file}", "--meeting", "2027"],
        ["session", "list", "{file}", "--meeting", "2027"],
        ["subgroup", "list", "{file}", "--meeting", "2027"],
        ["topic", "list", "{file}"],
        ["venue", "list", "{file}", "--meeting", "2027"],
    ],
    ids=" ".join,
)
def test_headings_begin_with_a_capital(
    terminal: Terminal, example: Path, words: list[str], language: str
) -> None:
    out = terminal.done(*(word.format(file=example) for word in words), "--lang", language).out
    headings = re.split(r"\s{2,}", out.splitlines()[0].strip())
    assert len(headings) > 1
    assert [each for each in headings if not each[0].isupper()] == []


def test_lists_are_separated_and_labelled_as_chinese_does(terminal: Terminal, example: Path) -> None:
    out = terminal.done("subgroup", "list", example, "--meeting", 2027, "--lang", "zh").out
    assert "名称" in out.splitlines()[0]
    assert "topic-2、topic-3" in out
    assert "  警告：" in out
