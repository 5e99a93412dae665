"""How wide the columns are until somebody sets them by hand: short words in full, the rest shared out."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from alternat.language.catalogs import Catalog
from alternat.planning.roster import Delegate
from alternat.ui.delegations.list.columns import Column

NARROWEST = 0.6
"""How far a shared column may shrink below its width before the list scrolls sideways."""
NARROW, WIDE = 50, 116
"""The limits of a column that is as wide as its words, in pixels at 100 %."""

Measure = Callable[[str], int]
"""Returns the width of a text in pixels."""


def widths_of_words(
    columns: Iterable[Column],
    delegates: Sequence[Delegate],
    catalog: Catalog,
    measure: Measure,
    px: Callable[[float], int],
) -> Mapping[str, int]:
    """Return the width that each column with short words needs, in pixels, by the column's id."""
    return {
        column.id: max(
            px(NARROW), min(px(WIDE), _widest(column, delegates, catalog, measure) + px(column.room))
        )
        for column in columns
        if column.room
    }


def _widest(column: Column, delegates: Sequence[Delegate], catalog: Catalog, measure: Measure) -> int:
    words = {column.text(delegate, catalog) for delegate in delegates}
    return max((measure(word) for word in words), default=0)


def shared_out(
    columns: Sequence[Column], words: Mapping[str, int], available: int, px: Callable[[float], int]
) -> Sequence[int]:
    """Return the width of each column so that together they fill what is available, in pixels."""
    base = [words.get(column.id, px(column.width)) for column in columns]
    shares = max(1, sum(column.stretch for column in columns))
    left_over = available - sum(base)
    wanted = [
        width + left_over * column.stretch // shares for column, width in zip(columns, base, strict=True)
    ]
    return [max(width, round(least * NARROWEST)) for width, least in zip(wanted, base, strict=True)]
