from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from alternat.actions.attendance import set_parties
from alternat.actions.programme import cancel_sessions, change_sessions
from alternat.documents.contents.sheet_options import SideSheetOptions
from alternat.documents.kinds.run_of_show.document import RUN_OF_SHOW
from alternat.documents.printing import produce
from alternat.language.label import Label, Language
from alternat.nouns.paper import Paper
from alternat.nouns.programme import PartyKind
from alternat.planning.programme import PartyPlan
from alternat.storage.workspace import Workspace
from tests.documents.reading import same_as_snapshot, text_of
from tests.factories.programmes import FilledProgramme

EN, FR, ZH = Language
OPTIONS = SideSheetOptions((EN,), "CA", Paper.A4, date(2027, 6, 2))


def text(workspace: Workspace, meeting: int, **changes: Any) -> str:
    return text_of(produce(RUN_OF_SHOW, workspace.tables, meeting, replace(OPTIONS, **changes)).pdf)


@pytest.mark.parametrize(
    ("name", "languages"),
    [("run-of-show-three-languages", (EN, FR, ZH)), ("run-of-show-french", (FR,))],
)
def test_the_run_of_show_reads_as_its_snapshot(
    dialogue: Workspace, filled: FilledProgramme, name: str, languages: tuple[Language, ...]
) -> None:
    assert same_as_snapshot(name, text(dialogue, filled.meeting, languages=languages))


def test_it_says_from_where_people_come_and_how_long_the_way_is(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    said = " ".join(text(dialogue, filled.meeting).split())
    assert "From Dining Room, Conference Centre (20 min away)" in said


def test_late_comers_and_early_leavers_have_their_own_minute(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    who = filled.canadians[4]
    party = PartyPlan(PartyKind.PERSON, str(who), joins=time(18, 50), leaves=time(20, 10))
    set_parties(dialogue, filled.sessions["dinner"], [PartyPlan(PartyKind.SIDE, "CN"), party])
    lines = text(dialogue, filled.meeting).splitlines()
    for clock, sentence in (("18:50", "Comes in – Official dinner"), ("20:10", "Leaves – Official dinner")):
        assert sentence in lines[lines.index(clock) : lines.index(clock) + 3]
    assert "Delegation of China" in lines


def test_cancelled_sessions_do_not_happen(dialogue: Workspace, filled: FilledProgramme) -> None:
    cancel_sessions(dialogue, list(filled.sessions.values()))
    assert "No sessions have been entered in this programme yet." in text(dialogue, filled.meeting)


def test_an_end_grows_with_its_title_and_plans_of_the_desk_stay_at_home(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    long = Label("Signing " * 40, "Signature " * 40, "签署" * 90)
    change_sessions(dialogue, [filled.sessions["lunch"]], {"title": long, "is_fixed": True})
    document = produce(RUN_OF_SHOW, dialogue.tables, filled.meeting, OPTIONS)
    text = text_of(document.pdf)
    assert text.count("Signing") >= 2 * 40
    assert "…" not in text
    assert not any(said in text for said in ("Fixed time", "Heure fixe", "固定时间"))
    assert [each.code for each in document.findings] == []
