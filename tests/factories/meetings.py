"""Meetings for tests."""

from datetime import date

from alternat.actions.meetings import add_meeting
from alternat.storage.workspace import Workspace


def add_ottawa_2027(workspace: Workspace) -> int:
    """Add the meeting of 12 and 13 June 2027 in Ottawa and return its id."""
    changes = add_meeting(workspace, year=2027, host="CA", starts=date(2027, 6, 12), ends=date(2027, 6, 13))
    return changes.inserted("meeting")[0]
