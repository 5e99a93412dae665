"""The process apart that reads files, and what becomes of files that harm it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from alternat.exchange.sources import reading
from alternat.exchange.sources.reading import read_file
from alternat.exchange.sources.refusals import (
    ReaderStopped,
    SourceEmpty,
    SourceForbidden,
    SourceIsFolder,
    SourceMissing,
    SourceNotText,
    SourceProtected,
    SourceTooLarge,
    SourceTooSlow,
    refusals,
)
from alternat.exchange.sources.table import Reading, Sheet, Span
from alternat.processes import environment
from tests.factories.spreadsheets import csv_bytes, far_cell, ole_bytes, write_parts, write_workbook


def test_text_comes_back_from_the_other_process_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "délégation 代表团.csv"
    path.write_bytes(csv_bytes((("姓名", "Prénom"), ("高文诺", "Zoé 𠮷")), encoding="gb18030"))
    sheet = Sheet("", (("姓名", "Prénom"), ("高文诺", "Zoé 𠮷")), (1, 2), ("A", "B"))
    found = read_file(path)
    assert (found.sheets, found.encoding, found.delimiter) == ((sheet,), "gb18030", ",")


def test_a_workbook_comes_back_whole(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "list.xlsx", [("Name", ""), ("Family", "Given")], merged=["A1:B1"])
    assert read_file(path) == Reading(
        (Sheet("List", (("Name", ""), ("Family", "Given")), (1, 2), ("A", "B"), (Span(0, 0, 0, 1),)),)
    )


def test_the_reading_process_knows_neither_the_window_nor_the_database() -> None:
    code = "import sys, alternat.exchange.sources.reader; "
    code += "print(wanted & {m.split('.')[0] for m in sys.modules})"
    wanted = "wanted = {'PySide6', 'peewee', 'apsw', 'psycopg', 'reportlab'}; "
    done = subprocess.run(
        [sys.executable, "-c", wanted + code],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    assert done.stdout.strip() == "set()"


def test_the_reading_process_does_not_import_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "csv.py").write_text("raise SystemExit(3)")
    (tmp_path / "list.csv").write_bytes(b"a,b\n1,2\n")
    monkeypatch.chdir(tmp_path)
    assert read_file(Path("list.csv")).sheets[0].rows == (("a", "b"), ("1", "2"))


def test_a_refusal_in_the_other_process_is_raised_here(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(ole_bytes("EncryptedPackage"))
    with pytest.raises(SourceProtected) as refused:
        read_file(path)
    assert refused.value.arguments == {"file": "list.xlsx"}


def test_noise_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(bytes(range(256)) * 20)
    with pytest.raises(SourceNotText):
        read_file(path)


def test_a_file_that_kills_the_fast_reader_is_read_by_the_careful_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cell is written so that only calamine itself sees how far out it is."""
    near = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
    sheet = (
        far_cell(near=near)
        .replace('r="XFD1048576"', "r = 'XFD1048576'")
        .replace('r="1048576"', "r = '1048576'")
    )
    asked: list[bool] = []
    ask = reading._ask

    def spy(request: dict[str, object], file: str, seconds: float) -> object:
        answer = ask(request, file, seconds)
        asked.append(answer is not None)
        return answer

    monkeypatch.setattr(reading, "_ask", spy)
    assert read_file(write_parts(tmp_path / "list.xlsx", sheet)).sheets[0].columns == ("A", "XFD")
    assert asked == [False, True]


@pytest.mark.skipif(shutil.which("false") is None, reason="needs a program that fails")
def test_a_reader_that_dies_twice_leaves_this_process_alive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"a,b\n")
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with pytest.raises(ReaderStopped):
        read_file(path)


def test_reading_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"a,b\n")
    with pytest.raises(SourceTooSlow) as refused:
        read_file(path, seconds=0.001)
    assert refused.value.arguments == {"file": "list.csv", "seconds": 0.001}


def test_what_is_not_a_readable_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty.csv").touch()
    (tmp_path / "large.csv").write_bytes(b"a" * 11)
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    with pytest.raises(SourceMissing):
        read_file(tmp_path / "none.csv")
    with pytest.raises(SourceMissing):
        read_file(tmp_path / "empty.csv" / "list.csv")
    with pytest.raises(SourceIsFolder):
        read_file(tmp_path)
    with pytest.raises(SourceEmpty):
        read_file(tmp_path / "empty.csv")
    with pytest.raises(SourceTooLarge):
        read_file(tmp_path / "large.csv")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"a,b\n")

    def denied(*_: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(SourceForbidden):
        read_file(path)


def test_every_refusal_can_cross_between_processes() -> None:
    arguments = {
        "file": "list.csv",
        "limit": 1,
        "seconds": 1,
        "encoding": "x",
        "choices": "a, b",
        "sheet": "S",
        "line": "3",
    }
    for name, refusal in refusals().items():
        error = refusal(**json.loads(json.dumps(arguments)))
        assert (type(error).__name__, "list.csv" in str(error)) == (name, True)
