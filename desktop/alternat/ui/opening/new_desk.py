"""From an address to a desk: the workspace opened or filled, and the meeting to have in view at first."""

import getpass
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from alternat.actions.dialogues import create_dialogue
from alternat.errors import AlternatError
from alternat.settings import SettingsFile
from alternat.storage.faults import (
    DamagedDialogue,
    EmptyDialogue,
    PasswordNeeded,
    ReadOnlyPlace,
    SeveralNames,
    WrongPassword,
)
from alternat.storage.locks import OpenElsewhere
from alternat.storage.passwords import require_fit
from alternat.storage.workspace import Workspace, create_workspace, open_workspace
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.meetings_in_view import meeting_to_open
from alternat.ui.look.screen import Screen
from alternat.ui.opening.recent import shown_name


def open_workspace_asking(
    address: str, ask_password: Callable[[str], str], *, known: str | None = None, read_only: bool = False
) -> Workspace:
    """Open a file or a database address; a protected file's password is asked for by the file's name.

    A known password is tried first. Raises what `open_workspace` raises, `PasswordNeeded` where the person
    gives none.
    """

    def attempt(password: str | None = None) -> Workspace:
        return open_workspace(address, actor=getpass.getuser(), password=password, write=not read_only)

    try:
        return attempt()
    except PasswordNeeded:
        if known:
            with suppress(WrongPassword):
                return attempt(known)
        password = ask_password(shown_name(address))
        if not password:
            raise
        return attempt(password)


def may_be_read(error: AlternatError) -> bool:
    """Return whether an error only keeps a dialogue from being changed, so that one may still look at it."""
    return isinstance(error, OpenElsewhere | SeveralNames | ReadOnlyPlace | DamagedDialogue)


def is_damage(error: AlternatError) -> bool:
    """Return whether an error says that a file is a dialogue that a backup could put right."""
    return isinstance(error, DamagedDialogue | EmptyDialogue)


def fill_workspace(address: str, template: str, password: str | None = None) -> Workspace:
    """Make a new dialogue at an address, filled from a template before it is there.

    With a password it is protected from its first byte; `PasswordUnfit` for one that cannot be typed again.
    """
    return create_workspace(
        address,
        actor=getpass.getuser(),
        password=require_fit(password) if password is not None else None,
        fill=lambda workspace: create_dialogue(workspace, template),
    )


def desk_on(workspace: Workspace, screen: Screen, settings: SettingsFile, today: Callable[[], date]) -> Desk:
    """Return a desk on an open workspace; where it cannot be read after all, it is closed again."""
    try:
        meeting = meeting_to_open(workspace.tables, today())
    except AlternatError:
        workspace.close()
        raise
    desk = Desk(workspace, screen, settings, today)
    desk.set_meeting(meeting)
    return desk
