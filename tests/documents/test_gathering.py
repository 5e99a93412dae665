import pytest

from alternat.actions.meetings import add_meeting
from alternat.documents.gathering import (
    MeetingGone,
    PrintingHabits,
    SideFacts,
    alternat,
    gather_delegations,
    printing_habits,
)
from alternat.documents.paper import Paper
from alternat.language.label import Label, Language
from alternat.storage.workspace import Workspace
from tests.documents.delegations import add_both

EN, FR, ZH = Language


def side(*languages: Language) -> SideFacts:
    return SideFacts(1, "CA", Label(), Label(), Label(), Label(), languages, "#000000")


@pytest.mark.parametrize(
    ("own", "asked", "order"),
    [
        ((EN, FR), (ZH, FR, EN), (EN, FR, ZH)),
        ((FR, EN), (EN, FR, ZH), (FR, EN, ZH)),
        ((ZH,), (EN, FR, ZH), (ZH, EN, FR)),
        ((ZH,), (FR,), (FR,)),
        ((), (FR, EN, FR), (FR, EN)),
    ],
)
def test_each_copy_puts_its_own_languages_first(
    own: tuple[Language, ...], asked: tuple[Language, ...], order: tuple[Language, ...]
) -> None:
    assert alternat(asked, side(*own)) == order


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


def test_a_removed_meeting_has_no_habits(dialogue: Workspace) -> None:
    with pytest.raises(MeetingGone):
        printing_habits(dialogue.tables, 999)
