"""The year planner: twelve months with days off of both countries and meetings, then the same in words."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from alternat.documents.contents.left_out import Cause, LeftOut, grouped
from alternat.documents.contents.meeting import Gathered, SideFacts, gather_delegations
from alternat.documents.contents.meeting import side_facts as all_sides
from alternat.documents.contents.sheet_options import SheetOptions
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, said
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.kinds.year_planner.findings import check_marks
from alternat.documents.kinds.year_planner.grid import YearGrid
from alternat.documents.press.drawing import Composition, colour_of
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.style import LaidRow
from alternat.documents.press.tables import Cell, TableSetter, columns_of, faint, lines_under, plain, strong
from alternat.documents.press.typesetting import Typesetter
from alternat.errors import AlternatError
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message
from alternat.models.tables import Tables
from alternat.planning.calendar import DayMark, MarkKind, day_marks, takes_place

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""The years whose days off are known or can be foreseen."""
MOST_YEARS = 10

_DAYS_MM = 38.0
_KINDS = {
    MarkKind.HOLIDAY: message("Day off"),
    MarkKind.MAKE_UP: message("Make-up working day"),
    MarkKind.AVOID: message("Dates to avoid"),
    MarkKind.MEETING: message("Meeting"),
    MarkKind.DIALOGUE: message("Meeting of an existing dialogue"),
}


class YearsOutOfReach(AlternatError):
    """A planner is asked for years that are none, or for more than go on a desk."""

    template = mark(
        "A year planner prints from one to {most} years between {first} and {last}. Choose other years."
    )


@dataclass(frozen=True, slots=True)
class YearPlannerOptions(SheetOptions):
    """How a year planner is to print; no `years` mean that of the meeting."""

    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class YearPlannerValues:
    """Everything that a year planner prints: the marks of each year; private reasons are not in it."""

    gathered: Gathered
    sides: tuple[SideFacts, ...]
    years: tuple[tuple[int, tuple[DayMark, ...]], ...]
    without_dates: tuple[str, ...] = ()
    """The references of the meetings of these years that have no dates or are called off."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days in a row with the same mark."""

    first: DayMark
    last: date


def gather_year_planner(tables: Tables, meeting: int, options: YearPlannerOptions) -> YearPlannerValues:
    """Return the marks of the years; years that are none are a `YearsOutOfReach`."""
    gathered = gather_delegations(tables, meeting, (), options.copy_for)
    sides = tuple(sorted(all_sides(tables), key=lambda side: side.code != options.copy_for))
    years = sorted({*options.years} or {gathered.meeting.year})
    if len(years) > MOST_YEARS or not FIRST_YEAR <= years[0] <= years[-1] <= LAST_YEAR:
        raise YearsOutOfReach(most=str(MOST_YEARS), first=str(FIRST_YEAR), last=str(LAST_YEAR))
    marks = (
        (year, day_marks(tables, date(year, 1, 1), date(year, 12, 31), with_dialogues=True)) for year in years
    )
    rows = tables.Meeting.select().where(tables.Meeting.year.in_(years)).order_by(tables.Meeting.id)
    without_dates = tuple(row.reference for row in rows if not takes_place(row))
    return YearPlannerValues(gathered, sides, tuple(marks), without_dates)


def compose_year_planner(
    values: YearPlannerValues, options: YearPlannerOptions, typesetter: Typesetter
) -> Composition:
    """Return the planner laid out: each year's months on a page, then its stretches of days in words."""
    languages = options.languages
    words = SheetWords(values.gathered, languages, said(message("Year planner")), None, options.printed_on)
    setter = SheetSetter(typesetter, len(languages))
    year_setter = _YearSetter(words, setter, typesetter, values.sides)
    parts = [year_setter.part(year, marks) for year, marks in values.years]
    sheet = lay_out_sheet(words, parts, options.paper, setter)
    findings = check_marks(
        [mark for _, marks in values.years for mark in marks],
        values.gathered.meeting.id,
        {side.code: side for side in values.sides},
        languages,
        typesetter.fonts,
        frozenset(year_setter.cut),
    )
    return Composition(words.info(), sheet.pages, (), findings)


