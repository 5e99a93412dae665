"""The commands of the Edit menu."""

from PySide6.QtGui import QKeySequence

from alternat.language.messages import Message, message
from alternat.ui.desk.typing import finish_typing
from alternat.ui.frame.commands.command import Command, Frame, Menu


def undo(frame: Frame) -> None:
    """Take the last step back: that of what is being typed, if something is."""
    if frame.desk is not None and finish_typing():
        frame.desk.undo()


def redo(frame: Frame) -> None:
    """Do the step again that was taken back last."""
    if frame.desk is not None:
        frame.desk.redo()


def find(frame: Frame) -> None:
    """Search the page in view."""
    if frame.workbench is not None:
        frame.workbench.focus_search()


def go_to(frame: Frame) -> None:
    """Open the command palette."""
    window = frame.window
    if frame.desk is not None and frame.workbench is not None:
        from alternat.ui.frame.command_palette import CommandPalette

        actions = [*frame.workbench.page_actions(), *window.actions()]
        CommandPalette(frame.desk, actions, frame.workbench.records, window).open_over(window)


def can_undo(frame: Frame) -> bool:
    """Return whether there is a step to take back."""
    return frame.desk is not None and frame.desk.workspace.undoable is not None


def can_redo(frame: Frame) -> bool:
    """Return whether there is a step to do again."""
    return frame.desk is not None and frame.desk.workspace.redoable is not None


def can_find(frame: Frame) -> bool:
    """Return whether the page in view can be searched."""
    return frame.workbench is not None and frame.workbench.page.search_prompt is not None


def undo_title(frame: Frame) -> Message:
    """Return the title that names the step to take back."""
    step = frame.desk.workspace.undoable if frame.desk is not None else None
    return message("Undo “{step}”", step=step) if step is not None else message("Undo")


def redo_title(frame: Frame) -> Message:
    """Return the title that names the step to do again."""
    step = frame.desk.workspace.redoable if frame.desk is not None else None
    return message("Redo “{step}”", step=step) if step is not None else message("Redo")


EDIT_COMMANDS = (
    Command(
        "undo",
        Menu.EDIT,
        message("Undo"),
        undo,
        QKeySequence.StandardKey.Undo,
        "undo-2",
        0,
        writes=True,
        is_available=can_undo,
        title_now=undo_title,
    ),
    Command(
        "redo",
        Menu.EDIT,
        message("Redo"),
        redo,
        QKeySequence.StandardKey.Redo,
        "redo-2",
        0,
        writes=True,
        is_available=can_redo,
        title_now=redo_title,
    ),
    Command(
        "find",
        Menu.EDIT,
        message("Search this page"),
        find,
        QKeySequence.StandardKey.Find,
        "search",
        1,
        is_available=can_find,
    ),
    Command("go-to", Menu.EDIT, message("Go to…"), go_to, "Ctrl+K", "command", 1),
)
