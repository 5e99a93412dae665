"""What is told of outcomes before the next meeting; a change of one is followed by reading it alone."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from peewee import DoesNotExist

from alternat.actions.delegations import change_participations, replace_delegate
from alternat.actions.meetings import add_meeting, change_meeting, remove_meeting, set_status
from alternat.actions.outcomes import (
    add_outcome,
    carrier_asked,
    carrier_heard,
    change_outcomes,
    hand_over,
    link_outcomes,
    remove_outcomes,
    set_carriers,
    set_outcome_lead,
    set_outcome_state,
    unlink_outcomes,
)
from alternat.actions.people import change_people, remove_people
from alternat.actions.progress_notes import add_progress_note, change_progress_note, remove_progress_notes
from alternat.errors import AlternatError
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.models.base import Row
from alternat.nouns.delegations import ParticipationStatus
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.outcomes import LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.findings import Finding, Severity, SubjectKind
from alternat.planning.hosting import PLANNED
from alternat.planning.outcome_checks import OutcomeCheck
from alternat.planning.whole_check import MeetingCheck, check_everything
from alternat.storage.changes import RowChange
from alternat.storage.workspace import Workspace
from tests.factories.people import add_delegate

TEXT = Label("Name contact points.", "Désigner des points de contact.", "指定联络点。")
HELD, DAY, TODAY = date(2026, 6, 12), date(2026, 9, 1), date(2026, 11, 1)


@dataclass(frozen=True)
class Ground:
    """A meeting that was held, the next one, and somebody on each side who took part."""

    workspace: Workspace
    held: int
    next: int
    leads: tuple[int, int]

    def add(self, *, complete: bool = True, **fields: Any) -> int:
        values = {"meeting": self.held, "kind": OutcomeKind.AGREED, "text": TEXT, **fields}
        key = add_outcome(self.workspace, values).inserted("outcome")[0]
        if complete:
            set_carriers(self.workspace, key, [self.dialogue()])
            for side, person in zip(("CA", "CN"), self.leads, strict=True):
                set_outcome_lead(self.workspace, key, side, person)
        return key

    def dialogue(self, at: int = 0) -> int:
        table = self.workspace.tables.Provision
        kind = ProvisionKind.EXISTING_DIALOGUE
        return int([row.id for row in table.select().where(table.kind == kind).order_by(table.number)][at])

    def found(self, meeting: int | None = None, today: date = TODAY) -> list[Finding]:
        findings = check_everything(self.workspace.tables, meeting or self.next, today=today)
        return [each for each in findings if each.subject.kind is SubjectKind.OUTCOME]

    def codes(self, meeting: int | None = None, today: date = TODAY) -> list[str]:
        return [each.code for each in self.found(meeting, today)]

    def part(self, person: int, meeting: int | None = None) -> int:
        part = self.workspace.tables.Participation
        of = (part.person == person) & (part.meeting == (meeting or self.held))
        return int(part.get(of).id)


@pytest.fixture
def ground(dialogue: Workspace) -> Ground:
    held = add_meeting(dialogue, year=2026, host="CN", starts=HELD).inserted("meeting")[0]
    later = add_meeting(dialogue, year=2027, host="CA", starts=date(2027, 6, 12)).inserted("meeting")[0]
    with dialogue.change(message("Held")) as change:
        change.update(dialogue.tables.Meeting, {held: {"status": MeetingStatus.HELD}})
    leads = tuple(add_delegate(dialogue, held, side=side, family=f"Lead {side}") for side in ("CA", "CN"))
    return Ground(dialogue, held, later, (leads[0], leads[1]))


def test_an_outcome_that_lacks_nothing_is_not_told(ground: Ground) -> None:
    ground.add(due=TODAY)
    assert ground.found() == []


def test_only_what_was_agreed_wants_a_carrier_and_a_lead_of_each_side(ground: Ground) -> None:
    ground.add(complete=False)
    ground.add(complete=False, kind=OutcomeKind.NOTED)
    ground.add(complete=False, kind=OutcomeKind.FURTHER_STUDY)
    carrier, *leads = ground.found()
    assert (carrier.code, carrier.severity, carrier.fix and carrier.fix.field) == (
        *("outcome-carrier-missing", Severity.WARNS, "carriers"),
    )
    assert [(each.code, catalog(Language.EN).say(each.message)) for each in leads] == [
        (
            "outcome-lead-missing",
            f"Nobody leads on the outcome 2026-1, “Name contact points.”, for {country}.",
        )
        for country in ("Canada", "China")
    ]


def test_what_is_over_is_told_no_more(ground: Ground) -> None:
    key = ground.add(complete=False, due=DAY)
    for state in (OutcomeState.DONE, OutcomeState.DROPPED):
        set_outcome_state(ground.workspace, [key], state, on=DAY, reason=Label("Over"))
        assert ground.codes() == []
        set_outcome_state(ground.workspace, [key], OutcomeState.AGREED, on=DAY)
    assert ground.codes() != []


def test_the_due_day_itself_is_in_time(ground: Ground) -> None:
    ground.add(due=TODAY)
    assert ground.codes(today=TODAY) == []
    assert ground.codes(today=date(2026, 11, 2)) == ["outcome-overdue"]


def test_silence_is_told_from_half_a_year_after_the_last_news(ground: Ground) -> None:
    key = ground.add()
    assert ground.codes(today=date(2026, 12, 11)) == []
    assert ground.codes(today=date(2026, 12, 12)) == ["outcome-silent"]
    carrier_heard(ground.workspace, key, ground.dialogue(), DAY)
    assert ground.codes(today=date(2027, 2, 28)) == []
    assert ground.codes(today=date(2027, 3, 1)) == ["outcome-silent"]
    add_progress_note(ground.workspace, {"outcome": key, "day": TODAY, "text": TEXT})
    assert ground.codes(today=date(2027, 4, 30)) == []
    assert ground.codes(today=date(2027, 5, 1)) == ["outcome-silent"]


def test_each_language_that_lacks_is_told_of_open_ones_and_of_the_own_ones(ground: Ground) -> None:
    key = ground.add(text=Label("Only English"))
    assert [each.fix and each.fix.field for each in ground.found()] == ["text.fr", "text.zh"]
    set_outcome_state(ground.workspace, [key], OutcomeState.DONE, on=DAY)
    assert ground.codes() == []
    assert ground.codes(ground.held) == ["outcome-text-missing"] * 2


def test_a_stuck_one_is_noted_with_its_reason(ground: Ground) -> None:
    key = ground.add()
    set_outcome_state(ground.workspace, [key], OutcomeState.STUCK, on=DAY, reason=Label("No money"))
    (found,) = ground.found()
    assert (found.code, found.severity) == ("outcome-stuck", Severity.NOTES)
    assert catalog(Language.EN).say(found.message).endswith("is stuck: No money")


def test_one_that_was_replaced_and_is_open_is_told_but_not_one_that_is_continued(ground: Ground) -> None:
    first, second, third = ground.add(), ground.add(), ground.add()
    link_outcomes(ground.workspace, second, first, LinkKind.CONTINUES)
    assert ground.codes() == []
    link_outcomes(ground.workspace, third, first, LinkKind.REPLACES)
    (found,) = ground.found()
    assert (found.code, found.subject.id) == ("outcome-replaced-open", first)
    assert "2026-3" in catalog(Language.EN).say(found.message)


@pytest.mark.parametrize("status", list(ParticipationStatus))
def test_a_lead_who_no_longer_takes_part_is_told(ground: Ground, status: ParticipationStatus) -> None:
    ground.add()
    change_participations(ground.workspace, [ground.part(ground.leads[0])], {"status": status})
    is_away = status in {
        *(ParticipationStatus.DECLINED, ParticipationStatus.REPLACED, ParticipationStatus.WITHDRAWN),
    }
    assert ground.codes() == ["outcome-lead-left"] * is_away


def test_whoever_stands_in_the_place_of_a_lead_who_left_is_named_and_takes_over(ground: Ground) -> None:
    ground.add()
    successor = add_delegate(ground.workspace, None, side="CA", family="Next")
    replace_delegate(ground.workspace, ground.part(ground.leads[0]), successor)
    (found,) = ground.found()
    assert found.fix is not None
    assert "NEXT" in catalog(Language.EN).say(found.fix.label)
    hand_over(ground.workspace, ground.leads[0], successor, on=DAY, today=DAY)
    assert ground.codes() == []


def test_else_it_is_whoever_leads_the_existing_dialogue_for_that_side_today(ground: Ground) -> None:
    ground.add()
    tables, status = ground.workspace.tables, {"status": ParticipationStatus.WITHDRAWN}
    change_participations(ground.workspace, [ground.part(ground.leads[0])], status)
    (found,) = ground.found()
    assert "Nobody is known" in catalog(Language.EN).say(found.message)
    holder = add_delegate(ground.workspace, None, side="CA", family="Holder")
    owner = tables.Side.get(tables.Side.code == "CA").id
    led = {"provision": ground.dialogue(), "side": owner, "person": holder, "since": TODAY}
    with ground.workspace.change(message("Leads")) as change:
        change.insert(tables.Holder, [led])
    assert "HOLDER" in catalog(Language.EN).say(ground.found()[0].message)
    assert "Nobody" in catalog(Language.EN).say(ground.found(today=DAY)[0].message)


def test_the_newest_meeting_says_who_takes_part(ground: Ground) -> None:
    ground.add()
    status = {"status": ParticipationStatus.WITHDRAWN}
    change_participations(ground.workspace, [ground.part(ground.leads[0])], status)
    from alternat.actions.delegations import invite

    invite(ground.workspace, ground.next, [ground.leads[0]])
    assert ground.codes() == []


def test_the_next_meeting_shows_all_that_is_open_and_others_their_own(ground: Ground) -> None:
    after = add_meeting(ground.workspace, year=2028, host="CN").inserted("meeting")[0]
    key = ground.add(due=DAY)
    for meeting, codes in (
        (ground.next, ["outcome-overdue"]),
        (ground.held, ["outcome-overdue"]),
        (after, []),
    ):
        assert ground.codes(meeting) == codes
    set_status(ground.workspace, ground.next, MeetingStatus.POSTPONED, "Storm")
    assert (ground.codes(ground.next), ground.codes(after)) == ([], ["outcome-overdue"])
    assert ground.found(after)[0].subject.id == key


def test_the_newest_meeting_comes_first_and_its_outcomes_in_their_order(ground: Ground) -> None:
    old = add_meeting(ground.workspace, year=2025, host="CA").inserted("meeting")[0]
    text = Label("One")
    keys = [ground.add(meeting=key, text=text) for key in (old, ground.held, ground.next, ground.held)]
    order = [each.subject.id for each in ground.found()[::2]]
    assert order == [keys[2], keys[1], keys[3], keys[0]]


class Keeper:
    """Somebody who edits outcomes and what is around them at random."""

    def __init__(self, ground: Ground, seed: int) -> None:
        self.ground, self.workspace, self.chance = ground, ground.workspace, random.Random(seed)

    def act(self) -> None:
        """Do, undo or redo one thing; what is refused is left."""
        edits = (*self.of_outcomes(), *self.around())
        edit = self.chance.choice((*edits, *(self.workspace.undo, self.workspace.redo) * 6))
        try:
            edit()
        except (AlternatError, DoesNotExist):
            return

    def of_outcomes(self) -> tuple[Callable[[], object], ...]:
        workspace, tables, choose = self.workspace, self.workspace.tables, self.chance.choice
        one, other = self.one(tables.Outcome), self.one(tables.Outcome)
        note = self.one(tables.ProgressNote)
        day = choose((DAY, TODAY, date(2026, 6, 20), date(2027, 1, 1)))
        side = choose((0, 1))
        return (
            lambda: self.ground.add(complete=choose((True, False)), kind=choose(list(OutcomeKind))),
            lambda: self.ground.add(complete=False, meeting=choose((self.ground.held, self.ground.next))),
            lambda: change_outcomes(workspace, [one], {"due": choose((day, None))}),
            lambda: change_outcomes(workspace, [one, other], {"text": choose((TEXT, Label("One")))}),
            lambda: change_outcomes(workspace, [one], {"kind": choose(list(OutcomeKind))}),
            lambda: set_outcome_state(
                workspace, [one], choose(list(OutcomeState)), on=day, reason=Label("Because")
            ),
            lambda: set_carriers(workspace, one, choose(([], [self.ground.dialogue(side)]))),
            lambda: carrier_asked(workspace, one, self.ground.dialogue(), day),
            lambda: carrier_heard(workspace, one, self.ground.dialogue(), choose((day, None))),
            lambda: set_outcome_lead(
                workspace, one, ("CA", "CN")[side], choose((self.ground.leads[side], None))
            ),
            lambda: link_outcomes(workspace, one, other, choose(list(LinkKind))),
            lambda: unlink_outcomes(workspace, one, other),
            lambda: remove_outcomes(workspace, [one]),
            lambda: add_progress_note(workspace, {"outcome": one, "day": day, "text": TEXT}),
            lambda: change_progress_note(workspace, note, {"day": day}),
            lambda: remove_progress_notes(workspace, [note]),
        )

    def around(self) -> tuple[Callable[[], object], ...]:
        workspace, tables, choose = self.workspace, self.workspace.tables, self.chance.choice
        part, person = self.one(tables.Participation), self.one(tables.Person)
        return (
            lambda: change_participations(workspace, [part], {"status": choose(list(ParticipationStatus))}),
            lambda: replace_delegate(workspace, part, person),
            lambda: change_people(workspace, [person], {"family": choose(("Roy", "Ma"))}),
            lambda: remove_people(workspace, [person]),
            lambda: add_delegate(workspace, self.ground.held, side=choose(("CA", "CN"))),
            lambda: change_meeting(workspace, self.ground.held, {"starts": choose((HELD, date(2026, 3, 1)))}),
            lambda: set_status(
                workspace, self.ground.next, choose((*sorted(PLANNED), MeetingStatus.POSTPONED)), "Storm"
            ),
            lambda: add_meeting(workspace, year=choose((2024, 2028)), host="CA"),
            lambda: remove_meeting(
                workspace,
                choose([0, *(row.id for row in tables.Meeting.select() if row.year in {2024, 2028})]),
            ),
            lambda: hand_over(workspace, self.ground.leads[0], person, on=DAY, today=DAY),
        )

    def one(self, model: type[Row]) -> int:
        keys = [row.id for row in model.select().order_by(model.id)]
        return self.chance.choice(keys) if keys else 0


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_undone_and_redone_steps_it_finds_what_the_full_check_finds(
    ground: Ground, seed: int
) -> None:
    workspace, keeper = ground.workspace, Keeper(ground, seed)
    for _ in range(4):
        ground.add()
    checks = {
        meeting: MeetingCheck(workspace.tables, meeting, workspace.noting, today=TODAY)
        for meeting in (ground.held, ground.next)
    }
    rows: list[RowChange] = []
    workspace.subscribe(lambda changes: rows.extend(changes.rows))
    told = 0
    for _ in range(40):
        for _ in range(keeper.chance.choice((1, 1, 3))):
            keeper.act()
        for meeting, check in checks.items():
            check.follow(rows)
            assert check.findings() == check_everything(workspace.tables, meeting, today=TODAY)
            told += any(each.subject.kind is SubjectKind.OUTCOME for each in check.findings())
        rows.clear()
    assert told > 30


def test_a_change_of_one_outcome_reads_no_other_and_is_quick(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = ground.workspace
    keys = [ground.add() for _ in range(3)]
    check = MeetingCheck(workspace.tables, ground.next, workspace.noting, today=TODAY)
    asked: list[object] = []
    read = OutcomeCheck._read_facts

    def read_facts(check: OutcomeCheck, ids: set[int]) -> object:
        asked.append(ids)
        return read(check, ids)

    monkeypatch.setattr(OutcomeCheck, "_read_facts", read_facts)
    monkeypatch.setattr(OutcomeCheck, "read_ground", lambda _: asked.append("ground"))
    note = add_progress_note(workspace, {"outcome": keys[1], "day": DAY, "text": TEXT})
    for changes in (
        change_outcomes(workspace, [keys[1]], {"due": DAY}),
        set_outcome_lead(workspace, keys[1], "CA", None),
        carrier_asked(workspace, keys[1], ground.dialogue(), DAY),
        note,
        change_progress_note(workspace, note.inserted("progress_note")[0], {"source": "Note"}),
        workspace.undo(),
    ):
        assert changes is not None
        assert check.concerns(changes.rows)
        assert check.is_quick(changes.rows)
        check.follow(changes.rows)
        assert asked.pop() == {keys[1]}
        assert not asked
