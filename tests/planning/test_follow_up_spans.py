"""Where outcomes begin and end on the timeline, at the boundary of each rule."""

from datetime import date
from typing import Any

import pytest

from alternat.language.messages import message
from alternat.nouns.outcomes import OutcomeKind, OutcomeState
from alternat.planning.existing import existing_dialogues
from alternat.planning.follow_up_spans import FollowUpSpans, OutcomeSpan, follow_up_spans
from alternat.planning.outcomes import outcomes
from alternat.storage.workspace import Workspace
from tests.factories.follow_up import FilledFollowUp, fill_follow_up
from tests.factories.programmes import fill_programme

DUE = date(2027, 9, 1)


@pytest.fixture
def filled(dialogue: Workspace) -> FilledFollowUp:
    programme = fill_programme(dialogue)
    return fill_follow_up(dialogue, programme.meeting, programme.canadians[0])


def spans(workspace: Workspace, today: date) -> FollowUpSpans:
    tables = workspace.tables
    return follow_up_spans(tables, outcomes(tables), existing_dialogues(tables), today)


def span_of(workspace: Workspace, outcome: int, today: date) -> OutcomeSpan:
    groups = spans(workspace, today).groups
    return next(each for group in groups for each in group.spans if each.outcome == outcome)


def change(workspace: Workspace, outcome: int, **values: Any) -> None:
    with workspace.change(message("Change it")) as change:
        change.update(workspace.tables.Outcome, {outcome: values})


@pytest.mark.parametrize(
    ("today", "ends", "is_overdue"),
    [
        (date(2027, 8, 31), DUE, False),
        (DUE, DUE, False),
        (date(2027, 9, 2), date(2027, 9, 2), True),
        (date(2028, 1, 10), date(2028, 1, 10), True),
    ],
)
def test_an_open_outcome_ends_on_its_day_or_goes_on_until_today(
    dialogue: Workspace, filled: FilledFollowUp, today: date, ends: date, *, is_overdue: bool
) -> None:
    span = span_of(dialogue, filled.outcome, today)
    assert (span.begins, span.ends, span.is_overdue) == (_first_day(dialogue), ends, is_overdue)


def test_one_without_a_day_goes_on_until_today(dialogue: Workspace, filled: FilledFollowUp) -> None:
    change(dialogue, filled.outcome, due=None)
    assert span_of(dialogue, filled.outcome, date(2027, 12, 24)).ends == date(2027, 12, 24)


def test_what_was_done_or_dropped_ends_on_that_day(dialogue: Workspace, filled: FilledFollowUp) -> None:
    change(dialogue, filled.outcome, state=OutcomeState.DROPPED, state_on=date(2027, 8, 2))
    span = span_of(dialogue, filled.outcome, date(2029, 1, 1))
    assert (span.ends, span.is_overdue) == (date(2027, 8, 2), False)


def test_what_was_noted_stands_on_the_day_of_the_meeting(dialogue: Workspace, filled: FilledFollowUp) -> None:
    change(dialogue, filled.outcome, kind=OutcomeKind.NOTED)
    span = span_of(dialogue, filled.outcome, date(2029, 1, 1))
    assert (span.begins, span.ends) == (_first_day(dialogue), _first_day(dialogue))


def test_meetings_of_both_kinds_are_marked_and_counted_among_the_years(
    dialogue: Workspace, filled: FilledFollowUp
) -> None:
    shown = spans(dialogue, date(2027, 7, 1))
    assert {(each.day, each.is_annual) for each in shown.marks} >= {
        (_first_day(dialogue), True),
        (date(2027, 10, 4), False),
    }
    assert shown.years[1] == date(2027, 10, 4).year
    assert filled.outcome


def test_nothing_has_no_years(dialogue: Workspace) -> None:
    assert spans(dialogue, date(2027, 7, 1)).groups == ()


def _first_day(workspace: Workspace) -> date:
    meeting = workspace.tables.Outcome.select().first().meeting
    starts: date = meeting.starts
    return starts
