"""The collector of garbage stays away for a while and comes back, whatever happened meanwhile."""

import gc
from collections.abc import Callable
from typing import cast

import pytest

from alternat.collecting import without_collecting
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition
from alternat.documents.printing import Press


def test_the_collector_is_away_and_comes_back() -> None:
    def fail() -> None:
        with without_collecting():
            assert not gc.isenabled()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert gc.isenabled()


def test_it_stays_away_where_it_was_away_before() -> None:
    with without_collecting():
        with without_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_nothing_is_collected_while_a_document_is_laid_out() -> None:
    """It went over all that was set again and again: a third of the time of a long report."""
    seen = []

    def compose(*_: object) -> Composition:
        seen.append(gc.isenabled())
        raise KeyboardInterrupt

    class Kind:
        def __init__(self, compose: Callable[..., Composition]) -> None:
            self.compose = compose

    kind = cast("DocumentKind[None, None]", Kind(compose))
    with pytest.raises(KeyboardInterrupt):
        Press().compose(kind, None, None)
    assert (seen, gc.isenabled()) == ([False], True)
