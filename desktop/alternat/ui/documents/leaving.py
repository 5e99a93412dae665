"""Notes in the open dialogue the documents that have just been saved or printed."""

from collections.abc import Iterable
from pathlib import Path

from alternat.planning.releases import Leaving, revision_of
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.leaving import note
from alternat.ui.documents.delivery import Finished


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
