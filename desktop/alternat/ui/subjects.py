"""What findings are about: what to call it in a list, and the way to where it is mended."""

from collections.abc import Iterable, Mapping

from alternat.language.label import Label
from alternat.language.names import latin_name
from alternat.models.base import Row
from alternat.models.tables import Tables
from alternat.planning.findings import Finding, Subject, SubjectKind
from alternat.ui.desk import Desk


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
    return names


def show_subject(desk: Desk, finding: Finding) -> None:
    """Bring what a finding is about into view, with the cursor in the field that would mend it."""
    field, subject = finding.fix.field if finding.fix else "", finding.subject
    if subject.kind is SubjectKind.PERSON:
        desk.show_person(subject.id, field)
    elif subject.kind is SubjectKind.MEETING and finding.sessions:
        # A day of the meeting is the matter, which is mended where its sessions are.
        desk.show_place(SubjectKind.SESSION.value, finding.sessions[0], "day")
    else:
        desk.show_place(subject.kind.value, subject.id, field)


def _name(kind: SubjectKind, row: Row) -> Label:
    # Rows of different tables have different fields, which peewee only knows at run time.
    each: object = row
    if kind is SubjectKind.PERSON:
        latin = latin_name(
            *(getattr(each, name) for name in ("family", "given", "name_order", "printed_name"))
        )
        chinese = str(getattr(each, "name_zh", ""))
        return Label(latin or chinese, latin or chinese, chinese or latin)
    if kind is SubjectKind.MEETING:
        return Label.same(str(getattr(each, "reference", "")))
    for field in ("delegation_name", "acronym", "name", "title", "text"):
        label = getattr(each, field, None)
        if isinstance(label, Label) and label:
            return label
    return Label()
