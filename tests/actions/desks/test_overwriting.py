"""Every verb between two desks on one server: nothing that the other has changed is overwritten unseen."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alternat.actions import agendas, attendance, calendars, countdown, interpretation, venues
from alternat.actions import delegations as parts
from alternat.actions import existing as dialogues
from alternat.actions import guidance as requests
from alternat.actions import meetings as years
from alternat.actions import next_agenda as agendas_to_come
from alternat.actions import objectives as aims
from alternat.actions import outcomes as results
from alternat.actions import programme as sessions
from alternat.actions import subgroups as groups
from alternat.actions import terms as texts
from alternat.actions import texts as marks
from alternat.actions.consents import give_consent, withdraw_consent
from alternat.actions.dialogues import change_dialogue
from alternat.actions.people import (
    change_contact,
    change_people,
    change_person,
    remove_people,
    set_photo,
)
from alternat.actions.placing import place_sessions
from alternat.actions.progress_notes import change_progress_note, remove_progress_notes
from alternat.actions.provision_states import set_provision_state
from alternat.actions.severities import lower_finding, restore_finding
from alternat.language.label import Label, Language
from alternat.nouns.consents import ConsentStep
from alternat.nouns.delegations import Role
from alternat.nouns.instruments import Binding, InstrumentStep
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import OutcomeState
from alternat.nouns.provisions import ProvisionState
from alternat.planning.findings import Severity
from alternat.storage.changes import ConflictError
from alternat.storage.workspace import Workspace
from tests.actions.desks.example import (
    CODE,
    DAY,
    NEWS,
    Act,
    Desks,
    difference,
    dismissed_once,
    existing,
    last,
    look,
    meeting,
    midnight,
    notice,
    objective,
    one,
    outcome,
    pair,
    part,
    people_of,
    picture,
    plan,
    proposal,
    question,
    rows,
    spot,
    topic,
    verbs,
)

pytestmark = pytest.mark.postgresql


CHANGING: dict[str, Act] = {
    "change_people": lambda w, n: change_people(w, [1], {"given": f"G{n}"}),
    "change_contact": lambda w, n: change_contact(w, 1, {"note": str(n)}),
    "change_person": lambda w, n: change_person(w, 2, {"given": f"G{n}"}, contact={"note": str(n)}),
    "set_photo": lambda w, n: set_photo(w, 1, picture(n)),
    "change_participations": lambda w, n: parts.change_participations(
        w, [part(w).id], {"role": Role.ADVISER if n == 1 else Role.OBSERVER}
    ),
    "replace_delegate": lambda w, n: parts.replace_delegate(
        w, part(w, 1).id, people_of(w, part(w, 1).person.side.code)[-n]
    ),
    "change_meeting": lambda w, n: years.change_meeting(w, meeting(w), {"city": Label(f"City {n}")}),
    "change_sessions": lambda w, n: sessions.change_sessions(
        w, [one(w, "Session")], {"private_note": str(n)}
    ),
    "move_session": lambda w, n: sessions.move_session(w, one(w, "Session", 1), minutes=30 + n),
    "place_sessions": lambda w, n: place_sessions(w, spot(w, n)),
    "cancel_sessions": lambda w, _n: sessions.cancel_sessions(w, [one(w, "Session", 4)]),
    "reinstate_sessions": lambda w, _n: sessions.reinstate_sessions(w, [one(w, "Session", 4)]),
    "set_parties": lambda w, n: attendance.set_parties(w, one(w, "Session", 1), plan(n)),
    "set_chair": lambda w, n: attendance.set_chair(w, one(w, "Session", 1), "CA", people_of(w, "CA")[n]),
    "set_agenda": lambda w, n: agendas.set_agenda(w, one(w, "Session", 5), [{"text": Label(f"Item {n}")}]),
    "change_agenda_item": lambda w, n: agendas.change_agenda_item(
        w, one(w, "AgendaItem"), {"text": Label(f"Item {n}")}
    ),
    "set_lead": lambda w, n: agendas.set_lead(w, one(w, "AgendaItem"), "CN", people_of(w, "CN")[n]),
    "change_tasks": lambda w, n: countdown.change_tasks(w, [one(w, "Task")], {"note": str(n)}),
    "tick": lambda w, n: countdown.tick(w, [one(w, "Task", 1)], date(2027, 1, n)),
    "untick": lambda w, _n: countdown.untick(w, [one(w, "Task", 1)]),
    "change_template": lambda w, n: countdown.change_template(w, one(w, "TaskTemplate"), {"days_before": n}),
    "change_template_tasks": lambda w, n: countdown.change_template_tasks(
        w, [one(w, "TaskTemplate", 1)], {"days_before": n}
    ),
    "change_side": lambda w, n: texts.change_side(w, 1, {"capital": Label(f"Capital {n}")}),
    "restore_side": lambda w, _n: texts.restore_side(w, 1, "capital"),
    "change_entity": lambda w, n: texts.change_entity(w, 1, {"name": Label(f"Entity {n}")}),
    "restore_entity": lambda w, _n: texts.restore_entity(w, 1),
    "change_provision": lambda w, n: texts.change_provision(w, topic(w), {"text": Label(f"Text {n}")}),
    "restore_provision": lambda w, _n: texts.restore_provision(w, topic(w)),
    "give_consent": lambda w, n: give_consent(
        w, side="CA", step=ConsentStep.PROPOSED, given=DAY, document=f"No. {n}", topic=topic(w, -1)
    ),
    "change_dialogue": lambda w, n: change_dialogue(w, {"name": Label(f"Dialogue {n}")}),
    "change_subgroup": lambda w, n: groups.change_subgroup(w, one(w, "SubGroup"), {"note": str(n)}),
    "set_topics": lambda w, n: groups.set_topics(w, one(w, "SubGroup", 1), [topic(w, n)]),
    "set_entities": lambda w, n: groups.set_entities(w, one(w, "SubGroup", 1), [n]),
    "change_guidance": lambda w, n: requests.change_guidance(w, one(w, "Guidance"), {"note": str(n)}),
    "answer_for": lambda w, n: requests.answer_for(w, one(w, "Guidance"), "CA", {"document": f"No. {n}"}),
    "change_holder": lambda w, n: dialogues.change_holder(w, last(w, "Holder"), {"note": str(n)}),
    "change_dialogue_meeting": lambda w, n: dialogues.change_dialogue_meeting(
        w, last(w, "DialogueMeeting"), {"note": str(n)}
    ),
    "change_objective": lambda w, n: aims.change_objective(w, objective(w), {"due": date(2028, 1, n)}),
    "set_provision_state": lambda w, n: set_provision_state(
        w, topic(w), ProvisionState.CLOSED, on=date(2028, 1, n)
    ),
    "change_instrument": lambda w, n: aims.change_instrument(w, last(w, "Instrument"), {"months": n}),
    "set_binding": lambda w, n: aims.set_binding(w, last(w, "Instrument"), "CA", list(Binding)[n]),
    "set_step": lambda w, n: aims.set_step(
        w, last(w, "Instrument"), InstrumentStep.SIGNED, {"done_on": date(2027, 7, n)}
    ),
    "check_text": lambda w, n: marks.check_text(w, question(w), [Language.EN], on=DAY, by=f"By {n}"),
    "agree_text": lambda w, n: marks.agree_text(w, question(w), "CA", [Language.EN], on=DAY, by=f"By {n}"),
    "dismiss_difference": lambda w, n: marks.dismiss_difference(
        w, question(w), difference(w), f"Reason {n}", on=DAY
    ),
    "change_outcomes": lambda w, n: results.change_outcomes(w, [outcome(w)], {"short": Label(f"Short {n}")}),
    "set_outcome_state": lambda w, n: results.set_outcome_state(
        w, [outcome(w)], OutcomeState.UNDER_WAY, on=date(2027, 9, n)
    ),
    "set_outcome_lead": lambda w, n: results.set_outcome_lead(w, outcome(w), "CA", people_of(w, "CA")[n]),
    "carrier_asked": lambda w, n: results.carrier_asked(w, outcome(w), existing(w), date(2027, 9, n)),
    "carrier_heard": lambda w, n: results.carrier_heard(w, outcome(w), existing(w), date(2027, 9, n)),
    "change_progress_note": lambda w, n: change_progress_note(
        w, last(w, "ProgressNote"), {"source": f"No. {n}"}
    ),
    "change_venue": lambda w, n: venues.change_venue(w, one(w, "Venue"), {"name": Label(f"Venue {n}")}),
    "change_room": lambda w, n: venues.change_room(w, one(w, "Room"), {"capacity": n}),
    "set_way": lambda w, n: venues.set_way(w, one(w, "Venue"), one(w, "Venue", 1), n),
    "change_avoid_dates": lambda w, n: calendars.change_avoid_dates(
        w, last(w, "AvoidDates"), {"reason": Label(f"Reason {n}")}
    ),
    "set_notice_days": lambda w, n: calendars.set_notice_days(w, "CA", notice(n)),
    "set_pairs": lambda w, n: interpretation.set_pairs(w, 4, [pair(n)]),
    "assign": lambda w, n: interpretation.assign(w, one(w, "Session", 2), part(w, 2).person_id, pair(n)),
    "lower_finding": lambda w, n: lower_finding(w, CODE, Severity.NOTES, f"Reason {n}"),
}
"""Verbs that put a value in the place of another: the second desk would put its own over the first one's."""


