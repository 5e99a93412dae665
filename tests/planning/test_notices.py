"""What a notice of days off would change, before anything is written."""

from datetime import date

from alternat.actions.calendars import NoticeLine, set_notice_days
from alternat.language.label import Label
from alternat.nouns.calendars import DayKind
from alternat.planning.calendar import holidays_of
from alternat.planning.notices import NoticeChangeKind, notice_changes
from alternat.storage.workspace import Workspace

FESTIVAL = Label("Spring Festival", "Fête du Printemps", "春节")
DAYS = {
    date(2027, 2, 6): DayKind.DAY_OFF,
    date(2027, 2, 12): DayKind.DAY_OFF,
    date(2027, 2, 20): DayKind.WORKING_DAY,
}
NAMES = {
    date(2027, 2, 6): Label(),
    date(2027, 2, 12): FESTIVAL,
    date(2027, 2, 20): Label(),
}


def test_each_day_that_a_notice_changes_is_told(dialogue: Workspace) -> None:
    told = {each.day: each.kind for each in notice_changes(dialogue.tables, "CN", DAYS, NAMES)}

    assert told[date(2027, 2, 6)] is NoticeChangeKind.NOW_FIRM
    assert told[date(2027, 2, 12)] is NoticeChangeKind.NEW_DAY_OFF
    assert told[date(2027, 2, 20)] is NoticeChangeKind.NEW_WORKING_DAY
    assert told[date(2027, 2, 10)] is NoticeChangeKind.NO_LONGER


def test_what_is_told_is_what_then_stands_in_the_calendar(dialogue: Workspace) -> None:
    side = dialogue.tables.Side.get(dialogue.tables.Side.code == "CN")
    before = {mark.day: mark for mark in holidays_of(dialogue.tables, side, 2027)}
    told = notice_changes(dialogue.tables, "CN", DAYS, NAMES)

    set_notice_days(dialogue, "CN", [NoticeLine(day, kind, NAMES[day]) for day, kind in DAYS.items()])

    after = {mark.day: mark for mark in holidays_of(dialogue.tables, side, 2027)}
    differing = {day for day in {*before, *after} if before.get(day) != after.get(day)}
    assert {each.day for each in told} == differing
    assert not any(mark.is_provisional for mark in after.values())
    assert notice_changes(dialogue.tables, "CN", DAYS, NAMES) == ()
    dialogue.undo()
    assert {mark.day: mark for mark in holidays_of(dialogue.tables, side, 2027)} == before
