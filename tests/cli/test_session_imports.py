"""`alternat session import`: one step, or the rows that are wrong and nothing written."""

from pathlib import Path

import pytest

from alternat.storage.workspace import open_workspace
from tests.cli.terminal import Terminal
from tests.factories.programmes import fill_programme

GOOD = "day,start,end,title,people\n2027-06-12,16:00,17:00,Review,everyone\n"


@pytest.fixture
def filled(empty: Path) -> Path:
    with open_workspace(empty, actor="Test") as workspace:
        fill_programme(workspace)
    return empty


def test_sessions_are_imported_in_one_step(terminal: Terminal, filled: Path, tmp_path: Path) -> None:
    source = tmp_path / "events.csv"
    source.write_text(GOOD, encoding="utf-8")
    before = terminal.done("session", "list", filled, "--meeting", 2027, "--json").json
    dry = terminal.done("session", "import", filled, source, "--meeting", 2027, "--dry-run").out
    assert "1 row: 1 to add, 0 to change, 0 as they are" in dry
    out = terminal.done("session", "import", filled, source, "--meeting", 2027).out
    assert out.endswith("Done: Import 1 session from events.csv.\n")
    again = terminal.done("session", "import", filled, source, "--meeting", 2027).out
    assert out != again
    assert again.endswith("Nothing had to be changed.\n")
    terminal.done("undo", filled)
    assert terminal.done("session", "list", filled, "--meeting", 2027, "--json").json == before


def test_a_wrong_row_keeps_the_whole_list_out(terminal: Terminal, filled: Path, tmp_path: Path) -> None:
    source = tmp_path / "events.csv"
    source.write_text(f"{GOOD}2027-06-12,16:00,15:00,Backwards,everyone\n", encoding="utf-8")
    before = filled.read_bytes()
    outcome = terminal.type("session", "import", filled, source, "--meeting", 2027)
    assert outcome.code == 1
    assert "Row 3, column “end” (Blocks): The end 15:00 is not after the start 16:00." in outcome.err
    assert "Nothing was imported from events.csv" in outcome.err
    assert filled.read_bytes() == before
    rows = terminal.type("session", "import", filled, source, "--meeting", 2027, "--json").json["rows"]
    assert [len(row["problems"]) for row in rows] == [0, 1]


def test_a_column_can_be_told_by_name(terminal: Terminal, filled: Path, tmp_path: Path) -> None:
    source = tmp_path / "events.csv"
    source.write_text("Tag,Beginn,Ende,Thema\n2027-06-12,16:00,17:00,评审\n", encoding="utf-8")
    at = ("session", "import", filled, source, "--meeting", 2027, "--json", "--dry-run")
    refused = terminal.type(*at)
    assert (refused.code, "no row with the headings day, start and title" in refused.err) == (2, True)
    told = ("--map", "Tag=day", "--map", "B=start", "--map", "Ende=end", "--map", "Thema=title-zh")
    (row,) = terminal.type(*at, *told).json["rows"]
    assert (row["day"], row["minutes"], row["title"]) == ("2027-06-12", 60, {"zh": "评审"})
    unknown = terminal.type(*at, "--map", "Thema=topic")
    assert unknown.code == 2
    assert "“topic” is nothing that a column can be. Choose one of day, start, end," in unknown.err


def test_a_problem_names_the_field_that_no_column_holds(
    terminal: Terminal, filled: Path, tmp_path: Path
) -> None:
    source = tmp_path / "events.csv"
    source.write_text("day,start,title\n2027-06-12,16:00,Review\n", encoding="utf-8")
    outcome = terminal.type("session", "import", filled, source, "--meeting", 2027)
    assert "Row 2, column “End time” (Blocks): The end or the length is missing." in outcome.err


MOVED = "day,start,end,title\n2027-06-12,13:00,14:30,Working lunch\n"


def test_a_moved_session_is_listed_and_nothing_is_guessed(
    terminal: Terminal, filled: Path, tmp_path: Path
) -> None:
    source = tmp_path / "events.csv"
    source.write_text(MOVED, encoding="utf-8")
    at = ("session", "import", filled, source, "--meeting", 2027)
    before = terminal.done("session", "list", filled, "--meeting", 2027, "--json").json
    refused = terminal.type(*at)
    assert refused.code == 1
    assert "Row 2, “Working lunch”:\n  Start time: 12:30 → 13:00\n" in refused.out
    assert "--moved move that the session has moved" in refused.err
    assert terminal.done("session", "list", filled, "--meeting", 2027, "--json").json == before
    (row,) = terminal.type(*at, "--dry-run", "--json").json["rows"]
    assert row["action"] == "ask"
    assert row["changes"] == [{"field": "start", "before": "12:30", "after": "13:00"}]
    assert terminal.type(*at, "--moved", "perhaps").code == 2
    terminal.done(*at, "--moved", "2=move")
    assert len(terminal.done("session", "list", filled, "--meeting", 2027, "--json").json) == len(before)
    terminal.done("undo", filled)
    terminal.done(*at, "--moved", "new")
    assert len(terminal.done("session", "list", filled, "--meeting", 2027, "--json").json) == len(before) + 1


