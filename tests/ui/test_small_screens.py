"""The window fits its screen, from a small scaled one to a very large one, and so does everything in it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source_tree import ROOT

FIRST = """
window, opener = open_window(QApplication([]), Language.EN, Theme.LIGHT, size=None)
QApplication.processEvents()
frame = window.frameGeometry()
room = window.screen().availableGeometry()
found = [frame.width(), frame.height(), room.contains(frame), window.minimumWidth(), window.minimumHeight()]
"""
EVERYTHING = """
from pathlib import Path
from tempfile import TemporaryDirectory
from tests.pictures import make_files, scenes
application = QApplication([])
found = []
with TemporaryDirectory() as made:
    files = make_files(Path(made))
    window, opener = open_window(application, Language.FR, Theme.LIGHT, size=None)
    room = window.screen().availableGeometry().size()
    for name, widget in scenes(window, opener, files):
        for _ in range(3):
            application.processEvents()
        area = window.centralWidget()
        frame = widget.frameGeometry().size()
        if widget.isWindow() and not frame.boundedTo(room) == frame:
            found.append([name, *frame.toTuple()])
        if area.horizontalScrollBar().maximum() or area.verticalScrollBar().maximum():
            found.append([name, "scrolls"])
"""
DIALOGS = """
from pathlib import Path
from tempfile import TemporaryDirectory
from alternat.ui.frame.dialogs.backups import backups_of
from alternat.ui.frame.dialogs.checking import Checking
from alternat.ui.frame.dialogs.erasing import Erasing
from alternat.ui.frame.dialogs.history import History
from alternat.ui.opening.new_password import NewPassword
from alternat.ui.frame.dialogs.password import Password
from alternat.ui.frame.dialogs.releases import Releases
from alternat.ui.delegations.vacancies import Vacancies
from tests.pictures import make_files
application = QApplication([])
found = []
with TemporaryDirectory() as made:
    files = make_files(Path(made))
    window, opener = open_window(application, Language.FR, Theme.LIGHT, size=None)
    opener.open(files["demo"])
    desk = opener.desk
    room = window.screen().availableGeometry().size()
    for dialog in (
        backups_of(desk, opener, window), Checking(desk, window), Erasing(desk, opener, window, [1]),
        History(desk, window), NewPassword(desk.screen, "x", window), Password(desk, opener, window),
        Releases(desk, window), Vacancies(desk, window),
    ):
        dialog.show()
        for _ in range(3):
            application.processEvents()
        if not dialog.frameGeometry().size().boundedTo(room) == dialog.frameGeometry().size():
            found.append([type(dialog).__name__, *dialog.frameGeometry().size().toTuple()])
        dialog.close()
"""


def on_screen(width: int, height: int, source: str, folder: Path) -> list[object]:
    """Return what a script finds in a process of its own, on a screen of that size in logical pixels."""
    screen = {"name": "S", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    kept = folder / "screens.json"
    kept.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    head = "import json\nfrom tests.pictures import QApplication, Language, Theme, open_window\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{head}{source}\nprint(json.dumps(found))"],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={kept}",
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "desktop"))),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[object] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize(
    ("screen", "least"),
    [
        ((911, 512), (880, 440)),
        ((960, 540), (900, 480)),
        ((1366, 728), (1280, 660)),
        ((1920, 1040), (1280, 800)),
        ((3840, 2160), (1900, 1190)),
    ],
)
def test_the_first_size_is_sensible_and_within_the_screen(
    screen: tuple[int, int], least: tuple[int, int], tmp_path: Path
) -> None:
    width, height, is_within, least_width, least_height = on_screen(*screen, FIRST, tmp_path)
    assert is_within
    assert least <= (width, height) <= screen
    assert (least_width, least_height) == (640, 400)


def test_everything_fits_a_small_scaled_screen(tmp_path: Path) -> None:
    assert on_screen(911, 512, EVERYTHING, tmp_path) == []


def test_every_dialog_about_what_is_kept_fits_a_small_screen(tmp_path: Path) -> None:
    assert on_screen(911, 512, DIALOGS, tmp_path) == []
