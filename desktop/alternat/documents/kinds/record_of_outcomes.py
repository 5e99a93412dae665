"""The record of outcomes: those present, what was agreed by topic, corrections, and where both sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from alternat.documents.contents.alternat import alike
from alternat.documents.contents.attendance import Attendance, AttendanceSetter, gather_attendance
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
from alternat.documents.contents.left_out import Cause, LeftOut
from alternat.documents.contents.record_findings import names_findings, outcome_findings
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, usual_opening
from alternat.documents.contents.signatures import signature_section
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.small_texts import RowFits, SmallTexts
from alternat.documents.press.style import BODY, SMALL
from alternat.documents.press.tables import Cell, TableSetter, columns_of, faint, lines_under, plain, strong
from alternat.documents.press.typesetting import SEPARATOR, Typesetter
from alternat.language.catalogs import catalog
from alternat.language.formats import listed, plain_date
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message
from alternat.models.tables import Tables
from alternat.nouns.outcomes import OUTCOME, LinkKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.disclosure import Audience
from alternat.planning.findings import Finding, Subject, SubjectKind
from alternat.planning.outcomes import CorrectionPlan, OutcomePlan
from alternat.planning.text_checks import PrintedTexts
from alternat.planning.texts import TextKey

_CODE_MM = 22.0
_LINKS = {
    LinkKind.CONTINUES: mark("Continues {codes}"),
    LinkKind.REPLACES: mark("Replaces {codes}"),
}
_FIELDS = {each.name: each.title for each in OUTCOME.fields}


@dataclass(frozen=True, slots=True)
class RecordValues:
    """Everything that a record prints; `topics` are in the order of the terms of reference."""

    facts: FollowUpFacts
    attendance: Attendance
    shown: Shown
    topics: tuple[tuple[int, Label], ...]
    closed_on: date | None
    printed: PrintedTexts


def gather_record(tables: Tables, meeting: int, options: RecordOptions) -> RecordValues:
    """Return those present at a meeting and the outcomes that the audience may see."""
    facts = gather_facts(tables, meeting, options.copy_for)
    provision = tables.Provision
    rows = (
        provision.select()
        .where(provision.kind == ProvisionKind.TOPIC)
        .order_by(provision.number, provision.id)
    )
    shown = shown_outcomes(tables, options.audience, meeting)
    topics = dict.fromkeys(plan.topic for plan in shown.outcomes if plan.topic is not None)
    keys = [
        *(TextKey("outcome", plan.id, "text") for plan in shown.outcomes),
        *(TextKey("provision", topic, "text") for topic in topics),
    ]
    return RecordValues(
        facts,
        gather_attendance(tables, facts.gathered),
        shown,
        tuple((row.id, row.text) for row in rows),
        tables.Meeting.get_by_id(meeting).record_closed,
        PrintedTexts.reading(tables, keys),
    )


def compose_record(values: RecordValues, options: RecordOptions, typesetter: Typesetter) -> Composition:
    """Return the record laid out in the order of the alternat."""
    languages = options.languages
    words = follow_up_words(values.facts, options, message("Record of outcomes"), options.alternat)
    setter = SheetSetter(typesetter, len(languages))
    shares = (2.2, 1.0) if len(languages) == 1 else ()
    table = TableSetter(typesetter, columns_of(_CODE_MM, len(languages), *shares))
    present = AttendanceSetter(values.attendance, words, typesetter)
    rows = _Rows(values, words, table)
    outcomes = list(rows.by_topic())
    if not outcomes:
        nothing = message("No outcomes have been recorded for this meeting.")
        outcomes = [Section((), (), (setter.remark(words.in_each(nothing)),))]
    sections = [*present.sections(), *outcomes, *rows.corrections()]
    if options.audience is Audience.BOTH:
        sections.append(signature_section(words, typesetter))
    opening = (*usual_opening(words, setter), setter.subtitle(tuple(_subtitles(values, words))))
    sheet = lay_out_sheet(words, [(opening, sections)], options.paper, setter, least_at_end=LEAST_ROWS)
    found, held = present.findings()
    more, _ = names_findings(dict(values.attendance.names), typesetter.fonts)
    return Composition(
        words.info(),
        sheet.pages,
        (),
        tuple(dict.fromkeys((*found, *more, *rows.findings()))),
        held,
    )


def _subtitles(values: RecordValues, words: SheetWords) -> Iterator[str]:
    """Yield in each language the two sides in the order of the alternat, and how the record stands."""
    orders = {
        language: order
        for languages, order in alike(words.gathered, words.alternat, words.languages)
        for language in languages
    }
    for language in words.languages:
        say = catalog(language).say
        names = listed([side.country.on_paper(language) for side in orders[language]], language)
        parts = [say(message("The two sides: {names}", names=names))]
        if values.closed_on is not None:
            parts.append(say(message("Record closed on {day}", day=plain_date(values.closed_on, language))))
        yield SEPARATOR.join(parts)


class _Rows:
    """Sets outcomes and corrections as rows, and keeps how they were set."""

    def __init__(self, values: RecordValues, words: SheetWords, table: TableSetter) -> None:
        self._values, self._words, self._table = values, words, table
        fonts = table.typesetter.fonts
        self._writers = {
            language: OutcomeWriter(values.facts, language, fonts) for language in words.languages
        }
        self._set = table.typesetter.once(table)
        self._fits = RowFits()

    def by_topic(self) -> Iterator[Section]:
        """Yield the outcomes of each topic under its number and wording, then those of none."""
        outcomes = self._values.shown.outcomes
        for number, (topic, name) in enumerate(self._values.topics, start=1):
            own = [each for each in outcomes if each.topic == topic]
            texts = [f"{number}. {writer.text(name)}" for writer in self._writers.values()]
            if own:
                yield self._section(texts, own)
        topics = {topic for topic, _ in self._values.topics}
        others = [each for each in outcomes if each.topic not in topics]
        if others:
            other = message("Other outcomes") if len(others) < len(outcomes) else message("Outcomes")
            yield self._section(self._words.in_each(other), others)

    def corrections(self) -> Iterator[Section]:
        """Yield what was corrected after the record was closed, by day."""
        made = [(each, plan) for plan in self._values.shown.outcomes for each in plan.corrections]
        if not made:
            return
        made.sort(key=lambda pair: (pair[0].made_on, pair[1].number))
        strips: list[Strip] = []
        for (correction, plan), line in zip(made, lines_under(len(made)), strict=True):
            cells = [self._correction(correction, *each) for each in self._writers.items()]
            first: Cell = (
                strong(plan.code),
                *(faint(text, 2) for text in self._words.dates(correction.made_on)),
            )
            row = self._set((self._filled((first, *cells)), line))
            self._fits.note(plan.id, row.sizes, is_cut=row.is_cut)
            strips.append(row.strip)
        texts = self._words.in_each(message("Corrections"))
        heads = self._heads(message("Corrected on"), message("What was corrected"), message("Reason"))
        yield self._table.section(texts, heads, strips, self._words.again(texts))

    def findings(self) -> Iterator[Finding]:
        """Yield what is to be said of the outcomes that were set."""
        fonts, small = self._table.typesetter.fonts, SmallTexts()
        yield from self._values.printed.findings(self._words.languages)
        for plan in self._values.shown.outcomes:
            texts = [
                ("text", plan.text),
                *((f"corrections.{each.id}", each.reason) for each in plan.corrections),
            ]
            yield from outcome_findings(
                plan, texts, self._words.languages, fonts, is_cut=plan.id in self._fits.cut
            )
            sizes = self._fits.sizes.get(plan.id, (1.0, 1.0))
            small.note(Subject(SubjectKind.OUTCOME, plan.id), plan.name, sizes)
        yield from small.findings()

    def _section(self, texts: Sequence[str], plans: Sequence[OutcomePlan]) -> Section:
        strips: list[Strip] = []
        for plan, line in zip(plans, lines_under(len(plans)), strict=True):
            row = self._set((self._filled(self._cells(plan)), line))
            self._fits.note(plan.id, row.sizes, is_cut=row.is_cut)
            strips.append(row.strip)
        heads = self._heads(message("Outcome"), message("Text"), message("Who, by when"))
        return self._table.section(texts, heads, strips, self._words.again(texts))

    def _heads(self, first: Message, second: Message, third: Message) -> tuple[tuple[str, ...], ...]:
        """Return the heads of the columns; one language has its own for what stands beside the text."""
        words = self._words
        joined = " / ".join(dict.fromkeys(words.in_each(first)))
        heads = words.in_each(second)
        if len(words.languages) == 1:
            heads = (*heads, *words.in_each(third))
        return ((joined,), *((head,) for head in heads))

    def _filled(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Return the cells of a row; in one language what stands back has a column of its own."""
        if len(self._words.languages) != 1:
            return cells
        first, text = cells
        return (first, text[:1], text[1:])

    def _cells(self, plan: OutcomePlan) -> tuple[Cell, ...]:
        cells = (self._text(plan, writer) for writer in self._writers.values())
        return ((strong(plan.code, BODY, 2),), *cells)

    def _text(self, plan: OutcomePlan, writer: OutcomeWriter) -> Cell:
        lines = [plain(writer.text(plan.text), 60, before=0.0), strong(writer.kind(plan), SMALL, before=0.2)]
        lines += [faint(text) for text in (writer.carriers(plan), writer.due(plan)) if text]
        for kind, sentence in _LINKS.items():
            codes = [link.code for link in plan.links if link.kind is kind]
            if codes:
                lines.append(faint(writer.say(Message(sentence, {"codes": ", ".join(codes)}))))
        return tuple(lines)

    def _correction(self, correction: CorrectionPlan, language: Language, writer: OutcomeWriter) -> Cell:
        field = _FIELDS.get(correction.field)
        name = writer.say(field) if field is not None else correction.field
        before, after = writer.text(correction.before), writer.text(correction.after)
        if correction.before.text(language) == correction.after.text(language):
            sentence = message("{field}: unchanged in this language", field=name)
        else:
            sentence = message(
                "{field}: “{after}” in place of “{before}”", field=name, after=after, before=before
            )
        return (plain(writer.say(sentence), 60, before=0.0), faint(writer.text(correction.reason)))


def people_of_record(values: RecordValues, _options: RecordOptions) -> frozenset[int]:
    """Return those present, those for whom somebody stands, and those who are excused."""
    return values.attendance.people


def left_out_of_record(values: RecordValues, _options: RecordOptions) -> tuple[LeftOut, ...]:
    """Return the outcomes that the audience may not see; a record has no progress notes anyway."""
    return tuple(each for each in left_out_of(values.shown) if each.cause is not Cause.NOTES_KEPT)


RECORD_OF_OUTCOMES: DocumentKind[RecordOptions, RecordValues] = DocumentKind(
    id="record-of-outcomes",
    title=message("Record of outcomes"),
    options=RecordOptions,
    suggest=RecordOptions.suggest,
    gather=gather_record,
    compose=compose_record,
    is_of_people=False,
    is_of_record=True,
    people=people_of_record,
    left_out=left_out_of_record,
)
