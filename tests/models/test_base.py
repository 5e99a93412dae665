"""Values on their way into a row and back, on either engine."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alternat.language.label import Label
from alternat.language.messages import message
from alternat.models.base import DamagedText, EnumField, LabelField, WordsField
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.nouns.meetings import MeetingStatus
from alternat.nouns.people import Gender, NameOrder
from alternat.storage.workspace import Workspace
from tests.storage.rows import CANADA

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


@given(st.builds(Label, texts, texts, texts))
def test_a_label_returns_as_it_was(label: Label) -> None:
    field = LabelField()
    assert field.python_value(field.db_value(label)) == label


def test_a_label_is_kept_readable_and_without_gaps() -> None:
    assert LabelField().db_value(Label(en="Ottawa", zh="渥太华")) == '{"en":"Ottawa","zh":"渥太华"}'


def test_a_missing_label_is_an_empty_one() -> None:
    assert LabelField().python_value(None) == Label()
    assert LabelField().python_value("") == Label()


@pytest.mark.parametrize("members", [Role, ParticipationStatus, MeetingStatus, Gender, NameOrder])
def test_every_member_of_an_enumeration_returns(members: Any) -> None:
    field = EnumField(members)
    assert [field.python_value(field.db_value(member)) for member in members] == list(members)


def test_an_unknown_member_is_refused() -> None:
    with pytest.raises(ValueError, match="boss"):
        EnumField(Role).db_value("boss")


def test_words_return_in_their_order() -> None:
    field = WordsField()
    assert field.python_value(field.db_value(("fr", "en"))) == ("fr", "en")
    assert field.python_value(None) == ()


def test_every_field_returns_as_it_was_written(any_workspace: Workspace) -> None:
    tables = any_workspace.tables
    values: dict[str, Any] = {
        "reference": "2027",
        "year": 2027,
        "number": None,
        "city": Label("Québec City", "Québec", "魁北克市"),
        "starts": dt.date(2027, 6, 12),
        "ends": None,
        "time_zone": "America/Toronto",
        "status": MeetingStatus.AGREED,
        "list_revision": 3,
    }
    with any_workspace.change(message("Add")) as change:
        (side,) = change.insert(tables.Side, [CANADA])
        (meeting,) = change.insert(tables.Meeting, [{**values, "host": side}])
        (person,) = change.insert(tables.Person, [{"side": side, "languages": ("zh", "en")}])

    row = tables.Meeting.get_by_id(meeting)
    assert {name: getattr(row, name) for name in values} == values
    assert row.host.code == "CA"
    read = tables.Person.get_by_id(person)
    assert (read.languages, read.gender, read.name_order, read.entity) == (
        ("zh", "en"),
        Gender.UNKNOWN,
        NameOrder.GIVEN_FIRST,
        None,
    )


def test_a_label_that_the_disk_has_changed_is_reported_in_words() -> None:
    with pytest.raises(DamagedText, match="Restore a backup"):
        LabelField().python_value('{"en":"Ottaw')
