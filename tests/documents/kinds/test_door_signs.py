from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.actions.programme import cancel_sessions, change_sessions
from alternat.documents.kinds.door_signs import DOOR_SIGNS, DoorSignsOptions
from alternat.documents.press.drawing import Text
from alternat.documents.press.typesetting import Typesetter
from alternat.documents.printing import Printed, produce
from alternat.language.label import Label, Language
from alternat.nouns.paper import Paper
from alternat.nouns.venues import ROOM
from alternat.planning.findings import Severity
from alternat.planning.rows import UnknownRow
from alternat.storage.workspace import Workspace
from tests.documents.reading import glyphs, same_as_snapshot, text_of
from tests.factories.programmes import FilledProgramme, at

EN, FR, ZH = Language
OPTIONS = DoorSignsOptions((EN, FR, ZH), "CA", Paper.A4, date(2027, 6, 2))


def printed(workspace: Workspace, meeting: int, **changes: Any) -> Printed:
    return produce(DOOR_SIGNS, workspace.tables, meeting, replace(OPTIONS, **changes))


def text(workspace: Workspace, meeting: int, **changes: Any) -> str:
    return text_of(printed(workspace, meeting, **changes).pdf)


def test_the_signs_read_as_their_snapshot(dialogue: Workspace, filled: FilledProgramme) -> None:
    assert same_as_snapshot("door-signs", text(dialogue, filled.meeting))


def test_every_used_room_has_a_sheet_a_day(dialogue: Workspace, filled: FilledProgramme) -> None:
    assert printed(dialogue, filled.meeting).page_count == 6
    assert printed(dialogue, filled.meeting, rooms=("a1",)).page_count == 2
    cancel_sessions(dialogue, [filled.sessions["dinner"]])
    assert "Reception Hall" not in text(dialogue, filled.meeting)


def test_a_room_that_is_not_there_is_refused(dialogue: Workspace, filled: FilledProgramme) -> None:
    with pytest.raises(UnknownRow, match=r"“Z9”.*A1, A2") as error:
        printed(dialogue, filled.meeting, rooms=("Z9",))
    assert error.value.noun is ROOM


def test_the_largest_letters_name_the_room(dialogue: Workspace, filled: FilledProgramme) -> None:
    document = printed(dialogue, filled.meeting, rooms=("B1",))
    found = glyphs(document.pdf)
    tallest = max(found, key=lambda each: each.bottom - each.top)
    assert tallest.bottom - tallest.top > 8
    assert tallest.top < 90


def test_a_full_room_goes_on_overleaf_under_its_name(dialogue: Workspace, filled: FilledProgramme) -> None:
    for hour in range(8, 22):
        at(dialogue, filled.meeting, f"{hour:02}:30", 30, room=filled.rooms["B1"])
    pages = text(dialogue, filled.meeting, rooms=("B1",)).split("\n----\n")
    assert len(pages) > 1
    assert all("Reception Hall" in page for page in pages)


def test_without_rooms_it_says_so(dialogue: Workspace, meeting: int) -> None:
    assert "No session of this programme has a room yet." in text(dialogue, meeting)


def test_a_title_too_long_for_a_sign_blocks(dialogue: Workspace, filled: FilledProgramme) -> None:
    change_sessions(dialogue, [filled.sessions["dinner"]], {"title": Label.same("Dinner of dinners " * 30)})
    document = printed(dialogue, filled.meeting)
    assert [(each.code, each.severity) for each in document.findings] == [
        ("session-too-long", Severity.BLOCKS)
    ]


def test_no_language_is_set_smaller_than_another(dialogue: Workspace, filled: FilledProgramme) -> None:
    values = DOOR_SIGNS.gather(dialogue.tables, filled.meeting, OPTIONS)
    page = DOOR_SIGNS.compose(values, OPTIONS, Typesetter()).pages[0]
    items = [item for put in page.blocks for item in put.block.items if isinstance(item, Text)]
    for texts in (
        {"Confederation Room", "Salle de la Confédération", "联邦厅"},
        {"Opening plenary", "Séance plénière d’ouverture", "开幕全体会议"},
    ):
        looks = [(item.size, item.weight) for item in items if item.text in texts]
        assert (len(looks), len(set(looks))) == (3, 1)
