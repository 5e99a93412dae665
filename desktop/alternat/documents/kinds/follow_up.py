"""The follow-up report: outcomes with their state, leads and news, by existing dialogue, topic or side."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import inf

from alternat.documents.contents.follow_up import (
    LEAST_ROWS,
    FollowUpFacts,
    FollowUpOptions,
    OutcomeWriter,
    Shown,
    follow_up_words,
    gather_facts,
    left_out_of,
    shown_outcomes,
)
from alternat.documents.contents.left_out import LeftOut
from alternat.documents.contents.record_findings import names_findings, outcome_findings
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, said, usual_opening
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.columns import Column, set_down
from alternat.documents.press.drawing import Block, Composition, Item
from alternat.documents.press.fonts import Weight
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.small_texts import RowFits, SmallTexts
from alternat.documents.press.style import BODY, INK, SMALL, SMALLEST, TEXT_WIDTH, across
from alternat.documents.press.tables import Cell, TableSetter, columns_of, faint, lines_under, plain, strong
from alternat.documents.press.typesetting import SEPARATOR, Paragraph, Typesetter
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.models.tables import Tables
from alternat.nouns.outcomes import OutcomeKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.findings import Finding, Subject, SubjectKind
from alternat.planning.outcomes import KINDS, STATES, OutcomePlan, state_words
from alternat.planning.text_checks import PrintedTexts
from alternat.planning.texts import TextKey

_FIRST_MM = 24.0
_NUMBER = 15.0
"""The size of a total, in points."""


class Arrangement(StrEnum):
    """By what outcomes stand together."""

    DIALOGUE = "dialogue"
    TOPIC = "topic"
    SIDE = "side"


ARRANGEMENTS: Mapping[Arrangement, Message] = {
    Arrangement.DIALOGUE: message("By existing dialogue"),
    Arrangement.TOPIC: message("By topic"),
    Arrangement.SIDE: message("By side"),
}
"""The arrangements in words."""
_NOWHERE: Mapping[Arrangement, Message] = {
    Arrangement.DIALOGUE: message("Carried out by no existing dialogue"),
    Arrangement.TOPIC: message("Of no topic"),
    Arrangement.SIDE: message("Led by nobody"),
}


@dataclass(frozen=True, slots=True)
class FollowUpReportOptions(FollowUpOptions):
    """How a report is to print."""

    arranged_by: Arrangement = Arrangement.DIALOGUE
    only_open: bool = False
    only_this_meeting: bool = False
    """Whether only the outcomes of the meeting are told, not those of all meetings."""


@dataclass(frozen=True, slots=True)
class ReportValues:
    """Everything that a report prints; `groups` are what outcomes stand under, by their keys in order."""

    facts: FollowUpFacts
    shown: Shown
    groups: tuple[tuple[int | str, Label], ...]
    printed: PrintedTexts


def gather_report(tables: Tables, meeting: int, options: FollowUpReportOptions) -> ReportValues:
    """Return the outcomes of a meeting or of all, as the audience may see them, and what they stand under."""
    facts = gather_facts(tables, meeting, options.copy_for)
    shown = shown_outcomes(tables, options.audience, meeting if options.only_this_meeting else None)
    if options.only_open:
        shown = replace(shown, outcomes=tuple(each for each in shown.outcomes if each.is_open))
    groups: tuple[tuple[int | str, Label], ...] = facts.countries
    if options.arranged_by is not Arrangement.SIDE:
        is_topic = options.arranged_by is Arrangement.TOPIC
        provision = tables.Provision
        kind = ProvisionKind.TOPIC if is_topic else ProvisionKind.EXISTING_DIALOGUE
        rows = provision.select().where(provision.kind == kind).order_by(provision.number, provision.id)
        groups = tuple((row.id, row.text) for row in rows)
    topics, dialogues = (
        {plan.topic for plan in shown.outcomes},
        {each.dialogue for plan in shown.outcomes for each in plan.carriers},
    )
    used = topics if options.arranged_by is Arrangement.TOPIC else dialogues
    keys = [
        *(TextKey("outcome", plan.id, "text") for plan in shown.outcomes),
        *(TextKey("provision", key, "text") for key in used if key is not None),
    ]
    return ReportValues(facts, shown, groups, PrintedTexts.reading(tables, keys))


def compose_report(
    values: ReportValues, options: FollowUpReportOptions, typesetter: Typesetter
) -> Composition:
    """Return the report laid out: totals by state, then the outcomes in their groups, the overdue first."""
    words = follow_up_words(values.facts, options, message("Follow-up report"))
    setter = SheetSetter(typesetter, len(options.languages))
    shares = (1.6, 1.0) if len(options.languages) == 1 else ()
    table = TableSetter(typesetter, columns_of(_FIRST_MM, len(options.languages), *shares))
    rows = _Rows(values, options, words, table)
    opening = (*usual_opening(words, setter), setter.subtitle(tuple(_filters(options, words))))
    plans = values.shown.outcomes
    if plans:
        sections = [
            Section((), (), (_totals(plans, words, typesetter, options.printed_on),)),
            *rows.sections(),
        ]
    else:
        nothing = message("There are no outcomes to report.")
        sections = [Section((), (), (setter.remark(words.in_each(nothing)),))]
    sheet = lay_out_sheet(words, [(opening, sections)], options.paper, setter, least_at_end=LEAST_ROWS)
    names = {lead.person: lead.name for plan in plans for lead in plan.leads}
    found, held = names_findings(names, typesetter.fonts)
    return Composition(words.info(), sheet.pages, (), tuple(dict.fromkeys((*found, *rows.findings()))), held)


def _filters(options: FollowUpReportOptions, words: SheetWords) -> Iterator[str]:
    """Yield in each language by what the report is arranged, and what of all outcomes it tells."""
    sentences = [ARRANGEMENTS[options.arranged_by]]
    if options.only_open:
        sentences.append(message("Open outcomes only"))
    if options.only_this_meeting:
        reference = words.gathered.meeting.reference
        sentences.append(message("Outcomes of the meeting {reference} only", reference=reference))
    yield from map(SEPARATOR.join, zip(*map(words.in_each, sentences), strict=True))


def _totals(plans: Sequence[OutcomePlan], words: SheetWords, typesetter: Typesetter, today: date) -> Strip:
    """Return how many outcomes there are in each state, and how many are overdue, side by side."""
    asking = [plan for plan in plans if plan.kind is not OutcomeKind.NOTED]
    stand = Counter(state_words(plan.kind, plan.state) for plan in asking)
    counts: list[tuple[int, Message]] = [(stand[sentence], sentence) for sentence in STATES.values()]
    # What is to be studied first has not been agreed; where there is none of it, nothing is said of it.
    if studied := stand[KINDS[OutcomeKind.FURTHER_STUDY]]:
        counts.insert(1, (studied, KINDS[OutcomeKind.FURTHER_STUDY]))
    counts.append((len(plans) - len(asking), KINDS[OutcomeKind.NOTED]))
    counts.append((sum(plan.is_overdue(today) for plan in plans), message("Overdue")))
    width = TEXT_WIDTH / len(counts)
    items: list[Item] = []
    foot = 0.0
    for place, (count, sentence) in enumerate(counts):
        paragraphs = (
            Paragraph(str(count), Weight.BOLD, _NUMBER, 1, 1.2, colour=INK),
            *(faint(text, 2, before=0.05) for text in dict.fromkeys(words.in_each(sentence))),
        )
        stack = typesetter.stack(paragraphs, width - 6, inf, SMALLEST)
        items += set_down(typesetter, stack, Column(place * width, width - 6, is_centred=True), 5.0)
        foot = max(foot, stack.height)
    height = foot + 10.0
    items += [across(0.0, 0.7, INK), across(height, 0.7, INK)]
    return Strip(Block(tuple(items)), height)


class _Rows:
    """Sets outcomes as rows under what they belong to, and keeps how they were set."""

    def __init__(
        self, values: ReportValues, options: FollowUpReportOptions, words: SheetWords, table: TableSetter
    ) -> None:
        self._values, self._options, self._words, self._table = values, options, words, table
        self._writers = [
            OutcomeWriter(values.facts, language, table.typesetter.fonts) for language in words.languages
        ]
        self._set = table.typesetter.once(table)
        self._cells_of: dict[int, tuple[Cell, ...]] = {}
        self._fits = RowFits()

    def sections(self) -> Iterator[Section]:
        """Yield the groups in order, then what belongs to none; what belongs to several stands in each."""
        groups: dict[int | str | None, list[OutcomePlan]] = {}
        for plan in self._values.shown.outcomes:
            for key in self._keys(plan) or (None,):
                groups.setdefault(key, []).append(plan)
        names = dict(self._values.groups)
        for key in (*names, None):
            own = groups.pop(key, [])
            if own and key is not None:
                yield self._section([writer.text(names[key]) for writer in self._writers], own)
            elif own:
                nowhere = said(_NOWHERE[self._options.arranged_by])
                yield self._section(self._words.of(nowhere), own)
        if len({plan.id for plan in self._values.shown.outcomes}) < self._set_rows:
            twice = message("An outcome that belongs under several headings stands under each of them.")
            yield Section((), (), (self._table.remark(self._words.in_each(twice)),))

    _set_rows = 0

    def findings(self) -> Iterator[Finding]:
        """Yield what is to be said of the outcomes that were set."""
        fonts, small = self._table.typesetter.fonts, SmallTexts()
        yield from self._values.printed.findings(self._words.languages)
        for plan in self._values.shown.outcomes:
            texts = [
                ("text", plan.text),
                ("state_reason", plan.state_reason),
                *((f"notes.{each.id}", each.text) for each in plan.notes),
            ]
            is_cut = plan.id in self._fits.cut
            yield from outcome_findings(plan, texts, self._words.languages, fonts, is_cut=is_cut)
            sizes = self._fits.sizes.get(plan.id, (1.0, 1.0))
            small.note(Subject(SubjectKind.OUTCOME, plan.id), plan.name, sizes)
        yield from small.findings()

    def _keys(self, plan: OutcomePlan) -> tuple[int | str, ...]:
        known = {key for key, _ in self._values.groups}
        match self._options.arranged_by:
            case Arrangement.DIALOGUE:
                keys: tuple[int | str, ...] = tuple(each.dialogue for each in plan.carriers)
            case Arrangement.SIDE:
                keys = tuple(each.side for each in plan.leads)
            case Arrangement.TOPIC:
                keys = () if plan.topic is None else (plan.topic,)
        return tuple(key for key in keys if key in known)

    def _section(self, texts: Sequence[str], plans: Sequence[OutcomePlan]) -> Section:
        today, words = self._options.printed_on, self._words
        plans = sorted(plans, key=lambda plan: not plan.is_overdue(today))
        strips: list[Strip] = []
        for plan, line in zip(plans, lines_under(len(plans)), strict=True):
            cells = self._cells_of.get(plan.id)
            if cells is None:
                cells = self._cells_of[plan.id] = self._cells(plan)
            row = self._set((cells, line))
            self._fits.note(plan.id, row.sizes, is_cut=row.is_cut)
            strips.append(row.strip)
        self._set_rows += len(strips)
        first = " / ".join(dict.fromkeys(words.in_each(message("Outcome"))))
        heads = words.in_each(message("Text, and how it stands"))
        if len(words.languages) == 1:
            heads = (*words.in_each(message("Text")), *words.in_each(message("How it stands")))
        return self._table.section(
            texts, ((first,), *((head,) for head in heads)), strips, words.again(texts)
        )

    def _cells(self, plan: OutcomePlan) -> tuple[Cell, ...]:
        is_overdue = plan.is_overdue(self._options.printed_on)
        marked = dict.fromkeys(self._words.in_each(message("Overdue"))) if is_overdue else ()
        first: Cell = (strong(plan.code, BODY, 2), *(strong(text, SMALL, before=0.1) for text in marked))
        texts = [(plain(writer.text(plan.text), 60, before=0.0),) for writer in self._writers]
        stands = [self._stands(plan, writer) for writer in self._writers]
        if len(self._writers) == 1:
            return (first, texts[0], stands[0])
        return (first, *(text + below for text, below in zip(texts, stands, strict=True)))

    def _stands(self, plan: OutcomePlan, writer: OutcomeWriter) -> Cell:
        kind = () if plan.kind is OutcomeKind.AGREED else (writer.kind(plan),)
        # Nobody is asked how far that has come which was only noted.
        state = () if plan.kind is OutcomeKind.NOTED else (writer.state(plan),)
        lines = [strong(SEPARATOR.join((*kind, *state)), SMALL, before=0.2)]
        # The heading names the only one that carries it out.
        is_under_it = self._options.arranged_by is Arrangement.DIALOGUE and len(plan.carriers) == 1
        carriers = "" if is_under_it else writer.carriers(plan)
        others = (writer.due(plan), writer.leads(plan.leads), carriers, writer.news(plan))
        lines += [faint(text) for text in others if text]
        lines += [faint(writer.note(note), before=0.25) for note in plan.notes]
        return tuple(lines)


def people_of_report(values: ReportValues, _options: FollowUpReportOptions) -> frozenset[int]:
    """Return those who lead on an outcome that the report tells."""
    return frozenset(lead.person for plan in values.shown.outcomes for lead in plan.leads)


def left_out_of_report(values: ReportValues, _options: FollowUpReportOptions) -> tuple[LeftOut, ...]:
    """Return the outcomes and the progress notes that the audience may not see."""
    return left_out_of(values.shown)


FOLLOW_UP: DocumentKind[FollowUpReportOptions, ReportValues] = DocumentKind(
    id="follow-up",
    title=message("Follow-up report"),
    options=FollowUpReportOptions,
    suggest=FollowUpReportOptions.suggest,
    gather=gather_report,
    compose=compose_report,
    is_of_people=False,
    people=people_of_report,
    left_out=left_out_of_report,
)
