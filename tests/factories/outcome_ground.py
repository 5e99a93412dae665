"""A dialogue on whose meetings outcomes are agreed, and what they are tried with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from alternat.actions.outcomes import (
    add_outcome,
)
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.nouns.outcomes import OutcomeKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.outcomes import OutcomePlan, outcomes
from alternat.storage.workspace import Workspace

TEXT = Label("Name contact points.", "Désigner des points de contact.", "指定联络点。")
STARTS, DAY, LATER = date(2027, 6, 12), date(2027, 7, 1), date(2027, 9, 1)


@dataclass(frozen=True)
class Ground:
    """A dialogue with a meeting, a later one, and somebody on each side."""

    workspace: Workspace
    meeting: int
    next: int
    canadian: int
    chinese: int

    def add(self, meeting: int | None = None, **fields: Any) -> int:
        of = self.meeting if meeting is None else meeting
        values = {"meeting": of, "kind": OutcomeKind.AGREED, "text": TEXT, **fields}
        return add_outcome(self.workspace, values).inserted("outcome")[0]

    def plan(self, outcome: int) -> OutcomePlan:
        (plan,) = outcomes(self.workspace.tables, ids=[outcome])
        return plan

    def provisions(self, kind: ProvisionKind) -> list[int]:
        table = self.workspace.tables.Provision
        return [row.id for row in table.select().where(table.kind == kind).order_by(table.number)]

    def refuses(self, error: type[AlternatError], act: Callable[[], object]) -> str:
        """Return what is said by an act that is refused, after which nothing is written."""
        before = outcomes(self.workspace.tables)
        with pytest.raises(error) as refused:
            act()
        assert outcomes(self.workspace.tables) == before
        return str(refused.value)
