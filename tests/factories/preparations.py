"""The example dialogue before anything of its meeting was agreed, prepared or published."""

from alternat.language.messages import message
from alternat.nouns.meetings import MeetingStatus
from alternat.storage.workspace import Workspace


def forget_preparations(workspace: Workspace) -> None:
    """Take consents, sub-groups, dates to avoid, tasks and published revisions away.

    The coming meeting is confirmed, and none of its sessions is cancelled.
    """
    tables = workspace.tables
    with workspace.change(message("Add the example preparations")) as change:
        for table in (
            tables.Consent,
            tables.SubGroup,
            tables.AvoidDates,
            tables.Task,
            tables.ProgrammeRevision,
        ):
            change.delete(table, [row.id for row in table.select()])
        coming = tables.Meeting.select().where(tables.Meeting.status == MeetingStatus.AGREED)
        change.update(tables.Meeting, {row.id: {"status": MeetingStatus.CONFIRMED} for row in coming})
        change.update(tables.Session, {row.id: {"is_cancelled": False} for row in tables.Session.select()})
