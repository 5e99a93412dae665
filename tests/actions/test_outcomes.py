"""Outcomes: recorded, carried out, led and linked."""

from datetime import date, time
from functools import partial
from typing import Any

import pytest

from alternat.actions import outcome_rules as rules
from alternat.actions.fields import Needed, UnknownField
from alternat.actions.meetings import add_meeting, change_meeting, remove_meeting
from alternat.actions.outcomes import (
    carrier_asked,
    carrier_heard,
    change_outcomes,
    link_outcomes,
    remove_outcomes,
    set_carriers,
    set_objectives,
    set_outcome_lead,
    set_outcome_state,
    unlink_outcomes,
)
from alternat.actions.programme import add_session
from alternat.actions.removals import outcomes_removal
from alternat.errors import AlternatError
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.outcomes import Disclosure, LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.programme import SessionKind
from alternat.nouns.provisions import ProvisionKind, ProvisionState
from alternat.planning import outcome_limits as limits
from alternat.planning.leading import WrongSide
from alternat.planning.outcome_states import NEXT_STATES, next_states
from alternat.planning.rows import UnknownRow
from tests.factories.follow_up import fill_follow_up
from tests.factories.outcome_ground import DAY, LATER, STARTS, Ground
from tests.factories.people import add_delegate

S = OutcomeState
say = catalog(Language.EN).say


def test_numbers_go_on_where_they_stopped_and_are_never_given_again(ground: Ground) -> None:
    first, second = ground.add(), ground.add()
    assert [ground.plan(key).code for key in (first, second)] == ["2027-1", "2027-2"]
    remove_outcomes(ground.workspace, [second])
    third = ground.add()
    assert ground.plan(third).code == "2027-3"
    ground.workspace.undo()
    assert ground.plan(ground.add()).code == "2027-4"
    assert ground.plan(ground.add(ground.next)).code == "2028-1"


def test_a_code_that_stands_is_passed_over_after_a_meeting_took_another_reference(ground: Ground) -> None:
    kept = ground.add()
    change_meeting(ground.workspace, ground.meeting, {"reference": "2027-A"})
    again = add_meeting(ground.workspace, year=2027, host="CN").inserted("meeting")[0]
    change_meeting(ground.workspace, again, {"reference": "2027"})
    assert ground.plan(kept).code == "2027-1"
    assert ground.plan(ground.add(again)).code == "2027-2"


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"text": Label()}, Needed),
        ({"kind": None}, Needed),
        ({"meeting": 99}, UnknownRow),
        ({"state": S.DONE}, UnknownField),
        ({"session": 99}, UnknownRow),
        ({"topic": 99}, rules.NotATopic),
        ({"due": date(2027, 6, 11)}, limits.BeforeMeeting),
        ({"consent_asked": DAY, "consent_given": STARTS}, limits.ConsentBeforeAsked),
        ({"disclosure": Disclosure.PUBLIC, "consent_given": DAY}, limits.ConsentNotNeeded),
        ({"disclosure": Disclosure.WITHHELD, "consent_given": DAY}, limits.ConsentNotNeeded),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    ground: Ground, fields: dict[str, Any], error: type[AlternatError]
) -> None:
    ground.refuses(error, lambda: ground.add(**fields))
    assert ground.plan(ground.add()).number == 1


def test_a_topic_is_a_topic_and_a_session_one_of_the_meeting(ground: Ground) -> None:
    (topic, *_) = ground.provisions(ProvisionKind.TOPIC)
    said = ground.refuses(
        rules.NotATopic, lambda: ground.add(topic=ground.provisions(ProvisionKind.OBJECTIVE)[0])
    )
    first = ground.workspace.tables.Provision.get_by_id(topic)
    assert first.code in said
    sessions = [
        add_session(
            ground.workspace, meeting, kind=SessionKind.PLENARY, day=day, start=time(9), minutes=60
        ).inserted("session")[0]
        for meeting, day in ((ground.meeting, STARTS), (ground.next, date(2028, 5, 1)))
    ]
    said = ground.refuses(rules.SessionOfOtherMeeting, lambda: ground.add(session=sessions[1]))
    assert "2027" in said
    plan = ground.plan(ground.add(topic=topic, session=sessions[0]))
    assert (plan.topic, plan.session) == (topic, sessions[0])


def test_a_change_is_checked_with_what_stands(ground: Ground) -> None:
    key = ground.add(consent_asked=DAY)
    change = change_outcomes
    ground.refuses(
        limits.ConsentBeforeAsked, lambda: change(ground.workspace, [key], {"consent_given": STARTS})
    )
    change(ground.workspace, [key], {"consent_given": LATER})
    ground.refuses(
        limits.ConsentNotNeeded, lambda: change(ground.workspace, [key], {"disclosure": Disclosure.WITHHELD})
    )
    ground.refuses(UnknownField, lambda: change(ground.workspace, [key], {"meeting": ground.next}))
    change(ground.workspace, [key], {"disclosure": Disclosure.PUBLIC, "consent_given": None})
    assert ground.plan(key).disclosure is Disclosure.PUBLIC


