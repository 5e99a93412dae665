"""Options and lines that commands share about how a topic, an existing dialogue or an objective stands."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from alternat.cli.described import options, read
from alternat.cli.face import Face
from alternat.cli.syntax import option
from alternat.cli.values import Day
from alternat.clock import this_day
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.nouns.provisions import PROVISION_STATE, ProvisionState

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.storage.workspace import Workspace

ON = option(
    "--on",
    metavar="DATE",
    type=Day(),
    explains=message("The day from which it is so; today unless it is given."),
)
REASON = options(PROVISION_STATE, is_new=True)


def reason_of(face: Face, tables: "Tables", typed: dict[str, Any]) -> Label:
    """Return the reason that was typed, in the languages in which it was."""
    reason: Label = read(face, tables, PROVISION_STATE, typed).get("state_reason", Label())
    return reason


def set_state(
    face: Face,
    workspace: "Workspace",
    provision: int,
    state: ProvisionState,
    on: date | None,
    typed: dict[str, Any],
    told: Callable[[], list[dict[str, Any]]],
    *,
    as_json: bool,
    into: int | None = None,
) -> None:
    """Let a text stand in a state, and tell what stood until now and what stays with it.

    Where it stands so already, that is told with its day, and neither day nor reason is touched unless the
    line gives one. `told` returns the row for JSON.
    """
    from alternat.actions.provision_states import set_provision_state
    from alternat.planning.provision_states import stands, state_told, staying_with

    tables = workspace.tables
    reason = reason_of(face, tables, typed) or None
    is_same, before = stands(tables, provision, state, into), state_told(tables, provision)
    since = tables.Provision.get_by_id(provision).state_on
    if is_same and on is None and reason is None:
        _tell_unchanged(face, before, told, as_json=as_json)
        return
    along = [] if state is ProvisionState.ACTIVE or is_same else list(staying_with(tables, provision))
    if since is not None:
        along.insert(0, message("Until now: {sentence}", sentence=before))
    day = on or (since if is_same and since else this_day())
    changes = set_provision_state(workspace, provision, state, on=day, reason=reason, into=into)
    if changes:
        face.tell_done(changes, as_json=as_json, along=along, rows=told())
    else:
        _tell_unchanged(face, before, told, as_json=as_json)


def _tell_unchanged(
    face: Face, before: Message, told: Callable[[], list[dict[str, Any]]], *, as_json: bool
) -> None:
    """Say how a text stands already, and that nothing had to be changed."""
    if as_json:
        face.tell_json([{**each, "along": [face.say(before)]} for each in told()])
        return
    face.tell(before)
    face.tell(message("Nothing had to be changed."))


def tell_state(face: Face, row: Any, tables: "Tables") -> None:
    """Write how a text stands, since when, into what it was merged, and why."""
    from alternat.planning.provision_states import PROVISION_STATES

    words = PROVISION_STATES[row.kind][row.state]
    if row.state_on is None:
        face.tell(words)
    elif row.merged_into_id is not None:
        other = tables.Provision.get_by_id(row.merged_into_id)
        face.tell(message("{state} since {day}: {other}", state=words, day=row.state_on, other=other.code))
    else:
        face.tell(message("{state} since {day}", state=words, day=row.state_on))
    if row.state_reason:
        face.tell(message("Reason: {reason}", reason=row.state_reason))
