"""What findings are about: what to call it in a list, and the way to where it is mended."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any, cast

from peewee import JOIN

from alternat.language.called import shown_name
from alternat.language.formats import clock, short_date
from alternat.language.label import Label, Language
from alternat.models.base import Row, tuples
from alternat.models.people import Person
from alternat.models.tables import Tables
from alternat.planning.findings import Finding, Subject, SubjectKind
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place


def subject_names(tables: Tables, findings: Iterable[Finding]) -> Mapping[Subject, Label]:
    """Return what to call the subjects of the findings, read in one query a table."""
    names: dict[Subject, Label] = {}
    subjects = {finding.subject for finding in findings}
    for kind in SubjectKind:
        ids = [subject.id for subject in subjects if subject.kind is kind]
        if ids:
            model = tables.named(kind.value)
            query = model.select().where(model.id.in_(ids))
            names |= {Subject(kind, row.id): _name(kind, row) for row in query}
    return names | _sessions(tables, [each.id for each in subjects if each.kind is SubjectKind.SESSION])


def show_subject(desk: Desk, finding: Finding) -> None:
    """Bring what a finding is about into view, with the cursor in the field that would mend it."""
    desk.show_place(place_of(finding))


def place_of(finding: Finding) -> Place:
    """Return where a finding is mended."""
    if finding.subject.kind is SubjectKind.MEETING and finding.sessions:
        # A day of the meeting is the matter, which is mended where its sessions are.
        return Place(SubjectKind.SESSION.value, finding.sessions[0], "day")
    return Place(finding.subject.kind.value, finding.subject.id, finding.fix.field if finding.fix else "")


def _sessions(tables: Tables, ids: list[int]) -> dict[Subject, Label]:
    """Return where and when sessions are, and what they are called."""
    if not ids:
        return {}
    session: Any = tables.Session
    room = tables.Room
    query = session.select(session.id, session.day, session.start, session.title, room.code).join(
        room, JOIN.LEFT_OUTER, on=session.room == room.id
    )
    return {
        Subject(SubjectKind.SESSION, key): Label(
            *(_place(day, start, code, title.on_screen(each), each) for each in Language)
        )
        for key, day, start, title, code in tuples(query.where(session.id.in_(ids)))
    }


def _place(day: date, start: time, room: str | None, title: str, language: Language) -> str:
    parts = (f"{short_date(day, language)} {clock(start, language, in_table=True)}", room, title)
    return " · ".join(part for part in parts if part)


def _name(kind: SubjectKind, row: Row) -> Label:
    # Rows of different tables have different fields, which peewee only knows at run time.
    each: object = row
    if kind is SubjectKind.PERSON:
        return shown_name(cast("Person", row))
    if kind is SubjectKind.MEETING:
        return Label.same(str(getattr(each, "reference", "")))
    for field in ("delegation_name", "acronym", "name", "title", "text"):
        label = getattr(each, field, None)
        if isinstance(label, Label) and label:
            return label
    return Label()
