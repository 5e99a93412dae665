"""Verbs about the consent of each side."""

from datetime import date

import pytest

from alternat.actions.consents import (
    AcceptedBeforeProposed,
    AlreadyProposed,
    NeedsNoConsent,
    NothingProposed,
    OwnProposal,
    give_consent,
    withdraw_consent,
)
from alternat.actions.fields import InvalidValue, TooLong
from alternat.actions.meetings import remove_meeting
from alternat.actions.subgroups import add_subgroup
from alternat.errors import AlternatError
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.consents import ConsentStep
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.consents import Agreement, agreement
from alternat.planning.rows import UnknownRow
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027

MONDAY = date(2027, 1, 11)
TUESDAY = date(2027, 1, 12)


@pytest.fixture
def meeting(dialogue: Workspace) -> int:
    """The meeting of 2027, on whose dates nobody has agreed."""
    return add_ottawa_2027(dialogue)


def propose(
    workspace: Workspace, meeting: int, side: str, given: date = MONDAY, document: str = ""
) -> Changes:
    """Record that a side proposes the dates of a meeting."""
    return give_consent(
        workspace, meeting=meeting, side=side, step=ConsentStep.PROPOSED, given=given, document=document
    )


def accept(
    workspace: Workspace, meeting: int, side: str, given: date = TUESDAY, document: str = ""
) -> Changes:
    """Record that a side accepts the dates of a meeting."""
    return give_consent(
        workspace, meeting=meeting, side=side, step=ConsentStep.ACCEPTED, given=given, document=document
    )


def test_one_side_proposes_and_the_other_accepts_each_in_one_step(dialogue: Workspace, meeting: int) -> None:
    speaking = catalog(Language.EN)
    assert speaking.say(propose(dialogue, meeting, "CA").label) == "Canada proposes the meeting 2027"
    assert speaking.say(accept(dialogue, meeting, "cn").label) == "China accepts the meeting 2027"
    assert agreement(dialogue.tables, meeting=meeting).is_complete
    dialogue.undo()
    assert agreement(dialogue.tables, meeting=meeting).missing == ("CN",)
    dialogue.undo()
    assert agreement(dialogue.tables, meeting=meeting).missing == ("CA", "CN")
    dialogue.redo()
    dialogue.redo()
    assert agreement(dialogue.tables, meeting=meeting).is_complete


def test_nobody_accepts_what_nobody_proposed(dialogue: Workspace, meeting: int) -> None:
    with pytest.raises(NothingProposed):
        accept(dialogue, meeting, "CN")
    assert agreement(dialogue.tables, meeting=meeting).words == ()


def test_a_side_cannot_accept_its_own_proposal_before_or_after_the_other_did(
    dialogue: Workspace, meeting: int
) -> None:
    propose(dialogue, meeting, "CA")
    with pytest.raises(OwnProposal):
        accept(dialogue, meeting, "CA")
    accept(dialogue, meeting, "CN")
    with pytest.raises(OwnProposal):
        accept(dialogue, meeting, "CA")


def test_both_sides_cannot_propose_the_same(dialogue: Workspace, meeting: int) -> None:
    propose(dialogue, meeting, "CA")
    with pytest.raises(AlreadyProposed):
        propose(dialogue, meeting, "CN")
    accept(dialogue, meeting, "CN")
    with pytest.raises(AlreadyProposed):
        propose(dialogue, meeting, "CN")


def test_what_a_side_says_again_replaces_what_it_said(dialogue: Workspace, meeting: int) -> None:
    propose(dialogue, meeting, "CA", MONDAY, "Note 1")
    accept(dialogue, meeting, "CN")
    propose(dialogue, meeting, "CA", date(2027, 1, 10), "Note 2")
    found = agreement(dialogue.tables, meeting=meeting)
    assert found.is_complete
    assert found.proposal is not None
    assert (found.proposal.given, found.proposal.document) == (date(2027, 1, 10), "Note 2")
    dialogue.undo()
    first = agreement(dialogue.tables, meeting=meeting).proposal
    assert first is not None
    assert first.document == "Note 1"


