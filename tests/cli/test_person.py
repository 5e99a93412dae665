"""`alternat person`: all that can be done to one person without the window."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import Terminal


def delegation(terminal: Terminal, file: Path, side: str = "CN") -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = terminal.done(
        "people", file, "--meeting", 2027, "--side", side, "--json"
    ).json
    return listed


def test_a_person_is_added_to_the_delegation(terminal: Terminal, example: Path) -> None:
    outcome = terminal.done(
        *("person", "add", example, "--side", "CN", "--meeting", 2027, "--role", "Security"),
        *(
            "--family",
            "Zhao",
            "--given",
            "Tieniu",
            "--name-zh",
            "赵铁牛",
            "--position-fr",
            "Agent",
            "--position-zh",
            "警官",
        ),
        *("--entity", "mps", "--gender", "masculine", "--languages", "zh,en", "--phone", "+86 10 5555 0000"),
    )
    assert outcome.out == "Done: Add ZHAO Tieniu.\nThe number of the person is 24.\n"
    added = delegation(terminal, example)[-1]
    assert (added["place"], added["role"], added["entity"], added["languages"]) == (
        11,
        "security",
        "CN-MPS",
        ["zh", "en"],
    )
    assert added["position"] == {"fr": "Agent", "zh": "警官"}
    kept = {each["number"]: each for each in terminal.done("people", example, "--private", "--json").json}
    assert kept[24]["phone"] == "+86 10 5555 0000"


def test_one_language_of_a_position_changes_alone(terminal: Terminal, example: Path) -> None:
    terminal.done("person", "set", example, 16, "--position-fr", "Directeur")
    position = delegation(terminal, example)[2]["position"]
    assert (position["fr"], position["zh"]) == ("Directeur", "国际合作局局长")


def test_role_and_status_are_those_in_the_meeting(terminal: Terminal, example: Path) -> None:
    terminal.done(
        "person", "set", example, 16, "--meeting", 2027, "--role", "adviser", "--status", "declined"
    )
    changed = delegation(terminal, example)[2]
    assert (changed["role"], changed["status"]) == ("adviser", "declined")


def test_person_contact_and_part_are_one_step(terminal: Terminal, example: Path) -> None:
    before = (delegation(terminal, example), terminal.done("people", example, "--private", "--json").json)
    words = ("--family", "ZHOU", "--phone", "+86 10 5555 0001", "--role", "adviser")
    told = terminal.done("person", "set", example, 16, "--meeting", 2027, *words).out
    assert told.count("\n") == 1
    changed = delegation(terminal, example)[2]
    assert (changed["family"], changed["role"]) == ("ZHOU", "adviser")
    terminal.done("undo", example)
    after = (delegation(terminal, example), terminal.done("people", example, "--private", "--json").json)
    assert after == before


def test_one_bad_part_of_a_change_leaves_all_as_it_was(terminal: Terminal, example: Path) -> None:
    before = terminal.done("people", example, "--private", "--json").json
    words = ("--family", "ZHOU", "--phone", "0" * 5000)
    assert terminal.type("person", "set", example, 16, *words).code == 2
    assert terminal.done("people", example, "--private", "--json").json == before


def test_the_order_of_precedence_changes(terminal: Terminal, example: Path) -> None:
    terminal.done("person", "move", example, 20, 16, "--meeting", 2027, "--to", 2)
    assert [each["number"] for each in delegation(terminal, example)[:4]] == [14, 16, 20, 15]
    terminal.done("undo", example)
    assert [each["number"] for each in delegation(terminal, example)[:4]] == [14, 15, 16, 17]


def test_people_leave_and_are_invited_again(terminal: Terminal, example: Path) -> None:
    terminal.done("person", "leave", example, 14, 15, "--meeting", 2027)
    assert len(delegation(terminal, example)) == 8
    terminal.done("person", "invite", example, 14, "--meeting", 2027, "--role", "observer")
    back = delegation(terminal, example)[-1]
    assert (back["number"], back["place"], back["role"]) == (14, 9, "observer")


def test_a_delegate_is_replaced(terminal: Terminal, example: Path) -> None:
    terminal.done("person", "replace", example, 15, "--by", 20, "--meeting", 2027)
    order = delegation(terminal, example)
    assert [(each["number"], each["role"], each["status"]) for each in order[1:3]] == [
        (20, "deputy-head", "invited"),
        (15, "deputy-head", "replaced"),
    ]


def test_people_are_removed_in_one_step(terminal: Terminal, example: Path) -> None:
    told = terminal.done("person", "remove", example, 1, 2, 3).out
    assert told.startswith("Done: Remove 3 people.\nWith it goes what belongs to it: parts in meetings: 6, ")
    assert len(terminal.done("people", example, "--json").json) == 20
    terminal.done("undo", example)
    assert len(terminal.done("people", example, "--json").json) == 23


def test_a_photo_is_given_and_taken_away(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    from PIL import Image

    picture = tmp_path / "face.png"
    Image.new("RGB", (90, 120), "#446688").save(picture)
    assert "photo" in terminal.done("person", "photo", example, 1, picture).out
    assert "photo" in terminal.done("person", "photo", example, 1).out
    picture.write_bytes(b"not a picture")
    for path in (picture, tmp_path / "gone.png"):
        outcome = terminal.type("person", "photo", example, 1, path)
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["set", 99, "--family", "X"], "There is nobody with the number 99."),
        (
            ["set", 1, "surname=X"],
            "“surname=X” gives no field: options do. They are: --meeting, --entity, --family,",
        ),
        (["set", 1, "family"], "There is more on the line than the command takes: family."),
        (["set", 1, "=x"], "There is more on the line than the command takes: =x."),
        (
            ["set", 1, "position=X Y"],
            "“position=X Y” is written --position 'X Y' now. The options are: --meeting,",
        ),
        (["set", 1, "position.fr="], "“position.fr=” is written --position-fr - now."),
        (["set", 1, "position.de=X"], "“position.de=X” gives no field: options do."),
        (["set", 1, "--gender", "none"], "Choose one of: unknown, feminine, masculine."),
        (["set", 1, "--entity", "MFA"], "There is no entity “MFA”. The entities are: CA-PCO, CA-GAC"),
        (
            ["set", 1, "--role", "head"],
            "--role says what a person is at a meeting. Name the meeting with --meeting.",
        ),
        (["set", 1, "--meeting", "2027", "--role", "king"], "Choose one of: head, deputy-head"),
        (["set", 1, "--meeting", "2027", "--stands-for", "x"], "“x” is not a whole number from 1 to"),
        (["set", 1, "--meeting", "2027", "--stands-for", "99"], "There is nobody with the number 99."),
        (["set", 1, "id=4"], "“id=4” gives no field: options do."),
        (["set", 1, "--family", "-", "--given", "-", "--name-zh", "-"], "A person needs a name"),
        (["set", 4, "--meeting", "2026", "--role", "head"], "takes no part in the meeting 2026."),
        (["move", 1, 14, "--meeting", "2027", "--to", "1"], "one delegation at a time"),
        (["leave", 4, "--meeting", "2026"], "takes no part in the meeting 2026."),
        (["replace", 1, "--by", 14, "--meeting", "2027"], "must be of the same side"),
        (["remove", 0], "“0” is not a whole number"),
        (["add", "--side", "CA", "--family", "X", "--role", "head"], "Name the meeting with --meeting."),
        (["add", "--side", "CA", "--note", "only"], "A person needs a name"),
        (["add", "--side", "CA"], "A person needs a name: a family name"),
        (["add", "--side", "CA", "--family", "x" * 500], "500 characters"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    terminal: Terminal, example: Path, words: list[Any], sentence: str
) -> None:
    before = example.read_bytes()
    outcome = terminal.type("person", words[0], example, *words[1:])
    assert (outcome.code, outcome.out) == (2, "")
    assert sentence in outcome.err
    assert outcome.err.count("\n") == 1
    assert example.read_bytes() == before


def test_what_nobody_sees_is_dropped_from_the_line_and_said(terminal: Terminal, example: Path) -> None:
    outcome = terminal.type("person", "set", example, 14, "--given", "Yuan\u202ezhou")
    assert outcome.code == 0
    assert outcome.err == "--given: characters that nobody sees are left out: U+202E.\n"
    given = next(
        each["given"] for each in terminal.done("people", example, "--json").json if each["number"] == 14
    )
    assert given == "Yuanzhou"


def test_letters_after_a_name_are_kept_beside_it(terminal: Terminal, example: Path) -> None:
    terminal.done("person", "set", example, 14, "--post-nominals", "P.C., M.P.")
    (letters,) = (
        each["post_nominals"]
        for each in terminal.done("people", example, "--json").json
        if each["number"] == 14
    )
    assert letters == "P.C., M.P."
