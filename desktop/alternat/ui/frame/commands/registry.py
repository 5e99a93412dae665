"""Which commands the window has; a command joins by its descriptor in one of the modules named here."""

from alternat.ui.frame.commands.command import Command
from alternat.ui.frame.commands.edit import EDIT_COMMANDS
from alternat.ui.frame.commands.files import FILE_COMMANDS
from alternat.ui.frame.commands.help import HELP_COMMANDS
from alternat.ui.frame.commands.keeping import KEEPING_COMMANDS
from alternat.ui.frame.commands.meeting import MEETING_COMMANDS
from alternat.ui.frame.commands.view import VIEW_COMMANDS

COMMANDS: tuple[Command, ...] = (
    *FILE_COMMANDS[:-2],
    *KEEPING_COMMANDS,
    *FILE_COMMANDS[-2:],
    *EDIT_COMMANDS,
    *VIEW_COMMANDS,
    *MEETING_COMMANDS,
    *HELP_COMMANDS,
)
