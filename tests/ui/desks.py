"""Desks for tests of the window: an open dialogue on a screen that remembers nothing."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from alternat.language.label import Language
from alternat.settings import SettingsFile, Theme
from alternat.storage.workspace import Workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.look.screen import Screen

TODAY = date(2027, 3, 2)


def make_desk(
    application: QApplication, workspace: Workspace, meeting: int | None, language: Language = Language.EN
) -> Desk:
    """Return a desk on an open workspace with a meeting in view."""
    settings = SettingsFile()
    settings.change(language=language, theme=Theme.LIGHT)
    desk = Desk(workspace, Screen(application, settings), settings, today=lambda: TODAY)
    desk.set_meeting(meeting)
    return desk


def dispose(widget: QWidget) -> None:
    """Close a window and delete it at once, so that the next test's style sheet finds nothing of it."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
