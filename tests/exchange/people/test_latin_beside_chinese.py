"""Latin letters beside Chinese script in a list: whatever becomes of them is told with the row."""

from pathlib import Path

import pytest

from alternat.exchange.people_import import plan, read_source, recognise
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.planning.imports import PersonDraft
from alternat.storage.workspace import Workspace
from tests.factories.spreadsheets import csv_bytes

Halves = tuple[str, str, str]


def drafts(dialogue: Workspace, tmp_path: Path, *rows: tuple[str, ...]) -> tuple[PersonDraft, ...]:
    path = tmp_path / "list.csv"
    path.write_bytes(csv_bytes(rows))
    table = read_source(path)
    mapping = recognise(table, dialogue.tables, ("姓名=name-zh",) if len(rows[0]) > 2 else ())
    return tuple(row.draft for row in plan(dialogue.tables, None, "CN", table, mapping).rows)


def said(draft: PersonDraft) -> list[str]:
    return [catalog(Language.EN).say(problem.message) for problem in draft.problems]


@pytest.mark.parametrize(
    ("row", "name_zh", "latin"),
    [
        (("LI", "David", "李大卫 David"), "李大卫", "David"),
        (("LI", "David", "李David大卫"), "李大卫", "David"),
        (("WU", "Tom", "吴Tom明"), "吴明", "Tom"),
        (("MA", "J.", "马J."), "马", "J."),
        (("QIAN", "Wei", "钱Ｗｅｉ"), "钱", "Wei"),
        (("SUN", "Yi", "孙 SUN"), "孙", "Sun"),
    ],
)
def test_letters_that_the_latin_name_has_too_are_told(
    dialogue: Workspace, tmp_path: Path, row: Halves, name_zh: str, latin: str
) -> None:
    (draft,) = drafts(dialogue, tmp_path, ("Family name", "Given name", "姓名"), row)
    assert draft.name_zh == name_zh
    assert said(draft) == [f"“{latin}” in Latin letters beside “{name_zh}” is left out."]


@pytest.mark.parametrize("row", [("LI", "Wei", "李伟 David"), ("LI", "", "李伟 David")])
def test_letters_that_say_something_else_are_told(dialogue: Workspace, tmp_path: Path, row: Halves) -> None:
    (draft,) = drafts(dialogue, tmp_path, ("Family name", "Given name", "姓名"), row)
    assert said(draft) == ["Another column says “David”; it is not taken."]


def test_letters_that_become_the_latin_name_are_told(dialogue: Workspace, tmp_path: Path) -> None:
    for text, name_zh, latin in (("陈Peter", "陈", "Peter"), ("马J.", "马", "J.")):
        (draft,) = drafts(dialogue, tmp_path, ("姓名", "职务"), (text, "处长"))
        assert said(draft) == [f"“{latin}” beside “{name_zh}” is taken for the name in Latin letters."]


def test_a_whole_name_in_both_scripts_needs_no_word(dialogue: Workspace, tmp_path: Path) -> None:
    (draft,) = drafts(dialogue, tmp_path, ("姓名", "职务"), ("李伟 LI Wei", "处长"))
    assert (draft.family, draft.given, draft.name_zh, said(draft)) == ("Li", "Wei", "李伟", [])


def test_chinese_beside_the_latin_halves_is_told_where_it_differs(
    dialogue: Workspace, tmp_path: Path
) -> None:
    heads = ("Family name", "Given name", "姓名")
    (draft,) = drafts(dialogue, tmp_path, heads, ("LI 黎", "Wei", "李伟"))
    assert said(draft) == ["Another column says “黎”; it is not taken."]
    (draft,) = drafts(dialogue, tmp_path, heads, ("LI 李", "Wei 伟", "李伟"))
    assert said(draft) == []
