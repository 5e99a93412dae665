"""The README does what it says: its blocks, its scripts, and every command in it."""

import os
import re
import shlex
from pathlib import Path

import openpyxl
import pytest

from tests.cli.terminal import Terminal
from tests.source_tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SCRIPTS = ROOT / ".ci"


def test_it_opens_with_what_it_is_and_shows_one_picture() -> None:
    title, first = [line for line in README.splitlines() if line][:2]
    assert (title, first[:12]) == ("# Alternat", "Alternat is ")
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert (ROOT / picture).is_file()


def test_it_has_one_command_to_run_and_one_to_test() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    assert blocks == [
        "sh .ci/setup && .venv/bin/alternat demo build/demo\n",
        "sh .ci/test\n",
    ]


def test_what_must_pass_begins_with_the_test_command() -> None:
    assert "sh .ci/test" in (SCRIPTS / "run").read_text(encoding="utf-8")
    assert "sh .ci/setup dev" in (SCRIPTS / "test").read_text(encoding="utf-8")
    for name in ("setup", "test", "run"):
        assert os.name != "posix" or os.access(SCRIPTS / name, os.X_OK)


def test_every_command_in_it_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal({"LANG": "C"})
    monkeypatch.chdir(tmp_path)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["Family name", "Given name", "姓名", "Position"])
    sheet.append(["Gao", "Mingyue", "高明月", "Director"])
    book.save("list.xlsx")
    Path("events.csv").write_text(
        "Day,Start,End,Title\n2027-09-21,09:00,10:00,Opening of the meeting\n", encoding="utf-8"
    )
    lines = re.findall(r"^\| [^|]+ \| `alternat ([^`]+)` \|$", README, flags=re.MULTILINE)
    assert len(lines) >= 8
    for line in lines:
        outcome = terminal.type(*shlex.split(line))
        assert outcome.code == 0, (line, outcome)
    assert {"badges.pdf", "list.pdf", "talks.alternat"} <= {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize("name", ["README.md", "desktop/README.md"])
def test_the_files_it_names_are_there(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_house_has_the_rooms_that_its_description_names() -> None:
    text = (ROOT / "desktop" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:alternat/)?[a-z_]+(?:/[a-z_]+)*(?:\.py|/))`", text))
    roots = (ROOT, ROOT / "desktop", ROOT / "desktop" / "alternat")
    assert [each for each in named if not any((root / each).exists() for root in roots)] == []
