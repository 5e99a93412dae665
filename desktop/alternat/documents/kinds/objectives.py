"""Objectives on one page: how each stands, and how far its instruments have come along their own steps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from alternat.documents.contents.follow_up import (
    FollowUpFacts,
    FollowUpOptions,
    OutcomeWriter,
    follow_up_words,
    gather_facts,
)
from alternat.documents.contents.left_out import Cause, LeftOut, grouped
from alternat.documents.contents.record_findings import names_findings, text_findings
from alternat.documents.contents.sheets import Sheet, SheetWords, lay_out_sheet
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.columns import Column, set_down
from alternat.documents.press.drawing import Block, Box, Composition, Item, Rule, Text
from alternat.documents.press.fonts import Weight
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.style import (
    BODY,
    GUTTER,
    HAIRLINE,
    INK,
    NAME,
    SMALL,
    SMALLEST,
    TEXT_WIDTH,
    across,
)
from alternat.documents.press.tables import Cell, faint, strong
from alternat.documents.press.typesetting import SEPARATOR, Typesetter
from alternat.language.formats import short_date
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables
from alternat.nouns.instruments import Binding, InstrumentStep
from alternat.nouns.provisions import ProvisionState
from alternat.planning.disclosure import may_show
from alternat.planning.findings import Finding, Severity, Subject, SubjectKind
from alternat.planning.instrument_terms import expires_on, last_day_to_speak
from alternat.planning.instruments import (
    BINDING_WORDS,
    CONSENTS,
    EXTENSION_WORDS,
    KIND_WORDS,
    ONE_SIDED,
    running_step,
    step_words,
    steps_of,
)
from alternat.planning.objectives import InstrumentPlan, ObjectivePlan, objectives
from alternat.planning.outcomes import LeadPlan

_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76)
"""By how much everything is made smaller so that it fits on one page; below that it takes a second one."""
_SQUARE, _CHART = 7.0, 26.0
"""The side of a step's square and the height of a row of them, in points."""
_LEGEND_COLUMNS = 2
_MOST_LINES = 200
"""Of one text: nothing is cut, the paper takes another page."""
_TOGETHER = 500.0
"""Points; what is higher than that may go on overleaf between its parts."""
_STATES: Mapping[ProvisionState, Message] = {
    ProvisionState.ACTIVE: message("Pursued"),
    ProvisionState.ACHIEVED: message("Achieved"),
    ProvisionState.DROPPED: message("Dropped"),
    ProvisionState.CLOSED: message("Closed"),
    ProvisionState.MERGED: message("Merged"),
}
_IF_IT_COMES_TO_THAT = frozenset({InstrumentStep.EXTENDED, InstrumentStep.ENDED, InstrumentStep.REPLACED})
"""Steps that are shown only where somebody has written them down."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A step in the row of an instrument; what it is called, and the side that takes it alone."""

    step: InstrumentStep
    words: Message
    side: str = ""
    planned: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class ObjectivesValues:
    """Everything that the page prints; `served` counts the outcomes that serve an objective, by its id."""

    facts: FollowUpFacts
    objectives: tuple[ObjectivePlan, ...]
    withheld: tuple[Label, ...]
    served: Mapping[int, int]


def gather_objectives(tables: Tables, meeting: int, options: FollowUpOptions) -> ObjectivesValues:
    """Return the objectives and those of their instruments that the audience may see; notes stay at home."""
    facts = gather_facts(tables, meeting, options.copy_for)
    plans = objectives(tables)
    outcome = tables.Outcome
    shown = {row.id for row in outcome.select() if may_show(row, options.audience)}
    aimed = [instrument for plan in plans for instrument in plan.instruments]
    return ObjectivesValues(
        facts,
        tuple(
            replace(
                plan,
                holders=tuple(replace(each, note="") for each in plan.holders),
                instruments=tuple(
                    _bare(each) for each in plan.instruments if may_show(each, options.audience)
                ),
                guidance=(),
                notes=(),
            )
            for plan in plans
        ),
        tuple(each.title for each in aimed if not may_show(each, options.audience)),
        {plan.id: len(shown & set(plan.outcomes)) for plan in plans},
    )


def _bare(plan: InstrumentPlan) -> InstrumentPlan:
    return replace(plan, note="", steps=tuple(replace(each, document="") for each in plan.steps))


