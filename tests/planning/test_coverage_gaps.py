"""A gap of a topic needs a meeting that was held and whose record says what it dealt with."""

from datetime import date
from typing import Any

import pytest

from alternat.actions.meetings import add_meeting
from alternat.actions.outcomes import add_outcome
from alternat.actions.provision_states import set_provision_state
from alternat.actions.topics import propose_topic
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import OutcomeKind
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.coverage import Coverage, coverage, gaps_told
from alternat.storage.workspace import Workspace


def held(workspace: Workspace, year: int) -> int:
    added = add_meeting(
        workspace,
        year=year,
        host="CA",
        host_reason="-",
        starts=date(year, 6, 1),
        ends=date(year, 6, 2),
        status=MeetingStatus.HELD,
    )
    return added.inserted("meeting")[0]


def topics(workspace: Workspace) -> list[int]:
    provision: Any = workspace.tables.Provision
    rows = provision.select().where(provision.kind == ProvisionKind.TOPIC).order_by(provision.number)
    return [row.id for row in rows]


def agree(workspace: Workspace, meeting: int, topic: int) -> None:
    text = Label("Agreed", "Convenu", "商定")
    fields = {"meeting": meeting, "kind": OutcomeKind.AGREED, "text": text, "topic": topic}
    add_outcome(workspace, fields)


def gaps(shown: Coverage, topic: int) -> list[str]:
    row = next(each for each in shown.topics if each.id == topic)
    return [each.reference for each in shown.gaps(row)]


@pytest.fixture
def years(dialogue: Workspace) -> dict[int, int]:
    return {year: held(dialogue, year) for year in (2031, 2032, 2033)}


def test_a_meeting_that_dealt_with_others_left_a_topic_out(
    dialogue: Workspace, years: dict[int, int]
) -> None:
    first, second, *_ = topics(dialogue)
    agree(dialogue, years[2031], first)
    agree(dialogue, years[2033], second)
    shown = coverage(dialogue.tables)
    assert (gaps(shown, first), gaps(shown, second)) == (["2033"], ["2031"])


def test_of_a_meeting_without_a_record_nobody_says_that_it_left_anything_out(
    dialogue: Workspace, years: dict[int, int]
) -> None:
    first, *_ = topics(dialogue)
    assert gaps(coverage(dialogue.tables), first) == []
    agree(dialogue, years[2032], first)
    shown = coverage(dialogue.tables)
    assert {each.reference: each.tells_gaps for each in shown.meetings if each.year > 2030} == {
        "2031": False,
        "2032": True,
        "2033": False,
    }


def test_what_was_merged_counts_under_the_topic_it_was_merged_into(
    dialogue: Workspace, years: dict[int, int]
) -> None:
    first, second, *_ = topics(dialogue)
    agree(dialogue, years[2031], second)
    with dialogue.change(message("Merge")) as change:
        values = {"state": ProvisionState.MERGED, "merged_into": first}
        change.update(dialogue.tables.Provision, {second: values})
    shown = coverage(dialogue.tables)
    assert second not in {each.id for each in shown.topics}
    row = next(each for each in shown.topics if each.id == first)
    cell = next(each for each in row.cells if each.meeting == years[2031])
    assert (row.merged, cell.is_dealt_with) == ((second,), True)


def test_meetings_before_a_topic_was_proposed_or_after_it_was_closed_left_nothing_out(
    dialogue: Workspace, years: dict[int, int]
) -> None:
    first, second, *_ = topics(dialogue)
    for year in years.values():
        agree(dialogue, year, first)
    text = Label("Wildfires", "Feux de forêt", "山火")
    propose_topic(dialogue, text, side="CA", given=date(2032, 1, 15))
    new = topics(dialogue)[-1]
    set_provision_state(dialogue, second, ProvisionState.CLOSED, on=date(2032, 1, 15))
    shown = coverage(dialogue.tables)
    assert gaps(shown, new) == ["2032", "2033"]
    assert gaps(shown, second) == ["2031"]


def test_how_many_gaps_there_are_is_told_and_never_that_all_was_dealt_with_without_a_record(
    dialogue: Workspace,
) -> None:
    def told() -> str:
        return catalog(Language.EN).say(gaps_told(coverage(dialogue.tables)))

    meeting = held(dialogue, 2033)
    assert told() == "Nothing is on record yet of what meetings that were held dealt with."
    every = topics(dialogue)
    agree(dialogue, meeting, every[0])
    assert told() == f"{len(every) - 1} gaps: a meeting was held and did not deal with the topic."
    for topic in every[1:]:
        agree(dialogue, meeting, topic)
    assert told() == "Every meeting with a record dealt with every topic that stood then."
