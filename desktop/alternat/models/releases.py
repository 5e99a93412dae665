"""What has left the desk: a line for every file or paper that was shared, so that it can be called back."""

import peewee as pw

from alternat.models.base import Row


class Release(Row):
    """One file or print that left; written as a lasting step, which no undo takes back."""

    at = pw.DateTimeField()
    """In UTC."""
    by = pw.CharField(200)
    kind = pw.CharField(40)
    """The code of the format or of the document: `ics`, `xlsx`, `badges`."""
    name = pw.CharField(300, default="")
    """The name of the file, without its folder."""
    meeting = pw.CharField(40, default="")
    """The reference of the meeting; kept as a text, since the meeting may be removed."""
    revision = pw.IntegerField(default=0)
    """The revision of the programme it showed; 0 where none was published."""
    people = pw.TextField(default="")
    """The keys of the people in it, separated by single spaces."""
    content = pw.TextField(default="")
    """What has to be remembered of it, in JSON; for a calendar, the sessions as they were shown."""
