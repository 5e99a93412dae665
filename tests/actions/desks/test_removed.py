"""What one desk has removed, the other is told of in words when it acts upon it."""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest

from alternat.actions import agendas, attendance, countdown, interpretation, venues
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
from alternat.actions.consents import give_consent
from alternat.actions.people import (
    add_person,
    change_contact,
    change_people,
    remove_people,
    set_photo,
)
from alternat.actions.progress_notes import (
    add_progress_note,
    change_progress_note,
    remove_progress_notes,
)
from alternat.actions.provision_states import set_provision_state
from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.consents import ConsentStep
from alternat.nouns.delegations import Role
from alternat.nouns.instruments import Binding, InstrumentKind, InstrumentStep
from alternat.nouns.outcomes import LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.programme import SessionKind
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning.next_agenda import Proposal, ProposalKind
from alternat.planning.texts import TextKey
from alternat.storage.workspace import Workspace
from tests.actions.desks.example import (
    DAY,
    NEWS,
    Act,
    Desks,
    existing,
    last,
    look,
    meeting,
    objective,
    one,
    outcome,
    part,
    people_of,
    picture,
    plan,
    rows,
    topic,
)

pytestmark = pytest.mark.postgresql

EN = Language.EN


GONE: dict[str, tuple[Callable[[Workspace], int], Callable[[Workspace, int], object], tuple[Act, ...]]] = {
    "person": (
        lambda w: added(add_person(w, "CA", {"family": "Gone"}), "person"),
        lambda w, key: remove_people(w, [key]),
        (
            lambda w, key: change_people(w, [key], {"given": "X"}),
            lambda w, key: change_contact(w, key, {"note": "X"}),
            lambda w, key: set_photo(w, key, picture(1)),
            lambda w, key: parts.invite(w, meeting(w), [key]),
            lambda w, key: parts.replace_delegate(w, part(w).id, key),
            lambda w, key: interpretation.set_pairs(w, key, [("en", "fr")]),
            lambda w, key: attendance.set_chair(w, one(w, "Session"), "CA", key),
            lambda w, key: agendas.set_lead(w, one(w, "AgendaItem"), "CA", key),
            lambda w, key: results.set_outcome_lead(w, outcome(w), "CA", key),
            lambda w, key: results.hand_over(w, 1, key, on=NEWS, today=NEWS),
        ),
    ),
    "participation": (
        lambda w: added(add_person(w, "CA", {"family": "Gone"}, meeting=meeting(w)), "participation"),
        lambda w, key: parts.leave_meeting(w, [key]),
        (
            lambda w, key: parts.change_participations(w, [key], {"role": Role.ADVISER}),
            lambda w, key: parts.move_to_place(w, [key], 1),
            lambda w, key: parts.shift(w, [key], 1),
            lambda w, key: parts.replace_delegate(w, key, 1),
        ),
    ),
    "session": (
        lambda w: added(sessions.copy_sessions(w, [one(w, "Session")], rows(w, "Session")[0].day), "session"),
        lambda w, key: sessions.remove_sessions(w, [key]),
        (
            lambda w, key: sessions.change_sessions(w, [key], {"private_note": "X"}),
            lambda w, key: sessions.move_session(w, key, minutes=20),
            lambda w, key: sessions.cancel_sessions(w, [key]),
            lambda w, key: attendance.set_parties(w, key, plan(1)),
            lambda w, key: attendance.set_chair(w, key, "CA", 1),
            lambda w, key: agendas.set_agenda(w, key, []),
            lambda w, key: agendas.add_agenda_item(w, key, {"text": Label("X")}),
            lambda w, key: interpretation.assign(w, key, part(w, 2).person_id, ("en", "fr")),
        ),
    ),
    "agenda_item": (
        lambda w: added(
            agendas.add_agenda_item(w, one(w, "Session"), {"text": Label("Gone")}), "agenda_item"
        ),
        lambda w, key: agendas.remove_agenda_items(w, [key]),
        (
            lambda w, key: agendas.change_agenda_item(w, key, {"text": Label("X")}),
            lambda w, key: agendas.move_agenda_item(w, key, 1),
            lambda w, key: agendas.set_lead(w, key, "CA", 1),
            agendas_to_come.move_to_next,
            agendas_to_come.copy_to_next,
            lambda w, key: agendas_to_come.park(w, key, on=DAY),
        ),
    ),
    "agenda_proposal": (
        lambda w: added(
            agendas_to_come.propose_item(w, meeting(w), {"text": Label("Gone")}), "agenda_proposal"
        ),
        lambda w, key: agendas_to_come.withdraw_proposals(w, [key]),
        (
            lambda w, key: agendas_to_come.unpark(w, [key], meeting(w)),
            lambda w, key: agendas_to_come.withdraw_proposals(w, [key]),
            lambda w, key: agendas_to_come.park(w, gone_proposal(w, key), on=DAY),
            lambda w, key: agendas_to_come.accept(w, one(w, "Session"), [gone_proposal(w, key)]),
        ),
    ),
    "task": (
        lambda w: added(countdown.add_task(w, meeting(w), text=Label("Gone"), days_before=3), "task"),
        lambda w, key: countdown.remove_tasks(w, [key]),
        (
            lambda w, key: countdown.change_tasks(w, [key], {"note": "X"}),
            lambda w, key: countdown.tick(w, [key], DAY),
            lambda w, key: countdown.untick(w, [key]),
        ),
    ),
    "sub_group": (
        lambda w: added(
            groups.add_subgroup(w, meeting(w), Label(f"Gone {last(w, 'SubGroup')}")), "sub_group"
        ),
        groups.remove_subgroup,
        (
            lambda w, key: groups.change_subgroup(w, key, {"note": "X"}),
            lambda w, key: groups.set_topics(w, key, [topic(w)]),
            lambda w, key: groups.set_entities(w, key, [1]),
            lambda w, key: give_consent(w, side="CA", step=ConsentStep.PROPOSED, given=DAY, subgroup=key),
        ),
    ),
    "guidance": (
        lambda w: added(
            requests.add_guidance(
                w,
                {
                    "dialogue": existing(w),
                    "question": Label("Gone"),
                    "asked_on": DAY,
                },
            ),
            "guidance",
        ),
        lambda w, key: requests.remove_guidance(w, [key]),
        (
            lambda w, key: requests.change_guidance(w, key, {"note": "X"}),
            lambda w, key: requests.close_guidance(w, [key], DAY),
            lambda w, key: requests.answer_for(w, key, "CA", {"text": Label("X"), "given": DAY}),
            lambda w, key: marks.check_text(w, TextKey("guidance", key, "question"), [EN], on=DAY),
            lambda w, key: marks.agree_text(w, TextKey("guidance", key, "question"), "CA", [EN], on=DAY),
            lambda w, key: marks.withdraw_agreement(w, TextKey("guidance", key, "question"), "CA", [EN]),
            lambda w, key: marks.record_collation(
                w, [TextKey("guidance", key, "question")], day=DAY, done_by="X"
            ),
            lambda w, key: marks.dismiss_difference(
                w, TextKey("guidance", key, "question"), "X", "X", on=DAY
            ),
            lambda w, key: marks.restore_difference(w, TextKey("guidance", key, "question"), "X"),
        ),
    ),
    "collation": (
        lambda w: added(
            marks.record_collation(w, [TextKey("provision", topic(w), "text")], day=DAY, done_by="X"),
            "collation",
        ),
        marks.remove_collation,
        (marks.remove_collation,),
    ),
    "outcome": (
        lambda w: added(
            results.add_outcome(
                w, {"meeting": meeting(w), "kind": OutcomeKind.AGREED, "text": Label("Gone")}
            ),
            "outcome",
        ),
        lambda w, key: results.remove_outcomes(w, [key]),
        (
            lambda w, key: results.change_outcomes(w, [key], {"note": "X"}),
            lambda w, key: results.set_outcome_state(w, [key], OutcomeState.DONE, on=NEWS),
            lambda w, key: results.correct_outcome(
                w, key, {"text": Label("X")}, made_on=NEWS, reason=Label("X")
            ),
            lambda w, key: results.set_outcome_lead(w, key, "CA", 1),
            lambda w, key: results.set_carriers(w, key, [existing(w)]),
            lambda w, key: results.carrier_asked(w, key, existing(w), NEWS),
            lambda w, key: results.carrier_heard(w, key, existing(w), NEWS),
            lambda w, key: results.link_outcomes(w, outcome(w), key, LinkKind.CONTINUES),
            lambda w, key: results.unlink_outcomes(w, outcome(w), key),
            lambda w, key: results.set_objectives(w, key, [objective(w)]),
            lambda w, key: add_progress_note(w, {"outcome": key, "day": NEWS, "text": Label("X")}),
        ),
    ),
    "progress_note": (
        lambda w: added(
            add_progress_note(w, {"outcome": outcome(w), "day": NEWS, "text": Label("Gone")}),
            "progress_note",
        ),
        lambda w, key: remove_progress_notes(w, [key]),
        (lambda w, key: change_progress_note(w, key, {"source": "X"}),),
    ),
    "provision": (
        lambda w: added(texts.add_provision(w, ProvisionKind.TOPIC, Label("Gone")), "provision"),
        texts.remove_provision,
        (
            lambda w, key: texts.change_provision(w, key, {"text": Label("X")}),
            texts.restore_provision,
            lambda w, key: texts.move_provision(w, key, 1),
            lambda w, key: groups.set_topics(w, one(w, "SubGroup"), [key]),
            lambda w, key: set_provision_state(w, key, ProvisionState.CLOSED, on=DAY),
            lambda w, key: aims.change_objective(w, key, {"due": DAY}),
        ),
    ),
    "holder": (
        lambda w: added(
            dialogues.add_holder(
                w, {"provision": existing(w), "side": 1, "person": people_of(w, "CA")[0], "since": DAY}
            ),
            "holder",
        ),
        lambda w, key: dialogues.remove_holders(w, [key]),
        (lambda w, key: dialogues.change_holder(w, key, {"note": "X"}),),
    ),
    "dialogue_meeting": (
        lambda w: added(
            dialogues.add_dialogue_meeting(w, {"dialogue": existing(w), "starts": DAY}), "dialogue_meeting"
        ),
        lambda w, key: dialogues.remove_dialogue_meetings(w, [key]),
        (lambda w, key: dialogues.change_dialogue_meeting(w, key, {"note": "X"}),),
    ),
    "instrument": (
        lambda w: added(
            aims.add_instrument(
                w, {"objective": objective(w), "kind": InstrumentKind.TREATY, "title": Label("Gone")}
            ),
            "instrument",
        ),
        lambda w, key: aims.remove_instruments(w, [key]),
        (
            lambda w, key: aims.change_instrument(w, key, {"months": 3}),
            lambda w, key: aims.set_binding(w, key, "CA", Binding.BINDING),
            lambda w, key: aims.set_step(w, key, InstrumentStep.SIGNED, {"done_on": DAY}),
            lambda w, key: aims.remove_step(w, key, InstrumentStep.SIGNED),
        ),
    ),
    "entity": (
        lambda w: added(texts.add_entity(w, "CA", {"name": Label("Gone")}), "entity"),
        texts.remove_entity,
        (
            lambda w, key: texts.change_entity(w, key, {"name": Label("X")}),
            lambda w, key: texts.move_entity(w, key, 1),
            lambda w, key: change_people(w, [1], {"entity": key}),
        ),
    ),
    "venue": (
        lambda w: added(venues.add_venue(w, meeting(w), {"name": Label("Gone")}), "venue"),
        venues.remove_venue,
        (
            lambda w, key: venues.change_venue(w, key, {"name": Label("X")}),
            lambda w, key: venues.add_room(w, key, {"code": "X"}),
            lambda w, key: venues.set_way(w, key, one(w, "Venue"), 5),
        ),
    ),
    "meeting": (
        lambda w: added(years.add_meeting(w, year=2099, host="CA"), "meeting"),
        years.remove_meeting,
        (
            lambda w, key: years.change_meeting(w, key, {"number": 3}),
            years.raise_revision,
            lambda w, key: parts.invite(w, key, [1]),
            lambda w, key: countdown.add_task(w, key, text=Label("X"), days_before=1),
            lambda w, key: groups.add_subgroup(w, key, Label("X")),
            lambda w, key: venues.add_venue(w, key, {"name": Label("X")}),
            lambda w, key: results.close_record(w, key, NEWS, today=NEWS),
            lambda w, key: results.add_outcome(
                w, {"meeting": key, "kind": OutcomeKind.AGREED, "text": Label("X")}
            ),
            lambda w, key: agendas_to_come.propose_item(w, key, {"text": Label("X")}),
            lambda w, key: sessions.add_session(
                w, key, kind=SessionKind.MEAL, day=DAY, start=time(12, 0), minutes=60
            ),
        ),
    ),
}
"""By table, how to make a row, how to remove it, and verbs that the other desk tries upon it afterwards."""


def gone_proposal(workspace: Workspace, key: int) -> Proposal:
    name = f"own:{key}"
    return Proposal(ProposalKind.OWN, name, meeting(workspace), Label("Gone"), message("x"), stored=key)


def added(changes: Any, table: str) -> int:
    return int(changes.inserted(table)[-1])


@pytest.mark.parametrize("table", GONE)
def test_what_the_other_desk_has_removed_is_told_in_words(desks: Desks, table: str) -> None:
    make, remove, verbs = GONE[table]
    for act in verbs:
        look(desks.first)
        key = make(desks.first)
        look(desks.second)
        remove(desks.first, key)
        with pytest.raises(AlternatError):
            act(desks.second, key)
        look(desks.second)
