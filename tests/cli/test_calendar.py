"""`alternat hosts`, `dates`, `notice`, `avoid`, `tasks`, `task`, and the steps of a meeting."""

from datetime import date
from pathlib import Path

import pytest

import alternat.clock
from tests.cli.terminal import Terminal


def test_the_hosts_of_the_years_to_come_are_told_with_their_reasons(
    terminal: Terminal, unprepared: Path
) -> None:
    told = terminal.done("hosts", unprepared, "--from", 2026, "--to", 2028, "--json").json
    assert [(each["year"], each["host"], each["meeting"], each["is_override"]) for each in told] == [
        (2026, "CN", "2026", False),
        (2027, "CA", "2027", False),
        (2028, "CN", None, False),
    ]
    assert told[2]["reason"] == "Canada hosts the meeting before, in 2027."


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_the_clock_of_the_desk_changes_no_answer(
    terminal: Terminal, empty: Path, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Day(date):
        @classmethod
        def today(cls) -> "Day":
            return cls(year, 11, 30)

    monkeypatch.setattr(alternat.clock, "date", Day)

    def answers(first: int) -> list[str]:
        told = terminal.done("hosts", empty, "--from", first, "--to", first + 2, "--json").json
        return [each["host"] for each in told]

    assert answers(2027) == answers(2028) == answers(2029) == ["CN", "CA", "CN"]
    (first, *_) = terminal.done("hosts", empty, "--json").json
    assert (first["year"], first["host"]) == (year + 1, "CN")


def test_every_face_gives_the_same_host(terminal: Terminal, unprepared: Path) -> None:
    added = terminal.done("meeting", "add", unprepared, "--year", 2028, "--json")
    assert [(each["year"], each["host"]) for each in added.json] == [(2028, "CN")]
    told = terminal.done("hosts", unprepared, "--from", 2028, "--to", 2029, "--json").json
    assert [(each["host"], each["meeting"], each["is_override"]) for each in told] == [
        ("CN", "2028", False),
        ("CA", None, False),
    ]
    terminal.done("meeting", "new-edition", unprepared, "--meeting", 2026, "--year", 2029)
    meetings = terminal.done("meetings", unprepared, "--json").json
    assert [(each["year"], each["host"]) for each in meetings][-3:] == [
        (2027, "CA"),
        (2028, "CN"),
        (2029, "CA"),
    ]
    assert "out of turn" not in terminal.type("check", unprepared, "--meeting", 2028).out


def test_a_host_out_of_turn_is_told_at_once_and_found_by_check(terminal: Terminal, empty: Path) -> None:
    added = terminal.done("meeting", "add", empty, "--year", 2027, "--host", "CA")
    assert added.out.splitlines()[1:] == [
        "It is the turn of China. Canada hosted the last meeting held, in 2017."
    ]
    found = terminal.type("check", empty, "--meeting", 2027).out
    assert "Canada hosts the meeting 2027 out of turn, and no reason is on record." in found
    in_turn = terminal.done("meeting", "add", empty, "--year", 2028, "--host", "CN")
    assert len(in_turn.out.splitlines()) == 1


def test_dates_are_ranked_with_what_speaks_against_them(terminal: Terminal, unprepared: Path) -> None:
    words = ("dates", unprepared, "--days", 2, "--between", "2027-06-05", "2027-06-12", "--travel", 1)
    (best, *_) = found = terminal.done(*words, "--json").json
    assert [each["score"] for each in found] == sorted(each["score"] for each in found)
    assert (best["starts"], best["ends"], best["against"]) == (
        "2027-06-07",
        "2027-06-08",
        [
            "Canada: week-end on Sunday, June 6, 2027.",
            "China: week-end on Sunday, June 6, 2027.",
            "China: Dragon Boat Festival on Wednesday, June 9, 2027, provisional.",
        ],
    )
    assert "Dragon Boat Festival" in terminal.done(*words).out


def test_a_notice_is_loaded_and_settles_its_year(
    terminal: Terminal, unprepared: Path, tmp_path: Path
) -> None:
    notice = tmp_path / "notice.csv"
    notice.write_text(
        "day,kind,name_zh\n2027-02-05,day-off,除夕\n2027-02-13,working-day,\n", encoding="utf-8"
    )
    before = terminal.done("notice", "list", unprepared, "--side", "CN", "--year", 2027, "--json").json
    assert all(day["is_provisional"] for day in before)
    terminal.done("notice", "load", unprepared, notice, "--side", "CN")
    after = terminal.done("notice", "list", unprepared, "--side", "CN", "--year", 2027, "--json").json
    assert not any(day["is_provisional"] for day in after)
    assert ("2027-02-13", "make-up") in [(day["day"], day["kind"]) for day in after]
    terminal.done("notice", "clear", unprepared, "--side", "CN", "--year", 2027)
    assert (
        terminal.done("notice", "list", unprepared, "--side", "CN", "--year", 2027, "--json").json == before
    )


def test_dates_to_avoid_are_kept_listed_and_removed(terminal: Terminal, unprepared: Path) -> None:
    terminal.done(
        *("avoid", "add", unprepared, "--side", "CA", "--from", "2027-08-02", "--to", "2027-08-13"),
        *("--reason", "Leave", "--private"),
    )
    (row,) = terminal.done("avoid", "list", unprepared, "--json").json
    assert row == {
        "number": row["number"],
        "side": "CA",
        "starts": "2027-08-02",
        "ends": "2027-08-13",
        "reason": {"en": "Leave"},
        "is_private": True,
    }
    terminal.done("avoid", "remove", unprepared, row["number"])
    assert terminal.done("avoid", "list", unprepared, "--json").json == []


def test_a_checklist_is_started_ticked_and_told(terminal: Terminal, unprepared: Path) -> None:
    terminal.done("task", "start", unprepared, "--meeting", 2027)
    terminal.done(
        "task", "tick", unprepared, 1, "--meeting", 2027, "--on", "2026-12-01", "--by", "Léa ARNAULT"
    )
    told = terminal.done("tasks", unprepared, "--meeting", 2027, "--today", "2027-02-01", "--json").json
    assert (told[0]["due"], told[0]["done_by"], told[0]["is_overdue"]) == ("2026-12-15", "Léa ARNAULT", False)
    assert (told[1]["due"], told[1]["is_overdue"]) == ("2027-01-26", True)
    terminal.done("task", "untick", unprepared, 1, "--meeting", 2027)
    terminal.done("task", "add", unprepared, "--meeting", 2027, "--text", "Fly the flags", "--days-before", 0)
    terminal.done("task", "remove", unprepared, 24, "--meeting", 2027)
    assert "overdue" in terminal.done("tasks", unprepared, "--meeting", 2027, "--today", "2027-02-01").out


def test_a_meeting_is_held_and_the_next_edition_made(terminal: Terminal, unprepared: Path) -> None:
    terminal.done("meeting", "status", unprepared, "held", "--meeting", 2027)
    words = ("meeting", "new-edition", unprepared, "--meeting", 2027)
    before = terminal.done("meetings", unprepared, "--json").json
    told = terminal.done(*words, "--dry-run").out.splitlines()
    assert told[-1] == "Nothing was written, as --dry-run asks."
    assert terminal.done("meetings", unprepared, "--json").json == before
    ahead = terminal.done(*words, "--dry-run", "--json").json
    assert ahead["along"] == told[:-1]
    done = terminal.done(*words).out.splitlines()
    assert done[1 : len(told)] == told[:-1]
    last = terminal.done("meeting", "list", unprepared, "--json").json[-1]
    assert (last["reference"], last["host"], last["status"]) == ("2028", "CN", "draft")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["hosts", "{file}", "--from", "2030", "--to", "2029"], "before it begins in 2030"),
        (["dates", "{file}", "--between", "2027-06-09", "2027-06-01"], "before it begins on"),
        (["dates", "{file}", "--between", "2027-06-09", "2027-06-10"], "but 4 are needed"),
        (["notice", "load", "{file}", "nowhere.csv", "--side", "CN"], "cannot be read as a notice"),
        (["avoid", "remove", "{file}", "7"], "no dates to avoid with the number 7"),
        (["task", "tick", "{file}", "99", "--meeting", "2027"], "has no task 99"),
        (["meeting", "status", "{file}", "draft", "--meeting", "2027"], "cannot become draft"),
        (["meeting", "status", "{file}", "cancelled", "--meeting", "2027"], "Say whether the turn passes"),
    ],
)
def test_what_cannot_be_is_refused(terminal: Terminal, unprepared: Path, words: list[str], said: str) -> None:
    outcome = terminal.type(*(word.format(file=unprepared) for word in words))
    assert outcome.code == 2
    assert said in outcome.err


