"""The view of outcomes beside its sheet, and hands to work them with."""

from PySide6.QtWidgets import (
    QApplication,
    QSplitter,
    QWidget,
)
from pytestqt.qtbot import QtBot

from alternat.language.label import Label
from alternat.planning.outcomes import OutcomePlan, outcomes
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.outcomes.table import OutcomesView
from alternat.ui.follow_up.records import Records
from alternat.ui.parts.widgets.buttons import Button
from tests.ui.controls import named

HELD = Label("Contact points.", "Points de contact.", "联络点。")
NEXT = Label("Évaluation of precursors.", "Évaluation des précurseurs.", "")


def shown(qtbot: QtBot, both: QSplitter, desk: Desk) -> OutcomesView:
    view = OutcomesView(desk, Records(desk))
    for widget in (view, view.panel.sheet):
        both.addWidget(widget)
    both.resize(1300, 700)
    both.show()
    both.activateWindow()
    view.panel.table.setFocus()
    qtbot.waitUntil(lambda: view.records.finder.is_full)
    return view


def listed(view: OutcomesView) -> list[str]:
    return [plan.code for plan in view.panel.model.values]


def one(view: OutcomesView, code: str) -> OutcomePlan:
    return next(plan for plan in outcomes(view.desk.tables) if plan.code == code)


def select(view: OutcomesView, *codes: str) -> None:
    view.panel.table.select([one(view, code).id for code in codes])


def sheet(view: OutcomesView) -> QWidget:
    return view.panel.sheet


def press(view: OutcomesView, name: str) -> None:
    QApplication.processEvents()
    next(each for each in named(sheet(view), name, Button) if each.isVisible()).click()
