from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.actions.programme import cancel_sessions
from alternat.documents.contents.sheet_options import SideSheetOptions
from alternat.documents.kinds.interpretation_roster import INTERPRETATION
from alternat.documents.printing import produce
from alternat.language.label import Language
from alternat.nouns.paper import Paper
from alternat.nouns.programme import Interpretation
from alternat.storage.workspace import Workspace
from tests.documents.reading import same_as_snapshot, text_of
from tests.factories.programmes import FilledProgramme, at

EN, FR, ZH = Language
OPTIONS = SideSheetOptions((EN,), "CA", Paper.A4, date(2027, 6, 2))


def text(workspace: Workspace, meeting: int, **changes: Any) -> str:
    return text_of(produce(INTERPRETATION, workspace.tables, meeting, replace(OPTIONS, **changes)).pdf)


@pytest.mark.parametrize(
    ("name", "languages"),
    [("interpretation-three-languages", (EN, FR, ZH)), ("interpretation-french", (FR,))],
)
def test_the_roster_reads_as_its_snapshot(
    dialogue: Workspace, filled: FilledProgramme, name: str, languages: tuple[Language, ...]
) -> None:
    assert same_as_snapshot(name, text(dialogue, filled.meeting, languages=languages))


def test_the_second_of_a_pair_relieves_the_first_in_simultaneous_mode_only(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    lines = text(dialogue, filled.meeting).splitlines()
    assert lines.count("SHAN Qiao: English–Chinese (relief)") == 2
    assert lines.count("SHAN Qiao: English–Chinese") == 2


def test_an_interpreted_session_without_interpreters_says_so(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    at(dialogue, filled.meeting, "16:00", interpretation=Interpretation.WHISPERED)
    assert "No interpreter assigned yet" in text(dialogue, filled.meeting)


def test_a_side_sees_its_own_interpreters(dialogue: Workspace, filled: FilledProgramme) -> None:
    assert "LACHANCE" not in text(dialogue, filled.meeting, sides=("CN",))


def test_without_interpretation_it_says_so(dialogue: Workspace, filled: FilledProgramme) -> None:
    cancel_sessions(dialogue, list(filled.sessions.values()))
    said = text(dialogue, filled.meeting)
    assert "No session of this programme is interpreted yet." in said
    assert "No sessions" in said
