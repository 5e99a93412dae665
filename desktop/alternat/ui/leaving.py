"""Notes in the open dialogue what the window has just saved or printed; where it cannot, it says so."""

from collections.abc import Iterable
from pathlib import Path

from alternat.actions.releases import note_releases
from alternat.errors import AlternatError
from alternat.language.messages import message
from alternat.planning.findings import Severity
from alternat.planning.releases import Leaving, revision_of
from alternat.ui.desk import Desk
from alternat.ui.documents.delivery import Finished


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


def note_papers(desk: Desk, papers: Iterable[tuple[Finished, str]]) -> None:
    """Note documents that were saved under a name or sent to a printer of that name."""
    tables = desk.tables
    left = []
    for made, name in papers:
        meeting = tables.Meeting.get_or_none(tables.Meeting.id == made.order.meeting)
        reference = meeting.reference if meeting is not None else ""
        revision = revision_of(tables, reference)
        left.append(Leaving(made.order.kind.id, Path(name).name, reference, revision, made.people))
    note(desk, left)
