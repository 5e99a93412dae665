"""`alternat schema`: what every list tells is as its JSON Schema says, read here by other eyes than ours."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from alternat.cli.registry import COMMANDS
from alternat.cli.schema import SHAPES, TABLES
from tests.cli.terminal import Terminal

OF_2027 = ("--meeting", 2027)
LISTS: Mapping[str, tuple[str, tuple[object, ...]]] = {
    "side": ("side list", ()),
    "entity": ("terms", ()),
    "text": ("terms", ()),
    "topic": ("topic list", ()),
    "person": ("people", ()),
    "vacancy": ("vacancy list", OF_2027),
    "meeting": ("meetings", ()),
    "avoid": ("avoid list", ()),
    "task": ("tasks", OF_2027),
    "countdown": ("countdown list", ()),
    "subgroup": ("subgroup list", OF_2027),
    "guidance": ("guidance list", ()),
    "existing": ("existing list", ()),
    "objective": ("objective list", ()),
    "instrument": ("instrument list", ()),
    "outcome": ("outcome list", ()),
    "note": ("note list", ()),
    "venue": ("venue list", OF_2027),
    "room": ("room list", OF_2027),
    "session": ("session list", OF_2027),
    "agenda": ("agenda list", (1, *OF_2027)),
    "proposal": ("agenda proposals", ()),
}
"""The command that lists each noun, with what it needs."""
SHAPED: Mapping[str, tuple[str, tuple[object, ...]]] = {
    "proposed": ("agenda propose", OF_2027),
    "coverage": ("topic coverage", ()),
    "edition": ("meeting new-edition", (*OF_2027, "--dry-run")),
    "text-list": ("text list", ()),
    "text-show": ("text show", ("outcome:2027-1",)),
    "text-differences": ("text differences", ()),
    "search": ("search", ("cooperation",)),
}
"""The command that tells each shape that is not the rows of one noun, with what it needs."""

_TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
_KNOWN = {
    *("type", "properties", "required", "additionalProperties", "items", "enum", "anyOf", "description"),
    *("minimum", "maximum", "maxLength", "pattern", "format", "title", "$schema"),
}


def faults(value: Any, schema: Mapping[str, Any], at: str = "") -> Iterator[str]:
    """Give what of a value is not as a schema says, for the words of JSON Schema that ours use."""
    assert set(schema) <= _KNOWN, set(schema) - _KNOWN
    if "anyOf" in schema and all(any(faults(value, each, at)) for each in schema["anyOf"]):
        yield f"{at}: {value!r} is none of these"
    if "type" in schema:
        fits = isinstance(value, _TYPES[schema["type"]]) and (
            schema["type"] == "boolean" or not isinstance(value, bool)
        )
        if not fits:
            yield f"{at}: {value!r} is no {schema['type']}"
            return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not offered"
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at}: {value!r} is out of range"
    if isinstance(value, str):
        yield from _faults_of_text(value, schema, at)
    for each in value if isinstance(value, list) and "items" in schema else ():
        yield from faults(each, schema["items"], f"{at}[]")
    if isinstance(value, dict):
        yield from _faults_of_object(value, schema, at)


def _faults_of_text(value: str, schema: Mapping[str, Any], at: str) -> Iterator[str]:
    if len(value) > schema.get("maxLength", len(value)) or not re.search(schema.get("pattern", ""), value):
        yield f"{at}: {value!r} is too long or of another form"
    read = {"date": date.fromisoformat, "date-time": datetime.fromisoformat}.get(schema.get("format", ""))
    try:
        if read:
            read(value)
    except ValueError:
        yield f"{at}: {value!r} is no {schema['format']}"


def _faults_of_object(value: dict[str, Any], schema: Mapping[str, Any], at: str) -> Iterator[str]:
    yield from (f"{at}.{name}: missing" for name in schema.get("required", ()) if name not in value)
    for name, each in value.items():
        if name in schema.get("properties", {}):
            yield from faults(each, schema["properties"][name], f"{at}.{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{at}.{name}: more than there may be"
        else:
            yield from faults(each, schema.get("additionalProperties", {}), f"{at}.{name}")


@pytest.fixture
def filled(terminal: Terminal, example: Path, tmp_path: Path) -> Path:
    """Return the example with a row of every noun that a list tells."""
    source = tmp_path / "list.csv"
    source.write_text("Name,Position,Organization\nTBC,Interpreter,GAC\n", encoding="utf-8")
    terminal.type("import", example, source, *OF_2027, "--side", "CA", "--vacancies", "keep")
    terminal.done(
        *("avoid", "add", example, "--side", "CA", "--from", "2027-07-01", "--reason", "Canada Day")
    )
    words = ("--objective", "objective-1", "--kind", "treaty", "--title", "Treaty")
    terminal.done("instrument", "add", example, *words)
    terminal.done("agenda", "add", example, 1, *OF_2027, "--text", "Opening")
    terminal.done("agenda", "propose", example, *OF_2027, "--text", "Visas", "--minutes", 5)
    agreed = ("--kind", "agreed", "--text", "Contacts", "--json")
    (outcome,) = terminal.done("outcome", "add", example, *OF_2027, *agreed).json
    news = ("--outcome", outcome["code"], "--day", "2027-09-01", "--text", "News")
    terminal.done("note", "add", example, *news)
    _bring_texts_along(terminal, example, f"outcome:{outcome['code']}")
    return example


def _bring_texts_along(terminal: Terminal, file: Path, name: str) -> None:
    """Check, agree and collate a text that differs twice, and dismiss one of the differences."""
    words = (
        *("--text", "Within 60 days, by 30 April 2028"),
        *("--text-fr", "Dans les 90 jours, le 31 mai 2028"),
        *("--text-zh", "2028年4月30日前，60天内"),
    )
    on = ("--on", "2026-09-02")
    terminal.done("outcome", "set", file, name.removeprefix("outcome:"), *words)
    steps: tuple[tuple[object, ...], ...] = (
        ("check", file, name, *on),
        ("agree", file, name, "--side", "CA", *on),
        ("collate", file, name, "--by", "A. B., C. D.", *on),
        ("dismiss", file, name, 1, "--reason", "Both are right", *on),
    )
    for step in steps:
        # They warn of the differences that stand open.
        assert terminal.type("text", *step).code == 0


def _listed(terminal: Terminal, file: Path, noun: str) -> Any:
    words, more = LISTS[noun]
    rows = terminal.done(*words.split(), file, *more, "--json").json
    if noun in {"entity", "text"}:
        return [row for row in rows if (row["kind"] == "entity") == (noun == "entity")]
    return rows


@pytest.mark.parametrize("noun", LISTS)
def test_every_list_tells_what_its_schema_says(terminal: Terminal, filled: Path, noun: str) -> None:
    schema = terminal.done("schema", noun).json
    rows = _listed(terminal, filled, noun)
    assert rows
    assert not list(faults(rows, schema))
    for name in schema["items"]["required"]:
        assert list(faults([{**rows[0], name: object()}], schema)), name
        assert list(faults([{key: each for key, each in rows[0].items() if key != name}], schema)), name


@pytest.mark.parametrize("word", SHAPED)
def test_what_is_no_list_of_a_noun_is_told_as_its_schema_says_too(
    terminal: Terminal, filled: Path, word: str
) -> None:
    words, more = SHAPED[word]
    schema, told = (
        terminal.done("schema", word).json,
        terminal.done(*words.split(), filled, *more, "--json").json,
    )
    assert told
    assert not list(faults(told, schema))
    places = list(_objects(told, schema))
    assert {tuple(shape["required"]) for _, shape in places} == set(_required(schema))
    for value, shape in places:
        for name in shape["required"]:
            assert list(faults({**value, name: object()}, shape)), name
            assert list(faults({key: each for key, each in value.items() if key != name}, shape)), name


def _required(schema: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Give the parts that each object of a schema must have, so that none goes untold."""
    if "required" in schema:
        yield tuple(schema["required"])
    parts = [schema["items"]] if "items" in schema else [*schema.get("properties", {}).values()]
    for each in parts:
        yield from _required(each)


