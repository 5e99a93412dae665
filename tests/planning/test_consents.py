"""What the two sides have agreed on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.actions.consents import give_consent
from alternat.actions.terms import add_provision
from alternat.language.label import Label
from alternat.nouns.consents import ConsentStep
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.consents import (
    Agreement,
    ConsentSubject,
    Word,
    agreement,
    agreements,
    can_follow,
    is_same_city,
    the_subject,
)
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027

OTTAWA, BEIJING = "America/Toronto", "Asia/Shanghai"


def test_nobody_has_agreed_on_a_new_meeting(dialogue: Workspace) -> None:
    found = agreement(dialogue.tables, meeting=add_ottawa_2027(dialogue))
    assert found == Agreement(("CA", "CN"))
    assert (found.proposed_by, found.accepted_by, found.missing) == (None, None, ("CA", "CN"))
    assert not found.is_complete


def test_an_agreement_tells_who_proposed_and_who_accepted_with_days_and_documents(
    dialogue: Workspace,
) -> None:
    meeting = add_ottawa_2027(dialogue)
    give_consent(
        dialogue,
        meeting=meeting,
        side="CN",
        step=ConsentStep.PROPOSED,
        given=date(2027, 1, 11),
        document="Note 12",
    )
    half = agreement(dialogue.tables, meeting=meeting)
    assert (half.proposed_by, half.accepted_by, half.missing) == ("CN", None, ("CA",))
    give_consent(
        dialogue, meeting=meeting, side="CA", step=ConsentStep.ACCEPTED, given=date(2027, 2, 1), document="34"
    )
    whole = agreement(dialogue.tables, meeting=meeting)
    ids = [row.id for row in dialogue.tables.Consent.select().order_by(dialogue.tables.Consent.id)]
    assert whole == Agreement(
        ("CA", "CN"),
        (
            Word(ids[0], "CN", ConsentStep.PROPOSED, date(2027, 1, 11), "Note 12"),
            Word(ids[1], "CA", ConsentStep.ACCEPTED, date(2027, 2, 1), "34"),
        ),
    )
    assert whole.is_complete
    assert (whole.missing, whole.word_of("CA")) == ((), whole.acceptance)


def test_the_topics_of_the_terms_of_reference_need_no_consent_and_added_ones_do(dialogue: Workspace) -> None:
    provision = dialogue.tables.Provision
    six = [row.id for row in provision.select().where(provision.kind == ProvisionKind.TOPIC)]
    added = add_provision(dialogue, ProvisionKind.TOPIC, Label(en="Wildfires")).inserted("provision")[0]
    found = agreements(dialogue.tables, ConsentSubject.TOPIC, (*six, added))
    assert [found[key].is_complete for key in six] == [True] * 6
    assert [found[key].missing for key in six] == [()] * 6
    assert (found[added].is_complete, found[added].missing) == (False, ("CA", "CN"))


@pytest.mark.parametrize("named", [{}, {"meeting": 1, "topic": 2}])
def test_consent_is_about_exactly_one_subject(named: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        the_subject(**named)


def test_an_evening_in_ottawa_can_follow_the_next_morning_in_beijing() -> None:
    assert can_follow(date(2027, 6, 12), OTTAWA, date(2027, 6, 13), BEIJING)
    assert not can_follow(date(2027, 6, 12), BEIJING, date(2027, 6, 13), OTTAWA)
    assert not can_follow(date(2027, 6, 11), OTTAWA, date(2027, 6, 13), BEIJING)


def test_a_day_ends_where_the_next_one_begins() -> None:
    assert can_follow(date(2027, 6, 13), OTTAWA, date(2027, 6, 13), OTTAWA)
    assert not can_follow(date(2027, 6, 12), OTTAWA, date(2027, 6, 13), OTTAWA)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (Label(en="Ottawa", zh="渥太华"), Label(en="Ottawa", zh="沃太华"), True),
        (Label(en="Ottawa"), Label(zh="渥太华"), True),
        (Label(en="Ottawa"), Label(), True),
        (Label(en="Ottawa", fr="Ottawa"), Label(en="Montreal", fr="Montréal"), False),
    ],
)
def test_cities_are_one_that_share_a_name_or_have_none_to_compare(
    one: Label, other: Label, *, is_same: bool
) -> None:
    assert is_same_city(one, other) is is_same


@given(st.dates(date(2016, 1, 1), date(2040, 1, 1)), st.integers(0, 400))
def test_a_later_day_can_always_follow_in_either_direction(day: date, later: int) -> None:
    after = day + timedelta(days=later)
    assert can_follow(after, OTTAWA, day, BEIJING)
    assert can_follow(after, BEIJING, day, OTTAWA)
