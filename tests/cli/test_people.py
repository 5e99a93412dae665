"""`alternat people`: who is listed, in which order, and what is never shown unasked."""

from pathlib import Path

from tests.cli.terminal import Terminal


def test_a_delegation_is_listed_in_its_order_of_precedence(terminal: Terminal, example: Path) -> None:
    listed = terminal.done("people", example, "--meeting", 2027, "--side", "cn", "--json").json
    assert [(each["place"], each["name_zh"], each["role"]) for each in listed[:3]] == [
        (1, "秦远舟", "head"),
        (2, "欧阳文静", "deputy-head"),
        (3, "林越", "member"),
    ]
    assert {each["side"] for each in listed} == {"CN"}


def test_a_person_is_told_in_full(terminal: Terminal, example: Path) -> None:
    (told,) = [
        each
        for each in terminal.done("people", example, "--meeting", 2027, "--json").json
        if each["name_zh"] == "吕明轩"
    ]
    assert told == {
        "number": told["number"],
        "side": "CN",
        "family": "Lyu",
        "given": "Mingxuan",
        "name_order": "family-first",
        "printed_name": "",
        "name_zh": "吕明轩",
        "honorific": {"en": "Mr.", "fr": "M.", "zh": "先生"},
        "position": {
            "en": "Counsellor, Department of North American and Oceanian Affairs",
            "fr": "Conseiller, Département des affaires nord-américaines et océaniennes",
            "zh": "北美大洋洲司参赞",
        },
        "entity": "CN-MFA",
        "gender": "masculine",
        "languages": ["zh", "en", "fr"],
        "sort_key": "",
        "post_nominals": "",
        "photo": told["photo"],
        "place": 7,
        "role": "adviser",
        "status": "confirmed",
        "stands_for": None,
        "serial": 20,
    }


def test_without_a_meeting_everybody_is_listed_by_name(terminal: Terminal, example: Path) -> None:
    listed = terminal.done("people", example, "--json").json
    assert len(listed) == 23
    assert [each["family"] for each in listed[:3]] == ["Achterberg", "Arsenault-Reid", "Bélanger-Ouimet"]
    assert "role" not in listed[0]


def test_columns_line_up_beside_chinese_names(terminal: Terminal, example: Path) -> None:
    from alternat.cli.columns import width

    lines = terminal.done("people", example, "--meeting", 2027, "--side", "CN").out.splitlines()
    column = width(lines[0][: lines[0].index("Role")])
    roles = ("deputy head of", "head of", "member of", "designated officer", "adviser", "interpreter")
    for line in lines[1:]:
        start = next((line.index(role) for role in roles if role in line), None)
        assert start is None or width(line[:start]) == column


def test_private_fields_show_only_when_asked_for(terminal: Terminal, example: Path) -> None:
    terminal.done(
        "person", "set", example, 14, "--email", "secret@example.org", "--passport-name", "QIN YUANZHOU"
    )
    for words in (["--meeting", 2027], [], ["--meeting", 2027, "--json"], ["--json"]):
        out = terminal.done("people", example, *words).out
        assert "secret@example.org" not in out
        assert "QIN YUANZHOU" not in out
        assert "secret@example.org" in terminal.done("people", example, *words, "--private").out


def test_unknown_meetings_and_sides_are_refused(terminal: Terminal, example: Path) -> None:
    assert terminal.type("people", example, "--meeting", "2031").err == (
        "alternat: There is no meeting “2031”. The meetings are: 2016, 2017, 2026, 2027.\n"
    )
    assert terminal.type("people", example, "--side", "FR").err == (
        "alternat: There is no side “FR”. The sides are: CA, CN.\n"
    )
