"""How long the timeline takes to draw a day of 40 rooms, and to draw it again while it scrolls or drags."""

import itertools
import time as time_used
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from alternat.actions.programme import add_session
from alternat.actions.venues import add_room
from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.language.messages import message
from alternat.nouns.programme import PartyKind, SessionKind
from alternat.planning.programme import PartyPlan
from alternat.settings import SettingsFile, Theme
from alternat.storage.workspace import Workspace
from alternat.ui.look.screen import Screen
from alternat.ui.programme.page import ProgrammePage
from alternat.ui.programme.timeline.cards import Card, Column
from alternat.ui.programme.timeline.placement import Placement
from alternat.ui.programme.timeline.ruler import ruler_of
from alternat.ui.programme.timeline.view import TimelineView
from tests.factories.programmes import FilledProgramme, fill_programme
from tests.ui.desks import dispose, make_desk

ROOMS, PER_ROOM = 40, 10
FRAME = 1 / 60
"""The seconds that a picture may take where 60 are shown in a second."""


@pytest.fixture
def view(qapp: QApplication) -> TimelineView:
    settings = SettingsFile()
    settings.change(language=Language.EN, theme=Theme.LIGHT)
    screen = Screen(qapp, settings)
    view = TimelineView(screen)
    view.set_sides({"CA": "#b3261e", "CN": "#1f5fa8"})
    kinds = list(SessionKind)
    cards = [
        Card(
            session=room * PER_ROOM + at + 1,
            column=room,
            first=480 + at * 60,
            last=480 + at * 60 + 55,
            kind=kinds[(room + at) % len(kinds)],
            kind_name="Bilateral meeting",
            title=f"Meeting {at} on judicial co-operation in room {room}",
            times="09:00–09:55",
            chairs="Élise CÔTÉ, YANG Weimin",
            sides=("CA", "CN"),
            is_fixed=at % 4 == 0,
            is_cancelled=at % 7 == 6,
            severity=None,
        )
        for room in range(ROOMS)
        for at in range(PER_ROOM)
    ]
    columns = [Column(room, f"Room {room}", "A · Conference Centre") for room in range(ROOMS)]
    capitals = {"Ottawa": "America/Toronto", "Beijing": "Asia/Shanghai"}
    ruler = ruler_of(date(2027, 6, 12), "America/Toronto", capitals, catalog(Language.EN))
    view.resize(1600, 900)
    view.show_day(columns, cards, ruler, ())
    view.show()
    view.enter_day()
    return view


def paint(view: TimelineView) -> None:
    picture = QImage(view.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
    view.viewport().render(picture)


def test_first_drawing_of_a_day(benchmark: Any, view: TimelineView) -> None:
    benchmark.pedantic(paint, (view,), setup=view.cards_painter.forget, rounds=20)


def test_scrolling(benchmark: Any, view: TimelineView) -> None:
    paint(view)
    steps = iter(range(1_000_000))

    def scroll() -> None:
        view.horizontalScrollBar().setValue(next(steps) * 16 % 2000)
        view.verticalScrollBar().setValue(600 + next(steps) * 8 % 200)
        paint(view)

    benchmark(scroll)
    assert benchmark.stats.stats.median < FRAME


def test_dragging(benchmark: Any, view: TimelineView) -> None:
    card = view.sheet.visible(view.cards, view.sheet.place(0, 480, 900))[0]
    start = view.sheet.rect(card).center() + view.origin
    view.hand.press(start, Qt.KeyboardModifier.NoModifier)
    steps = iter(range(1_000_000))

    def drag() -> None:
        view.hand.move(start + QPointF(0, 10 + next(steps) % 300), Qt.KeyboardModifier.NoModifier)
        paint(view)

    benchmark(drag)
    assert benchmark.stats.stats.median < FRAME


def test_a_changed_day(benchmark: Any, view: TimelineView) -> None:
    """One session has moved: only its picture is made anew."""
    paint(view)
    ruler, columns = view._ruler, view.columns
    steps = iter(range(1_000_000))

    def change() -> None:
        first, *rest = view.cards
        moved = replace(first, first=480 + next(steps) % 60)
        view.show_day(columns, (moved, *rest), ruler, ())
        paint(view)

    benchmark(change)


@pytest.mark.benchmark(timer=time_used.process_time)
def test_from_the_commit_of_a_drag_to_the_new_picture(
    benchmark: Any, qapp: QApplication, dialogue: Workspace
) -> None:
    """A day of 40 rooms: a move is written, read again, shown in both twins and the inspector, and painted.

    Aim: under two frames of processor time, the picture that follows the drop; while dragging, one frame.
    """
    filled = fill_programme(dialogue)
    fill_day(dialogue, filled)
    page = ProgrammePage(make_desk(qapp, dialogue, filled.meeting))
    page.resize(1600, 900)
    page.show()
    session = filled.sessions["bilateral"]
    page.select(session)
    paint(page.timeline)
    minutes = itertools.cycle((660, 665, 670))

    def drop() -> None:
        card = page.timeline.selected
        assert card is not None
        first = next(minutes)
        page.place((Placement(session, card.column, first, first + 45),))
        paint(page.timeline)

    benchmark(drop)
    dispose(page)
    assert benchmark.stats.stats.median < 2 * FRAME


def fill_day(workspace: Workspace, filled: FilledProgramme) -> None:
    """Add rooms and sessions until the first day has 40 rooms with ten sessions each."""
    venue = workspace.tables.Venue.get().id
    everyone = (PartyPlan(PartyKind.EVERYONE),)
    with workspace.change(message("Add {name}", name="40")):
        for number in range(ROOMS - len(filled.rooms)):
            (room,) = add_room(workspace, venue, {"code": f"X{number}"}).inserted("room")[-1:]
            for at in range(PER_ROOM):
                add_session(
                    workspace,
                    filled.meeting,
                    kind=SessionKind.BILATERAL,
                    day=date(2027, 6, 12),
                    start=time(8 + at),
                    minutes=55,
                    room=room,
                    parties=everyone,
                )
