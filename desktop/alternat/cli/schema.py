"""The command that publishes what lists tell: the JSON Schema of the rows of a noun, or of another shape."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from alternat.cli import shapes
from alternat.cli.face import Exit, Face
from alternat.cli.shapes import Shape
from alternat.cli.syntax import argument, command
from alternat.cli.values import Choice
from alternat.language.messages import message

TABLES = {
    "dialogue": "dialogue",
    "side": "side",
    "entity": "entity",
    "text": "provision",
    "topic": "provision",
    "person": "person",
    "vacancy": "vacancy",
    "meeting": "meeting",
    "avoid": "avoid_dates",
    "task": "task",
    "countdown": "task_template",
    "subgroup": "sub_group",
    "guidance": "guidance",
    "existing": "provision",
    "objective": "provision",
    "instrument": "instrument",
    "outcome": "outcome",
    "note": "progress_note",
    "venue": "venue",
    "room": "room",
    "session": "session",
    "agenda": "agenda_item",
    "proposal": "agenda_proposal",
}
"""The tables whose rows lists tell, by the words that name them on the line."""
SHAPES = {
    "proposed": "alternat.cli.next_agenda:proposed_shape",
    "edition": "alternat.cli.meetings:edition_shape",
    "coverage": "alternat.cli.topics:coverage_shape",
    "text-list": "alternat.cli.text_json:texts_shape",
    "text-show": "alternat.cli.text_json:text_shape",
    "text-differences": "alternat.cli.text_json:differences_shape",
    "search": "alternat.cli.search:searched_shape",
}
"""What is told that is not the rows of one noun: the functions that say how it looks (`cli/shapes.py`)."""
BESIDE = {
    "agenda": "alternat.cli.agendas:beside_shape",
    "topic": "alternat.cli.topics:beside_shape",
}
"""What rows of a noun are told with besides their fields: the functions that say how that looks."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@command("schema", message("Write the JSON Schema of what the lists tell with --json."))
@argument(
    "noun",
    metavar="NOUN",
    required=False,
    type=Choice((*TABLES, *SHAPES)),
    explains=message("The list, such as room; every list unless one is given."),
)
def schema(face: Face, noun: str | None) -> Exit:
    """Write the JSON Schema of what one list tells, or of what every one does."""
    if noun is None:
        face.tell_json({"$schema": _DIALECT, "$defs": {each: _listed(each) for each in (*TABLES, *SHAPES)}})
    else:
        face.tell_json({"$schema": _DIALECT, "title": noun, **_listed(noun)})
    return Exit.DONE


def _listed(word: str) -> Shape:
    from alternat.exchange.nouns import schema as row_schema
    from alternat.nouns.all import NOUNS

    if word in SHAPES:
        shape: Shape = _function(SHAPES[word])()
        return shape
    row = row_schema(NOUNS[TABLES[word]])
    return shapes.listed(shapes.beside(row, **_function(BESIDE[word])()) if word in BESIDE else row)


def _function(name: str) -> Callable[[], Any]:
    """Return a function by its module and name; loaded only here, so that help loads no commands."""
    module, function = name.split(":")
    found: Callable[[], Any] = getattr(import_module(module), function)
    return found


COMMANDS = (schema,)
