"""Which lines of a sheet are about a person, and what lines of their own say about those below them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from alternat.exchange.people.beside import is_placeholder
from alternat.exchange.people.directory import Directory
from alternat.exchange.people.fields import Field
from alternat.exchange.people.forms import role_heading_of
from alternat.exchange.people.headings import NUMBER, is_plain_heading, meanings
from alternat.exchange.people.mapping import ColumnMapping
from alternat.exchange.people.strays import NAME_FIELDS, read_texts, stray_kind
from alternat.exchange.people.text import in_one_line, parts, tidy
from alternat.exchange.sources.table import Sheet, Table
from alternat.language.characters import code_point, unseen_in
from alternat.language.folding import fold
from alternat.language.messages import Message, message
from alternat.nouns.delegations import Role
from alternat.planning.findings import Severity
from alternat.planning.imports import LeftOut, LeftOutKind, RowProblem


@dataclass(frozen=True, slots=True)
class Section:
    """What a line of its own says about the rows below: `Canadian delegation`, `Interpreters`, an entity."""

    side: str = ""
    role: Role | None = None
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row about a person: its number in the file and its tidied texts by what their columns mean."""

    number: int
    texts: Mapping[Field, str]
    section: Section
    names: Mapping[Field, str]
    """What messages call the column of each field."""
    unread: tuple[tuple[str, str], ...] = ()
    """The texts of columns that are left out, by what those are called."""
    problems: list[RowProblem] = field(default_factory=list)
    """Filled while the row is read."""

    def text(self, meaning: Field) -> str:
        """Return the text of a field, empty where there is none."""
        return self.texts.get(meaning, "")

    def say(self, meaning: Field | None, severity: Severity, sentence: Message) -> None:
        """Note a problem with a field, or with the whole row."""
        name = self.names.get(meaning, "") if meaning else ""
        self.problems.append(RowProblem(self.number, name, severity, sentence))


@dataclass(frozen=True, slots=True)
class ListedRows:
    """The rows of a list: those about people, the places not filled yet, and those about nobody."""

    people: tuple[Line, ...]
    vacant: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]


def listed_rows(table: Table, mapping: ColumnMapping, known: Directory) -> ListedRows:
    """Return the rows of a list by what they are about; empty ones are passed over.

    Rows that are hidden or struck through in the workbook are left out unless the table takes them.
    """
    reader = _RowReader(table, mapping, known)
    reader.read_above(mapping)
    for at in range(mapping.first_row, len(table.rows)):
        reader.read(at)
    return ListedRows(tuple(reader.people), tuple(reader.vacant), tuple(reader.left_out))


