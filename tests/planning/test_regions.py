"""The province of a meeting, and which of its days off count."""

from datetime import date

import pytest

from alternat.actions.meetings import UnknownRegion, add_meeting, change_meeting, set_status
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.meetings import MeetingStatus
from alternat.planning.calendar import MarkKind, day_marks
from alternat.planning.checks import check_meeting
from alternat.planning.dates import find_dates
from alternat.planning.regions import known_region, region_of_city, regions
from alternat.storage.workspace import Workspace

SUMMER = (date(2027, 6, 1), date(2027, 8, 31))


@pytest.mark.parametrize(
    ("city", "region"),
    [
        (Label("Gatineau", "Gatineau", "加蒂诺"), "CA-QC"),
        (Label(zh="加蒂诺"), "CA-QC"),
        (Label(fr="MONTRÉAL"), "CA-QC"),
        (Label(en="montreal"), "CA-QC"),
        (Label(zh="蒙特利尔"), "CA-QC"),
        (Label(fr="Québec"), "CA-QC"),
        (Label(en="Quebec City"), "CA-QC"),
        (Label(en="Gatineau, Quebec"), "CA-QC"),
        (Label(fr="Trois-Rivières (Québec)"), "CA-QC"),
        (Label(en="trois rivieres"), "CA-QC"),
        (Label(en="Vancouver", zh="温哥华"), "CA-BC"),
        (Label(en="Toronto"), "CA-ON"),
        (Label("Ottawa", "Ottawa", "渥太华"), "CA-ON"),
        (Label(en="Halifax"), "CA-NS"),
        (Label(en="St. John’s"), "CA-NL"),
        (Label(en="Saint John"), "CA-NB"),
        (Label("Beijing", "Beijing", "北京"), ""),
        (Label(en="Ottawa", zh="温哥华"), ""),
        (Label(), ""),
    ],
)
def test_a_city_tells_its_province_in_any_language(city: Label, region: str) -> None:
    assert region_of_city(city) == region


@pytest.mark.parametrize("text", ["CA-QC", "ca-qc", "QC", "Québec", "quebec", "魁北克省"])
def test_a_province_is_meant_by_code_or_name(text: str) -> None:
    assert known_region(text, ("CA", "CN")) == "CA-QC"
    assert known_region(text, ("CN",)) is None


def test_every_province_has_names_cities_and_the_days_of_the_library() -> None:
    from holidays import list_supported_countries

    offered = regions(("CA",))
    assert sorted(code[3:] for code in offered) == sorted(list_supported_countries()["CA"])
    assert all(not name.missing() for name in offered.values())


def _held_in(dialogue: Workspace, city: Label, **fields: object) -> int:
    (meeting,) = add_meeting(
        dialogue, year=2027, host="CA", city=city, starts=date(2027, 6, 23), ends=date(2027, 6, 24)
    ).inserted("meeting")
    if fields:
        change_meeting(dialogue, meeting, fields)
    return meeting


def _days_off(dialogue: Workspace, side: str = "CA") -> dict[date, str]:
    return {
        mark.day: mark.name.en
        for mark in day_marks(dialogue.tables, *SUMMER)
        if mark.side == side and mark.kind is MarkKind.HOLIDAY
    }


def test_quebec_has_24_june_in_place_of_the_civic_day(dialogue: Workspace) -> None:
    federal = _days_off(dialogue)
    assert federal == {date(2027, 7, 1): "Canada Day", date(2027, 8, 2): "Civic Holiday"}
    _held_in(dialogue, Label("Gatineau", "Gatineau", "加蒂诺"))
    assert _days_off(dialogue) == {
        date(2027, 6, 24): "Saint-Jean-Baptiste Day (Quebec)",
        date(2027, 7, 1): "Canada Day",
    }


def test_a_province_that_was_set_goes_before_that_of_the_city(dialogue: Workspace) -> None:
    meeting = _held_in(dialogue, Label("Ottawa", "Ottawa", "渥太华"), region="CA-NU")
    assert _days_off(dialogue)[date(2027, 7, 9)] == "Nunavut Day (Nunavut)"
    change_meeting(dialogue, meeting, {"region": ""})
    assert date(2027, 7, 9) not in _days_off(dialogue)


@pytest.mark.parametrize("status", [MeetingStatus.POSTPONED, MeetingStatus.CANCELLED])
def test_a_meeting_that_is_called_off_brings_no_days(dialogue: Workspace, status: MeetingStatus) -> None:
    meeting = _held_in(dialogue, Label(en="Montréal"))
    set_status(dialogue, meeting, status, "Elections", turn_passes=False)
    assert date(2027, 6, 24) not in _days_off(dialogue)


def test_days_of_the_country_stay_as_they_are_in_every_province(dialogue: Workspace) -> None:
    before = _days_off(dialogue)
    _held_in(dialogue, Label(en="Vancouver"))
    assert _days_off(dialogue) == before


def test_the_check_and_the_finder_tell_the_day_of_the_province(dialogue: Workspace) -> None:
    meeting = _held_in(dialogue, Label("Gatineau", "Gatineau", "加蒂诺"))
    found = [each for each in check_meeting(dialogue.tables, meeting) if each.code == "meeting-on-holiday"]
    said = [catalog(language).say(each.message) for language in Language for each in found]
    english = "a day off in Canada: Saint-Jean-Baptiste Day (Quebec)."
    french = "jour de congé (Canada)\u00a0: Fête nationale du Québec (Québec)."
    assert said == [
        f"The meeting 2027 takes place on Thursday, June 24, 2027, {english}",
        f"La réunion 2027 a lieu le jeudi 24 juin 2027, {french}",
        "会议 2027 定于2027年6月24日 星期四举行，当日为加拿大假日：圣让-巴蒂斯特日（魁北克省）。",
    ]
    (day,) = find_dates(dialogue.tables, days=1, first=date(2027, 6, 24), last=date(2027, 6, 24), travel=0)
    assert "Canada: Saint-Jean-Baptiste Day (Quebec) on Thursday, June 24, 2027." in [
        catalog(Language.EN).say(each) for each in day.against
    ]


def test_a_province_that_nobody_knows_is_refused(dialogue: Workspace) -> None:
    meeting = _held_in(dialogue, Label(en="Ottawa"))
    for unknown in ("CA-XX", "Bavaria", "US-NY", "C"):
        with pytest.raises(UnknownRegion):
            change_meeting(dialogue, meeting, {"region": unknown})
    change_meeting(dialogue, meeting, {"region": "Québec"})
    assert dialogue.tables.Meeting.get_by_id(meeting).region == "CA-QC"
