"""What a command loads: never Qt, and for help not even the database."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source_tree import ROOT

_WITHOUT_QT = """
import io, json, runpy, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError("Qt is not here")

sys.meta_path.insert(0, NoQt())
sys.argv = ["alternat", *sys.argv[1:]]
try:
    runpy.run_module("alternat", run_name="__main__")
except SystemExit as leaving:
    sys.stdout.flush()
    loaded = sorted(name for name, module in sys.modules.items() if module)
    print(json.dumps({"code": leaving.code or 0, "loaded": loaded}), file=sys.stderr)
"""


def run_without_qt(*words: object) -> tuple[int, set[str], str]:
    """Run a line in a new process where Qt cannot be imported: its code, the loaded modules, its output."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "desktop"), "LANG": "en_CA.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_QT, *map(str, words)],
        env=environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    facts = json.loads(done.stderr.splitlines()[-1])
    return facts["code"], set(facts["loaded"]), done.stdout


def test_the_whole_way_needs_no_qt(tmp_path: Path) -> None:
    code, loaded, out = run_without_qt("demo", tmp_path / "demo", "--no-window")
    assert code == 0
    assert "PySide6" not in loaded
    assert "badges.pdf" in out
    file = tmp_path / "demo" / "dialogue.alternat"
    for words in (["people", file], ["check", file, "--meeting", "2027"], ["undo", file], ["log", file]):
        assert run_without_qt(*words)[0] == 0


@pytest.mark.parametrize("words", [["--help"], ["print", "--help"], ["import", "--help"], ["nonsense"]])
def test_help_and_usage_load_neither_database_nor_documents(words: list[str]) -> None:
    _, loaded, _ = run_without_qt(*words)
    heavy = {"peewee", "apsw", "psycopg", "reportlab", "openpyxl", "PIL", "zxingcpp", "fontTools", "babel"}
    assert loaded & heavy == set()


def test_reading_people_loads_no_paper(tmp_path: Path) -> None:
    run_without_qt("new", tmp_path / "talks.alternat")
    _, loaded, _ = run_without_qt("people", tmp_path / "talks.alternat")
    assert loaded & {"reportlab", "openpyxl", "PIL", "zxingcpp", "fontTools", "psycopg"} == set()
