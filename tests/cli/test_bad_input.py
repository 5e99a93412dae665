"""What is not a readable dialogue: one line that says what and what to do, exit 2, and the file as it was."""

import codecs
import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from alternat.storage.workspace import open_workspace
from tests.cli.terminal import Terminal
from tests.source_tree import ROOT

NOBODY = 65534
Spoil = Callable[[Path], None]


def is_text(path: Path) -> None:
    path.write_text("Dear colleagues,\n", encoding="utf-8")


def is_empty(path: Path) -> None:
    path.write_bytes(b"")


def is_another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE recipe (id INTEGER)")
        database.commit()


def is_cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def is_overwritten_in_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:12288] = os.urandom(8192)
    path.write_bytes(content)


def is_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 9999")
        database.commit()


def is_gone(path: Path) -> None:
    path.unlink()


def is_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


SPOILT: tuple[Spoil, ...] = (
    is_text,
    is_empty,
    is_another_database,
    is_cut_short,
    is_overwritten_in_the_middle,
    is_newer,
    is_gone,
    is_a_folder,
)
READING = (["info"], ["meetings"], ["people"], ["check"], ["log"], ["terms"])
WRITING = (["undo"], ["meeting", "add"], ["person", "remove"])
REST: dict[tuple[str, ...], list[str]] = {
    ("meeting", "add"): ["--year", "2031", "--host", "CA"],
    ("person", "remove"): ["1"],
}


def digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""


def refused(terminal: Terminal, words: list[str], file: Path, language: str) -> str:
    """Run a command that must refuse, and return its one line."""
    before, beside = digest(file), sorted(file.parent.iterdir())
    outcome = terminal.type(*words, file, *REST.get(tuple(words), []), "--lang", language)
    assert (outcome.code, outcome.out) == (2, ""), outcome
    assert outcome.err.startswith("alternat: ")
    assert outcome.err.count("\n") == 1
    assert digest(file) == before
    assert sorted(file.parent.iterdir()) == beside
    assert terminal.faults == []
    return outcome.err


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
@pytest.mark.parametrize("words", [*READING, *WRITING], ids=" ".join)
def test_what_cannot_be_read_is_refused(
    terminal: Terminal, example: Path, spoil: Spoil, words: list[str]
) -> None:
    spoil(example)
    assert "talks" in refused(terminal, words, example, "en")


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_each_language_has_its_own_sentence(terminal: Terminal, example: Path, spoil: Spoil) -> None:
    spoil(example)
    sentences = {refused(terminal, ["info"], example, language) for language in ("en", "fr", "zh")}
    assert len(sentences) == 3


def test_a_newer_file_asks_for_a_newer_program(terminal: Terminal, example: Path) -> None:
    is_newer(example)
    assert "Update Alternat to open it." in refused(terminal, ["info"], example, "en")


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_file_that_is_open_elsewhere_is_not_written(
    terminal: Terminal, example: Path, words: list[str]
) -> None:
    terminal.done("meeting", "add", example, "--year", 2033, "--host", "CA")
    with open_elsewhere(example):
        refused(terminal, words, example, "fr")
    terminal.done(*words, example, *REST.get(tuple(words), []))


def test_a_file_that_is_open_elsewhere_can_be_read(terminal: Terminal, example: Path, tmp_path: Path) -> None:
    with open_workspace(example, actor="somebody else"):
        assert len(terminal.done("people", example, "--json").json) == 23
        printed = terminal.type("print", example, "badges", "--meeting", 2027, "-o", tmp_path / "badges.pdf")
        assert printed.code == 0
        assert "could not be noted" in printed.err


@contextmanager
def open_elsewhere(file: Path) -> Iterator[None]:
    """Keep the file open for editing in another process."""
    program = (
        "import sys; from alternat.storage.workspace import open_workspace\n"
        "with open_workspace(sys.argv[1], actor='x'):\n    print('open', flush=True); sys.stdin.read()"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    with subprocess.Popen(
        [sys.executable, "-c", program, str(file)],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield
        process.stdin.close()


@pytest.fixture
def protected() -> Iterator[Path]:
    """An example in a folder that everybody can reach, unlike pytest's own, and nobody can write.

    Something was printed before: an encoding that Python looks for in vain, since nobody may read its own
    folder, is never looked for again in this process.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        Terminal().done("new", folder / "talks.alternat")
        printed = folder / "printed.pdf"
        Terminal().type("print", folder / "talks.alternat", "badges", "--meeting", "2017", "-o", printed)
        codecs.lookup("utf-16-be")
        printed.unlink(missing_ok=True)
        folder.chmod(0o555)
        with without_privileges():
            yield folder / "talks.alternat"
        folder.chmod(0o755)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Let permissions count even where the tests run as root."""
    if os.name != "posix" or os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions another way")
def test_a_read_only_folder_is_read_but_not_written(terminal: Terminal, protected: Path) -> None:
    terminal.done("people", protected)
    for words in WRITING:
        refused(terminal, words, protected, "zh")
    for line in (
        ["new", protected.with_name("new.alternat")],
        ["demo", protected.parent / "demo", "--no-window"],
        ["print", protected, "badges", "--meeting", "2017", "-o", protected.with_name("badges.pdf")],
    ):
        outcome = terminal.type(*line)
        assert (outcome.code, outcome.err.count("\n"), terminal.faults) == (2, 1, [])
    assert [each.name for each in protected.parent.iterdir()] == ["talks.alternat"]


def test_an_unreachable_server_is_refused(terminal: Terminal) -> None:
    outcome = terminal.type("info", "postgresql://127.0.0.1:1/talks?connect_timeout=2")
    assert (outcome.code, outcome.err.count("\n"), terminal.faults) == (2, 1, [])


@pytest.mark.parametrize(
    "address", ["postgresql://", "postgresql://[", "postgresql://u:secret@127.0.0.1:1/x"]
)
def test_a_bad_address_is_refused_without_its_password(terminal: Terminal, address: str) -> None:
    outcome = terminal.type("info", address)
    assert (outcome.code, outcome.err.count("\n"), terminal.faults) == (2, 1, [])
    assert "secret" not in outcome.err


def test_names_with_odd_characters_are_files_like_others(terminal: Terminal, tmp_path: Path) -> None:
    for name in ("对话 2027.alternat", "dialogue d’essai é.alternat", "a{b}%s.alternat"):
        terminal.done("new", tmp_path / name)
        terminal.done("info", tmp_path / name)
        assert name in terminal.type("new", tmp_path / name).err
