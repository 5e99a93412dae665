"""The checklist of a meeting: what is due when, who sees to it, and what is done by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alternat.documents.contents.left_out import Cause, LeftOut, grouped
from alternat.documents.contents.meeting import Gathered, gather_delegations
from alternat.documents.contents.paper_findings import missing_glyphs_of_label
from alternat.documents.contents.sheet_options import SideSheetOptions
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, said, usual_opening
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition
from alternat.documents.press.fonts import Fonts
from alternat.documents.press.pagination import Section, Strip
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.small_texts import RowFits, SmallTexts
from alternat.documents.press.style import BODY, SMALL
from alternat.documents.press.tables import Cell, TableSetter, columns_of, faint, lines_under, plain, strong
from alternat.documents.press.typesetting import SEPARATOR, Typesetter
from alternat.language.called import shown_name
from alternat.language.catalogs import catalog
from alternat.language.formats import plain_date
from alternat.language.label import Label, Language
from alternat.language.messages import Message, mark, message
from alternat.models.tables import Tables
from alternat.planning.countdown import TaskPlan, checklist
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind

_DUE_MM = 34.0

_NO_TEXT = {
    Language.EN: mark("Task {number} has no English text; the paper shows a gap."),
    Language.FR: mark("Task {number} has no French text; the paper shows a gap."),
    Language.ZH: mark("Task {number} has no Chinese text; the paper shows a gap."),
}


@dataclass(frozen=True, slots=True)
class ChecklistValues:
    """Everything that a checklist prints; `countries` maps a side's code to its country."""

    gathered: Gathered
    tasks: tuple[TaskPlan, ...]
    countries: tuple[tuple[str, Label], ...]
    others: tuple[TaskPlan, ...] = ()
    """The tasks of a side that was not asked for."""


def gather_checklist(tables: Tables, meeting: int, options: SideSheetOptions) -> ChecklistValues:
    """Return the tasks of a meeting; what is overdue is counted from the day of printing."""
    gathered = gather_delegations(tables, meeting, options.sides, options.copy_for)
    tasks = checklist(tables, meeting, options.printed_on)
    wanted = {None, *options.sides}
    own = tuple(task for task in tasks if not options.sides or task.owner_side in wanted)
    side = tables.Side
    countries = tuple((row.code, row.country) for row in side.select().order_by(side.number))
    others = tuple(task for task in tasks if task not in own)
    return ChecklistValues(gathered, own, countries, others)


def compose_checklist(
    values: ChecklistValues, options: SideSheetOptions, typesetter: Typesetter
) -> Composition:
    """Return the checklist laid out: what is open first, then what is done."""
    languages = options.languages
    words = SheetWords(values.gathered, languages, said(message("Checklist")), None, options.printed_on)
    setter = SheetSetter(typesetter, len(languages))
    columns = columns_of(_DUE_MM, 2, 2.3, 1.0) if len(languages) == 1 else columns_of(_DUE_MM, len(languages))
    table = TableSetter(typesetter, columns)
    rows = _Rows(values, words, table)
    sections = [
        section
        for title, tasks in (
            (message("To do"), [task for task in values.tasks if not task.is_done]),
            (message("Tasks done"), [task for task in values.tasks if task.is_done]),
        )
        for section in rows.section(title, tasks)
    ]
    if not sections:
        nothing = message("No tasks have been entered for this meeting yet.")
        sections = [Section((), (), (setter.remark(words.in_each(nothing)),))]
    sheet = lay_out_sheet(words, [(usual_opening(words, setter), sections)], options.paper, setter)
    found = [
        each for task in values.tasks for each in _findings(task, languages, typesetter.fonts, rows.fits.cut)
    ]
    small = SmallTexts()
    for task in values.tasks:
        small.note(Subject(SubjectKind.TASK, task.id), task.text, rows.fits.sizes.get(task.id, (1.0, 1.0)))
    found += small.findings()
    owners = {task.owner_id: task.owner for task in values.tasks if task.owner_id is not None}
    return Composition(words.info(), sheet.pages, (), (*found, *table.broken_names(owners, languages)))


