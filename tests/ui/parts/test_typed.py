"""Values of described fields are said, typed and read back by their kinds alone."""

from datetime import date, time

import pytest

from alternat.actions.fields import InvalidValue, OutOfRange
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.calendars import AVOID_DATES
from alternat.nouns.countdown import TASK
from alternat.nouns.noun import Field, Noun
from alternat.nouns.venues import ROOM, VENUE, RoomLayout
from alternat.ui.parts.typed import read_typed, said, typed

TYPED = [
    (VENUE, "address", "1 Example Street", "1 Example Street"),
    (ROOM, "capacity", "60", 60),
    (ROOM, "capacity", "", None),
    (ROOM, "opens", "08:30", time(8, 30)),
    (ROOM, "opens", "", None),
    (TASK, "days_before", "10 d", 10),
    (AVOID_DATES, "starts", "2027-06-12", date(2027, 6, 12)),
]


@pytest.mark.parametrize(("noun", "name", "text", "value"), TYPED)
def test_a_value_is_read_as_it_was_typed(noun: Noun, name: str, text: str, value: object) -> None:
    field = noun.field(name)

    assert read_typed(field, text) == value
    assert typed(field, value) == text


@pytest.mark.parametrize("text", ["-1", "\u22121", "100001", "9" * 30, "sixty", "60.5", "\u0666\u0660"])
def test_what_is_no_number_in_its_range_is_told_the_range(text: str) -> None:
    with pytest.raises(OutOfRange) as refused:
        read_typed(ROOM.field("capacity"), text)

    assert (refused.value.arguments["least"], refused.value.arguments["most"]) == (0, 100_000)


def test_a_number_that_is_needed_is_not_left_out() -> None:
    with pytest.raises(OutOfRange):
        read_typed(ROOM.field("booths"), "")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (ROOM.field("opens"), "25:00"),
        (TASK.field("days_before"), "soon"),
        (AVOID_DATES.field("starts"), ""),
    ],
)
def test_what_cannot_be_read_names_the_field(field: Field, text: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_typed(field, text)

    assert refused.value.arguments["field"] == field.title


@pytest.mark.parametrize(
    ("noun", "name", "value", "text"),
    [
        (ROOM, "name", Label("Library", "Bibliothèque", "图书馆"), "Bibliothèque"),
        (ROOM, "layout", RoomLayout.ROUND_TABLES, "Tables rondes"),
        (ROOM, "opens", time(8, 30), "08:30"),
        (ROOM, "opens", None, "–"),
        (TASK, "days_before", 14, "2 semaines avant"),
        (TASK, "is_follow_up", True, "Oui"),
        (AVOID_DATES, "starts", date(2027, 6, 12), "2027-06-12"),
    ],
)
def test_a_list_says_a_value_in_the_language_of_the_screen(
    noun: Noun, name: str, value: object, text: str
) -> None:
    assert said(noun.field(name), value, catalog(Language.FR)) == text
