"""The web page in a real browser: its script runs under its own policy, in three languages."""

import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from alternat.exchange.exports.page import write_html
from alternat.exchange.exports.public import WHOLE
from alternat.language.label import Language
from alternat.storage.workspace import Workspace
from tests.exchange.exports.reading import Page
from tests.exchange.exports.scopes import gathered
from tests.factories.programmes import FilledProgramme

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ALL = (Language.EN, Language.FR, Language.ZH)


@pytest.fixture
def browser() -> str:
    """A browser of the Chromium family; `.ci/setup dev` installs one where it may."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    assert found, "Chromium is needed to prove the web page. On Debian: sudo apt-get install chromium"
    return found


def shown(browser: str, address: str, home: Path) -> Page:
    """Return the page as it stands after its script has run."""
    words = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--dump-dom")
    done = subprocess.run(
        [browser, *words, f"--user-data-dir={home}", address],
        capture_output=True,
        timeout=90,
        check=True,
    )
    return Page(done.stdout)


@pytest.mark.parametrize(
    ("language", "room", "nobody"),
    [
        (Language.EN, "Confederation Room", "No restriction"),
        (Language.FR, "Salle de la Confédération", "Sans restriction"),
        (Language.ZH, "联邦厅", "不限"),
    ],
)
def test_the_page_speaks_the_language_asked_for(
    browser: str,
    dialogue: Workspace,
    filled: FilledProgramme,
    now: datetime,
    tmp_path: Path,
    language: Language,
    room: str,
    nobody: str,
) -> None:
    path = tmp_path / "programme.html"
    path.write_bytes(write_html(gathered(dialogue, filled.meeting, WHOLE, ALL), now))
    page = shown(browser, f"{path.as_uri()}#{language}", tmp_path / "profile")
    html = page.all("html")[0].attributes
    assert (html["lang"], html["class"]) == (language, "ready")
    assert [tag.text for tag in page.all("option")][:2] == [nobody, room]
    pressed = [tag.attributes["data-language"] for tag in page.all("button")]
    states = [tag.attributes["aria-pressed"] for tag in page.all("button")]
    assert dict(zip(pressed, states, strict=True))[language] == "true"
    assert states.count("true") == 1
    assert page.all("title")[0].text == page.texts("h1", language)[0]
