"""China's notice in the shape in which third parties publish it."""

import json
from datetime import date
from pathlib import Path

import pytest

from alternat.actions.calendars import (
    NoticeEmpty,
    NoticeLine,
    NoticeRowWrong,
    NoticeUnreadable,
    read_notice_file,
    set_notice_days,
)
from alternat.language.label import Label
from alternat.nouns.calendars import DayKind
from alternat.planning.calendar import holidays_of
from alternat.planning.notices import notice_changes
from alternat.storage.workspace import Workspace

PUBLISHED = {
    "$schema": "schema.json",
    "year": 2027,
    "papers": ["notice of 2027"],
    "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": True},
        {"name": "国庆节、中秋节", "date": "2027-10-01", "isOffDay": True},
        {"name": "春节", "date": "2027-01-31", "isOffDay": False},
        {"name": "新的节日", "date": "2027-03-03", "isOffDay": True},
    ],
}


def _file(folder: Path, document: object) -> Path:
    path = folder / "notice.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def test_its_days_are_read_and_named_in_all_languages_where_that_is_known(tmp_path: Path) -> None:
    lines = read_notice_file(_file(tmp_path, PUBLISHED))
    off, works, source = DayKind.DAY_OFF, DayKind.WORKING_DAY, "notice of 2027"
    assert lines == (
        NoticeLine(date(2027, 1, 1), off, Label("New Year’s Day", "Jour de l’An", "元旦"), source=source),
        NoticeLine(
            date(2027, 10, 1),
            off,
            Label(
                "National Day / Mid-Autumn Festival",
                "Fête nationale / Fête de la mi-automne",
                "国庆节 / 中秋节",
            ),
            source=source,
        ),
        NoticeLine(
            date(2027, 1, 31),
            works,
            Label(
                "Make-up working day (Spring Festival)",
                "Jour ouvré de compensation (Fête du Printemps)",
                "调休上班（春节）",
            ),
            source=source,
        ),
        NoticeLine(date(2027, 3, 3), off, Label(zh="新的节日"), source=source),
    )


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ({"name": "a", "date": "2027-13-01", "isOffDay": True}, "date", "2027-13-01"),
        ({"name": "a", "date": "20270101", "isOffDay": True}, "date", "20270101"),
        ({"name": "a", "date": 20270101, "isOffDay": True}, "date", "20270101"),
        ({"name": "a", "isOffDay": True}, "date", ""),
        ({"name": "a", "date": "2027-01-02", "isOffDay": "yes"}, "isOffDay", "yes"),
        ({"name": "a", "date": "2027-01-02", "isOffDay": 1}, "isOffDay", "1"),
        ({"name": "a", "date": "2027-01-02"}, "isOffDay", "null"),
        ({"name": ["a"], "date": "2027-01-02", "isOffDay": False}, "name", '["a"]'),
        (None, "date", "null"),
        ("元旦", "date", '"元旦"'),
    ],
)
def test_a_bad_day_is_refused_with_its_place(tmp_path: Path, row: object, field: str, value: str) -> None:
    document = {**PUBLISHED, "days": [PUBLISHED["days"][0], row]}  # type: ignore[index]
    with pytest.raises(NoticeRowWrong) as refused:
        read_notice_file(_file(tmp_path, document))
    arguments = refused.value.arguments
    assert (arguments["row"], arguments["field"], arguments["value"]) == (2, field, value)


@pytest.mark.parametrize("document", [[], {"days": {}}, {"days": None}, {"year": 2027}, "days", 7])
def test_what_is_no_notice_is_refused(tmp_path: Path, document: object) -> None:
    with pytest.raises(NoticeUnreadable):
        read_notice_file(_file(tmp_path, document))


def test_a_notice_without_days_is_refused(dialogue: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NoticeEmpty):
        set_notice_days(dialogue, "CN", read_notice_file(_file(tmp_path, {"days": []})))


def test_days_of_the_year_before_leave_its_notice_as_it_is(dialogue: Workspace, tmp_path: Path) -> None:
    china = dialogue.tables.Side.get(dialogue.tables.Side.code == "CN")
    settled = [NoticeLine(date(2027, 5, 3), DayKind.DAY_OFF, Label(zh="劳动节"))]
    set_notice_days(dialogue, "CN", settled)
    days = [
        {"name": "元旦", "date": "2027-12-31", "isOffDay": True},
        {"name": "元旦", "date": "2028-01-01", "isOffDay": True},
    ]
    lines = read_notice_file(_file(tmp_path, {"year": 2028, "days": days}))
    kinds, names = {each.day: each.kind for each in lines}, {each.day: each.name for each in lines}
    changes = notice_changes(dialogue.tables, "CN", kinds, names)
    assert [each.day for each in changes if each.day.year == 2027] == [date(2027, 12, 31)]

    set_notice_days(dialogue, "CN", lines)

    kept = [mark.day for mark in holidays_of(dialogue.tables, china, 2027)]
    assert date(2027, 5, 3) in kept
    assert date(2027, 12, 31) in kept
    dialogue.undo()
    assert date(2027, 12, 31) not in [mark.day for mark in holidays_of(dialogue.tables, china, 2027)]
