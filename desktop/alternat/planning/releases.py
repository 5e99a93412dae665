"""What left the desk, as frozen values, the latest first: for lists of it, by meeting or by person."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from alternat.models.tables import Tables


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """One file or print that left; `at` is in UTC."""

    id: int
    at: datetime
    by: str
    kind: str
    name: str
    meeting: str
    revision: int
    people: tuple[int, ...]
    subject: int | None = None
    """The person whose programme it is, as a calendar remembers it."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A file or paper that is about to leave."""

    kind: str
    """The code of the format or of the document: `ics`, `badges`."""
    name: str
    """The name of the file without its folder, or that of the printer."""
    meeting: str
    """The reference of the meeting."""
    revision: int = 0
    """The revision of the programme that was the last one then; 0 where none was published."""
    people: tuple[int, ...] = ()
    """The ids of those who are in it."""
    content: str = ""
    """What has to be remembered of it, see `planning.told`."""


def read_releases(
    tables: Tables, *, meeting: str | None = None, person: int | None = None
) -> tuple[ReleasePlan, ...]:
    """Return what left, the latest first: all of it, or that of a meeting, or what a person is in."""
    release: Any = tables.Release
    plans = (
        ReleasePlan(
            row.id,
            row.at.replace(tzinfo=UTC),
            row.by,
            row.kind,
            row.name,
            row.meeting,
            row.revision,
            tuple(int(each) for each in row.people.split() if each.isdecimal()),
            _subject(row.content),
        )
        for row in release.select().order_by(release.id.desc())
    )
    return tuple(
        each
        for each in plans
        if meeting in (None, each.meeting) and (person is None or person in (*each.people, each.subject))
    )


def _subject(content: str) -> int | None:
    """Return the person at the end of the scope that a release remembers."""
    try:
        last = str(json.loads(content)["scope"]).rpartition("/")[2]
    except (ValueError, KeyError, TypeError):
        return None
    return int(last) if last.isdecimal() else None


def revision_of(tables: Tables, meeting: str) -> int:
    """Return the number under which the programme of the meeting with that reference was published last."""
    row, revision = tables.Meeting, tables.ProgrammeRevision
    query = revision.select(revision.number).join(row).where(row.reference == meeting)
    last = query.order_by(revision.number.desc()).first()
    return 0 if last is None else int(last.number)
