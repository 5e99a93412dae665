"""Which revisions of a programme there are to choose from, without reading what is in them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from alternat.models.tables import Tables


@dataclass(frozen=True, slots=True)
class PublishedRevision:
    """A revision's number and when it was published, on the clock of the meeting's own place."""

    number: int
    published: datetime


def published_revisions(tables: Tables, meeting: int) -> tuple[PublishedRevision, ...]:
    """Return all that was published of a meeting's programme, the first revision first."""
    row: Any = tables.ProgrammeRevision
    zone = ZoneInfo(tables.Meeting.get_by_id(meeting).time_zone)
    query = row.select(row.number, row.published).where(row.meeting == meeting).order_by(row.number)
    return tuple(
        PublishedRevision(each.number, each.published.replace(tzinfo=UTC).astimezone(zone)) for each in query
    )


def still_published(tables: Tables, meeting: int, number: int | None) -> int | None:
    """Return a revision's number if it is still there, else None: publishing may have been undone."""
    known = {each.number for each in published_revisions(tables, meeting)}
    return number if number in known else None
