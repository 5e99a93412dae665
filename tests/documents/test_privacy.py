"""Nothing private is in any document: notes, contacts and reasons are searched for in bytes and text."""

from datetime import date
from typing import Any

import pytest

from alternat.actions.calendars import add_avoid_dates
from alternat.actions.countdown import change_tasks, start_checklist
from alternat.actions.people import change_contact
from alternat.actions.programme import change_sessions, move_session
from alternat.actions.revisions import publish
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.kinds.registry import KINDS
from alternat.documents.printing import produce
from alternat.language.label import Label
from alternat.models.people import Contact
from alternat.storage.workspace import Workspace
from tests.documents.reading import text_of
from tests.factories.programmes import FilledProgramme

MARKER = "PRIVATE-秘密"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_no_document_holds_a_private_note_or_a_contact(
    dialogue: Workspace, filled: FilledProgramme, kind: DocumentKind[Any, Any]
) -> None:
    fields = [name for name in Contact._meta.fields if name not in {"id", "version", "person"}]
    for person in (*filled.canadians, *filled.chinese, *filled.interpreters):
        contact = {name: f"{MARKER}-{name}" for name in fields}
        change_contact(dialogue, person, {**contact, "email": "PRIVATE@example.org"})
    start_checklist(dialogue, filled.meeting)
    change_tasks(dialogue, [row.id for row in dialogue.tables.Task.select()], {"note": MARKER})
    reason = Label.same(MARKER)
    add_avoid_dates(dialogue, "CA", starts=date(2027, 6, 20), reason=reason, is_private=True)
    publish(dialogue, filled.meeting, "Protocol")
    change_sessions(dialogue, list(filled.sessions.values()), {"private_note": MARKER})
    move_session(dialogue, filled.sessions["lunch"], day=date(2027, 6, 13))
    options = kind.suggest(dialogue.tables, filled.meeting, date(2027, 6, 2))
    values = kind.gather(dialogue.tables, filled.meeting, options)
    assert "PRIVATE" not in repr(values)
    document = produce(kind, dialogue.tables, filled.meeting, options)
    text = text_of(document.pdf)
    for secret in ("PRIVATE", "秘密"):
        assert secret not in text
        assert secret.encode() not in document.pdf
        assert secret.encode("utf-16-be") not in document.pdf
        assert secret not in repr(document.findings)