def test_several_are_changed_and_removed_in_one_step(ground: Ground) -> None:
    keys = [ground.add(), ground.add()]
    assert str(change_outcomes(ground.workspace, keys, {"due": LATER}).label) == "Change 2 outcomes"
    assert {ground.plan(key).due for key in keys} == {LATER}
    assert str(remove_outcomes(ground.workspace, keys).label) == "Remove 2 outcomes"
    ground.workspace.undo()
    assert {ground.plan(key).due for key in keys} == {LATER}


REASONS = {S.STUCK: Label("No money"), S.DROPPED: Label("Overtaken")}


@pytest.mark.parametrize("start", list(S))
@pytest.mark.parametrize("wanted", list(S))
def test_every_state_leads_where_the_table_says_and_nowhere_else(
    ground: Ground, start: OutcomeState, wanted: OutcomeState
) -> None:
    key = ground.add()
    if start is not S.AGREED:
        set_outcome_state(ground.workspace, [key], start, on=DAY, reason=REASONS.get(start))

    def go() -> None:
        set_outcome_state(ground.workspace, [key], wanted, on=LATER, reason=REASONS.get(wanted))

    if wanted is start or wanted in NEXT_STATES[start]:
        go()
        plan = ground.plan(key)
        assert (plan.state, plan.state_on) == (wanted, LATER)
        assert plan.state_reason == REASONS.get(wanted, Label())
        ground.workspace.undo()
        assert ground.plan(key).state is start
    else:
        said = ground.refuses(limits.StateNotAllowed, go)
        assert "2027-1" in said
        assert "Under way" in said


def test_every_state_can_be_reached_and_left() -> None:
    assert set(NEXT_STATES) == set(S)
    assert {state for states in NEXT_STATES.values() for state in states} == set(S)
    assert all(next_states(OutcomeKind.NOTED, state) == () for state in S)


@pytest.mark.parametrize("state", [S.STUCK, S.DROPPED])
def test_stuck_and_dropped_say_why(ground: Ground, state: OutcomeState) -> None:
    key = ground.add()
    ground.refuses(limits.StateNeedsReason, lambda: set_outcome_state(ground.workspace, [key], state, on=DAY))
    set_outcome_state(ground.workspace, [key], state, on=DAY, reason=Label(fr="Budget"))
    assert ground.plan(key).state_reason == Label(fr="Budget")


def test_a_state_is_of_no_day_before_the_meeting_nor_before_the_one_it_follows(ground: Ground) -> None:
    key = ground.add()

    def go(state: OutcomeState, on: date) -> None:
        set_outcome_state(ground.workspace, [key], state, on=on)

    ground.refuses(limits.BeforeMeeting, lambda: go(S.UNDER_WAY, date(2027, 6, 11)))
    go(S.UNDER_WAY, LATER)
    ground.refuses(limits.StateBeforeLast, lambda: go(S.DONE, DAY))
    go(S.UNDER_WAY, DAY)
    go(S.DONE, DAY)


def test_a_step_of_several_is_taken_by_all_or_none(ground: Ground) -> None:
    open_, done = ground.add(), ground.add()
    set_outcome_state(ground.workspace, [done], S.DONE, on=DAY)
    ground.refuses(
        limits.StateNotAllowed,
        lambda: set_outcome_state(ground.workspace, [open_, done], S.NO_NEWS, on=LATER),
    )
    label = set_outcome_state(ground.workspace, [open_, done], S.UNDER_WAY, on=LATER).label
    assert str(label) == "2 outcomes: Under way"


def test_what_was_noted_asks_for_nothing(ground: Ground) -> None:
    noted = ground.add(kind=OutcomeKind.NOTED)
    dialogue = ground.provisions(ProvisionKind.EXISTING_DIALOGUE)[0]
    workspace = ground.workspace
    ground.refuses(limits.NotedHasNoState, lambda: set_outcome_state(workspace, [noted], S.DONE, on=DAY))
    ground.refuses(limits.NotedAsksForNothing, lambda: set_carriers(workspace, noted, [dialogue]))
    ground.refuses(
        limits.NotedAsksForNothing, lambda: set_outcome_lead(workspace, noted, "CA", ground.canadian)
    )


