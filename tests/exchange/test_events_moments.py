"""The days and times of a list of sessions: read as people mean them, told or asked where they may not be."""

from datetime import date, time
from pathlib import Path

import openpyxl
import pytest

from alternat.actions.event_imports import EventsUndecided, import_events
from alternat.actions.meetings import change_meeting
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.planning.event_drafts import DateOrder, EventWishes
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from tests.exchange.event_lists import HEADINGS, days, plan_of, planned, said
from tests.factories.programmes import FilledProgramme


def test_mixed_zones_are_refused(dialogue: Workspace, filled: FilledProgramme, tmp_path: Path) -> None:
    text = (
        "day,start,end,title,time zone\n2027-06-12,16:00,17:00,X,America/Toronto\n"
        "2027-06-12,16:00,17:00,Y,Asia/Shanghai\n2027-06-12,16:00,17:00,Z,Ottawa\n"
    )
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert [(each.row, each.column) for each in plan.problems] == [(3, "time zone"), (4, "time zone")]


def test_a_time_that_comes_twice_is_only_warned_of(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    change_meeting(dialogue, filled.meeting, {"ends": date(2027, 11, 7)})
    text = f"{HEADINGS}2027-11-07,01:30,02:30,A2,Night watch,everyone\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert (len(plan.problems), plan.is_blocked, plan.rows[0].draft.minutes) == (1, False, 120)


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        ("2027年6月13日", "下午4:00", "下午5点30分"),
        ("6月13日", "16时", "17:30"),
        ("Sunday, June 13, 2027", "4:00 PM", "5:30 p.m."),
        ("13 juin", "16 h", "17 h 30"),
        ("13/06/2027", "16.00", "17.30"),
        ("2027/6/13", "16:00–17:30", ""),
    ],
)
def test_days_and_times_are_read_as_people_write_them(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, day: str, start: str, end: str
) -> None:
    plan = planned(
        dialogue, filled.meeting, tmp_path, f"日期;开始时间;结束时间;标题\n{day};{start};{end};会谈\n"
    )
    (row,) = plan.rows
    assert row.draft.problems == ()
    assert (row.draft.day, row.draft.start, row.draft.minutes) == (date(2027, 6, 13), time(16), 90)
    assert row.draft.title == Label(zh="会谈")


