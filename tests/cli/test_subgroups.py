"""`alternat subgroup`."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

ADD = ("--name-en", "Cyber security", "--name-fr", "Cybersécurité", "--name-zh", "网络安全")


def add(terminal: Terminal, unprepared: Path, *words: object) -> None:
    """Add the sub-group on cyber security to the meeting of 2027."""
    terminal.done("subgroup", "add", unprepared, "--meeting", 2027, *ADD, *words)


def test_a_sub_group_is_added_agreed_on_and_listed(terminal: Terminal, unprepared: Path) -> None:
    add(terminal, unprepared, "--topic", 3, "--entity", "rcmp", "--entity", "MPS")
    one, two = ("--meeting", 2027, "cyber security"), ("--meeting", 2027, "1")
    terminal.done(
        *(
            "subgroup",
            "propose",
            unprepared,
            *one,
            "--side",
            "CA",
            "--on",
            "2027-01-11",
            "--document",
            "Note 7",
        )
    )
    done = terminal.done("subgroup", "accept", unprepared, *two, "--side", "cn", "--on", "2027-01-12")
    assert done.out == "Done: China accepts the sub-group “Cyber security”.\n"
    lines = terminal.done("subgroup", "list", unprepared, "--meeting", 2027).out.splitlines()
    assert lines[1].startswith("     1  Cyber security")
    assert lines[1].endswith("RCMP, MPS         0  CA 2027-01-11 (Note 7)  CN 2027-01-12")
    assert "  Warns: Nobody leads the sub-group “Cyber security” for Canada." in lines


def test_a_sub_group_is_listed_as_json(terminal: Terminal, unprepared: Path) -> None:
    add(terminal, unprepared, "--form", "own-meeting")
    found = terminal.done("subgroup", "list", unprepared, "--meeting", 2027, "--json").json
    assert found == [
        {
            "id": 3,
            "number": 1,
            "name": {"en": "Cyber security", "fr": "Cybersécurité", "zh": "网络安全"},
            "form": "own-meeting",
            "is_dissolved": False,
            "topics": [],
            "entities": [],
            "sessions": [],
            "agreement": {
                "is_complete": False,
                "proposal": None,
                "acceptance": None,
                "missing": ["CA", "CN"],
            },
        }
    ]


def test_setting_changes_what_is_given_in_one_step(terminal: Terminal, unprepared: Path) -> None:
    add(terminal, unprepared, "--topic", 1)
    before = terminal.done("subgroup", "list", unprepared, "--meeting", 2027, "--json").json
    terminal.done(
        *("subgroup", "set", unprepared, "--meeting", 2027, "1", "--name-en", "Cyber", "--topic", 2),
        *("--topic", 3, "--dissolved", "yes"),
    )
    (found,) = terminal.done("subgroup", "list", unprepared, "--meeting", 2027, "--json").json
    assert found["name"] == {"en": "Cyber", "fr": "Cybersécurité", "zh": "网络安全"}
    assert (len(found["topics"]), found["is_dissolved"]) == (2, True)
    terminal.done("undo", unprepared)
    assert terminal.done("subgroup", "list", unprepared, "--meeting", 2027, "--json").json == before


def test_a_sub_group_is_withdrawn_and_removed(terminal: Terminal, unprepared: Path) -> None:
    add(terminal, unprepared)
    one = ("--meeting", 2027, "1")
    terminal.done("subgroup", "propose", unprepared, *one, "--side", "CN", "--on", "2027-01-11")
    terminal.done("subgroup", "withdraw", unprepared, *one, "--side", "cn")
    terminal.done("subgroup", "remove", unprepared, *one)
    assert terminal.done("subgroup", "list", unprepared, "--meeting", 2027, "--json").json == []


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("add", *ADD), "--meeting must be given and is missing. See alternat subgroup add --help."),
        (
            ("add", "--meeting", 2027),
            "--name must be given and is missing. See alternat subgroup add --help.",
        ),
        (("add", "--meeting", 2027, *ADD), "There is already a sub-group “Cyber security” at this meeting."),
        (("add", "--meeting", 2027, "--name-en", "X", "--topic", "x"), "There is no topic “x”."),
        (
            ("add", "--meeting", 2027, "--name", "X", "--topic", "topic-1", "--topic", "TOPIC-1"),
            "--topic names “TOPIC-1” twice. Name it once.",
        ),
        (
            ("add", "--meeting", 2027, "--name", "X", "--entity", "CA-RCMP=1", "--entity", "RCMP"),
            "--entity names “RCMP” twice. Name it once.",
        ),
        (
            ("add", "--meeting", 2027, "--name", "X", "--entity", "RCMP="),
            "“” is not a whole number from 1 to",
        ),
        (
            ("add", "--meeting", 2027, "--name-en", "X", "--entity", "KGB"),
            "There is no entity “KGB”.",
        ),
        (
            ("add", "--meeting", 2027, "--name-en", "X", "--entity", "RCMP=one"),
            "“one” is not a whole number from 1 to",
        ),
        (("add", "--meeting", 2027, "--name-en", "X", "--entity", "RCMP=999"), "There is nobody with the"),
        (("remove", "--meeting", 2027, "2"), "There is no sub-group “2” at this meeting."),
        (
            ("accept", "--meeting", 2027, "1", "--side", "CN", "--on", "2027-01-11"),
            "Nobody has proposed the sub-group “Cyber security” yet, so China cannot accept it.",
        ),
        (
            ("accept", "--meeting", 2027, "1", "--side", "FR", "--on", "2027-01-11"),
            "There is no side “FR”.",
        ),
        (
            ("propose", "--meeting", 2027, "1", "--side", "CN", "--on", "2027-02-30"),
            "“2027-02-30” in --on is not a day of the calendar.",
        ),
        (
            ("withdraw", "--meeting", 2027, "1", "--side", "CN"),
            "China has given no consent to the sub-group “Cyber security” that could be withdrawn.",
        ),
    ],
)
def test_bad_input_is_refused_in_one_line(
    terminal: Terminal, unprepared: Path, words: tuple[object, ...], error: str
) -> None:
    add(terminal, unprepared)
    outcome = terminal.type("subgroup", words[0], unprepared, *words[1:])
    assert outcome.code == 2
    assert outcome.err.startswith(f"alternat: {error}")
    assert outcome.err.count("\n") == 1


def test_an_acceptance_before_the_proposal_is_refused(terminal: Terminal, unprepared: Path) -> None:
    add(terminal, unprepared)
    one = ("--meeting", 2027, "1")
    terminal.done("subgroup", "propose", unprepared, *one, "--side", "CA", "--on", "2027-01-11")
    outcome = terminal.type("subgroup", "accept", unprepared, *one, "--side", "CN", "--on", "2027-01-10")
    assert outcome.code == 2
    assert outcome.err == (
        "alternat: China cannot have accepted the sub-group “Cyber security” on Sunday, January 10, 2027: "
        "it was only proposed on Monday, January 11, 2027. Correct one of the two dates.\n"
    )


def test_topics_and_entities_are_taken_away_when_that_is_asked_for(
    terminal: Terminal, unprepared: Path
) -> None:
    add(terminal, unprepared, "--topic", 3, "--entity", "rcmp")
    terminal.done("subgroup", "set", unprepared, "--meeting", 2027, 1, "--no-topics", "--no-entities")
    (found,) = terminal.done("subgroup", "list", unprepared, "--meeting", 2027, "--json").json
    assert (found["topics"], found["entities"]) == ([], [])
    terminal.done("undo", unprepared)
    (found,) = terminal.done("subgroup", "list", unprepared, "--meeting", 2027, "--json").json
    assert (len(found["topics"]), len(found["entities"])) == (1, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Name at least one of: --name, --form, --dissolved, --note, --topic,"),
        (("--topic", 3, "--no-topics"), "--topic and --no-topics exclude one another."),
        (("--entity", "rcmp", "--no-entities"), "--entity and --no-entities exclude one another."),
        (("--name-en", "", "--name-fr", "", "--name-zh", ""), "name"),
    ],
)
def test_a_change_that_says_nothing_or_two_things_is_refused(
    terminal: Terminal, unprepared: Path, words: tuple[object, ...], said: str
) -> None:
    add(terminal, unprepared, "--topic", 3, "--entity", "rcmp")
    before = terminal.done("subgroup", "list", unprepared, "--meeting", 2027, "--json").json
    outcome = terminal.type("subgroup", "set", unprepared, "--meeting", 2027, 1, *words)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert said in outcome.err
    assert terminal.done("subgroup", "list", unprepared, "--meeting", 2027, "--json").json == before
