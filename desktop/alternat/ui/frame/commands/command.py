"""What a command is, and the actions of Qt that the commands become."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from alternat.language.messages import Message
from alternat.settings import SettingsFile
from alternat.ui.look.screen import Screen
from alternat.ui.opening.opener import Opener
from alternat.ui.parts.reading_only import READING_ONLY
from alternat.ui.parts.widgets.action_button import ICON_PROPERTY

if TYPE_CHECKING:
    from alternat.ui.desk.desk import Desk
    from alternat.ui.frame.workbench import Workbench


class Frame:
    """What commands act on: the window, what it was given, and what it shows."""

    def __init__(self, screen: Screen, settings: SettingsFile, opener: Opener, window: QWidget) -> None:
        self.screen, self.settings, self.opener, self.window = screen, settings, opener, window
        self.workbench: Workbench | None = None
        """What shows the open dialogue; set by the window."""

    @property
    def desk(self) -> "Desk | None":
        """The open dialogue's desk."""
        return self.opener.desk


class Menu(Enum):
    """The menus, in their order."""

    FILE = auto()
    EDIT = auto()
    VIEW = auto()
    MEETING = auto()
    HELP = auto()


def always(frame: Frame) -> bool:
    """Return that a command can be given at any time."""
    del frame
    return True


def with_dialogue(frame: Frame) -> bool:
    """Return whether a dialogue is open."""
    return frame.desk is not None


def with_meeting(frame: Frame) -> bool:
    """Return whether a meeting is in view."""
    return frame.desk is not None and frame.desk.meeting is not None


def _only_reads(frame: Frame) -> bool:
    return frame.desk is not None and not frame.desk.workspace.is_writable


@dataclass(frozen=True, slots=True)
class Command:
    """One command: where it stands, what it is called, its keys, and the function that does it."""

    id: str
    menu: Menu
    title: Message
    run: Callable[[Frame], object]
    keys: QKeySequence.StandardKey | str | None = None
    icon: str = ""
    group: int = 0
    """Commands of one menu with different groups are parted by a line."""
    submenu: Message | None = None
    is_available: Callable[[Frame], bool] = with_dialogue
    is_on: Callable[[Frame], bool] | None = None
    """For a command that switches something: whether that is on."""
    writes: bool = False
    """Whether it changes the dialogue, so that it waits while that is open for reading only."""
    title_now: Callable[[Frame], Message] | None = None
    """For a command whose title tells more at times, such as what would be undone."""


class CommandSet:
    """The actions of the commands; `refresh` brings titles, marks and states up to date."""

    def __init__(self, frame: Frame, commands: Iterable[Command]) -> None:
        self._frame = frame
        self._commands = tuple(commands)
        self._actions = {command.id: self._action(command) for command in self._commands}
        self.refresh()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands in their order."""
        return self._commands

    def action(self, command: str) -> QAction:
        """Return the action of a command's id."""
        return self._actions[command]

    def actions(self) -> tuple[QAction, ...]:
        """Return all actions."""
        return tuple(self._actions.values())

    def refresh(self) -> None:
        """Say every title in the screen language, and tell what can be done and what is on."""
        for command in self._commands:
            action = self._actions[command.id]
            title = command.title_now(self._frame) if command.title_now else command.title
            action.setText(self._frame.screen.say(title).replace("&", "&&"))
            is_resting = command.writes and _only_reads(self._frame)
            action.setEnabled(command.is_available(self._frame) and not is_resting)
            action.setToolTip(self._frame.screen.say(READING_ONLY) if is_resting else action.text())
            if command.is_on is not None:
                action.setChecked(command.is_on(self._frame))

    def draw(self) -> None:
        """Tint the icons from the palette in use."""
        for command in self._commands:
            if command.icon:
                self._actions[command.id].setIcon(self._frame.screen.icon(command.icon))

    def _action(self, command: Command) -> QAction:
        action = QAction(self._frame.window)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setObjectName(command.id)
        action.setProperty(ICON_PROPERTY, command.icon)
        action.setCheckable(command.is_on is not None)
        if command.keys is not None:
            action.setShortcuts(shortcuts(command.keys))
        action.triggered.connect(lambda: self._run(command))
        return action

    def _run(self, command: Command) -> None:
        command.run(self._frame)
        self.refresh()


def shortcuts(keys: QKeySequence.StandardKey | str) -> list[QKeySequence]:
    """Return the keys of a command: the platform's own for a standard one."""
    if isinstance(keys, str):
        return [QKeySequence(each) for each in keys.split(", ")]
    return QKeySequence.keyBindings(keys)