def slots_of(plan: InstrumentPlan, sides: Sequence[str]) -> tuple[Slot, ...]:
    """Return the steps of an instrument as a row shows them: those of its kind, and of each side its own.

    Of the consents of which a side takes one, it is the one that was written down, else a place for any.
    """
    found: list[Slot] = []
    placed: set[str] = set()
    for step in steps_of(plan.kind):
        written = sorted((each for each in plan.steps if each.step is step), key=lambda each: each.side)
        words = step_words(plan.kind, step)
        found += [Slot(step, words, each.side, each.planned, each.done_on) for each in written]
        if step in CONSENTS:
            known = {each.side for each in plan.steps if each.step in CONSENTS} | placed
            for side in sides:
                if side not in known and step in steps_of(plan.kind, side):
                    placed.add(side)
                    found.append(Slot(step, message("Consent to be bound"), side))
        elif not written and step in ONE_SIDED:
            found += [Slot(step, words, side) for side in sides if step in steps_of(plan.kind, side)]
        elif not written and step not in _IF_IT_COMES_TO_THAT:
            in_force = plan.in_force if step is running_step(plan.kind) else None
            found.append(Slot(step, words, done_on=in_force))
    return tuple(found)


def compose_objectives(
    values: ObjectivesValues, options: FollowUpOptions, typesetter: Typesetter
) -> Composition:
    """Return the page laid out, smaller where that makes it one page."""
    words = follow_up_words(values.facts, options, message("Status of objectives"))
    for scale in _SCALES:
        page = _Page(values, options, words, typesetter, scale)
        sheet = page.sheet()
        if len(sheet.pages) == 1:
            break
    names = {each.person: each.name for plan in values.objectives for each in plan.holders}
    found, held = names_findings(names, typesetter.fonts)
    return Composition(words.info(), sheet.pages, (), (*found, *page.findings(len(sheet.pages))), held)


