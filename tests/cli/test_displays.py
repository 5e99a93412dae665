"""Which displays show a window to somebody."""

import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from alternat.cli.displays import has_display


@pytest.mark.parametrize(
    ("environ", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": "nonsense"}, "linux", False),
        ({"DISPLAY": ":98765"}, "linux", False),
        ({"DISPLAY": "127.0.0.1:98765"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-gone"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "win32", False),
        ({"QT_QPA_PLATFORM": "minimal:x"}, "darwin", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_one_that_somebody_sees(*, environ: dict[str, str], platform: str, shown: bool) -> None:
    assert has_display(environ, platform) is shown


@pytest.fixture
def compositor() -> Iterator[Path]:
    """A socket that listens as a Wayland compositor does; its path must be short."""
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{folder}/wayland-9")
        server.listen()
        yield Path(folder)


def test_a_display_that_answers_is_one(compositor: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(compositor)}
    assert has_display(environ, "linux")
    assert not has_display(environ | {"QT_QPA_PLATFORM": "offscreen"}, "linux")


def test_an_x_server_on_the_network_is_asked_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        assert has_display({"DISPLAY": f"127.0.0.1:{number}.0"}, "linux")
