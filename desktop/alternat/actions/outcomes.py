"""Verbs about outcomes: what a meeting agreed, who carries it out, how far it has come, corrections."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from alternat.actions.attendance import require_own
from alternat.actions.fields import Fields, UnknownField, checked, refuse_locked
from alternat.actions.outcome_rules import (
    ClosedBeforeMeeting,
    CorrectedBeforeClosed,
    CorrectionSaysNothing,
    HandedOverTooEarly,
    NothingToHandOver,
    NotLinked,
    RecordIsClosed,
    RecordIsOpen,
    RecordOpen,
    RecordStaysClosed,
    SuccessorOfOtherSide,
    carrier_row,
    check_values,
    meeting_facts,
    outcome_facts,
    refuse_before,
    refuse_link,
    refuse_noted,
    refuse_on_noted,
    require_dialogues,
    require_objectives,
    worded,
)
from alternat.actions.outcome_steps import change_label, link_label
from alternat.actions.text_rows import forget_texts, with_outdated
from alternat.actions.verbs import verb
from alternat.language.called import shown_name
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import Message, counted, message, offered
from alternat.models.base import Row
from alternat.models.outcomes import Outcome
from alternat.models.tables import Tables
from alternat.nouns.meetings import MEETING
from alternat.nouns.outcomes import OUTCOME, OUTCOME_CARRIER, LinkKind, OutcomeKind, OutcomeState
from alternat.nouns.people import PERSON
from alternat.planning.hand_overs import to_hand_over
from alternat.planning.outcome_limits import record_takes, recorded, refuse, state_limits
from alternat.planning.outcomes import RECORDED, STATES
from alternat.planning.rows import require
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace


@verb
def add_outcome(workspace: Workspace, fields: Fields, *, today: date | None = None) -> Changes:
    """Record an outcome of a meeting; its code is the reference of that with the next number."""
    tables = workspace.tables
    values = checked(tables.Outcome, fields, is_new=True, today=today)
    _refuse_told(fields)
    require(tables, MEETING, (values["meeting"],))
    meeting = tables.Meeting.get_by_id(values["meeting"])
    refuse(record_takes(meeting_facts(meeting)))
    number = meeting.last_outcome + 1
    while tables.Outcome.select().where(tables.Outcome.code == f"{meeting.reference}-{number}").exists():
        # A meeting of that reference was given another one since.
        number += 1
    code = f"{meeting.reference}-{number}"
    check_values(tables, values, values, code)
    with workspace.change(message("Add the outcome {code}", code=code)) as change:
        change.update(tables.Meeting, {meeting.id: {"last_outcome": number}}, reckoned=True)
        change.insert(tables.Outcome, [{**values, "code": code, "number": number}])
    return change.result


@verb
def change_outcomes(
    workspace: Workspace, ids: Sequence[int], fields: Fields, *, today: date | None = None
) -> Changes:
    """Change outcomes; what stands in a record that is closed is corrected, with `correct_outcome`."""
    tables = workspace.tables
    refuse_locked(OUTCOME, fields)
    rows, values = _rows(tables, ids), checked(tables.Outcome, fields, today=today)
    for row in rows:
        standing = _stored(row)
        changed = [name for name in RECORDED if name in values and values[name] != standing[name]]
        refuse(recorded(meeting_facts(row.meeting), row.code, changed))
        _check_change(tables, row, values)
    label = with_outdated(
        change_label(tables, rows, values.get("disclosure")),
        tables,
        "outcome",
        dict.fromkeys((row.id for row in rows), values),
    )
    with workspace.change(label) as change:
        change.update(tables.Outcome, {row.id: values for row in rows})
    return change.result


@verb
def remove_outcomes(workspace: Workspace, ids: Sequence[int]) -> Changes:
    """Remove outcomes with all that hangs on them; their numbers are not given again."""
    tables = workspace.tables
    rows = _rows(tables, ids)
    for row in rows:
        refuse(record_takes(meeting_facts(row.meeting)))
    if len(rows) == 1:
        label = message("Remove the outcome {code}", code=rows[0].code)
    else:
        label = counted("Remove {count} outcome", "Remove {count} outcomes", len(rows))
    with workspace.change(label) as change:
        forget_texts(change, tables, "outcome", [row.id for row in rows])
        change.delete(tables.Outcome, [row.id for row in rows])
    return change.result


@verb
def set_outcome_state(
    workspace: Workspace,
    ids: Sequence[int],
    state: OutcomeState,
    *,
    on: date,
    reason: Label | None = None,
    today: date | None = None,
) -> Changes:
    """Let outcomes be in a state from a day on; stuck and dropped say why, the others may.

    The state in which one is already takes the day and the reason in the place of those that stood.
    """
    tables = workspace.tables
    rows = _rows(tables, ids)
    values = checked(
        tables.Outcome, {"state": state, "state_on": on, "state_reason": reason or Label()}, today=today
    )
    for row in rows:
        refuse(state_limits(outcome_facts(row), state, on, has_reason=bool(values["state_reason"])))
    if len(rows) == 1:
        label = message("Outcome {code}: {state}", code=rows[0].code, state=STATES[state])
    else:
        label = counted(
            "{count} outcome: {state}", "{count} outcomes: {state}", len(rows), state=STATES[state]
        )
    with workspace.change(label) as change:
        change.update(tables.Outcome, {row.id: values for row in rows})
    return change.result


@verb
def correct_outcome(
    workspace: Workspace,
    outcome: int,
    fields: Fields,
    *,
    made_on: date,
    reason: Label,
    document: str = "",
    today: date | None = None,
) -> Changes:
    """Correct what stands in a closed record; what it said before and says after is kept for each field."""
    tables = workspace.tables
    (row,) = _rows(tables, (outcome,))
    meeting = row.meeting
    for name in fields:
        if name not in RECORDED:
            raise UnknownField(field=name)
    values = checked(tables.Outcome, fields)
    said = checked(
        tables.OutcomeCorrection,
        {"made_on": made_on, "reason": reason, "document": document},
        is_new=True,
        today=today,
    )
    if meeting.record_closed is None:
        raise RecordOpen(meeting=meeting.reference, outcome=row.code)
    if made_on < meeting.record_closed:
        raise CorrectedBeforeClosed(meeting=meeting.reference, closed=meeting.record_closed, day=made_on)
    _check_change(tables, row, values)
    before = _stored(row)
    corrections = [
        {
            **said,
            "outcome": outcome,
            "field": name,
            "before": _said(worded(tables, name, before[name])),
            "after": _said(worded(tables, name, values[name])),
        }
        for name in RECORDED
        if name in values and values[name] != before[name]
    ]
    if not corrections:
        raise CorrectionSaysNothing(outcome=row.code)
    label = message("Correct the outcome {code}", code=row.code)
    label = with_outdated(label, tables, "outcome", {outcome: values})
    with workspace.change(label) as change:
        change.insert(tables.OutcomeCorrection, corrections)
        change.update(tables.Outcome, {outcome: values})
    return change.result


@verb
def set_outcome_lead(workspace: Workspace, outcome: int, side: str, person: int | None) -> Changes:
    """Let a person of a side lead on an outcome for it; None leaves the side without a lead."""
    tables = workspace.tables
    (row,) = _rows(tables, (outcome,))
    if person is not None:
        require(tables, PERSON, (person,))
        refuse_on_noted(row)
    owner = require_own(tables, side, person)
    table: Any = tables.OutcomeSide
    known = table.get_or_none((table.outcome == outcome) & (table.side == owner))
    named = {"code": row.code, "country": tables.Side.get_by_id(owner).country}
    label = message("Change who leads on the outcome {code} for {country}", **named)
    if known is not None and known.lead_id not in (None, person):
        label = message(
            "Change who leads on the outcome {code} for {country} (no longer {before})",
            **named,
            before=shown_name(known.lead),
        )
    with workspace.change(label) as change:
        if known is not None and person is None:
            change.delete(table, [known.id])
        elif known is not None:
            change.update(table, {known.id: {"lead": person}})
        elif person is not None:
            change.insert(table, [{"outcome": outcome, "side": owner, "lead": person}])
    return change.result


@verb
def set_carriers(workspace: Workspace, outcome: int, dialogues: Iterable[int]) -> Changes:
    """Let these existing dialogues carry out an outcome, and no others; those that stay keep their days."""
    tables = workspace.tables
    (row,) = _rows(tables, (outcome,))
    wanted = tuple(dict.fromkeys(dialogues))
    standing = _standing(tables.OutcomeCarrier, "dialogue", outcome)
    new = [key for key in wanted if key not in standing]
    if new:
        refuse_on_noted(row)
        require_dialogues(tables, row, new)
    label = message("Change who carries out the outcome {code}", code=row.code)
    if dropped := [_carrier_words(tables, key) for name, key in standing.items() if name not in wanted]:
        what: Label | Message = dropped[0]
        for each in dropped[1:]:
            # A step keeps sentences, and no series of them.
            what = message("{what}, {more}", what=what, more=each)
        label = message(
            "Change who carries out the outcome {code} (no longer {dropped})", code=row.code, dropped=what
        )
    with workspace.change(label) as change:
        _set_parts(change, tables.OutcomeCarrier, "dialogue", outcome, wanted)
    return change.result


@verb
def set_objectives(workspace: Workspace, outcome: int, objectives: Iterable[int]) -> Changes:
    """Let an outcome serve these objectives, and no others."""
    tables = workspace.tables
    (row,) = _rows(tables, (outcome,))
    wanted = tuple(dict.fromkeys(objectives))
    require_objectives(tables, wanted)
    label = message("Change which objectives the outcome {code} serves", code=row.code)
    with workspace.change(label) as change:
        _set_parts(change, tables.OutcomeObjective, "objective", outcome, wanted)
    return change.result


@verb
def carrier_asked(
    workspace: Workspace, outcome: int, dialogue: int, day: date | None, *, today: date | None = None
) -> Changes:
    """Record when an existing dialogue was last asked how far an outcome has come; None takes it back."""
    key, values, named = _day(workspace.tables, outcome, dialogue, "last_asked", day, today)
    label = message("Record when {dialogue} was asked on the outcome {code}", **named)
    with workspace.change(label) as change:
        change.update(workspace.tables.OutcomeCarrier, {key: values})
    return change.result


@verb
def carrier_heard(
    workspace: Workspace, outcome: int, dialogue: int, day: date | None, *, today: date | None = None
) -> Changes:
    """Record when an existing dialogue was last heard on an outcome; None takes it back."""
    key, values, named = _day(workspace.tables, outcome, dialogue, "last_heard", day, today)
    label = message("Record when {dialogue} was heard on the outcome {code}", **named)
    with workspace.change(label) as change:
        change.update(workspace.tables.OutcomeCarrier, {key: values})
    return change.result


@verb
def link_outcomes(workspace: Workspace, outcome: int, earlier: int, kind: LinkKind) -> Changes:
    """Let an outcome continue or replace an earlier one; a link of the other kind is unlinked first.

    An outcome that is replaced keeps its state: the step says so while it is open, and a finding after it.
    """
    tables = workspace.tables
    row, other = (_rows(tables, (key,))[0] for key in (outcome, earlier))
    table: Any = tables.OutcomeLink
    known = table.get_or_none((table.outcome == outcome) & (table.earlier == earlier))
    refuse_link(tables, row, other, kind, None if known is None else known.kind)
    with workspace.change(link_label(row, other, kind)) as change:
        if known is None:
            change.insert(table, [{"outcome": outcome, "earlier": earlier, "kind": kind}])
    return change.result


@verb
def unlink_outcomes(workspace: Workspace, outcome: int, earlier: int) -> Changes:
    """Let an outcome no longer continue or replace an earlier one."""
    tables = workspace.tables
    row, other = (_rows(tables, (key,))[0] for key in (outcome, earlier))
    table: Any = tables.OutcomeLink
    links = {link.earlier_id: link for link in table.select().where(table.outcome == outcome)}
    if earlier not in links:
        codes = [each.code for each in _rows(tables, list(links))]
        raise NotLinked(outcome=row.code, other=other.code, choices=offered(codes))
    label = message("Unlink the outcome {code} from {other}", code=row.code, other=other.code)
    with workspace.change(label) as change:
        change.delete(table, [links[earlier].id])
    return change.result


@verb
def close_record(workspace: Workspace, meeting: int, day: date | None, *, today: date) -> Changes:
    """Close the record of a meeting on a day, or open it again with None; corrections made stay on record.

    It is opened again on the day it was closed only, where that was a slip: later others have it, and what
    it says is corrected with a date.
    """
    tables = workspace.tables
    require(tables, MEETING, (meeting,))
    row = tables.Meeting.get_by_id(meeting)
    values = checked(tables.Meeting, {"record_closed": day})
    if day is None and row.record_closed is None:
        raise RecordIsOpen(meeting=row.reference)
    if day is None and row.record_closed is not None and row.record_closed < today:
        raise RecordStaysClosed(meeting=row.reference, day=row.record_closed)
    if day is not None and row.record_closed is not None:
        raise RecordIsClosed(meeting=row.reference, day=row.record_closed)
    if day is not None and row.starts is not None and day < row.starts:
        raise ClosedBeforeMeeting(meeting=row.reference, starts=row.starts, day=day)
    if day is None:
        label = message("Reopen the record of the meeting {meeting}", meeting=row.reference)
    else:
        label = message("Close the record of the meeting {meeting}", meeting=row.reference)
    with workspace.change(label) as change:
        change.update(tables.Meeting, {meeting: values})
    return change.result


@verb
def hand_over(workspace: Workspace, leaving: int, successor: int, *, on: date, today: date) -> Changes:
    """Let a successor lead, from a day on, all that somebody who leaves leads and that is still open.

    Existing dialogues and objectives keep who led them: until the day before. What was to be led from a day
    that has not come yet goes over whole; what somebody led until `today` is never told as another's.
    """
    tables = workspace.tables
    require(tables, PERSON, (leaving, successor))
    old, new = tables.Person.get_by_id(leaving), tables.Person.get_by_id(successor)
    names = {"leaving": shown_name(old), "successor": shown_name(new)}
    if leaving == successor or old.side_id != new.side_id:
        raise SuccessorOfOtherSide(**names)
    lot = to_hand_over(tables, leaving, on)
    if not lot:
        raise NothingToHandOver(leaving=names["leaving"], day=on)
    holder: Any = tables.Holder
    rows = list(holder.select().where(holder.id.in_(lot.holders)))
    for each in rows:
        if each.since is not None and on <= each.since <= today:
            text = each.provision.short or each.provision.text
            raise HandedOverTooEarly(leaving=names["leaving"], text=text, since=each.since)
    same = holder.select().where(holder.person == successor)
    led = {each.provision_id for each in same if each.until is None or each.until >= on}
    begun = {each.id for each in rows if each.since is None or each.since < on}
    outcomes, dialogues = lot.counts()
    if on > today:
        label = message(
            "Hand over from {leaving} to {successor}: {outcomes} at once, {dialogues} from {day}",
            **names,
            outcomes=outcomes,
            dialogues=dialogues,
            day=on,
        )
    else:
        label = message(
            "Hand over from {leaving} to {successor}: {outcomes}, {dialogues}",
            **names,
            outcomes=outcomes,
            dialogues=dialogues,
        )
    with workspace.change(label) as change:
        change.update(tables.OutcomeSide, {key: {"lead": successor} for key in lot.leads})
        change.update(holder, {key: {"until": on - timedelta(days=1)} for key in begun})
        change.update(holder, {each.id: {"person": successor} for each in rows if each.id not in begun})
        change.insert(
            holder,
            [
                {
                    "provision": each.provision_id,
                    "side": each.side_id,
                    "person": successor,
                    "since": on,
                    "until": each.until,
                }
                for each in rows
                if each.id in begun and each.provision_id not in led
            ],
        )
    return change.result


def _rows(tables: Tables, ids: Sequence[int]) -> list[Outcome]:
    """Return outcomes in the order in which they are named; one that is not there is an `UnknownRow`."""
    keys = require(tables, OUTCOME, ids)
    outcome: Any = tables.Outcome
    known = {row.id: row for row in outcome.select().where(outcome.id.in_(list(keys)))}
    return [known[key] for key in keys]


def _refuse_told(fields: Fields) -> None:
    for name in fields:
        if OUTCOME.by_name[name].is_told_only:
            raise UnknownField(field=name)


def _stored(row: Outcome) -> dict[str, Any]:
    """Return the fields of an outcome as verbs take them: rows of other nouns by their ids."""
    named = ("meeting", "topic", "session")
    plain = {field.name: getattr(row, field.name) for field in OUTCOME.fields if field.name not in named}
    return plain | {name: getattr(row, f"{name}_id") for name in named}


def _check_change(tables: Tables, row: Outcome, values: Mapping[str, Any]) -> None:
    check_values(tables, _stored(row), values, row.code)
    if values.get("kind", row.kind) is OutcomeKind.NOTED and row.kind is not OutcomeKind.NOTED:
        refuse_noted(tables, row)


def _said(value: Label | Message | str) -> Label:
    """Return what a field says in the three languages."""
    if isinstance(value, Message):
        return Label(*(catalog(language).say(value) for language in Language))
    return value if isinstance(value, Label) else Label()


def _standing(model: type[Row], name: str, outcome: int) -> dict[int, int]:
    """Return the rows that hang on an outcome, by what they refer to."""
    table: Any = model
    return {getattr(row, f"{name}_id"): row.id for row in table.select().where(table.outcome == outcome)}


def _carrier_words(tables: Tables, carrier: int) -> Label | Message:
    """Return who carries out an outcome, with the days that go with it."""
    row: Any = tables.OutcomeCarrier.get_by_id(carrier)
    name: Label = row.dialogue.short or row.dialogue.text
    asked, heard = row.last_asked, row.last_heard
    if asked and heard:
        return message(
            "{dialogue}, asked on {asked} and heard on {heard}", dialogue=name, asked=asked, heard=heard
        )
    if asked:
        return message("{dialogue}, asked on {asked}", dialogue=name, asked=asked)
    if heard:
        return message("{dialogue}, heard on {heard}", dialogue=name, heard=heard)
    return name


def _set_parts(change: Change, model: type[Row], name: str, outcome: int, wanted: Collection[int]) -> None:
    standing = _standing(model, name, outcome)
    change.delete(model, [row for key, row in standing.items() if key not in wanted])
    change.insert(model, [{"outcome": outcome, name: key} for key in wanted if key not in standing])


def _day(
    tables: Tables, outcome: int, dialogue: int, name: str, day: date | None, today: date | None
) -> tuple[int, Mapping[str, Any], Mapping[str, Any]]:
    """Return the row of a carrier, the day to write in it, and what the step names."""
    (row,) = _rows(tables, (outcome,))
    carrier = carrier_row(tables, row, dialogue)
    values = checked(tables.OutcomeCarrier, {name: day}, today=today)
    refuse_before(row.meeting, row.code, OUTCOME_CARRIER.by_name[name], day)
    called = carrier.dialogue.short or carrier.dialogue.text
    return carrier.id, values, {"dialogue": called, "code": row.code}
