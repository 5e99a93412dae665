"""The web page read back: whole in three languages, closed to the network, and open to every reader."""

import base64
import hashlib
import re
from datetime import UTC, datetime
from urllib.parse import unquote_to_bytes

import pytest

from alternat.actions.programme import change_sessions
from alternat.actions.revisions import publish
from alternat.exchange.exports.ics import write_ics
from alternat.exchange.exports.page import write_html
from alternat.exchange.exports.public import WHOLE
from alternat.language.label import Label, Language
from alternat.storage.workspace import Workspace
from tests.exchange.exports.reading import Page
from tests.exchange.exports.scopes import gathered
from tests.factories.programmes import FilledProgramme

ALL = (Language.EN, Language.FR, Language.ZH)


@pytest.fixture
def content(dialogue: Workspace, filled: FilledProgramme, now: datetime) -> bytes:
    hostile = Label("<script>alert(1)</script>", '" onload="x', "</style>")
    change_sessions(dialogue, [filled.sessions["break"]], {"title": hostile})
    return write_html(gathered(dialogue, filled.meeting, WHOLE, ALL), now)


def test_every_session_stands_under_its_day_in_all_languages(content: bytes) -> None:
    page = Page(content)
    assert page.texts("h3", "zh")[0] == "开幕全体会议"
    assert page.texts("h3", "fr")[0] == "Séance plénière d’ouverture"
    assert len(page.all("article")) == 9
    assert page.texts("h2", "en")[2:] == ["Saturday, June 12, 2027", "Sunday, June 13, 2027"]
    assert page.texts("h2", "fr")[2:] == ["Samedi 12 juin 2027", "Dimanche 13 juin 2027"]


def test_both_clocks_are_told_with_the_change_of_day(content: bytes) -> None:
    clocks = [text.text for text in Page(content).all("p") if text.attributes.get("class") == "clock"]
    assert clocks[0] == "Beijing 21:00Beijing 21\N{NO-BREAK SPACE}h北京 21:00"
    assert "(the next day)" in clocks[5]
    assert "(le lendemain)" in clocks[5]
    assert "（次日）" in clocks[5]


def test_co_chairs_are_called_so_and_addressed(content: bytes) -> None:
    page = Page(content)
    assert "共同主席" in page.texts("dt", "zh")
    assert "Coprésidence" in page.texts("dt", "fr")


def test_texts_are_texts_and_no_markup(content: bytes) -> None:
    page = Page(content)
    assert "<script>alert(1)</script>" in page.texts("h3", "en")
    assert len(page.all("script")) == 1
    assert b"<script>alert" not in content


def test_nothing_is_asked_of_the_network(content: bytes) -> None:
    page = Page(content)
    (policy,) = (
        tag.attributes["content"]
        for tag in page.all("meta")
        if tag.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    for name in ("style", "script"):
        (element,) = page.all(name)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in str(policy)
    assert str(policy).startswith("default-src 'none'")
    assert not re.search(rb"https?:|//[a-z]|@import|url\(|\bsrc=", content)
    first, *days, calendar = [str(tag.attributes["href"]) for tag in page.all("a")]
    assert (first, days) == ("#sessions", ["#day-2027-06-12", "#day-2027-06-13"])
    assert calendar.startswith("data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR")


def test_the_calendar_is_in_the_page_itself(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    public = gathered(dialogue, filled.meeting, WHOLE, ALL)
    (link,) = [tag for tag in Page(write_html(public, now)).all("a") if "download" in tag.attributes]
    kept = unquote_to_bytes(str(link.attributes["href"]).partition(",")[2])
    assert (link.attributes["download"], kept) == ("2027.ics", write_ics(public, now))


def test_the_page_says_which_revision_it_is_and_of_which_day(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    draft = Page(write_html(gathered(dialogue, filled.meeting, WHOLE, ALL), now))
    assert "Not published yet, as of Thursday, April 1, 2027" in draft.text_of("edition")
    publish(dialogue, filled.meeting, "Test", now=datetime(2027, 4, 2, 3, tzinfo=UTC))
    page = Page(write_html(gathered(dialogue, filled.meeting, WHOLE, ALL), now))
    for said in ("Revision 1 of Thursday, April 1, 2027", "Révision 1 du jeudi 1", "第1版"):
        assert said in page.text_of("edition")


def test_the_page_says_its_language_with_its_country(
    dialogue: Workspace, filled: FilledProgramme, now: datetime
) -> None:
    for languages, tag in (((Language.FR, Language.EN), "fr-CA"), ((Language.EN,), "en-CA")):
        page = Page(write_html(gathered(dialogue, filled.meeting, WHOLE, languages), now))
        assert page.all("html")[0].attributes["lang"] == tag


def test_readers_find_their_way(content: bytes) -> None:
    page = Page(content)
    assert [len(page.all(name)) for name in ("header", "main", "h1")] == [1, 1, 1]
    assert [tag.attributes["role"] for tag in page.tags if "role" in tag.attributes] == [
        "group",
        "search",
        "status",
    ]
    ids = {tag.attributes["id"] for tag in page.tags if "id" in tag.attributes}
    named = {tag.attributes["aria-labelledby"] for tag in page.tags if "aria-labelledby" in tag.attributes}
    assert named <= ids
    assert [tag.attributes["aria-live"] for tag in page.tags if "aria-live" in tag.attributes] == ["polite"]
    assert [tag.attributes["id"] for tag in page.all("select")] == ["room", "side", "person"]
    assert [tag.attributes["aria-pressed"] for tag in page.all("button")] == ["true", "false", "false"]


def test_one_language_needs_no_switch(dialogue: Workspace, filled: FilledProgramme, now: datetime) -> None:
    page = Page(write_html(gathered(dialogue, filled.meeting, WHOLE, (Language.ZH,)), now))
    assert page.all("html")[0].attributes["lang"] == "zh-Hans-CN"
    assert page.all("button") == []
    assert page.texts("h3", "en") == []
