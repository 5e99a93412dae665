"""Names of steps on their way into the journal and back."""

import datetime as dt

import pytest

from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.nouns.delegations import Role
from alternat.storage.journal.labels import arguments_text, rebuilt

EVERYTHING = message(
    "{a} {b} {c} {d} {e} {f} {g} {h} {i}",
    a="Élise 王",
    b=7,
    c=dt.date(2027, 6, 12),
    d=Label("Canada", "", "加拿大"),
    e=Role.HEAD,
    f=counted("{count} person", "{count} people", count=2),
    g=dt.datetime(2027, 6, 12, 14, 30, tzinfo=dt.UTC),
    h=dt.time(9, 5),
    i=None,
)


def test_every_kind_of_argument_returns_as_it_was() -> None:
    returned = rebuilt(EVERYTHING.template, None, 0, arguments_text(EVERYTHING))
    assert returned == EVERYTHING
    assert [type(value) for value in returned.arguments.values()] == [
        str,
        int,
        dt.date,
        Label,
        Role,
        Message,
        dt.datetime,
        dt.time,
        type(None),
    ]


def test_plural_forms_return_with_their_number() -> None:
    people = counted("{count} person", "{count} people", count=4)
    assert rebuilt(people.template, people.plural, people.count, arguments_text(people)) == people


def test_an_argument_that_cannot_return_is_refused() -> None:
    with pytest.raises(TypeError, match="a step's name cannot keep a set"):
        arguments_text(message("{these}", these={1, 2}))
