"""`alternat person purge`, `person pseudonymise` and `purge`: shown first, then gone."""

from pathlib import Path
from typing import Any

import pytest

from alternat.storage.backup import backups
from tests.cli.terminal import Terminal
from tests.factories.planted import found_in


@pytest.fixture(autouse=True)
def _own_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platformdirs.user_log_path", lambda _name: tmp_path / "log")


@pytest.fixture
def person(terminal: Terminal, example: Path) -> int:
    """Somebody with unusual names, of whom a backup and the history tell too."""
    told = terminal.done(
        *("person", "add", example, "--side", "CA", "--meeting", 2027, "--family", "Qwyzzblat"),
        *(
            "--given",
            "Zorvaine",
            "--name-zh",
            "夔魍魉",
            "--email",
            "zq.mail@qwyzz.example",
            "--note",
            "Xyloquent allergy",
        ),
    )
    added: list[dict[str, Any]] = terminal.done("people", example, "--json").json
    terminal.done("backup", "make", example)
    assert told.code == 0
    return int(max(each["number"] for each in added))


def files_of(example: Path) -> list[Path]:
    return [example, *(each.path for each in backups(example))]


def test_what_would_go_is_shown_and_nothing_is_written(
    terminal: Terminal, example: Path, person: int
) -> None:
    content = example.read_bytes()
    shown = terminal.type("person", "purge", example, person)
    assert (shown.code, shown.err) == (1, "")
    assert "Zorvaine QWYZZBLAT" in shown.out
    assert "Nothing was written" in shown.out
    assert example.read_bytes() == content
    plan = terminal.type("person", "purge", example, person, "--json").json
    assert (plan["done"], plan["rows"]) == (False, {"contact": 1, "participation": 1, "person": 1})
    assert [each["people"] for each in plan["backups"]] == [1]


def test_a_purged_person_is_gone(terminal: Terminal, example: Path, person: int) -> None:
    assert found_in(files_of(example)) != []
    done = terminal.done("person", "purge", example, person, "--yes").out
    assert "Done: Erase 1 person for good." in done
    assert "1 backup was written anew." in done
    assert found_in(files_of(example)) == []
    assert terminal.done("verify", example).out == "Everything is as it was written.\n"
    assert "erased" in terminal.done("log", example).out
    assert terminal.type("person", "purge", example, person, "--yes").code == 2


def test_a_number_takes_the_place(terminal: Terminal, example: Path, person: int) -> None:
    terminal.done("person", "pseudonymise", example, person, "--yes")
    assert found_in(files_of(example)) == []
    assert f"PERSON {person}" in terminal.done("people", example).out.upper()


def test_the_people_only_of_earlier_meetings_go_together(
    terminal: Terminal, example: Path, person: int
) -> None:
    assert terminal.done("purge", example, "--meetings-before", "2000-01-01").out.startswith("Nobody")
    shown = terminal.type("purge", example, "--meetings-before", "2100-01-01")
    assert (shown.code, shown.err) == (1, "")
    terminal.done("purge", example, "--meetings-before", "2100-01-01", "--yes")
    assert terminal.done("people", example, "--json").json == []
    assert found_in(files_of(example)) == []
    assert terminal.done("verify", example).out == "Everything is as it was written.\n"
    assert person > 0


def test_bad_input_is_one_line(terminal: Terminal, example: Path) -> None:
    for words in (
        ("person", "purge", example, 9999),
        ("person", "purge", example),
        ("purge", example),
        ("purge", example, "--meetings-before", "yesterday"),
    ):
        outcome = terminal.type(*words)
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)


def test_a_personal_calendar_or_workbook_is_listed(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    listed: list[dict[str, Any]] = terminal.done("people", example, "--json").json
    someone = listed[0]["number"]
    names = ["mine.ics", "mine.xlsx", "mine.csv"]
    for name in names:
        terminal.done(
            *("export", example, name.rpartition(".")[2], "--meeting", 2027),
            *("--person", someone, "-o", tmp_path / name),
        )
    plan = terminal.type("person", "purge", example, someone, "--json").json
    assert {each["file"] for each in plan["releases"]} >= set(names)
    shown = terminal.type("person", "purge", example, someone).out
    assert max(len(line) for line in shown.splitlines()) < 240
