"""Every option that a document can have: its title, its control, and how this workstation remembers it.

A kind of document names its options by the fields of its options class; a new kind with known fields needs
nothing here, and a new field needs one entry.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from alternat.documents.contents.alternat import ALTERNATS, Alternat
from alternat.documents.contents.delegates import Grouping
from alternat.documents.kinds.follow_up import ARRANGEMENTS, Arrangement
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.stocks import stock
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.nouns.paper import Paper
from alternat.planning.disclosure import AUDIENCES, Audience
from alternat.planning.roster import roster
from alternat.ui.documents.editors import (
    CopyChoice,
    Day,
    Editor,
    Languages,
    Revision,
    Setting,
    SidesChoice,
    Switch,
    choice_of,
)
from alternat.ui.documents.picking_editors import OutcomesChoice, PeopleChoice, RequestsChoice, RoomsChoice
from alternat.ui.documents.printer_editors import Drift, Scale
from alternat.ui.documents.published import still_published
from alternat.ui.documents.span_editors import Since, Until, Years
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

    `resets` names options that go back to what is suggested when this one is changed. `fit` takes a kept
    value and returns what of it there still is in a meeting, such as the people who have not left. What
    `is_of_copy` is remembered for the copy of each side apart.
    """

    field: str
    title: Message
    editor: Callable[[Setting, Message], Editor]
    read: Callable[[Any], Any]
    kept: Kept = Kept.MEETING
    is_titled: bool = True
    resets: tuple[str, ...] = ()
    fit: Callable[[Tables, int, Any], Any] = lambda _tables, _meeting, value: value
    is_of_copy: bool = False

    def name_kept(self, options: Any) -> str:
        """Return under which name the value is remembered while a document is set up so."""
        return f"{self.field}/{options.copy_for}" if self.is_of_copy else self.field


def _same(value: Any) -> Any:
    return value


def _words(value: Any) -> tuple[str, ...]:
    return tuple(str(each) for each in value)


def _numbers(value: Any) -> tuple[int, ...]:
    return tuple(int(each) for each in value)


def _still_coming(tables: Tables, meeting: int, people: tuple[int, ...]) -> tuple[int, ...]:
    coming = {each.person for each in roster(tables, meeting)} if people else set()
    return tuple(person for person in people if person in coming)


def _still_asked(tables: Tables, meeting: int, requests: tuple[int, ...]) -> tuple[int, ...]:
    del meeting
    there = {row.id for row in tables.Guidance.select(tables.Guidance.id)} if requests else set()
    return tuple(request for request in requests if request in there)


def _still_recorded(tables: Tables, meeting: int, outcomes: tuple[str, ...]) -> tuple[str, ...]:
    outcome = tables.Outcome
    there = {row.code for row in outcome.select(outcome.code).where(outcome.meeting == meeting)}
    return tuple(code for code in outcomes if code in there)


def _still_there(tables: Tables, meeting: int, rooms: tuple[str, ...]) -> tuple[str, ...]:
    room, venue = tables.Room, tables.Venue
    there = {row.code for row in room.select(room.code).join(venue).where(venue.meeting == meeting)}
    return tuple(code for code in rooms if code in there)


OPTIONS: tuple[Option, ...] = (
    Option("copy_for", message("Copy for"), CopyChoice, str),
    Option("audience", message("For whom"), choice_of(AUDIENCES), Audience, resets=("outcomes",)),
    Option("alternat", message("Alternat"), choice_of(ALTERNATS), Alternat),
    Option("requests", message("Letters to print"), RequestsChoice, _numbers, Kept.SESSION, fit=_still_asked),
    Option(
        "outcomes", message("Texts to compare"), OutcomesChoice, _words, Kept.SESSION, fit=_still_recorded
    ),
    Option("arranged_by", message("Arranged by"), choice_of(ARRANGEMENTS), Arrangement),
    Option("only_open", message("Open outcomes only"), Switch, bool, is_titled=False),
    Option("only_this_meeting", message("Outcomes of this meeting only"), Switch, bool, is_titled=False),
    Option("sides", message("Delegations"), SidesChoice, _words, resets=("people",)),
    Option("people", message("People to print"), PeopleChoice, _numbers, Kept.SESSION, fit=_still_coming),
    Option("rooms", message("Rooms to print"), RoomsChoice, _words, Kept.SESSION, fit=_still_there),
    Option(
        "since",
        message("What has changed since"),
        Since,
        _same,
        Kept.SESSION,
        fit=still_published,
        resets=("until",),
    ),
    Option("until", message("Until"), Until, _same, Kept.SESSION, fit=still_published),
    Option("years", message("Years"), Years, _numbers),
    Option(
        "languages",
        message("Languages"),
        Languages,
        lambda value: tuple(Language(each) for each in value),
        is_of_copy=True,
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
    Option("scale_percent", message("Size in print"), Scale, float, Kept.STOCK),
)
"""All options in the order in which they stand in the panel."""


def options_of(kind: DocumentKind[Any, Any]) -> tuple[Option, ...]:
    """Return the options of a kind of document in the order of the panel."""
    names = {field.name for field in fields(kind.options)}
    return tuple(option for option in OPTIONS if option.field in names)
