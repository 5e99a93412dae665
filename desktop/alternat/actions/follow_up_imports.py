"""The verb that writes what a workbook of the follow-up says, as one step to undo."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, NoReturn

from alternat.actions.existing import (
    add_dialogue_meeting,
    add_holder,
    change_dialogue_meeting,
    change_holder,
)
from alternat.actions.fields import checked
from alternat.actions.guidance import add_guidance, answer_for, change_guidance, close_guidance
from alternat.actions.objectives import add_instrument, change_instrument, set_binding, set_step
from alternat.actions.outcomes import close_record
from alternat.actions.provision_states import set_provision_state
from alternat.actions.terms import add_provision, change_provision
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, counted, mark, message
from alternat.models.base import tuples
from alternat.nouns import kinds
from alternat.nouns.all import NOUNS
from alternat.nouns.instruments import Binding, InstrumentStep
from alternat.nouns.outcomes import LinkKind
from alternat.nouns.provisions import ProvisionState
from alternat.planning.findings import Severity
from alternat.planning.follow_up_outcomes import number_of
from alternat.planning.follow_up_plans import FollowUpPlan, PlannedRecord, RowAction, SheetProblem
from alternat.planning.follow_up_records import Cells, FollowUp, empty, label_of, read_follow_up
from alternat.planning.follow_up_sheets import (
    CORRECTIONS,
    DIALOGUE_MEETINGS,
    DIALOGUES,
    GUIDANCES,
    INSTRUMENTS,
    NOTES,
    OBJECTIVES,
    OFFICIALS,
    OUTCOMES,
    RECORDS,
    STEPS,
    TOPICS,
    Column,
    Target,
)
from alternat.planning.record_readiness import record_readiness
from alternat.storage.backup import BackupReason
from alternat.storage.changes import Change, Changes, ConflictError
from alternat.storage.workspace import Workspace


class FollowUpBlocked(AlternatError):
    """Something is wrong in a workbook, so that none of it was written."""

    template = mark("Nothing was read back from {source}: first mend what is said above.")


class RowNotWritten(AlternatError):
    """A row of a workbook breaks a rule, so that none of it was written."""

    template = mark("Nothing was read back from {source}: sheet “{sheet}”, row {row}: {reason}")

    def __init__(self, source: str, row: PlannedRecord, error: AlternatError) -> None:
        self.row, self.reason = row, Message(error.template, error.arguments)
        super().__init__(source=source, sheet=row.sheet.title, row=str(row.row), reason=error)


class FollowUpOutOfDate(ConflictError):
    """The follow-up has changed since the workbook was compared with it."""

    template = mark("The follow-up has changed since the workbook was compared. Compare it again.")


def refuse_blocked(plan: FollowUpPlan) -> None:
    """Raise FollowUpBlocked if anything about a workbook is wrong."""
    if plan.is_blocked:
        raise FollowUpBlocked(source=plan.source)


@verb
def import_follow_up(workspace: Workspace, plan: FollowUpPlan) -> Changes:
    """Write the rows of a plan that add or change records; a file is backed up first.

    Raises FollowUpBlocked if anything is wrong, RowNotWritten if a row breaks a rule that only shows in
    writing, FollowUpOutOfDate if the follow-up is no longer as the plan saw it; then nothing is written.
    """
    refuse_blocked(plan)
    written = [row for row in plan.rows if row.writes]
    label = counted(
        "Read {count} row of the follow-up back from {source}",
        "Read {count} rows of the follow-up back from {source}",
        len(written),
        source=plan.source,
    )
    if written:
        workspace.back_up(BackupReason.BEFORE_IMPORT)
    with workspace.change(label) as change:
        if written:
            seen = read_follow_up(workspace.tables)
            if plan.seen is None or seen.records != plan.seen.records:
                raise FollowUpOutOfDate((), message("Follow-up"))
            _Writer(workspace, change, plan, seen).write()
    return change.result


class _Rehearsed(Exception):
    """A rehearsal came to its end."""


@verb
def rehearsed(workspace: Workspace, plan: FollowUpPlan) -> FollowUpPlan:
    """Return a plan with what only shows in writing: it is written and taken back whole.

    That is the first row that breaks a rule, and what the records that it closes would lack. A dialogue that
    can only be read is not written to, and its plan stays as it is.
    """
    if plan.is_blocked or not plan.writes or plan.seen is None or not workspace.is_writable:
        return plan
    lacks: list[Message] = []
    try:
        with workspace.change(message("Follow-up")) as change:
            _Writer(workspace, change, plan, plan.seen).write()
            for row in plan.rows:
                if row.sheet.id == RECORDS and row.writes and row.key is not None and _closes(row):
                    lacks += record_readiness(workspace.tables, row.key, plan.today).told
            _take_back()
    except _Rehearsed:
        return replace(plan, lacks=tuple(lacks))
    except RowNotWritten as error:
        broken = SheetProblem(error.row.sheet.title, error.row.row, None, Severity.BLOCKS, error.reason)
        return replace(plan, problems=(*plan.problems, broken))


def _take_back() -> NoReturn:
    raise _Rehearsed


def _closes(row: PlannedRecord) -> bool:
    """Return whether a row closes the record of a meeting."""
    return any(each.column == "record_closed" and each.after for each in row.changes)


class _Writer:
    """Writes the rows of one plan into one open change, what others refer to first."""

    def __init__(self, workspace: Workspace, change: Change, plan: FollowUpPlan, seen: FollowUp) -> None:
        self._workspace, self._change, self._plan, self._seen = workspace, change, plan, seen
        self._tables = workspace.tables
        self._ids = self._known_ids()
        self._instruments: dict[int, int] = {}
        """The ids of instruments that are added, by the number that stands for their row."""
        self._new_outcomes: dict[int, int] = {}
        """The ids of outcomes that are added, by their rows."""

    def write(self) -> None:
        """Write everything, each row under the name of its sheet and its number."""
        parts: tuple[tuple[str, Callable[[PlannedRecord], None]], ...] = (
            (TOPICS, self._provision),
            (DIALOGUES, self._provision),
            (OBJECTIVES, self._provision),
            (TOPICS, self._provision_state),
            (DIALOGUES, self._provision_state),
            (OBJECTIVES, self._provision_state),
            (OUTCOMES, self._outcome),
            (OUTCOMES, self._parts),
            (NOTES, self._row),
            (CORRECTIONS, self._row),
            (INSTRUMENTS, self._instrument),
            (INSTRUMENTS, self._replaced),
            (STEPS, self._step),
            (GUIDANCES, self._guidance),
            (OFFICIALS, self._official),
            (DIALOGUE_MEETINGS, self._dialogue_meeting),
            (RECORDS, self._record),
        )
        for sheet, write in parts:
            own = [row for row in self._plan.rows if row.sheet.id == sheet and row.writes]
            # Who gave way makes room for who comes: what changes goes before what is new.
            for row in sorted(own, key=lambda row: row.action is RowAction.ADD):
                with self._told_of(row):
                    write(row)

    @contextmanager
    def _told_of(self, row: PlannedRecord) -> Iterator[None]:
        """Say in which row a rule is broken."""
        try:
            yield
        except ConflictError:
            raise
        except AlternatError as error:
            raise RowNotWritten(self._plan.source, row, error) from error

    def _known_ids(self) -> dict[Target, dict[str, int]]:
        tables = self._tables
        provisions = _ids(tables.Provision, "code")
        return {
            **dict.fromkeys((Target.TOPIC, Target.DIALOGUE, Target.OBJECTIVE, Target.LED), provisions),
            Target.OUTCOME: _ids(tables.Outcome, "code"),
            Target.MEETING: _ids(tables.Meeting, "reference"),
            Target.SIDE: _ids(tables.Side, "code"),
            Target.SESSION: _ids(tables.Session, "uid"),
        }

    def _standing(self, row: PlannedRecord) -> Cells:
        """Return what the record says now; nothing for a new one."""
        for each in self._seen.of(row.sheet.id) if row.key is not None else ():
            if each.key == row.key:
                return each.cells
        return {each.id: empty(each) for each in row.sheet.columns}

    def _says(self, row: PlannedRecord) -> Cells:
        """Return what the record is to say."""
        return {**self._standing(row), **row.cells}

    def _touched(self, row: PlannedRecord) -> frozenset[str]:
        """Return the columns that are to be written."""
        if row.key is not None:
            return frozenset(each.column for each in row.changes)
        return frozenset(name for name, value in row.cells.items() if value not in (None, "", ()))

    def _values(self, row: PlannedRecord, *, without: Iterable[str] = ()) -> dict[str, Any]:
        """Return the fields of the row’s own table that are to be written, by their names."""
        says, touched = self._says(row), self._touched(row)
        return {
            column.stored: self._value(row, column, says)
            for column in row.sheet.columns
            if column.stored and column.id in touched and column.stored not in without
        }

    def _value(self, row: PlannedRecord, column: Column, says: Cells) -> Any:
        value = says[column.id]
        if column.language is not None:
            return label_of(says, column.stored)
        if column.to is Target.INSTRUMENT:
            return self._instruments.get(value, value)
        if column.to is not None and column.to is not Target.PERSON:
            return self._ids[column.to][value] if value else None
        field = NOUNS[row.sheet.table].by_name.get(column.stored)
        if field is not None and isinstance(field.kind, kinds.OneOf):
            return field.kind.members(value)
        return value

    def _row(self, row: PlannedRecord) -> None:
        """Write a row between whose fields there are no rules but those that were checked."""
        model = self._tables.named(row.sheet.table)
        fields = NOUNS[row.sheet.table].by_name
        values = self._values(row)
        checked_ = checked(model, {name: each for name, each in values.items() if name in fields})
        above = {name: each for name, each in values.items() if name not in fields}
        if row.key is None:
            self._change.insert(model, [{**above, **checked_}])
        else:
            self._change.update(model, {row.key: {**above, **checked_}})

    def _provision(self, row: PlannedRecord) -> None:
        names = ("state", "state_on", "state_reason", "merged_into", "code")
        values = self._values(row, without=names)
        if row.key is not None:
            if values:
                change_provision(self._workspace, row.key, values)
            return
        assert row.sheet.kind is not None
        text = values.pop("text", Label())
        (key,) = add_provision(self._workspace, row.sheet.kind, text, values).inserted("provision")
        if code := row.cells.get("code"):
            self._change.update(self._tables.Provision, {key: {"code": code}})
        self._ids |= self._known_ids()

    def _provision_state(self, row: PlannedRecord) -> None:
        names = {each.partition(".")[0] for each in self._touched(row)}
        says = self._says(row)
        is_usual = row.key is None and says["state"] in ("", ProvisionState.ACTIVE)
        if is_usual or not names & {"state", "state_on", "state_reason", "merged_into"}:
            return
        key = row.key if row.key is not None else self._ids[Target.LED][str(row.cells["code"])]
        into = str(says.get("merged_into") or "")
        set_provision_state(
            self._workspace,
            key,
            ProvisionState(says["state"]),
            on=says["state_on"],
            reason=label_of(says, "state_reason"),
            into=self._ids[Target.LED][into] if into else None,
        )

    def _outcome(self, row: PlannedRecord) -> None:
        tables = self._tables
        values = checked(tables.Outcome, self._values(row, without=("code",)))
        if row.key is not None:
            if values:
                self._change.update(tables.Outcome, {row.key: values})
            return
        meeting = tables.Meeting.get_by_id(values["meeting"])
        code = str(row.cells.get("code") or "")
        number = number_of(code, meeting.reference) if code else meeting.last_outcome + 1
        assert number is not None
        code = code or f"{meeting.reference}-{number}"
        (key,) = self._change.insert(tables.Outcome, [{**values, "code": code, "number": number}])
        if number > meeting.last_outcome:
            last = {meeting.id: {"last_outcome": number}}
            self._change.update(tables.Meeting, last, reckoned=True)
        self._ids[Target.OUTCOME][code] = key
        self._new_outcomes[row.row] = key

    def _parts(self, row: PlannedRecord) -> None:
        """Write what hangs on an outcome: who carries it out and leads it, what it follows and serves."""
        key = row.key if row.key is not None else self._new_outcomes[row.row]
        says, before, touched, tables = self._says(row), self._standing(row), self._touched(row), self._tables
        if touched & {"carriers", "last_asked", "last_heard"}:
            days = {name: dict(says[name]) for name in ("last_asked", "last_heard")}
            wanted = {
                self._ids[Target.DIALOGUE][code]: {name: days[name].get(code) for name in days}
                for code in says["carriers"]
            }
            self._set(tables.OutcomeCarrier, "dialogue", key, wanted)
        for kind in LinkKind:
            if kind.value in touched:
                self._links(key, kind, says[kind.value], before[kind.value])
        if "objectives" in touched:
            served = {self._ids[Target.OBJECTIVE][code]: dict[str, Any]() for code in says["objectives"]}
            self._set(tables.OutcomeObjective, "objective", key, served)
        sides = [each for each in row.sheet.columns if each.side and each.id in touched]
        if sides:
            leads = {
                self._ids[Target.SIDE][each.side]: {"lead": says[each.id]}
                for each in row.sheet.columns
                if each.side and says[each.id] is not None
            }
            self._set(tables.OutcomeSide, "side", key, leads)

    def _links(self, key: int, kind: LinkKind, wanted: Iterable[str], before: Iterable[str]) -> None:
        table: Any = self._tables.OutcomeLink
        standing = {row.earlier_id: row.id for row in table.select().where(table.outcome == key)}
        gone = [self._ids[Target.OUTCOME][code] for code in set(before) - set(wanted)]
        self._change.delete(table, [standing[each] for each in gone if each in standing])
        new = [self._ids[Target.OUTCOME][code] for code in wanted if code not in set(before)]
        # One that was continued and is replaced now is one link that takes the new kind.
        turned = {standing[each]: {"kind": kind} for each in new if each in standing and each not in gone}
        self._change.update(table, turned)
        rows = [{"outcome": key, "kind": kind, "earlier": each} for each in new if each not in standing]
        self._change.insert(table, rows)

    def _set(self, model: Any, name: str, outcome: int, wanted: Mapping[int, Mapping[str, Any]]) -> None:
        """Let these rows hang on an outcome and no others; those that stay keep their ids."""
        standing = {
            getattr(row, f"{name}_id"): row.id for row in model.select().where(model.outcome == outcome)
        }
        self._change.delete(model, [key for each, key in standing.items() if each not in wanted])
        kept = {
            standing[each]: dict(values) for each, values in wanted.items() if each in standing and values
        }
        self._change.update(model, kept)
        new = [
            {"outcome": outcome, name: each, **values}
            for each, values in wanted.items()
            if each not in standing
        ]
        self._change.insert(model, new)

    def _instrument(self, row: PlannedRecord) -> None:
        values = self._values(row, without=("replaced_by",))
        key = row.key
        if key is None:
            (key,) = add_instrument(self._workspace, values).inserted("instrument")
            self._instruments[-row.row] = key
        elif values:
            change_instrument(self._workspace, key, values)
        for column in row.sheet.columns:
            if column.side and column.id in self._touched(row):
                binding = row.cells[column.id]
                set_binding(self._workspace, key, column.side, Binding(binding) if binding else None)

    def _replaced(self, row: PlannedRecord) -> None:
        if "replaced_by" in self._touched(row):
            key = row.key if row.key is not None else self._instruments[-row.row]
            other = row.cells["replaced_by"]
            change_instrument(self._workspace, key, {"replaced_by": self._instruments.get(other, other)})

    def _step(self, row: PlannedRecord) -> None:
        values = self._values(row)
        for name in ("instrument", "step", "side"):
            values.pop(name, None)
        says = self._says(row)
        number: int = says["instrument"]
        instrument = self._instruments.get(number, number)
        step, side = InstrumentStep(says["step"]), says["side"] or None
        set_step(self._workspace, instrument, step, values, side)

    def _guidance(self, row: PlannedRecord) -> None:
        values = self._values(row, without=("closed_on",))
        says, touched = self._says(row), self._touched(row)
        key = row.key
        if "closed_on" in touched and self._standing(row)["closed_on"] is not None:
            # It is opened again first, so that what goes with that can be written.
            assert key is not None
            close_guidance(self._workspace, [key], None)
        if key is None:
            (key,) = add_guidance(self._workspace, values).inserted("guidance")
        elif values:
            change_guidance(self._workspace, key, values)
        for side in self._seen.known.sides:
            given = f"answered_by.{side}"
            if any(each == given or each.startswith(f"answer_of.{side}.") for each in touched):
                answer = {"text": label_of(says, f"answer_of.{side}"), "given": says[given]}
                says_nothing = not answer["text"] and answer["given"] is None
                answer_for(self._workspace, key, side, None if says_nothing else answer)
        if "closed_on" in touched and says["closed_on"] is not None:
            close_guidance(self._workspace, [key], says["closed_on"])

    def _official(self, row: PlannedRecord) -> None:
        values = self._values(row)
        if row.key is None:
            add_holder(self._workspace, values)
        else:
            change_holder(self._workspace, row.key, values)

    def _dialogue_meeting(self, row: PlannedRecord) -> None:
        values = self._values(row)
        if row.key is None:
            add_dialogue_meeting(self._workspace, values)
        else:
            change_dialogue_meeting(self._workspace, row.key, values)

    def _record(self, row: PlannedRecord) -> None:
        """Close the record of a meeting, once all that stands in it is written, and keep its last number."""
        assert row.key is not None
        touched, meeting = self._touched(row), self._tables.Meeting
        last = row.cells["last_outcome"] if "last_outcome" in touched else 0
        if last > meeting.get_by_id(row.key).last_outcome:
            self._change.update(meeting, {row.key: {"last_outcome": last}}, reckoned=True)
        day = row.cells["record_closed"] if "record_closed" in touched else None
        if day is not None:
            close_record(self._workspace, row.key, day, today=self._plan.today)


def _ids(model: Any, name: str) -> dict[str, int]:
    return {each: key for key, each in tuples(model.select(model.id, getattr(model, name)))}
