"""The web page in a real browser: pressed, filtered, printed, read aloud and held like a phone."""

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from alternat.actions.programme import cancel_sessions
from alternat.exchange.exports.page import write_html
from alternat.exchange.exports.public import WHOLE
from alternat.language.label import Language
from alternat.storage.workspace import Workspace
from tests.exchange.exports.browser import Browser, Tab, found_browser
from tests.exchange.exports.scopes import gathered
from tests.factories.programmes import FilledProgramme

ALL = (Language.EN, Language.FR, Language.ZH)
EVERY_LANGUAGE = pytest.mark.parametrize("language", ALL)
TAGS = {Language.EN: "en-CA", Language.FR: "fr-CA", Language.ZH: "zh-Hans-CN"}
PHONES = ((320, 568), (360, 780), (412, 915))
"""Common screens in CSS pixels, the first one the narrowest that WCAG 2.2 asks for (1.4.10)."""

SHOWN = "Array.from(document.querySelectorAll('article')).filter(it => it.offsetParent).length"
HEADS = (
    "Array.from(document.querySelectorAll('article')).filter(it => it.offsetParent)"
    ".map(it => it.querySelector('h3').innerText)"
)
FOCUSED = (
    "document.activeElement.id || document.activeElement.dataset.language || document.activeElement.className"
)
FAINT = """
(() => {
  const curve = (v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = (part) => curve(part / 255);
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
  const behind = (it) => {
    for (; it; it = it.parentElement) {
      const colour = parts(getComputedStyle(it).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = [];
  while (walker.nextNode()) {
    const it = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !it.getClientRects().length) continue;
    const [one, other] = [luminance(parts(getComputedStyle(it).color)), luminance(behind(it))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) faint.push(it.textContent + " " + ratio.toFixed(2));
  }
  return faint;
})()
"""
"""Texts whose contrast with what is behind them is below what WCAG 2.2 asks for (1.4.3)."""


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests; `.ci/setup dev` installs one where it may."""
    path = found_browser()
    if path is None:
        pytest.skip("no browser of the Chromium family is installed, such as Debian's package chromium")
    with Browser(path, tmp_path_factory.mktemp("browser") / "profile") as browser:
        yield browser


@pytest.fixture
def address(dialogue: Workspace, filled: FilledProgramme, now: datetime, tmp_path: Path) -> str:
    """The page of the two days, one session cancelled, in three languages."""
    cancel_sessions(dialogue, [filled.sessions["press"]])
    path = tmp_path / "programme.html"
    path.write_bytes(write_html(gathered(dialogue, filled.meeting, WHOLE, ALL), now))
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Tab:
    return browser.open(address)


def text(page: Tab, selector: str) -> str:
    return str(page.run(f"document.querySelector('{selector}').innerText"))


def choose(page: Tab, chooser: str, label: str) -> None:
    """Choose an option as a keyboard does it: going down from the first one until it is there."""
    page.run(f"document.getElementById('{chooser}').focus()")
    page.press("Home")
    for _ in range(40):
        if page.run(f"document.getElementById('{chooser}').selectedOptions[0].text") == label:
            return
        page.press("ArrowDown")
    raise AssertionError(label)


def test_the_page_is_shown_in_its_first_language_and_asks_for_nothing(page: Tab, address: str) -> None:
    assert (
        page.run("document.documentElement.lang + ' ' + document.documentElement.className") == "en-CA ready"
    )
    assert page.run(SHOWN) == 9
    assert (page.requests, page.complaints) == ([address], [])


@pytest.mark.parametrize(
    ("language", "title", "room", "everything", "elsewhere"),
    [
        (Language.EN, "Opening plenary", "Confederation Room", "No restriction", "Beijing 21:00"),
        (
            Language.FR,
            "Séance plénière d’ouverture",
            "Salle de la Confédération",
            "Sans restriction",
            "Beijing 21\N{NO-BREAK SPACE}h",
        ),
        (Language.ZH, "开幕全体会议", "联邦厅", "不限", "北京 21:00"),
    ],
)
def test_a_press_changes_every_word_of_the_page(
    page: Tab, language: Language, title: str, room: str, everything: str, elsewhere: str
) -> None:
    page.click("[data-language=zh]")
    page.click(f"[data-language={language}]")
    assert page.run("document.documentElement.lang") == TAGS[language]
    assert page.run("Array.from(document.querySelectorAll('[aria-pressed=true]')).map(it => it.lang)") == [
        language
    ]
    assert text(page, "h3") == title
    assert text(page, ".clock") == elsewhere
    assert page.run("Array.from(document.getElementById('room').options).map(it => it.text)")[:2] == [
        everything,
        room,
    ]
    assert page.run("document.title") == text(page, "h1")
    assert page.run(
        "Array.from(document.querySelectorAll('.in')).filter(it => it.offsetParent).every("
        f"it => it.lang === '{language}')"
    )


@EVERY_LANGUAGE
def test_an_address_can_name_the_language(browser: Browser, address: str, language: Language) -> None:
    page = browser.open(f"{address}#{language}")
    assert page.run("document.documentElement.lang") == TAGS[language]
    assert page.run("document.title") == text(page, "h1")


def test_rooms_sides_and_people_narrow_the_page_together(page: Tab) -> None:
    choose(page, "room", "Rideau Room")
    assert page.run(HEADS) == ["Bilateral: Justice", "Press conference"]
    assert text(page, "#count") == "2"
    person = page.run("document.querySelector('#person option:nth-child(5)').text")
    choose(page, "person", person)
    alone = page.run(SHOWN)
    choose(page, "room", "No restriction")
    assert page.run(SHOWN) > alone
    choose(page, "person", "No restriction")
    choose(page, "side", "China")
    assert page.run(SHOWN) == int(text(page, "#count"))
    choose(page, "side", "No restriction")
    assert page.run(SHOWN) == 9


def test_where_nothing_fits_the_page_says_so_in_the_language_shown(page: Tab) -> None:
    page.click("[data-language=fr]")
    choose(page, "room", "Salle Rideau")
    people = page.run("Array.from(document.querySelectorAll('#person option')).map(it => it.text)")[1:]
    for person in people:
        choose(page, "person", person)
        if page.run(SHOWN) == 0:
            break
    assert text(page, "#none").startswith("Aucune séance")
    assert page.run("Array.from(document.querySelectorAll('.day')).every(it => it.hidden)")


def test_a_choice_stays_when_the_language_changes(page: Tab) -> None:
    choose(page, "room", "Rideau Room")
    page.click("[data-language=zh]")
    assert page.run("document.getElementById('room').selectedOptions[0].text") == "丽都厅"
    assert page.run(SHOWN) == 2


def test_everything_can_be_reached_and_done_by_keyboard(page: Tab) -> None:
    stops = []
    for _ in range(7):
        page.press("Tab")
        stops.append(page.run(FOCUSED))
    assert stops == ["skip", "en", "fr", "zh", "room", "side", "person"]
    assert page.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    for _ in range(4):
        page.press("Tab", shift=True)
    page.press(" ")
    assert page.run("document.documentElement.lang") == "fr-CA"
    page.press("Tab")
    page.press("Enter")
    assert page.run("document.documentElement.lang") == "zh-Hans-CN"
    for _ in range(3):
        page.press("Tab", shift=True)
    assert page.run("document.activeElement.getBoundingClientRect().x") > 0
    page.press("Enter")
    assert page.run("document.activeElement.id") == "sessions"


@EVERY_LANGUAGE
@pytest.mark.parametrize("size", PHONES, ids=lambda size: f"{size[0]} wide")
def test_a_phone_never_scrolls_sideways(
    browser: Browser, address: str, language: Language, size: tuple[int, int]
) -> None:
    page = browser.open(f"{address}#{language}")
    page.resize(*size, is_phone=True)
    assert page.run("innerWidth") == size[0]
    assert page.run("document.documentElement.scrollWidth") <= size[0]
    heights = "Array.from(document.querySelectorAll('button, select')).map(it => it.offsetHeight)"
    assert min(page.run(heights)) >= 44


@EVERY_LANGUAGE
def test_what_prints_is_the_programme_in_the_language_shown(
    browser: Browser, address: str, language: Language
) -> None:
    page = browser.open(f"{address}#{language}")
    page.show_as("print", "dark")
    for selector in (".languages", "[role=search]", ".skip"):
        assert page.run(f"document.querySelector('{selector}').offsetParent") is None
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.run(SHOWN) == 9
    reader = PdfReader(io.BytesIO(page.printed()))
    printed = "".join(sheet.extract_text() for sheet in reader.pages)
    words = {Language.EN: "Rideau Room", Language.FR: "Salle Rideau", Language.ZH: "丽都厅"}
    assert [each in printed for each in words.values()] == [each is language for each in words]
    assert len(reader.pages) <= 4


@EVERY_LANGUAGE
def test_a_screen_reader_hears_one_language_with_every_part_named(
    browser: Browser, address: str, language: Language
) -> None:
    page = browser.open(f"{address}#{language}")
    heard = page.accessible()
    words = {
        Language.EN: ("Language", "Show only", "Room", "Side", "Person"),
        Language.FR: ("Langue", "Afficher seulement", "Salle", "Partie", "Personne"),
        Language.ZH: ("语言", "仅显示", "会议室", "所属方", "人员"),
    }[language]
    assert [name for role, name in heard if role == "group"] == [words[0]]
    assert [name for role, name in heard if role == "search"] == [words[1]]
    assert [name for role, name in heard if role == "combobox"] == list(words[2:])
    assert [role for role, _ in heard if role in {"banner", "search", "main"}] == ["banner", "search", "main"]
    assert [name for role, name in heard if role == "button"] == ["English", "Français", "中文"]
    assert all(name for role, name in heard if role in {"heading", "region", "article", "link"})
    assert len([role for role, _ in heard if role == "article"]) == 9


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_text_is_too_faint_to_read(page: Tab, scheme: str) -> None:
    page.show_as(scheme=scheme)
    assert page.run(FAINT) == []


def test_without_its_script_the_page_still_tells_everything(browser: Browser, address: str) -> None:
    page = browser.open("about:blank")
    page.ask("Emulation.setScriptExecutionDisabled", value=True)
    page.ask("Page.navigate", url=address)
    heads: list[str] = []
    while len(heads) < 12:
        heads = [name for role, name in page.accessible() if role == "heading"]
    assert any("Opening plenary / Séance plénière d’ouverture / 开幕全体会议" in each for each in heads)


def test_words_narrow_the_page_whatever_their_accents(page: Tab) -> None:
    typed = (
        "const it = document.getElementById('text'); it.value = '{}'; it.dispatchEvent(new Event('input'))"
    )
    page.run("(() => {" + typed.format("PLENIERE ouverture") + "})()")
    assert page.run(HEADS) == ["Opening plenary"]
    page.run("(() => {" + typed.format("丽都") + "})()")
    assert page.run(SHOWN) == 2
    page.run("(() => {" + typed.format("nowhere") + "})()")
    assert page.run(SHOWN) == 0
    page.run("(() => {" + typed.format("") + "})()")
    assert page.run(SHOWN) == 9


def test_each_day_is_a_press_away(page: Tab) -> None:
    assert page.run("document.querySelectorAll('.days a').length") == 2
    page.run("document.querySelectorAll('.days a')[1].click()")
    assert page.run("location.hash") == "#day-2027-06-13"
