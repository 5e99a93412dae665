"""What left the desk: every export and print is noted, listed, and never taken back; calendars remember."""

from datetime import datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest

from alternat.documents.kinds.registry import KINDS
from alternat.storage.workspace import open_workspace
from tests.cli.terminal import Terminal


def events(file: Path) -> dict[str, Any]:
    """Return the events of a calendar file by their uid, as an independent reader sees them."""
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def added(terminal: Terminal, example: Path, *words: object) -> str:
    """Add a session of both sides and return its number."""
    at = ("--meeting", 2027, "--start", "2027-06-16T17:00", "--minutes", 30)
    said = terminal.done(
        "session",
        "add",
        example,
        *at,
        "--kind",
        "plenary",
        "--title-en",
        "Ghost",
        *words,
        "--people",
        "CA,CN",
    )
    return said.out.split()[-1].strip(".")


def exported(terminal: Terminal, example: Path, target: Path, *words: object) -> dict[str, Any]:
    terminal.done("export", example, "ics", "--meeting", 2027, "-o", target, *words)
    return events(target)


def ghost(found: dict[str, Any]) -> Any:
    (event,) = [event for event in found.values() if "Ghost" in str(event["SUMMARY"])]
    return event


@pytest.mark.parametrize("kind", ["ics", "xlsx", "csv", "html"])
def test_every_export_is_noted_with_who_when_and_who_is_in_it(
    terminal: Terminal, example: Path, tmp_path: Path, kind: str
) -> None:
    terminal.done("export", example, kind, "--meeting", 2027, "-o", tmp_path / f"out.{kind}")
    (noted,) = terminal.done("releases", example, "--json").json
    assert (noted["kind"], noted["file"], noted["meeting"], noted["revision"]) == (
        kind,
        f"out.{kind}",
        "2027",
        1,
    )
    assert datetime.fromisoformat(noted["at"]).tzinfo is not None
    assert noted["by"]
    assert noted["people"]
    assert terminal.done("verify", example).code == 0


@pytest.mark.parametrize("kind", [each.id for each in KINDS])
def test_every_print_is_noted(terminal: Terminal, example: Path, tmp_path: Path, kind: str) -> None:
    terminal.type("print", example, kind, "--meeting", 2027, "-o", tmp_path / "out.pdf", "--anyway")
    (noted,) = terminal.done("releases", example, "--json").json
    assert (noted["kind"], noted["file"]) == (kind, "out.pdf")
    silent = {"door-signs", "guidance", "year-planner", "follow-up", "objectives", "collation"}
    assert bool(noted["people"]) is (kind not in silent)


