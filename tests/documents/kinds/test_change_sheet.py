from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from alternat.actions.attendance import set_parties
from alternat.actions.people import change_people
from alternat.actions.programme import cancel_sessions, change_sessions, move_session, remove_sessions
from alternat.actions.revisions import publish
from alternat.documents.kinds.change_sheet.document import (
    CHANGES,
    ChangeSheetOptions,
    NoEarlierRevision,
    NotALaterRevision,
)
from alternat.documents.printing import produce
from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.nouns.paper import Paper
from alternat.nouns.programme import Interpretation
from alternat.planning.findings import Subject, SubjectKind
from alternat.planning.rows import UnknownRow
from alternat.storage.workspace import Workspace
from tests.documents.reading import same_as_snapshot, text_of
from tests.factories.programmes import FilledProgramme, at, people

EN, FR, ZH = Language
OPTIONS = ChangeSheetOptions((EN,), "CA", Paper.A4, date(2027, 6, 2))


def text(workspace: Workspace, meeting: int, **changes: Any) -> str:
    return text_of(produce(CHANGES, workspace.tables, meeting, replace(OPTIONS, **changes)).pdf)


@pytest.fixture
def changed(dialogue: Workspace, filled: FilledProgramme) -> FilledProgramme:
    """A published programme in which then one thing of every kind has changed."""
    publish(dialogue, filled.meeting, "Protocol")
    sessions = filled.sessions
    move_session(dialogue, sessions["lunch"], start=time(13, 0))
    move_session(dialogue, sessions["bilateral"], room=filled.rooms["A3"])
    change_sessions(dialogue, [sessions["sub-group"]], {"title": Label("Cyber", "Cybersécurité", "网络")})
    change_sessions(dialogue, [sessions["closing"]], {"interpretation": Interpretation.CONSECUTIVE})
    set_parties(dialogue, sessions["press"], people(filled.canadians[1], filled.chinese[0]))
    cancel_sessions(dialogue, [sessions["dinner"]])
    at(dialogue, filled.meeting, "16:00", title=Label("Extra", "Supplément", "加场"), parties=people(1))
    return filled


@pytest.mark.parametrize(
    ("name", "languages"),
    [("changes-three-languages", (EN, FR, ZH)), ("changes-english", (EN,)), ("changes-chinese", (ZH,))],
)
def test_the_change_sheet_reads_as_its_snapshot(
    dialogue: Workspace, changed: FilledProgramme, name: str, languages: tuple[Language, ...]
) -> None:
    assert same_as_snapshot(name, text(dialogue, changed.meeting, languages=languages))


def test_every_kind_of_change_is_told_with_before_and_after(
    dialogue: Workspace, changed: FilledProgramme
) -> None:
    said = " ".join(text(dialogue, changed.meeting).split())
    for part in (
        "Other time: June 12, 2027, 12:30–14:00 → June 12, 2027, 13:00–14:30",
        "Other room: Rideau Room, Conference Centre → Dining Room, Conference Centre",
        "Other title: Counter-terrorism → Cyber",
        "Other interpretation: simultaneous interpretation → consecutive interpretation",
        "Official dinner Cancelled",
        "Extra New",
        "Newly there: Noé 0 BÉLAIR",
        "No longer there: Noé 0 ARNAULT",
    ):
        assert part in said


