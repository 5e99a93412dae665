"""The program starts its window with little, logs what goes wrong, and lives on."""

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from alternat.app import start_log, unexpected

SHOW_AND_TELL = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
leave = QTimer(interval=100)
leave.timeout.connect(application.quit)
leave.start()
from alternat.app import run
code = run({address!r})
print(json.dumps({{"code": code, "loaded": sorted(name for name in sys.modules if "." not in name)}}))
"""


def started(address: str | None) -> dict[str, object]:
    """Start the window in a process of its own, and return its exit code and what it loaded."""
    finished = subprocess.run(
        [sys.executable, "-c", SHOW_AND_TELL.format(address=address)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[1] / "desktop",
    )
    told: dict[str, object] = json.loads(finished.stdout.splitlines()[-1])
    return told


@pytest.mark.parametrize("address", [None, "no such file.alternat"])
def test_the_window_opens_without_loading_what_paper_and_import_need(address: str | None) -> None:
    told = started(address)
    loaded = told["loaded"]
    assert isinstance(loaded, list)

    assert told["code"] == 0
    assert {"reportlab", "openpyxl", "pypdfium2", "PIL", "fontTools", "click"}.isdisjoint(loaded)


def test_what_nobody_foresaw_is_logged_and_told(caplog: pytest.LogCaptureFixture) -> None:
    told: list[BaseException] = []
    hook = unexpected(told.append)
    with pytest.raises(ZeroDivisionError) as raised:
        _ = 1 // len("")
    hook(raised.type, raised.value, raised.tb)

    assert told == [raised.value]
    assert "ZeroDivisionError" in caplog.text
    assert "test_app.py" in caplog.text


def test_an_interrupt_is_left_to_python(monkeypatch: pytest.MonkeyPatch) -> None:
    passed_on: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, *_: passed_on.append(kind))
    unexpected(lambda _error: None)(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert passed_on == [KeyboardInterrupt]


def test_the_log_is_kept_in_a_folder_of_ones_own(tmp_path: Path) -> None:
    path = start_log(tmp_path / "logs")
    root = logging.getLogger()
    handler = root.handlers[-1]
    logging.getLogger("alternat").warning("something to remember")
    root.removeHandler(handler)
    handler.close()

    assert "something to remember" in path.read_text(encoding="utf-8")


def test_without_a_place_for_the_log_the_window_still_opens(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    start_log(tmp_path / "taken" / "logs")
    root = logging.getLogger()
    handler = root.handlers[-1]
    root.removeHandler(handler)

    assert isinstance(handler, logging.NullHandler)
