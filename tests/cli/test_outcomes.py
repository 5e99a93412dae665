"""`alternat outcome` and `alternat note`: told as the list tells it, chosen by options, refused in words."""

from datetime import date
from pathlib import Path

import pytest

from alternat.cli import outcomes
from alternat.nouns.meetings import MEETING
from alternat.planning.rows import UnknownRow, found
from alternat.storage.workspace import Workspace
from tests.cli.terminal import Terminal

AGREED = ("--kind", "agreed", "--text", "Name contact points.")


@pytest.fixture
def agreed(terminal: Terminal, example: Path) -> tuple[Path, str]:
    """The example with one more outcome, and its code."""
    (row,) = terminal.done("outcome", "add", example, "--meeting", 2027, *AGREED, "--json").json
    return example, row["code"]


def test_an_outcome_is_told_with_all_that_hangs_on_it(terminal: Terminal, agreed: tuple[Path, str]) -> None:
    file, code = agreed
    terminal.done("outcome", "carry", file, code, "dialogue-1", "2")
    terminal.done("outcome", "asked", file, code, "--dialogue", "dialogue-1", "--on", "2027-09-01")
    terminal.done("outcome", "lead", file, code, "--side", "CA", "--person", 1)
    terminal.done("outcome", "serve", file, code, "objective-1")
    terminal.done("note", "add", file, "--outcome", code, "--day", "2027-09-02", "--text", "Two")
    (row,) = terminal.done("outcome", "show", file, code, "--json").json
    assert [each["dialogue"] for each in row["carriers"]] == ["dialogue-1", "dialogue-2"]
    assert row["carriers"][0]["last_asked"] == "2027-09-01"
    assert [(each["side"], each["lead"]) for each in row["leads"]] == [("CA", 1)]
    assert row["objectives"] == ["objective-1"]
    assert [each["day"] for each in row["notes"]] == ["2027-09-02"]
    assert row["is_closed"] is False
    assert row in terminal.done("outcome", "list", file, "--json").json
    assert terminal.done("outcome", "remove", file, code, "--json").json[0]["along"]
    assert code not in [each["code"] for each in terminal.done("outcome", "list", file, "--json").json]


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        (("--meeting", "2027"), True),
        (("--meeting", "2028"), False),
        (("--state", "under-way"), True),
        (("--state", "done"), False),
        (("--topic", "1"), True),
        (("--topic", "topic-2"), False),
        (("--dialogue", "1"), True),
        (("--dialogue", "dialogue-2"), False),
        (("--lead", "1"), True),
        (("--lead", "2"), False),
        (("--side", "CA"), True),
        (("--side", "CN"), False),
        (("--open",), True),
        (("--overdue", "--today", "2028-01-01"), True),
        (("--overdue", "--today", "2027-12-31"), False),
    ],
)
def test_a_list_is_what_its_options_choose(
    terminal: Terminal, agreed: tuple[Path, str], words: tuple[str, ...], *, fits: bool
) -> None:
    file, code = agreed
    terminal.done("meeting", "add", file, "--year", 2028, "--host", "CN", "--reference", 2028, "--json")
    terminal.done("outcome", "set", file, code, "--topic", "1", "--due", "2027-12-31")
    terminal.done("outcome", "carry", file, code, "dialogue-1")
    terminal.done("outcome", "lead", file, code, "--side", "CA", "--person", 1)
    terminal.done("outcome", "state", file, code, "--to", "under-way", "--on", "2027-09-01")
    told = [each["code"] for each in terminal.done("outcome", "list", file, *words, "--json").json]
    assert (code in told) is fits
    assert (f"{code} " in terminal.done("outcome", "list", file, *words).out) is fits