def test_the_badge_of_one_person_is_of_that_person_alone(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    terminal.done("print", example, "badges", "--meeting", 2027, "--person", 3, "-o", tmp_path / "b.pdf")
    assert [each["people"] for each in terminal.done("releases", example, "--json").json] == [[3]]
    assert len(terminal.done("releases", example, "--person", 3, "--json").json) == 1
    assert terminal.done("releases", example, "--person", 4).out == "Nothing was shared yet.\n"


def test_what_left_stays_noted_and_undo_passes_over_it(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    number = added(terminal, example)
    exported(terminal, example, tmp_path / "a.ics")
    assert "Ghost" in terminal.done("undo", example).out
    assert number not in terminal.done("session", "list", example, "--meeting", 2027, "--json").json
    assert [each["file"] for each in terminal.done("releases", example, "--json").json] == ["a.ics"]


def test_a_dialogue_that_is_open_elsewhere_still_lets_files_out_and_says_that_they_are_not_noted(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    with open_workspace(example, actor="Another"):
        outcome = terminal.type("export", example, "ics", "--meeting", 2027, "-o", tmp_path / "a.ics")
        paper = terminal.type("print", example, "badges", "--meeting", 2027, "-o", tmp_path / "b.pdf")
    assert (outcome.code, paper.code) == (0, 0)
    for said in (outcome.err, paper.err):
        assert "could not be noted in the dialogue" in said
    assert events(tmp_path / "a.ics")
    assert (tmp_path / "b.pdf").exists()
    assert terminal.done("releases", example).out == "Nothing was shared yet.\n"


@pytest.mark.parametrize("how", ["remove", "undo"])
@pytest.mark.parametrize("scope", [(), ("--side", "CA"), ("--side", "CN")])
def test_what_is_gone_since_it_left_comes_back_cancelled_without_any_publication(
    terminal: Terminal, example: Path, tmp_path: Path, how: str, scope: tuple[str, ...]
) -> None:
    number = added(terminal, example)
    before = ghost(exported(terminal, example, tmp_path / "a.ics"))
    if how == "remove":
        terminal.done("session", "remove", example, number, "--meeting", 2027)
    else:
        terminal.done("undo", example)
    after = ghost(exported(terminal, example, tmp_path / "b.ics", *scope))
    assert (str(before["STATUS"]), str(after["STATUS"])) == ("CONFIRMED", "CANCELLED")
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    again = ghost(exported(terminal, example, tmp_path / "c.ics", *scope))
    assert int(again["SEQUENCE"]) == int(after["SEQUENCE"])


def test_what_came_back_is_told_with_a_higher_number_again(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    number = added(terminal, example)
    told = [ghost(exported(terminal, example, tmp_path / "a.ics"))]
    terminal.done("session", "remove", example, number, "--meeting", 2027)
    told.append(ghost(exported(terminal, example, tmp_path / "b.ics")))
    terminal.done("undo", example)
    told.append(ghost(exported(terminal, example, tmp_path / "c.ics")))
    assert [str(each["STATUS"]) for each in told] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    numbers = [int(each["SEQUENCE"]) for each in told]
    assert numbers == sorted(set(numbers))


def test_what_was_made_internal_is_struck_out_for_all_and_stays_in_its_side_s_copy(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    number = added(terminal, example)
    before = ghost(exported(terminal, example, tmp_path / "a.ics"))
    terminal.done(
        "session",
        "set",
        example,
        number,
        "--meeting",
        2027,
        "--kind",
        "internal",
        "--title-en",
        "Ghost, secret",
    )
    after = ghost(exported(terminal, example, tmp_path / "b.ics"))
    assert str(after["STATUS"]) == "CANCELLED"
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert "secret" not in (tmp_path / "b.ics").read_text(encoding="utf-8")
    own = ghost(exported(terminal, example, tmp_path / "c.ics", "--side", "CA"))
    assert (str(own["STATUS"]), "secret" in str(own["SUMMARY"])) == ("CONFIRMED", True)


def test_the_sessions_of_a_removed_meeting_are_struck_out(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    before = exported(terminal, example, tmp_path / "a.ics")
    terminal.done("meeting", "remove", example, "--meeting", 2027)
    after = exported(terminal, example, tmp_path / "b.ics")
    assert after.keys() == before.keys()
    assert {str(each["STATUS"]) for each in after.values()} == {"CANCELLED"}
    assert all(int(after[uid]["SEQUENCE"]) >= int(before[uid]["SEQUENCE"]) for uid in before)
    assert all(
        int(after[uid]["SEQUENCE"]) > int(before[uid]["SEQUENCE"])
        for uid in before
        if str(before[uid]["STATUS"]) == "CONFIRMED"
    )
    refused = terminal.type("export", example, "xlsx", "--meeting", 2027, "-o", tmp_path / "c.xlsx")
    assert refused.code == 2


def test_a_meeting_made_anew_under_the_same_reference_strikes_out_what_the_old_one_told(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    before = exported(terminal, example, tmp_path / "a.ics")
    terminal.done("meeting", "remove", example, "--meeting", 2027)
    terminal.done("meeting", "add", example, "--year", 2027, "--host", "CA", "--from", "2027-06-15")
    added(terminal, example)
    after = exported(terminal, example, tmp_path / "b.ics")
    assert before.keys() < after.keys()
    assert str(ghost(after)["STATUS"]) == "CONFIRMED"
    assert {str(after[uid]["STATUS"]) for uid in before} == {"CANCELLED"}


def test_numbers_of_a_removed_meeting_are_not_given_to_the_next_of_its_reference(
    terminal: Terminal, example: Path
) -> None:
    terminal.done("meeting", "remove", example, "--meeting", 2027)
    terminal.done("meeting", "add", example, "--year", 2027, "--host", "CA", "--from", "2027-06-15")
    added(terminal, example)
    said = terminal.done("programme", "publish", example, "--meeting", 2027).out
    assert "revision 2" in said
    terminal.done(
        "person", "add", example, "--family", "Roy", "--given", "Ann", "--side", "CA", "--meeting", 2027
    )
    with open_workspace(example, actor="Test", write=False) as workspace:
        (row,) = [
            each for each in workspace.tables.Participation.select() if each.meeting.reference == "2027"
        ]
        assert row.serial > 20


def test_a_revision_taken_back_is_published_under_another_number(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    terminal.done("programme", "publish", example, "--meeting", 2027)
    terminal.done("print", example, "programme", "--meeting", 2027, "-o", tmp_path / "a.pdf")
    terminal.done("undo", example)
    terminal.done("session", "move", example, 3, "--meeting", 2027, "--start", "2027-06-15T11:05")
    assert "revision 3" in terminal.done("programme", "publish", example, "--meeting", 2027).out


@pytest.mark.parametrize(("status", "word"), [("postponed", "Postponed"), ("cancelled", "Cancelled")])
def test_the_sessions_of_a_meeting_that_is_off_leave_as_cancelled(
    terminal: Terminal, example: Path, tmp_path: Path, status: str, word: str
) -> None:
    before = exported(terminal, example, tmp_path / "a.ics")
    turn = ("--turn", "stays") if status == "cancelled" else ()
    terminal.done("meeting", "status", example, status, "--meeting", 2027, "--reason", "Storm", *turn)
    out = terminal.done("export", example, "ics", "--meeting", 2027, "-o", tmp_path / "b.ics").out
    assert f"The meeting is off ({word}), and so is every session in a calendar." in out
    after = events(tmp_path / "b.ics")
    assert {str(each["STATUS"]) for each in after.values()} == {"CANCELLED"}
    assert {str(each["TRANSP"]) for each in after.values()} == {"TRANSPARENT"}
    standing = {uid for uid, each in before.items() if str(each["STATUS"]) == "CONFIRMED"}
    assert all(str(after[uid]["SUMMARY"]).startswith(word) for uid in standing)
    assert all(int(after[uid]["SEQUENCE"]) > int(before[uid]["SEQUENCE"]) for uid in standing)
    calendar = icalendar.Calendar.from_ical((tmp_path / "b.ics").read_bytes())
    assert str(calendar["X-WR-CALNAME"]).startswith(word)
    terminal.done("export", example, "html", "--meeting", 2027, "-o", tmp_path / "b.html")
    assert (tmp_path / "b.html").read_text(encoding="utf-8").count(word) > len(standing)
    terminal.done("export", example, "csv", "--meeting", 2027, "-o", tmp_path / "b.csv")
    again = terminal.type("session", "import", example, tmp_path / "b.csv", "--meeting", 2027)
    assert again.out.endswith("Nothing had to be changed.\n")
    terminal.done("meeting", "status", example, "draft", "--meeting", 2027)
    back = exported(terminal, example, tmp_path / "c.ics")
    assert {str(back[uid]["STATUS"]) for uid in standing} == {"CONFIRMED"}
    assert all(int(back[uid]["SEQUENCE"]) > int(after[uid]["SEQUENCE"]) for uid in standing)


@pytest.mark.parametrize(("room", "said"), [("A2", "is in A2 now"), ("", "has no room now")])
def test_what_left_for_a_room_and_is_elsewhere_now_is_told(
    terminal: Terminal, example: Path, tmp_path: Path, room: str, said: str
) -> None:
    rooms = terminal.done("room", "list", example, "--meeting", 2027, "--json").json
    first, other = rooms[0]["code"], rooms[1]["code"]
    number = added(terminal, example, "--room", first)
    exported(terminal, example, tmp_path / "a.ics", "--room", first)
    terminal.done("session", "move", example, number, "--meeting", 2027, "--room", other if room else "-")
    where = ("export", example, "ics", "--meeting", 2027, "--room", first, "-o", tmp_path / "b.ics")
    out = terminal.done(*where).out
    assert f"“Ghost” left in this file before and {said.replace('A2', other)}." in out
    assert "“Ghost”" in terminal.done(*where, "--json").json["moved_out"][0]
    terminal.done("session", "move", example, number, "--meeting", 2027, "--room", first)
    assert "left in this file before" not in terminal.done(*where).out


def test_what_is_named_as_cancelled_is_told_by_title(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    number = added(terminal, example)
    exported(terminal, example, tmp_path / "a.ics")
    terminal.done("session", "remove", example, number, "--meeting", 2027)
    out = terminal.done("export", example, "ics", "--meeting", 2027, "-o", tmp_path / "b.ics").out
    assert "1 session that left before and is gone is named as cancelled: Ghost" in out


def test_a_print_and_the_register_count_alike(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    for kind, told in (("badges", "22 people, "), ("delegation-list", "22 people (1 more is named), ")):
        out = tmp_path / f"{kind}.pdf"
        assert told in terminal.done("print", example, kind, "--meeting", 2027, "-o", out).out
    counts = [len(each["people"]) for each in terminal.done("releases", example, "--json").json]
    assert sorted(counts[-2:]) == [22, 23]
