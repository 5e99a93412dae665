"""What is known of the follow-up and stands in no workbook of it, counted by kind, so that it can be told."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import Any

from alternat.language.messages import Message, counted
from alternat.models.tables import Tables
from alternat.nouns.all import NOUNS
from alternat.nouns.noun import Reach
from alternat.nouns.texts import TextStep
from alternat.planning.disclosure import Audience
from alternat.planning.follow_up_sheets import GUIDANCES, INSTRUMENTS, OUTCOMES, Sheet


class LeftKind(StrEnum):
    """A kind of what no workbook carries."""

    CHECKS = "checks"
    AGREEMENTS = "agreements"
    COLLATIONS = "collations"
    DISMISSED = "dismissed"
    TOPICS = "topics"
    ITEMS = "items"
    PROPOSALS = "proposals"
    PRIVATE = "private"


_OF_BOTH = (LeftKind.CHECKS, LeftKind.AGREEMENTS, LeftKind.COLLATIONS, LeftKind.TOPICS, LeftKind.ITEMS)
"""What the two sides know of anyway; how much of the rest there is stays at the desk."""

KINDS_TOLD: Mapping[Audience, tuple[LeftKind, ...]] = MappingProxyType(
    {Audience.DESK: tuple(LeftKind), Audience.BOTH: _OF_BOTH, Audience.PUBLIC: ()}
)
"""Of which kinds those who get a workbook are told how much there is."""


def counted_left(tables: Tables, sheets: tuple[Sheet, ...]) -> Mapping[LeftKind, int]:
    """Return how much of each kind there is in a dialogue, of which sheets of these have no column."""
    mark: Any = tables.TextMark
    item: Any = tables.AgendaItem
    links = (item.outcome, item.guidance, item.objective)
    of_records = reduce(or_, (each.is_null(is_null=False) for each in links))
    return {
        LeftKind.CHECKS: mark.select().where(mark.step == TextStep.CHECKED).count(),
        LeftKind.AGREEMENTS: mark.select().where(mark.step == TextStep.AGREED).count(),
        LeftKind.COLLATIONS: tables.Collation.select().count(),
        LeftKind.DISMISSED: tables.DismissedDifference.select().count(),
        LeftKind.TOPICS: tables.MeetingTopic.select().count(),
        LeftKind.ITEMS: item.select().where(of_records).count(),
        LeftKind.PROPOSALS: tables.AgendaProposal.select().count(),
        LeftKind.PRIVATE: sum(_private(tables, each) for each in _tables_of(sheets)),
    }


def _tables_of(sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    """Return the tables of the sheets, and those whose rows stand in columns of theirs."""
    also = {
        OUTCOMES: ("outcome_carrier", "outcome_side"),
        GUIDANCES: ("guidance_answer",),
        INSTRUMENTS: ("instrument_side",),
    }
    own = (each.table for each in sheets if each.table != "meeting")
    more = (each for sheet in sheets for each in also.get(sheet.id, ()))
    return tuple(dict.fromkeys((*own, *more)))


def _private(tables: Tables, table: str) -> int:
    """Return how many fields of a table say something that never leaves the desk."""
    model: Any = tables.named(table)
    names = [each.name for each in NOUNS[table].fields if each.reach is Reach.DESK]
    return sum(model.select().where(getattr(model, name) != "").count() for name in names)


def left_words(kind: LeftKind, count: int) -> Message:
    """Return how much of a kind there is: `12 checks of texts`."""
    return _WORDS[kind](count)


def _checks(count: int) -> Message:
    return counted("{count} check of a text", "{count} checks of texts", count)


def _agreements(count: int) -> Message:
    return counted("{count} agreement to a text", "{count} agreements to texts", count)


def _collations(count: int) -> Message:
    return counted("{count} collation", "{count} collations", count)


def _dismissed(count: int) -> Message:
    return counted("{count} dismissed difference", "{count} dismissed differences", count)


def _topics(count: int) -> Message:
    return counted("{count} topic of a meeting", "{count} topics of meetings", count)


def _items(count: int) -> Message:
    return counted(
        "{count} agenda item that deals with a record", "{count} agenda items that deal with records", count
    )


def _proposals(count: int) -> Message:
    return counted("{count} proposal for an agenda", "{count} proposals for agendas", count)


def _notes(count: int) -> Message:
    return counted(
        "{count} private note, source or document", "{count} private notes, sources and documents", count
    )


_WORDS: Mapping[LeftKind, Callable[[int], Message]] = MappingProxyType(
    {
        LeftKind.CHECKS: _checks,
        LeftKind.AGREEMENTS: _agreements,
        LeftKind.COLLATIONS: _collations,
        LeftKind.DISMISSED: _dismissed,
        LeftKind.TOPICS: _topics,
        LeftKind.ITEMS: _items,
        LeftKind.PROPOSALS: _proposals,
        LeftKind.PRIVATE: _notes,
    }
)