def test_before_the_first_revision_and_without_changes_it_says_so(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    assert "The programme has not been published yet" in text(dialogue, filled.meeting)
    publish(dialogue, filled.meeting, "Protocol")
    assert "Nothing has changed since revision 1." in text(dialogue, filled.meeting)


class TestRevisions:
    """Any revision can be compared with any later one, or with the programme as it stands."""

    @pytest.fixture
    def published(self, dialogue: Workspace, changed: FilledProgramme) -> FilledProgramme:
        """Three revisions: then the changes of every kind, then dinner takes place after all."""
        publish(dialogue, changed.meeting, "Protocol")
        change_sessions(dialogue, [changed.sessions["dinner"]], {"is_cancelled": False})
        publish(dialogue, changed.meeting, "Protocol")
        return changed

    @pytest.mark.parametrize(
        ("since", "until", "sentence"),
        [
            (None, None, "Nothing has changed since revision 3."),
            (2, None, "Official dinner Takes place after all"),
            (1, 2, "Changes from revision 1 to revision 2"),
            (None, 2, "Changes from revision 1 to revision 2"),
            (2, 3, "Official dinner Takes place after all"),
            (1, 3, "Other title: Counter-terrorism → Cyber"),
        ],
    )
    def test_two_revisions_are_compared(
        self,
        dialogue: Workspace,
        published: FilledProgramme,
        since: int | None,
        until: int | None,
        sentence: str,
    ) -> None:
        said = " ".join(text(dialogue, published.meeting, since=since, until=until).split())
        assert sentence in said

    @pytest.mark.parametrize(
        ("since", "until", "error"),
        [
            (9, None, UnknownRow),
            (1, 9, UnknownRow),
            (None, 9, UnknownRow),
            (None, 1, NoEarlierRevision),
            (2, 2, NotALaterRevision),
            (3, 2, NotALaterRevision),
        ],
    )
    def test_what_cannot_be_compared_is_refused(
        self,
        dialogue: Workspace,
        published: FilledProgramme,
        since: int | None,
        until: int | None,
        error: type[AlternatError],
    ) -> None:
        with pytest.raises(error):
            text(dialogue, published.meeting, since=since, until=until)


class TestFindings:
    """What would go wrong on the sheet is said before it prints."""

    def findings(self, workspace: Workspace, filled: FilledProgramme) -> list[tuple[str, Subject]]:
        options = replace(OPTIONS, languages=(EN, FR, ZH))
        printed = produce(CHANGES, workspace.tables, filled.meeting, options)
        return [(each.code, each.subject) for each in printed.findings]

    def test_a_text_that_would_be_cut_off_blocks(self, dialogue: Workspace, changed: FilledProgramme) -> None:
        session = changed.sessions["sub-group"]
        change_sessions(dialogue, [session], {"title": Label.same("A title that goes on and on " * 30)})
        subject = Subject(SubjectKind.SESSION, session)
        assert ("session-too-long", subject) in self.findings(dialogue, changed)

    def test_what_changed_for_one_person_and_does_not_fit_blocks(
        self, dialogue: Workspace, filled: FilledProgramme
    ) -> None:
        publish(dialogue, filled.meeting, "Protocol")
        title = Label.same("A session with quite a long title that takes several lines of a narrow column")
        for minute in range(40):
            at(dialogue, filled.meeting, f"16:{minute:02}", 1, title=title, parties=people(1))
        assert ("changes-too-long", Subject(SubjectKind.PERSON, 1)) in self.findings(dialogue, filled)

    def test_characters_that_no_font_has_block(self, dialogue: Workspace, changed: FilledProgramme) -> None:
        session, person = changed.sessions["lunch"], changed.canadians[1]
        change_sessions(dialogue, [session], {"title": Label("Lunch", "Déjeuner", "午餐𠮷")})
        change_people(dialogue, [person], {"name_zh": "林𠮷"})
        assert [each for each in self.findings(dialogue, changed) if each[0] == "glyph-missing"] == [
            ("glyph-missing", Subject(SubjectKind.SESSION, session)),
            ("glyph-missing", Subject(SubjectKind.PERSON, person)),
        ]

    def test_a_session_that_is_gone_is_told_at_its_meeting(
        self, dialogue: Workspace, changed: FilledProgramme
    ) -> None:
        session = changed.sessions["lunch"]
        change_sessions(dialogue, [session], {"title": Label("Lunch", "Déjeuner", "午餐𠮷")})
        publish(dialogue, changed.meeting, "Protocol")
        remove_sessions(dialogue, [session])
        assert self.findings(dialogue, changed) == [
            ("glyph-missing", Subject(SubjectKind.MEETING, changed.meeting))
        ]

    def test_a_title_missing_in_a_language_of_the_paper_warns(
        self, dialogue: Workspace, changed: FilledProgramme
    ) -> None:
        session = changed.sessions["lunch"]
        change_sessions(dialogue, [session], {"title": Label("Lunch", "", "午餐")})
        subject = Subject(SubjectKind.SESSION, session)
        assert ("session-title-missing", subject) in self.findings(dialogue, changed)
