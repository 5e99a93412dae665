"""The record of a meeting is closed, then corrected with a date, and never rewritten unseen."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from alternat.actions import outcome_rules as rules
from alternat.actions.fields import Needed, UnknownField
from alternat.actions.outcomes import (
    change_outcomes,
    close_record,
    correct_outcome,
    remove_outcomes,
    set_carriers,
    set_outcome_lead,
    set_outcome_state,
)
from alternat.language.label import Label
from alternat.nouns.outcomes import Disclosure, OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind
from alternat.planning import outcome_limits as limits
from alternat.planning.rows import UnknownRow
from tests.factories.outcome_ground import DAY, LATER, TEXT, Ground

S = OutcomeState
SLIP = Label("Slip")


def test_a_closed_record_is_corrected_and_never_changed(ground: Ground) -> None:
    workspace, key = ground.workspace, ground.add()
    ground.refuses(
        rules.RecordOpen,
        lambda: correct_outcome(workspace, key, {"short": Label("A")}, made_on=LATER, reason=Label("Slip")),
    )
    close_record(workspace, ground.meeting, DAY, today=DAY)
    changes = ({"text": Label("Other")}, {"kind": OutcomeKind.NOTED}, {"short": Label("A")}, {"due": LATER})
    for fields in changes:
        said = ground.refuses(limits.RecordClosed, partial(change_outcomes, workspace, [key], fields))
        assert "2027-1" in said
    ground.refuses(limits.RecordTakesNone, ground.add)
    ground.refuses(limits.RecordTakesNone, lambda: remove_outcomes(workspace, [key]))
    change_outcomes(workspace, [key], {"text": TEXT, "note": "x", "consent_asked": DAY})
    set_outcome_state(workspace, [key], S.UNDER_WAY, on=DAY)
    set_outcome_lead(workspace, key, "CA", ground.canadian)
    set_carriers(workspace, key, ground.provisions(ProvisionKind.EXISTING_DIALOGUE)[:1])
    assert ground.plan(key).is_closed


def test_a_correction_keeps_what_was_said_before_and_after_in_words(ground: Ground) -> None:
    workspace, key = ground.workspace, ground.add(kind=OutcomeKind.AGREED)
    topic = ground.provisions(ProvisionKind.TOPIC)[0]
    close_record(workspace, ground.meeting, DAY, today=DAY)
    new = Label(TEXT.en, "Nommer des points de contact.", TEXT.zh)
    fields = {"text": new, "kind": OutcomeKind.FURTHER_STUDY, "topic": topic, "short": Label()}
    correct_outcome(workspace, key, fields, made_on=LATER, reason=Label(fr="Coquille"), document="Note 12")
    plan = ground.plan(key)
    row = workspace.tables.Provision.get_by_id(topic)
    assert (plan.text, plan.kind, plan.topic) == (new, OutcomeKind.FURTHER_STUDY, topic)
    assert [(each.field, each.before, each.after) for each in plan.corrections] == [
        (
            "kind",
            Label("Agreed in principle", "Convenu en principe", "原则上商定"),
            Label("For further study", "À étudier plus avant", "待进一步研究"),
        ),
        ("text", TEXT, new),
        ("topic", Label(), row.short or row.text),
    ]
    assert {(each.made_on, each.reason, each.document) for each in plan.corrections} == {
        (LATER, Label(fr="Coquille"), "Note 12")
    }
    workspace.undo()
    assert (ground.plan(key).text, ground.plan(key).corrections) == (TEXT, ())


def test_another_due_date_is_a_correction_in_words(ground: Ground) -> None:
    workspace, key = ground.workspace, ground.add(due=date(2027, 12, 31))
    close_record(workspace, ground.meeting, DAY, today=DAY)
    correct_outcome(workspace, key, {"due": None}, made_on=LATER, reason=Label("Slip"))
    correct_outcome(workspace, key, {"due": date(2028, 1, 31)}, made_on=LATER, reason=Label("Letter"))
    first, second = ground.plan(key).corrections
    assert (first.field, first.before.en, first.after) == ("due", "Friday, December 31, 2027", Label())
    assert (second.before, second.after.fr) == (Label(), "lundi 31 janvier 2028")


def test_who_may_see_what_a_closed_record_says_is_told_where_it_is_decided(ground: Ground) -> None:
    workspace, keys = ground.workspace, [ground.add(), ground.add()]
    public = {"disclosure": Disclosure.PUBLIC}
    assert str(change_outcomes(workspace, keys[:1], public).label) == "Change the outcome 2027-1"
    close_record(workspace, ground.meeting, DAY, today=DAY)
    label = change_outcomes(workspace, keys[1:], public).label
    assert "2027-2" in str(label)
    assert "be “Public” instead of “With the other side’s consent”" in str(label)
    label = change_outcomes(workspace, keys, {"disclosure": Disclosure.WITHHELD}).label
    assert str(label).endswith("the disclosure is “Withheld” from now on for: 2027-1, 2027-2")


def test_a_correction_has_its_reason_its_day_and_something_to_correct(ground: Ground) -> None:
    workspace, key = ground.workspace, ground.add()
    close_record(workspace, ground.meeting, DAY, today=DAY)

    def correct(fields: dict[str, Any], on: date = LATER, reason: Label = SLIP) -> None:
        correct_outcome(workspace, key, fields, made_on=on, reason=reason)

    other = {"text": Label("Other")}
    ground.refuses(Needed, lambda: correct(other, reason=Label()))
    ground.refuses(rules.CorrectedBeforeClosed, lambda: correct(other, on=date(2027, 6, 30)))
    ground.refuses(rules.CorrectionSaysNothing, lambda: correct({"text": TEXT}))
    ground.refuses(UnknownField, lambda: correct({"note": "x"}))
    ground.refuses(Needed, lambda: correct({"text": Label()}))
    ground.refuses(rules.NotATopic, lambda: correct({"topic": ground.provisions(ProvisionKind.OBJECTIVE)[0]}))
    set_carriers(workspace, key, ground.provisions(ProvisionKind.EXISTING_DIALOGUE)[:1])
    ground.refuses(rules.CannotBeNoted, lambda: correct({"kind": OutcomeKind.NOTED}))


def test_a_record_is_closed_once_and_opened_again(ground: Ground) -> None:
    workspace = ground.workspace
    with pytest.raises(rules.RecordIsOpen):
        close_record(workspace, ground.meeting, None, today=DAY)
    with pytest.raises(rules.ClosedBeforeMeeting):
        close_record(workspace, ground.meeting, date(2027, 6, 11), today=date(2027, 6, 11))
    close_record(workspace, ground.meeting, DAY, today=DAY)
    with pytest.raises(rules.RecordIsClosed, match="2027"):
        close_record(workspace, ground.meeting, LATER, today=LATER)
    label = close_record(workspace, ground.meeting, None, today=DAY).label
    assert str(label) == "Reopen the record of the meeting 2027"
    ground.add()
    with pytest.raises(UnknownRow):
        close_record(workspace, 99, DAY, today=DAY)


@pytest.mark.parametrize(
    ("today", "stays"), [(DAY - timedelta(1), False), (DAY, False), (DAY + timedelta(1), True)]
)
def test_a_record_is_opened_again_on_the_day_of_its_closing_only(
    ground: Ground, today: date, *, stays: bool
) -> None:
    workspace = ground.workspace
    close_record(workspace, ground.meeting, DAY, today=DAY)

    def reopen() -> object:
        return close_record(workspace, ground.meeting, None, today=today)

    if stays:
        ground.refuses(rules.RecordStaysClosed, reopen)
    else:
        reopen()
    closed = workspace.tables.Meeting.get_by_id(ground.meeting).record_closed
    assert closed == (DAY if stays else None)
