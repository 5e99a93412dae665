"""The workbench: pages made when first shown, panels that open and close, requests that find their page."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from alternat.actions.meetings import change_meeting
from alternat.actions.outcomes import add_outcome
from alternat.actions.people import add_person, change_people
from alternat.language.label import Label, Language
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import OutcomeKind
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.board.view import BoardView
from alternat.ui.follow_up.page import FollowUpPage
from alternat.ui.frame.pages import PAGES
from alternat.ui.frame.workbench import Workbench
from alternat.ui.parts.findings.model import Column
from alternat.ui.parts.findings.table import AROUND
from alternat.ui.parts.page import Page


@pytest.fixture
def bench(qtbot: QtBot, demo_desk: Desk) -> Workbench:
    """A workbench on the example dialogue, shown."""
    bench = Workbench(demo_desk)
    qtbot.addWidget(bench)
    bench.resize(1280, 720)
    bench.show()
    return bench


def test_a_page_is_made_when_it_is_first_shown(bench: Workbench) -> None:
    assert [type(page).__name__ for page in bench.findChildren(Page)] == ["OverviewPage"]
    bench.show_page("terms")
    assert {type(page).__name__ for page in bench.findChildren(Page)} == {"OverviewPage", "TermsPage"}


def test_a_page_out_of_view_does_not_load_until_it_is_shown(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    overview = bench.page
    bench.show_page("terms")
    loads: list[str] = []
    monkeypatch.setattr(overview, "load", lambda: loads.append("overview"))
    add_person(bench.desk.workspace, "CA", {"family": "Arnault"}, meeting=bench.desk.meeting)

    assert loads == []
    bench.show_page("overview")
    assert loads == ["overview"]


def test_the_header_shows_title_search_and_primary_action(bench: Workbench) -> None:
    assert bench.header.title.text() == "Overview"
    assert bench.header.search.isHidden()
    assert bench.header.primary.isHidden()

    bench.show_page("terms")

    assert bench.header.title.text() == "Terms of reference"
    assert bench.header.search.placeholderText() == "Search the terms"
    assert bench.header.primary.text() == "Add a topic"


def test_the_sidebar_folds_to_icons_and_remembers(bench: Workbench) -> None:
    bench.sidebar.toggle()

    assert bench.sidebar.width() < 60
    assert bench.desk.settings.current.sidebar_collapsed
    buttons = bench.sidebar._buttons.values()
    assert {button.text() for button in buttons} == {""}
    assert [button.accessibleName() for button in buttons] == [page.title.template for page in PAGES]


def test_the_findings_panel_opens_from_the_status_bar(bench: Workbench) -> None:
    bench.desk.findings.check()
    total = len(bench.desk.findings.findings)
    assert bench.status.findings.text() == f"{total} findings"
    bench.status.findings.click()

    assert bench.findings.isVisible()
    assert bench.findings.model.rowCount() == total
    bench.status.findings.click()
    assert not bench.findings.isVisible()


def test_the_gravest_findings_come_first(bench: Workbench) -> None:
    bench.toggle_findings()
    order = [bench.findings.model.finding(row).severity for row in range(bench.findings.model.rowCount())]

    assert order == sorted(order, key=list(Severity).index)


def test_a_finding_leads_to_the_person_and_the_field(bench: Workbench, qtbot: QtBot) -> None:
    person = bench.desk.tables.Person.select().first().id
    change_people(bench.desk.workspace, [person], {"position": Label(en="Director")})
    bench.toggle_findings()
    model = bench.findings.model
    row = next(
        row
        for row in range(model.rowCount())
        if model.finding(row).subject.id == person and model.finding(row).code == "position-missing"
    )
    fix = model.finding(row).fix
    assert fix is not None
    with qtbot.waitSignal(bench.desk.place_wanted) as wanted:
        bench.findings.table.clicked.emit(model.index(row, Column.FIX))

    assert wanted.args == [Place("person", person, fix.field)]
    assert bench.page_id == "delegations"


def test_findings_follow_a_change_after_a_moment(bench: Workbench, qtbot: QtBot) -> None:
    bench.desk.findings.check()
    before = len(bench.desk.findings.findings)
    with qtbot.waitSignal(bench.desk.findings.found):
        add_person(bench.desk.workspace, "CA", {"family": "Arnault"}, meeting=bench.desk.meeting)

    assert len(bench.desk.findings.findings) > before


def test_a_finding_about_the_meeting_leads_to_the_overview(bench: Workbench) -> None:
    bench.show_page("terms")
    bench.desk.show_place(Place("meeting", bench.desk.meeting or 0, "city.fr"))

    assert bench.page_id == "overview"


def test_the_status_bar_says_what_was_saved_and_undone(bench: Workbench) -> None:
    add_person(bench.desk.workspace, "CA", {"family": "Arnault"})
    assert bench.status._saved.text().endswith(": Add ARNAULT")
    bench.desk.undo()
    assert bench.status._saved.text() == "Undone: Add ARNAULT"
    bench.desk.redo()
    assert bench.status._saved.text() == "Redone: Add ARNAULT"


def test_the_status_bar_switches_the_language(bench: Workbench) -> None:
    bench.status._languages[Language.ZH].click()

    assert bench.desk.screen.language is Language.ZH
    assert bench.header.title.text() == "概览"
    assert [each.isChecked() for each in bench.status._languages.values()] == [False, False, True]


def test_the_inspector_can_be_put_away_and_stays_away(bench: Workbench) -> None:
    bench.show_page("delegations")
    assert bench._inspector_frame.isVisible()
    bench.toggle_inspector()
    assert not bench._inspector_frame.isVisible()
    bench.show_page("overview")
    bench.show_page("delegations")
    assert not bench._inspector_frame.isVisible()


def test_a_kind_of_document_is_shown_on_its_page(bench: Workbench) -> None:
    bench.desk.show_place(Place("document", field="badges"))

    assert bench.page_id == "documents"
    assert bench.page.order().kind.id == "badges"  # type: ignore[attr-defined]  # the documents page's


def test_a_command_of_another_page_is_given_there(bench: Workbench) -> None:
    bench.desk.action_wanted.emit("delegations", "add-person")

    assert bench.page_id == "delegations"


def test_searching_reaches_the_page_in_view(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.show_page("terms")
    asked: list[str] = []
    monkeypatch.setattr(bench.page, "search", asked.append)
    bench.header.search.setText("cyber")

    assert asked == ["cyber"]


def test_another_meeting_comes_into_view_when_this_one_goes(
    make_desk: Callable[[Workspace], Desk], demo: Workspace
) -> None:
    from alternat.actions.meetings import remove_meeting

    desk = make_desk(demo)
    assert desk.meeting is not None
    remove_meeting(demo, desk.meeting)

    assert desk.tables.Meeting.get_by_id(desk.meeting).reference == "2026"


def test_an_error_of_a_verb_becomes_a_banner(bench: Workbench, qtbot: QtBot) -> None:
    meeting: Any = bench.desk.meeting
    with qtbot.waitSignal(bench.desk.announced) as announced:
        result = bench.desk.attempt(
            lambda: change_meeting(bench.desk.workspace, meeting, {"reference": "2026"})
        )

    assert result is None
    assert announced.args == [
        Severity.BLOCKS,
        "There is already a meeting “2026”. Give this one another reference.",
    ]


def test_a_refusal_goes_once_the_person_goes_on(bench: Workbench) -> None:
    meeting: Any = bench.desk.meeting
    outdated: list[str] = []
    bench.desk.outdated.connect(outdated.append)

    def be_refused() -> None:
        bench.desk.attempt(lambda: change_meeting(bench.desk.workspace, meeting, {"reference": "2026"}))

    be_refused()
    bench.show_page("follow-up")
    assert outdated == ["There is already a meeting “2026”. Give this one another reference."]
    page = bench.page
    assert isinstance(page, FollowUpPage)
    held = bench.desk.tables.Meeting.get(status=MeetingStatus.HELD)
    fields = {"meeting": held.id, "kind": OutcomeKind.AGREED, "text": Label("A", "A", "甲")}
    add_outcome(bench.desk.workspace, fields)
    be_refused()
    page.show_view("board")
    assert len(outdated) == 2
    be_refused()
    view = page.view
    assert isinstance(view, BoardView)
    view.select(next(plan.id for plan in view.records.all() if view.takes(plan)))
    assert len(outdated) == 3
    be_refused()
    other = next(each.id for each in bench.desk.tables.Meeting.select() if each.id != meeting)
    bench.desk.set_meeting(other)
    assert len(outdated) == 4


@pytest.mark.parametrize("width", [1280, 911])
def test_each_finding_is_read_whole_beside_what_it_is_about(
    bench: Workbench, qtbot: QtBot, width: int
) -> None:
    desk = bench.desk
    held = desk.tables.Meeting.get(status=MeetingStatus.HELD)
    long = Label("A text that goes on and on about a matter of both sides. " * 6)
    add_outcome(desk.workspace, {"meeting": held.id, "kind": OutcomeKind.AGREED, "text": long})
    bench.resize(width, 700)
    bench.open_findings()
    table, model = bench.findings.table, bench.findings.model

    def is_whole(row: int) -> bool:
        index = model.index(row, Column.SENTENCE)
        rect = table.visualRect(index)
        room = rect.adjusted(AROUND, 0, -AROUND, 0)
        wrap = Qt.TextFlag.TextWordWrap
        needed = table.fontMetrics().boundingRect(0, 0, room.width(), 10_000, wrap, index.data())
        return needed.height() <= room.height()

    qtbot.waitUntil(lambda: all(map(is_whole, range(model.rowCount()))))
    assert table.columnWidth(Column.SENTENCE) > table.viewport().width() // 3
    subjects = [str(model.index(row, Column.SUBJECT).data()) for row in range(model.rowCount())]
    assert any(each.startswith("A text") for each in subjects)
