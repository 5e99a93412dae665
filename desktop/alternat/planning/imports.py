"""What importing a list of people would do, row by row, as values to be looked at first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from alternat.language.called import plain_line
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message
from alternat.nouns.delegations import PARTICIPATION, Role
from alternat.nouns.noun import Field, field_among
from alternat.nouns.people import CONTACT, PERSON, Gender, NameOrder
from alternat.planning.findings import Severity


class ImportAction(StrEnum):
    """What happens to one row of the list."""

    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"
    POSSIBLE_DUPLICATE = "possible-duplicate"
    """Nothing happens until somebody decides whether it is one of the people who are there already."""


class LeftOutKind(StrEnum):
    """Why a row of a list is about nobody, or is not taken."""

    VACANT = "vacant"
    """A place whose person is not known yet."""
    SEVERAL = "several"
    """Two people in one cell, who would become one."""
    NOBODY = "nobody"
    """A word or a number of people instead of a name: ditto, two drivers."""
    TOTAL = "total"
    FOOTER = "footer"
    NUMBERS = "numbers"
    """Nothing but figures and signs."""
    SECTION = "section"
    """A line over the rows below it."""
    HEADING = "heading"
    """The headings once more."""
    OTHER_HEADING = "other-heading"
    """Headings in another order, over a second table."""
    UNREAD = "unread"
    """Texts in columns that are left out, and none in the others."""
    HIDDEN = "hidden"
    STRUCK = "struck"
    """Struck through."""

    @property
    def reason(self) -> Message:
        """Return why such rows are left out, in words."""
        return _LEFT_OUT[self]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that brings nobody, with its texts in one line."""

    row: int
    text: str
    kind: LeftOutKind