def test_the_province_of_a_meeting_is_set_and_an_unknown_one_refused(
    terminal: Terminal, unprepared: Path
) -> None:
    terminal.done("meeting", "set", unprepared, "--meeting", 2027, "--region", "CA-QC")
    (day, *_) = terminal.done(
        "dates", unprepared, "--days", 1, "--between", "2027-06-24", "2027-06-24", "--travel", 0, "--json"
    ).json
    assert "Canada: Saint-Jean-Baptiste Day (Quebec) on Thursday, June 24, 2027." in day["against"]
    refused = terminal.type("meeting", "set", unprepared, "--meeting", 2027, "--region", "CA-ZZ")
    assert (refused.code, refused.out) == (2, "")
    assert "“CA-ZZ” is no province that is known here." in refused.err
    assert "CA-QC" in refused.err
    terminal.done("meeting", "set", unprepared, "--meeting", 2027, "--region", "-")


def test_a_notice_as_third_parties_publish_it_is_loaded(
    terminal: Terminal, unprepared: Path, tmp_path: Path
) -> None:
    notice = tmp_path / "2027.json"
    notice.write_text(
        '{"year": 2027, "days": [{"name": "春节", "date": "2027-02-13", "isOffDay": false}, 7]}',
        encoding="utf-8",
    )
    refused = terminal.type("notice", "load", unprepared, notice, "--side", "CN")
    assert refused.code == 2
    assert "2027.json, row 2: “7” cannot stand in the field “date”." in refused.err
    notice.write_text(notice.read_text(encoding="utf-8").replace(", 7", ""), encoding="utf-8")
    terminal.done("notice", "load", unprepared, notice, "--side", "CN")
    told = terminal.done("notice", "list", unprepared, "--side", "CN", "--year", 2027, "--json").json
    assert ("2027-02-13", "make-up") in [(day["day"], day["kind"]) for day in told]
