"""Commands about existing dialogues: keep them, say who leads them and when they meet, close, merge."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from alternat.cli.described import options, read, spellings
from alternat.cli.face import Exit, Face
from alternat.cli.given import given
from alternat.cli.leads import lead_cells, lead_commands, leads_as_json, tell_leads
from alternat.cli.noun_commands import Beside, heading, told
from alternat.cli.parameters import AS_JSON, FILE
from alternat.cli.states import ON, REASON, set_state, tell_state
from alternat.cli.syntax import Group, argument, command, option
from alternat.cli.values import within
from alternat.clock import this_day
from alternat.language.messages import message
from alternat.nouns.existing import DIALOGUE_MEETING
from alternat.nouns.kinds import KEYS
from alternat.nouns.outcomes import OUTCOME
from alternat.nouns.provisions import EXISTING_DIALOGUE, ProvisionKind, ProvisionState

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.existing import ExistingPlan
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace

_KIND = ProvisionKind.EXISTING_DIALOGUE
CODE = argument(
    "code",
    metavar="CODE",
    explains=message("The code or number of the existing dialogue, as “existing list” shows."),
)
_MEETING = argument(
    "number",
    metavar="NUMBER",
    type=within(KEYS),
    explains=message("The number of a meeting of an existing dialogue, as “existing show” lists it."),
)


@command("add", message("Add an existing dialogue behind those there are."))
@FILE
@options(EXISTING_DIALOGUE, is_new=True)
@AS_JSON
def add(face: Face, file: str, *, as_json: bool, **typed: Any) -> Exit:
    """Add an existing dialogue."""
    from alternat.actions.existing import add_existing

    with face.writing(file) as workspace:
        changes = add_existing(workspace, read(face, workspace.tables, EXISTING_DIALOGUE, typed))
        keys = changes.inserted("provision")
        face.tell_done(changes, as_json=as_json, rows=_told(workspace.tables, *keys))
    return Exit.DONE


@command("set", message("Change an existing dialogue; its original text is kept."))
@FILE
@CODE
@options(EXISTING_DIALOGUE, is_new=False)
@AS_JSON
def change(face: Face, file: str, code: str, *, as_json: bool, **typed: Any) -> Exit:
    """Change the text, the short name or the note of an existing dialogue."""
    from alternat.actions.terms import change_provision

    with face.writing(file) as workspace:
        key = _key(workspace, code)
        row = workspace.tables.Provision.get_by_id(key)
        values = read(face, workspace.tables, EXISTING_DIALOGUE, typed, row=row)
        changes = change_provision(workspace, key, given(values, spellings(EXISTING_DIALOGUE)))
        face.tell_done(changes, as_json=as_json, rows=_told(workspace.tables, key))
    return Exit.DONE


@command(
    "remove", message("Remove an existing dialogue with all that is its own; close it where it was real.")
)
@FILE
@CODE
@AS_JSON
def remove(face: Face, file: str, code: str, *, as_json: bool) -> Exit:
    """Remove an existing dialogue, and tell what goes with it."""
    from alternat.actions.removals import text_removal
    from alternat.actions.terms import remove_provision

    with face.writing(file) as workspace:
        tables, key = workspace.tables, _key(workspace, code)
        rows = _told(tables, key)
        along = text_removal(tables, tables.Provision, key)
        face.tell_done(remove_provision(workspace, key), as_json=as_json, along=along, rows=rows)
    return Exit.DONE


@command("list", message("List the existing dialogues, who leads them today, and what they carry out."))
@FILE
@AS_JSON
def list_(face: Face, file: str, *, as_json: bool) -> Exit:
    """List the existing dialogues."""
    from alternat.planning.existing import existing_dialogues
    from alternat.planning.provision_states import PROVISION_STATES

    with face.reading(file) as workspace:
        tables, today = workspace.tables, this_day()
        if as_json:
            face.tell_json(_told(tables))
            return Exit.DONE
        sides = [row.code for row in tables.Side.select().order_by(tables.Side.number)]
        rows = [
            (
                plan.number,
                plan.code,
                face.read(plan.name),
                face.say(PROVISION_STATES[_KIND][plan.state]),
                lead_cells(face, {side: plan.lead(side, today) for side in sides}),
                len(plan.outcomes),
                len(plan.guidance),
                face.show(_next_meeting(plan, today) or ""),
            )
            for plan in existing_dialogues(tables)
        ]
    headings = (
        message("Number"),
        message("Code"),
        message("Existing dialogue"),
        message("State"),
        message("Lead today"),
        message("Outcomes"),
        message("Guidance"),
        message("Next meeting"),
    )
    face.tell_table(headings, rows)
    return Exit.DONE


@command(
    "show", message("Show an existing dialogue: who led it when, its meetings, and what it carries out.")
)
@FILE
@CODE
@AS_JSON
def show(face: Face, file: str, code: str, *, as_json: bool) -> Exit:
    """Show one existing dialogue with all that hangs on it."""
    from alternat.planning.existing import existing_dialogues
    from alternat.planning.outcomes import outcomes, state_words

    with face.reading(file) as workspace:
        tables, key = workspace.tables, _key(workspace, code)
        if as_json:
            face.tell_json(_told(tables, key))
            return Exit.DONE
        plan = next(each for each in existing_dialogues(tables) if each.id == key)
        carried = outcomes(tables, ids=plan.outcomes) if plan.outcomes else ()
        face.tell(message("{code}: {text}", code=plan.code, text=plan.text))
        tell_state(face, tables.Provision.get_by_id(key), tables)
    tell_leads(face, plan.holders)
    if plan.meetings:
        face.tell()
        face.tell_table(
            (message("Meeting"), message("First day"), message("Last day"), message("City")),
            [
                (each.id, face.show(each.starts), face.show(each.ends), face.read(each.city))
                for each in plan.meetings
            ],
        )
    if carried:
        face.tell()
        face.tell_table(
            (message("Outcome"), message("Text"), message("State"), heading(face, OUTCOME.field("due"))),
            [
                (
                    each.code,
                    face.read(each.name),
                    face.say(state_words(each.kind, each.state)),
                    face.show(each.due or ""),
                )
                for each in carried
            ],
        )
    return Exit.DONE


@command("close", message("Say that an existing dialogue meets no more."))
@FILE
@CODE
@ON
@REASON
@AS_JSON
def close(face: Face, file: str, code: str, on: date | None, *, as_json: bool, **typed: Any) -> Exit:
    """Close an existing dialogue, and tell what stays with it."""
    return _state(face, file, code, ProvisionState.CLOSED, on, typed, as_json=as_json)


@command("reopen", message("Take an existing dialogue up again that was closed or merged."))
@FILE
@CODE
@ON
@REASON
@AS_JSON
def reopen(face: Face, file: str, code: str, on: date | None, *, as_json: bool, **typed: Any) -> Exit:
    """Take an existing dialogue up again."""
    return _state(face, file, code, ProvisionState.ACTIVE, on, typed, as_json=as_json)


@command("merge", message("Merge an existing dialogue into another one; what it carries stays with it."))
@FILE
@CODE
@option(
    "--into",
    metavar="CODE",
    required=True,
    explains=message("The code or number of the existing dialogue into which it is merged."),
)
@ON
@REASON
@AS_JSON
def merge(
    face: Face, file: str, code: str, into: str, on: date | None, *, as_json: bool, **typed: Any
) -> Exit:
    """Merge an existing dialogue into another, and tell what stays with it."""
    return _state(face, file, code, ProvisionState.MERGED, on, typed, into=into, as_json=as_json)


@command("meeting-add", message("Record when an existing dialogue meets."))
@FILE
@CODE
@options(DIALOGUE_MEETING, is_new=True, without=("dialogue",))
@AS_JSON
def meeting_add(face: Face, file: str, code: str, *, as_json: bool, **typed: Any) -> Exit:
    """Add a meeting of an existing dialogue."""
    from alternat.actions.existing import add_dialogue_meeting

    with face.writing(file) as workspace:
        key = _key(workspace, code)
        values = read(face, workspace.tables, DIALOGUE_MEETING, typed)
        changes = add_dialogue_meeting(workspace, {"dialogue": key, **values})
        _tell_meetings(face, workspace, changes, changes.inserted("dialogue_meeting"), as_json=as_json)
    return Exit.DONE


@command("meeting-set", message("Change the days or the city of a meeting of an existing dialogue."))
@FILE
@_MEETING
@options(DIALOGUE_MEETING, is_new=False)
@AS_JSON
def meeting_set(face: Face, file: str, number: int, *, as_json: bool, **typed: Any) -> Exit:
    """Change a meeting of an existing dialogue."""
    from alternat.actions.existing import change_dialogue_meeting

    with face.writing(file) as workspace:
        tables = workspace.tables
        row = tables.DialogueMeeting.get_or_none(tables.DialogueMeeting.id == number)
        values = read(face, tables, DIALOGUE_MEETING, typed, row=row)
        changes = change_dialogue_meeting(workspace, number, given(values, spellings(DIALOGUE_MEETING)))
        _tell_meetings(face, workspace, changes, (number,), as_json=as_json)
    return Exit.DONE


@command("meeting-remove", message("Remove a meeting of an existing dialogue."))
@FILE
@_MEETING
@AS_JSON
def meeting_remove(face: Face, file: str, number: int, *, as_json: bool) -> Exit:
    """Remove a meeting of an existing dialogue."""
    from alternat.actions.existing import remove_dialogue_meetings

    with face.writing(file) as workspace:
        rows = told(DIALOGUE_MEETING, workspace.tables, None, (number,)) if as_json else []
        face.tell_done(remove_dialogue_meetings(workspace, (number,)), as_json=as_json, rows=rows)
    return Exit.DONE


def _state(
    face: Face,
    file: str,
    code: str,
    state: ProvisionState,
    on: date | None,
    typed: dict[str, Any],
    *,
    as_json: bool,
    into: str | None = None,
) -> Exit:
    with face.writing(file) as workspace:
        key = _key(workspace, code)
        other = None if into is None else _key(workspace, into)
        told = partial(_told, workspace.tables, key)
        set_state(face, workspace, key, state, on, typed, told, as_json=as_json, into=other)
    return Exit.DONE


def _tell_meetings(
    face: Face, workspace: "Workspace", changes: "Changes", keys: tuple[int, ...], *, as_json: bool
) -> None:
    face.tell_done(changes, as_json=as_json, rows=told(DIALOGUE_MEETING, workspace.tables, None, keys))


def _key(workspace: "Workspace", code: str) -> int:
    from alternat.planning.provision_states import provision_id

    return provision_id(workspace.tables, _KIND, code)


def _next_meeting(plan: "ExistingPlan", today: date) -> date | None:
    return next((each.starts for each in plan.meetings if each.ends >= today), None)


def _told(tables: "Tables", *keys: int) -> list[dict[str, Any]]:
    """Return existing dialogues for JSON: all, or those named."""
    from alternat.planning.existing import existing_dialogues

    wanted = keys or [plan.id for plan in existing_dialogues(tables)]
    return told(EXISTING_DIALOGUE, tables, None, wanted, Beside(_beside))


def _beside(tables: "Tables", _: int | None) -> Mapping[int, Mapping[str, Any]]:
    from alternat.planning.existing import existing_dialogues

    codes = {row.id: row.code for row in tables.Outcome.select(tables.Outcome.id, tables.Outcome.code)}
    plans = existing_dialogues(tables)
    held = [meeting.id for plan in plans for meeting in plan.meetings]
    meetings = told(DIALOGUE_MEETING, tables, None, held) if held else []
    return {
        plan.id: {
            "code": plan.code,
            "number": plan.number,
            "leads": leads_as_json(tables, plan.id),
            "meetings": [each for each in meetings if each["dialogue"] == plan.code],
            "outcomes": [codes[each] for each in plan.outcomes],
            "guidance": list(plan.guidance),
        }
        for plan in plans
    }


COMMANDS = (
    Group(
        "existing",
        (
            *(add, change, remove, list_, show),
            *lead_commands(_KIND, CODE),
            *(meeting_add, meeting_set, meeting_remove, close, reopen, merge),
        ),
        message("Keep existing dialogues, the officials who lead them, and their own meetings."),
    ),
)
