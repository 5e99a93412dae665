"""Every control of every page can be heard, reached and read, in three languages at 1280×720."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from alternat.actions.subgroups import add_subgroup
from alternat.language.label import Label, Language
from alternat.ui.desk.place import Place
from alternat.ui.frame.pages import PAGES
from alternat.ui.look.screen import Screen
from alternat.ui.window import MainWindow

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
SPEECHLESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window}
VIEWS = ("welcome", *(page.id for page in PAGES), "delegations with a person", "subgroups filled", "findings")

everywhere = pytest.mark.parametrize("view", VIEWS)
in_every_language = pytest.mark.parametrize("language", Language)


@pytest.fixture
def shown(
    window: MainWindow,
    screen: Screen,
    demo_path: str,
    view: str,
    language: Language,
) -> MainWindow:
    """The window at 1280×720 in a language, with a view in it."""
    screen.set_language(language)
    if view != "welcome":
        bring_up(window, demo_path, view)
    QApplication.processEvents()
    return window


def bring_up(window: MainWindow, path: str, view: str) -> None:
    window.frame.opener.open(path)
    bench = window.workbench
    assert bench is not None
    if view == "findings":
        bench.toggle_findings()
        return
    bench.show_page(view.partition(" ")[0])
    if view.endswith("filled"):
        add_subgroup(bench.desk.workspace, bench.desk.meeting or 0, Label("Cybercrime", "Cyber", "网络犯罪"))
    if view.endswith("person"):
        bench.desk.show_place(Place("person", bench.desk.tables.Person.select().first().id))


def visible(window: QWidget) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def described(widget: QWidget) -> str:
    parents: list[str] = []
    above: QWidget | None = widget
    while above is not None and len(parents) < 4:
        parents.append(type(above).__name__)
        above = above.parentWidget()
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{' in '.join(parents)}: {text[:60]!r} {widget.size().toTuple()}"


def is_part_of_a_control(widget: QWidget) -> bool:
    """Return whether Qt itself made the widget, as the editor inside a spin box or a search field's glass."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(
        parent, QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView
    )


@in_every_language
@everywhere
def test_every_control_has_a_name_and_a_role(shown: MainWindow) -> None:
    nameless = []
    for widget in visible(shown):
        takes_focus = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if is_part_of_a_control(widget) or not (isinstance(widget, CONTROLS) or takes_focus):
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        # Qt knows no other role for a scrolled sheet than that of a client area.
        is_mute = heard.role() in SPEECHLESS and not isinstance(widget, QAbstractScrollArea)
        if is_mute or not heard.text(QAccessible.Text.Name).strip():
            nameless.append(f"{described(widget)} is {heard.role().name}")

    assert nameless == []


@in_every_language
@everywhere
def test_no_text_is_cut_off(shown: MainWindow, qtbot: QtBot) -> None:
    # The preview's bar counts the pages once they are there.
    qtbot.waitUntil(lambda: not any(is_cut_off(widget) for widget in visible(shown)))


def is_cut_off(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        if not widget.text() or not widget.pixmap().isNull():
            return False
        if widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width())
        return widget.width() < widget.sizeHint().width()
    if isinstance(widget, QPushButton):
        needed = widget.sizeHint()
        return widget.width() < needed.width() or widget.height() < needed.height()
    return False


@pytest.mark.parametrize("language", [Language.FR])
@pytest.mark.parametrize("view", [page.id for page in PAGES])
def test_the_tabulator_reaches_every_control_and_comes_round(shown: MainWindow) -> None:
    bench = shown.workbench
    assert bench is not None
    wanted = {
        widget
        for widget in visible(bench)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not is_part_of_a_control(widget)
    }
    chain: set[QWidget] = set()
    link: QWidget | None = bench
    while link is not None and link not in chain:
        chain.add(link)
        link = link.nextInFocusChain()

    assert [described(widget) for widget in wanted - chain] == []


@pytest.mark.parametrize("percent", [150, 200])
@pytest.mark.parametrize("language", [Language.FR])
@pytest.mark.parametrize("view", ["welcome", "overview", "terms"])
def test_large_text_is_not_cut_off_either(
    shown: MainWindow, screen: Screen, qtbot: QtBot, percent: int
) -> None:
    screen.set_text_scale(percent)
    shown.resize(1280, 720)

    # Wrapped lines settle in more than one pass of the layouts.
    qtbot.waitUntil(lambda: not any(is_cut_off(widget) for widget in visible(shown)))
