"""A field that is added to the description of a noun is there on every face, without another line of code."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import time
from importlib import import_module
from typing import Any

import click
import pytest

from alternat.actions import fields
from alternat.cli.given import OrNone
from alternat.cli.noun_commands import Says, Verbs, noun_commands
from alternat.cli.registry import COMMANDS
from alternat.cli.schema import TABLES
from alternat.cli.syntax import Command, Option
from alternat.cli.values import Choice, WholeNumber
from alternat.errors import AlternatError
from alternat.exchange import nouns
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.models.venues import Room
from alternat.nouns.all import NOUNS
from alternat.nouns.kinds import Number, OneOf
from alternat.nouns.noun import PRIVATE, PUBLIC, Field, Noun
from alternat.nouns.venues import ROOM, RoomLayout

FLOOR = Field(
    "floor", Number(-5, 200), message("floor"), PUBLIC, message("Which floor it is on."), may_be_empty=True
)
WITH_FLOOR = replace(ROOM, fields=(*ROOM.fields, FLOOR))
VALUES: Mapping[str, Any] = {
    **dict.fromkeys(each.name for each in ROOM.fields),
    "code": "A1",
    "number": 1,
    "name": Label(en="Hall"),
    "venue": Label(en="Long Hall"),
    "layout": RoomLayout.THEATRE,
    "booths": 0,
    "opens": time(8),
    "floor": -1,
}


ANOTHER = {"session late minutes"}
"""How late a day runs is not how long a session lasts."""


def _commands() -> dict[str | None, Command]:
    def verbs() -> Verbs:
        raise NotImplementedError

    words = message("room")
    made = noun_commands(WITH_FLOOR, verbs, Says(words, words, words, words, words))
    return {each.name: each for each in made}


def test_it_is_an_option_of_add_and_set_with_its_range_and_its_help() -> None:
    for name in ("add", "set"):
        (option,) = [each for each in _commands()[name].params if "--floor" in each.opts]
        assert isinstance(option, Option)
        assert "Which floor it is on." in catalog(Language.EN).say(option.explains)
        assert option.type.convert("-5", option, None) == -5
        with pytest.raises(AlternatError, match="from -5 to 200"):
            option.type.convert("201", option, None)


def test_it_is_told_as_json_and_its_schema_says_how() -> None:
    assert nouns.as_json(WITH_FLOOR, 7, VALUES)["floor"] == -1
    schema = nouns.schema(WITH_FLOOR)
    number, nothing = schema["properties"]["floor"]["anyOf"]
    assert (number["minimum"], number["maximum"], nothing) == (-5, 200, {"type": "null"})
    assert "floor" in schema["required"]


def test_a_bad_value_is_refused_by_its_name_and_range(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "NOUNS", {**NOUNS, "room": WITH_FLOOR})
    assert fields.checked(Room, {"floor": 3}) == {"floor": 3}
    with pytest.raises(fields.OutOfRange) as error:
        fields.checked(Room, {"floor": 201})
    assert catalog(Language.EN).say_error(error.value) == (
        "“201” cannot stand in the field “floor”, which takes whole numbers from -5 to 200."
    )


def test_what_is_private_is_neither_told_nor_described() -> None:
    private = replace(ROOM, fields=(*ROOM.fields, replace(FLOOR, reach=PRIVATE)))
    assert "floor" not in nouns.as_json(private, 7, VALUES)
    assert "floor" not in nouns.schema(private)["properties"]


def test_no_command_has_a_range_or_words_of_its_own_for_a_field() -> None:
    """Hand-written options of a noun's commands take what its description says, as generated ones do."""
    seen = set()
    for noun, command, param in _options_of_fields():
        reader = param.type.inner if isinstance(param.type, OrNone) else param.type
        kind = noun.field(str(param.name)).kind
        if isinstance(kind, Number):
            assert isinstance(reader, WholeNumber), (command, param.name)
            assert (reader.least, reader.most) == (kind.least, kind.most), (command, param.name)
            seen.add(f"{command} {param.name}")
        if isinstance(kind, OneOf):
            assert isinstance(reader, Choice), (command, param.name)
            assert set(reader.choices) <= {each.value for each in kind.members}, (command, param.name)
            seen.add(f"{command} {param.name}")
    assert {
        "session move minutes",
        "meeting new-edition year",
        "meeting add status",
        "room add capacity",
    } <= seen


def _options_of_fields() -> Iterator[tuple[Noun, str, click.Option]]:
    for descriptor in COMMANDS:
        noun = NOUNS.get(TABLES.get(descriptor.name, ""))
        for group in import_module(descriptor.module).COMMANDS if noun else ():
            for command in getattr(group, "commands", {}).values():
                for param in command.params:
                    is_field = isinstance(param, click.Option) and param.name in (
                        noun.by_name if noun else {}
                    )
                    path = f"{group.name} {command.name} {param.name}"
                    if noun and is_field and group.name == descriptor.name and path not in ANOTHER:
                        yield noun, f"{group.name} {command.name}", param