class _YearSetter:
    """Sets the parts of the planner, a year each, and notes the marks whose texts had to be cut."""

    def __init__(
        self,
        words: SheetWords,
        setter: SheetSetter,
        typesetter: Typesetter,
        sides: tuple[SideFacts, ...],
    ) -> None:
        colours = tuple((side.code, colour_of(side.colour)) for side in sides)
        self._words, self._setter, self._sides = words, setter, sides
        self._grid = YearGrid(typesetter, words.languages, colours)
        self._table = TableSetter(typesetter, columns_of(_DAYS_MM, len(words.languages)))
        self.cut: set[DayMark] = set()

    def part(self, year: int, marks: Sequence[DayMark]) -> tuple[tuple[Strip, ...], list[Section]]:
        """Return the opening and the sections of a year."""
        words = self._words
        names = words.of(words.gathered.copy_for.dialogue_name)
        title = message("Year planner {year}", year=str(year))
        opening = self._setter.opening([(name, "") for name in names], words.in_each(title))
        months = Section((), (), self._grid.months(year, marks))
        legend = Section(
            (), (), (self._grid.legend(tuple(_meanings(self._sides, words, {each.kind for each in marks}))),)
        )
        return opening, [months, legend, self._in_words(marks)]

    def _in_words(self, marks: Sequence[DayMark]) -> Section:
        words, table = self._words, self._table
        stretches = _stretches(marks)
        if not stretches:
            nothing = message("Nothing is marked in this year.")
            return Section((), (), (table.remark(words.in_each(nothing)),))
        countries = {side.code: side for side in self._sides}
        rows: list[LaidRow] = []
        for stretch, line in zip(stretches, lines_under(len(stretches)), strict=True):
            cells = (_describe(stretch.first, countries, language) for language in words.languages)
            rows.append(table(((_days(stretch, words), *cells), line)))
            if rows[-1].is_cut:
                self.cut.add(stretch.first)
        head = " / ".join(dict.fromkeys(words.in_each(message("Day or days"))))
        heads = ((head,), *((text,) for text in words.in_each(message("What is marked"))))
        texts = words.in_each(message("List of marked days"))
        return table.section(texts, heads, [row.strip for row in rows], words.again(texts))


def _meanings(
    sides: Sequence[SideFacts], words: SheetWords, marked: Collection[MarkKind]
) -> Iterator[tuple[MarkKind, str | None, str]]:
    for kind in (MarkKind.HOLIDAY, MarkKind.MAKE_UP):
        for side in sides:
            texts = (
                _of_side(_KINDS[kind], side.country.on_paper(language), language)
                for language in words.languages
            )
            yield kind, side.code, " / ".join(dict.fromkeys(texts))
    dialogues = (MarkKind.DIALOGUE,) if MarkKind.DIALOGUE in marked else ()
    for kind in (MarkKind.AVOID, MarkKind.MEETING, *dialogues):
        yield kind, None, " / ".join(dict.fromkeys(words.in_each(_KINDS[kind])))


def _of_side(kind: Message, country: str, language: Language) -> str:
    say = catalog(language).say
    return say(message("{what} ({country})", what=say(kind), country=country))


def _stretches(marks: Sequence[DayMark]) -> tuple[_Stretch, ...]:
    """Return marks that differ by nothing but following days as one, in the order of their first days."""
    found: dict[DayMark, _Stretch] = {}
    done: list[_Stretch] = []
    for each in marks:
        key = replace(each, day=date.min)
        open_one = found.get(key)
        if open_one is not None and each.day - open_one.last <= timedelta(days=1):
            found[key] = _Stretch(open_one.first, each.day)
            continue
        if open_one is not None:
            done.append(open_one)
        found[key] = _Stretch(each, each.day)
    return tuple(sorted((*done, *found.values()), key=lambda each: (each.first.day, each.first.side or "")))


def _days(stretch: _Stretch, words: SheetWords) -> Cell:
    return tuple(strong(text, most_lines=3) for text in words.dates(stretch.first.day, stretch.last))


def _describe(mark: DayMark, countries: dict[str, SideFacts], language: Language) -> Cell:
    say = catalog(language).say
    kind = say(_KINDS[mark.kind])
    if mark.side is not None:
        kind = _of_side(_KINDS[mark.kind], countries[mark.side].country.on_paper(language), language)
    notes = faint(say(message("Provisional")), 1) if mark.is_provisional else None
    cell = (plain(mark.name.on_paper(language) or kind, 4, before=0.0), faint(kind, 2))
    return cell if notes is None else (*cell, notes)


def left_out_of_years(values: YearPlannerValues, _options: YearPlannerOptions) -> tuple[LeftOut, ...]:
    """Return the meetings of these years that stand on no day."""
    return grouped([LeftOut(Cause.NO_DATES, tuple(map(_as_it_is, values.without_dates)))])


def _as_it_is(text: str) -> Label:
    return Label(text, text, text)


YEAR_PLANNER: DocumentKind[YearPlannerOptions, YearPlannerValues] = DocumentKind(
    id="year-planner",
    title=message("Year planner"),
    options=YearPlannerOptions,
    suggest=YearPlannerOptions.suggest,
    gather=gather_year_planner,
    compose=compose_year_planner,
    is_of_people=False,
    left_out=left_out_of_years,
)
