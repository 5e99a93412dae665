"""`alternat meetings` and `alternat meeting`."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


def test_meetings_are_listed_by_year(terminal: Terminal, example: Path) -> None:
    assert terminal.done("meetings", example).out == (
        "Reference  Host    City     Dates                  Status  Participants\n"
        "2016       China   Beijing  September 12, 2016     held               0\n"
        "2017       Canada  Ottawa   June 22, 2017          held               0\n"
        "2026       China   Beijing  September 15–16, 2026  held              11\n"
        "2027       Canada  Ottawa   June 15–17, 2027       agreed            23\n"
    )


def test_columns_line_up_in_chinese(terminal: Terminal, example: Path) -> None:
    from alternat.cli.columns import width

    lines = terminal.done("meetings", example, "--lang", "zh").out.splitlines()
    assert lines[4].split() == ["2027", "加拿大", "渥太华", "2027年6月15日至17日", "已商定", "23"]
    starts = {width(line[: line.index("加拿大")]) for line in (lines[2], lines[4])}
    assert starts == {width(lines[0][: lines[0].index("东道主")])}


def test_a_meeting_is_added_with_city_zone_and_dates(terminal: Terminal, empty: Path) -> None:
    terminal.done(
        *("meeting", "add", empty, "--year", 2027, "--host", "ca"),
        *("--from", "2027-06-12", "--to", "2027-06-13", "--city", "ottawa"),
    )
    added = terminal.done("meetings", empty, "--json").json[-1]
    assert (
        added
        | {
            "reference": "2027",
            "year": 2027,
            "host": "CA",
            "city": {"en": "Ottawa", "fr": "Ottawa", "zh": "渥太华"},
            "starts": "2027-06-12",
            "ends": "2027-06-13",
            "time_zone": "America/Toronto",
            "status": "draft",
            "status_reason": "",
            "participants": 0,
            "list_revision": 1,
        }
        == added
    )


def test_another_city_is_kept_in_the_language_it_was_typed_in(terminal: Terminal, empty: Path) -> None:
    terminal.done("meeting", "add", empty, "--year", 2028, "--host", "CN", "--city", "青岛", "--lang", "zh")
    terminal.done("meeting", "set", empty, "--meeting", 2028, "--city-en", "Qingdao", "--from", "2028-05-09")
    meeting = terminal.done("meetings", empty, "--json").json[-1]
    assert (meeting["city"], meeting["starts"]) == ({"en": "Qingdao", "zh": "青岛"}, "2028-05-09")


def test_a_meeting_is_removed_and_comes_back(terminal: Terminal, example: Path) -> None:
    told = terminal.done("meeting", "remove", example, "--meeting", 2027, "--json").json
    (gone,) = told
    assert (gone["reference"], gone["participants"]) == ("2027", 23)
    assert "parts in meetings: 23" in gone["along"][0]
    assert len(terminal.done("meetings", example, "--json").json) == 3
    terminal.done("undo", example)
    assert terminal.done("meetings", example, "--json").json[-1]["participants"] == 23


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--year", "2027", "--host", "US"], "There is no side “US”. The sides are: CA, CN."),
        (["--year", "27", "--host", "CA"], "“27” is not a whole number from 1900 to 2200"),
        (["--year", "MMXXVII", "--host", "CA"], "“MMXXVII” is not a whole number"),
        (["--year", "2027", "--host", "CA", "--from", "2027-02-30"], "“2027-02-30” in --from is not a day"),
        (["--year", "2027", "--host", "CA", "--from", "June 12"], "“June 12” in --from is not a day"),
        (
            ["--year", "2027", "--host", "CA", "--from", "2027-06-13", "--to", "2027-06-12"],
            "before it starts on",
        ),
        (["--year", "2027", "--host", "CA", "--to", "2027-06-12"], "before it starts on"),
        (["--year", "2027", "--host", "CA", "--from", "2028-06-12"], "cannot start on"),
        (["--year", "2017", "--host", "CA"], "There is already a meeting “2017”."),
    ],
)
def test_impossible_meetings_are_refused_and_nothing_is_written(
    terminal: Terminal, empty: Path, words: list[str], sentence: str
) -> None:
    before = empty.read_bytes()
    outcome = terminal.type("meeting", "add", empty, *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert sentence in outcome.err
    assert outcome.err.count("\n") == 1
    assert empty.read_bytes() == before


def test_consent_is_recorded_withdrawn_and_lost_by_moving(terminal: Terminal, empty: Path) -> None:
    terminal.done("meeting", "add", empty, "--year", 2027, "--host", "CN", "--from", "2027-06-15")
    of_2027 = (empty, "--meeting", 2027)
    terminal.done(
        "meeting", "propose", *of_2027, "--side", "CN", "--on", "2027-01-04", "--document", "Note 7"
    )
    terminal.done("meeting", "accept", *of_2027, "--side", "CA", "--on", "2027-01-09")
    for status in ("proposed", "agreed"):
        terminal.done("meeting", "status", *of_2027, status)

    moved = terminal.done("meeting", "set", *of_2027, "--to", "2027-06-16")

    assert moved.out + moved.err == (
        "Done: Change the meeting 2027, which goes back to proposed: both sides have to consent again.\n"
    )
    assert terminal.done("meetings", empty, "--json").json[-1]["status"] == "proposed"
    terminal.done("undo", empty)
    terminal.done("meeting", "withdraw", *of_2027, "--side", "CA")
    assert terminal.done("meetings", empty, "--json").json[-1]["status"] == "proposed"


def test_the_reason_of_a_postponement_is_listed(terminal: Terminal, empty: Path) -> None:
    terminal.done("meeting", "add", empty, "--year", 2027, "--host", "CN", "--from", "2027-06-15")
    terminal.done("meeting", "status", empty, "--meeting", 2027, "postponed", "--reason", "Elections")
    assert terminal.done("meetings", empty, "--json").json[-1]["status_reason"] == "Elections"
    assert "postponed: Elections" in terminal.done("meetings", empty).out
    assert "postponed (Elections)" in terminal.done("hosts", empty, "--from", 2027, "--to", 2027).out


def first_session(terminal: Terminal, file: Path) -> tuple[str, str]:
    row = terminal.done("session", "list", file, "--meeting", 2027, "--json").json[0]
    return row["day"], row["time_zone"]


def test_sessions_left_outside_and_what_stays_of_the_city_are_told(terminal: Terminal, example: Path) -> None:
    of_2027 = (example, "--meeting", 2027)
    shorter = terminal.type("meeting", "set", *of_2027, "--to", "2027-06-15")
    assert "sessions are then outside the days of the meeting: " in shorter.err
    city = terminal.type("meeting", "set", *of_2027, "--city-en", "Vancouver")
    assert "The city stays Ottawa and 渥太华 in the other languages." in city.err
    assert "The time zone stays America/Toronto." in city.err
    none = terminal.type("meeting", "set", *of_2027, "--paper", "A4", "--programme", "move")
    assert none.err == "No session was moved: the first day and the time zone of the meeting are the same.\n"


def test_the_programme_goes_along_or_stays_and_both_are_told(terminal: Terminal, example: Path) -> None:
    before = first_session(terminal, example)
    at = ("meeting", "set", example, "--meeting", 2027, "--from", "2027-06-22", "--to", "2027-06-24")
    zone = ("--time-zone", "America/Vancouver")
    left = terminal.type(*at, *zone)
    assert left.code == 0
    assert "sessions of the meeting can go along: 7 days later, at the same clock times" in left.err
    assert "--programme move" in left.err
    assert first_session(terminal, example) == before
    found = terminal.type("check", example, "--meeting", 2027).out
    assert "outside the days of the meeting" in found
    assert "is noted in the time zone America/Toronto; that of the meeting is America/Vancouver" in found
    terminal.done("undo", example)
    terminal.done(*at, *zone, "--programme", "move")
    assert first_session(terminal, example) == ("2027-06-22", "America/Vancouver")
    terminal.done("undo", example)
    assert first_session(terminal, example) == before
    assert terminal.done(*at, "--programme", "keep").err == ""
