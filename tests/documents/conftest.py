"""A meeting with two delegations of invented people, as documents print it."""

from datetime import date

import pytest

from alternat.actions.meetings import change_meeting
from alternat.documents.kinds.badges.document import BadgeOptions
from alternat.documents.kinds.delegation_list.document import DelegationListOptions
from alternat.documents.press.typesetting import Typesetter
from alternat.language.label import Label, Language
from alternat.nouns.paper import Paper
from alternat.storage.workspace import Workspace
from tests.documents.delegations import add_meeting_of_2027
from tests.factories.programmes import FilledProgramme, fill_programme


@pytest.fixture
def meeting(dialogue: Workspace) -> int:
    """The third meeting, in Ottawa, in a dialogue from the template; nobody takes part yet."""
    return add_meeting_of_2027(dialogue)


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    """A typesetter with the shipped fonts."""
    return Typesetter()


@pytest.fixture
def badge_options() -> BadgeOptions:
    """Badges in three languages on L4785, Canada's copy."""
    return BadgeOptions(tuple(Language), "CA", "L4785")


@pytest.fixture
def list_options() -> DelegationListOptions:
    """The third revision of the list of both delegations in three languages on A4, Canada's copy."""
    return DelegationListOptions(tuple(Language), "CA", Paper.A4, 3, date(2027, 6, 2))


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    """The third meeting in Ottawa with two delegations and a programme of two days."""
    found = fill_programme(dialogue)
    change_meeting(dialogue, found.meeting, {"number": 3, "city": Label("Ottawa", "Ottawa", "渥太华")})
    return found
