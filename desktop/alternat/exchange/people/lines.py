"""Which lines of a sheet are about a person, and what lines of their own say about those below them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from alternat.exchange.people.directory import Directory
from alternat.exchange.people.fields import Field
from alternat.exchange.people.forms import role_heading_of
from alternat.exchange.people.headings import is_plain_heading
from alternat.exchange.people.mapping import ColumnMapping
from alternat.exchange.people.text import parts, tidy
from alternat.exchange.sources.table import Sheet
from alternat.language.folding import fold
from alternat.language.messages import Message, message
from alternat.models.delegations import Role
from alternat.planning.findings import Severity
from alternat.planning.imports import RowProblem


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
    problems: list[RowProblem] = field(default_factory=list)
    """Filled while the row is read."""

    def text(self, meaning: Field) -> str:
        """Return the text of a field, empty where there is none."""
        return self.texts.get(meaning, "")

    def say(self, meaning: Field | None, severity: Severity, sentence: Message) -> None:
        """Note a problem with a field, or with the whole row."""
        name = self.names.get(meaning, "") if meaning else ""
        self.problems.append(RowProblem(self.number, name, severity, sentence))


def people_lines(sheet: Sheet, mapping: ColumnMapping, known: Directory) -> list[Line]:
    """Return the rows about people; empty rows, repeated headings and lines of their own are passed over."""
    fields: dict[int, Field] = {
        column.position: column.field for column in mapping.columns if column.field is not Field.IGNORE
    }
    names = {column.field: column.name for column in mapping.columns}
    repeated = {column.position: _heading_keys(column.heading) for column in mapping.columns}
    unknown: dict[int, list[int]] = {}
    for at, position in sheet.uncalculated:
        unknown.setdefault(at, []).append(position)
    section = Section()
    lines: list[Line] = []
    rows = _filled_down(sheet)
    for at in range(mapping.first_row, len(rows)):
        cells = {position: text for position, cell in enumerate(rows[at]) if (text := tidy(cell))}
        if _is_repeated_heading(cells, repeated):
            continue
        if (found := _section(cells, section, known)) is not None:
            section = found
            continue
        texts = {fields[position]: text for position, text in cells.items() if position in fields}
        without_value = [fields[position] for position in unknown.get(at, ()) if position in fields]
        if texts or without_value:
            line = Line(sheet.numbers[at], texts, section, names)
            _mention_formulas(line, without_value)
            lines.append(line)
    return lines


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


def _filled_down(sheet: Sheet) -> list[list[str]]:
    """Return the rows with the text of a block merged over several rows in each of them."""
    rows = [list(row) for row in sheet.rows]
    for span in sheet.merged:
        for at in range(span.top + 1, span.bottom + 1):
            rows[at][span.left] = rows[at][span.left] or rows[span.top][span.left]
    return rows