def test_a_record_is_closed_once_what_it_lacks_is_told(
    terminal: Terminal, agreed: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, code = agreed
    monkeypatch.setattr(outcomes, "this_day", lambda: date(2027, 7, 1))
    close = ("outcome", "close-record", file, "--meeting", 2027)
    told = terminal.type(*close)
    assert told.code == 1
    assert f"1 outcome is not there in every language: {code}." in told.out
    assert f"No existing dialogue carries out 1 outcome: {code}." in told.out
    assert "Nothing was written." in told.out
    assert terminal.type(*close, "--json").json["along"]
    assert terminal.done("outcome", "list", file, "--meeting", 2027, "--json").json[0]["is_closed"] is False
    assert code in terminal.done(*close, "--yes").out
    assert terminal.done("outcome", "list", file, "--meeting", 2027, "--json").json[0]["is_closed"] is True


def test_who_may_see_an_outcome_is_told_where_nobody_said(terminal: Terminal, example: Path) -> None:
    add = ("outcome", "add", example, "--meeting", 2027, *AGREED)
    told = terminal.done(*add).out
    assert "No disclosure was given, so that it is “With the other side’s consent”." in told
    assert "No disclosure" not in terminal.done(*add, "--disclosure", "public").out


def test_each_carrier_is_shown_with_its_own_days(terminal: Terminal, agreed: tuple[Path, str]) -> None:
    file, code = agreed
    terminal.done("outcome", "carry", file, code, "dialogue-1", "dialogue-2")
    terminal.done("outcome", "asked", file, code, "--dialogue", "dialogue-1", "--on", "2027-09-01")
    terminal.done("outcome", "heard", file, code, "--dialogue", "dialogue-2", "--on", "2027-09-02")
    lines = terminal.done("outcome", "show", file, code).out.splitlines()
    carried = [line for line in lines if line.startswith("Carried out by")]
    assert "(asked on Wednesday, September 1, 2027, not heard)" in carried[0]
    assert "(heard on Thursday, September 2, 2027)" in carried[1]


def test_a_correction_is_shown_with_its_reason_and_its_document(
    terminal: Terminal, agreed: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, code = agreed
    monkeypatch.setattr(outcomes, "this_day", lambda: date(2027, 7, 1))
    terminal.done("outcome", "close-record", file, "--meeting", 2027, "--on", "2027-07-01", "--yes")
    refused = terminal.type("outcome", "set", file, code, "--due", "2028-01-31")
    assert "is corrected in it with a date and a reason (field: due date)" in refused.err
    why = ("--reason", "Agreed by letter", "--document", "Note 12", "--on", "2027-07-02")
    terminal.done("outcome", "correct", file, code, "--due", "2028-01-31", *why)
    told = terminal.done("outcome", "show", file, code).out
    assert "Monday, January 31, 2028 (reason: Agreed by letter; document: Note 12)" in told
    changed = terminal.done("outcome", "set", file, code, "--disclosure", "public").out
    assert "whose record is closed, be “Public” instead of “With the other side’s consent”" in changed


def test_a_hand_over_of_a_day_to_come_is_told_before(terminal: Terminal, agreed: tuple[Path, str]) -> None:
    file, code = agreed
    people = [row for row in terminal.done("people", file, "--json").json if row["side"] == "CA"]
    old, new = (row["number"] for row in people[:2])
    terminal.done("outcome", "lead", file, code, "--side", "CA", "--person", old)
    hand = ("outcome", "hand-over", file, old, "--to", new, "--on", "2098-09-01")
    told = terminal.type(*hand)
    assert told.code == 1
    assert "led by the successor at once" in told.out
    (row,) = terminal.done("outcome", "show", file, code, "--json").json
    assert [each["lead"] for each in row["leads"]] == [old]
    assert "at once" in terminal.done(*hand, "--yes").out
    (row,) = terminal.done("outcome", "show", file, code, "--json").json
    assert [each["lead"] for each in row["leads"]] == [new]


def test_what_is_unknown_is_told_with_what_may_stand_there(
    terminal: Terminal, agreed: tuple[Path, str]
) -> None:
    file, code = agreed
    said = terminal.type("outcome", "set", file, code, "--topic", "topic-99").err
    assert "There is no topic “topic-99”. The topics are: topic-1, topic-2" in said
    said = terminal.type("outcome", "carry", file, code, "dialogue-99").err
    assert "The existing dialogues are: dialogue-1" in said
    said = terminal.type("outcome", "carry", file, code, "topic-1").err
    assert "is not an existing dialogue" in said, "what is there and is of another kind is told as that"


def test_that_there_is_no_meeting_at_all_is_said_with_how_one_is_added(workspace: Workspace) -> None:
    with pytest.raises(UnknownRow, match="“2027”, nor any other yet"):
        found(workspace.tables, MEETING, "2027")


@pytest.mark.parametrize(("language", "words"), [("fr", "Traité"), ("zh", "条约")])
def test_the_kind_of_an_instrument_is_listed_in_words(
    terminal: Terminal, example: Path, language: str, words: str
) -> None:
    new = ("--objective", "objective-1", "--kind", "treaty", "--title", "On evidence")
    terminal.done("instrument", "add", example, *new)
    told = terminal.done("instrument", "list", example, "--lang", language).out
    assert words in told
    assert "treaty" not in told
