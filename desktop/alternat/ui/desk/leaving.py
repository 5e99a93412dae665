"""Notes in the open dialogue what the window has just saved or printed; where it cannot, it says so."""

from collections.abc import Iterable

from alternat.actions.releases import note_releases
from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.planning.findings import Severity
from alternat.planning.releases import Leaving
from alternat.ui.desk.desk import Desk


def note(desk: Desk, left: Iterable[Leaving]) -> None:
    """Note what has left; a dialogue that cannot be written stops nothing, but it is told."""
    try:
        note_releases(desk.workspace, left)
    except AlternatError as error:
        desk.announce(
            message(
                "The file is written, but it could not be noted in the dialogue that it left: {reason}",
                reason=desk.screen.say_error(error),
            ),
            Severity.WARNS,
        )
