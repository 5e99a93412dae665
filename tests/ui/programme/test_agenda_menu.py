"""An agenda item is moved or copied to the next meeting, or parked, and leads to the record it is about."""

from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from alternat.actions.meetings import add_meeting
from alternat.actions.next_agenda import accept
from alternat.actions.outcomes import add_outcome
from alternat.language.label import Label
from alternat.nouns.outcomes import OutcomeKind
from alternat.planning.next_agenda import proposed
from alternat.planning.programme import AgendaPlan, read_programme
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.programme.agenda import AgendaSection
from alternat.ui.programme.section import Shown

TODAY = date(2027, 3, 2)


@pytest.fixture
def section(qtbot: QtBot, demo_desk: Desk) -> AgendaSection:
    """The agenda of a session on which an outcome of an earlier meeting stands, a later meeting planned."""
    tables, workspace = demo_desk.tables, demo_desk.workspace
    meeting: Any = tables.Meeting
    held = meeting.select().where(meeting.starts < TODAY).order_by(meeting.starts.desc()).first()
    text = Label("Contact points", "Points de contact", "联络点")
    add_outcome(workspace, {"meeting": held.id, "kind": OutcomeKind.AGREED, "text": text})
    add_meeting(workspace, year=2028, host="CN", reference="2028")
    ahead = demo_desk.meeting or 0
    session: Any = tables.Session
    in_order = session.select().where(session.meeting == ahead).order_by(session.id)
    first = next(each.id for each in in_order if each.kind.deals_with_an_agenda)
    chosen = [each for each in proposed(tables, ahead, TODAY) if each.outcome is not None]
    accept(workspace, first, chosen)
    section = AgendaSection(demo_desk)
    qtbot.addWidget(section)
    show(section, first)
    return section


def show(section: AgendaSection, session: int | None = None) -> None:
    programme = read_programme(section.desk.tables, section.desk.meeting or 0)
    key = session if session is not None else section.session.id
    section.show_session(Shown(programme, programme.sessions[key]), is_other=False)


def last(section: AgendaSection) -> AgendaPlan:
    return section.session.agenda[-1]


def choose(section: AgendaSection, name: str) -> None:
    menu = section.menu_of(last(section), section)
    next(each for each in menu.actions() if each.objectName() == name).trigger()
    show(section)


def test_an_item_leads_to_the_outcome_it_is_about(section: AgendaSection) -> None:
    wanted: list[Place] = []
    section.desk.place_wanted.connect(wanted.append)
    outcome: Any = section.desk.tables.Outcome.get()
    (link,) = (each for each in section.findChildren(Button) if each.text() == f"Outcome {outcome.code}")
    link.click()
    assert wanted == [Place("outcome", outcome.id)]


@pytest.mark.parametrize(
    ("name", "is_dropped", "year"), [("move", True, 2028), ("copy", False, 2028), ("park", True, None)]
)
def test_an_item_is_moved_copied_or_parked_and_that_is_told_and_taken_back(
    section: AgendaSection, name: str, is_dropped: bool, year: int | None
) -> None:
    told: list[str] = []
    section.desk.announced.connect(lambda _, text: told.append(text))

    choose(section, name)

    assert last(section).is_dropped is is_dropped
    proposal: Any = section.desk.tables.AgendaProposal
    (row,) = proposal.select()
    assert (row.meeting.year if row.meeting_id else None) == year
    assert (row.parked_on is not None) is (name == "park")
    assert len(told) == 1
    section.desk.undo()
    show(section)
    assert not last(section).is_dropped
    assert not section.desk.tables.AgendaProposal.select().exists()


def test_a_second_copy_is_refused_as_a_banner(section: AgendaSection) -> None:
    choose(section, "copy")
    told: list[str] = []
    section.desk.announced.connect(lambda _, text: told.append(text))
    choose(section, "copy")
    assert section.desk.tables.AgendaProposal.select().count() == 1
    assert len(told) == 1
    assert "2028" in told[0]