class _RowReader:
    """Goes down a list row by row and remembers the line that stands over them."""

    def __init__(self, table: Table, mapping: ColumnMapping, known: Directory) -> None:
        sheet = table.sheet
        self._sheet, self._known = sheet, known
        self._rows = _filled_down(sheet)
        self._fields: dict[int, Field] = {
            column.position: column.field for column in mapping.columns if column.field is not Field.IGNORE
        }
        self._names = {column.field: column.name for column in mapping.columns}
        self._unread = {
            column.position: column.name
            for column in mapping.columns
            if column.field is Field.IGNORE and not column.is_number
        }
        self._headings = {column.position: _heading_keys(column.heading) for column in mapping.columns}
        self._first_headings, self._first_fields = dict(self._headings), dict(self._fields)
        self._above: dict[Field, str] = {}
        self._unknown: dict[int, list[int]] = {}
        for at, position in sheet.uncalculated:
            self._unknown.setdefault(at, []).append(position)
        self._set_aside: dict[int, LeftOutKind] = {}
        if not table.takes_hidden:
            struck = (*sheet.struck_rows, *struck_names(sheet, mapping))
            self._set_aside |= dict.fromkeys(struck, LeftOutKind.STRUCK)
            self._set_aside |= dict.fromkeys(sheet.hidden_rows, LeftOutKind.HIDDEN)
        self._section = Section()
        self.people: list[Line] = []
        self.vacant: list[Line] = []
        self.left_out: list[LeftOut] = []

    def read_above(self, mapping: ColumnMapping) -> None:
        """Tell of rows above the headings that hold more than a title."""
        headings = set(mapping.header_rows)
        for at in range(mapping.first_row):
            texts = list(filter(None, map(tidy, self._sheet.rows[at])))
            if self._sheet.numbers[at] not in headings and len(set(texts)) > 1:
                self.left_out.append(LeftOut(self._sheet.numbers[at], read_texts(texts), LeftOutKind.FOOTER))

    def read(self, at: int) -> None:
        """Take one row, by its position in the sheet."""
        cells = {position: text for position, cell in enumerate(self._rows[at]) if (text := tidy(cell))}
        if at in self._set_aside:
            self._leave_out(at, cells, self._set_aside[at])
            return
        kind = self._heading_kind(cells) or self._kind(cells)
        if kind is LeftOutKind.VACANT:
            self.vacant.append(self._line(at, cells, without=NAME_FIELDS))
        if kind is not None:
            self._leave_out(at, cells, kind)
            return
        texts = any(position in self._fields for position in cells)
        without_value = [
            self._fields[position] for position in self._unknown.get(at, ()) if position in self._fields
        ]
        if texts or without_value:
            line = self._line(at, cells)
            _mention_formulas(line, without_value)
            self.people.append(line)
        elif cells:
            self._leave_out(at, cells, LeftOutKind.UNREAD)

    def _heading_kind(self, cells: Mapping[int, str]) -> LeftOutKind | None:
        """Return whether a row has headings, and read the rows below by them if they are in another order."""
        if not _is_repeated_heading(cells, self._headings):
            return None
        others = {at: self._field_of(text) for at, text in cells.items()}
        changed = {
            at: meaning
            for at, meaning in others.items()
            if meaning is not None and fold(cells[at]) not in self._headings[at]
            if meaning.in_any_language is not self._fields.get(at, Field.IGNORE).in_any_language
        }
        if not changed:
            return LeftOutKind.HEADING
        now = {at: meaning for at, meaning in self._fields.items() if at not in cells}
        for at, text in cells.items():
            meaning = others[at]
            if meaning is not None and meaning is not Field.IGNORE and meaning not in now.values():
                now[at] = meaning
            self._unread[at] = text
        self._fields = now
        self._unread = {at: name for at, name in self._unread.items() if at not in now}
        self._names |= {meaning: cells[at] for at, meaning in now.items() if at in cells}
        self._headings |= {at: _heading_keys(text) for at, text in cells.items()}
        return LeftOutKind.OTHER_HEADING

    def _field_of(self, heading: str) -> Field | None:
        """Return the field of a heading: that of the column it stood over first, or what it means."""
        for at, keys in self._first_headings.items():
            if fold(heading) in keys:
                return self._first_fields.get(at, Field.IGNORE)
        found = [each for each in meanings(heading) if each.column != NUMBER]
        return Field(found[0].column).in_language(found[0].tag) if found else None

    def _kind(self, cells: Mapping[int, str]) -> LeftOutKind | None:
        if not cells:
            return None
        if (found := _section(cells, self._section, self._known)) is not None:
            self._section = found
            return LeftOutKind.SECTION
        return stray_kind(cells, self._fields)

    def _leave_out(self, at: int, cells: Mapping[int, str], kind: LeftOutKind) -> None:
        if cells:
            self.left_out.append(LeftOut(self._sheet.numbers[at], read_texts(cells.values()), kind))

    def _line(self, at: int, cells: Mapping[int, str], without: frozenset[Field] = frozenset()) -> Line:
        texts = {self._fields[position]: text for position, text in cells.items() if position in self._fields}
        unread = tuple((self._unread[each], text) for each, text in cells.items() if each in self._unread)
        if not any(map(_may_be_sign, texts.values())) and without.isdisjoint(texts):
            self._above |= {meaning: texts[meaning] for meaning in _MAY_BE_DITTO & texts.keys()}
            line = Line(self._sheet.numbers[at], texts, self._section, self._names, unread)
        else:
            line = self._line_with_signs(at, texts, unread, without)
        self._mention_unseen(line, at)
        return line

    def _line_with_signs(
        self,
        at: int,
        texts: dict[Field, str],
        unread: tuple[tuple[str, str], ...],
        without: frozenset[Field],
    ) -> Line:
        """Return the line of a row in which texts repeat what stands above or stand for nothing."""
        repeated = {
            meaning: self._above[meaning] for meaning, text in texts.items() if self._is_ditto(meaning, text)
        }
        signs = {meaning: texts[meaning] for meaning in repeated}
        texts |= repeated
        self._above |= {meaning: text for meaning, text in texts.items() if meaning in _MAY_BE_DITTO}
        empty = {meaning: text for meaning, text in texts.items() if self._is_empty(meaning, text)}
        kept = {
            meaning: text
            for meaning, text in texts.items()
            if meaning not in empty and meaning not in without
        }
        line = Line(self._sheet.numbers[at], kept, self._section, self._names, unread)
        for meaning, text in empty.items():
            if meaning not in without:
                sentence = message("“{text}” is taken for an empty cell.", text=in_one_line(text))
                line.say(meaning, Severity.NOTES, sentence)
        for meaning, sign in signs.items():
            above = in_one_line(repeated[meaning])
            sentence = message("“{text}” is read as “{above}”, as in the row above.", text=sign, above=above)
            line.say(meaning, Severity.NOTES, sentence)
        return line

    def _is_ditto(self, meaning: Field, text: str) -> bool:
        """Return whether a text only repeats what stands over it: 〃, idem, 同上."""
        return meaning in self._above and _is_ditto_sign(text)

    def _is_empty(self, meaning: Field, text: str) -> bool:
        """Return whether a text only says that there is nothing to say: `N/A`, `à confirmer`."""
        if meaning.in_any_language not in _MAY_BE_EMPTY or not is_placeholder(text):
            return False
        return not self._known.entity_named(text).entities

    def _mention_unseen(self, line: Line, at: int) -> None:
        for position, cell in enumerate(self._rows[at]):
            if position in self._fields and (unseen := unseen_in(cell)):
                codes = ", ".join(map(code_point, unseen))
                sentence = message("Characters that nobody sees are left out: {codes}.", codes=codes)
                line.say(self._fields[position], Severity.NOTES, sentence)


