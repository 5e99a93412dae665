"""The year planner: twelve months with days off of both countries and meetings, then the same in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from alternat.documents.drawing import Composition, colour_of
from alternat.documents.gathering import Gathered, SideFacts, alternat, gather_delegations, printing_habits
from alternat.documents.gathering import side_facts as all_sides
from alternat.documents.list_layout import ListSetter
from alternat.documents.list_rows import LaidRow
from alternat.documents.pagination import Section
from alternat.documents.paper import Paper
from alternat.documents.sheets import SheetWords, lay_out_sheet, said
from alternat.documents.tables import Cell, TableSetter, columns_of, faint, lines_under, plain, strong
from alternat.documents.typesetting import Typesetter
from alternat.documents.year_grid import YearGrid
from alternat.language.catalogs import catalog
from alternat.language.formats import short_date
from alternat.language.label import Language
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.planning.calendar import DayMark, MarkKind, day_marks

_DAYS_MM = 24.0
_KINDS = {
    MarkKind.HOLIDAY: message("Day off"),
    MarkKind.MAKE_UP: message("Make-up working day"),
    MarkKind.AVOID: message("Dates to avoid"),
    MarkKind.MEETING: message("Meeting"),
}


@dataclass(frozen=True, slots=True)
class YearPlannerOptions:
    """How a year planner is to print."""

    languages: tuple[Language, ...]
    copy_for: str
    paper: Paper
    printed_on: date
    year: int


@dataclass(frozen=True, slots=True)
class YearPlannerValues:
    """Everything that a year planner prints; private reasons are not in it."""

    gathered: Gathered
    sides: tuple[SideFacts, ...]
    marks: tuple[DayMark, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days in a row with the same mark."""

    first: DayMark
    last: date


def suggest_year_planner(tables: Tables, meeting: int, today: date) -> YearPlannerOptions:
    """Return the options that suit a meeting: the year of the meeting, the host's copy and paper."""
    habits = printing_habits(tables, meeting)
    year = tables.Meeting.get_by_id(meeting).year
    return YearPlannerOptions(habits.languages, habits.copy_for, habits.paper, today, year)


def gather_year_planner(tables: Tables, meeting: int, options: YearPlannerOptions) -> YearPlannerValues:
    """Return the marks of a year; reads the open workspace."""
    gathered = gather_delegations(tables, meeting, (), options.copy_for)
    sides = tuple(sorted(all_sides(tables), key=lambda side: side.code != options.copy_for))
    marks = day_marks(tables, date(options.year, 1, 1), date(options.year, 12, 31))
    return YearPlannerValues(gathered, sides, marks)


def compose_year_planner(
    values: YearPlannerValues, options: YearPlannerOptions, typesetter: Typesetter
) -> Composition:
    """Return the planner laid out: the months on the first page, then every stretch of days in words."""
    languages = alternat(options.languages, values.gathered.copy_for)
    words = SheetWords(values.gathered, languages, said(message("Year planner")), None, options.printed_on)
    setter = ListSetter(typesetter, len(languages))
    colours = tuple((side.code, colour_of(side.colour)) for side in values.sides)
    grid = YearGrid(typesetter, languages, colours)
    names = words.of(values.gathered.copy_for.dialogue_name)
    title = message("Year planner {year}", year=str(options.year))
    opening = setter.opening([(name, "") for name in names], words.in_each(title))
    months = Section((), (), grid.months(options.year, values.marks))
    legend = Section((), (), (grid.legend(tuple(_meanings(values, words))),))
    table = TableSetter(typesetter, columns_of(_DAYS_MM, len(languages)))
    sections = [months, legend, *_in_words(values, words, table)]
    sheet = lay_out_sheet(words, [(opening, sections)], options.paper, setter)
    return Composition(words.info(), sheet.pages, (), ())


def _meanings(values: YearPlannerValues, words: SheetWords) -> Iterator[tuple[MarkKind, str | None, str]]:
    for kind in (MarkKind.HOLIDAY, MarkKind.MAKE_UP):
        for side in values.sides:
            texts = (
                _of_side(_KINDS[kind], side.country.on_paper(language), language)
                for language in words.languages
            )
            yield kind, side.code, " / ".join(dict.fromkeys(texts))
    for kind in (MarkKind.AVOID, MarkKind.MEETING):
        yield kind, None, " / ".join(dict.fromkeys(words.in_each(_KINDS[kind])))


def _of_side(kind: Message, country: str, language: Language) -> str:
    say = catalog(language).say
    return say(message("{what} ({country})", what=say(kind), country=country))


def _in_words(values: YearPlannerValues, words: SheetWords, table: TableSetter) -> Iterator[Section]:
    stretches = _stretches(values.marks)
    if not stretches:
        nothing = message("Nothing is marked in this year.")
        yield Section((), (), (table.remark(words.in_each(nothing)),))
        return
    countries = {side.code: side for side in values.sides}
    rows: list[LaidRow] = []
    for stretch, line in zip(stretches, lines_under(len(stretches)), strict=True):
        cells = (_describe(stretch.first, countries, language) for language in words.languages)
        rows.append(table(((_days(stretch, words.languages[0]), *cells), line)))
    head = " / ".join(dict.fromkeys(words.in_each(message("Day or days"))))
    heads = ((head,), *((text,) for text in words.in_each(message("What is marked"))))
    continued = words.in_each(message("continued"))
    texts = words.in_each(message("The days in words"))
    yield table.section(texts, heads, [row.strip for row in rows], continued)


def _stretches(marks: Sequence[DayMark]) -> tuple[_Stretch, ...]:
    """Return marks that differ by nothing but following days as one, in the order of their first days."""
    found: dict[DayMark, _Stretch] = {}
    done: list[_Stretch] = []
    for mark in marks:
        key = replace(mark, day=date.min)
        open_one = found.get(key)
        if open_one is not None and mark.day - open_one.last <= timedelta(days=1):
            found[key] = _Stretch(open_one.first, mark.day)
            continue
        if open_one is not None:
            done.append(open_one)
        found[key] = _Stretch(mark, mark.day)
    return tuple(sorted((*done, *found.values()), key=lambda each: (each.first.day, each.first.side or "")))


def _days(stretch: _Stretch, language: Language) -> Cell:
    first = strong(short_date(stretch.first.day, language), most_lines=1)
    if stretch.last == stretch.first.day:
        return (first,)
    return (first, faint(f"– {short_date(stretch.last, language)}", 1))


def _describe(mark: DayMark, countries: dict[str, SideFacts], language: Language) -> Cell:
    say = catalog(language).say
    kind = say(_KINDS[mark.kind])
    if mark.side is not None:
        kind = _of_side(_KINDS[mark.kind], countries[mark.side].country.on_paper(language), language)
    notes = faint(say(message("Provisional")), 1) if mark.is_provisional else None
    cell = (plain(mark.name.on_paper(language) or kind, 4, before=0.0), faint(kind, 2))
    return cell if notes is None else (*cell, notes)
