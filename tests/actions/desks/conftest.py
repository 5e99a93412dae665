"""The example dialogue at two desks on a server, as new for every test."""

import itertools
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import psycopg
import pytest

from alternat.actions import calendars, interpretation
from alternat.actions.calendars import NoticeLine
from alternat.actions.demo import create_demo
from alternat.actions.existing import add_dialogue_meeting, add_holder
from alternat.actions.objectives import add_instrument, set_binding, set_step
from alternat.actions.people import change_contact
from alternat.actions.severities import lower_finding
from alternat.actions.topics import propose_topic
from alternat.language.label import Label
from alternat.nouns.calendars import DayKind
from alternat.nouns.instruments import Binding, InstrumentKind, InstrumentStep
from alternat.planning.findings import Severity
from alternat.storage.workspace import create_workspace, open_workspace
from tests.actions.desks.example import (
    CODE,
    DAY,
    Desks,
    agree_outcomes,
    existing,
    last,
    objective,
    one,
    part,
    people_of,
)

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def example_database(postgresql_server: str) -> str:
    """The name of a database with the example dialogue, from which others are copied."""
    name = f"example_{next(_NUMBERS)}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    with create_workspace(in_database(postgresql_server, name), actor="First", desk="first") as first:
        create_demo(first, today=date(2027, 3, 2))
        for person in (1, 2, 3):
            change_contact(first, person, {"note": "0"})
        calendars.add_avoid_dates(first, "CA", starts=DAY)
        calendars.set_notice_days(first, "CA", [NoticeLine(DAY, DayKind.DAY_OFF, Label("Day off"))])
        interpretation.set_pairs(first, 4, [("en", "fr")])
        interpretation.assign(first, one(first, "Session"), part(first).person_id, ("en", "fr"))
        lower_finding(first, CODE, Severity.NOTES, "Not needed")
        propose_topic(first, Label("A topic"), side="CA", given=DAY)
        official = people_of(first, "CA")[0]
        led = {"provision": objective(first, -1), "side": 1, "person": official, "since": DAY}
        add_holder(first, led)
        add_dialogue_meeting(first, {"dialogue": existing(first), "starts": DAY})
        title = Label("A treaty")
        add_instrument(first, {"objective": objective(first), "kind": InstrumentKind.TREATY, "title": title})
        set_binding(first, last(first, "Instrument"), "CA", Binding.UNSAID)
        set_step(first, last(first, "Instrument"), InstrumentStep.SIGNED, {"planned": DAY})
        agree_outcomes(first)
    return name


@pytest.fixture
def desks(postgresql_server: str, example_database: str) -> Iterator[Desks]:
    """Two desks on a copy of the example dialogue."""
    name = f"desks_{next(_NUMBERS)}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {example_database}")
    address = in_database(postgresql_server, name)
    with ExitStack() as both:
        first = both.enter_context(open_workspace(address, actor="First", desk="first"))
        yield Desks(first, both.enter_context(open_workspace(address, actor="Second", desk="second")))
        assert first.verify() == ()
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def in_database(server: str, name: str) -> str:
    """Return the address of another database of a server."""
    start, _, rest = server.partition("?")
    return f"{start.rpartition('/')[0]}/{name}?{rest}"