def _is_ditto_sign(text: str) -> bool:
    return text.strip(" .-–—").casefold() in _DITTO


@lru_cache(maxsize=50_000)
def _may_be_sign(text: str) -> bool:
    """Return whether a text may repeat what stands above, or say that there is nothing to say."""
    return _is_ditto_sign(text) or is_placeholder(text)


_MAY_BE_DITTO = frozenset(
    {
        *(Field.ENTITY, Field.ENTITY_EN, Field.ENTITY_FR, Field.ENTITY_ZH, Field.SIDE, Field.ROLE),
        *(Field.POSITION, Field.POSITION_EN, Field.POSITION_FR, Field.POSITION_ZH, Field.LANGUAGES),
    }
)
_DITTO = frozenset(
    {
        *(
            "〃",
            "″",
            "''",
            '"',
            "”",
            "“",
            "„",
            "do",
            "ditto",
            "idem",
            "id",
            "same",
            "same as above",
            "as above",
        ),
        *("le même", "la même", "même", "voir ci-dessus", "ibid", "同上", "同前", "同左", "々", "仝", "同"),
    }
)
"""What stands for the text above it."""
_MAY_BE_EMPTY = NAME_FIELDS | {
    *(Field.ENTITY, Field.POSITION, Field.HONORIFIC, Field.EMAIL, Field.PHONE, Field.PASSPORT_NAME),
    *(Field.SORT_KEY, Field.LANGUAGES, Field.GENDER, Field.ROLE, Field.SIDE),
}
"""The fields in which a word for "not known yet" is no value."""


def struck_names(sheet: Sheet, mapping: ColumnMapping) -> frozenset[int]:
    """Return the positions of rows whose every name is struck through, whatever else stands in them."""
    columns = {column.position for column in mapping.columns if column.field in NAME_FIELDS}
    struck = set(sheet.struck_cells)
    return frozenset(
        at
        for at in {row for row, column in struck if column in columns}
        if all((at, column) in struck for column in columns if sheet.rows[at][column])
    )


def _heading_keys(heading: str) -> frozenset[str]:
    return frozenset(fold(part) for part in (heading, *parts(heading)))


def _is_repeated_heading(cells: Mapping[int, str], headings: Mapping[int, frozenset[str]]) -> bool:
    """Return whether more than half of a row's cells are headings, the column's own or others."""
    strangers = 0
    for position, text in cells.items():
        strangers += not (is_plain_heading(text) or fold(text) in headings[position])
        if strangers * 2 >= len(cells):
            return False
    return len(cells) > 1


def _section(cells: Mapping[int, str], before: Section, known: Directory) -> Section | None:
    """Return what a line with a single text says of the rows below, or nothing if it is a person's."""
    texts = set(cells.values())
    if len(texts) != 1:
        return None
    text = next(iter(texts))
    if (side := known.side_named(text)) is not None:
        return Section(side.code)
    if (role := role_heading_of(text)) is not None:
        return replace(before, role=role)
    if known.entity_named(text).entities:
        return replace(before, entity=text)
    return None


def _mention_formulas(line: Line, fields: Iterable[Field]) -> None:
    for meaning in fields:
        sentence = message("The formula has no value. Open the list in Excel and save it again.")
        line.say(meaning, Severity.WARNS, sentence)


def _filled_down(sheet: Sheet) -> Sequence[Sequence[str]]:
    """Return the rows with the text of a block merged over several rows in each of them."""
    if not sheet.merged:
        return sheet.rows
    rows = [list(row) for row in sheet.rows]
    for span in sheet.merged:
        for at in range(span.top + 1, span.bottom + 1):
            rows[at][span.left] = rows[at][span.left] or rows[span.top][span.left]
    return rows
