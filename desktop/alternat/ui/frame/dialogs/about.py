"""The dialog that says what this program is, its version, and whose work it stands on."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QMessageBox, QWidget

from alternat.language.messages import message
from alternat.language.zones import newest_zone_data
from alternat.ui.look.screen import Screen


def show_about(screen: Screen, parent: QWidget) -> QMessageBox:
    """Open the dialog; it does not hold up the window."""
    box = QMessageBox(parent)
    box.setWindowTitle(screen.say(message("About Alternat")))
    box.setIconPixmap(screen.icon("badge-check", colour=screen.palette.accent, size=40).pixmap(screen.px(40)))
    zones = message("Time zones: {version}", version=newest_zone_data().version or "–")
    named = message("Alternat {version}", version=_version())
    box.setText(f"{screen.say(named)}\n{screen.say(zones)}")
    box.setInformativeText(
        screen.say(
            message(
                "The protocol desk of a dialogue between two countries that host in turn. "
                "Free software under the MIT licence. Fonts: Noto, SIL Open Font License. "
                "Icons: Lucide, ISC licence. Window: Qt, LGPL."
            )
        )
    )
    box.open()
    return box


def _version() -> str:
    try:
        return version("alternat")
    except PackageNotFoundError:
        return "–"