def test_an_outcome_does_not_become_noted_while_something_hangs_on_it(ground: Ground) -> None:
    key, workspace = ground.add(), ground.workspace
    dialogue = ground.provisions(ProvisionKind.EXISTING_DIALOGUE)[0]
    set_carriers(workspace, key, [dialogue])
    set_outcome_lead(workspace, key, "CN", ground.chinese)
    set_outcome_state(workspace, [key], S.UNDER_WAY, on=DAY)

    def note() -> None:
        change_outcomes(workspace, [key], {"kind": OutcomeKind.NOTED})

    row = workspace.tables.Provision.get_by_id(dialogue)
    said = ground.refuses(rules.CannotBeNoted, note)
    assert all(word in said for word in (str(row.short or row.text), "CN", "Under way"))
    set_carriers(workspace, key, [])
    set_outcome_lead(workspace, key, "CN", None)
    ground.refuses(rules.CannotBeNoted, note)
    for _ in range(3):
        workspace.undo()
    set_carriers(workspace, key, [])
    set_outcome_lead(workspace, key, "CN", None)
    note()
    assert ground.plan(key).kind is OutcomeKind.NOTED


def test_existing_dialogues_carry_out_and_keep_their_days(ground: Ground) -> None:
    key, workspace = ground.add(), ground.workspace
    first, second, third, *_ = ground.provisions(ProvisionKind.EXISTING_DIALOGUE)
    codes = [workspace.tables.Provision.get_by_id(each).code for each in (first, second, third)]
    set_carriers(workspace, key, [first, second])
    carrier_asked(workspace, key, second, DAY)
    carrier_heard(workspace, key, second, LATER)
    said = ground.refuses(rules.NotACarrier, lambda: carrier_asked(workspace, key, third, DAY))
    assert codes[0] in said
    assert codes[2] not in said
    ground.refuses(limits.BeforeMeeting, lambda: carrier_heard(workspace, key, second, date(2027, 6, 11)))
    set_carriers(workspace, key, [second, third])
    taken = say(set_carriers(workspace, key, [third]).label)
    assert "(no longer " in taken
    assert "asked on" in taken
    assert "heard on" in taken
    workspace.undo()
    plan = ground.plan(key)
    assert [(each.dialogue, each.last_asked, each.last_heard) for each in plan.carriers] == [
        (second, DAY, LATER),
        (third, None, None),
    ]
    assert (plan.last_asked, plan.last_heard) == (DAY, LATER)
    carrier_asked(workspace, key, second, None)
    assert ground.plan(key).last_asked is None


@pytest.mark.parametrize("state", [ProvisionState.CLOSED, ProvisionState.MERGED])
def test_only_an_existing_dialogue_that_meets_carries_out(ground: Ground, state: ProvisionState) -> None:
    key, workspace = ground.add(), ground.workspace
    topic = ground.provisions(ProvisionKind.TOPIC)[0]
    first, second, *_ = ground.provisions(ProvisionKind.EXISTING_DIALOGUE)
    set_carriers(workspace, key, [first])
    with workspace.change(message("Close")) as change:
        for each in (first, second):
            change.update(workspace.tables.Provision, {each: {"state": state}})
    codes = {each: workspace.tables.Provision.get_by_id(each).code for each in (first, second)}
    for wrong in (topic, second, 99):
        said = ground.refuses(rules.CannotCarry, partial(set_carriers, workspace, key, [first, wrong]))
        choices = said.rpartition(":")[2]
        assert not any(code in choices for code in codes.values())
        assert (
            workspace.tables.Provision.get_by_id(ground.provisions(ProvisionKind.EXISTING_DIALOGUE)[2]).code
            in choices
        )
    set_carriers(workspace, key, [first])


def test_each_side_has_one_lead_of_its_own(ground: Ground) -> None:
    key, workspace = ground.add(), ground.workspace
    ground.refuses(WrongSide, lambda: set_outcome_lead(workspace, key, "CA", ground.chinese))
    ground.refuses(UnknownRow, lambda: set_outcome_lead(workspace, key, "CA", 99))
    other = add_delegate(workspace, None, side="CA", family="Other")
    set_outcome_lead(workspace, key, "CN", ground.chinese)
    set_outcome_lead(workspace, key, "CA", ground.canadian)
    replaced = say(set_outcome_lead(workspace, key, "CA", other).label)
    assert "(no longer " in replaced
    assert "(no longer " not in say(set_outcome_lead(workspace, key, "CA", other).label)
    assert [(each.side, each.person) for each in ground.plan(key).leads] == [
        ("CA", other),
        ("CN", ground.chinese),
    ]
    set_outcome_lead(workspace, key, "CA", None)
    assert [each.side for each in ground.plan(key).leads] == ["CN"]
    assert not set_outcome_lead(workspace, key, "CA", None)


