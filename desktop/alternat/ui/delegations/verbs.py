"""What the delegation list does to the dialogue: each verb in one step, refused values told in a banner."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from alternat.actions.delegations import (
    arrange_by_terms,
    change_participations,
    invite,
    leave_meeting,
    move_to_place,
    replace_delegate,
    shift,
)
from alternat.actions.people import change_people
from alternat.planning.roster import Delegate
from alternat.storage.changes import Changes
from alternat.ui.delegations.list.dragging import place_at, row_beside
from alternat.ui.desk.desk import Desk


class DelegationVerbs:
    """The verbs of one desk; a verb that is refused answers with nothing, or with False."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change_person(self, person: int, fields: Mapping[str, object]) -> bool:
        """Change fields of one person."""
        workspace = self._desk.workspace
        return self._desk.attempt(lambda: change_people(workspace, [person], fields)) is not None

    def change_part(self, participation: int, fields: Mapping[str, object]) -> bool:
        """Change fields of one participation."""
        return self.change_parts([participation], fields) is not None

    def change_parts(self, participations: Iterable[int], fields: Mapping[str, object]) -> Changes | None:
        """Change fields of several participations."""
        workspace, ids = self._desk.workspace, list(participations)
        return self._desk.attempt(lambda: change_participations(workspace, ids, fields))

    def change_entity(self, people: Iterable[int], entity: int | None) -> Changes | None:
        """Let several people of one side speak for an entity."""
        workspace, ids = self._desk.workspace, list(people)
        return self._desk.attempt(lambda: change_people(workspace, ids, {"entity": entity}))

    def move(self, participations: Sequence[int], place: int) -> bool:
        """Move participations of one side together, the first to this place of precedence."""
        workspace = self._desk.workspace
        return self._desk.attempt(lambda: move_to_place(workspace, participations, place)) is not None

    def step(
        self, everyone: Sequence[Delegate], shown: Sequence[Delegate], chosen: Sequence[Delegate], *, up: bool
    ) -> None:
        """Move the chosen ones one place, each side in its own order; past a neighbour that shows."""
        for _, group in groupby(chosen, key=lambda each: each.side):
            ids = [each.participation for each in group]
            if len(shown) == len(everyone):
                self._shift(ids, -1 if up else 1)
                continue
            row = row_beside(shown, ids, up=up)
            place = place_at(everyone, shown, ids, row) if row is not None else None
            if place is not None:
                self.move(ids, place)

    def _shift(self, participations: Sequence[int], by: int) -> None:
        workspace = self._desk.workspace
        self._desk.attempt(lambda: shift(workspace, participations, by))

    def leave(self, participations: Iterable[int]) -> Changes | None:
        """Take people out of the meeting."""
        workspace, ids = self._desk.workspace, list(participations)
        return self._desk.attempt(lambda: leave_meeting(workspace, ids))

    def invite(self, people: Iterable[int]) -> Changes | None:
        """Add people who are known already to the meeting."""
        workspace, meeting, ids = self._desk.workspace, self._desk.meeting, list(people)
        if meeting is None:
            return None
        return self._desk.attempt(lambda: invite(workspace, meeting, ids))

    def replace(self, participation: int, person: int) -> Changes | None:
        """Let a person take the role and the place of a delegate."""
        workspace = self._desk.workspace
        return self._desk.attempt(lambda: replace_delegate(workspace, participation, person))

    def arrange(self, side: str) -> Changes | None:
        """Put a delegation into the order that the terms of reference suggest."""
        workspace, meeting = self._desk.workspace, self._desk.meeting
        if meeting is None:
            return None
        return self._desk.attempt(lambda: arrange_by_terms(workspace, meeting, side))
