"""The collation sheet: texts side by side in numbered paragraphs, with boxes for both sides to tick."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from math import inf
from typing import Any

from alternat.documents.contents.follow_up import (
    LEAST_ROWS,
    FollowUpFacts,
    OutcomeWriter,
    RecordOptions,
    Shown,
    follow_up_words,
    gather_facts,
    left_out_of,
    shown_outcomes,
)
from alternat.documents.contents.left_out import LeftOut
from alternat.documents.contents.record_findings import outcome_findings
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, usual_opening
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.columns import Column, set_down
from alternat.documents.press.drawing import Block, Composition, Rule
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.paper import points
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.style import BODY, INK, SMALLEST, TEXT_WIDTH
from alternat.documents.press.tables import Cell, TableSetter, columns_of, faint, lines_under, plain, strong
from alternat.documents.press.typesetting import SEPARATOR, Typesetter
from alternat.errors import AlternatError
from alternat.language.label import GAP, Label
from alternat.language.messages import Message, mark, message
from alternat.models.tables import Tables
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.outcomes import OutcomePlan
from alternat.planning.text_checks import PrintedTexts
from alternat.planning.texts import TextKey

_NUMBER_MM = 26.0
_BREAKS = re.compile(r"\s*\n\s*")


class NoSuchOutcome(AlternatError):
    """A sheet is asked for of an outcome that the meeting does not have, or that may not be shown."""

    template = mark(
        "The meeting has no outcome “{name}” that this sheet may show. Its outcomes are: {choices}."
    )


@dataclass(frozen=True, slots=True)
class CollationOptions(RecordOptions):
    """How a sheet is to print; no `outcomes`, which are codes, mean all of the meeting."""

    outcomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """When and by whom the texts of an outcome were last compared, and whether they still say the same."""

    day: date
    by: str
    versions: str
    seen: Label


@dataclass(frozen=True, slots=True)
class CollationValues:
    """Everything that a sheet prints; `compared` are the last comparisons, by outcome."""

    facts: FollowUpFacts
    shown: Shown
    compared: tuple[tuple[int, Compared], ...]
    printed: PrintedTexts


def gather_collation(tables: Tables, meeting: int, options: CollationOptions) -> CollationValues:
    """Return the texts of the outcomes of a meeting that the audience may see, with who compared them."""
    facts = gather_facts(tables, meeting, options.copy_for)
    shown = shown_outcomes(tables, options.audience, meeting)
    known = {plan.code.casefold(): plan for plan in shown.outcomes}
    for code in options.outcomes:
        if code.casefold() not in known:
            raise NoSuchOutcome(name=code, choices=", ".join(plan.code for plan in shown.outcomes))
    wanted = {code.casefold() for code in options.outcomes}
    own = tuple(plan for code, plan in known.items() if not wanted or code in wanted)
    table: Any = tables.Collation
    ids = [plan.id for plan in own]
    rows = table.select().where(table.outcome.in_(ids) & (table.field == "text"))
    last = {
        row.outcome_id: Compared(row.day, row.done_by, row.versions, row.seen)
        for row in rows.order_by(table.day, table.id)
    }
    keys = [TextKey("outcome", key, field) for key in ids for field in ("text", "short")]
    return CollationValues(
        facts, Shown(own, shown.withheld, ()), tuple(last.items()), PrintedTexts.reading(tables, keys)
    )


def paragraphs_of(text: str) -> tuple[str, ...]:
    r"""Return the paragraphs of a text: its lines that are not empty.

    >>> paragraphs_of("One.\n\nTwo.")
    ('One.', 'Two.')
    """
    return tuple(part for part in _BREAKS.split(text.strip()) if part)


def compose_collation(
    values: CollationValues, options: CollationOptions, typesetter: Typesetter
) -> Composition:
    """Return the sheet laid out: each text under its code, and at the end where both sides sign for it."""
    words = follow_up_words(values.facts, options, message("Collation sheet"), options.alternat)
    setter = SheetSetter(typesetter, len(options.languages))
    table = TableSetter(typesetter, columns_of(_NUMBER_MM, len(options.languages)))
    rows = _Rows(values, words, table)
    sections = list(rows.sections())
    if sections:
        sections.append(Section((), (), (rows.signing(),)))
    else:
        nothing = message("There are no texts to compare.")
        sections = [Section((), (), (setter.remark(words.in_each(nothing)),))]
    how = message("One box a side for each paragraph: tick it when all languages have been compared.")
    opening = (*usual_opening(words, setter), setter.subtitle(words.in_each(how)))
    sheet = lay_out_sheet(words, [(opening, sections)], options.paper, setter, least_at_end=LEAST_ROWS)
    return Composition(words.info(), sheet.pages, (), tuple(dict.fromkeys(rows.findings())))


class _Rows:
    """Sets paragraphs as rows, and keeps those that are too long."""

    def __init__(self, values: CollationValues, words: SheetWords, table: TableSetter) -> None:
        self._values, self._words, self._table = values, words, table
        self._compared = dict(values.compared)
        self._sides = [code for code, _ in values.facts.countries]
        self._writers = [
            OutcomeWriter(values.facts, language, table.typesetter.fonts) for language in words.languages
        ]
        self._set = table.typesetter.once(table)
        self._cut: set[int] = set()

    def sections(self) -> Iterator[Section]:
        """Yield each text under its code."""
        for plan in self._values.shown.outcomes:
            yield self._section(plan)

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong with the texts, such as more paragraphs in one language than in another."""
        fonts, languages = self._table.typesetter.fonts, self._words.languages
        yield from self._values.printed.findings(languages)
        for plan in self._values.shown.outcomes:
            texts = [("text", plan.text)]
            yield from outcome_findings(plan, texts, languages, fonts, is_cut=plan.id in self._cut)
            counts = {len(paragraphs_of(plan.text.text(language))) for language in languages} - {0}
            if len(counts) > 1:
                sentence = message(
                    "The text of the outcome {code} does not have the same number of paragraphs in every "
                    "language, so that they do not stand side by side.",
                    code=plan.code,
                )
                fix = Fix(message("Change the text"), "text")
                subject = Subject(SubjectKind.OUTCOME, plan.id)
                yield Finding("collation-paragraphs", Severity.WARNS, subject, sentence, fix)

    def _section(self, plan: OutcomePlan) -> Section:
        words = self._words
        columns = [paragraphs_of(writer.text(plan.text)) for writer in self._writers]
        rows = list(zip_longest(*columns, fillvalue=GAP))
        strips: list[Strip] = []
        for number, (row, line) in enumerate(zip(rows, lines_under(len(rows)), strict=True), start=1):
            boxes = SEPARATOR.join(f"□ {code}" for code in self._sides)
            first: Cell = (strong(f"{plan.code}.{number}", BODY, 2), plain(boxes, before=0.35))
            laid = self._set(((first, *((plain(text, 80, before=0.0),) for text in row)), line))
            if laid.is_cut:
                self._cut.add(plan.id)
            strips.append(laid.strip)
        first_head = " / ".join(dict.fromkeys(words.in_each(message("Paragraph"))))
        heads = ((first_head,), *((text,) for text in words.in_each(message("Text"))))
        texts = [" ".join(filter(None, (plan.code, writer.text(plan.short)))) for writer in self._writers]
        remarks = [self._table.remark(tuple(self._known(plan)))]
        remarks += [self._table.remark(words.in_each(sentence)) for sentence in self._open(plan)]
        return self._table.section(texts, heads, (*strips, *remarks), words.again(texts))

    def _open(self, plan: OutcomePlan) -> Iterator[Message]:
        """Yield what is stale in the texts, and where they differ."""
        for field in ("text", "short"):
            key = TextKey("outcome", plan.id, field)
            yield from self._values.printed.sentences(key, self._words.languages)

    def _known(self, plan: OutcomePlan) -> Iterator[str]:
        """Yield in each language when, by whom and in which version the texts were last compared."""
        compared = self._compared.get(plan.id)
        for writer in self._writers:
            if compared is None:
                yield writer.say(message("Not compared yet."))
                continue
            day, by = writer.day(compared.day), compared.by
            parts = [writer.say(message("Last compared on {day} by {names}", day=day, names=by))]
            if compared.versions:
                parts.append(writer.say(message("Versions: {versions}", versions=compared.versions)))
            if compared.seen != plan.text:
                parts.append(writer.say(message("A text has changed since.")))
            yield SEPARATOR.join(parts)

    def signing(self) -> Strip:
        """Return the lines on which both sides write when they have compared the texts, and who did."""
        sentence = message("Compared on, and by (names and initials of both sides)")
        strip = self._table.remark(self._words.in_each(sentence))
        items = list(strip.block.items)
        gap = points(8)
        width = (TEXT_WIDTH - gap * (len(self._sides) - 1)) / len(self._sides)
        top = strip.height + points(12)
        foot = top
        for place, (_, country) in enumerate(self._values.facts.countries):
            column = Column(place * (width + gap), width)
            items.append(Rule(column.x, top, column.x + width, top, 0.5, INK))
            text = SEPARATOR.join(dict.fromkeys(self._words.of(country)))
            stack = self._table.typesetter.stack((faint(text, before=0.2),), width, inf, SMALLEST)
            items += set_down(self._table.typesetter, stack, column, top)
            foot = max(foot, top + stack.height)
        return Strip(Block(tuple(items)), foot)


def left_out_of_collation(values: CollationValues, _options: CollationOptions) -> tuple[LeftOut, ...]:
    """Return the outcomes that the audience may not see."""
    return left_out_of(values.shown)


COLLATION: DocumentKind[CollationOptions, CollationValues] = DocumentKind(
    id="collation",
    title=message("Collation sheet"),
    options=CollationOptions,
    suggest=CollationOptions.suggest,
    gather=gather_collation,
    compose=compose_collation,
    is_of_people=False,
    is_of_record=True,
    left_out=left_out_of_collation,
)
