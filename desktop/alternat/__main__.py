"""Starts Alternat: the command line, and from it the window."""

import getpass
import io
import logging
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TextIO, cast

from alternat.cli.displays import has_display
from alternat.cli.face import PASSWORD
from alternat.cli.main import run
from alternat.language.label import Language
from alternat.language.zones import use_newest_zone_data
from alternat.processes import SECRETS
from alternat.settings import SettingsFile, settings_path
from alternat.storage.engines.driver import postpone_driver


def main() -> int:
    """Run the words of the command line and return the exit code."""
    postpone_driver()
    use_newest_zone_data()
    # Whatever a library warns of must not mix with the one line that a person is to read.
    logging.getLogger().addHandler(logging.NullHandler())
    environ = dict(os.environ)
    for name in SECRETS:
        # What this process starts, such as the program that shows a PDF, must not inherit them.
        os.environ.pop(name, None)
    code = run(
        sys.argv[1:],
        environ=environ,
        out=_in_unicode(sys.stdout),
        err=_in_unicode(sys.stderr),
        open_window=partial(_open_window, password=environ.get(PASSWORD)),
        has_display=lambda: has_display(environ),
        settings=SettingsFile(settings_path(), is_reader=True),
        keep_fault=_keep_fault,
        ask_secret=getpass.getpass if sys.stdin is not None and sys.stdin.isatty() else None,
    )
    for stream in (sys.stdout, sys.stderr):
        _let_go(stream)
    return code


def _open_window(
    address: str | None, language: Language | None, *, password: str | None = None, read_only: bool = False
) -> int:
    # The window and all that belongs to it is loaded here and nowhere on the way to a command.
    from alternat import app

    return app.run(address, language=language, password=password, read_only=read_only)


def _keep_fault(error: Exception) -> Path:
    from platformdirs import user_log_path

    from alternat import app

    path = app.start_log(user_log_path(app.NAME))
    logging.getLogger(app.NAME).error("fault", exc_info=error)
    return path


def _let_go(stream: TextIO | None) -> None:
    """Let what could not be written go, or Python would complain of it once more at its end."""
    try:
        if stream is not None:
            stream.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), cast("TextIO", stream).fileno())


def _in_unicode(stream: TextIO | None) -> TextIO | None:
    """Let a stream write every name there is: UTF-8 into files and pipes, whatever the code page."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")
    return stream


if __name__ == "__main__":
    sys.exit(main())
