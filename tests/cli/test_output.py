"""Outputs that cannot take what is written: one line, exit code 2, no traceback and no half file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")

COMMANDS = (
    ("--help",),
    ("--version",),
    ("info", "--help"),
    ("info", "FILE"),
    ("info", "FILE", "--json"),
    ("log", "FILE"),
    ("people", "FILE", "--meeting", "2027"),
    ("verify", "FILE"),
    ("backup", "list", "FILE"),
)


def alternat(*words: str, out: int, err: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "alternat", "--lang", "en", *words],
        stdout=out,
        stderr=err,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


@pytest.mark.parametrize("words", COMMANDS)
def test_a_full_disk_behind_the_output_is_one_line(example: Path, words: tuple[str, ...]) -> None:
    line = [str(example) if word == "FILE" else word for word in words]
    with FULL.open("w") as full:
        outcome = alternat(*line, out=full.fileno())
    assert (outcome.returncode, outcome.stderr.count("\n")) == (2, 1), outcome.stderr
    assert "there is no room left" in outcome.stderr


@pytest.mark.parametrize("words", [COMMANDS[0], COMMANDS[5]])
def test_a_closed_pipe_is_one_line(example: Path, words: tuple[str, ...]) -> None:
    line = [str(example) if word == "FILE" else word for word in words]
    reader, writer = os.pipe()
    os.close(reader)
    outcome = alternat(*line, out=writer)
    os.close(writer)
    assert (outcome.returncode, outcome.stderr.count("\n")) == (2, 1), outcome.stderr
    assert "its reader closed it" in outcome.stderr


def test_without_any_output_the_exit_code_tells(example: Path) -> None:
    with FULL.open("w") as full:
        assert alternat("info", str(example), out=full.fileno(), err=full.fileno()).returncode == 2
        assert alternat("nonsense", out=full.fileno(), err=full.fileno()).returncode == 2


def test_a_document_is_not_written_over_a_device(example: Path) -> None:
    line = ("print", str(example), "delegation-list", "--meeting", "2027", "-o", str(FULL))
    outcome = alternat(*line, out=subprocess.PIPE)
    assert (outcome.returncode, outcome.stderr.count("\n")) == (2, 1), outcome.stderr
    assert FULL.is_char_device()
