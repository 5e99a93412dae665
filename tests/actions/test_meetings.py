"""Adding and changing meetings."""

from datetime import date

import pytest

from alternat.actions.fields import InvalidValue, UnknownField
from alternat.actions.meetings import (
    EndsBeforeStart,
    OutsideYear,
    ReferenceTaken,
    add_meeting,
    change_meeting,
    meeting_id,
    raise_revision,
    remove_meeting,
)
from alternat.errors import AlternatError
from alternat.nouns.meetings import MEETING
from alternat.planning.rows import SeveralRows, UnknownRow
from alternat.storage.workspace import Workspace
from tests.factories.meetings import add_ottawa_2027
from tests.factories.people import add_delegate


def test_a_meeting_takes_city_and_zone_from_the_host(dialogue: Workspace) -> None:
    meeting = add_meeting(dialogue, year=2027, host="cn").inserted("meeting")[0]
    row = dialogue.tables.Meeting.get_by_id(meeting)
    assert (row.reference, row.city.zh, row.time_zone, row.starts) == ("2027", "北京", "Asia/Shanghai", None)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"host": "FR"}, UnknownRow),
        ({"reference": "2017"}, ReferenceTaken),
        ({"starts": date(2027, 6, 2), "ends": date(2027, 6, 1)}, EndsBeforeStart),
        ({"ends": date(2027, 6, 1)}, EndsBeforeStart),
        ({"starts": date(2028, 1, 1)}, OutsideYear),
        ({"year": 20277}, InvalidValue),
    ],
)
def test_bad_meetings_are_refused(
    dialogue: Workspace, arguments: dict[str, object], error: type[AlternatError]
) -> None:
    values: dict[str, object] = {"year": 2027, "host": "CA", **arguments}
    with pytest.raises(error):
        add_meeting(dialogue, **values)  # type: ignore[arg-type]
    assert dialogue.tables.Meeting.select().count() == 2


@pytest.mark.parametrize("name", ["last_serial", "last_revision", "list_revision", "last_list_revision"])
def test_what_was_counted_is_not_for_people_to_set(dialogue: Workspace, name: str) -> None:
    meeting = add_ottawa_2027(dialogue)
    with pytest.raises(UnknownField):
        change_meeting(dialogue, meeting, {name: 0})


def test_an_unknown_reference_lists_those_there_are(dialogue: Workspace) -> None:
    with pytest.raises(UnknownRow, match="2016, 2017") as error:
        meeting_id(dialogue.tables, "2027")
    assert error.value.noun is MEETING


def test_references_that_differ_only_in_case_are_told_apart(dialogue: Workspace) -> None:
    first, second = (
        add_meeting(dialogue, year=2027, host="CA", reference=name).inserted("meeting")[0]
        for name in ("extra", "EXTRA")
    )
    assert [meeting_id(dialogue.tables, name) for name in ("extra", " EXTRA ")] == [first, second]
    with pytest.raises(SeveralRows):
        meeting_id(dialogue.tables, "Extra")


def test_a_zone_that_does_not_exist_is_refused(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    with pytest.raises(InvalidValue):
        change_meeting(dialogue, meeting, {"time_zone": "America/Otawa"})


def test_moving_the_first_day_behind_the_last_moves_the_last_as_well(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    change_meeting(dialogue, meeting, {"starts": date(2027, 9, 1)})
    assert dialogue.tables.Meeting.get_by_id(meeting).ends == date(2027, 9, 1)


def test_removing_a_meeting_keeps_the_people(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    add_delegate(dialogue, meeting)
    remove_meeting(dialogue, meeting)
    assert dialogue.tables.Participation.select().count() == 0
    assert dialogue.tables.Person.select().count() == 1


def test_the_revision_counts_up(dialogue: Workspace) -> None:
    meeting = add_ottawa_2027(dialogue)
    raise_revision(dialogue, meeting)
    assert dialogue.tables.Meeting.get_by_id(meeting).list_revision == 2
