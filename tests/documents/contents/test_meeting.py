import pytest

from alternat.actions.fields import InvalidValue
from alternat.actions.meetings import add_meeting, change_meeting, side_id
from alternat.actions.terms import change_side
from alternat.documents.contents.meeting import (
    MeetingGone,
    PrintingHabits,
    gather_delegations,
    printing_habits,
)
from alternat.language.label import Language
from alternat.nouns.paper import Paper
from alternat.storage.workspace import Workspace
from tests.documents.delegations import add_both

EN, FR, ZH = Language


def test_the_side_whose_copy_it_is_comes_first(dialogue: Workspace, meeting: int) -> None:
    add_both(dialogue, meeting)
    gathered = gather_delegations(dialogue.tables, meeting, (), "CN")
    assert [facts.code for facts, _ in gathered.delegations] == ["CN", "CA"]
    assert {each.side for each in gathered.delegations[0][1]} == {"CN"}


def test_a_side_without_people_is_there_and_empty(dialogue: Workspace, meeting: int) -> None:
    gathered = gather_delegations(dialogue.tables, meeting, ("CA",), "CN")
    assert [(facts.code, people) for facts, people in gathered.delegations] == [("CA", ())]


def test_papers_are_printed_as_the_host_does(dialogue: Workspace, meeting: int) -> None:
    in_china = add_meeting(dialogue, year=2029, host="CN").inserted("meeting")[0]
    habits = [printing_habits(dialogue.tables, each) for each in (meeting, in_china)]
    assert habits == [
        PrintingHabits("CA", Paper.LETTER, (EN, FR, ZH), 1),
        PrintingHabits("CN", Paper.A4, (ZH, EN, FR), 1),
    ]


def test_each_copy_suggests_the_order_of_its_side_and_a_meeting_that_of_its_host(
    dialogue: Workspace, meeting: int
) -> None:
    def languages(copy_for: str) -> tuple[Language, ...]:
        return printing_habits(dialogue.tables, meeting, copy_for).languages

    assert (languages("CA"), languages("CN")) == ((EN, FR, ZH), (ZH, EN, FR))
    change_side(dialogue, side_id(dialogue.tables, "CA"), {"languages": ("fr", "en")})
    assert (languages("CA"), languages("CN")) == ((FR, EN, ZH), (ZH, EN, FR))
    change_meeting(dialogue, meeting, {"languages": ("en", "zh")})
    assert (languages("CA"), languages("CN")) == ((EN, ZH), (ZH, EN))


@pytest.mark.parametrize("codes", [(), ("en", "en"), ("de",)])
def test_the_languages_of_a_side_are_those_of_the_dialogue_each_once(
    dialogue: Workspace, codes: tuple[str, ...]
) -> None:
    with pytest.raises(InvalidValue):
        change_side(dialogue, side_id(dialogue.tables, "CA"), {"languages": codes})


def test_a_removed_meeting_has_no_habits(dialogue: Workspace) -> None:
    with pytest.raises(MeetingGone):
        printing_habits(dialogue.tables, 999)
