"""All that records say, in any language, to be searched; the same on every engine."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from alternat.language.called import NameForms, by_script, shown_name, spellings
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.models.base import tuples
from alternat.models.tables import Tables
from alternat.nouns import kinds
from alternat.nouns.all import NOUNS
from alternat.nouns.noun import Field, Noun, Reach
from alternat.planning.searching import Hit, SearchIndex, excerpt

SEARCHED = (
    *("meeting", "person"),
    *("outcome", "progress_note", "outcome_correction", "guidance", "guidance_answer"),
    *("provision", "instrument", "dialogue_meeting", "agenda_proposal", "agenda_item", "session"),
    *("sub_group", "task", "entity"),
)
"""The tables whose texts are searched, those that matter most first."""
_NAMES = ("family", "given", "name_zh", "printed_name", "sort_key", "name_order")
"""The columns of a person's name, in the order of `NameForms`."""
_ONLY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"meeting": ("reference", "year", "city"), "person": (*_NAMES, "position")}
)
"""Where not all words of a row are searched: of people nothing but their names and what they are."""
_SHORT = ("name", "title")
"""The fields that are short enough to call a row by in a list."""
NAME = "name"
"""The field under which the names of a person are found."""
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
    called: Label
    """What people call it, where that is more than its code or number."""


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record that has all the words."""

    table: str
    key: int
    name: str
    """By what commands take it: its code, or else its number."""
    called: Label
    """What people call it, where neither that nor the excerpt says so."""
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
        self._records: dict[tuple[str, int], RecordTexts] = {}

    def put(self, records: Iterable[RecordTexts]) -> None:
        """Add records, or replace the texts of those that are there."""
        for each in records:
            key = (each.table, each.key)
            self._records[key] = each
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
                self._records.pop((table, key), None)
            self.put(read_texts(tables, table, keys))

    def search(self, words: str, limit: int, language: Language | None = None) -> FoundRecords:
        """Return the records that have all words, in any of their texts and languages; the best first.

        Where texts in several languages have the words, the one in that language is shown.
        """

        def prefers(key: Hashable, text: int) -> bool:
            of: Any = key
            return self._records[of].texts[text].language in (None, language)

        found = self._index.search(words, limit, prefers)
        return FoundRecords(tuple(map(self._found, found.hits)), found.total)

    def _found(self, hit: Hit) -> FoundRecord:
        key: Any = hit.key
        record = self._records[key]
        text = record.texts[hit.text]
        shown = excerpt(text.text, hit.start, hit.end, WIDTH)
        table, row = key
        by = "reference" if table == "meeting" else "code"
        name = next((each.text for each in record.texts if each.field == by), str(row))
        says_it = text.field in (NAME, NOUNS[table].called_by)
        called = Label() if says_it else record.called
        place = (shown.text, shown.start, shown.end)
        return FoundRecord(table, row, name, called, text.field, text.language, *place)


def all_texts(tables: Tables) -> Iterator[RecordTexts]:
    """Yield all records that are searched, table by table, so that whoever reads them may pause between."""
    for table in SEARCHED:
        yield from read_texts(tables, table)


def read_texts(tables: Tables, table: str, keys: Collection[int] | None = None) -> Sequence[RecordTexts]:
    """Return the records of a table with their texts, all or those with the given ids, in one query."""
    noun, model = NOUNS[table], _model(tables, table)
    searched = (each.name for each in noun.fields if _is_searched(each))
    names = list(dict.fromkeys(_ONLY.get(table) or (*noun.found_by, *searched)))
    query = model.select(model.id, *(getattr(model, name) for name in names)).order_by(model.id)
    if keys is not None:
        query = query.where(model.id.in_(list(keys)))
    make = _person if table == "person" else _record
    return [make(noun, key, dict(zip(names, values, strict=True))) for key, *values in tuples(query)]


def field_title(table: str, name: str) -> Message:
    """Return what the field that a text stands in is called inside a sentence."""
    noun: Noun = NOUNS[table]
    if table == "person" and name == NAME:
        return message("name of a person")
    field = noun.by_name.get(name)
    # What the program writes itself is a code.
    return field.title if field else message("code")


def _model(tables: Tables, table: str) -> Any:
    return tables.named(table)


def _is_searched(field: Field) -> bool:
    """Return whether a field holds words, and may be shown in a list of this desk."""
    if isinstance(field.kind, kinds.Text) and field.kind.is_code:
        return False
    return isinstance(field.kind, kinds.Text | kinds.Texts) and field.reach is not Reach.PRIVATE


def _record(noun: Noun, key: int, values: Mapping[str, object]) -> RecordTexts:
    called = values.get(noun.called_by) if noun.called_by in _SHORT else None
    name = called if isinstance(called, Label) else Label()
    return RecordTexts(noun.table, key, tuple(_texts(values)), name)


def _person(noun: Noun, key: int, values: Mapping[str, object]) -> RecordTexts:
    parts: list[Any] = [values[each] for each in _NAMES]
    name = NameForms(*parts)
    written = dict.fromkeys(("  ".join(by_script(name)), *spellings(name), name.sort_key))
    names = tuple(RecordText(NAME, None, each) for each in written if each)
    return RecordTexts(noun.table, key, (*names, *_texts({"position": values["position"]})), shown_name(name))


def _texts(values: Mapping[str, object]) -> Iterator[RecordText]:
    for name, value in values.items():
        if isinstance(value, Label):
            for language in Language:
                if text := value.text(language):
                    yield RecordText(name, language, text)
        elif value not in (None, ""):
            yield RecordText(name, None, str(value))