class Choice(StrEnum):
    """What a person decides about a row."""

    ADD = "add"
    MERGE = "merge"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision about one row; to merge, it names the person who is there, or the other row."""

    choice: Choice
    person: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something about a row that whoever imports should know; `column` is empty for the row as a whole."""

    row: int
    column: str
    severity: Severity
    message: Message
    field: Message | None = None
    """What the value stands for, where the list has no column for it."""

    @property
    def place(self) -> Message:
        """Return where it is: the row and the column, or else the field."""
        where = self.column or self.field
        if not where:
            return message("Row {row}", row=str(self.row))
        return message("Row {row}, column “{column}”", row=str(self.row), column=where)


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as a list states them; an empty value is one that the list does not state."""

    row: int
    """The row number as a spreadsheet shows it."""
    side: str = ""
    is_side_guessed: bool = field(default=False, compare=False)
    """Whether only the other rows of the list tell the side."""
    entity: int | None = None
    entity_name: Label = field(default=Label(), compare=False)
    new_entity: Label = field(default=Label())
    """The name of an entity that the dialogue does not have."""
    family: str = ""
    given: str = ""
    name_zh: str = ""
    sort_key: str = ""
    printed_name: str = ""
    name_order: NameOrder = NameOrder.GIVEN_FIRST
    is_name_guessed: bool = field(default=False, compare=False)
    """Whether it is a guess where the family name ends and the given name begins."""
    honorific: Label = field(default=Label())
    post_nominals: str = ""
    position: Label = field(default=Label())
    is_language_guessed: bool = field(default=False, compare=False)
    """Whether the list names no language for the position."""
    gender: Gender = Gender.UNKNOWN
    languages: tuple[str, ...] = ()
    role: Role | None = None
    is_role_stated: bool = False
    """False where the role is only a suggestion out of the position."""
    passport_name: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""
    remarks: tuple[str, ...] = ()
    """What stood beside the name and goes into the note."""
    unread: tuple[tuple[str, str], ...] = ()
    """The texts in columns that are left out, by the names of those; they tell namesakes apart."""
    problems: tuple[RowProblem, ...] = ()

    @property
    def whole_note(self) -> str:
        """Return the note with what stood beside the name."""
        return with_remarks(self.note, self.remarks)

    @property
    def shown_name(self) -> str:
        """Return the name for a list on screen: Latin in its order, with the Chinese one after it."""
        return plain_line(self)

    @property
    def is_blocked(self) -> bool:
        """Return whether a problem keeps the row from being imported."""
        return bool(self.problems) and any(each.severity is Severity.BLOCKS for each in self.problems)


@dataclass(frozen=True, slots=True)
class VacantSeat:
    """A place in a delegation that a list holds for somebody who is not known yet."""

    row: int
    text: str
    """What stands in the place of the name."""
    side: str
    entity: int | None
    role: Role
    position: Label


WRITTEN = (PERSON, CONTACT, PARTICIPATION)
"""The nouns that a list of people fills."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a person, a contact or a participation that would change; named as in the models.

    The new value of `entity` is a key, or the name of an entity that the import would create.
    """

    field: str
    before: Any
    after: Any

    @property
    def described(self) -> Field:
        """Return the field as its noun describes it."""
        return field_among(WRITTEN, self.field)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who is there already and may be the person of a row; `score` from 0 to 1.

    With a `row` it is the person of an earlier row of the same list, and `person` is 0.
    """

    person: int
    name: str
    entity: Label
    score: float
    reason: Message
    row: int | None = None

    @property
    def key(self) -> int:
        """Return a number that no other candidate has: the person's, or that of the row below zero."""
        return self.person if self.row is None else -self.row

    @property
    def merging(self) -> Decision:
        """Return the decision that the row is this very person."""
        return Decision(Choice.MERGE, self.person or None, self.row)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the list and what happens to it."""

    draft: PersonDraft
    action: ImportAction
    reason: Message
    """Why, in words for the list on screen."""
    person: int | None = None
    """Who is updated, or is there already as the list says."""
    changes: tuple[FieldChange, ...] = ()
    joins: bool = False
    """Whether the person would be added to the meeting's delegation."""
    candidates: tuple[Candidate, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    decision: Decision | None = None
    merged_into: int | None = None
    """The earlier row that this one was merged into, since both are one person."""

    @property
    def row(self) -> int:
        """Return the row number as a spreadsheet shows it."""
        return self.draft.row


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """How many rows are added, updated, skipped, and wait for a decision."""

    added: int
    updated: int
    skipped: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Seen:
    """The version of a row on which the plan was made."""

    table: str
    key: int
    version: int


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What importing a list would do; nothing is written until `actions.imports.import_people`."""

    source: str
    meeting: int | None
    rows: tuple[PlannedRow, ...]
    creates_entities: bool = False
    seen: tuple[Seen, ...] = ()
    """The rows that would be changed, as they were."""
    people_seen: tuple[int, int] = (0, 0)
    """How many people there were and the highest key among them: new ones make the plan out of date."""
    notes: tuple[Message, ...] = ()
    """What concerns the list as a whole."""
    left_out: tuple[LeftOut, ...] = ()
    """The rows that bring nobody."""
    vacancies: tuple[VacantSeat, ...] = ()
    """The places that are not filled yet; they are kept only if `keeps_vacancies`."""
    keeps_vacancies: bool = False

    @property
    def asks_side(self) -> bool:
        """Return whether rows, or places that are not filled yet, do not tell their side."""
        drafts = (row.draft for row in self.rows)
        return any(not each.side or each.is_side_guessed for each in drafts) or any(
            not seat.side for seat in self.vacancies
        )

    @property
    def merged(self) -> tuple[PlannedRow, ...]:
        """Return the rows that were merged into earlier ones."""
        return tuple(row for row in self.rows if row.merged_into is not None)

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """Return the problems of all rows, in the order of the rows."""
        return tuple(problem for row in self.rows for problem in row.problems)

    @property
    def counts(self) -> PlanCounts:
        """Return how many rows each action has."""
        actions = Counter(row.action for row in self.rows)
        return PlanCounts(*(actions[action] for action in ImportAction))

    @property
    def summary(self) -> Message:
        """Return the sentence on the button: "Import 118 people, update 4, skip 2"."""
        counts = self.counts
        return message(
            "{imported}, update {updated}, skip {skipped}",
            imported=counted("Import {count} person", "Import {count} people", counts.added),
            updated=counts.updated,
            skipped=counts.skipped + counts.undecided,
        )

    @property
    def undecided(self) -> tuple[PlannedRow, ...]:
        """Return the rows that wait for a decision; an import leaves them out."""
        return tuple(row for row in self.rows if row.action is ImportAction.POSSIBLE_DUPLICATE)

    @property
    def writes(self) -> bool:
        """Return whether an import would write anything."""
        changes = any(row.action in {ImportAction.ADD, ImportAction.UPDATE} for row in self.rows)
        return changes or bool(self.keeps_vacancies and self.vacancies)


Decisions = Mapping[int, Decision]
"""Decisions by row number."""

NO_DECISIONS: Decisions = MappingProxyType({})


def decide_all(plan: ImportPlan, choice: Choice) -> Decisions:
    """Return the same decision for every row that waits for one; to merge is with the likeliest candidate.

    To add means every row: those that repeat an earlier one, and were merged into it, become people too.
    """
    rows = (*plan.undecided, *(plan.merged if choice is Choice.ADD else ()))
    return {
        row.row: row.candidates[0].merging if choice is Choice.MERGE and row.candidates else Decision(choice)
        for row in rows
    }


def with_remarks(note: str, remarks: Iterable[str]) -> str:
    """Return a note with those remarks that it does not hold yet, each on a line of its own."""
    lines = note.splitlines()
    return "\n".join([*lines, *(each for each in dict.fromkeys(remarks) if each not in note)])


_LEFT_OUT: Mapping[LeftOutKind, Message] = MappingProxyType(
    {
        LeftOutKind.VACANT: message("Not a name, but a place still to be filled."),
        LeftOutKind.SEVERAL: message("Two names in one cell; give each person a row."),
        LeftOutKind.NOBODY: message("Not the name of a person."),
        LeftOutKind.TOTAL: message("A total, not a person."),
        LeftOutKind.FOOTER: message("A line of the sheet itself, not a person."),
        LeftOutKind.NUMBERS: message("Only figures and signs, no name."),
        LeftOutKind.SECTION: message("A line over others, not a person."),
        LeftOutKind.HEADING: message("The headings once more."),
        LeftOutKind.OTHER_HEADING: message("Other headings, by which the rows below are read."),
        LeftOutKind.UNREAD: message("Nothing in the columns that are read."),
        LeftOutKind.HIDDEN: message("Hidden in the workbook."),
        LeftOutKind.STRUCK: message("Struck through in the workbook."),
    }
)
