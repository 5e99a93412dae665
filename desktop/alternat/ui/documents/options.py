"""Every option that a document can have: its title, its control, and how this workstation remembers it.

A kind of document names its options by the fields of its options class; a new kind with known fields needs
nothing here, and a new field needs one entry.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from alternat.documents.kinds import DocumentKind
from alternat.documents.list_texts import Grouping
from alternat.documents.paper import Paper
from alternat.documents.stocks import stock
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.ui.documents.editors import (
    CopyChoice,
    Day,
    Drift,
    Editor,
    Languages,
    Revision,
    Setting,
    SidesChoice,
    Switch,
    choice_of,
)
from alternat.ui.documents.stock_editors import FirstLabel, StockChoice


class Kept(StrEnum):
    """What an option is remembered with."""

    MEETING = "meeting"
    """With the document and the meeting."""
    STOCK = "stock"
    """With the label stock, since it is about the printer and the paper."""
    SESSION = "session"
    """Until the window is closed."""
    ELSEWHERE = "elsewhere"
    """Not here: the dialogue itself keeps it."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option: the field of the options class, its title, its control, and how it is kept as JSON.

    `resets` names options that go back to what is suggested when this one is changed.
    """

    field: str
    title: Message
    editor: Callable[[Setting, Message], Editor]
    read: Callable[[Any], Any]
    kept: Kept = Kept.MEETING
    is_titled: bool = True
    resets: tuple[str, ...] = ()


def _same(value: Any) -> Any:
    return value


def _words(value: Any) -> tuple[str, ...]:
    return tuple(str(each) for each in value)


OPTIONS: tuple[Option, ...] = (
    Option("copy_for", message("Copy for"), CopyChoice, str),
    Option("sides", message("Delegations"), SidesChoice, _words),
    Option(
        "languages",
        message("Languages"),
        Languages,
        lambda value: tuple(Language(each) for each in value),
    ),
    Option(
        "grouping",
        message("Order"),
        choice_of({Grouping.PRECEDENCE: message("By precedence"), Grouping.ENTITY: message("By entity")}),
        Grouping,
    ),
    Option(
        "paper",
        message("Paper"),
        choice_of({Paper.A4: message("A4"), Paper.LETTER: message("Letter")}),
        Paper,
    ),
    Option("stock", message("Label stock"), StockChoice, lambda value: stock(value).id, resets=("start",)),
    Option("start", message("First free label"), FirstLabel, int),
    Option("positions", message("Positions"), Switch, bool, is_titled=False),
    Option("photos", message("Photographs"), Switch, bool, is_titled=False),
    Option("qr", message("QR code"), Switch, bool, is_titled=False),
    Option("crop_marks", message("Crop marks"), Switch, bool, is_titled=False),
    Option("revision", message("Revision"), Revision, _same, Kept.ELSEWHERE),
    Option("printed_on", message("Date in the footer"), Day, _same, Kept.SESSION),
    Option("offset_mm", message("Printer correction"), Drift, _same, Kept.STOCK),
)
"""All options in the order in which they stand in the panel."""


def options_of(kind: DocumentKind[Any, Any]) -> tuple[Option, ...]:
    """Return the options of a kind of document in the order of the panel."""
    names = {field.name for field in fields(kind.options)}
    return tuple(option for option in OPTIONS if option.field in names)