def _objects(value: Any, schema: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], Mapping[str, Any]]]:
    """Give every object whose parts a schema names, with its shape."""
    for each in value if isinstance(value, list) else ():
        yield from _objects(each, schema["items"])
    if isinstance(value, dict) and "required" in schema:
        yield value, schema
        for name, each in value.items():
            yield from _objects(each, schema["properties"][name])


def test_the_dialogue_is_told_as_its_schema_says(terminal: Terminal, example: Path) -> None:
    told = terminal.done("dialogue", "set", example, "--name-fr", "Le Dialogue", "--json").json
    assert not list(faults(told, terminal.done("schema", "dialogue").json))


def test_without_a_noun_all_of_them_are_published(terminal: Terminal) -> None:
    every = terminal.done("schema").json
    assert set(every["$defs"]) == {*LISTS, *SHAPED, "dialogue"} == {*TABLES, *SHAPES}
    for noun, schema in every["$defs"].items():
        alone = terminal.done("schema", noun).json
        assert {**schema, "$schema": every["$schema"], "title": noun} == alone


def test_every_list_of_a_noun_has_a_schema() -> None:
    """What the others tell is worked out, and `meeting list` tells what `meetings` does."""
    lists = {
        f"{descriptor.name} list"
        for descriptor in COMMANDS
        for group in import_module(descriptor.module).COMMANDS
        if group.name == descriptor.name and "list" in getattr(group, "commands", ())
    }
    others = {"backup list", "finding list", "interpreter list", "notice list", "text list"}
    assert lists - {str(words) for words, _ in LISTS.values()} == {*others, "meeting list"}


def test_private_notes_are_in_no_schema(terminal: Terminal) -> None:
    every = terminal.done("schema").json["$defs"]
    assert "private_note" not in every["session"]["items"]["properties"]
    assert "note" not in every["subgroup"]["items"]["properties"]


def test_an_unknown_noun_is_refused(terminal: Terminal) -> None:
    outcome = terminal.type("schema", "chair")
    assert (outcome.code, outcome.out) == (2, "")
    assert "“chair” is not a value of NOUN. Choose one of: dialogue, side," in outcome.err
