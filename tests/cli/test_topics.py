"""`alternat topic`."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


def test_a_topic_is_proposed_accepted_and_listed_after_the_six(terminal: Terminal, empty: Path) -> None:
    before = terminal.done("topic", "list", empty, "--json").json
    assert [each["is_given_by_terms"] for each in before] == [True] * 6
    text = ("--text-en", "Wildfires", "--text-fr", "Feux de forêt", "--text-zh", "山火")
    terminal.done("topic", "propose", empty, *text, "--side", "CN", "--on", "2027-01-11")
    terminal.done("topic", "accept", empty, 7, "--side", "CA", "--on", "2027-01-12", "--document", "Note 8")
    after = terminal.done("topic", "list", empty, "--json").json
    assert after[:6] == before
    assert after[6] == {
        "id": 27,
        "number": 7,
        "code": "topic-7",
        "kind": "topic",
        "due": None,
        "state": "active",
        "state_on": None,
        "state_reason": {},
        "merged_into": None,
        "short": {},
        "note": "",
        "text": {"en": "Wildfires", "fr": "Feux de forêt", "zh": "山火"},
        "is_given_by_terms": False,
        "agreement": {
            "is_complete": True,
            "proposal": {"side": "CN", "given": "2027-01-11", "document": ""},
            "acceptance": {"side": "CA", "given": "2027-01-12", "document": "Note 8"},
            "missing": [],
        },
    }
    last = terminal.done("topic", "list", empty).out.splitlines()[-1]
    assert " ".join(last.split()) == "7 topic-7 Wildfires Dealt with CN 2027-01-11 CA 2027-01-12 (Note 8)"


def test_the_six_need_no_consent_and_an_empty_topic_is_none(terminal: Terminal, empty: Path) -> None:
    word = ("--side", "CA", "--on", "2027-01-11")
    outcome = terminal.type("topic", "accept", empty, 1, *word)
    assert outcome.code == 2
    assert outcome.err.startswith("alternat: Nobody has to consent to the topic “")
    assert terminal.type("topic", "propose", empty, *word).code == 2
    assert len(terminal.done("topic", "list", empty, "--json").json) == 6


def test_a_withdrawn_acceptance_leaves_the_topic_proposed(terminal: Terminal, empty: Path) -> None:
    terminal.done("topic", "propose", empty, "--text-en", "Fires", "--side", "CN", "--on", "2027-01-11")
    terminal.done("topic", "accept", empty, 7, "--side", "CA", "--on", "2027-01-12")
    terminal.done("topic", "withdraw", empty, 7, "--side", "CA")
    agreement = terminal.done("topic", "list", empty, "--json").json[6]["agreement"]
    assert (agreement["is_complete"], agreement["missing"]) == (False, ["CA"])


def test_topics_are_closed_merged_and_opened_again(terminal: Terminal, empty: Path) -> None:
    (closed,) = terminal.done(
        "topic", "close", empty, "topic-1", "--on", "2027-01-01", "--reason", "Done", "--json"
    ).json
    assert (closed["state"], closed["state_on"], closed["state_reason"]) == (
        *("closed", "2027-01-01"),
        {"en": "Done"},
    )
    (merged,) = terminal.done("topic", "merge", empty, 2, "--into", "topic-3", "--json").json
    assert (merged["state"], merged["merged_into"]) == ("merged", "topic-3")
    covered = terminal.done("topic", "coverage", empty, "--json").json
    assert [each["code"] for each in covered["topics"]] == [f"topic-{n}" for n in (1, 3, 4, 5, 6)]
    terminal.done("topic", "reopen", empty, "topic-2")
    assert terminal.done("topic", "list", empty, "--json").json[1]["state"] == "active"
    assert "Gaps" in terminal.done("topic", "coverage", empty).out


def test_the_list_tells_how_each_topic_stands_since_when_and_why(terminal: Terminal, empty: Path) -> None:
    terminal.done("topic", "close", empty, 1, "--on", "2027-01-01", "--reason", "All done")
    terminal.done("topic", "merge", empty, 2, "--into", "topic-3", "--on", "2027-02-01")
    lines = [" ".join(line.split()) for line in terminal.done("topic", "list", empty).out.splitlines()]
    assert lines[0] == "Number Code Text State Since Reason"
    assert lines[-6].endswith("No longer dealt with 2027-01-01 All done")
    assert lines[-5].endswith("Merged into topic-3 2027-02-01")
    assert lines[-4].endswith("Dealt with")


@pytest.mark.parametrize("group", ["topic", "existing"])
@pytest.mark.parametrize("words", [("close",), ("merge", "--into", 3)])
def test_what_stands_so_already_is_told_and_left_alone(
    terminal: Terminal, empty: Path, group: str, words: tuple[object, ...]
) -> None:
    verb, *into = words
    line = (group, verb, empty, 1, *into)
    terminal.done(*line, "--on", "2027-01-01", "--reason", "All done")
    before, log = (terminal.done(*each, empty, "--json").json for each in ((group, "list"), ("log",)))
    again = terminal.done(*line).out.splitlines()
    assert again[-1] == "Nothing had to be changed."
    assert "stands so since Friday, January 1, 2027: " in again[0]
    (told,) = terminal.done(*line, "--json").json
    assert told.pop("along") == again[:1]
    assert told == before[0]
    assert terminal.done("log", empty, "--json").json == log
    assert not terminal.done(group, "reopen", empty, 2).out.startswith("Done")


def test_the_day_or_the_reason_of_a_state_is_corrected_alone(terminal: Terminal, empty: Path) -> None:
    line = ("topic", "close", empty, 1)
    terminal.done(*line, "--on", "2027-01-01", "--reason", "All done")
    told = terminal.done(*line, "--on", "2026-12-01").out
    assert told.startswith("Done: Correct the state of “")
    assert "Until now: “" in told
    assert "since Friday, January 1, 2027: No longer dealt with." in told
    (row,) = terminal.done(*line, "--reason", "All is done", "--json").json
    assert (row["state_on"], row["state_reason"]) == ("2026-12-01", {"en": "All is done"})


def test_what_an_earlier_state_was_is_told_before_it_goes(terminal: Terminal, empty: Path) -> None:
    terminal.done("topic", "merge", empty, 1, "--into", 3, "--on", "2027-01-01")
    told = terminal.done("topic", "close", empty, 1, "--on", "2027-02-01").out
    assert "since Friday, January 1, 2027: merged into “" in told


@pytest.mark.parametrize(("language", "words"), [("en", "a gap"), ("fr", "une lacune"), ("zh", "空缺")])
def test_the_picture_of_topics_tells_gaps_apart_from_what_nobody_knows(
    terminal: Terminal, empty: Path, language: str, words: str
) -> None:
    for year in (2025, 2026):
        when = ("--from", f"{year}-06-01", "--to", f"{year}-06-02", "--status", "held")
        terminal.done("meeting", "add", empty, "--year", year, "--host", "CA", *when)
    agreed = ("--kind", "agreed", "--text", "Contacts", "--topic", "topic-1")
    terminal.done("outcome", "add", empty, "--meeting", 2026, *agreed)
    first, second, *_ = terminal.done("topic", "coverage", empty, "--json").json["topics"]
    assert (first["gaps"], second["gaps"]) == ([], ["2026"])
    lines = terminal.done("topic", "coverage", empty, "--lang", language).out.splitlines()
    assert "● " in lines[1]
    assert "–" not in lines[1]
    assert "– " in lines[2]
    assert all("·" in each for each in lines[1:7])
    assert words in lines[7]
    assert "5" in lines[8]
