"""The twelve months of a year drawn as small calendars, with the days off of both sides and the meetings."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from alternat.documents.press.drawing import WHITE, Block, Box, Colour, Item, Rule, Text
from alternat.documents.press.fonts import Weight
from alternat.documents.press.pagination import Strip
from alternat.documents.press.paper import points
from alternat.documents.press.set_text import baseline_in
from alternat.documents.press.style import BODY, GREY, HAIRLINE, INK, SMALL, TEXT_WIDTH
from alternat.documents.press.typesetting import SEPARATOR, Typesetter
from alternat.language.formats import month_name, sentence_case, weekday_letter
from alternat.language.label import Language
from alternat.planning.calendar import DayMark, MarkKind

_ACROSS = 3
_GAP = points(7)
_MONTH = (TEXT_WIDTH - (_ACROSS - 1) * _GAP) / _ACROSS
_CELL = _MONTH / 7
_LINE = points(4.9)
_HEAD = points(9.5)
_BELOW = points(0.4)
"""The room below a row of months."""
_WEEKDAYS = points(2.5)
"""The height that the weekdays take in one more language."""
_AVOIDED: Colour = (0.88, 0.88, 0.89)
_BAR = 1.7
_FOOT = points(2.2)
"""The width of the bar under a number where an existing dialogue meets."""
_INSET = 1.4
_LEGEND = points(3.2)


@dataclass(frozen=True)
class YearGrid:
    """Draws a year in some languages; `colours` are those of the sides by code, in the order of the copy."""

    typesetter: Typesetter
    languages: tuple[Language, ...]
    colours: tuple[tuple[str, Colour], ...]

    def months(self, year: int, marks: Sequence[DayMark]) -> tuple[Strip, ...]:
        """Return the year as strips of three months each."""
        by_day: dict[date, list[DayMark]] = defaultdict(list)
        for mark in marks:
            by_day[mark.day].append(mark)
        return tuple(
            self._row(year, range(first, first + _ACROSS), by_day) for first in range(1, 13, _ACROSS)
        )

    def legend(self, meanings: Sequence[tuple[MarkKind, str | None, str]]) -> Strip:
        """Return what the marks mean: a kind, the side's code if it has one, and the words."""
        items: list[Item] = []
        x = top = 0.0
        for kind, side, words in meanings:
            width = self.typesetter.width(words, Weight.REGULAR, SMALL)
            if x and x + _CELL + width > TEXT_WIDTH:
                x, top = 0.0, top + _LINE
            items += self._swatch(kind, side, x, top)
            baseline = top + baseline_in(_LEGEND, SMALL)
            items.append(Text(x + _CELL, baseline, words, Weight.REGULAR, SMALL, GREY))
            x += _CELL + width + points(5)
        return Strip(Block(tuple(items)), top + _LINE + points(2))

    def _row(self, year: int, months: Sequence[int], by_day: Mapping[date, Sequence[DayMark]]) -> Strip:
        items: list[Item] = []
        most = 0
        for place, month in enumerate(months):
            weeks = Calendar().monthdatescalendar(year, month)
            most = max(most, len(weeks))
            items += self._month(place * (_MONTH + _GAP), month, weeks, by_day)
        return Strip(Block(tuple(items)), self._head + most * _LINE + _BELOW)

    @property
    def _head(self) -> float:
        """Return the height of a month's name and its weekdays, which have a line in each language."""
        return _HEAD + (len(self.languages) - 1) * _WEEKDAYS

    def _months_size(self) -> float:
        """Return the size at which the name of every month fits in all languages."""
        widest = max(
            self.typesetter.width(self._month_title(month), Weight.BOLD, BODY) for month in range(1, 13)
        )
        return BODY * min(1.0, _MONTH / widest)

    def _month_title(self, month: int) -> str:
        names = dict.fromkeys(sentence_case(month_name(month, language)) for language in self.languages)
        return SEPARATOR.join(names)

    def _month(
        self, x: float, month: int, weeks: Sequence[Sequence[date]], by_day: Mapping[date, Sequence[DayMark]]
    ) -> list[Item]:
        head, title = self._head, self._month_title(month)
        items: list[Item] = [Text(x, BODY, title, Weight.BOLD, self._months_size(), INK)]
        for place, language in enumerate(self.languages):
            baseline = _HEAD - 4.2 + place * _WEEKDAYS
            for weekday in range(7):
                letter = weekday_letter(weekday, language)
                items.append(self._centred(letter, x + weekday * _CELL, baseline, Weight.REGULAR, GREY))
        items.append(Rule(x, head - 1.8, x + _MONTH, head - 1.8, 0.35, INK))
        for line, week in enumerate(weeks):
            for weekday, day in enumerate(week):
                if day.month == month:
                    left, top = x + weekday * _CELL, head + line * _LINE
                    items += self._day(day, left, top, by_day.get(day, ()))
        return items

    def _day(self, day: date, x: float, top: float, marks: Sequence[DayMark]) -> list[Item]:
        kinds = {mark.kind for mark in marks}
        items: list[Item] = []
        if MarkKind.MEETING in kinds:
            items.append(Box(x + 0.4, top, _CELL - 0.8, _LINE - 0.6, INK))
        elif MarkKind.AVOID in kinds:
            items.append(Box(x + 0.4, top, _CELL - 0.8, _LINE - 0.6, _AVOIDED))
        for mark in marks:
            items += self._bar(mark.kind, mark.side, x, top)
        is_off = MarkKind.HOLIDAY in kinds
        rests = day.weekday() >= 5 and MarkKind.MAKE_UP not in kinds
        colour = WHITE if MarkKind.MEETING in kinds else GREY if rests and not is_off else INK
        weight = Weight.BOLD if kinds & {MarkKind.MEETING, MarkKind.HOLIDAY} else Weight.REGULAR
        if MarkKind.DIALOGUE in kinds:
            items.append(self._foot(x, top, WHITE if MarkKind.MEETING in kinds else INK))
        items.append(self._centred(f"{day.day}", x, top + baseline_in(_LINE - 0.6, SMALL), weight, colour))
        return items

    def _bar(self, kind: MarkKind, side: str | None, x: float, top: float) -> list[Item]:
        """Return a side's bar: below the number for a day off, above it for a day worked in exchange."""
        if kind not in {MarkKind.HOLIDAY, MarkKind.MAKE_UP}:
            return []
        codes = [code for code, _ in self.colours]
        if side not in codes:
            return []
        share = (_CELL - 2 * _INSET) / len(codes)
        place = codes.index(side)
        y = top + _LINE - 0.6 - _BAR if kind is MarkKind.HOLIDAY else top
        return [Box(x + _INSET + place * share, y, share, _BAR, dict(self.colours)[side])]

    def _foot(self, x: float, top: float, colour: Colour) -> Box:
        """Return the short bar under a number that tells that an existing dialogue meets."""
        return Box(x + (_CELL - _FOOT) / 2, top + _LINE - 0.6 - _BAR / 2, _FOOT, _BAR / 2, colour)

    def _swatch(self, kind: MarkKind, side: str | None, x: float, top: float) -> list[Item]:
        width = _CELL - points(2)
        if kind is MarkKind.MEETING:
            return [Box(x, top, width, _LEGEND, INK)]
        if kind is MarkKind.AVOID:
            return [Box(x, top, width, _LEGEND, _AVOIDED)]
        if kind is MarkKind.DIALOGUE:
            return [Box(x + (width - _FOOT) / 2, top + _LEGEND - _BAR, _FOOT, _BAR / 2, INK)]
        colour = dict(self.colours).get(side or "", HAIRLINE)
        y = top + _LEGEND - _BAR if kind is MarkKind.HOLIDAY else top
        return [Box(x, y, width, _BAR, colour)]

    def _centred(self, text: str, x: float, baseline: float, weight: Weight, colour: Colour) -> Text:
        shift = (_CELL - self.typesetter.width(text, weight, SMALL)) / 2
        return Text(x + shift, baseline, text, weight, SMALL, colour)