def test_a_workbook_with_real_days_and_times_is_read(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for cells in (
        ("Programme", None, None, None, None),
        ("Jour", "Début", "Fin", "Salle", "Titre"),
        (date(2027, 6, 13), time(16), time(17, 30), "A2", "Réunion de suivi"),
    ):
        sheet.append(cells)
    book.save(tmp_path / "events.xlsx")
    (row,) = plan_of(dialogue, filled.meeting, tmp_path / "events.xlsx").rows
    assert row.draft.problems == ()
    assert (row.draft.day, row.draft.minutes) == (date(2027, 6, 13), 90)
    assert row.draft.title == Label(fr="Réunion de suivi")


def test_a_long_or_early_session_is_asked_about_and_can_be_confirmed(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = f"{HEADINGS}2027-06-13,05:30,06:30,A2,Run,\n2027-06-13,09:00,18:00,A2,Long,\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert ([each.row for each in plan.doubts], plan.is_blocked, plan.is_open) == ([2, 3], False, True)
    with pytest.raises(EventsUndecided):
        import_events(dialogue, plan)
    sure = planned(dialogue, filled.meeting, tmp_path, text, EventWishes(confirms_times=True))
    assert import_events(dialogue, sure)
    again = planned(dialogue, filled.meeting, tmp_path, text)
    assert (again.doubts, again.is_open) == ((), False)


@pytest.mark.parametrize(
    ("day", "start", "end", "when"),
    [
        ("2027-06-12", "1:30 – 3:00 pm", "", ("2027-06-12", "13:30", 90)),
        ("2027-06-12", "4:00", "5:00 pm", ("2027-06-12", "16:00", 60)),
        ("2027-06-12", "22:00", "01:00", ("2027-06-12", "22:00", 180)),
        ("2027-06-12", "23:00", "24:00", ("2027-06-12", "23:00", 60)),
        ("2027-06-12", "24:00", "00:30", ("2027-06-13", "00:00", 30)),
        ("", "2027-06-12 22:00", "2027-06-13 00:30", ("2027-06-12", "22:00", 150)),
        ("", "2027-06-12T13:00:00Z", "2027-06-12T14:30:00Z", ("2027-06-12", "09:00", 90)),
        ("", "2027-06-12T21:00:00+08:00", "2027-06-12T10:00:00-04:00", ("2027-06-12", "09:00", 60)),
        ("Jour 2", "midi", "13 h", ("2027-06-13", "12:00", 60)),
        ("2027-06-12", "23:00", '"1 day, 0:00:00"', ("2027-06-12", "23:00", 60)),
        ("2027-06-12T13:00:00Z", "", "2027-06-12T14:00:00Z", ("2027-06-12", "09:00", 60)),
        ("2027-06-12 9:00 – 10:30", "", "", ("2027-06-12", "09:00", 90)),
        ("第一天", "下午2:00-3:30", "", ("2027-06-12", "14:00", 90)),
        ("12-Jun-27", "noon", "1", ("2027-06-12", "12:00", 60)),
    ],
)
def test_times_come_out_as_people_mean_them(
    dialogue: Workspace,
    filled: FilledProgramme,
    tmp_path: Path,
    day: str,
    start: str,
    end: str,
    when: tuple[str, str, int],
) -> None:
    (row,) = planned(
        dialogue, filled.meeting, tmp_path, f"day,start,end,title\n{day},{start},{end},Something\n"
    ).rows
    draft = row.draft
    assert draft.day is not None
    assert not draft.is_blocked
    assert (draft.day.isoformat(), f"{draft.start:%H:%M}", draft.minutes) == when


def test_a_moment_with_an_offset_is_told(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "start,minutes,title\n2027-06-12T13:00:00Z,60,Call\n"
    (told,) = planned(dialogue, filled.meeting, tmp_path, text).problems
    assert catalog(Language.EN).say(told.message) == (
        "“2027-06-12T13:00:00Z” is 09:00 on Saturday, June 12, 2027 in America/Toronto."
    )


@pytest.mark.parametrize(
    "text",
    [
        'day,start,end,title\n"Sunday, June 12, 2027",09:00,10:00,X\n',
        "date,weekday,start,end,title\n2027-06-12,Sunday,09:00,10:00,X\n",
        "日期,星期,开始时间,结束时间,标题\n6月12日,星期日,9:00,10:00,会\n",
    ],
)
def test_a_weekday_that_contradicts_its_date_is_told(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, text: str
) -> None:
    (told,) = planned(dialogue, filled.meeting, tmp_path, text).problems
    assert (told.severity, told.row) == (Severity.WARNS, 2)
    assert "gives another day of the week" in str(told.message)


def test_a_row_that_is_but_a_day_is_that_of_the_rows_below(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = (
        'start,end,title\n"Saturday, June 12, 2027",,\n9:00,10:00,One\n,,"Sunday, June 13"\n9:00,10:00,Two\n'
    )
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert [each.draft.day for each in plan.rows] == [date(2027, 6, 12), date(2027, 6, 13)]
    assert plan.problems == ()


@pytest.mark.parametrize(
    ("heading", "cell", "start", "minutes", "is_asked"),
    [
        ("Time", "09:00-10:00", time(9), 60, False),
        ("时间", "1400-1500", time(14), 60, False),
        ("Heure", "13:30-14:45", time(13, 30), 75, False),
        ("Heure", "09:00à19:00", time(9), 600, True),
        ("Time", "05:15-05:45", time(5, 15), 30, True),
        ("时间", "22:00-06:00", time(22), 480, False),
    ],
)
def test_a_cell_holds_both_ends(
    dialogue: Workspace,
    filled: FilledProgramme,
    tmp_path: Path,
    heading: str,
    cell: str,
    start: time,
    minutes: int,
    is_asked: bool,
) -> None:
    plan = planned(dialogue, filled.meeting, tmp_path, f"day,{heading},title\n2027-06-12,{cell},Talk\n")
    (row,) = plan.rows
    assert (row.draft.start, row.draft.minutes, row.draft.is_blocked) == (start, minutes, False)
    assert bool(plan.doubts) is is_asked


def test_a_day_that_is_counted_is_told_with_its_date(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = (
        "day,start,end,title\nDay 2,16:00,17:00,One\n第一天,16:00,17:00,Two\nJour 2,18:00,19:00,Three\n"
        "Sunday,20:00,21:00,Four\nDay 9,16:00,17:00,Five\n"
    )
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    first, second = date(2027, 6, 12), date(2027, 6, 13)
    assert days(plan) == [second, first, second, second, date(2027, 6, 20)]
    assert said(plan) == [
        "2: “Day 2” is taken as Sunday, June 13, 2027.",
        "3: “第一天” is taken as Saturday, June 12, 2027.",
        "4: “Jour 2” is taken as Sunday, June 13, 2027.",
        "5: “Sunday” is taken as Sunday, June 13, 2027.",
        "6: “Day 9” is taken as Sunday, June 20, 2027, which is no day of the meeting.",
    ]


def test_what_is_to_know_of_a_row_that_is_but_a_day_is_told(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "start,end,title\nDay 2,,\n16:00,17:00,One\nMonday 12 June,,\n18:00,19:00,Two\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert said(plan) == [
        "2: “Day 2” is taken as Sunday, June 13, 2027.",
        "4: The list gives another day of the week. The date is taken: Saturday, June 12, 2027.",
    ]
    for heading in ("05/06/2027", "12 June 2025", "Monday"):
        text = f"start,end,title\nDay 2,,\n16:00,17:00,One\n{heading},,\n18:00,19:00,Two\n"
        plan = planned(dialogue, filled.meeting, tmp_path, text)
        assert [row.draft.is_blocked for row in plan.rows] == [False, True], heading


@pytest.mark.parametrize(
    ("cells", "wish", "expected"),
    [
        (("05/06/2027",), None, (None,)),
        (("05/06/2027",), DateOrder.MONTH_FIRST, (date(2027, 5, 6),)),
        (("05/06/2027", "13/06/2027"), None, (date(2027, 6, 5), date(2027, 6, 13))),
        (("05/06/2027", "06/13/2027"), None, (date(2027, 5, 6), date(2027, 6, 13))),
        (("Sat 05/06/2027",), None, (date(2027, 6, 5),)),
        (("06/12/2027",), None, (date(2027, 6, 12),)),
        (("12/06/2027", "13/06/2027"), None, (date(2027, 6, 12), date(2027, 6, 13))),
        (("5/6",), None, (None,)),
        (("12/6",), None, (date(2027, 6, 12),)),
        (("05/06/2027", "13/06/2027", "06/14/2027"), None, (None, date(2027, 6, 13), date(2027, 6, 14))),
        (("06/06/2027",), None, (date(2027, 6, 6),)),
    ],
)
def test_dates_in_figures_are_understood_by_the_list_the_meeting_or_the_person(
    dialogue: Workspace,
    filled: FilledProgramme,
    tmp_path: Path,
    cells: tuple[str, ...],
    wish: DateOrder | None,
    expected: tuple[date | None, ...],
) -> None:
    rows = "".join(f"{cell},{at + 9}:00,{at + 9}:30,Talk {at}\n" for at, cell in enumerate(cells))
    wishes = EventWishes(date_order=wish)
    plan = planned(dialogue, filled.meeting, tmp_path, f"day,start,end,title\n{rows}", wishes)
    assert tuple(days(plan)) == expected
    assert plan.asks_order == (None in expected)
    assert plan.is_blocked == (None in expected)


def test_a_guessed_date_is_told_with_the_reason(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "day,start,end,title\n05/06/2027,16:00,17:00,One\n13/06/2027,16:00,17:00,Two\n"
    assert said(planned(dialogue, filled.meeting, tmp_path, text)) == [
        "2: “05/06/2027” is guessed to be Saturday, June 5, 2027, by other rows of the list.",
        "2: Saturday, June 5, 2027 is outside the days of the meeting: 7 days before it begins.",
    ]
    text = "day,start,end,title\n06/12/2027,16:00,17:00,One\n"
    assert said(planned(dialogue, filled.meeting, tmp_path, text)) == [
        "2: “06/12/2027” is guessed to be Saturday, June 12, 2027, by the days of the meeting."
    ]
    text = "start,end,title\n05/06/2027 16:00,17:00,One\n"
    (asked,) = said(planned(dialogue, filled.meeting, tmp_path, text))
    assert asked.startswith("2: “05/06/2027 16:00” can be Saturday, June 5, 2027 or Thursday, May 6, 2027.")
    wishes = EventWishes(date_order=DateOrder.DAY_FIRST)
    text = "day,start,end,title\n06/13/2027,16:00,17:00,One\n05/06/2027,16:00,17:00,Two\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text, wishes)
    assert said(plan) == [
        "2: “06/13/2027” can only be Sunday, June 13, 2027, in the other order than was said.",
        "3: Saturday, June 5, 2027 is outside the days of the meeting: 7 days before it begins.",
    ]


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("9h–10h30", "10h30", 90),
        ("9h–10h30", "11h", None),
        ("9h", "9h–10h30", 90),
        ("9h", "10h–10h30", None),
        ("9:00AM-10:30", "10:30 AM", 90),
    ],
)
def test_two_columns_that_contradict_each_other_keep_the_list_out(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path, start: str, end: str, minutes: int | None
) -> None:
    text = f"day,start,end,title\n2027-06-12,{start},{end},One\n"
    (row,) = planned(dialogue, filled.meeting, tmp_path, text).rows
    assert (row.draft.is_blocked, row.draft.minutes or None) == (minutes is None, minutes)


def test_a_day_without_a_year_is_that_nearest_to_the_meeting(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    change_meeting(
        dialogue,
        filled.meeting,
        {"starts": date(2027, 12, 30), "ends": date(2028, 1, 2)},
    )
    text = "day,start,end,title\n31 December,16:00,17:00,One\n2 January,16:00,17:00,Two\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert days(plan) == [date(2027, 12, 31), date(2028, 1, 2)]


def test_a_weekday_beside_a_blank_day_is_compared_and_an_end_without_offset_is_asked_about(
    dialogue: Workspace, filled: FilledProgramme, tmp_path: Path
) -> None:
    text = "weekday,day,start,end,title\nSaturday,2027-06-12,16:00,17:00,One\nMonday,,18:00,19:00,Two\n"
    assert said(planned(dialogue, filled.meeting, tmp_path, text)) == [
        "3: No day is given: read as the day of the row above, Saturday, June 12, 2027.",
        "3: The list gives another day of the week. The date is taken: Saturday, June 12, 2027.",
    ]
    text = "start,end,title\n2027-06-12T20:00Z,21:00,One\n"
    plan = planned(dialogue, filled.meeting, tmp_path, text)
    assert plan.is_open
    assert "“21:00” has none: it is taken as one in America/Toronto." in catalog(Language.EN).say(
        plan.doubts[0].message
    )