def _next_year(workspace: Workspace) -> None:
    if not any(row.reference == "2028" for row in rows(workspace, "Meeting")):
        years.add_meeting(workspace, year=2028, host="CA")


def _typed(workspace: Workspace) -> None:
    agendas_to_come.propose_item(workspace, meeting(workspace), {"text": Label("Own")})


def _parked(workspace: Workspace) -> None:
    _typed(workspace)
    agendas_to_come.park(workspace, proposal(workspace), on=DAY)


def _parked_again(workspace: Workspace, reason: str) -> None:
    agendas_to_come.unpark(workspace, [last(workspace, "AgendaProposal")], meeting(workspace))
    agendas_to_come.park(workspace, proposal(workspace), on=DAY, reason=reason)


TOUCHING: dict[str, tuple[Act, Act]] = {
    "remove_people": (
        lambda w, n: change_contact(w, 3, {"note": str(n)}),
        lambda w, _n: remove_people(w, [3]),
    ),
    "leave_meeting": (
        lambda w, _n: parts.change_participations(w, [part(w, 3).id], {"role": Role.SECURITY}),
        lambda w, _n: parts.leave_meeting(w, [part(w, 3).id]),
    ),
    "remove_agenda_items": (
        lambda w, _n: agendas.change_agenda_item(w, last(w, "AgendaItem"), {"minutes": 7}),
        lambda w, _n: agendas.remove_agenda_items(w, [last(w, "AgendaItem")]),
    ),
    "unassign": (
        lambda w, n: interpretation.assign(w, one(w, "Session", 2), part(w, 2).person_id, pair(n)),
        lambda w, _n: interpretation.unassign(w, one(w, "Session", 2), part(w, 2).person_id),
    ),
    "remove_tasks": (
        lambda w, _n: countdown.change_tasks(w, [last(w, "Task")], {"note": "x"}),
        lambda w, _n: countdown.remove_tasks(w, [last(w, "Task")]),
    ),
    "remove_template_tasks": (
        lambda w, _n: countdown.change_template(w, last(w, "TaskTemplate"), {"days_before": 9}),
        lambda w, _n: countdown.remove_template_tasks(w, [last(w, "TaskTemplate")]),
    ),
    "remove_avoid_dates": (
        lambda w, _n: calendars.change_avoid_dates(w, last(w, "AvoidDates"), {"reason": Label("New")}),
        lambda w, _n: calendars.remove_avoid_dates(w, [last(w, "AvoidDates")]),
    ),
    "clear_notice": (
        lambda w, _n: calendars.set_notice_days(w, "CA", notice(3)),
        lambda w, _n: calendars.clear_notice(w, "CA", 2027),
    ),
    "withdraw_consent": (
        lambda w, _n: give_consent(
            w, side="CA", step=ConsentStep.PROPOSED, given=DAY, document="No. 9", topic=topic(w, -1)
        ),
        lambda w, _n: withdraw_consent(w, last(w, "Consent")),
    ),
    "close_guidance": (
        lambda w, n: requests.change_guidance(w, one(w, "Guidance"), {"note": str(n)}),
        lambda w, n: requests.close_guidance(w, [one(w, "Guidance")], date(2027, 1, n)),
    ),
    "remove_holders": (
        lambda w, n: dialogues.change_holder(w, last(w, "Holder"), {"note": str(n)}),
        lambda w, _n: dialogues.remove_holders(w, [last(w, "Holder")]),
    ),
    "succeed": (
        lambda w, n: dialogues.change_holder(w, last(w, "Holder"), {"note": str(n)}),
        lambda w, n: dialogues.succeed(w, objective(w, -1), "CA", people_of(w, "CA")[n], on=date(2028, 1, n)),
    ),
    "remove_dialogue_meetings": (
        lambda w, n: dialogues.change_dialogue_meeting(w, last(w, "DialogueMeeting"), {"note": str(n)}),
        lambda w, _n: dialogues.remove_dialogue_meetings(w, [last(w, "DialogueMeeting")]),
    ),
    "remove_instruments": (
        lambda w, n: aims.change_instrument(w, last(w, "Instrument"), {"months": n}),
        lambda w, _n: aims.remove_instruments(w, [last(w, "Instrument")]),
    ),
    "remove_step": (
        lambda w, _n: aims.set_step(w, last(w, "Instrument"), InstrumentStep.SIGNED, {"document": "No. 1"}),
        lambda w, _n: aims.remove_step(w, last(w, "Instrument"), InstrumentStep.SIGNED),
    ),
    "withdraw_agreement": (
        lambda w, n: marks.agree_text(w, question(w), "CA", [Language.EN], on=DAY, by=f"By {n}"),
        lambda w, _n: marks.withdraw_agreement(w, question(w), "CA", [Language.EN]),
    ),
    "restore_difference": (
        lambda w, n: marks.dismiss_difference(w, question(w), difference(w), f"Reason {n}", on=DAY),
        lambda w, _n: marks.restore_difference(w, question(w), difference(w)),
    ),
    "correct_outcome": (
        lambda w, n: results.correct_outcome(
            w, outcome(w), {"text": Label(f"Right {n}")}, made_on=NEWS, reason=Label("Slip")
        ),
        lambda w, _n: results.correct_outcome(
            w, outcome(w), {"text": Label("Right")}, made_on=NEWS, reason=Label("Slip")
        ),
    ),
    "remove_outcomes": (
        lambda w, n: results.carrier_asked(w, outcome(w), existing(w), date(2027, 9, n)),
        lambda w, _n: results.remove_outcomes(w, [outcome(w)]),
    ),
    "set_carriers": (
        lambda w, n: results.carrier_asked(w, outcome(w), existing(w), date(2027, 9, n)),
        lambda w, _n: results.set_carriers(w, outcome(w), []),
    ),
    "close_record": (
        lambda w, _n: years.change_meeting(w, meeting(w), {"number": 7}),
        lambda w, _n: results.close_record(w, meeting(w), NEWS, today=NEWS),
    ),
    "hand_over": (
        lambda w, _n: results.set_outcome_lead(w, outcome(w), "CA", people_of(w, "CA")[2]),
        lambda w, _n: results.hand_over(w, people_of(w, "CA")[2], people_of(w, "CA")[1], on=NEWS, today=NEWS),
    ),
    "remove_progress_notes": (
        lambda w, _n: change_progress_note(w, last(w, "ProgressNote"), {"source": "x"}),
        lambda w, _n: remove_progress_notes(w, [last(w, "ProgressNote")]),
    ),
    "move_to_next": (
        lambda w, n: agendas.change_agenda_item(w, one(w, "AgendaItem"), {"minutes": n}),
        lambda w, _n: agendas_to_come.move_to_next(w, one(w, "AgendaItem")),
    ),
    "park": (
        lambda w, n: agendas.change_agenda_item(w, one(w, "AgendaItem"), {"minutes": n}),
        lambda w, _n: agendas_to_come.park(w, one(w, "AgendaItem"), on=DAY),
    ),
    "unpark": (
        lambda w, n: _parked_again(w, str(n)),
        lambda w, _n: agendas_to_come.unpark(w, [last(w, "AgendaProposal")], meeting(w)),
    ),
    "withdraw_proposals": (
        lambda w, _n: agendas_to_come.park(w, proposal(w), on=DAY),
        lambda w, _n: agendas_to_come.withdraw_proposals(w, [last(w, "AgendaProposal")]),
    ),
    "remove_subgroup": (
        lambda w, _n: groups.change_subgroup(w, last(w, "SubGroup"), {"note": "x"}),
        lambda w, _n: groups.remove_subgroup(w, last(w, "SubGroup")),
    ),
    "remove_provision": (
        lambda w, _n: texts.change_provision(w, last(w, "Provision"), {"text": Label("New")}),
        lambda w, _n: texts.remove_provision(w, last(w, "Provision")),
    ),
    "remove_entity": (
        lambda w, _n: texts.add_entity(w, "CN", {"name": Label("New")}),
        lambda w, _n: texts.remove_entity(w, last(w, "Entity")),
    ),
    "remove_room": (
        lambda w, _n: venues.change_room(w, last(w, "Room"), {"capacity": 3}),
        lambda w, _n: venues.remove_room(w, last(w, "Room")),
    ),
    "remove_venue": (
        lambda w, _n: venues.change_venue(w, last(w, "Venue"), {"name": Label("New")}),
        lambda w, _n: venues.remove_venue(w, last(w, "Venue")),
    ),
    "restore_finding": (
        lambda w, n: lower_finding(w, CODE, Severity.NOTES, f"Other {n}"),
        lambda w, _n: restore_finding(w, CODE),
    ),
    "remove_sessions": (
        lambda w, n: sessions.change_sessions(w, [last(w, "Session")], {"private_note": str(n)}),
        lambda w, _n: sessions.remove_sessions(w, [last(w, "Session")]),
    ),
    "run_late": (
        lambda w, _n: sessions.move_session(w, one(w, "Session", 1), minutes=45),
        lambda w, _n: sessions.run_late(w, meeting(w), midnight(w), 5),
    ),
    "set_status": (
        lambda w, _n: years.change_meeting(w, meeting(w), {"number": 7}),
        lambda w, _n: years.set_status(w, meeting(w), MeetingStatus.POSTPONED, "Storm"),
    ),
    "remove_meeting": (
        lambda w, _n: parts.change_participations(w, [part(w).id], {"role": Role.MEMBER}),
        lambda w, _n: years.remove_meeting(w, meeting(w)),
    ),
}
"""Verbs that take away, or build upon, what the first desk has just changed."""

