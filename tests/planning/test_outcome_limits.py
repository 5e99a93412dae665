"""What cannot be said of an outcome, told for the field that would mend it; and its state in words."""

from datetime import date

import pytest

from alternat.nouns.outcomes import Disclosure, LinkKind, OutcomeKind, OutcomeState
from alternat.planning.outcome_limits import (
    MeetingFacts,
    OutcomeFacts,
    consent_limits,
    link_limits,
    record_takes,
    recorded,
    state_limits,
    way_back,
)
from alternat.planning.outcomes import state_words

S = OutcomeState
FIRST, DAY, LATER = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)
MEETING = MeetingFacts("2026", 2026, FIRST, DAY)
NEXT = MeetingFacts("2027", 2027, None, None)


def outcome(
    number: int = 1, meeting: MeetingFacts = MEETING, kind: OutcomeKind = OutcomeKind.AGREED
) -> OutcomeFacts:
    return OutcomeFacts(f"{meeting.reference}-{number}", number, kind, S.STUCK, LATER, meeting)


def test_each_rule_names_the_field_that_would_mend_it() -> None:
    broken = state_limits(outcome(), S.AGREED, date(2026, 5, 1), has_reason=False)
    assert [each.field for each in broken] == ["state", "state_on", "state_on"]
    assert [each.field for each in state_limits(outcome(), S.DROPPED, LATER, has_reason=False)] == [
        "state_reason"
    ]
    assert not list(state_limits(outcome(), S.STUCK, DAY, has_reason=True)), "the same state is put right"
    assert [each.field for each in consent_limits("2026-1", Disclosure.PUBLIC, LATER, DAY)] == [
        "consent_given"
    ] * 2
    assert [each.field for each in recorded(MEETING, "2026-1", ("text", "topic"))] == ["text", "topic"]
    assert not list(recorded(NEXT, "2027-1", ("text",)))
    assert [each.field for each in record_takes(MEETING)] == ["meeting"]
    assert "closed on" in str(next(record_takes(MEETING)).reason)


def test_an_outcome_follows_what_stands_before_it() -> None:
    def follows(later: OutcomeFacts, earlier: OutcomeFacts, standing: LinkKind | None = None) -> bool:
        return not list(link_limits(later, earlier, LinkKind.CONTINUES, standing))

    assert follows(outcome(2), outcome(1))
    assert follows(outcome(1, NEXT), outcome(2))
    assert not follows(outcome(1), outcome(2))
    assert not follows(outcome(2), outcome(1, NEXT))
    assert not follows(outcome(1), outcome(1))
    assert follows(outcome(2), outcome(1), LinkKind.CONTINUES)
    assert not follows(outcome(2), outcome(1), LinkKind.REPLACES)


def test_the_way_back_is_shown_from_end_to_end() -> None:
    earlier = {"b": ["a"], "c": ["b"], "d": ["c", "x"], "x": []}
    assert way_back("a", "c", earlier) == ("a", "c", "b", "a")
    assert way_back("a", "a", earlier) == ("a", "a")
    assert way_back("e", "d", earlier) == ()


@pytest.mark.parametrize(
    ("kind", "state", "words"),
    [
        (OutcomeKind.AGREED, S.AGREED, "Agreed"),
        (OutcomeKind.NOTED, S.AGREED, "Noted"),
        (OutcomeKind.FURTHER_STUDY, S.AGREED, "For further study"),
        (OutcomeKind.FURTHER_STUDY, S.UNDER_WAY, "Under way"),
    ],
)
def test_nothing_is_called_agreed_that_nobody_agreed(kind: OutcomeKind, state: S, words: str) -> None:
    assert str(state_words(kind, state)) == words
