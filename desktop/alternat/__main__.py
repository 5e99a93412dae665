"""Starts Alternat: the command line, and from it the window."""

import io
import logging
import os
import sys
from pathlib import Path
from typing import TextIO

from alternat.cli.displays import has_display
from alternat.cli.main import run
from alternat.language.label import Language
from alternat.settings import SettingsFile, settings_path
from alternat.storage.engines.driver import postpone_driver


def main() -> int:
    """Run the words of the command line and return the exit code."""
    postpone_driver()
    # Whatever a library warns of must not mix with the one line that a person is to read.
    logging.getLogger().addHandler(logging.NullHandler())
    return run(
        sys.argv[1:],
        environ=os.environ,
        out=_in_unicode(sys.stdout),
        err=_in_unicode(sys.stderr),
        open_window=_open_window,
        has_display=lambda: has_display(os.environ),
        settings=SettingsFile(settings_path()),
        keep_fault=_keep_fault,
    )


def _open_window(address: str | None, language: Language | None) -> int:
    # The window and all that belongs to it is loaded here and nowhere on the way to a command.
    from alternat import app

    return app.run(address, language=language)


def _keep_fault(error: Exception) -> Path:
    from platformdirs import user_log_path

    from alternat import app

    path = app.start_log(user_log_path(app.NAME))
    logging.getLogger(app.NAME).error("fault", exc_info=error)
    return path


def _in_unicode(stream: TextIO) -> TextIO:
    """Let a stream write every name there is: UTF-8 into files and pipes, whatever the code page."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")
    return stream


if __name__ == "__main__":
    sys.exit(main())
