"""Sheets of open items: for everybody who leads, on pages of their own, all that waits for them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

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
from alternat.documents.contents.holding_back import printable
from alternat.documents.contents.left_out import Cause, LeftOut, grouped
from alternat.documents.contents.record_findings import (
    names_findings,
    outcome_findings,
    request_findings,
    text_findings,
)
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, usual_opening
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.small_texts import RowFits, SmallTexts
from alternat.documents.press.style import BODY, SMALL
from alternat.documents.press.tables import Cell, TableSetter, columns_of, faint, lines_under, plain, strong
from alternat.documents.press.typesetting import SEPARATOR, Typesetter
from alternat.language.called import filed_under, shown_name
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionState
from alternat.planning.disclosure import Audience
from alternat.planning.existing import ExistingPlan, existing_dialogues, lead_on
from alternat.planning.findings import Finding, Subject, SubjectKind
from alternat.planning.guidance import GuidancePlan, Standing, guidance_requests
from alternat.planning.objectives import ObjectivePlan, objectives
from alternat.planning.outcomes import OutcomePlan

_DUE_MM = 30.0


@dataclass(frozen=True, slots=True)
class OpenItemsOptions(FollowUpOptions):
    """How the sheets are to print; no `sides` and no `people` mean everybody for whom something is open."""

    sides: tuple[str, ...] = ()
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenItems:
    """All that is open for somebody, what is due first at the top."""

    person: int
    side: str
    name: Label
    position: Label
    outcomes: tuple[OutcomePlan, ...]
    requests: tuple[GuidancePlan, ...]
    objectives: tuple[ObjectivePlan, ...]
    dialogues: tuple[tuple[ExistingPlan, int | None], ...]
    """The existing dialogues that the person leads, each with the number of open outcomes it carries out.

    None for the public, which does not see all of them.
    """


@dataclass(frozen=True, slots=True)
class OpenItemsValues:
    """Everything that the sheets print."""

    facts: FollowUpFacts
    shown: Shown
    sheets: tuple[OpenItems, ...]
    kept: tuple[GuidancePlan, ...] = ()
    """The requests that wait and are not for the public."""


def gather_open_items(tables: Tables, meeting: int, options: OpenItemsOptions) -> OpenItemsValues:
    """Return what is open for everybody who leads on the day of printing, by side and name."""
    facts = gather_facts(tables, meeting, options.copy_for)
    shown = shown_outcomes(tables, options.audience)
    sides = {side.id: side.code for side in tables.Side.select()}
    wanted = options.sides or tuple(code for code, _ in facts.countries)
    order = [code for code, _ in facts.countries]
    found = _Open(tables, shown, options)
    people = tables.Person.select().where(tables.Person.id.in_(found.people()))
    rows = [
        row
        for row in people
        if sides[row.side_id] in wanted and (not options.people or row.id in options.people)
    ]
    rows.sort(key=lambda row: (order.index(sides[row.side_id]), filed_under(row), row.id))
    sheets = tuple(found.of(row.id, sides[row.side_id], shown_name(row), row.position) for row in rows)
    return OpenItemsValues(facts, shown, sheets, found.kept)


class _Open:
    """What is open, by whoever leads it."""

    def __init__(self, tables: Tables, shown: Shown, options: OpenItemsOptions) -> None:
        today, self._is_public = options.printed_on, options.audience is Audience.PUBLIC
        self._outcomes = [plan for plan in shown.outcomes if plan.is_open]
        self._objectives = [plan for plan in objectives(tables) if plan.is_open]
        self._dialogues = [each for each in existing_dialogues(tables) if each.state is ProvisionState.ACTIVE]
        self._leading: dict[int, set[int]] = {}
        every: list[ObjectivePlan | ExistingPlan] = [*self._objectives, *self._dialogues]
        for led in every:
            for side in {holder.side for holder in led.holders}:
                holder = lead_on(led.holders, side, today)
                if holder is not None:
                    self._leading.setdefault(holder.person, set()).add(led.id)
        waiting = tuple(
            replace(plan, note="", reference="", answers=())
            for plan in guidance_requests(tables)
            if plan.standing is Standing.OPEN
        )
        self._requests = () if self._is_public else waiting
        self.kept = waiting if self._is_public else ()

    def people(self) -> frozenset[int]:
        """Return those for whom anything is open."""
        leads = {lead.person for plan in self._outcomes for lead in plan.leads}
        asking = {plan.asked_by for plan in self._requests if plan.asked_by is not None}
        return frozenset(leads | asking | set(self._leading))

    def of(self, person: int, side: str, name: Label, position: Label) -> OpenItems:
        """Return what is open for somebody; what has no due date comes last."""
        led = self._leading.get(person, set())
        own = [plan for plan in self._outcomes if any(lead.person == person for lead in plan.leads)]
        own.sort(key=lambda plan: plan.due or date.max)
        aims = [_bare(plan) for plan in self._objectives if plan.id in led]
        aims.sort(key=lambda plan: plan.due or date.max)
        return OpenItems(
            *(person, side, name, position, tuple(own)),
            tuple(plan for plan in self._requests if plan.asked_by == person or plan.dialogue in led),
            tuple(aims),
            tuple(
                (replace(each, holders=(), meetings=()), self._carried(each))
                for each in self._dialogues
                if each.id in led
            ),
        )

    def _carried(self, dialogue: ExistingPlan) -> int | None:
        if self._is_public:
            return None
        return sum(any(each.dialogue == dialogue.id for each in plan.carriers) for plan in self._outcomes)


def _bare(plan: ObjectivePlan) -> ObjectivePlan:
    return replace(plan, holders=(), instruments=(), outcomes=(), guidance=(), notes=())


def compose_open_items(
    values: OpenItemsValues, options: OpenItemsOptions, typesetter: Typesetter
) -> Composition:
    """Return the sheets laid out, each beginning on a page of its own."""
    words = follow_up_words(values.facts, options, message("Open items"))
    setter = SheetSetter(typesetter, len(options.languages))
    table = TableSetter(typesetter, columns_of(_DUE_MM, len(options.languages)))
    rows = _Rows(values, options.printed_on, words, table)
    parts = [(_opening(items, words, setter, typesetter), rows.sections(items)) for items in values.sheets]
    if not parts:
        nothing = message("Nothing is open for anybody.")
        parts = [(usual_opening(words, setter), [Section((), (), (setter.remark(words.in_each(nothing)),))])]
    names = [printable(items.name, typesetter.fonts) for items in values.sheets]
    sheet = lay_out_sheet(words, parts, options.paper, setter, names, least_at_end=LEAST_ROWS)
    known = {items.person: items.name for items in values.sheets}
    found, held = names_findings(known, typesetter.fonts)
    return Composition(words.info(), sheet.pages, (), tuple(dict.fromkeys((*found, *rows.findings()))), held)


def _opening(
    items: OpenItems, words: SheetWords, setter: SheetSetter, typesetter: Typesetter
) -> tuple[Strip, ...]:
    fonts = typesetter.fonts
    name = SEPARATOR.join(dict.fromkeys(words.of(printable(items.name, fonts))))
    position = SEPARATOR.join(dict.fromkeys(filter(None, words.of(printable(items.position, fonts)))))
    first = setter.opening(((name, position),), words.of(words.document))
    meeting = [SEPARATOR.join(filter(None, titles)) for titles in words.titles()]
    return (*first, setter.subtitle(meeting))


class _Rows:
    """Sets what is open as rows, and keeps how they were set."""

    def __init__(self, values: OpenItemsValues, today: date, words: SheetWords, table: TableSetter) -> None:
        self._values, self._today, self._words, self._table = values, today, words, table
        self._writers = [
            OutcomeWriter(values.facts, language, table.typesetter.fonts) for language in words.languages
        ]
        self._set = table.typesetter.once(table)
        kinds = (SubjectKind.OUTCOME, SubjectKind.GUIDANCE, SubjectKind.PROVISION)
        self._fits = {kind: RowFits() for kind in kinds}
        self._names: dict[Subject, Label] = {}

    def sections(self, items: OpenItems) -> list[Section]:
        """Return what is open for somebody: outcomes, requests for guidance, objectives, dialogues."""
        waiting = message("Requests for guidance that wait")
        found = [
            *self._section(message("Outcomes"), SubjectKind.OUTCOME, items.outcomes, self._outcome),
            *self._section(waiting, SubjectKind.GUIDANCE, items.requests, self._request),
            *self._section(message("Objectives"), SubjectKind.PROVISION, items.objectives, self._objective),
            *self._section(
                message("Existing dialogues"), SubjectKind.PROVISION, items.dialogues, self._dialogue
            ),
        ]
        return list(found)

    def findings(self) -> Iterator[Finding]:
        """Yield what is to be said of the texts that were set."""
        fonts, small = self._table.typesetter.fonts, SmallTexts()
        languages = self._words.languages
        for items in self._values.sheets:
            cut = self._fits[SubjectKind.OUTCOME].cut
            for plan in items.outcomes:
                texts = [("text", plan.text), ("state_reason", plan.state_reason)]
                yield from outcome_findings(plan, texts, languages, fonts, is_cut=plan.id in cut)
            led = [(each.id, each.text) for each in items.objectives]
            led += [(each.id, each.text) for each, _ in items.dialogues]
            for key, text in led:
                is_cut = key in self._fits[SubjectKind.PROVISION].cut
                subject = Subject(SubjectKind.PROVISION, key)
                yield from text_findings(subject, text, [("text", text)], languages, fonts, is_cut=is_cut)
            for request in items.requests:
                is_cut = request.id in self._fits[SubjectKind.GUIDANCE].cut
                asked = [("question", request.question)]
                yield from request_findings(request, asked, languages, fonts, is_cut=is_cut)
        for subject, name in self._names.items():
            small.note(subject, name, self._fits[subject.kind].sizes[subject.id])
        yield from small.findings()

    def _section(
        self, title: Message, kind: SubjectKind, rows: Sequence[Any], cells: Callable[..., tuple[Cell, ...]]
    ) -> Iterator[Section]:
        if not rows:
            return
        strips: list[Strip] = []
        for each, line in zip(rows, lines_under(len(rows)), strict=True):
            row = self._set((cells(each), line))
            plan = each[0] if isinstance(each, tuple) else each
            self._fits[kind].note(plan.id, row.sizes, is_cut=row.is_cut)
            self._names[Subject(kind, plan.id)] = plan.question if kind is SubjectKind.GUIDANCE else plan.name
            strips.append(row.strip)
        words = self._words
        due = " / ".join(dict.fromkeys(words.in_each(message("Due"))))
        heads = ((due,), *((text,) for text in words.in_each(message("What is open"))))
        texts = words.in_each(title)
        yield self._table.section(texts, heads, strips, words.again(texts))

    def _due(self, day: date | None) -> Cell:
        """Return a due date, marked where it has passed."""
        if day is None:
            return (faint("–", before=0.0),)
        days = tuple(strong(text, BODY, 2) for text in self._words.dates(day))
        if day >= self._today:
            return days
        marked = dict.fromkeys(self._words.in_each(message("Overdue")))
        return (*(strong(text, SMALL, before=0.0) for text in marked), *days)

    def _outcome(self, plan: OutcomePlan) -> tuple[Cell, ...]:
        cells = []
        for writer in self._writers:
            texts = (
                f"{plan.code}{SEPARATOR}{writer.state(plan)}",
                writer.carriers(plan),
                writer.leads(plan.leads),
            )
            cells.append(
                (plain(writer.text(plan.text), 60, before=0.0), *(faint(each) for each in texts if each))
            )
        return (self._due(plan.due), *cells)

    def _request(self, plan: GuidancePlan) -> tuple[Cell, ...]:
        cells = []
        for writer in self._writers:
            asked = writer.say(message("Asked on {day}", day=writer.day(plan.asked_on)))
            below = SEPARATOR.join((asked, writer.text(plan.dialogue_name)))
            cells.append((plain(writer.text(plan.question), 60, before=0.0), faint(below)))
        return (self._due(None), *cells)

    def _objective(self, plan: ObjectivePlan) -> tuple[Cell, ...]:
        cells = [(plain(writer.text(plan.text), 60, before=0.0),) for writer in self._writers]
        return (self._due(plan.due), *cells)

    def _dialogue(self, led: tuple[ExistingPlan, int | None]) -> tuple[Cell, ...]:
        plan, carried = led
        if carried is None:
            bare = [(plain(writer.text(plan.text), 60, before=0.0),) for writer in self._writers]
            return (self._due(None), *bare)
        sentence = counted(
            "It carries out {count} open outcome.", "It carries out {count} open outcomes.", carried
        )
        cells = [
            (plain(writer.text(plan.text), 60, before=0.0), faint(writer.say(sentence)))
            for writer in self._writers
        ]
        return (self._due(None), *cells)


def people_of_items(values: OpenItemsValues, _options: OpenItemsOptions) -> frozenset[int]:
    """Return those who have a sheet, and those who lead with them."""
    leads = {lead.person for items in values.sheets for plan in items.outcomes for lead in plan.leads}
    return frozenset(leads | {items.person for items in values.sheets})


def left_out_of_items(values: OpenItemsValues, _options: OpenItemsOptions) -> tuple[LeftOut, ...]:
    """Return the outcomes and requests that the audience may not see; progress notes are on no sheet."""
    kept = grouped([LeftOut(Cause.BETWEEN_CHAIRS, tuple(plan.question for plan in values.kept))])
    return (*left_out_of(replace(values.shown, notes_kept=())), *kept)


OPEN_ITEMS: DocumentKind[OpenItemsOptions, OpenItemsValues] = DocumentKind(
    id="open-items",
    title=message("Open items"),
    options=OpenItemsOptions,
    suggest=OpenItemsOptions.suggest,
    gather=gather_open_items,
    compose=compose_open_items,
    is_of_people=False,
    people=people_of_items,
    left_out=left_out_of_items,
)
