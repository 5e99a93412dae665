"""When and how the command line opens the window, which it does not know itself."""

import sys
from collections.abc import Mapping
from pathlib import Path

from alternat.cli.face import Face
from alternat.errors import AlternatError
from alternat.language.messages import mark

DATABASE_SCHEMES = ("postgresql://", "postgres://")
PLATFORM = "QT_QPA_PLATFORM"
"""The variable that tells Qt what to draw on; who sets it wants the window whatever we think."""
_UNSEEN = frozenset({"offscreen", "minimal"})
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


class NoDisplay(AlternatError):
    """The window cannot open where there is no screen."""

    template = mark(
        "There is no display to open the window on. The commands work without one: alternat --help"
    )


class NotThere(AlternatError):
    """The file to open does not exist."""

    template = mark("There is no file “{address}”. A new dialogue is made with: alternat new FILE")


def is_address(word: str) -> bool:
    """Return whether a lone word on the line is meant as a dialogue to open, not as a command."""
    looks_like_path = any(sign in word for sign in ("/", "\\", "."))
    return word.startswith(DATABASE_SCHEMES) or looks_like_path or Path(word).exists()


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Return whether somebody would see a window: on Windows and macOS, elsewhere if a display is named.

    A `QT_QPA_PLATFORM` that draws off screen, as tests set it, is no display.
    """
    if environ.get(PLATFORM, "").partition(":")[0] in _UNSEEN:
        return False
    return platform in {"win32", "darwin"} or any(environ.get(name) for name in _DISPLAYS)


def show_window(face: Face, address: str | None) -> int:
    """Open the window on a dialogue, or on the welcome screen; return when it is closed."""
    if address is not None and not address.startswith(DATABASE_SCHEMES) and not Path(address).exists():
        raise NotThere(address=address)
    if not (face.has_display or face.environ.get(PLATFORM)):
        raise NoDisplay
    return face.open_window(address, face.asked_language)
