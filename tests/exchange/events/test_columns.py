"""What the columns of a list of sessions mean: recognised by their headings, put right by a person."""

import pytest

from alternat.exchange.events.columns import (
    EventColumns,
    NoSessionHeadings,
    event_likeness,
    guessed_columns,
    recognise_events,
)
from alternat.exchange.events.fields import EventField
from alternat.exchange.people.fields import UnknownImportField
from alternat.exchange.people.mapping import UnclearOverride, UnknownImportColumn
from alternat.exchange.sources.table import Reading, Sheet, Table, column_letters
from alternat.language.label import Language

Field = EventField


def sheet(*rows: str) -> Sheet:
    cells = tuple(tuple(row.split(",")) for row in rows)
    letters = tuple(column_letters(at) for at in range(len(cells[0])))
    return Sheet("1", cells, tuple(range(1, len(cells) + 1)), letters)


def table(*rows: str) -> Table:
    return Table("events.csv", Reading((sheet(*rows),)), 0)


def meanings(columns: EventColumns) -> list[EventField]:
    return list(columns.meanings)


def test_headings_are_known_in_three_languages_and_beside_each_other() -> None:
    found = recognise_events(
        table("Programme,,,", "Jour / 日期,Début,Titre,标题", "2027-06-12,9 h,Ouverture,开幕")
    )
    assert found.header == 1
    assert meanings(found) == [Field.DAY, Field.START, Field.TITLE_FR, Field.TITLE_ZH]
    assert dict(found.titles) == {Language.FR: 2, Language.ZH: 3}


def test_of_two_columns_with_one_meaning_the_first_counts() -> None:
    found = recognise_events(table("Day,Start,Title,Titre,Where,Date"))
    assert meanings(found)[-2:] == [Field.IGNORE, Field.IGNORE]
    assert found.unknown == ("Where", "Date")


@pytest.mark.parametrize("name", ["Remarks", "remarks", "Observations", "D", "d"])
def test_a_person_names_a_column_by_heading_part_or_letters(name: str) -> None:
    found = recognise_events(table("Day,Start,Title,Remarks / Observations"), [f"{name}=title-fr"])
    assert meanings(found) == [Field.DAY, Field.START, Field.TITLE, Field.TITLE_FR]
    assert found.chosen == frozenset({3})
    assert found.unknown == ()


def test_a_choice_takes_the_meaning_from_the_column_that_had_it() -> None:
    found = recognise_events(table("Day,Start,Title,Subtitle"), ["Subtitle=title"])
    assert meanings(found) == [Field.DAY, Field.START, Field.IGNORE, Field.TITLE]


def test_headings_that_nobody_knows_can_be_told() -> None:
    found = recognise_events(
        table("The visit,,", "Tag,Uhrzeit,Thema", "2027-06-12,9:00,Opening"),
        ["Tag=day", "Uhrzeit=start", "Thema=title_en"],
    )
    assert (found.header, meanings(found)) == (1, [Field.DAY, Field.START, Field.TITLE_EN])


def test_what_is_missing_is_said_of_a_list_that_is_only_guessed() -> None:
    found = guessed_columns(table("Day,Room,Who"))
    assert found is not None
    assert found.missing == (Field.START, Field.TITLE)
    assert found.with_field(1, Field.START).with_field(2, Field.TITLE_ZH).missing == ()
    assert guessed_columns(Table("empty.csv", Reading((Sheet("1", (), (), ()),)), 0)) is None


@pytest.mark.parametrize(
    ("override", "error"),
    [
        ("Subtitle", UnclearOverride),
        ("=title", UnclearOverride),
        ("Subtitle=position", UnknownImportField),
        ("Nowhere=title", UnknownImportColumn),
    ],
)
def test_a_choice_that_cannot_be_meant_is_refused(override: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        recognise_events(table("Day,Start,Title,Subtitle"), [override])


@pytest.mark.parametrize("overrides", [[], ["Tag=day"], ["Thema=ignore"]])
def test_a_list_without_start_and_title_is_refused(overrides: list[str]) -> None:
    with pytest.raises(NoSessionHeadings):
        recognise_events(table("Tag,Uhrzeit,Thema"), overrides)


def test_a_list_of_sessions_is_told_from_a_list_of_people() -> None:
    assert event_likeness(sheet("Day,Start,End,Title")) > event_likeness(sheet("Name,Position,Entity,E-mail"))
