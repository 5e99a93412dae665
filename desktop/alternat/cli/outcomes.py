"""Commands about outcomes: what meetings agreed, how far it has come, and corrections of closed records."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli import outcome_parts as parts
from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import given
from alternat.cli.noun_commands import Says, Verbs, noun_commands, told
from alternat.cli.outcome_telling import (
    BESIDE,
    CODE,
    CODES,
    chosen_disclosure,
    finders,
    outcome_named,
    provision_named,
    tell,
)
from alternat.cli.parameters import AS_JSON, FILE, MEETING, ONE_MEETING, SIDE
from alternat.cli.syntax import Group, command, option
from alternat.cli.values import Choice, Day, within
from alternat.clock import this_day
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.nouns.kinds import KEYS
from alternat.nouns.outcomes import OUTCOME, OUTCOME_CORRECTION, LinkKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.outcomes import CarrierPlan, CorrectionPlan, OutcomePlan
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace

_FREE = ("disclosure", "consent_asked", "consent_given", "note")
"""The fields that stay free once the record is closed, so that nothing of them is corrected."""
_ON = option(
    "--on", "day", metavar="DATE", type=Day(), explains=message("The day; today unless it is given.")
)


def _verbs() -> Verbs:
    from alternat.actions.outcomes import add_outcome, change_outcomes, remove_outcomes
    from alternat.actions.removals import outcomes_removal

    def add(workspace: "Workspace", _: int, fields: Mapping[str, Any]) -> "Changes":
        return add_outcome(workspace, fields)

    return Verbs(add, change_outcomes, remove_outcomes, outcomes_removal, chosen_disclosure)


@command("list", message("List outcomes: all of them, or those that the options choose."))
@FILE
@MEETING
@option(
    "--state",
    metavar="WORD",
    type=Choice(each.value for each in OutcomeState),
    explains=message("Only those in this state, such as under-way."),
)
@option("--topic", metavar="TOPIC", explains=message("Only those of this topic, by its code or number."))
@option(
    "--dialogue",
    metavar="CODE",
    explains=message("Only those that this existing dialogue carries out, by its code or number."),
)
@option(
    "--lead",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("Only those on which this person leads, by the number that “people” lists."),
)
@SIDE
@option("--open", "is_open", is_flag=True, explains=message("Only those in which something is to be done."))
@option("--overdue", "is_overdue", is_flag=True, explains=message("Only those that are overdue."))
@option(
    "--today", metavar="DATE", type=Day(), explains=message("The day to tell what is overdue on; today else.")
)
@AS_JSON
def list_(face: Face, file: str, *, as_json: bool, **chosen: Any) -> Exit:
    """List outcomes; with a side only its lead is shown."""
    with face.reading(file) as workspace:
        tables = workspace.tables
        plans = tuple(_chosen(tables, chosen))
        if as_json:
            rows = {
                row["code"]: row for row in told(OUTCOME, tables, None, {each.id for each in plans}, BESIDE)
            }
            face.tell_json([rows[plan.code] for plan in plans])
            return Exit.DONE
    headings = (
        *(message("Code"), message("Outcome"), message("State"), message("Due date")),
        *(message("Carried out by"), message("Leads")),
    )
    face.tell_table(headings, [_cells(face, plan, chosen["side"]) for plan in plans])
    return Exit.DONE


@command("show", message("Show an outcome with all that hangs on it."))
@FILE
@CODE
@AS_JSON
def show(face: Face, file: str, code: str, *, as_json: bool) -> Exit:
    """Show an outcome with all that hangs on it."""
    from alternat.planning.outcomes import outcomes

    with face.reading(file) as workspace:
        tables = workspace.tables
        key = outcome_named(tables, code)
        if as_json:
            face.tell_json(told(OUTCOME, tables, None, (key,), BESIDE))
            return Exit.DONE
        (plan,) = outcomes(tables, ids=(key,))
    face.tell_table((message("Field"), message("Value")), list(_lines(face, plan)))
    return Exit.DONE


@command("state", message("Say how far outcomes have come."))
@FILE
@CODES
@option(
    "--to",
    "state",
    metavar="WORD",
    required=True,
    type=Choice(each.value for each in OutcomeState),
    explains=message("The state: agreed, under-way, stuck, no-news, done or dropped."),
)
@_ON
@options(OUTCOME_CORRECTION, is_new=False, without=("document",))
@AS_JSON
def state(
    face: Face,
    file: str,
    codes: tuple[str, ...],
    state: str,
    day: date | None,
    *,
    as_json: bool,
    **typed: Any,
) -> Exit:
    """Say how far outcomes have come; stuck and dropped give the reason."""
    from alternat.actions.outcomes import set_outcome_state

    with face.writing(file) as workspace:
        tables = workspace.tables
        keys = [outcome_named(tables, each) for each in dict.fromkeys(codes)]
        reason = read(face, tables, OUTCOME_CORRECTION, typed).get("reason", Label())
        changes = set_outcome_state(workspace, keys, OutcomeState(state), on=day or this_day(), reason=reason)
        tell(face, tables, changes, keys, as_json=as_json)
    return Exit.DONE


@command("correct", message("Correct an outcome in a record that is closed, with a day and a reason."))
@FILE
@CODE
@options(OUTCOME, is_new=False, without=_FREE)
@_ON
@options(OUTCOME_CORRECTION, is_new=False)
@AS_JSON
def correct(face: Face, file: str, code: str, day: date | None, *, as_json: bool, **typed: Any) -> Exit:
    """Correct an outcome in a record that is closed; what stood before is kept."""
    from alternat.actions.outcomes import correct_outcome

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = outcome_named(tables, code)
        row = tables.Outcome.get_by_id(key)
        fields = read(face, tables, OUTCOME, typed, row=row, finders=finders(tables))
        given(fields, spellings(OUTCOME, without=_FREE))
        said = read(face, tables, OUTCOME_CORRECTION, typed)
        changes = correct_outcome(
            workspace,
            key,
            fields,
            made_on=day or this_day(),
            reason=said.get("reason", Label()),
            document=said.get("document", ""),
        )
        tell(face, tables, changes, (key,), as_json=as_json)
    return Exit.DONE


@command("close-record", message("Close the record of a meeting: from then on it is corrected with a date."))
@FILE
@ONE_MEETING
@_ON
@parts.YES
@AS_JSON
def close_record(face: Face, file: str, meeting: str, day: date | None, *, yes: bool, as_json: bool) -> Exit:
    """Close the record of a meeting, once what it lacks is told and that is agreed."""
    return _close(face, file, meeting, day or this_day(), yes=yes, as_json=as_json)


@command("reopen-record", message("Open the record of a meeting again, on the day it was closed."))
@FILE
@ONE_MEETING
@AS_JSON
def reopen_record(face: Face, file: str, meeting: str, *, as_json: bool) -> Exit:
    """Open the record of a meeting again."""
    return _close(face, file, meeting, None, yes=True, as_json=as_json)


def _close(face: Face, file: str, meeting: str, day: date | None, *, yes: bool, as_json: bool) -> Exit:
    from alternat.actions import outcomes
    from alternat.actions.meetings import meeting_id
    from alternat.planning.record_readiness import record_readiness

    with face.writing(file) as workspace:
        tables = workspace.tables
        key = meeting_id(tables, meeting)
        is_open = tables.Meeting.get_by_id(key).record_closed is None
        lacks = record_readiness(tables, key, this_day()).told if day is not None and is_open else ()
        if lacks and not yes:
            return parts.not_yet(face, lacks, as_json=as_json)
        changes = outcomes.close_record(workspace, key, day, today=this_day())
        face.tell_done(changes, as_json=as_json, along=lacks)
    return Exit.DONE


def _chosen(tables: "Tables", chosen: Mapping[str, Any]) -> "Iterator[OutcomePlan]":
    """Give the outcomes that fit every option that was given."""
    from alternat.actions.meetings import meeting_id, side_id
    from alternat.actions.people import person_id
    from alternat.planning.outcomes import outcomes

    meeting = None if chosen["meeting"] is None else meeting_id(tables, chosen["meeting"])
    kinds = {"topic": ProvisionKind.TOPIC, "dialogue": ProvisionKind.EXISTING_DIALOGUE}
    named = {
        name: provision_named(tables, kind, chosen[name])
        for name, kind in kinds.items()
        if chosen[name] is not None
    }
    lead = None if chosen["lead"] is None else person_id(tables, chosen["lead"])
    side = None if chosen["side"] is None else tables.Side.get_by_id(side_id(tables, chosen["side"])).code
    for plan in outcomes(tables, meeting=meeting):
        if (
            chosen["state"] in (None, plan.state.value)
            and named.get("topic") in (None, plan.topic)
            and ("dialogue" not in named or named["dialogue"] in {each.dialogue for each in plan.carriers})
            and (lead is None or lead in {each.person for each in plan.leads})
            and (side is None or plan.lead(side) is not None)
            and (plan.is_open or not chosen["is_open"])
            and (not chosen["is_overdue"] or plan.is_overdue(chosen["today"] or this_day()))
        ):
            yield plan


def _cells(face: Face, plan: "OutcomePlan", side: str | None) -> Sequence[object]:
    from alternat.planning.outcomes import state_words

    leads = [each for each in plan.leads if side is None or each.side == side.upper()]
    return (
        plan.code,
        face.read(plan.name),
        face.say(state_words(plan.kind, plan.state)),
        face.show(plan.due) if plan.due else "",
        _listed(face, [face.read(each.name) for each in plan.carriers]),
        _listed(face, [_lead(face, each.side, each.name) for each in leads]),
    )


def _lead(face: Face, side: str, name: Label) -> str:
    return face.say(message("{name} ({code})", name=name, code=side))


def _listed(face: Face, texts: Sequence[str]) -> str:
    from alternat.language.messages import series

    return face.show(series(texts)) if texts else ""


def _lines(face: Face, plan: "OutcomePlan") -> Iterator[tuple[str, str]]:
    """Give what an outcome says, field by field; what is empty is left out."""
    from alternat.planning.disclosure import DISCLOSURES
    from alternat.planning.outcomes import KINDS, state_words

    def line(title: Message, value: object) -> Iterator[tuple[str, str]]:
        if value not in (None, "") and value != Label():
            yield face.say(title), face.read(value) if isinstance(value, Label) else face.show(value)

    yield from line(message("Code"), plan.code)
    yield from line(message("Meeting"), plan.meeting_reference)
    yield from line(message("Kind"), KINDS[plan.kind])
    yield from line(message("Text"), plan.text)
    yield from line(message("Short name"), plan.short)
    yield from line(message("Topic"), plan.topic_name)
    yield from line(message("Session"), plan.session_title)
    yield from line(message("State"), state_words(plan.kind, plan.state))
    yield from line(message("State since"), plan.state_on)
    yield from line(message("Reason"), plan.state_reason)
    yield from line(message("Due date"), plan.due)
    for carrier in plan.carriers:
        yield from line(message("Carried out by"), _carrier(carrier))
    for each in plan.leads:
        yield from line(message("Lead"), _lead(face, each.side, each.name))
    for link in plan.links:
        word = message("Continues") if link.kind is LinkKind.CONTINUES else message("Replaces")
        yield from line(word, link.code)
    for link in plan.followed_by:
        word = message("Continued by") if link.kind is LinkKind.CONTINUES else message("Replaced by")
        yield from line(word, link.code)
    for name in plan.objectives.values():
        yield from line(message("Objective"), name)
    for note in plan.notes:
        yield from line(message("Progress note of {day}", day=note.day), note.text)
    for made in plan.corrections:
        title = message("Corrected on {day}: {field}", day=made.made_on, field=OUTCOME.title(made.field))
        yield from line(title, _correction(made))
    yield from line(message("Disclosure"), DISCLOSURES[plan.disclosure])
    yield from line(message("Consent asked on"), plan.consent_asked)
    yield from line(message("Consent given on"), plan.consent_given)
    yield from line(message("Private note"), plan.note)


def _carrier(carrier: "CarrierPlan") -> Message | Label:
    """Return who carries it out, with the days on which that one was asked and heard."""
    name, asked, heard = carrier.name, carrier.last_asked, carrier.last_heard
    if asked is not None and heard is not None:
        return message("{name} (asked on {asked}, heard on {heard})", name=name, asked=asked, heard=heard)
    if asked is not None:
        return message("{name} (asked on {asked}, not heard)", name=name, asked=asked)
    return name if heard is None else message("{name} (heard on {heard})", name=name, heard=heard)


def _correction(made: "CorrectionPlan") -> Message:
    """Return what a correction changed, why, and in which document that was agreed."""
    said = {"before": made.before or "–", "after": made.after or "–", "reason": made.reason}
    if made.document:
        return message(
            "{before} → {after} (reason: {reason}; document: {document})", **said, document=made.document
        )
    return message("{before} → {after} (reason: {reason})", **said)


_SAYS = Says(
    row=message("The codes of one or several outcomes, such as 2027-3; “outcome list” shows them."),
    add=message("Record an outcome of a meeting; it is given the next code."),
    set=message("Change outcomes while the record of their meeting is open."),
    remove=message("Remove outcomes with all that hangs on them."),
)

COMMANDS = (
    Group(
        "outcome",
        (
            *noun_commands(
                OUTCOME, _verbs, _SAYS, beside=BESIDE, several=True, of_meeting=False, finders=finders
            ),
            *(list_, show, state, correct, parts.carry, parts.lead, parts.asked, parts.heard),
            *(parts.link, parts.unlink, parts.serve, close_record, reopen_record, parts.hand_over),
        ),
        message("Keep what meetings agreed, who carries it out, and how far it has come."),
    ),
)
