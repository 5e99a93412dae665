"""The ground that tests of several verbs about outcomes stand on."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from alternat.actions.dialogues import create_dialogue
from alternat.actions.meetings import add_meeting
from alternat.storage.workspace import create_workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.outcome_ground import Ground
from tests.factories.people import add_delegate


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def ground(request: pytest.FixtureRequest, tmp_path: Any) -> Iterator[Ground]:
    is_file = request.param == "sqlite"
    address = str(tmp_path / "d.alternat") if is_file else request.getfixturevalue("postgresql_address")
    with create_workspace(address, actor="Test") as opened:
        create_dialogue(opened, "canada-china")
        meeting = add_ottawa_2027(opened)
        later = add_meeting(opened, year=2028, host="CN", starts=date(2028, 5, 1)).inserted("meeting")[0]
        people = (add_delegate(opened, meeting, side=side, family=side) for side in ("CA", "CN"))
        yield Ground(opened, meeting, later, *people)
        assert opened.verify() == ()
