"""`alternat programme`."""

from datetime import time
from pathlib import Path

import pytest

from alternat.actions.programme import cancel_sessions, move_session
from alternat.storage.workspace import open_workspace
from tests.cli.terminal import Terminal
from tests.factories.programmes import PRIVATE_NOTE, FilledProgramme, fill_programme


@pytest.fixture
def filled(empty: Path) -> FilledProgramme:
    """The dialogue with the programme of 2027."""
    with open_workspace(empty, actor="Test", write=True) as workspace:
        return fill_programme(workspace)


def change(path: Path, filled: FilledProgramme) -> None:
    """Move the bilateral meeting by a quarter of an hour and cancel the meeting with the press."""
    with open_workspace(path, actor="Test", write=True) as workspace:
        move_session(workspace, filled.sessions["bilateral"], start=time(11, 15))
        cancel_sessions(workspace, [filled.sessions["press"]])


def test_a_programme_is_published_and_its_changes_are_told(
    terminal: Terminal, empty: Path, filled: FilledProgramme
) -> None:
    done = terminal.done("programme", "publish", empty, "--meeting", 2027, "--by", "Zoé Ives")
    assert done.out == "Done: Publish revision 1 of the programme of 2027.\n"
    nothing = terminal.done("programme", "diff", empty, "--meeting", 2027)
    assert nothing.out == "Nothing has changed since revision 1.\n"
    change(empty, filled)
    lines = terminal.done("programme", "diff", empty, "--meeting", 2027).out.splitlines()
    assert lines[:5] == [
        "Changed since revision 1:",
        (
            "  “Bilateral: Justice” moves to Saturday, June 12, 2027, 11:15 from Saturday, June 12, 2027, "
            "11:00."
        ),
        "  “Press conference” is cancelled: Sunday, June 13, 2027, 11:15, Rideau Room.",
        "",
        "For each person:",
    ]
    assert "  Noé 0 ARNAULT (CA)" in lines


def test_changes_are_told_as_json_without_private_notes(
    terminal: Terminal, empty: Path, filled: FilledProgramme
) -> None:
    terminal.done("programme", "publish", empty, "--meeting", 2027, "--by", "Zoé Ives")
    change(empty, filled)
    outcome = terminal.done("programme", "diff", empty, "--meeting", 2027, "--json")
    found = outcome.json
    assert PRIVATE_NOTE not in outcome.out
    assert (found["since"]["number"], found["since"]["published_by"], found["until"]) == (
        1,
        "Zoé Ives",
        None,
    )
    assert [(each["kind"], each["after"]["start"]) for each in found["sessions"]] == [
        ("moved", "11:15"),
        ("cancelled", "11:15"),
    ]
    assert found["sessions"][0]["people"] == [filled.canadians[3], filled.chinese[3]]
    concerned = {each["person"] for each in found["people"]}
    assert {filled.canadians[0], filled.canadians[3], filled.chinese[3]} <= concerned


def test_revisions_are_listed_and_compared_with_each_other(
    terminal: Terminal, empty: Path, filled: FilledProgramme
) -> None:
    terminal.done("programme", "publish", empty, "--meeting", 2027, "--by", "Zoé Ives")
    change(empty, filled)
    terminal.done("programme", "publish", empty, "--meeting", 2027, "--by", "Max Fortin")
    found = terminal.done("programme", "revisions", empty, "--meeting", 2027, "--json").json
    assert [(each["number"], each["published_by"], each["sessions"]) for each in found] == [
        (1, "Zoé Ives", 9),
        (2, "Max Fortin", 9),
    ]
    assert "Max Fortin" in terminal.done("programme", "revisions", empty, "--meeting", 2027).out
    words = ("programme", "diff", empty, "--meeting", 2027, "--json")
    assert terminal.done(*words).json["sessions"] == []
    assert len(terminal.done(*words, "--since", 1, "--until", 2).json["sessions"]) == 2
    terminal.done("undo", empty)
    assert len(terminal.done(*words, "--since", 1).json["sessions"]) == 2


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("publish", "--meeting", 2027), "Nothing has changed in the programme of 2027 since revision 1"),
        (("publish", "--meeting", 2017), "The programme of 2017 has no sessions yet"),
        (("diff", "--meeting", 2017), "The programme of 2017 has not been published yet"),
        (("diff", "--meeting", 2027, "--since", 2), "The programme of this meeting has no revision 2."),
        (("diff", "--meeting", 2027, "--until", 1), "“--until” needs “--since”"),
        (("diff", "--meeting", 2027, "--since", "x"), "“x” is not a whole number"),
        (("diff", "--meeting", 1999), "There is no meeting “1999”."),
    ],
)
@pytest.mark.usefixtures("filled")
def test_bad_input_is_refused_in_one_line(
    terminal: Terminal, empty: Path, words: tuple[object, ...], error: str
) -> None:
    terminal.done("programme", "publish", empty, "--meeting", 2027)
    outcome = terminal.type("programme", words[0], empty, *words[1:])
    assert outcome.code == 2
    assert outcome.err.startswith(f"alternat: {error}")
    assert outcome.err.count("\n") == 1
