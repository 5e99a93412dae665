"""How long it takes to see fifty years ahead, and to rank every stretch of days of a year."""

from datetime import date
from typing import Any

from alternat.planning.dates import find_dates
from alternat.planning.hosting import forecast
from alternat.storage.workspace import Workspace


def test_forecast_of_fifty_years(benchmark: Any, dialogue: Workspace) -> None:
    years = benchmark(forecast, dialogue.tables, 2027, 2076)
    assert len(years) == 50


def test_dates_of_a_year(benchmark: Any, dialogue: Workspace) -> None:
    found = benchmark(
        find_dates, dialogue.tables, days=2, first=date(2027, 1, 1), last=date(2027, 12, 31), travel=1
    )
    assert len(found) == 362
