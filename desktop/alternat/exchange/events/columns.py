"""Which column of a list of sessions holds what, told by its heading in any of the three languages."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from alternat.errors import AlternatError
from alternat.exchange.events.days import weekday_alone
from alternat.exchange.events.fields import TITLES, EventField, event_field_named, title_in
from alternat.exchange.people.mapping import UnclearOverride, UnknownImportColumn
from alternat.exchange.people.text import han_share, parts, tidy
from alternat.exchange.people.words import language_tags
from alternat.exchange.sources.table import Sheet, Table
from alternat.language.folding import fold
from alternat.language.label import Language
from alternat.language.messages import mark
from alternat.shipped import resource

_DEEPEST = 20


class NoSessionHeadings(AlternatError):
    """No row has the headings of a list of sessions."""

    template = mark(
        "{file} has no row with the headings day, start and title. Put such headings above the sessions: "
        "Day, Start, End, Title, Room, Participants, or Jour, Début, Fin, Titre, Salle, Participants, or "
        "日期, 开始时间, 结束时间, 标题, 会议室, 参加人员."
    )


class NoSessions(AlternatError):
    """There are headings, but nothing below them is a session."""

    template = mark(
        "{file} has headings, but no row below them with a start or a title. Nothing was imported."
    )


@dataclass(frozen=True, slots=True)
class EventColumns:
    """What each column of a list means; `header` is the position of the row with the headings."""

    header: int
    headings: tuple[str, ...]
    letters: tuple[str, ...]
    """Their names in a spreadsheet, such as `C`."""
    meanings: tuple[EventField, ...]
    chosen: frozenset[int] = frozenset()
    """The positions of the columns whose meaning a person has chosen."""

    @property
    def fields(self) -> Mapping[EventField, int]:
        """Return the position of each field's column."""
        return {field: at for at, field in enumerate(self.meanings) if field is not EventField.IGNORE}

    @property
    def titles(self) -> Mapping[Language | None, int]:
        """Return the position of the title's column in each language."""
        return {TITLES[field]: at for field, at in self.fields.items() if field in TITLES}

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the headings of columns that are not read."""
        left_out = zip(self.headings, self.meanings, strict=True)
        return tuple(heading for heading, field in left_out if heading and field is EventField.IGNORE)

    @property
    def missing(self) -> tuple[EventField, ...]:
        """Return the fields without which there is no session: a start and a title."""
        there = self.fields
        lacking = [] if EventField.START in there else [EventField.START]
        return (*lacking, *(() if self.titles else (EventField.TITLE,)))

    def name_of(self, position: int) -> str:
        """Return what messages call a column: its heading or, without one, its letters."""
        return self.headings[position] or self.letters[position]

    def with_field(self, position: int, field: EventField) -> "EventColumns":
        """Return these columns with a person's own choice for one of them.

        Another column that meant the same is left out from then on, since both cannot.
        """
        meanings = [EventField.IGNORE if each is field else each for each in self.meanings]
        meanings[position] = field
        return replace(self, meanings=tuple(meanings), chosen=self.chosen | {position})

    def position_named(self, name: str) -> int | None:
        """Return the column with that heading, with it as a part of its heading, or with those letters."""
        wanted = fold(name)
        for at, heading in enumerate(self.headings):
            if wanted and wanted in {fold(heading), *(fold(part) for part in parts(heading))}:
                return at
        letters = [each.casefold() for each in self.letters]
        plain = name.strip().casefold()
        return letters.index(plain) if plain in letters else None


def recognise_events(table: Table, overrides: Iterable[str] = ()) -> EventColumns:
    """Return what the columns of a list mean, with a person's own choices such as `Titre=title-fr`.

    Raises NoSessionHeadings, UnclearOverride, UnknownImportColumn or UnknownImportField.
    """
    choices = [_choice(override) for override in overrides]
    candidates = _candidates(table)
    if not candidates:
        raise NoSessionHeadings(file=table.source)
    named = [each for each in candidates if all(each.position_named(name) is not None for name, _ in choices)]
    columns = _with_choices(_with_weekdays(table, (named or candidates)[0]), choices)
    if columns.missing:
        raise NoSessionHeadings(file=table.source)
    return columns


def guessed_columns(table: Table) -> EventColumns | None:
    """Return the likeliest meaning of the columns, complete or not; None of an empty list."""
    best = next(iter(_candidates(table)), None)
    return best and _with_weekdays(table, best)


def event_likeness(sheet: Sheet) -> int:
    """Return how much a sheet looks like a list of sessions: how many fields its best headings name."""
    rows = enumerate(sheet.rows[:_DEEPEST])
    return max((_size(_columns(at, sheet.columns, row)) for at, row in rows), default=0)


def _choice(override: str) -> tuple[str, EventField]:
    name, equals, meaning = override.rpartition("=")
    if not (equals and name.strip() and meaning.strip()):
        raise UnclearOverride(text=override)
    return name, event_field_named(meaning)


def _with_choices(columns: EventColumns, choices: Iterable[tuple[str, EventField]]) -> EventColumns:
    for name, field in choices:
        position = columns.position_named(name)
        if position is None:
            known = ", ".join(columns.name_of(at) for at in range(len(columns.headings)))
            raise UnknownImportColumn(column=name, choices=known)
        columns = columns.with_field(position, field)
    return columns


def _candidates(table: Table) -> list[EventColumns]:
    """Return every row that could hold the headings, with what they mean, the likeliest first."""
    letters, rows = table.sheet.columns, enumerate(table.rows[:_DEEPEST])
    found = [_columns(at, letters, row) for at, row in rows]
    return sorted(found, key=lambda each: (bool(each.missing), -_size(each), each.header))


def _with_weekdays(table: Table, columns: EventColumns) -> EventColumns:
    """Return the columns with one of nothing but days of the week known by its cells.

    Its heading often says but “Day”; where the column of the dates comes second, it has the meaning instead.
    """
    there = columns.fields
    if EventField.WEEKDAY in there or EventField.DAY not in there:
        return columns
    days = there[EventField.DAY]
    named = [at for at, text in enumerate(columns.headings) if _field(text, _words()) is EventField.DAY]
    left_out = [at for at, field in enumerate(columns.meanings) if field is EventField.IGNORE]
    if _is_of_weekdays(table, columns, days):
        dates = [at for at in named if at in left_out and not _is_of_weekdays(table, columns, at)]
        return _meaning(columns, {days: EventField.WEEKDAY, dates[0]: EventField.DAY}) if dates else columns
    for at in left_out:
        if _is_of_weekdays(table, columns, at):
            return _meaning(columns, {at: EventField.WEEKDAY})
    return columns


def _meaning(columns: EventColumns, known: Mapping[int, EventField]) -> EventColumns:
    found = tuple(known.get(at, field) for at, field in enumerate(columns.meanings))
    return replace(columns, meanings=found)


def _is_of_weekdays(table: Table, columns: EventColumns, position: int) -> bool:
    texts = [tidy(row[position]) for row in table.rows[columns.header + 1 :] if row[position]]
    return bool(texts) and all(weekday_alone(text) is not None for text in texts)


def _size(columns: EventColumns) -> int:
    return len(columns.fields)


def _columns(header: int, letters: tuple[str, ...], row: Iterable[str]) -> EventColumns:
    """Return what the headings of a row mean: the plain ones first, then those that can mean other things."""
    headings = tuple(tidy(cell) for cell in row)
    meanings = [EventField.IGNORE for _ in headings]
    for words in (_words(), _weak_words()):
        for at, heading in enumerate(headings):
            field = _field(heading, words)
            if meanings[at] is EventField.IGNORE and field not in meanings:
                meanings[at] = field
    return EventColumns(header, _shown(headings), letters, tuple(meanings))


def _shown(headings: Iterable[str]) -> tuple[str, ...]:
    return tuple(heading.replace("\n", " / ") for heading in headings)


def _field(heading: str, words: Mapping[str, EventField]) -> EventField:
    """Return the field that most of a heading's parts name."""
    names = (fold(_outside(part)) for part in parts(heading))
    votes = Counter(words[name] for name in names if name in words)
    if not votes:
        return EventField.IGNORE
    field = votes.most_common(1)[0][0]
    return title_in(_tongue(heading)) if field is EventField.TITLE else field


