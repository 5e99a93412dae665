"""Which backups may go: each hour, day and week keeps its latest, whatever the clock says.

Ages are measured among the backups themselves, never by the clock of this moment: a computer that believes
to be in another year must not remove what it takes for old.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

KEPT_ALL = dt.timedelta(hours=1)
KEPT_HOURLY = dt.timedelta(days=1)
KEPT_DAILY = dt.timedelta(days=31)
KEPT_WEEKLY = dt.timedelta(days=366)
_PAUSE = dt.timedelta(days=35)
"""Backups further apart than this belong to two runs: the work paused, or the clock was changed."""
_CREDIBLE = dt.timedelta(days=31)
"""A run that lasts so long, and that the clock is in, tells how old an earlier run is."""


def superfluous(moments: Sequence[dt.datetime], now: dt.datetime) -> set[int]:
    """Return the indexes of the moments, the latest first, whose backups may go.

    Those of the last hour of a run all stay, and so does the latest of each run. A run of long ago goes only
    if a long one of the present has followed it.
    """
    going: set[int] = set()
    present: list[int] = []
    for run in _runs(moments):
        newest = moments[run[0]]
        if not present and abs(now - newest) <= _PAUSE and newest - moments[run[-1]] >= _CREDIBLE:
            present = run
        elif present and moments[present[0]] - newest > KEPT_WEEKLY:
            going |= set(run)
            continue
        going |= _thinned(moments, run)
    return going


def _runs(moments: Sequence[dt.datetime]) -> Iterator[list[int]]:
    run: list[int] = []
    for index, moment in enumerate(moments):
        if run and moments[run[-1]] - moment > _PAUSE:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _thinned(moments: Sequence[dt.datetime], run: Sequence[int]) -> set[int]:
    kept: set[tuple[str, str]] = set()
    going = set()
    for index in run:
        slot = _slot(moments[index], moments[run[0]] - moments[index])
        if slot is None or slot in kept:
            going.add(index)
        else:
            kept.add(slot)
    return going


def _slot(at: dt.datetime, age: dt.timedelta) -> tuple[str, str] | None:
    """Return what only one backup is kept for; None past the last age."""
    steps: tuple[tuple[dt.timedelta, Callable[[], str]], ...] = (
        (KEPT_ALL, at.isoformat),
        (KEPT_HOURLY, lambda: f"{at:%Y%m%dT%H}"),
        (KEPT_DAILY, lambda: f"{at:%Y%m%d}"),
        (KEPT_WEEKLY, lambda: f"{at:%G-W%V}"),
    )
    for oldest, name in steps:
        if age <= oldest:
            return (str(oldest), name())
    return None
