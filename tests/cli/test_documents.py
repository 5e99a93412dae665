"""`alternat print`: where the document goes, what is told, and what is refused."""

import hashlib
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from alternat.actions.programme import move_session
from alternat.actions.revisions import publish
from alternat.storage.workspace import open_workspace
from tests.cli.terminal import Terminal
from tests.documents.reading import glyphs
from tests.factories.programmes import fill_programme


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_facts_go_to_the_output(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "badges.pdf"
    told = terminal.done("print", example, "badges", "--meeting", 2027, "--side", "cn", "-o", out).out
    assert told == f"{out}: 2 pages, 10 people, nothing found\n"


def test_badges_print_the_people_asked_for(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "one.pdf"
    terminal.done(
        *("print", example, "badges", "--meeting", 2027, "--person", 15, "--stock", "l7418", "--start", 8),
        *("--languages", "zh,fr", "-o", out),
    )
    text = text_of(out)
    assert "欧阳文静" in text
    assert "OUYANG" in text
    assert "秦远舟" not in text
    assert len(PdfReader(out).pages) == 1


def test_the_copy_decides_which_side_comes_first(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    line = ("print", example, "delegation-list", "--meeting", 2027, "--languages", "en,zh", "-o", out)
    for side, canada_first in (("CA", True), ("cn", False)):
        terminal.done(*line, "--copy-for", side)
        text = text_of(out)
        assert (text.index("Delegation of Canada") < text.index("Delegation of China")) is canada_first


def test_paper_and_languages_are_arguments(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    line = ("print", example, "delegation-list", "--meeting", 2027, "-o", out)
    for paper, height in (("a4", 842), ("Letter", 792)):
        terminal.done(*line, "--paper", paper, "--languages", "zh")
        assert round(PdfReader(out).pages[0].mediabox.height) == height
    assert "Delegation" not in text_of(out)


def test_a_year_planner_prints_the_years_asked_for(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "years.pdf"
    years = ("--year", 2027, "--year", 2028)
    terminal.done("print", example, "year-planner", "--meeting", 2027, *years, "--languages", "en", "-o", out)
    text = text_of(out)
    assert ("Year planner 2027" in text, "Year planner 2028" in text) == (True, True)


def test_a_change_sheet_compares_the_revisions_asked_for(
    terminal: Terminal, empty: Path, tmp_path: Path
) -> None:
    with open_workspace(empty, actor="Test", write=True) as workspace:
        filled = fill_programme(workspace)
        publish(workspace, filled.meeting, "Test")
        move_session(workspace, filled.sessions["lunch"], start=time(13, 0))
        publish(workspace, filled.meeting, "Test")
    out = tmp_path / "changes.pdf"
    line = ("print", empty, "changes", "--meeting", 2027, "--languages", "en", "-o", out)
    for revisions in (("--since", 1, "--until", 2), ("--until", 2)):
        terminal.done(*line, *revisions)
        assert "Changes from revision 1 to revision 2" in text_of(out)
    terminal.done(*line)
    assert "Changes since revision 2" in text_of(out)
    outcome = terminal.type(*line, "--since", 2, "--until", 1)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert "Revision 1 is not later than revision 2" in outcome.err


def test_what_a_paper_leaves_out_is_told(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"

    def told(kind: str, *more: object) -> str:
        out.unlink(missing_ok=True)
        lines = terminal.done("print", example, kind, "--meeting", 2027, "-o", out, *more).out.splitlines()
        return "".join(lines[1:])

    declined = "1 person who does not take part: Helena KOWALCZYK (declined)"
    cancelled = "1 cancelled session: Evening on the river"
    assert told("badges") == told("delegation-list") == f"Left out: {declined}"
    assert told("badges", "--side", "CN") == ""
    assert told("my-day") == f"Left out: {cancelled}; {declined}"
    internal = "Meeting of the Canadian delegation", "Meeting of the Chinese delegation"
    both = f"2 internal meetings: {internal[0]} and {internal[1]}"
    assert told("programme") == f"Left out: {both}; {cancelled}"
    one = f"1 session without this delegation: {internal[0]}"
    assert told("programme", "--side", "CN") == f"Left out: {one}; {cancelled}"
    assert told("run-of-show") == f"Left out: {both}; {cancelled}; {declined}"
    assert told("door-signs").startswith(f"Left out: {cancelled}; 1 session without a room: ")
    assert told("interpretation").startswith(f"Left out: {cancelled}; 8 sessions without interpretation: ")
    line = ("print", example, "badges", "--meeting", 2027, "-o", tmp_path / "own.pdf", "--json")
    (left,) = terminal.done(*line).json["left_out"]
    assert left == {"cause": "not-taking-part", "count": 1, "names": ["Helena KOWALCZYK (declined)"]}
    terminal.environ["ALTERNAT_LANG"] = "zh"
    assert told("badges") == "未列入：1名不参会人员：海伦娜·科瓦尔奇克（已谢绝）"


def test_facts_come_as_json(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "badges.pdf"
    told = terminal.done(
        "print", example, "badges", "--meeting", 2027, "--side", "CA", "-o", out, "--json"
    ).json
    assert (told["file"], told["pages"], len(told["people"])) == (str(out), 2, 12)


def test_a_name_that_cannot_be_printed_is_held_back_and_the_others_print(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    terminal.done("person", "set", example, 16, "--name-zh", "林𠮷")
    out = tmp_path / "badges.pdf"
    line = ("print", example, "badges", "--meeting", 2027, "-o", out)
    outcome = terminal.type(*line)
    assert (outcome.code, out.exists()) == (1, True)
    finding, held = outcome.err.splitlines()
    assert finding.startswith("  Blocks: ")
    assert "LIN Yue" in finding
    assert (
        held
        == "alternat: Printed without LIN Yue: see above for what to mend. Everything else is on the paper."
    )
    assert "21 people" in outcome.out
    assert "LIN Yue" not in text_of(out)
    out.unlink()
    alone = terminal.type(*line, "--person", 16)
    assert (alone.code, alone.out, out.exists()) == (1, "", False)
    assert alone.err.splitlines()[1].startswith("alternat: Nothing was printed.")
    outcome = terminal.type(*line, "--anyway")
    assert (outcome.code, outcome.err) == (0, finding + "\n")
    assert "1 finding, 1 of them blocks printing\n" in outcome.out
    assert out.exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["posters"], "There is no document named “posters”."),
        (["badges", "--meeting", "1867"], "There is no meeting “1867”."),
        (["badges", "--side", "US"], "There is no side “US”"),
        (["badges", "--copy-for", "US"], "There is no side “US”"),
        (["badges", "--stock", "9999"], "There is no label stock named “9999”."),
        (["badges", "--stock", "L4785", "--start", "11"], "so printing cannot start at label 11"),
        (["badges", "--start", "0"], "“0” is not a whole number from 1"),
        (["badges", "--languages", "zh,de"], "“de” is not a value of --languages."),
        (["badges", "--languages", "zh,zh"], "“zh,zh” names a language twice."),
        (["badges", "--offset", "1"], "“1” is not two lengths in millimetres"),
        (["badges", "--offset", "0,20.5"], "each from −20 to 20"),
        (["badges", "--offset", "nan,0"], "is not two lengths"),
        (["badges", "--scale", "150"], "“150” is not a percentage from 90 to 110"),
        (["badges", "--scale", "nan"], "is not a percentage"),
        (["programme", "--scale", "99"], "The option --scale does not go with the document “programme”."),
        (["badges", "--paper", "a4"], "The option --paper does not go with the document “badges”."),
        (["delegation-list", "--stock", "L4785"], "The option --stock does not go with"),
        (["delegation-list", "--person", "1"], "The option --person does not go with"),
        (["programme", "--person", "1"], "The option --person does not go with the document “programme”."),
        (["programme", "--room", "A1"], "The option --room does not go with the document “programme”."),
        (["programme", "--side", "US"], "There is no side “US”"),
        (["programme", "--year", "2027"], "The option --year does not go with the document “programme”."),
        (["programme", "--since", "1"], "The option --since does not go with the document “programme”."),
        (["changes", "--since", "9"], "has no revision 9."),
        (["my-day", "--person", "999"], "Nobody with the number 999 takes part in this meeting."),
        (["door-signs", "--room", "Z9"], "There is no room “Z9” at this meeting."),
        (["delegation-list", "--paper", "a3"], "“a3” is not a value of --paper. Choose one of: a4, letter."),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_bad_requests_print_nothing(
    terminal: Terminal, example: Path, tmp_path: Path, words: list[str], sentence: str, language: str
) -> None:
    out = tmp_path / "out.pdf"
    meeting = () if "--meeting" in words else ("--meeting", "2027")
    line = ("print", example, words[0], *meeting, *words[1:], "-o", out, "--lang", language)
    outcome = terminal.type(*line)
    assert (outcome.code, outcome.out, out.exists()) == (2, "", False)
    assert outcome.err.count("\n") == 1
    assert (sentence in outcome.err) is (language == "en")


def test_neither_the_dialogue_nor_another_file_is_overwritten(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"PK\x03\x04 a letter")
    disguised = tmp_path / "talks.pdf"
    disguised.hardlink_to(example)
    for target in (example, letter, disguised, tmp_path):
        before = hashlib.sha256(target.read_bytes()).digest() if target.is_file() else b""
        outcome = terminal.type("print", example, "badges", "--meeting", 2027, "-o", target)
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)
        assert before == (hashlib.sha256(target.read_bytes()).digest() if target.is_file() else b"")


def test_a_folder_that_is_not_there_is_refused(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    outcome = terminal.type(
        "print", example, "badges", "--meeting", 2027, "-o", tmp_path / "no" / "badges.pdf"
    )
    assert outcome.code == 2
    assert "its folder does not exist" in outcome.err


@pytest.mark.parametrize("side", ["CA", "CN"])
@pytest.mark.parametrize(
    "kind",
    ["delegation-list", "programme", "run-of-show", "interpretation", "checklist", "year-planner", "my-day"],
)
def test_the_languages_stand_in_the_order_asked_on_every_paper_of_both_sides(
    terminal: Terminal, example: Path, tmp_path: Path, kind: str, side: str
) -> None:
    out = tmp_path / "out.pdf"
    line = ("print", example, kind, "--meeting", 2027, "--copy-for", side, "-o", out)
    terminal.type(*line, "--languages", "fr,en", "--anyway")
    foot = PdfReader(out).pages[0].extract_text()
    assert foot.index("Page 1 sur") < foot.index("Page 1 of")
    terminal.type(*line, "--languages", "en,fr", "--anyway")
    foot = PdfReader(out).pages[0].extract_text()
    assert foot.index("Page 1 of") < foot.index("Page 1 sur")


def test_a_copy_is_in_the_order_of_its_side_unless_another_is_asked_for(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    out = tmp_path / "list.pdf"

    def order(*words: str) -> list[str]:
        terminal.done("print", example, "delegation-list", "--meeting", 2027, "-o", out, *words)
        text = PdfReader(out).pages[0].extract_text()
        marks = {"en": "Page 1 of", "fr": "Page 1 sur", "zh": "第1页"}
        return sorted(marks, key=lambda code: text.index(marks[code]))

    assert order("--copy-for", "CN") == ["zh", "en", "fr"]
    assert order() == order("--copy-for", "CA") == ["en", "fr", "zh"]
    terminal.done("side", "set", example, "CA", "--languages", "fr,en")
    assert order() == order("--copy-for", "CA") == ["fr", "en", "zh"]
    assert order("--copy-for", "CN") == ["zh", "en", "fr"]


def test_a_printer_that_is_off_is_corrected_on_the_line(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    out = tmp_path / "badges.pdf"
    line = ("print", example, "badges", "--meeting", 2027, "--person", 15, "--stock", "L4785", "-o", out)

    def corner() -> list[float]:
        (first, *_) = (each for each in glyphs(out.read_bytes()) if each.character == "O")
        return [first.left, first.top]

    terminal.done(*line)
    left, top = corner()
    terminal.done(*line, "--offset", "2,-1.5")
    assert corner() == pytest.approx([left + 2, top - 1.5], abs=0.02)
    terminal.done(*line, "--scale", "101 %", "--offset", "2,0")
    assert corner() == pytest.approx([left * 1.01 + 2, top * 1.01], abs=0.02)


def test_label_sheets_ask_for_true_size_on_one_side_and_other_papers_do_not(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    wanted = {"badges": ("/None", "/Simplex"), "delegation-list": (None, None)}
    for kind, asked in wanted.items():
        terminal.done("print", example, kind, "--meeting", 2027, "-o", out, "--overwrite")
        told: Any = PdfReader(out).root_object["/ViewerPreferences"]
        assert (told.get("/PrintScaling"), told.get("/Duplex")) == asked


def test_only_an_earlier_print_of_the_same_is_replaced_and_that_is_told(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    out, other = tmp_path / "list.pdf", tmp_path / "other.alternat"
    line = ("print", example, "delegation-list", "--meeting", 2027, "-o", out)
    assert "replaced" not in terminal.done(*line).out
    assert terminal.done(*line, "--side", "cn", "--languages", "zh").out.endswith(
        "An earlier file of that name was replaced.\n"
    )
    assert terminal.done(*line, "--json").json["replaced"] is True
    terminal.done("new", other)
    terminal.done("meeting", "add", other, "--year", 2027, "--host", "CA", "--reference", "2027")
    signed = b"%PDF-1.4\n1 0 obj<</Title(Their signed agreement)/Producer(Scanner)>>endobj\n"
    for words, content in (
        (("print", example, "checklist", "--meeting", 2027, "-o", out), out.read_bytes()),
        (("print", other, "delegation-list", "--meeting", 2027, "-o", out), out.read_bytes()),
        (line, signed),
        (line, b"Not a PDF at all"),
    ):
        out.write_bytes(content)
        refused = terminal.type(*words)
        assert (refused.code, str(out) in refused.err, out.read_bytes()) == (2, True, content)
        assert "--overwrite" in refused.err
    assert terminal.done(*line, "--overwrite", "--json").json["replaced"] is True
    assert PdfReader(out).pages


@pytest.mark.parametrize("kind", ["delegation-list", "run-of-show", "my-day", "programme"])
def test_sheets_show_a_gap_for_a_name_that_cannot_be_printed_and_print(
    terminal: Terminal, example: Path, tmp_path: Path, kind: str
) -> None:
    chair = 14
    terminal.type("person", "set", example, chair, "--name-zh", "秦\ue000")
    out = tmp_path / "out.pdf"
    told = terminal.type(
        "print",
        example,
        kind,
        "--meeting",
        2027,
        "--languages",
        "zh",
        "--copy-for",
        "CN",
        "-o",
        out,
        "--json",
    )
    assert told.code == 1
    is_off = kind == "my-day"
    assert (told.json["held_back"], told.json["with_gaps"]) == ([chair] if is_off else [], [chair])
    held, gaps = ("Printed without QIN" in told.err, "On the paper, […] stands in place of" in told.err)
    assert (held, gaps) == (is_off, True)
    text = text_of(out)
    heads = [page.extract_text().splitlines()[0] for page in PdfReader(out).pages]
    assert not any("[…]" in head for head in heads)
    assert ("[…]" in text, "\ue000" in text, "欧阳文静" in text or kind == "programme") == (True, False, True)


def test_a_page_that_would_be_headed_by_a_gap_is_not_printed(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    terminal.type("person", "set", example, 16, "--name-zh", "林\ue000")
    out = tmp_path / "day.pdf"
    line = ("print", example, "my-day", "--meeting", 2027, "--person", 16, "-o", out)
    told = terminal.type(*line)
    assert (told.code, told.out, out.exists()) == (1, "", False)
    assert told.err.splitlines()[-1].startswith("alternat: Nothing was printed.")
    assert terminal.type(*line, "--languages", "en").code == 1
    assert out.exists()
    out.unlink()
    assert terminal.type(*line, "--anyway").code == 0
    assert "[…]" in text_of(out)


def test_what_is_no_persons_name_still_stops_the_print(
    terminal: Terminal, example: Path, tmp_path: Path
) -> None:
    terminal.type("side", "set", example, "CN", "--country-zh", "中\ue000")
    out = tmp_path / "badges.pdf"
    outcome = terminal.type("print", example, "badges", "--meeting", 2027, "-o", out)
    assert (outcome.code, outcome.out, out.exists()) == (1, "", False)
    assert outcome.err.splitlines()[-1].startswith("alternat: Nothing was printed.")