def _tongue(heading: str) -> Language | None:
    """Return the language that a heading gives in brackets or behind its word, or is written in alone."""
    pieces = parts(heading)
    tags = set()
    for part in pieces:
        inside = fold(part.replace("（", "(").replace("）", ")").partition("(")[2].partition(")")[0])
        tags |= {language_tags()[inside]} if inside in language_tags() else set()
    if len(tags) == 1:
        return next(iter(tags))
    if len(pieces) == 1 and han_share(heading) > 0.5:
        return Language.ZH
    return Language.FR if len(pieces) == 1 and fold(heading) in _FRENCH_ALONE else None


_FRENCH_ALONE = frozenset(
    {"titre", "titres", "seance", "activite", "evenement", "objet", "reunion", "intitule", "libelle", "sujet"}
)


def _outside(part: str) -> str:
    return part.replace("（", "(").partition("(")[0]


@cache
def _words() -> Mapping[str, EventField]:
    """Return the headings that lists have, and the names of the fields as the command line calls them."""
    known = _by_word({name: words for name, words in _document().items() if name != "weak"})
    own = {fold(field): field for field in EventField if "-" in field}
    return MappingProxyType({**own, **known})


@cache
def _weak_words() -> Mapping[str, EventField]:
    return _by_word(_document()["weak"])


def _by_word(document: Mapping[str, Any]) -> Mapping[str, EventField]:
    return MappingProxyType(
        {fold(word): EventField(field) for field, words in document.items() for word in words}
    )


@cache
def _document() -> Mapping[str, Any]:
    content: Mapping[str, Any] = json.loads(
        resource("import", "event-headings.json").read_text(encoding="utf-8")
    )
    return MappingProxyType(content)
