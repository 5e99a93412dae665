"""What has changed between two states of a programme."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.actions.programme import cancel_sessions, move_session, remove_sessions
from alternat.actions.revisions import publish
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.programme import PROGRAMME_REVISION, Interpretation
from alternat.planning.revisions import (
    ChangeKind,
    NamedPerson,
    PersonChanges,
    SessionChange,
    changes_between,
    current_changes,
    differences,
    differences_by_person,
)
from alternat.planning.rows import UnknownRow
from alternat.planning.snapshots import Attendance, SessionState, Snapshot
from alternat.storage.workspace import Workspace
from tests.factories.programmes import SECOND_DAY, fill_programme
from tests.factories.snapshots import FIELDS, ROOMS, as_snapshot, session, snapshots, state

UIDS = ("a", "b", "c", "d")


@given(snapshots(*UIDS))
def test_nothing_has_changed_between_a_programme_and_itself(kept: Snapshot) -> None:
    assert differences(kept, kept) == ()


def test_every_field_that_participants_see_can_be_drawn() -> None:
    seen = {field.name for field in fields(SessionState)} - {"uid", "is_cancelled"}
    assert set(FIELDS) == seen


@given(snapshots(*UIDS), st.data())
def test_every_session_that_is_edited_appears_and_no_other(kept: Snapshot, data: Any) -> None:
    on = [uid for uid, each in kept.sessions.items() if not each.is_cancelled]
    chosen = data.draw(st.lists(st.sampled_from(on), unique=True)) if on else []
    edited = dict(kept.sessions)
    for uid in chosen:
        name = data.draw(st.sampled_from(sorted(FIELDS)))
        edited[uid] = replace(edited[uid], **{name: data.draw(FIELDS[name])})
    new = as_snapshot(edited.values())
    really = {uid for uid in chosen if edited[uid] != kept.sessions[uid]}
    assert {change.session for change in differences(kept, new)} == really


@given(snapshots(*UIDS), snapshots(*UIDS))
def test_applying_the_changes_to_the_old_programme_gives_what_is_on_in_the_new_one(
    old: Snapshot, new: Snapshot
) -> None:
    sessions = _on(old)
    for change in differences(old, new):
        sessions.pop(change.session, None)
        if change.after is not None and not change.after.is_cancelled:
            sessions[change.session] = change.after
    assert sessions == _on(new)


@given(snapshots(*UIDS), snapshots(*UIDS))
def test_applying_a_person_s_changes_to_the_old_day_gives_the_new_one(old: Snapshot, new: Snapshot) -> None:
    by_person = {each.person: each.changes for each in differences_by_person(differences(old, new))}
    for person in range(1, 9):
        sessions = _own(old, person)
        for change in by_person.get(person, ()):
            sessions.pop(change.session, None)
            if change.after is not None and not change.after.is_cancelled:
                sessions[change.session] = change.after
        assert sessions == _own(new, person)


@given(snapshots(*UIDS), snapshots(*UIDS))
def test_there_and_back_the_same_sessions_and_people_are_concerned(old: Snapshot, new: Snapshot) -> None:
    there, back = differences(old, new), differences(new, old)
    assert {change.session for change in there} == {change.session for change in back}
    assert {each.person for each in differences_by_person(there)} == {
        each.person for each in differences_by_person(back)
    }


def _on(kept: Snapshot) -> dict[str, SessionState]:
    return {uid: each for uid, each in kept.sessions.items() if not each.is_cancelled}


def _own(kept: Snapshot, person: int) -> dict[str, SessionState]:
    parts = {uid: each.by_person() for uid, each in _on(kept).items()}
    return {uid: own[person] for uid, own in parts.items() if person in own}


@pytest.mark.parametrize(
    ("kind", "values", "affected"),
    [
        (ChangeKind.MOVED, {"start": time(10)}, (1, 2, 3)),
        (ChangeKind.MOVED, {"day": date(2027, 6, 13)}, (1, 2, 3)),
        (ChangeKind.MOVED, {"minutes": 60}, (1, 2, 3)),
        (ChangeKind.ROOM, {"room": ROOMS[1]}, (1, 2, 3)),
        (ChangeKind.ROOM, {"room": None}, (1, 2, 3)),
        (ChangeKind.TITLE, {"title": Label.same("Closing")}, (1, 2, 3)),
        (ChangeKind.PEOPLE, {"people": (Attendance(1), Attendance(2), Attendance(4))}, (3, 4)),
        (
            ChangeKind.PEOPLE,
            {"people": (Attendance(1), Attendance(2, time(9, 30)), Attendance(3))},
            (2,),
        ),
        (ChangeKind.PEOPLE, {"chairs": (("CA", 2),)}, (1, 2)),
        (ChangeKind.INTERPRETATION, {"interpretation": Interpretation.CONSECUTIVE}, (1, 2, 3)),
        (ChangeKind.AGENDA, {"agenda": ()}, (1, 2, 3)),
    ],
)
def test_a_change_tells_its_kind_both_states_and_whom_it_concerns(
    kind: ChangeKind, values: dict[str, Any], affected: tuple[int, ...]
) -> None:
    before, after = session(), session(**values)
    assert differences(state(before), state(after)) == (SessionChange("s1", kind, before, after, affected),)


def test_sessions_are_added_dropped_cancelled_and_reinstated() -> None:
    on, off = session(), session(is_cancelled=True)
    everybody = (1, 2, 3)
    assert differences(state(), state(on)) == (SessionChange("s1", ChangeKind.ADDED, None, on, everybody),)
    assert differences(state(on), state()) == (SessionChange("s1", ChangeKind.DROPPED, on, None, everybody),)
    assert differences(state(on), state(off)) == (
        SessionChange("s1", ChangeKind.CANCELLED, on, off, everybody),
    )
    assert differences(state(off), state(on)) == (
        SessionChange("s1", ChangeKind.REINSTATED, off, on, everybody),
    )


def test_what_came_and_was_cancelled_in_between_concerns_nobody() -> None:
    off = session(is_cancelled=True)
    assert differences(state(), state(off)) == ()
    assert differences(state(off), state()) == ()
    assert differences(state(off), state(replace(off, start=time(11)))) == ()


def test_a_move_to_another_room_is_two_changes_in_order() -> None:
    changes = differences(state(session()), state(session(start=time(8), room=ROOMS[1])))
    assert [change.kind for change in changes] == [ChangeKind.MOVED, ChangeKind.ROOM]


def test_changes_come_in_the_order_of_time() -> None:
    late, early = session("a", start=time(15)), session("b", start=time(8))
    assert [change.session for change in differences(state(), state(late, early))] == ["b", "a"]


def test_who_joins_sees_a_session_added_and_who_leaves_sees_it_dropped() -> None:
    before, after = session(), session(people=(Attendance(1), Attendance(2), Attendance(4)), room=ROOMS[1])
    mine, ours = before.by_person(), after.by_person()
    changes = differences(state(before), state(after))
    assert [(change.joined, change.left) for change in changes] == [((4,), (3,))] * 2
    assert differences_by_person(changes) == (
        PersonChanges(1, (SessionChange("s1", ChangeKind.ROOM, mine[1], ours[1], (1,)),)),
        PersonChanges(2, (SessionChange("s1", ChangeKind.ROOM, mine[2], ours[2], (2,)),)),
        PersonChanges(3, (SessionChange("s1", ChangeKind.DROPPED, mine[3], None, (3,)),)),
        PersonChanges(4, (SessionChange("s1", ChangeKind.ADDED, None, ours[4], (4,)),)),
    )


def test_changes_since_the_last_revision_are_told_with_the_names_of_all_concerned(
    dialogue: Workspace,
) -> None:
    filled = fill_programme(dialogue)
    publish(dialogue, filled.meeting, "Protocol desk", now=datetime(2027, 6, 1, 14, tzinfo=UTC))
    assert not current_changes(dialogue.tables, filled.meeting)
    move_session(dialogue, filled.sessions["bilateral"], start=time(11, 15))
    remove_sessions(dialogue, [filled.sessions["press"]])
    cancel_sessions(dialogue, [filled.sessions["signing"]])
    found = current_changes(dialogue.tables, filled.meeting)
    assert found.since is not None
    assert (found.since.number, found.since.published, found.until) == (
        1,
        datetime(2027, 6, 1, 14, tzinfo=UTC),
        None,
    )
    assert [(change.kind, change.state.day) for change in found.sessions] == [
        (ChangeKind.MOVED, date(2027, 6, 12)),
        (ChangeKind.CANCELLED, SECOND_DAY),
        (ChangeKind.DROPPED, SECOND_DAY),
    ]
    counts = {each.person: len(each.changes) for each in found.people}
    assert counts[filled.canadians[0]] == 2
    assert counts[filled.canadians[3]] == 2
    assert counts[filled.canadians[5]] == 1
    assert found.names[filled.canadians[0]] == NamedPerson(
        filled.canadians[0], "CA", Label("Noé 0 ARNAULT", "Noé 0 ARNAULT", "安文")
    )


def test_before_anything_is_published_everything_is_new(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    found = current_changes(dialogue.tables, filled.meeting)
    assert found.since is None
    assert {change.kind for change in found.sessions} == {ChangeKind.ADDED}
    assert len(found.sessions) == len(filled.sessions)


def test_any_two_revisions_can_be_compared_and_an_unknown_one_is_refused(dialogue: Workspace) -> None:
    filled = fill_programme(dialogue)
    for start in (time(11, 15), time(11, 30), time(11, 45)):
        move_session(dialogue, filled.sessions["bilateral"], start=start)
        publish(dialogue, filled.meeting, "Protocol desk")
    found = changes_between(dialogue.tables, filled.meeting, 1, 2)
    (change,) = found.sessions
    assert change.before is not None
    assert change.after is not None
    assert (change.before.start, change.after.start) == (time(11, 15), time(11, 30))
    assert not changes_between(dialogue.tables, filled.meeting, 3)
    with pytest.raises(UnknownRow) as error:
        changes_between(dialogue.tables, filled.meeting, 4)
    assert error.value.noun is PROGRAMME_REVISION
    assert catalog(Language.EN).say_error(error.value) == (
        "The programme of this meeting has no revision 4. The revisions are: 1, 2 and 3."
    )
