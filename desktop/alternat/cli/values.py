"""The values that options take on the command line, read and refused with a sentence of their own."""

import math
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

import click

from alternat.errors import AlternatError
from alternat.language.label import Language
from alternat.language.messages import mark, series
from alternat.nouns.kinds import Number

_Param = click.Parameter | None
_Context = click.Context | None
_MOST_DIGITS = 18


class NotOffered(AlternatError):
    """A value is not one of those to choose from."""

    template = mark("“{value}” is not a value of {name}. Choose one of: {choices}.")


class NotADay(AlternatError):
    """A text is not a day of the calendar."""

    template = mark(
        "“{value}” in {name} is not a day of the calendar. Write year, month and day, such as 2027-06-12."
    )


class NotATime(AlternatError):
    """A text is not a time of day."""

    template = mark(
        "“{value}” in {name} is not a time of day. Write hours and minutes, such as 09:00, without a zone."
    )


class NotAMoment(AlternatError):
    """A text is not a day with a time, as a clock on the wall shows it."""

    template = mark(
        "“{value}” in {name} is not a day with a time. Write it as 2027-06-12T09:00, without a zone."
    )


class NotANumber(AlternatError):
    """A text is not a whole number in its range."""

    template = mark("“{value}” is not a whole number from {least} to {most}, as {name} needs.")


class NotAnOffset(AlternatError):
    """A text is not two lengths in a printer's reach."""

    template = mark(
        "“{value}” is not two lengths in millimetres, to the right and down, each from −{most} to {most}. "
        "Write them as 0.5,-0.3."
    )


class NotAPercentage(AlternatError):
    """A text is not a share in hundredths in its range."""

    template = mark("“{value}” is not a percentage from {least} to {most}, as {name} needs, such as 100.4.")


class LanguageTwice(AlternatError):
    """A language was listed twice."""

    template = mark("“{value}” names a language twice. Name each language once, such as zh,en,fr.")


class Choice(click.ParamType[str]):
    """One of a few words, in any case."""

    name = "choice"

    def __init__(self, choices: Iterable[str]) -> None:
        self.choices = tuple(choices)

    def convert(self, value: Any, param: _Param, ctx: _Context) -> str:  # noqa: ARG002 - click's signature
        """Return the word as it is offered; another one is a `NotOffered`."""
        for choice in self.choices:
            if str(value).casefold() == choice.casefold():
                return choice
        raise NotOffered(value=value, name=_name(param), choices=series(self.choices))


class Day(click.ParamType[date]):
    """A day of the calendar, as `2027-06-12`."""

    name = "day"

    def convert(self, value: Any, param: _Param, ctx: _Context) -> date:  # noqa: ARG002 - click's signature
        """Return the day; a text that is none is a `NotADay`."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise NotADay(value=value, name=_name(param)) from error


class Clock(click.ParamType[time]):
    """A time of day, as `09:00`; the zone is that of the place."""

    name = "clock"

    def convert(self, value: Any, param: _Param, ctx: _Context) -> time:  # noqa: ARG002 - click's signature
        """Return the time without a zone; anything else is a `NotATime`."""
        if isinstance(value, time):
            return value
        try:
            clock = time.fromisoformat(value)
        except ValueError as error:
            raise NotATime(value=value, name=_name(param)) from error
        if clock.tzinfo is not None or _has_seconds(clock):
            raise NotATime(value=value, name=_name(param))
        return clock


class Moment(click.ParamType[datetime]):
    """A day and a time on a wall clock, as `2027-06-12T09:00`; the zone is that of the place."""

    name = "moment"

    def convert(self, value: Any, param: _Param, ctx: _Context) -> datetime:  # noqa: ARG002 - click's signature
        """Return the day and time without a zone; anything else is a `NotAMoment`."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError as error:
            raise NotAMoment(value=value, name=_name(param)) from error
        has_time = "T" in value.upper().replace(" ", "T")
        if moment.tzinfo is not None or not has_time or _has_seconds(moment):
            raise NotAMoment(value=value, name=_name(param))
        return moment


