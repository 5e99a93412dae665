"""What JSON looks like that is not the rows of one noun: parts of a JSON Schema, put together by hand.

A command that tells such JSON says its shape in a function beside it, and `cli/schema.py` publishes that.
"""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Any

from alternat.language.label import Language

Shape = Mapping[str, Any]
"""A JSON Schema, or a part of one."""


def text() -> Shape:
    """Return the shape of a text; it may be empty."""
    return {"type": "string"}


def texts() -> Shape:
    """Return the shape of a text in the languages in which there is one."""
    return {
        "type": "object",
        "properties": {each.value: text() for each in Language},
        "additionalProperties": False,
    }


def number(least: int = 0) -> Shape:
    """Return the shape of a whole number that is not less than another."""
    return {"type": "integer", "minimum": least}


def key() -> Shape:
    """Return the shape of what a row is found by, where that is its number."""
    return number(1)


def yes_no() -> Shape:
    """Return the shape of what is so or not."""
    return {"type": "boolean"}


def day() -> Shape:
    """Return the shape of a day, such as 2027-06-15."""
    return {"type": "string", "format": "date"}


def one_of(values: Iterable[str] | type[StrEnum]) -> Shape:
    """Return the shape of one of a few words, such as the values of an enumeration."""
    return {"enum": [str(each) for each in values]}


def or_none(shape: Shape) -> Shape:
    """Return the shape of what may be missing: then it is null."""
    return {"anyOf": [shape, {"type": "null"}]}


def listed(shape: Shape) -> Shape:
    """Return the shape of a list of such values; it may be empty."""
    return {"type": "array", "items": shape}


def record(without: Collection[str] = (), /, **parts: Shape) -> Shape:
    """Return the shape of an object with these parts and no others; those named in `without` may lack."""
    needed = [each for each in parts if each not in without]
    return {"type": "object", "properties": parts, "required": needed, "additionalProperties": False}


def by_name(shape: Shape) -> Shape:
    """Return the shape of an object whose values are such, by names that are not known beforehand."""
    return {"type": "object", "additionalProperties": shape}


def beside(row: Shape, **parts: Shape) -> Shape:
    """Return the shape of a noun's row that is told with more beside its fields."""
    properties = {**row["properties"], **parts}
    return {**row, "properties": properties, "required": [*row["required"], *parts]}
