"""How long the timeline takes to draw a day of 40 rooms, and to draw it again while it scrolls or drags."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.models.programme import SessionKind
from alternat.settings import SettingsFile, Theme
from alternat.ui.screen import Screen
from alternat.ui.timeline.cards import Card, Column
from alternat.ui.timeline.ruler import ruler_of
from alternat.ui.timeline.view import TimelineView

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
