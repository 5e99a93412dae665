"""Pages of a composition come one by one, as they stand in the whole document."""

from datetime import date
from typing import Any

import pytest

from alternat.documents.kinds.badges.document import BADGES
from alternat.documents.kinds.delegation_list.document import DELEGATION_LIST
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.raster import Area, Pages
from alternat.documents.printing import produce
from alternat.documents.proofs import KEPT, ComposedPages, SharedPress
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegation

DAY = date(2027, 6, 2)


@pytest.fixture
def meeting(dialogue: Workspace) -> int:
    meeting = add_ottawa_2027(dialogue)
    for side in ("CA", "CN"):
        add_delegation(dialogue, meeting, side, 15)
    return meeting


def composed(
    workspace: Workspace, meeting: int, kind: DocumentKind[Any, Any] = BADGES
) -> tuple[ComposedPages, bytes]:
    """Return the pages of a document, and the same document as it is produced at once."""
    options = kind.suggest(workspace.tables, meeting, DAY)
    press = SharedPress()
    values = kind.gather(workspace.tables, meeting, options)
    pages = ComposedPages(press, press.compose(kind, values, options))
    return pages, produce(kind, workspace.tables, meeting, options).pdf


@pytest.mark.parametrize("kind", [BADGES, DELEGATION_LIST])
def test_each_page_looks_and_reads_as_in_the_whole_document(
    dialogue: Workspace, meeting: int, kind: DocumentKind[Any, Any]
) -> None:
    pages, pdf = composed(dialogue, meeting, kind)
    with Pages(pdf) as whole:
        assert len(pages) == len(whole)
        for page in range(len(pages)):
            assert pages.pixel_size(page, 2.0) == whole.pixel_size(page, 2.0)
            assert pages.bitmap(page, 2.0) == whole.bitmap(page, 2.0)
            assert pages.text(page) == whole.text(page)


def test_the_whole_document_is_the_one_that_is_produced(dialogue: Workspace, meeting: int) -> None:
    pages, pdf = composed(dialogue, meeting)
    assert pages.pdf() == pdf


def test_a_badge_can_be_read_alone(dialogue: Workspace, meeting: int) -> None:
    pages, _pdf = composed(dialogue, meeting)
    second = pages.composition.placements[1]
    text = pages.text(0, Area(second.left, second.top, second.width, second.height))
    assert "BÉLAIR" in text
    assert "ARNAULT" not in text


def test_only_the_pages_seen_last_stay_open(dialogue: Workspace, meeting: int) -> None:
    add_delegation(dialogue, meeting, "CA", 8 * KEPT)
    pages, _pdf = composed(dialogue, meeting)
    for page in range(len(pages)):
        pages.text(page)
    assert len(pages) > KEPT
    assert len(pages._open) == KEPT
    assert pages.text(0).count("ARNAULT") == 1
