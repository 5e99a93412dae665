"""Numbers of rows written as ranges, alike in every language."""

from collections.abc import Iterable, Iterator


def row_ranges(rows: Iterable[int]) -> str:
    """Return row numbers in order, those that follow each other as a range.

    >>> row_ranges([2, 3, 4, 9])
    '2–4, 9'
    """
    return ", ".join(f"{first}–{last}" if last > first else f"{first}" for first, last in _runs(rows))


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    ordered = sorted(set(rows))
    start = 0
    for at in range(1, len(ordered) + 1):
        if at == len(ordered) or ordered[at] != ordered[at - 1] + 1:
            yield ordered[start], ordered[at - 1]
            start = at