BEFORE: dict[str, Callable[[Workspace], object]] = {
    "check_text": lambda w: marks.check_text(w, question(w), [Language.EN], on=DAY),
    "agree_text": lambda w: marks.agree_text(w, question(w), "CA", [Language.EN], on=DAY),
    "withdraw_agreement": lambda w: marks.agree_text(w, question(w), "CA", [Language.EN], on=DAY),
    "dismiss_difference": dismissed_once,
    "restore_difference": dismissed_once,
    "correct_outcome": lambda w: results.close_record(w, meeting(w), NEWS, today=NEWS),
    "reinstate_sessions": lambda w: sessions.cancel_sessions(w, [one(w, "Session", 4)]),
    "move_to_next": _next_year,
    "unpark": _parked,
    "withdraw_proposals": _typed,
    "restore_side": lambda w: texts.change_side(w, 1, {"capital": Label("Capital")}),
    "restore_entity": lambda w: texts.change_entity(w, 1, {"name": Label("Entity")}),
    "restore_provision": lambda w: texts.change_provision(w, topic(w), {"text": Label("Text")}),
}
"""By verb, what has to be there before it can do anything."""


@pytest.mark.parametrize("name", CHANGING)
def test_a_value_of_the_other_desk_is_not_overwritten_unseen(desks: Desks, name: str) -> None:
    act = CHANGING[name]
    if name in BEFORE:
        BEFORE[name](desks.first)
    look(desks.second)
    act_blind(desks, lambda: act(desks.first, 1), lambda: act(desks.second, 2))


