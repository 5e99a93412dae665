"""`alternat new` and `alternat info`."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


def test_a_new_dialogue_is_filled_from_the_template(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "talks.alternat"
    outcome = terminal.done("new", file)
    assert outcome.out == f"{file} is made from the template “Canada–China High-level Dialogue”.\n"
    facts = terminal.done("info", file, "--json").json
    assert facts.pop("last_change").endswith("+00:00")
    assert facts == {
        "address": str(file),
        "name": {
            "en": "High-level Dialogue on National Security and the Rule of Law",
            "fr": "Dialogue de haut niveau sur la sécurité nationale et la primauté du droit",
            "zh": "高级别国家安全与法治对话",
        },
        "template": "canada-china",
        "sides": [
            {"code": "CA", "country": {"en": "Canada", "fr": "Canada", "zh": "加拿大"}, "people": 0},
            {"code": "CN", "country": {"en": "China", "fr": "Chine", "zh": "中国"}, "people": 0},
        ],
        "entities": 11,
        "meetings": 2,
        "people": 0,
        "next_host": "CN",
    }


def test_a_blank_dialogue_has_two_sides_and_no_meeting(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "talks.alternat"
    terminal.done("new", file, "--template", "blank")
    facts = terminal.done("info", file, "--json").json
    assert (facts["template"], len(facts["sides"]), facts["meetings"]) == ("blank", 2, 0)


def test_info_tells_the_next_host_and_why(terminal: Terminal, example: Path) -> None:
    lines = terminal.done("info", example).out.splitlines()
    assert "Side CA    Canada, 13 people" in lines
    assert "Side CN    China, 10 people" in lines
    assert "Next host  Canada: China hosted the last meeting held, in 2026." in lines


@pytest.mark.parametrize(
    ("language", "line"),
    [("fr", "Partie CA Canada, 13 personnes"), ("zh", "CA 方 加拿大，13 人")],
)
def test_info_speaks_the_language(terminal: Terminal, example: Path, language: str, line: str) -> None:
    lines = terminal.done("info", example, "--lang", language).out.splitlines()
    assert line in [" ".join(each.split()) for each in lines]


def test_an_existing_file_is_never_replaced(terminal: Terminal, example: Path) -> None:
    before = example.read_bytes()
    outcome = terminal.type("new", example)
    assert outcome.code == 2
    assert "exists already" in outcome.err
    assert example.read_bytes() == before


def test_an_unknown_template_makes_no_file(terminal: Terminal, tmp_path: Path) -> None:
    outcome = terminal.type("new", tmp_path / "talks.alternat", "--template", "moon")
    assert outcome.code == 2
    assert outcome.err == (
        "alternat: There is no template named “moon”. The templates are: canada-china, blank.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.postgresql
def test_a_server_address_stands_for_a_file(terminal: Terminal, postgresql_address: str) -> None:
    terminal.done("new", postgresql_address)
    terminal.done("meeting", "add", postgresql_address, "--year", 2027, "--host", "CA")
    terminal.done("person", "add", postgresql_address, "--side", "CN", "--meeting", 2027, "--name-zh", "王芳")
    assert terminal.done("info", postgresql_address, "--json").json["people"] == 1
    terminal.done("undo", postgresql_address)
    assert terminal.done("people", postgresql_address, "--json").json == []
    assert terminal.type("new", postgresql_address).code == 2
