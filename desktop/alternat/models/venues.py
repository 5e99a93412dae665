"""Where things happen: venues and their rooms, and how long the way between venues takes."""

import peewee as pw

from alternat.models.base import EnumField, LabelField, Row, refers_to
from alternat.models.meetings import Meeting
from alternat.nouns.venues import RoomLayout


class Venue(Row):
    """A place of one meeting, with its rooms."""

    meeting: Meeting = refers_to(Meeting)
    meeting_id: int
    name = LabelField()
    address = pw.TextField(default="")


class Room(Row):
    """A room of a venue; `code` names it on the command line and on door signs."""

    venue: Venue = refers_to(Venue)
    venue_id: int
    code = pw.CharField(40)
    name = LabelField()
    number = pw.IntegerField()
    capacity = pw.IntegerField(null=True)
    """Seats, at table and behind; none if unknown."""
    layout = EnumField(RoomLayout, default=RoomLayout.MEETING_TABLE)
    booths = pw.IntegerField(default=0)
    """Interpretation booths."""
    opens = pw.TimeField(null=True)
    closes = pw.TimeField(null=True)


class Way(Row):
    """How long the way between two venues takes, in either direction."""

    one: Venue = refers_to(Venue)
    one_id: int
    other: Venue = refers_to(Venue)
    other_id: int
    minutes = pw.IntegerField()