def test_an_outcome_serves_objectives(ground: Ground) -> None:
    key, workspace = ground.add(), ground.workspace
    first, second, *_ = ground.provisions(ProvisionKind.OBJECTIVE)
    set_objectives(workspace, key, [first, second, first])
    assert list(ground.plan(key).objectives) == [first, second]
    said = ground.refuses(
        rules.NotAnObjective,
        lambda: set_objectives(workspace, key, ground.provisions(ProvisionKind.TOPIC)[:1]),
    )
    assert workspace.tables.Provision.get_by_id(first).code in said
    set_objectives(workspace, key, [second])
    assert list(ground.plan(key).objectives) == [second]


def test_an_outcome_follows_earlier_ones_and_never_itself(ground: Ground) -> None:
    workspace = ground.workspace
    first, second, later = ground.add(), ground.add(), ground.add(ground.next)
    link_outcomes(workspace, second, first, LinkKind.CONTINUES)
    link_outcomes(workspace, later, first, LinkKind.CONTINUES)
    assert not link_outcomes(workspace, later, first, LinkKind.CONTINUES)
    said = ground.refuses(
        limits.LinkedOtherwise, lambda: link_outcomes(workspace, later, first, LinkKind.REPLACES)
    )
    assert (
        said == "The outcome 2028-1 continues 2027-1 already. Unlink the two first, if it is to replace it."
    )
    unlink_outcomes(workspace, later, first)
    label = link_outcomes(workspace, later, first, LinkKind.REPLACES).label
    assert str(label) == (
        "Let the outcome 2028-1 replace 2027-1, which stays open and is no longer proposed for the next "
        "agenda"
    )
    said = ground.refuses(
        limits.LinkedOtherwise, lambda: link_outcomes(workspace, later, first, LinkKind.CONTINUES)
    )
    assert (
        said == "The outcome 2028-1 replaces 2027-1 already. Unlink the two first, if it is to continue it."
    )
    ground.refuses(
        limits.LinkToLaterNumber, lambda: link_outcomes(workspace, first, second, LinkKind.CONTINUES)
    )
    assert ground.plan(first).state is S.AGREED
    assert [(each.kind, each.code) for each in ground.plan(first).followed_by] == [
        (LinkKind.CONTINUES, "2027-2"),
        (LinkKind.REPLACES, "2028-1"),
    ]
    ground.refuses(limits.LinkToItself, lambda: link_outcomes(workspace, first, first, LinkKind.CONTINUES))
    ground.refuses(limits.LinkToLater, lambda: link_outcomes(workspace, second, later, LinkKind.CONTINUES))
    said = ground.refuses(rules.NotLinked, lambda: unlink_outcomes(workspace, later, second))
    assert "2027-1" in said
    unlink_outcomes(workspace, later, first)
    assert ground.plan(later).links == ()
    set_outcome_state(workspace, [first], S.DROPPED, on=DAY, reason=Label("Overtaken"))
    label = link_outcomes(workspace, later, first, LinkKind.REPLACES).label
    assert str(label) == "Let the outcome 2028-1 replace 2027-1"


def test_a_circle_is_shown_by_its_codes(ground: Ground) -> None:
    # Meetings of one year whose days are not set: which of them comes first is not known.
    meetings = [
        add_meeting(ground.workspace, year=2031, host="CN", reference=name).inserted("meeting")[0]
        for name in ("2031-A", "2031-B", "2031-C", "2031-D")
    ]
    first, second, third, fourth = (ground.add(each) for each in meetings)
    for later, earlier in ((second, first), (third, second), (fourth, third), (fourth, first)):
        link_outcomes(ground.workspace, later, earlier, LinkKind.CONTINUES)
    said = ground.refuses(
        limits.LinksInACircle,
        lambda: link_outcomes(ground.workspace, first, third, LinkKind.REPLACES),
    )
    codes = [ground.plan(each).code for each in (first, third, second, first)]
    assert ", ".join(codes) in said


def test_removing_takes_along_what_hangs_on_it_and_tells_it_before(ground: Ground) -> None:
    workspace = ground.workspace
    filled = fill_follow_up(workspace, ground.meeting, ground.canadian)
    told = " ".join(map(catalog(Language.EN).say, outcomes_removal(workspace.tables, [filled.outcome])))
    for what in ("progress notes: 1", "links between outcomes: 1", "collations: 1", "agenda contact points"):
        assert what in told.lower(), told
    remove_outcomes(workspace, [filled.outcome])
    tables = workspace.tables
    gone = (tables.OutcomeCarrier, tables.OutcomeLink, tables.ProgressNote, tables.TextMark, tables.Collation)
    assert not any(table.select().exists() for table in (*gone, tables.DismissedDifference))
    assert tables.AgendaProposal.get().outcome_id is None
    workspace.undo()
    assert all(table.select().count() == 1 for table in gone)
    remove_meeting(workspace, ground.meeting)
    assert not any(table.select().exists() for table in gone)
