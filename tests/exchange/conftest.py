"""A dialogue with a programme into which lists are read."""

import pytest

from alternat.storage.workspace import Workspace
from tests.factories.programmes import FilledProgramme, fill_programme


@pytest.fixture
def filled(dialogue: Workspace) -> FilledProgramme:
    return fill_programme(dialogue)
