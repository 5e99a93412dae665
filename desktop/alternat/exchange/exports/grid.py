"""The programme as rows and columns, which the workbook and the text file write each in its own way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType

from alternat.exchange.exports.public import PublicClock, PublicProgramme, PublicSession
from alternat.exchange.exports.wording import CANCELLED, said
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.language.vocabulary import language_name

Cell = str | int | date | time | datetime


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its heading in each language of the export, its width in characters, and its cells."""

    headings: tuple[str, ...]
    width: int
    cell: Callable[[PublicSession], Cell]
    is_printed: bool = True
    """Columns that only programs and the way back in need stay off paper; they come last."""


def columns(programme: PublicProgramme) -> tuple[GridColumn, ...]:
    """Return the columns in their order; those that the import reads keep the headings that it knows.

    First come those that print: what a page can hold at a size that one can read. The others follow for
    whoever works with the file.
    """
    say = _Speaker(programme)
    return (
        say.column(message("Day"), 11, lambda session: session.day),
        say.column(message("Start time"), 9, lambda session: session.start),
        say.column(message("End time"), 9, lambda session: session.local_end.time().replace(fold=0)),
        say.column(message("Minutes"), 7, lambda session: session.minutes),
        *(say.title(language) for language in programme.languages),
        say.column(message("Location"), 22, lambda session: _place(programme, session)),
        say.column(message("Participants"), 22, lambda session: _people(programme, session)),
        say.column(message("Chair(s)"), 18, lambda session: _chairs(programme, session)),
        say.column(message("Status"), 10, say.state),
        say.unprinted(message("Kind"), 16, lambda session: programme.joined(session.kind)),
        say.unprinted(message("Room"), 8, lambda session: session.room.code if session.room else ""),
        say.unprinted(
            message("Interpretation"), 20, lambda session: programme.joined(session.interpretation)
        ),
        say.unprinted(message("Agenda"), 60, lambda session: _agenda(programme, session)),
        *(say.clock(clock) for clock in programme.clocks),
        say.unprinted(message("Time zone"), 18, lambda session: session.time_zone),
        say.unprinted(message("Calendar key"), 38, lambda session: session.uid),
    )


_TITLE_WIDTH: Mapping[int, int] = MappingProxyType({1: 36, 2: 28, 3: 21})
"""How wide the column of a title is, by the number of languages."""


class _Speaker:
    """Says headings in the languages of one export."""

    def __init__(self, programme: PublicProgramme) -> None:
        self._languages = programme.languages

    def column(
        self,
        heading: Message,
        width: int,
        cell: Callable[[PublicSession], Cell],
        *,
        is_printed: bool = True,
    ) -> GridColumn:
        """Return a column headed in every language, each wording once."""
        texts = (catalog(language).say(heading) for language in self._languages)
        return GridColumn(tuple(dict.fromkeys(texts)), width, cell, is_printed)

    def unprinted(self, heading: Message, width: int, cell: Callable[[PublicSession], Cell]) -> GridColumn:
        """Return a column that stays off paper."""
        return self.column(heading, width, cell, is_printed=False)

    def title(self, language: Language) -> GridColumn:
        """Return the column of the titles in one language, its name in brackets."""
        name = language_name(language)
        return self.column(
            message("Title ({language})", language=Label(name.en, name.fr, name.zh)),
            _TITLE_WIDTH[len(self._languages)],
            lambda session: session.title.text(language),
        )

    def clock(self, clock: PublicClock) -> GridColumn:
        """Return the column of the starts as the clock of another capital shows them."""
        heading = message("Start in {place}", place=clock.place)
        return self.unprinted(
            heading, 17, lambda session: session.seen_from(clock).replace(tzinfo=None, fold=0)
        )

    def state(self, session: PublicSession) -> str:
        """Return what stands in the row of a cancelled session."""
        if not session.is_cancelled:
            return ""
        return " / ".join(dict.fromkeys(said(CANCELLED).text(each) for each in self._languages))


def _place(programme: PublicProgramme, session: PublicSession) -> str:
    """Return the place language by language, the way each one says it."""
    room = session.room
    if room is None:
        return ""
    texts = []
    for (language, name), (_, venue) in zip(
        programme.each(room.name), programme.each(room.venue), strict=True
    ):
        parts = [part for part in (name, venue) if part]
        is_chinese = language is Language.ZH
        texts.append("\N{IDEOGRAPHIC SPACE}".join(reversed(parts)) if is_chinese else ", ".join(parts))
    return " / ".join(dict.fromkeys(texts))


def _people(programme: PublicProgramme, session: PublicSession) -> str:
    """Return who takes part, each in all languages, as the import reads it; exceptions after a minus."""
    there = [programme.joined(party) for party in session.parties]
    left_out = [f"− {programme.joined(each)}" for each in session.exceptions]
    return _separator(programme, "；").join([*there, *left_out])


def _chairs(programme: PublicProgramme, session: PublicSession) -> str:
    names = [programme.joined(person.addressed or person.name) for person in session.chairs]
    return _separator(programme, "、").join(names)


def _separator(programme: PublicProgramme, chinese: str) -> str:
    """Return what parts the entries of a cell: Chinese alone has signs of its own."""
    return chinese if programme.languages == (Language.ZH,) else "; "


def _agenda(programme: PublicProgramme, session: PublicSession) -> str:
    return "\n".join(f"{item.number}. {programme.joined(item.text)}" for item in session.agenda)