@pytest.mark.parametrize("name", TOUCHING)
def test_what_the_other_desk_has_changed_does_not_go_unseen(desks: Desks, name: str) -> None:
    touch, act = TOUCHING[name]
    if name in BEFORE:
        BEFORE[name](desks.first)
    look(desks.second)
    act_blind(desks, lambda: touch(desks.first, 1), lambda: act(desks.second, 2))


def act_blind(desks: Desks, theirs: Callable[[], object], own: Callable[[], object]) -> None:
    """Let the second desk act upon what it saw before the first one did something."""
    look(desks.first)
    theirs()
    engine: Any = desks.second.tables.Person._meta.database
    # Finding the rows in this test reads them anew, which the person at the desk has not done.
    seen, engine.notes_looks = engine.looked, False
    try:
        told = [insist(own)]
        while told[-1]:
            told.append(insist(own))
        # Each row is named once, and then the person may have it so.
        assert len(told) > 1
        assert len({row for named in told for row in named}) == sum(map(len, told))
    finally:
        engine.notes_looks = True
    assert engine.looked == seen


def insist(act: Callable[[], object]) -> tuple[tuple[str, int], ...]:
    """Return the rows over which a verb was refused, none if it was done."""
    try:
        act()
    except ConflictError as refused:
        return refused.rows
    return ()


def test_every_verb_named_here_is_one() -> None:
    assert {*CHANGING, *TOUCHING} <= verbs()
