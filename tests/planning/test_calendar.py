"""What stands in the calendar of both sides, checked against dates known beforehand."""

from datetime import date, timedelta
from typing import Any

import pytest

from alternat.actions.calendars import (
    AvoidEndsBeforeStart,
    NoticeDayTwice,
    NoticeEmpty,
    NoticeLine,
    add_avoid_dates,
    change_avoid_dates,
    clear_notice,
    remove_avoid_dates,
    set_notice_days,
)
from alternat.actions.existing import add_dialogue_meeting
from alternat.actions.meetings import add_meeting
from alternat.language.label import Label, Language
from alternat.nouns.calendars import DayKind
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.calendar import UNAVAILABLE, DayMark, MarkKind, day_marks
from alternat.planning.public_holidays import public_days
from alternat.storage.workspace import Workspace

CANADA = {
    2026: "01-01 04-03 04-06 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-28",
    2027: "01-01 03-26 03-29 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27 12-28",
    2028: "01-03 04-14 04-17 05-22 07-03 08-07 09-04 10-02 10-09 11-13 12-25 12-26",
    2029: "01-01 03-30 04-02 05-21 07-02 08-06 09-03 10-01 10-08 11-12 12-25 12-26",
    2030: "01-01 04-19 04-22 05-20 07-01 08-05 09-02 09-30 10-14 11-11 12-25 12-26",
}
"""The working days that the federal public service has off, the observed ones included."""
SPRING_FESTIVAL = {
    2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
    2028: date(2028, 1, 26),
    2029: date(2029, 2, 13),
    2030: date(2030, 2, 3),
}


def _first(code: str, year: int, name: str) -> date:
    return next(each.day for each in public_days(code, year) if each.name.en == name)


@pytest.mark.parametrize("year", CANADA)
def test_canada_has_the_days_off_of_the_federal_public_service(year: int) -> None:
    days = [each.day for each in public_days("CA", year) if each.day.weekday() < 5]
    assert days == [date.fromisoformat(f"{year}-{day}") for day in CANADA[year].split()]


@pytest.mark.parametrize("year", SPRING_FESTIVAL)
def test_spring_festival_is_on_the_day_of_the_astronomers(year: int) -> None:
    assert _first("CN", year, "Spring Festival") == SPRING_FESTIVAL[year]


def test_the_traditional_days_of_2027_are_those_of_the_brief_and_provisional() -> None:
    names = ("Qingming Festival", "Dragon Boat Festival", "Mid-Autumn Festival")
    assert [_first("CN", 2027, name) for name in names] == [
        date(2027, 4, 5),
        date(2027, 6, 9),
        date(2027, 9, 15),
    ]
    assert all(each.is_provisional for each in public_days("CN", 2027))


def test_the_notice_for_2026_is_known_with_its_make_up_days() -> None:
    days = public_days("CN", 2026)
    assert not any(each.is_provisional for each in days)
    assert [each.day for each in days if each.is_working] == [
        date(2026, month, day) for month, day in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))
    ]


@pytest.mark.parametrize("code", ["CA", "CN"])
@pytest.mark.parametrize("year", range(2024, 2041))
def test_every_day_off_of_the_two_countries_has_a_name_in_every_language(code: str, year: int) -> None:
    assert [each for each in public_days(code, year) if each.name.missing(tuple(Language))] == []


def test_other_countries_have_what_the_library_knows_and_unknown_ones_nothing() -> None:
    assert _first("FR", 2027, "National Day") == date(2027, 7, 14)
    assert public_days("XX", 2027) == ()


def test_a_notice_settles_its_year_and_overrides_the_tables(dialogue: Workspace) -> None:
    notice = (
        NoticeLine(date(2027, 2, 5), DayKind.DAY_OFF),
        NoticeLine(date(2027, 2, 12), DayKind.DAY_OFF, Label(zh="春节")),
        NoticeLine(date(2027, 2, 20), DayKind.WORKING_DAY),
        NoticeLine(date(2027, 2, 8), DayKind.WORKING_DAY),
    )
    set_notice_days(dialogue, "CN", notice)
    marks = [each for each in _february(dialogue) if each.side == "CN"]
    assert [(each.day.day, each.kind, each.name.zh, each.is_provisional) for each in marks] == [
        (5, MarkKind.HOLIDAY, "除夕", False),
        (6, MarkKind.HOLIDAY, "春节", False),
        (7, MarkKind.HOLIDAY, "春节", False),
        (12, MarkKind.HOLIDAY, "春节", False),
        (20, MarkKind.MAKE_UP, "调休上班", False),
    ]
    clear_notice(dialogue, "CN", 2027)
    assert all(each.is_provisional for each in _february(dialogue))


