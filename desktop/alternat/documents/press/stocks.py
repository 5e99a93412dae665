"""The label and badge sheets that are sold, and our own cuts of plain paper, with their geometry."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Any

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message
from alternat.shipped import resource

_ROUNDING_MM = 0.02


class UnknownStock(AlternatError):
    """No stock has that name."""

    template = mark("There is no label stock named “{name}”. The nearest are: {choices}.")


class StartBeyondSheet(AlternatError):
    """The first label asked for is not on the sheet."""

    template = mark("A sheet of {stock} has {count} labels, so printing cannot start at label {start}.")


class Confidence(StrEnum):
    """How sure the geometry is; a test sheet on plain paper settles every doubt."""

    SURE = "sure"
    PROBABLE = "probable"
    MEASURE = "measure"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of one label on a sheet, in millimetres from the sheet's top left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet of labels; lengths are in millimetres, labels are counted by rows from the top left, from 1."""

    id: str
    also: tuple[str, ...]
    brand: str
    use: Label
    page_mm: tuple[float, float]
    columns: int
    rows: int
    label_mm: tuple[float, float]
    first_mm: tuple[float, float]
    pitch_mm: tuple[float, float]
    corner_mm: float
    confidence: Confidence

    @property
    def per_sheet(self) -> int:
        """Return the number of labels on a sheet."""
        return self.columns * self.rows

    @property
    def title(self) -> Message:
        """Return the line by which a person chooses the stock."""
        width, height = self.label_mm
        return message(
            "{name}: {use}, {width} × {height} mm, {count} on a page",
            name=f"{self.brand} {self.id}".strip(),
            use=self.use,
            width=f"{width:g}",
            height=f"{height:g}",
            count=self.per_sheet,
        )

    @property
    def is_cut_by_hand(self) -> bool:
        """Return whether the labels are cut from plain paper, so that crop marks help."""
        return self.confidence is Confidence.OWN

    def cell(self, number: int) -> Cell:
        """Return the place of a label; one that is not on the sheet is a `StartBeyondSheet`."""
        if not 1 <= number <= self.per_sheet:
            raise StartBeyondSheet(stock=self.id, count=self.per_sheet, start=number)
        row, column = divmod(number - 1, self.columns)
        return Cell(
            self.first_mm[0] + column * self.pitch_mm[0],
            self.first_mm[1] + row * self.pitch_mm[1],
            *self.label_mm,
        )

    def cells(self) -> tuple[Cell, ...]:
        """Return the places of all labels in the order in which they are filled."""
        return tuple(self.cell(number) for number in range(1, self.per_sheet + 1))

    def fits_page(self) -> bool:
        """Return whether every label lies on the page and none overlaps another."""
        last = self.cell(self.per_sheet)
        on_page = (
            min(self.first_mm) >= 0
            and last.left + last.width <= self.page_mm[0] + _ROUNDING_MM
            and last.top + last.height <= self.page_mm[1] + _ROUNDING_MM
        )
        apart = all(
            count == 1 or pitch >= size - _ROUNDING_MM
            for count, pitch, size in zip(
                (self.columns, self.rows), self.pitch_mm, self.label_mm, strict=True
            )
        )
        return on_page and apart


@cache
def stocks() -> tuple[Stock, ...]:
    """Return all stocks in the order in which they are offered."""
    document = json.loads(resource("stocks.json").read_text(encoding="utf-8"))
    return tuple(_stock(entry) for entry in document["stocks"])


def stock(name: str) -> Stock:
    """Return the stock of that id, or of another name of the same sheet, in any case; else `UnknownStock`."""
    named = {alias.casefold(): each for each in stocks() for alias in (each.id, *each.also)}
    wanted = name.strip().casefold().removeprefix("avery").strip(" -")
    if wanted in named:
        return named[wanted]
    near = get_close_matches(wanted, named, n=4, cutoff=0.5)
    choices = dict.fromkeys(named[alias].id for alias in near) or [each.id for each in stocks()]
    raise UnknownStock(name=name, choices=", ".join(choices))


def _stock(entry: Mapping[str, Any]) -> Stock:
    return Stock(
        id=entry["id"],
        also=tuple(entry["also"]),
        brand=entry["brand"],
        use=Label.from_mapping(entry["use"]),
        page_mm=_pair(entry["page_mm"]),
        columns=entry["columns"],
        rows=entry["rows"],
        label_mm=_pair(entry["label_mm"]),
        first_mm=_pair(entry["first_mm"]),
        pitch_mm=_pair(entry["pitch_mm"]),
        corner_mm=entry["corner_mm"],
        confidence=Confidence(entry["confidence"]),
    )


def _pair(values: list[float]) -> tuple[float, float]:
    first, second = values
    return first, second
