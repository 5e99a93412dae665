"""Rows in words, for messages about them: "the person YANG Weimin", "the meeting 2027"."""

import json
from collections.abc import Mapping, Sequence

from alternat.language.called import NameForms, shown_name
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.nouns.all import NOUNS
from alternat.nouns.noun import Noun

_NAMED_AT_MOST = 3


def row_name(table: str, key: int, image: Mapping[str, object] | None) -> Message:
    """Return a row in words; without an image it is named by its number."""
    noun = NOUNS[table]
    return Message(noun.named, {"name": _called(noun, image or {}) or f"{key}"})


def table_name(table: str) -> Message:
    """Return what the rows of a table are called, as in a count of them."""
    return Message(NOUNS[table].many)


def enumerated(names: Sequence[Message]) -> Message:
    """Return several rows in words, the first ones by name and the others counted."""
    named, rest = list(names[:_NAMED_AT_MOST]), len(names) - _NAMED_AT_MOST
    if rest > 0:
        named.append(counted("{count} other entry", "{count} other entries", count=rest))
    whole = named[0]
    for name in named[1:]:
        whole = message("{names}, {name}", names=whole, name=name)
    return whole


def _called(noun: Noun, image: Mapping[str, object]) -> str | Label:
    """Return what a row is called, from its columns as they are stored."""
    if noun.table == "person":
        return shown_name(NameForms.of(image))
    text = str(image.get(noun.called_by) or "")
    return _label(text) if text.startswith("{") else text


def _label(text: str) -> str | Label:
    try:
        return Label.from_mapping(json.loads(text)) or ""
    except (ValueError, AttributeError):
        # A damaged label must not hide the message about it.
        return text