class Offset(click.ParamType[tuple[float, float]]):
    """How far a printer is off, to the right and down in millimetres, as `0.5,-0.3`."""

    name = "offset"

    def __init__(self, most: float) -> None:
        self.most = most

    def convert(self, value: Any, param: _Param, ctx: _Context) -> tuple[float, float]:  # noqa: ARG002 - click's signature
        """Return both lengths; anything else is a `NotAnOffset`."""
        if isinstance(value, tuple):
            return value
        try:
            right, down = (float(part.replace("\N{MINUS SIGN}", "-")) for part in str(value).split(","))
        except ValueError as error:
            raise NotAnOffset(value=value, most=f"{self.most:g}") from error
        if not max(abs(right), abs(down)) <= self.most:
            raise NotAnOffset(value=value, most=f"{self.most:g}")
        return right, down


class Percentage(click.ParamType[float]):
    """A share in hundredths in a range, with or without its sign, as `100.4`."""

    name = "percentage"

    def __init__(self, least: float, most: float) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: _Param, ctx: _Context) -> float:  # noqa: ARG002 - click's signature
        """Return the number; anything else is a `NotAPercentage`."""
        try:
            number = float(str(value).strip().removesuffix("%").strip())
        except ValueError:
            number = math.nan
        if not self.least <= number <= self.most:
            raise NotAPercentage(
                value=value, least=f"{self.least:g}", most=f"{self.most:g}", name=_name(param)
            )
        return number


class WholeNumber(click.ParamType[int]):
    """A whole number in a range."""

    name = "number"

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: _Param, ctx: _Context) -> int:  # noqa: ARG002 - click's signature
        """Return the number; anything else is a `NotANumber`."""
        text = str(value)
        digits = text.removeprefix("-")
        # Python reads no more than a few thousand digits, and no number here needs as many as this.
        is_number = digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
        if not is_number or not self.least <= int(text) <= self.most:
            raise NotANumber(value=value, name=_name(param), least=str(self.least), most=str(self.most))
        return int(text)


def within(range_: Number) -> WholeNumber:
    """Return what reads a number in the range that a noun has it."""
    return WholeNumber(range_.least, range_.most)


class NumberOrNone(WholeNumber):
    """A whole number in a range that begins above nought, or a single minus, which is read as nought.

    Click takes a required option that is read as None for a missing one.
    """

    def convert(self, value: Any, param: _Param, ctx: _Context) -> int:
        """Return the number, or 0 for the minus; anything else is a `NotANumber`."""
        return 0 if value == "-" else super().convert(value, param, ctx)


class Languages(click.ParamType[tuple[Language, ...]]):
    """Languages in the order in which they print, as `zh,en,fr`."""

    name = "languages"

    def convert(self, value: Any, param: _Param, ctx: _Context) -> tuple[Language, ...]:  # noqa: ARG002 - click's signature
        """Return the languages; an unknown one is a `NotOffered`."""
        if isinstance(value, tuple):
            return value
        codes = [code.strip().casefold() for code in str(value).split(",")]
        for code in codes:
            if code not in set(Language):
                raise NotOffered(
                    value=code, name=_name(param), choices=series(each.value for each in Language)
                )
        if len(set(codes)) < len(codes):
            raise LanguageTwice(value=value)
        return tuple(Language(code) for code in codes)


def _has_seconds(moment: time | datetime) -> bool:
    """Return whether a time says more than hours and minutes, which is all that is kept of it."""
    return bool(moment.second or moment.microsecond)


def _name(param: click.Parameter | None) -> str:
    """Return how help calls a parameter: `NUMBER` or `--seats`."""
    if isinstance(param, click.Argument) and param.metavar:
        return param.metavar
    return max(param.opts, key=len) if param else ""
