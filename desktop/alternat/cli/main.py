"""The way into the command line: from the words on the line to an exit code."""

import getpass
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

import click

from alternat.cli.face import Exit, Face, OpenWindow
from alternat.cli.output import ErrorOutput, Output
from alternat.cli.root import Root
from alternat.cli.speech import asked_language, usual_language
from alternat.errors import AlternatError
from alternat.language.catalogs import catalog
from alternat.language.messages import mark
from alternat.settings import SettingsFile


class InnerFault(AlternatError):
    """Something failed that should not have; the person cannot mend it, but can pass the log on."""

    template = mark("Alternat failed in a way it should not have, and stopped. The details are in {log}.")


def run(
    arguments: Sequence[str],
    *,
    environ: Mapping[str, str],
    out: TextIO | None,
    err: TextIO | None,
    open_window: OpenWindow,
    has_display: Callable[[], bool],
    settings: SettingsFile,
    keep_fault: Callable[[Exception], Path],
    ask_secret: Callable[[str], str] | None = None,
) -> int:
    """Run the command line and return its exit code.

    Whatever goes wrong is one line on `err`; `keep_fault` keeps a fault of our own and returns its log file.
    `ask_secret` asks for a password where there is a terminal.
    """
    speaking = catalog(usual_language(environ, settings.current.language))
    face = Face(
        speaking, Output(out), ErrorOutput(err), open_window, environ, has_display, None, _actor(), ask_secret
    )
    try:
        if asked := asked_language(arguments, environ):
            face = replace(face, catalog=catalog(asked), asked_language=asked)
        settings.listen(face.warn)
        code = Root().main(list(arguments), prog_name="alternat", standalone_mode=False, obj=face)
        face.out.flush()
        return int(code or Exit.DONE)
    except AlternatError as error:
        return face.refuse(error)
    except BrokenPipeError:
        # Of a stream that is not ours; our own outputs say what they lost.
        return Exit.DONE
    except (click.Abort, KeyboardInterrupt):
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the outermost frame: a traceback helps nobody at the desk
        if damaged := _damaged(face):
            return face.refuse(damaged)
        face.refuse(InnerFault(log=keep_fault(error)))
        return Exit.FAULT


def _damaged(face: Face) -> AlternatError | None:
    """Return the error about damage to a dialogue that may be behind a fault."""
    for workspace in face.opened:
        if damage := workspace.damage():
            return damage
    return None


def _actor() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        # An account without a name, as containers have.
        return ""