class _Rows:
    """Sets tasks as rows; `fits` tells how they were set."""

    def __init__(self, values: ChecklistValues, words: SheetWords, table: TableSetter) -> None:
        self._countries = dict(values.countries)
        everybody = (each for _, delegates in values.gathered.delegations for each in delegates)
        names = [shown_name(each) for each in everybody]
        self._names = {name.en.casefold(): name for name in names}
        self._words, self._table = words, table
        self._set = table.typesetter.once(table)
        self.fits = RowFits()

    def section(self, title: Message, tasks: Sequence[TaskPlan]) -> Iterator[Section]:
        """Yield the tasks under a heading, if there are any."""
        if not tasks:
            return
        words = self._words
        due = " / ".join(dict.fromkeys(words.in_each(message("Due"))))
        if len(words.languages) == 1:
            heads = (*words.in_each(message("Task")), *words.in_each(message("Who")))
        else:
            heads = words.in_each(message("Task, and who sees to it"))
        cells = ((due,), *((head,) for head in heads))
        strips: list[Strip] = []
        for task, line in zip(tasks, lines_under(len(tasks)), strict=True):
            row = self._set((self._cells(task), line))
            strips.append(row.strip)
            self.fits.note(task.id, row.sizes, is_cut=row.is_cut)
        texts = words.in_each(title)
        yield self._table.section(texts, cells, strips, words.again(texts))

    def _cells(self, task: TaskPlan) -> tuple[Cell, ...]:
        languages = self._words.languages
        due = ("–",) if task.due is None else self._words.dates(task.due)
        box = "✓" if task.is_done else "□"
        first: Cell = tuple(strong(f"{box} {text}" if text == due[0] else text, BODY, 2) for text in due)
        texts = [self._text(task, language) for language in languages]
        owners = [self._owner(task, language) for language in languages]
        if len(languages) == 1:
            return (first, texts[0], owners[0])
        return (first, *(text + owner for text, owner in zip(texts, owners, strict=True)))

    def _text(self, task: TaskPlan, language: Language) -> Cell:
        say = catalog(language).say
        notes = [say(message("Overdue"))] if task.is_overdue else []
        if task.done_on is not None:
            day = plain_date(task.done_on, language, article=True)
            sentence = message("Done on {day} by {name}", day=day, name=self._done_by(task, language))
            notes.append(say(sentence if task.done_by else message("Done on {day}", day=day)))
        if task.is_follow_up:
            notes.append(say(message("Carried over to the next meeting until done")))
        below = SEPARATOR.join(notes)
        note = strong(below, SMALL, before=0.15) if task.is_overdue else faint(below)
        return (plain(task.text.on_paper(language), before=0.0), note)

    def _done_by(self, task: TaskPlan, language: Language) -> str:
        """Return who did a task: somebody of the delegations by the name in that language."""
        known = self._names.get(task.done_by.casefold())
        return task.done_by if known is None else known.text(language)

    def _owner(self, task: TaskPlan, language: Language) -> Cell:
        if task.owner_side is None:
            side = catalog(language).say(message("Both sides"))
        else:
            side = self._countries[task.owner_side].on_paper(language)
        return (faint(side, before=0.2), faint(task.owner.on_paper(language)))


def _findings(
    task: TaskPlan, languages: Sequence[Language], fonts: Fonts, cut: set[int]
) -> Iterator[Finding]:
    subject = Subject(SubjectKind.TASK, task.id)
    yield from missing_glyphs_of_label(task.text, fonts, subject, task.text, "text")
    for language in task.text.missing(languages) if task.text else ():
        sentence = Message(_NO_TEXT[language], {"number": task.number})
        fix = Fix(message("Add the text"), f"text.{language}")
        yield Finding("task-text-missing", Severity.WARNS, subject, sentence, fix)
    if task.id in cut:
        yield Finding(
            "task-too-long",
            Severity.BLOCKS,
            subject,
            message("The text of task {number} is too long for its column. Shorten it.", number=task.number),
        )


def owners(values: ChecklistValues, options: SideSheetOptions) -> frozenset[int]:  # noqa: ARG001
    """Return those who see to a task."""
    return frozenset(task.owner_id for task in values.tasks if task.owner_id is not None)


def left_out_of_checklist(values: ChecklistValues, _options: SideSheetOptions) -> tuple[LeftOut, ...]:
    """Return the tasks that fall to the other side."""
    return grouped([LeftOut(Cause.TASK_OF_OTHERS, tuple(task.text for task in values.others))])


CHECKLIST: DocumentKind[SideSheetOptions, ChecklistValues] = DocumentKind(
    id="checklist",
    title=message("Checklist"),
    options=SideSheetOptions,
    suggest=SideSheetOptions.suggest,
    gather=gather_checklist,
    compose=compose_checklist,
    is_of_people=False,
    people=owners,
    left_out=left_out_of_checklist,
)
