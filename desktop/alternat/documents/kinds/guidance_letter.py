"""Letters of guidance: for each answered request, what the co-chairs tell the officials who asked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from alternat.documents.contents.delegates import NamedPerson, name_in_sentence
from alternat.documents.contents.follow_up import (
    LEAST_ROWS,
    FollowUpFacts,
    OutcomeWriter,
    RecordOptions,
    follow_up_words,
    gather_facts,
)
from alternat.documents.contents.holding_back import printable
from alternat.documents.contents.left_out import Cause, LeftOut, grouped
from alternat.documents.contents.record_findings import names_findings, request_findings
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, usual_opening
from alternat.documents.contents.signatures import heads, signature_section
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition
from alternat.documents.press.fonts import Fonts
from alternat.documents.press.pagination import Section
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.style import BODY, Line
from alternat.documents.press.tables import Cell, TableSetter, columns_of, faint, plain, strong
from alternat.documents.press.typesetting import SEPARATOR, Paragraph, Typesetter
from alternat.errors import AlternatError
from alternat.language.called import shown_name
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message
from alternat.models.tables import Tables
from alternat.planning.disclosure import Audience
from alternat.planning.existing import existing_dialogues
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.guidance import GuidancePlan, guidance_requests
from alternat.planning.text_checks import PrintedTexts
from alternat.planning.texts import TextKey

_WHAT_MM = 28.0


class NoSuchRequest(AlternatError):
    """A letter is asked for on a request for guidance that is not there."""

    template = mark("There is no request for guidance with the number {name}. “guidance list” shows them.")


@dataclass(frozen=True, slots=True)
class LetterOptions(RecordOptions):
    """How letters are to print; no `requests` mean all that have an answer."""

    requests: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Addressee:
    """An official to whom a letter goes."""

    person: int
    name: Label
    called: NamedPerson
    position: Label


@dataclass(frozen=True, slots=True)
class LetterValues:
    """Everything that the letters print: the requests, each with the officials to whom its letter goes."""

    facts: FollowUpFacts
    letters: tuple[tuple[GuidancePlan, tuple[Addressee, ...]], ...]
    unanswered: tuple[GuidancePlan, ...]
    """The requests, of those that were asked for, that not both co-chairs have answered."""
    printed: PrintedTexts
    kept: tuple[GuidancePlan, ...] = ()
    """What is between the co-chairs and those who ask, and so is not for the public."""


def gather_letters(tables: Tables, meeting: int, options: LetterOptions) -> LetterValues:
    """Return the requests and the officials who lead the existing dialogue on the day of printing.

    The letter goes to who asked, else to those who lead for both sides. Records of answers stay at the desk.
    """
    facts = gather_facts(tables, meeting, options.copy_for)
    plans = {plan.id: _bare(plan) for plan in guidance_requests(tables)}
    for key in options.requests:
        if key not in plans:
            raise NoSuchRequest(name=str(key))
    wanted = [plan for key, plan in plans.items() if not options.requests or key in options.requests]
    if options.audience is Audience.PUBLIC:
        return LetterValues(facts, (), (), PrintedTexts.reading(tables, ()), tuple(wanted))
    leading = {each.id: each for each in existing_dialogues(tables)}
    people = {row.id: row for row in tables.Person.select()}
    letters = []
    for plan in wanted:
        leads = [leading[plan.dialogue].lead(side, options.printed_on) for side, _ in facts.countries]
        keys = [plan.asked_by] if plan.asked_by is not None else [each.person for each in leads if each]
        rows = [people[key] for key in keys]
        officials = tuple(
            Addressee(row.id, shown_name(row), NamedPerson.of(row), row.position) for row in rows
        )
        letters.append((plan, officials))
    letters = [each for each in letters if _is_answered(each[0], len(facts.countries))]
    printed = [
        TextKey("guidance", plan.id, field)
        for plan, _ in letters
        for field in ("question", "background", "answer")
    ]
    return LetterValues(
        facts,
        tuple(letters),
        tuple(plan for plan in wanted if not _is_answered(plan, len(facts.countries))),
        PrintedTexts.reading(tables, printed),
    )


def _bare(plan: GuidancePlan) -> GuidancePlan:
    answers = tuple(replace(each, document="") for each in plan.answers)
    return replace(plan, note="", reference="", answers=answers)


def _is_answered(plan: GuidancePlan, sides: int) -> bool:
    """Return whether both co-chairs have answered: together, or each for itself."""
    return bool(plan.answer) or sum(bool(each.text) for each in plan.answers) == sides


def compose_letters(values: LetterValues, options: LetterOptions, typesetter: Typesetter) -> Composition:
    """Return the letters laid out, each beginning on a page of its own."""
    words = follow_up_words(values.facts, options, message("Letter of guidance"), options.alternat)
    setter = SheetSetter(typesetter, len(options.languages))
    table = TableSetter(typesetter, columns_of(_WHAT_MM, len(options.languages)))
    writers = [OutcomeWriter(values.facts, language, typesetter.fonts) for language in options.languages]
    rows = _Rows(words, table, writers)
    opening = usual_opening(words, setter)
    parts = [
        (opening, [rows.section(plan, to, options), signature_section(words, typesetter, with_copies=False)])
        for plan, to in values.letters
    ]
    if not parts:
        nothing = message("No request for guidance has been answered.")
        parts = [(opening, [Section((), (), (setter.remark(words.in_each(nothing)),))])]
    sheet = lay_out_sheet(words, parts, options.paper, setter, least_at_end=LEAST_ROWS)
    named = {each.person: each.name for _, to in values.letters for each in to}
    if values.letters:
        named |= {each.person: shown_name(each) for each in heads(values.facts.gathered).values()}
    found, held = names_findings(named, typesetter.fonts)
    more = tuple(_findings(values, options, typesetter.fonts, rows.cut))
    return Composition(words.info(), sheet.pages, (), tuple(dict.fromkeys((*found, *more))), held)


class _Rows:
    """Sets the parts of a letter: what each is at the left, and its text in a column a language."""

    def __init__(self, words: SheetWords, table: TableSetter, writers: list[OutcomeWriter]) -> None:
        self._words, self._table, self._writers = words, table, writers
        self.cut: set[int] = set()

    def section(self, plan: GuidancePlan, to: tuple[Addressee, ...], options: LetterOptions) -> Section:
        """Return a letter: to whom, when, on what, and the answer."""
        languages = self._words.languages
        dated = plan.answered_on or max((each.given for each in plan.answers), default=options.printed_on)
        each_of = list(zip(self._writers, languages, strict=True))
        rows: list[tuple[Message, list[Cell]]] = [
            (message("To"), [self._to(plan, to, writer, language) for writer, language in each_of]),
            (message("Date"), [(plain(writer.day(dated), before=0.0),) for writer in self._writers]),
            (message("Your request"), [self._question(plan, writer) for writer in self._writers]),
        ]
        if plan.answer:
            joint = message("Joint answer of the co-chairs")
            rows.append((joint, [(plain(w.text(plan.answer), 60, before=0.0),) for w in self._writers]))
        else:
            answers = message("Answers of the co-chairs")
            rows.append((answers, [tuple(self._answers(plan, writer)) for writer in self._writers]))
        strips = []
        for what, cells in rows:
            first = tuple(strong(text, BODY, 3) for text in dict.fromkeys(self._words.in_each(what)))
            row = self._table(((first, *cells), Line.BETWEEN))
            if row.is_cut:
                self.cut.add(plan.id)
            strips.append(row.strip)
        return Section((), (), tuple(strips))

    def _to(
        self, plan: GuidancePlan, to: tuple[Addressee, ...], writer: OutcomeWriter, language: Language
    ) -> Cell:
        lines = []
        fonts = self._table.typesetter.fonts
        for each in to:
            called = replace(
                each.called,
                latin=printable(each.called.latin, fonts),
                chinese=printable(each.called.chinese, fonts),
                honorific=printable(each.called.honorific, fonts),
            )
            lines.append(strong(name_in_sentence(called, language), BODY))
            position = writer.text(each.position)
            lines += [faint(position, before=0.0)] if position else []
        return (*lines, plain(writer.text(plan.dialogue_name)))

    def _question(self, plan: GuidancePlan, writer: OutcomeWriter) -> Cell:
        asked = writer.say(message("Asked on {day}", day=writer.day(plan.asked_on)))
        background = writer.text(plan.background)
        below = (faint(background, 60),) if background else ()
        return (faint(asked, before=0.0), plain(writer.text(plan.question), 60), *below)

    def _answers(self, plan: GuidancePlan, writer: OutcomeWriter) -> Iterator[Paragraph]:
        for each in plan.answers:
            day = SEPARATOR.join((writer.country(each.side), writer.day(each.given)))
            yield from (faint(day, before=0.15), plain(writer.text(each.text), 60))


def _findings(values: LetterValues, options: LetterOptions, fonts: Fonts, cut: set[int]) -> Iterator[Finding]:
    yield from values.printed.findings(options.languages)
    for plan, to in values.letters:
        texts = [
            ("question", plan.question),
            ("background", plan.background),
            ("answer", plan.answer),
            *((f"answers.{each.side}", each.text) for each in plan.answers if not plan.answer),
        ]
        yield from request_findings(plan, texts, options.languages, fonts, is_cut=plan.id in cut)
        if not to:
            sentence = message(
                "Nobody is known to lead the existing dialogue of the request for guidance “{question}”; the "
                "letter goes to nobody by name.",
                question=plan.question,
            )
            fix = Fix(message("Say who asked"), "asked_by")
            subject = Subject(SubjectKind.GUIDANCE, plan.id)
            yield Finding("guidance-addressee-missing", Severity.WARNS, subject, sentence, fix)
    for plan in values.unanswered if options.requests or not values.letters else ():
        sentence = message(
            "The request for guidance “{question}” has not been answered by both co-chairs yet, so "
            "there is no letter.",
            question=plan.question,
        )
        fix = Fix(message("Record the joint answer"), "answer")
        yield Finding(
            "guidance-unanswered", Severity.BLOCKS, Subject(SubjectKind.GUIDANCE, plan.id), sentence, fix
        )


def people_of_letters(values: LetterValues, _options: LetterOptions) -> frozenset[int]:
    """Return those to whom a letter goes, and the co-chairs who sign."""
    if not values.letters:
        return frozenset()
    signing = {each.person for each in heads(values.facts.gathered).values()}
    return frozenset(signing | {each.person for _, to in values.letters for each in to})


def left_out_of_letters(values: LetterValues, _options: LetterOptions) -> tuple[LeftOut, ...]:
    """Return the requests that not both co-chairs have answered, and those that the public does not see."""
    kept = LeftOut(Cause.BETWEEN_CHAIRS, tuple(plan.question for plan in values.kept))
    return grouped([kept, LeftOut(Cause.UNANSWERED, tuple(plan.question for plan in values.unanswered))])


GUIDANCE_LETTER: DocumentKind[LetterOptions, LetterValues] = DocumentKind(
    id="guidance-letter",
    title=message("Letter of guidance"),
    options=LetterOptions,
    suggest=LetterOptions.suggest,
    gather=gather_letters,
    compose=compose_letters,
    is_of_people=False,
    people=people_of_letters,
    left_out=left_out_of_letters,
)
