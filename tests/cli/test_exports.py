"""`alternat export`: the file it writes, and what it leaves alone."""

from pathlib import Path

import pytest

from alternat.storage.workspace import open_workspace
from tests.cli.terminal import Terminal
from tests.factories.follow_up import fill_follow_up
from tests.factories.programmes import fill_programme


@pytest.fixture
def filled(empty: Path) -> Path:
    with open_workspace(empty, actor="Test") as workspace:
        fill_programme(workspace)
    return empty


@pytest.mark.parametrize("name", ["ics", "xlsx", "csv", "html"])
def test_a_file_is_written_and_may_be_written_again(
    terminal: Terminal, filled: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / f"programme.{name}"
    for _ in range(2):
        is_there = out.exists()
        line = terminal.done("export", filled, name, "--meeting", 2027, "-o", out)
        replaced = "An earlier file of that name was replaced.\n" if is_there else ""
        assert line.out == f"{out}: 9 sessions\n{replaced}"
    assert out.stat().st_size > 1000


@pytest.mark.parametrize("name", ["ics", "xlsx", "csv", "html"])
def test_what_is_no_earlier_export_of_the_meeting_is_left_unless_it_may_be_replaced(
    terminal: Terminal, filled: Path, tmp_path: Path, name: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (other,) = _other_exports(terminal, elsewhere, name)
    foreign = tmp_path / f"foreign.{name}"
    foreign.write_bytes(_FOREIGN[name])
    for place in (other, foreign):
        before = place.read_bytes()
        words = ("export", filled, name, "--meeting", 2027, "-o", place)
        outcome = terminal.type(*words)
        assert (outcome.code, str(place) in outcome.err, "--overwrite" in outcome.err) == (2, True, True)
        assert place.read_bytes() == before
        assert terminal.done(*words, "--overwrite", "--json").json["replaced"] is True
        assert terminal.done(*words, "--json").json["replaced"] is True


_FOREIGN = {
    "ics": b"BEGIN:VCALENDAR\r\nPRODID:-//Example//Calendar//EN\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    "xlsx": b"PK\x05\x06" + bytes(18),
    "csv": b"\xef\xbb\xbfName,Seat\r\nSomebody,4\r\n",
    "html": b"<!DOCTYPE html><title>Our page</title>",
}


def _other_exports(terminal: Terminal, folder: Path, name: str) -> list[Path]:
    """Return the export of a meeting of another dialogue."""
    dialogue, out = folder / "other.alternat", folder / f"other.{name}"
    terminal.done("new", dialogue)
    days = ("--from", "2027-06-12", "--to", "2027-06-13")
    terminal.done("meeting", "add", dialogue, "--year", 2027, "--host", "CA", *days)
    when = ("--start", "2027-06-12T09:00", "--minutes", 60, "--kind", "plenary")
    terminal.done("session", "add", dialogue, "--meeting", 2027, *when, "--title-en", "Talks")
    terminal.done("export", dialogue, name, "--meeting", 2027, "-o", out)
    return [out]


def test_one_room_in_the_languages_asked_for(terminal: Terminal, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "room.ics"
    words = ("export", filled, "ics", "--meeting", 2027, "--room", "A2", "--languages", "zh", "-o", out)
    assert terminal.done(*words, "--json").json == {"file": str(out), "sessions": 2, "internal_left_out": 0}
    assert "SUMMARY:双边会见：司法" in out.read_text(encoding="utf-8")


def test_what_is_not_an_export_is_left_alone(terminal: Terminal, filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.html"
    other.write_text("Dear colleague", encoding="utf-8")
    for place in (other, filled, tmp_path):
        outcome = terminal.type("export", filled, "html", "--meeting", 2027, "-o", place)
        assert (outcome.code, "is there already" in outcome.err) == (2, True)
    assert other.read_text(encoding="utf-8") == "Dear colleague"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("docx",), "The formats are: ics, xlsx, csv, html, follow-up-xlsx."),
        (("ics", "--room", "Z9"), "The rooms are: A1, A2, A3, B1."),
        (("ics", "--side", "XX"), "Its sides are: CA, CN."),
        (("ics", "--person", 999), "Those who do are: "),
    ],
)
def test_what_does_not_exist_is_refused_with_choices(
    terminal: Terminal, filled: Path, tmp_path: Path, words: tuple[object, ...], said: str
) -> None:
    out = tmp_path / "programme.out"
    outcome = terminal.type("export", filled, *words, "--meeting", 2027, "-o", out)
    assert outcome.code == 2
    assert said in outcome.err
    assert not out.exists()


def test_a_text_file_is_for_the_excel_that_was_asked_for(
    terminal: Terminal, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "programme.csv"
    words = ("export", filled, "csv", "--meeting", 2027, "--languages", "en", "-o", out)
    for excel, separator in ((), ","), (("--for-excel", "fr"), ";"), (("--for-excel", "zh"), ","):
        terminal.done(*words, *excel)
        assert out.read_text(encoding="utf-8-sig").startswith(f"Day{separator}Start time")
    outcome = terminal.type("export", filled, "ics", "--meeting", 2027, "-o", tmp_path / "p.ics", *excel)
    assert (outcome.code, "goes with csv" in outcome.err) == (2, True)


@pytest.mark.parametrize("languages", ["en", "fr", "zh", "fr,en", "zh,en,fr"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_was_exported_is_read_back_without_a_change(
    terminal: Terminal, example: Path, tmp_path: Path, languages: str, kind: str
) -> None:
    out = tmp_path / f"programme.{kind}"
    terminal.done("export", example, kind, "--meeting", 2027, "--languages", languages, "-o", out)
    said = terminal.type("session", "import", example, out, "--meeting", 2027, "--dry-run").out
    assert "19 rows: 0 to add, 0 to change, 19 as they are" in said


def test_the_follow_up_leaves_as_a_workbook_and_is_noted(
    terminal: Terminal, filled: Path, tmp_path: Path
) -> None:
    with open_workspace(filled, actor="Test") as workspace:
        meeting, person = workspace.tables.Meeting.get(), workspace.tables.Person.get()
        fill_follow_up(workspace, meeting.id, person.id)
    out = tmp_path / "follow-up.xlsx"
    words = ("export", filled, "follow-up-xlsx", "-o", out)
    left_out = (
        "Progress notes: 1 row is not for this audience and is left out.\n"
        "No sheet has room for: 1 check of a text, 1 collation. They stay here."
    )
    assert terminal.done(*words).out == f"{out}: 2 outcomes (For the two sides)\n{left_out}\n"
    told = terminal.done(*words, "--audience", "desk", "--json").json
    assert (told["audience"], told["replaced"], told["rows"]["notes"]) == ("desk", True, 1)
    assert "left_out" not in told
    assert (told["not_carried"]["checks"], told["not_carried"]["dismissed"]) == (1, 1)
    (_, first) = terminal.done("releases", filled, "--json").json
    assert (first["kind"], first["file"], first["people"]) == ("follow-up-xlsx", out.name, [person.id])
    out.write_bytes(_FOREIGN["xlsx"])
    assert "--overwrite" in terminal.type(*words).err
    assert out.read_bytes() == _FOREIGN["xlsx"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("follow-up-xlsx", "--side", "CA"), "--side does not go with follow-up-xlsx"),
        (("follow-up-xlsx", "--meeting", 2027), "--meeting does not go with follow-up-xlsx"),
        (
            ("ics", "--meeting", 2027, "--audience", "both"),
            "--audience goes with follow-up-xlsx, not with ics",
        ),
        (("ics",), "name it with --meeting"),
        (("follow-up-xlsx", "--audience", "them"), "desk"),
    ],
)
def test_options_of_another_format_are_refused(
    terminal: Terminal, filled: Path, tmp_path: Path, words: tuple[object, ...], said: str
) -> None:
    out = tmp_path / "out"
    outcome = terminal.type("export", filled, *words, "-o", out)
    assert (outcome.code, said in outcome.err, out.exists()) == (2, True, False)
