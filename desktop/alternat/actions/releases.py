"""Noting what leaves the desk: a line for every file or paper, in a step that no undo takes back."""

from collections.abc import Iterable
from datetime import UTC, datetime

from alternat.actions.verbs import verb
from alternat.language.messages import message
from alternat.planning.releases import Leaving
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace

_LONGEST_NAME = 300


@verb
def note_releases(workspace: Workspace, left: Iterable[Leaving], *, now: datetime | None = None) -> Changes:
    """Note what has left, by the workspace’s own actor, at a moment; now unless it is given.

    The step is a lasting one: what left cannot be taken back.
    """
    moment = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0, tzinfo=None)
    rows = [
        {
            "at": moment,
            "by": workspace.actor[:200],
            "kind": each.kind,
            "name": each.name[-_LONGEST_NAME:],
            "meeting": each.meeting,
            "revision": each.revision,
            "people": " ".join(str(person) for person in each.people),
            "content": each.content,
        }
        for each in left
    ]
    names = tuple(dict.fromkeys(str(row["name"]) for row in rows))
    with workspace.change(message("Share {files}", files=", ".join(names)), lasting=True) as change:
        change.insert(workspace.tables.Release, rows)
    return change.result