def test_an_acceptance_is_not_older_than_the_proposal_whichever_is_corrected(
    dialogue: Workspace, meeting: int
) -> None:
    propose(dialogue, meeting, "CA", TUESDAY)
    with pytest.raises(AcceptedBeforeProposed):
        accept(dialogue, meeting, "CN", MONDAY)
    accept(dialogue, meeting, "CN", TUESDAY)
    with pytest.raises(AcceptedBeforeProposed):
        propose(dialogue, meeting, "CA", date(2027, 1, 13))


def test_canada_can_accept_in_its_evening_what_china_proposed_the_next_morning(
    dialogue: Workspace, meeting: int
) -> None:
    propose(dialogue, meeting, "CN", TUESDAY)
    accept(dialogue, meeting, "CA", MONDAY)
    assert agreement(dialogue.tables, meeting=meeting).is_complete


def test_nobody_consents_to_the_terms_of_reference_themselves(dialogue: Workspace) -> None:
    provision = dialogue.tables.Provision
    topic = provision.get(provision.kind == ProvisionKind.TOPIC).id
    with pytest.raises(NeedsNoConsent):
        give_consent(dialogue, topic=topic, side="CA", step=ConsentStep.PROPOSED, given=MONDAY)


def test_withdrawing_an_acceptance_leaves_the_proposal(dialogue: Workspace, meeting: int) -> None:
    propose(dialogue, meeting, "CA")
    accept(dialogue, meeting, "CN")
    acceptance = agreement(dialogue.tables, meeting=meeting).acceptance
    assert acceptance is not None
    withdraw_consent(dialogue, acceptance.id)
    found = agreement(dialogue.tables, meeting=meeting)
    assert (found.proposed_by, found.missing) == ("CA", ("CN",))


def test_withdrawing_a_proposal_takes_its_acceptance_along_and_undo_brings_both_back(
    dialogue: Workspace, meeting: int
) -> None:
    propose(dialogue, meeting, "CA")
    accept(dialogue, meeting, "CN")
    before = agreement(dialogue.tables, meeting=meeting)
    assert before.proposal is not None
    changes = withdraw_consent(dialogue, before.proposal.id)
    assert catalog(Language.EN).say(changes.label) == (
        "Canada withdraws its consent to the meeting 2027; the acceptance of China goes with it"
    )
    assert agreement(dialogue.tables, meeting=meeting) == Agreement(("CA", "CN"))
    dialogue.undo()
    assert agreement(dialogue.tables, meeting=meeting) == before


@pytest.mark.parametrize(
    ("side", "given", "document", "error"),
    [
        ("FR", MONDAY, "", UnknownRow),
        ("CA", "2027-01-11", "", InvalidValue),
        ("CA", None, "", InvalidValue),
        ("CA", MONDAY, "x" * 201, TooLong),
    ],
)
def test_bad_values_are_refused_and_nothing_is_written(
    dialogue: Workspace, meeting: int, side: str, given: date, document: str, error: type[AlternatError]
) -> None:
    with pytest.raises(error):
        propose(dialogue, meeting, side, given, document)
    assert agreement(dialogue.tables, meeting=meeting).words == ()


def test_removing_a_meeting_takes_its_consents_and_sub_groups_along_and_undo_brings_them_back(
    dialogue: Workspace, meeting: int
) -> None:
    tables = dialogue.tables
    (subgroup,) = add_subgroup(dialogue, meeting, Label(en="Cyber")).inserted("sub_group")
    propose(dialogue, meeting, "CA")
    give_consent(dialogue, subgroup=subgroup, side="CN", step=ConsentStep.PROPOSED, given=MONDAY)
    remove_meeting(dialogue, meeting)
    assert (tables.Consent.select().count(), tables.SubGroup.select().count()) == (0, 0)
    dialogue.undo()
    assert agreement(tables, meeting=meeting).proposed_by == "CA"
    assert agreement(tables, subgroup=subgroup).proposed_by == "CN"
