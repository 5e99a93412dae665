"""Adding and changing venues, rooms and the ways between them."""

from datetime import time
from types import SimpleNamespace
from typing import Any

import pytest

from alternat.actions.fields import InvalidValue
from alternat.actions.venues import (
    ClosesBeforeOpening,
    RoomTwice,
    SameVenue,
    VenueTwice,
    add_room,
    add_venue,
    change_venue,
    remove_room,
    room_id,
    set_way,
    venue_id,
)
from alternat.errors import AlternatError
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.all import NOUNS
from alternat.planning.programme import read_programme
from alternat.planning.rows import SeveralRows, UnknownRow, found_among
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.programmes import add_rooms, at


def test_rooms_and_venues_are_found_by_what_people_call_them(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    rooms = add_rooms(dialogue, meeting)
    assert room_id(dialogue.tables, meeting, " a2 ") == rooms["A2"]
    assert venue_id(dialogue.tables, meeting, "中国大使馆") == venue_id(
        dialogue.tables, meeting, "embassy of china"
    )


def test_an_unknown_room_or_venue_lists_those_there_are(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_rooms(dialogue, meeting)
    with pytest.raises(UnknownRow, match=r"room “Z9”.*A1, A2, A3, B1"):
        room_id(dialogue.tables, meeting, "Z9")
    with pytest.raises(UnknownRow, match=r"venue “Palace”.*Embassy"):
        venue_id(dialogue.tables, meeting, "Palace")


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"code": ""}, InvalidValue),
        ({"code": "a1"}, RoomTwice),
        ({"capacity": -1}, InvalidValue),
        ({"opens": time(9), "closes": time(9)}, ClosesBeforeOpening),
    ],
)
def test_bad_rooms_are_refused(
    dialogue: Workspace, fields: dict[str, Any], error: type[AlternatError]
) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_rooms(dialogue, meeting)
    with pytest.raises(error):
        add_room(dialogue, venue_id(dialogue.tables, meeting, "Conference Centre"), {"code": "A9", **fields})
    assert dialogue.tables.Room.select().count() == 4


def test_a_venue_needs_a_name(dialogue: Workspace) -> None:
    with pytest.raises(InvalidValue):
        add_venue(dialogue, add_ottawa_2027(dialogue), {"name": Label()})


def test_a_way_is_the_same_in_both_directions_and_can_be_forgotten(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_rooms(dialogue, meeting)
    one, other = (
        venue_id(dialogue.tables, meeting, name) for name in ("Conference Centre", "Embassy of China")
    )
    set_way(dialogue, other, one, 35)
    assert dict(read_programme(dialogue.tables, meeting).ways) == {(one, other): 35, (other, one): 35}
    set_way(dialogue, one, other, None)
    assert dict(read_programme(dialogue.tables, meeting).ways) == {}
    with pytest.raises(SameVenue):
        set_way(dialogue, one, one, 5)
    with pytest.raises(InvalidValue):
        set_way(dialogue, one, other, -5)


def test_a_removed_room_leaves_its_sessions_without_one(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    rooms = add_rooms(dialogue, meeting)
    session = at(dialogue, meeting, "09:00", room=rooms["A1"])
    remove_room(dialogue, rooms["A1"])
    row = dialogue.tables.Session.get_by_id(session)
    assert (row.room_id, row.sequence) == (None, 1)
    dialogue.undo()
    assert dialogue.tables.Session.get_by_id(session).room_id == rooms["A1"]


def test_a_name_is_found_in_the_language_of_whoever_asks_before_others(dialogue: Workspace) -> None:
    meeting, tables = add_ottawa_2027(dialogue), dialogue.tables
    (first,) = add_venue(dialogue, meeting, {"name": Label(en="A", fr="B")}).inserted("venue")
    (second,) = add_venue(dialogue, meeting, {"name": Label(en="B", zh="C")}).inserted("venue")
    assert venue_id(tables, meeting, "B", Language.EN) == second
    assert venue_id(tables, meeting, "b", Language.FR) == first
    with pytest.raises(SeveralRows, match=r"“B” fits more than one: A / B; B / C\."):
        venue_id(tables, meeting, "B", Language.ZH)
    with pytest.raises(SeveralRows):
        venue_id(tables, meeting, "B")
    assert venue_id(tables, meeting, "C", Language.EN) == second
    (third,) = add_venue(dialogue, meeting, {"name": Label(zh="b")}).inserted("venue")
    assert venue_id(tables, meeting, "b", Language.EN) == third, "as it is written goes first"


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_word_names_nothing_that_lacks_a_name_in_a_language(dialogue: Workspace, empty: str) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_venue(dialogue, meeting, {"name": Label(en="Only")})
    with pytest.raises(UnknownRow):
        venue_id(dialogue.tables, meeting, empty)
    nameless = SimpleNamespace(
        id=1, **{name: Label("A") for noun in NOUNS.values() for name in noun.found_by}
    )
    for noun in NOUNS.values():
        if noun.found_by:
            with pytest.raises(UnknownRow):
                found_among(noun, [nameless], empty)


def test_no_two_venues_of_a_meeting_share_a_name_in_a_language(dialogue: Workspace) -> None:
    meeting, tables = add_ottawa_2027(dialogue), dialogue.tables
    (house,) = add_venue(dialogue, meeting, {"name": Label(en="Sussex House")}).inserted("venue")
    (hall,) = add_venue(dialogue, meeting, {"name": Label(en="Hall", fr="Sussex House")}).inserted("venue")
    with pytest.raises(VenueTwice, match="Sussex house"):
        add_venue(dialogue, meeting, {"name": Label(en="Sussex house", fr="Autre")})
    with pytest.raises(VenueTwice):
        change_venue(dialogue, hall, {"name": Label(en="Sussex House")})
    change_venue(dialogue, house, {"name": Label(en="Sussex House", zh="宅")})
    with dialogue.change(message("As an older version wrote it")) as change:
        change.update(tables.Venue, {hall: {"name": Label(en="Sussex House")}})
    with pytest.raises(SeveralRows):
        venue_id(tables, meeting, "Sussex House", Language.EN)
    change_venue(dialogue, hall, {"address": "1 Main St"})
