"""Keeping the collector of cyclic garbage away while many values without cycles are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep the collector away while many values without cycles are made.

    It would go over all of them again and again, and every thread stands still meanwhile, the window's too.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
