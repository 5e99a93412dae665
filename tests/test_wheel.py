"""The wheel on its own: built, installed where there is nothing else, and used to print a badge."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.source_tree import ROOT

pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built offline with the build tools of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `alternat` of an environment with the wheel and, by a path file, its libraries; no checkout."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False, symlinks=sys.platform != "win32")
    paths = sysconfig.get_paths("venv", vars={"base": str(folder), "platbase": str(folder)})
    python = Path(paths["scripts"]) / ("python.exe" if sys.platform == "win32" else "python")
    run(
        *(sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index"),
        *("--quiet", str(wheel)),
    )
    libraries = Path(paths["purelib"]) / "libraries.pth"
    libraries.write_text(_without_checkout(), encoding="utf-8")
    return Path(paths["scripts"]) / "alternat"


def _without_checkout() -> str:
    """Return this environment's library folders, as plain paths so that no path file in them is read."""
    return "\n".join(dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))) + "\n"


def run(*words: str, cwd: Path | None = None) -> str:
    """Return what a program wrote; it must succeed. It does not see the checkout that pytest imports from."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        words, cwd=cwd, env=environ, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_carries_resources_and_compiled_catalogs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "resources/fonts/NotoSansSC-Regular.ttf",
        "resources/fonts/NotoSansCanadianAboriginal-Bold.ttf",
        "resources/templates/canada-china.json",
        "resources/stocks.json",
        "resources/demo/dialogue.json",
        "translations/fr_CA/LC_MESSAGES/alternat.mo",
        "translations/zh_CN/LC_MESSAGES/alternat.mo",
    ):
        assert f"alternat/_shipped/{name}" in names
    assert not [name for name in names if name.endswith((".po", ".pot")) or name.startswith("tests")]


def test_a_badge_is_printed_from_the_wheel(command: Path, tmp_path: Path) -> None:
    out = run(str(command), "demo", str(tmp_path / "demo"), "--no-window", "--lang", "zh", cwd=tmp_path)
    assert "示例对话已存入" in out
    text = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "demo" / "badges.pdf").pages)
    assert "欧阳文静" in text
    assert "THIBODEAU-LACASSE" in text


def test_the_program_in_the_wheel_is_its_own(command: Path, tmp_path: Path) -> None:
    python = command.with_name("python.exe" if sys.platform == "win32" else "python")
    where = run(str(python), "-c", "import alternat; print(alternat.__file__)", cwd=tmp_path).strip()
    assert Path(where).is_relative_to(command.parents[1])
    assert run(str(command), "--version", cwd=tmp_path).startswith("alternat 0.")
