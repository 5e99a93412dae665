"""Text is cut where its script changes, and breaks only where Chinese and Latin typography allow."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.language.scripts import Run, Script, breakable, is_han, is_wide, runs

HAN, LATIN, OTHER = Script.HAN, Script.LATIN, Script.OTHER
MIXED = st.text(
    alphabet=st.sampled_from("杨为民一AZaé9 ，。（）·“”’《》—…-:«»\u00a0\u202f\u3000\u0301Я𠮷年%第\n")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("YANG Weimin", (Run("YANG Weimin", LATIN),)),
        ("杨为民", (Run("杨为民", HAN),)),
        ("杨为民 YANG Weimin", (Run("杨为民 ", HAN), Run("YANG Weimin", LATIN))),
        ("买买提·艾力", (Run("买买提·艾力", HAN),)),
        ("Élise CÔTÉ", (Run("Élise CÔTÉ", LATIN),)),
        ("l’été – « là »", (Run("l’été – « là »", LATIN),)),
        (
            "2027年6月12日",
            (
                Run("2027", LATIN),
                Run("年", HAN),
                Run("6", LATIN),
                Run("月", HAN),
                Run("12", LATIN),
                Run("日", HAN),
            ),
        ),
        ("“对话”", (Run("“对话”", HAN),)),
        ("“Dialogue”", (Run("“Dialogue”", LATIN),)),
        ("对话（Dialogue）", (Run("对话（", HAN), Run("Dialogue", LATIN), Run("）", HAN))),
        ("𠮷田", (Run("𠮷田", HAN),)),
        ("Привет", (Run("Привет", OTHER),)),
    ],
)
def test_runs(text: str, expected: tuple[Run, ...]) -> None:
    assert runs(text) == expected


@given(st.one_of(st.text(), MIXED))
def test_runs_put_together_are_the_text_and_neighbours_differ(text: str) -> None:
    found = runs(text)

    assert "".join(run.text for run in found) == text
    assert all(run.text for run in found)
    assert all(left.script is not right.script for left, right in pairwise(found))


@given(st.one_of(st.text(), MIXED))
def test_every_han_character_is_in_a_han_run(text: str) -> None:
    in_han_runs = "".join(run.text for run in runs(text) if run.script is HAN)

    assert [c for c in text if is_han(c)] == [c for c in in_han_runs if is_han(c)]


def test_wide_characters_fill_an_em() -> None:
    assert [is_wide(c) for c in "王，　A·1"] == [True, True, True, False, False, False]


def pieces(text: str) -> list[str]:
    edges = [0, *breakable(text), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Public Safety Canada", ["Public ", "Safety ", "Canada"]),
        ("Jean-François", ["Jean-", "François"]),
        ("J.-F. Roy", ["J.-F. ", "Roy"]),
        ("14\u00a0h\u00a030", ["14\u00a0h\u00a030"]),
        ("le 12 juin 2027", ["le ", "12 juin ", "2027"]),
        ("format : A4", ["format : ", "A4"]),
        ("dit « oui » ici", ["dit ", "« oui » ", "ici"]),
        ("杨为民", ["杨", "为", "民"]),
        ("加拿大，渥太华。", ["加拿大，", "渥太华。"]),
        ("对话（草稿）《文本》", ["对话", "（草稿）", "《文", "本》"]),
        ("买买提·艾力", ["买", "买", "提·", "艾", "力"]),
        ("2027年6月12日", ["2027年6月12日"]),
        ("第二次", ["第二次"]),
        ("未完……待续——完", ["未", "完……", "待", "续——", "完"]),
        ("杨为民YANG", ["杨", "为", "民", "YANG"]),
        ("说“好”", ["说", "“好”"]),
        ("B\u202f%", ["B\u202f%"]),
        ("0\u00a0 0", ["0\u00a0 0"]),
        ("2026-27", ["2026-27"]),
        ("", [""]),
    ],
)
def test_lines_break_only_where_typography_allows(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.one_of(st.text(), MIXED))
def test_no_line_starts_or_ends_with_what_may_not(text: str) -> None:
    lines = pieces(text)

    assert "".join(lines) == text
    assert all(lines) or not text
    for line, following in pairwise(lines):
        assert following[0] not in "，。；：、）》·”’\u00a0\u202f \u3000\u0301"
        assert line.rstrip(" ")[-1:] not in tuple("（《“‘\u00a0\u202f")
        assert not (line[-1].isdigit() and following[0] in "年月日")
