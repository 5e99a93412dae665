"""Publishing the programme: keeping it whole under a number, so that what changes afterwards can be told."""

from datetime import UTC, datetime

from alternat.actions.fields import checked
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.messages import mark, message
from alternat.planning.programme import read_programme
from alternat.planning.revisions import last_revision, next_number, snapshot
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


class NothingToPublish(AlternatError):
    """A programme without sessions says nothing."""

    template = mark("The programme of {meeting} has no sessions yet, so there is nothing to publish.")


class NothingChanged(AlternatError):
    """The programme is still the one that was published last."""

    template = mark(
        "Nothing has changed in the programme of {meeting} since revision {number}, so there is nothing to "
        "publish."
    )


@verb
def publish(workspace: Workspace, meeting: int, by: str, *, now: datetime | None = None) -> Changes:
    """Keep the programme as its next revision, published by somebody at a moment; now unless it is given.

    A number that was given is never given again, not after the step was taken back either.
    A programme without sessions is a `NothingToPublish`, one that has not changed a `NothingChanged`.
    """
    tables = workspace.tables
    programme, last = read_programme(tables, meeting), last_revision(tables, meeting)
    content = snapshot(programme)
    if not programme.sessions:
        raise NothingToPublish(meeting=programme.reference)
    if last is not None and last.snapshot.as_json() == content:
        raise NothingChanged(meeting=programme.reference, number=str(last.number))
    number = next_number(tables, meeting)
    moment = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0, tzinfo=None)
    values = checked(tables.ProgrammeRevision, {"published_by": by})
    row = {**values, "meeting": meeting, "number": number, "published": moment, "content": content}
    label = message(
        "Publish revision {number} of the programme of {meeting}",
        number=str(number),
        meeting=programme.reference,
    )
    with workspace.change(label) as change:
        change.insert(tables.ProgrammeRevision, [row])
        change.update(tables.Meeting, {meeting: {"last_revision": number}}, reckoned=True)
    return change.result
