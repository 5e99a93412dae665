"""How the command line shows sessions: in columns, as JSON, and as what a verb came to."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from alternat.cli.face import Face
from alternat.cli.noun_commands import told
from alternat.language.messages import message
from alternat.nouns.programme import SESSION

if TYPE_CHECKING:
    from alternat.models.tables import Tables
    from alternat.planning.programme import Programme, SessionPlan
    from alternat.storage.changes import Changes
    from alternat.storage.workspace import Workspace


def tell_sessions(
    face: Face, workspace: "Workspace", meeting: int, only: Collection[int] | None = None, *, as_json: bool
) -> None:
    """Write the sessions of a meeting, or those of them with the ids in `only`, in the order of time."""
    from alternat.planning.programme import read_programme

    programme = read_programme(workspace.tables, meeting)
    plans = [each for key, each in programme.sessions.items() if only is None or key in only]
    if as_json:
        face.tell_json(as_json_values(workspace.tables, programme, plans))
    else:
        _tell_table(face, programme, plans)


def tell_done(
    face: Face,
    workspace: "Workspace",
    meeting: int,
    changes: "Changes",
    touched: Collection[int],
    *,
    as_json: bool,
) -> None:
    """Write what a verb did: the name of its step, or as JSON the sessions it touched, as they are now."""
    if as_json:
        tell_sessions(face, workspace, meeting, touched, as_json=True)
    else:
        face.tell_done(changes)


def as_json_values(
    tables: "Tables", programme: "Programme", plans: "Iterable[SessionPlan]"
) -> list[dict[str, Any]]:
    """Return sessions for JSON; their private notes stay at the desk."""
    wanted = {each.id: each for each in plans}
    rows = {row["number"]: row for row in told(SESSION, tables, programme.meeting, wanted)}
    return [rows[key] | _beside(programme, plan) for key, plan in wanted.items()]


def _beside(programme: "Programme", plan: "SessionPlan") -> dict[str, Any]:
    """Return what is worked out for a session: its moments in UTC, and who is there."""
    from alternat.planning.programme import presences

    return {
        "uid": plan.uid,
        "end_zone": plan.end_zone or plan.time_zone,
        "arrives": plan.arrival.isoformat(),
        "starts": plan.starts.isoformat(),
        "sequence": plan.sequence,
        "chairs": dict(plan.chairs),
        "people": [each.person for each in presences(plan, programme.people)],
    }


def _tell_table(face: Face, programme: "Programme", plans: "list[SessionPlan]") -> None:
    from alternat.planning.programme import presences

    headings = (
        message("Number"),
        message("Day"),
        message("Start"),
        message("Length"),
        message("Room"),
        message("Kind"),
        message("Title"),
        message("People"),
        message("Status"),
    )
    rows = [
        (
            each.id,
            each.day.isoformat(),
            each.start.isoformat("minutes"),
            each.minutes,
            programme.rooms[each.room].code if each.room is not None else "",
            face.show(each.kind),
            face.read(each.title),
            len(presences(each, programme.people)),
            _status(face, each),
        )
        for each in plans
    ]
    face.tell_table(headings, rows)


def _status(face: Face, plan: "SessionPlan") -> str:
    if plan.is_cancelled:
        return face.say(message("Cancelled"))
    return face.say(message("Holds its time")) if plan.is_fixed else ""
