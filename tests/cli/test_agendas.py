"""`alternat agenda`."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

_AT = ("--meeting", 2027)


@pytest.fixture
def talks(terminal: Terminal, empty: Path) -> tuple[Path, int]:
    """A dialogue with one session without an agenda, and the number of the session."""
    days = ("--from", "2027-06-15", "--to", "2027-06-17")
    terminal.done("meeting", "add", empty, "--year", 2027, "--host", "ca", *days)
    words = ("--kind", "plenary", "--start", "2027-06-15T09:00", "--minutes", 60, "--title-en", "Talks")
    (session,) = terminal.done("session", "add", empty, *_AT, *words, "--json").json
    return empty, session["number"]


def test_an_agenda_is_filled_changed_ordered_and_emptied(terminal: Terminal, talks: tuple[Path, int]) -> None:
    terminal.done("agenda", "add", *talks, *_AT, "--text-en", "Opening", "--text-zh", "开幕", "--minutes", 10)
    terminal.done("agenda", "add", *talks, *_AT, "--text-en", "Fires", "--topic", 1)
    terminal.done("agenda", "set", *talks, 2, *_AT, "--minutes", 20, "--text-fr", "Feux", "--topic", "-")
    terminal.done("agenda", "move", *talks, 2, *_AT, "--to", 1)
    listed = terminal.done("agenda", "list", *talks, *_AT, "--json").json
    assert listed == [
        {
            "id": 2,
            "number": 1,
            "text": {"en": "Fires", "fr": "Feux"},
            "minutes": 20,
            "topic": None,
            "outcome": None,
            "guidance": None,
            "objective": None,
            "is_dropped": False,
            "leads": {},
            "became": None,
        },
        {
            "id": 1,
            "number": 2,
            "text": {"en": "Opening", "zh": "开幕"},
            "minutes": 10,
            "topic": None,
            "outcome": None,
            "guidance": None,
            "objective": None,
            "is_dropped": False,
            "leads": {},
            "became": None,
        },
    ]
    assert "Opening" in terminal.done("agenda", "list", *talks, *_AT).out
    gone = terminal.done("agenda", "remove", *talks, 1, *_AT, "--json").json
    assert gone == listed[:1]
    left = terminal.done("agenda", "list", *talks, *_AT, "--json").json
    assert [(each["number"], each["minutes"]) for each in left] == [(1, 10)]


def test_a_side_has_a_lead_speaker_until_a_minus(terminal: Terminal, talks: tuple[Path, int]) -> None:
    terminal.done("person", "add", talks[0], "--side", "CA", "--family", "Tremblay")
    terminal.done("agenda", "add", *talks, *_AT, "--text-en", "Opening")
    words = ("agenda", "lead", *talks, 1, *_AT, "--side", "ca", "--json", "--person")
    assert terminal.done(*words, 1).json[0]["leads"] == {"CA": 1}
    assert terminal.done(*words, "-").json[0]["leads"] == {}
    outcome = terminal.type("agenda", "lead", *talks, 1, *_AT, "--side", "CN", "--person", 1)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("set", 9, "--minutes", 5), "has no item 9. It has 1."),
        (("move", 1, "--to", 2), "has no item 2. It has 1."),
        (("remove", 2), "has no item 2. It has 1."),
        (("lead", 1, "--side", "CA", "--person", 99), "There is nobody with the number 99."),
        (("set", 1, "--topic", 99), "There is no topic “99”."),
        (("set", 1, "--minutes", -5), "“-5” is not a whole number"),
        (("set", 1), "Nothing is given to change."),
        (("add",), "An agenda item needs a --text or a --topic; neither is given."),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(
    terminal: Terminal, talks: tuple[Path, int], words: tuple[object, ...], sentence: str
) -> None:
    terminal.done("agenda", "add", *talks, *_AT, "--text-en", "Opening")
    before = terminal.done("log", talks[0], "--json").json
    verb, *rest = words
    outcome = terminal.type("agenda", verb, *talks, *rest, *_AT)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert sentence in outcome.err
    assert terminal.done("log", talks[0], "--json").json == before


def test_an_unknown_session_is_refused(terminal: Terminal, talks: tuple[Path, int]) -> None:
    outcome = terminal.type("agenda", "list", talks[0], 99, *_AT)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "99" in outcome.err


def test_proposals_are_taken_on_moved_copied_and_parked(terminal: Terminal, talks: tuple[Path, int]) -> None:
    file, session = talks
    at = ("--meeting", 2027)
    (own,) = terminal.done("agenda", "propose", file, *at, "--text-en", "Next", "--minutes", 5, "--json").json
    name = f"own:{own['number']}"
    listed = terminal.done("agenda", "propose", file, *at, "--json").json
    assert [each["name"] for each in listed] == [*(f"topic:topic-{n}" for n in range(1, 7)), name]
    (item, _) = terminal.done(
        "agenda", "accept", file, name, "topic:topic-2", "--session", session, *at, "--json"
    ).json
    assert (item["text"], item["minutes"]) == ({"en": "Next"}, 5)
    assert "meeting new-edition" in terminal.type("agenda", "move-next", file, session, 1, *at).err
    terminal.done("meeting", "add", file, "--year", 2028)
    terminal.done("agenda", "copy-next", file, session, 2, *at)
    (dropped,) = terminal.done("agenda", "move-next", file, session, 1, *at, "--json").json
    assert dropped["is_dropped"]
    stored = terminal.done("agenda", "proposals", file, "--json").json
    assert [each["meeting"] for each in stored] == ["2028", "2028"]
    words = ("--reason", "Waits", "--on", "2027-02-01")
    terminal.done("agenda", "park", file, f"item:{session}.2", *at, *words)
    (parked,) = (each for each in terminal.done("agenda", "proposals", file, "--json").json if each["reason"])
    assert (parked["meeting"], parked["parked_on"]) == (None, "2027-02-01")
    terminal.done("agenda", "unpark", file, "topic:topic-2", "--meeting", 2028)
    terminal.done("agenda", "withdraw", file, "topic:topic-2", "--meeting", 2028)
    assert "nobody" in terminal.type("agenda", "withdraw", file, "topic:topic-1", *at).err
    assert len(terminal.done("agenda", "proposals", file, "--json").json) == 1


def test_what_is_dropped_moved_and_parked_stands_in_a_section_of_its_own(
    terminal: Terminal, talks: tuple[Path, int]
) -> None:
    file, session = talks
    terminal.done("meeting", "add", file, "--year", 2028)
    for text in ("Opening", "Fires", "Visas"):
        terminal.done("agenda", "add", *talks, *_AT, "--text-en", text)
    terminal.done("agenda", "move-next", file, session, 2, *_AT)
    terminal.done(
        "agenda", "park", file, f"item:{session}.3", *_AT, "--reason", "Too soon", "--on", "2027-02-01"
    )
    listed = terminal.done("agenda", "list", *talks, *_AT).out
    standing, dropped = listed.split("No longer on the agenda:")
    assert "Opening" in standing
    assert "Fires" not in standing
    rows = [" ".join(line.split()) for line in dropped.splitlines()]
    assert rows[-2:] == [
        "2 Fires Put forward for the meeting 2028",
        "3 Visas Parked since Monday, February 1, 2027: Too soon",
    ]
    as_json = terminal.done("agenda", "list", *talks, *_AT, "--json").json
    assert [each["became"] for each in as_json] == [
        None,
        {"fate": "moved", "meeting": "2028", "parked_on": None, "reason": ""},
        {"fate": "parked", "meeting": None, "parked_on": "2027-02-01", "reason": "Too soon"},
    ]
    offered, aside = terminal.done("agenda", "propose", file, *_AT).out.split("Not offered now:")
    assert "Fires" not in offered
    assert "Visas" not in offered
    assert "Put forward for the meeting 2028" in aside
    assert " ".join(aside.split()).endswith("Parked since Monday, February 1, 2027 Too soon")
    stored = terminal.done("agenda", "proposals", file).out
    forward, parked = stored.split("Parked:")
    parked, gone = parked.split("Dropped from an agenda:")
    assert "Fires" in forward
    assert "Visas" not in forward
    assert "Too soon" in parked
    assert "2027" in gone
    assert "Too soon" in gone


def test_a_meal_or_a_cancelled_session_takes_nothing_on_unasked(
    terminal: Terminal, talks: tuple[Path, int]
) -> None:
    file, session = talks
    words = (
        "--kind",
        "meal",
        "--start",
        "2027-06-15T12:00",
        "--minutes",
        60,
        "--title-en",
        "Lunch",
        "--json",
    )
    (meal,) = terminal.done("session", "add", file, *_AT, *words).json
    line = ("agenda", "accept", file, "topic:topic-2", *_AT, "--session")
    refused = terminal.type(*line, meal["number"])
    assert (refused.code, refused.out) == (2, "")
    assert f"Choose one that does: {session}; or say with --anyway" in refused.err
    terminal.done(*line, meal["number"], "--anyway")
    terminal.done("session", "cancel", file, session, *_AT)
    refused = terminal.type("agenda", "accept", file, "topic:topic-3", *_AT, "--session", session)
    assert (refused.code, refused.out) == (2, "")
    assert "is cancelled, so that nothing goes on its agenda" in refused.err


def test_whoever_lacks_as_a_lead_is_told_when_a_proposal_is_taken_on(
    terminal: Terminal, talks: tuple[Path, int]
) -> None:
    file, session = talks
    told = terminal.done("agenda", "accept", file, "topic:topic-2", *_AT, "--session", session).out
    assert "nobody leads on it yet for CA, CN; “agenda lead” names who speaks first." in told
