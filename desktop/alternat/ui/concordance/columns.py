"""The list of texts: what each is called, and what is still open about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from alternat.language.catalogs import Catalog
from alternat.language.formats import sentence_case
from alternat.language.label import Language
from alternat.language.messages import Message, counted, message, series
from alternat.planning.text_states import Standing, TextDifferences, TextState
from alternat.planning.texts import FIELDS, TextKey
from alternat.ui.parts.tables.columns import PLAIN, Column, Look

_TABLES, _FIELDS = tuple(FIELDS), 4


def number_of(key: TextKey) -> int:
    """Return the number of a text in the list, the same for ever."""
    place = _TABLES.index(key.table) * _FIELDS + FIELDS[key.table].index(key.field)
    return key.row * len(_TABLES) * _FIELDS + place


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of the list."""

    state: TextState
    differing: TextDifferences | None

    @property
    def id(self) -> int:
        """Return its number in the list."""
        return number_of(self.state.key)

    @property
    def differences(self) -> int:
        """Return how many differences are open."""
        return len(self.differing.open) if self.differing else 0

    @property
    def is_open(self) -> bool:
        """Return whether anything is to be seen to: a difference, a stale or missing text, a reopened one."""
        return bool(next(self.lacks(), None))

    @property
    def is_unchecked(self) -> bool:
        """Return whether nobody has checked it in every language in which it says something."""
        return any(each.standing is Standing.DRAFT for each in self.state.languages)

    def lacks(self) -> Iterator[Message]:
        """Yield what is open."""
        if self.differences:
            yield counted("{count} difference", "{count} differences", self.differences)
        missing = [each.language for each in self.state.languages if each.standing is Standing.MISSING]
        if missing:
            yield message("missing in {languages}", languages=series(missing))
        if self.state.stale:
            stale = series(each.language for each in self.state.stale)
            yield message("to be checked again in {languages}", languages=stale)
        if any(not each.stands for each in self.state.agreements):
            yield message("agreed in an earlier wording")
        if self.state.is_reopened:
            yield message("to be collated again")


@dataclass(frozen=True, slots=True)
class Reader:
    """What the cells are read with."""

    catalog: Catalog

    @property
    def language(self) -> Language:
        """Return the language of the screen."""
        return self.catalog.language


def standing_of(entry: Entry) -> Message:
    """Return how a text stands as a whole, where nothing is open."""
    state = entry.state
    if state.is_collated:
        return message("Collated")
    if state.is_checked:
        return message("Checked")
    if any(each.standing is Standing.CHECKED for each in state.languages):
        return message("Checked in part")
    return message("Not checked")


def _name(entry: Entry, reader: Reader) -> str:
    return name_of(entry, reader.catalog)


def name_of(entry: Entry, catalog: Catalog) -> str:
    """Return what a text is called, with a capital."""
    return sentence_case(catalog.say(entry.state.of.name))


def _text(entry: Entry, reader: Reader) -> str:
    return f"{_name(entry, reader)}\n{entry.state.of.text.on_screen(reader.language)}"


def _state(entry: Entry, reader: Reader) -> str:
    lacks = [reader.catalog.say(each) for each in entry.lacks()]
    return sentence_case(" · ".join(lacks)) if lacks else reader.catalog.say(standing_of(entry))


def _look(entry: Entry) -> Look:
    if entry.is_open:
        return Look("warns", icon="triangle-alert")
    return Look("good", icon="circle-check") if entry.state.is_checked else PLAIN


def text_columns() -> tuple[Column[Any, Any], ...]:
    """Return the columns of the list."""
    return (
        Column(message("Text"), 0, _text),
        Column(message("State"), 160, _state, look=_look, tip=_state),
    )
