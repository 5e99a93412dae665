"""The day of a row as the rest of the list and the meeting let one understand it, and what was guessed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto

from alternat.exchange.events.columns import EventColumns
from alternat.exchange.events.days import DayReading, Frame, in_figures, read_day, weekday_of
from alternat.exchange.events.fields import EventField
from alternat.exchange.events.row import Row
from alternat.language.messages import Message, message
from alternat.planning.event_drafts import DateOrder

_AROUND = timedelta(days=3)
"""A programme begins and ends about so near to its meeting."""


class Why(Enum):
    """What says which of day and month comes first in a list."""

    NOTHING = auto()
    ASKED = auto()
    ROWS = auto()
    MEETING = auto()


@dataclass(frozen=True, slots=True)
class ListOrder:
    """What comes first in the dates in figures of one list, and why; `is_needed` if one could be two days."""

    order: DateOrder | None = None
    why: Why = Why.NOTHING
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class _Written:
    text: str
    weekday: int | None


def list_order(
    columns: EventColumns, rows: Iterable[tuple[str, ...]], frame: Frame, wish: DateOrder | None
) -> ListOrder:
    """Return what comes first in the dates of a list: as asked for, else as other rows or the meeting say."""
    found = [(each, in_figures(each.text, frame)) for each in _written(columns, rows)]
    ambiguous = [(each, days) for each, days in found if len(set(days.values())) == 2]
    if not ambiguous:
        return ListOrder(wish, Why.ASKED)
    if wish is not None:
        return ListOrder(wish, Why.ASKED, is_needed=True)
    proofs = {order for _, days in found if len(days) == 1 for order in days}
    for each, days in ambiguous:
        agreeing = [order for order, day in days.items() if day.weekday() == each.weekday]
        proofs |= set(agreeing) if len(agreeing) == 1 else set()
    if len(proofs) == 1:
        return ListOrder(next(iter(proofs)), Why.ROWS, is_needed=True)
    fitting = [
        order
        for order in DateOrder
        if not proofs and all(frame.is_within(days[order], _AROUND) for _, days in ambiguous)
    ]
    if len(fitting) == 1:
        return ListOrder(fitting[0], Why.MEETING, is_needed=True)
    return ListOrder(is_needed=True)


def _written(columns: EventColumns, rows: Iterable[tuple[str, ...]]) -> Iterator[_Written]:
    """Yield the texts of a list that can be dates, each with the weekday beside it."""
    for cells in rows:
        row = Row(0, columns, cells)
        texts = row.texts
        dated = texts if len(texts) == 1 else [row.text(each) for each in _DATED]
        for text in filter(None, dated):
            weekday = weekday_of(text)
            yield _Written(text, row.weekday if weekday is None else weekday)


_DATED = (EventField.DAY, EventField.START, EventField.END)


class DayReader:
    """Reads days, and tells of each what no text says."""

    def __init__(self, frame: Frame, order: ListOrder) -> None:
        self.frame = replace(frame, order=order.order)
        self._bare, self._order = frame, order

    def read(self, row: Row, field: EventField, text: str, *, alone: bool = True) -> DayReading:
        """Return what a text says of a day; what was guessed is told with the row."""
        reading = read_day(text, self.frame, alone=alone)
        reading = self._by_weekday(row, field, reading)
        if len(reading.days) == 2:
            return self._by_meeting(row, field, text, reading)
        if len(reading.days) == 1:
            self._tell(row, field, text, reading)
        return reading

    def _by_weekday(self, row: Row, field: EventField, reading: DayReading) -> DayReading:
        """Return a reading of which the column of the weekday has chosen one day of two."""
        weekday = row.weekday if field is not EventField.END else None
        days = tuple(day for day in reading.days if day.weekday() == weekday)
        return replace(reading, days=days) if len(reading.days) == 2 and len(days) == 1 else reading

    def _by_meeting(self, row: Row, field: EventField, text: str, reading: DayReading) -> DayReading:
        """Return the one of two days that the meeting is near to; if it is near to both or none, ask."""
        fitting = tuple(day for day in reading.days if self.frame.is_within(day, _AROUND))
        if len(fitting) == 1:
            row.tell(field, _guessed(text, fitting[0], Why.MEETING))
            return replace(reading, days=fitting)
        return reading

    def _tell(self, row: Row, field: EventField, text: str, reading: DayReading) -> None:
        (day,) = reading.days
        if reading.is_reckoned:
            self._tell_reckoned(row, field, text, day)
            return
        choices = set(in_figures(text, self._bare).values())
        if len(choices) == 2 and day in choices and self._order.why in {Why.ROWS, Why.MEETING}:
            row.tell(field, _guessed(text, day, self._order.why))
        elif len(choices) == 1 and self._contradicts_wish(text):
            row.warn(
                field,
                message("“{text}” can only be {day}, in the other order than was said.", text=text, day=day),
            )

    def _contradicts_wish(self, text: str) -> bool:
        wish = self._order.order
        return wish is not None and wish not in in_figures(text, self._bare)

    def _tell_reckoned(self, row: Row, field: EventField, text: str, day: date) -> None:
        if self.frame.is_within(day):
            row.tell(field, message("“{text}” is taken as {day}.", text=text, day=day))
        else:
            row.warn(
                field,
                message("“{text}” is taken as {day}, which is no day of the meeting.", text=text, day=day),
            )


def which_day(text: str, reading: DayReading) -> Message:
    """Return what is asked or said of a text that is not clearly one day."""
    if len(reading.days) == 2:
        return message(
            "“{text}” can be {day} or {other}. Say whether the day or the month comes first.",
            text=text,
            day=reading.days[0],
            other=reading.days[1],
        )
    return message("“{text}” is not clearly a day. Write it as 2027-06-12.", text=text)


def _guessed(text: str, day: date, why: Why) -> Message:
    if why is Why.ROWS:
        return message("“{text}” is guessed to be {day}, by other rows of the list.", text=text, day=day)
    return message("“{text}” is guessed to be {day}, by the days of the meeting.", text=text, day=day)
