"""`alternat follow-up import`: what a workbook would change is told, asked and written in one step."""

from datetime import date
from pathlib import Path

import pytest

from alternat.nouns.outcomes import Disclosure
from alternat.storage.workspace import open_workspace
from tests.cli.terminal import Terminal
from tests.exchange.follow_up.workbooks import edited, filled


@pytest.fixture
def full(empty: Path) -> Path:
    with open_workspace(empty, actor="Test") as workspace:
        filled(workspace)
    return empty


@pytest.fixture
def workbook(terminal: Terminal, full: Path, tmp_path: Path) -> Path:
    out = tmp_path / "f.xlsx"
    terminal.done("export", full, "follow-up-xlsx", "-o", out, "--audience", "desk", "--languages", "zh")
    return out


def test_what_was_exported_changes_nothing(terminal: Terminal, full: Path, workbook: Path) -> None:
    assert terminal.done("follow-up", "import", full, workbook).out == (
        "29 rows: 0 to add, 0 to change, 29 as they are, 0 left out\nNothing had to be changed.\n"
    )


def test_a_change_is_told_first_then_written_and_undone(
    terminal: Terminal, full: Path, workbook: Path
) -> None:
    edited(workbook, "outcomes", {("disclosure", 4): "public", ("consent_given", 4): None})
    words = ("follow-up", "import", full, workbook)
    told = terminal.done(*words, "--dry-run").out
    assert "Outcomes, row 4, “2027-2”:\n  disclosure: With the other side’s consent → Public\n" in told
    assert told.endswith("Nothing was written, as --dry-run asks.\n")
    assert disclosure(full) is Disclosure.WITH_CONSENT
    assert "Done: Read 1 row of the follow-up back from f.xlsx." in terminal.done(*words).out
    assert disclosure(full) is Disclosure.PUBLIC
    terminal.done("undo", full)
    assert disclosure(full) is Disclosure.WITH_CONSENT


def disclosure(path: Path) -> Disclosure:
    with open_workspace(path, actor="Test") as workspace:
        return Disclosure(workspace.tables.Outcome.get_by_id(2).disclosure)


def test_one_wrong_cell_keeps_everything_out(terminal: Terminal, full: Path, workbook: Path) -> None:
    edited(workbook, "outcomes", {("disclosure", 4): "public", ("consent_given", 4): None, ("kind", 3): "x"})
    for words in ((), ("--dry-run",)):
        outcome = terminal.type("follow-up", "import", full, workbook, *words)
        assert outcome.code == 1
        assert (
            "Sheet “Outcomes”, row 3, “kind” (Blocks): “x” cannot stand here. It is one of: " in outcome.err
        )
        assert "Nothing was read back from f.xlsx" in outcome.err
    assert disclosure(full) is Disclosure.WITH_CONSENT


def test_a_name_is_asked_about_and_answered(terminal: Terminal, full: Path, workbook: Path) -> None:
    edited(workbook, "outcomes", {("lead.CA", 4): "Somebody Else"})
    words = ("follow-up", "import", full, workbook)
    outcome = terminal.type(*words)
    assert outcome.code == 1
    assert "Nobody here is called “Somebody Else”." in outcome.err
    assert "--people NAME=NUMBER" in outcome.err
    told = terminal.type(*words, "--people", "somebody else=3", "--json").json
    assert [each["changes"][0]["field"] for each in told["rows"] if each["changes"]] == ["lead.CA"]
    assert (told["questions"], told["writes"]) == ([], True)
    for wrong, said in (
        ("Somebody", "NAME=NUMBER"),
        ("Nobody=3", "stands in no cell"),
        ("x=900", "number 900"),
    ):
        outcome = terminal.type(*words, "--people", wrong)
        assert (outcome.code, said in outcome.err) == (2, True)


def test_what_is_no_such_workbook_is_refused(terminal: Terminal, full: Path, tmp_path: Path) -> None:
    other = tmp_path / "list.csv"
    other.write_text("Name,Seat\nSomebody,4\n", encoding="utf-8")
    for place, said in (
        (other, "is not a workbook of the follow-up"),
        (tmp_path / "gone.xlsx", "There is no file"),
    ):
        outcome = terminal.type("follow-up", "import", full, place)
        assert (outcome.code, said in outcome.err) == (2, True)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Outcomes", "Changed")),
        ("fr", ("Résultats", "Modifiée")),
        ("zh", ("成果", "更改")),
    ],
)
def test_every_word_of_the_rows_is_in_the_language_of_the_line(
    terminal: Terminal, full: Path, workbook: Path, language: str, said: tuple[str, str]
) -> None:
    edited(workbook, "outcomes", {("short.en", 4): "Other"})
    out = terminal.done("follow-up", "import", full, workbook, "--dry-run", "--lang", language).out
    row = out.splitlines()[1].split()
    assert (row[0], row[-1]) == said


def test_a_record_that_lacks_something_is_closed_once_that_is_agreed(
    terminal: Terminal, full: Path, workbook: Path
) -> None:
    edited(workbook, "records", {("record_closed", 3): date(2016, 12, 30)})
    words = ("follow-up", "import", full, workbook)
    lack = "The record of the meeting 2016 has no outcome."
    assert lack in terminal.type(*words, "--dry-run").err
    outcome = terminal.type(*words)
    assert (outcome.code, lack in outcome.err, "--yes" in outcome.out) == (1, True, True)
    assert terminal.type(*words, "--dry-run", "--json").json["lacks"] == [lack]
    assert "Done: " in terminal.type(*words, "--yes").out