class _Page:
    """The page at one size."""

    def __init__(
        self,
        values: ObjectivesValues,
        options: FollowUpOptions,
        words: SheetWords,
        typesetter: Typesetter,
        scale: float,
    ) -> None:
        self._values, self._options, self._words = values, options, words
        self._typesetter, self._scale = typesetter, scale
        self._sides = [code for code, _ in values.facts.countries]
        self._writers = [
            OutcomeWriter(values.facts, language, typesetter.fonts) for language in words.languages
        ]
        known = {
            (list(InstrumentStep).index(slot.step), slot.words, slot.side)
            for plan in values.objectives
            for instrument in plan.instruments
            for slot in slots_of(instrument, self._sides)
        }
        order = sorted(known, key=lambda each: (each[0], each[1].template, each[2]))
        self._numbers = {(sentence, side): at for at, (_, sentence, side) in enumerate(order, start=1)}
        count = len(words.languages)
        width = (TEXT_WIDTH - GUTTER * (count - 1)) / count
        self._columns = tuple(Column(place * (width + GUTTER), width) for place in range(count))

    def sheet(self) -> Sheet:
        """Return the page, or the pages if it does not fit on one."""
        setter = SheetSetter(self._typesetter, len(self._words.languages))
        strips = [
            strip
            for number, plan in enumerate(self._values.objectives, 1)
            for strip in self._of(number, plan)
        ]
        if self._numbers:
            strips += self._legend()
        if not strips:
            nothing = message("No objectives have been recorded.")
            strips = [setter.remark(self._words.in_each(nothing))]
        sections = [Section((), (), tuple(strips))]
        parts = [(self._opening(setter), sections)]
        return lay_out_sheet(self._words, parts, self._options.paper, setter)

    def _opening(self, setter: SheetSetter) -> tuple[Strip, ...]:
        """Return what the page is, and of which meeting in small type: the page has much to hold."""
        what = SEPARATOR.join(dict.fromkeys(self._words.of(self._words.document)))
        *_, title = setter.opening((), (what,))
        return (title, setter.subtitle([SEPARATOR.join(texts) for texts in self._words.titles()]))

    def findings(self, pages: int) -> Iterator[Finding]:
        """Yield what is wrong with the texts, and whether they take more than the one page."""
        fonts, languages = self._typesetter.fonts, self._words.languages
        for plan in self._values.objectives:
            subject = Subject(SubjectKind.PROVISION, plan.id)
            texts = [("short" if plan.short else "text", plan.name), ("state_reason", plan.state_reason)]
            yield from text_findings(subject, plan.name, texts, languages, fonts, is_cut=False)
            for each in plan.instruments:
                subject = Subject(SubjectKind.INSTRUMENT, each.id)
                title = [("title", each.title)]
                yield from text_findings(subject, each.title, title, languages, fonts, is_cut=False)
        if pages > 1:
            sentence = counted(
                "The status of objectives takes {count} page even in small type. Print fewer languages.",
                "The status of objectives takes {count} pages even in small type. Print fewer languages.",
                pages,
            )
            subject = Subject(SubjectKind.MEETING, self._values.facts.gathered.meeting.id)
            yield Finding("objectives-overflow", Severity.WARNS, subject, sentence)

    def _of(self, number: int, plan: ObjectivePlan) -> Iterator[Strip]:
        """Yield an objective, and each of its instruments over the row of its steps; all stay together."""
        rows = [self._row([self._objective(number, plan, writer) for writer in self._writers], NAME)]
        for each in plan.instruments:
            rows.append(self._row([self._instrument(each, writer) for writer in self._writers], 3.0))
            rows.append(self._chart(slots_of(each, self._sides)))
        is_short = sum(row.height for row in rows) < _TOGETHER
        for place, row in enumerate(rows):
            is_last = place == len(rows) - 1
            line = (across(row.height + 3.0, 0.35, HAIRLINE),) if is_last else ()
            height = row.height + (5.0 if is_last else 0.0)
            yield Strip(Block((*row.block.items, *line)), height, stays_with_next=is_short and not is_last)

    def _objective(self, number: int, plan: ObjectivePlan, writer: OutcomeWriter) -> Cell:
        state = writer.say(_STATES[plan.state])
        due = writer.say(message("Due: {day}", day=writer.day(plan.due))) if plan.due else ""
        served = self._values.served.get(plan.id, 0)
        outcomes = (
            writer.say(counted("{count} outcome serves it", "{count} outcomes serve it", served))
            if served
            else ""
        )
        leads = [
            LeadPlan(each.id, side, each.person, each.name)
            for side in self._sides
            if (each := plan.lead(side, self._options.printed_on)) is not None
        ]
        below = SEPARATOR.join(filter(None, (state, due, outcomes)))
        reason = writer.text(plan.state_reason)
        return (
            strong(f"{number}. {writer.text(plan.name)}", BODY),
            *(faint(text, before=0.05) for text in (below, reason, writer.leads(leads)) if text),
        )

    def _instrument(self, plan: InstrumentPlan, writer: OutcomeWriter) -> Cell:
        kind = writer.say(KIND_WORDS[plan.kind])
        views = {side: BINDING_WORDS[plan.binding.get(side, Binding.UNSAID)] for side in self._sides}
        if len(set(views.values())) == 1:
            seen = [writer.say(next(iter(views.values())))]
        else:
            seen = [
                writer.say(message("{country}: {view}", country=writer.country(side), view=writer.say(view)))
                for side, view in views.items()
            ]
        texts = (kind, *seen)
        term = SEPARATOR.join(self._term(plan, writer))
        return (
            strong(writer.text(plan.title), SMALL),
            faint(SEPARATOR.join(texts), before=0.05),
            *((strong(term, SMALL, before=0.05),) if term else ()),
        )

    def _term(self, plan: InstrumentPlan, writer: OutcomeWriter) -> Iterator[str]:
        """Yield how long an instrument runs, until when to speak about it, and what happens at its end."""
        if plan.months is not None:
            yield writer.say(counted("Term: {count} month", "Term: {count} months", plan.months))
        if plan.is_over:
            return
        today = self._options.printed_on
        speak, end = last_day_to_speak(plan.term, today), expires_on(plan.term, today)
        if speak is not None and speak != end:
            yield writer.say(message("Last day to say something: {day}", day=writer.day(speak)))
        if end is not None:
            yield writer.say(message("Expires: {day}", day=writer.day(end)))
            yield writer.say(EXTENSION_WORDS[plan.term.extension])

    def _row(self, cells: Sequence[Cell], before: float) -> Strip:
        """Return texts in a column a language."""
        items: list[Item] = []
        foot, top = 0.0, before * self._scale
        for cell, column in zip(cells, self._columns, strict=True):
            scaled = tuple(
                replace(each, size=each.size * self._scale, most_lines=_MOST_LINES) for each in cell
            )
            stack = self._typesetter.stack(scaled, column.width, inf, SMALLEST)
            items += set_down(self._typesetter, stack, column, top)
            foot = max(foot, stack.height)
        return Strip(Block(tuple(items)), top + foot)

    def _chart(self, slots: Sequence[Slot]) -> Strip:
        """Return the row of steps: a full square for what is done, a hollow one for what is not.

        The number over a square is that of its step below; the day under it is that on which it was done, or
        for which it is planned. A planned day that has passed is crossed out: it reads without any colour.
        """
        step = TEXT_WIDTH / len(slots)
        side, top = _SQUARE * self._scale, 10.0 * self._scale
        middle = top + side / 2
        items: list[Item] = []
        for place, slot in enumerate(slots):
            x = place * step + step / 2
            if place:
                is_done = slot.done_on is not None and slots[place - 1].done_on is not None
                thickness, dash = (1.6, 0.0) if is_done else (0.5, 1.6)
                items.append(Rule(x - step + side / 2, middle, x - side / 2, middle, thickness, INK, dash))
            items += _square(x - side / 2, top, side, slot, self._options.printed_on)
            number = str(self._numbers[slot.words, slot.side])
            items.append(self._centred(number, x, top - 2.5, Weight.BOLD))
            day = slot.done_on or slot.planned
            if day is not None:
                text = short_date(day, self._words.languages[0])
                items.append(self._centred(text, x, top + side + 7.0 * self._scale, Weight.REGULAR))
        return Strip(Block(tuple(items)), _CHART * self._scale)

    def _centred(self, text: str, x: float, y: float, weight: Weight) -> Text:
        size = max(SMALLEST, 6.4 * self._scale)
        return Text(x - self._typesetter.width(text, weight, size) / 2, y, text, weight, size, INK)

    def _legend(self) -> Iterator[Strip]:
        """Yield what the squares mean, and the steps by their numbers in two columns."""
        today = date(2000, 1, 1)
        signs = (
            (Slot(InstrumentStep.SIGNED, message("Done"), done_on=today), message("Done on that day")),
            (Slot(InstrumentStep.SIGNED, message("Done")), message("Not yet; a day under it is planned")),
            (
                Slot(InstrumentStep.SIGNED, message("Done"), planned=date.min),
                message("The planned day has passed"),
            ),
        )
        side = _SQUARE * self._scale
        width = TEXT_WIDTH / len(signs)
        items: list[Item] = []
        foot = 0.0
        for place, (slot, sentence) in enumerate(signs):
            items += _square(place * width, 7.0, side, slot, today)
            column = Column(place * width + side + 4, width - side - 10)
            foot = max(
                foot,
                self._put(items, SEPARATOR.join(dict.fromkeys(self._words.in_each(sentence))), column, 5.5),
            )
        yield Strip(Block(tuple(items)), foot + 9.0, stays_with_next=True)
        texts = [
            f"{number}  {self._named(sentence, code)}" for (sentence, code), number in self._numbers.items()
        ]
        half = -(-len(texts) // _LEGEND_COLUMNS)
        items, foot = [], 0.0
        width = TEXT_WIDTH / _LEGEND_COLUMNS
        for at in range(_LEGEND_COLUMNS):
            top = 0.0
            for text in texts[at * half : (at + 1) * half]:
                top += self._put(items, text, Column(at * width, width - 8), top)
            foot = max(foot, top)
        yield Strip(Block(tuple(items)), foot)

    def _named(self, sentence: Message, side: str) -> str:
        parts = []
        for writer in self._writers:
            words = writer.say(sentence)
            if side:
                words = writer.say(message("{what} ({country})", what=words, country=writer.country(side)))
            parts.append(words)
        return SEPARATOR.join(dict.fromkeys(parts))

    def _put(self, items: list[Item], text: str, column: Column, top: float) -> float:
        paragraph = replace(faint(text, _MOST_LINES, before=0.0), size=SMALL * self._scale)
        stack = self._typesetter.stack((paragraph,), column.width, inf, SMALLEST)
        items += set_down(self._typesetter, stack, column, top)
        return stack.height


def _square(x: float, y: float, side: float, slot: Slot, today: date) -> Iterator[Item]:
    if slot.done_on is not None:
        yield Box(x, y, side, side, INK)
        return
    for line in ((0, 0, 1, 0), (1, 0, 1, 1), (1, 1, 0, 1), (0, 1, 0, 0)):
        yield _line(x, y, side, line, 0.7)
    if slot.planned is not None and slot.planned < today:
        for line in ((0, 0, 1, 1), (0, 1, 1, 0)):
            yield _line(x, y, side, line, 0.7)


def _line(x: float, y: float, side: float, ends: tuple[int, int, int, int], thickness: float) -> Rule:
    from_x, from_y, to_x, to_y = ends
    return Rule(x + from_x * side, y + from_y * side, x + to_x * side, y + to_y * side, thickness, INK)


def people_of_objectives(values: ObjectivesValues, options: FollowUpOptions) -> frozenset[int]:
    """Return those who lead an objective on the day of printing."""
    sides = [code for code, _ in values.facts.countries]
    leads = (plan.lead(side, options.printed_on) for plan in values.objectives for side in sides)
    return frozenset(each.person for each in leads if each is not None)


def left_out_of_objectives(values: ObjectivesValues, _options: FollowUpOptions) -> tuple[LeftOut, ...]:
    """Return the instruments that the audience may not see; the page has no progress notes anyway."""
    return grouped([LeftOut(Cause.INSTRUMENT_WITHHELD, values.withheld)])


OBJECTIVES: DocumentKind[FollowUpOptions, ObjectivesValues] = DocumentKind(
    id="objectives",
    title=message("Status of objectives"),
    options=FollowUpOptions,
    suggest=FollowUpOptions.suggest,
    gather=gather_objectives,
    compose=compose_objectives,
    is_of_people=False,
    people=people_of_objectives,
    left_out=left_out_of_objectives,
)
