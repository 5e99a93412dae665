"""The commands of the Help menu."""

from PySide6.QtGui import QKeySequence

from alternat.language.messages import message
from alternat.ui.frame.commands.command import Command, Frame, Menu, always


def keys(frame: Frame) -> None:
    """Show the keyboard shortcuts."""
    from alternat.ui.frame.dialogs.keys import show_keys

    window = frame.window
    show_keys(frame.screen, window.actions(), window)


def about(frame: Frame) -> None:
    """Show the version and the licences."""
    from alternat.ui.frame.dialogs.about import show_about

    show_about(frame.screen, frame.window)


HELP_COMMANDS = (
    Command(
        "keys",
        Menu.HELP,
        message("Keyboard shortcuts"),
        keys,
        QKeySequence.StandardKey.HelpContents,
        "keyboard",
        is_available=always,
    ),
    Command("about", Menu.HELP, message("About Alternat"), about, None, "info", is_available=always),
)
