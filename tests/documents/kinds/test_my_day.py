from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from alternat.actions.attendance import set_parties
from alternat.actions.people import change_people
from alternat.actions.programme import cancel_sessions
from alternat.documents.kinds.my_day import MY_DAY, MyDayOptions, NotTakingPart
from alternat.documents.press.drawing import Text
from alternat.documents.press.parts import FOOT_MARGIN
from alternat.documents.press.style import TEXT_WIDTH
from alternat.documents.press.typesetting import Typesetter
from alternat.documents.printing import Printed, produce
from alternat.language.label import Language
from alternat.nouns.paper import Paper
from alternat.nouns.programme import PartyKind
from alternat.planning.programme import PartyPlan
from alternat.storage.workspace import Workspace
from tests.documents.reading import same_as_snapshot, text_of
from tests.factories.people import add_delegate
from tests.factories.programmes import FilledProgramme

EN, FR, ZH = Language
OPTIONS = MyDayOptions((EN,), "CA", Paper.A4, date(2027, 6, 2))


def printed(workspace: Workspace, meeting: int, **changes: Any) -> Printed:
    return produce(MY_DAY, workspace.tables, meeting, replace(OPTIONS, **changes))


def text(workspace: Workspace, meeting: int, **changes: Any) -> str:
    return text_of(printed(workspace, meeting, **changes).pdf)


@pytest.mark.parametrize(
    ("name", "languages"), [("my-day-three-languages", (EN, FR, ZH)), ("my-day-chinese", (ZH,))]
)
def test_the_page_of_a_person_reads_as_its_snapshot(
    dialogue: Workspace, filled: FilledProgramme, name: str, languages: tuple[Language, ...]
) -> None:
    people = (filled.canadians[0],)
    assert same_as_snapshot(name, text(dialogue, filled.meeting, people=people, languages=languages))


def test_everybody_who_is_in_a_session_has_a_page(dialogue: Workspace, filled: FilledProgramme) -> None:
    document = printed(dialogue, filled.meeting)
    everybody = {*filled.canadians, *filled.chinese, *filled.interpreters}
    assert {each.person for each in document.placements} == everybody
    assert document.page_count == len(everybody)
    assert "Page 1 of 1" in text_of(document.pdf)


def test_the_pages_of_one_side(dialogue: Workspace, filled: FilledProgramme) -> None:
    document = printed(dialogue, filled.meeting, sides=("CN",))
    assert {each.person for each in document.placements} == {*filled.chinese, filled.interpreters[1]}


def test_only_sessions_of_the_person_print_and_none_that_is_cancelled(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    cancel_sessions(dialogue, [filled.sessions["lunch"]])
    said = text(dialogue, filled.meeting, people=(filled.canadians[3],))
    assert "Bilateral: Justice" in said
    assert "Press conference" not in said
    assert "Working lunch" not in said


def test_part_time_presence_is_said_with_its_times(dialogue: Workspace, filled: FilledProgramme) -> None:
    who = filled.canadians[4]
    party = PartyPlan(PartyKind.PERSON, str(who), joins=time(19, 0), leaves=time(20, 0))
    set_parties(dialogue, filled.sessions["dinner"], [PartyPlan(PartyKind.EVERYONE), party])
    assert "You are present from 19:00 to 20:00." in text(dialogue, filled.meeting, people=(who,))
    french = text(dialogue, filled.meeting, people=(who,), languages=(FR,))
    assert "Votre présence\u00a0: de 19\u00a0h à 20\u00a0h." in french


def test_what_an_interpreter_does_is_said(dialogue: Workspace, filled: FilledProgramme) -> None:
    said = text(dialogue, filled.meeting, people=(filled.interpreters[0],))
    assert "You interpret: English–Chinese" in said


def test_somebody_without_sessions_is_told_so(dialogue: Workspace, meeting: int) -> None:
    person = add_delegate(dialogue, meeting)
    assert "You take part in no session of this programme." in text(dialogue, meeting, people=(person,))
    assert "Nobody takes part in a session of this programme yet." in text(dialogue, meeting)


def test_somebody_who_does_not_attend_is_refused(dialogue: Workspace, filled: FilledProgramme) -> None:
    with pytest.raises(NotTakingPart):
        printed(dialogue, filled.meeting, people=(99_999,))


def test_the_foot_names_the_person_whole_however_long_the_name(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    long = "Wojciechowska-Montmorency " * 6
    change_people(dialogue, [filled.canadians[0]], {"given": long})
    options = replace(OPTIONS, languages=(EN, FR, ZH), people=tuple(filled.canadians[:2]))
    values = MY_DAY.gather(dialogue.tables, filled.meeting, options)
    composed = MY_DAY.compose(values, options, Typesetter())
    feet = [
        [item for item in page.blocks[-1].block.items if isinstance(item, Text)] for page in composed.pages
    ]
    first, last = (" ".join(item.text for item in foot if item.x == 0) for foot in (feet[0], feet[-1]))
    assert first.count("Wojciechowska-Montmorency") == 2 * 6
    assert "…" not in first
    assert "Noé 0 BÉLAIR  ·  " in last
    typesetter = Typesetter()
    for foot, page in zip(feet, composed.pages, strict=True):
        at_right = {item.y: item.x for item in foot if item.x > 0}
        for item in foot:
            end = item.x + typesetter.width(item.text, item.weight, item.size)
            assert end <= (TEXT_WIDTH if item.x else at_right.get(item.y, TEXT_WIDTH)) + 0.01
        assert page.blocks[-1].y + foot[-1].y < page.height - FOOT_MARGIN
        below = max(put.y for put in page.blocks[:-1])
        assert below < page.blocks[-1].y