def _february(dialogue: Workspace, *, with_private: bool = False) -> tuple[DayMark, ...]:
    return day_marks(dialogue.tables, date(2027, 2, 1), date(2027, 2, 28), with_private=with_private)


def test_a_notice_replaces_the_one_before_and_refuses_a_day_named_twice(dialogue: Workspace) -> None:
    line = NoticeLine(date(2027, 2, 12), DayKind.DAY_OFF, Label(zh="春节"), is_provisional=True)
    with pytest.raises(NoticeDayTwice):
        set_notice_days(dialogue, "CN", (line, line))
    with pytest.raises(NoticeEmpty):
        set_notice_days(dialogue, "CN", ())
    set_notice_days(dialogue, "CN", (line,))
    set_notice_days(dialogue, "CN", (NoticeLine(date(2027, 10, 6), DayKind.DAY_OFF),))
    assert [row.day for row in dialogue.tables.NoticeDay.select()] == [date(2027, 10, 6)]


def test_a_private_reason_is_told_to_this_desk_only(dialogue: Workspace) -> None:
    add_avoid_dates(
        dialogue, "CA", starts=date(2027, 2, 22), reason=Label(en="Cabinet retreat"), is_private=True
    )
    told, shown = (
        [each.name for each in _february(dialogue, with_private=private) if each.kind is MarkKind.AVOID]
        for private in (False, True)
    )
    assert (told, shown) == ([UNAVAILABLE], [Label(en="Cabinet retreat")])


def test_dates_to_avoid_are_changed_and_removed(dialogue: Workspace) -> None:
    (row,) = add_avoid_dates(dialogue, "CA", starts=date(2027, 2, 22)).inserted("avoid_dates")
    with pytest.raises(AvoidEndsBeforeStart):
        change_avoid_dates(dialogue, row, {"ends": date(2027, 2, 21)})
    change_avoid_dates(dialogue, row, {"ends": date(2027, 2, 24)})
    assert sum(each.kind is MarkKind.AVOID for each in _february(dialogue)) == 3
    remove_avoid_dates(dialogue, [row])
    assert sum(each.kind is MarkKind.AVOID for each in _february(dialogue)) == 0


def test_meetings_stand_in_the_calendar_unless_they_are_called_off(dialogue: Workspace) -> None:
    first = date(2027, 2, 23)
    add_meeting(dialogue, year=2027, host="CN", starts=first, ends=first + timedelta(days=1))
    add_meeting(dialogue, year=2027, host="CN", reference="off", starts=first, status=MeetingStatus.POSTPONED)
    marks = [each for each in _february(dialogue) if each.kind is MarkKind.MEETING]
    assert [(each.day.day, each.side, each.name.zh, each.is_provisional) for each in marks] == [
        (23, None, "北京 2027", True),
        (24, None, "北京 2027", True),
    ]


def test_meetings_of_existing_dialogues_stand_there_only_where_they_are_wanted(dialogue: Workspace) -> None:
    provision: Any = dialogue.tables.Provision
    key = provision.get(provision.kind == ProvisionKind.EXISTING_DIALOGUE).id
    days = {"starts": date(2027, 2, 23), "ends": date(2027, 2, 24)}
    city = Label("Beijing", "", "北京")
    (row,) = add_dialogue_meeting(dialogue, {"dialogue": key, **days, "city": city}).inserted(
        "dialogue_meeting"
    )
    add_dialogue_meeting(dialogue, {"dialogue": key, "starts": date(2027, 2, 26)})
    first, last = date(2027, 2, 24), date(2027, 2, 28)
    marks = [
        each
        for each in day_marks(dialogue.tables, first, last, with_dialogues=True)
        if each.kind is MarkKind.DIALOGUE
    ]
    assert [(each.day.day, each.side) for each in marks] == [(24, None), (26, None)]
    assert marks[0].row == row
    assert marks[0].name.en.endswith(", Beijing")
    assert marks[0].name.fr == marks[1].name.fr
    assert not any(each.kind is MarkKind.DIALOGUE for each in day_marks(dialogue.tables, first, last))
