"""Puts the window together: Qt's application, the settings, the screen, and a dialogue if one is given."""

import gc
import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path

from alternat.language.label import Language

NAME = "alternat"
_log = logging.getLogger(NAME)


def run(
    address: str | None = None,
    *,
    language: Language | None = None,
    password: str | None = None,
    read_only: bool = False,
) -> int:
    """Open the window, on the dialogue at a path or database address if one is given; return the exit code.

    `language` overrides the remembered screen language, `password` saves asking for that of the dialogue,
    `read_only` leaves it to be edited elsewhere.
    Returns when the window is closed.
    """
    # Everything made from here to the first paint stays, so looking for garbage in it is time lost.
    gc.disable()
    from PySide6.QtWidgets import QApplication

    from alternat.settings import SettingsFile, settings_path
    from alternat.ui.look.screen import Screen
    from alternat.ui.opening.files import FileDialogs
    from alternat.ui.opening.opener import Opener
    from alternat.ui.window import MainWindow

    log_file = start_log(user_log_path(NAME))
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(NAME)
    settings = SettingsFile(settings_path())
    if language is not None:
        settings.change(language=language)
    screen = Screen(application, settings)
    application.setWindowIcon(screen.icon("badge-check", colour=screen.palette.accent, size=64))
    dialogs = FileDialogs(screen)
    opener = Opener(screen, settings, dialogs)
    window = MainWindow(screen, settings, opener)
    dialogs.parent = window
    sys.excepthook = unexpected(lambda error: window.report_fault(error, log_file))
    if address is not None:
        window.expect_dialogue()
    window.show()
    application.processEvents()
    if address is not None and not opener.open(address, password=password, read_only=read_only):
        window.show_welcome()
    gc.freeze()
    gc.enable()
    return application.exec()


def start_log(folder: Path) -> Path:
    """Keep the log in a folder of the person's own, and return its file; without one, log to nowhere."""
    path = folder / f"{NAME}.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return path


def unexpected(
    tell: Callable[[BaseException], None],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return a hook that logs what nobody foresaw and tells the person so; the window lives on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("unexpected", exc_info=(kind, error, trace))
        tell(error)

    return hook
