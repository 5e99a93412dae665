"""Papers of the follow-up from the command line: for whom, in which form of the alternat, arranged how."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from alternat.cli.face import Exit
from tests.cli.terminal import Terminal


def text(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.pdf"


@pytest.mark.parametrize("form", ["reversed", "unreversed", None])
def test_the_form_of_the_alternat_is_an_option(
    terminal: Terminal, example: Path, out: Path, form: str | None
) -> None:
    given = () if form is None else ("--alternat", form)
    at = ("--meeting", 2027, "--copy-for", "CN", "-o", out)
    terminal.type("print", example, "record-of-outcomes", *at, *given)
    read = text(out)
    assert "中加" in read
    assert ("Canada-China" in read) is (form == "unreversed")


def test_for_whom_a_paper_is_an_option(terminal: Terminal, example: Path, out: Path) -> None:
    at = ("--meeting", 2027, "-o", out)
    terminal.type("print", example, "follow-up", *at, "--audience", "desk", "--by", "topic", "--open")
    assert "For this side alone" in text(out)
    assert "By topic" in text(out)
    assert "Open outcomes only" in text(out)
    terminal.type("print", example, "follow-up", *at)
    assert "For this side alone" not in text(out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("programme", "--audience", "desk"),
            "The option --audience does not go with the document “programme”.",
        ),
        (("follow-up", "--alternat", "reversed"), "The option --alternat does not go with"),
        (("guidance", "--open"), "The option --open does not go with the document “guidance”."),
        (
            ("objectives", "--request", "1"),
            "The option --request does not go with the document “objectives”.",
        ),
        (("follow-up", "--audience", "all"), "Choose one of: desk, both, public."),
        (("follow-up", "--by", "state"), "Choose one of: dialogue, topic, side."),
        (("collation", "--outcome", "1999-1"), "The meeting has no outcome “1999-1”"),
        (("guidance-letter", "--request", "999"), "There is no request for guidance with the number 999."),
    ],
)
def test_bad_requests_print_nothing(
    terminal: Terminal, example: Path, out: Path, words: tuple[str, ...], said: str
) -> None:
    document, *options = words
    outcome = terminal.type("print", example, document, "--meeting", 2027, "-o", out, *options)
    assert outcome.code == Exit.REFUSED
    assert said in outcome.err
    assert not out.exists()


def test_a_letter_without_an_answer_blocks_and_says_so(terminal: Terminal, example: Path, out: Path) -> None:
    at = ("--meeting", 2027, "-o", out)
    waiting = next(
        each["number"]
        for each in terminal.done("guidance", "list", example, "--json").json
        if not each["answer"]
    )
    outcome = terminal.type("print", example, "guidance-letter", *at, "--request", waiting)
    assert outcome.code == Exit.BLOCKED
    assert "has not been answered by both co-chairs yet" in outcome.err
    assert not out.exists()
    told = terminal.type("print", example, "guidance-letter", *at)
    assert "Left out: 1 request for guidance not answered by both co-chairs" in told.out


@pytest.mark.parametrize("kind", ["guidance-letter", "open-items"])
def test_what_is_between_the_co_chairs_is_not_for_the_public(
    terminal: Terminal, example: Path, out: Path, kind: str
) -> None:
    at = ("--meeting", 2027, "-o", out)
    outcome = terminal.type("print", example, kind, *at, "--audience", "public")
    read = text(out)
    assert "May assessments" not in read
    assert "Should requests" not in read
    assert "It carries out" not in read
    assert "not for the public" in outcome.out
    terminal.type("print", example, kind, *at)
    read = text(out)
    assert "May assessments" in read or "Should requests" in read
