"""`alternat import`: the preview, the confirmation, and what is left out."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import Terminal

LIST = (
    "Nom de famille;Prénom;姓名;Fonction;Organisme;Courriel\r\n"
    "Gagnier;Maëlle;;Directrice;Affaires mondiales Canada;m.gagnier@example.org\r\n"
    "Ellery;Tobias;艾乐;Analyste;Sécurité publique Canada;\r\n"
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "liste.csv"
    path.write_bytes(LIST.encode("utf-8"))
    return path


def families(terminal: Terminal, file: Path) -> list[str]:
    return [each["family"] for each in terminal.done("people", file, "--json").json]


def test_a_dry_run_tells_everything_and_writes_nothing(
    terminal: Terminal, example: Path, source: Path
) -> None:
    before = example.read_bytes()
    out = terminal.done("import", example, source, "--meeting", 2027, "--side", "CA", "--dry-run").out
    assert "Family name" in out
    assert "Global Affairs Canada" in out
    assert "Import 2 people, update 0, skip 0" in out
    assert "Nothing was written, as --dry-run asks." in out
    assert "m.gagnier@example.org" not in out
    assert example.read_bytes() == before


def test_an_import_is_one_step(terminal: Terminal, example: Path, source: Path) -> None:
    out = terminal.done("import", example, source, "--meeting", 2027, "--side", "CA").out
    assert out.endswith("Done: Import 2 people from liste.csv.\n")
    assert {"Gagnier", "Ellery"} <= set(families(terminal, example))
    delegation = terminal.done("people", example, "--meeting", 2027, "--side", "CA", "--json").json
    assert [each["family"] for each in delegation[-2:]] == ["Gagnier", "Ellery"]
    terminal.done("undo", example)
    assert not {"Gagnier", "Ellery"} & set(families(terminal, example))


def test_the_same_list_again_changes_nothing(terminal: Terminal, example: Path, source: Path) -> None:
    terminal.done("import", example, source, "--meeting", 2027, "--side", "CA")
    before = example.read_bytes()
    out = terminal.done("import", example, source, "--meeting", 2027, "--side", "CA").out
    assert out.endswith("Nothing had to be changed.\n")
    assert example.read_bytes() == before


def test_columns_are_corrected_on_the_line(terminal: Terminal, example: Path, source: Path) -> None:
    words = ("import", example, source, "--meeting", 2027, "--side", "CA", "--dry-run", "--json")
    told = terminal.type(*words, "--map", "Fonction=ignore", "--map", "F=note").json
    assert [(each["column"], each["field"]) for each in told["columns"]][3:] == [
        ("D", "ignore"),
        ("E", "entity-fr"),
        ("F", "note"),
    ]
    assert told["counts"] == {"add": 2, "update": 0, "skip": 0, "undecided": 0}


def test_likely_duplicates_wait_for_a_decision(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    source = tmp_path / "again.csv"
    source.write_text("Family name,Given name,Position\nKovalczyk,Helena,Deputy Director\n", encoding="utf-8")
    words = ("import", example, source, "--meeting", 2027, "--side", "CA")
    outcome = terminal.type(*words, "--json")
    assert outcome.code == 1
    (row,) = outcome.json["rows"]
    assert (row["action"], row["candidates"]) == (
        "possible-duplicate",
        [{"person": 5, "name": "Helena KOWALCZYK 海伦娜·科瓦尔奇克"}],
    )
    assert len(families(terminal, example)) == 23
    terminal.done(*words, "--duplicates", "add")
    assert len(families(terminal, example)) == 24


def test_rows_with_problems_are_named_and_left_out(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    source = tmp_path / "half.csv"
    source.write_text(
        "Family name,Given name,Position\nEllery,Tobias,Analyst\n,,Director\n", encoding="utf-8"
    )
    outcome = terminal.type("import", example, source, "--meeting", 2027, "--side", "CA")
    assert outcome.code == 1
    assert outcome.err.startswith("Row 3")
    assert "Ellery" in families(terminal, example)


@pytest.mark.parametrize(
    ("content", "words", "sentence"),
    [
        (b"", [], "empty"),
        (b"\x00\x01\x02\xff" * 400, [], "liste.csv"),
        (b"PK\x03\x04 broken", [], "liste.csv"),
        (b"BEGIN:VCARD\nVERSION:3.0\nFN:Zoe Ives\nEND:VCARD\n", [], "contact card (vCard)"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", [], "calendar (iCalendar)"),
        (b"%PDF-1.7\n", [], "PDF document"),
        (b"\x89PNG\r\n\x1a\n\0", [], "picture"),
        (b'Name,Post\nIves,"Director\nRoy,Adviser\n', [], "line 2"),
        (LIST.encode(), ["--encoding", "klingon"], "klingon"),
        (LIST.encode(), ["--sheet", "Feuille 9"], "Feuille 9"),
        (LIST.encode(), ["--map", "Rang=family"], "Rang"),
        (LIST.encode(), ["--map", "Fonction=rank"], "rank"),
        (LIST.encode(), ["--map", "Fonction"], "Fonction"),
        (LIST.encode(), ["--meeting", "1999"], "There is no meeting “1999”."),
        (LIST.encode(), ["--side", "US"], "There is no side “US”."),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_bad_lists_are_refused_and_nothing_is_written(
    terminal: Terminal,
    example: Path,
    source: Path,
    content: bytes,
    words: list[Any],
    sentence: str,
    language: str,
) -> None:
    source.write_bytes(content)
    before = example.read_bytes()
    usual = {"--meeting": "2027", "--side": "CA"}
    rest = [word for name, value in usual.items() if name not in words for word in (name, value)]
    outcome = terminal.type("import", example, source, *rest, *words, "--lang", language)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    if language == "en":
        assert sentence in outcome.err
    assert example.read_bytes() == before


def test_a_list_that_is_not_there_is_refused(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    outcome = terminal.type("import", example, tmp_path / "gone.csv", "--meeting", 2027)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert "gone.csv" in outcome.err


def test_namesakes_letters_and_places_to_be_filled_are_told_once(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    source = tmp_path / "list.csv"
    source.write_text(
        "Name,Position,Organization\n"
        '"The Hon. Zoé Ellery, P.C., M.P.",Minister,Parks\n'
        '"Zoé Ellery, Ph.D.",Analyst,Rivers\n'
        "1. Noé Gagnier (they/them),Director,Parks\n"
        "Noe Gagnier*,Director,Parks\n"
        "TBC,Adviser,Parks\n"
        "Total: 4,,\n",
        encoding="utf-8",
    )
    words = ("import", example, source, "--meeting", 2027, "--side", "CA")
    outcome = terminal.type(*words)
    assert outcome.code == 0
    assert outcome.err.count("is not an entity of the dialogue") == 1
    assert "Rivers" in outcome.err
    assert "The same person as in row 4" in outcome.err
    assert (
        "Row 6, left out: Not a name, but a place still to be filled. “TBC · Adviser · Parks”" in outcome.err
    )
    assert "Row 7, left out: A total, not a person. “Total: 4”" in outcome.err
    everybody = terminal.done("people", example, "--json").json
    new = {(each["given"], each["family"]) for each in everybody}
    assert {("Zoé", "Ellery"), ("Noé", "Gagnier")} <= new
    assert sum(each["family"] == "Ellery" for each in everybody) == 2
    noted = terminal.done("people", example, "--json", "--private").json
    assert next(each["note"] for each in noted if each["family"] == "Gagnier") == "they/them\n*"


def test_one_verb_settles_all_entities_that_the_dialogue_lacks(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    source = tmp_path / "list.csv"
    source.write_text(
        "Name,Organization\nZoé Ellery,Parks\nNoé Gagnier,Rivers\nGuy Roybon,Parks\n", encoding="utf-8"
    )
    words = ("import", example, source, "--meeting", 2027, "--side", "CA", "--dry-run", "--json")
    mapped = terminal.type(*words, "--entities", "Parks=GAC", "--entities", "make").json
    assert [each["entity"] for each in mapped["rows"]] == [
        "Global Affairs Canada",
        "Rivers",
        "Global Affairs Canada",
    ]
    refused = terminal.type(*words, "--entities", "Parks=Lakes")
    assert (refused.code, "Lakes" in refused.err) == (2, True)
    assert terminal.type(*words, "--entities", "perhaps").code == 2


def test_exchanged_columns_are_told_once_and_exchanged(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    source = tmp_path / "list.csv"
    source.write_text("First Name,Last Name\nWANG,Xiaofan\nLI,Yangben\nZHAO,Fan\n", encoding="utf-8")
    words = ("import", example, source, "--meeting", 2027, "--side", "CN", "--dry-run")
    assert terminal.type(*words).err.count("seem to be exchanged: in 3 rows") == 1
    told = terminal.type(*words, "--swap-names", "--json").json
    assert [each["name"] for each in told["rows"]] == ["Wang Xiaofan", "Li Yangben", "Zhao Fan"]
    assert told["notes"] == []


def test_a_list_of_which_nothing_is_recognised_is_refused(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    source = tmp_path / "list.csv"
    source.write_text("alpha,beta\n1,2\n3,4\n", encoding="utf-8")
    before = example.read_bytes()
    outcome = terminal.type("import", example, source, "--meeting", 2027, "--side", "CA")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "Prénom" in outcome.err
    assert example.read_bytes() == before


def test_an_update_is_shown_field_by_field(terminal: Terminal, example: Path, source: Path) -> None:
    terminal.done("import", example, source, "--meeting", 2027, "--side", "CA")
    source.write_bytes(LIST.replace("Directrice;", "Conseillère;").encode("utf-8"))
    options = ("import", example, source, "--meeting", 2027, "--side", "CA", "--dry-run")
    out = terminal.done(*options).out
    assert "“Directrice” → “Conseillère”" in out
    updates = [each for row in terminal.type(*options, "--json").json["rows"] for each in row["updates"]]
    assert updates == [{"field": "position", "before": "Directrice", "after": "Conseillère"}]


def test_a_shorter_name_never_replaces_a_longer_one(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    words = ("--meeting", 2027, "--side", "CA", "--duplicates", "merge")
    source = tmp_path / "list.csv"
    source.write_text("Nom de famille;Prénom\r\nArsenault-Reid;Marielle\r\n", encoding="utf-8")
    terminal.done("import", example, source, *words)
    source.write_text("Nom de famille;Prénom\r\nARSENAULT;Marielle\r\n", encoding="utf-8")
    asked = terminal.type("import", example, source, *words[:4])
    assert "May be Marielle ARSENAULT-REID." in asked.err
    told = terminal.type("import", example, source, *words)
    assert told.code == 0
    assert "The list has only “Arsenault”; “Arsenault-Reid” is kept." in told.err
    assert "Arsenault-Reid" in families(terminal, example)


@pytest.mark.parametrize(
    ("language", "guess", "move"),
    [
        (
            "en",
            "“Sous-chef” is read as French.",
            "Guy ROY moves from “Department of Justice” to “Global Affairs Canada”.",
        ),
        (
            "fr",
            "«\u00a0Sous-chef\u00a0» est lu comme du français.",
            (
                "Guy ROY passe de «\u00a0Ministère de la Justice\u00a0» à "
                "«\u00a0Affaires mondiales Canada\u00a0»."
            ),
        ),
        ("zh", "“Sous-chef”视为法文。", "Guy ROY将由“加拿大司法部”改为“加拿大全球事务部”。"),
    ],
)
def test_guessed_languages_and_moves_are_told_in_every_language(
    terminal: Terminal, example: Path, tmp_path: Path, language: str, guess: str, move: str
) -> None:
    words = ("--meeting", 2027, "--side", "CA", "--lang", language)
    source = tmp_path / "list.csv"
    head = "Family name;Given name;Organization;Position;E-mail\r\n"
    source.write_text(head + "Roy;Guy;Department of Justice;Director;roy@example.org\r\n", encoding="utf-8")
    terminal.done("import", example, source, *words)
    rows = (
        "Roy;Guy;Affaires mondiales Canada;Director;roy@example.org\r\nPelletier-Fox;Odette;;Sous-chef;\r\n"
    )
    source.write_text(head + rows, encoding="utf-8")
    told = terminal.type("import", example, source, *words)
    assert guess in told.err
    assert move in told.err


def test_one_option_settles_the_side_of_all_rows_that_do_not_tell_theirs(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    source = tmp_path / "both.csv"
    source.write_text(
        "Name,Organization\nLi Wei,Ministry of Justice\nZoe Roy,Department of Justice\nBob Smith,\nAnn Roy,",
        encoding="utf-8",
    )
    words = ("import", example, source, "--meeting", 2027, "--dry-run")
    asked = terminal.type(*words)
    assert asked.code == 1
    assert "2 rows (4–5) (Blocks): Nothing tells which side the person belongs to." in asked.out + asked.err
    assert "--side-of-others SIDE" in asked.out + asked.err
    settled = terminal.type(*words, "--side-of-others", "CA", "--json").json
    assert [row["side"] for row in settled["rows"]] == ["CN", "CA", "CA", "CA"]
    unknown = terminal.type(*words, "--side-of-others", "XX")
    assert unknown.code == 2
    assert "XX" in unknown.err
