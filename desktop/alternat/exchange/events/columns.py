"""Which column of a list of sessions holds what, told by its heading in any of the three languages."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from alternat.errors import AlternatError
from alternat.exchange.people.text import han_share, parts, tidy
from alternat.exchange.people.words import language_tags
from alternat.exchange.sources.table import Table
from alternat.language.folding import fold
from alternat.language.label import Language
from alternat.language.messages import mark
from alternat.shipped import resource

_DEEPEST = 20
_FEWEST = 3


class NoSessionHeadings(AlternatError):
    """No row has the headings of a list of sessions."""

    template = mark(
        "{file} has no row with the headings day, start and title. Put such headings above the sessions."
    )


@dataclass(frozen=True, slots=True)
class EventColumns:
    """The position of each field's column, and of the title's in each language; `header` is its row."""

    header: int
    fields: Mapping[str, int]
    titles: Mapping[Language | None, int]
    headings: tuple[str, ...]
    unknown: tuple[str, ...]
    """The headings of columns that are not read."""


def recognise_events(table: Table) -> EventColumns:
    """Return the columns of a list; raises NoSessionHeadings."""
    best: EventColumns | None = None
    for at, row in enumerate(table.rows[:_DEEPEST]):
        found = _columns(at, tuple(tidy(cell) for cell in row))
        has_needed = found.titles and "start" in found.fields
        if has_needed and len(found.fields) + 1 >= _FEWEST and (best is None or _size(found) > _size(best)):
            best = found
    if best is None:
        raise NoSessionHeadings(file=table.source)
    return best


def _size(columns: EventColumns) -> int:
    return len(columns.fields) + len(columns.titles)


def _columns(header: int, headings: tuple[str, ...]) -> EventColumns:
    fields: dict[str, int] = {}
    titles: dict[Language | None, int] = {}
    unknown = []
    for at, heading in enumerate(headings):
        field = _field(heading)
        if field == "title":
            titles.setdefault(_tongue(heading), at)
        elif field:
            fields.setdefault(field, at)
        elif heading:
            unknown.append(heading)
    return EventColumns(
        header, MappingProxyType(fields), MappingProxyType(titles), _shown(headings), _shown(unknown)
    )


def _shown(headings: Iterable[str]) -> tuple[str, ...]:
    return tuple(heading.replace("\n", " / ") for heading in headings)


def _field(heading: str) -> str:
    """Return the field that most of a heading's parts name, empty if none does."""
    names = (fold(_outside(part)) for part in parts(heading))
    votes = Counter(_words()[name] for name in names if name in _words())
    return votes.most_common(1)[0][0] if votes else ""


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


_FRENCH_ALONE = frozenset({"titre", "seance", "activite", "evenement", "objet"})


def _outside(part: str) -> str:
    return part.replace("（", "(").partition("(")[0]


@cache
def _words() -> Mapping[str, str]:
    document = json.loads(resource("import", "event-headings.json").read_text(encoding="utf-8"))
    return MappingProxyType({fold(word): field for field, words in document.items() for word in words})
