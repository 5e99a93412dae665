import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pypdf
import pytest

import alternat
from alternat.documents.contents.meeting import MeetingGone
from alternat.documents.kinds.badges.document import BADGES, BadgeOptions
from alternat.documents.kinds.delegation_list.document import DELEGATION_LIST, DelegationListOptions
from alternat.documents.kinds.registry import KINDS, UnknownDocumentKind, kind
from alternat.documents.printing import Press, print_values, produce
from alternat.storage.workspace import Workspace
from tests.documents.delegations import add_both


def test_values_once_gathered_print_in_any_thread_without_the_workspace(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions, badge_options: BadgeOptions
) -> None:
    add_both(dialogue, meeting)
    documents: tuple[tuple[Any, Any], ...] = ((DELEGATION_LIST, list_options), (BADGES, badge_options))
    jobs: list[tuple[Any, Any, Any]] = [
        (each, each.gather(dialogue.tables, meeting, options), options) for each, options in documents
    ] * 4
    dialogue.close()
    with ThreadPoolExecutor(4) as threads:
        printed = list(threads.map(lambda job: print_values(*job), jobs))
    assert len({document.pdf for document in printed}) == 2


def test_printing_twice_gives_the_same_bytes(
    dialogue: Workspace, meeting: int, list_options: DelegationListOptions
) -> None:
    add_both(dialogue, meeting)
    first, second = (produce(DELEGATION_LIST, dialogue.tables, meeting, list_options) for _ in range(2))
    assert first == second


def test_a_preview_writes_only_the_pages_it_shows(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_both(dialogue, meeting)
    press = Press()
    values = BADGES.gather(dialogue.tables, meeting, badge_options)
    composition = press.compose(BADGES, values, badge_options)
    part = pypdf.PdfReader(io.BytesIO(press.write(composition, (1,))))
    whole = pypdf.PdfReader(io.BytesIO(press.write(composition)))
    assert [page.extract_text() for page in part.pages] == [whole.pages[1].extract_text()]


def test_the_meeting_must_still_be_there(dialogue: Workspace, badge_options: BadgeOptions) -> None:
    with pytest.raises(MeetingGone):
        produce(BADGES, dialogue.tables, 999, badge_options)


def test_a_kind_is_found_by_its_name() -> None:
    assert [kind(each.id) for each in KINDS] == list(KINDS)
    with pytest.raises(UnknownDocumentKind) as caught:
        kind("place-cards")
    assert "delegation-list" in str(caught.value)


def test_the_kinds_are_known_without_loading_what_draws_them() -> None:
    code = (
        "import sys, alternat.documents.kinds.registry, alternat.documents.printing;"
        "print([name for name in ('reportlab', 'zxingcpp', 'PIL', 'pypdfium2') if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(alternat.__file__).parents[1])}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert run.stdout.strip() == "[]"


def test_printing_never_loads_the_flowing_layout_of_reportlab(
    dialogue: Workspace, meeting: int, badge_options: BadgeOptions
) -> None:
    add_both(dialogue, meeting)
    produce(BADGES, dialogue.tables, meeting, badge_options)
    assert "reportlab.platypus" not in sys.modules
