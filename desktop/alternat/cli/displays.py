"""Whether somebody would see a window: asked before Qt is, which ends the program where the answer is no."""

import sys
from collections.abc import Mapping
from pathlib import Path

PLATFORM = "QT_QPA_PLATFORM"
"""The variable that tells Qt what to draw on; who sets it wants the window whatever we think."""
_UNSEEN = frozenset({"offscreen", "minimal"})
_SECONDS = 2.0
_FIRST_PORT = 6000


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Return whether a window can be shown: on Windows and macOS, elsewhere where a named display answers.

    A `QT_QPA_PLATFORM` that draws off screen, as tests set it, is no display.
    """
    if environ.get(PLATFORM, "").partition(":")[0] in _UNSEEN:
        return False
    return platform in {"win32", "darwin"} or _wayland_answers(environ) or _x_answers(environ)


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and _connects(str(Path(environ.get("XDG_RUNTIME_DIR", "/run")) / name))


def _x_answers(environ: Mapping[str, str]) -> bool:
    """Return whether the X server of `DISPLAY` answers; a session that has ended leaves its name behind."""
    host, _, rest = environ.get("DISPLAY", "").rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdecimal():
        return False
    if host in {"", "unix"}:
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen by convention
        return _connects(path) or _connects("\0" + path)
    return _connects((host, _FIRST_PORT + int(number)))


def _connects(address: str | tuple[str, int]) -> bool:
    import socket

    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as caller:
        caller.settimeout(_SECONDS)
        try:
            caller.connect(address)
        except (OSError, OverflowError):
            return False
    return True
