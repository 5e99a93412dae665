"""A filled programme, and the moment at which tests export it."""

from datetime import UTC, datetime

import pytest

from alternat.storage.workspace import Workspace
from tests.factories.programmes import FilledProgramme, fill_programme


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    """The two days in Ottawa, in the dialogue."""
    return fill_programme(dialogue)


@pytest.fixture
def now() -> datetime:
    """A moment in spring 2027."""
    return datetime(2027, 4, 1, 12, 30, tzinfo=UTC)
