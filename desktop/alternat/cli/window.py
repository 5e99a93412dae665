"""When and how the command line opens the window, which it does not know itself."""

from pathlib import Path

from alternat.addresses import is_server
from alternat.cli.displays import PLATFORM
from alternat.cli.face import Face
from alternat.errors import AlternatError
from alternat.language.messages import mark


class NoDisplay(AlternatError):
    """The window cannot open where there is no screen."""

    template = mark(
        "There is no display to open the window on. The commands work without one: alternat --help"
    )


class LibraryMissing(AlternatError):
    """Qt, or a library of the system that it leans on, is not installed."""

    template = mark(
        "The window cannot open, because a library is missing ({reason}). The commands work without it."
    )


class NotThere(AlternatError):
    """The file to open does not exist."""

    template = mark("There is no file “{address}”. A new dialogue is made with: alternat new FILE")


def is_address(word: str) -> bool:
    """Return whether a lone word on the line is meant as a dialogue to open, not as a command."""
    looks_like_path = any(sign in word for sign in ("/", "\\", "."))
    return is_server(word) or looks_like_path or Path(word).exists()


def show_window(face: Face, address: str | None, *, read_only: bool = False) -> int:
    """Open the window on a dialogue, or on the welcome screen; return when it is closed."""
    if address is not None and not is_server(address) and not Path(address).exists():
        raise NotThere(address=address)
    if not (face.has_display() or face.environ.get(PLATFORM)):
        raise NoDisplay
    try:
        if read_only:
            return face.open_window(address, face.asked_language, read_only=True)
        return face.open_window(address, face.asked_language)
    except ImportError as error:
        raise LibraryMissing(reason=str(error)) from error
