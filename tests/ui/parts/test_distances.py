"""Distances from the meeting read and write as people do."""

import pytest

from alternat.language.catalogs import catalog
from alternat.language.label import Language
from alternat.ui.parts.distances import distance, read_distance, written


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("26", 182),
        ("10 d", 10),
        ("10 j", 10),
        ("10天", 10),
        ("2 weeks", 14),
        ("3周", 21),
        ("-2", -14),
        ("\u22125 d", -5),
        ("0", 0),
        ("soon", None),
        ("2 months", None),
        ("", None),
    ],
)
def test_a_distance_is_read_in_weeks_unless_it_says_days(text: str, days: int | None) -> None:
    assert read_distance(text) == days


@pytest.mark.parametrize("days", [182, 10, 0, -14, -3])
def test_what_is_written_reads_back(days: int) -> None:
    assert read_distance(written(days)) == days


def test_a_distance_says_weeks_where_they_come_out_even() -> None:
    said = [catalog(Language.EN).say(distance(days)) for days in (182, 7, 10, 0, -14, -1)]

    assert said == [
        "26 weeks before",
        "1 week before",
        "10 days before",
        "First day",
        "2 weeks after",
        "1 day after",
    ]
