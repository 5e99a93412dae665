from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from alternat.actions.attendance import set_parties
from alternat.actions.programme import cancel_sessions, change_sessions, move_session
from alternat.actions.revisions import publish
from alternat.documents.change_sheet import ChangeSheetOptions
from alternat.documents.kinds import CHANGES
from alternat.documents.paper import Paper
from alternat.documents.press import produce
from alternat.language.label import Label, Language
from alternat.models.programme import Interpretation
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
