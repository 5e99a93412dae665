"""How long paper takes: documents of 1,000 people, one changed badge in the preview, 500 outcomes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.documents.kinds.badges.document import BADGES, BadgeOptions, BadgeValues
from alternat.documents.kinds.delegation_list.document import DELEGATION_LIST, DelegationListOptions
from alternat.documents.kinds.follow_up import FOLLOW_UP, Arrangement, FollowUpReportOptions
from alternat.documents.printing import Press, produce
from alternat.language.label import Language
from alternat.nouns.paper import Paper
from alternat.storage.workspace import Workspace, create_workspace
from tests.documents.delegations import add_both, add_meeting_of_2027, add_people, many
from tests.factories.follow_up_records import fill_many

PEOPLE = 1000
OUTCOMES = 500
BADGE_OPTIONS = BadgeOptions(tuple(Language), "CA", "L4785")
LIST_OPTIONS = DelegationListOptions(tuple(Language), "CA", Paper.A4, 1, date(2027, 6, 2))


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, int]]:
    """A meeting of 1,000 people."""
    path: Path = tmp_path_factory.mktemp("crowd") / "crowd.alternat"
    with create_workspace(path, actor="Test") as workspace:
        create_dialogue(workspace, "canada-china")
        meeting = add_meeting_of_2027(workspace)
        add_people(workspace, meeting, many(PEOPLE))
        yield workspace, meeting


def test_a_thousand_badges(benchmark: Any, crowd: tuple[Workspace, int]) -> None:
    workspace, meeting = crowd
    printed = benchmark.pedantic(produce, (BADGES, workspace.tables, meeting, BADGE_OPTIONS), rounds=3)
    assert (printed.page_count, len(printed.placements)) == (PEOPLE // 10, PEOPLE)


def test_a_list_of_a_thousand(benchmark: Any, crowd: tuple[Workspace, int]) -> None:
    workspace, meeting = crowd
    printed = benchmark.pedantic(
        produce, (DELEGATION_LIST, workspace.tables, meeting, LIST_OPTIONS), rounds=3
    )
    assert len(printed.placements) == PEOPLE


def test_one_changed_badge_among_a_thousand_in_the_preview(
    benchmark: Any, crowd: tuple[Workspace, int]
) -> None:
    """From the values as they are after an edit to the PDF of the page that shows it."""
    workspace, meeting = crowd
    press = Press()
    values = BADGES.gather(workspace.tables, meeting, BADGE_OPTIONS)
    press.write(press.compose(BADGES, values, BADGE_OPTIONS))
    edits = iter(range(10_000))

    def edit() -> tuple[tuple[BadgeValues], dict[str, object]]:
        return (_renamed(values, place=55, family=f"Nouveau {next(edits)}"),), {}

    def show(changed: BadgeValues) -> bytes:
        return press.write(press.compose(BADGES, changed, BADGE_OPTIONS), (5,))

    pdf = benchmark.pedantic(show, setup=edit, rounds=20)
    assert pdf.startswith(b"%PDF")


def _renamed(values: BadgeValues, *, place: int, family: str) -> BadgeValues:
    wearers = list(values.wearers)
    wearers[place] = replace(
        wearers[place], delegate=replace(wearers[place].delegate, family=family, printed_name="")
    )
    return replace(values, wearers=tuple(wearers))


def test_what_the_badges_of_a_thousand_people_say(benchmark: Any, crowd: tuple[Workspace, int]) -> None:
    """The step that needs the workspace's own thread, so that it delays the window."""
    workspace, meeting = crowd
    values = benchmark.pedantic(BADGES.gather, (workspace.tables, meeting, BADGE_OPTIONS), rounds=5)
    assert len(values.wearers) == PEOPLE


@pytest.mark.parametrize("arranged", Arrangement)
def test_a_report_of_five_hundred_outcomes(
    benchmark: Any, tmp_path_factory: pytest.TempPathFactory, arranged: Arrangement
) -> None:
    """From the open dialogue to the PDF, in three languages; it should take no more than a second."""
    options = FollowUpReportOptions(tuple(Language), "CA", Paper.A4, date(2027, 12, 1), arranged_by=arranged)
    path: Path = tmp_path_factory.mktemp("outcomes") / "outcomes.alternat"
    with create_workspace(path, actor="Test") as workspace:
        create_dialogue(workspace, "canada-china")
        meeting = add_meeting_of_2027(workspace)
        fill_many(workspace, meeting, add_both(workspace, meeting), OUTCOMES)
        printed = benchmark.pedantic(produce, (FOLLOW_UP, workspace.tables, meeting, options), rounds=3)
    assert printed.page_count > OUTCOMES // 10
