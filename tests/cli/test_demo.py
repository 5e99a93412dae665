"""`alternat demo`: the example, its documents, and when it opens the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from alternat.actions.demo import create_example
from alternat.cli.face import Exit
from alternat.planning.coverage import coverage
from alternat.planning.outcomes import outcomes
from alternat.storage.workspace import Workspace, create_workspace
from tests.cli.terminal import Terminal


def test_the_example_is_written_and_printed(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "demo"
    out = terminal.type("demo", folder, "--no-window").out
    assert sorted(path.name for path in folder.iterdir()) == [
        "badges.pdf",
        "changes.pdf",
        "checklist.pdf",
        "collation.pdf",
        "delegation-list.pdf",
        "dialogue.alternat",
        "door-signs.pdf",
        "follow-up.pdf",
        "guidance-letter.pdf",
        "guidance.pdf",
        "interpretation.pdf",
        "my-day.pdf",
        "objectives.pdf",
        "open-items.pdf",
        "programme.pdf",
        "record-of-outcomes.pdf",
        "run-of-show.pdf",
        "year-planner.pdf",
    ]
    for name in ("badges.pdf", "delegation-list.pdf", "dialogue.alternat"):
        assert str(folder / name) in out
    text = "\n".join(page.extract_text() for page in PdfReader(folder / "badges.pdf").pages)
    for name in ("欧阳文静", "阿依古丽", "THIBODEAU-LACASSE", "Danzeng Zhuoma"):
        assert name in text


def test_the_last_meeting_was_held_in_china_and_the_next_is_in_canada(
    terminal: Terminal, example: Path
) -> None:
    held, following = terminal.done("meetings", example, "--json").json[-2:]
    assert (held["host"], held["city"]["zh"], held["status"]) == ("CN", "北京", "held")
    assert (following["host"], following["city"]["en"], following["reference"]) == ("CA", "Ottawa", "2027")


def test_the_example_has_every_kind_of_participant(terminal: Terminal, example: Path) -> None:
    listed = terminal.done("people", example, "--meeting", 2027, "--json").json
    assert {each["role"] for each in listed} >= {
        *("head", "deputy-head", "member", "designated-officer", "adviser"),
        *("interpreter", "note-taker", "security", "observer"),
    }
    assert {each["status"] for each in listed} == {"confirmed", "invited", "declined"}
    assert [each["given"] for each in listed if not each["family"]] == ["Ayguli Reheman", "Danzeng Zhuoma"]


def test_the_example_shows_a_meeting_well_prepared(terminal: Terminal, example: Path) -> None:
    at = ("--meeting", 2027, "--json")
    meeting = terminal.done("meetings", example, "--json").json[-1]
    assert (meeting["status"], meeting["year"]) == ("agreed", 2027)
    groups = terminal.done("subgroup", "list", example, *at).json
    assert [(each["agreement"]["is_complete"], len(each["sessions"])) for each in groups] == [
        (True, 2),
        (False, 0),
    ]
    tasks = terminal.done("tasks", example, *at, "--today", "2026-11-24").json
    assert [bool(each["done_on"]) for each in tasks].count(True) == 3
    assert not any(each["is_overdue"] for each in tasks)
    assert [each["is_private"] for each in terminal.done("avoid", "list", example, "--json").json] == [
        False,
        True,
    ]
    changes = terminal.done("programme", "diff", example, *at).json
    assert {each["kind"] for each in changes["sessions"]} == {"moved", "added", "cancelled", "room", "people"}


def test_what_is_to_be_found_in_the_example_is_found(terminal: Terminal, tmp_path: Path) -> None:
    terminal.done("demo", tmp_path / "demo", "--no-window")
    example = tmp_path / "demo" / "dialogue.alternat"
    found = terminal.done("check", example, "--meeting", 2027, "--json").json
    # What instruments and silence have to say depends on the day.
    assert {each["code"] for each in found} >= {
        "binding-differs",
        "dialogue-lead-missing",
        "entity-missing",
        "guidance-waiting",
        "lead-missing",
        "objective-lead-missing",
        "outcome-carrier-missing",
        "outcome-overdue",
        "outcome-stuck",
        "stands-for-missing",
        "subgroup-consent-missing",
        "subgroup-session-missing",
        "text-differs",
        "way-too-short",
    }


def test_nothing_in_the_example_blocks(terminal: Terminal, tmp_path: Path) -> None:
    terminal.done("demo", tmp_path / "demo", "--no-window")
    example = tmp_path / "demo" / "dialogue.alternat"
    assert terminal.type("check", example).code == Exit.DONE


def test_an_example_is_never_written_over(terminal: Terminal, tmp_path: Path) -> None:
    for _ in range(3):
        terminal.type("demo", tmp_path / "demo", "--no-window")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo", "demo-2", "demo-3"]


def test_with_a_display_the_window_opens_on_the_example(terminal: Terminal, tmp_path: Path) -> None:
    terminal.has_display = True
    assert terminal.type("demo", tmp_path / "demo").code == Exit.DONE
    assert terminal.windows == [(str(tmp_path / "demo" / "dialogue.alternat"), None)]


def test_without_a_display_it_ends_by_itself(terminal: Terminal, tmp_path: Path) -> None:
    terminal.environ |= {"QT_QPA_PLATFORM": "offscreen"}
    outcome = terminal.type("demo", tmp_path / "demo")
    assert (outcome.code, terminal.windows) == (Exit.DONE, [])
    assert "Open it with: alternat " in outcome.out


def test_a_folder_that_cannot_be_made_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    outcome = terminal.type("demo", tmp_path / "file" / "demo", "--no-window")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("followed") / "dialogue.alternat"
    with create_workspace(path, actor="Test") as workspace:
        create_example(workspace)
        yield workspace


def test_three_meetings_left_records_in_three_languages(followed: Workspace) -> None:
    plans = outcomes(followed.tables)
    assert list(dict.fromkeys(plan.meeting_reference for plan in plans)) == ["2026", "2025", "2024"]
    assert [plan.code for plan in plans if plan.text.missing() or plan.short.missing()] == []
    assert {plan.meeting_reference for plan in plans if plan.is_closed} == {"2024", "2025"}
    by_code = {plan.code: plan for plan in plans}
    (earlier,) = by_code["2026-2"].links
    (first,) = by_code[earlier.code].links
    assert (earlier.code, first.code, by_code[first.code].is_open) == ("2025-2", "2024-1", False)


def test_the_meetings_were_held_in_turn_and_one_topic_was_left_out_between(
    followed: Workspace,
) -> None:
    tables = followed.tables
    rows = tables.Meeting.select().where(tables.Meeting.year >= 2024).order_by(tables.Meeting.year)
    assert [row.host.code for row in rows] == ["CN", "CA", "CN", "CA"]
    shown = coverage(tables)
    known = {each.id: each.reference for each in shown.meetings}
    row = next(each for each in shown.topics if each.code == "topic-6")
    dealt = {known[cell.meeting]: bool(cell.outcomes) for cell in row.cells}
    assert [dealt[year] for year in ("2024", "2025", "2026")] == [True, False, True]
