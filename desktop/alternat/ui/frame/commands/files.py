"""The commands of the File menu."""

from PySide6.QtGui import QKeySequence

from alternat.language.messages import message
from alternat.planning.templates import template
from alternat.ui.frame.commands.command import Command, Frame, Menu, always, with_dialogue, with_meeting


def new_from_terms(frame: Frame) -> None:
    """Make a new dialogue from the Canada–China terms of reference."""
    _new(frame, "canada-china")


def new_blank(frame: Frame) -> None:
    """Make a new dialogue from the blank template."""
    _new(frame, "blank")


def open_file(frame: Frame) -> None:
    """Open a dialogue from a file."""
    frame.opener.choose_and_open()


def open_to_read(frame: Frame) -> None:
    """Open a dialogue from a file for reading only, as when somebody else is editing it."""
    frame.opener.choose_and_look()


def open_database(frame: Frame) -> None:
    """Open a dialogue from a team's database."""
    frame.opener.choose_and_connect()


def import_people(frame: Frame) -> None:
    """Import a list of people into the meeting in view."""
    if frame.desk is not None:
        frame.desk.action_wanted.emit("delegations", "import-people")


def import_programme(frame: Frame) -> None:
    """Import a list of sessions into the programme of the meeting in view."""
    if frame.desk is not None:
        from alternat.ui.importing.sessions import open_import

        open_import(frame.desk, frame.window)


def share(frame: Frame) -> None:
    """Let the programme of the meeting in view leave the desk as a file."""
    desk = frame.desk
    if desk is not None and (meeting := desk.meeting) is not None:
        from alternat.ui.programme.share import ShareProgramme

        ShareProgramme(desk, meeting, frame.window).open()


def share_follow_up(frame: Frame) -> None:
    """Let the follow-up of all meetings leave the desk as a workbook."""
    if frame.desk is not None:
        from alternat.ui.frame.dialogs.sharing_follow_up import ShareFollowUp

        ShareFollowUp(frame.desk, frame.window).open()


def read_follow_up(frame: Frame) -> None:
    """Read a workbook of the follow-up back."""
    if frame.desk is not None:
        from alternat.ui.importing.follow_up import open_read_back

        open_read_back(frame.desk, frame.window)


def show_releases(frame: Frame) -> None:
    """Show what has left the desk until now."""
    if frame.desk is not None:
        from alternat.ui.frame.dialogs.releases import Releases

        Releases(frame.desk, frame.window).open()


def close_dialogue(frame: Frame) -> None:
    """Close the open dialogue and return to the welcome screen."""
    frame.opener.close()


def leave(frame: Frame) -> None:
    """Close the window."""
    frame.window.close()


def _new(frame: Frame, template_id: str) -> None:
    frame.opener.choose_and_create(template_id, template(template_id).title.on_screen(frame.screen.language))


NEW = message("New")

FILE_COMMANDS = (
    Command(
        "new-from-terms",
        Menu.FILE,
        message("Canada–China dialogue…"),
        new_from_terms,
        QKeySequence.StandardKey.New,
        "file-plus",
        0,
        NEW,
        always,
    ),
    Command(
        "new-blank",
        Menu.FILE,
        message("Blank two-country dialogue…"),
        new_blank,
        None,
        "file-plus",
        0,
        NEW,
        always,
    ),
    Command(
        "open",
        Menu.FILE,
        message("Open…"),
        open_file,
        QKeySequence.StandardKey.Open,
        "folder-open",
        0,
        is_available=always,
    ),
    Command(
        "open-to-read",
        Menu.FILE,
        message("Open for reading only…"),
        open_to_read,
        None,
        "folder-open",
        0,
        is_available=always,
    ),
    Command(
        "open-database",
        Menu.FILE,
        message("Open a team database…"),
        open_database,
        None,
        "database",
        0,
        is_available=always,
    ),
    Command(
        "import",
        Menu.FILE,
        message("Import a list of people…"),
        import_people,
        "Ctrl+Shift+I",
        "file-input",
        1,
        writes=True,
        is_available=with_meeting,
    ),
    Command(
        "import-programme",
        Menu.FILE,
        message("Import a programme…"),
        import_programme,
        "Ctrl+Alt+I",
        "calendar-plus",
        1,
        writes=True,
        is_available=with_meeting,
    ),
    Command(
        "import-follow-up",
        Menu.FILE,
        message("Read a workbook of the follow-up back…"),
        read_follow_up,
        None,
        "file-input",
        1,
        writes=True,
        is_available=with_dialogue,
    ),
    Command(
        "share-programme",
        Menu.FILE,
        message("Share the programme…"),
        share,
        "Ctrl+Shift+E",
        "file-down",
        1,
        is_available=with_meeting,
    ),
    Command(
        "share-follow-up",
        Menu.FILE,
        message("Share the follow-up…"),
        share_follow_up,
        None,
        "file-down",
        1,
        is_available=with_dialogue,
    ),
    Command(
        "releases",
        Menu.FILE,
        message("What was shared…"),
        show_releases,
        None,
        "history",
        1,
        is_available=with_dialogue,
    ),
    Command(
        "close",
        Menu.FILE,
        message("Close the dialogue"),
        close_dialogue,
        QKeySequence.StandardKey.Close,
        "x",
        8,
        is_available=with_dialogue,
    ),
    Command("quit", Menu.FILE, message("Quit"), leave, "Ctrl+Q", "", 9, is_available=always),
)
