"""The commands of the File menu about keeping a dialogue: checking, backups, history, password, erasing."""

from collections.abc import Sequence

from alternat.language.messages import message
from alternat.ui.frame.commands.command import Command, Frame, Menu, with_dialogue


def with_file(frame: Frame) -> bool:
    """Return whether the open dialogue is a file."""
    return frame.desk is not None and "://" not in frame.desk.workspace.address


def with_own_file(frame: Frame) -> bool:
    """Return whether the open dialogue is a file that may be changed."""
    return with_file(frame) and frame.desk is not None and frame.desk.workspace.is_writable


def check_document(frame: Frame) -> None:
    """Compare the dialogue with its history and show what is damaged."""
    if frame.desk is not None:
        from alternat.ui.frame.dialogs.checking import Checking

        Checking(frame.desk, frame.window).open()


def back_up_now(frame: Frame) -> None:
    """Back the dialogue up at once."""
    desk = frame.desk
    if desk is not None:
        from alternat.ui.frame.dialogs.backups import make_backup

        made = make_backup(desk, frame.window)
        if made is not None:
            desk.announce(message("The backup is {file}", file=str(made.path)))


def show_backups(frame: Frame) -> None:
    """Show the backups of the dialogue, to restore one."""
    desk = frame.desk
    if desk is not None:
        from alternat.ui.frame.dialogs.backups import backups_of

        backups_of(desk, frame.opener, frame.window).open()


def show_history(frame: Frame) -> None:
    """Show who did what and when."""
    if frame.desk is not None:
        from alternat.ui.frame.dialogs.history import History

        History(frame.desk, frame.window).open()


def change_password(frame: Frame) -> None:
    """Set, change or remove the password of the dialogue."""
    if frame.desk is not None:
        from alternat.ui.frame.dialogs.password import Password

        Password(frame.desk, frame.opener, frame.window).open()


def erase_people(frame: Frame, people: Sequence[int] = ()) -> None:
    """Erase people for good, after it was shown what would go; these are ticked at first."""
    if frame.desk is not None:
        from alternat.ui.frame.dialogs.erasing import Erasing

        Erasing(frame.desk, frame.opener, frame.window, people).open()


KEEPING_COMMANDS = (
    Command("check-document", Menu.FILE, message("Check the document"), check_document, None, "", 5),
    Command(
        "back-up-now", Menu.FILE, message("Back up now"), back_up_now, None, "", 5, is_available=with_file
    ),
    Command("backups", Menu.FILE, message("Backups…"), show_backups, None, "", 5, is_available=with_file),
    Command("history", Menu.FILE, message("History…"), show_history, None, "", 5, is_available=with_dialogue),
    Command(
        "password", Menu.FILE, message("Password…"), change_password, None, "", 6, is_available=with_own_file
    ),
    Command("erase-people", Menu.FILE, message("Erase people for good…"), erase_people, None, "", 6),
)
