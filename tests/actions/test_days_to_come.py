"""What has happened is never of a day that has not come yet, whichever verb or face is told of it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from alternat.actions import fields
from alternat.actions import outcomes as results
from alternat.actions.guidance import add_guidance, answer_for, change_guidance, close_guidance
from alternat.actions.objectives import StepStillToCome, add_instrument, change_instrument, set_step
from alternat.actions.progress_notes import add_progress_note, change_progress_note
from alternat.actions.provision_states import set_provision_state
from alternat.actions.texts import agree_text, check_text, record_collation
from alternat.language.label import Label, Language
from alternat.nouns.all import NOUNS
from alternat.nouns.instruments import InstrumentKind, InstrumentStep
from alternat.nouns.kinds import Day
from alternat.nouns.outcomes import OutcomeState
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.days_to_come import StillToCome
from alternat.planning.texts import TextKey
from tests.factories.outcome_ground import STARTS, TEXT, Ground

TODAY = date(2027, 7, 1)
TOMORROW = TODAY + timedelta(1)

Act = Callable[[Ground, int, date], object]


def _dialogue(ground: Ground) -> int:
    return ground.provisions(ProvisionKind.EXISTING_DIALOGUE)[0]


def _objective(ground: Ground) -> int:
    return ground.provisions(ProvisionKind.OBJECTIVE)[0]


def _carried(ground: Ground, outcome: int) -> int:
    dialogue = _dialogue(ground)
    results.set_carriers(ground.workspace, outcome, [dialogue])
    return dialogue


def _asked(ground: Ground) -> int:
    fields = {"dialogue": _dialogue(ground), "question": TEXT, "asked_on": STARTS}
    return add_guidance(ground.workspace, fields, today=TODAY).inserted("guidance")[0]


def _instrument(ground: Ground) -> int:
    fields = {"objective": _objective(ground), "kind": InstrumentKind.TREATY, "title": TEXT}
    return add_instrument(ground.workspace, fields, today=TODAY).inserted("instrument")[0]


def _note(ground: Ground, outcome: int) -> int:
    fields = {"outcome": outcome, "day": STARTS, "text": TEXT}
    return add_progress_note(ground.workspace, fields, today=TODAY).inserted("progress_note")[0]


def _correct(g: Ground, outcome: int, day: date) -> object:
    results.close_record(g.workspace, g.meeting, STARTS, today=TODAY)
    fields = {"text": Label("New", "Neuf", "新")}
    said: dict[str, Any] = {"made_on": day, "reason": Label("A slip")}
    return results.correct_outcome(g.workspace, outcome, fields, **said, today=TODAY)


ACTS: dict[str, Act] = {
    "consent asked": lambda g, _, day: results.add_outcome(
        g.workspace,
        {"meeting": g.meeting, "kind": "agreed", "text": TEXT, "consent_asked": day},
        today=TODAY,
    ),
    "consent given": lambda g, o, day: results.change_outcomes(
        g.workspace, [o], {"consent_given": day}, today=TODAY
    ),
    "state": lambda g, o, day: results.set_outcome_state(
        g.workspace, [o], OutcomeState.DONE, on=day, today=TODAY
    ),
    "correction": _correct,
    "asked": lambda g, o, day: results.carrier_asked(g.workspace, o, _carried(g, o), day, today=TODAY),
    "heard": lambda g, o, day: results.carrier_heard(g.workspace, o, _carried(g, o), day, today=TODAY),
    "record": lambda g, _, day: results.close_record(g.workspace, g.meeting, day, today=TODAY),
    "note": lambda g, o, day: add_progress_note(
        g.workspace, {"outcome": o, "day": day, "text": TEXT}, today=TODAY
    ),
    "note changed": lambda g, o, day: change_progress_note(
        g.workspace, _note(g, o), {"day": day}, today=TODAY
    ),
    "request": lambda g, _, day: add_guidance(
        g.workspace, {"dialogue": _dialogue(g), "question": TEXT, "asked_on": day}, today=TODAY
    ),
    "joint answer": lambda g, _, day: change_guidance(
        g.workspace, _asked(g), {"answer": TEXT, "answered_on": day}, today=TODAY
    ),
    "answer": lambda g, _, day: answer_for(
        g.workspace, _asked(g), "CA", {"text": TEXT, "given": day}, today=TODAY
    ),
    "closed": lambda g, _, day: close_guidance(g.workspace, [_asked(g)], day, today=TODAY),
    "provision": lambda g, _, day: set_provision_state(
        g.workspace, _objective(g), ProvisionState.ACHIEVED, on=day, today=TODAY
    ),
    "checked": lambda g, o, day: check_text(
        g.workspace, TextKey("outcome", o, "text"), [Language.EN], on=day, today=TODAY
    ),
    "agreed": lambda g, o, day: agree_text(
        g.workspace, TextKey("outcome", o, "text"), "CA", [Language.EN], on=day, today=TODAY
    ),
    "collated": lambda g, o, day: record_collation(
        g.workspace, [TextKey("outcome", o, "text")], day=day, done_by="A", today=TODAY
    ),
    "step": lambda g, _, day: set_step(
        g.workspace, _instrument(g), InstrumentStep.SIGNED, {"done_on": day}, today=TODAY
    ),
    "in force": lambda g, _, day: change_instrument(
        g.workspace, _instrument(g), {"in_force": day}, today=TODAY
    ),
}
PLANNED = {
    *("outcome.due", "provision.due", "instrument.ends", "instrument_step.planned"),
    *("holder.since", "holder.until", "dialogue_meeting.starts", "dialogue_meeting.ends"),
    *("meeting.starts", "meeting.ends", "session.day", "avoid_dates.starts", "avoid_dates.ends"),
}
"""The days that may be still to come."""


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be that day at this desk."""
    monkeypatch.setattr(fields, "this_day", lambda: TODAY)


@pytest.mark.parametrize("name", ACTS)
def test_a_day_that_has_not_come_is_refused_with_its_field_and_today(ground: Ground, name: str) -> None:
    outcome = ground.add()
    said = ""
    with pytest.raises((StillToCome, StepStillToCome)) as refused:
        ACTS[name](ground, outcome, TOMORROW)
    said = str(refused.value)
    assert "which has not come yet: today is 2027-07-01" in said
    assert "2027-07-02" in said


@pytest.mark.parametrize("name", ACTS)
def test_today_has_come(ground: Ground, name: str) -> None:
    assert ACTS[name](ground, ground.add(), TODAY)


def test_a_step_may_be_planned_for_a_day_to_come(ground: Ground) -> None:
    key = _instrument(ground)
    assert set_step(ground.workspace, key, InstrumentStep.SIGNED, {"planned": TOMORROW}, today=TODAY)


def test_the_day_at_this_desk_counts_where_none_is_given(ground: Ground) -> None:
    outcome = ground.add()
    with pytest.raises(StillToCome, match="“day of the state”"):
        results.set_outcome_state(ground.workspace, [outcome], OutcomeState.DONE, on=TOMORROW)


def test_every_day_is_one_that_has_happened_or_one_that_is_planned() -> None:
    follow_up = {"outcome", "outcome_carrier", "outcome_correction", "progress_note", "guidance"}
    follow_up |= {"guidance_answer", "provision", "holder", "dialogue_meeting", "instrument"}
    follow_up |= {"instrument_step", "text_mark", "collation", "dismissed_difference", "agenda_proposal"}
    for table in follow_up:
        for field in NOUNS[table].fields:
            if isinstance(field.kind, Day):
                assert field.kind.is_past is (f"{table}.{field.name}" not in PLANNED), field.name