def test_a_kind_of_problem_is_told_once(terminal: Terminal, filled: Path, tmp_path: Path) -> None:
    rows = [f"2027-06-{at % 20 + 1:02},16:00,17:00,Talk {at},Z9\n" for at in range(200)]
    source = tmp_path / "events.csv"
    source.write_text("day,start,end,title,room\n" + "".join(rows), encoding="utf-8")
    outcome = terminal.type("session", "import", filled, source, "--meeting", 2027)
    assert outcome.code == 1
    assert outcome.err.count("There is no room “Z9”.") == 1
    assert "Rows 2–201 (200), column “room” (Blocks)" in outcome.err
    assert terminal.type("session", "import", filled, source, "--meeting", 2027, "--new-rooms").code == 0


def test_times_that_are_asked_about_are_confirmed(terminal: Terminal, filled: Path, tmp_path: Path) -> None:
    source = tmp_path / "events.csv"
    source.write_text("day,start,end,title\n2027-06-13,5:00,14:30,Excursion\n", encoding="utf-8")
    at = ("session", "import", filled, source, "--meeting", 2027)
    refused = terminal.type(*at)
    assert refused.code == 1
    assert "Lasts 9 h 30 min, more than 8 hours." in refused.err
    assert "Begins at 05:00, before 6 in the morning." in refused.err
    assert terminal.type(*at, "--confirm-times").code == 0


def test_a_guessed_kind_is_shown_as_one(terminal: Terminal, filled: Path, tmp_path: Path) -> None:
    source = tmp_path / "events.csv"
    source.write_text(
        "day,start,end,title,kind\n2027-06-12,16:00,17:00,Internal review,\n"
        "2027-06-12,17:00,18:00,Ours,internal\n",
        encoding="utf-8",
    )
    at = ("session", "import", filled, source, "--meeting", 2027, "--dry-run")
    outcome = terminal.type(*at)
    assert outcome.code == 0
    assert "bilateral meeting (guessed)" in outcome.out
    assert "The title speaks of an internal meeting." in outcome.err
    rows = terminal.type(*at, "--json").json["rows"]
    assert [(row["kind"], row["is_kind_guessed"]) for row in rows] == [
        ("bilateral", True),
        ("internal", False),
    ]


def test_an_answer_to_no_question_is_refused(terminal: Terminal, filled: Path, tmp_path: Path) -> None:
    source = tmp_path / "events.csv"
    source.write_text(f"{GOOD}2027-06-12,17:00,18:00,New one,everyone\n", encoding="utf-8")
    at = ("session", "import", filled, source, "--meeting", 2027)
    for answer in ("move", "new", "3=move", "9=skip"):
        assert terminal.type(*at, "--moved", answer).code == 2, answer
    terminal.done(*at)
    for answer in ("move", "2=move", "2=new", "2=skip", "skip"):
        outcome = terminal.type(*at, "--moved", answer)
        assert (outcome.code, outcome.out) == (2, ""), answer
        assert f"--moved {answer} cannot be followed:" in outcome.err


def test_a_change_that_is_left_out_is_told(terminal: Terminal, filled: Path, tmp_path: Path) -> None:
    source = tmp_path / "events.csv"
    source.write_text(GOOD, encoding="utf-8")
    at = ("session", "import", filled, source, "--meeting", 2027)
    terminal.done(*at)
    source.write_text(GOOD.replace("17:00", "17:30"), encoding="utf-8")
    before = terminal.done("session", "list", filled, "--meeting", 2027, "--json").json
    out = terminal.done(*at, "--moved", "2=skip").out
    assert "Row 2, “Review”, is left out and would change:\n  Minutes: 60 → 90\n" in out
    assert terminal.done("session", "list", filled, "--meeting", 2027, "--json").json == before


def test_dates_in_figures_are_asked_about(terminal: Terminal, filled: Path, tmp_path: Path) -> None:
    source = tmp_path / "events.csv"
    source.write_text("day,start,end,title\n05/06/2027,16:00,17:00,Review\n", encoding="utf-8")
    at = ("session", "import", filled, source, "--meeting", 2027)
    refused = terminal.type(*at)
    assert refused.code == 1
    assert "“05/06/2027” can be Saturday, June 5, 2027 or Thursday, May 6, 2027." in refused.err
    assert "Say with --dates day-first or --dates month-first how the dates are meant." in refused.err
    imported = terminal.type(*at, "--dates", "month-first")
    assert (imported.code, "2027-05-06" in imported.out) == (0, True)
    assert "Thursday, May 6, 2027 is outside the days of the meeting: 37 days before" in imported.err


def test_unknown_names_are_told_once_and_settled_by_one_verb(
    terminal: Terminal, filled: Path, tmp_path: Path
) -> None:
    source = tmp_path / "events.csv"
    rows = (
        f"2027-06-{12 + at % 2},{at % 9 + 9:02}:00,{at % 9 + 9:02}:20,Talk {at},Zoé Ung\n" for at in range(60)
    )
    source.write_text("day,start,end,title,people\n" + "".join(rows), encoding="utf-8")
    at = ("session", "import", filled, source, "--meeting", 2027)
    refused = terminal.type(*at)
    assert refused.code == 1
    assert refused.err.count("names nobody at this meeting") == 1
    assert "Rows 2–61 (60), column “people” (Blocks): “Zoé Ung” names nobody" in refused.err
    assert "--people leave keeps names" in refused.err
    for way in ("leave", "make=ca", "Zoé Ung=China", "Zoé Ung=everyone"):
        outcome = terminal.type(*at, "--people", way)
        assert outcome.code == 0, outcome.err
        terminal.done("undo", filled)
    for wrong in ("make", "make=FR", "Zoé Ung=Nobody", "Ada=China", "="):
        assert terminal.type(*at, "--people", wrong).code == 2, wrong
