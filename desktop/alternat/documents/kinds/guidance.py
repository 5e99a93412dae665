"""Requests for guidance on paper: what waits for the co-chairs, and what they have answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alternat.documents.contents.meeting import Gathered, gather_delegations
from alternat.documents.contents.record_findings import request_findings
from alternat.documents.contents.sheet_options import SheetOptions
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, said, usual_opening
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition
from alternat.documents.press.fonts import Fonts
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.style import BODY
from alternat.documents.press.tables import Cell, TableSetter, columns_of, faint, lines_under, plain, strong
from alternat.documents.press.typesetting import SEPARATOR, Typesetter
from alternat.language.catalogs import catalog
from alternat.language.formats import plain_date
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.planning.findings import Finding
from alternat.planning.guidance import GuidancePlan, Standing, guidance_requests

_ASKED_MM = 34.0


@dataclass(frozen=True, slots=True)
class GuidanceValues:
    """Everything that the sheet prints; `countries` maps a side's code to its country."""

    gathered: Gathered
    requests: tuple[GuidancePlan, ...]
    countries: tuple[tuple[str, Label], ...]


def gather_guidance(tables: Tables, meeting: int, options: SheetOptions) -> GuidanceValues:
    """Return all requests, those that wait first; private notes and records stay at the desk."""
    gathered = gather_delegations(tables, meeting, (), options.copy_for)
    sides = tables.Side.select().order_by(tables.Side.number)
    countries = tuple((row.code, row.country) for row in sides)
    return GuidanceValues(gathered, guidance_requests(tables), countries)


def compose_guidance(values: GuidanceValues, options: SheetOptions, typesetter: Typesetter) -> Composition:
    """Return the requests laid out: what waits, what is answered, what is closed."""
    languages = options.languages
    words = SheetWords(
        values.gathered, languages, said(message("Requests for guidance")), None, options.printed_on
    )
    setter = SheetSetter(typesetter, len(languages))
    table = TableSetter(typesetter, columns_of(_ASKED_MM, len(languages)))
    rows = _Rows(values, words, table)
    sections = [
        section
        for title, standing in (
            (message("Waiting for the co-chairs"), Standing.OPEN),
            (message("Answered requests"), Standing.ANSWERED),
            (message("Closed requests"), Standing.CLOSED),
        )
        for section in rows.section(said(title), standing)
    ]
    if not sections:
        nothing = message("No requests for guidance have been recorded.")
        sections = [Section((), (), (setter.remark(words.in_each(nothing)),))]
    sheet = lay_out_sheet(words, [(usual_opening(words, setter), sections)], options.paper, setter)
    found = [
        finding
        for plan in values.requests
        for finding in _findings(plan, languages, typesetter.fonts, rows.cut)
    ]
    return Composition(words.info(), sheet.pages, (), tuple(found))


class _Rows:
    """Sets requests as rows; `cut` are those that are too long for their column."""

    def __init__(self, values: GuidanceValues, words: SheetWords, table: TableSetter) -> None:
        self._values, self._words, self._table = values, words, table
        self._countries = dict(values.countries)
        self._set = table.typesetter.once(table)
        self.cut: set[int] = set()

    def section(self, title: Label, standing: Standing) -> Iterator[Section]:
        """Yield the requests that stand so under a heading, if there are any."""
        plans = [each for each in self._values.requests if each.standing is standing]
        if not plans:
            return
        words = self._words
        asked = " / ".join(dict.fromkeys(words.in_each(message("Asked on"))))
        cells = ((asked,), *((head,) for head in words.in_each(message("Question and answers"))))
        strips: list[Strip] = []
        for plan, line in zip(plans, lines_under(len(plans)), strict=True):
            row = self._set((self._cells(plan), line))
            strips.append(row.strip)
            if row.is_cut:
                self.cut.add(plan.id)
        texts = words.of(title)
        yield self._table.section(texts, cells, strips, words.again(texts))

    def _cells(self, plan: GuidancePlan) -> tuple[Cell, ...]:
        days: Cell = tuple(strong(text, BODY, 2) for text in self._words.dates(plan.asked_on))
        return (days, *(self._text(plan, language) for language in self._words.languages))

    def _text(self, plan: GuidancePlan, language: Language) -> Cell:
        say = catalog(language).say
        lines = [faint(plan.dialogue_name.on_paper(language), before=0.0)]
        lines.append(plain(plan.question.on_paper(language)))
        if plan.background:
            lines.append(faint(plan.background.on_paper(language)))
        for each in plan.answers:
            country = self._countries[each.side].on_paper(language)
            day = plain_date(each.given, language)
            text = each.text.on_paper(language)
            lines.append(faint(SEPARATOR.join(filter(None, (country, day, text)))))
        if plan.answer:
            answered = plain_date(plan.answered_on, language) if plan.answered_on else ""
            lines.append(faint(SEPARATOR.join(filter(None, (say(message("Joint answer")), answered)))))
            lines.append(plain(plan.answer.on_paper(language)))
        return tuple(lines)


def _findings(
    plan: GuidancePlan, languages: Sequence[Language], fonts: Fonts, cut: set[int]
) -> Iterator[Finding]:
    texts = [
        ("question", plan.question),
        ("background", plan.background),
        ("answer", plan.answer),
        *((f"answers.{each.side}", each.text) for each in plan.answers),
    ]
    yield from request_findings(plan, texts, languages, fonts, is_cut=plan.id in cut)


GUIDANCE: DocumentKind[SheetOptions, GuidanceValues] = DocumentKind(
    id="guidance",
    title=message("Requests for guidance"),
    options=SheetOptions,
    suggest=SheetOptions.suggest,
    gather=gather_guidance,
    compose=compose_guidance,
    is_of_people=False,
)
