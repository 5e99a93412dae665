"""All that records say, in any language, to be searched; the same on every engine."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from alternat.language.label import Label, Language
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns import kinds
from alternat.nouns.all import NOUNS
from alternat.nouns.noun import Field, Noun, Reach
from alternat.planning.searching import Hit, SearchIndex, excerpt

SEARCHED = (
    *("outcome", "progress_note", "outcome_correction", "guidance", "guidance_answer"),
    *("provision", "instrument", "dialogue_meeting", "agenda_proposal", "agenda_item", "session"),
    *("sub_group", "task"),
)
"""The tables whose texts are searched, those that matter most first."""
WIDTH = 90
"""About how many characters of a text are shown around what was found."""


@dataclass(frozen=True, slots=True)
class RecordText:
    """One text of a record."""

    field: str
    """The name of the field."""
    language: Language | None
    """None for a text in no language, such as a code or a private note."""
    text: str


@dataclass(frozen=True, slots=True)
class RecordTexts:
    """A record with all its texts that are not empty."""

    table: str
    key: int
    texts: tuple[RecordText, ...]


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record that has all the words."""

    table: str
    key: int
    name: str
    """By what commands take it: its code, or else its number."""
    field: str
    language: Language | None
    excerpt: str
    start: int
    end: int
    """The place of the first word in the excerpt."""


@dataclass(frozen=True, slots=True)
class FoundRecords:
    """What a search through all records finds."""

    records: tuple[FoundRecord, ...]
    total: int
    """How many records have all the words, those that are not among `records` too."""


class RecordIndex:
    """The texts of all records in memory: filled once, then told what has changed."""

    def __init__(self) -> None:
        self._index = SearchIndex()
        self._texts: dict[tuple[str, int], tuple[RecordText, ...]] = {}

    def put(self, records: Iterable[RecordTexts]) -> None:
        """Add records, or replace the texts of those that are there."""
        for each in records:
            key = (each.table, each.key)
            self._texts[key] = each.texts
            self._index.put(key, [text.text for text in each.texts])

    def read_again(self, tables: Tables, touched: Iterable[tuple[str, int]]) -> None:
        """Take in what has changed in these rows, given as table and id; rows that are gone go out."""
        by_table: dict[str, set[int]] = {}
        for table, key in touched:
            if table in SEARCHED:
                by_table.setdefault(table, set()).add(key)
        for table, keys in by_table.items():
            for key in keys:
                self._index.remove((table, key))
                self._texts.pop((table, key), None)
            self.put(read_texts(tables, table, keys))

    def search(self, words: str, limit: int) -> FoundRecords:
        """Return the records that have all words, in any of their texts and languages; the best first."""
        found = self._index.search(words, limit)
        return FoundRecords(tuple(map(self._found, found.hits)), found.total)

    def _found(self, hit: Hit) -> FoundRecord:
        key: Any = hit.key
        text = self._texts[key][hit.text]
        shown = excerpt(text.text, hit.start, hit.end, WIDTH)
        table, row = key
        name = next((each.text for each in self._texts[key] if each.field == "code"), str(row))
        return FoundRecord(table, row, name, text.field, text.language, shown.text, shown.start, shown.end)


def all_texts(tables: Tables) -> Iterator[RecordTexts]:
    """Yield all records that are searched, table by table, so that whoever reads them may pause between."""
    for table in SEARCHED:
        yield from read_texts(tables, table)


def read_texts(tables: Tables, table: str, keys: Collection[int] | None = None) -> Sequence[RecordTexts]:
    """Return the records of a table with their texts, all or those with the given ids, in one query."""
    noun, model = NOUNS[table], _model(tables, table)
    names = [*noun.found_by, *(each.name for each in noun.fields if _is_searched(each))]
    names = list(dict.fromkeys(names))
    query = model.select(model.id, *(getattr(model, name) for name in names)).order_by(model.id)
    if keys is not None:
        query = query.where(model.id.in_(list(keys)))
    return [
        RecordTexts(table, key, tuple(_texts(names, values))) for key, *values in tuples(query) if any(values)
    ]


def field_title(table: str, name: str) -> Field | None:
    """Return the field that a text stands in; None for what the program writes, such as a code."""
    noun: Noun = NOUNS[table]
    return noun.by_name.get(name)


def _model(tables: Tables, table: str) -> Any:
    return tables.named(table)


def _is_searched(field: Field) -> bool:
    """Return whether a field holds words, and may be shown in a list of this desk."""
    return isinstance(field.kind, kinds.Text | kinds.Texts) and field.reach is not Reach.PRIVATE


def _texts(names: Sequence[str], values: Sequence[object]) -> Iterator[RecordText]:
    for name, value in zip(names, values, strict=True):
        if isinstance(value, Label):
            for language in Language:
                if text := value.text(language):
                    yield RecordText(name, language, text)
        elif value not in (None, ""):
            yield RecordText(name, None, str(value))
