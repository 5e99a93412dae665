"""A page loads again for what it has read and for nothing else, by the word of the database itself."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any

import apsw
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from alternat.documents.contents.meeting import side_facts
from alternat.documents.kinds.registry import kind
from alternat.language.messages import message
from alternat.storage.changes import Changes, Origin, RowChange, RowKind
from alternat.storage.workspace import Workspace
from alternat.ui.delegations.page import DelegationsPage
from alternat.ui.delegations.vacancies import Vacancies
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.documents.editors import Setting
from alternat.ui.documents.memory import OptionMemory
from alternat.ui.documents.page import DocumentsPage
from alternat.ui.documents.picking_editors import SOME, PeopleChoice, Picking, RoomsChoice
from alternat.ui.frame.dialogs.releases import Releases
from alternat.ui.frame.header import Header
from alternat.ui.frame.lowered import LoweredList
from alternat.ui.frame.pages import PAGES, PageDescriptor
from alternat.ui.frame.sidebar import Sidebar
from alternat.ui.parts.page import Page
from alternat.ui.programme.interpreters import Interpreters
from alternat.ui.programme.page import ProgrammePage
from alternat.ui.programme.revisions import Revisions


@contextmanager
def witnessed(workspace: Workspace) -> Iterator[set[str]]:
    """Note what SQLite itself reads in a block: the tables of the dialogue, not those of its journal."""
    read: set[str] = set()
    known = {model._meta.table_name for model in workspace.tables.all()}
    connection = workspace._engine.driver_connection  # type: ignore[attr-defined] # a file's

    def allow(action: int, table: str | None, *_others: object) -> int:
        if action == apsw.SQLITE_READ and table in known:
            read.add(str(table))
        return apsw.SQLITE_OK

    connection.authorizer = allow
    try:
        yield read
    finally:
        connection.authorizer = None


def change_of(table: str) -> Changes:
    return Changes(1, message("Change"), Origin.DONE, (RowChange(table, 1, RowKind.UPDATED),))


def heard(desk: Desk, has_heard: Callable[[], bool]) -> set[str]:
    """Return the tables whose changes something hears of; `has_heard` tells that, and forgets it."""
    found = set()
    for model in desk.tables.all():
        desk.changed.emit(change_of(model._meta.table_name))
        if has_heard():
            found.add(model._meta.table_name)
    return found


def reloads(page: Page) -> set[str]:
    """Return the tables whose changes make a page out of view stale."""

    def has_heard() -> bool:
        was, page._is_stale = page._is_stale, False
        return was

    return heard(page.desk, has_heard)


@pytest.mark.parametrize("descriptor", PAGES, ids=lambda each: each.id)
def test_every_table_that_a_page_reads_makes_it_load_again_and_no_other(
    demo_desk: Desk, qtbot: QtBot, descriptor: PageDescriptor
) -> None:
    demo_desk.findings.stop()  # which read for themselves
    with witnessed(demo_desk.workspace) as read:
        page = descriptor.make(demo_desk)
        qtbot.addWidget(page)
        page.catch_up()
        QCoreApplication.processEvents()
        if isinstance(page, ProgrammePage):
            page.revision.compare()
    assert read
    assert reloads(page) == read


def test_a_document_that_reads_more_is_made_again_for_more(demo_desk: Desk, qtbot: QtBot) -> None:
    page = DocumentsPage(demo_desk)
    qtbot.addWidget(page)
    page.catch_up()
    QCoreApplication.processEvents()
    assert "session" not in reloads(page)
    page.choose_kind("programme")
    QCoreApplication.processEvents()
    assert {"session", "room", "party", "agenda_item"} <= reloads(page)


def test_whoever_is_selected_is_shown_again_when_the_contact_changes(demo_desk: Desk, qtbot: QtBot) -> None:
    page = DelegationsPage(demo_desk)
    qtbot.addWidget(page)
    page.catch_up()
    assert "contact" not in reloads(page)
    page.table.selectRow(0)
    assert "contact" in reloads(page)


def test_a_selected_session_is_shown_again_when_a_text_of_its_agenda_changes(
    demo_desk: Desk, qtbot: QtBot
) -> None:
    page = ProgrammePage(demo_desk)
    qtbot.addWidget(page)
    qtbot.addWidget(page.inspector())
    page.catch_up()
    assert "provision" not in reloads(page)
    item: Any = demo_desk.tables.AgendaItem.select().first()
    page.select(item.session_id)
    assert "provision" in reloads(page)


def test_what_was_kept_from_an_earlier_load_is_still_heard_of(demo_desk: Desk, qtbot: QtBot) -> None:
    class Keeping(Page):
        """Reads the sides once, and the meetings every time."""

        names: Collection[str] = ()

        def load(self) -> None:
            self.names = self.names or [side.code for side in self.desk.tables.Side.select()]
            self.desk.tables.Meeting.select().exists()

    page = Keeping(demo_desk)
    qtbot.addWidget(page)
    page.fill()
    with witnessed(demo_desk.workspace) as read:
        page.fill()
    assert read == {"meeting"}
    assert reloads(page) == {"meeting", "side"}


@pytest.mark.parametrize("choice", [PeopleChoice, RoomsChoice])
def test_a_list_that_is_opened_later_is_noted(demo_desk: Desk, qtbot: QtBot, choice: type[Picking]) -> None:
    reads = Reads(demo_desk, demo_desk)
    sides = tuple(side_facts(demo_desk.tables))
    editor = choice(Setting(demo_desk, reads, sides, lambda: None), message("Choose"))
    qtbot.addWidget(editor)
    editor.show_value((), OptionMemory(demo_desk).options(kind("badges"), demo_desk.meeting or 0))
    assert reads.tables == set()
    with witnessed(demo_desk.workspace) as read:
        editor.choice.button(SOME).click()
    assert read
    assert reads.tables == read


def test_a_change_that_brings_more_to_read_is_followed_further(desk: Desk, qtbot: QtBot) -> None:
    class Nested(Page):
        """Asks who is there only once there is a meeting of that name."""

        def load(self) -> None:
            meeting = self.desk.tables.Meeting
            if meeting.select().where(meeting.reference == "2099").exists():
                self.desk.tables.Person.select().exists()

    page = Nested(desk)
    qtbot.addWidget(page)
    page.fill()
    assert reloads(page) == {"meeting"}
    with desk.workspace.change(message("Change")) as change:
        change.update(desk.tables.Meeting, {desk.tables.Meeting.get().id: {"reference": "2099"}})
    assert page._is_stale
    page.catch_up()
    assert reloads(page) == {"meeting", "person"}


@pytest.mark.parametrize(
    "name", ["header", "sidebar", "lowered", "releases", "revisions", "interpreters", "vacancies"]
)
def test_panels_and_dialogs_hear_of_what_they_read_and_of_nothing_else(
    demo_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    again: list[str] = []

    def follow(reads: Reads, changes: Changes) -> None:
        if reads.touched_by(changes):
            again.append(name)

    monkeypatch.setattr(Reads, "_follow", follow)
    meeting = demo_desk.meeting or 0
    page = Page(demo_desk)
    qtbot.addWidget(page)
    make: dict[str, Callable[[], Any]] = {
        "header": lambda: Header(demo_desk),
        "sidebar": lambda: Sidebar(demo_desk),
        "lowered": lambda: LoweredList(demo_desk),
        "releases": lambda: Releases(demo_desk, page),
        "revisions": lambda: Revisions(demo_desk, meeting, page),
        "interpreters": lambda: Interpreters(demo_desk, meeting, 0, page),
        "vacancies": lambda: Vacancies(demo_desk, page),
    }
    with witnessed(demo_desk.workspace) as read:
        part = make[name]()
    if part.parent() is None:
        qtbot.addWidget(part)

    def has_heard() -> bool:
        was = bool(again)
        again.clear()
        return was

    assert read
    assert heard(demo_desk, has_heard) == read
